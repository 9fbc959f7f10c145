// Formal lists: the items under a heading ("Areas for improvement"), after a lead-in ("The trust
// should:"), and paragraphs that number themselves ("Recommendation 4: …").
#include <algorithm>

#include "facts/listed.hpp"

namespace muster::facts {
namespace {

using model::Block;
using model::BlockKind;

bool is_heading(const Block& block) { return block.kind == BlockKind::heading || block.kind == BlockKind::title; }

bool goes_on(const model::Document& document, Span item, Span next) {
  const std::string_view text = document.text.folded();
  const Span bare = trimmed(document, item);
  if (bare.empty() || next.empty()) return false;
  const char last = text[bare.end - 1], first = text[next.begin];
  return last != '.' && last != ';' && last != ':' && last != '?' && first >= 'a' && first <= 'z';
}

// "The local authority should:", "Within three months:": not an item but what leads to the next ones.
bool only_leads(const Reading& reading, const Block& block) {
  if (!ends_with_colon(reading.document, block.span) || block.span.size() > 260) return false;
  const std::vector<Word> words = words_of(reading.document, block.content);
  if (words.empty() || is_ask_verb(reading, words.front().text)) return false;
  if (is_any(words.back().text, {"should", "must", "to", "that", "shall"})) return true;
  if (entry_of(reading.vocab, "list_headings", reading.document.text.folded(trimmed(reading.document, block.content, ".:"))) != nullptr) return true;
  return words.size() <= 7 && is_any(words.front().text, {"within", "by", "immediately", "for", "to", "before"});
}

// Reads one list, block by block.
class Walk {
 public:
  Walk(const Reading& reading, const ListTrail& trail, model::Drafts& drafts) : reading_(reading), blocks_(reading.document.blocks), trail_(trail), drafts_(drafts) {}

  // Items from block `first` on; returns the block after them.
  std::size_t take(List& list, std::size_t first, bool lead_only) {
    std::size_t i = first;
    bool any = false;
    while (i < blocks_.size()) {
      const Block& block = blocks_[i];
      if (!block.readable()) { ++i; continue; }
      if (block.kind == BlockKind::heading && only_digits(reading_.document, block)) { ++i; continue; }
      if (is_heading(block)) break;
      if (i > first && trail_.numbers_itself(i)) break;
      if (lone_marker(reading_.document, block)) {
        std::size_t next = readable(i + 1);
        const bool named = next < blocks_.size() && blocks_[next].kind == BlockKind::heading && is_ask_verb(reading_, first_word(reading_, blocks_[next].content));
        if (next >= blocks_.size() || (blocks_[next].kind != BlockKind::paragraph && !named) || lone_marker(reading_.document, blocks_[next])) break;
        Block item = blocks_[next];
        item.marker = reading_.document.text.string(block.span);
        item.kind = BlockKind::list_item;
        Span text = item.content;
        std::size_t end = next + 1;
        if (end < blocks_.size() && blocks_[end].kind == BlockKind::paragraph && goes_on(reading_.document, text, blocks_[end].content)) text = text.join(blocks_[end++].content);
        any |= add(list, item, text);
        i = end;
        continue;
      }
      if (block.kind == BlockKind::list_item || (block.kind == BlockKind::paragraph && numbered(block))) {
        if (only_leads(reading_, block)) { list.lead = with(list.lead, read_lead_in(reading_, block.content)); ++i; continue; }
        if (block.kind == BlockKind::paragraph && lead_only && any && ordinal_of(block) != last_ + 1) break;
        if (lead_only && !any && numbered(block) && number_of(block).find('.') != std::string::npos && block.content.size() > 300) break;   // the report goes on
        if (block.kind == BlockKind::paragraph && !list.mixed && !follows(list, block, any)) break;
        Span text = block.content;
        i = rest_of_item(block, i, text);
        any |= add(list, block, text);
        if (numbered(block)) last_ = ordinal_of(block);
        continue;
      }
      if (block.kind == BlockKind::table_row) {
        if (lead_only && any) break;
        const std::size_t before = drafts_.recommendations.size();
        i = take_rows(reading_, list, i, drafts_);
        any |= drafts_.recommendations.size() > before;
        continue;
      }
      if (block.kind != BlockKind::paragraph || lead_only) break;
      if (like_heading(reading_, i) && (!any || asks_below(i) || number_goes_on(i))) {
        list.label = reading_.document.text.string(trimmed(reading_.document, block.content, ".:"));
        ++i;
        continue;
      }
      if (paragraph_items(list, i)) { any = true; ++i; continue; }
      if (ends_with_colon(reading_.document, block.span)) { list.lead = with(list.lead, read_lead_in(reading_, block.content)); ++i; continue; }
      if (any && !number_goes_on(i)) break;
      ++i;
    }
    return i;
  }

