#include "ingest/pdf/answer.hpp"

#include <algorithm>
#include <cmath>

#include "ingest/encoding.hpp"

namespace muster::ingest::pdf {
namespace {

constexpr float far_away = 1e6F;   // points: no page is so large

bool sane(float v) { return std::isfinite(v) && std::abs(v) <= far_away; }

bool take_font(wire::Take& take, Pages& pages) {
  const std::uint8_t style = take.get8();
  const std::string_view name = take.text();
  if (!take.ok || pages.fonts.size() > 0xFFFF) return false;
  pages.fonts.push_back({valid_utf8(name) ? std::string(name) : std::string(), (style & wire::style::bold) != 0,
                         (style & wire::style::italic) != 0, (style & wire::style::mono) != 0,
                         (style & wire::style::symbol) != 0});
  return true;
}

bool take_words(wire::Take& take, std::uint32_t count, std::size_t fonts, Page& page) {
  if (take.rest.size() / wire::word_size < count) return false;
  page.words.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    Word word;
    word.x0 = take.get_float(), word.x1 = take.get_float();
    word.baseline = take.get_float(), word.size = take.get_float();
    word.begin = take.get32(), word.length = take.get32();
    word.colour = take.get32() & 0xFFFFFFU;
    word.font = take.get16();
    const std::uint8_t marks = take.get8();
    take.get8();
    word.space_before = (marks & wire::mark::space_before) != 0;
    word.upright = (marks & wire::mark::upright) != 0;
    if (word.begin > page.text.size() || word.length > page.text.size() - word.begin || word.font >= fonts)
      return false;
    // A font may lie about its widths; where the word begins and what it says is worth keeping.
    if (!sane(word.x0) || !sane(word.baseline) || !sane(word.size)) continue;
    if (!sane(word.x1) || word.x1 < word.x0) word.x1 = word.x0;
    page.words.push_back(word);
  }
  return true;
}

bool take_rules(wire::Take& take, std::uint32_t count, Page& page) {
  if (take.rest.size() / wire::rule_size < count) return false;
  page.rules.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    Rule rule;
    rule.x0 = take.get_float(), rule.y0 = take.get_float(), rule.x1 = take.get_float(), rule.y1 = take.get_float();
    const std::uint32_t colour = take.get32();
    rule.filled = (colour >> 24U) != 0;
    rule.colour = colour & 0xFFFFFFU;
    if (sane(rule.x0) && sane(rule.y0) && sane(rule.x1) && sane(rule.y1)) page.rules.push_back(rule);
  }
  return true;
}

bool take_page(wire::Take& take, Pages& pages) {
  Page page;
  page.number = static_cast<int>(take.get32() & 0x7FFFFFFFU);
  page.width = take.get_float(), page.height = take.get_float();
  const std::uint8_t state = take.get8();
  page.image = (state & wire::state::image) != 0;
  page.damaged = (state & wire::state::damaged) != 0;
  const std::uint32_t bytes = take.get32(), words = take.get32(), rules = take.get32();
  page.text = std::string(take.bytes(bytes));
  if (!take.ok || page.number != static_cast<int>(pages.pages.size() + 1) || !valid_utf8(page.text)) return false;
  if (!sane(page.width) || !sane(page.height)) page.width = page.height = 0;
  if (!take_words(take, words, pages.fonts.size(), page) || !take_rules(take, rules, page)) return false;
  pages.pages.push_back(std::move(page));
  return true;
}

}  // namespace

bool Answer::take(wire::Kind kind, std::string_view payload) {
  wire::Take take{payload};
  bool sense = !ended;
  switch (kind) {
    case wire::Kind::document: {
      pages.count = static_cast<int>(take.get32() & 0x7FFFFFFFU);
      const std::string_view title = take.text();
      if (valid_utf8(title)) pages.title = std::string(title);
      break;
    }
    case wire::Kind::font: sense = sense && take_font(take, pages); break;
    case wire::Kind::page: sense = sense && take_page(take, pages); break;
    case wire::Kind::end: {
      const std::uint8_t code = take.get8();
      sense = sense && code <= static_cast<std::uint8_t>(wire::Outcome::output);
      outcome = static_cast<wire::Outcome>(code);
      repaired = take.get8() != 0;
      why = std::string(take.text());
      ended = sense && take.ok;
      break;
    }
    case wire::Kind::hello: return false;
    default: return false;
  }
  return sense && take.ok && take.rest.empty();
}

}  // namespace muster::ingest::pdf
