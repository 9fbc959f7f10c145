// What one sentence leaves for the next: the metric it spoke of, and the staff it named last.
#include <algorithm>

#include "facts/speaks_of.hpp"
#include "staffing_figure.hpp"

namespace muster::facts {

// The last metric that had a figure; without figures, the only one that was spoken of.
void remember(Carried& carried, const Sitting& at, std::uint32_t sentence, const std::vector<Anchor>& anchors,
              const std::vector<Attached>& held, std::size_t first, const Anchor* before) {
  carried.sentence = sentence;
  const Anchor* last = nullptr;
  carried.rate.reset();
  for (const Attached& one : held)
    if (one.anchor != nullptr && one.anchor->metric != "other" && one.unit == "percent" && one.anchor != before) {
      carried.rate = *one.anchor;
      carried.rate->first = carried.rate->last = 0;
      carried.rate->states = false;
    }
  for (const Attached& one : held)
    if (one.anchor != nullptr && one.anchor->metric != "other") last = one.anchor;
  if (last == nullptr && !anchors.empty() &&
      std::all_of(anchors.begin(), anchors.end(),
                  [&](const Anchor& a) { return a.metric == anchors.front().metric; }) &&
      anchors.front().metric != "headcount" && anchors.front().metric != "other" && !anchors.front().needs_staff)
    last = &anchors.front();
  if (last == nullptr) {
    carried.anchor.reset();
    return;
  }
  if (last != before) carried.group.clear(), carried.place.clear();
  if (at.drafts.staffing.size() > first && at.drafts.staffing.back().role != "comparator" &&
      !at.drafts.staffing.back().place.empty())
    carried.place = at.drafts.staffing.back().place;
  if (at.drafts.staffing.size() > first && !at.drafts.staffing.back().group.empty())
    carried.group = at.drafts.staffing.back().group;
  Anchor kept = *last;
  kept.first = kept.last = 0;
  kept.states = false;
  if (kept.takes.empty() || !last->match->makes("level").empty()) kept.takes = "percent count";
  carried.anchor = kept;
}

// A sentence that names nobody goes on about the staff that the one before it named last.
std::string staff_before(const Sitting& at, const Words& words, std::uint32_t sentence) {
  const auto& sentences = at.reading.layers.sentences;
  if (sentence == 0 || sentences[sentence - 1].block != sentences[sentence].block) return {};
  const auto names = [&](const Words& said, const Phrases& list) { return list.last_in(said, 0, said.size()); };
  if (!names(words, at.lists.staff).none() || !names(words, at.lists.non_workforce).none()) return {};
  const Words last(at.reading.document.text, Words::head_of(sentences[sentence - 1].span),
                   at.reading.lexicon.word_kinds());
  const Phrases::Found staff = names(last, at.lists.staff), others = names(last, at.lists.non_workforce);
  const bool last_named =
      !staff.none() && (others.none() || others.last < staff.last || last.is(others.first, WordKind::served_thing));
  return last_named ? last.text_of(staff.first, staff.last) : std::string();
}

bool follows(const Reading& reading, std::uint32_t sentence, std::string_view metric) {
  const auto& sentences = reading.layers.sentences;
  if (sentence == 0 || sentences[sentence - 1].block != sentences[sentence].block) return false;
  for (auto it = std::partition_point(reading.matches.begin(), reading.matches.end(),
                                      [&](const model::Match& m) { return m.sentence + 1 < sentence; });
       it != reading.matches.end() && it->sentence + 1 == sentence; ++it)
    if (it->makes("fact") == "staffing" && it->makes("metric") == metric) return true;
  const Words last(reading.document.text, Words::head_of(sentences[sentence - 1].span), reading.lexicon.word_kinds());
  const ClaimWords& lists = claim_words(reading);
  bool learning = false, ill = false;
  for (std::size_t k = 0; k < last.size(); ++k) {
    learning = learning || last.is(k, WordKind::learning_word);
    ill = ill || last.is(k, {"sickness", "sick"});
  }
  const bool of_staff = !lists.staff.first_in(last, 0, last.size()).none();
  const bool of_others = !lists.non_workforce.first_in(last, 0, last.size()).none();
  return metric == "training" ? learning && of_staff : metric == "sickness" && ill && (of_staff || !of_others);
}

}   // namespace muster::facts
