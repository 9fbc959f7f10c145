#include "packs/read.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "muster/model/notation.hpp"
#include "packs/excerpt.hpp"
#include "packs/fields.hpp"

namespace muster::packs {
namespace {

using base::Code;
using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, 6> top_names = {"pack", "parts", "rule", "vocab", "entry", "words"};
constexpr std::array<std::string_view, 8> in_names = {"sentence", "title", "heading", "paragraph",
                                                      "list_item", "quote", "table_row", "any"};

std::string_view type_name(toml::node_type type) {
  switch (type) {
    case toml::node_type::table: return "a table";
    case toml::node_type::array: return "a list";
    case toml::node_type::string: return "a string";
    case toml::node_type::integer: return "a whole number";
    case toml::node_type::floating_point: return "a number";
    case toml::node_type::boolean: return "true or false";
    default: return "a date or time";
  }
}

std::pair<std::uint32_t, std::uint32_t> place_of(const base::Error& error) {
  return error.where.has_value() ? std::pair(error.where->line, error.where->column) : std::pair(0U, 0U);
}

class Reader {
 public:
  Reader(std::string_view text, std::string_view path, bool with_examples, std::vector<base::Error>& errors)
      : text_(text), path_(path), with_examples_(with_examples), errors_(errors) {}

  File read() {
    File file;
    const std::size_t before = errors_.size();
    try {
      const toml::table root = toml::parse(text_, path_);
      if (root.contains("vocab")) read_vocab(root, file);
      else read_pack(root, file);
    } catch (const toml::parse_error& problem) {
      complain(Code::pack_toml, problem.source(), std::string(problem.description()), {});
    }
    std::stable_sort(errors_.begin() + static_cast<std::ptrdiff_t>(before), errors_.end(),
                     [](const base::Error& a, const base::Error& b) { return place_of(a) < place_of(b); });
    return file;
  }

 private:
  base::Where where(const toml::source_region& region) const {
    return {std::string(path_), region.begin.line, region.begin.column};
  }

  void complain(Code code, const toml::source_region& at, std::string text, std::string help) {
    base::Error error{code, std::move(text), where(at), {}, {}};
    error.notes = excerpt(text_, at.begin.line, at.begin.column);
    if (!help.empty()) error.notes.push_back("help: " + help);
    errors_.push_back(std::move(error));
  }

  void check_names(const toml::table& table, Names known, std::string_view of) {
    for (auto&& [key, value] : table) {
      if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
      const std::string_view near = nearest(key.str(), known);
      complain(Code::pack_field, key.source(), fmt::format("{} has no field `{}`", of, key.str()),
               near.empty() ? fmt::format("its fields are {}", fmt::join(known, ", "))
                            : fmt::format("did you mean `{}`?", near));
    }
  }

  void wrong_type(const toml::node& node, std::string_view name, std::string_view wanted) {
    complain(Code::pack_field, node.source(),
             fmt::format("`{}` must be {}, not {}", name, wanted, type_name(node.type())), {});
  }

  // The string of a field; nothing (and a complaint) if it is missing though needed, or no string.
  std::optional<std::string> string_of(const toml::table& table, std::string_view name, bool needed,
                                       std::string_view of) {
    const toml::node* node = table.get(name);
    if (node == nullptr) {
      if (needed) complain(Code::pack_field, table.source(), fmt::format("{} has no `{}`", of, name), {});
      return std::nullopt;
    }
    if (const auto* string = node->as_string()) return string->get();
    wrong_type(*node, name, "a string");
    return std::nullopt;
  }

  std::vector<std::string> strings_of(const toml::table& table, std::string_view name) {
    std::vector<std::string> out;
    const toml::node* node = table.get(name);
    if (node == nullptr) return out;
    const toml::array* array = node->as_array();
    if (array == nullptr) {
      wrong_type(*node, name, "a list of strings");
      return out;
    }
    for (const toml::node& item : *array) {
      if (const auto* string = item.as_string()) out.push_back(string->get());
      else wrong_type(item, name, "a list of strings");
    }
    return out;
  }

