#include <algorithm>
#include <array>

#include "facts/describe.hpp"
#include "facts/listed.hpp"
#include "facts/recommendation.hpp"

namespace muster::facts {

bool is_ask_verb(const Reading& reading, std::string_view written) {
  return entry_of(reading, "ask_verbs", written) != nullptr;
}

// "… that the Ferry Board reviews how it sells tickets": what somebody is to do, in the third person.
bool orders_in_third_person(const Reading& reading, Span span, const std::vector<Word>& words, std::size_t i) {
  std::string verb = plain(words[i].text);
  if (verb.size() < 4 || verb.back() != 's' || i + 1 >= words.size()) return false;
  if (is_any(words[i + 1].text, {"of", "should", "must", "be", "is", "are", "was", "were", "to", "and", "or", "in",
                                 "for", "have", "has", "by"}))
    return false;
  // "… that committees have produced reports": another verb stands before
  if (std::any_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i), [](const Word& word) {
        return is_any(word.text,
                      {"has", "have", "had", "is", "are", "was", "were", "that", "which", "who", "we", "been", "note"});
      }))
    return false;
  verb.pop_back();
  const bool asks = is_ask_verb(reading, verb) ||
                    (verb.ends_with("ie") && is_ask_verb(reading, verb.substr(0, verb.size() - 2) + "y")) ||
                    (verb.ends_with('e') && is_ask_verb(reading, verb.substr(0, verb.size() - 1)));
  return asks && can_act(reading, reading.document.text.string({span.begin, words[i - 1].span.end}));
}

Span first_ask_verb(const Reading& reading, Span span) {
  const std::vector<Word> words = words_of(reading.document, span);
  int depth = 0;
  std::uint32_t from = span.begin;
  const std::string_view text = reading.document.text.folded();
  for (std::size_t i = 0; i < words.size() && i < 40; ++i) {
    for (; from < words[i].span.begin; ++from) depth += text[from] == '(' ? 1 : text[from] == ')' ? -1 : 0;
    // "the work of the Unit": a noun has its article before it, a name its capital.
    if (i == 0 || depth > 0 || words[i].text.front() < 'a' || words[i].text.front() > 'z') continue;
    if (is_any(words[i - 1].text, {"the", "a", "an", "its", "their", "of", "for", "in", "our", "this", "these", "to",
                                   "and", "or", "with", "on"}) &&
        !(same_word(words[i - 1].text, "and") && i > 1))
      continue;
    if (same_word(words[i - 1].text, "and")) continue;
    if (!is_ask_verb(reading, words[i].text) && !orders_in_third_person(reading, span, words, i)) continue;
    if (is_any(words[i - 1].text, {"be", "is", "are"}))
      return {};   // "that a board be set up": passive, nobody is named
    return words[i].span;
  }
  return {};
}

std::vector<Numbered> enumerated(const model::Document& document, Span span) {
  const std::string_view text = document.text.folded();
  struct Mark {
    std::uint32_t begin, end;
  };
  std::vector<Mark> marks;
  for (std::uint32_t at = span.begin; at + 2 < span.end; ++at) {
    if (text[at] != '(') continue;
    std::uint32_t stop = at + 1;
    while (stop < span.end && stop - at < 4 && text[stop] >= '0' && text[stop] <= '9') ++stop;
    if (stop == at + 1 && text[stop] >= 'a' && text[stop] <= 'h') ++stop;
    if (stop > at + 1 && stop < span.end && text[stop] == ')' &&
        (stop + 1 >= span.end || text[stop + 1] == ' ' || text[stop + 1] == '\n'))
      marks.push_back({at, stop + 1});
  }
  std::vector<Numbered> items;
  if (marks.empty()) return items;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    Span item{marks[i].end, i + 1 < marks.size() ? marks[i + 1].begin : span.end};
    if (i + 1 == marks.size())   // the last one ends with its sentence
      for (std::uint32_t at = item.begin + 3; at + 2 < item.end; ++at) {
        const bool stop = text[at] == '.' && text[at + 1] == ' ' && text[at + 2] >= 'A' && text[at + 2] <= 'Z';
        const bool word = text[at - 1] >= 'a' && text[at - 1] <= 'z' && text[at - 2] >= 'a' && text[at - 2] <= 'z' &&
                          text[at - 3] >= 'a' && text[at - 3] <= 'z';
        if (stop && word) {
          item.end = at;
          break;
        }
      }
    item = trimmed(document, item, ",;.:");
    const std::vector<Word> words = words_of(document, item);
    if (words.size() > 1 && is_any(words.back().text, {"and", "or"}) && words.back().span.end == item.end)
      item = trimmed(document, {item.begin, words.back().span.begin}, ",;.");
    if (!item.empty()) items.push_back({item, document.text.string({marks[i].begin + 1, marks[i].end - 1})});
  }
  return items;
}

