// Formal lists: the items under a heading ("Areas for improvement"), after a lead-in ("The trust
// should:"), and paragraphs that number themselves ("Recommendation 4: …").
#include <algorithm>

#include "facts/recommendation.hpp"

namespace muster::facts {
namespace {

using model::Block;
using model::BlockKind;

struct LeadIn {
  std::string addressee, strength;
  std::optional<model::Deadline> deadline;
};

// "Within three months the trust must:" gives every item below it who, how strongly and by when.
LeadIn read_lead_in(const Reading& reading, Span span) {
  LeadIn lead;
  const std::vector<Word> words = words_of(reading.document, span);
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string two = plain(words[i].text);
    const model::VocabEntry* modal = nullptr;
    for (std::size_t j = i; j < words.size() && j < i + 3; ++j) {
      if (j > i) two += " " + plain(words[j].text);
      if (const model::VocabEntry* found = entry_of(reading.vocab, "ask_modals", two)) modal = found;
    }
    if (modal == nullptr) continue;
    lead.strength = field_of(modal, "kind");
    std::size_t from = 0;
    for (std::size_t k = 0; k < i; ++k) if (same_word(words[k].text, "that")) from = k + 1;
    const bool passive = i + 1 < words.size() && is_any(words[i + 1].text, {"be"});   // nobody is named who must act
    if (from < i && !passive) lead.addressee = addressee_of(reading, {words[from].span.begin, words[i - 1].span.end});
    break;
  }
  if (lead.strength.empty() && std::any_of(words.begin(), words.end(), [](const Word& w) { return is_any(w.text, {"recommend", "recommends", "recommended"}); })) {
    lead.strength = "should";
    for (std::size_t k = 0; k + 1 < words.size(); ++k)
      if (same_word(words[k].text, "that")) lead.addressee = addressee_of(reading, {words[k + 1].span.begin, span.end});
  }
  for (const model::DateMention& date : reading.layers.dates)
    if (date.deadline && span.contains(date.span)) lead.deadline = model::Deadline{reading.document.text.string(date.span), date.from.size() == 10 ? date.from : ""};
  if (const std::size_t colon = lead.addressee.rfind(':'); colon != std::string::npos) lead.addressee.resize(colon);
  return lead;
}

bool ends_with_colon(const model::Document& document, Span span) {
  const Span bare = trimmed(document, span);
  return !bare.empty() && document.text.folded()[bare.end - 1] == ':';
}

bool numbered(const Block& block) {
  return !block.marker.empty() && block.marker.front() >= '0' && block.marker.front() <= '9';
}

std::string number_of(const Block& block) {
  std::string number = block.marker;
  while (!number.empty() && (number.back() == '.' || number.back() == ')' || number.back() == ':' || number.back() == ']')) number.pop_back();
  while (!number.empty() && (number.front() == '(' || number.front() == '[')) number.erase(number.begin());
  const bool printed = !number.empty() && std::any_of(number.begin(), number.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
  return printed && number != "o" ? number : std::string{};
}

// A line of a table of contents: "Recommendations ........ 4".
bool contents_line(const model::Document& document, Span span) {
  const std::string_view text = document.text.folded(span);
  return text.find("....") != std::string_view::npos || text.find(". . .") != std::string_view::npos;
}

// A bullet or number on a line of its own (as some converters print lists): its text is the next block.
bool lone_marker(const model::Document& document, const Block& block) {
  if (block.kind != BlockKind::list_item && block.kind != BlockKind::paragraph) return false;
  if (block.span.size() > 5) return false;
  const std::string_view text = document.text.folded(block.span);
  const auto digits = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
  if (digits > 0) return digits <= 3 && (text.back() == '.' || text.back() == ')');
  return block.kind == BlockKind::list_item && words_of(document, block.span).empty();
}

bool goes_on(const model::Document& document, Span item, Span next) {
  const std::string_view text = document.text.folded();
  const Span bare = trimmed(document, item);
  if (bare.empty() || next.empty()) return false;
  const char last = text[bare.end - 1], first = text[next.begin];
  return last != '.' && last != ';' && last != ':' && last != '?' && first >= 'a' && first <= 'z';
}

// A page number that was taken for a heading.
bool only_digits(const model::Document& document, const Block& block) {
  const std::string_view text = document.text.folded(block.content);
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == ' ' || c == '-'; });
}

