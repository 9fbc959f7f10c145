#include "rules/waking.hpp"

#include <algorithm>
#include <unordered_map>

namespace muster::rules {

std::vector<PlacedRule> rules_by_id(const model::PackSet& packs) {
  std::vector<PlacedRule> rules;
  for (const model::Pack& pack : packs.packs)
    for (const model::Rule& rule : pack.rules) rules.push_back({&pack, &rule});
  std::sort(rules.begin(), rules.end(),
            [](const PlacedRule& a, const PlacedRule& b) { return a.rule->id < b.rule->id; });
  return rules;
}

base::Result<std::string> Waking::flatten(const std::vector<PlacedRule>& rules, const Expander& expander) {
  // Words that several rules wait for stand in the index once.
  std::unordered_map<std::string_view, std::uint32_t> groups;
  std::vector<std::vector<std::uint32_t>> woken_by;
  std::vector<Trigger> wanted;
  for (std::uint32_t r = 0; r < rules.size(); ++r)
    for (const std::string& when : rules[r].rule->when) {
      const auto [found, fresh] = groups.emplace(when, static_cast<std::uint32_t>(groups.size()));
      if (fresh) {
        woken_by.emplace_back();
        auto words = expander.triggers(when);
        if (!words) {
          words.error().where = rules[r].rule->where;
          return base::fail(std::move(words.error()));
        }
        for (const std::string& word : *words) wanted.push_back(make_trigger(word, found->second));
      }
      if (woken_by[found->second].empty() || woken_by[found->second].back() != r) woken_by[found->second].push_back(r);
    }

  std::vector<std::uint32_t> first{0}, all;
  for (const std::vector<std::uint32_t>& of_group : woken_by) {
    all.insert(all.end(), of_group.begin(), of_group.end());
    first.push_back(static_cast<std::uint32_t>(all.size()));
  }
  Head head;
  std::string out(sizeof head, '\0');
  head.triggers = flat::append(out, TriggerIndex::flatten(std::move(wanted)));
  const auto add = [&](const std::vector<std::uint32_t>& numbers) {
    std::string bytes;
    flat::put_all(bytes, numbers);
    return flat::append(out, bytes);
  };
  head.first = add(first);
  head.rules = add(all);
  out.replace(0, sizeof head, reinterpret_cast<const char*>(&head), sizeof head);
  return out;
}

Waking::Waking(std::string_view flat) {
  const auto head = flat::at<Head>(flat.data());
  triggers_ = TriggerIndex(head.triggers.of(flat));
  first_ = head.first.of(flat).data();
  rules_ = head.rules.of(flat).data();
}

}  // namespace muster::rules
