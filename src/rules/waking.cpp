#include "rules/waking.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "rules/needs.hpp"

namespace muster::rules {
namespace {

// Lists of words as numbers, each once, and for each word the lists that it stands in.
struct Lists {
  std::map<Need, std::uint16_t> numbers;
  std::map<std::string, std::vector<std::uint16_t>, std::less<>> of_word;
  std::vector<double> common;                       // how common each is

  Lists() { (void)number({}); }                     // list 0: of no words, and always held

  std::uint16_t number(const Need& need) {
    const auto [found, fresh] = numbers.emplace(need, static_cast<std::uint16_t>(numbers.size()));
    if (fresh) {
      common.push_back(commonness(need));
      for (const std::string& word : need) of_word[word].push_back(found->second);
    }
    return found->second;
  }
};

// Lists are counted in sixteen bits: with more of them, a rule waits for its own words only.
constexpr std::size_t most_numbers = 60'000;

Need as_need(const std::vector<Trigger>& triggers) {
  Need need;
  for (const Trigger& trigger : triggers)
    if (!trigger.word.empty()) need.push_back(trigger.prefix ? trigger.word + '*' : trigger.word);
  std::sort(need.begin(), need.end());
  need.erase(std::unique(need.begin(), need.end()), need.end());
  return need;
}

}  // namespace

std::vector<PlacedRule> rules_by_id(const model::PackSet& packs) {
  std::vector<PlacedRule> rules;
  for (const model::Pack& pack : packs.packs)
    for (const model::Rule& rule : pack.rules) rules.push_back({&pack, &rule});
  std::sort(rules.begin(), rules.end(),
            [](const PlacedRule& a, const PlacedRule& b) { return a.rule->id < b.rule->id; });
  return rules;
}

base::Result<std::vector<Trigger>> triggers_of(const PlacedRule& rule, std::uint32_t group, const Expander& expander) {
  std::vector<Trigger> triggers;
  for (const std::string& when : rule.rule->when) {
    auto words = expander.triggers(when);
    if (!words) {
      words.error().where = rule.rule->where;
      return base::fail(std::move(words.error()));
    }
    for (const std::string& word : *words) triggers.push_back(make_trigger(word, group));
  }
  return triggers;
}

base::Result<std::string> Waking::flatten(const std::vector<PlacedRule>& rules, const Expander& expander) {
  Lists lists;
  std::vector<std::pair<std::uint16_t, Waiting>> waiting;   // by the list that is asked for first
  for (std::uint32_t r = 0; r < rules.size(); ++r) {
    MUSTER_TRY_ASSIGN(triggers, triggers_of(rules[r], r, expander));
    const Need own = as_need(triggers);
    if (own.empty()) continue;
    std::vector<std::uint16_t> wanted{lists.number(own)};
    // A pattern that cannot be written out is reported when it is compiled.
    if (const auto pattern = expander.expand(rules[r].rule->pattern, *rules[r].pack);
        pattern && lists.numbers.size() < most_numbers)
      for (const Need& need : needs_of(*pattern))
        if (wanted.size() <= most_lists) wanted.push_back(lists.number(need));
    Waiting one;
    one.rule = r;
    // In a match that is cut out of its sentence a word may end where the match does.
    if (const auto veto = expander.expand(rules[r].rule->unless, *rules[r].pack);
        veto && rules[r].rule->unless_in != "match" && lists.numbers.size() < most_numbers)
      one.veto = lists.number(need_of(*veto));
    std::sort(wanted.begin(), wanted.end(), [&](std::uint16_t a, std::uint16_t b) {
      return std::pair(lists.common[a], a) < std::pair(lists.common[b], b);
    });
    one.lists.fill(wanted.front());
    std::copy(wanted.begin() + 1, wanted.end(), one.lists.begin());
    waiting.emplace_back(wanted.front(), one);
  }
  std::stable_sort(waiting.begin(), waiting.end(), [](const auto& a, const auto& b) { return a.first < b.first; });

  Head head;
  head.width = static_cast<std::uint32_t>((lists.numbers.size() + 63) / 64);
  const auto bits_of = [&](const std::vector<std::uint16_t>& numbers) {
    std::vector<std::uint64_t> bits(head.width, 0);
    for (const std::uint16_t list : numbers) bits[list / 64] |= std::uint64_t{1} << (list % 64);
    return bits;
  };
  std::map<std::vector<std::uint16_t>, std::uint32_t> rows;
  std::vector<std::uint64_t> all_rows;
  std::vector<Trigger> words;
  for (const auto& [word, of] : lists.of_word) {
    const auto [found, fresh] = rows.emplace(of, static_cast<std::uint32_t>(rows.size()));
    if (fresh) {
      const std::vector<std::uint64_t> row = bits_of(of);
      all_rows.insert(all_rows.end(), row.begin(), row.end());
    }
    const bool goes_on = word.ends_with('*');
    words.push_back({word.substr(0, word.size() - (goes_on ? 1 : 0)), goes_on, found->second});
  }
  std::vector<std::uint16_t> keys;
  std::vector<std::uint32_t> first;
  std::vector<Waiting> all;
  for (std::uint32_t list = 0; list < lists.numbers.size(); ++list) {
    first.push_back(static_cast<std::uint32_t>(all.size()));
    for (; all.size() < waiting.size() && waiting[all.size()].first == list;) all.push_back(waiting[all.size()].second);
    if (all.size() > first.back()) keys.push_back(static_cast<std::uint16_t>(list));
  }
  first.push_back(static_cast<std::uint32_t>(all.size()));

  std::string out(sizeof head, '\0');
  head.words = flat::append(out, TriggerIndex::flatten(std::move(words)));
  const auto add = [&](const auto& values) {
    std::string bytes;
    flat::put_all(bytes, values);
    return flat::append(out, bytes);
  };
  head.rows = add(all_rows);
  head.keys = add(bits_of(keys));
  head.first = add(first);
  head.waiting = add(all);
  out.replace(0, sizeof head, reinterpret_cast<const char*>(&head), sizeof head);
  return out;
}

void Waking::add_row(std::uint32_t row, std::vector<std::uint64_t>& lists) const {
  const char* const bits = rows_ + row * std::size_t{head_.width} * sizeof(std::uint64_t);
  for (std::size_t w = 0; w < head_.width; ++w) lists[w] |= flat::at<std::uint64_t>(bits, w);
}

void Waking::add(std::string_view text, std::size_t begin, std::vector<std::uint64_t>& lists) const {
  words_.at(text, begin, [&](std::uint32_t row, std::size_t, std::size_t) { add_row(row, lists); });
}

void Waking::learn(Memory::Word& word, std::string_view text, Memory& memory) const {
  memory.row.assign(head_.width, 0);
  add(text, 0, memory.row);
  word = {true, static_cast<std::uint32_t>(memory.bits.size()), 0, words_.onward(text)};
  for (std::uint32_t w = 0; w < head_.width; ++w)
    if (memory.row[w] != 0) memory.bits.push_back({memory.row[w], w});
  word.count = static_cast<std::uint32_t>(memory.bits.size()) - word.first;
}

void Waking::hold(std::string_view text, const WordStarts& starts, Memory& memory) const {
  memory.held.assign(head_.width, 0);
  memory.held[0] = 1;
  const std::vector<std::uint32_t>& at = starts.at();
  for (std::size_t i = 0; i < at.size(); ++i) {
    const std::size_t begin = at[i], end = starts.end(i);
    const std::uint16_t number = starts.number(i);
    if (number == WordNumbers::none) {
      for (std::size_t j = begin; j < end; ++j)
        if (j == begin || text[j - 1] == '_') add(text, j, memory.held);
      continue;
    }
    if (memory.words.size() <= number) memory.words.resize(number + std::size_t{1});
    Memory::Word& word = memory.words[number];
    if (!word.known) learn(word, text.substr(begin, end - begin), memory);
    for (std::uint32_t b = word.first; b < word.first + word.count; ++b)
      memory.held[memory.bits[b].at] |= memory.bits[b].bits;
    words_.longer(word.onward, text, begin, end,
                  [&](std::uint32_t row, std::size_t, std::size_t) { add_row(row, memory.held); });
  }
  // Few words begin with a sign.
  for (std::size_t i = 0; has_signs_ && i < text.size(); ++i)
    if (signs_[static_cast<unsigned char>(text[i])]) add(text, i, memory.held);
}

Waking::Waking(std::string_view flat) {
  head_ = flat::at<Head>(flat.data());
  words_ = TriggerIndex(head_.words.of(flat));
  rows_ = head_.rows.of(flat).data();
  keys_ = head_.keys.of(flat).data();
  first_ = head_.first.of(flat).data();
  waiting_ = head_.waiting.of(flat).data();
  for (unsigned c = 0; c < 256; ++c)
    if (const char sign = static_cast<char>(c); WordStarts::kind_of(sign) == WordStarts::other && words_.begins(sign))
      signs_[c] = has_signs_ = true;
}

}  // namespace muster::rules