  // A value as examples and word lists hold it: text. Lists are joined by commas.
  std::optional<std::string> text_of(const toml::node& node, std::string_view name) {
    if (const auto* string = node.as_string()) return string->get();
    if (const auto* integer = node.as_integer()) return std::to_string(integer->get());
    if (const auto* real = node.as_floating_point()) return model::number_text(real->get());
    if (const auto* boolean = node.as_boolean()) return boolean->get() ? "true" : "false";
    if (const auto* array = node.as_array()) {
      std::string joined;
      for (const toml::node& item : *array) {
        if (!joined.empty()) joined += ',';
        if (item.is_array()) wrong_type(item, name, "a list of strings");
        else if (auto text = text_of(item, name)) joined += *text;
      }
      return joined;
    }
    wrong_type(node, name, "a string or a number");
    return std::nullopt;
  }

  const toml::array* tables_of(const toml::table& table, std::string_view name) {
    const toml::node* node = table.get(name);
    if (node == nullptr) return nullptr;
    const toml::array* array = node->as_array();
    if (array == nullptr || !(array->empty() || array->is_homogeneous(toml::node_type::table))) {
      const toml::node* odd = node;
      if (array != nullptr)
        for (const toml::node& item : *array)
          if (!item.is_table()) { odd = &item; break; }
      wrong_type(*odd, name, "a list of tables");
      return nullptr;
    }
    return array;
  }

  bool check_id(const toml::table& table, std::string_view id) {
    const bool good = !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    });
    if (!good)
      complain(Code::pack_field, table.get("id")->source(), fmt::format("`{}` is no id", id),
               "an id holds lower-case letters, digits, '.', '-' and '_'");
    return good;
  }

  void read_pack(const toml::table& root, File& file) {
    check_names(root, Names(top_names).first(3), "a rule pack");
    const toml::node* node = root.get("pack");
    if (node == nullptr) {
      complain(Code::pack_field, {{1, 1}, {1, 1}, nullptr}, "neither a [pack] nor a [vocab]",
               "a rule pack begins with [pack], a word list with [vocab]");
      return;
    }
    if (!node->is_table()) return wrong_type(*node, "pack", "a table");
    const toml::table& head = *node->as_table();
    check_names(head, names_of("[pack]"), "[pack]");
    model::Pack pack;
    pack.where = where(head.source());
    const auto id = string_of(head, "id", true, "[pack]");
    if (auto about = string_of(head, "about", false, "[pack]")) pack.about = *about;
    if (auto language = string_of(head, "language", false, "[pack]")) pack.language = *language;
    if (id && check_id(head, *id)) pack.id = *id;
    if (const toml::node* parts = root.get("parts")) {
      if (const toml::table* table = parts->as_table()) read_parts(*table, pack);
      else wrong_type(*parts, "parts", "a table");
    }
    if (const toml::array* rules = tables_of(root, "rule"))
      for (const toml::node& rule : *rules) read_rule(*rule.as_table(), pack);
    if (!pack.id.empty()) file.pack = std::move(pack);
  }

  void read_parts(const toml::table& table, model::Pack& pack) {
    for (auto&& [key, value] : table) {
      if (const auto* string = value.as_string()) {
        pack.parts.emplace(std::string(key.str()), string->get());
        pack.parts_where.emplace(std::string(key.str()), where(value.source()));
      } else {
        wrong_type(value, key.str(), "a string");
      }
    }
  }