// "Immediately:", "Within three months": when the items below are due.
bool time_heading(const model::Document& document, const Block& block) {
  const std::vector<Word> words = words_of(document, block.content);
  return !words.empty() && words.size() <= 6 && is_any(words.front().text, {"immediately", "within", "by", "before"});
}

std::string_view first_word(const Reading& reading, Span span) {
  const std::vector<Word> words = words_of(reading.document, {span.begin, std::min(span.end, span.begin + 30)});
  return words.empty() ? std::string_view{} : words.front().text;
}

// "The board should …": who is asked and the modal stand at the very begin.
bool is_own_item(const Reading& reading, Span span) {
  const std::vector<Word> words = words_of(reading.document, {span.begin, std::min(span.end, span.begin + 120)});
  if (words.empty() || is_any(words.front().text, {"this", "these", "we", "my", "our", "it"})) return false;
  for (std::size_t i = 1; i < words.size() && i < 12; ++i) {
    if (is_any(words[i].text, {"should", "must", "needs", "need", "ought"})) return true;
    if (is_any(words[i].text, {"is", "are", "was", "were", "has", "have", "had", "found", "we", "our"})) return false;
  }
  return false;
}

// A paragraph in which every sentence asks, by its own subject or by the one before ("It should also …").
std::vector<Span> sentence_items(const Reading& reading, std::size_t block) {
  const auto& sentences = reading.layers.sentences;
  auto it = std::lower_bound(sentences.begin(), sentences.end(), block, [](const model::Sentence& sentence, std::size_t key) { return sentence.block < key; });
  std::vector<Span> items;
  for (; it != sentences.end() && it->block == block; ++it) {
    const std::vector<Word> words = words_of(reading.document, {it->span.begin, std::min(it->span.end, it->span.begin + 40)});
    const bool goes_on = !items.empty() && words.size() > 2 && is_any(words[0].text, {"it", "they"}) && is_any(words[1].text, {"should", "must"});
    if (!goes_on && !is_own_item(reading, it->span)) return {};
    if (it->span.size() > 500 || read_lead_in(reading, it->span).strength.empty()) return {};
    items.push_back(it->span);
  }
  return items;
}

struct List {
  std::string label, level;
  LeadIn lead;
  model::Evidence like;
};

// "… within a month; and": what joins it to the next item is no part of this one.
Span without_joint(const Reading& reading, Span text) {
  text = trimmed(reading.document, text, ";,");
  const std::string_view written = reading.document.text.folded(text);
  for (const std::string_view joint : {"; and", ", and", "; or", "; plus"})
    if (written.size() > joint.size() + 8 && written.ends_with(joint)) return trimmed(reading.document, {text.begin, text.end - static_cast<std::uint32_t>(joint.size())}, ";,");
  return text;
}

// "… for every prisoner. (To the governor)": who is asked, printed after the item.
std::string take_addressee(const Reading& reading, Span& text) {
  const std::string_view written = reading.document.text.folded(text);
  if (written.empty() || written.back() != ')') return {};
  const std::size_t open = written.rfind('(');
  if (open == std::string_view::npos || open < 10 || written.size() - open > 90) return {};
  const std::string_view inside = written.substr(open + 1, written.size() - open - 2);
  if (!same_word(inside.substr(0, 3), "to ")) return {};
  const std::uint32_t at = text.begin + static_cast<std::uint32_t>(open);
  const std::string who = reading.document.text.string({at + 4, text.end - 1});
  text = trimmed(reading.document, {text.begin, at});
  return who;
}

