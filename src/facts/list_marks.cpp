// The numbers and marks of items, before or behind them or on a line of their own, and what stands behind a request.
#include <algorithm>

#include "facts/listed.hpp"
#include "facts/status_roles.hpp"

namespace muster::facts {

using model::Block;
using model::BlockKind;

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool upper(char c) { return c >= 'A' && c <= 'Z'; }

bool is_number(std::string_view word) {
  std::size_t digits = 0, letters = 0;
  for (const char c : word) {
    if (digit(c)) ++digits;
    else if ((c >= 'a' && c <= 'z') || upper(c)) ++letters;
    else if (c != '.' && c != '-' && c != '/') return false;
  }
  return digits > 0 && digits <= 12 && letters <= 5 && (digit(word.front()) || upper(word.front()));
}

// "R-23-04", "NS-2021-7"
bool is_code(std::string_view text) {
  std::size_t at = 0, groups = 0;
  while (at < text.size() && text[at] >= 'A' && text[at] <= 'Z') ++at;
  if (at == 0 || at > 5) return false;
  while (at + 1 < text.size() && text[at] == '-' && digit(text[at + 1])) {
    ++groups;
    for (++at; at < text.size() && digit(text[at]);) ++at;
  }
  return groups >= 2 && at == text.size();
}

}   // namespace

// What stands in brackets at the end, and where the bracket opens; npos if none.
std::size_t last_bracket(std::string_view written, std::string_view& inside) {
  if (!written.empty() && written.back() == '.') written.remove_suffix(1);
  if (written.empty() || written.back() != ')') return std::string_view::npos;
  const std::size_t open = written.rfind('(');
  if (open == std::string_view::npos || open < 10 || written.size() - open > 90) return std::string_view::npos;
  inside = written.substr(open + 1, written.size() - open - 2);
  return open;
}

// "(Recommendation 4)", "(R-23-04)" behind the item.
std::string take_number_behind(const Reading& reading, Span& text) {
  std::string_view inside;
  const std::size_t open = last_bracket(reading.document.text.folded(text), inside);
  if (open == std::string_view::npos) return {};
  const std::uint32_t at = text.begin + static_cast<std::uint32_t>(open);
  if (is_code(inside)) {
    std::string code(inside);
    text = trimmed(reading.document, {text.begin, at});
    return code;
  }
  const std::vector<Word> words =
      words_of(reading.document, {at + 1, at + 1 + static_cast<std::uint32_t>(inside.size())});
  if (words.size() != 2 || !is_any(words[0].text, {"recommendation", "rec"}) || !is_number(words[1].text)) return {};
  const std::string number = reading.document.text.string(words[1].span);
  text = trimmed(reading.document, {text.begin, at});
  return number;
}

bool code_alone(std::string_view text) {
  constexpr std::size_t least = 6, longest = 24;
  if (text.size() < least || text.size() > longest ||
      !std::all_of(text.begin(), text.end(), [](char c) { return digit(c) || upper(c) || c == '-' || c == '/'; }))
    return false;
  return std::count(text.begin(), text.end(), '-') >= 2 && digit(text.back()) &&
         std::count_if(text.begin(), text.end(), digit) >= 3 && std::any_of(text.begin(), text.end(), upper);
}

std::size_t year_code(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && digit(text[at])) ++at;
  if (at != 4 || (text[0] != '1' && text[0] != '2') || at >= text.size() || (text[at] != '/' && text[at] != '-'))
    return 0;
  const std::size_t behind = ++at;
  while (at < text.size() && digit(text[at])) ++at;
  return at > behind && at - behind <= 4 && at + 1 < text.size() && text[at] == ' ' && upper(text[at + 1]) ? at : 0;
}

// "Recommendation 1: The Department …", "R4 Improve …": the number is not the text.
std::string take_number(const Reading& reading, Span& text) {
  const std::string_view written = reading.document.text.folded();
  const std::vector<Word> first = words_of(reading.document, {text.begin, std::min(text.end, text.begin + 60)});
  if (first.size() < 3) return {};
  if (written[text.begin] == '[' && first[0].span.begin == text.begin + 1 && first[0].span.end < text.end &&
      written[first[0].span.end] == ']' && std::all_of(first[0].text.begin(), first[0].text.end(), digit)) {
    text = trimmed(reading.document, {first[0].span.end + 1, text.end});   // "[88] The company should …"
    return reading.document.text.string(first[0].span);
  }
  // "2021/114 Fit guard rails"
  if (const std::size_t length = year_code(written.substr(text.begin, text.size())); length > 0) {
    std::string code = reading.document.text.string({text.begin, text.begin + static_cast<std::uint32_t>(length)});
    text = trimmed(reading.document, {text.begin + static_cast<std::uint32_t>(length), text.end}, ":");
    return code;
  }
  std::size_t at = 0;
  if (is_any(first[0].text, {"key", "main", "priority", "statutory", "safety"})) at = 1;
  std::size_t number = 0;
  if (is_any(first[at].text, {"recommendation", "requirement", "no", "rec", "action", "afi", "ns"})) number = at + 1;
  else if (is_any(first[at].text, {"area", "areas"}) && first.size() > at + 3 && same_word(first[at + 1].text, "for") &&
           is_any(first[at + 2].text, {"improvement", "development"}))
    number = at + 3;
  else if (at == 0 && first[0].text.size() <= 4 && first[0].text.size() >= 2 && first[0].text.front() == 'R' &&
           digit(first[0].text[1]))
    number = 0;
  else return {};
  if (number < first.size() && number > 0 && is_any(first[number].text, {"no", "number", "nr"})) ++number;
  if (number >= first.size() || !is_number(first[number].text)) return {};
  const std::uint32_t behind = first[number].span.end;
  // "Action 12 people asked for": a number needs a sign or a capital behind it
  const bool sign = behind < text.end && (written[behind] == ':' || written[behind] == '.' || written[behind] == ')' ||
                                          written[behind] == '-' || written[behind] == '|');
  const bool capital = number + 1 < first.size() && upper(first[number + 1].text.front());
  if (!sign && !capital) return {};
  std::string own = reading.document.text.string(first[number].span);
  const std::uint32_t end = text.end;
  text = trimmed(reading.document, {behind, text.end}, ":.-)|");
  if (text.end < end && written[text.end] == '.') ++text.end;
  return own;
}

