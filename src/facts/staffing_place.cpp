// Where a staffing figure holds: the team, service or place that is named near it.
#include <algorithm>

#include "staffing_words.hpp"

namespace muster::facts {
namespace {

bool one_of(const Words& words, std::size_t i, std::initializer_list<std::string_view> any) {
  return std::any_of(any.begin(), any.end(), [&](std::string_view w) { return words.is(i, w); });
}

bool capital(const Words& words, std::size_t i) {
  if (i >= words.size() || words[i].mark) return false;
  const char c = words.folded(i).front();
  return (c >= 'A' && c <= 'Z') || c == base::fold::upper;
}

bool digits(const Words& words, std::size_t i) {
  return i < words.size() && !words[i].mark && words.folded(i).front() >= '0' && words.folded(i).front() <= '9';
}

// What the inspected body itself is called, or where everybody is: no team within it.
bool general(const Words& words, std::size_t k) {
  return one_of(words, k, {"service", "services", "authority", "council", "country", "county", "state", "province", "trust", "force", "area", "region", "district", "department", "office", "division", "directorate", "network", "prison", "hospital", "home", "school", "college", "university", "centre", "center", "borough", "city", "site", "institution", "facility", "bureau", "headquarters", "social care", "care"});
}

bool letters_only(std::string_view word) {   // "CRC"
  return word.size() > 1 && word.size() < 7 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

class PlaceReader {
 public:
  PlaceReader(const Reading& reading, const Words& words, const ClaimWords& lists) : reading_(reading), words_(words), lists_(lists) {}

  // "in the safeguarding teams", "at St Ann's, Haringey", "on Ward 7", "nationally"; the first in [from, to).
  [[nodiscard]] std::string within(std::size_t from, std::size_t to) const {
    to = std::min(to, words_.size());
    for (std::size_t k = from; k < to; ++k) {
      if (const std::size_t n = lists_.everywhere.at(words_, k); n > 0) return words_.text_of(k + (leads(k) ? 1U : 0U), k + n);
      if (words_.is(k, "outside") && k + 2 < to) {   // "outside of these teams"
        const std::size_t next = k + (words_.is(k + 1, "of") ? 2U : 1U);
        if (one_of(words_, next, {"these", "those", "the", "this", "that"}) && lists_.teams.at(words_, next + 1) > 0) return words_.text_of(k, next + 2);
      }
      if (k + 1 >= to || !leads(k) || dated(k + 1) || (words_.is(k, "for") && counted(k + 1))) continue;   // "for 2,400 schools": how many they serve
      if (const std::size_t end = named(k + 1, to, words_.is(k, "on"), one_of(words_, k, {"across", "throughout"})); end > k + 1) return words_.text_of(k + 1, end);
    }
    return {};
  }

  // "A specialist team of four officers": the team before "of".
  [[nodiscard]] std::string team_of(std::size_t claim) const {
    if (claim < 2 || !words_.is(claim - 1, "of")) return {};
    std::size_t first = claim - 1;
    while (first > 0 && claim - first < 6 && !words_[first - 1].mark && lists_.verbs.at(words_, first - 1) == 0 &&
           !one_of(words_, first - 1, {"a", "an", "the", "with", "by", "has", "and", "of", "in", "this", "our", "its", "their", "small"})) --first;
    if (claim - 1 - first < 2) return {};   // "a team of": any team
    return one_of(words_, claim - 2, {"team", "unit", "squad", "crew", "pool", "watch", "hub", "department"}) ? words_.text_of(first, claim - 1) : std::string();
  }

  // "Night crews carry heavy lists, …", "Healthcare was short of …": whom the sentence is about.
  [[nodiscard]] std::string subject(std::size_t limit) const {
    if (std::string said = subject_from(0, limit); !said.empty()) return said;
    if (!one_of(words_, 0, {"on", "in", "at", "by", "as", "during", "since", "when", "after", "over", "under", "between", "with"})) return {};
    for (std::size_t k = 1; k < std::min<std::size_t>(limit, 12); ++k)   // "On both days of our visit, B wing had …"
      if (words_.is_mark(k, ',')) return subject_from(k + 1, limit);
    return {};
  }

  [[nodiscard]] std::string subject_from(std::size_t start, std::size_t limit) const {
    std::size_t begin = start;
    while (begin < 2 && (digits(words_, begin) || words_.is_mark(begin, '.'))) ++begin;   // the paragraph's number
    if (counted(begin)) return {};   // "Four more teams": which?
    for (std::size_t k = begin; k < begin + 6 && k + 1 < limit; ++k)   // "We found that the night team …"
      if (words_.is(k, "that") && k > begin && one_of(words_, k - 1, {"found", "noted", "saw", "said", "says", "reported", "showed", "shows", "concluded", "heard", "established"})) {
        begin = k + 1;
        break;
      }
    if (one_of(words_, begin, {"the", "some", "a", "an", "both", "our", "its"})) ++begin;
    for (std::size_t head = begin; head < limit && head < begin + 8 && !words_[head].mark && (lists_.verbs.at(words_, head) == 0 || (head > 0 && capital(words_, head))); ++head) {
      if (one_of(words_, head, {"of", "at", "across", "in", "for", "with", "among", "from", "than", "by", "on"}) && !words_.hyphen_before(head + 1) && !(words_.is(head, "of") && head > begin && words_.is(head - 1, "out"))) return {};
      const std::size_t n = lists_.teams.at(words_, head);
      if (n == 0 || head + n >= words_.size()) continue;
      std::size_t next = head + n;
      if (words_.is_mark(next, '(') && words_.is_mark(next + 2, ')')) next += 3;   // "Night Duty Team (NDT)"
      bool proper = (capital(words_, head) && (head > 0 || n > 1)) || (head == begin + 1 && begin > 0 && capital(words_, begin)) || (head > begin && capital(words_, begin) && genitive(begin));   // "Limerick's emergency ward"
      for (std::size_t k = begin; k < head && !proper; ++k) proper = k > 0 && capital(words_, k);   // "the Torrin field office"
      const bool named = (head > begin || n > 1) && (proper || !one_of(words_, head + n - 1, {"authority", "council", "service", "services", "country", "state", "office", "force", "trust", "department", "area"}) || (head > begin && one_of(words_, head, {"service", "services"}) && !one_of(words_, head - 1, {"the", "this", "local", "our", "whole", "children's", "public", "inspected", "other", "all"})));
      if (one_of(words_, begin, {"specific", "certain", "particular", "different", "various", "some", "other", "few", "key"})) return {};   // "some areas": which?
      if (named && one_of(words_, next, {"at", "in", "of"}) && capital(words_, next + (words_.is(next + 1, "the") ? 2U : 1U)))   // "the emergency ward at the Corran hospital"
        for (next += words_.is(next + 1, "the") ? 2U : 1U; next < limit && (capital(words_, next) || lists_.teams.at(words_, next) > 0 || words_.is_mark(next, '\'')); ++next) {}
      if (named && (lists_.verbs.at(words_, next) > 0 || lists_.occupying.at(words_, next) > 0 || one_of(words_, next, {"employs", "consists", "consisted", "comprises", "includes", "runs", "serves", "also", "now", "currently", "carry", "carries"}))) return words_.text_of(begin, next);
    }
    return {};
  }

  // "the capacity of the night team has grown by three workers", "to expand the Tay team with two nurses".
  [[nodiscard]] std::string enlarged(std::size_t from, std::size_t to) const {
    for (std::size_t k = from; k + 1 < to; ++k) {
      const bool whose = words_.is(k + 1, "of") && one_of(words_, k, {"capacity", "staffing", "resources", "size", "strength", "workforce", "establishment"});
      if (!whose && !one_of(words_, k, {"expand", "expanded", "expanding", "strengthen", "strengthened", "strengthening", "enlarge", "enlarged", "boosted", "reinforced", "joined"})) continue;
      const std::size_t first = k + (whose ? 2U : 1U);
      if (const std::size_t end = named(first, to, true, false); end > first + 1) return words_.text_of(first, end);
    }
    return {};
  }

  // "Langley Ward: 22% vacancies", "by region: North 12%, South 8%": the label that the figure stands behind.
  [[nodiscard]] std::string label(std::size_t claim, const Anchor& anchor) const {
    std::size_t first = claim;
    while (first > 0 && claim - first < 6 && !words_[first - 1].mark && capital(words_, first - 1) && lists_.verbs.at(words_, first - 1) == 0) --first;
    if (claim > 1 && words_.is_mark(claim - 1, '(')) {   // "in Corran (23%), Leven (19%) and Tay (17%)"
      std::size_t begin = claim - 1;
      while (begin > 0 && claim - begin < 6 && capital(words_, begin - 1)) --begin;
      if (begin > 1 && begin < claim - 1 && !dated(begin) && (words_.is_mark(begin - 1, ',') || one_of(words_, begin - 1, {"and", "in", "at", "by", "or"})) && lists_.staff.first_in(words_, begin, claim).none()) return words_.text_of(begin, claim - 1);
    }
    const bool listed = first > 0 && first < claim && (words_.is_mark(first - 1, ':') || words_.is_mark(first - 1, ',') || words_.is_mark(first - 1, ';'));
    bool colon = false;
    for (std::size_t k = first; k > 0 && listed && !colon; --k) colon = words_.is_mark(k - 1, ':');
    if (colon && !dated(first) && lists_.staff.first_in(words_, first, claim).none() && !(anchor.first >= first && anchor.first < claim)) return words_.text_of(first, claim);
    std::size_t end = 0, begin = 0;
    while (begin < 2 && words_.size() > begin && words_[begin].mark) ++begin;   // a bullet
    for (end = begin; end < begin + 7 && end < claim && !words_[end].mark && lists_.verbs.at(words_, end) == 0;) ++end;
    if (end == begin || end >= claim || !(words_.is_mark(end, ':') || words_.is_mark(end, '-')) || (words_.is_mark(end, '-') && words_.hyphen_before(end + 1)) || anchor.first < end || !lists_.staff.first_in(words_, begin, end).none()) return {};
    const std::size_t head = end - (end > 1 && digits(words_, end - 1) ? 2U : 1U);
    return lists_.teams.at(words_, head) > 0 && head > begin && capital(words_, begin) ? words_.text_of(begin, end) : std::string();
  }

  // "Corran was running with …", "HMP Leven had …": the name that the sentence begins with. A common noun there is a plural, or
  // has an ending that names seldom have, or is one of the words that begin sentences.
  [[nodiscard]] std::string named_subject(std::size_t limit) const {
    std::size_t end = 0;
    while (end < limit && end < 5 && capital(words_, end) && lists_.verbs.at(words_, end) == 0) ++end;
    if (end == 0 || end >= words_.size() || words_[end].mark || dated(0) || counted(0)) return {};
    if (one_of(words_, end, {"said", "says", "told", "reported", "found", "noted", "describes", "described"}) || one_of(words_, 0, {"mayor", "sheriff", "councillor", "chief", "inspector", "judge", "minister", "senator", "sir", "lord", "superintendent", "governor", "professor"})) return {};
    if (lists_.verbs.at(words_, end) == 0 && lists_.occupying.at(words_, end) == 0 && !one_of(words_, end, {"employs", "employed", "recruited", "recorded", "averaged", "runs", "ran", "relies", "also", "now", "currently", "still"})) return {};
    if (!lists_.staff.first_in(words_, 0, end).none() || !lists_.posts.first_in(words_, 0, end).none() || lists_.non_workforce.at(words_, 0) > 0) return {};
    if (end > 1) return one_of(words_, 0, {"the", "a", "an", "in", "at", "this", "our", "its", "their", "mr", "mrs", "ms", "dr", "some", "of", "since"}) ? std::string() : words_.text_of(0, end);
    const std::string_view word = words_.folded(0);
    if (word.size() < 4) return letters_only(word) ? words_.text_of(0, 1) : std::string();
    for (const std::string_view tail : {"s", "ment", "tion", "sion", "ness", "ing", "ity", "nce", "ship", "ly", "age", "over", "ed", "work", "load", "care", "staff", "th", "le", "ow", "gh", "ough", "ent", "er", "ism", "ime", "ck"})
      if (word.size() > tail.size() && word.substr(word.size() - tail.size()) == tail) return {};
    return one_of(words_, 0, {"there", "this", "that", "they", "what", "when", "where", "then", "here", "still", "also", "half", "both", "each", "some", "most", "many", "only", "just", "such", "with", "without", "morale", "demand", "budget", "data", "supply", "churn", "attrition", "overall", "leadership", "everyone", "nobody", "none", "more", "today", "however", "less", "time", "life", "food"}) ? std::string() : words_.text_of(0, 1);
  }

  // "The department began the year with …", "The council's planning office has …": whose figure it is, if only by its kind.
  [[nodiscard]] std::string general_subject(std::size_t limit) const {
    std::size_t begin = 0;
    while (begin < 2 && (digits(words_, begin) || words_.is_mark(begin, '.'))) ++begin;
    if (!words_.is(begin, "the") && !words_.is(begin, "this")) return {};
    for (std::size_t head = begin + 1; head < limit && head < begin + 5 && !words_[head].mark && lists_.verbs.at(words_, head) == 0; ++head) {
      const std::size_t n = lists_.teams.at(words_, head);
      std::string_view word = words_.folded(head);
      const bool owner = genitive(head) && words_.is(begin, "the");
      if (owner) {   // "the detachment's vacancy rate"
        word.remove_suffix(2);
        const std::size_t after = head + 1;
        const bool more = after + 1 < limit && !words_[after].mark && (lists_.teams.at(words_, after) > 0 || lists_.teams.at(words_, after + 1) > 0);
        if (!more && head <= begin + 2 && kind_word(word)) return words_.text_of(begin, head) + " " + std::string(word);
        continue;
      }
      if (n == 0) continue;
      const std::size_t next = head + n;
      if (lists_.teams.at(words_, next) > 0) continue;
      if (words_.is(head, "council") || words_.is(head, "authority") || words_.is(head, "area") || words_.is(head + n - 1, "services") || (words_.is(head, "service") && head == begin + 1)) return {};
      return lists_.verbs.at(words_, next) > 0 || lists_.occupying.at(words_, next) > 0 || lists_.change_verbs.at(words_, next) > 0 || one_of(words_, next, {"employs", "employed", "runs", "also", "now", "currently", "relies", "needs"}) ? words_.text_of(begin, next) : std::string();
    }
    return {};
  }

  // The last team, ward or short name of one that a sentence names: "the sickness rate in the Intake Team", "in the CRC".
  [[nodiscard]] std::string last_team(std::size_t limit) const {
    for (std::size_t k = limit; k > 0; --k) {
      // "spoke well of the Rowan Unit": by its name only.
      const bool by_name = one_of(words_, k - 1, {"of", "to", "from", "by", "with", "visited", "inspected", "about"}) && capital(words_, k + (words_.is(k, "the") ? 1U : 0U));
      if (!leads(k - 1) && !by_name) continue;
      std::size_t first = k, end = 0;
      if (one_of(words_, first, {"the", "its", "our", "their"})) ++first;
      if (first < limit && first > k && letters_only(words_.folded(first)) && (first + 1 == limit || words_[first + 1].mark || lists_.verbs.at(words_, first + 1) > 0 || one_of(words_, first + 1, {"has", "have", "and"}))) return words_.text_of(k, first + 1);
      if (!dated(k)) end = named(k, limit, true, false);
      if (end <= k + 1) continue;
      std::size_t head = end;
      while (head > k && (digits(words_, head - 1) || words_[head - 1].mark || (head >= 2 && words_.is_mark(head - 2, '(')))) --head;
      if (head <= first || (head < end && words_[head].mark && !capital(words_, first))) continue;
      // "in the services", "of the authority": the body itself; "in some teams": which?
      if (one_of(words_, first, {"some", "most", "all", "many", "other", "these", "those", "several", "both", "each", "every", "any", "this", "that", "which", "a", "an", "two", "three", "four", "five"}) || digits(words_, first) || lists_.teams.at(words_, head - 1) == 0 ||
          general(words_, head - 1)) continue;
      if (head - first < 2 && end == head) continue;   // "in the team"
      return words_.text_of(k, end);
    }
    return {};
  }

  [[nodiscard]] bool dated(std::size_t k) const {
    const Span word = words_[k].span;
    const auto& dates = reading_.layers.dates;
    const auto it = std::partition_point(dates.begin(), dates.end(), [&](const model::DateMention& d) { return d.span.end <= word.begin; });
    return it != dates.end() && it->span.begin < word.end;
  }

 private:
  // A word that stands for one place of work: "department", "county".
  [[nodiscard]] static bool kind_word(std::string_view word) {
    for (const std::string_view kind : {"department", "county", "district", "facility", "prison", "hospital", "school", "home", "college", "detachment", "force", "trust", "unit", "ward", "station", "brigade", "agency", "office", "team", "jail", "centre", "center", "university", "division"})
      if (same_caseless(word, kind)) return true;
    return false;
  }

  [[nodiscard]] bool genitive(std::size_t k) const {
    const std::string_view word = words_.folded(k);
    return word.size() > 3 && word.substr(word.size() - 2) == "'s";
  }

  [[nodiscard]] bool counted(std::size_t k) const {
    if (k >= words_.size()) return false;
    const Span word = words_[k].span;
    const auto& all = reading_.layers.quantities;
    const auto it = std::partition_point(all.begin(), all.end(), [&](const model::Quantity& q) { return q.span.end <= word.begin; });
    return it != all.end() && it->span.begin < word.end;
  }

  [[nodiscard]] bool leads(std::size_t k) const { return one_of(words_, k, {"in", "at", "across", "within", "for", "throughout", "on"}); }

  // Where the name of a place that begins at `first` ends; `first` if none does. `team`: a team or ward it must be; `whole`:
  // "across the service" says enough.
  [[nodiscard]] std::size_t named(std::size_t first, std::size_t to, bool team, bool whole) const {
    std::size_t end = first, last = 0, names = 0, teams = 0;
    while (end < to && end < first + 9) {
      if (words_[end].mark) {
        const bool inner = words_.is_mark(end, ',') && names > 0 && capital(words_, end + 1) && end + 1 < to && !dated(end + 1) && teams == 0;
        if (words_.is_mark(end, '&') && capital(words_, end + 1) && last == end) {   // "A&E"
          ++end;
          continue;
        }
        const bool short_name = words_.is_mark(end, '(') && capital(words_, end + 1) && words_.is_mark(end + 2, ')') && last == end;
        if (short_name) return end + 3;
        if (!inner && !words_.is_mark(end, '\'')) break;
      } else {
        if (end > first && words_.is(end, "in") && one_of(words_, end + 1, {"care", "need"})) {   // "the children in care teams"
          end += 2;
          continue;
        }
        if (end > first && words_.is(end, "in") && capital(words_, end - 1) && words_.is(end + 1, "the") && capital(words_, end + 2)) {   // "the Nurses in the District Teams"
          end += 2;
          continue;
        }
        if (end > first && words_.is(end, "and") && one_of(words_, end + 1, {"children", "young"})) { ++end; continue; }
        if (end > first && ((lists_.verbs.at(words_, end) > 0 && !capital(words_, end)) || one_of(words_, end, {"and", "with", "to", "by", "at", "in", "compared", "but", "which", "who", "as", "than", "per", "of", "through", "from", "under", "via", "during", "since", "where", "while", "because", "into", "after", "before", "until", "when", "that"})) &&
            !(words_.is(end, "of") && capital(words_, end + 1) && (names > 0 || last == end))) break;
        const std::string_view word = words_.folded(end);
        // "in further strengthening …" is no place.
        if (last == 0 && (end == first || one_of(words_, first, {"further", "order", "better"})) && word.size() > 5 && word.substr(word.size() - 3) == "ing" && !one_of(words_, end, {"nursing", "housing", "learning", "training", "fostering", "safeguarding", "looking", "leaving", "policing", "custody", "remaining", "building", "wing", "signalling"})) return first;
        if (const std::size_t n = lists_.teams.at(words_, end); n > 0 && end + n <= to) last = std::max(last, end + n), ++teams;
        if (capital(words_, end)) ++names, last = end + 1;
        else if (digits(words_, end) && last == end && end > first) last = end + 1;   // "Ward 7", "Region 4"
        else if (names > 0 && lists_.teams.at(words_, end) == 0 && last != end + 1) break;
      }
      ++end;
    }
    if (one_of(words_, first, {"specific", "certain", "particular", "different", "various"})) return first;   // which?
    if (last <= first || (team && teams == 0) || one_of(words_, first, {"level", "stage", "year", "phase", "grade", "band", "key", "priority", "part", "section"})) return first;
    if (last == first + 1 && !capital(words_, first)) return first;   // "in care", "from home"
    if (!whole && last == first + 2 && one_of(words_, first, {"the", "its", "their", "our", "this", "a", "these", "each"}) &&
        one_of(words_, first + 1, {"team", "teams", "service", "services", "area", "authority", "council", "community", "country", "practice", "base", "response"})) return first;   // names none
    const std::size_t bare = first + (one_of(words_, first, {"the", "its", "their", "our"}) ? 1U : 0U);
    if (bare < last && lists_.staff.at(words_, bare) == last - bare && teams == 0) return first;   // "for Officers"
    return last;
  }

  const Reading& reading_;
  const Words& words_;
  const ClaimWords& lists_;
};

}  // namespace

std::string parallel_place(const Reading& reading, const Words& words, const ClaimWords& lists, const std::vector<Claim>& claims, std::size_t index) {
  const PlaceReader places(reading, words, lists);
  const auto led = [&](const Claim& claim) { return claim.last + 1 < words.size() && one_of(words, claim.last, {"in", "at", "on"}) && !places.dated(claim.last + 1); };
  const Claim& claim = claims[index];
  if (!led(claim)) return {};
  const auto like = [&](const Claim& other) { return other.kind == claim.kind && led(other) && words.folded(other.last) == words.folded(claim.last); };
  if (!(index > 0 && like(claims[index - 1])) && !(index + 1 < claims.size() && like(claims[index + 1]))) return {};
  const std::size_t first = claim.last + 1;
  std::size_t last = first;
  const std::size_t top = std::min({words.size(), first + 5, index + 1 < claims.size() ? claims[index + 1].first : words.size()});
  while (last < top && !words[last].mark && lists.verbs.at(words, last) == 0 && !one_of(words, last, {"and", "but", "while", "to", "in", "at", "on", "with", "as", "by", "for"})) ++last;
  if (last == first || one_of(words, first, {"total", "all", "post", "full", "part", "place", "turn", "number", "average", "a", "each", "both", "which"})) return {};
  if (!lists.staff.first_in(words, first, last).none() || !lists.moments.first_in(words, first, last).none()) return {};
  for (std::size_t k = first; k < last; ++k)
    if (lists.non_workforce.at(words, k) > 0 && lists.teams.at(words, k) == 0) return {};
  return words.text_of(first, last);
}

std::string place_words(const Reading& reading, const Words& words, const ClaimWords& lists, const Claim& claim, const Anchor& anchor,
                        std::size_t limit, std::size_t floor, std::size_t opening) {
  const PlaceReader places(reading, words, lists);
  if (claim.role == "comparator") {
    // "9% in London"
    if (one_of(words, claim.last, {"in", "at", "across", "for"}) && claim.last < limit)
      if (std::string said = places.within(claim.last, std::min(limit, claim.last + 8)); !said.empty()) return said;
    // "the North West average", "the England rate"
    for (std::size_t k = claim.first; k > floor; --k)
      if (capital(words, k - 1) && k < words.size() && k - 1 > 0 && !places.dated(k - 1)) {
        std::size_t first = k - 1;
        while (first > floor && capital(words, first - 1)) --first;
        return words.text_of(first, k);
      }
  }
  std::size_t after = std::max(claim.last, claim.of_first);
  std::size_t stop = after;   // what follows "which is better than …" is elsewhere
  const std::size_t top = std::min(limit, words.size());
  while (stop < top && !one_of(words, stop, {"which", "than", "compared", "although", "while", "whereas", "but", "against"}) && !words.is_mark(stop, ';') &&
         !(words.is_mark(stop, ',') && one_of(words, stop + 1, {"in", "at", "on"}) && limit < words.size() && limit - stop < 9)) ++stop;   // "…, in Tay one to 35": the next one's
  if (std::string said = places.within(after, stop); !said.empty()) return said;
  // "… workers are placed in eight child in need teams": the number belongs to the place.
  if (limit < words.size() && limit > after && one_of(words, limit - 1, {"in", "at", "across", "within"}))
    if (std::string said = places.within(limit - 1, std::min(words.size(), limit + 9)); !said.empty()) return said;
  if (std::string said = places.team_of(claim.first); !said.empty()) return said;
  if (std::string said = places.label(claim.first, anchor); !said.empty()) return said;
  if (claim.linked && claim.role != "current") return {};
  const std::size_t from = std::min(anchor.first, claim.first);
  const std::size_t to = std::max(anchor.first, claim.first);
  if (std::string said = places.within(std::max(from, floor), to); !said.empty()) return said;
  if (std::string said = places.within(floor, claim.first); !said.empty()) return said;
  if (std::string said = places.subject(claim.first); !said.empty()) return said;
  if (std::string said = places.enlarged(floor, claim.first); !said.empty()) return said;
  if (claim.role == "comparator") return {};
  // "At Corran, …; sickness was 8%": what is named before the first figure holds for all of the sentence.
  if (floor > opening)
    if (std::string said = places.within(0, opening); !said.empty()) return said;
  if (std::string said = places.named_subject(claim.first); !said.empty()) return said;
  return places.general_subject(claim.first);
}

namespace {

// The noun that a place is by kind: "ward" of "the Langley Ward", "team" of "Intake Team (IT)".
std::string kind_of(std::string_view place) {
  std::string out;
  if (const std::size_t open = place.find(" ("); open != std::string_view::npos) place = place.substr(0, open);
  for (const char c : place.substr(place.rfind(' ') == std::string_view::npos ? 0 : place.rfind(' ') + 1)) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (out.size() > 3 && out.back() == 's') out.pop_back();
  return out;
}

// "the «team»": what the sentence itself is about before the claim; empty if it names no such thing.
std::string own_kind(const Words& words, const ClaimWords& lists, std::size_t limit) {
  for (std::size_t k = 0; k < std::min(limit, words.size()); ++k) {
    if (!one_of(words, k, {"the", "this", "each", "every", "our", "its", "a", "these", "both", "other"})) continue;
    for (std::size_t head = k + 1; head < std::min(limit + 1, words.size()) && head < k + 5 && !words[head].mark && lists.verbs.at(words, head) == 0; ++head)
      if (const std::size_t n = lists.teams.at(words, head); n > 0 && lists.staff.at(words, head) == 0 && lists.teams.at(words, head + n) == 0) return kind_of(words.text_of(head, head + n));
  }
  return {};
}

// Somebody else is named before the claim: "Night nurses in Corran had …".
bool names_another(const Words& words, const ClaimWords& lists, const PlaceReader& places, std::size_t limit) {
  for (std::size_t k = 1; k < std::min(limit, words.size()); ++k) {
    std::size_t end = k;   // "the Torrin Relief Fund" is no place
    while (end < words.size() && capital(words, end)) ++end;
    if (end > k && one_of(words, end - 1, {"grant", "fund", "act", "strategy", "programme", "program", "scheme", "plan", "initiative", "project", "framework", "report", "review", "budget"})) {
      k = end - 1;
      continue;
    }
    if (capital(words, k) && !words.is(k, "i") && !places.dated(k) && lists.staff.at(words, k) == 0 && !words.is_mark(k - 1, '(') && words.folded(k).size() > 1) return true;
  }
  return false;
}

// "The train driver had eleven months' experience": one person, who may be anybody's.
bool of_one_person(const Words& words, const ClaimWords& lists) {
  if (!one_of(words, 0, {"the", "one"})) return false;
  std::size_t next = 1;
  while (next < 4 && next < words.size() && !words[next].mark && lists.staff.at(words, next) == 0 && lists.verbs.at(words, next) == 0) ++next;
  const std::size_t n = lists.staff.at(words, next);
  if (n == 0 || next + n >= words.size() || lists.verbs.at(words, next + n) == 0) return false;
  return words.folded(next + n - 1).back() != 's' && !one_of(words, next + n - 1, {"staff", "workforce", "personnel", "establishment"});
}

bool has_figure(const Reading& reading, Span sentence) {
  const auto& all = reading.layers.quantities;
  auto at = std::partition_point(all.begin(), all.end(), [&](const model::Quantity& q) { return q.span.begin < sentence.begin; });
  for (; at != all.end() && at->span.begin < sentence.end; ++at)
    if (at->kind != model::QuantityKind::ordinal && !(at->span.begin == sentence.begin && reading.document.text.folded()[at->span.end] == '.')) return true;   // not the paragraph's number
  return false;
}

// "Staffing" stands under the name of the team whose staffing it is.
bool names_topic(const Words& words) {
  return words.size() <= 3 && (one_of(words, 0, {"staffing", "staff", "workforce", "resources", "capacity", "vacancies", "personnel"}) || one_of(words, words.size() - 1, {"staffing", "staff", "workforce", "vacancies", "sickness"}));
}

}  // namespace

// "Harbour Ward", "Intake Team", "Ward 7": a heading that is the name of a team and nothing else.
std::string place_in_heading(const Reading& reading, const ClaimWords& lists, std::int32_t block) {
  for (int up = 0; up < 2 && block >= 0; ++up) {
    const model::Block& head = reading.document.blocks[static_cast<std::size_t>(block)];
    const Words words(reading.document.text, Words::head_of(head.content));
    if (words.size() < 2 || words.size() > 7 || !head.readable()) {
      if (words.size() != 1 || !names_topic(words)) return {};
    } else if (!names_topic(words)) {
      const bool numbered = digits(words, words.size() - 1) && words.size() == 2;
      const std::size_t last = words.size() - (numbered ? 2 : 1);
      // "HMP Torrin", "Corran Infirmary": a place by its full name.
      bool full = one_of(words, 0, {"hmp", "hmyoi", "yoi", "hmp/yoi", "irc", "stc"}) || one_of(words, last, {"hospital", "prison", "school", "college", "house", "jail", "clinic", "surgery", "academy", "infirmary", "nursery"});
      for (std::size_t k = 0; k < words.size() && full; ++k) full = capital(words, k) || numbered;
      if (full && words.size() < 6) return words.text_of(0, words.size());
      if (general(words, last) || !one_of(words, last, {"team", "teams", "unit", "units", "ward", "wards", "wing", "station", "squad", "hub", "pod", "clinic", "precinct", "depot", "squadron", "detachment", "theatre", "theatres", "brigade", "nursery"})) return {};
      for (std::size_t k = 0; k < words.size(); ++k)
        if (words[k].mark || lists.verbs.at(words, k) > 0 || one_of(words, k, {"of", "the", "and", "your", "our", "for", "as", "to", "a", "how", "management", "leadership", "inspection", "each"})) return {};
      return words.text_of(0, words.size());
    }
    block = head.heading;
  }
  return {};
}

bool says_no_name(std::string_view place, std::string_view named) {
  for (const std::string_view lead : {"the ", "this ", "that ", "The ", "This "})
    if (place.substr(0, lead.size()) == lead && place.find(' ', lead.size()) == std::string_view::npos) return kind_of(place) == kind_of(named);
  return false;
}

std::string place_before(const Reading& reading, const ClaimWords& lists, std::uint32_t sentence, const Words& now, std::size_t claim) {
  const auto& sentences = reading.layers.sentences;
  const PlaceReader here(reading, now, lists);
  if (names_another(now, lists, here, claim) || of_one_person(now, lists)) return {};
  const std::string kind = own_kind(now, lists, claim);
  const std::string heading = place_in_heading(reading, lists, reading.document.blocks[sentences[sentence].block].heading);
  for (std::uint32_t back = 1; back <= 3 && back <= sentence; ++back) {
    const model::Sentence& earlier = sentences[sentence - back];
    if (earlier.block != sentences[sentence].block) break;
    const Words words(reading.document.text, Words::head_of(earlier.span));
    const PlaceReader places(reading, words, lists);
    std::string said = places.subject(words.size());
    if (said.empty()) said = places.named_subject(words.size());
    // What stands beside a figure is where that figure holds, and no more: only a sentence without one introduces a team.
    if (said.empty() && !has_figure(reading, earlier.span)) said = places.last_team(words.size());
    if (!said.empty()) {
      const std::string its = kind_of(said);
      const bool initials = letters_only(std::string_view(said).substr(said.rfind(' ') == std::string::npos ? 0 : said.rfind(' ') + 1));
      return kind.empty() || kind == its || (initials && (kind == "team" || kind == "unit")) ? said : std::string();
    }
    const std::string turned = own_kind(words, lists, std::min<std::size_t>(words.size(), 6));
    if (!turned.empty() && kind.empty() && turned != kind_of(heading)) return {};   // the passage has turned to something else
  }
  const std::string& said = heading;
  return kind.empty() || kind == kind_of(said) ? said : std::string();
}

}  // namespace muster::facts
