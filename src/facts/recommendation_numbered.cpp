// Requests that number or name themselves, "Recommendation 4: …", in a paragraph or a heading of their own.
#include <algorithm>

#include "facts/list_walk.hpp"

namespace muster::facts {

using model::Block;
using model::BlockKind;

namespace {

// "Ref: Regulation 13", "Stated: Second time": what stands over a request.
bool stands_over(const Reading& reading, const std::vector<Word>& words) {
  if (words.size() < 2 || words.size() > 14) return false;
  std::size_t label = 0;
  while (label < 4 && label + 1 < words.size() && reading.document.text.folded_at(words[label].span.end) != ':') ++label;
  if (reading.document.text.folded_at(words[label].span.end) != ':') return false;
  return is_any(words[0].text,
                {"ref", "reference", "stated", "timescale", "deadline", "due", "owner", "priority", "status"}) ||
         (same_word(words[0].text, "to") && words.size() > 2 && is_any(words[2].text, {"completed"}));
}

// "Action taken as confirmed: …", "This requirement was made on 3 April": what became of a request, and when it was
// made.
bool tells_of_request(const std::vector<Word>& words) {
  if (words.size() < 2) return false;
  if (is_any(words[0].text, {"action", "actions"}) && is_any(words[1].text, {"taken"})) return true;
  if (!is_any(words[0].text, {"this", "the"}) || words.size() < 4) return false;
  std::size_t next = 1;
  while (next < 5 && next + 1 < words.size() && !is_any(words[next].text, {"was", "has"})) ++next;
  return is_any(words[next].text, {"was", "has"}) &&
         is_any(words[next - 1].text, {"requirement", "recommendation", "improvement", "action"}) &&
         next + 1 < words.size() &&
         is_any(words[next + 1].text, {"made", "stated", "issued", "been", "not", "fully", "partially", "met"});
}

// "Target implementation date: end of 2023", "Timeframe: June": below a request.
bool tells_by_when(const Reading& reading, const std::vector<Word>& words) {
  std::size_t label = 0;
  while (label < 3 && label + 1 < words.size() && reading.document.text.folded_at(words[label].span.end) != ':') ++label;
  if (words.size() < 2 || words.size() > 14 || reading.document.text.folded_at(words[label].span.end) != ':')
    return false;
  return is_any(words[label].text, {"date", "timeframe", "timescale", "timescales", "deadline"});
}

// "Recommendation 4" or "Recommendation 4: A shorter name" over its text: paragraphs and their lists, up
// to the next heading, number or answer.
Span text_below(const Reading& reading, const ListTrail& trail, std::size_t first, const Block** holder,
                std::string& rest) {
  constexpr std::size_t most_blocks = 30;
  constexpr std::uint32_t most = 6000;
  const std::vector<Block>& blocks = reading.document.blocks;
  Span text, last;
  bool cut = false;   // a page's end stands between
  for (std::size_t i = first; i < blocks.size() && i < first + most_blocks; ++i) {
    const Block& block = blocks[i];
    if (block.kind == BlockKind::furniture ||
        (block.kind == BlockKind::heading && only_digits(reading.document, block))) {
      cut = !text.empty();
      continue;
    }
    if (!block.readable() || is_heading(block) || block.kind == BlockKind::table_row || trail.numbers_itself(i)) break;
    const std::vector<Word> words =
        words_of(reading.document, {block.content.begin, std::min(block.content.end, block.content.begin + 200)});
    if (text.empty() && stands_over(reading, words)) continue;
    if (!text.empty() && (tells_of_request(words) || tells_by_when(reading, words) ||
                          (stands_over(reading, words) && same_word(words[0].text, "status"))))
      break;
    // "Paragraph 2.15": where the findings on it stand
    if (text.empty() && words.size() <= 5 && !words.empty() &&
        is_any(words[0].text, {"paragraph", "paragraphs", "para", "see"}))
      continue;
    if ((block.kind == BlockKind::paragraph || !text.empty()) && numbered(block) &&
        number_of(block).find('.') != std::string::npos)
      break;   // the report goes on
    if (block.kind == BlockKind::paragraph && numbered(block)) break;
    // "The Board should mend the pier. Response: Accepted", in one paragraph: the request is what stands before
    constexpr std::uint32_t least = 20;
    if (const std::optional<std::uint32_t> answer = trail.answer_at(block.content);
        text.empty() && block.kind == BlockKind::paragraph && answer && *answer > block.content.begin + least) {
      *holder = &block;
      return trimmed(reading.document, {block.content.begin, *answer});
    }
    if (trail.answered_in(block.content) ||
        (!text.empty() && block.kind == BlockKind::paragraph &&
         trail.told_in({block.content.begin, std::min(block.content.end, block.content.begin + 160)})))
      break;
    // An answer may follow without a word that says so.
    if (trail.answering && !text.empty() && block.kind == BlockKind::paragraph &&
        !asks_somewhere(reading, block.content))
      break;
    // On the next page only what goes on a list or a sentence
    if (cut && rest.empty() && block.kind != BlockKind::list_item && !block.content.empty() &&
        !(reading.document.text.folded_at(block.content.begin) >= 'a' &&
          reading.document.text.folded_at(block.content.begin) <= 'z') &&
        !ends_with_colon(reading.document, last))
      break;
    if (!text.empty() && block.span.end - text.begin > most) break;
    if (text.empty()) *holder = &block;
    last = block.content;
    if (text.empty()) text = last;
    else if (!cut && rest.empty()) text = text.join(last);
    else rest += "\n\n" + reading.document.text.string(trimmed(reading.document, last));
  }
  return text;
}

// "We recommend the Chief of Ferries:", over a row of numbered requests: whom it asks.
std::string asked_above(const Reading& reading, const ListTrail& trail, std::size_t block) {
  constexpr std::size_t most = 40;
  const std::vector<Block>& blocks = reading.document.blocks;
  for (std::size_t i = block; i-- > 0 && block - i < most;) {
    if (!blocks[i].readable() || trail.numbers_itself(i)) continue;
    if (blocks[i].kind == BlockKind::paragraph && i > 0 && trail.numbers_itself(i - 1) &&
        !ends_with_colon(reading.document, blocks[i].span))
      continue;   // the text below its number
    if (blocks[i].kind != BlockKind::paragraph || !ends_with_colon(reading.document, blocks[i].span)) return {};
    return find_words(reading.document.text.folded(blocks[i].content), "recommend") != std::string_view::npos
               ? read_lead_in(reading, blocks[i].content).addressee
               : std::string{};
  }
  return {};
}

}   // namespace

void take_numbered(const Reading& reading, const model::Match& match, List& list, ListTrail& trail,
                   model::Drafts& drafts, std::vector<Refusal>* refusals) {
  const model::Sentence& said = reading.layers.sentences[match.sentence];
  const std::vector<Block>& blocks = reading.document.blocks;
  const Block& block = blocks[said.block];
  const std::uint32_t from = match.group("ask").empty() ? match.span.end : match.group("ask").begin;
  Span ask = trimmed(reading.document, {std::min(from, block.span.end), block.span.end});
  const auto asks = [&](Span span) {
    const Span begin{span.begin, std::min(span.end, span.begin + 160)};
    const Span verb = first_ask_verb(reading, begin);   // "The Agency set targets …": under its number, an order
    if (!verb.empty() && verb.begin > span.begin &&
        can_act(reading, reading.document.text.string(trimmed(reading.document, {span.begin, verb.begin}))))
      return true;
    return !span.empty() &&
           (is_own_item(reading, span) || is_ask_verb(reading, first_word(reading, span)) ||
            !read_lead_in(reading, {span.begin, std::min(span.end, span.begin + 300)}).strength.empty() ||
            asks_somewhere(reading, span));
  };
  const Block* holder = &block;
  std::string rest;
  bool titled = !ask.empty() && is_heading(block) && !asks(ask);
  // "Recommendation 1 - Target the ports with most need", and below it "The Commission should: …": the heading is its
  // name
  constexpr std::size_t longest_name = 12;
  if (!ask.empty() && is_heading(block) && !titled &&
      (is_ask_verb(reading, first_word(reading, ask)) || !is_own_item(reading, ask)) &&
      words_of(reading.document, ask).size() <= longest_name && reading.document.text.folded(ask).back() != '.') {
    std::size_t below = said.block + 1;
    while (below < blocks.size() && !blocks[below].readable()) ++below;
    titled = below < blocks.size() && blocks[below].kind == BlockKind::paragraph &&
             is_own_item(reading, blocks[below].content) &&
             !read_lead_in(reading, {blocks[below].content.begin,
                                     std::min(blocks[below].content.end, blocks[below].content.begin + 300)})
                  .addressee.empty();
  }
  if (ask.empty() || titled) {
    ask = text_below(reading, trail, said.block + 1, &holder, rest);
    if (ask.empty()) return refuse(refusals, match, "no text follows the number");
    if (!asks(ask)) return refuse(refusals, match, "what follows the number does not ask");
  } else if (ends_with_colon(reading.document, block.span)) {
    for (std::size_t i = said.block + 1;
         i < blocks.size() && i < said.block + 20 && blocks[i].kind == BlockKind::list_item && !trail.numbers_itself(i);
         ++i)
      ask = ask.join(blocks[i].content);
  }
  list.lead = read_lead_in(reading, {ask.begin, std::min(ask.end, ask.begin + 300)});
  if (list.lead.addressee.empty() && list.lead.strength.empty()) {
    // "The Agency set targets …": who it is stands before the order
    const Span verb = first_ask_verb(reading, {ask.begin, std::min(ask.end, ask.begin + 160)});
    if (std::string who =
            verb.empty() || verb.begin <= ask.begin ? std::string{} : addressee_of(reading, {ask.begin, verb.begin});
        can_act(reading, who))
      list.lead.addressee = std::move(who);
  }
  if (list.lead.addressee.empty())
    list.lead.addressee = match.group("who").empty()
                              ? asked_above(reading, trail, said.block)
                              : reading.document.text.string(trimmed(reading.document, match.group("who")));
  std::int32_t over = block.heading;
  while (over >= 0 && trail.numbers_itself(static_cast<std::size_t>(over)))
    over = blocks[static_cast<std::size_t>(over)].heading;
  if (over >= 0) list.like.section = blocks[static_cast<std::size_t>(over)].content;
  if (titled) list.like.section = block.content;
  if (over >= 0 && !titled) list.label = reading.document.text.string(blocks[static_cast<std::size_t>(over)].content);
  if (titled) list.label = reading.document.text.string(block.content);
  if (!add_item(reading, list, *holder, ask, drafts, rest)) return refuse(refusals, match, "no text of a request");
  model::Recommendation& item = drafts.recommendations.back();
  if (const Span number = match.group("number"); !number.empty()) item.number = reading.document.text.string(number);
}

}   // namespace muster::facts
