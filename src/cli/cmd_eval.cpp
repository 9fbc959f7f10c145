// `muster eval`: records against gold annotations, a sample of facts to judge, or the marks of such a
// sample counted. See docs/evaluation.md.
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <system_error>

#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/eval/sample.hpp"
#include "cli/eval/score.hpp"
#include "cli/exit_code.hpp"
#include "cli/json_value.hpp"
#include "cli/meant.hpp"
#include "cli/progress.hpp"
#include "cli/terminal.hpp"
#include "muster/output/phrases.hpp"
#include "muster/output/terminal_text.hpp"

namespace muster::cli {
namespace {

namespace fs = std::filesystem;

base::Error wrong(std::string text, std::string help) {
  return {base::Code::usage, std::move(text), std::nullopt, {"help: " + std::move(help)}, {}};
}

std::optional<std::string> contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

// "a.json:3:7: …" for what is no JSON.
base::Error no_json(const std::string& path, const base::Error& error, std::uint32_t line = 0) {
  std::string place = path;
  if (line > 0) place += ':' + std::to_string(line);
  else if (error.where) place += ':' + std::to_string(error.where->line) + ':' + std::to_string(error.where->column);
  return {error.code, place + ": " + error.text, std::nullopt, {}, {}};
}

// Reads all documents; the codes of extract at the end.
template <class Take>
int read_documents(const Typed& typed, Take take) {
  base::Result<pipeline::Muster> muster = pipeline::Muster::load(options_of(typed));
  if (!muster) return end_with(muster.error(), typed);
  ProgressLine progress(!typed.quiet);
  const pipeline::Outcome outcome = pipeline::run(
      *muster, typed.words, options_of(typed),
      [&](model::Record&& record) {
        if (record.failed) {
          progress.erase();
          say_error({record.warnings.front().code, record.warnings.front().message, std::nullopt, {}, {}}, typed.color);
        }
        return take(record);
      },
      [&](const pipeline::Progress& now) { progress.show(now); });
  progress.erase();
  if (outcome.failed == 0) return exit_ok;
  return outcome.read == 0 ? exit_none_read : exit_some_failed;
}

std::string padded(std::string_view text, std::size_t width) {
  return std::string(text) + std::string(text.size() < width ? width - text.size() : 0, ' ');
}

std::string right_aligned(const std::string& text, std::size_t width) {
  return std::string(text.size() < width ? width - text.size() : 0, ' ') + text;
}

std::string three(double share) {
  char buffer[32];
  // Two roundings, to four places and to three: what other scorers print, who keep four.
  std::snprintf(buffer, sizeof buffer, "%.3f", std::round(share * 1e4) / 1e4);
  return buffer;
}

std::string table_of(const eval::Scores& scores) {
  std::string out = padded("", 28) + "   gold  found  right  precision  recall     F1\n";
  for (const eval::Row& row : scores.rows()) {
    out += padded(row.name, 28) + right_aligned(std::to_string(row.gold), 7) +
           right_aligned(std::to_string(row.found), 7) + right_aligned(std::to_string(row.right), 7) +
           right_aligned(three(row.precision()), 11) + right_aligned(three(row.recall()), 8) +
           right_aligned(three(row.f1()), 7) + '\n';
  }
  if (!scores.attributes().empty()) out += '\n' + padded("of what was found", 28) + "     of  right   share\n";
  for (const auto& [name, attribute] : scores.attributes())
    out += padded(name, 28) + right_aligned(std::to_string(attribute.of), 7) +
           right_aligned(std::to_string(attribute.right), 7) +
           right_aligned(three(static_cast<double>(attribute.right) / static_cast<double>(attribute.of)), 8) + '\n';
  return out;
}

std::string misses_of(const eval::Scores& scores, const std::string& kind) {
  std::string out;
  for (const eval::Row& row : scores.rows()) {
    if (row.name != kind) continue;
    out += '\n' + row.name + ": missed\n";
    for (const std::string& line : row.missed) out += "  " + output::one_line(line) + '\n';
    out += '\n' + row.name + ": wrongly found\n";
    for (const std::string& line : row.wrong) out += "  " + output::one_line(line) + '\n';
  }
  return output::sanitized(out);
}

int against_gold(const Typed& typed) {
  std::vector<fs::path> files;
  std::error_code trouble;
  for (fs::directory_iterator at(*typed.gold, trouble), end; !trouble && at != end; at.increment(trouble))
    if (at->path().extension() == ".json") files.push_back(at->path());
  if (trouble || files.empty()) return end_with({base::Code::input_missing,
      "'" + *typed.gold + "' holds no gold (*.json)", std::nullopt,
      {"help: docs/evaluation.md says what gold looks like"}, {}}, typed);
  std::sort(files.begin(), files.end());
  std::vector<Value> gold;
  for (const fs::path& file : files) {
    const std::optional<std::string> json = contents(file);
    base::Result<Value> value =
        json ? parse_json(*json)
             : base::Result<Value>(base::fail(base::Code::input_unreadable, "'" + file.string() + "' cannot be read"));
    if (!value) return end_with(json ? no_json(file.string(), value.error()) : value.error(), typed);
    if (value->string("id").empty()) return end_with({base::Code::usage, file.string() + ": gold without an \"id\"",
        std::nullopt, {"help: the id is the document's file name without its ending"}, {}}, typed);
    gold.push_back(std::move(*value));
  }
  std::map<std::string, Value, std::less<>> found;
  const auto writer = output::make_writer(output::Format::jsonl, {});
  const int ended = read_documents(typed, [&](const model::Record& record) {
    const std::string id = fs::path(record.document.source.path).stem().string();
    if (std::none_of(gold.begin(), gold.end(), [&](const Value& one) { return one.string("id") == id; })) return true;
    std::string line;
    writer->write(record, line);
    if (base::Result<Value> value = parse_json(line); value) found.insert_or_assign(id, std::move(*value));
    return true;
  });
  if (ended != exit_ok && ended != exit_some_failed) return ended;
  eval::Scores scores;
  std::string absent;
  for (const Value& one : gold) {
    const auto record = found.find(one.string("id"));
    scores.add(one, record == found.end() ? nullptr : &record->second);
    if (record == found.end()) absent += ' ' + std::string(one.string("id"));
  }
  std::string out = table_of(scores);
  if (!absent.empty()) out += "\ngold without a document:" + absent + '\n';
  if (typed.misses) {
    const std::string listed = misses_of(scores, *typed.misses);
    if (listed.empty())
      return end_with(wrong("there is no row '" + *typed.misses + "'",
                            "the rows are named in the table, for example --misses statuses"),
                      typed);
    out += listed;
  }
  const int printed = print(typed, out);
  return printed != exit_ok ? printed : ended;
}

Value text_value(std::string text) { Value value; value.type = Value::Type::string; value.text = std::move(text); return value; }
Value number_value(std::uint64_t number) { Value value; value.type = Value::Type::number; value.text = std::to_string(number); return value; }

// A line to fill in: the form in which the evidence page saves its marks.
std::string line_of(const eval::Drawn& drawn) {
  Value line;
  line.type = Value::Type::object;
  const auto put = [&](std::string key, Value value) { line.members.emplace_back(std::move(key), std::move(value)); };
  put("path", text_value(drawn.path));
  put("member", drawn.member.empty() ? Value{} : text_value(drawn.member));
  put("record", drawn.record ? number_value(*drawn.record) : Value{});
  put("kind", text_value(drawn.kind));
  put("id", text_value(drawn.id));
  put("start", number_value(drawn.quote.begin));
  put("end", number_value(drawn.quote.end));
  put("quote", text_value(drawn.said));
  put("right", Value{});
  put("note", text_value(""));
  return flat_json(line) + '\n';
}

std::string paragraph_of(const eval::Drawn& drawn, std::size_t number) {
  std::string out = (number == 1 ? "" : "\n") + std::to_string(number) + ". " + drawn.path;
  if (!drawn.member.empty()) out += '!' + drawn.member;
  if (drawn.record) out += ':' + std::to_string(*drawn.record);
  if (drawn.page) out += ", page " + std::to_string(*drawn.page);
  out += ", " + drawn.id + "\n   " + drawn.label + '\n';
  out += "   " + (drawn.before.empty() ? "" : "… " + drawn.before + ' ') + "«" + output::one_line(drawn.said) + "»" +
         (drawn.after.empty() ? "" : ' ' + drawn.after + " …") + '\n';
  return output::sanitized(out);
}

int sample(const Typed& typed) {
  const bool lines = typed.format && *typed.format == "jsonl";
  if (typed.format && !lines && *typed.format != "plain")
    return end_with(wrong("there is no format '" + *typed.format + "'", "eval --sample knows plain and jsonl"), typed);
  eval::Sample drawn(static_cast<std::size_t>(*typed.sample), typed.seed.value_or(1));
  const int ended = read_documents(typed, [&](const model::Record& record) { drawn.add(record); return true; });
  if (ended != exit_ok && ended != exit_some_failed) return ended;
  std::string out, kind;
  std::size_t number = 0;
  for (const eval::Drawn& one : drawn.draw()) {
    if (lines) { out += line_of(one); continue; }
    if (one.kind != kind) {
      out += (kind.empty() ? "" : "\n") + one.kind + "\n" + (kind.empty() ? "\n" : "");
      kind = one.kind;
    }
    out += paragraph_of(one, ++number);
  }
  const int printed = print(typed, out);
  return printed != exit_ok ? printed : ended;
}

// Marks that a person has set, counted by kind.
int count_marks(const Typed& typed) {
  const std::optional<std::string> all = contents(*typed.marks);
  if (!all)
    return end_with({base::Code::input_unreadable, "'" + *typed.marks + "' cannot be read", std::nullopt, {}, {}},
                    typed);
  struct Marked { std::size_t right = 0, wrong = 0, open = 0; };
  std::map<std::string, Marked> kinds;
  std::string wrong_ones;
  std::uint32_t number = 0;
  for (std::size_t from = 0; from < all->size();) {
    const std::size_t end = std::min(all->find('\n', from), all->size());
    const std::string_view text(all->data() + from, end - from);
    from = end + 1;
    ++number;
    if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const base::Result<Value> mark = parse_json(text);
    if (!mark) return end_with(no_json(*typed.marks, mark.error(), number), typed);
    const Value* right = mark->find("right");
    Marked& of_kind = kinds[std::string(mark->string("kind"))];
    if (right == nullptr || right->type != Value::Type::boolean) { ++of_kind.open; continue; }
    ++(right->text == "true" ? of_kind.right : of_kind.wrong);
    if (right->text != "true") {
      const std::string_view note = mark->string("note");
      wrong_ones += "  " + std::string(mark->string("path")) + " " + std::string(mark->string("id")) + ": " +
                    output::one_line(mark->string("quote")) +
                    (note.empty() ? "" : " (" + output::one_line(note) + ")") + '\n';
    }
  }
  std::string out = padded("", 20) + "  right  wrong  not marked   share right\n";
  Marked sum;
  const auto row = [&](const std::string& name, const Marked& marked) {
    const std::size_t judged = marked.right + marked.wrong;
    out +=
        padded(name, 20) + right_aligned(std::to_string(marked.right), 7) +
        right_aligned(std::to_string(marked.wrong), 7) + right_aligned(std::to_string(marked.open), 12) +
        right_aligned(judged == 0 ? "-" : three(static_cast<double>(marked.right) / static_cast<double>(judged)), 14) +
        '\n';
  };
  for (const auto& [name, marked] : kinds) {
    row(name, marked);
    sum.right += marked.right;
    sum.wrong += marked.wrong;
    sum.open += marked.open;
  }
  row("all", sum);
  if (!wrong_ones.empty()) out += "\nwrong\n" + output::sanitized(wrong_ones);
  return print(typed, out);
}

}  // namespace

int cmd_eval(const Typed& typed) {
  const int ways = (typed.gold ? 1 : 0) + (typed.sample ? 1 : 0) + (typed.marks ? 1 : 0);
  if (ways != 1)
    return end_with(wrong("eval needs one of --gold, --sample and --marks", "muster eval --gold gold/ reports/"),
                    typed);
  if (typed.marks && !typed.words.empty())
    return end_with(wrong("eval --marks reads no documents", "leave the paths out"), typed);
  if (!typed.marks && typed.words.empty())
    return end_with(wrong("eval needs documents to read", "muster eval --sample 50 reports/"), typed);
  if (typed.marks) return count_marks(typed);
  listen_to_signals();
  return typed.gold ? against_gold(typed) : sample(typed);
}

}  // namespace muster::cli