void add_item(const Reading& reading, const List& list, const Block& block, Span text, model::Drafts& drafts) {
  text = without_joint(reading, text);
  const std::string told = take_addressee(reading, text);
  if (text.empty() || contents_line(reading.document, text)) return;
  // "Recommendation 1: The Department …": the number is not the text
  std::string own_number;
  const std::vector<Word> first = words_of(reading.document, {text.begin, std::min(text.end, text.begin + 40)});
  if (first.size() > 2 && is_any(first[0].text, {"recommendation", "requirement", "no"}) && first[1].text.front() >= '0' && first[1].text.front() <= '9') {
    own_number = reading.document.text.string(first[1].span);
    const std::uint32_t end = text.end;
    text = trimmed(reading.document, {first[1].span.end, text.end}, ":.-)");
    if (text.end < end && reading.document.text.folded()[text.end] == '.') ++text.end;
  }
  if (words_of(reading.document, text).size() < 3) return;
  // "This chapter sets out …": an introduction, numbered like the rest
  if (block.kind == BlockKind::paragraph && !first.empty() && is_any(first.front().text, {"this", "these", "my", "our"})) return;
  model::Recommendation item;
  item.evidence = list.like;
  item.evidence.quote = text;
  item.evidence.page = block.page;
  item.form = model::Form::listed;
  item.confidence = model::Confidence::high;
  item.text = text;
  item.label = list.label;
  item.level = list.level;
  item.number = own_number.empty() ? number_of(block) : own_number;
  item.addressee = told.empty() ? list.lead.addressee : told;
  item.strength = list.lead.strength;
  item.deadline = list.lead.deadline;
  if (!own_number.empty()) item.addressee = read_lead_in(reading, {text.begin, std::min(text.end, text.begin + 160)}).addressee;
  if (item.addressee.empty() || item.strength.empty()) {
    // "The provider must ensure …": the item says itself who and how strongly
    const LeadIn own = read_lead_in(reading, {text.begin, std::min(text.end, text.begin + 160)});
    if (item.strength.empty()) item.strength = own.strength;
    if (item.addressee.empty() && !own.strength.empty()) item.addressee = own.addressee;
  }
  fill_in(reading, item);
  drafts.recommendations.push_back(std::move(item));
}

// Items from block `first` on; deeper list items join the one above. Returns the block after them.
std::size_t take_items(const Reading& reading, List& list, std::size_t first, bool lead_only, model::Drafts& drafts) {
  const std::vector<Block>& blocks = reading.document.blocks;
  std::size_t i = first;
  bool any = false;
  while (i < blocks.size()) {
    const Block& block = blocks[i];
    if (!block.readable()) { ++i; continue; }
    if (block.kind == BlockKind::heading && only_digits(reading.document, block)) { ++i; continue; }
    if (block.kind == BlockKind::heading || block.kind == BlockKind::title) break;
    if (lone_marker(reading.document, block)) {
      std::size_t next = i + 1;
      while (next < blocks.size() && !blocks[next].readable()) ++next;
      const bool named = next < blocks.size() && blocks[next].kind == BlockKind::heading && is_ask_verb(reading, first_word(reading, blocks[next].content));
      if (next >= blocks.size() || (blocks[next].kind != BlockKind::paragraph && !named) || lone_marker(reading.document, blocks[next])) break;
      Block item = blocks[next];
      item.marker = reading.document.text.string(block.span);
      item.kind = BlockKind::list_item;
      add_item(reading, list, item, item.content, drafts);
      any = true;
      i = next + 1;
      continue;
    }
    if (block.kind == BlockKind::list_item || (block.kind == BlockKind::paragraph && numbered(block) && !ends_with_colon(reading.document, block.span))) {
      Span text = block.content;
      std::size_t next = i + 1;
      while (next < blocks.size() && blocks[next].kind == BlockKind::list_item && blocks[next].level > block.level) {
        text = text.join(blocks[next].content);
        ++next;
      }
      // A page's end may have cut the item: its rest begins with a small letter
      std::size_t rest = next;
      while (rest < blocks.size() && blocks[rest].kind == BlockKind::furniture) ++rest;
      if (rest < blocks.size() && blocks[rest].kind == BlockKind::paragraph && goes_on(reading.document, text, blocks[rest].content)) {
        if (rest == next) text = text.join(blocks[rest].content);
        next = rest + 1;
      }
      add_item(reading, list, block, text, drafts);
      any = true;
      i = next;
      continue;
    }
    if (block.kind == BlockKind::table_row && !lead_only) {
      add_item(reading, list, block, block.content, drafts);
      any = true;
      ++i;
      continue;
    }
    if (block.kind == BlockKind::paragraph && !lead_only) {
      const LeadIn lead = read_lead_in(reading, block.content);
      if (ends_with_colon(reading.document, block.span)) { list.lead = lead; ++i; continue; }
      // "The board should publish …. It should also report …": each sentence an item
      if (const std::vector<Span> each = sentence_items(reading, i); each.size() >= 2) {
        List own = list;
        for (const Span sentence : each) {
          const LeadIn said = read_lead_in(reading, sentence);
          own.lead.strength = said.strength;
          own.lead.deadline = said.deadline;
          if (!said.addressee.empty()) own.lead.addressee = said.addressee;
          add_item(reading, own, block, sentence, drafts);
        }
        any = true;
        ++i;
        continue;
      }
      // "The board should publish …": an item without a bullet
      const std::string_view written = reading.document.text.folded(block.content);
      const bool prose = find_words(written, "we recommend") != std::string_view::npos || find_words(written, "we recommended") != std::string_view::npos ||
                         !enumerated(reading.document, block.content).empty() || !is_own_item(reading, block.content);
      if (!prose && !lead.strength.empty() && !lead.addressee.empty() && block.content.size() < 700) {
        List own = list;
        own.lead = lead;
        add_item(reading, own, block, block.content, drafts);
        any = true;
        ++i;
        continue;
      }
      if (any) break;
      ++i;
      continue;
    }
    break;
  }
  return i;
}

