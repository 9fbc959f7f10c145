// Counts and shares of requests: "25 of the 57", "three", "almost all of", "not all".
#include <algorithm>

#include "facts/status_counted.hpp"

namespace muster::facts {

using model::Quantity;
using model::QuantityKind;

namespace {

std::string_view trimmed_view(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}   // namespace

Counted read_counts(const Reading& reading, const Said& said, std::uint32_t from, const Verdict& verdict) {
  using model::Share;
  Counted counted;
  const auto& quantities = reading.layers.quantities;
  const std::string_view text = reading.document.text.folded();
  const auto take = [&](const Quantity& quantity) {
    const std::uint32_t end = std::max(quantity.span.end, quantity.number.end);
    if (quantity.kind == QuantityKind::share && quantity.count) {
      counted.count = quantity.count;
      // "two of the 2010 recommendations": a year
      const bool year = *quantity.total >= 1900 && *quantity.total <= 2100;
      if (year && names_something(said, quantity)) {   // "Recommendation no. 4 of the 2020 audit"
        counted.count.reset();
        return false;
      }
      counted.of = year ? std::nullopt : quantity.total;
      // "all but two of the 19"
      const std::size_t at = quantity.span.begin - said.span.begin;
      if (at >= 8 && same_word(text.substr(quantity.span.begin - 8, 8), "all but ")) {
        counted.count = *quantity.total - *quantity.count;
        if (year) counted.count.reset();
      }
      // "every one of the six"
      if (counted.count == 1 && counted.of && at >= 6 &&
          same_word(text.substr(quantity.span.begin - 6, 6), "every ")) {
        counted.count = counted.of;
        counted.share = Share::all;
      }
      counted.used = end;
      return true;
    }
    if (quantity.kind == QuantityKind::percent || quantity.kind == QuantityKind::fraction) {
      std::size_t next = said.word_at(end);
      if (next < said.words.size() && said.words[next].span.begin < end) ++next;
      // "of" may stand inside a fraction's words
      // "38 per cent of the recommendations", "6% of them", "41 per cent were": not of patrol officers
      bool of = said.is(next, Role::auxiliary) || (said.is(next, {"in"}) && said.is(next + 1, {"full", "part"})) ||
                (next < said.words.size() && said.words[next].span.begin >= verdict.phrase.begin) ||
                (next >= said.words.size() && counted.used == 0);
      for (std::size_t k = 0; k < 7 && !of && next + k < said.words.size(); ++k) {
        if (k > 0 && said.is(next + k, Role::auxiliary)) break;
        const RequestNoun* noun = reading.lexicon.status_words().noun(said.words[next + k].text);
        of = (noun != nullptr && (noun->ask || noun->follows)) || said.is(next + k, {"decree"}) ||
             (k < 2 && said.is(next + k, {"them", "these", "those"}));
      }
      if (!of || quantity.points) return false;
      // "31 (54%) were": the number says it already
      if (counted.count && quantity.span.begin > said.span.begin && text[quantity.span.begin - 1] == '(') return true;
      counted.percent = true;
      counted.count.reset();
      counted.of.reset();
      const std::size_t first_word = said.word_at(quantity.span.begin);
      const bool small = quantity.bound == model::Bound::under ||
                         (first_word > 0 && said.is(first_word - 1, {"only", "just", "barely", "mere"}));
      const bool few = quantity.kind == QuantityKind::fraction && small &&
                       (quantity.low < 50 || (quantity.low <= 50 && quantity.bound == model::Bound::under));
      // "fewer than half": a part; "just two fifths" says how many
      counted.minority = few && quantity.bound == model::Bound::under;
      if (few) counted.share = Share::few;
      else if (quantity.kind == QuantityKind::fraction && (quantity.bound == model::Bound::over || quantity.low > 55))
        counted.share = Share::majority;
      counted.used = end;
      return true;
    }
    if (quantity.kind == QuantityKind::count && whole_number(reading, quantity)) {
      // "only a handful of the commission's 147 recommendations": the size of the set
      if (part_of(said, said.word_at(quantity.number.begin))) {
        counted.of = quantity.low;
        return false;
      }
      if (said.is(said.word_at(end), {"exception", "exceptions"})) return false;   // "with two exceptions"
      if (names_something(said, quantity) || !counts_requests(reading, said, quantity.span, verdict)) return false;
      counted.count = quantity.low;
      counted.number = quantity.number.begin;
      counted.used = end;
      return true;
    }
    return false;
  };
  // "had met three": right after a verb that acts; else the last one before the verdict, a share first.
  bool taken = false;
  const auto first =
      std::lower_bound(quantities.begin(), quantities.end(), said.span.begin,
                       [](const Quantity& quantity, std::uint32_t key) { return quantity.span.begin < key; });
  if (!verdict.passive || verdict.noun) {
    for (auto quantity = first; quantity != quantities.end() && quantity->span.begin < said.span.end; ++quantity) {
      if (quantity->span.begin < verdict.phrase.end) continue;
      taken = leads_to_count(reading, said, verdict, quantity->span.begin) && take(*quantity);
      // "about 65% (90 of 139)": the numbers behind the share
      if (const auto next = std::next(quantity);
          taken && counted.percent && next != quantities.end() && next->kind == QuantityKind::share && next->count &&
          (next->span.begin <= std::max(quantity->span.end, quantity->number.end) + 3 ||
           same_share(reading, *quantity, *next))) {
        counted.percent = false;
        static_cast<void>(take(*next));
      }
      break;
    }
  }
  bool share = false;
  for (auto quantity = first; quantity != quantities.end() && !taken; ++quantity) {
    if (quantity->span.begin < from) continue;
    if (quantity->span.end > verdict.phrase.begin) break;
    const Counted before = counted;
    if (!take(*quantity)) {
      if (counted.of && !before.of) continue;
      counted = before;
      continue;
    }
    if (share && quantity->kind != QuantityKind::share) counted = before;
    share = share || quantity->kind == QuantityKind::share;
    // a figure of its own: what the earlier ones said is not of this one
    if (counted.percent && quantity->kind == QuantityKind::count && counted.number) {
      counted = Counted{};
      static_cast<void>(take(*quantity));
    }
  }
  // "and one is pending": a lone "one" is no figure to the reader of quantities
  if (!counted.count && !counted.percent)
    for (std::size_t i = 0; i + 1 < said.words.size(); ++i)
      if (same_word(said.words[i].text, "one") && said.words[i].span.begin >= from &&
          said.words[i].span.end <= verdict.phrase.begin &&
          (i == 0 || said.is(i - 1, {"and", "while", "but", "with", "only", "just", "another", "that"}) ||
           said.words[i].span.begin > said.words[i - 1].span.end + 1) &&
          (said.is(i + 1, Role::auxiliary) || said.is(i + 1, {"as"}) || text[said.words[i].span.end] == ',' ||
           text.substr(said.words[i].span.end, 3) == " - " ||
           said.words[i + 1].span.begin >= verdict.phrase.begin)) {
        counted.count = 1;
        counted.used = said.words[i].span.end;
      }
  // "Of the auditor's two findings, one is repeated": the set stands in front
  if (counted.count && counted.number && !counted.of && said.is(0, {"of"}))
    for (std::size_t i = 1; i + 1 < said.words.size() && said.words[i].span.end <= verdict.phrase.begin; ++i)
      if (said.is(i, {"one"}) && !said.joined(i - 1) && *counted.number < said.words[i].span.begin &&
          said.is(i + 1, Role::auxiliary)) {
        counted.of = counted.count;
        counted.count = 1;
        counted.number.reset();
        counted.used = said.words[i].span.end;
        break;
      }
  // "have not been progressed in relation to eight out of ten audits"
  if (!taken && verdict.passive && !counted.says_how_many()) {
    const auto next = std::partition_point(
        first, quantities.end(), [&](const Quantity& quantity) { return quantity.span.begin < verdict.phrase.end; });
    if (next != quantities.end() && next->kind == QuantityKind::share && next->count && next->total &&
        next->span.end <= said.span.end) {
      const std::string_view gap = between(text, verdict.phrase.end, next->span.begin);
      if (is_any(trimmed_view(gap), {"in relation to", "in respect of", "for", "in the case of"})) {
        counted.count = next->count;
        counted.of = next->total;
        counted.number = next->number.begin;
        counted.used = std::max(next->span.end, next->number.end);
      }
    }
  }
  // "implemented all but one": how many that is, the size of the set says
  if (!verdict.passive && !verdict.noun && !counted.of && !counted.percent)
    if (const std::size_t all = said.word_at(verdict.phrase.end);
        said.is(all, {"all"}) && said.is(all + 1, {"but"}) && said.is(all + 2, {"one", "two", "three"}) &&
        (all + 3 >= said.words.size() || !said.joined(all + 2))) {
      counted.left_out = said.is(all + 2, {"one"}) ? 1 : said.is(all + 2, {"two"}) ? 2 : 3;
      counted.count.reset();
      counted.number.reset();
      counted.used = said.words[all + 2].span.end;
    }
  // "fully implemented one and …": the same, behind a verb that acts
  if (!counted.count && !counted.left_out && !counted.percent && !verdict.passive && !verdict.noun) {
    std::size_t next = said.word_at(verdict.phrase.end);
    const bool just = said.is(next, {"just", "only", "barely", "merely", "but"});
    if (just) ++next;
    if (said.is(next, {"one"}) && (just || said.words[next].span.begin == verdict.phrase.end + 1) &&
        (next + 1 == said.words.size() || !said.joined(next) ||
         said.is(next + 1, {"and", "but", "other", "of", "while", "with"}))) {
      counted.count = 1;
      counted.used = said.words[next].span.end;
    }
  }
  // "strong progress against four of the five and satisfactory progress on the other"
  if (verdict.noun && !counted.count && !counted.percent)
    if (const std::size_t k = said.word_at(verdict.phrase.end);
        said.is(k, {"on", "in", "against", "with"}) && said.is(k + 1, {"the"}) && said.is(k + 2, {"other"}) &&
        (k + 3 >= said.words.size() || !said.joined(k + 2))) {
      counted.count = 1;
      counted.used = said.words[k + 2].span.end;
    }
  // Shares in words, nearest before the verdict (or after an active one).
  // "some on two and none on one": what follows is the next figure's
  const bool lone = verdict.noun && reading.lexicon.word_kinds().is(reading.document.text.folded(verdict.phrase),
                                                                    WordKind::bare_progress);
  const std::uint32_t until = (verdict.passive && !verdict.noun) || lone
                                  ? verdict.phrase.begin
                                  : std::min(said.span.end, verdict.phrase.end + 40);
  const auto begins = [](const Word& word, std::uint32_t at) { return word.span.begin < at; };
  const auto lo = static_cast<std::size_t>(std::lower_bound(said.words.begin(), said.words.end(), from, begins) -
                                           said.words.begin());
  const auto hi = static_cast<std::size_t>(std::lower_bound(said.words.begin(), said.words.end(), until, begins) -
                                           said.words.begin());
  Share shared = counted.share;
  for (std::size_t i = lo; i < hi; ++i) {
    if (verdict.noun && verdict.phrase.begin <= said.words[i].span.begin &&
        said.words[i].span.end <= verdict.phrase.end)
      continue;   // "some" of "some progress"
    if (verdict.inherent && verdict.phrase.begin <= said.words[i].span.begin &&
        said.words[i].span.end <= verdict.phrase.end)
      continue;   // "taken no steps on": not "none of them"
    const auto before = [&](std::initializer_list<std::string_view> wanted) {
      return i > lo && said.is(i - 1, wanted);
    };
    const auto after = [&](std::initializer_list<std::string_view> wanted) {
      return i + 1 < hi && said.is(i + 1, wanted);
    };
    const auto followed_by = [&](WordKind kind) { return i + 1 < hi && said.is(i + 1, kind); };
    const bool aux_before = i > lo && said.is(i - 1, Role::auxiliary),
               aux_after = i + 1 < hi && said.is(i + 1, Role::auxiliary);
    if (said.is(i, {"all", "every", "each"})) {
      // "The recommendation to offer every child a visit": inside what was asked
      bool inside = false, asked = false;
      for (std::size_t k = lo; k + 1 < i; ++k) {
        asked =
            (asked || said.is(k, {"recommendation", "requirement", "action", "advice"})) && !said.is(k, Role::auxiliary);
        inside = inside || (asked && said.is(k + 1, {"to", "that", "on", "about", "for"}));
      }
      if (inside) continue;
      if (said.is(i, {"all"}) && aux_after && i > lo && !aux_before) {
        counted.share = Share::all;
        continue;
      }
      if (before({"not"})) {
        counted.not_all = true;
        continue;
      }
      if (before({"at", "after", "above", "for", "in", "across"})) continue;
      if (said.is(i, {"all"}) && after({"but"}) && counted.count) continue;
      counted.share = before({"almost", "nearly", "virtually"}) || after({"but"}) ? Share::almost_all : Share::all;
    } else if (said.is(i, {"both"}) && !aux_before && i + 1 < hi) {
      counted.share = Share::all;
      // "implemented both of the recommendations": two of two
      if (!counted.count && !counted.percent && said.joined(i)) {
        std::size_t noun = said.is(i + 1, {"of"}) ? i + 2 : i + 1;
        if (said.is(noun, {"the", "our", "its", "their", "these", "those"})) ++noun;
        if (said.is(noun, {"recommendations", "requirements", "actions"}) && !said.is(noun + 1, {"and"}))
          counted.count = counted.of = 2;
      }
    } else if (said.is(i, {"majority", "bulk"})) counted.share = Share::majority;
    else if (said.is(i, {"most"}) && !before({"the", "at"})) counted.share = Share::most;
    else if (said.is(i, {"many"}) && !before({"how"})) counted.share = Share::many;
    else if (said.is(i, {"some", "several"}) && !followed_by(WordKind::some_of_no_count)) {
      counted.share = Share::some;
      counted.minority = counted.minority || before({"only"});
    } else if (said.is(i, {"number"}) && before({"a"})) counted.share = Share::some;
    else if (said.is(i, {"everything"}))
      counted.share = before({"almost", "nearly", "virtually"}) ? Share::almost_all
                      : before({"not"})                         ? (counted.not_all = true, counted.share)
                                                                : Share::all;
    else if (said.is(i, {"any", "anything"}) && before({"barely", "hardly", "scarcely"})) {
      counted.share = Share::few;
      counted.no_one = true;
    } else if (said.is(i, {"few", "handful"}) && before({"a"}) && i > 1 &&
               said.is(i - 2, {"bar", "except", "but", "for", "from"}))
      continue;   // "bar a few loose ends", "all but a handful"
    else if (said.is(i, {"nothing"}) && said.words[i].span.begin < verdict.phrase.begin &&
             !after({"but", "about", "in", "to", "short", "like"}) && i < lo + 3) {
      counted.share = Share::none;
      counted.no_one = true;
    } else if (said.is(i, {"few", "minority", "handful", "fraction"}) && !after({"months", "weeks", "years", "days"})) {
      counted.share = Share::few;
      counted.minority = counted.minority || after({"of"}) ||
                         before({"only", "very", "small", "tiny", "a", "so", "too", "relatively"});
    } else if (said.is(i, {"others"}) && !before({"the"})) {
      if (counted.share == Share::none_given) counted.share = Share::some;
    } else if (said.is(i, {"rest", "remainder", "others"})) counted.rest = !counted.count;
    else if (said.is(i, {"none", "neither"}) ||
             (said.is(i, {"not"}) && after({"one", "a"}) && i + 2 < hi &&
              (said.is(i + 2, {"single"}) || said.is(i + 1, {"one"}))) ||
             (said.is(i, {"no"}) && i + 1 < hi && !followed_by(WordKind::none_of_no_count) && i < lo + 4 &&
              !said.is(i + 1, Role::number))) {   // not "Recommendation no. 4"
      counted.share = Share::none;
      counted.no_one = true;
      if (said.is(i, {"not"})) counted.count.reset();
    }
    if (counted.share != shared && said.words[i].span.begin >= verdict.phrase.end)
      counted.used = std::max(counted.used, said.words[i].span.end);   // said of this verdict, not of the next
    // "six recommendations, most of which have been met": six is how many there were
    if (counted.share != Share::none_given && counted.share != Share::all && counted.share != Share::none &&
        counted.number && *counted.number < said.words[i].span.begin && counted.count && !counted.of && i > lo &&
        said.is(i, {"most", "majority", "many", "some", "few", "several"}) && said.is(i + 1, {"of"}) &&
        said.is(i + 2, {"which"})) {
      counted.of = counted.count;
      counted.count.reset();
    }
    shared = counted.share;
  }
  return counted;
}

Counted counted_behind(const Reading& reading, std::uint32_t at) {
  constexpr std::uint32_t close = 4;
  Counted counted;
  const auto& quantities = reading.layers.quantities;
  const auto quantity =
      std::partition_point(quantities.begin(), quantities.end(), [&](const Quantity& q) { return q.span.begin < at; });
  if (quantity == quantities.end() || quantity->span.begin > at + close) return counted;
  counted.count = quantity->count ? quantity->count : std::optional(quantity->low);
  counted.of = quantity->total;
  counted.used = quantity->span.end;
  counted.number = quantity->number.begin;
  return counted;
}

}   // namespace muster::facts