  // The first item below a heading is an order or a duty: "Ensure that …", "The board should …".
  bool asks_below(std::size_t i) const {
    i = readable(i + 1);
    if (i < blocks_.size() && lone_marker(reading_.document, blocks_[i])) i = readable(i + 1);
    if (i >= blocks_.size() || is_heading(blocks_[i])) return false;
    if (blocks_[i].kind == BlockKind::table_row) return false;
    return is_ask_verb(reading_, first_word(reading_, blocks_[i].content)) || (is_own_item(reading_, blocks_[i].content) && !read_lead_in(reading_, {blocks_[i].content.begin, std::min(blocks_[i].content.end, blocks_[i].content.begin + 300)}).addressee.empty());
  }
  // The numbers of the items go on below it.
  bool number_goes_on(std::size_t i, bool or_begins = false) const {
    if (last_ == 0 && !or_begins) return false;
    for (int looked = 0; looked < 3; ++looked) {
      i = readable(i + 1);
      if (i >= blocks_.size() || is_heading(blocks_[i])) return false;
      if (numbered(blocks_[i])) return ordinal_of(blocks_[i]) == last_ + 1;
    }
    return false;
  }
  std::size_t readable(std::size_t i) const {
    while (i < blocks_.size() && (!blocks_[i].readable() || (blocks_[i].kind == BlockKind::heading && only_digits(reading_.document, blocks_[i])))) ++i;
    return i;
  }
  bool list_below(std::size_t i) const {
    i = readable(i + 1);
    return i < blocks_.size() && (blocks_[i].kind == BlockKind::list_item || numbered(blocks_[i]) || lone_marker(reading_.document, blocks_[i]));
  }

 private:
  static LeadIn with(const LeadIn& before, LeadIn now) {
    if (now.addressee.empty() && now.strength.empty()) now.addressee = before.addressee;
    if (now.strength.empty()) now.strength = before.strength;
    return now;
  }

  bool add(const List& list, const Block& block, Span text) { return add_item(reading_, list, block, text, drafts_); }

  // A numbered paragraph under a heading that asks: an item, unless the report's findings go on with it.
  bool follows(const List& list, const Block& block, bool any) const {
    if (any) return last_ == 0 || ordinal_of(block) == last_ + 1 || ordinal_of(block) == last_;
    (void)list;
    return true;
  }

  // What belongs to the item at `i`: deeper items, bullets below a number, its rest on the next page.
  std::size_t rest_of_item(const Block& block, std::size_t i, Span& text) const {
    std::size_t next = i + 1;
    const bool number = numbered(block);
    while (next < blocks_.size()) {
      const Block& below = blocks_[next];
      if (below.kind == BlockKind::furniture) {
        const std::size_t behind = readable(next);
        if (behind >= blocks_.size() || blocks_[behind].kind != BlockKind::paragraph || !goes_on(reading_.document, text, blocks_[behind].content)) break;
        next = behind + 1;   // cut by a page's end: what stands between cannot be left out of a span
        continue;
      }
      if (trail_.numbers_itself(next)) break;
      const bool sub = below.kind == BlockKind::list_item && (below.level > block.level || (number && !numbered(below)) || (number && block.kind == BlockKind::paragraph && ends_with_colon(reading_.document, text) && ordinal_of(below) == 1));
      const bool rest = below.kind == BlockKind::paragraph && below.marker.empty() && (goes_on(reading_.document, text, below.content) || (number && with_list(next)));
      if (!sub && !rest) break;
      text = text.join(below.content);
      ++next;
    }
    return next;
  }

  // "To do this, the provider must, at a minimum:" and its letters, below a numbered item.
  bool with_list(std::size_t i) const {
    const std::vector<Word> words = words_of(reading_.document, {blocks_[i].content.begin, std::min(blocks_[i].content.end, blocks_[i].content.begin + 40)});
    return words.size() > 2 && same_word(words[0].text, "to") && is_any(words[1].text, {"do", "achieve"}) && is_any(words[2].text, {"this", "so"});
  }