std::string addressee_in_heading(const Reading& reading, Span heading) {
  const std::string_view text = reading.document.text.folded(heading);
  const std::size_t does = find_words(text, "does the"), should = find_words(text, "need to");
  if (does != std::string_view::npos && should != std::string_view::npos && does + 5 < should)
    return reading.document.text.string({heading.begin + static_cast<std::uint32_t>(does) + 5, heading.begin + static_cast<std::uint32_t>(should) - 1});
  const std::size_t told = find_words(text, "for the");
  if (told != std::string_view::npos && find_words(text, "recommendations") != std::string_view::npos)
    return reading.document.text.string({heading.begin + static_cast<std::uint32_t>(told) + 4, heading.end});
  return {};
}

}  // namespace

void make_listed(const Reading& reading, const model::Match& match, model::Drafts& drafts, std::vector<Refusal>* refusals) {
  const model::Sentence& said = reading.layers.sentences[match.sentence];
  const std::vector<Block>& blocks = reading.document.blocks;
  const Block& block = blocks[said.block];
  List list;
  list.like = evidence_of(reading, match.sentence, *match.rule);
  const std::string_view how = match.makes("how");
  if (!drafts.recommendations.empty() && drafts.recommendations.back().evidence.quote.end > block.span.begin && drafts.recommendations.back().form == model::Form::listed)
    return refuse(refusals, match, "stands inside a list already read");
  const std::size_t before = drafts.recommendations.size();
  if (how == "numbered") {
    Span ask = trimmed(reading.document, {match.group("ask").empty() ? match.span.end : match.group("ask").begin, block.span.end});
    const Block* holder = &block;
    if (ask.empty() && said.block + 1 < blocks.size()) {
      // "Recommendation 4" stands alone over its text
      holder = &blocks[said.block + 1];
      if (!holder->readable() || holder->kind == BlockKind::heading || holder->kind == BlockKind::title || holder->kind == BlockKind::table_row) return refuse(refusals, match, "no text follows the number");
      ask = holder->content;
      if (read_lead_in(reading, {ask.begin, std::min(ask.end, ask.begin + 200)}).strength.empty() && !is_ask_verb(reading, first_word(reading, ask)))
        return refuse(refusals, match, "what follows the number does not ask");
    }
    if (ask.empty()) return;
    list.lead = read_lead_in(reading, {ask.begin, std::min(ask.end, ask.begin + 160)});
    add_item(reading, list, *holder, ask, drafts);
    if (drafts.recommendations.size() > before) {
      model::Recommendation& item = drafts.recommendations.back();
      item.number = reading.document.text.string(match.group("number"));
      if (block.heading >= 0) item.label = reading.document.text.string(blocks[static_cast<std::size_t>(block.heading)].content);
    }
    return;
  }
  if (how == "lead_in") {
    if (block.heading >= 0) list.label = reading.document.text.string(blocks[static_cast<std::size_t>(block.heading)].content);
    const model::VocabEntry* over = block.heading >= 0
        ? entry_of(reading.vocab, "list_headings", reading.document.text.folded(trimmed(reading.document, blocks[static_cast<std::size_t>(block.heading)].content, ".:"))) : nullptr;
    if (field_of(over, "kind") == "priority") list.level = "priority";
    list.lead = read_lead_in(reading, said.span);
    take_items(reading, list, said.block + 1, true, drafts);
  } else {
    const Span title = trimmed(reading.document, block.content, ".:");
    const model::VocabEntry* heading = entry_of(reading.vocab, "list_headings", reading.document.text.folded(match.group("heading")));
    list.label = reading.document.text.string(title);
    if (field_of(heading, "kind") == "priority") list.level = "priority";
    list.like.section = title;
    list.lead.addressee = addressee_in_heading(reading, title);
    std::size_t at = take_items(reading, list, said.block + 1, false, drafts);
    // Lists by area: "Recommendations", then "Leadership" and its items, then "Practice" and its items.
    const auto next_readable = [&](std::size_t i) {
      while (i < blocks.size() && (!blocks[i].readable() || (blocks[i].kind == BlockKind::heading && only_digits(reading.document, blocks[i])))) ++i;
      return i;
    };
    const auto asks_below = [&](std::size_t i) {   // the first item under the heading is an order: "Ensure that …"
      i = next_readable(i + 1);
      if (i < blocks.size() && lone_marker(reading.document, blocks[i])) i = next_readable(i + 1);
      return i < blocks.size() && blocks[i].kind != BlockKind::heading && is_ask_verb(reading, first_word(reading, blocks[i].content));
    };
    bool by_area = false;
    while (at + 1 < blocks.size() && blocks[at].kind == BlockKind::heading) {
      const bool at_once = drafts.recommendations.size() == before && at == said.block + 1;
      const auto belongs = [&](std::size_t i) {
        return blocks[i].level > block.level || time_heading(reading.document, blocks[i]) || ((by_area || at_once) && asks_below(i));
      };
      const auto known = [&](std::size_t i) {   // it has a match of its own, or is no list of requests
        return entry_of(reading.vocab, "list_headings", reading.document.text.folded(trimmed(reading.document, blocks[i].content, ".:"))) != nullptr;
      };
      if (known(at)) break;
      if (!at_once && !belongs(at)) {
        // a running head between two of them
        const std::size_t next = next_readable(at + 1);
        if (drafts.recommendations.size() == before || next >= blocks.size() || blocks[next].kind != BlockKind::heading || known(next) || !belongs(next)) break;
        at = next;
      }
      const Block& sub = blocks[at];
      const bool area = sub.level <= block.level && asks_below(at);
      const bool ends = sub.level <= block.level && !area && !time_heading(reading.document, sub);
      by_area |= area;
      List under = list;
      const Span name = trimmed(reading.document, sub.content, ".:");
      if (time_heading(reading.document, sub)) under.lead.deadline = model::Deadline{reading.document.text.string(name), ""};
      else under.label = reading.document.text.string(name);
      under.like.section = name;
      at = take_items(reading, under, at + 1, false, drafts);
      if (ends) break;
    }
  }
  if (drafts.recommendations.size() == before) refuse(refusals, match, "no items follow");
}

}  // namespace muster::facts
