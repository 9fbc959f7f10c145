// What a grade is of: the words before it, the heading above it, the name in the sentence before; and its scale.
#include <algorithm>
#include <charconv>

#include "facts/judgement.hpp"
#include "facts/recommendation.hpp"

namespace muster::facts {
namespace {

bool names(const Reading& reading, std::string_view canonical) {
  auto& known = reading.remembered.named;
  if (!known) {
    known.emplace();
    for (const model::Name& name : reading.layers.names) known->insert(name.canonical);
  }
  return known->contains(canonical);
}

}  // namespace

std::optional<int> number_of(const std::string& text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

namespace {

// "Good" is the third of six for one inspectorate and the second of four for another.
bool rank_on_own_scale(const Reading& reading, model::Judgement& judgement) {
  const model::VocabList* list = reading.vocab.find("grade_scales");
  if (list == nullptr || names(reading, "Ofsted") || names(reading, "CQC")) return false;
  for (const model::VocabEntry& entry : list->entries) {
    const std::string ranks = field_of(&entry, "ranks"), users = field_of(&entry, "inspectorates");
    const auto form = std::find(entry.forms.begin(), entry.forms.end(), judgement.grade);
    const auto at = static_cast<std::size_t>(form - entry.forms.begin());
    if (form == entry.forms.end() || at >= ranks.size()) continue;
    for (std::size_t from = 0; from <= users.size();) {
      const std::size_t end = std::min(users.find(';', from), users.size());
      if (names(reading, std::string_view(users).substr(from, end - from))) {
        judgement.scale = "other";
        judgement.rank = ranks[at] - '0';
        judgement.of_ranks = *std::max_element(ranks.begin(), ranks.end()) - '0';
        return true;
      }
      from = end + 1;
    }
  }
  return false;
}

}  // namespace

// Scale and rank of a grade; the words of the CQC's scale are Ofsted's too, so the document decides.
void scale(const Reading& reading, model::Judgement& judgement, Span grade) {
  const model::VocabEntry* entry = entry_of(reading, "grades", reading.document.text.folded(grade));
  if (entry == nullptr) return;
  judgement.scale = field_of(entry, "scale");
  judgement.rank = number_of(field_of(entry, "rank"));
  judgement.of_ranks = number_of(field_of(entry, "of"));
  if (entry->name == "requires improvement") judgement.grade = entry->name;
  if (rank_on_own_scale(reading, judgement)) return;
  const std::string area = plain(judgement.area);
  const bool question = area == "safe" || area == "effective" || area == "caring" || area == "responsive" ||
                        area == "well-led" || area == "well led";
  if (field_of(entry, "cqc") == "yes" && (question || (names(reading, "CQC") && !names(reading, "Ofsted"))))
    judgement.scale = "cqc-4";
  if (names(reading, "HM Inspectorate of Prisons") && judgement.scale == "ofsted-4") judgement.scale = "other";
}

Span area_before(const Reading& reading, Span sentence, std::uint32_t at) {
  // The subject: back to the reporting words, a conjunction or the sentence's begin.
  const std::vector<Word> words = words_of(reading.document, {sentence.begin, at});
  std::size_t i = words.size();
  const std::string_view text = reading.document.text.folded();
  while (i > 0) {
    const Word& word = words[i - 1];
    const bool told =
        same_word(word.text, "that") && i > 1 &&
        is_any(words[i - 2].text, {"said", "says", "found", "finds", "concluded", "concludes", "reported", "reports",
                                   "reveals", "revealed", "shows", "showed", "noted", "stated", "confirmed"});
    if ((told || is_any(word.text, {"said", "says", "say", "found", "but", "while", "although", "because", "and",
                                    "when", "if", "after", "whereas"})) &&
        i < words.size()) {
      if (same_word(word.text, "and") && i > 1 && words.size() - i < 5) { --i; continue; }
      break;
    }
    const std::uint32_t next = i < words.size() ? words[i].span.begin : at;
    const std::string_view gap = between(text, word.span.end, next);
    if (gap.find(',') != std::string_view::npos || gap.find(';') != std::string_view::npos ||
        gap.find(':') != std::string_view::npos || gap.find('"') != std::string_view::npos) {
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
  if (!words.empty() && is_any(words.front().text, {"which", "who", "whose"}) &&
      words.front().span.begin > sentence.begin + 2) {
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
        return is_any(word.text, {"school", "college", "nursery", "academy", "home", "provider", "hospital", "trust",
            "centre", "center", "pre-school", "university", "provision", "surgery", "practice", "primary", "infants",
            "juniors"});
      })) return !is_any(words.back().text, {"behaviour", "attendance", "care", "support", "teaching", "morale",
          "provision", "quality", "safety", "leadership", "training", "staff", "food",
          "environment"}) || same_word(words.front().text, "this");
  return words.back().text.front() >= 'A' && words.back().text.front() <= 'Z' && words.size() > 1;
}

// "The force has made slow progress in …" in a report: the subject is who is inspected.
bool progress_of_body(const Reading& reading, Span sentence, std::uint32_t at) {
  const std::vector<Word> words = words_of(reading.document, {sentence.begin, at});
  if (words.empty() || words.size() > 9 ||
      is_any(words.front().text, {"while", "although", "despite", "whilst", "since"}))
    return false;
  return std::any_of(words.begin(), words.end(), [](const Word& word) {
    return is_any(word.text, {"council", "authority", "partnership", "trust", "force", "prison", "partners", "leaders",
                              "service", "school", "college", "provider", "department", "agency", "board"});
  });
}

bool graded_area(const Reading& reading, Span area) {
  std::string text = plain(reading.document.text.folded(bare_area(reading, area)));
  if (text.empty() || text.size() > 150) return false;
  if (text.ends_with(')')) if (const std::size_t open = text.rfind(" ("); open != std::string::npos) text.resize(open);
  if (entry_of(reading, "judged_areas", text) != nullptr) return true;
  // "Regulation 15: Staffing", "Outcome 9 - Medicines"
  for (const std::string_view rule :
       {"regulation ", "standard ", "outcome ", "quality statement ", "quality indicator ", "criterion "})
    if (text.starts_with(rule) && text.size() > rule.size() && text[rule.size()] >= '0' && text[rule.size()] <= '9')
      return true;
  const model::VocabList* list = reading.vocab.find("judged_beginnings");
  return list != nullptr &&
         std::any_of(list->entries.begin(), list->entries.end(), [&](const model::VocabEntry& entry) {
           return std::any_of(entry.forms.begin(), entry.forms.end(),
                              [&](const std::string& form) { return find_words(text, form) == 0; });
         });
}

// "…, taking into account" goes on below its row.
Span without_rest_below(const Reading& reading, Span area) {
  constexpr std::string_view tail = "taking into account";
  const std::size_t at = find_words(reading.document.text.folded(area), tail);
  if (at == std::string_view::npos || at + tail.size() + 3 < area.size() || at < 10) return area;
  return trimmed(reading.document, {area.begin, area.begin + static_cast<std::uint32_t>(at)}, " ,");
}

Span bare_area(const Reading& reading, Span area) {
  area = trimmed(reading.document, area, " .:|?-*\t\"0123456789");
  area = without_rest_below(reading, area);
  // "P 1.2 Staffing": the standard's number
  if (const std::string_view text = reading.document.text.folded(area);
      text.size() > 8 && text[0] >= 'A' && text[0] <= 'Z' && text[1] == ' ' && text[2] >= '0' && text[2] <= '9')
    area = trimmed(reading.document, {area.begin + 2, area.end}, " .0123456789");
  const std::vector<Word> words = words_of(reading.document, area);
  if (words.size() > 1 && is_any(words.back().text, {"is", "are", "was", "were"}))
    area.end = words[words.size() - 2].span.end;
  return area;
}

Span area_above(const Reading& reading, std::size_t block) {
  const auto& blocks = reading.document.blocks;
  for (std::size_t i = block; i-- > 0 && block - i <= 3;) {
    if (!blocks[i].readable()) continue;
    const Span area = bare_area(reading, blocks[i].content);
    return !area.empty() && area.size() <= 140 && graded_area(reading, area) ? area : Span{};
  }
  return {};
}

Span heading_answered(const Reading& reading, std::uint32_t sentence) {
  const model::Sentence& said = reading.layers.sentences[sentence];
  const auto& blocks = reading.document.blocks;
  if (sentence > 0 && reading.layers.sentences[sentence - 1].block == said.block) return {};
  for (std::size_t i = said.block; i-- > 0 && said.block - i <= 3;) {
    if (!blocks[i].readable()) continue;
    return blocks[i].kind == model::BlockKind::heading ? trimmed(reading.document, blocks[i].content, ".: ") : Span{};
  }
  return {};
}

// "Inadequate at its last inspection", "was judged good in 2013" in a report: another inspection's grade.
bool recalled(const Reading& reading, const model::Match& match, Span sentence, bool report) {
  const std::string_view after = reading.document.text.folded({match.span.end, sentence.end});
  const std::string_view before = reading.document.text.folded({sentence.begin, match.span.begin});
  for (const std::string_view words : {"last inspection", "previous inspection", "last inspected", "previous report",
                                       "most recent ofsted", "predecessor"})
    if (find_words(after, words) != std::string_view::npos || find_words(before, words) != std::string_view::npos)
      return find_words(before, "since") == std::string_view::npos || report;
  if (!report) return false;
  const std::string_view verb = reading.document.text.folded(match.group("verb"));
  const bool past = find_words(verb, "was") != std::string_view::npos ||
                    find_words(verb, "were") != std::string_view::npos ||
                    find_words(verb, "been") != std::string_view::npos;
  return past && find_words(verb, "now") == std::string_view::npos &&
         find_words(before, "overall") == std::string_view::npos &&
         find_words(after, "overall") == std::string_view::npos;
}

// "Schools that were blamed for …": the name without what is told of it.
Span bare_subject(const Reading& reading, Span subject) {
  const std::vector<Word> words = words_of(reading.document, subject);
  // "leaders at the college", "staff of the home": the place is graded
  const bool people = words.size() > 2 &&
                      is_any(words.front().text, {"leaders", "managers", "staff", "bosses", "teachers", "officers"}) &&
                      is_any(words[1].text, {"at", "of", "in"});
  const std::size_t first = people ? 2 : 0;
  const std::uint32_t begin = people ? words[2].span.begin : subject.begin;
  for (std::size_t i = first + 1; i < words.size(); ++i)
    if (is_any(words[i].text, {"which", "that", "who", "at", "whose", "criticised", "criticized", "blamed", "run"}) ||
        (people && is_any(words[i].text, {"were", "was", "are", "is", "have", "had"})))
      return {begin, words[i - 1].span.end};
  return {begin, subject.end};
}

}  // namespace muster::facts
