// "Vacancy rates in the northern and southern divisions were 11% and 17% respectively": whose is which.
#include <algorithm>

#include "staffing_words.hpp"

namespace muster::facts {
namespace {

constexpr std::size_t most_items = 8;
constexpr std::size_t longest_item = 8;   // words

struct Item {
  std::size_t first, last;
};

// "children in care teams": the name goes on.
bool in_care(const Words& words, std::size_t i) {
  return words.is(i, "in") && words.is(i + 1, {"care", "need", "house", "hospital", "home"});
}

// Where an item that ends at `last` begins: behind the nearest mark, joining word or preposition.
std::size_t item_start(const Words& words, const ClaimWords& lists, std::size_t last, std::size_t floor) {
  std::size_t first = last;
  while (first > floor && last - first < longest_item && !words[first - 1].mark &&
         lists.verbs.at(words, first - 1) == 0 &&
         !words.is(first - 1, {"and", "in", "at", "for", "among", "amongst", "across", "of", "to", "on", "with", "both",
                               "between", "the"}))
    --first;
  return first;
}

// The list of `wanted` things that the words before `limit` end in; empty if they name no such list.
std::vector<Item> list_before(const Words& words, const ClaimWords& lists, std::size_t limit, std::size_t wanted) {
  for (std::size_t join = limit; join > 1; --join) {
    if (!words.is(join - 1, "and") || join >= limit) continue;
    std::vector<Item> items;
    std::size_t first = join;
    while (words.is(first, {"the", "in", "at", "for", "of"})) ++first;
    std::size_t last = first;
    while (last < limit && last - first < longest_item && !words[last].mark &&
           (lists.verbs.at(words, last) == 0 || in_care(words, last - 1)) && lists.change_verbs.at(words, last) == 0 &&
           (!words.is(last, {"and", "in", "at", "for", "by", "with"}) || in_care(words, last)))
      ++last;
    if (last == first) continue;
    items.push_back({first, last});
    std::size_t end = join - 1;
    while (items.size() < wanted && items.size() < most_items) {
      while (end > 0 && words.is_mark(end - 1, ',')) --end;
      const std::size_t begin = item_start(words, lists, end, 0);
      if (begin == end) break;
      items.push_back({begin, end});
      end = begin;
      while (end > 0 && words.is(end - 1, {"the", "in", "at", "for"})) --end;
      if (end == 0 || !words.is_mark(end - 1, ',')) break;
    }
    if (items.size() == wanted) {
      std::reverse(items.begin(), items.end());
      return items;
    }
  }
  return {};
}

// "9, 14 and 21 per cent of its nurses, porters and cooks respectively": the list stands behind.
std::vector<Item> list_behind(const Words& words, const ClaimWords& lists, std::size_t first, std::size_t limit,
                              std::size_t wanted) {
  std::vector<Item> items;
  while (words.is(first, {"of", "in", "at", "for", "the", "its", "their", "among", "amongst"})) ++first;
  std::size_t begin = first;
  for (std::size_t k = first; k <= limit && items.size() < wanted; ++k) {
    const bool end = k == limit || words.is_mark(k, ',') || words.is(k, "and");
    if (!end && (words[k].mark || lists.verbs.at(words, k) > 0 || k - begin >= longest_item)) return {};
    if (!end) continue;
    if (k > begin) items.push_back({begin, k});
    begin = k + 1;
  }
  return items.size() == wanted && begin > limit ? items : std::vector<Item>();
}

}   // namespace

Phrases::Found respective_words(const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims,
                                std::size_t index) {
  std::size_t said = claims[index].last;
  while (said < words.size() && !words.is(said, "respectively") && !words.is_mark(said, ';')) ++said;
  if (said >= words.size() || words.is_mark(said, ';')) return {0, 0};
  // The run of figures that "respectively" is said of: joined by marks and "and" alone.
  const auto joined = [&](std::size_t i) {
    for (std::size_t k = claims[i].last; k < claims[i + 1].first; ++k)
      if (!words[k].mark && !words.is(k, {"and", "at", "to"})) return false;
    return claims[i].kind == claims[i + 1].kind && claims[i + 1].first - claims[i].last < 4;
  };
  std::size_t first = index, last = index;
  while (first > 0 && joined(first - 1)) --first;
  while (last + 1 < claims.size() && joined(last)) ++last;
  if (first == last) return {0, 0};
  std::vector<Item> items = list_before(words, lists, claims[first].first, last - first + 1);
  if (items.empty()) items = list_behind(words, lists, claims[last].last, said, last - first + 1);
  if (items.empty()) return {0, 0};
  const Item& mine = items[index - first];
  return {mine.first, mine.last};
}

}   // namespace muster::facts
