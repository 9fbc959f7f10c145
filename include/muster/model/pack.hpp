// Rule packs as data: what packs/ reads from TOML and rules/ compiles. No behaviour.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muster/base/result.hpp"

namespace muster::model {

using base::Where;

// One line of `yes`, `no` or `todo`.
struct Example {
  std::string text;                          // with « » around the evidence in yes and todo
  std::map<std::string, std::string> fields; // every other key: what the fact must hold ("count" = "2")
  std::string why;
  Where where;
};

struct Rule {
  std::string id;
  std::string pack;
  std::vector<std::string> when;             // triggers, lower case; "{list}" stands for a vocab list
  std::vector<std::string> in;               // block kinds; "sentence" = paragraph, list_item, quote
  std::string pattern;                       // free-spacing, case-blind, over folded text; {part}, {list}
  std::string unless;                        // vetoes the match when found in the same sentence; may be ""
  std::string unless_in;                     // where `unless` looks: "sentence" (also when "") or "match"
  std::map<std::string, std::string> makes;  // "fact" and its fields; "{group}" is what the group matched
  std::vector<Example> yes, no, todo;        // empty when loaded without examples
  Where where;                               // of its id; the others of those fields
  Where pattern_where, unless_where;
};

struct Pack {
  std::string id;
  std::string about;
  std::string language = "en";
  std::map<std::string, std::string> parts;
  std::map<std::string, Where> parts_where;
  std::vector<Rule> rules;
  Where where;
};

// A word list: gazetteers, abbreviations, number words, verdict words.
struct VocabEntry {
  std::string name;                          // canonical
  std::vector<std::string> forms;            // as written in texts, `name` included unless says otherwise
  std::map<std::string, std::string> fields; // anything else: kind, country, value, short …
  Where where;
};

struct VocabList {
  std::string id;                            // "inspectorates", "staff_groups"
  std::string about;
  std::vector<VocabEntry> entries;
  Where where;
};

struct Vocab {
  std::vector<VocabList> lists;              // sorted by id
  // nullptr when there is none of that id. O(log lists).
  [[nodiscard]] const VocabList* find(std::string_view id) const;
};

struct PackSet {
  std::vector<Pack> packs;
  Vocab vocab;
  bool built_in = false;   // the program's own packs as they are: what was made of them beforehand holds
};

}  // namespace muster::model
