// Paths -> files: folders walked in the order of their bytes, each folder once, special files left out.
#include <dirent.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <set>
#include <system_error>

#include "ingest/glob.hpp"
#include "muster/ingest/open.hpp"

namespace muster::ingest {
namespace {

base::Error error_of(base::Code code, std::string text) { return {code, std::move(text), std::nullopt, {}, {}}; }
std::string reason(int error) { return std::generic_category().message(error); }

class Walk {
 public:
  Walk(const Selection& selection, const Limits& limits, Listing& listing)
      : selection_(selection), limits_(limits), listing_(listing) {}

  // Folder `path`, which is `below` the one that was named ("" for itself).
  void folder(const std::string& path, const std::string& below, const struct stat& about, std::uint32_t depth) {
    if (!seen_.insert({about.st_dev, about.st_ino}).second) return;   // a loop, or a second way to the same
    if (depth > limits_.max_folder_depth)
      return problem(path, error_of(base::Code::input_unreadable,
                                    fmt::format("folders nested deeper than {} are not read (see --max-folder-depth)",
                                                limits_.max_folder_depth)));
    DIR* const open = ::opendir(path.c_str());
    if (open == nullptr)
      return problem(
          path, error_of(base::Code::input_unreadable, fmt::format("the folder cannot be opened: {}", reason(errno))));
    struct Entry { std::string name; struct stat about; bool folder; };
    std::vector<Entry> entries;
    while (const dirent* const entry = ::readdir(open)) {
      if (entry->d_name[0] == '.') continue;   // hidden, or the folder itself
      Entry one{entry->d_name, {}, false};
      const std::string full = join(path, one.name);
      if (::stat(full.c_str(), &one.about) != 0) {
        if (errno == EACCES || errno == EPERM)
          problem(full, error_of(base::Code::input_unreadable, fmt::format("cannot be opened: {}", reason(errno))));
        continue;   // a link that leads nowhere, or gone again
      }
      one.folder = S_ISDIR(one.about.st_mode);
      if (one.folder || S_ISREG(one.about.st_mode)) entries.push_back(std::move(one));
    }
    ::closedir(open);
    // A folder stands where its files' paths do: "a-b" < "a.txt" < "a/x".
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
      return (a.folder ? a.name + '/' : a.name) < (b.folder ? b.name + '/' : b.name);
    });
    for (const Entry& entry : entries) {
      const std::string there = below.empty() ? entry.name : below + '/' + entry.name;
      if (any_matches(selection_.exclude, there, entry.folder)) continue;
      if (entry.folder) {
        folder(join(path, entry.name), there, entry.about, depth + 1);
      } else if (selection_.include.empty() || any_matches(selection_.include, there, false)) {
        listing_.inputs.push_back({join(path, entry.name)});
      }
    }
  }

 private:
  static std::string join(const std::string& path, const std::string& name) {
    return path.ends_with('/') ? path + name : path + '/' + name;
  }
  void problem(const std::string& path, base::Error error) { listing_.problems.emplace_back(path, std::move(error)); }

  const Selection& selection_;
  const Limits& limits_;
  Listing& listing_;
  std::set<std::pair<dev_t, ino_t>> seen_;
};

}  // namespace

Listing list_inputs(const std::vector<std::string>& paths, const Selection& selection, const Limits& limits) {
  Listing listing;
  for (const std::string& path : paths) {
    struct stat about {};
    if (path == "-") {
      listing.inputs.push_back({path});
    } else if (::stat(path.c_str(), &about) != 0) {
      const int error = errno;
      const bool missing = error == ENOENT || error == ENOTDIR;
      listing.problems.emplace_back(
          path, missing ? error_of(base::Code::input_missing, "no such file or folder")
                        : error_of(base::Code::input_unreadable, fmt::format("cannot be opened: {}", reason(error))));
    } else if (S_ISDIR(about.st_mode)) {
      const std::size_t before = listing.inputs.size(), problems = listing.problems.size();
      Walk(selection, limits, listing).folder(path, "", about, 0);
      if (listing.inputs.size() == before && listing.problems.size() == problems)
        listing.problems.emplace_back(
            path, error_of(base::Code::input_none,
                           selection.include.empty() && selection.exclude.empty()
                               ? "the folder holds no file to read"
                               : "the folder holds no file that --include and --exclude let through"));
    } else {
      listing.inputs.push_back({path});   // a file, or a pipe that was named
    }
  }
  return listing;
}

}  // namespace muster::ingest
