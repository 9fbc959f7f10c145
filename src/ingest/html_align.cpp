#include "ingest/html_align.hpp"

#include <algorithm>

#include "ingest/html_ascii.hpp"
#include "muster/base/utf8.hpp"

namespace muster::ingest {
namespace {

using std::string_view;

bool alnum(char c) { return ascii::alpha(c) || ascii::digit(c); }

// Does "&…" here stand for an ampersand itself?
bool is_ampersand_entity(string_view rest) {
  for (const string_view form : {"&amp", "&AMP", "&#38", "&#x26", "&#X26", "&#038", "&#x0026"})
    if (rest.substr(0, form.size()) == form && (rest.size() == form.size() || !ascii::digit(rest[form.size()])))
      return true;
  return false;
}

// Length of the entity at the beginning of `rest`, whose decoded form is followed by `next` (0: nothing).
std::size_t entity_length(string_view rest, char next) {
  std::size_t end = 1;
  if (end < rest.size() && rest[end] == '#') ++end;
  while (end < rest.size() && end < 40 && alnum(rest[end])) ++end;
  if (end < rest.size() && rest[end] == ';') return end + 1;
  if (rest.size() > 1 && rest[1] == '#') {   // "&#160x": digits only, unless hexadecimal
    const bool hex = rest.size() > 2 && ascii::lower(rest[2]) == 'x';
    std::size_t digits = hex ? 3 : 2;
    const auto is_digit = [hex](char c) {
      return ascii::digit(c) || (hex && ascii::lower(c) >= 'a' && ascii::lower(c) <= 'f');
    };
    while (digits < end && is_digit(rest[digits])) ++digits;
    return digits;
  }
  // An old name without semicolon may be glued to letters ("&copy2000"): end where the next character fits.
  for (std::size_t length = std::min<std::size_t>(end, 8); length >= 3; --length)
    if (length < rest.size() ? rest[length] == next : next == '\0') return length;
  return end;
}

}  // namespace

std::vector<Aligned> align(string_view text, string_view markup) {
  std::vector<Aligned> out;
  if (text == markup) {
    if (!text.empty()) out.push_back({0, text.size(), 0, markup.size(), true});
    return out;
  }
  std::size_t t = 0, m = 0;
  const auto take = [&](std::size_t text_size, std::size_t markup_size, bool verbatim) {
    if (verbatim && !out.empty() && out.back().verbatim && out.back().markup + out.back().markup_size == m) {
      out.back().text_size += text_size;
      out.back().markup_size += markup_size;
    } else {
      out.push_back({t, text_size, m, markup_size, verbatim});
    }
    t += text_size;
    m += markup_size;
  };
  while (t < text.size() && m < markup.size()) {
    const char c = text[t], o = markup[m];
    const auto next_of = [&](std::size_t at) { return at < text.size() ? text[at] : '\0'; };
    if (o == '&' && (c != '&' || is_ampersand_entity(markup.substr(m)))) {
      std::size_t decoded = base::step(text, t).length;
      const std::size_t length = entity_length(markup.substr(m), next_of(t + decoded));
      // A few names stand for two characters.
      if (m + length < markup.size() && markup[m + length] != '&' && markup[m + length] != '<' &&
          markup[m + length] != '\r' && next_of(t + decoded) != markup[m + length] && t + decoded < text.size()) {
        const std::size_t second = base::step(text, t + decoded).length;
        if (next_of(t + decoded + second) == markup[m + length]) decoded += second;
      }
      take(decoded, std::min(length, markup.size() - m), false);
    } else if (const std::size_t length = base::step(text, t).length;
               text.substr(t, length) == markup.substr(m, length)) {
      take(length, length, true);
    } else if (c == '\n' && o == '\r') {
      take(1, m + 1 < markup.size() && markup[m + 1] == '\n' ? 2 : 1, false);
    } else if (o == '<') {   // a tag that the parser passed over
      const std::size_t close = markup.find('>', m);
      m = close == string_view::npos ? markup.size() : close + 1;
    } else if (o == '\r' || o == '\n') {   // a line end that <pre> swallows
      ++m;
    } else {
      break;
    }
  }
  if (t < text.size()) take(text.size() - t, markup.size() - std::min(m, markup.size()), false);
  return out;
}

}  // namespace muster::ingest
