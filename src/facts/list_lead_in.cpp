// Who is asked, how strongly and by when: from a lead-in, a heading, or an item's own first words.
#include <algorithm>

#include "facts/listed.hpp"
#include "facts/vocab_forms.hpp"

namespace muster::facts {
namespace {

bool all_lower(std::string_view word) { return !word.empty() && word.front() >= 'a' && word.front() <= 'z'; }

std::string without_colon(std::string name) {
  if (const std::size_t colon = name.rfind(':'); colon != std::string::npos) name.resize(colon);
  return name;
}

}   // namespace

bool can_act(const Reading& reading, std::string_view who) {
  std::string name = plain(who);
  if (name.empty()) return false;
  // "leaders across the area", "the governor of Holm", "the boards (north and south)": the head stands before.
  for (const std::string_view tail :
       {" of ", " in ", " across ", " at ", " for ", " from ", " within ", " with ", " responsible ", " working ",
        " who ", " undertaking ", " involved ", " on ", " (", ", ", " under ", " and "})
    if (const std::size_t at = name.find(tail); at != std::string::npos && at > 2 &&
                                                name.compare(0, at, "secretary") != 0 &&
                                                name.compare(0, at, "the secretary") != 0) {
      const std::string head = name.substr(0, at);
      if (can_act(reading, head)) return true;
    }
  while (!name.empty() && (name.back() == ')' || name.back() == '\'' || name.back() == '.')) name.pop_back();
  const auto known = [&](std::string_view word) {
    if (entry_of(reading, "actors", word) != nullptr || entry_of(reading, "bodies", word) != nullptr ||
        entry_of(reading, "inspectorates", word) != nullptr ||
        entry_of(reading, "staff_groups", word) != nullptr || entry_of(reading, "roles", word) != nullptr)
      return true;
    if (word.ends_with("ies") &&
        entry_of(reading, "actors", std::string(word.substr(0, word.size() - 3)) + "y") != nullptr)
      return true;
    return word.ends_with('s') && entry_of(reading, "actors", word.substr(0, word.size() - 1)) != nullptr;
  };
  std::string_view left = name;
  if (left.starts_with("the ")) left.remove_prefix(4);
  if (left.empty()) return false;   // "'" or "(.)": marks alone
  if (known(left)) return true;
  for (int words = 1; words <= 3; ++words) {
    std::size_t at = left.size();
    for (int i = 0; i < words && at != std::string_view::npos && at > 0; ++i) at = left.rfind(' ', at - 1);
    if (at == std::string_view::npos) break;
    if (known(left.substr(at + 1))) return true;
  }
  // "HMRC", "Nottreal Rail": a name in capitals
  bool name_like = false;
  std::size_t begin = 0, words = 0;
  const std::string_view written = who;
  while (begin < written.size()) {
    std::size_t end = written.find(' ', begin);
    if (end == std::string_view::npos) end = written.size();
    const std::string_view word = written.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty() || is_any(word, {"the", "and", "of", "for", "in", "&"})) continue;
    if (all_lower(word) || (word.front() >= '0' && word.front() <= '9')) return false;
    ++words;
    name_like |= word.size() > 1 && word[1] >= 'A' && word[1] <= 'Z';
  }
  return words > 0 && (name_like || words > 1);
}

