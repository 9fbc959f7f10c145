// The verdict and the request in a sentence's words.
#include <algorithm>

#include "facts/status.hpp"

namespace muster::facts {
namespace {

using model::StatusValue;

std::size_t word_at(const std::vector<Word>& words, std::uint32_t at) {
  return static_cast<std::size_t>(std::lower_bound(words.begin(), words.end(), at,
                                                   [](const Word& word, std::uint32_t key) { return word.span.end <= key; }) - words.begin());
}

bool inspects(std::string_view word) {
  return is_any(word, {"inspection", "inspections", "inspection's", "visit", "visits", "review", "reviews", "review's", "audit", "audits", "audit's", "report", "reports", "report's", "inspectors", "inquiry", "assessment", "assessments", "jtai", "ilacs",
                       "inspectorate", "ofsted", "evaluation", "survey", "examination", "investigation", "auditors", "auditor", "visit's", "reviewers", "inquest", "cqc", "coroner", "ombudsman", "oig", "gao"});
}

bool earlier_word(std::string_view word) {
  return is_any(word, {"last", "previous", "earlier", "prior", "recent", "former", "preceding", "past", "2003", "2004", "2005", "2006", "2007", "2008", "2009", "2010", "2011", "2012", "2013", "2014", "2015", "2016", "2017", "2018", "2019", "2020", "2021", "2022", "2023", "2024", "2025", "first", "original", "initial", "then", "ago", "follow-up", "full", "by"});
}

bool raised(std::string_view word) {
  return is_any(word, {"identified", "raised", "highlighted", "found", "noted", "made", "required", "reported", "outlined", "recommended", "issued", "set", "listed", "flagged", "cited", "told", "asked", "ordered", "agreed", "called", "wanted", "arising", "arose", "resulting"});
}

bool a_year(std::string_view word) { return word.size() == 4 && (word.substr(0, 2) == "19" || word.substr(0, 2) == "20") && word[2] >= '0' && word[2] <= '9' && word[3] >= '0' && word[3] <= '9'; }

// "the actions set in 2018", "priorities that inspectors identified last year": raised, and dated.
bool raised_then(const Said& said, std::size_t noun) {
  bool is_raised = false;
  for (std::size_t k = noun; k < said.words.size() && k < noun + 12; ++k) {
    const std::string_view w = said.words[k].text;
    if (k > noun && is_auxiliary(w) && !is_any(w, {"was", "were", "had", "been", "all"})) return false;
    is_raised = is_raised || (raised(w) && !same_word(w, "made"));
    if (is_raised && (a_year(w) || (is_any(w, {"year", "time", "inspection", "visit", "review"}) && is_any(said.words[k - 1].text, {"last", "previous", "that", "earlier"})))) return true;
  }
  return false;
}

}  // namespace

bool is_auxiliary(std::string_view word) {
  return is_any(word, {"has", "have", "had", "is", "are", "was", "were", "been", "be", "being", "remain", "remains", "remained", "will", "would", "hasn't", "haven't", "hadn't", "isn't", "aren't", "wasn't", "weren't", "become", "became", "got", "not", "still", "now", "also", "since", "yet", "either", "already", "all", "both", "each"});
}

Said read_sentence(const Reading& reading, std::uint32_t index) {
  Said said;
  said.index = index;
  said.span = reading.layers.sentences[index].span;
  said.words = words_of(reading.document, said.span);
  return said;
}

bool speaks_of_earlier(const Said& said) {
  for (std::size_t i = 0; i < said.words.size(); ++i) {
    if (!inspects(said.words[i].text)) continue;
    const std::size_t from = i > 5 ? i - 5 : 0;
    for (std::size_t k = from; k < said.words.size() && k <= i + 5; ++k)
      if (k != i && earlier_word(said.words[k].text)) return true;
    // "audits have identified …, but": what was found before now
    for (std::size_t k = i; k + 1 < said.words.size() && k <= i + 6; ++k)
      if (is_any(said.words[k].text, {"have", "had"}) && is_any(said.words[k + 1].text, {"identified", "highlighted", "raised", "found", "recommended"})) return true;
  }
  return false;
}

namespace {

// "the regulator's requirements", "the previous requirement": whose or when says that it was asked for.
bool whose(const Said& said, Span noun) {
  std::size_t i = 0;
  while (i < said.words.size() && said.words[i].span.begin < noun.begin) ++i;
  for (std::size_t k = i, steps = 0; k-- > 0 && steps < 3; ++steps) {
    std::string_view w = said.words[k].text;
    if (is_any(w, {"previous", "earlier", "prior"})) return steps == 0;
    const bool owns = w.size() > 2 && (w.back() == '\'' || w.substr(w.size() - 2) == "'s");
    if (owns) {
      w = w.substr(0, w.size() - (w.back() == '\'' ? 1 : 2));
      return inspects(w) || is_any(w, {"regulator", "watchdog", "commission", "monitor", "hmicfrs", "hiqa", "rqia", "hmip", "inspector", "regulators", "tribunal", "authority"});
    }
    if (is_any(w, {"of", "the", "a", "to", "in", "on"})) return false;
  }
  return false;
}

// "findings from the prior audit", "requirements of the previous inspection"
bool left_by(const Said& said, std::size_t next) {
  if (next >= said.words.size() || !is_any(said.words[next].text, {"from", "of", "at", "in", "after"})) return false;
  for (std::size_t k = next + 1; k < said.words.size() && k < next + 7; ++k) {
    if (inspects(said.words[k].text)) return true;
    if (is_auxiliary(said.words[k].text)) return false;
  }
  return false;
}

// "We asked the school to make three improvements": a number of things that someone was told to do.
bool told_to(const Said& said, Span noun) {
  std::size_t i = 0;
  while (i < said.words.size() && said.words[i].span.begin < noun.begin) ++i;
  if (i < 3) return false;
  const std::string_view count = said.words[i - 1].text;
  if (!is_any(count, {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "these", "several"}) && (count.front() < '0' || count.front() > '9')) return false;
  bool to = false;
  for (std::size_t k = i - 1, steps = 0; k-- > 0 && steps < 9; ++steps) {
    to = to || is_any(said.words[k].text, {"to", "gave", "set"});
    if (to && is_any(said.words[k].text, {"asked", "told", "required", "ordered", "gave", "set"})) return k > 0 && !is_any(said.words[k - 1].text, {"has", "have", "is", "are"});
  }
  return false;
}

}  // namespace

std::vector<RequestMention> requests_in(const Reading& reading, const Said& said) {
  std::vector<RequestMention> mentions;
  const model::VocabList* nouns = reading.vocab.find("request_nouns");
  if (nouns == nullptr) return mentions;
  const std::string_view text = reading.document.text.folded(said.span);
  const bool earlier = speaks_of_earlier(said);
  const bool inspectors = said.words.size() > 1 && is_any(said.words[0].text, {"inspectors", "auditors", "inspection", "reviewers"}) && is_any(said.words[1].text, {"found", "said", "say", "noted", "reported", "saw", "concluded", "judged"});
  const bool is_raised = std::any_of(said.words.begin(), said.words.end(), [](const Word& word) { return raised(word.text); });
  for (const model::VocabEntry& entry : nouns->entries) {
    const bool ask = field_of(&entry, "kind") == "ask";
    const bool defect = field_of(&entry, "defect") == "yes";
    for (const std::string& form : entry.forms) {
      for (std::size_t at = find_words(text, form); at != std::string_view::npos; at = find_words(text, form, at + form.size())) {
        const Span noun{said.span.begin + static_cast<std::uint32_t>(at), said.span.begin + static_cast<std::uint32_t>(at + form.size())};
        const std::size_t next = word_at(said.words, noun.end);
        const bool dated = !ask && !earlier && (raised_then(said, next) || told_to(said, noun));
        const bool follows = field_of(&entry, "follows") == "yes";
        if (!ask && !earlier && !dated && !follows) continue;
        RequestMention mention;
        mention.noun = noun;
        mention.span = noun;
        mention.by_number = next < said.words.size() && said.words[next].text.front() >= '0' && said.words[next].text.front() <= '9' &&
                            said.words[next].span.begin - noun.end <= 2 && same_word(said.words[next].text.substr(0, 1), said.words[next].text.substr(0, 1));
        if (mention.by_number) mention.span.end = said.words[next].span.end;
        const bool theirs = follows && next > 1 && whose(said, noun);
        if (!ask && !earlier && !dated && !theirs) {
          // "Inspectors found that weaknesses in … had not been dealt with"
          mention.strong = defect && inspectors && next < said.words.size();
          mention.follows = true;
          mentions.push_back(mention);
          continue;
        }
        mention.strong = ask || is_raised || (earlier && left_by(said, next)) || dated || theirs || form.find("action plan") != std::string::npos || form.find("requirement") != std::string::npos || form.find("action point") != std::string::npos || form.find("breach") != std::string::npos;
        mentions.push_back(mention);
      }
    }
  }
  // "was identified at the last inspection": the matter itself is the request
  const bool named = std::any_of(mentions.begin(), mentions.end(), [](const RequestMention& mention) { return !mention.follows; });
  if (earlier && !named && is_raised) {
    for (const Word& word : said.words)
      if (is_any(word.text, {"identified", "raised", "highlighted", "recommended", "required", "reported", "flagged", "told", "asked", "ordered"})) {
        mentions.push_back({word.span, word.span, true, false, false});
      }
  }
  // Longest noun first where two stand in one place ("areas for improvement", "areas").
  std::sort(mentions.begin(), mentions.end(), [](const RequestMention& a, const RequestMention& b) {
    return a.noun.begin != b.noun.begin ? a.noun.begin < b.noun.begin : a.noun.end > b.noun.end;
  });
  mentions.erase(std::unique(mentions.begin(), mentions.end(), [](const RequestMention& a, const RequestMention& b) { return a.noun.overlaps(b.noun); }), mentions.end());
  return mentions;
}

Verdict read_verdict(const Reading& reading, const Said& said, Span phrase) {
  Verdict verdict;
  verdict.phrase = phrase;
  const std::string_view text = reading.document.text.folded();
  const model::VocabEntry* entry = entry_of(reading.vocab, "status_verdicts", text.substr(phrase.begin, phrase.size()));
  const StatusValue base = model::status_of(field_of(entry, "value")).value_or(StatusValue::met);
  verdict.value = base;
  for (const std::string_view noun : {"progress", "compliance"})
    verdict.noun = verdict.noun || (phrase.size() >= noun.size() && same_word(text.substr(phrase.end - noun.size(), noun.size()), noun));
  const std::size_t at = word_at(said.words, phrase.begin);
  bool negative = false, full = false, almost = false, partly = false, being = false, plan = false, failing = false, aux = false, finite = false, present = false;
  std::uint32_t begin = phrase.begin;
  for (std::size_t i = at, steps = 0; i-- > 0 && steps < 9; ++steps) {
    const Word& word = said.words[i];
    const std::uint32_t next = i + 1 < said.words.size() ? said.words[i + 1].span.begin : phrase.begin;
    const std::string_view gap = text.substr(word.span.end, std::min(next, phrase.begin) - word.span.end);
    if (gap.find(';') != std::string_view::npos || gap.find(':') != std::string_view::npos || (gap.find(',') != std::string_view::npos && aux)) break;
    const std::string_view w = word.text;
    if (is_any(w, {"not", "never", "hardly", "neither", "without", "cannot", "isn't", "aren't", "wasn't", "weren't", "hasn't", "haven't", "hadn't", "didn't"})) { negative = true; aux = true; begin = word.span.begin; continue; }
    if (is_any(w, {"fully", "completely", "entirely", "wholly", "all"})) { full = true; if (!same_word(w, "all")) begin = word.span.begin; continue; }
    if (is_any(w, {"almost", "nearly", "largely", "mostly", "substantially", "broadly", "generally", "virtually", "mainly"})) { almost = true; begin = word.span.begin; continue; }
    if (is_any(w, {"partially", "partly", "part", "somewhat", "only"})) { partly = partly || !same_word(w, "only"); if (!same_word(w, "only")) begin = word.span.begin; continue; }
    if (same_word(w, "being")) { being = true; aux = true; verdict.passive = true; begin = word.span.begin; continue; }
    if (is_any(w, {"been", "was", "were", "is", "are", "be", "remain", "remains", "remained", "get", "got"})) {
      verdict.passive = true;
      aux = true;
      present = present || (!finite && is_any(w, {"is", "are"}) && !(i > 0 && is_any(said.words[i - 1].text, {"now"})));
      finite = finite || !is_any(w, {"been", "be"});
      continue;
    }
    if (is_any(w, {"has", "have", "had", "did", "do", "does"})) { aux = finite = true; continue; }
    if (same_word(w, "yet")) { failing = failing || (i + 1 < said.words.size() && same_word(said.words[i + 1].text, "to")); negative = negative || failing; continue; }
    if (same_word(w, "to")) { plan = true; aux = true; continue; }
    if (is_any(w, {"failed", "fails", "failing", "failure", "unable", "refused", "refuses"}) && plan) { failing = negative = true; begin = word.span.begin; break; }
    if (is_any(w, {"still", "has", "remains"}) && plan) { failing = negative = true; continue; }
    if (w == "May") break;
    if (is_any(w, {"will", "would", "should", "must", "could", "can", "may", "might", "shall", "needs", "need", "if", "whether", "until", "unless", "once", "when", "expected", "due", "planned", "plans", "intends", "hopes"})) {
      plan = true;
      aux = true;
      if (is_any(w, {"expected", "due", "if", "whether", "until", "unless", "once"})) break;
      continue;
    }
    if (is_any(w, {"adequately", "effectively", "sufficiently", "satisfactorily", "successfully", "properly", "since", "now", "also", "already", "either", "just", "currently", "however", "therefore", "well", "directly", "finally", "subsequently", "appropriately", "yet", "still", "even", "then", "actually", "promptly", "consistently", "always", "often", "routinely", "usually", "systematically"})) {
      continue;
    }
    break;
  }
  // "If the recommendations are implemented, …": everything up to the comma is supposed.
  for (std::size_t i = at; i-- > 0;) {
    const std::uint32_t next = i + 1 < said.words.size() ? said.words[i + 1].span.begin : phrase.begin;
    const std::string_view gap = text.substr(said.words[i].span.end, next - said.words[i].span.end);
    if (gap.find_first_of(",;:") != std::string_view::npos) break;
    // "The recommendation that doors should be locked had been achieved": the duty is another verb's.
    const bool duty = is_any(said.words[i].text, {"would", "should", "must"}) && !(finite && verdict.passive);
    if (duty || is_any(said.words[i].text, {"if", "whether", "unless", "until", "once", "how", "what", "vital", "essential", "important", "imperative", "crucial", "necessary", "ensure", "ensures", "ensuring", "sure", "hopes", "hoped", "hoping", "wants", "wanted", "urged", "urges", "expects", "confident", "check", "verify", "monitor", "can", "cannot", "could"})) { verdict.refused = true; verdict.why = "a hypothesis"; break; }
  }
  if (plan && !failing) {
    // "one will not be implemented" is as good as known; any other plan is not.
    if (!(negative && verdict.passive)) {
      verdict.refused = true;
      verdict.why = "a plan, a duty or a hypothesis";
    }
  }
  const std::string_view form = text.substr(phrase.begin, phrase.size());
  const std::string_view next_word = [&]() -> std::string_view {
    for (const Word& word : said.words)
      if (word.span.begin >= phrase.end) return word.text;
    return {};
  }();
  const auto no = [&](std::string_view why) { verdict.refused = true; verdict.why = why; };
  if ((phrase.end < said.span.end && text[phrase.end] == '-') || (phrase.begin > said.span.begin && text[phrase.begin - 1] == '-')) no("part of another word");
  // "Areas for development are identified and progressed", "are not always implemented": a habit
  // "are identified and progressed"
  if (at > 2 && same_word(said.words[at - 1].text, "and") && is_any(said.words[at - 3].text, {"is", "are"})) present = true;
  if (present && !being && is_any(form, {"implemented", "addressed", "acted on", "acted upon", "progressed", "responded to", "taken forward", "tackled", "actioned", "put in place", "dealt with", "carried out"})) no("a habit, not a finding on what was asked");
  if (same_word(form, "sustained") && !verdict.passive) no("an adjective, not a verdict");
  if (same_word(form, "complete") && !verdict.passive && at > 0 && is_any(said.words[at - 1].text, {"or", "and", "to"})) no("a verb, not a verdict");
  if (verdict.noun && is_any(next_word, {"measures", "measure", "report", "reports", "review", "reviews", "monitoring", "data", "meetings", "checks"})) no("a kind of paper");
  if (same_word(form, "open") && !next_word.empty() && !is_any(next_word, {"and", "but", "while", "or", "as", "after", "according", "with", "at", "he", "she", "they", "because"}) && text[phrase.end] == ' ') no("an adjective, not a verdict");
  for (std::size_t i = 0; i < at && i < said.words.size(); ++i)
    if (same_word(said.words[i].text, "whether") || (i == 0 && same_word(said.words[i].text, "had"))) no("a hypothesis");
  const std::string_view after = text.substr(phrase.end, std::min<std::size_t>(24, said.span.end - phrase.end));
  if (after.find(" to ") == 0 && same_word(text.substr(phrase.begin, phrase.size()), "addressed")) { verdict.refused = true; verdict.why = "sent to someone"; }
  if (after.find("in full") == 0 || after.find(" in full") == 0) full = true;
  if (after.find(" in part") == 0) partly = true;
  if (base == StatusValue::met || base == StatusValue::in_progress) {
    if (negative && (full || almost)) verdict.value = StatusValue::partly_met;
    else if (negative) verdict.value = StatusValue::not_met;
    else if (almost && base == StatusValue::met) verdict.value = StatusValue::almost_met;
    else if (partly && base == StatusValue::met) verdict.value = StatusValue::partly_met;
    else if (being && base == StatusValue::met) verdict.value = StatusValue::in_progress;
  } else if (negative && base == StatusValue::not_met) {
    verdict.refused = true;
    verdict.why = "a negated negation";
  }
  verdict.phrase.begin = begin;
  // "six unresolved", "the rest overdue", "a further five in part"
  const std::string_view previous = at > 0 ? said.words[at - 1].text : std::string_view{};
  const bool follows_count = !previous.empty() && ((previous.front() >= '0' && previous.front() <= '9') || is_any(previous, {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "rest", "others", "remainder"}));
  if (is_any(text.substr(phrase.begin, phrase.size()), {"in part", "in full"}) && !follows_count) { verdict.refused = true; verdict.why = "part of another verdict"; }
  if (base == StatusValue::not_met && is_any(text.substr(phrase.begin, phrase.size()), {"outstanding", "complete", "repeated", "ignored", "open", "unresolved", "incomplete", "overdue"})) {
    const bool stays = verdict.passive || follows_count || (at > 0 && is_any(said.words[at - 1].text, {"remain", "remains", "remained", "still"}));
    if (!stays) { verdict.refused = true; verdict.why = "an adjective, not a verdict"; }
  }
  return verdict;
}

}  // namespace muster::facts
