#include "cli/manifest.hpp"

#include <sys/stat.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>

namespace muster::cli {
namespace {

std::string quoted(std::string_view text) {
  Value value;
  value.type = Value::Type::string;
  value.text = std::string(text);
  return flat_json(value);
}

std::string or_null(const std::string& number) { return number.empty() ? "null" : number; }

std::uint64_t number_of(const Value& object, std::string_view key) {
  std::uint64_t number = 0;
  if (const Value* value = object.find(key))
    std::from_chars(value->text.data(), value->text.data() + value->text.size(), number);
  return number;
}

// A number as written, or "" for null.
std::string written(const Value& object, std::string_view key) {
  const Value* value = object.find(key);
  return value && (value->type == Value::Type::number || value->type == Value::Type::string) ? value->text
                                                                                             : std::string{};
}

void read_head(const Value& line, ManifestHead& head) {
  head.version = line.string("muster");
  head.rules = line.string("rules");
  head.shard = line.string("shard");
  head.options.clear();
  if (const Value* options = line.find("options"))
    for (const Value& option : options->items) head.options.push_back(option.text);
}

void read_part(const Value& line, Manifest& manifest) {
  const std::uint64_t number = number_of(line, "part");
  if (manifest.parts.empty() || manifest.parts.back().number != number)
    manifest.parts.push_back({number, 0, {}, false}), manifest.open_documents = 0;
  ManifestPart& part = manifest.parts.back();
  if (line.find("done")) {
    part.bytes = number_of(line, "bytes");
    part.sha256 = line.string("sha256");
    part.done = true;
    return;
  }
  part.bytes = number_of(line, "upto");
  const std::uint64_t read = number_of(line, "read"), failed = number_of(line, "failed");
  manifest.read += read, manifest.failed += failed, manifest.open_documents += read + failed;
  if (const Value* last = line.find("last"); last && last->items.size() == 2) {
    const auto number_in = [](const Value& value) {
      std::uint64_t out = 0;
      std::from_chars(value.text.data(), value.text.data() + value.text.size(), out);
      return out;
    };
    manifest.last = pipeline::Position{number_in(last->items[0]), number_in(last->items[1])};
  }
}

std::string joined(const std::vector<std::string>& options) {
  std::string out;
  for (const std::string& option : options) out += (out.empty() ? "" : " ") + option;
  return out.empty() ? "none" : out;
}

}  // namespace

std::string manifest_place(const std::string& folder) { return folder + "/manifest.jsonl"; }
std::string part_name(std::uint64_t number) { return fmt::format("part-{:06}.jsonl", number); }

ManifestHead head_of(const Typed& typed, const pipeline::Muster& muster) {
  // --rules is told by the digest, --shard has a place of its own; the others leave the records as they are.
  constexpr std::array<std::string_view, 12> apart = {"--rules",  "--shard",      "--resume", "--part-size",
                                                      "--output", "--threads",    "--quiet",  "--verbose",
                                                      "--color",  "--hyperlinks", "--format", "--bom"};
  ManifestHead head{MUSTER_VERSION, pipeline::rules_digest(muster), {}, {}};
  if (typed.shard) head.shard = fmt::format("{}/{}", typed.shard->first, typed.shard->second);
  for (const auto& [name, value] : typed.given)
    if (std::find(apart.begin(), apart.end(), name) == apart.end())
      head.options.push_back(value.empty() ? name : name + ' ' + value);
  std::sort(head.options.begin(), head.options.end());
  return head;
}

std::vector<ManifestInput> inputs_of(const std::vector<pipeline::Task>& tasks) {
  std::vector<ManifestInput> inputs;
  inputs.reserve(tasks.size());
  for (const pipeline::Task& task : tasks) {
    ManifestInput& input = inputs.emplace_back(ManifestInput{pipeline::printable(task.input.path), {}, {}});
    struct stat about {};
    if (task.input.path == "-" || ::stat(task.input.path.c_str(), &about) != 0 || !S_ISREG(about.st_mode)) continue;
    input.bytes = std::to_string(about.st_size);
    input.modified = fmt::format("{}.{:09}", about.st_mtim.tv_sec, about.st_mtim.tv_nsec);
  }
  return inputs;
}

std::string head_line(const ManifestHead& head) {
  std::string options;
  for (const std::string& option : head.options) options += (options.empty() ? "" : ", ") + quoted(option);
  return fmt::format("{{\"manifest\": 1, \"muster\": {}, \"rules\": {}, \"options\": [{}], \"shard\": {}}}\n",
                     quoted(head.version), quoted(head.rules), options,
                     head.shard.empty() ? "null" : quoted(head.shard));
}

std::string input_line(std::uint64_t number, const ManifestInput& input) {
  return fmt::format("{{\"input\": {}, \"path\": {}, \"bytes\": {}, \"modified\": {}}}\n", number, quoted(input.path),
                     or_null(input.bytes), input.modified.empty() ? "null" : quoted(input.modified));
}

std::string document_entry(const model::Record& record, const pipeline::Taken& taken) {
  const model::SourceInfo& source = record.document.source;
  return fmt::format(
      "{{\"input\": {}, \"document\": {}, \"path\": {}, \"member\": {}, \"record\": {}, \"bytes\": {}, \"sha256\": {}, \"outcome\": \"{}\", \"milliseconds\": {:.1f}}}",
      taken.at.input, taken.at.document, quoted(source.path), source.member ? quoted(*source.member) : "null",
      source.record ? std::to_string(*source.record) : "null", source.bytes, quoted(source.sha256),
      record.failed ? "failed" : "read", taken.milliseconds);
}

base::Result<std::optional<Manifest>> read_manifest(const std::string& folder) {
  std::ifstream in(manifest_place(folder), std::ios::binary);
  if (!in) return std::nullopt;
  Manifest manifest;
  bool begun = false, broken = false;
  std::uint64_t lines = 0;
  for (std::string line; std::getline(in, line);) {
    ++lines;
    if (broken)
      return base::fail(base::Code::output_failed,
                        fmt::format("'{}' is damaged in line {}", manifest_place(folder), lines - 1));
    const base::Result<Value> value =
        in.eof() ? base::Result<Value>(base::fail(base::Code::output_failed, "cut off")) : parse_json(line);
    if (!value || value->type != Value::Type::object) {
      broken = true;   // at the end: what a crash cut off
      continue;
    }
    if (!begun && !value->find("manifest"))
      return base::fail(base::Code::output_failed,
                        fmt::format("'{}' is no manifest of muster", manifest_place(folder)));
    manifest.ended = value->find("end") != nullptr;
    if (value->find("manifest")) read_head(*value, manifest.head), begun = true;
    if (value->find("part")) read_part(*value, manifest);
    if (value->find("input")) {
      const std::uint64_t number = number_of(*value, "input");
      if (number > manifest.inputs.size())
        return base::fail(base::Code::output_failed,
                          fmt::format("'{}' is damaged in line {}", manifest_place(folder), lines));
      if (number == manifest.inputs.size()) manifest.inputs.emplace_back();
      manifest.inputs[number] = {std::string(value->string("path")), written(*value, "bytes"),
                                 written(*value, "modified")};
    }
    manifest.good += line.size() + 1;
  }
  if (!begun) return std::nullopt;
  return manifest;
}

std::string differs(const ManifestHead& old, const ManifestHead& now) {
  if (old.version != now.version) return fmt::format("it was begun by muster {}, this is {}", old.version, now.version);
  if (old.rules != now.rules) return "it was begun with other rules";
  if (old.options != now.options)
    return fmt::format("it was begun with other options: {}; now: {}", joined(old.options), joined(now.options));
  if (old.shard != now.shard)
    return fmt::format("it was begun as {}; now: {}", old.shard.empty() ? "a whole run" : "--shard " + old.shard,
                       now.shard.empty() ? "a whole run" : "--shard " + now.shard);
  return {};
}

std::string differs(const Manifest& old, const std::vector<ManifestInput>& now) {
  std::size_t next = 0;
  for (std::size_t i = 0; i < old.inputs.size(); ++i) {
    std::size_t at = next;
    while (at < now.size() && now[at].path != old.inputs[i].path) ++at;
    if (at == now.size())
      return fmt::format("the input '{}' is not there any more, or stands elsewhere", old.inputs[i].path);
    if (at > next && old.last && i <= old.last->input)
      return fmt::format("the input '{}' is new, and stands before what is done", now[next].path);
    if (now[at].bytes != old.inputs[i].bytes || now[at].modified != old.inputs[i].modified)
      return fmt::format("the input '{}' has changed since", old.inputs[i].path);
    next = at + 1;
  }
  return {};
}

}  // namespace muster::cli
