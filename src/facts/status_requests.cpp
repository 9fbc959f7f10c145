// Where a sentence speaks of something that was asked for, or found wanting, earlier.
#include <algorithm>

#include "facts/status.hpp"

namespace muster::facts {
namespace {

// Years that a word says by its digits are `earlier` too, see StatusWords::roles_of.
bool a_year(const Said& said, std::size_t i) {
  return i < said.words.size() && said.words[i].text.size() == 4 && said.is(i, Role::number) && said.is(i, Role::earlier);
}

// Words that only say "earlier" when they stand beside the look itself.
bool weakly_earlier(std::string_view word) { return is_any(word, {"recent", "first", "original", "initial", "full", "by", "then", "ago", "follow-up", "before", "past"}); }

// "the actions set in 2018", "priorities that inspectors identified last year": raised, and dated.
bool raised_then(const Said& said, std::size_t noun) {
  bool is_raised = false;
  // "areas previously identified as weak", "the previously identified weaknesses"
  for (std::size_t k = noun > 3 ? noun - 3 : 0; k < noun + 4; ++k)
    if (said.is(k, {"previously"}) && said.is(k + 1, Role::raised)) return true;
  for (std::size_t k = noun; k < said.words.size() && k < noun + 12; ++k) {
    if (k > noun && said.is(k, Role::auxiliary) && !said.is(k, {"was", "were", "had", "been", "all", "also"})) return false;
    if (k > noun && !said.joined(k - 1) && is_raised && !said.is(k, {"in"})) return false;
    is_raised = is_raised || (said.is(k, Role::raised) && !said.is(k, {"made"}));
    if (is_raised && (a_year(said, k) || said.is(k, {"ago"}) || (said.is(k, {"year", "time", "inspection", "visit", "review", "month", "report"}) && said.is(k - 1, {"last", "previous", "that", "earlier", "prior"})) || (said.is(k, {"january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december"}) && said.is(k - 1, {"in"})))) return true;
  }
  return false;
}

// "the Inspector of Mines's", "the chief adviser on flood's": an office that a longer name ends
bool office(const Said& said, std::size_t k) {
  for (std::size_t i = k, steps = 0; i-- > 0 && steps < 4 && said.joined(i); ++steps) {
    if (said.is(i, {"of", "for"})) return i > 0 && (said.is(i - 1, Role::looker) || said.is(i - 1, Role::look)) && !said.is(i - 1, {"report", "reports", "review", "audit", "inspection"});
    if (said.words[i].text.front() >= 'a' && said.words[i].text.front() <= 'z' && !said.is(i, {"and"})) return false;
  }
  return false;
}

// "the regulator's requirements", "the previous requirement": whose or when says that it was asked for.
bool whose(const Said& said, std::size_t noun) {
  for (std::size_t k = noun, steps = 0; k-- > 0 && steps < 3; ++steps) {
    const std::string_view w = said.words[k].text;
    if (said.is(k, {"previous", "earlier", "prior"})) return steps == 0;
    if (said.is(k, {"year's", "month's"}) && k > 0 && said.is(k - 1, {"last", "previous"})) return true;
    if (w.size() > 2 && (w.back() == '\'' || w.substr(w.size() - 2) == "'s")) return said.is(k, Role::look) || said.is(k, Role::looker) || office(said, k) || is_any(w, {"authority's"}) || (is_any(w, {"general's"}) && said.is(k - 1, {"auditor", "inspector", "comptroller"}));
    if (said.is(k, {"of", "the", "a", "to", "in", "on"})) return false;
  }
  return false;
}

// "The CAG said its warnings …": the words are theirs
bool their_own_words(const Said& said, std::size_t noun) {
  if (noun > 1 && said.is(noun - 1, {"earlier", "previous", "prior", "last"}) && said.is(noun - 2, {"our"})) return true;
  if (noun == 0 || !said.is(noun - 1, {"its", "their", "his", "her", "earlier", "previous", "repeated", "our"})) return false;
  if (said.is(noun - 1, {"our"})) return said.is(noun, {"warnings", "warning", "criticism", "criticisms", "advice", "concerns", "messages", "reminders"});
  // "The regulator lifted the ban after finding that its concerns …"
  if (said.is(noun, {"concerns", "warnings", "demands", "criticisms"}))
    for (std::size_t k = 0; k + 1 < noun && k < 4; ++k)
      if (said.is(k, {"regulator", "watchdog", "inspectorate", "ombudsman", "inspectors", "auditor", "auditors", "coroner"})) return true;
  for (std::size_t k = 0; k + 1 < noun && k < 6; ++k)
    if (said.is(k + 1, {"said", "says", "complained", "noted", "found", "regretted", "lamented", "warned"}) && (said.is(k, Role::looker) || said.is(k, Role::look) || (said.words[k].text.size() > 1 && said.words[k].text.size() < 8 && std::all_of(said.words[k].text.begin(), said.words[k].text.end(), [](char c) { return c >= 'A' && c <= 'Z'; })))) return true;
  return false;
}

// "findings from the prior audit", "requirements of the previous inspection"
bool left_by(const Said& said, std::size_t next) {
  if (said.is(next, {"that", "which"}) && said.is(next + 1, {"followed", "arose", "resulted", "came", "existed"})) return left_by(said, next + 1) || said.is(next + 1, {"followed"});
  if (said.is(next, {"identified", "raised", "agreed", "highlighted", "generated"}) && !(said.is(next + 1, {"by"}) && (said.is(next + 2, {"inspectors"}) || said.is(next + 3, {"inspectors"})))) ++next;
  if (said.is(next, {"drawn", "developed", "written", "produced", "prepared"})) next += said.is(next + 1, {"up"}) ? 2 : 1;
  if (said.is(next, {"as"}) && said.is(next + 1, {"a"}) && said.is(next + 2, {"result"}) && said.is(next + 3, {"of"})) next += 3;
  if (said.is(next, {"arising", "existed", "resulting", "followed", "arose", "resulted", "came", "stemming", "made", "set", "issued", "included", "contained", "listed", "reported", "noted"})) ++next;
  if (said.is(next, {"in"}) && said.is(next + 1, {"relation"}) && said.is(next + 2, {"to"})) next += 2;
  else if (!said.is(next, {"from", "of", "at", "in", "after", "following", "by", "through"})) return false;
  for (std::size_t k = next + 1; k < said.words.size() && k < next + 8; ++k) {
    if (said.is(k, Role::look)) return !said.is(k - 1, {"this"});
    // "the previous fire risk assessment"
    if (said.is(k, {"assessment", "exercise", "appraisal"}))
      for (std::size_t b = next; b < k; ++b)
        if (said.is(b, {"previous", "last", "earlier"})) return true;
    if (said.is(k, Role::auxiliary) || said.is(k, {"since", "for"})) return false;
  }
  return false;
}

// "actions relating to fire safety from the previous report"
bool from_a_look(const Said& said, std::size_t next) {
  for (std::size_t k = next; k < next + 8; ++k) {
    if (said.is(k, Role::auxiliary)) return false;
    if (said.is(k, {"from"})) return left_by(said, k);
  }
  return false;
}

bool left_by_one(const Said& said, std::size_t next) {
  if (!left_by(said, next)) return false;
  for (std::size_t k = next + 1; k < said.words.size() && k < next + 8; ++k)
    if (said.is(k, Role::look)) return said.words[k].text.back() != 's' || (said.is(next + 1, {"local", "these", "those", "recent", "two", "three", "previous"}) && said.is(k, {"reviews"}));   // named ones
  return false;
}

// "Learning from serious case reviews", "learning is shared, but …" where a case review or an audit is named
bool reviewed(const Said& said) {
  for (std::size_t i = 0; i < said.words.size(); ++i)
    if (said.is(i, {"scr", "scrs", "inquest", "inquests"}) || (said.is(i, {"review", "reviews"}) && i > 0 && said.is(i - 1, {"case", "learning", "practice", "homicide"})) || (said.is(i, {"audits", "audit", "findings"}) && i > 0 && said.is(i - 1, {"from", "of"}))) return true;
  return false;
}

// "management had implemented the agreed actions": an audit's
bool audited(const Said& said) {
  if (said.is(0, {"we"})) return true;
  return std::any_of(said.words.begin(), said.words.end(), [](const Word& word) { return is_any(word.text, {"audit", "audits", "auditor", "auditors", "management", "verified"}); });
}

// "We asked the school to make three improvements": a number of things that someone was told to do.
bool told_to(const Said& said, std::size_t i) {
  if (i < 3 || !(said.is(i - 1, Role::number) || said.is(i - 1, {"these", "several"}))) return false;
  bool to = false;
  for (std::size_t k = i - 1, steps = 0; k-- > 0 && steps < 9; ++steps) {
    to = to || said.is(k, {"to", "gave", "set"});
    if (to && said.is(k, {"asked", "told", "required", "ordered", "gave", "set"})) return k > 0 && !said.is(k - 1, {"has", "have", "is", "are"});
  }
  return false;
}

// "the seven priorities of the 2013 action plan"
bool of_plan(const Said& said, std::size_t next) {
  if (!said.is(next, {"of", "in", "from"})) return false;
  for (std::size_t k = next + 1; k + 1 < said.words.size() && k < next + 7; ++k)
    if (said.is(k, {"action", "improvement"}) && said.is(k + 1, {"plan"})) return true;
  return false;
}

// "Action plans have not been progressed in relation to eight of the ten audits"
bool in_relation_to_looks(const Said& said, std::size_t next) {
  for (std::size_t k = next; k + 2 < said.words.size() && k < next + 8; ++k)
    if (said.is(k, {"in"}) && said.is(k + 1, {"relation", "respect", "response"}))
      for (std::size_t look = k + 2; look < said.words.size() && look < k + 11; ++look)
        if (said.is(look, {"audit", "audits", "inspection", "inspections", "reviews", "review"})) return true;
  return false;
}

// "the improvements sought by the coroner"
bool asked_by(const Said& said, std::size_t next) {
  // "the concerns we raised", "the points that we had made"
  std::size_t we = next;
  while (said.is(we, {"that", "which"})) ++we;
  if (said.is(we, {"we", "i"}) && (said.is(we + 1, Role::raised) || (said.is(we + 1, {"had", "have", "previously", "first"}) && said.is(we + 2, Role::raised)))) return true;
  if (!said.is(next, Role::raised) || !said.is(next + 1, {"by"})) return false;
  for (std::size_t k = next + 2; k < next + 5; ++k)
    if ((said.is(k, Role::looker) || said.is(k, Role::look)) && !said.is(k, {"inspectors", "return"})) return true;   // inspectors: maybe those of now
  return false;
}

// "the commitments it made to this committee", "the assurances they gave us"
bool promised_to(const Said& said, std::size_t next) {
  if (said.is(next, {"given", "made"}) && said.is(next + 1, {"to"}))
    for (std::size_t k = next + 2; k < next + 6; ++k)
      if (said.is(k, Role::look) || said.is(k, Role::looker) || said.is(k, {"us"})) return true;
  if (!said.is(next, {"it", "they", "he", "she"}) || !said.is(next + 1, {"made", "gave", "had", "has"})) return false;
  for (std::size_t k = next + 2; k < next + 8; ++k)
    if (said.is(k, Role::look) || said.is(k, Role::looker) || said.is(k, {"us"})) return true;
  return false;
}

// "the actions set out in the compliance plan"
bool in_a_plan(const Said& said, std::size_t next) {
  for (std::size_t k = next; k + 2 < said.words.size() && k < next + 5; ++k) {
    if (said.is(k, Role::auxiliary)) return false;
    if (said.is(k, {"in"}) && said.is(k + 1, {"the", "its", "their"}) && (said.is(k + 2, {"compliance", "action", "improvement"}) || (said.is(k + 2, {"quality"}) && said.is(k + 3, {"improvement"})))) return true;
  }
  return false;
}

// "gaps that were cited in the prior audit", "points made in our last report": raised right behind the noun.
bool raised_behind(const Said& said, std::size_t next) {
  std::size_t k = next;
  while (k < next + 5 && (said.is(k, {"that", "which", "were", "was", "had", "been", "have", "has", "previously", "first", "also", "we", "it", "i", "originally", "both", "all"}) || said.is(k, Role::looker) || said.is(k, {"the"}))) ++k;
  if (!said.is(k, Role::raised) || !said.joined(k - 1)) return false;
  return left_by(said, k + 1) || (k > next && (said.is(k - 1, Role::looker) || said.is(k - 1, {"previously"}))) || said.is(k + 1, {"previously", "earlier", "then"}) || (said.is(k + 1, {"in"}) && a_year(said, k + 2));
}

bool raised_nearby(const Said& said, std::size_t first, std::size_t last) {
  for (std::size_t k = first > 7 ? first - 7 : 0; k < said.words.size() && k < last + 9; ++k)
    if (said.is(k, Role::raised)) return true;
  return false;
}

bool asked_nearby(const Said& said, std::size_t first, std::size_t last) {
  for (std::size_t k = first > 5 ? first - 5 : 0; k < said.words.size() && k < last + 7; ++k)
    if (said.is(k, Role::asked)) return true;
  return false;
}

// "Leaders have identified the areas for development": nobody asked them.
bool found_by_themselves(const Said& said, std::size_t noun) {
  for (std::size_t k = noun, steps = 0; k-- > 0 && steps < 11; ++steps) {
    if (!said.is(k, {"identified", "recognised", "recognized", "know", "knows", "understand", "acknowledge", "acknowledged", "recognise", "identify", "identifying", "aware", "understanding", "insight", "knowledge", "sighted"})) continue;
    if (said.is(k, {"understanding", "insight", "knowledge"})) return true;
    for (std::size_t b = k, more = 0; b-- > 0 && more < 5; ++more)
      if (said.is(b, {"leaders", "managers", "they", "partners", "board", "staff", "authority", "council", "school", "service", "governors", "leadership", "team", "force", "trust", "prison", "home", "provider", "department", "agency", "hospital", "college", "charity", "has", "have", "are", "is"})) return !said.is(b, Role::look);
      else if (said.is(b, {"which", "that"})) return false;
    return false;
  }
  return false;
}

// "the coroner's call", "five of its asks", "the one 'should do'": a noun; "the coroner calls", "it asks": a verb.
bool owned(const Said& said, std::size_t i) {
  if (i == 0 || (!said.joined(i - 1) && !said.is(i, {"must", "should"}))) return false;   // "'must do' actions"
  if (a_year(said, i - 1) && i > 1) return owned(said, i - 1);   // "the panel's 2015 call"
  if (said.is(i - 1, Role::number) && said.is(i, {"must", "should", "must-do", "should-do"})) return true;
  const std::string_view before = said.words[i - 1].text;
  if (said.is(i - 1, {"its", "their", "our", "these", "those", "all", "key", "earlier", "previous", "outstanding", "remaining", "repeated", "his", "her"}) || (before.size() > 2 && (before.back() == '\'' || before.substr(before.size() - 2) == "'s"))) return true;
  return said.is(i - 1, {"the"}) && said.is(i, {"should", "must", "should-do", "must-do", "asks", "demands", "calls", "call"}) && !said.is(i + 1, Role::auxiliary);
}

bool named_now(const Said& said, std::size_t next) {
  for (std::size_t k = next; k + 1 < said.words.size() && k < next + 8; ++k) {
    if (said.is(k, {"this"}) && said.is(k + 1, {"inspection", "visit", "review", "audit", "report"})) return true;
    if (said.is(k, {"during"}) && said.is(k + 1, {"the"}) && said.is(k + 2, {"inspection", "visit"}) && !said.is(k + 3, {"in", "of"})) return true;
    if (said.is(k, Role::auxiliary)) return false;
  }
  return false;
}

// "Inspectors returned a year later": who comes again has been there
bool came_back(const Said& said) {
  for (std::size_t i = 1; i < said.words.size(); ++i)
    if (said.is(i, {"revisited", "returned", "reinspected", "re-inspected", "revisit"}))
      for (std::size_t k = i > 3 ? i - 3 : 0; k < i; ++k)
        if (said.is(k, {"inspectors", "inspectorate", "auditors", "watchdog", "regulator", "reviewers", "we", "monitors", "delegation"})) return true;
  return false;
}

}  // namespace

std::size_t Said::word_at(std::uint32_t at) const {
  return static_cast<std::size_t>(std::lower_bound(words.begin(), words.end(), at, [](const Word& word, std::uint32_t key) { return word.span.end <= key; }) - words.begin());
}

Said read_sentence(const Reading& reading, std::uint32_t index) {
  Said said;
  said.index = index;
  said.span = reading.layers.sentences[index].span;
  constexpr std::uint32_t most = 8000;   // rules see no more of a sentence; the work on one grows faster than its length
  said.words = words_of(reading.document, {said.span.begin, std::min(said.span.end, said.span.begin + most)});
  said.roles.reserve(said.words.size());
  const StatusWords& lists = reading.lexicon.status_words();
  for (const Word& word : said.words) said.roles.push_back(lists.roles_of(word.text));
  // "prior to the inspection", "before this visit": the look that is written about, and none before it
  const auto drop = [&](std::size_t i, Role role) { said.roles[i] &= ~static_cast<std::uint32_t>(role); };
  for (std::size_t i = 0; i + 2 < said.words.size(); ++i) {
    const std::size_t the = said.is(i, {"prior"}) && said.is(i + 1, {"to"}) ? i + 2 : said.is(i, {"before"}) ? i + 1 : 0;
    if (the == 0 || !said.is(the, {"the", "this", "our"}) || !said.is(the + 1, {"inspection", "visit", "audit", "review"})) continue;
    drop(i, Role::earlier);
    drop(the + 1, Role::look);
    drop(the + 1, Role::looker);
  }
  // "ERO found", "the CPT had urged": initials that ask or find are a body that looks
  for (std::size_t i = 0; i + 1 < said.words.size(); ++i) {
    const std::string_view word = said.words[i].text;
    if (is_any(word, {"gp", "gps", "hr", "it", "mp", "mps", "ceo", "dr", "us", "uk", "eu", "nhs", "tv", "pm"})) continue;
    if (word.size() < 2 || word.size() > 7 || !std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) continue;
    std::size_t next = i + 1;
    while (said.is(next, {"has", "had", "have", "also", "previously", "first", "then"})) ++next;
    if (said.is(next, Role::asked) && !said.is(next, {"told", "called"})) said.roles[i] |= static_cast<std::uint32_t>(Role::looker);
  }
  return said;
}

bool speaks_of_earlier(const Said& said) {
  if (came_back(said)) return true;
  for (std::size_t i = 0; i < said.words.size(); ++i) {
    if (!said.is(i, Role::look)) continue;
    for (std::size_t k = i > 5 ? i - 5 : 0; k < said.words.size() && k <= i + 5; ++k)
      if (k != i && said.is(k, Role::earlier) && (!weakly_earlier(said.words[k].text) || (k + 2 >= i && k <= i + 1 && said.is(i, {"inspection", "visit", "review", "audit", "report", "inspection's", "jtai", "inquiry", "inspections", "audits"})))) return true;
    if (said.is(i, {"return", "revisit", "reinspection", "re-inspection"}) && i > 0 && said.is(i - 1, {"our", "their", "the", "this"})) return true;
    // named looks that are paid once
    if (said.is(i, {"jtai", "sif", "scr", "scrs", "jar", "diagnostic"}) && !(i > 0 && said.is(i - 1, {"this"}))) return true;
    if (i > 0 && (said.is(i - 1, {"peer", "learning", "rapid", "homicide", "internal", "monitoring", "focused", "diagnostic", "assurance", "deep-dive", "independent", "core", "baseline"}) || (i > 1 && said.is(i - 1, {"5"}) && said.is(i - 2, {"section"})) || (i > 1 && said.is(i - 1, {"case"}) && said.is(i - 2, {"serious"})))) return true;
    // "deficits were identified during this audit": an audit of their own, or a case review, lies behind
    if (said.is(i, {"audit", "audits", "scr", "scrs"}))
      for (std::size_t k = i > 6 ? i - 6 : 0; k < said.words.size() && k <= i + 4; ++k)
        if (said.is(k, {"identified", "highlighted", "raised", "found", "recommended"})) return true;
    // "audits have identified …, but": what was found before now
    for (std::size_t k = i; k + 1 < said.words.size() && k <= i + 6; ++k)
      if (said.is(k, {"have", "had"}) && said.is(k + 1, {"identified", "highlighted", "raised", "found", "recommended"})) return true;
  }
  return false;
}

bool tells_what_was_asked(const Said& said) {
  // "When we inspected in 2018 we said the owner should mend the lift"
  for (std::size_t i = 3; i < said.words.size(); ++i)
    if (said.is(i, {"said"}) && said.is(i - 1, Role::looker) && !said.is(i - 1, {"board"}))
      for (std::size_t k = 0; k + 1 < i; ++k)
        if (a_year(said, k) || (said.is(k, {"last", "previous"}) && said.is(k + 1, Role::look)))
          for (std::size_t duty = i + 1; duty < i + 8; ++duty)
            if (said.is(duty, {"should", "must"})) return true;
  bool dated = speaks_of_earlier(said);
  for (std::size_t i = 0; i < said.words.size() && !dated; ++i)
    dated = a_year(said, i) || said.is(i, {"ago", "previously", "earlier"}) || (said.is(i, {"last", "previous"}) && said.is(i + 1, {"time", "year", "month", "week", "autumn", "spring", "summer", "winter", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"}));
  for (std::size_t i = 0; i < said.words.size(); ++i) {
    if (!said.is(i, Role::asked)) continue;
    if (i > 0 && said.is(i - 1, {"to", "will", "should", "must", "would", "can", "is", "are", "be", "being", "have"}) && !(said.is(i - 1, {"have"}) && i > 1)) continue;
    const bool demand = !said.is(i, {"identified", "raised", "highlighted", "reported", "noted", "found", "expressed", "pointed", "issued"});
    const bool passive = i > 0 && (said.is(i - 1, {"was", "were"}) || (said.is(i - 1, {"been"}) && i > 1 && said.is(i - 2, {"had"})));
    bool subject = passive && demand;
    for (std::size_t k = i, steps = 0; k-- > 0 && steps < 9 && !subject; ++steps) subject = said.is(k, Role::looker) || said.is(k, Role::look);
    if (!subject) continue;
    // "We also told the trust to …" goes on from the sentence before
    if (dated || (demand && i > 0 && said.is(i - 1, {"also", "had", "first", "further", "therefore"}))) return true;
    if (said.is(i, {"told", "served"}) && i > 0 && said.is(i - 1, Role::looker)) return true;
    // "We asked the owner to make improvements": to do better, not to show or to say
    if (said.is(i, {"asked", "required", "instructed", "advised", "ordered"}) && i > 0 && said.is(i - 1, Role::looker))
      for (std::size_t k = i + 1; k < i + 7; ++k)
        if (said.is(k, {"to"}) && said.is(k + 1, {"take", "make", "ensure", "improve", "address", "mend", "repair", "stop", "update", "develop", "strengthen", "put", "rectify", "introduce"})) return true;
  }
  return false;
}

std::vector<RequestMention> requests_in(const Reading& reading, const Said& said) {
  std::vector<RequestMention> mentions;
  const StatusWords& lists = reading.lexicon.status_words();
  const std::string_view text = reading.document.text.folded();
  const bool earlier = speaks_of_earlier(said);
  const bool followed_up = said.is(1, {"follow-up", "later", "subsequent", "return", "second", "re-inspection"}) && (said.is(2, Role::look) || said.is(1, {"re-inspection"})) && std::any_of(said.words.begin(), said.words.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(7, said.words.size())), [](const Word& w) { return is_any(w.text, {"found", "confirmed", "showed", "established", "concluded"}); });
  const bool inspectors = followed_up || (said.is(0, {"inspectors", "auditors", "inspection", "reviewers"}) && said.is(1, {"found", "said", "say", "noted", "reported", "saw", "concluded", "judged"}));
  for (std::size_t i = 0; i < said.words.size(); ++i) {
    const std::vector<RequestNoun>* nouns = lists.nouns_at(plain(said.words[i].text));
    if (nouns == nullptr) continue;
    for (const RequestNoun& entry : *nouns) {
      const std::uint32_t begin = said.words[i].span.begin;
      // A form of several words may be broken over a line.
      std::size_t last = i;
      const auto spaces = static_cast<std::size_t>(std::count(entry.form.begin(), entry.form.end(), ' '));
      last = i + spaces;
      if (entry.owned && !owned(said, i)) continue;
      if (last >= said.words.size() || plain(text.substr(begin, said.words[last].span.end - begin)) != entry.form) continue;
      const Span noun{begin, said.words[last].span.end};
      const std::size_t next = last + 1;
      const bool dated = !entry.ask && !earlier && (raised_then(said, next) || told_to(said, i) || asked_by(said, next));
      RequestMention mention;
      mention.noun = noun;
      mention.span = noun;
      mention.by_number = next < said.words.size() && said.words[next].text.front() >= '0' && said.words[next].text.front() <= '9' && said.words[next].span.begin - noun.end <= 2;
      if (mention.by_number) {
        // "recommendations 1, 2 and 4"
        std::size_t number = next;
        const auto digits = [&](std::size_t k) { return k < said.words.size() && said.words[k].text.front() >= '0' && said.words[k].text.front() <= '9'; };
        while (digits(number + 1) || (said.is(number + 1, {"and", "to", "through", "or"}) && digits(number + 2))) number += digits(number + 1) ? 1 : 2;
        mention.span.end = said.words[number].span.end;
      }
      // "Children told us that their concerns …": theirs, no inspector's
      if (!entry.ask && i > 0 && said.is(i - 1, {"their", "his", "her"})) {
        bool people = false;
        for (std::size_t k = 0; k < 4; ++k) people = people || said.is(k, {"children", "people", "patients", "residents", "parents", "families", "carers", "prisoners", "detainees", "pupils", "staff", "relatives", "tenants", "victims", "complainants", "learners", "students"});
        if (people) break;
      }
      // "the Defence Warning System": part of a name
      const auto capital = [&](std::size_t k) { return k < said.words.size() && said.words[k].text.front() >= 'A' && said.words[k].text.front() <= 'Z'; };
      if (!entry.ask && i > 0 && capital(i) && said.joined(last) && capital(next) && said.joined(i - 1) && capital(i - 1)) break;
      // "the areas for improvement identified during this inspection": asked now
      if (named_now(said, next)) break;
      if (entry.form.rfind("area", 0) == 0 && !earlier && found_by_themselves(said, i)) break;
      bool own = false;   // "the council's own findings"
      for (std::size_t k = i > 2 ? i - 2 : 0; k < next + 8 && k < said.words.size(); ++k) own = own || said.is(k, {"own"});
      const bool findings = !own && entry.form.rfind("finding", 0) == 0 && (left_by(said, next) || whose(said, i) || (i > 0 && said.is(i - 1, {"audit", "review", "audit's", "review's", "inquiry"})));
      const bool about = entry.form == "actions" && said.is(next, {"relating", "about", "on", "regarding"}) && from_a_look(said, next);
      const bool theirs = findings || about || (!own && !entry.ask && !entry.form.starts_with("area") && (their_own_words(said, i) || (entry.form.starts_with("concern") && whose(said, i)))) || (entry.follows && (whose(said, i) || (left_by(said, next) && (entry.form.find("plan") != std::string::npos || entry.form.find("requirement") != std::string::npos || said.is(next, {"arising", "resulting", "stemming"}) || (entry.form.back() == 's' && (said.is(next, {"from"}) || (said.is(next, {"identified", "raised", "highlighted", "generated"}) && !said.is(next + 1, {"by"})))))) || (entry.form.find("action plan") != std::string::npos && i > 0 && said.is(i - 1, {"audit", "inspection", "review"})) || (entry.form.find("action plan") != std::string::npos && in_relation_to_looks(said, next))));
      if (!entry.ask && !earlier && !dated && !theirs) {
        // "the concerns", "these points": of the sentence before
        const bool points_back = i > 0 && ((said.is(i - 1, {"the", "these", "those"}) && is_any(entry.form, {"concerns", "issues", "matters", "points", "problems"})) || (said.is(i - 1, {"this"}) && entry.form == "area")) && (next >= said.words.size() || !said.joined(last) || said.is(next, Role::auxiliary) || said.is(next, {"and", "but", "we", "raised"}));
        // "A follow-up audit confirmed that the gaps in vetting …"
        const bool again = followed_up && i > 2 && entry.form.back() == 's' && !entry.owned;
        if (!entry.follows && !points_back && !again) break;
        mention.strong = again || (mention.by_number && entry.form == "requirement") || (entry.form.rfind("agreed action", 0) == 0 && audited(said)) || promised_to(said, next) || (entry.form == "actions" && in_a_plan(said, next)) || (entry.form == "requirement" && i > 0 && said.is(i - 1, {"this"})) || (entry.form == "requirement" && i > 0 && said.is(i - 1, {"the"}) && said.is(next, {"on", "about", "regarding", "concerning"}));
        // "Inspectors found that weaknesses in … had not been dealt with"
        mention.strong = mention.strong || (entry.defect && inspectors && next < said.words.size());
        mention.follows = true;
        mentions.push_back(mention);
        break;
      }
      // "eight of the 10 priorities set out in its plan": whose own they may be
      // "the learning from the serious case review", not "learning from reviews": one look, and what came of it
      if ((entry.form == "learning" || entry.form == "lessons") && !left_by_one(said, next) && !reviewed(said)) break;
      const bool chosen = entry.form.rfind("priorit", 0) == 0 && !left_by(said, next) && !asked_nearby(said, i, last) && !of_plan(said, next);
      mention.strong = entry.ask || (!chosen && entry.form != "steps" && (entry.follows && entry.form.back() == 's' ? raised_nearby(said, i, last) : asked_nearby(said, i, last))) || (earlier && left_by(said, next)) || (earlier && entry.defect) || (earlier && entry.form.back() == 's' && raised_behind(said, next)) || dated || theirs ||
                       (earlier && i > 1 && said.is(i - 1, Role::look) && said.is(i - 2, Role::earlier));
      mention.strong = mention.strong || (followed_up && i > 2 && entry.form.back() == 's' && !entry.owned);
      mention.strong = mention.strong || (mention.by_number && entry.form.rfind("requirement", 0) == 0);
      mention.strong = mention.strong || (entry.form.back() == 's' && i > 0 && (said.is(i - 1, Role::number) || said.is(i - 1, {"the", "these", "its", "their"})) && came_back(said));
      for (const std::string_view sure : {"action plan", "requirement", "action point", "breach"}) mention.strong = mention.strong || entry.form.find(sure) != std::string::npos;
      mentions.push_back(mention);
      break;   // the longest that fits
    }
  }
  // "was identified at the last inspection": the matter itself is the request
  const bool named = std::any_of(mentions.begin(), mentions.end(), [](const RequestMention& mention) { return mention.strong; });
  if (earlier && !named)
    for (std::size_t i = 0; i < said.words.size(); ++i)
      if (said.is(i, Role::asked) && !(said.is(i, {"found", "noted"}) && !(i > 1 && said.joined(i - 1) && said.words[i - 1].text.back() == 's' && said.roles[i - 1] == 0 && said.is(i + 1, {"at", "during"}))) && !said.is(i, {"issued", "served", "called", "suggested", "proposed", "expressed", "drew", "sought", "pointed", "advised"}))
      {
        // "the faults highlighted at the last inspection": with the noun that it is said of
        if (i > 0 && lists.state(said.words[i - 1].text) == "good") continue;
        const bool noun = i > 0 && said.joined(i - 1) && said.roles[i - 1] == 0 && said.words[i - 1].text.size() > 3 && said.words[i - 1].text.back() == 's';
        const Span span{noun ? said.words[i - 1].span.begin : said.words[i].span.begin, said.words[i].span.end};
        mentions.push_back({span, span, true, false, false});
      }
  asked_things_in(said, mentions);
  std::sort(mentions.begin(), mentions.end(), [](const RequestMention& a, const RequestMention& b) {
    return a.noun.begin != b.noun.begin ? a.noun.begin < b.noun.begin : a.noun.end > b.noun.end;
  });
  mentions.erase(std::unique(mentions.begin(), mentions.end(), [](const RequestMention& a, const RequestMention& b) { return a.noun.overlaps(b.noun); }), mentions.end());
  return mentions;
}

}  // namespace muster::facts
