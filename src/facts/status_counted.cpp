// What a figure beside a verdict counts: requests, or a name, a date, a part of something else.
#include <algorithm>

#include "facts/status_counted.hpp"

namespace muster::facts {

using model::Quantity;
using model::QuantityKind;

// "2,210" may count requests; "2021" is a year.
bool whole_number(const Reading& reading, const Quantity& quantity) {
  constexpr double most = 100000;
  const bool parted = reading.document.text.folded(quantity.number).find(',') != std::string_view::npos;
  return quantity.low == quantity.high && quantity.low >= 0 && quantity.low < (parted ? most : 1000) &&
         quantity.low == static_cast<double>(static_cast<int>(quantity.low));
}

bool counts_requests(const Reading& reading, const Said& said, Span after, const Verdict& verdict) {
  std::size_t i = 0;
  while (i < said.words.size() && said.words[i].span.begin < after.end) ++i;
  // "one, about medicines, had …"; "30 under way"; "only two have lapsed"
  const std::string_view text = reading.document.text.folded();
  if (after.end + 1 < said.span.end && text[after.end] == ' ' && text[after.end + 1] == '(')
    return true;   // "31 (54%)"
  if (text.substr(after.end, 3) == " - ") return true;   // "two - the lamps and the rails - have not been touched"
  if (after.end < said.span.end &&
      (text[after.end] == ',' || text[after.end] == ';' || text[after.end] == '.' || text[after.end] == ':'))
    return true;
  if (i < said.words.size() && said.words[i].span.begin >= verdict.phrase.begin && after.end <= verdict.phrase.begin)
    return true;
  if (i == said.words.size() || said.is(i, Role::auxiliary)) return true;
  // "two it has not implemented", "On the other five it had not begun"
  if (said.is(i, {"it", "they", "he", "she", "we"}) && said.is(i + 1, Role::auxiliary)) return true;
  if (said.is(i, WordKind::behind_a_count)) return true;
  // "The two that remain open relate to …"
  if (said.is(i, {"that", "which"}) && said.is(i + 1, {"remain", "remained"}) &&
      said.word_at(verdict.phrase.begin) <= i + 3)
    return true;
  // "expects to finish the other three by June": of those that were named
  if (const std::size_t number = said.word_at(after.begin);
      number > 1 && said.is(number - 1, {"other", "remaining", "last", "final", "outstanding"}) &&
      said.is(number - 2, {"the"}) && said.is(i, {"by", "in", "before", "within", "next", "this", "during"}))
    return true;
  if (said.is(i, {"to"}) &&
      (said.is(i + 1, {"completion", "fruition"}) || said.is(i + 2, {"close", "conclusion", "end"})))
    return true;   // "brought six to a close"
  // "five key safety recommendations": a request's noun, with nothing but its own words before
  for (std::size_t k = i; k < said.words.size() && k < i + 5; ++k) {
    const std::string_view w = said.words[k].text;
    if (const RequestNoun* noun = reading.lexicon.status_words().noun(w);
        (noun != nullptr && (!noun->owned || (k > 0 && ((said.words[k - 1].text.size() > 2 &&
                                                         said.words[k - 1].text.find('\'') != std::string_view::npos) ||
                                                        said.is(k - 1, {"its", "their", "our", "his", "her"}))))) ||
        said.is(k, {"identified", "raised", "highlighted", "others", "them", "these", "those", "areas"}))
      return true;
    if (!said.is(k, {"of", "the", "our", "its", "their", "his", "her"}) &&
        (said.is(k, Role::auxiliary) ||
         said.is(k, {"in", "on", "at", "for", "by", "to", "who", "which", "that", "a", "and", "or"})))
      return false;
  }
  return false;
}

std::optional<double> set_size(const Reading& reading, const Said& said, const std::vector<std::uint32_t>& taken) {
  const auto& quantities = reading.layers.quantities;
  for (auto at = std::partition_point(quantities.begin(), quantities.end(),
                                      [&](const Quantity& q) { return q.span.begin < said.span.begin; });
       at != quantities.end() && at->span.begin < said.span.end; ++at) {
    const Quantity& quantity = *at;
    if (quantity.kind == QuantityKind::share && quantity.total && (*quantity.total < 1900 || *quantity.total > 2100))
      return quantity.total;
    if (quantity.kind != QuantityKind::count || !whole_number(reading, quantity)) continue;
    if (std::find(taken.begin(), taken.end(), quantity.number.begin) != taken.end()) continue;
    std::size_t i = 0;
    while (i < said.words.size() && said.words[i].span.begin < quantity.span.end) ++i;
    for (std::size_t k = i; k < said.words.size() && k < i + 4; ++k) {
      const RequestNoun* noun = reading.lexicon.status_words().noun(said.words[k].text);
      if (noun != nullptr && (noun->ask || said.is(k, WordKind::counted_request))) return quantity.low;
    }
  }
  return std::nullopt;
}

// "recommendation 3", "14 May": a name or a date, not a number of things
bool names_something(const Said& said, const Quantity& quantity) {
  for (std::size_t i = 0; i < said.words.size(); ++i) {
    if (said.words[i].span.begin < quantity.number.begin && quantity.number.begin < said.words[i].span.end)
      return true;   // "2017-112"
    if (said.words[i].span.begin != quantity.number.begin) continue;
    const auto month = [&](std::size_t k) { return said.is(k, WordKind::month); };
    if (i > 1 && said.is(i - 1, {"no", "number"}) && said.is(i - 2, WordKind::numbered_thing))
      return true;   // "Recommendation no. 4"
    if (i > 0 && said.words[i - 1].span.end + 1 == quantity.number.begin &&
        (month(i - 1) || said.is(i - 1, WordKind::numbered_thing)))
      return true;
    // "recommendations 3 through 5", "recommendations 1, 2 and 4"
    std::size_t k = i;
    while (k > 0 && i - k < 24 && (said.is(k - 1, Role::number) || said.is(k - 1, {"and", "to", "through", "or"}))) --k;
    if (k > 0 && k < i && said.words[k].text.front() >= '0' && said.words[k].text.front() <= '9' &&
        said.is(k - 1, {"recommendations", "requirements", "actions", "paragraphs"}) && said.joined(k - 1))
      return true;
    return i + 1 < said.words.size() && month(i + 1) && said.words[i + 1].text.front() < 'a';
  }
  return false;
}

// Between a verdict that acts ("had met", "good progress in") and the figure that follows.
bool leads_to_count(const Reading& reading, const Said& said, const Verdict& verdict, std::uint32_t until) {
  const std::string_view gap = reading.document.text.folded({verdict.phrase.end, until});
  if (gap.size() > 40 || gap.find_first_of(",.;:") != std::string_view::npos) return false;
  // "has begun to address six": the deed stands between
  const std::string_view form = reading.document.text.folded(verdict.phrase);
  bool deed = form.size() > 3 && same_word(form.substr(form.size() - 3), " to");
  for (const Word& word : said.words) {
    if (word.span.begin < verdict.phrase.end) continue;
    if (word.span.begin >= until) break;
    if (deed) {
      deed = false;
      continue;
    }
    if (is_any(word.text, {"the",   "of",    "our",           "its",     "your",    "their",     "all",    "only",
                           "just",  "about", "approximately", "around",  "roughly", "nearly",    "almost", "over",
                           "under", "a",     "another",       "further", "other",   "remaining", "more",   "but",
                           "every", "each",  "first",         "some",    "those",   "these",     "work",   "action",
                           "on",    "with"}))
      continue;
    if (verdict.noun && (reading.lexicon.word_kinds().is(word.text, WordKind::carrying_out_ing) ||
                         reading.lexicon.word_kinds().is(word.text, WordKind::made_of_progress) ||
                         is_any(word.text, {"in", "on", "with", "against", "for", "towards", "made", "taken", "had",
                                            "has", "have", "been", "was", "were", "being", "is"})))
      continue;
    return false;
  }
  return true;
}

// A share in words and "of" stand before: "fewer than half of the", "most of the inquiry's".
bool part_of(const Said& said, std::size_t number) {
  for (std::size_t k = number, steps = 0; k-- > 0 && steps < 6; ++steps) {
    if (said.is(k, Role::auxiliary)) return false;
    if (k + 1 < number && (!said.joined(k) || said.is(k, Role::number))) return false;
    // "two of the auditor's nine": a number before counts where the set's owner stands between
    const std::string_view owner = number > 0 ? said.words[number - 1].text : std::string_view{};
    const bool owned = owner.size() > 2 && (owner.back() == '\'' || owner.substr(owner.size() - 2) == "'s");
    if (said.is(k, {"of"}))
      return k > 0 && ((said.is(k - 1, Role::number) && owned) || said.is(k - 1, WordKind::share_word));
  }
  return false;
}

// "72 percent of our priority recommendations, or 54 of 75", "(90 of 139)": the numbers of the share just named
bool same_share(const Reading& reading, const Quantity& share, const Quantity& numbers) {
  const std::uint32_t end = std::max(share.span.end, share.number.end);
  if (numbers.span.begin <= end || numbers.span.begin - end > 90) return false;
  std::string_view gap = reading.document.text.folded({end, numbers.span.begin});
  if (gap.find_first_of(".;") != std::string_view::npos) return false;
  if (gap.back() == '(') return gap.find(',') == std::string_view::npos;
  return gap.size() > 5 && gap.substr(gap.size() - 5) == ", or " && gap.find(',') == gap.size() - 5;
}

}   // namespace muster::facts
