// What manifest.jsonl of a run folder says. A line is one JSON object:
//   {"manifest": 1, "muster": version, "rules": digest, "options": [...], "shard": "1/3" or null}   the first
//   {"input": 0, "path": …, "bytes": …, "modified": …}          an input; a later line of the same number replaces it
//   {"part": 1, "file": …, "upto": bytes, "last": [input, document], "read": n, "failed": n, "documents": [{…}]}
//                                                               these records are in the part, which is on the disk so
//                                                               far
//   {"part": 1, "file": …, "bytes": …, "sha256": …, "done": true}   the part is whole and in its place
//   {"end": true, "read": n, "failed": n}                       everything is done
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/json_value.hpp"
#include "cli/typed.hpp"
#include "muster/base/result.hpp"
#include "muster/pipeline/run.hpp"

namespace muster::cli {

struct ManifestHead {
  std::string version, rules, shard;    // shard: "" for all
  std::vector<std::string> options;     // that change the output, as typed, sorted
};

struct ManifestInput {
  std::string path;
  std::string bytes, modified;          // numbers as written; "" where there is no plain file
  friend bool operator==(const ManifestInput&, const ManifestInput&) = default;
};

struct ManifestPart {
  std::uint64_t number = 0, bytes = 0;
  std::string sha256;                   // "" while it is not done
  bool done = false;
};

// All but the documents.
struct Manifest {
  ManifestHead head;
  std::vector<ManifestInput> inputs;
  std::vector<ManifestPart> parts;
  std::optional<pipeline::Position> last;   // document that is done
  std::uint64_t read = 0, failed = 0;
  std::uint64_t open_documents = 0;     // in the last part while it is not done
  std::uint64_t good = 0;               // bytes of whole lines; what is behind them was cut off by a crash
  bool ended = false;
};

[[nodiscard]] std::string manifest_place(const std::string& folder);
[[nodiscard]] std::string part_name(std::uint64_t number);

[[nodiscard]] ManifestHead head_of(const Typed& typed, const pipeline::Muster& muster);
[[nodiscard]] std::vector<ManifestInput> inputs_of(const std::vector<pipeline::Task>& tasks);

[[nodiscard]] std::string head_line(const ManifestHead& head);
[[nodiscard]] std::string input_line(std::uint64_t number, const ManifestInput& input);
// One document of "documents".
[[nodiscard]] std::string document_entry(const model::Record& record, const pipeline::Taken& taken);

// Reads a folder's manifest line by line. none: there is no manifest, or nothing whole in it.
[[nodiscard]] base::Result<std::optional<Manifest>> read_manifest(const std::string& folder);

// What forbids going on with `old` as `head` and `inputs` want it; "" if nothing does.
[[nodiscard]] std::string differs(const ManifestHead& old, const ManifestHead& now);
[[nodiscard]] std::string differs(const Manifest& old, const std::vector<ManifestInput>& now);

}  // namespace muster::cli
