// Formal lists: the items under a heading ("Areas for improvement"), after a lead-in ("The trust
// should:"), and paragraphs that number themselves ("Recommendation 4: …").
#include <algorithm>

#include "facts/list_walk.hpp"

namespace muster::facts {
namespace {

using model::Block;
using model::BlockKind;

bool is_heading(const Block& block) { return block.kind == BlockKind::heading || block.kind == BlockKind::title; }

// "Fern Ferries Inc. (2 Recommendations)": without the count.
Span without_count(const Reading& reading, Span heading) {
  const std::string_view text = reading.document.text.folded(heading);
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos || open < 3 || !text.ends_with(')')) return heading;
  return find_words(text, "recommendations", open) != std::string_view::npos || find_words(text, "recommendation", open) != std::string_view::npos ? trimmed(reading.document, {heading.begin, heading.begin + static_cast<std::uint32_t>(open)}) : heading;
}

// "Harbour Police", "The managers": a heading that is the name of those whom the items below ask.
bool names_somebody(const Reading& reading, Span heading) {
  if (heading.size() > 80) return false;
  const model::Name* name = name_in(reading.layers, heading, {model::NameKind::body, model::NameKind::inspectorate, model::NameKind::role});
  if (name != nullptr && name->span.size() + 5 >= heading.size()) return true;
  const std::string text = plain(reading.document.text.folded(heading));
  return text.starts_with("the ") && text.find(" of ") == std::string::npos && can_act(reading, text);
}

// Reads one list, block by block.

// Between a heading and the first area below it: a paragraph or two that announce what follows.
bool only_introduced(const Reading& reading, std::size_t from, std::size_t to) {
  constexpr std::size_t most = 4;
  bool announces = false;
  std::size_t paragraphs = 0;
  for (std::size_t i = from; i < to; ++i) {
    const Block& block = reading.document.blocks[i];
    if (!block.readable()) continue;
    if (block.kind != BlockKind::paragraph || ++paragraphs > most) return false;
    const std::string_view text = reading.document.text.folded(block.content);
    for (const std::string_view none : {"no areas", "no recommendations", "no requirements", "not identified", "none", "did not", "no priority"})
      if (find_words(text, none) != std::string_view::npos) return false;
    for (const std::string_view word : {"following", "below", "set out", "listed", "these areas", "identified"}) announces |= find_words(text, word) != std::string_view::npos;
    announces |= text.ends_with(':');
  }
  return paragraphs > 0 && announces;
}

// "Ref: Regulation 13", "Stated: Second time": what stands over a request.
bool stands_over(const Reading& reading, const std::vector<Word>& words) {
  if (words.size() < 2 || words.size() > 14) return false;
  std::size_t label = 0;
  while (label < 4 && label + 1 < words.size() && reading.document.text.folded()[words[label].span.end] != ':') ++label;
  if (reading.document.text.folded()[words[label].span.end] != ':') return false;
  return is_any(words[0].text, {"ref", "reference", "stated", "timescale", "deadline", "due", "owner", "priority", "status"}) ||
         (same_word(words[0].text, "to") && words.size() > 2 && is_any(words[2].text, {"completed"}));
}

// "Action taken as confirmed: …", "This requirement was made on 3 April": what became of a request, and when it was made.
bool tells_of_request(const std::vector<Word>& words) {
  if (words.size() < 2) return false;
  if (is_any(words[0].text, {"action", "actions"}) && is_any(words[1].text, {"taken"})) return true;
  if (!is_any(words[0].text, {"this", "the"}) || words.size() < 4) return false;
  std::size_t next = 1;
  while (next < 5 && next + 1 < words.size() && !is_any(words[next].text, {"was", "has"})) ++next;
  return is_any(words[next].text, {"was", "has"}) && is_any(words[next - 1].text, {"requirement", "recommendation", "improvement", "action"}) && next + 1 < words.size() &&
         is_any(words[next + 1].text, {"made", "stated", "issued", "been", "not", "fully", "partially", "met"});
}

// "Target implementation date: end of 2023", "Timeframe: June": below a request.
bool tells_by_when(const Reading& reading, const std::vector<Word>& words) {
  std::size_t label = 0;
  while (label < 3 && label + 1 < words.size() && reading.document.text.folded()[words[label].span.end] != ':') ++label;
  if (words.size() < 2 || words.size() > 14 || reading.document.text.folded()[words[label].span.end] != ':') return false;
  return is_any(words[label].text, {"date", "timeframe", "timescale", "timescales", "deadline"});
}

// "Recommendation 4" or "Recommendation 4: A shorter name" over its text: paragraphs and their lists, up
// to the next heading, number or answer.
Span text_below(const Reading& reading, const ListTrail& trail, std::size_t first, const Block** holder, std::string& rest) {
  constexpr std::size_t most_blocks = 30;
  constexpr std::uint32_t most = 6000;
  const std::vector<Block>& blocks = reading.document.blocks;
  Span text, last;
  bool cut = false;   // a page's end stands between
  for (std::size_t i = first; i < blocks.size() && i < first + most_blocks; ++i) {
    const Block& block = blocks[i];
    if (block.kind == BlockKind::furniture || (block.kind == BlockKind::heading && only_digits(reading.document, block))) {
      cut = !text.empty();
      continue;
    }
    if (!block.readable() || is_heading(block) || block.kind == BlockKind::table_row || trail.numbers_itself(i)) break;
    const std::vector<Word> words = words_of(reading.document, {block.content.begin, std::min(block.content.end, block.content.begin + 200)});
    if (text.empty() && stands_over(reading, words)) continue;
    if (!text.empty() && (tells_of_request(words) || tells_by_when(reading, words) || (stands_over(reading, words) && same_word(words[0].text, "status")))) break;
    // "Paragraph 2.15": where the findings on it stand
    if (text.empty() && words.size() <= 5 && !words.empty() && is_any(words[0].text, {"paragraph", "paragraphs", "para", "see"})) continue;
    if ((block.kind == BlockKind::paragraph || !text.empty()) && numbered(block) && number_of(block).find('.') != std::string::npos) break;   // the report goes on
    if (block.kind == BlockKind::paragraph && numbered(block)) break;
    // "The Board should mend the pier. Response: Accepted", in one paragraph: the request is what stands before
    constexpr std::uint32_t least = 20;
    if (const std::optional<std::uint32_t> answer = trail.answer_at(block.content); text.empty() && block.kind == BlockKind::paragraph && answer && *answer > block.content.begin + least) {
      *holder = &block;
      return trimmed(reading.document, {block.content.begin, *answer});
    }
    if (trail.answered_in(block.content) || (!text.empty() && block.kind == BlockKind::paragraph && trail.told_in({block.content.begin, std::min(block.content.end, block.content.begin + 160)}))) break;
    // An answer may follow without a word that says so.
    if (trail.answering && !text.empty() && block.kind == BlockKind::paragraph && !asks_somewhere(reading, block.content)) break;
    // On the next page only what goes on a list or a sentence
    if (cut && rest.empty() && block.kind != BlockKind::list_item && !(reading.document.text.folded()[block.content.begin] >= 'a' && reading.document.text.folded()[block.content.begin] <= 'z') && !ends_with_colon(reading.document, last)) break;
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
    if (blocks[i].kind == BlockKind::paragraph && i > 0 && trail.numbers_itself(i - 1) && !ends_with_colon(reading.document, blocks[i].span)) continue;   // the text below its number
    if (blocks[i].kind != BlockKind::paragraph || !ends_with_colon(reading.document, blocks[i].span)) return {};
    return find_words(reading.document.text.folded(blocks[i].content), "recommend") != std::string_view::npos ? read_lead_in(reading, blocks[i].content).addressee : std::string{};
  }
  return {};
}

void take_numbered(const Reading& reading, const model::Match& match, List& list, ListTrail& trail, model::Drafts& drafts, std::vector<Refusal>* refusals) {
  const model::Sentence& said = reading.layers.sentences[match.sentence];
  const std::vector<Block>& blocks = reading.document.blocks;
  const Block& block = blocks[said.block];
  Span ask = trimmed(reading.document, {match.group("ask").empty() ? match.span.end : match.group("ask").begin, block.span.end});
  const auto asks = [&](Span span) {
    const Span begin{span.begin, std::min(span.end, span.begin + 160)};
    const Span verb = first_ask_verb(reading, begin);   // "The Agency set targets …": under its number, an order
    if (!verb.empty() && verb.begin > span.begin && can_act(reading, reading.document.text.string(trimmed(reading.document, {span.begin, verb.begin})))) return true;
    return !span.empty() && (is_own_item(reading, span) || is_ask_verb(reading, first_word(reading, span)) || !read_lead_in(reading, {span.begin, std::min(span.end, span.begin + 300)}).strength.empty() || asks_somewhere(reading, span));
  };
  const Block* holder = &block;
  std::string rest;
  bool titled = !ask.empty() && is_heading(block) && !asks(ask);
  // "Recommendation 1 - Target the ports with most need", and below it "The Commission should: …": the heading is its name
  constexpr std::size_t longest_name = 12;
  if (!ask.empty() && is_heading(block) && !titled && (is_ask_verb(reading, first_word(reading, ask)) || !is_own_item(reading, ask)) && words_of(reading.document, ask).size() <= longest_name && reading.document.text.folded()[ask.end - 1] != '.') {
    std::size_t below = said.block + 1;
    while (below < blocks.size() && !blocks[below].readable()) ++below;
    titled = below < blocks.size() && blocks[below].kind == BlockKind::paragraph && is_own_item(reading, blocks[below].content) && !read_lead_in(reading, {blocks[below].content.begin, std::min(blocks[below].content.end, blocks[below].content.begin + 300)}).addressee.empty();
  }
  if (ask.empty() || titled) {
    ask = text_below(reading, trail, said.block + 1, &holder, rest);
    if (ask.empty()) return refuse(refusals, match, "no text follows the number");
    if (!asks(ask)) return refuse(refusals, match, "what follows the number does not ask");
  } else if (ends_with_colon(reading.document, block.span)) {
    for (std::size_t i = said.block + 1; i < blocks.size() && i < said.block + 20 && blocks[i].kind == BlockKind::list_item && !trail.numbers_itself(i); ++i) ask = ask.join(blocks[i].content);
  }
  list.lead = read_lead_in(reading, {ask.begin, std::min(ask.end, ask.begin + 300)});
  if (list.lead.addressee.empty() && list.lead.strength.empty()) {
    // "The Agency set targets …": who it is stands before the order
    const Span verb = first_ask_verb(reading, {ask.begin, std::min(ask.end, ask.begin + 160)});
    if (std::string who = verb.empty() || verb.begin <= ask.begin ? std::string{} : addressee_of(reading, {ask.begin, verb.begin}); can_act(reading, who)) list.lead.addressee = std::move(who);
  }
  if (list.lead.addressee.empty()) list.lead.addressee = match.group("who").empty() ? asked_above(reading, trail, said.block) : reading.document.text.string(trimmed(reading.document, match.group("who")));
  std::int32_t over = block.heading;
  while (over >= 0 && trail.numbers_itself(static_cast<std::size_t>(over))) over = blocks[static_cast<std::size_t>(over)].heading;
  if (over >= 0) list.like.section = blocks[static_cast<std::size_t>(over)].content;
  if (titled) list.like.section = block.content;
  if (over >= 0 && !titled) list.label = reading.document.text.string(blocks[static_cast<std::size_t>(over)].content);
  if (titled) list.label = reading.document.text.string(block.content);
  if (!add_item(reading, list, *holder, ask, drafts, rest)) return refuse(refusals, match, "no text of a request");
  model::Recommendation& item = drafts.recommendations.back();
  if (const Span number = match.group("number"); !number.empty()) item.number = reading.document.text.string(number);
}

}  // namespace

