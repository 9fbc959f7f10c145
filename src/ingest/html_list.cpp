#include "ingest/html_list.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "ingest/html_ascii.hpp"

namespace muster::ingest {
namespace {

std::optional<int> number_of(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || value < -999999 || value > 999999) return std::nullopt;
  return value;
}

std::string letters(int number) {
  std::string out;
  for (; number > 0; number = (number - 1) / 26) out.insert(out.begin(), static_cast<char>('a' + (number - 1) % 26));
  return out;
}

std::string roman(int number) {
  struct Step { int value; const char* sign; };
  static constexpr std::array<Step, 13> steps = {{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90,
      "xc"},
                                                  {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1,
                                                  "i"}}};
  std::string out;
  for (const Step& step : steps)
    for (; number >= step.value; number -= step.value) out += step.sign;
  return out;
}

std::string marker_of(char type, int number) {
  std::string out;
  const char kind = ascii::lower(type);
  if (kind == 'a' && number > 0) out = letters(number);
  else if (kind == 'i' && number > 0 && number < 4000) out = roman(number);
  else out = std::to_string(number);
  if (type == 'A' || type == 'I')
    for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return out + ".";
}

}  // namespace

OpenList open_list(const Tree& tree, std::int32_t list) {
  OpenList out;
  if (tree[list].tag != GUMBO_TAG_OL) return out;
  const std::string_view type = tree.attribute(list, "type");
  out.type =
      type.size() == 1 && std::string_view("1aAiI").find(type.front()) != std::string_view::npos ? type.front() : '1';
  out.next = number_of(tree.attribute(list, "start")).value_or(1);
  return out;
}

std::string next_marker(const Tree& tree, std::int32_t item, OpenList& list) {
  if (list.type == 0) return "\u2022";
  if (const auto value = number_of(tree.attribute(item, "value"))) list.next = *value;
  return marker_of(list.type, list.next++);
}

}  // namespace muster::ingest
