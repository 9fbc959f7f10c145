// One item of a list: where its text begins and ends, who is asked, and whether it is one at all.
#include <algorithm>

#include "facts/status_roles.hpp"
#include "facts/listed.hpp"

namespace muster::facts {

using model::Block;
using model::BlockKind;

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

// A line of a table of contents: "Recommendations ........ 4".
bool contents_line(const model::Document& document, Span span) {
  const std::string_view text = document.text.folded(span);
  return text.find("....") != std::string_view::npos || text.find(". . .") != std::string_view::npos;
}

// "… within a month; and": what joins it to the next item is no part of this one.
Span without_joint(const Reading& reading, Span text) {
  text = trimmed(reading.document, text, ";,");
  const std::string_view written = reading.document.text.folded(text);
  for (const std::string_view joint : {"; and", ", and", "; or", "; plus"})
    if (written.size() > joint.size() + 8 && written.ends_with(joint))
      return trimmed(reading.document, {text.begin, text.end - static_cast<std::uint32_t>(joint.size())}, ";,");
  return text;
}

// "… before the year end. Paragraph 21": where the finding on it stands.
Span without_reference(const Reading& reading, Span text) {
  const std::string_view written = reading.document.text.folded(text);
  const std::size_t stop = written.rfind(". ");
  if (stop == std::string_view::npos || stop < 20 || written.size() - stop > 30 || stop + 2 >= written.size() ||
      written[stop + 2] == '(')
    return text;
  const std::vector<Word> words =
      words_of(reading.document, {text.begin + static_cast<std::uint32_t>(stop) + 2, text.end});
  return words.size() >= 2 && words.size() <= 5 &&
                 is_any(words[0].text, {"paragraph", "paragraphs", "para", "page", "pages"}) &&
                 digit(words[1].text.front())
             ? Span{text.begin, text.begin + static_cast<std::uint32_t>(stop) + 1}
             : text;
}

// "… for every prisoner. (To the governor)": who is asked, printed after the item.
std::string take_addressee(const Reading& reading, Span& text) {
  std::string_view inside;
  const std::size_t open = last_bracket(reading.document.text.folded(text), inside);
  if (open == std::string_view::npos) return {};
  std::size_t skip = 0;
  for (const std::string_view lead : {"to: ", "to ", "for: ", "action: ", "responsible: ", "addressed to "})
    if (same_word(inside.substr(0, lead.size()), lead)) {
      skip = lead.size();
      break;
    }
  if (skip == 0) return {};
  const std::uint32_t at = text.begin + static_cast<std::uint32_t>(open);
  const std::string who = reading.document.text.string(
      {at + 1 + static_cast<std::uint32_t>(skip), at + 1 + static_cast<std::uint32_t>(inside.size())});
  if (!can_act(reading, who)) return {};
  text = trimmed(reading.document, {text.begin, at});
  return who;
}

}   // namespace

bool ends_with_colon(const model::Document& document, Span span) {
  const Span bare = trimmed(document, span);
  return !bare.empty() && document.text.folded_at(bare.end - 1) == ':';
}

std::string_view first_word(const Reading& reading, Span span) {
  const std::vector<Word> words = words_of(reading.document, {span.begin, std::min(span.end, span.begin + 30)});
  return words.empty() ? std::string_view{} : words.front().text;
}

bool is_own_item(const Reading& reading, Span span) {
  const std::vector<Word> words = words_of(reading.document, {span.begin, std::min(span.end, span.begin + 160)});
  if (words.empty() || is_any(words.front().text, {"this", "these", "we", "my", "our", "it"})) return false;
  for (std::size_t i = 1; i < words.size() && i < 16; ++i) {
    if (is_any(words[i].text, {"should", "must", "needs", "need", "ought", "shall"})) return true;
    if (is_any(words[i].text, {"is", "are", "was", "were", "has", "have", "had", "found", "we", "our"})) return false;
  }
  return false;
}

