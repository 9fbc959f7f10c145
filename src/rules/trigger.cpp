#include "rules/trigger.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>

#include "rules/expand.hpp"

namespace muster::rules {

Trigger make_trigger(std::string_view written, std::uint32_t group) {
  Trigger trigger;
  trigger.group = group;
  if (written.ends_with('*')) {
    trigger.prefix = true;
    written.remove_suffix(1);
  }
  for (const char c : folded_lower(written)) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space) trigger.word += c;
    else if (!trigger.word.empty() && trigger.word.back() != ' ') trigger.word += ' ';
  }
  while (trigger.word.ends_with(' ')) trigger.word.pop_back();
  return trigger;
}

TriggerIndex::TriggerIndex(std::string_view flat) {
  if (flat.empty()) return;
  head_ = flat::at<Head>(flat.data());
  nodes_ = flat.data() + sizeof head_;
  outputs_ = nodes_ + head_.nodes * sizeof(Node);
  root_ = flat::at<Node>(nodes_);
}

TriggerIndex::Onward TriggerIndex::onward(std::string_view word) const {
  if (nodes_ == nullptr) return {};
  Node node = root_;
  const auto child = [&](std::uint8_t c) { return node.first + count_bits(node.children & ((std::uint64_t{1} << c) - 1)); };
  for (const char letter : word) {
    const std::uint8_t c = class_of(letter);
    if (c == none_ || (node.children >> c & 1U) == 0) return {};
    node = flat::at<Node>(nodes_, child(c));
  }
  const Node behind = (node.children & 1U) != 0 ? flat::at<Node>(nodes_, child(space_)) : Node{};
  return {node.children, behind.children, node.first, behind.first};
}

std::string TriggerIndex::flatten(std::vector<Trigger> triggers) {
  Head head;
  std::vector<Node> nodes;
  std::vector<Output> outputs;
  // Classes: 0 is white space, then each byte that a trigger holds, at most 63 of them (letters, digits
  // and some 25 signs); words with rarer signs than that are cut before the sign and wake as prefixes.
  head.class_of.fill(none_);
  for (const char c : {' ', '\n', '\t', '\r', '\f', '\v'}) head.class_of[static_cast<unsigned char>(c)] = space_;
  std::uint8_t next = 1;
  for (char c = 'a'; c <= 'z'; ++c) {
    head.class_of[static_cast<unsigned char>(c)] = next;
    head.class_of[static_cast<unsigned char>(c - 'a' + 'A')] = next++;
  }
  for (Trigger& trigger : triggers)
    for (std::size_t i = 0; i < trigger.word.size(); ++i) {
      std::uint8_t& c = head.class_of[static_cast<unsigned char>(trigger.word[i])];
      if (c == none_ && next < 64) c = next++;
      if (c != none_) continue;
      trigger.word.resize(i);
      trigger.prefix = true;
    }
  std::erase_if(triggers, [](const Trigger& trigger) { return trigger.word.empty(); });
  if (triggers.empty()) return {};
  // From here on a word is written in classes, so that its order is the order of the children.
  for (Trigger& trigger : triggers)
    for (char& c : trigger.word) c = static_cast<char>(head.class_of[static_cast<unsigned char>(c)]);
  // Sorted by their first eight letters as one number, which tells nearly all of them apart.
  struct Place {
    std::uint64_t letters;
    std::uint32_t at;
  };
  std::vector<Place> places;
  places.reserve(triggers.size());
  for (std::uint32_t at = 0; at < triggers.size(); ++at) {
    std::uint64_t letters = 0;
    for (std::size_t i = 0; i < 8; ++i)
      letters =
          letters << 8U | (i < triggers[at].word.size() ? static_cast<unsigned char>(triggers[at].word[i]) + 1U : 0U);
    places.push_back({letters, at});
  }
  std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) {
    if (a.letters != b.letters) return a.letters < b.letters;
    const Trigger &left = triggers[a.at], &right = triggers[b.at];
    return std::tie(left.word, left.group, left.prefix) < std::tie(right.word, right.group, right.prefix);
  });
  std::vector<Trigger> sorted;
  sorted.reserve(triggers.size());
  for (const Place& place : places) sorted.push_back(std::move(triggers[place.at]));
  triggers.swap(sorted);

  // Breadth first: a node is a range of the sorted triggers that share its first `depth` letters.
  struct Range { std::uint32_t from, to, depth; };
  std::vector<Range> ranges;
  ranges.reserve(4 * triggers.size());
  ranges.push_back({0, static_cast<std::uint32_t>(triggers.size()), 0});
  nodes.emplace_back();
  for (std::size_t n = 0; n < ranges.size(); ++n) {
    auto [from, to, depth] = ranges[n];
    nodes[n].outputs = static_cast<std::uint32_t>(outputs.size());
    for (; from < to && triggers[from].word.size() == depth; ++from) {
      const Output output{triggers[from].group, triggers[from].prefix ? 1U : 0U};
      if (outputs.size() > nodes[n].outputs && outputs.back().group == output.group)
        outputs.back().prefix |= output.prefix;
      else outputs.push_back(output);
    }
    nodes[n].count = static_cast<std::uint32_t>(outputs.size()) - nodes[n].outputs;
    nodes[n].first = static_cast<std::uint32_t>(ranges.size());
    while (from < to) {
      const char c = triggers[from].word[depth];
      std::uint32_t end = from + 1;
      while (end < to && triggers[end].word[depth] == c) ++end;
      nodes[n].children |= std::uint64_t{1} << static_cast<unsigned>(c);
      ranges.push_back({from, end, depth + 1});
      from = end;
    }
    nodes.resize(ranges.size());
  }

  // Class none_ shares its bit with class 63: a pair too many costs a step, a pair too few a match.
  for (std::uint8_t c = 0; c < 64; ++c) {
    const std::uint64_t bit = std::uint64_t{1} << c;
    if ((nodes[0].children & bit) == 0) continue;
    const Node& first = nodes[nodes[0].first + count_bits(nodes[0].children & (bit - 1))];
    // White space may be more than one byte; where a word ends with this letter, anything may follow.
    head.pairs[c] = first.count > 0 || c == space_ ? ~std::uint64_t{0} : first.children;
  }
  head.nodes = nodes.size();
  std::string out;
  flat::put(out, head);
  flat::put_all(out, nodes);
  flat::put_all(out, outputs);
  return out;
}

}  // namespace muster::rules
