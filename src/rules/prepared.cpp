#include "rules/prepared.hpp"

#include <memory>
#include <utility>
#include <vector>

#include "rules/compiled_rule.hpp"
#include "rules/waking.hpp"

namespace muster::rules {
namespace {

std::string as_bytes(const std::vector<Group>& groups) {
  std::string out;
  for (const Group& group : groups) {
    flat::put(out, group.number);
    flat::put(out, static_cast<std::uint32_t>(group.name.size()));
    out += group.name;
  }
  return out;
}

}  // namespace

base::Result<std::string> prepare_rules(const model::PackSet& packs) {
  const Expander expander(packs.vocab);
  const std::vector<PlacedRule> rules = rules_by_id(packs);
  Prepared::Head head;
  std::string out(sizeof head, '\0');
  MUSTER_TRY_ASSIGN(waking, Waking::flatten(rules, expander));
  head.waking = flat::append(out, waking);
  std::vector<Prepared::Entry> entries;
  std::vector<std::string> groups;
  for (const PlacedRule& one : rules) {
    CompiledRule compiled;
    compiled.pack = one.pack;
    compiled.rule = one.rule;
    compiled.compile(expander);
    if (compiled.problem) return base::fail(std::move(*compiled.problem));
    compiled.compile_unless(expander);
    if (compiled.unless_problem) return base::fail(std::move(*compiled.unless_problem));
    Prepared::Entry entry;
    entry.regex = flat::append(out, compiled.pattern->flat_regex());
    entry.sieve = flat::append(out, compiled.pattern->flat_sieve());
    if (compiled.unless != nullptr) {
      entry.unless_regex = flat::append(out, compiled.unless->flat_regex());
      entry.unless_sieve = flat::append(out, compiled.unless->flat_sieve());
    }
    groups.push_back(as_bytes(compiled.groups));
    entries.push_back(entry);
  }
  // Every start reads the groups of all rules: they lie together, apart from the patterns.
  std::string flat_entries;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    entries[i].groups = flat::append(out, groups[i]);
    flat::put(flat_entries, entries[i]);
  }
  head.rules = flat::append(out, flat_entries);
  out.replace(0, sizeof head, reinterpret_cast<const char*>(&head), sizeof head);
  return out;
}

Prepared::Rule Prepared::rule(std::size_t number) const {
  const auto entry = flat::at<Entry>(head_.rules.of(flat_).data(), number);
  Rule rule{
      {entry.regex.of(flat_), entry.sieve.of(flat_)}, {entry.unless_regex.of(flat_), entry.unless_sieve.of(flat_)}, {}};
  for (std::string_view rest = entry.groups.of(flat_); !rest.empty();) {
    const auto group = flat::at<std::uint32_t>(rest.data()), size = flat::at<std::uint32_t>(rest.data(), 1);
    rest.remove_prefix(2 * sizeof(std::uint32_t));
    rule.groups.push_back({std::string(rest.substr(0, size)), group});
    rest.remove_prefix(size);
  }
  return rule;
}

}  // namespace muster::rules
