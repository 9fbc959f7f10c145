// `muster check DIR`: DIR/texts/** against DIR/expected/**.json. See docs/adding-a-document.md.
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <system_error>

#include "cli/commands.hpp"
#include "cli/compare.hpp"
#include "cli/documents.hpp"
#include "cli/exit_code.hpp"
#include "cli/meant.hpp"
#include "cli/progress.hpp"
#include "cli/terminal.hpp"
#include "cli/test_report.hpp"
#include "muster/output/terminal_text.hpp"
#include "muster/output/paint.hpp"

namespace muster::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view texts = "texts";
constexpr std::string_view expected = "expected";

// What came out: per file, with paths relative to the corpus.
using Found = std::map<std::string, Value>;

std::optional<std::string> contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

base::Result<Found> read_all(const Typed& typed, const fs::path& root) {
  MUSTER_TRY_ASSIGN(muster, pipeline::Muster::load(options_of(typed)));
  const auto writer = output::make_writer(output::Format::jsonl, {});
  Found found;
  base::Result<bool> fine = true;
  ProgressLine progress(!typed.quiet);
  const pipeline::Outcome outcome = pipeline::run(
      muster, {(root / texts).string()}, options_of(typed),
      [&](model::Record&& record) {
        record.document.source.path = fs::path(record.document.source.path).lexically_relative(root).generic_string();
        if (record.failed && record.document.source.path == texts) {   // the folder itself
          const base::Warning& why = record.warnings.front();
          fine = base::fail(why.code, "'" + (root / texts).string() + "': " + why.message);
          return false;
        }
        std::string line;
        writer->write(record, line);
        base::Result<Value> value = parse_json(line);
        if (!value) {
          fine = base::fail(std::move(value).error());
          return false;
        }
        Value& records = found[record.document.source.path];
        records.type = Value::Type::list;
        records.items.push_back(std::move(*value));
        return true;
      },
      [&](const pipeline::Progress& now) { progress.show(now); });
  if (!fine) return base::fail(fine.error());
  if (outcome.read + outcome.failed == 0)
    return base::fail(base::Code::input_none, "'" + (root / texts).string() + "' holds no document");
  return found;
}

fs::path expectation_of(const fs::path& root, const std::string& path) {
  return root / expected / fs::path(path).lexically_relative(texts).concat(".json");
}

Case compare_file(const fs::path& root, const std::string& path, const Value& records) {
  Case result{path, {}};
  const fs::path file = expectation_of(root, path);
  const std::optional<std::string> json = contents(file);
  if (!json) {
    result.differences.push_back("~ there is no expectation: " + file.string());
    return result;
  }
  const base::Result<Value> wanted = parse_json(*json);
  if (!wanted) {
    const base::Error& error = wanted.error();
    result.differences.push_back("~ " + file.string() + ':' + std::to_string(error.where->line) + ':' +
                                 std::to_string(error.where->column) + ": " + error.text);
    return result;
  }
  result.differences = differences(*wanted, records);
  return result;
}

// Expectations whose document is gone.
std::vector<std::string> orphans(const fs::path& root, const Found& found) {
  std::vector<std::string> out;
  std::error_code ignored;
  for (fs::recursive_directory_iterator at(root / expected, ignored), end; at != end; at.increment(ignored)) {
    if (!at->is_regular_file(ignored) || at->path().extension() != ".json") continue;
    fs::path text = texts / at->path().lexically_relative(root / expected);
    text.replace_extension();
    if (!found.contains(text.generic_string())) out.push_back(at->path().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

base::Result<bool> write_file(const std::string& path, std::string_view text) {
  MUSTER_TRY_ASSIGN(sink, Sink::open(path));
  MUSTER_TRY(sink.write(text));
  return sink.finish();
}

std::string lines_of(const Case& one, const output::Ink& ink) {
  std::string out = ink("1", one.name) + '\n';
  for (const std::string& line : one.differences)
    out += "  " + ink(line[0] == '-' ? "31" : line[0] == '+' ? "32" : "33", line) + '\n';
  return out;
}

int accept(const Typed& typed, const fs::path& root, const Found& found) {
  const char* ci = std::getenv("CI");   // NOLINT: read only
  if (ci && *ci) {
    say_error({base::Code::usage,
               "check --accept does not run in CI: expectations are accepted by a person",
               {},
               {"help: accept at your desk and read the change"},
               {}},
              typed.color);
    return exit_usage;
  }
  const output::Ink ink{wants_colour(STDOUT_FILENO, typed.color)};
  std::string out;
  std::size_t written = 0, same = 0;
  for (const auto& [path, records] : found) {
    const fs::path file = expectation_of(root, path);
    const std::string json = pretty_json(records);
    const std::optional<std::string> old = contents(file);
    if (old && *old == json) {
      ++same;
      continue;
    }
    std::error_code trouble;
    fs::create_directories(file.parent_path(), trouble);
    if (auto done = write_file(file.string(), json); !done) return end_with(done.error(), typed);
    ++written;
    Case changed{path, {"+ new"}};
    if (old) {
      const base::Result<Value> before = parse_json(*old);
      changed.differences = before ? differences(*before, records) : std::vector<std::string>{"~ was not JSON"};
      if (changed.differences.empty()) changed.differences.emplace_back("~ the same, printed anew");
    }
    out += lines_of(changed, ink);
  }
  for (const std::string& path : orphans(root, found)) {
    std::error_code trouble;
    fs::remove(path, trouble);
    ++written;
    out += ink("1", path) + "\n  - removed: its document is gone\n";
  }
  out += std::to_string(written) + " written, " + std::to_string(same) + " unchanged\n";
  return print({}, out);
}

}  // namespace

int cmd_check(const Typed& typed) {
  const fs::path root = fs::path(typed.words.front()).lexically_normal();
  std::error_code ignored;
  if (!fs::is_directory(root / texts, ignored)) {
    say_error({base::Code::input_missing,
               "'" + (root / texts).string() + "' is no folder",
               {},
               {"help: a corpus is a folder with texts/ and expected/ in it"},
               {}},
              typed.color);
    return exit_usage;
  }
  const base::Result<Found> found = read_all(typed, root);
  if (!found) return end_with(found.error(), typed);
  if (typed.accept) return accept(typed, root, *found);
  std::vector<Case> cases;
  for (const auto& [path, records] : *found) cases.push_back(compare_file(root, path, records));
  for (const std::string& path : orphans(root, *found)) cases.push_back({path, {"~ its document is gone"}});
  std::size_t failed = 0, differing = 0;
  std::string out;
  const output::Ink ink{wants_colour(STDOUT_FILENO, typed.color)};
  for (const Case& one : cases) {
    if (one.differences.empty()) continue;
    ++failed;
    differing += one.differences.size();
    out += lines_of(one, ink);
  }
  out += std::to_string(cases.size()) + (cases.size() == 1 ? " document" : " documents") + " checked: ";
  out += failed == 0 ? std::string("all as expected\n")
                     : std::to_string(failed) + " differ, in " + std::to_string(differing) + " places\n";
  if (typed.tap && *typed.tap == "-") out.clear();
  if (typed.tap)
    if (auto done = write_file(*typed.tap, tap(cases)); !done) return end_with(done.error(), typed);
  if (typed.junit)
    if (auto done = write_file(*typed.junit, junit(cases)); !done) return end_with(done.error(), typed);
  if (const int ended = print({}, out); ended != exit_ok) return ended;
  return failed == 0 ? exit_ok : exit_differences;
}

}  // namespace muster::cli