  void read_rule(const toml::table& table, model::Pack& pack) {
    const std::size_t before = errors_.size();
    check_names(table, names_of("[[rule]]"), "a rule");
    model::Rule rule;
    rule.pack = pack.id;
    rule.where = where(table.source());
    const std::string_view of = "a rule";
    if (auto id = string_of(table, "id", true, of); id && check_id(table, *id)) {
      rule.id = *id;
      if (const toml::node* node = table.get("id")) rule.where = where(node->source());
    }
    read_when(table, rule);
    read_in(table, rule);
    if (auto pattern = string_of(table, "pattern", true, of)) {
      rule.pattern = *pattern;
      rule.pattern_where = where(table.get("pattern")->source());
    }
    if (auto unless = string_of(table, "unless", false, of)) {
      rule.unless = *unless;
      rule.unless_where = where(table.get("unless")->source());
    }
    if (auto unless_in = string_of(table, "unless_in", false, of)) {
      rule.unless_in = *unless_in;
      if (*unless_in != "sentence" && *unless_in != "match")
        complain(Code::pack_field, table.get("unless_in")->source(),
                 fmt::format("`unless_in` cannot be `{}`", *unless_in),
                 "it is \"sentence\" (the veto may stand anywhere in the sentence) or \"match\"");
    }
    read_makes(table, rule);
    if (with_examples_) {
      rule.yes = read_examples(table, "yes");
      rule.no = read_examples(table, "no");
      rule.todo = read_examples(table, "todo");
    }
    if (errors_.size() == before) pack.rules.push_back(std::move(rule));
  }