void fill_in(const Reading& reading, model::Recommendation& item) {
  const WordPlaces places(reading.document.text.folded(item.text));
  if (const model::VocabList* themes = reading.vocab.find("ask_themes"); themes != nullptr) {
    for (const model::VocabEntry& theme : themes->entries) {
      const bool said = std::any_of(theme.forms.begin(), theme.forms.end(),
                                    [&](const std::string& form) { return places.has(form); });
      if (said) item.themes.push_back(theme.name);
    }
  }
  if (!item.deadline) {
    const auto& dates = reading.layers.dates;
    auto date =
        std::lower_bound(dates.begin(), dates.end(), item.text.begin,
                         [](const model::DateMention& mention, std::uint32_t at) { return mention.span.begin < at; });
    for (; date != dates.end() && date->span.begin < item.text.end; ++date) {
      if (!date->deadline) continue;
      // "… sees everyone within 14 hours": a standard to keep, not when the request is due
      if (item.form == model::Form::listed && date->from.empty() && date->span.begin > item.text.begin + 3) {
        const std::string_view when = reading.document.text.folded(date->span);
        const bool long_time = when.find("month") != std::string_view::npos ||
                               when.find("year") != std::string_view::npos ||
                               when.find("week") != std::string_view::npos;
        const std::string_view before = reading.document.text.folded({item.text.begin, date->span.begin});
        const std::size_t last = before.find_last_not_of(" \n");
        if (!long_time && (last == std::string_view::npos || before[last] != ',')) continue;
      }
      item.deadline =
          model::Deadline{reading.document.text.string(date->span), date->from.size() == 10 ? date->from : ""};
      break;
    }
  }
  if (item.focus.empty()) item.focus = item.text;
}

std::string addressee_of(const Reading& reading, Span subject) {
  std::vector<Word> words = words_of(reading.document, subject);
  const std::string_view text = reading.document.text.folded();
  // "To do so, the board": the name is what follows the last comma, unless the commas list names.
  const std::string_view written = text.substr(subject.begin, subject.size());
  const std::size_t comma = written.find(", ");
  if (comma != std::string_view::npos && !words.empty() &&
      is_any(words.front().text,
             {"to",        "in",           "as",          "for",          "at",        "furthermore", "importantly",
              "crucially", "critically",   "accordingly", "consequently", "however",   "also",        "if",
              "when",      "while",        "although",    "after",        "before",    "despite",     "following",
              "finally",   "specifically", "moreover",    "additionally", "therefore", "where",       "given",
              "since",     "by",           "with",        "on",           "until",     "across",      "within",
              "together",  "working"})) {
    const std::size_t last = written.rfind(", ");
    subject.begin += static_cast<std::uint32_t>(last) + 2;
    words = words_of(reading.document, subject);
  }
  // "Within three months the trust": the time is no part of the name
  if (!words.empty() &&
      is_any(words.front().text, {"within", "by", "from", "before", "after", "in", "immediately", "to", "until"}))
    for (std::size_t i = 1; i + 1 < words.size(); ++i)
      if (is_any(words[i].text, {"the", "all", "every", "each", "it's"}) &&
          !is_any(words[i + 1].text, {"end", "start", "beginning", "close", "next", "summer", "autumn", "winter",
                                      "spring", "year", "month", "first"})) {
        words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i));
        break;
      }
  while (!words.empty() && words.front().text.front() >= '0' && words.front().text.front() <= '9')
    words.erase(words.begin());   // the item's number
  while (!words.empty() &&
         is_any(words.front().text, {"and", "but", "furthermore", "so", "also", "that", "then", "now", "specifically"}))
    words.erase(words.begin());
  while (!words.empty() && is_any(words.back().text, {"now", "also", "therefore", "both", "all", "still", "urgently",
                                                      "then", "clearly", "really", "always"}))
    words.pop_back();
  if (words.empty() || words.size() > 24) return {};
  if (is_any(words.front().text,
             {"we",     "it",    "they",    "he",    "she",          "you",         "i",        "this",
              "that",   "there", "these",   "those", "improvements", "improvement", "progress", "work",
              "action", "more",  "further", "what",  "nothing",      "efforts",     "lessons",  "priority"}))
    return {};
  return reading.document.text.string({words.front().span.begin, words.back().span.end});
}