bool asks_somewhere(const Reading& reading, Span span) {
  const std::vector<Word> words = words_of(reading.document, {span.begin, std::min(span.end, span.begin + 4000)});
  const auto at = [&](std::size_t i) { return i < words.size() ? words[i].text : std::string_view{}; };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && is_any(words[i].text, {"recommend", "urge", "encourage", "suggest"}) &&
        is_any(words[i - 1].text, {"we", "i", "also", "therefore", "strongly", "and", "further"}))
      return true;
    if (i > 1 && is_any(words[i].text, {"call"}) && is_any(words[i - 1].text, {"we", "therefore", "also"}) &&
        is_any(at(i + 1), {"on", "upon", "for"}))
      return true;
    const bool need = is_any(words[i].text, {"needs", "need", "ought"}) && is_any(at(i + 1), {"to"});
    if (i == 0 || (!need && !is_any(words[i].text, {"should", "must", "shall"}))) continue;
    std::size_t before = i - 1;
    while (before > 0 && is_any(words[before].text, {"also", "therefore", "now", "then", "urgently", "each", "together",
                                                     "both", "all", "immediately", "jointly"}))
      --before;
    if (is_any(words[before].text,
               {"i", "we", "you", "who", "which", "what", "as", "that", "there", "how", "why", "where"}))
      continue;
    // "it must be noted", "must have been": no request
    if (is_any(at(i + 1), {"be", "have"}) && is_any(at(i + 2), {"noted", "remembered", "said", "been", "acknowledged",
                                                                "recognised", "stressed", "seen", "able", "had"}))
      continue;
    if (is_any(at(i + 1), {"be"}) || is_any(words[before].text, {"it", "they", "this"}) ||
        can_act(reading, words[before].text))
      return true;
    // "the governments of the four nations should", "leaders across the area should"
    for (std::size_t back = 1; back <= 14 && back <= before; ++back) {
      const Word& word = words[before - back];
      if (is_any(word.text, {"is", "are", "was", "were", "has", "have"})) break;
      if (can_act(reading, word.text) || word.text.front() < 'a') return true;
    }
  }
  return false;
}

std::vector<Span> sentence_items(const Reading& reading, std::size_t block) {
  const auto& sentences = reading.layers.sentences;
  auto it = std::lower_bound(sentences.begin(), sentences.end(), block,
                             [](const model::Sentence& sentence, std::size_t key) { return sentence.block < key; });
  std::vector<Span> items;
  for (; it != sentences.end() && it->block == block; ++it) {
    const std::vector<Word> words =
        words_of(reading.document, {it->span.begin, std::min(it->span.end, it->span.begin + 40)});
    const bool goes_on = !items.empty() && words.size() > 2 && is_any(words[0].text, {"it", "they"}) &&
                         is_any(words[1].text, {"should", "must"});
    if (!goes_on && !is_own_item(reading, it->span)) return {};
    if (it->span.size() > 500 || read_lead_in(reading, it->span).strength.empty()) return {};
    items.push_back(it->span);
  }
  return items.size() >= 2 ? items : std::vector<Span>{};
}

namespace {

// "Action taken as confirmed: …", "Fully satisfactory, closed": the answer to a request, no request.
bool tells_what_became_of_it(const Reading& reading, const std::vector<Word>& words) {
  if (same_word(words[0].text, "action") && is_any(words[1].text, {"taken"})) return true;
  // "Broadly met, although two rooms had no lock"
  constexpr std::size_t grade_words = 4;
  const std::string_view text = reading.document.text.folded();
  for (std::size_t last = 0; last < grade_words && last + 1 < words.size(); ++last)
    if (std::string_view(",;").find(text[words[last].span.end]) != std::string_view::npos)
      return reading.lexicon.status_words()
          .scale(text.substr(words[0].span.begin, words[last].span.end - words[0].span.begin))
          .has_value();
  constexpr std::size_t most_words = 6;
  if (words.size() > most_words) return false;
  for (std::size_t last = 0; last < words.size(); ++last)
    if (reading.lexicon.status_words().scale(reading.document.text.folded({words[0].span.begin, words[last].span.end})))
      return true;
  return false;
}

}   // namespace

