#include "packs/check.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "packs/excerpt.hpp"

namespace muster::packs {
namespace {

using base::Code;
using base::Where;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool starts_name(char c) { return is_letter(c) || c == '_'; }

// The byte where a position of a text is; its size if there is no such line.
std::size_t byte_of(std::string_view text, const Where& where) {
  std::size_t at = 0;
  for (std::uint32_t line = 1; line < where.line; ++line) {
    at = text.find('\n', at);
    if (at == std::string_view::npos) return text.size();
    ++at;
  }
  return std::min<std::size_t>(text.size(), at + where.column - 1);   // what stands before a value is ASCII
}

// A string as the file holds it: where byte `offset` of its value stands. Strings with escapes only
// know where they begin.
Where inside(const Texts& texts, const Where& value, std::string_view string, std::size_t offset) {
  const auto file = texts.find(value.path);
  if (file == texts.end() || value.line == 0) return value;
  const std::string_view text = file->second;
  std::size_t at = byte_of(text, value);
  const std::string_view rest = text.substr(at);
  const bool raw = rest.starts_with('\'');
  if (!raw && string.find('\\') != std::string_view::npos) return value;
  const std::size_t quotes = rest.starts_with("'''") || rest.starts_with("\"\"\"") ? 3 : 1;
  at += quotes;
  if (quotes == 3 && text.substr(at).starts_with('\r')) ++at;
  if (quotes == 3 && text.substr(at).starts_with('\n')) ++at;
  Where where = value;
  for (std::size_t i = byte_of(text, value); i < at + offset && i < text.size(); ++i) {
    if (text[i] == '\n') {
      ++where.line;
      where.column = 1;
    } else {
      ++where.column;
    }
  }
  return where;
}

class PackCheck {
 public:
  PackCheck(const model::PackSet& set, const model::Pack& pack, const Texts& texts, std::vector<base::Error>& errors)
      : set_(set), pack_(pack), texts_(texts), errors_(errors) {}

  void check() {
    for (const auto& [name, part] : pack_.parts) {
      const auto where = pack_.parts_where.find(name);
      pattern(part, where == pack_.parts_where.end() ? pack_.where : where->second, fmt::format("part `{}`", name));
    }
    for (const model::Rule& rule : pack_.rules) {
      pattern(rule.pattern, rule.pattern_where, fmt::format("rule `{}`", rule.id));
      pattern(rule.unless, rule.unless_where, fmt::format("rule `{}`", rule.id));
      for (const std::string& when : rule.when)
        if (when.starts_with('{')) {
          const std::string_view name = std::string_view(when).substr(1, when.size() - 2);
          if (set_.vocab.find(name) == nullptr)
            complain(Code::pack_name, rule.where,
                     fmt::format("rule `{}`: `when` names {}, which is no word list", rule.id, when), near_list(name));
        }
      makes(rule);
    }
  }

 private:
  void complain(Code code, const Where& where, std::string text, std::string help) {
    base::Error error{code, std::move(text), where, {}, {}};
    if (const auto file = texts_.find(where.path); file != texts_.end())
      error.notes = excerpt(file->second, where.line, where.column);
    if (!help.empty()) error.notes.push_back("help: " + std::move(help));
    errors_.push_back(std::move(error));
  }

  std::string near(std::string_view name, bool with_parts) const {
    std::vector<std::string_view> names;
    if (with_parts)
      for (const auto& [part, text] : pack_.parts) names.push_back(part);
    for (const model::VocabList& list : set_.vocab.lists) names.push_back(list.id);
    const std::string_view best = nearest(name, names);
    return best.empty() ? std::string() : fmt::format("did you mean {{{}}}?", best);
  }
  std::string near_list(std::string_view name) const { return near(name, false); }

  // Whether what stands at `i` (after a group) repeats it without end.
  static bool unbounded(std::string_view text, std::size_t i) {
    while (i < text.size() && is_space(text[i])) ++i;
    if (i >= text.size()) return false;
    if (text[i] == '*' || text[i] == '+') return true;
    if (text[i] != '{') return false;
    const std::size_t close = text.find('}', i);
    if (close == std::string_view::npos || close < i + 2) return false;
    std::size_t last = close - 1;
    while (last > i && is_space(text[last])) --last;
    return text[last] == ',';
  }

