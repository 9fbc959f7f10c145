// The folders of a run's shards -> what one run prints. Memory: a line of each manifest and a record of each folder.
#include <charconv>
#include <deque>
#include <filesystem>
#include <fstream>
#include <map>

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/exit_code.hpp"
#include "cli/manifest.hpp"
#include "muster/ingest/sha256.hpp"

namespace muster::cli {
namespace {

tl::unexpected<base::Error> refused(std::string text, std::string help) {
  return base::fail(base::Error{base::Code::usage, std::move(text), std::nullopt, {"help: " + std::move(help)}, {}});
}

tl::unexpected<base::Error> damaged(const std::string& path) {
  return base::fail(base::Code::output_failed, fmt::format("'{}' is not as its manifest says", path));
}

std::uint64_t number_of(const Value& value) {
  std::uint64_t number = 0;
  std::from_chars(value.text.data(), value.text.data() + value.text.size(), number);
  return number;
}

// One folder's records, one after the other, each with its place in the run.
class Folder {
 public:
  Folder(std::string path, Manifest&& read)
      : manifest(std::move(read)), path_(std::move(path)), lines_(manifest_place(path_), std::ios::binary) {}

  // Goes to the next record. False: there is none.
  base::Result<bool> next() {
    while (places_.empty()) {
      std::string line;
      if (!std::getline(lines_, line)) return over();
      MUSTER_TRY_ASSIGN(value, parse_json(line));
      const Value* documents = value.find("documents");
      if (!documents) continue;
      for (const Value& document : documents->items) {
        const Value* input = document.find("input");
        const Value* index = document.find("document");
        if (!input || !index) return damaged(path_);
        places_.push_back({number_of(*input), number_of(*index)});
      }
    }
    while (left_ == 0) {
      if (next_part_ > 0 && sum_.digest() != manifest.parts[next_part_ - 1].sha256) return damaged(part_path());
      if (next_part_ == manifest.parts.size()) return damaged(path_);
      left_ = manifest.parts[next_part_++].bytes;
      part_ = std::ifstream(part_path(), std::ios::binary);
    }
    if (!std::getline(part_, record)) return damaged(part_path());
    record += '\n';
    if (record.size() > left_) return damaged(part_path());
    left_ -= record.size();
    sum_.update(record);
    at = places_.front();
    places_.pop_front();
    return true;
  }

  Manifest manifest;
  std::string record;
  pipeline::Position at;

 private:
  [[nodiscard]] std::string part_path() const { return path_ + '/' + part_name(manifest.parts[next_part_ - 1].number); }
  base::Result<bool> over() {
    if (left_ != 0 || next_part_ != manifest.parts.size()) return damaged(path_);
    if (next_part_ > 0 && sum_.digest() != manifest.parts[next_part_ - 1].sha256) return damaged(part_path());
    return false;
  }

  std::string path_;
  std::ifstream lines_, part_;
  std::deque<pipeline::Position> places_;
  std::size_t next_part_ = 0;
  std::uint64_t left_ = 0;
  ingest::Sha256 sum_;
};

base::Result<Manifest> manifest_of(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(path, ignored))
    return refused(
        fmt::format("'{}' is no folder of a run", path),
        "records alone do not say where they stand among the others: write each shard with extract --shard K/N --resume -o DIR, and merge the folders");
  MUSTER_TRY_ASSIGN(manifest, read_manifest(path));
  if (!manifest)
    return refused(fmt::format("the folder '{}' holds no run", path),
                   "give folders that extract --resume -o DIR has written");
  if (!manifest->ended)
    return refused(fmt::format("the run in '{}' is not done", path),
                   "give its command again, it goes on where it stopped");
  return std::move(*manifest);
}

// Are these all shares of one run?
base::Result<bool> check_shares(const std::vector<std::string>& paths,
                                const std::vector<std::unique_ptr<Folder>>& folders) {
  const Manifest& first = folders.front()->manifest;
  const std::string count =
      first.head.shard.substr(std::min(first.head.shard.find('/'), first.head.shard.size()));   // "/3"
  std::map<std::string, std::string> seen;   // share: folder
  for (std::size_t i = 0; i < folders.size(); ++i) {
    const Manifest& one = folders[i]->manifest;
    ManifestHead as_first = one.head;
    as_first.shard = first.head.shard;
    std::string different = differs(first.head, as_first);
    if (different.empty() && one.inputs.size() != first.inputs.size()) different = "it had other inputs";
    for (std::size_t k = 0; different.empty() && k < one.inputs.size(); ++k)   // times differ from machine to machine
      if (one.inputs[k].path != first.inputs[k].path || one.inputs[k].bytes != first.inputs[k].bytes)
        different = fmt::format("its input '{}' is '{}' in the other, or of another size", one.inputs[k].path,
                                first.inputs[k].path);
    if (!different.empty())
      return refused(fmt::format("'{}' and '{}' are not of one run: {}", paths[i], paths[0], different),
                     "the shards of one run have the same paths, options, rules and version");
    if (one.head.shard.substr(std::min(one.head.shard.find('/'), one.head.shard.size())) != count)
      return refused(
          fmt::format("'{}' is share {}, '{}' is share {}", paths[0], first.head.shard, paths[i], one.head.shard),
          "merge shares of one division");
    if (const auto [at, fresh] = seen.emplace(one.head.shard, paths[i]); !fresh)
      return refused(fmt::format("'{}' and '{}' hold the same share", at->second, paths[i]), "give each share once");
  }
  if (first.head.shard.empty()) return true;
  const auto shares = std::strtoull(count.c_str() + 1, nullptr, 10);
  for (std::uint64_t k = 1; k <= shares; ++k)
    if (!seen.contains(std::to_string(k) + count))
      return refused(fmt::format("share {}{} is missing", k, count), "give the folders of all shares");
  return true;
}

base::Result<bool> merge(const Typed& typed, pipeline::Outcome& outcome) {
  std::vector<std::unique_ptr<Folder>> folders;
  for (const std::string& path : typed.words) {
    MUSTER_TRY_ASSIGN(manifest, manifest_of(path));
    outcome.read += manifest.read, outcome.failed += manifest.failed;
    folders.push_back(std::make_unique<Folder>(path, std::move(manifest)));
  }
  MUSTER_TRY(check_shares(typed.words, folders));
  MUSTER_TRY_ASSIGN(sink, Sink::open(typed.output));
  std::map<pipeline::Position, Folder*> next;
  const auto step = [&](Folder& folder) -> base::Result<bool> {
    MUSTER_TRY_ASSIGN(there, folder.next());
    if (there && !next.emplace(folder.at, &folder).second)
      return refused("two shares hold the same document", "were they made by the same muster?");
    return true;
  };
  for (const auto& folder : folders) MUSTER_TRY(step(*folder));
  while (!next.empty()) {
    Folder& folder = *next.begin()->second;
    next.erase(next.begin());
    MUSTER_TRY(sink.write(folder.record));
    MUSTER_TRY(step(folder));
  }
  return sink.finish();
}

}  // namespace

int cmd_merge(const Typed& typed) {
  pipeline::Outcome outcome;
  if (const auto merged = merge(typed, outcome); !merged) return end_with(merged.error(), typed);
  if (outcome.failed == 0) return exit_ok;
  return outcome.read == 0 ? exit_none_read : exit_some_failed;
}

}  // namespace muster::cli
