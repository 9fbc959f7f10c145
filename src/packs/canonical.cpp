// The packs as bytes, for a digest: every field with its length before it, so that no two sets share their bytes.
#include "muster/packs/load.hpp"

namespace muster::packs {
namespace {

class Writer {
 public:
  void text(std::string_view value) {
    count(value.size());
    out += value;
  }
  void count(std::size_t value) { out += std::to_string(value) + ':'; }
  void list(const std::vector<std::string>& values) {
    count(values.size());
    for (const std::string& value : values) text(value);
  }
  void map(const std::map<std::string, std::string>& values) {
    count(values.size());
    for (const auto& [key, value] : values) text(key), text(value);
  }
  std::string out;
};

}  // namespace

std::string canonical(const model::PackSet& set) {
  Writer to;
  to.count(set.packs.size());
  for (const model::Pack& pack : set.packs) {
    to.text(pack.id);
    to.text(pack.language);
    to.map(pack.parts);
    to.count(pack.rules.size());
    for (const model::Rule& rule : pack.rules) {
      to.text(rule.id);
      to.list(rule.when);
      to.list(rule.in);
      for (const std::string* field : {&rule.pattern, &rule.unless, &rule.unless_in}) to.text(*field);
      to.map(rule.makes);
    }
  }
  to.count(set.vocab.lists.size());
  for (const model::VocabList& list : set.vocab.lists) {
    to.text(list.id);
    to.count(list.entries.size());
    for (const model::VocabEntry& entry : list.entries) {
      to.text(entry.name);
      to.list(entry.forms);
      to.map(entry.fields);
    }
  }
  return std::move(to.out);
}

}  // namespace muster::packs
