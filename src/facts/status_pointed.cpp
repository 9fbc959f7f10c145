// One of the requests named before, by its number in their order or by "that", and how things stand with it.
#include "facts/status_pointed.hpp"

#include <algorithm>

#include "facts/speaks_of.hpp"
#include "facts/status_then.hpp"
#include "facts/status_then_weigh.hpp"
#include "facts/status_tracked.hpp"
#include "facts/status_walk.hpp"

namespace muster::facts {
namespace {

constexpr std::uint32_t nearby = 8;   // sentences

bool in_order(const Said& said, std::size_t i) {
  return said.is(i, WordKind::pointing_ordinal) || said.is(i, {"another", "other", "last", "final", "remaining"});
}

// "P4a", "R12": the mark of one of them
bool a_code(std::string_view word) {
  if (word.size() < 2 || word.size() > 4 || std::string_view("PRF").find(word[0]) == std::string_view::npos)
    return false;
  if (word[1] < '1' || word[1] > '9') return false;
  return std::all_of(word.begin() + 1, word.end(),
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'd'); });
}

// What stands behind "the third" where its noun is left out: "of them", a comma, "concerned".
bool left_out(const Said& said, std::size_t i) {
  if (i >= said.words.size()) return false;
  return said.is(i, {"of", "on"}) ? said.is(i + 1, {"these", "those", "them", "which"}) || said.is(i, {"on"})
                                  : !said.joined(i - 1) || said.is(i, {"concerned", "concerns", "asked", "required"});
}

}   // namespace

std::optional<Pointer> pointer_in(const Said& said) {
  constexpr std::size_t longest = 4;   // words between the order and its noun
  for (std::size_t i = 0; i < said.words.size(); ++i) {
    if (a_code(said.words[i].text)) return Pointer{i, i + 1};
    // "Recommendation 3, on water tests, could not be closed"
    if (said.is(i, WordKind::laid_down_noun) && said.is(i + 1, Role::number) && said.joined(i) && !a_year(said, i + 1))
      return Pointer{i, i + 2};
    const bool ordered = in_order(said, i), that = said.is(i, {"that", "this", "the"});
    if (!ordered && !that) continue;
    const std::size_t reach = ordered ? longest : 1;
    for (std::size_t k = i + 1; k < said.words.size() && k <= i + 1 + reach; ++k) {
      if (!said.joined(k - 1)) break;
      if (said.is(k, ordered ? WordKind::pointed_noun : WordKind::laid_down_noun)) {
        // "the third recommendation of this report" is a new one; "the notice period" something else
        if (k + 1 < said.words.size() && said.joined(k) && said.is(k + 1, {"report", "period", "board", "plan"})) break;
        if (that && !(k + 1 >= said.words.size() || !said.joined(k) || said.is(k + 1, Role::auxiliary))) break;
        return Pointer{i, k + 1};
      }
      if (said.is(k, Role::auxiliary) || said.is(k, {"and", "which", "that"})) break;
    }
    if (said.is(i, WordKind::pointing_ordinal) && i > 0 && i < 4 &&
        said.is(i - 1, {"the", "a", "her", "his", "our", "its"}) && left_out(said, i + 1))
      return Pointer{i - 1, i + 1};
  }
  return std::nullopt;
}

bool requests_near(const Reading& reading, const model::Drafts& drafts, std::uint32_t sentence) {
  const auto& sentences = reading.layers.sentences;
  const std::uint32_t first = sentence > nearby ? sentence - nearby : 0;
  const Span before{sentences[first].span.begin, sentences[sentence].span.begin};
  constexpr std::size_t recent = 12;
  const auto& statuses = drafts.statuses;
  for (std::size_t i = statuses.size(); i-- > 0 && statuses.size() - i <= recent;)
    if (statuses[i].evidence.quote.overlaps(before)) return true;
  for (std::uint32_t s = sentence; s-- > first;)
    if (tells_of_requests(reading, s)) return true;
  return false;
}

std::optional<Found> Walk::find_pointed(const Verdict& verdict) const {
  constexpr std::size_t far = 16;   // words between what is pointed to and its verdict
  const auto pointer = pointer_in(said_);
  if (!pointer) return std::nullopt;
  const std::size_t at = said_.word_at(verdict.phrase.begin), behind = said_.word_at(verdict.phrase.end);
  const bool subject = pointer->last <= at && at < pointer->last + far,
             object = pointer->first >= behind && pointer->first <= behind + 1;
  std::size_t clause = pointer->first;   // "… could show what had changed, so the requirement was met"
  while (clause > 0 && !(said_.is(clause - 1, {"so", "and", "but"}) && clause > 1 && !said_.joined(clause - 2)))
    --clause;
  if (meant(said_, clause, pointer->first) || said_.is(at, {"made", "set", "issued"})) return std::nullopt;
  if ((!subject && !object) || !requests_near(reading_, drafts_, said_.index)) return std::nullopt;
  Found found;
  found.subject =
      reading_.document.text.string({said_.words[pointer->first].span.begin, said_.words[pointer->last - 1].span.end});
  found.single = true;
  return found;
}

void read_pointed(const Reading& reading, const model::Match& match, const std::vector<bool>& asked_now,
                  std::vector<bool>& told, model::Drafts& drafts, std::vector<Refusal>* refusals) {
  const std::uint32_t s = match.sentence;
  if (told[s] || asked_now[s] || explains_a_grade(reading, s) ||
      is_question(reading.document, reading.layers.sentences[s].span))
    return;
  const Said said = read_sentence(reading, s);
  const auto pointer = pointer_in(said);
  if (!pointer) return refuse(refusals, match, "points to no request");
  // "In comments on our second recommendation, officials …" is about the comments
  std::size_t det = pointer->first;
  while (det > 0 && said.is(det - 1, {"the", "a", "our", "her", "his", "its", "their", "this", "that"})) --det;
  if (det > 1 && said.is(det - 1, {"on", "to", "of", "with", "about", "from", "in", "by", "for"}))
    return refuse(refusals, match, "beside what the sentence is about");
  // "The second, a lamp on the pier, is out to tender": behind what it is
  std::size_t from = pointer->last;
  if (from < said.words.size() && !said.joined(from - 1))
    while (from < said.words.size() && !said.is(from, Role::auxiliary)) ++from;
  if (from == said.words.size()) from = pointer->last;
  if (said.is(from, {"was", "were"}) && said.is(from + 1, {"made", "set", "issued", "stated", "imposed"}))
    return refuse(refusals, match, "says when it was asked");
  // "This improvement is a great achievement"
  if (said.is(from, {"is", "was", "are", "were"}) && said.is(from + 1, {"a", "an", "the"}))
    return refuse(refusals, match, "says what it is");
  if (meant(said, 0, pointer->first)) return refuse(refusals, match, "only meant");
  const auto value = standing_in(reading, said, from, said.words.size());
  if (!value) return refuse(refusals, match, "nothing says how things stand");
  if (!requests_near(reading, drafts, s)) return refuse(refusals, match, "no earlier request is spoken of before");
  model::Status status;
  status.evidence = evidence_of(reading, s, *match.rule);
  status.focus = {said.words[pointer->first].span.begin, said.words[pointer->last - 1].span.end};
  status.phrase = reading.document.text.string(status.focus);
  status.subject = status.phrase;
  status.status = *value;
  status.confidence = model::Confidence::low;
  mark_told(reading, status.evidence.quote, told);
  drafts.statuses.push_back(std::move(status));
}

}   // namespace muster::facts