  // Paragraphs without bullets that ask: each an item, or each of their sentences.
  bool paragraph_items(const List& list, std::size_t i) {
    const Block& block = blocks_[i];
    if (ends_with_colon(reading_.document, block.span) && only_leads(reading_, block)) return false;
    if (const std::vector<Span> each = sentence_items(reading_, i); !each.empty()) {
      List own = list;
      for (const Span sentence : each) {
        const LeadIn said = read_lead_in(reading_, sentence);
        own.lead.strength = said.strength;
        own.lead.deadline = said.deadline;
        if (!said.addressee.empty()) own.lead.addressee = said.addressee;
        add(own, block, sentence);
      }
      return true;
    }
    const std::string_view written = reading_.document.text.folded(block.content);
    if (find_words(written, "we recommend") != std::string_view::npos || find_words(written, "we recommended") != std::string_view::npos || !enumerated(reading_.document, block.content).empty()) return false;
    const std::string_view first = first_word(reading_, block.content);
    const bool coded = first.size() >= 2 && first.size() <= 4 && first.front() == 'R' && first[1] >= '0' && first[1] <= '9';
    const LeadIn lead = read_lead_in(reading_, {block.content.begin, std::min(block.content.end, block.content.begin + 300)});
    const bool order = is_ask_verb(reading_, first) && first.front() >= 'A' && first.front() <= 'Z' && block.content.size() < 900;
    const bool own = is_own_item(reading_, block.content) && !lead.strength.empty() && block.content.size() < 1200;
    if (!own && !order && !coded) return false;
    List with_lead = list;
    with_lead.lead = with(list.lead, lead);
    Span text = block.content;
    if (ends_with_colon(reading_.document, block.span)) {
      const std::size_t below = readable(i + 1);
      if (below < blocks_.size() && blocks_[below].kind == BlockKind::list_item) return false;   // leads to its bullets
    }
    return add(with_lead, block, text);
  }