bool add_item(const Reading& reading, const List& list, const Block& block, Span text, model::Drafts& drafts,
              const std::string& rest) {
  text = rest.empty() ? without_joint(reading, without_verdict(reading, without_history(reading, text)))
                      : trimmed(reading.document, text);
  if (contents_line(reading.document, text)) return false;
  text = without_reference(reading, trimmed(reading.document, text, "*"));   // the mark of a note on the item
  std::string own_number = take_number_behind(reading, text);
  const std::string told = take_addressee(reading, text);
  if (text.empty()) return false;
  const std::vector<Word> first = words_of(reading.document, {text.begin, std::min(text.end, text.begin + 40)});
  if (std::string printed = take_number(reading, text); own_number.empty()) own_number = std::move(printed);
  const std::vector<Word> words = words_of(reading.document, {text.begin, std::min(text.end, text.begin + 400)});
  if (words.size() < 3) return false;
  // "Priority Rec. The Administrator should …"
  bool priority = false;
  if (words.size() > 4 && same_word(words[0].text, "priority") && is_any(words[1].text, {"rec", "recommendation"}) &&
      std::string_view(".:").find(reading.document.text.folded_at(words[1].span.end)) != std::string_view::npos) {
    priority = true;
    text = trimmed(reading.document, {words[2].span.begin, text.end});
  }
  if (tells_what_became_of_it(reading, words)) return false;
  // "None at this inspection", "There are no areas for priority action", "No recommendations were made"
  const bool nothing =
      is_any(words[0].text, {"none", "nil"}) ||
      (same_word(words[0].text, "no") && words.size() < 14 &&
       std::any_of(words.begin() + 1, words.begin() + 4 < words.end() ? words.begin() + 4 : words.end(),
                   [](const Word& word) {
                     return is_any(word.text, {"recommendation", "recommendations", "requirement", "requirements",
                                               "areas", "actions", "action", "breaches", "further", "improvements"});
                   })) ||
      (words.size() > 2 && same_word(words[0].text, "there") && is_any(words[1].text, {"are", "were", "is"}) &&
       is_any(words[2].text, {"no", "none"}));
  if (nothing && words.size() < 30) return false;
  // "This chapter sets out …": an introduction, numbered like the rest
  if (block.kind == BlockKind::paragraph && !first.empty() &&
      is_any(first.front().text, {"this", "these", "my", "our"}) && !list.mixed)
    return false;
  // "In making our recommendations, we …", "The trust has accepted our recommendations": about the list
  if (block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item) {
    // "… has since employed a second nurse": among requests that say that they recommend
    const bool after_recommend =
        !drafts.recommendations.empty() && drafts.recommendations.back().form == model::Form::listed &&
        drafts.recommendations.back().label == list.label && numbered(block) &&
        find_words(reading.document.text.folded(drafts.recommendations.back().text), "recommend") < 12;
    if (after_recommend && !asks_somewhere(reading, text) && !is_ask_verb(reading, first_word(reading, text)) &&
        find_words(reading.document.text.folded(text), "recommend") == std::string_view::npos)
      return false;
    if (words.size() > 3 && is_any(words[0].text, {"these", "this"}) &&
        is_any(words[1].text, {"requirement", "requirements", "recommendation", "recommendations"}) &&
        is_any(words[2].text, {"is", "are", "was", "were"}))
      return false;   // "… are subject to a notice"
    if (words.size() > 4 && is_any(words[1].text, {"recommendation", "recommendations"}) &&
        same_word(words[2].text, "shall") && same_word(words[3].text, "in"))
      return false;   // "… shall in no case create a presumption of blame"
    if (words.size() > 3 && same_word(words[0].text, "the") &&
        is_any(words[1].text, {"guidance", "standard", "standards", "policy", "code", "law", "act", "regulations"}) &&
        is_any(words[2].text, {"says", "say", "states", "state", "requires", "require", "sets", "set"}))
      return false;
    if (words.size() > 2 && same_word(words[0].text, "in") &&
        is_any(words[1].text, {"considering", "making", "deciding", "determining", "reaching", "formulating"}))
      return false;
    const std::size_t first_words = std::min<std::size_t>(words.size(), 5);
    for (std::size_t i = 1; i + 1 < first_words; ++i)
      if (is_any(words[i].text, {"has", "have"}) &&
          is_any(words[i + 1].text, {"accepted", "agreed", "rejected", "told"}))
        return false;
  }
  // a numbered paragraph of findings that stands where the list was thought to be
  const bool findings = text.size() > 300 && number_of(block).find('.') != std::string::npos;
  if ((list.mixed || list.asks || findings) && !asks_somewhere(reading, text) &&
      !is_ask_verb(reading, first_word(reading, text)))
    return false;
  model::Recommendation item;
  item.evidence = list.like;
  item.evidence.quote = text;
  item.evidence.page = block.page;
  item.form = model::Form::listed;
  item.confidence = model::Confidence::high;
  item.text = text;
  if (!rest.empty()) item.whole = reading.document.text.string(text) + rest;
  item.label = list.label;
  item.level = priority ? "priority" : list.level;
  item.number = own_number.empty() ? number_of(block) : own_number;
  item.strength = list.lead.strength;
  item.deadline = list.lead.deadline;
  // "The provider must ensure …": the item says itself who and how strongly
  const LeadIn own = read_lead_in(reading, {text.begin, std::min(text.end, text.begin + 300)});
  if (item.strength.empty()) item.strength = own.strength;
  const bool says_who =
      !own.strength.empty() && !own.addressee.empty() &&
      (is_own_item(reading, text) ||
       find_words(reading.document.text.folded(text).substr(0, 40), "recommend that") != std::string_view::npos ||
       find_words(reading.document.text.folded(text).substr(0, 40), "recommended that") != std::string_view::npos);
  item.addressee = !told.empty()                  ? told
                   : says_who                     ? own.addressee
                   : !list.lead.addressee.empty() ? list.lead.addressee
                                                  : own.addressee;
  // "The State Government may prepare an inventory": how some auditors general ask
  for (std::size_t i = 1; item.addressee.empty() && item.strength.empty() && i + 1 < words.size() && i < 12; ++i) {
    if (!same_word(words[i].text, "may") || !is_ask_verb(reading, words[i + 1].text)) continue;
    if (std::string who = addressee_of(reading, {text.begin, words[i - 1].span.end}); can_act(reading, who))
      item.addressee = std::move(who), item.strength = "could";
    break;
  }
  // "I recommend that:" and below it "The unit stop using …"
  if (item.addressee.empty() && !list.lead.strength.empty() && own.strength.empty() &&
      !is_ask_verb(reading, first_word(reading, text))) {
    const Span verb = first_ask_verb(reading, {text.begin, std::min(text.end, text.begin + 160)});
    if (std::string who =
            verb.empty() || verb.begin <= text.begin ? std::string{} : addressee_of(reading, {text.begin, verb.begin});
        can_act(reading, who))
      item.addressee = std::move(who);
  }
  if (!item.deadline) {
    // "… should take immediate action to …"
    const std::string_view begin = reading.document.text.folded({text.begin, std::min(text.end, text.begin + 160)});
    for (const std::string_view form :
         {"with immediate effect", "immediate action", "immediate steps", "as a matter of urgency"})
      if (const std::size_t at = find_words(begin, form); at != std::string_view::npos) {
        const std::uint32_t from = text.begin + static_cast<std::uint32_t>(at);
        const std::size_t length = form.starts_with("immediate") ? 9 : form.size();
        item.deadline =
            model::Deadline{reading.document.text.string({from, from + static_cast<std::uint32_t>(length)}), ""};
        break;
      }
  }
  fill_in(reading, item);
  drafts.recommendations.push_back(std::move(item));
  return true;
}

}   // namespace muster::facts
