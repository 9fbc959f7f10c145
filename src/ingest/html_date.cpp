#include "ingest/html_date.hpp"

#include <array>
#include <vector>

#include <fmt/format.h>

#include "ingest/html_ascii.hpp"

namespace muster::ingest {
namespace {

constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 12> full_months = {"january",   "february", "march",    "april",
                                                          "may",       "june",     "july",     "august",
                                                          "september", "october",  "november", "december"};

int month_of(std::string_view word) {
  const std::string name = ascii::lower(word);
  for (std::size_t m = 0; m < 12; ++m)
    if (name == months[m] || name == full_months[m] || (m == 8 && name == "sept")) return static_cast<int>(m) + 1;
  return 0;
}

std::string iso(int year, int month, int day) {
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1) return {};
  constexpr std::array<int, 12> days = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (day > days[static_cast<std::size_t>(month - 1)]) return {};
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

// A number or a word, with the character before it.
struct Part {
  std::string_view text;
  int number = -1;       // -1: a word
  char before = ' ';
};

std::vector<Part> parts_of(std::string_view text) {
  std::vector<Part> parts;
  std::size_t i = 0;
  while (i < text.size() && parts.size() < 64) {
    const bool digit = ascii::digit(text[i]);
    if (!digit && !ascii::alpha(text[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    int number = 0;
    while (i < text.size() && (digit ? ascii::digit(text[i]) : ascii::alpha(text[i]))) {
      if (digit) number = number < 100'000'000 ? number * 10 + (text[i] - '0') : number;
      ++i;
    }
    parts.push_back({text.substr(begin, i - begin), digit ? number : -1, begin == 0 ? ' ' : text[begin - 1]});
  }
  return parts;
}

bool is_year(const Part& part) { return part.text.size() == 4 && part.number >= 1900 && part.number <= 2100; }
bool is_small(const Part& part) { return part.number >= 1 && part.number <= 31 && part.text.size() <= 2; }
bool is_ordinal_ending(const Part& part) {
  const std::string text = ascii::lower(part.text);
  return text == "st" || text == "nd" || text == "rd" || text == "th";
}

}  // namespace

std::string find_date(std::string_view text, bool day_first) {
  std::vector<Part> parts = parts_of(text.substr(0, 400));
  std::erase_if(parts, is_ordinal_ending);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Part& a = parts[i];
    if (a.text.size() == 8 && a.number > 0)
      if (std::string date = iso(a.number / 10000, a.number / 100 % 100, a.number % 100); !date.empty()) return date;
    if (i + 2 >= parts.size()) continue;
    const Part &b = parts[i + 1], &c = parts[i + 2];
    std::string date;
    const char mark = b.before;
    const bool same_mark = mark == c.before && (mark == '-' || mark == '/' || mark == '.');
    if (is_year(a) && is_small(b) && is_small(c) && same_mark) {
      date = iso(a.number, b.number, c.number);
    } else if (is_small(a) && is_small(b) && is_year(c) && same_mark) {
      const bool swap = a.number > 12 || (b.number <= 12 && (day_first || mark == '.'));
      date = swap ? iso(c.number, b.number, a.number) : iso(c.number, a.number, b.number);
    } else if (is_small(a) && b.number < 0 && is_year(c)) {
      date = iso(c.number, month_of(b.text), a.number);
    } else if (a.number < 0 && is_small(b) && is_year(c)) {
      date = iso(c.number, month_of(a.text), b.number);
    }
    if (!date.empty()) return date;
  }
  return {};
}

}  // namespace muster::ingest