void make_listed(const Reading& reading, const model::Match& match, ListTrail& trail, model::Drafts& drafts, std::vector<Refusal>* refusals) {
  const model::Sentence& said = reading.layers.sentences[match.sentence];
  const std::vector<Block>& blocks = reading.document.blocks;
  const Block& block = blocks[said.block];
  List list;
  list.like = evidence_of(reading, match.sentence, *match.rule);
  const std::string_view how = match.makes("how");
  if (how != "lead_in" && how != "rows" && how != "committee" && !drafts.recommendations.empty() && drafts.recommendations.back().evidence.quote.end > block.span.begin && drafts.recommendations.back().form == model::Form::listed)
    return refuse(refusals, match, "stands inside a list already read");
  if (how == "numbered" && under_explanation(reading, said.block)) return refuse(refusals, match, "words are explained here");
  if (how == "numbered") return take_numbered(reading, match, list, trail, drafts, refusals);
  const std::size_t before = drafts.recommendations.size();
  Walk walk(reading, trail, drafts);
  if (how == "committee") {
    // "3. The Board must publish … (Paragraph 14)", in the answer to a committee: a request if it asks
    if (!numbered(block) || said.span.begin <= block.content.begin) return refuse(refusals, match, "no numbered paragraph ends with it");
    const Span ask = trimmed(reading.document, {block.content.begin, said.span.begin});
    list.asks = true;
    if (block.heading >= 0) list.label = reading.document.text.string(blocks[static_cast<std::size_t>(block.heading)].content);
    if (!add_item(reading, list, block, ask, drafts)) refuse(refusals, match, "a conclusion, no request");
    return;
  }
  if (how == "rows") {
    // A table of requests under no heading that says so
    const std::int32_t over = block.heading;
    if (over >= 0 && heads_earlier(reading, blocks[static_cast<std::size_t>(over)])) return refuse(refusals, match, "the heading says that nothing is asked for");
    if (over >= 0 && !drafts.recommendations.empty() && ends_list(reading, blocks[static_cast<std::size_t>(over)])) return refuse(refusals, match, "answers to the list above");
    if (over >= 0) list.label = reading.document.text.string(blocks[static_cast<std::size_t>(over)].content);
    list.asks = true;
    take_rows(reading, list, said.block, drafts);
    if (drafts.recommendations.size() == before) refuse(refusals, match, "no items follow");
    return;
  }
  if (how == "lead_in") {
    const Block* over = block.heading >= 0 ? &blocks[static_cast<std::size_t>(block.heading)] : nullptr;
    if (over != nullptr) list.label = reading.document.text.string(over->content);
    const bool anywhere = match.makes("stands") == "anywhere";   // it says itself that what follows is asked for
    if (over != nullptr && !anywhere && ends_list(reading, *over)) return refuse(refusals, match, "the heading says that nothing is asked for");
    const model::VocabEntry* known = over != nullptr ? entry_of(reading.vocab, "list_headings", reading.document.text.folded(trimmed(reading.document, over->content, ".:"))) : nullptr;
    if (field_of(known, "kind") == "priority") list.level = "priority";
    // "The report should: …" among findings, where the formal list stands elsewhere: prose
    const std::string_view words = reading.document.text.folded(said.span);
    // "6.12 … the following points: / 6.13 …": the report's own numbers go on
    const std::size_t below = walk.readable(said.block + 1);
    if (numbered(block) && below < blocks.size() && numbered(blocks[below]) && ordinal_of(blocks[below]) == ordinal_of(block) + 1 &&
        std::count(block.marker.begin(), block.marker.end(), '.') == std::count(blocks[below].marker.begin(), blocks[below].marker.end(), '.'))
      return refuse(refusals, match, "the paragraphs below are its neighbours, no items");
    if (trail.formal && !anywhere && known == nullptr && find_words(words, "recommend") == std::string_view::npos && find_words(words, "recommends") == std::string_view::npos && find_words(words, "asked") == std::string_view::npos && find_words(words, "told") == std::string_view::npos && find_words(words, "required") == std::string_view::npos && find_words(words, "requires") == std::string_view::npos && find_words(words, "improvement") == std::string_view::npos)
      return refuse(refusals, match, "said among the findings: the formal list stands elsewhere");
    list.lead = read_lead_in(reading, said.span);
    if (block.kind == BlockKind::list_item && !match.group("heading").empty()) {
      // an item of a list that heads a list inside it
      if (below >= blocks.size() || blocks[below].kind != BlockKind::list_item || blocks[below].level <= block.level) return refuse(refusals, match, "no items below it");
      list.label = reading.document.text.string(trimmed(reading.document, block.content, ".:"));
      walk.stay_below(block.level);
    }
    walk.take(list, said.block + 1, true);
    if (drafts.recommendations.size() == before) refuse(refusals, match, "no items follow");
    return;
  }
  const Span title = trimmed(reading.document, block.content, ".:");
  const model::VocabEntry* heading = entry_of(reading.vocab, "list_headings", reading.document.text.folded(match.group("heading")));
  if (field_of(heading, "kind") == "not") return refuse(refusals, match, "nothing is asked for under this heading");
  list.label = reading.document.text.string(title);
  if (field_of(heading, "kind") == "priority" || match.makes("level") == "priority") list.level = "priority";
  for (std::int32_t over = block.heading; over >= 0 && list.level.empty(); over = blocks[static_cast<std::size_t>(over)].heading) {
    if (blocks[static_cast<std::size_t>(over)].level >= block.level) continue;
    // "Recommendations" below "Cause of concern"
    const model::VocabEntry* parent = entry_of(reading.vocab, "list_headings", reading.document.text.folded(trimmed(reading.document, blocks[static_cast<std::size_t>(over)].content, ".:")));
    if (field_of(parent, "kind") == "priority") list.level = "priority";
    break;
  }
  list.mixed = field_of(heading, "mixed") == "yes";
  list.like.section = title;
  list.lead.addressee = addressee_in_heading(reading, title);
  const bool goes_on_from = trail.end == said.block && (block.level > trail.level || !trail.had_items);
  if (goes_on_from && list.lead.addressee.empty()) list.lead.addressee = trail.addressee;
  const std::string addressee = list.lead.addressee;
  List own = list;
  std::size_t at = walk.take(own, said.block + 1, false);
  if (drafts.recommendations.size() == before && (!own.lead.strength.empty() || !own.lead.addressee.empty())) list.lead = own.lead;   // it leads to the lists below
  // Lists by area: "Recommendations", then "Leadership" and its items, then "Practice" and its items.
  constexpr std::size_t most_in_box = 40;
  bool by_area = false;
  List area = list;
  int area_level = 0;
  while (at < blocks.size() && blocks[at].kind == BlockKind::heading) {
    if (drafts.recommendations.size() > before && !trail.has_match(at) && heads_box(reading, blocks[at])) {
      // "Case study: …" between two areas: the next area is still one of the list
      std::size_t next = at + 1;
      while (next < blocks.size() && next < at + most_in_box && blocks[next].kind != BlockKind::heading) ++next;
      if (!by_area || next >= blocks.size() || blocks[next].kind != BlockKind::heading || trail.has_match(next) || ends_list(reading, blocks[next]) || blocks[next].level != area_level || !walk.list_below(next)) break;
      at = next;
    }
    const bool named_end = ends_list(reading, blocks[at]);   // "Introduction" is one of the chapters concluded on
    if (trail.has_match(at) || (named_end && !(list.mixed && walk.number_goes_on(at, true)))) break;
    const bool at_once = drafts.recommendations.size() == before && (walk.readable(said.block + 1) == at || only_introduced(reading, said.block + 1, at));
    const auto belongs = [&](std::size_t i) {
      const bool sibling = by_area && blocks[i].level == area_level && walk.list_below(i);
      return blocks[i].level > block.level || time_heading(reading.document, blocks[i]) || at_once || sibling || list.mixed || walk.asks_below(i);
    };
    if (!belongs(at)) {
      // a running head between two of them
      const std::size_t next = walk.readable(at + 1);
      if (drafts.recommendations.size() == before || next >= blocks.size() || blocks[next].kind != BlockKind::heading || trail.has_match(next) || ends_list(reading, blocks[next]) || !belongs(next)) break;
      at = next;
    }
    if (list.mixed && blocks[at].level < block.level) break;
    const Block& sub = blocks[at];
    if (at_once) by_area = true, area_level = sub.level;
    List under = list;
    const Span name = trimmed(reading.document, sub.content, ".:");
    if (time_heading(reading.document, sub)) under.lead.deadline = model::Deadline{reading.document.text.string(name), ""};
    else if (reading.document.text.folded()[name.begin] != '(') under.label = reading.document.text.string(name);
    if (std::string who = addressee_in_heading(reading, name); !who.empty()) under.lead.addressee = std::move(who);
    else if (const Span alone = without_count(reading, name); !time_heading(reading.document, sub) && (walk.list_below(at) || alone.size() < name.size()) && names_somebody(reading, alone)) under.lead.addressee = reading.document.text.string(alone);
    under.like.section = name;
    // "2012-03-I-NC-1" in bold over its request: a number, in the area of the heading above it
    const bool code = code_alone(reading.document.text.folded(name));
    if (code) under.label = area.label, under.lead.addressee = area.lead.addressee;
    else area = under;
    const std::size_t from = at, listed = drafts.recommendations.size();
    at = walk.take(under, at + 1, false);
    for (std::size_t i = listed; code && i < drafts.recommendations.size(); ++i)
      if (drafts.recommendations[i].number.empty()) drafts.recommendations[i].number = reading.document.text.string(name);
    if (at == from) ++at;
    // A paragraph more on the last item, and then the next area.
    constexpr std::size_t most_between = 4;
    std::size_t next = at;
    while (next < blocks.size() && next < at + most_between && (!blocks[next].readable() || blocks[next].kind == BlockKind::paragraph)) ++next;
    if (by_area && next > at && next < blocks.size() && blocks[next].kind == BlockKind::heading && blocks[next].level == area_level &&
        !trail.has_match(next) && !ends_list(reading, blocks[next]) && walk.list_below(next))
      at = next;
  }
  const bool had_items = drafts.recommendations.size() > before;
  // "What does the board need to improve?" holds for the lists right below it, whatever their headings.
  const bool inherits = goes_on_from && !trail.addressee.empty();
  trail.end = at;
  if (!inherits || !had_items) {
    trail.addressee = addressee;
    if (!inherits) trail.level = block.level, trail.had_items = had_items;
  }
  if (!had_items) refuse(refusals, match, "no items follow");
}

}  // namespace muster::facts
