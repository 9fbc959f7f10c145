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

// "NHS trusts which were heavily criticised for …": the name without what is told of it.
Span bare_subject(const Reading& reading, Span subject) {
  const std::vector<Word> words = words_of(reading.document, subject);
  for (std::size_t i = 1; i < words.size(); ++i)
    if (is_any(words[i].text, {"which", "that", "who", "at", "whose"})) return {subject.begin, words[i - 1].span.end};
  return subject;
}

}  // namespace

void make_judgements(const Reading& reading, model::Drafts& drafts, std::vector<Refusal>* refusals) {
  for (const model::Match& match : reading.matches) {
    if (match.makes("fact") != "judgement") continue;
    const Span sentence = reading.layers.sentences[match.sentence].span;
    if (is_question(reading.document, sentence) && match.makes("how") != "row") { refuse(refusals, match, "a question"); continue; }
    const Span grade = match.group("grade");
    const model::Speech* speech = speech_at(reading.layers, grade.begin);
    if (speech != nullptr && !speech->official && !speech->speaker_name.empty() && match.makes("opinion") == "no") {
      refuse(refusals, match, "someone's opinion");
      continue;
    }
    model::Judgement judgement;
    judgement.evidence = evidence_of(reading, match.sentence, *match.rule);
    judgement.focus = match.span;
    judgement.grade = plain(reading.document.text.utf8(grade));
    const std::string fixed = made(reading, match, "grade");
    if (!fixed.empty() && match.makes("grade").front() != '{') judgement.grade = fixed;
    Span area = match.group("area");
    const std::string fixed_area = match.makes("area").empty() || match.makes("area").front() == '{' ? std::string{} : std::string(match.makes("area"));
    if (area.empty() && fixed_area.empty()) area = bare_subject(reading, area_before(reading, sentence, match.group("verb").empty() ? match.span.begin : match.group("verb").begin));
    judgement.area = fixed_area.empty() ? reading.document.text.string(trimmed(reading.document, area, "\"',:|.?\t-*")) : fixed_area;
    judgement.scale = match.makes("scale").empty() ? "other" : std::string(match.makes("scale"));
    judgement.rank = number_of(std::string(match.makes("rank")));
    judgement.of_ranks = number_of(std::string(match.makes("of_ranks")));
    if (match.makes("scale").empty()) scale(reading, judgement, grade);
    if (const Span previous = match.group("previous"); !previous.empty()) judgement.previous = plain(reading.document.text.utf8(previous));
    judgement.confidence = speech != nullptr && speech->official ? model::Confidence::high : model::Confidence::medium;
    // "The soup was rated good": a common word is a grade only where inspectors are spoken of.
    const bool common = is_any(judgement.grade, {"good", "very good", "fair", "poor", "excellent", "outstanding", "satisfactory", "adequate", "weak", "exceptional", "failing"});
    if (match.makes("how") == "graded" && common && judgement.previous.empty() && !speaks_of_oversight(reading.document) &&
        std::none_of(reading.layers.names.begin(), reading.layers.names.end(), [](const model::Name& name) { return name.kind == model::NameKind::inspectorate; })) {
      refuse(refusals, match, "nobody is said to inspect");
      continue;
    }
    if (match.makes("how") == "graded") {
      const std::vector<Word> lead = words_of(reading.document, {sentence.begin, area.begin});
      if (!lead.empty() && is_any(lead.back().text, {"since", "when", "after", "although", "before"})) { refuse(refusals, match, "an earlier grade"); continue; }
      const std::vector<Word> inside = words_of(reading.document, area);
      if (std::any_of(inside.begin(), inside.end(), [](const Word& word) { return is_any(word.text, {"since", "when"}); })) { refuse(refusals, match, "an earlier grade"); continue; }
    }
    if (judgement.area.empty()) { refuse(refusals, match, "nothing is said to be graded"); continue; }
    const std::vector<Word> words = words_of(reading.document, area);
    if (!words.empty() && words.size() == 1 && is_any(words.front().text, {"he", "she", "i", "we", "you", "this", "there", "who", "which"})) { refuse(refusals, match, "nothing is said to be graded"); continue; }
    const bool same = std::any_of(drafts.judgements.begin(), drafts.judgements.end(), [&](const model::Judgement& other) {
      return other.evidence.quote == judgement.evidence.quote && other.grade == judgement.grade && (plain(other.area) == plain(judgement.area) || other.focus.overlaps(judgement.focus));
    });
    if (same) { refuse(refusals, match, "said already"); continue; }
    drafts.judgements.push_back(std::move(judgement));
  }
}

}  // namespace muster::facts
