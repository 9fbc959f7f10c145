// A folder that a long run writes and can go on with: parts of JSON Lines, and a manifest of what is done.
//
// What the manifest says is on the disk when it says so: records are synced before their line is. Whatever the moment
// at which a run is killed, at most the documents since the last line are read again.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "cli/destination.hpp"
#include "cli/manifest.hpp"
#include "muster/ingest/sha256.hpp"

namespace muster::cli {

class RunFolder final : public Destination {
 public:
  static constexpr std::uint64_t default_part_size = std::uint64_t{64} << 20U;
  static constexpr std::uint64_t part_documents = 10'000;
  static constexpr std::uint64_t line_documents = 1'000;            // of one line of the manifest
  static constexpr std::chrono::seconds line_after{2};              // since the last one

  // Makes the folder, or goes on with what it holds where `head` and `inputs` agree with it.
  [[nodiscard]] static base::Result<std::unique_ptr<RunFolder>> open(const std::string& folder,
                                                                     const ManifestHead& head,
                                                                     const std::vector<ManifestInput>& inputs,
                                                                     std::uint64_t part_size,
                                                                     std::unique_ptr<output::Writer> writer);
  ~RunFolder() override;
  RunFolder(const RunFolder&) = delete;
  RunFolder& operator=(const RunFolder&) = delete;

  // What was done before.
  [[nodiscard]] const Manifest& before() const { return before_; }

  base::Result<bool> write(const model::Record& record) override { return write_at(record, {}); }
  base::Result<bool> write_at(const model::Record& record, const pipeline::Taken& taken) override;
  base::Result<bool> flush(bool end) override { return end ? checkpoint() : true; }
  base::Result<bool> finish() override;
  void drop() override {}   // what is done stays

 private:
  using Clock = std::chrono::steady_clock;
  RunFolder() = default;
  base::Result<bool> begin(const ManifestHead& head, const std::vector<ManifestInput>& inputs);
  base::Result<bool> go_on();                    // with the part that is not done
  base::Result<bool> open_part();
  base::Result<bool> put();                      // what is held back into the part
  base::Result<bool> checkpoint();               // part and manifest are on the disk
  base::Result<bool> seal();                     // the part is done
  base::Result<bool> append(const std::string& lines);
  [[nodiscard]] std::string place_of(std::uint64_t number, bool done) const;
  base::Result<bool> sync_folder();

  std::string folder_;
  std::uint64_t part_size_ = default_part_size;
  std::unique_ptr<output::Writer> writer_;
  Manifest before_;
  int manifest_ = -1, part_ = -1, directory_ = -1;
  std::uint64_t manifest_bytes_ = 0;
  std::uint64_t number_ = 0, bytes_ = 0, in_part_ = 0;   // of the part that is open
  std::uint64_t read_ = 0, failed_ = 0;                  // since the last line
  std::uint64_t all_read_ = 0, all_failed_ = 0;
  bool ended_ = false;                                   // the manifest says so
  pipeline::Position last_;
  std::string buffer_, entries_;
  ingest::Sha256 sum_;
  Clock::time_point line_at_ = Clock::now();
};

}  // namespace muster::cli
