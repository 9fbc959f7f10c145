// Grades and verdicts of inspectors on how well something is done: an area, a grade, its scale.
#include <algorithm>
#include <charconv>

#include "facts/clauses.hpp"
#include "facts/recommendation.hpp"

namespace muster::facts {
namespace {

std::optional<int> number_of(const std::string& text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool names(const Reading& reading, std::string_view canonical) {
  return std::any_of(reading.layers.names.begin(), reading.layers.names.end(), [&](const model::Name& name) { return name.canonical == canonical; });
}

// Scale and rank of a grade; the words of the CQC's scale are Ofsted's too, so the document decides.
void scale(const Reading& reading, model::Judgement& judgement, Span grade) {
  const model::VocabEntry* entry = entry_of(reading.vocab, "grades", reading.document.text.folded(grade));
  if (entry == nullptr) return;
  judgement.scale = field_of(entry, "scale");
  judgement.rank = number_of(field_of(entry, "rank"));
  judgement.of_ranks = number_of(field_of(entry, "of"));
  if (entry->name == "requires improvement") judgement.grade = entry->name;
  const std::string area = plain(judgement.area);
  const bool question = area == "safe" || area == "effective" || area == "caring" || area == "responsive" || area == "well-led" || area == "well led";
  if (field_of(entry, "cqc") == "yes" && (question || (names(reading, "CQC") && !names(reading, "Ofsted")))) judgement.scale = "cqc-4";
  if (names(reading, "HM Inspectorate of Prisons") && judgement.scale == "ofsted-4") judgement.scale = "other";
}

Span area_before(const Reading& reading, Span sentence, std::uint32_t at) {
  // The subject: back to the reporting words, a conjunction or the sentence's begin.
  const std::vector<Word> words = words_of(reading.document, {sentence.begin, at});
  std::size_t i = words.size();
  const std::string_view text = reading.document.text.folded();
  while (i > 0) {
    const Word& word = words[i - 1];
    const bool told = same_word(word.text, "that") && i > 1 && is_any(words[i - 2].text, {"said", "says", "found", "finds", "concluded", "concludes", "reported", "reports", "reveals", "revealed", "shows", "showed", "noted", "stated", "confirmed"});
    if ((told || is_any(word.text, {"said", "says", "say", "found", "but", "while", "although", "because", "and", "when", "if", "after", "whereas"})) && i < words.size()) {
      if (same_word(word.text, "and") && i > 1 && words.size() - i < 5) { --i; continue; }
      break;
    }
    const std::uint32_t next = i < words.size() ? words[i].span.begin : at;
    const std::string_view gap = text.substr(word.span.end, next - word.span.end);
    if (gap.find(',') != std::string_view::npos || gap.find(';') != std::string_view::npos || gap.find(':') != std::string_view::npos || gap.find('"') != std::string_view::npos) {
      if (i < words.size()) break;
    }
    --i;
  }
  if (i >= words.size()) return {at, at};
  return trimmed(reading.document, {words[i].span.begin, words.back().span.end}, "\"',");
}

// "Larkfield Academy, which was in special measures, is now": the name before the clause about it.
Span subject_before(const Reading& reading, Span sentence, std::uint32_t at) {
  Span area = area_before(reading, sentence, at);
  const std::vector<Word> words = words_of(reading.document, area);
  if (!words.empty() && is_any(words.front().text, {"which", "who", "whose"}) && words.front().span.begin > sentence.begin + 2) {
    const std::uint32_t stop = trimmed(reading.document, {sentence.begin, words.front().span.begin}, ", ").end;
    const Span before = area_before(reading, sentence, stop);
    if (!before.empty()) return before;
  }
  return area;
}

// "It was rated good": what the sentence before is about. Empty if that names nothing.
Span named_before(const Reading& reading, std::uint32_t sentence) {
  if (sentence == 0) return {};
  const Span before = reading.layers.sentences[sentence - 1].span;
  if (reading.layers.sentences[sentence - 1].block != reading.layers.sentences[sentence].block) return {};
  const model::Name* name = name_in(reading.layers, before, {model::NameKind::body});
  return name == nullptr || name->generic ? Span{} : name->span;
}

// What is inspected as a whole: a school, a home, a service; or a proper name.
bool whole_body(const Reading& reading, Span area) {
  const std::vector<Word> words = words_of(reading.document, area);
  if (words.empty() || words.size() > 10) return false;
  if (std::any_of(words.begin(), words.end(), [](const Word& word) {
        return is_any(word.text, {"school", "college", "nursery", "academy", "home", "provider", "hospital", "trust", "centre", "center", "pre-school", "university", "provision", "surgery", "practice", "primary", "infants", "juniors"});
      })) return !is_any(words.back().text, {"behaviour", "attendance", "care", "support", "teaching", "morale", "provision", "quality", "safety", "leadership", "training", "staff", "food", "environment"}) || same_word(words.front().text, "this");
  return words.back().text.front() >= 'A' && words.back().text.front() <= 'Z' && words.size() > 1;
}

// "The force has made slow progress in …" in a report: the subject is who is inspected.
bool progress_of_body(const Reading& reading, Span sentence, std::uint32_t at) {
  const std::vector<Word> words = words_of(reading.document, {sentence.begin, at});
  if (words.empty() || words.size() > 9 || is_any(words.front().text, {"while", "although", "despite", "whilst", "since"})) return false;
  return std::any_of(words.begin(), words.end(), [](const Word& word) {
    return is_any(word.text, {"council", "authority", "partnership", "trust", "force", "prison", "partners", "leaders", "service", "school", "college", "provider", "department", "agency", "board"});
  });
}

// "2. Respect", and its grade alone in the block below.
Span area_above(const Reading& reading, std::size_t block) {
  const auto& blocks = reading.document.blocks;
  for (std::size_t i = block; i-- > 0 && block - i <= 3;) {
    if (!blocks[i].readable()) continue;
    Span area = trimmed(reading.document, blocks[i].content, " .:|0123456789");
    if (area.empty() || area.size() > 130) return {};
    std::string text = plain(reading.document.text.folded(area));
    if (text.ends_with(')')) if (const std::size_t open = text.rfind(" ("); open != std::string::npos) text.resize(open);
    if (entry_of(reading.vocab, "judged_areas", text) != nullptr) return area;
    for (const std::string_view begin : {"the effectiveness of ", "the quality of ", "the experiences and progress of ", "how well ", "the impact of ", "outcomes for ", "leadership and ", "overall effectiveness", "how much progress "})
      if (text.starts_with(begin)) return area;
    return {};
  }
  return {};
}

// "Inadequate at its last inspection", "was judged good in 2013" in a report: another inspection's grade.
bool recalled(const Reading& reading, const model::Match& match, Span sentence, bool report) {
  const std::string_view after = reading.document.text.folded({match.span.end, sentence.end});
  const std::string_view before = reading.document.text.folded({sentence.begin, match.span.begin});
  for (const std::string_view words : {"last inspection", "previous inspection", "last inspected", "previous report", "most recent ofsted", "predecessor"})
    if (find_words(after, words) != std::string_view::npos || find_words(before, words) != std::string_view::npos) return find_words(before, "since") == std::string_view::npos || report;
  if (!report) return false;
  const std::string_view verb = reading.document.text.folded(match.group("verb"));
  const bool past = find_words(verb, "was") != std::string_view::npos || find_words(verb, "were") != std::string_view::npos || find_words(verb, "been") != std::string_view::npos;
  return past && find_words(verb, "now") == std::string_view::npos && find_words(before, "overall") == std::string_view::npos && find_words(after, "overall") == std::string_view::npos;
}

// "Schools that were blamed for …": the name without what is told of it.
Span bare_subject(const Reading& reading, Span subject) {
  const std::vector<Word> words = words_of(reading.document, subject);
  for (std::size_t i = 1; i < words.size(); ++i)
    if (is_any(words[i].text, {"which", "that", "who", "at", "whose"})) return {subject.begin, words[i - 1].span.end};
  return subject;
}

}  // namespace

void make_judgements(const Reading& reading, model::Drafts& drafts, std::vector<Refusal>* refusals) {
  std::optional<Author> author;   // told from the whole document, so only where something is graded
  for (const model::Match& match : reading.matches) {
    if (match.makes("fact") != "judgement") continue;
    const Span sentence = reading.layers.sentences[match.sentence].span;
    if (is_question(reading.document, sentence) && match.makes("how") != "row") { refuse(refusals, match, "a question"); continue; }
    const Span grade = match.group("grade");
    const model::Speech* speech = speech_at(reading.layers, grade.begin);
    const std::vector<Word> speaker = speech == nullptr ? std::vector<Word>{} : words_of(reading.document, speech->speaker);
    const bool audit = std::any_of(speaker.begin(), speaker.end(), [](const Word& word) { return official_noun(word.text); });
    if (speech != nullptr && !speech->official && !audit && !speech->speaker_name.empty() && match.makes("opinion") == "no") {
      refuse(refusals, match, "someone's opinion");
      continue;
    }
    model::Judgement judgement;
    judgement.evidence = evidence_of(reading, match.sentence, *match.rule);
    judgement.focus = match.span;
    judgement.grade = plain(reading.document.text.utf8(grade));
    const std::string fixed = made(reading, match, "grade");
    if (!fixed.empty() && match.makes("grade").front() != '{') judgement.grade = fixed;
    Span area = match.group("aspect").empty() ? match.group("area") : match.group("aspect");
    const std::string_view how = match.makes("how");
    if (how == "below") {
      area = area_above(reading, reading.layers.sentences[match.sentence].block);
      if (area.empty()) { refuse(refusals, match, "no area of an inspection stands above it"); continue; }
    }
    const std::string fixed_area = match.makes("area").empty() || match.makes("area").front() == '{' ? std::string{} : std::string(match.makes("area"));
    if (area.empty() && fixed_area.empty()) area = bare_subject(reading, subject_before(reading, sentence, match.group("verb").empty() ? match.span.begin : match.group("verb").begin));
    if (const std::vector<Word> it = words_of(reading.document, area); how == "graded" && it.size() == 1 && is_any(it.front().text, {"it", "they"})) {
      area = named_before(reading, match.sentence);
      if (area.empty()) { refuse(refusals, match, "nothing is named that is graded"); continue; }
    }
    judgement.area = fixed_area.empty() ? reading.document.text.string(trimmed(reading.document, area, "\"',:|.?\t-*")) : fixed_area;
    judgement.scale = match.makes("scale").empty() ? "other" : std::string(match.makes("scale"));
    judgement.rank = number_of(std::string(match.makes("rank")));
    judgement.of_ranks = number_of(std::string(match.makes("of_ranks")));
    if (match.makes("scale").empty()) scale(reading, judgement, grade);
    if (how == "send") {
      judgement.rank = !match.group("positive").empty() ? 1 : match.group("grave").empty() ? 2 : 3;
      judgement.of_ranks = 3;
      judgement.grade = *judgement.rank == 1 ? "typically positive" : *judgement.rank == 2 ? "inconsistent" : "widespread failings";
    }
    if (match.makes("plain") == "yes" && match.span.end == grade.end && !whole_body(reading, area)) { refuse(refusals, match, "no school or service is graded"); continue; }
    if (const Span previous = match.group("previous"); !previous.empty()) judgement.previous = plain(reading.document.text.utf8(previous));
    judgement.confidence = speech != nullptr && speech->official ? model::Confidence::high : model::Confidence::medium;
    // "The soup was rated good": a common word is a grade only where inspectors are spoken of.
    const bool common = is_any(judgement.grade, {"good", "very good", "fair", "poor", "excellent", "outstanding", "satisfactory", "adequate", "weak", "exceptional", "failing"});
    if (match.makes("how") == "graded" && common && judgement.previous.empty() && !speaks_of_oversight(reading.document) &&
        std::none_of(reading.layers.names.begin(), reading.layers.names.end(), [](const model::Name& name) { return name.kind == model::NameKind::inspectorate; })) {
      refuse(refusals, match, "nobody is said to inspect");
      continue;
    }
    if ((how == "measures" || (how == "graded" && match.makes("plain") != "yes")) && find_words(reading.document.text.folded({match.span.end, sentence.end}), "is now") != std::string_view::npos) { refuse(refusals, match, "an earlier grade"); continue; }
    if (how == "progress") {
      if (!author) author = author_of(reading, drafts);
      if (author->reports && !progress_of_body(reading, sentence, match.span.begin)) { refuse(refusals, match, "a remark of the report, no grade"); continue; }
    }
    if (how == "graded") {
      if (!author) author = author_of(reading, drafts);
      if (recalled(reading, match, sentence, author->inspects) && judgement.previous.empty()) { refuse(refusals, match, "an earlier grade"); continue; }
      if (const std::vector<Word> first = words_of(reading.document, area); !first.empty() && is_any(first.front().text, {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "both", "some", "most", "many", "none", "these", "all"})) {
        refuse(refusals, match, "a count, not a grade of one thing");
        continue;
      }
      if (const std::vector<Word> told = words_of(reading.document, area); std::any_of(told.begin(), told.end(), [](const Word& word) { return is_any(word.text, {"are", "is", "were", "was"}); })) {
        refuse(refusals, match, "another clause stands before the grade");
        continue;
      }
      const std::vector<Word> lead = words_of(reading.document, {sentence.begin, area.begin});
      if (!lead.empty() && is_any(lead.back().text, {"since", "when", "after", "although", "before"})) { refuse(refusals, match, "an earlier grade"); continue; }
      const std::vector<Word> inside = words_of(reading.document, area);
      if (std::any_of(inside.begin(), inside.end(), [](const Word& word) { return is_any(word.text, {"since", "when"}); })) { refuse(refusals, match, "an earlier grade"); continue; }
    }
    if (judgement.area.empty()) { refuse(refusals, match, "nothing is said to be graded"); continue; }
    const std::vector<Word> words = words_of(reading.document, area);
    if (!words.empty() && words.size() == 1 && is_any(words.front().text, {"he", "she", "i", "we", "you", "this", "there", "who", "which", "as", "that", "it", "they"})) { refuse(refusals, match, "nothing is said to be graded"); continue; }
    const bool printed = how == "row" || how == "below" || how == "send";   // a table, and the same once more over a section
    const bool same = std::any_of(drafts.judgements.begin(), drafts.judgements.end(), [&](const model::Judgement& other) {
      const std::string ours = plain(judgement.area), theirs = plain(other.area);
      if (printed && other.grade == judgement.grade && (ours == theirs || find_words(ours, theirs) != std::string::npos || find_words(theirs, ours) != std::string::npos)) return true;
      return other.evidence.quote == judgement.evidence.quote && other.grade == judgement.grade && (plain(other.area) == plain(judgement.area) || other.focus.overlaps(judgement.focus));
    });
    if (same) { refuse(refusals, match, "said already"); continue; }
    drafts.judgements.push_back(std::move(judgement));
  }
}

}  // namespace muster::facts
