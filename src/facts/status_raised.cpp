// Where a sentence says that an earlier look raised a matter ("an area for improvement at the last inspection").
#include <algorithm>

#include "facts/status_state.hpp"

namespace muster::facts {
namespace {

// The look word after `from` that was paid earlier, within a few words; words.size() if none.
std::size_t earlier_look(const Said& said, std::size_t from) {
  const std::size_t until = std::min(said.words.size(), from + 12);
  for (std::size_t i = from; i < until; ++i) {
    if (said.is(i, {"and", "but"}) && said.is(i + 1, Role::auxiliary)) break;
    if (i > from && !said.joined(i - 1)) break;
    // "identified in 2016"
    if (i > from && said.is(i, Role::earlier) && said.is(i, Role::number) && said.is(i - 1, {"in", "during", "since"}))
      return i;
    if (i > from && said.is(i, {"time"}) && said.is(i - 1, {"last"})) return i;
    if (!said.is(i, Role::look)) continue;
    if (i > 0 && said.is(i - 1, {"this"})) return said.words.size();
    for (std::size_t k = i > from + 4 ? i - 4 : from; k < std::min(said.words.size(), i + 4); ++k)
      if (k != i && said.is(k, Role::earlier) && !said.is(k, {"by", "full"})) return i;
    if (said.is(i, WordKind::named_look)) return i;
    if (i > 0 && (said.is(i - 1, {"monitoring", "focused", "diagnostic", "previous"}) ||
                  (said.is(i - 1, {"that"}) && said.words[i].text.back() != 's')))
      return i;
  }
  return said.words.size();
}

}   // namespace

std::optional<Raised> raised_in(const StatusWords& lists, const Said& said) {
  for (std::size_t i = 0; i < said.words.size(); ++i) {
    const bool of_noun = i > 0 && lists.noun(said.words[i - 1].text) != nullptr;
    const bool as_then = said.is(i, {"found", "noted", "case", "seen"}) && i > 1 &&
                         said.is(i - 1, {"was", "were", "the"}) &&
                         (said.is(i - 2, {"as"}) || (i > 2 && said.is(i - 3, {"as"})));
    const bool verb =
        (of_noun && said.is(i, {"found", "noted"})) || as_then ||
        (said.is(i, Role::asked) && !said.is(i, WordKind::asks_by_its_object) && !said.is(i, {"found", "noted"}));
    const bool noun = !verb && (said.is(i, WordKind::raised_thing));
    if (!verb && !noun) continue;
    if (verb) {
      if ((said.is(i, WordKind::tells_somebody) || said.is(i, {"complained"})) &&
          !(i > 0 && said.is(i - 1, {"was", "were", "been"})))
        continue;
      // "the last inspection identified …", "inspectors have raised …": told from their side
      if (i > 0 && said.joined(i - 1) && (said.is(i - 1, Role::look) || said.is(i - 1, Role::looker))) continue;
      const bool perfect = i > 0 && said.is(i - 1, {"has", "have", "had", "also", "all", "both"}) && i > 1 &&
                           (said.is(i - 2, Role::look) || said.is(i - 2, Role::looker));
      if (perfect) continue;
      if (i > 0 && said.is(i - 1, {"has", "have", "to", "who", "leaders", "managers", "they"})) continue;
      if (i > 1 && said.is(i - 1, {"which", "that"}) && (said.is(i - 2, Role::look) || said.is(i - 2, Role::looker)))
        continue;
      // "identified by the current director": found by themselves
      if (said.is(i + 1, {"by"})) {
        bool outside = false;
        for (std::size_t k = i + 2; k < i + 6; ++k)
          outside = outside || said.is(k, Role::look) || said.is(k, Role::looker);
        if (!outside) continue;
      }
    } else if (!(i > 0 && said.is(i - 1, {"a", "an", "the", "another", "key", "serious", "significant", "both", "these",
                                          "previous", "some"}))) {
      continue;
    }
    std::size_t next = i + 1;
    if (noun && said.is(i, {"area", "areas"}) && said.is(next, {"for", "of", "requiring", "needing"})) next += 2;
    // "an area of poor performance identified"
    if (noun && next == i + 3 && said.is(next + 1, {"identified", "raised", "found", "highlighted"})) ++next;
    if (noun && !said.is(next, {"at", "in", "from", "of", "by", "during", "following", "last"}) &&
        !said.is(next, {"identified", "raised", "made", "highlighted"}))
      continue;
    const std::size_t look = earlier_look(said, next);
    if (look == said.words.size()) continue;
    // a year alone dates anything: "children identified as absent in 2013"
    const bool passive = i > 0 && said.is(i - 1, {"was", "were", "been", "first", "also"});
    if (!said.is(look, Role::look) && !said.is(look, {"time"}) && !of_noun && !passive && !noun) continue;
    Raised out;
    out.first = i;
    out.last = look + 1;
    // a year or a name behind the look belongs to it: "the inspection of adoption services in 2011"
    for (std::size_t k = look + 1; k < said.words.size() && k < look + 5; ++k)
      if (said.is(k, Role::earlier) && said.is(k, Role::number)) out.last = k + 1;
    for (std::size_t k = i; k-- > 0 && k + 5 > i;) {
      if (said.is(k, {"was", "were", "been", "is"})) {
        out.by_itself = true;
        out.first = k;
        break;
      }
      if (!said.is(k, {"also", "already", "an", "a", "being", "the", "both", "all", "previously", "first", "rightly",
                       "key", "clearly"}))
        break;
    }
    // "the ladders that had been highlighted": of the thing, not of the sentence
    std::size_t that = out.first;
    while (that > 0 && that + 2 > out.first && said.is(that - 1, {"had", "have", "has"})) --that;
    if (out.by_itself && that > 2 && said.is(that - 1, {"that", "which"}) && said.joined(that - 2)) {
      out.by_itself = false;
      out.first = that - 1;
    }
    if (i > 0 && said.is(i - 1, {"strengths", "strength"})) continue;
    return out;
  }
  return std::nullopt;
}

}   // namespace muster::facts
