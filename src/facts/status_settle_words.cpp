// What the words behind a verdict make of it: only there, only for some, on its way all the same, all but so many.
#include <algorithm>

#include "facts/status_walk.hpp"

namespace muster::facts {

using model::StatusValue;

// "has been implemented at 212 of the 260 crossings"
bool Walk::in_some_places(const Verdict& verdict) const {
  const std::size_t behind = said_.word_at(verdict.phrase.end);
  // "has implemented the recommendation in three provinces out of nine"
  constexpr std::size_t object = 9;
  for (std::size_t at = behind; at < behind + object && at + 4 < said_.words.size(); ++at)
    if (said_.is(at, {"at", "in", "on", "across"}) && said_.is(at + 1, Role::number))
      for (std::size_t k = at + 2; k + 2 < said_.words.size() && k < at + 5 && said_.joined(k); ++k)
        if (said_.is(k, {"out"}) && said_.is(k + 1, {"of"}) && said_.is(k + 2, Role::number)) return true;
  if (!said_.is(behind, {"at", "in", "on", "across", "by"})) return false;
  // "has been implemented by only five of the 13 firms"
  if (said_.is(behind, {"by"}) && said_.is(behind + 1, {"only", "just"}) && said_.is(behind + 2, Role::number) &&
      said_.is(behind + 3, {"of"}))
    return true;
  // "was taken up at only 30 shelters"
  if (said_.is(behind + 1, {"only", "just"}) && said_.is(behind + 2, Role::number) && !said_.is(behind, {"by", "on"}) &&
      !a_year(said_, behind + 2))
    return true;
  // "at some depots but not others", "in most wards but not all"
  if (said_.is(behind + 1, {"some", "most", "several", "certain", "many"}))
    for (std::size_t k = behind + 2; k + 2 < said_.words.size() && k < behind + 7; ++k)
      if (said_.is(k, {"but", "though", "if"}) && said_.is(k + 1, {"not"})) return true;
  const auto& quantities = reading_.layers.quantities;
  for (auto at = std::partition_point(
           quantities.begin(), quantities.end(),
           [&](const model::Quantity& quantity) { return quantity.span.begin < verdict.phrase.end; });
       at != quantities.end() && at->span.begin <= verdict.phrase.end + 14; ++at) {
    const model::Quantity& quantity = *at;
    if (quantity.kind == model::QuantityKind::share && quantity.count && quantity.total &&
        *quantity.count < *quantity.total && quantity.span.begin < said_.span.end)
      return true;
  }
  return false;
}

// "two of the three parts of the recommendation": a part of one
bool Walk::counts_parts_of_one(const Counted& counted, const Verdict& verdict) const {
  for (std::size_t k = said_.word_at(counted.used) > 0 ? said_.word_at(counted.used) - 1 : 0;
       k + 2 < said_.words.size() && said_.words[k].span.begin < verdict.phrase.begin; ++k)
    if (said_.is(k, {"parts", "strands", "elements", "limbs", "aspects", "halves", "components"}) &&
        said_.is(k + 1, {"of"}))
      for (std::size_t noun = k + 2; noun < k + 6; ++noun)
        if (said_.is(noun, {"recommendation", "requirement", "action", "condition", "area"})) return true;
  return false;
}

// "has been taken up, and the line is being tested in two regions"
bool Walk::being_tried(const Verdict& verdict) const {
  if (!reading_.lexicon.word_kinds().is(reading_.document.text.folded(verdict.phrase), WordKind::form_of_welcome))
    return false;
  for (std::size_t k = said_.word_at(verdict.phrase.end); k + 1 < said_.words.size(); ++k)
    if (said_.is(k, {"is", "are"}) && said_.is(k + 1, {"being"})) return true;
  return false;
}

// "has been met on the medical wards only", "was met only in part of the building"
bool Walk::only_there(const Verdict& verdict) const {
  const std::size_t next = said_.word_at(verdict.phrase.end);
  if (said_.is(next, {"only"}) && said_.is(next + 1, {"on", "in", "at", "for"}))
    return !said_.is(next + 2, Role::number) &&
           !(said_.is(next + 2, WordKind::month) || said_.is(next + 2, {"the", "last"}));
  // "has complied with the recommendation for doctors only"
  constexpr std::size_t near = 5;
  if (const std::size_t size = said_.words.size(); size > near && said_.is(size - 1, {"only", "alone"}))
    for (std::size_t k = size - near; k < size - 1; ++k)
      if (k >= next && said_.is(k, {"on", "in", "at", "for"})) return true;
  if (!said_.is(next, {"on", "in", "at", "for"})) return false;
  for (std::size_t k = next + 1; k < said_.words.size() && k < next + 7; ++k) {
    if (said_.is(k, {"only", "alone"})) return k + 1 >= said_.words.size() || !said_.joined(k);
    if (!said_.joined(k)) return false;
  }
  return false;
}

// "three remain open with work under way", "stays open, although we judged progress to be good": open, but on its way
bool Walk::moves_on(const Verdict& verdict) const {
  if (!reading_.lexicon.word_kinds().is(reading_.document.text.folded(verdict.phrase), WordKind::form_of_open))
    return false;
  const std::size_t behind = said_.word_at(verdict.phrase.end);
  // "open pending the new policy": it is being written
  if (said_.is(behind, {"pending", "awaiting"}) && !said_.is(behind + 1, {"a", "any"})) return true;
  if (!said_.is(behind, {"with", "but", "although", "though", "while", "albeit"})) return false;
  std::size_t noun = behind + 1;
  for (std::size_t steps = 0; !said_.is(noun, WordKind::doing_noun) && !said_.is(noun, {"progress"}); ++noun, ++steps)
    if (steps > 9 || noun + 1 >= said_.words.size() || !said_.joined(noun) || said_.is(noun, Role::negation) ||
        said_.is(noun, {"no", "little", "limited", "slow", "insufficient"}))
      return false;
  const StatusWords& lists = reading_.lexicon.status_words();
  // "but with good progress", "though it was making good progress"
  if (said_.is(noun, {"progress"}) && lists.degree(said_.words[noun - 1].text) == StatusValue::in_progress) return true;
  for (std::size_t k = noun + 1; k < said_.words.size() && k < noun + 7; ++k) {
    if (said_.is(k, Role::negation) || said_.is(k, {"no"}) || (said_.is(k, {"to"}) && !said_.is(k + 1, {"be"})) ||
        !said_.joined(k - 1))
      return false;
    if (said_.is(k, {"ongoing", "underway", "continuing", "continues"}) ||
        (said_.is(k, {"under"}) && said_.is(k + 1, {"way"})) ||
        (said_.is(k, {"in"}) && said_.is(k + 1, {"hand", "progress", "train"})) ||
        (said_.is(k - 1, {"is", "are", "was", "were", "as", "been", "be"}) && said_.is(noun, {"progress"}) &&
         lists.degree(said_.words[k].text) == StatusValue::in_progress))
      return true;
  }
  return false;
}

// "is restated because it has not been fully carried out", behind the word for repeating it
bool Walk::gives_the_reason(const Verdict& verdict) const {
  const std::string_view last = drafts_.statuses.back().phrase;   // "has been restated"
  const auto is_repeating = [&](std::string_view words) {
    return reading_.lexicon.word_kinds().is(words, WordKind::form_of_repeating);
  };
  bool repeats = is_repeating(last);
  for (std::size_t space = last.find(' '); !repeats && space != std::string_view::npos;
       space = last.find(' ', space + 1))
    repeats = is_repeating(last.substr(space + 1));
  if (!repeats) return false;
  const std::size_t behind = said_.word_at(last_end_), at = said_.word_at(verdict.phrase.begin);
  if (!said_.is(behind, {"because", "as", "since"})) return false;
  for (std::size_t k = behind + 1; k < at; ++k)
    if (!said_.joined(k - 1)) return false;
  return said_.is(behind + 1, {"it", "they", "this", "these", "the"});
}

// "bar one", "except for two", "with one exception": how many of all were left undone, and the words that say so
std::optional<Counted> Walk::left_undone() const {
  const auto counted = [](double count, Span words) {
    Counted out;
    out.count = count;
    out.used = words.end;
    out.number = words.begin;
    return out;
  };
  const auto small = [&](std::size_t k) -> double {
    return said_.is(k, {"one"})     ? 1
           : said_.is(k, {"two"})   ? 2
           : said_.is(k, {"three"}) ? 3
           : said_.is(k, {"four"})  ? 4
                                    : 0;
  };
  for (std::size_t i = 1; i + 1 < said_.words.size(); ++i) {
    if (said_.is(i, {"bar", "except", "save"}) || (said_.is(i, {"from"}) && said_.is(i - 1, {"apart", "aside"})) ||
        (said_.is(i, {"of"}) && said_.is(i - 1, {"exception"}))) {
      const std::size_t at = said_.is(i + 1, {"for"}) ? i + 2 : i + 1;
      // "except two weeks of it"
      if (small(at) > 0 && !(said_.is(at + 1, WordKind::span_of_time) && said_.joined(at)))
        return counted(small(at), said_.words[i].span.join(said_.words[at].span));
    }
    if (small(i) > 0 && said_.is(i + 1, {"exception", "exceptions"}) && said_.is(i - 1, {"with", "just", "only"}))
      return counted(small(i), said_.words[i].span.join(said_.words[i + 1].span));
  }
  return std::nullopt;
}

// "acted on, although the changes are not yet embedded", "done, but has yet to make a difference": only begun to tell
bool Walk::yet_to_tell(const Verdict& verdict) const {
  bool but = false;
  const bool although = said_.is(0, {"although", "though", "while", "whilst"}) ||
                        (said_.is(0, Role::number) && said_.is(1, {"although", "though", "while", "whilst"}));
  for (std::size_t k = said_.word_at(verdict.phrase.end); k < said_.words.size(); ++k) {
    if (!but) {
      but = said_.is(k, {"but", "yet", "however", "although", "though", "while", "whilst"}) ||
            (although && !said_.joined(k));
      continue;
    }
    // "but these have not yet had time to work"
    if (said_.is(k, {"time"}) && said_.is(k - 1, {"had", "enough", "sufficient"})) {
      for (std::size_t m = k > 5 ? k - 5 : 0; m < k; ++m)
        if (said_.is(m, Role::negation)) return true;
    }
    const bool no = said_.is(k, Role::negation) || (said_.is(k, {"yet"}) && said_.is(k + 1, {"to"}));
    if (!no) continue;
    for (std::size_t m = k + 1; m < k + 8; ++m)
      if (said_.is(m, WordKind::spread_word)) return true;
  }
  return false;
}

}   // namespace muster::facts
