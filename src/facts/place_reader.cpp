#include "place_reader.hpp"

#include <algorithm>

namespace muster::facts {
bool capital(const Words& words, std::size_t i) {
  if (i >= words.size() || words[i].mark) return false;
  const char c = words.folded(i).front();
  return (c >= 'A' && c <= 'Z') || c == base::fold::upper;
}

bool digits(const Words& words, std::size_t i) {
  return i < words.size() && !words[i].mark && words.folded(i).front() >= '0' && words.folded(i).front() <= '9';
}

bool general(const Words& words, std::size_t k) {
  return words.is(k, WordKind::institution_noun);
}

bool letters_only(std::string_view word) {   // "CRC"
  return word.size() > 1 && word.size() < 7 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string PlaceReader::within(std::size_t from, std::size_t to) const {
  to = std::min(to, words_.size());
  for (std::size_t k = from; k < to; ++k) {
    if (const std::size_t n = lists_.everywhere.at(words_, k); n > 0)
      return words_.text_of(k + (leads(k) ? 1U : 0U), k + n);
    if (words_.is(k, "outside") && k + 2 < to) {   // "outside of these teams"
      const std::size_t next = k + (words_.is(k + 1, "of") ? 2U : 1U);
      if (words_.is(next, {"these", "those", "the", "this", "that"}) && lists_.teams.at(words_, next + 1) > 0)
        return words_.text_of(k, next + 2);
    }
    if (k + 1 >= to || !leads(k) || dated(k + 1) || (words_.is(k, "for") && counted(k + 1)))
      continue;   // "for 2,400 schools": how many they serve
    if (const std::size_t end = named(k + 1, to, words_.is(k, "on"), words_.is(k, {"across", "throughout"}));
        end > k + 1)
      return words_.text_of(k + 1, end);
  }
  return {};
}

std::string PlaceReader::team_of(std::size_t claim) const {
  if (claim < 2 || !words_.is(claim - 1, "of")) return {};
  std::size_t first = claim - 1;
  while (first > 0 && claim - first < 6 && !words_[first - 1].mark && lists_.verbs.at(words_, first - 1) == 0 &&
         !words_.is(first - 1,
                    {"a", "an", "the", "with", "by", "has", "and", "of", "in", "this", "our", "its", "their", "small"}))
    --first;
  if (claim - 1 - first < 2) return {};   // "a team of": any team
  return words_.is(claim - 2, WordKind::crew_noun) ? words_.text_of(first, claim - 1) : std::string();
}

std::string PlaceReader::subject(std::size_t limit) const {
  if (!words_.is(0, {"since", "during", "by", "when", "after", "over", "under", "between"}))
    if (std::string said = subject_from(0, limit); !said.empty()) return said;
  if (!words_.is(
          0, {"on", "in", "at", "by", "as", "during", "since", "when", "after", "over", "under", "between", "with"}))
    return {};
  for (std::size_t k = 1; k < std::min<std::size_t>(limit, 12); ++k)   // "On both days of our visit, B wing had …"
    if (words_.is_mark(k, ',')) return subject_from(k + 1, limit);
  return {};
}

std::string PlaceReader::subject_from(std::size_t start, std::size_t limit) const {
  std::size_t begin = start;
  while (begin < 2 && (digits(words_, begin) || words_.is_mark(begin, '.'))) ++begin;   // the paragraph's number
  if (words_.is(begin, {"only", "just", "even", "although", "while"})) ++begin;
  if (counted(begin)) return {};   // "Four more teams": which?
  for (std::size_t k = begin; k < begin + 6 && k + 1 < limit; ++k)   // "We found that the night team …"
    if (words_.is(k, "that") && k > begin &&
        words_.is(k - 1, {WordKind::reporting_verb, WordKind::establishing_verb})) {
      begin = k + 1;
      break;
    }
  if (words_.is(begin, {"the", "some", "a", "an", "both", "our", "its"})) ++begin;
  for (std::size_t head = begin; head < limit && head < begin + 8 && !words_[head].mark &&
                                 (lists_.verbs.at(words_, head) == 0 || (head > 0 && capital(words_, head)));
       ++head) {
    if (words_.is(head, {"of", "at", "across", "in", "for", "with", "among", "from", "than", "by", "on"}) &&
        !words_.hyphen_before(head + 1) && !(words_.is(head, "of") && head > begin && words_.is(head - 1, "out")))
      return {};
    const std::size_t n = lists_.teams.at(words_, head);
    if (n == 0 || head + n >= words_.size()) continue;
    std::size_t next = head + n;
    if (words_.is_mark(next, '(') && words_.is_mark(next + 2, ')')) next += 3;   // "Night Duty Team (NDT)"
    bool proper = (capital(words_, head) && (head > 0 || n > 1)) || (head == begin + 1 && begin > 0 && capital(words_,
        begin)) || (head > begin && capital(words_, begin) && genitive(begin));   // "Limerick's emergency ward"
    for (std::size_t k = begin; k < head && !proper; ++k) proper = k > 0 && capital(words_,
        k);   // "the Torrin field office"
    const bool named = (head > begin || n > 1) && (proper || !words_.is(head + n - 1,
        WordKind::whole_body_noun) || (head > begin && words_.is(head, {"service",
        "services"}) && !(words_.is(head - 1, WordKind::local_adjective) || words_.is(head - 1, {"the", "this", "our",
        "other", "all"}))));
    if ((words_.is(begin, WordKind::vague_adjective) || words_.is(begin, {"some", "other", "few",
        "key"}))) return {};   // "some areas": which?
    if (named && words_.is(next, {"at", "in", "of"}) && capital(words_, next + (words_.is(next + 1,
        "the") ? 2U : 1U)))   // "the emergency ward at the Corran hospital"
      for (next += words_.is(next + 1, "the") ? 2U : 1U; next < limit && (capital(words_,
          next) || lists_.teams.at(words_, next) > 0 || words_.is_mark(next, '\'')); ++next) {}
    if (named && capital(words_,
        begin) && genitive(begin) && next < words_.size() && !words_[next].mark) return words_.text_of(begin,
        next);   // "Limerick's emergency ward shuts …"
    if (named && (lists_.verbs.at(words_, next) > 0 || lists_.occupying.at(words_, next) > 0 || (words_.is(next,
        WordKind::running_verb) || words_.is(next, {"also", "now", "currently"})))) return words_.text_of(begin, next);
  }
  return {};
}

std::string PlaceReader::enlarged(std::size_t from, std::size_t to) const {
  for (std::size_t k = from; k + 1 < to; ++k) {
    const bool whose = words_.is(k + 1, "of") && words_.is(k, WordKind::staff_extent);
    if (!whose && !words_.is(k, WordKind::enlarging_verb)) continue;
    const std::size_t first = k + (whose ? 2U : 1U);
    if (const std::size_t end = named(first, to, true, false); end > first + 1) return words_.text_of(first, end);
  }
  return {};
}

std::string PlaceReader::label(std::size_t claim, const Anchor& anchor) const {
  std::size_t first = claim;
  while (first > 0 && claim - first < 6 && !words_[first - 1].mark && capital(words_, first - 1) &&
         lists_.verbs.at(words_, first - 1) == 0)
    --first;
  if (claim > 1 && words_.is_mark(claim - 1, '(')) {   // "in Corran (23%), Leven (19%) and Tay (17%)"
    std::size_t begin = claim - 1;
    while (begin > 0 && claim - begin < 6 && capital(words_, begin - 1)) --begin;
    if (begin > 1 && begin < claim - 1 && !dated(begin) &&
        (words_.is_mark(begin - 1, ',') || words_.is(begin - 1, {"and", "in", "at", "by", "or"})) &&
        lists_.staff.first_in(words_, begin, claim).none())
      return words_.text_of(begin, claim - 1);
  }
  const bool listed =
      first > 0 && first < claim &&
      (words_.is_mark(first - 1, ':') || words_.is_mark(first - 1, ',') || words_.is_mark(first - 1, ';'));
  bool colon = false;
  for (std::size_t k = first; k > 0 && listed && !colon; --k) colon = words_.is_mark(k - 1, ':');
  if (colon && !dated(first) && lists_.staff.first_in(words_, first, claim).none() &&
      !(anchor.first >= first && anchor.first < claim))
    return words_.text_of(first, claim);
  std::size_t end = 0, begin = 0;
  while (begin < 2 && words_.size() > begin && words_[begin].mark) ++begin;   // a bullet
  for (end = begin; end < begin + 7 && end < claim && !words_[end].mark && lists_.verbs.at(words_, end) == 0;) ++end;
  if (end == begin || end >= claim || !(words_.is_mark(end, ':') || words_.is_mark(end, '-')) ||
      (words_.is_mark(end, '-') && words_.hyphen_before(end + 1)) || anchor.first < end ||
      !lists_.staff.first_in(words_, begin, end).none())
    return {};
  const std::size_t head = end - (end > 1 && digits(words_, end - 1) ? 2U : 1U);
  return lists_.teams.at(words_, head) > 0 && head > begin && capital(words_, begin) ? words_.text_of(begin, end)
                                                                                     : std::string();
}

std::string PlaceReader::named_subject(std::size_t limit) const {
  std::size_t end = 0;
  while (end < limit && end < 5 && capital(words_, end) && lists_.verbs.at(words_, end) == 0) ++end;
  if (end == 0 || end >= words_.size() || words_[end].mark || dated(0) || counted(0)) return {};
  if ((words_.is(end, {WordKind::reporting_verb, WordKind::establishing_verb}) || words_.is(end, {"describes",
      "described"})) || words_.is(0, WordKind::office_title)) return {};
  if (lists_.verbs.at(words_, end) == 0 && lists_.occupying.at(words_, end) == 0 && !(words_.is(end,
      WordKind::running_verb) || words_.is(end, {"employed", "also", "now", "currently", "still"}))) return {};
  if (!lists_.staff.first_in(words_, 0, end).none() || !lists_.posts.first_in(words_, 0,
      end).none() || lists_.non_workforce.at(words_, 0) > 0) return {};
  if (end > 1) return words_.is(0, {"the", "a", "an", "in", "at", "this", "our", "its", "their", "mr", "mrs", "ms",
      "dr", "some", "of", "since"}) ? std::string() : words_.text_of(0, end);
  return name_by_itself(0) ? words_.text_of(0, 1) : std::string();
}

std::string PlaceReader::general_subject(std::size_t limit) const {
  std::size_t begin = 0;
  while (begin < 2 && (digits(words_, begin) || words_.is_mark(begin, '.'))) ++begin;
  // "In May 2021 the clinic had …": behind the time.
  for (std::size_t k = 1; words_.is(0, {"in", "by", "at", "as", "since", "on"}) &&
                          k < std::min<std::size_t>(limit, 12) && !words_.is(begin, "the") && !words_.is(begin, "this");
       ++k)
    if (words_.is(k, "the") && !dated(k) && (dated(k - 1) || (words_.is_mark(k - 1, ',') && dated(k - 2)))) begin = k;
  if (!words_.is(begin, "the") && !words_.is(begin, "this")) return {};
  for (std::size_t head = begin + 1;
       head < limit && head < begin + 5 && !words_[head].mark && lists_.verbs.at(words_, head) == 0; ++head) {
    const std::size_t n = lists_.teams.at(words_, head);
    std::string_view word = words_.folded(head);
    const bool owner = genitive(head) && words_.is(begin, "the");
    if (owner) {   // "the detachment's vacancy rate"
      word.remove_suffix(2);
      const std::size_t after = head + 1;
      const bool more = after + 1 < limit && !words_[after].mark &&
                        (lists_.teams.at(words_, after) > 0 || lists_.teams.at(words_, after + 1) > 0);
      if (!more && head <= begin + 2 && employs(head)) return words_.text_of(begin, head) + " " + std::string(word);
      continue;
    }
    if (n == 0) continue;
    const std::size_t next = head + n;
    if (lists_.teams.at(words_, next) > 0) continue;
    if (words_.is(head, "council") || words_.is(head, "authority") || words_.is(head,
        "area") || words_.is(head + n - 1, "services") || (words_.is(head, "service") && head == begin + 1)) return {};
    return lists_.verbs.at(words_, next) > 0 || lists_.occupying.at(words_, next) > 0 || lists_.change_verbs.at(words_,
        next) > 0 || (words_.is(next, WordKind::running_verb) || words_.is(next, {"employed", "also", "now",
        "currently"})) || (words_.is_mark(next, ',') && words_.is(next + 1, "which")) ? words_.text_of(begin,
        next) : std::string();
  }
  return {};
}

std::string PlaceReader::last_team(std::size_t limit) const {
  for (std::size_t k = limit; k > 0; --k) {
    // "spoke well of the Rowan Unit": by its name only.
    const bool by_name = words_.is(k - 1, {"of", "to", "from", "by", "with", "visited", "inspected", "about"}) &&
                         capital(words_, k + (words_.is(k, "the") ? 1U : 0U));
    if (!leads(k - 1) && !by_name) continue;
    std::size_t first = k, end = 0;
    if (words_.is(first, {"the", "its", "our", "their"})) ++first;
    if (first < limit && first > k && letters_only(words_.folded(first)) &&
        (first + 1 == limit || words_[first + 1].mark || lists_.verbs.at(words_, first + 1) > 0 ||
         words_.is(first + 1, {"has", "have", "and"})))
      return words_.text_of(k, first + 1);
    if (!dated(k)) end = named(k, limit, true, false);
    if (end <= k + 1) continue;
    std::size_t head = end;
    while (head > k &&
           (digits(words_, head - 1) || words_[head - 1].mark || (head >= 2 && words_.is_mark(head - 2, '('))))
      --head;
    if (head <= first || (head < end && words_[head].mark && !capital(words_, first))) continue;
    // "in the services", "of the authority": the body itself; "in some teams": which?
    if (words_.is(first,
                  {"some", "most", "all",  "many",  "other", "these", "those", "several", "both", "each", "every",
                   "any",  "this", "that", "which", "a",     "an",    "two",   "three",   "four", "five"}) ||
        digits(words_, first) || lists_.teams.at(words_, head - 1) == 0 || general(words_, head - 1))
      continue;
    if (head - first < 2 && end == head) continue;   // "in the team"
    return words_.text_of(k, end);
  }
  return {};
}

bool PlaceReader::dated(std::size_t k) const {
  const Span word = words_[k].span;
  const auto& dates = reading_.layers.dates;
  const auto it = std::partition_point(dates.begin(), dates.end(),
                                       [&](const model::DateMention& d) { return d.span.end <= word.begin; });
  return it != dates.end() && it->span.begin < word.end;
}

bool PlaceReader::genitive(std::size_t k) const {
  const std::string_view word = words_.folded(k);
  return word.size() > 3 && word.substr(word.size() - 2) == "'s";
}

bool PlaceReader::counted(std::size_t k) const {
  if (k >= words_.size()) return false;
  const Span word = words_[k].span;
  const auto& all = reading_.layers.quantities;
  const auto it =
      std::partition_point(all.begin(), all.end(), [&](const model::Quantity& q) { return q.span.end <= word.begin; });
  return it != all.end() && it->span.begin < word.end;
}

bool PlaceReader::leads(std::size_t k) const {
  return (words_.is(k, WordKind::place_preposition) || words_.is(k, "for"));
}

std::size_t PlaceReader::named(std::size_t first, std::size_t to, bool team, bool whole) const {
  std::size_t end = first, last = 0, names = 0, teams = 0;
  while (end < to && end < first + 9) {
    if (words_[end].mark) {
      const bool inner = words_.is_mark(end, ',') && names > 0 && capital(words_, end + 1) && end + 1 < to &&
                         !dated(end + 1) && teams == 0;
      if (words_.is_mark(end, '&') && capital(words_, end + 1) && last == end) {   // "A&E"
        ++end;
        continue;
      }
      if (words_.is_mark(end, '-') && end > first && words_.hyphen_before(end + 1)) {   // "high-need facilities"
        ++end;
        continue;
      }
      const bool short_name =
          words_.is_mark(end, '(') && capital(words_, end + 1) && words_.is_mark(end + 2, ')') && last == end;
      if (short_name) return end + 3;
      if (!inner && !words_.is_mark(end, '\'')) break;
    } else {
      if (end > first && words_.is(end, "in") &&
          words_.is(end + 1, {"care", "need"})) {   // "the children in care teams"
        end += 2;
        continue;
      }
      if (end > first && words_.is(end, "in") && capital(words_, end - 1) && words_.is(end + 1, "the") &&
          capital(words_, end + 2)) {   // "the Nurses in the District Teams"
        end += 2;
        continue;
      }
      if (end > first && words_.is(end, "and") && words_.is(end + 1, {"children", "young"})) { ++end; continue; }
      if (end == first + 2 && words_.is(first, "the") && teams == 0 && words_.is(end, "and") && lists_.teams.at(words_,
          end + 2) > 0 && lists_.staff.at(words_,
          end - 1) == 0) { ++end; continue; }   // "the duty and assessment team"
      if (end > first && ((lists_.verbs.at(words_, end) > 0 && !capital(words_, end)) || words_.is(end, {"and", "with",
          "to", "by", "at", "in", "compared", "but", "which", "who", "as", "than", "per", "of", "through", "from",
          "under", "via", "during", "since", "where", "while", "because", "into", "after", "before", "until", "when",
          "that"})) &&
          !(words_.is(end, "of") && capital(words_, end + 1) && (names > 0 || last == end))) break;
      const std::string_view word = words_.folded(end);
      // "in further strengthening …" is no place.
      if (last == 0 && (end == first || words_.is(first, {"further", "order", "better"})) && word.size() > 5 &&
          word.substr(word.size() - 3) == "ing" && !words_.is(end, WordKind::ing_noun))
        return first;
      if (const std::size_t n = lists_.teams.at(words_, end); n > 0 && end + n <= to)
        last = std::max(last, end + n), ++teams;
      if (capital(words_, end)) ++names, last = end + 1;
      else if (digits(words_, end) && last == end && end > first) last = end + 1;   // "Ward 7", "Region 4"
      else if (names > 0 && lists_.teams.at(words_, end) == 0 && last != end + 1) break;
    }
    ++end;
  }
  if (words_.is(first, WordKind::vague_adjective)) return first;   // which?
  if (words_.is(first, {"them", "it", "which", "him", "her"}) && !capital(words_, first)) return first;
  if (last > first && genitive(last - 1) &&
      lists_.teams.at(words_, last - 1) > 0) {   // "across the state's child protection programme"
    const std::size_t owner = last;
    while (last < std::min(to, owner + 4) && !words_[last].mark && lists_.verbs.at(words_, last) == 0 &&
           !digits(words_, last) && lists_.staff.at(words_, last) == 0 && lists_.posts.at(words_, last) == 0 &&
           !words_.is(last, {"and", "in", "at", "of", "for", "with", "to", "by"}))
      ++last;
    if (last == owner) return first;
  }
  if (words_.is(first, WordKind::month)) return first;
  if (last <= first || (team && teams == 0) ||
      (words_.is(first, WordKind::numbered_label) ||
       words_.is(first, {"year", "years", "in", "key", "priority", "part"})))
    return first;
  if (last == first + 1 && !capital(words_, first)) return first;   // "in care", "from home"
  if (last == first + 2 && words_.is(first, {"a", "an", "any"}) && !capital(words_, first + 1) &&
      general(words_, first + 1))
    return first;   // "in a home": in any
  if (!whole && last == first + 2 && words_.is(first, {"the", "its", "their", "our", "this", "a", "these", "each"}) &&
      words_.is(first + 1, WordKind::plain_place_noun)) return first;   // names none
  const std::size_t bare = first + (words_.is(first, {"the", "its", "their", "our"}) ? 1U : 0U);
  if (bare < last && lists_.staff.at(words_, bare) == last - bare && teams == 0) return first;   // "for Officers"
  return last;
}

}  // namespace muster::facts
