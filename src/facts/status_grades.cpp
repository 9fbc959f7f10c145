// Grades of a scale that stand without a sentence: in a table's cell, after a row's name ("Recommendation
// 3: achieved"), or alone after the request ("Doors should be mended. Achieved.").
#include <algorithm>

#include "facts/status.hpp"

namespace muster::facts {
namespace {

using model::BlockKind;

// The cells of a row: between tabs or bars.
std::vector<Span> cells_of(const model::Document& document, Span row) {
  std::vector<Span> cells;
  const std::string_view text = document.text.folded();
  std::uint32_t begin = row.begin;
  for (std::uint32_t at = row.begin; at <= row.end; ++at) {
    if (at < row.end && text[at] != '\t' && text[at] != '|') continue;
    // A bar at the row's begin or end encloses no cell.
    if (!(at == row.begin || (at == row.end && begin == row.end))) cells.push_back(trimmed(document, {begin, at}));
    begin = at + 1;
  }
  return cells;
}

bool has_word(const model::Document& document, Span cell, std::initializer_list<std::string_view> wanted) {
  const std::vector<Word> words = words_of(document, cell);
  return words.size() <= 6 && std::any_of(words.begin(), words.end(), [&](const Word& word) { return is_any(word.text, wanted); });
}

// The first row of the table that this row is in.
std::size_t head_of_table(const model::Document& document, std::size_t block) {
  constexpr std::size_t most_rows = 400;
  std::size_t head = block;
  while (head > 0 && block - head < most_rows && (document.blocks[head - 1].kind == BlockKind::table_row || document.blocks[head - 1].kind == BlockKind::furniture)) --head;
  while (head < block && document.blocks[head].kind != BlockKind::table_row) ++head;
  return head;
}

// The row's cell under a head that says "Status" or "Progress", beside one of what was asked.
bool under_status(const Reading& reading, std::size_t block, Span grade, Span& subject) {
  const model::Document& document = reading.document;
  const std::size_t head = head_of_table(document, block);
  if (head == block) return false;
  const std::vector<Span> heads = cells_of(document, document.blocks[head].span), cells = cells_of(document, document.blocks[block].span);
  const auto column = static_cast<std::size_t>(std::find_if(cells.begin(), cells.end(), [&](Span cell) { return cell.overlaps(grade); }) - cells.begin());
  if (column >= heads.size() || !has_word(document, heads[column], {"status", "progress", "outcome", "rag", "implementation", "implemented", "achieved", "met", "position", "finding", "assessment", "judgement", "compliance", "conclusion", "update", "result", "state"})) return false;
  for (std::size_t i = 0; i < heads.size() && i < cells.size(); ++i) {
    if (i == column || !has_word(document, heads[i], {"recommendation", "recommendations", "requirement", "requirements", "action", "actions", "area", "areas", "improvement", "finding", "findings", "ask", "concern", "concerns"})) continue;
    subject = cells[i];
    return true;
  }
  return false;
}

}  // namespace

void read_grade(const Reading& reading, const model::Match& match, model::Drafts& drafts, std::vector<Refusal>* refusals) {
  const Span grade = match.group("grade");
  const model::Document& document = reading.document;
  const model::VocabEntry* entry = entry_of(reading.vocab, "status_scales", document.text.folded(grade));
  const auto value = model::status_of(field_of(entry, "value"));
  if (!value) return;
  model::Status status;
  status.evidence = evidence_of(reading, match.sentence, *match.rule);
  Span subject = match.group("subject");
  const auto& sentences = reading.layers.sentences;
  const std::uint32_t block = sentences[match.sentence].block;
  if (match.makes("how") == "cell") {
    if (!under_status(reading, block, grade, subject)) return refuse(refusals, match, "no column of verdicts on requests");
  } else if (match.makes("how") == "alone") {
    if (match.sentence == 0) return refuse(refusals, match, "no request stands before");
    const model::Sentence& before = sentences[match.sentence - 1];
    const std::vector<Word> words = words_of(document, before.span);
    const bool request = std::any_of(words.begin(), words.end(), [](const Word& word) { return is_any(word.text, {"should", "must", "recommendation", "requirement", "ensure", "ensures", "shall"}); });
    // "Outstanding" alone is a grade of the service
    if (same_word(document.text.folded(grade), "outstanding")) return refuse(refusals, match, "a grade");
    if (!request || before.block + 1 < block) return refuse(refusals, match, "no request stands before");
    subject = before.span;
    status.evidence.quote = before.span.join(sentences[match.sentence].span);
  }
  status.focus = grade;
  status.status = *value;
  status.phrase = document.text.string(grade);
  status.subject = document.text.string(trimmed(document, subject, ":|-.\t"));
  status.confidence = model::Confidence::high;
  if (const model::Name* name = name_in(reading.layers, status.evidence.quote, {model::NameKind::inspectorate}); name != nullptr && !name->generic) status.issuer = name->canonical;
  drafts.statuses.push_back(std::move(status));
}

}  // namespace muster::facts
