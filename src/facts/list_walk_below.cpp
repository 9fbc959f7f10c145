// What goes on below an item or a lead-in: its rest on the next page, numbers that go on, items in paragraphs.
#include <algorithm>

#include "facts/list_walk.hpp"
#include "facts/status_roles.hpp"

namespace muster::facts {

using model::Block;
using model::BlockKind;

namespace {

// "Leaders should use their data better to ensure that: …" is one request with what it is for; "Leaders need to ensure
// that: …" leads to several.
bool for_a_purpose(const std::vector<Word>& words) {
  const std::size_t n = words.size();
  if (n < 10 || !same_word(words[n - 1].text, "that")) return false;
  const std::size_t to = same_word(words[n - 2].text, "ensure") ? n - 3
                         : same_word(words[n - 2].text, "sure") ? n - 4
                                                                : 0;
  return to > 4 && same_word(words[to].text, "to") &&
         !is_any(words[to - 1].text, {"need", "needs", "ought", "required", "have", "has", "expected", "asked",
                                      "action", "actions", "steps", "measures", "urgency", "urgently"});
}

}   // namespace

bool goes_on(const model::Document& document, Span item, Span next) {
  const std::string_view text = document.text.folded();
  const Span bare = trimmed(document, item);
  if (bare.empty() || next.empty()) return false;
  const char last = text[bare.end - 1], first = text[next.begin];
  return last != '.' && last != ';' && last != ':' && last != '?' && first >= 'a' && first <= 'z';
}

// "The local authority should:", "Within three months:": not an item but what leads to the next ones.
bool only_leads(const Reading& reading, const Block& block) {
  // "… the council should take the following action."
  const std::string_view written = reading.document.text.folded(block.content);
  if (block.content.size() < 400 && written.size() > 20 && (written.back() == '.' || written.back() == ':'))
    for (const std::string_view form :
         {"the following action", "the following actions", "the following steps", "the following areas",
          "the following improvements", "the following recommendations", "the actions below", "the action below",
          "these actions", "the following"})
      // at the end, and nowhere before
      if (const std::size_t tail = written.size() - std::min(written.size(), form.size() + 2);
          find_words(written, form, tail) != std::string_view::npos && find_words(written, form) >= tail)
        return true;
  if (!ends_with_colon(reading.document, block.span) || block.span.size() > 260) return false;
  if (find_words(written.substr(0, 40), "the following") != std::string_view::npos) return true;
  const std::vector<Word> words = words_of(reading.document, block.content);
  const bool tells = words.size() > 2 && is_any(words[1].text, {"has", "have", "recommends",
                                                                "recommended"});   // "Audit has recommended that …:"
  if (words.empty() || (is_ask_verb(reading, words.front().text) && !tells)) return false;
  // "102. I recommend that Fern Lodge Ltd:"
  if (words.size() <= 16 && words.size() > 2 && std::any_of(words.begin(), words.begin() + 3, [](const Word& word) {
        return is_any(word.text, {"recommend", "recommends", "recommended"});
      }))
    return true;
  if (words.size() > 1 && is_any(words.back().text, {"now", "also", "therefore", "urgently"}) &&
      is_any(words[words.size() - 2].text, {"should", "must", "shall"}))
    return true;
  if (is_any(words.back().text, {"should", "must", "to", "that", "shall"}))
    return !for_a_purpose(words) && !(words.size() > 1 && same_word(words[words.size() - 2].text, "so"));
  if (entry_of(reading, "list_headings",
               reading.document.text.folded(trimmed(reading.document, block.content, ".:"))) != nullptr)
    return true;
  return words.size() <= 7 && is_any(words.front().text, {"within", "by", "immediately", "for", "to", "before"});
}

std::size_t Walk::heading_item(const List& list, std::size_t i) {
  constexpr std::size_t most_blocks = 60;
  if (list.lead.strength.empty() || list.lead.addressee.empty()) return i;
  const auto item_at = [&](std::size_t at, std::uint32_t expected, Block& item) {
    item = blocks_[at];
    if (item.marker.empty()) {   // a page's heading keeps its number in its text
      const std::string_view text = reading_.document.text.folded(item.content);
      std::size_t digits = 0;
      while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
      if (digits == 0 || digits > 2 || digits + 2 >= text.size() || (text[digits] != '.' && text[digits] != ')') ||
          text[digits + 1] != ' ')
        return false;
      item.marker = std::string(text.substr(0, digits + 1));
      item.content.begin += static_cast<std::uint32_t>(digits) + 2;
    }
    return numbered(item) && number_of(item).find('.') == std::string::npos && ordinal_of(item) == expected &&
           is_ask_verb(reading_, first_word(reading_, item.content));
  };
  Block item, other;
  if (!item_at(i, last_ + 1, item)) return i;
  // One numbered heading that orders is a chapter; a row of them is a list.
  std::size_t next = i + 1;
  while (next < blocks_.size() && next < i + most_blocks &&
         !(is_heading(blocks_[next]) && blocks_[next].level <= blocks_[i].level))
    ++next;
  const bool goes_on = next < blocks_.size() && is_heading(blocks_[next]) && item_at(next, last_ + 2, other);
  if (last_ == 0 && !goes_on) return i;
  if (!add(list, item, item.content)) return i;
  last_ = ordinal_of(item);
  return goes_on ? next : i + 1;
}

bool Walk::asks_below(std::size_t i) const {
  i = readable(i + 1);
  if (i < blocks_.size() && lone_marker(reading_.document, blocks_[i])) i = readable(i + 1);
  if (i >= blocks_.size() || is_heading(blocks_[i])) return false;
  if (blocks_[i].kind == BlockKind::table_row) return false;
  return is_ask_verb(reading_, first_word(reading_, blocks_[i].content)) ||
         (is_own_item(reading_, blocks_[i].content) &&
          !read_lead_in(reading_,
                        {blocks_[i].content.begin, std::min(blocks_[i].content.end, blocks_[i].content.begin + 300)})
               .addressee.empty());
}

bool Walk::number_goes_on(std::size_t i, bool or_begins) const {
  if (last_ == 0 && !or_begins) return false;
  for (int looked = 0; looked < 3; ++looked) {
    i = readable(i + 1);
    if (i >= blocks_.size() || is_heading(blocks_[i])) return false;
    if (numbered(blocks_[i])) return ordinal_of(blocks_[i]) == last_ + 1;
  }
  return false;
}

std::size_t Walk::readable(std::size_t i) const {
  while (i < blocks_.size() && (!blocks_[i].readable() ||
                                (blocks_[i].kind == BlockKind::heading && only_digits(reading_.document, blocks_[i]))))
    ++i;
  return i;
}

bool Walk::list_below(std::size_t i) const {
  i = readable(i + 1);
  return i < blocks_.size() && (blocks_[i].kind == BlockKind::list_item || numbered(blocks_[i]) ||
                                lone_marker(reading_.document, blocks_[i]));
}

LeadIn Walk::with(const LeadIn& before, LeadIn now) {
  if (now.addressee.empty() && now.strength.empty()) now.addressee = before.addressee;
  if (now.strength.empty()) now.strength = before.strength;
  return now;
}

bool Walk::add(const List& list, const Block& block, Span text) {
  return add_item(reading_, list, block, text, drafts_);
}

bool Walk::follows(const List& list, const Block& block, bool any) const {
  if (any) return last_ == 0 || ordinal_of(block) == last_ + 1 || ordinal_of(block) == last_;
  (void)list;
  return true;
}

std::size_t Walk::rest_of_item(const Block& block, std::size_t i, Span& text, std::string& rest) const {
  std::size_t next = i + 1;
  const bool number = numbered(block);
  Span last = text;   // the part read last
  while (next < blocks_.size()) {
    // The feet and heads of pages between two parts of an item belong to neither.
    std::size_t at = next;
    while (at < blocks_.size() && blocks_[at].kind == BlockKind::furniture) ++at;
    if (at >= blocks_.size() || !blocks_[at].readable() || trail_.numbers_itself(at)) break;
    const Block& below = blocks_[at];
    const bool next_number = number && numbered(below) && ordinal_of(below) == ordinal_of(block) + 1;
    const bool sub = below.kind == BlockKind::list_item && !next_number &&
                     (below.level > block.level || (number && !numbered(below)) ||
                      (number && block.kind == BlockKind::paragraph && ends_with_colon(reading_.document, last) &&
                       ordinal_of(below) == 1));
    const bool goes =
        below.kind == BlockKind::paragraph && below.marker.empty() && goes_on(reading_.document, last, below.content);
    if (!sub && !goes && !(number && below.kind == BlockKind::paragraph && below.marker.empty() && with_list(at)))
      break;
    last = below.content;
    if (at == next && rest.empty()) text = text.join(last);
    else rest += (goes ? " " : "\n\n") + reading_.document.text.string(trimmed(reading_.document, last));
    next = at + 1;
  }
  return next;
}

bool Walk::with_list(std::size_t i) const {
  const std::vector<Word> words = words_of(
      reading_.document, {blocks_[i].content.begin, std::min(blocks_[i].content.end, blocks_[i].content.begin + 40)});
  return words.size() > 2 && same_word(words[0].text, "to") && is_any(words[1].text, {"do", "achieve"}) &&
         is_any(words[2].text, {"this", "so"});
}

bool Walk::paragraph_items(const List& list, std::size_t i) {
  const Block& block = blocks_[i];
  next_ = i + 1;
  if (only_leads(reading_, block)) return false;
  const auto item_at = [&](std::size_t k) {
    return k < blocks_.size() && blocks_[k].kind == BlockKind::paragraph && is_own_item(reading_, blocks_[k].content);
  };
  const bool one_of_several = item_at(readable(i + 1)) ||
                              (i > 0 && item_at(i - 1));   // then a paragraph is an item, however many its sentences
  if (const std::vector<Span> each = sentence_items(reading_, i); !each.empty() && !one_of_several) {
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
  // "… three recommendations to the Bureau: (1) set …, (2) keep …"
  if (const std::size_t said = find_words(written, "recommendations");
      said != std::string_view::npos && find_words(written, "recommend") == std::string_view::npos &&
      find_words(written, "recommended") == std::string_view::npos) {
    const std::vector<Numbered> each = enumerated(reading_.document, block.content);
    if (each.size() >= 2 && is_ask_verb(reading_, first_word(reading_, each.front().text))) {
      List own = list;
      const std::size_t to = find_words(written, "to", said), colon = written.find(':', said);
      if (to != std::string_view::npos && colon != std::string_view::npos && to + 3 < colon && colon - to < 90) {
        const Span who = trimmed(reading_.document, {block.content.begin + static_cast<std::uint32_t>(to) + 3,
                                                     block.content.begin + static_cast<std::uint32_t>(colon)});
        if (std::string name = reading_.document.text.string(who); can_act(reading_, name))
          own.lead.addressee = std::move(name);
      }
      bool any = false;
      for (const Numbered& one : each) {
        Block item = block;
        item.marker = one.number;
        any |= add(own, item, one.text);
      }
      return any;
    }
  }
  if (find_words(written, "we recommend") != std::string_view::npos ||
      find_words(written, "we recommended") != std::string_view::npos ||
      !enumerated(reading_.document, block.content).empty())
    return false;
  const std::string_view first = first_word(reading_, block.content);
  const bool coded =
      (first.size() >= 2 && first.size() <= 4 && first.front() == 'R' && first[1] >= '0' && first[1] <= '9') ||
      (!list.lead.strength.empty() && year_code(written) > 0);
  const LeadIn lead =
      read_lead_in(reading_, {block.content.begin, std::min(block.content.end, block.content.begin + 300)});
  const bool order =
      is_ask_verb(reading_, first) && first.front() >= 'A' && first.front() <= 'Z' && block.content.size() < 900;
  const bool own = is_own_item(reading_, block.content) && !lead.strength.empty() && block.content.size() < 1200;
  if (!own && !order && !coded) return false;
  List with_lead = list;
  with_lead.lead = with(list.lead, lead);
  if (!with_lead.lead.deadline) with_lead.lead.deadline = list.lead.deadline;
  Span text = block.content;
  next_ = i + 1;
  if (ends_with_colon(reading_.document, block.span)) {
    std::size_t below = readable(i + 1);
    const std::vector<Word> words = words_of(reading_.document, block.content);
    const bool joins =
        for_a_purpose(words) ||
        (words.size() > 2 && (is_any(words.back().text, {"including", "by", "as", "of", "for", "with", "in", "on",
                                                         "when", "where", "include", "includes", "how"}) ||
                              (same_word(words.back().text, "that") && same_word(words[words.size() - 2].text, "so"))));
    if (below < blocks_.size() && blocks_[below].kind == BlockKind::list_item) {
      if (!joins) return false;   // leads to its bullets
      std::string rest;
      for (bool cut = false; below < blocks_.size() && (blocks_[below].kind == BlockKind::list_item ||
                                                        blocks_[below].kind == BlockKind::furniture);
           ++below) {
        if (blocks_[below].kind == BlockKind::furniture) {
          cut = true;
          continue;
        }
        if (!cut) text = text.join(blocks_[below].content);
        else
          rest += "\n\n" +
                  reading_.document.text.string(trimmed(reading_.document, blocks_[below].content));   // over the page
      }
      next_ = below;
      return add_item(reading_, with_lead, block, text, drafts_, rest);
    }
  }
  return add(with_lead, block, text);
}
}   // namespace muster::facts
