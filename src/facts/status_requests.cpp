// Where a sentence speaks of something that was asked for, or found wanting, earlier.
#include <algorithm>

#include "facts/status_owners.hpp"

namespace muster::facts {
namespace {

// "the actions set in 2018", "priorities that inspectors identified last year": raised, and dated.
bool raised_then(const Said& said, std::size_t noun) {
  bool is_raised = false;
  // "the four main concerns from 2017", "the suggestions in her 2015 report"
  if (said.is(noun, {"from", "of"}) && a_year(said, noun + 1) && said.joined(noun - 1)) return true;
  // "areas previously identified as weak", "the previously identified weaknesses"
  for (std::size_t k = noun > 3 ? noun - 3 : 0; k < noun + 4; ++k)
    if (said.is(k, {"previously"}) && said.is(k + 1, Role::raised)) return true;
  // "the requirements made last time", "conditions set previously"
  if (noun > 0 && said.is(noun - 1, {"requirement", "requirements", "condition", "conditions", "actions"}) &&
      said.is(noun, {"made", "set", "issued", "imposed", "given"}) &&
      (said.is(noun + 1, {"previously", "earlier", "before"}) ||
       (said.is(noun + 1, {"last"}) && (said.is(noun + 2, WordKind::time_or_season) || said.is(noun + 2, {"time"})))))
    return true;
  for (std::size_t k = noun; k < said.words.size() && k < noun + 12; ++k) {
    if (k > noun && said.is(k, Role::auxiliary) && !said.is(k, {"was", "were", "had", "been", "all", "also"}))
      return false;
    if (k > noun && !said.joined(k - 1) && is_raised && !said.is(k, {"in"})) return false;
    is_raised = is_raised || (said.is(k, Role::raised) && !said.is(k, {"made"}));
    if (is_raised &&
        (a_year(said, k) || said.is(k, {"ago"}) ||
         (said.is(k, WordKind::look_or_time) && said.is(k - 1, {"last", "previous", "that", "earlier", "prior"})) ||
         (said.is(k, WordKind::month) && said.is(k - 1, {"in"}))))
      return true;
  }
  return false;
}
// "Learning from serious case reviews", "learning is shared, but …" where a case review or an audit is named
bool reviewed(const Said& said) {
  for (std::size_t i = 0; i < said.words.size(); ++i)
    if (said.is(i, {"scr", "scrs", "inquest", "inquests"}) ||
        (said.is(i, {"review", "reviews"}) && i > 0 && said.is(i - 1, {"case", "learning", "practice", "homicide"})) ||
        (said.is(i, {"audits", "audit", "findings"}) && i > 0 && said.is(i - 1, {"from", "of"})))
      return true;
  return false;
}

// "management had implemented the agreed actions": an audit's
bool audited(const Said& said) {
  if (said.is(0, {"we"})) return true;
  return said.has(WordKind::look_of_their_own);
}

// "the seven priorities of the 2013 action plan"
bool of_plan(const Said& said, std::size_t next) {
  if (!said.is(next, {"of", "in", "from"})) return false;
  for (std::size_t k = next + 1; k + 1 < said.words.size() && k < next + 7; ++k)
    if (said.is(k, {"action", "improvement"}) && said.is(k + 1, {"plan"})) return true;
  return false;
}

// "most of the requirements of its reform agreement", "the terms of the consent decree"
bool of_a_binding_paper(const Said& said, std::size_t next) {
  if (!said.is(next, {"of", "under"}) || !said.is(next + 1, {"the", "its", "their", "a", "an"})) return false;
  for (std::size_t k = next + 2; k < next + 6 && k < said.words.size() && said.joined(k - 1); ++k)
    if (said.is(k, WordKind::binding_paper)) return true;
  return false;
}

// "Action plans have not been progressed in relation to eight of the ten audits"
bool in_relation_to_looks(const Said& said, std::size_t next) {
  for (std::size_t k = next; k + 2 < said.words.size() && k < next + 8; ++k)
    if (said.is(k, {"in"}) && said.is(k + 1, {"relation", "respect", "response"}))
      for (std::size_t look = k + 2; look < said.words.size() && look < k + 11; ++look)
        if (said.is(look, WordKind::internal_look)) return true;
  return false;
}

// "the actions set out in the compliance plan"
bool in_a_plan(const Said& said, std::size_t next) {
  for (std::size_t k = next; k + 2 < said.words.size() && k < next + 5; ++k) {
    if (said.is(k, Role::auxiliary)) return false;
    if (said.is(k, {"in"}) && said.is(k + 1, {"the", "its", "their"}) &&
        (said.is(k + 2, WordKind::plan_name) || (said.is(k + 2, {"quality"}) && said.is(k + 3, {"improvement"}))))
      return true;
  }
  return false;
}

// "2020-004": a finding's number begins with the year of its audit
bool audit_number(std::string_view text) {
  constexpr std::size_t year = 4;
  if (text.size() < year + 2 || text[year] != '-' || (!text.starts_with("19") && !text.starts_with("20"))) return false;
  return std::all_of(text.begin() + 2, text.begin() + year, [](char c) { return c >= '0' && c <= '9'; }) &&
         text[year + 1] >= '0' && text[year + 1] <= '9';
}

// "The care of horses, which was a priority action, …": it was one then
bool was_one(const Said& said, std::size_t noun) {
  std::size_t k = noun;
  if (k > 0 && said.is(k - 1, {"main", "key", "serious"})) --k;
  if (k == 0 || !said.is(k - 1, {"a", "an", "another"})) return false;
  return k > 2 && said.is(k - 2, {"was", "were"}) && said.is(k - 3, {"which", "that"});
}

bool raised_nearby(const Said& said, std::size_t first, std::size_t last) {
  for (std::size_t k = first > 7 ? first - 7 : 0; k < said.words.size() && k < last + 9; ++k)
    if (said.is(k, Role::raised)) return true;
  return false;
}

// "the 20 steps set out by the former judge in her report": who set them out, or where
bool set_out_by_a_look(const Said& said, std::size_t next) {
  if (!said.is(next, WordKind::laid_down) && !said.is(next, WordKind::demand_verb)) return false;
  std::size_t k = next + 1;
  while (said.is(k, {"out", "down", "for", "up"})) ++k;
  if (!said.is(k, {"by", "in"})) return false;
  for (++k; k < said.words.size() && k < next + 13 && said.joined(k - 1); ++k)
    if (said.is(k, Role::look) || said.is(k, Role::looker) || said.is(k, WordKind::judging_person)) return true;
  return false;
}

bool asked_nearby(const Said& said, std::size_t first, std::size_t last) {
  for (std::size_t k = first > 5 ? first - 5 : 0; k < said.words.size() && k < last + 7; ++k)
    if (said.is(k, Role::asked)) return true;
  return false;
}

// "Parks Department Has Completed Most Fixes From 2022 Audit": capitals say nothing there
bool in_title_case(const Said& said) {
  for (const Word& word : said.words)
    if (word.text.size() > 4 && word.text.front() >= 'a' && word.text.front() <= 'z') return false;
  return said.words.size() > 3;
}

bool named_now(const Said& said, std::size_t next) {
  // "the 14 recommendations followed up on this visit"
  const std::size_t verb =
      said.is(next, {"we", "it", "they"}) ? next + 1 : next;   // "that we followed up in this report"
  if (said.is(verb, {"followed", "reviewed", "revisited", "checked", "assessed", "considered"})) return false;
  for (std::size_t k = next; k + 1 < said.words.size() && k < next + 8; ++k) {
    if (said.is(k, {"recurs", "recur", "reappears", "reappear", "persists", "persist", "appears", "appear"}))
      return false;
    if (said.is(k, {"this"}) && said.is(k + 1, WordKind::one_look)) return true;
    if (said.is(k, {"during"}) && said.is(k + 1, {"the"}) && said.is(k + 2, {"inspection", "visit"}) &&
        !said.is(k + 3, {"in", "of"}))
      return true;
    if (said.is(k, Role::auxiliary)) return false;
  }
  return false;
}

}   // namespace

namespace {

std::vector<RequestMention> read_requests(const Reading& reading, const Said& said) {
  std::vector<RequestMention> mentions;
  const StatusWords& lists = reading.lexicon.status_words();
  const std::string_view text = reading.document.text.folded();
  const bool earlier = speaks_of_earlier(said);
  const bool headline = in_title_case(said);
  const bool followed_up = said.is(1, WordKind::follow_up_adjective) &&
                           (said.is(2, Role::look) || said.is(1, {"re-inspection"})) &&
                           said.has(WordKind::result_verb, 7);
  const bool inspectors = followed_up || (said.is(0, {"inspectors", "auditors", "inspection", "reviewers"}) &&
                                          (said.is(1, WordKind::telling_verb) || said.is(1, {"say", "judged"})));
  for (const ReadSentence::Nouns& at : said.read->nouns) {
    const std::size_t i = at.word;
    for (const RequestNoun& entry : *at.nouns) {
      const std::uint32_t begin = said.words[i].span.begin;
      // A form of several words may be broken over a line.
      std::size_t last = i;
      const auto spaces = static_cast<std::size_t>(std::count(entry.form.begin(), entry.form.end(), ' '));
      last = i + spaces;
      if (entry.owned && !owned(said, i)) continue;
      if (last >= said.words.size() || plain(between(text, begin, said.words[last].span.end)) != entry.form) continue;
      const Span noun{begin, said.words[last].span.end};
      const std::size_t next = last + 1;
      const bool dated = !entry.ask && !earlier &&
                         (raised_then(said, next) || told_to(said, i) || asked_by(said, next) ||
                          promised_after(said, next) || (entry.defect && made_them_judge(said, next)));
      RequestMention mention;
      mention.noun = noun;
      mention.span = noun;
      mention.by_number = next < said.words.size() && said.words[next].text.front() >= '0' &&
                          said.words[next].text.front() <= '9' && said.words[next].span.begin - noun.end <= 2;
      if (mention.by_number) {
        // "recommendations 1, 2 and 4"
        std::size_t number = next;
        const auto digits = [&](std::size_t k) {
          return k < said.words.size() && said.words[k].text.front() >= '0' && said.words[k].text.front() <= '9';
        };
        while (digits(number + 1) || (said.is(number + 1, {"and", "to", "through", "or"}) && digits(number + 2)))
          number += digits(number + 1) ? 1 : 2;
        mention.span.end = said.words[number].span.end;
      }
      // "Children told us that their concerns …": theirs, no inspector's
      if (!entry.ask && i > 0 && said.is(i - 1, {"their", "his", "her"})) {
        bool people = false;
        for (std::size_t k = 0; k < 4; ++k) people = people || said.is(k, WordKind::served_people);
        if (people) break;
      }
      // "the Defence Warning System": part of a name
      const auto capital = [&](std::size_t k) {
        return k < said.words.size() && said.words[k].text.front() >= 'A' && said.words[k].text.front() <= 'Z';
      };
      if (!entry.ask && !headline && i > 0 && capital(i) && said.joined(last) && capital(next) && said.joined(i - 1) &&
          capital(i - 1))
        break;
      // "the areas for improvement identified during this inspection": asked now
      if (named_now(said, next)) break;
      if (entry.defect && found_here(said, i)) break;
      if (reading.lexicon.word_kinds().is(entry.form, WordKind::ruling_or_term) && !whose(said, i))
        break;   // anybody's
      if (entry.form.rfind("area", 0) == 0 && !earlier && found_by_themselves(said, i)) break;
      bool own = false;   // "the council's own findings"
      for (std::size_t k = i > 2 ? i - 2 : 0; k < next + 8 && k < said.words.size(); ++k)
        own = own || said.is(k, {"own"});
      const bool findings =
          !own && entry.form.rfind("finding", 0) == 0 &&
          (left_by(said, next) || whose(said, i) || (i > 0 && said.is(i - 1, WordKind::look_or_looker)));
      // "Finding 2020-004": by its number, an audit's
      const bool file = mention.by_number && entry.form.starts_with("finding") &&
                        (said.words[i].text.front() == 'F' || audit_number(text.substr(said.words[next].span.begin)));
      const bool about =
          entry.form == "actions" && said.is(next, {"relating", "about", "on", "regarding"}) && from_a_look(said, next);
      const bool left_open =
          entry.follows && i > 0 && said.is(i - 1, {"unmet", "outstanding"}) && entry.form.rfind("requirement", 0) == 0;
      const bool ours = i > 0 && said.is(i - 1, {"our"}) && entry.form.starts_with("concern") &&
                        said.is(next, {"about", "that", "over", "on", "regarding", "around"});
      const bool theirs =
          ours || findings || file || about || left_open ||
          (!own && entry.form.back() == 's' && set_out_by_a_look(said, next)) ||
          (!own && !entry.ask && !entry.form.starts_with("area") &&
           (their_own_words(said, i) ||
            ((entry.form.starts_with("concern") || entry.form.starts_with("request")) && whose(said, i)))) ||
          (entry.follows &&
           (whose(said, i) ||
            (left_by(said, next) &&
             (entry.form.find("plan") != std::string::npos || entry.form.find("requirement") != std::string::npos ||
              said.is(next, {"arising", "resulting", "stemming"}) ||
              (entry.form.back() == 's' &&
               (said.is(next, {"from"}) || (said.is(next, {"in", "of"}) && said.is(next + 1, {"my", "our"})) ||
                (said.is(next, {"in"}) && said.is(next + 1, {"the", "its"}) && said.is(next + 2, Role::look) &&
                 said.is(next + 3, {"response", "report", "plan"})) ||
                (said.is(next, {"identified", "raised", "highlighted", "generated"}) &&
                 !said.is(next + 1, {"by"})))))) ||
            (entry.form.find("action plan") != std::string::npos && i > 0 &&
             said.is(i - 1, {"audit", "inspection", "review"})) ||
            (entry.form.find("action plan") != std::string::npos && in_relation_to_looks(said, next))));
      if (!entry.ask && !earlier && !dated && !theirs) {
        // "the concerns", "these points": of the sentence before
        const bool points_back = i > 0 &&
                                 ((said.is(i - 1, {"the", "these", "those"}) &&
                                   reading.lexicon.word_kinds().is(entry.form, WordKind::open_findings)) ||
                                  (said.is(i - 1, {"this"}) && entry.form == "area")) &&
                                 (next >= said.words.size() || !said.joined(last) || said.is(next, Role::auxiliary) ||
                                  said.is(next, {"and", "but", "we", "raised"}));
        // "A follow-up audit confirmed that the gaps in vetting …"
        const bool again = followed_up && i > 2 && entry.form.back() == 's' && !entry.owned;
        // "The inspectorate raised 38 issues, with 27 now resolved"
        const bool numbered = i > 2 && entry.form.back() == 's' && said.is(i - 1, Role::number) &&
                              said.is(i - 2, Role::raised) &&
                              (said.is(i - 3, Role::looker) || said.is(i - 3, Role::look) ||
                               said.is(i - 3, {"assessment", "evaluation", "report"}));
        if (!entry.follows && !points_back && !again && !numbered) break;
        mention.strong = again || numbered || (mention.by_number && entry.form == "requirement") ||
                         (entry.form.rfind("agreed action", 0) == 0 && audited(said)) || promised_to(said, next) ||
                         (entry.form == "actions" && in_a_plan(said, next)) ||
                         (entry.form == "requirement" && i > 0 && said.is(i - 1, {"this"})) ||
                         (entry.form == "requirement" && i > 0 && said.is(i - 1, {"the"}) &&
                          said.is(next, {"on", "about", "regarding", "concerning"})) ||
                         (!entry.defect && of_a_binding_paper(said, next)) || was_one(said, i) ||
                         (entry.form.starts_with("requirement") && i < 3 && said.is(next, {"was", "were"}) &&
                          said.is(next + 1, {"made", "issued", "set"}));   // "A requirement was made about the lifts"
        // "Inspectors found that weaknesses in … had not been dealt with"
        mention.strong = mention.strong || (entry.defect && inspectors && next < said.words.size());
        mention.follows = true;
        mentions.push_back(mention);
        break;
      }
      // "eight of the 10 priorities set out in its plan": whose own they may be
      // "the learning from the serious case review", not "learning from reviews": one look, and what came of it
      if ((entry.form == "learning" || entry.form == "lessons") && !left_by_one(said, next) && !reviewed(said)) break;
      const bool chosen = entry.form.rfind("priorit", 0) == 0 && !left_by(said, next) && !asked_nearby(said, i, last) &&
                          !of_plan(said, next);
      mention.strong =
          entry.ask ||
          (!chosen && entry.form != "steps" &&
           (entry.follows && entry.form.back() == 's' ? raised_nearby(said, i, last) : asked_nearby(said, i, last))) ||
          (earlier && left_by(said, next)) || (earlier && entry.defect) ||
          (earlier && entry.form.back() == 's' && raised_behind(said, next)) || dated || theirs ||
          (earlier && i > 1 && said.is(i - 1, Role::look) && said.is(i - 2, Role::earlier));
      mention.strong = mention.strong || (entry.follows && was_one(said, i));
      mention.strong = mention.strong || (followed_up && i > 2 && entry.form.back() == 's' && !entry.owned);
      mention.strong =
          mention.strong ||
          (mention.by_number && (entry.form.rfind("requirement", 0) == 0 || entry.form.rfind("key issue", 0) == 0));
      mention.strong =
          mention.strong ||
          (entry.form.back() == 's' && i > 0 &&
           (said.is(i - 1, Role::number) || said.is(i - 1, {"the", "these", "its", "their"})) && came_back(said));
      for (const std::string_view sure : {"action plan", "requirement", "action point", "breach"})
        mention.strong = mention.strong || entry.form.find(sure) != std::string::npos;
      mentions.push_back(mention);
      break;   // the longest that fits
    }
  }
  // "was identified at the last inspection": the matter itself is the request
  const bool named =
      std::any_of(mentions.begin(), mentions.end(), [](const RequestMention& mention) { return mention.strong; });
  if (earlier && !named)
    for (std::size_t i = 0; i < said.words.size(); ++i)
      if (said.is(i, Role::asked) &&
          !(said.is(i, {"found", "noted"}) && !(i > 1 && said.joined(i - 1) && said.words[i - 1].text.back() == 's' &&
                                                said.roles[i - 1] == 0 && said.is(i + 1, {"at", "during"}))) &&
          !said.is(i, WordKind::asks_by_its_object)) {
        // "the faults highlighted at the last inspection": with the noun that it is said of
        if (i > 0 && lists.state(said.words[i - 1].text) == "good") continue;
        const bool noun = i > 0 && said.joined(i - 1) && said.roles[i - 1] == 0 && said.words[i - 1].text.size() > 3 &&
                          said.words[i - 1].text.back() == 's';
        const Span span{noun ? said.words[i - 1].span.begin : said.words[i].span.begin, said.words[i].span.end};
        mentions.push_back({span, span, true, false, false});
      }
  const std::size_t nouns = mentions.size();
  asked_things_in(said, mentions);
  for (std::size_t i = nouns; i < mentions.size(); ++i)   // a duty may be a noun of requests as well
    if (mentions[i].binding)
      for (std::size_t k = 0; k < nouns; ++k)
        if (mentions[k].noun.overlaps(mentions[i].noun)) mentions[k].binding = true;
  std::sort(mentions.begin(), mentions.end(), [](const RequestMention& a, const RequestMention& b) {
    return a.noun.begin != b.noun.begin ? a.noun.begin < b.noun.begin : a.noun.end > b.noun.end;
  });
  mentions.erase(std::unique(mentions.begin(), mentions.end(),
                             [](const RequestMention& a, const RequestMention& b) { return a.noun.overlaps(b.noun); }),
                 mentions.end());
  return mentions;
}

}   // namespace

const std::vector<RequestMention>& requests_in(const Reading& reading, const Said& said) {
  std::optional<std::vector<RequestMention>>& known = said.read->requests;
  if (!known) known = read_requests(reading, said);
  return *known;
}

}   // namespace muster::facts
