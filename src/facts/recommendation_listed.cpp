// Formal lists: the items under a heading ("Areas for improvement"), after a lead-in ("The trust
// should:"), and paragraphs that number themselves ("Recommendation 4: …").
#include <algorithm>

#include "facts/list_walk.hpp"

namespace muster::facts {
namespace {

using model::Block;
using model::BlockKind;

// "Fern Ferries Inc. (2 Recommendations)": without the count.
Span without_count(const Reading& reading, Span heading) {
  const std::string_view text = reading.document.text.folded(heading);
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos || open < 3 || !text.ends_with(')')) return heading;
  return find_words(text, "recommendations", open) != std::string_view::npos ||
                 find_words(text, "recommendation", open) != std::string_view::npos
             ? trimmed(reading.document, {heading.begin, heading.begin + static_cast<std::uint32_t>(open)})
             : heading;
}

// "Harbour Police", "The managers": a heading that is the name of those whom the items below ask.
bool names_somebody(const Reading& reading, Span heading) {
  if (heading.size() > 80) return false;
  const model::Name* name =
      name_in(reading.layers, heading, {model::NameKind::body, model::NameKind::inspectorate, model::NameKind::role});
  if (name != nullptr && name->span.size() + 5 >= heading.size()) return true;
  const std::string text = plain(reading.document.text.folded(heading));
  return text.starts_with("the ") && text.find(" of ") == std::string::npos && can_act(reading, text);
}

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
    for (const std::string_view none :
         {"no areas", "no recommendations", "no requirements", "not identified", "none", "did not", "no priority"})
      if (find_words(text, none) != std::string_view::npos) return false;
    for (const std::string_view word : {"following", "below", "set out", "listed", "these areas", "identified"})
      announces |= find_words(text, word) != std::string_view::npos;
    announces |= text.ends_with(':');
  }
  return paragraphs > 0 && announces;
}

}   // namespace

