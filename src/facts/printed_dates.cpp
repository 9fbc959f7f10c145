#include "facts/printed_dates.hpp"

#include <array>

#include <fmt/format.h>

namespace muster::facts {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
bool letter(char c) { c = lower(c); return c >= 'a' && c <= 'z'; }
bool blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

constexpr std::array<std::string_view, 12> months = {"january", "february", "march", "april", "may", "june", "july",
                                                     "august", "september", "october", "november", "december"};

std::string iso(int year, int month, int day) { return fmt::format("{:04}-{:02}-{:02}", year, month, day); }

struct Cursor {
  std::string_view text;
  std::size_t at = 0;
  std::string_view not_after;   // an ISO day, or ""

  char peek(std::size_t ahead = 0) const { return at + ahead < text.size() ? text[at + ahead] : '\0'; }
  void skip() {
    while (blank(peek()) || peek() == ',') ++at;
  }
  // A number of at most `most` digits that no digit follows.
  std::optional<int> number(std::size_t most) {
    std::size_t n = 0;
    int value = 0;
    while (n <= most && digit(peek(n))) value = value * 10 + (peek(n++) - '0');
    if (n == 0 || n > most) return std::nullopt;
    at += n;
    return value;
  }
  std::optional<int> day() {
    const std::size_t before = at;
    const std::optional<int> value = number(2);
    if (!value || *value < 1 || *value > 31) return at = before, std::nullopt;
    for (const std::string_view suffix : {"st", "nd", "rd", "th"})
      if (lower(peek()) == suffix[0] && lower(peek(1)) == suffix[1] && !letter(peek(2))) at += 2;
    return value;
  }
  std::optional<int> year() {
    const std::size_t before = at;
    const std::optional<int> value = number(4);
    if (!value || *value < 1900 || *value > 2099) return at = before, std::nullopt;
    return value;
  }
  std::optional<int> month() {
    std::size_t n = 0;
    while (letter(peek(n))) ++n;
    if (n < 3 || n > 9) return std::nullopt;
    for (std::size_t m = 0; m < months.size(); ++m) {
      if (n > months[m].size() || (n < months[m].size() && n > 4)) continue;
      bool same = true;
      for (std::size_t i = 0; i < n && same; ++i) same = lower(peek(i)) == months[m][i];
      if (!same) continue;
      at += n;
      if (peek() == '.' && n <= 4) ++at;
      return static_cast<int>(m) + 1;
    }
    return std::nullopt;
  }
  bool word(std::string_view wanted) {
    for (std::size_t i = 0; i < wanted.size(); ++i)
      if (lower(peek(i)) != wanted[i]) return false;
    if (letter(wanted.back()) && letter(peek(wanted.size()))) return false;
    at += wanted.size();
    return true;
  }
  // The year of the last such day up to `not_after`; 0 if that is no date.
  [[nodiscard]] int assumed_year(int month, int of_month) const {
    if (not_after.size() < 10) return 0;
    int year = 0;
    for (const char c : not_after.substr(0, 4)) {
      if (!digit(c)) return 0;
      year = year * 10 + (c - '0');
    }
    return iso(year, month, of_month) > not_after ? year - 1 : year;
  }
  bool joins() { return word("to") || word("and") || word("-") || word("until"); }
};

// "13 to 24 February 2023", "30 September - 22 October 2014", "4th July 2009", "4 July 2009 to 6 July 2009"
bool day_first(Cursor& c, PrintedDate& out) {
  const std::optional<int> first = c.day();
  if (!first) return false;
  c.skip();
  if (c.word("of")) c.skip();
  std::optional<int> first_month = c.month();
  c.skip();
  std::optional<int> first_year;
  if (first_month) first_year = c.year();
  const std::size_t single = c.at;
  c.skip();
  if (c.joins()) {
    c.skip();
    const std::optional<int> second = c.day();
    c.skip();
    const int second_month = second ? c.month().value_or(0) : 0;
    c.skip();
    if (const int second_year = second_month > 0 ? c.year().value_or(c.assumed_year(second_month, *second)) : 0;
        second_year > 0) {
      int year = second_year;
      int month = second_month;
      if (first_month) month = *first_month;
      if (first_month && first_year) year = *first_year;
      out.from = iso(year, month, *first);
      out.to = iso(second_year, second_month, *second);
      return true;
    }
  }
  c.at = single;
  if (!first_month || !first_year) return false;
  out.from = out.to = iso(*first_year, *first_month, *first);
  return true;
}

// "July 04, 2009", "June 3-7, 2013"
bool month_first(Cursor& c, PrintedDate& out) {
  const std::optional<int> month = c.month();
  if (!month) return false;
  c.skip();
  const std::optional<int> day = c.day();
  if (!day) return false;
  c.skip();
  std::optional<int> last = day;
  std::optional<int> last_month = month;
  if (c.joins()) {
    c.skip();
    if (const std::optional<int> other = c.month()) last_month = other, c.skip();
    last = c.day();
    if (!last) return false;
    c.skip();
  }
  const std::optional<int> year = c.year();
  if (!year) return false;
  out.from = iso(*year, *month, *day);
  out.to = iso(*year, *last_month, *last);
  return true;
}

// "2013-11-13", "06-16-2013", "13/11/2013": day first with strokes, month first with hyphens, unless the numbers say
// otherwise.
bool all_digits(Cursor& c, PrintedDate& out) {
  const std::size_t from = c.at;
  if (const std::optional<int> year = c.year(); year && (c.peek() == '-' || c.peek() == '/')) {
    const char between = c.peek();
    ++c.at;
    const std::optional<int> month = c.number(2);
    if (!month || c.peek() != between) return false;
    ++c.at;
    const std::optional<int> day = c.number(2);
    if (!day || *month < 1 || *month > 12 || *day < 1 || *day > 31) return false;
    out.from = out.to = iso(*year, *month, *day);
    return true;
  }
  c.at = from;
  const std::optional<int> first = c.number(2);
  const char between = c.peek();
  if (!first || (between != '-' && between != '/' && between != '.')) return false;
  ++c.at;
  const std::optional<int> second = c.number(2);
  if (!second || c.peek() != between) return false;
  ++c.at;
  const std::optional<int> year = c.year();
  if (!year) return false;
  int day = between == '-' ? *second : *first;
  int month = between == '-' ? *first : *second;
  if (month > 12) std::swap(day, month);
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  out.from = out.to = iso(*year, month, day);
  return true;
}

}  // namespace

std::optional<PrintedDate> find_date(std::string_view folded, std::string_view before) {
  std::size_t end = folded.size();   // a date holds a digit: none begins behind the last
  while (end > 0 && !digit(folded[end - 1])) --end;
  for (std::size_t i = 0; i < end; ++i) {
    const bool starts = i == 0 || (!digit(folded[i - 1]) && !letter(folded[i - 1]));
    if (!starts || (!digit(folded[i]) && !letter(folded[i]))) continue;
    PrintedDate out;
    for (bool (*const form)(Cursor&, PrintedDate&) : {all_digits, day_first, month_first}) {
      if (digit(folded[i]) == (form == month_first)) continue;
      Cursor cursor{folded, i, before};
      if (!form(cursor, out)) continue;
      // "1/06/2015 - 25/06/2015"
      if (form == all_digits) {
        Cursor rest = cursor;
        rest.skip();
        PrintedDate last;
        if (rest.joins() && (rest.skip(), all_digits(rest, last)) && last.from >= out.from)
          out.to = last.from, cursor = rest;
      }
      out.begin = i;
      out.end = cursor.at;
      return out;
    }
  }
  return std::nullopt;
}

}  // namespace muster::facts