Span without_tail(const Reading& reading, Span clause) {
  const std::vector<Word> words = words_of(reading.document, clause);
  const std::string_view text = reading.document.text.folded();
  for (std::size_t i = words.size(); i-- > 1 && words.size() - i <= 14;) {
    const std::uint32_t gap = words[i - 1].span.end;
    const std::uint32_t next = words[i].span.begin;
    const std::string_view gap_text = between(text, gap, next);
    if (gap_text.find(',') == std::string_view::npos && gap_text.find('"') == std::string_view::npos) continue;
    for (std::size_t j = i; j < words.size(); ++j)
      if (is_any(words[j].text, {"said",      "says",      "say",   "added",  "adds",     "according", "warned",
                                 "wrote",     "concluded", "told",  "stated", "insisted", "argued",    "noted",
                                 "explained", "found",     "heard", "shows",  "show",     "reveals"}))
        return trimmed(reading.document, {clause.begin, gap});
  }
  return clause;
}

void add_stated(const Reading& reading, model::Drafts& drafts, model::Recommendation item, Span text) {
  // "… by November or face sanctions": the threat is not asked for
  const std::string_view written = reading.document.text.folded(text);
  if (const std::size_t threat = find_words(written, "or face"); threat != std::string_view::npos && threat > 20)
    text = trimmed(reading.document, {text.begin, text.begin + static_cast<std::uint32_t>(threat)}, ",");
  // "2.14 The board should …"
  std::size_t number = 0;
  const std::string_view bare = reading.document.text.folded(text);
  while (number < bare.size() && ((bare[number] >= '0' && bare[number] <= '9') || (number > 0 && bare[number] == '.')))
    ++number;
  if (number > 2 && bare.substr(0, number).find('.') != std::string_view::npos && number + 20 < bare.size() &&
      bare[number] == ' ')
    text.begin += static_cast<std::uint32_t>(number) + 1;
  item.text = text;
  item.focus = text;
  fill_in(reading, item);
  drafts.recommendations.push_back(std::move(item));
}

bool answers_for_body(std::string_view who) {
  constexpr std::string_view answering[] = {
      "chief executive", "spokesman",    "spokeswoman",    "spokesperson",    "director",       "council",
      "trust",           "hospital",     "company",        "leader",          "manager",        "governor",
      "headteacher",     "head teacher", "principal",      "chief constable", "owner",          "owners",
      "provider",        "department",   "chief officer",  "fire officer",    "mayor",          "minister",
      "ministers",       "secretary",    "premier",        "commissioner",    "superintendent", "chief",
      "board",           "authority",    "force",          "service",         "agency",         "ministry",
      "government",      "operator",     "home",           "school",          "college",        "office",
      "sheriff",         "executive",    "cabinet member", "officials",       "association",    "administration",
      "organisation",    "university",   "police",         "mec",            "commander",      "warden",
      "administrator",   "managing director"};
  constexpr std::string_view not_answering[] = {
      "union",     "guild",      "opposition", "shadow", "charity", "campaign", "campaigner", "league",
      "inspector", "inspectors", "mp",         "mps",    "msp",     "resident", "former",     "federation"};
  const std::string name = plain(who);
  const auto said = [&](std::string_view word) { return find_words(name, word) != std::string::npos; };
  return std::any_of(std::begin(answering), std::end(answering), said) &&
         std::none_of(std::begin(not_answering), std::end(not_answering), said);
}

Author author_of(const Reading& reading, const model::Drafts& drafts) {
  Author author;
  const model::About about = describe_author(reading, drafts);
  author.argues = about.kind == "essay";
  author.reports = about.kind == "inspection_report";
  author.inspects = (about.kind == "letter" || about.kind == "inspection_report") && !about.inspectorates.empty();
  if (author.inspects) author.issuer = about.inspectorates.front();
  return author;
}

}   // namespace muster::facts