  const Reading& reading_;
  const std::vector<Block>& blocks_;
  const ListTrail& trail_;
  model::Drafts& drafts_;
  std::uint32_t last_ = 0;   // the number of the last numbered item
};

// "Recommendation 4" or "Recommendation 4: A shorter name" over its text: paragraphs and their lists, up
// to the next heading, number or answer.
Span text_below(const Reading& reading, const ListTrail& trail, std::size_t first, const Block** holder) {
  constexpr std::size_t most_blocks = 24;
  constexpr std::uint32_t most = 6000;
  const std::vector<Block>& blocks = reading.document.blocks;
  Span text;
  for (std::size_t i = first; i < blocks.size() && i < first + most_blocks; ++i) {
    const Block& block = blocks[i];
    if (!block.readable()) { if (text.empty()) continue; break; }
    if (block.kind == BlockKind::heading && only_digits(reading.document, block)) continue;
    if (is_heading(block) || block.kind == BlockKind::table_row || trail.numbers_itself(i)) break;
    if (block.kind == BlockKind::paragraph && numbered(block)) break;
    if (trail.answered_in(block.content)) break;
    // An answer may follow without a word that says so.
    if (trail.answering && !text.empty() && block.kind == BlockKind::paragraph && !asks_somewhere(reading, block.content)) break;
    if (!text.empty() && block.span.end - text.begin > most) break;
    if (text.empty()) *holder = &block;
    text = text.empty() ? block.content : text.join(block.content);
  }
  return text;
}

void take_numbered(const Reading& reading, const model::Match& match, List& list, ListTrail& trail, model::Drafts& drafts, std::vector<Refusal>* refusals) {
  const model::Sentence& said = reading.layers.sentences[match.sentence];
  const std::vector<Block>& blocks = reading.document.blocks;
  const Block& block = blocks[said.block];
  Span ask = trimmed(reading.document, {match.group("ask").empty() ? match.span.end : match.group("ask").begin, block.span.end});
  const auto asks = [&](Span span) {
    return !span.empty() && (is_own_item(reading, span) || is_ask_verb(reading, first_word(reading, span)) || !read_lead_in(reading, {span.begin, std::min(span.end, span.begin + 300)}).strength.empty() || asks_somewhere(reading, span));
  };
  const Block* holder = &block;
  const bool titled = !ask.empty() && is_heading(block) && !asks(ask);
  if (ask.empty() || titled) {
    ask = text_below(reading, trail, said.block + 1, &holder);
    if (ask.empty()) return refuse(refusals, match, "no text follows the number");
    if (!asks(ask)) return refuse(refusals, match, "what follows the number does not ask");
  } else if (ends_with_colon(reading.document, block.span)) {
    for (std::size_t i = said.block + 1; i < blocks.size() && i < said.block + 20 && blocks[i].kind == BlockKind::list_item && !trail.numbers_itself(i); ++i) ask = ask.join(blocks[i].content);
  }
  list.lead = read_lead_in(reading, {ask.begin, std::min(ask.end, ask.begin + 300)});
  std::int32_t over = block.heading;
  while (over >= 0 && trail.numbers_itself(static_cast<std::size_t>(over))) over = blocks[static_cast<std::size_t>(over)].heading;
  if (over >= 0) list.like.section = blocks[static_cast<std::size_t>(over)].content;
  if (titled) list.like.section = block.content;
  if (over >= 0 && !titled) list.label = reading.document.text.string(blocks[static_cast<std::size_t>(over)].content);
  if (titled) list.label = reading.document.text.string(block.content);
  if (!add_item(reading, list, *holder, ask, drafts)) return refuse(refusals, match, "no text of a request");
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
  if (how != "lead_in" && !drafts.recommendations.empty() && drafts.recommendations.back().evidence.quote.end > block.span.begin && drafts.recommendations.back().form == model::Form::listed)
    return refuse(refusals, match, "stands inside a list already read");
  if (how == "numbered") return take_numbered(reading, match, list, trail, drafts, refusals);
  const std::size_t before = drafts.recommendations.size();
  Walk walk(reading, trail, drafts);
  if (how == "lead_in") {
    const Block* over = block.heading >= 0 ? &blocks[static_cast<std::size_t>(block.heading)] : nullptr;
    if (over != nullptr) list.label = reading.document.text.string(over->content);
    if (over != nullptr && ends_list(reading, *over)) return refuse(refusals, match, "the heading says that nothing is asked for");
    const model::VocabEntry* known = over != nullptr ? entry_of(reading.vocab, "list_headings", reading.document.text.folded(trimmed(reading.document, over->content, ".:"))) : nullptr;
    if (field_of(known, "kind") == "priority") list.level = "priority";
    // "The report should: …" among findings, where the formal list stands elsewhere: prose
    const std::string_view words = reading.document.text.folded(said.span);
    // "6.12 … the following points: / 6.13 …": the report's own numbers go on
    const std::size_t below = walk.readable(said.block + 1);
    if (numbered(block) && below < blocks.size() && numbered(blocks[below]) && ordinal_of(blocks[below]) == ordinal_of(block) + 1 &&
        std::count(block.marker.begin(), block.marker.end(), '.') == std::count(blocks[below].marker.begin(), blocks[below].marker.end(), '.'))
      return refuse(refusals, match, "the paragraphs below are its neighbours, no items");
    if (trail.formal && known == nullptr && find_words(words, "recommend") == std::string_view::npos && find_words(words, "recommends") == std::string_view::npos && find_words(words, "asked") == std::string_view::npos && find_words(words, "told") == std::string_view::npos && find_words(words, "required") == std::string_view::npos && find_words(words, "requires") == std::string_view::npos && find_words(words, "improvement") == std::string_view::npos)
      return refuse(refusals, match, "said among the findings: the formal list stands elsewhere");
    list.lead = read_lead_in(reading, said.span);
    walk.take(list, said.block + 1, true);
    if (drafts.recommendations.size() == before) refuse(refusals, match, "no items follow");
    return;
  }
  const Span title = trimmed(reading.document, block.content, ".:");
  const model::VocabEntry* heading = entry_of(reading.vocab, "list_headings", reading.document.text.folded(match.group("heading")));
  if (field_of(heading, "kind") == "not") return refuse(refusals, match, "nothing is asked for under this heading");
  list.label = reading.document.text.string(title);
  if (field_of(heading, "kind") == "priority" || match.makes("level") == "priority") list.level = "priority";
  list.mixed = field_of(heading, "mixed") == "yes";
  list.like.section = title;
  list.lead.addressee = addressee_in_heading(reading, title);
  const bool goes_on_from = trail.end == said.block && (block.level > trail.level || !trail.had_items);
  if (goes_on_from && list.lead.addressee.empty()) list.lead.addressee = trail.addressee;
  const std::string addressee = list.lead.addressee;
  List own = list;
  std::size_t at = walk.take(own, said.block + 1, false);
  // Lists by area: "Recommendations", then "Leadership" and its items, then "Practice" and its items.
  bool by_area = false;
  int area_level = 0;
  while (at < blocks.size() && blocks[at].kind == BlockKind::heading) {
    const bool named_end = ends_list(reading, blocks[at]);   // "Introduction" is one of the chapters concluded on
    if (trail.has_match(at) || (named_end && !(list.mixed && walk.number_goes_on(at, true)))) break;
    const bool at_once = drafts.recommendations.size() == before && walk.readable(said.block + 1) == at;
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
    else under.label = reading.document.text.string(name);
    if (std::string who = addressee_in_heading(reading, name); !who.empty()) under.lead.addressee = std::move(who);
    else if (name.size() < 80 && can_act(reading, reading.document.text.string(name)) && walk.list_below(at) && !time_heading(reading.document, sub)) under.lead.addressee = reading.document.text.string(name);
    under.like.section = name;
    const std::size_t from = at;
    at = walk.take(under, at + 1, false);
    if (at == from) ++at;
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
