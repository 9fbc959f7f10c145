// Where a staffing figure holds: the team, service or place that is named near it.
#include <algorithm>

#include "place_reader.hpp"
#include "staffing_words.hpp"

namespace muster::facts {
std::string parallel_place(const Reading& reading, const Words& words, const ClaimWords& lists,
                           const std::vector<Claim>& claims, std::size_t index) {
  const PlaceReader places(reading, words, lists);
  const auto led = [&](const Claim& claim) {
    return claim.last + 1 < words.size() && words.is(claim.last, {"in", "at", "on"}) && !places.dated(claim.last + 1);
  };
  const Claim& claim = claims[index];
  if (!led(claim)) return {};
  const auto like = [&](const Claim& other) {
    return other.kind == claim.kind && led(other) && words.folded(other.last) == words.folded(claim.last);
  };
  if (!(index > 0 && like(claims[index - 1])) && !(index + 1 < claims.size() && like(claims[index + 1]))) return {};
  const std::size_t first = claim.last + 1;
  std::size_t last = first;
  const std::size_t top =
      std::min({words.size(), first + 5, index + 1 < claims.size() ? claims[index + 1].first : words.size()});
  while (last < top && !words[last].mark && lists.verbs.at(words, last) == 0 &&
         !words.is(last, {"and", "but", "while", "to", "in", "at", "on", "with", "as", "by", "for"}))
    ++last;
  if (last == first ||
      (words.is(first, WordKind::adverbial_noun) || words.is(first, {"all", "a", "each", "both", "which"})))
    return {};
  if (!lists.staff.first_in(words, first, last).none() || !lists.moments.first_in(words, first, last).none()) return {};
  for (std::size_t k = first; k < last; ++k)
    if (lists.non_workforce.at(words, k) > 0 && lists.teams.at(words, k) == 0) return {};
  return words.text_of(first, last);
}

std::string place_words(const Reading& reading, const Words& words, const ClaimWords& lists, const Claim& claim,
                        const Anchor& anchor, std::size_t limit, std::size_t floor, std::size_t opening) {
  const PlaceReader places(reading, words, lists);
  if (claim.role == "comparator") {
    // "9% in London"
    if (words.is(claim.last, {"in", "at", "across", "for"}) && claim.last < limit)
      if (std::string said = places.within(claim.last, std::min(limit, claim.last + 8)); !said.empty()) return said;
    // "the North West average", "the England rate"
    for (std::size_t k = claim.first; k > floor; --k)
      if (capital(words, k - 1) && k < words.size() && k - 1 > 0 && !places.dated(k - 1) && !words.is(k - 1, "the")) {
        std::size_t first = k - 1;
        while (first > floor && capital(words, first - 1) && !words.is(first - 1, "the")) --first;
        return words.text_of(first, k);
      }
  }
  std::size_t after = std::max(claim.last, claim.of_first);
  std::size_t stop = after;   // what follows "which is better than …" is elsewhere
  const std::size_t top = std::min(limit, words.size());
  while (stop < top &&
         !words.is(stop, {"which", "than", "compared", "although", "while", "whereas", "but", "against"}) &&
         !words.is_mark(stop, ';') && !(words.is(stop, "and") && words.is(stop + 1, "that")) &&
         !((words.is_mark(stop, ',') || words.is(stop, "and")) && words.is(stop + 1, {"in", "at", "on"}) &&
           limit < words.size() && limit - stop < 9))
    ++stop;   // "…, in Tay one to 35": the next one's
  if (std::string said = places.within(after, stop); !said.empty()) return said;
  // "… workers are placed in eight child in need teams": the number belongs to the place.
  if (limit < words.size() && limit > after && words.is(limit - 1, {"in", "at", "across", "within"}))
    if (std::string said = places.within(limit - 1, std::min(words.size(), limit + 9)); !said.empty()) return said;
  if (std::string said = places.team_of(claim.first); !said.empty()) return said;
  if (std::string said = places.label(claim.first, anchor); !said.empty()) return said;
  if (claim.proportion() && claim.of_last > claim.of_first)
    if (std::string said = places.of_whom(claim.of_first, claim.of_last); !said.empty()) return said;
  if (claim.linked && claim.role != "current") {
    std::size_t from = floor;   // "12% in the north; the national average is 9%"
    for (std::size_t k = floor; k < claim.first; ++k)
      if (words.is_mark(k, ';')) from = k + 1;
    return floor > opening ? places.within(from, claim.first) : std::string();
  }
  const std::size_t from = std::min(anchor.first, claim.first);
  const std::size_t to = std::max(anchor.first, claim.first);
  if (std::string said = places.within(std::max(from, floor), to); !said.empty()) return said;
  if (std::string said = places.within(floor, claim.first); !said.empty()) return said;
  if (anchor.metric != "caseload")
    if (std::string said = places.holder(claim.first); !said.empty()) return said;
  if (std::string said = places.subject(claim.first); !said.empty()) return said;
  if (std::string said = places.enlarged(floor, claim.first); !said.empty()) return said;
  if (claim.role == "comparator") return {};
  // "At Corran, …; sickness was 8%": what is named before the first figure holds for all of the sentence.
  if (floor > opening)
    if (std::string said = places.within(0, opening); !said.empty()) return said;
  if (std::string said = places.named_subject(claim.first); !said.empty()) return said;
  if (std::string said = places.general_subject(claim.first); !said.empty()) return said;
  return claim.proportion() || claim.total
             ? places.owner(claim.first, std::min(std::max(claim.of_last, claim.last), claim.last + 5))
             : std::string();   // "a third of the district's nurses"
}

namespace {

// The noun that a place is by kind: "ward" of "the Langley Ward", "team" of "Intake Team (IT)".
std::string kind_of(std::string_view place) {
  std::string out;
  if (const std::size_t open = place.find(" ("); open != std::string_view::npos) place = place.substr(0, open);
  for (const char c : place.substr(place.rfind(' ') == std::string_view::npos ? 0 : place.rfind(' ') + 1))
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (out.size() > 3 && out.back() == 's') out.pop_back();
  return out;
}

// "the «team»": what the sentence itself is about before the claim; empty if it names no such thing.
std::string own_kind(const Words& words, const ClaimWords& lists, std::size_t limit) {
  for (std::size_t k = 0; k < std::min(limit, words.size()); ++k) {
    if (!words.is(k, {"the", "this", "each", "every", "our", "its", "a", "these", "both", "other"})) continue;
    for (std::size_t head = k + 1; head < std::min(limit + 1, words.size()) && head < k + 5 && !words[head].mark &&
                                   lists.verbs.at(words, head) == 0;
         ++head)
      if (const std::size_t n = lists.teams.at(words, head);
          n > 0 && lists.staff.at(words, head) == 0 && lists.teams.at(words, head + n) == 0)
        return kind_of(words.text_of(head, head + n));
  }
  return {};
}

// Somebody else is named before the claim: "Night nurses in Corran had …".
bool names_another(const Words& words, const ClaimWords& lists, const PlaceReader& places, std::size_t limit) {
  for (std::size_t k = 1; k < std::min(limit, words.size()); ++k) {
    std::size_t end = k;   // "the Torrin Relief Fund" is no place
    while (end < words.size() && capital(words, end)) ++end;
    if (end > k && words.is(end - 1, WordKind::scheme_noun)) {
      k = end - 1;
      continue;
    }
    if (capital(words, k) && !words.is(k, "i") && !places.dated(k) && lists.staff.at(words, k) == 0 &&
        !words.is_mark(k - 1, '(') && words.folded(k).size() > 1)
      return true;
  }
  return false;
}

// "The train driver had eleven months' experience": one person, who may be anybody's.
bool of_one_person(const Words& words, const ClaimWords& lists) {
  if (!words.is(0, {"the", "one"})) return false;
  std::size_t next = 1;
  while (next < 4 && next < words.size() && !words[next].mark && lists.staff.at(words, next) == 0 &&
         lists.verbs.at(words, next) == 0)
    ++next;
  const std::size_t n = lists.staff.at(words, next);
  if (n == 0 || next + n >= words.size() || lists.verbs.at(words, next + n) == 0) return false;
  return words.folded(next + n - 1).back() != 's' &&
         !words.is(next + n - 1, {"staff", "workforce", "personnel", "establishment"});
}

bool has_figure(const Reading& reading, Span sentence) {
  const auto& all = reading.layers.quantities;
  auto at = std::partition_point(all.begin(), all.end(),
                                 [&](const model::Quantity& q) { return q.span.begin < sentence.begin; });
  for (; at != all.end() && at->span.begin < sentence.end; ++at)
    if (at->kind != model::QuantityKind::ordinal &&
        !(at->span.begin == sentence.begin && reading.document.text.folded_at(at->span.end) == '.'))
      return true;   // not the paragraph's number
  return false;
}

// "Staffing" stands under the name of the team whose staffing it is.
bool names_topic(const Words& words) {
  return words.size() <= 3 &&
         (words.is(0, WordKind::staffing_topic) || words.is(words.size() - 1, WordKind::staffing_topic));
}

}   // namespace

// "Harbour Ward", "Intake Team", "Ward 7": a heading that is the name of a team and nothing else.
std::string place_in_heading(const Reading& reading, const ClaimWords& lists, std::int32_t block) {
  for (int up = 0; up < 2 && block >= 0; ++up) {
    const model::Block& head = reading.document.blocks[static_cast<std::size_t>(block)];
    const Words words(reading.document.text, Words::head_of(head.content), reading.lexicon.word_kinds());
    if (words.size() < 2 || words.size() > 7 || !head.readable()) {
      if (words.size() != 1 || !names_topic(words)) return {};
    } else if (!names_topic(words)) {
      const bool numbered = digits(words, words.size() - 1) && words.size() == 2;
      const std::size_t last = words.size() - (numbered ? 2 : 1);
      // "HMP Torrin", "Corran Infirmary": a place by its full name.
      bool full = words.is(0, WordKind::prison_initials) || words.is(last, WordKind::clinic_noun);
      for (std::size_t k = 0; k < words.size() && full; ++k) full = capital(words, k) || numbered;
      if (full && words.size() < 6) return words.text_of(0, words.size());
      if (general(words, last) || !words.is(last, WordKind::team_noun)) return {};
      for (std::size_t k = 0; k < words.size(); ++k)
        if (words[k].mark || lists.verbs.at(words, k) > 0 ||
            words.is(k, {"of", "the", "and", "your", "our", "for", "as", "to", "a", "how", "management", "leadership",
                         "inspection", "each"}))
          return {};
      return words.text_of(0, words.size());
    }
    block = head.heading;
  }
  return {};
}

bool says_no_name(std::string_view place, std::string_view named) {
  for (const std::string_view lead : {"the ", "this ", "that ", "The ", "This "})
    if (place.substr(0, lead.size()) == lead && place.find(' ', lead.size()) == std::string_view::npos)
      return kind_of(place) == kind_of(named);
  return false;
}

std::string place_before(const Reading& reading, const ClaimWords& lists, std::uint32_t sentence, const Words& now,
                         std::size_t claim) {
  const auto& sentences = reading.layers.sentences;
  const PlaceReader here(reading, now, lists);
  if (names_another(now, lists, here, claim) || of_one_person(now, lists)) return {};
  const std::string kind = own_kind(now, lists, claim);
  const std::string heading =
      place_in_heading(reading, lists, reading.document.blocks[sentences[sentence].block].heading);
  for (std::uint32_t back = 1; back <= 3 && back <= sentence; ++back) {
    const model::Sentence& earlier = sentences[sentence - back];
    if (earlier.block != sentences[sentence].block) break;
    const Words words(reading.document.text, Words::head_of(earlier.span), reading.lexicon.word_kinds());
    const PlaceReader places(reading, words, lists);
    std::string said = places.subject(words.size());
    if (said.empty()) said = places.named_subject(words.size());
    if (said.empty()) said = places.holder(words.size());
    // What stands beside a figure is where that figure holds, and no more: only a sentence without one introduces a
    // team.
    if (said.empty() && !has_figure(reading, earlier.span)) said = places.last_team(words.size());
    if (said.substr(0, 5) == "Each " || said.substr(0, 6) == "Every ") return {};
    if (!said.empty()) {
      const std::string its = kind_of(said);
      const bool initials =
          letters_only(std::string_view(said).substr(said.rfind(' ') == std::string::npos ? 0 : said.rfind(' ') + 1));
      return kind.empty() || kind == its || (initials && (kind == "team" || kind == "unit")) ? said : std::string();
    }
    const std::string turned = own_kind(words, lists, std::min<std::size_t>(words.size(), 6));
    if (!turned.empty() && kind.empty() && turned != kind_of(heading))
      return {};   // the passage has turned to something else
  }
  const std::string& said = heading;
  return kind.empty() || kind == kind_of(said) ? said : std::string();
}

}   // namespace muster::facts