bool numbered(const Block& block) {
  return !block.marker.empty() &&
         (digit(block.marker.front()) ||
          (block.marker.size() > 1 && (upper(block.marker.front()) || block.marker.front() == '(') &&
           std::any_of(block.marker.begin(), block.marker.end(), digit)));
}

std::uint32_t ordinal_of(const Block& block) {
  std::uint32_t value = 0;
  bool any = false;
  for (const char c : block.marker) {
    if (digit(c))
      value = any ? std::min<std::uint32_t>(value * 10 + static_cast<std::uint32_t>(c - '0'), 100000)
                  : static_cast<std::uint32_t>(c - '0'),
      any = true;
    else if (c == '.' || c == '-' || c == '/') any = false;
  }
  return value;
}

std::string number_of(const Block& block) {
  std::string number = block.marker;
  while (!number.empty() &&
         (number.back() == '.' || number.back() == ')' || number.back() == ':' || number.back() == ']'))
    number.pop_back();
  while (!number.empty() && (number.front() == '(' || number.front() == '[')) number.erase(number.begin());
  const bool printed = !number.empty() && std::any_of(number.begin(), number.end(), [](char c) {
    return digit(c) || (c >= 'a' && c <= 'z') || upper(c);
  });
  return printed && number != "o" ? number : std::string{};
}

// A bullet or number on a line of its own (as some converters print lists): its text is the next block.
bool lone_marker(const model::Document& document, const Block& block) {
  if (block.kind != BlockKind::list_item && block.kind != BlockKind::paragraph) return false;
  const std::string_view text = document.text.folded(block.span);
  if (code_alone(text)) return true;
  if (block.span.size() > 5) return false;
  const auto digits = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), digit));
  if (digits > 0) return digits <= 3 && (text.back() == '.' || text.back() == ')');
  return words_of(document, block.span).empty() && (block.kind == BlockKind::list_item || text.size() == 1);
}

// "… This requirement was made on 3 April.": when it was made, or what became of it, behind a request.
Span without_history(const Reading& reading, Span text) {
  constexpr std::size_t least = 20;
  const std::string_view written = reading.document.text.folded(text);
  for (const std::string_view words :
       {"this requirement was made on", "this area for improvement was made on", "this recommendation was made on",
        "action taken on previous", "action taken as confirmed"})
    if (const std::size_t at = find_words(written, words); at != std::string_view::npos && at > least)
      return trimmed(reading.document, {text.begin, text.begin + static_cast<std::uint32_t>(at)});
  return text;
}

// "Stairs should be lit. (2.7) Not achieved": the verdict that stands behind a request.
Span without_verdict(const Reading& reading, Span text) {
  constexpr std::uint32_t longest = 120, least = 20;
  const std::uint32_t from = text.end > text.begin + longest ? text.end - longest : text.begin;
  const std::string_view tail = reading.document.text.folded({from, text.end});
  for (std::size_t at = tail.size(); at-- > 1;) {
    if (tail[at] != '.' && tail[at] != ')') continue;
    std::string_view rest = tail.substr(at + 1);
    while (!rest.empty() && (rest.front() == ' ' || rest.front() == '\n')) rest.remove_prefix(1);
    if (rest.size() > 2 && rest.front() == '(' && rest.back() == ')')
      rest = rest.substr(1, rest.size() - 2);   // "(Complete)"
    for (const std::string_view label : {"status: ", "outcome: ", "result: "})
      if (same_word(rest.substr(0, label.size()), label)) rest.remove_prefix(label.size());
    if (const std::size_t open = rest.find('('); open != std::string_view::npos && open > 0)
      rest = rest.substr(0, open);
    while (!rest.empty() && (rest.back() == ' ' || rest.back() == '.')) rest.remove_suffix(1);
    if (rest.empty() || rest.size() > 60) continue;
    if (rest.front() < 'A' || rest.front() > 'Z' || !reading.lexicon.status_words().scale(rest)) continue;
    const Span kept{text.begin, from + static_cast<std::uint32_t>(at) + 1};
    return kept.size() >= least ? trimmed(reading.document, kept) : text;
  }
  return text;
}

}   // namespace muster::facts