LeadIn read_lead_in(const Reading& reading, Span span) {
  LeadIn lead;
  const std::vector<Word> words = words_of(reading.document, span);
  const VocabForms* const modals = reading.lexicon.forms("ask_modals");
  for (std::size_t i = 0; i < words.size() && modals != nullptr; ++i) {
    if (!modals->may_begin(words[i].text)) continue;
    std::string two = plain(words[i].text);
    const model::VocabEntry* modal = nullptr;
    for (std::size_t j = i; j < words.size() && j < i + 3; ++j) {
      if (j > i) two += " " + plain(words[j].text);
      if (const model::VocabEntry* found = modals->find(two)) modal = found;
    }
    if (modal == nullptr) continue;
    lead.strength = field_of(modal, "kind");
    std::size_t from = 0;
    for (std::size_t k = 0; k < i; ++k)
      if (same_word(words[k].text, "that") && k > 0 &&
          is_any(words[k - 1].text,
                 {"recommend", "recommends", "recommended", "recommending", "expect", "expects", "expected", "urge",
                  "urges", "suggest", "require", "requires", "recommendation", "is"}))
        from = k + 1;
    for (std::size_t k = from + 1; k < i; ++k)   // "… the following recommendations. The Department should:"
      if (reading.document.text.folded({words[k - 1].span.end, words[k].span.begin}).find(". ") !=
              std::string_view::npos &&
          words[k].text.front() >= 'A' && words[k].text.front() <= 'Z' && words[k - 1].text.size() > 3)
        from = k;
    const bool passive = i + 1 < words.size() && is_any(words[i + 1].text, {"be"});   // nobody is named who must act
    if (from < i && !passive) lead.addressee = addressee_of(reading, {words[from].span.begin, words[i - 1].span.end});
    break;
  }
  // "Fern Ferries Ltd is recommended to:"
  for (std::size_t k = 2; k + 1 < words.size() && lead.strength.empty(); ++k)
    if (same_word(words[k].text, "recommended") && is_any(words[k - 1].text, {"is", "are"}) &&
        same_word(words[k + 1].text, "to")) {
      lead.strength = "should";
      lead.addressee = addressee_of(reading, {words[0].span.begin, words[k - 2].span.end});
    }
  if (lead.strength.empty() && std::any_of(words.begin(), words.end(), [](const Word& w) {
        return is_any(w.text, {"recommend", "recommends", "recommended"});
      })) {
    lead.strength = "should";
    for (std::size_t k = 0; k + 1 < words.size(); ++k)
      if (same_word(words[k].text, "that")) {
        // "It is recommended that the Ferry Board require lamps": the name ends where the order begins
        const Span rest{words[k + 1].span.begin, span.end}, verb = first_ask_verb(reading, rest);
        lead.addressee =
            addressee_of(reading, {rest.begin, verb.empty() || verb.begin <= rest.begin ? rest.end : verb.begin});
        break;
      }
    // "We recommend the Chief of Ferries:"
    if (lead.addressee.empty() && ends_with_colon(reading.document, span))
      for (std::size_t k = 0; k + 1 < words.size(); ++k)
        if (is_any(words[k].text, {"recommend", "recommends", "recommended"}) && !same_word(words[k + 1].text, "that"))
          lead.addressee = addressee_of(reading, {words[k + 1].span.begin, words.back().span.end});
  }
  // "the Council has agreed to:", "we have asked the college to:"
  for (std::size_t k = 0; k < words.size() && lead.strength.empty() && lead.addressee.empty(); ++k) {
    if (is_any(words[k].text, {"agreed", "undertaken"}) && k > 1 && k + 1 < words.size() &&
        is_any(words[k + 1].text, {"to"}) && is_any(words[k - 1].text, {"has", "have"}))
      lead.addressee = addressee_of(reading, {words[0].span.begin, words[k - 2].span.end});
    if (is_any(words[k].text, {"asked", "told", "required", "instructed", "expect", "asks", "requires"}) &&
        k + 2 < words.size() && is_any(words.back().text, {"to"}))
      lead.addressee = addressee_of(reading, {words[k + 1].span.begin, words[words.size() - 2].span.end});
  }
  // "Multi-agency partners to make sure that …": an order in the infinitive
  for (std::size_t k = 1; k + 1 < words.size() && k <= 14 && lead.strength.empty() && lead.addressee.empty(); ++k) {
    if (is_any(words[k - 1].text, {"of", "does", "do", "is", "are", "not", "has", "have", "how", "despite", "that",
                                   "which", "was", "were", "no", "been"}))
      break;
    if (is_any(words[k].text, {"to"}) && is_ask_verb(reading, words[k + 1].text) &&
        !is_ask_verb(reading, words[0].text)) {
      // "We urge the Harbour Bank to take …"
      const std::size_t from = is_any(words[0].text, {"we", "i"}) && k > 2 &&
                                       is_any(words[1].text, {"urge", "ask", "encourage", "invite", "expect", "want"})
                                   ? 2
                                   : 0;
      lead.addressee = reading.document.text.string({words[from].span.begin, words[k - 1].span.end});
      // A long one is made of names: "Elm Council and the Harbour Board to agree …"
      const auto of_names = [](const Word& word) {
        return !all_lower(word.text) || is_any(word.text, {"and", "the", "of", "for", "with"});
      };
      if (k > 5 && !(can_act(reading, lead.addressee) &&
                     std::all_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(k), of_names)))
        lead.addressee.clear();
      break;
    }
  }
  const auto& dates = reading.layers.dates;
  auto date =
      std::lower_bound(dates.begin(), dates.end(), span.begin,
                       [](const model::DateMention& mention, std::uint32_t at) { return mention.span.begin < at; });
  for (; date != dates.end() && date->span.begin < span.end; ++date)
    if (date->deadline && span.contains(date->span))
      lead.deadline =
          model::Deadline{reading.document.text.string(date->span), date->from.size() == 10 ? date->from : ""};
  lead.addressee = without_colon(lead.addressee);
  // "Lochan must:": who leads to a list of duties can act, whatever the name
  const bool leads = ends_with_colon(reading.document, span) && !lead.addressee.empty() &&
                     lead.addressee.front() >= 'A' && lead.addressee.front() <= 'Z' && words.size() <= 3 &&
                     lead.strength == "must";
  if (!leads && !can_act(reading, lead.addressee)) lead.addressee.clear();
  return lead;
}

