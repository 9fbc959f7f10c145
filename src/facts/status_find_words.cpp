// What the sentence around a verdict says of whose it is: the set in front, a deed by its name, a thing that is counted
// and is no request.
#include "facts/status_find_words.hpp"

#include <algorithm>

namespace muster::facts {

namespace {

// Whether a word of the form begins with the stem.
bool find_stem(std::string_view form, std::string_view stem) {
  for (std::size_t at = 0; at + stem.size() <= form.size(); ++at)
    if ((at == 0 || form[at - 1] == ' ') && same_word(form.substr(at, stem.size()), stem)) return true;
  return false;
}

}   // namespace

// "The owner sent us an action plan after that visit."
bool sends_a_plan(const Said& said) {
  for (std::size_t i = 1; i + 1 < said.words.size(); ++i)
    if (said.is(i, {"action", "improvement", "compliance"}) && said.is(i + 1, {"plan", "plans"}))
      for (std::size_t k = 0; k < i; ++k)
        if (said.is(k, {"sent", "submitted", "provided", "gave", "returned"})) return true;
  return false;
}

bool names_recommendations(const Said& said) { return said.has(WordKind::speaks_of_requests); }

// "… should encourage ongoing work": what is asked now, or a verdict too far from the sentence's begin.
bool asks_now(const Said& said, const Verdict& verdict, bool of_a_set) {
  std::size_t before = 0;
  for (; before < said.words.size() && said.words[before].span.begin < verdict.phrase.begin; ++before)
    if (said.is(before, WordKind::duty_word) || said.is(before, {"need", "needs", "recommended"})) return true;
  return !of_a_set && before > 16;
}

std::optional<Said> set_of_size(const Reading& reading, const Said& said, double size) {
  constexpr std::uint32_t furthest = 30;   // sentences
  const auto& quantities = reading.layers.quantities;
  const auto& sentences = reading.layers.sentences;
  for (std::uint32_t step = 1; step <= furthest && step <= said.index; ++step) {
    const Span span = sentences[said.index - step].span;
    std::optional<Said> before;   // read once, and only where the number stands
    for (auto at = std::partition_point(quantities.begin(), quantities.end(),
                                        [&](const model::Quantity& q) { return q.span.begin < span.begin; });
         at != quantities.end() && at->span.begin < span.end; ++at) {
      const bool whole = at->kind == model::QuantityKind::count && at->low == size && at->high == size;
      if (!whole && !(at->kind == model::QuantityKind::share && at->total == size)) continue;
      if (!before) before = read_sentence(reading, said.index - step);
      const std::size_t behind = before->word_at(std::max(at->span.end, at->number.end));
      for (std::size_t k = behind; k < before->words.size() && k < behind + 4; ++k) {
        const RequestNoun* noun = reading.lexicon.status_words().noun(before->words[k].text);
        if (noun != nullptr && !noun->owned && (noun->ask || noun->defect || noun->follows)) return before;
        if (!before->joined(k)) break;
      }
    }
  }
  return std::nullopt;
}

const RequestMention* named_behind(const Reading& reading, const Said& said,
                                   const std::vector<RequestMention>& mentions, std::uint32_t from) {
  std::size_t k = said.word_at(from);
  bool verdicts = false;
  const auto joins = [&](std::size_t i) {
    if (said.is(i, Role::number) || said.is(i, Role::fully) || said.is(i, Role::adverb) || said.is(i, Role::negation) ||
        said.is(i, {"and", "of", "the", "its", "their", "our", "all", "partially", "partly", "substantially", "largely",
                    "has", "have", "had"}))
      return true;
    if (!reading.lexicon.word_kinds().is(said.words[i].text, WordKind::carrying_out_past)) return false;
    return verdicts = true;
  };
  while (k < said.words.size() && joins(k)) ++k;
  if (!verdicts || k >= said.words.size()) return nullptr;
  for (const RequestMention& mention : mentions)
    if (mention.strong && mention.span.begin <= said.words[k].span.begin &&
        said.words[k].span.begin <= mention.noun.begin)
      return &mention;
  return nullptr;
}

// "Of the inquiry's 64 recommendations, …": the set stands before the sentence's own subject.
const RequestMention* fronted(const Reading& reading, const Said& said, const std::vector<RequestMention>& mentions) {
  std::size_t i = 0;
  if (said.is(0, Role::number) && !said.joined(0) && said.is(1, {"of"}))
    ++i;   // "4. Of the 13 recommendations": a paragraph's number
  while (said.is(i, {"but", "however", "and", "out", "overall", "yet"})) ++i;
  if (!said.is(i, {"of"})) return nullptr;
  const std::string_view text = reading.document.text.folded();
  const std::size_t comma = text.substr(0, said.span.end).find(',', said.span.begin);
  for (const RequestMention& mention : mentions)
    if (mention.strong && ((comma != std::string_view::npos && mention.noun.end <= comma) ||
                           said.is(said.word_at(mention.noun.end), {"the", "it", "they", "only", "just"})))
      return &mention;
  return nullptr;
}

// "9 achieved, 4 partially achieved, 11 not achieved": three figures with grades, one of them short of done
bool lists_grades(const Reading& reading, const Said& said) {
  const StatusWords& lists = reading.lexicon.status_words();
  const std::string_view text = reading.document.text.folded();
  std::size_t grades = 0;
  bool short_of = false, done = false;
  for (std::size_t i = 0; i + 1 < said.words.size(); ++i) {
    if (!said.is(i, Role::number)) continue;
    for (std::size_t last = i + 1; last < said.words.size() && last < i + 5 && said.joined(last - 1); ++last) {
      if (last + 1 < said.words.size() && said.joined(last) && !said.is(last + 1, {"and"})) continue;
      const auto value = lists.scale(between(text, said.words[i + 1].span.begin, said.words[last].span.end));
      if (!value) continue;
      ++grades;
      done = done || *value == model::StatusValue::met;
      short_of = short_of || *value == model::StatusValue::partly_met || *value == model::StatusValue::not_met;
      break;
    }
  }
  return grades >= 3 && short_of && done;
}

// "good progress in three areas, reasonable progress in four and insufficient progress in two": three degrees of
// progress, each with how many, one of them short of done
bool lists_progress(const Reading& reading, const Said& said) {
  const StatusWords& lists = reading.lexicon.status_words();
  const std::string_view text = reading.document.text.folded();
  std::size_t degrees = 0;
  bool short_of = false;
  for (std::size_t i = 1; i + 2 < said.words.size(); ++i) {
    if (!said.is(i, {"progress"}) || !said.is(i + 1, {"in", "on", "against", "with", "for"}) ||
        !said.is(i + 2, Role::number))
      continue;
    std::optional<model::StatusValue> value = lists.degree(said.words[i - 1].text);
    if (!value && i > 1) value = lists.degree(between(text, said.words[i - 2].span.begin, said.words[i - 1].span.end));
    if (!value) continue;
    ++degrees;
    short_of = short_of || *value == model::StatusValue::partly_met || *value == model::StatusValue::not_met;
  }
  return degrees >= 3 && short_of;
}

std::vector<RequestMention> named_in(const Reading& reading, const Said& said) {
  std::vector<RequestMention> named = requests_in(reading, said);
  std::erase_if(named, [](const RequestMention& mention) { return mention.look; });
  return named;
}

// Only what is delivered on, acted on or ignored is "the report" itself.
bool takes_a_look(const Reading& reading, const RequestMention& look, const Verdict& verdict) {
  constexpr std::uint32_t close = 25;   // "the 2013 report has been acted on"
  if (look.noun.begin < verdict.phrase.end && !(verdict.passive && look.noun.end + close > verdict.phrase.begin))
    return false;
  const std::string_view form = reading.document.text.folded(verdict.phrase);
  // "insufficient progress has been made against the 2022 report"
  if (verdict.noun && look.noun.begin >= verdict.phrase.end &&
      (find_words(between(reading.document.text.folded(), verdict.phrase.end, look.noun.begin), "against") !=
           std::string_view::npos ||
       find_words(between(reading.document.text.folded(), verdict.phrase.end, look.noun.begin), "responding to") !=
           std::string_view::npos))
    return true;
  // "nothing had been done about the coroner's report"
  if (look.noun.begin >= verdict.phrase.end && find_stem(form, "done") &&
      reading.document.text.folded(Span{verdict.phrase.end, look.noun.begin}).starts_with(" about "))
    return true;
  for (const std::string_view verb : {"implement", "deliver", "act", "acted", "respond", "heed", "ignor", "made good",
                                      "lived up", "follow", "comply", "complied"})
    if (find_stem(form, verb)) return true;
  return false;
}

std::optional<std::string> named_by_heading(const Reading& reading, const Said& said, Span noun) {
  const std::size_t at = said.word_at(noun.begin);
  const std::int32_t heading = reading.document.blocks[reading.layers.sentences[said.index].block].heading;
  if (at == 0 || !said.is(at - 1, {"this", "the"}) || heading < 0) return std::nullopt;
  const Span title = reading.document.blocks[static_cast<std::size_t>(heading)].content;
  const std::string_view text = reading.document.text.folded();
  if (title.size() <= noun.size() ||
      !same_word(text.substr(title.begin, noun.size()), plain(text.substr(noun.begin, noun.size()))))
    return std::nullopt;
  const std::string_view behind = text.substr(title.begin + noun.size(), 2);   // "Priority area 3", "Priority area: …"
  if (behind.front() != ':' && !(behind.front() == ' ' && behind.back() >= '0' && behind.back() <= '9'))
    return std::nullopt;
  return reading.document.text.string(title);
}

// "the exercise is yet to begin", "those repairs have been made": what was asked for by the name of the doing
bool names_a_deed(const Said& said) {
  constexpr std::size_t most = 14;
  for (std::size_t k = 0; k + 1 < said.words.size() && k < most; ++k)
    if (said.is(k, {"the", "this", "that", "these", "those", "such"}) && said.is(k + 1, WordKind::deed_asked_for) &&
        (said.is(k + 2, Role::auxiliary) || k + 2 == said.words.size()))
      return true;
  return false;
}

// "108 of the 120 investigations were started": what was counted is named, and is no request
bool counts_other_things(const Reading& reading, const Said& said, const Counted& counted, const Verdict& verdict) {
  if (!counted.count || counted.used == 0 || verdict.noun) return false;
  // "Of every 100 calls, 72 were picked up": what stands in front is counted
  if (said.is(0, {"of"}) && (said.is(1, Role::number) || said.is(2, Role::number))) {
    std::size_t k = said.is(1, Role::number) ? 2 : 3;
    bool request = false;
    for (; k < said.words.size() && said.joined(k - 1); ++k)
      request = request || reading.lexicon.status_words().noun(said.words[k].text) != nullptr ||
                said.is(k, WordKind::speaks_of_requests) || said.is(k, {"them", "these", "those"});
    if (!request && k > 2 && k < said.words.size() && said.words[k].span.begin < verdict.phrase.begin) return true;
  }
  std::size_t i = said.word_at(counted.used);
  if (i == 0) return false;
  // "The team now oversees annual reviews, yet more than 900 are overdue": so many things, no requests
  constexpr double many_things = 150;
  if (*counted.count > many_things && !counted.of) return true;
  // "We examined 60 assessments and found that 54 were done on time": of a sample
  if (counted.number)
    for (std::size_t k = 0; k + 1 < i && said.words[k].span.end < *counted.number; ++k)
      if (said.is(k, WordKind::samples) && said.is(k + 1, Role::number)) return true;
  for (; i < said.words.size() && said.words[i].span.end <= verdict.phrase.begin; ++i) {
    if (said.is(i, Role::auxiliary) || !said.joined(i - 1)) return false;
    const std::string_view word = said.words[i].text;
    if (reading.lexicon.status_words().noun(word) != nullptr) return false;
    if (said.is(i, WordKind::counted_otherwise)) return true;
    if (verdict.passive && word.size() > 4 && word.back() == 's' && word.find('\'') == std::string_view::npos &&
        !said.is(i, {"others", "these", "those"}) && said.is(i + 1, Role::auxiliary))
      return true;
  }
  return false;
}

// "homes that did not meet minimum standards": the verdict's clause is about a thing that nobody asked for
bool said_of_another(const Reading& reading, const Said& said, const Verdict& verdict) {
  const std::size_t at = said.word_at(verdict.phrase.begin);
  return at > 1 && said.is(at - 1, {"that", "which", "who"}) && said.joined(at - 1) && said.joined(at - 2) &&
         said.roles[at - 2] == 0 && reading.lexicon.status_words().noun(said.words[at - 2].text) == nullptr;
}

bool keeps_it(const Reading& reading, const Said& said, const RequestMention& duty, const Verdict& verdict) {
  std::string_view form = reading.document.text.folded(verdict.phrase);
  for (const std::string_view degree : {" in full", " in part"})   // "met in full"
    if (form.ends_with(degree)) form.remove_suffix(degree.size());
  while (!reading.lexicon.word_kinds().is(form, WordKind::keeps_a_duty)) {   // "largely been complied with"
    const std::size_t space = form.find(' ');
    if (space == std::string_view::npos) return false;
    form.remove_prefix(space + 1);
  }
  if (duty.noun.begin >= verdict.phrase.end) return true;
  if (!verdict.passive) return false;
  // "An instruction to write to victims when a case is shut has been met": the subject opens the sentence.
  const std::size_t at = said.word_at(verdict.phrase.begin), noun = said.word_at(duty.noun.begin);
  const bool whole = noun < 3 && at > 1 && said.is(at - 1, {"been"}) && said.is(at - 2, {"has", "have", "had"});
  for (std::size_t k = said.word_at(duty.noun.end); k < at && k < said.words.size(); ++k)
    if (said.is(k, {"whose", "who", "which", "that", "and", "while"}) || (!whole && said.is(k, {"where", "when"})))
      return false;
  return true;
}

bool corrects(const Reading& reading, const Said& said, const Verdict& verdict) {
  const std::string_view form = reading.document.text.folded(verdict.phrase);
  const std::size_t space = form.rfind(' ');
  const std::string_view last = space == std::string_view::npos ? form : form.substr(space + 1);
  if (!is_any(last, {"corrected", "cleared", "rectified", "remedied", "cured", "abated", "right"})) return false;
  for (std::size_t k = said.word_at(verdict.phrase.begin), steps = 0; k-- > 0 && steps < 5; ++steps)
    if (said.is(k, {"has", "have", "had", "was", "were"})) return true;
  return said.is(said.word_at(verdict.phrase.begin), {"has", "have", "had", "was", "were"});
}

bool many_words_before(const Said& said, const Verdict& verdict) {
  constexpr std::size_t brief = 7;
  return said.word_at(verdict.phrase.begin) > brief;
}

// "An audit of referrals found …", "A peer review had identified …": not this inspection, not inspectors
bool a_look_found(const Said& said) {
  for (std::size_t i = 1; i < said.words.size() && i < 8; ++i) {
    if (!said.is(i, Role::look) || said.is(i, WordKind::looking_people) || said.is(i, {"inspection"}) ||
        said.is(i - 1, {"this", "these"}))
      continue;
    for (std::size_t k = i + 1; k < i + 9; ++k)
      if (said.is(k, WordKind::finding_verb) && !said.is(k - 1, {"to", "not"})) return true;
  }
  return false;
}

// "while the other, on lifts, has …": a clause about a single one.
bool one_of_them(const Said& said, std::uint32_t from, std::uint32_t until) {
  for (std::size_t i = said.word_at(from); i + 2 < said.words.size() && said.words[i + 1].span.end < until; ++i)
    if (said.is(i, {"those"}) && said.is(i + 1, {"on", "about", "concerning", "regarding"}) && i > 0 &&
        (!said.joined(i - 1) || said.is(i - 1, {"and", "but", "while", "whereas", "although", "though"})))
      return true;
    else if (said.is(i, {"the"}) && said.is(i + 1, WordKind::ordinal_word) &&
             (i == 0 || !said.joined(i - 1) || said.is(i - 1, {"and", "but", "while", "whereas", "although"})))
      return !said.joined(i + 1) || said.is(i + 2, Role::auxiliary) ||
             said.is(i + 2, {"on", "about", "to", "concerning", "regarding", "that", "for"});
  return false;
}

}   // namespace muster::facts
