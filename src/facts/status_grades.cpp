// Grades of a scale that stand without a sentence: in a table's cell, after a row's name ("Recommendation
// 3: achieved"), or alone after the request ("Doors should be mended. Achieved.").
#include <algorithm>

#include "facts/listed.hpp"
#include "facts/memory.hpp"
#include "facts/status_grades.hpp"
#include "facts/status_tracked.hpp"

namespace muster::facts {
namespace {

using model::BlockKind;

// "Implemented in May", "closed as of June": what may follow a verdict in its cell.
bool goes_on_with(std::string_view text) {
  for (const std::string_view word : {"in ", "as ", "on ", "since ", "during ", "by ", "the "})
    if (text.starts_with(word)) return true;
  return false;
}

// "P3 Mend the roof", "Previous action: …", "2016 area for improvement: …": a line that a request's label opens.
bool labelled(const Reading& reading, const std::vector<Word>& words) {
  if (words.size() < 2) return false;
  const std::string_view first = words[0].text;
  if (first.size() >= 2 && first.size() <= 4 && std::string_view("RPFAC").find(first[0]) != std::string_view::npos &&
      std::all_of(first.begin() + 1, first.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return true;
  for (std::size_t i = 0; i < words.size() && i < 6; ++i) {
    if (reading.lexicon.word_kinds().is(words[i].text, WordKind::numbered_request)) {
      const std::string_view text = reading.document.text.folded();
      for (std::size_t k = i; k < words.size() && k < i + 4; ++k)
        if (words[k].span.end < text.size() && text[words[k].span.end] == ':') return true;
    }
  }
  return false;
}

// "R5. Review the register. In progress.": the mark of the item names a request; or its heading does
bool marked(const Reading& reading, std::uint32_t sentence) {
  const model::Document& document = reading.document;
  const model::Block& block = document.blocks[reading.layers.sentences[sentence].block];
  if (block.kind != BlockKind::list_item || sentence == 0 ||
      reading.layers.sentences[sentence - 1].block != reading.layers.sentences[sentence].block)
    return false;
  const std::string_view mark = block.marker;
  if (mark.size() >= 2 && std::string_view("RPFA").find(mark[0]) != std::string_view::npos && mark[1] >= '0' &&
      mark[1] <= '9')
    return true;
  return heading_names_requests(reading, read_sentence(reading, sentence));
}

// "R2. Raise attendance", the verdict below it
bool coded(const model::Document& document, const model::Sentence& sentence) {
  const std::string_view mark = document.blocks[sentence.block].marker;
  return mark.size() >= 2 && std::string_view("RPFA").find(mark[0]) != std::string_view::npos && mark[1] >= '0' &&
         mark[1] <= '9';
}

// A listed request stands not too far above.
bool listed_above(const model::Drafts& drafts, std::uint32_t place) {
  constexpr std::uint32_t far = 8000;
  return std::any_of(
      drafts.recommendations.rbegin(), drafts.recommendations.rend(), [&](const model::Recommendation& item) {
        return item.form == model::Form::listed && item.text.begin < place && item.text.end + far > place;
      });
}

bool tells_an_answer(const Reading& reading, Span sentence) {
  const WordKinds& kinds = reading.lexicon.word_kinds();
  const std::vector<Word> words = words_of(reading.document, sentence);
  return std::any_of(words.begin(), words.end(),
                     [&](const Word& word) { return kinds.is(word.text, WordKind::concurrence); });
}

struct HeadingWords {
  bool names = false, follows = false;   // requests; what has come of them
};

HeadingWords requests_in_heading(const Reading& reading, std::size_t block) {
  Memory::Heading& known = memory_of(reading).headings[block];
  if (!known.read) {
    known.read = true;
    for (const Word& word : words_of(reading.document, reading.document.blocks[block].content)) {
      const WordKindSet* const kinds = reading.lexicon.word_kinds().of(word.text);
      known.names_requests = known.names_requests || is_kind(kinds, WordKind::request_heading);
      known.follows_up = known.follows_up || is_kind(kinds, WordKind::follow_up_heading);
    }
  }
  return {known.names_requests, known.follows_up};
}

// False: the first words of the sentence are no grade that is explained. A look at its marks and its first letter.
bool may_explain_a_grade(std::string_view opening) {
  const auto letter = std::find_if(opening.begin(), opening.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == base::fold::letter ||
           c == base::fold::upper || c == base::fold::ideograph;
  });
  if (letter != opening.end() && ((*letter | 0x20) == 'a' || (*letter | 0x20) == 'e')) return true;   // "A", "Each"
  if (opening.find(':') != std::string_view::npos) return true;
  for (std::size_t at = opening.find('-'); at != std::string_view::npos; at = opening.find('-', at + 1))
    if (at > 0 && opening[at - 1] == ' ') return true;
  return false;
}

}   // namespace

bool lists_followed_up(const Reading& reading, std::size_t block, std::size_t headings) {
  constexpr std::size_t most = 120;
  const auto& blocks = reading.document.blocks;
  bool named = false, followed = false;
  for (std::size_t i = block, over = 0; i-- > 0 && block - i < most && over < headings;) {
    const bool heading = blocks[i].kind == BlockKind::heading || blocks[i].kind == BlockKind::title;
    const bool leads =
        heading || (i > 0 && blocks[i].kind == BlockKind::paragraph && blocks[i - 1].kind == BlockKind::heading);
    over += heading;
    if (!leads || blocks[i].span.size() > 260) continue;
    const auto [names, follows] = requests_in_heading(reading, i);
    named = named || names;
    followed = followed || follows;
    if (named && followed) return true;
  }
  return false;
}

namespace {

bool tells_what_a_grade_means(const Reading& reading, std::uint32_t sentence) {
  constexpr std::size_t longest_grade = 5, condition = 14;
  const model::Sentence& said = reading.layers.sentences[sentence];
  if (under_explanation(reading, said.block)) return true;
  if (!may_explain_a_grade(reading.document.text.folded({said.span.begin, said.span.begin + 164}))) return false;
  const std::vector<Word> words =
      words_of(reading.document, {said.span.begin, std::min(said.span.end, said.span.begin + 160)});
  if (words.size() < 5) return false;
  const std::string_view text = reading.document.text.folded();
  const StatusWords& lists = reading.lexicon.status_words();
  const auto request = [&](std::size_t i) {
    return i < words.size() && reading.lexicon.word_kinds().is(words[i].text, WordKind::request_word);
  };
  if (is_any(words[0].text, {"a", "an", "each", "any"}) && request(1) && is_any(words[2].text, {"is", "are"}))
    for (std::size_t i = 3; i < words.size() && i < condition; ++i)
      if (is_any(words[i].text, {"when", "if", "once", "where", "until"})) return true;
  for (std::size_t i = 0; i < longest_grade && i + 3 < words.size(); ++i) {
    const char mark = text[words[i].span.end];
    if (mark != ':' && !(mark == ' ' && text[words[i].span.end + 1] == '-')) continue;
    const std::size_t next = i + 1 + is_any(words[i + 1].text, {"the", "this", "all", "any"});
    return lists.scale(between(text, words[0].span.begin, words[i].span.end)).has_value() &&
           request(next) && next + 1 < words.size() &&
           is_any(words[next + 1].text, {"has", "have", "is", "are", "was", "were"});
  }
  return false;
}

}   // namespace

bool explains_a_grade(const Reading& reading, std::uint32_t sentence) {
  return once(memory_of(reading).explains_a_grade[sentence],
              [&] { return tells_what_a_grade_means(reading, sentence); });
}

void read_grade(const Reading& reading, const model::Match& match, model::Drafts& drafts,
                std::vector<Refusal>* refusals) {
  const Span grade = match.group("grade");
  const model::Document& document = reading.document;
  const std::string said = plain(document.text.folded(grade));
  const bool coloured = reading.lexicon.word_kinds().is(said, WordKind::colour);
  const std::uint32_t place = reading.layers.sentences[match.sentence].block;
  const std::optional<model::StatusValue> answered = match.makes("how") == "cell" ? answer(said) : std::nullopt;
  const auto value = same_word(said, "nil") ? std::optional(model::StatusValue::not_met)
                     : coloured             ? colour(reading, place, said)
                     : answered             ? answered
                                            : reading.lexicon.status_words().scale(said);
  if (!value) return refuse(refusals, match, "a colour that nothing explains");
  model::Status status;
  status.evidence = evidence_of(reading, match.sentence, *match.rule);
  Span subject = match.group("subject");
  const auto& sentences = reading.layers.sentences;
  const std::uint32_t block = sentences[match.sentence].block;
  // "Areas for improvement from the last visit. Achieved", over a list or a table
  if (document.blocks[block].kind == BlockKind::heading)
    if (const std::vector<Word> words = words_of(document, document.blocks[block].content);
        words.size() > 3 && is_any(words.front().text, {"areas", "requirements", "recommendations", "actions"}))
      return refuse(refusals, match, "a heading over several");
  if (match.makes("how") == "cell") {
    // "Implemented All assets were reviewed": a cell of two paragraphs; but not "Closed for the winter"
    const std::string_view written = document.text.folded();
    if (grade.end + 1 < written.size() && written[grade.end] == ' ' && written[grade.end + 1] >= 'a' &&
        written[grade.end + 1] <= 'z' && match.span.end > grade.end + 1 &&
        !goes_on_with(written.substr(grade.end + 1, 8)))
      return refuse(refusals, match, "the cell goes on");
    if (!under_status(reading, block, grade, answered.has_value(), subject))
      return refuse(refusals, match, "no column of verdicts on requests");
  } else if (match.makes("how") == "alone" && heads_items(reading, block)) {
    return read_items_below(reading, match, *value, drafts);
  } else if (match.makes("how") == "alone") {
    // The request may be a few sentences back: "… shall ensure that … Action taken as confirmed: … Met"
    constexpr std::uint32_t back = 6, brief = 80;
    std::uint32_t reach = 2;   // blocks; "Owner: …" and "Due: …" stand between without taking room
    std::uint32_t at = match.sentence;
    std::uint32_t confirmed = 0;
    bool request = false;
    while (!request && at > 0 && match.sentence - at < back && sentences[at - 1].block + reach >= block) {
      --at;
      if (sentences[at].block + 1 < block && sentences[at].span.size() <= brief &&
          document.text.folded(sentences[at].span).substr(0, 28).find(": ") != std::string_view::npos)
        ++reach;
      if (document.text.folded_at(sentences[at].span.begin) == '(') continue;   // "(1.12, repeated recommendation 1.9)"
      const std::vector<Word> words = words_of(document, sentences[at].span);
      request =
          labelled(reading, words) || coded(document, sentences[at]) ||
          std::any_of(words.begin(), words.end(), [&](const Word& word) {
            return (reading.lexicon.word_kinds().is(word.text, WordKind::duty_word) ||
                    is_any(word.text, {"recommendation", "requirement", "ensure", "ensures", "shall", "recommended"}));
          });
      // "Action taken as confirmed at the visit:" stands under a request that may be far
      if (words.size() > 1 && is_any(words[0].text, {"action", "actions"}) && same_word(words[1].text, "taken"))
        confirmed = at;
      // "Action: Review agency spend each month / Owner: … / Status: Complete"
      request = request ||
                (words.size() > 2 && is_any(words.front().text, {"action", "recommendation", "requirement"}) &&
                 words.front().span.end < words[1].span.begin && document.text.folded_at(words.front().span.end) == ':');
      // what was read last is nearest
      constexpr std::ptrdiff_t few = 8;
      const auto last = drafts.statuses.rbegin();
      if (std::any_of(last, last + std::min<std::ptrdiff_t>(few, static_cast<std::ptrdiff_t>(drafts.statuses.size())),
                      [&](const model::Status& s) { return s.evidence.quote.overlaps(sentences[at].span); }))
        break;
    }
    if (!request && confirmed > 0) {
      request = true;
      at = confirmed;
    }
    // "Status: open. The bureau agreed, but …": what follows says that it was asked
    const bool replied = !request && match.sentence + 1 < sentences.size() &&
                         sentences[match.sentence + 1].block == block &&
                         tells_an_answer(reading, sentences[match.sentence + 1].span);
    if (replied) at = match.sentence;
    if (!request && marked(reading, match.sentence)) {
      request = true;
      at = match.sentence - 1;
    }
    // "A list of the concerns followed up at this visit": each line below has its verdict
    if (!request && match.sentence > 0 && sentences[match.sentence - 1].block + 1 >= block &&
        lists_followed_up(reading, block)) {
      request = true;
      at = match.sentence - 1;
    }
    // "Auditor's Assessment of 1-Year Status: Pending", below the request and its answer
    if (!request &&
        find_words(document.text.folded({sentences[match.sentence].span.begin, grade.begin}), "assessment of") !=
            std::string_view::npos &&
        listed_above(drafts, sentences[match.sentence].span.begin)) {
      request = true;
      at = match.sentence;
    }
    // "Status of the safety issue: | Closed": the label says itself what it is on
    if (!request)
      if (const std::string_view label = document.text.folded({sentences[match.sentence].span.begin, grade.begin});
          find_words(label, "safety issue") != std::string_view::npos ||
          find_words(label, "status of the recommendation") != std::string_view::npos) {
        request = true;
        at = match.sentence;
      }
    const model::Sentence& before = sentences[at];
    // "Outstanding" alone is a grade of the service
    const std::string_view asked_for = document.text.folded(before.span);
    const bool by_name = find_words(asked_for, "recommendation") != std::string_view::npos ||
                         find_words(asked_for, "requirement") != std::string_view::npos ||
                         find_words(asked_for, "rec") != std::string_view::npos;
    if (same_word(document.text.folded(grade), "outstanding") && !by_name) return refuse(refusals, match, "a grade");
    if ((!request && !replied) || before.block + reach < block)
      return refuse(refusals, match, "no request stands before");
    subject = before.span;
    status.evidence.quote = before.span.join(sentences[match.sentence + (replied ? 1 : 0)].span);
  }
  // "(a) audit the high-rise blocks: done": only below a heading that follows up what was asked
  if (match.makes("how") == "tail" && !lists_followed_up(reading, block, 1))
    return refuse(refusals, match, "nothing above says that these were asked for");
  // "A12: complete": roads and rooms have such names as well
  if (match.makes("how") == "row") {
    const std::string_view label = document.text.folded(subject);
    const bool letter = label.size() > 1 && std::string_view("PFACQpfacq").find(label[0]) != std::string_view::npos &&
                        label[1] >= '0' && label[1] <= '9';
    if (letter && label.size() < 6 && !heading_names_requests(reading, read_sentence(reading, match.sentence)))
      return refuse(refusals, match, "no label of a request");
  }
  status.focus = grade;
  status.status = *value;
  // "Meets, though terms of reference were never written"
  if (match.makes("how") == "cell" && *value == model::StatusValue::met) {
    const Said row = read_sentence(reading, match.sentence);
    if (falls_short(row, row.word_at(grade.end), row.word_at(match.span.end)))
      status.status = model::StatusValue::partly_met;
  }
  status.phrase = document.text.string(grade);
  status.subject = document.text.string(trimmed(document, subject, ":|-.\t"));
  status.confidence = model::Confidence::high;
  if (const model::Name* name = name_in(reading.layers, status.evidence.quote, {model::NameKind::inspectorate});
      name != nullptr && !name->generic)
    status.issuer = name->canonical;
  drafts.statuses.push_back(std::move(status));
}

}   // namespace muster::facts