std::string addressee_in_heading(const Reading& reading, Span heading) {
  const std::string_view text = reading.document.text.folded(heading);
  const auto part = [&](std::size_t from, std::size_t to) {
    const Span name = trimmed(
        reading.document,
        {heading.begin + static_cast<std::uint32_t>(from), heading.begin + static_cast<std::uint32_t>(to)}, ":.?-,");
    std::string who = reading.document.text.string(name);
    if (is_any(plain(who), {"executive action", "action", "improvement", "further improvement", "immediate action",
                            "legislative action", "priority action", "consideration"}))
      return std::string{};
    return who.size() <= 120 && can_act(reading, who) ? who : std::string{};
  };
  // "What does the board need to improve?", "What the trust must do"
  for (const std::string_view ask :
       {"does the", "do", "what the", "action the", "actions the", "should the", "must the"}) {
    const std::size_t at = find_words(text, ask);
    if (at == std::string_view::npos) continue;
    std::size_t stop = std::string_view::npos;
    for (const std::string_view modal : {"need", "needs", "must", "should", "do", "have to", "has to", "improve"})
      if (const std::size_t found = find_words(text, modal, at + ask.size()); found != std::string_view::npos)
        stop = std::min(stop, found);
    if (stop == std::string_view::npos) continue;
    const std::size_t from = ask.ends_with("the") ? at + ask.size() - 3 : at + ask.size();
    if (stop <= from + 4) continue;
    if (std::string who = part(from, stop); !who.empty()) return who;
  }
  // "Recommendations for the trust", "To the governor"
  for (const std::string_view to : {"for", "to"}) {
    const std::size_t at = find_words(text, to);
    if (at == std::string_view::npos || (at > 0 && find_words(text, "recommendations") == std::string_view::npos &&
                                         find_words(text, "recommendation") == std::string_view::npos &&
                                         find_words(text, "requirements") == std::string_view::npos))
      continue;
    if (std::string who = part(at + to.size(), text.size()); !who.empty()) return who;
  }
  return {};
}

}   // namespace muster::facts
