// Counts and shares of requests: "25 of the 57", "three", "almost all of", "not all".
#include <algorithm>

#include "facts/status.hpp"

namespace muster::facts {
namespace {

using model::Quantity;
using model::QuantityKind;

bool whole_number(const Quantity& quantity) {
  return quantity.low == quantity.high && quantity.low >= 0 && quantity.low < 1000 && quantity.low == static_cast<double>(static_cast<int>(quantity.low));
}

bool counts_requests(const Reading& reading, const Said& said, Span after) {
  std::size_t i = 0;
  while (i < said.words.size() && said.words[i].span.begin < after.end) ++i;
  if (i == said.words.size() || is_auxiliary(said.words[i].text)) return true;
  for (std::size_t k = i; k < said.words.size() && k < i + 5; ++k) {
    if (entry_of(reading.vocab, "request_nouns", said.words[k].text) != nullptr) return true;
    if (is_any(said.words[k].text, {"areas", "identified", "raised", "highlighted", "others", "of", "had", "have", "were", "was"})) return true;
  }
  return is_any(said.words[i].text, {"and", "with", "but", "partially", "partly", "fully", "not", "almost", "nearly", "largely", "substantially", "mostly", "achieved", "implemented", "met", "addressed", "completed", "outstanding"});
}

}  // namespace

std::optional<double> set_size(const Reading& reading, const Said& said) {
  for (const Quantity& quantity : reading.layers.quantities) {
    if (quantity.span.begin < said.span.begin) continue;
    if (quantity.span.begin >= said.span.end) break;
    if (quantity.kind == QuantityKind::share && quantity.total && (*quantity.total < 1900 || *quantity.total > 2100)) return quantity.total;
    if (quantity.kind != QuantityKind::count || !whole_number(quantity)) continue;
    std::size_t i = 0;
    while (i < said.words.size() && said.words[i].span.begin < quantity.span.end) ++i;
    for (std::size_t k = i; k < said.words.size() && k < i + 4; ++k) {
      const model::VocabEntry* noun = entry_of(reading.vocab, "request_nouns", said.words[k].text);
      if (noun != nullptr && (field_of(noun, "kind") == "ask" || is_any(said.words[k].text, {"requirements", "actions", "areas"}))) return quantity.low;
    }
  }
  return std::nullopt;
}

Counted read_counts(const Reading& reading, const Said& said, std::uint32_t from, const Verdict& verdict) {
  using model::Share;
  Counted counted;
  const auto& quantities = reading.layers.quantities;
  const auto take = [&](const Quantity& quantity) {
    if (quantity.kind == QuantityKind::share && quantity.count) {
      counted.count = quantity.count;
      // "two of the 2010 recommendations": a year
      const bool year = *quantity.total >= 1900 && *quantity.total <= 2100;
      counted.of = year ? std::nullopt : quantity.total;
      return true;
    }
    if (quantity.kind == QuantityKind::count && whole_number(quantity)) {
      // "recommendation 3" is a name, not a number of things
      for (std::size_t i = 0; i + 1 < said.words.size(); ++i)
        if (said.words[i + 1].span.begin == quantity.number.begin && said.words[i].span.end + 1 == quantity.number.begin && is_any(said.words[i].text, {"recommendation", "recommendations", "requirement", "section", "part", "page", "action", "paragraph", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"})) return false;
      if (!counts_requests(reading, said, quantity.span)) return false;
      counted.count = quantity.low;
      return true;
    }
    return false;
  };
  // "had met three": right after a verb that acts; else the last one before the verdict, a share first.
  bool taken = false;
  if (!verdict.passive) {
    for (const Quantity& quantity : quantities) {
      if (quantity.span.begin < verdict.phrase.end) continue;
      if (quantity.span.begin >= said.span.end) break;
      const std::string_view gap = reading.document.text.folded({verdict.phrase.end, quantity.span.begin});
      const bool near = gap.size() <= 22 && gap.find_first_of(",.;") == std::string_view::npos && gap.find(" and ") == std::string_view::npos && gap.find(" but ") == std::string_view::npos && gap.find(" while ") == std::string_view::npos && gap.find(" in ") == std::string_view::npos && gap.find(" by ") == std::string_view::npos && gap.find(" on ") == std::string_view::npos;
      taken = near && take(quantity);
      break;
    }
  }
  bool share = false;
  for (const Quantity& quantity : quantities) {
    if (taken) break;
    if (quantity.span.begin < from) continue;
    if (quantity.span.end > verdict.phrase.begin) break;
    const Counted before = counted;
    if (!take(quantity)) continue;
    if (share && quantity.kind != QuantityKind::share) counted = before;
    share = share || quantity.kind == QuantityKind::share;
  }
  // Shares in words, nearest before the verdict (or after an active one).
  const std::uint32_t until = verdict.passive ? verdict.phrase.begin : std::min(said.span.end, verdict.phrase.end + 40);
  std::vector<Word> words;
  for (const Word& word : said.words)
    if (word.span.begin >= from && word.span.begin < until) words.push_back(word);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto before = [&](std::initializer_list<std::string_view> wanted) { return i > 0 && is_any(words[i - 1].text, wanted); };
    const auto w = words[i].text;
    if (is_any(w, {"all", "every", "each"})) {
      if (same_word(w, "all") && i + 1 < words.size() && is_auxiliary(words[i + 1].text) && i > 0 && !is_auxiliary(words[i - 1].text)) { counted.share = Share::all; continue; }
      if (before({"not"})) { counted.not_all = true; continue; }
      if (before({"at", "after", "above", "for", "in", "across"})) continue;
      counted.share = before({"almost", "nearly", "virtually"}) || (i + 1 < words.size() && same_word(words[i + 1].text, "but")) ? Share::almost_all : Share::all;
    } else if (same_word(w, "majority")) counted.share = Share::majority;
    else if (same_word(w, "most") && !before({"the", "at"})) counted.share = Share::most;
    else if (same_word(w, "many")) counted.share = Share::many;
    else if (is_any(w, {"some", "several"})) counted.share = Share::some;
    else if (same_word(w, "number") && before({"a"})) counted.share = Share::some;
    else if (is_any(w, {"few", "minority"})) counted.share = Share::few;
    else if (is_any(w, {"none", "neither"}) || (same_word(w, "no") && i + 1 < words.size() && !is_any(words[i + 1].text, {"longer"}) && i < 4)) { counted.share = Share::none; counted.no_one = true; }
  }
  return counted;
}

}  // namespace muster::facts