  void read_when(const toml::table& table, model::Rule& rule) {
    const toml::node* node = table.get("when");
    if (node == nullptr)
      return complain(Code::pack_field, table.source(), "a rule has no `when`",
                      "`when` lists the words that wake the rule");
    rule.when = strings_of(table, "when");
    if (!node->is_array()) return;
    if (node->as_array()->empty())
      complain(Code::pack_field, node->source(), "`when` is empty: nothing can wake this rule", {});
    for (const toml::node& item : *node->as_array()) {
      const auto* string = item.as_string();
      if (string == nullptr) continue;
      const std::string& word = string->get();
      if (word.find_first_not_of(" \t\n*") == std::string::npos)
        complain(Code::pack_field, item.source(), "`when` holds a word without letters", {});
      else if (word.starts_with('{') != word.ends_with('}'))
        complain(Code::pack_field, item.source(), fmt::format("`{}` is neither a word nor a word list", word),
                 "a word list stands alone: \"{list}\"");
      else if (std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
        complain(Code::pack_field, item.source(), fmt::format("`{}` in `when` is not in lower case", word),
                 "texts are compared without case; write triggers in lower case");
      else if (word.find('*') < word.size() - 1)
        complain(Code::pack_field, item.source(), fmt::format("`{}` has a '*' inside", word),
                 "'*' may only end a trigger, and then it stands for the beginning of a word");
    }
  }

  void read_in(const toml::table& table, model::Rule& rule) {
    rule.in = strings_of(table, "in");
    if (!table.contains("in")) rule.in = {"sentence"};
    for (std::size_t i = 0; i < rule.in.size(); ++i) {
      if (std::find(in_names.begin(), in_names.end(), rule.in[i]) != in_names.end()) continue;
      const std::string_view near = nearest(rule.in[i], in_names);
      const toml::node* item = table.get("in")->as_array()->get(i);
      complain(Code::pack_field, item->source(), fmt::format("`in` knows no `{}`", rule.in[i]),
               near.empty() ? fmt::format("it may be {}", fmt::join(in_names, ", "))
                            : fmt::format("did you mean `{}`?", near));
    }
  }

  void read_makes(const toml::table& table, model::Rule& rule) {
    const toml::node* node = table.get("makes");
    if (node == nullptr)
      return complain(Code::pack_field, table.source(), "a rule has no `makes`",
                      "`makes` says what fact a match becomes");
    const toml::table* makes = node->as_table();
    if (makes == nullptr) return wrong_type(*node, "makes", "a table");
    for (auto&& [key, value] : *makes)
      if (auto text = text_of(value, key.str())) rule.makes.emplace(std::string(key.str()), std::move(*text));
    if (!makes->contains("fact")) complain(Code::pack_field, makes->source(), "`makes` has no `fact`", {});
  }

  std::vector<model::Example> read_examples(const toml::table& table, std::string_view name) {
    std::vector<model::Example> out;
    const toml::array* array = tables_of(table, name);
    if (array == nullptr) return out;
    for (const toml::node& node : *array) {
      const toml::table& item = *node.as_table();
      model::Example example;
      example.where = where(item.source());
      if (auto text = string_of(item, "text", true, "an example")) example.text = std::move(*text);
      if (auto why = string_of(item, "why", false, "an example")) example.why = std::move(*why);
      for (auto&& [key, value] : item) {
        if (key.str() == "text" || key.str() == "why") continue;
        if (auto text = text_of(value, key.str())) example.fields.emplace(std::string(key.str()), std::move(*text));
      }
      out.push_back(std::move(example));
    }
    return out;
  }

  void read_vocab(const toml::table& root, File& file) {
    for (auto&& [key, value] : root)
      if (key.str() != "vocab" && key.str() != "entry")
        complain(Code::pack_field, key.source(), fmt::format("a word list has no field `{}`", key.str()),
                 key.str() == "words" ? "`words` belongs into [vocab]" : "its tables are [vocab] and [[entry]]");
    const toml::table* head = root.get("vocab")->as_table();
    if (head == nullptr) return wrong_type(*root.get("vocab"), "vocab", "a table");
    check_names(*head, names_of("[vocab]"), "[vocab]");
    model::VocabList list;
    list.where = where(head->source());
    const auto id = string_of(*head, "id", true, "[vocab]");
    if (auto about = string_of(*head, "about", false, "[vocab]")) list.about = *about;
    if (id && check_id(*head, *id)) list.id = *id;
    strings_of(*head, "words");   // complains of wrong types
    if (const toml::node* words = head->get("words"); words != nullptr && words->is_array())
      for (const toml::node& word : *words->as_array())
        if (const auto* string = word.as_string())
          add_entry(list, {string->get(), {string->get()}, {}, where(word.source())}, word);
    if (const toml::array* entries = tables_of(root, "entry"))
      for (const toml::node& entry : *entries) read_entry(*entry.as_table(), list);
    if (!list.id.empty()) file.list = std::move(list);
  }

  void read_entry(const toml::table& table, model::VocabList& list) {
    model::VocabEntry entry;
    entry.where = where(table.source());
    const auto name = string_of(table, "name", true, "an entry");
    bool bare = true;
    if (const toml::node* node = table.get("bare")) {
      if (const auto* boolean = node->as_boolean()) bare = boolean->get();
      else wrong_type(*node, "bare", "true or false");
    }
    if (!name) return;
    entry.name = *name;
    if (bare) entry.forms.push_back(*name);
    for (std::string& form : strings_of(table, "forms"))
      if (std::find(entry.forms.begin(), entry.forms.end(), form) == entry.forms.end())
        entry.forms.push_back(std::move(form));
    for (auto&& [key, value] : table) {
      if (key.str() == "name" || key.str() == "forms" || key.str() == "bare") continue;
      if (auto text = text_of(value, key.str())) entry.fields.emplace(std::string(key.str()), std::move(*text));
    }
    add_entry(list, std::move(entry), *table.get("name"));
  }

  void add_entry(model::VocabList& list, model::VocabEntry entry, const toml::node& at) {
    for (const std::string& form : entry.forms)
      if (form.size() > 200) return complain(Code::pack_field, at.source(), "a word of more than 200 bytes", {});
      else if (form.find_first_not_of(" \t\n") == std::string::npos)
        return complain(Code::pack_field, at.source(), "a word without letters", {});
    list.entries.push_back(std::move(entry));
  }

  std::string_view text_;
  std::string_view path_;
  bool with_examples_;
  std::vector<base::Error>& errors_;
};

}  // namespace

File read_file(std::string_view toml, std::string_view path, bool with_examples, std::vector<base::Error>& errors) {
  return Reader(toml, path, with_examples, errors).read();
}

}  // namespace muster::packs
