// The fields of packs and word lists, in one place: the reader knows names by it, docs/rules.md shows it.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace muster::packs {

struct Field {
  std::string_view table;   // "[pack]", "[[rule]]", "examples", "[vocab]", "[[entry]]"
  std::string_view name;
  std::string_view type;
  bool needed;
  std::string_view about;
};

inline constexpr std::array<Field, 25> fields = {{
    {"[pack]", "id", "string", true,
     "lower-case letters, digits, `.`, `-`, `_`; a pack of the same id in `--rules` replaces it whole"},
    {"[pack]", "about", "string", false, "what the rules look for, in one sentence"},
    {"[pack]", "language", "string", false, "ISO 639-1; `en` if not given"},
    {"[parts]", "*name*", "string", false,
     "a piece of pattern, usable as `{name}` in the patterns and other parts of this pack"},
    {"[[rule]]", "id", "string", true, "printed as `evidence.rule`; a rule of the same id in `--rules` replaces it"},
    {"[[rule]]", "when", "list of strings", true,
     "the words that wake the rule, in lower case; `vacanc*` is the beginning of a word, `{list}` all forms of a word list"},
    {"[[rule]]", "in", "list of strings", false,
     "the blocks it reads: `sentence` (paragraph, list_item and quote; the default), `title`, `heading`, `paragraph`, `list_item`, `quote`, `table_row`, `any`"},
    {"[[rule]]", "pattern", "string", true, "what is searched in one sentence"},
    {"[[rule]]", "unless", "string", false, "a pattern that vetoes the match"},
    {"[[rule]]", "unless_in", "string", false,
     "where `unless` looks: in the whole `sentence` (the default) or only in the `match`"},
    {"[[rule]]", "makes", "table of strings", true,
     "`fact`, the kind of fact, and what its maker is to know; `{group}` is what a group of the pattern matched"},
    {"[[rule]]", "yes", "list of examples", false, "at least two: texts of which the rule makes a fact"},
    {"[[rule]]", "no", "list of examples", false,
     "at least two, one of them with a word of `when`: texts of which it makes none"},
    {"[[rule]]", "todo", "list of examples", false,
     "texts that should work and do not yet; one that passes is an error (P011)"},
    {"examples", "text", "string", true,
     "the text; « » stand around what the rule matches (of a recommendation: around the item)"},
    {"examples", "why", "string", false, "the reason, for whoever reads the pack"},
    {"examples", "facts", "whole number", false, "how many facts the rule makes of the text; 1 if not given"},
    {"examples", "*field*", "string, number or list", false,
     "a field of the first fact, under its name in the output; null is `\"\"`, lists are joined by `,`"},
    {"[vocab]", "id", "string", true, "the name by which patterns and `when` call the list"},
    {"[vocab]", "about", "string", false, "what the words are"},
    {"[vocab]", "words", "list of strings", false, "entries that are just a name"},
    {"[[entry]]", "name", "string", true, "the name that stands for all forms; itself a form"},
    {"[[entry]]", "forms", "list of strings", false, "other ways to write it"},
    {"[[entry]]", "bare", "true or false", false, "`false`: the name is no form"},
    {"[[entry]]", "*field*", "string, number or list", false, "anything else that a reader of the list wants to know"},
}};

// The names that a table may hold; the open ones (*name*) left out.
[[nodiscard]] inline std::vector<std::string_view> names_of(std::string_view table) {
  std::vector<std::string_view> names;
  for (const Field& field : fields)
    if (field.table == table && !field.name.starts_with('*')) names.push_back(field.name);
  return names;
}

// The table of docs/rules.md, as Markdown.
[[nodiscard]] inline std::string fields_markdown() {
  std::string out = "| table | field | type | needed | what it says |\n|---|---|---|---|---|\n";
  for (const Field& field : fields) {
    const bool open = field.name.starts_with('*');
    out.append("| `").append(field.table).append("` | ").append(open ? "" : "`").append(field.name).append(open ? "" : "`");
    out.append(" | ").append(field.type).append(" | ").append(field.needed ? "yes" : "").append(" | ").append(field.about).append(" |\n");
  }
  return out;
}

}  // namespace muster::packs
