#include "cli/run_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

namespace muster::cli {
namespace {

constexpr std::size_t enough = std::size_t{64} << 10U;   // bytes that are held back at most

tl::unexpected<base::Error> failed(const std::string& path, int number) {
  base::Error error{base::Code::output_failed,
                    fmt::format("cannot write '{}': {}", path, std::generic_category().message(number)),
                    std::nullopt,
                    {},
                    {}};
  error.notes.push_back(
      "help: what is done stays; free some space or see what is wrong, then give the same command again");
  return base::fail(std::move(error));
}

tl::unexpected<base::Error> refused(std::string text, std::string help) {
  return base::fail(base::Error{base::Code::usage, std::move(text), std::nullopt, {"help: " + std::move(help)}, {}});
}

base::Result<bool> write_all(int fd, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return failed(path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

base::Result<bool> sync(int fd, const std::string& path) {
  if (fsync(fd) != 0 && errno != EINVAL && errno != EROFS) return failed(path, errno);
  return true;
}

std::optional<std::uint64_t> size_of(const std::string& path) {
  struct stat about {};
  if (::stat(path.c_str(), &about) != 0) return std::nullopt;
  return static_cast<std::uint64_t>(about.st_size);
}

}  // namespace

base::Result<std::unique_ptr<RunFolder>> RunFolder::open(const std::string& folder, const ManifestHead& head,
                                                         const std::vector<ManifestInput>& inputs,
                                                         std::uint64_t part_size,
                                                         std::unique_ptr<output::Writer> writer) {
  std::error_code problem;
  std::filesystem::create_directories(folder, problem);
  if (problem) return failed(folder, problem.value());
  std::unique_ptr<RunFolder> run(new RunFolder);
  run->folder_ = folder;
  run->part_size_ = part_size;
  run->writer_ = std::move(writer);
  const std::string place = manifest_place(folder);
  if (!size_of(place) && !std::filesystem::is_empty(folder, problem))
    return refused(fmt::format("the folder '{}' holds other things than a run", folder),
                   "name a folder that is empty or not there yet");
  run->directory_ = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  run->manifest_ = ::open(place.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (run->directory_ < 0 || run->manifest_ < 0) return failed(place, errno);
  if (flock(run->manifest_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    return refused(fmt::format("another muster writes into '{}' just now", folder),
                   "wait for it, or name another folder");
  MUSTER_TRY_ASSIGN(before, read_manifest(folder));
  if (before) {
    std::string different = differs(before->head, head);
    if (different.empty()) different = differs(*before, inputs);
    if (!different.empty())
      return refused(
          fmt::format("the run in '{}' cannot go on: {}", folder, different),
          "with --resume everything must be as it was, inputs may come in behind what is done; for another run name another folder");
    run->before_ = std::move(*before);
  }
  MUSTER_TRY(run->begin(head, inputs));
  return run;
}

RunFolder::~RunFolder() {
  for (const int fd : {part_, manifest_, directory_})
    if (fd >= 0) ::close(fd);
}

std::string RunFolder::place_of(std::uint64_t number, bool done) const {
  return folder_ + '/' + part_name(number) + (done ? "" : ".tmp");
}

base::Result<bool> RunFolder::sync_folder() { return sync(directory_, folder_); }

// The manifest grows by whole lines: what could not be written whole is taken back.
base::Result<bool> RunFolder::append(const std::string& lines) {
  const std::string place = manifest_place(folder_);
  base::Result<bool> written = write_all(manifest_, lines, place);
  if (written) written = sync(manifest_, place);
  if (!written) {
    (void)!ftruncate(manifest_, static_cast<off_t>(manifest_bytes_));
    return written;
  }
  manifest_bytes_ += lines.size();
  return true;
}

base::Result<bool> RunFolder::begin(const ManifestHead& head, const std::vector<ManifestInput>& inputs) {
  const std::string place = manifest_place(folder_);
  if (ftruncate(manifest_, static_cast<off_t>(before_.good)) != 0) return failed(place, errno);
  if (lseek(manifest_, 0, SEEK_END) < 0) return failed(place, errno);
  manifest_bytes_ = before_.good;
  all_read_ = before_.read, all_failed_ = before_.failed;
  ended_ = before_.ended && before_.inputs == inputs;
  std::string lines = before_.good == 0 ? head_line(head) : std::string{};
  std::size_t same = 0;
  while (same < before_.inputs.size() && before_.inputs[same] == inputs[same]) ++same;
  for (std::size_t i = same; i < inputs.size(); ++i) lines += input_line(i, inputs[i]);
  if (!lines.empty()) MUSTER_TRY(append(lines));
  MUSTER_TRY(sync_folder());
  return go_on();
}

base::Result<bool> RunFolder::go_on() {
  for (const ManifestPart& part : before_.parts) {
    number_ = part.number;
    if (!part.done) continue;
    if (size_of(place_of(part.number, true)) != part.bytes)
      return refused(fmt::format("'{}' is not as it was written", place_of(part.number, true)),
                     "bring it back, or begin in another folder");
  }
  if (before_.parts.empty() || before_.parts.back().done) return true;
  const ManifestPart& part = before_.parts.back();
  bytes_ = part.bytes, in_part_ = before_.open_documents;
  // Killed between putting it in its place and saying so?
  const bool in_place = size_of(place_of(part.number, true)).has_value();
  const std::string place = place_of(part.number, in_place);
  if (in_place && std::rename(place.c_str(), place_of(part.number, false).c_str()) != 0) return failed(place, errno);
  const std::string open = place_of(part.number, false);
  part_ = ::open(open.c_str(), O_RDWR | O_CLOEXEC);
  if (part_ < 0 || size_of(open).value_or(0) < bytes_)
    return refused(fmt::format("'{}' is gone or too short", open), "bring it back, or begin in another folder");
  if (ftruncate(part_, static_cast<off_t>(bytes_)) != 0) return failed(open, errno);
  std::array<char, enough> piece{};
  while (true) {
    const ssize_t got = ::read(part_, piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failed(open, errno);
    if (got == 0) break;
    sum_.update({piece.data(), static_cast<std::size_t>(got)});
  }
  return bytes_ >= part_size_ || in_part_ >= part_documents ? seal() : base::Result<bool>(true);
}

base::Result<bool> RunFolder::open_part() {
  ++number_;
  bytes_ = in_part_ = 0;
  sum_ = {};
  const std::string place = place_of(number_, false);
  part_ = ::open(place.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (part_ < 0) return failed(place, errno);
  return sync_folder();
}

base::Result<bool> RunFolder::put() {
  if (buffer_.empty()) return true;
  MUSTER_TRY(write_all(part_, buffer_, place_of(number_, false)));
  sum_.update(buffer_);
  buffer_.clear();
  return true;
}

base::Result<bool> RunFolder::write_at(const model::Record& record, const pipeline::Taken& taken) {
  if (part_ < 0) MUSTER_TRY(open_part());
  const std::size_t before = buffer_.size();
  writer_->write(record, buffer_);
  bytes_ += buffer_.size() - before;
  ++in_part_;
  ++(record.failed ? failed_ : read_);
  last_ = taken.at;
  entries_ += (entries_.empty() ? "" : ", ") + document_entry(record, taken);
  if (bytes_ >= part_size_ || in_part_ >= part_documents) return seal();
  if (read_ + failed_ >= line_documents || Clock::now() - line_at_ >= line_after) return checkpoint();
  return buffer_.size() < enough ? base::Result<bool>(true) : put();
}

base::Result<bool> RunFolder::checkpoint() {
  if (part_ < 0 || entries_.empty()) return true;
  MUSTER_TRY(put());
  MUSTER_TRY(sync(part_, place_of(number_, false)));
  MUSTER_TRY(append(fmt::format(
      "{{\"part\": {}, \"file\": \"{}\", \"upto\": {}, \"last\": [{}, {}], \"read\": {}, \"failed\": {}, \"documents\": [{}]}}\n",
      number_, part_name(number_), bytes_, last_.input, last_.document, read_, failed_, entries_)));
  all_read_ += std::exchange(read_, 0), all_failed_ += std::exchange(failed_, 0);
  ended_ = false;
  entries_.clear();
  line_at_ = Clock::now();
  return true;
}

base::Result<bool> RunFolder::seal() {
  MUSTER_TRY(checkpoint());
  const std::string place = place_of(number_, false);
  if (::close(std::exchange(part_, -1)) != 0) return failed(place, errno);
  if (std::rename(place.c_str(), place_of(number_, true).c_str()) != 0) return failed(place, errno);
  MUSTER_TRY(sync_folder());
  return append(fmt::format("{{\"part\": {}, \"file\": \"{}\", \"bytes\": {}, \"sha256\": \"{}\", \"done\": true}}\n",
                            number_, part_name(number_), bytes_, sum_.digest()));
}

base::Result<bool> RunFolder::finish() {
  if (part_ >= 0) MUSTER_TRY(seal());
  if (ended_) return true;
  ended_ = true;
  return append(fmt::format("{{\"end\": true, \"read\": {}, \"failed\": {}}}\n", all_read_, all_failed_));
}

}  // namespace muster::cli