  void pattern(std::string_view text, const Where& where, const std::string& of) {
    const auto at = [&](std::size_t i) { return inside(texts_, where, text, i); };
    bool in_set = false;
    std::size_t letter = std::string_view::npos;   // the last literal letter, if only spaces followed it
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (static_cast<unsigned char>(c) >= 0x80) {
        complain(Code::pack_pattern, at(i), of + ": a pattern holds a character beyond ASCII",
                 "texts are folded before they are matched: write ' \" - e for ’ “ – é");
        return;   // one is enough: the next bytes belong to it
      }
      if (in_set) {
        if (c == '\\') ++i;
        else in_set = c != ']';
        continue;
      }
      if (is_space(c)) continue;
      const bool optional =
          i + 1 < text.size() && std::string_view("?*+{").find(text[i + 1]) != std::string_view::npos;   // "half s?"
      if (is_letter(c) && !optional && letter != std::string_view::npos && letter + 1 < i) {
        std::size_t from = letter;
        while (from > 0 && is_letter(text[from - 1])) --from;
        complain(Code::pack_pattern, at(i), of + ": two words without a space between them",
                 "spaces in a pattern are layout: write \\s+ where the text has a space");
      }
      letter = is_letter(c) ? i : std::string_view::npos;
      if (c == '\\') {
        ++i;
        if (i + 1 < text.size() && text[i + 1] == '{' &&
            std::string_view("xpPgN").find(text[i]) != std::string_view::npos)
          i = std::min(text.find('}', i), text.size());
      } else if (c == '[') {
        in_set = true;
        if (i + 1 < text.size() && text[i + 1] == '^') ++i;
        if (i + 1 < text.size() && text[i + 1] == ']') ++i;
      } else if (c == '#') {
        i = std::min(text.find('\n', i), text.size());
      } else if (c == '(' && text.substr(i).starts_with("(?<") && i + 3 < text.size() && starts_name(text[i + 3])) {
        i = std::min(text.find('>', i), text.size());
      } else if (c == ')' && unbounded(text, i + 1)) {
        complain(Code::pack_pattern, at(i), of + ": a group is repeated without end",
                 "such patterns explode on long sentences: bound it, as in (…){0,12}");
      } else if (c == '{' && i + 1 < text.size() && starts_name(text[i + 1])) {
        const std::size_t close = text.find('}', i);
        if (close == std::string_view::npos) {
          complain(Code::pack_pattern, at(i), of + ": a '{' without its '}'", {});
          return;
        }
        const std::string_view name = text.substr(i + 1, close - i - 1);
        if (!pack_.parts.contains(std::string(name)) && set_.vocab.find(name) == nullptr)
          complain(Code::pack_name, at(i),
                   fmt::format("{}: {{{}}} is neither a part of this pack nor a word list", of, name),
                   near(name, true));
        if (unbounded(text, close + 1))
          complain(Code::pack_pattern, at(close), of + ": a group is repeated without end",
                   "such patterns explode on long sentences: bound it, as in {name}{0,12}");
        i = close;
      }
    }
  }

  // The names of the groups of a pattern and of the parts in it.
  // Each part is read once, however often and however deep parts name each other.
  void groups(std::string_view text, std::set<std::string, std::less<>>& names,
              std::set<std::string, std::less<>>& read) const {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
      if (text[i] == '\\') {
        ++i;
      } else if (text.substr(i, 3) == "(?<" && i + 3 < text.size() && starts_name(text[i + 3])) {
        names.emplace(text.substr(i + 3, text.find('>', i) - i - 3));
      } else if (text[i] == '{' && starts_name(text[i + 1])) {
        const auto part = pack_.parts.find(std::string(text.substr(i + 1, text.find('}', i) - i - 1)));
        if (part != pack_.parts.end() && read.insert(part->first).second) groups(part->second, names, read);
      }
    }
  }

  void makes(const model::Rule& rule) {
    std::set<std::string, std::less<>> names;
    std::set<std::string, std::less<>> read;
    groups(rule.pattern, names, read);
    for (const auto& [field, value] : rule.makes)
      for (std::size_t open = value.find('{'); open != std::string::npos; open = value.find('{', open + 1)) {
        const std::size_t close = value.find('}', open);
        if (close == std::string::npos) break;
        const std::string_view name = std::string_view(value).substr(open + 1, close - open - 1);
        if (names.contains(name)) continue;
        const std::vector<std::string_view> known(names.begin(), names.end());
        const std::string_view best = nearest(name, known);
        complain(
            Code::pack_name, rule.where,
            fmt::format("rule `{}`: `makes.{}` names {{{}}}, which is no group of its pattern", rule.id, field, name),
            best.empty() ? std::string() : fmt::format("did you mean {{{}}}?", best));
      }
  }

  const model::PackSet& set_;
  const model::Pack& pack_;
  const Texts& texts_;
  std::vector<base::Error>& errors_;
};

}  // namespace

void check(const model::PackSet& set, const Texts& texts, std::vector<base::Error>& errors) {
  for (const model::Pack& pack : set.packs) PackCheck(set, pack, texts, errors).check();
}

}  // namespace muster::packs