void make_listed(const Reading& reading, const model::Match& match, ListTrail& trail, model::Drafts& drafts,
                 std::vector<Refusal>* refusals) {
  const model::Sentence& said = reading.layers.sentences[match.sentence];
  const std::vector<Block>& blocks = reading.document.blocks;
  const Block& block = blocks[said.block];
  List list;
  list.like = evidence_of(reading, match.sentence, *match.rule);
  const std::string_view how = match.makes("how");
  if (how != "lead_in" && how != "rows" && how != "committee" && !drafts.recommendations.empty() &&
      drafts.recommendations.back().evidence.quote.end > block.span.begin &&
      drafts.recommendations.back().form == model::Form::listed)
    return refuse(refusals, match, "stands inside a list already read");
  if (how == "numbered" && under_explanation(reading, said.block))
    return refuse(refusals, match, "words are explained here");
  if (how == "numbered") return take_numbered(reading, match, list, trail, drafts, refusals);
  const std::size_t before = drafts.recommendations.size();
  Walk walk(reading, trail, drafts);
  if (how == "committee") {
    // "3. The Board must publish … (Paragraph 14)", in the answer to a committee: a request if it asks
    if (!numbered(block) || said.span.begin <= block.content.begin)
      return refuse(refusals, match, "no numbered paragraph ends with it");
    const Span ask = trimmed(reading.document, {block.content.begin, said.span.begin});
    list.asks = true;
    if (block.heading >= 0)
      list.label = reading.document.text.string(blocks[static_cast<std::size_t>(block.heading)].content);
    if (!add_item(reading, list, block, ask, drafts)) refuse(refusals, match, "a conclusion, no request");
    return;
  }
  if (how == "rows") {
    // A table of requests under no heading that says so
    const std::int32_t over = block.heading;
    if (over >= 0 && heads_earlier(reading, static_cast<std::size_t>(over)))
      return refuse(refusals, match, "the heading says that nothing is asked for");
    if (over >= 0 && !drafts.recommendations.empty() && ends_list(reading, blocks[static_cast<std::size_t>(over)]))
      return refuse(refusals, match, "answers to the list above");
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
    if (over != nullptr && !anywhere && ends_list(reading, *over))
      return refuse(refusals, match, "the heading says that nothing is asked for");
    const model::VocabEntry* known =
        over != nullptr ? entry_of(reading, "list_headings",
                                   reading.document.text.folded(trimmed(reading.document, over->content, ".:")))
                        : nullptr;
    if (field_of(known, "kind") == "priority") list.level = "priority";
    // "The report should: …" among findings, where the formal list stands elsewhere: prose
    const std::string_view words = reading.document.text.folded(said.span);
    // "6.12 … the following points: / 6.13 …": the report's own numbers go on
    const std::size_t below = walk.readable(said.block + 1);
    if (numbered(block) && below < blocks.size() && numbered(blocks[below]) &&
        ordinal_of(blocks[below]) == ordinal_of(block) + 1 &&
        std::count(block.marker.begin(), block.marker.end(), '.') ==
            std::count(blocks[below].marker.begin(), blocks[below].marker.end(), '.'))
      return refuse(refusals, match, "the paragraphs below are its neighbours, no items");
    if (trail.formal && !anywhere && known == nullptr && find_words(words, "recommend") == std::string_view::npos &&
        find_words(words, "recommends") == std::string_view::npos &&
        find_words(words, "asked") == std::string_view::npos && find_words(words, "told") == std::string_view::npos &&
        find_words(words, "required") == std::string_view::npos &&
        find_words(words, "requires") == std::string_view::npos &&
        find_words(words, "improvement") == std::string_view::npos)
      return refuse(refusals, match, "said among the findings: the formal list stands elsewhere");
    list.lead = read_lead_in(reading, said.span);
    if (block.kind == BlockKind::list_item && !match.group("heading").empty()) {
      // an item of a list that heads a list inside it
      if (below >= blocks.size() || blocks[below].kind != BlockKind::list_item || blocks[below].level <= block.level)
        return refuse(refusals, match, "no items below it");
      list.label = reading.document.text.string(trimmed(reading.document, block.content, ".:"));
      walk.stay_below(block.level);
    }
    walk.take(list, said.block + 1, true);
    if (drafts.recommendations.size() == before) refuse(refusals, match, "no items follow");
    return;
  }
  const Span title = trimmed(reading.document, block.content, ".:");
  const model::VocabEntry* heading =
      entry_of(reading, "list_headings", reading.document.text.folded(match.group("heading")));
  if (field_of(heading, "kind") == "not") return refuse(refusals, match, "nothing is asked for under this heading");
  list.label = reading.document.text.string(title);
  if (field_of(heading, "kind") == "priority" || match.makes("level") == "priority") list.level = "priority";
  for (std::int32_t over = block.heading; over >= 0 && list.level.empty();
       over = blocks[static_cast<std::size_t>(over)].heading) {
    if (blocks[static_cast<std::size_t>(over)].level >= block.level) continue;
    // "Recommendations" below "Cause of concern"
    const model::VocabEntry* parent = entry_of(
        reading, "list_headings",
        reading.document.text.folded(trimmed(reading.document, blocks[static_cast<std::size_t>(over)].content, ".:")));
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
  if (drafts.recommendations.size() == before && (!own.lead.strength.empty() || !own.lead.addressee.empty()))
    list.lead = own.lead;   // it leads to the lists below
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
      if (!by_area || next >= blocks.size() || blocks[next].kind != BlockKind::heading || trail.has_match(next) ||
          ends_list(reading, blocks[next]) || blocks[next].level != area_level || !walk.list_below(next))
        break;
      at = next;
    }
    const bool named_end = ends_list(reading, blocks[at]);   // "Introduction" is one of the chapters concluded on
    if (trail.has_match(at) || (named_end && !(list.mixed && walk.number_goes_on(at, true)))) break;
    const bool at_once = drafts.recommendations.size() == before &&
                         (walk.readable(said.block + 1) == at || only_introduced(reading, said.block + 1, at));
    const auto belongs = [&](std::size_t i) {
      const bool sibling = by_area && blocks[i].level == area_level && walk.list_below(i);
      return blocks[i].level > block.level || time_heading(reading.document, blocks[i]) || at_once || sibling ||
             list.mixed || walk.asks_below(i);
    };
    if (!belongs(at)) {
      // a running head between two of them
      const std::size_t next = walk.readable(at + 1);
      if (drafts.recommendations.size() == before || next >= blocks.size() || blocks[next].kind != BlockKind::heading ||
          trail.has_match(next) || ends_list(reading, blocks[next]) || !belongs(next))
        break;
      at = next;
    }
    if (list.mixed && blocks[at].level < block.level) break;
    const Block& sub = blocks[at];
    if (at_once) by_area = true, area_level = sub.level;
    List under = list;
    const Span name = trimmed(reading.document, sub.content, ".:");
    if (time_heading(reading.document, sub))
      under.lead.deadline = model::Deadline{reading.document.text.string(name), ""};
    else if (reading.document.text.folded_at(name.begin) != '(') under.label = reading.document.text.string(name);
    if (std::string who = addressee_in_heading(reading, name); !who.empty()) under.lead.addressee = std::move(who);
    else if (const Span alone = without_count(reading, name); !time_heading(reading.document, sub) &&
                                                              (walk.list_below(at) || alone.size() < name.size()) &&
                                                              names_somebody(reading, alone))
      under.lead.addressee = reading.document.text.string(alone);
    under.like.section = name;
    // "2012-03-I-NC-1" in bold over its request: a number, in the area of the heading above it
    const bool code = code_alone(reading.document.text.folded(name));
    if (code) under.label = area.label, under.lead.addressee = area.lead.addressee;
    else area = under;
    const std::size_t from = at, listed = drafts.recommendations.size();
    at = walk.take(under, at + 1, false);
    for (std::size_t i = listed; code && i < drafts.recommendations.size(); ++i)
      if (drafts.recommendations[i].number.empty())
        drafts.recommendations[i].number = reading.document.text.string(name);
    if (at == from) ++at;
    // A paragraph more on the last item, and then the next area.
    constexpr std::size_t most_between = 4;
    std::size_t next = at;
    while (next < blocks.size() && next < at + most_between &&
           (!blocks[next].readable() || blocks[next].kind == BlockKind::paragraph))
      ++next;
    if (by_area && next > at && next < blocks.size() && blocks[next].kind == BlockKind::heading &&
        blocks[next].level == area_level && !trail.has_match(next) && !ends_list(reading, blocks[next]) &&
        walk.list_below(next))
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

}   // namespace muster::facts
