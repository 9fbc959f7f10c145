#include "text/quotes.hpp"

#include <algorithm>
#include <string_view>

namespace muster::text {
namespace {

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\x80' || c == '\x81'; }
bool wordy(char c) { return letter(c) || (c >= '0' && c <= '9'); }
bool blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// The marks of a stretch, one after the other: most have none, or one kind.
class Marks {
 public:
  Marks(std::string_view text, base::Span in) : text_(text.substr(0, in.end)), end_(in.end) {}
  // The first mark at `at` or behind it, or the end; `at` only grows.
  std::uint32_t from(std::uint32_t at) { return std::min(next('"', at, double_), next('\'', at, single_)); }

 private:
  std::uint32_t next(char mark, std::uint32_t at, std::uint32_t& known) const {
    if (known <= at) {   // one past the mark; 0: not looked for yet
      const std::size_t found = text_.find(mark, at);
      known = (found == std::string_view::npos ? end_ : static_cast<std::uint32_t>(found)) + 1;
    }
    return known - 1;
  }
  std::string_view text_;
  std::uint32_t end_;
  std::uint32_t double_ = 0, single_ = 0;
};

enum class Side : std::uint8_t { none, open, close };

class Scanner {
 public:
  explicit Scanner(const model::Document& document) : document_(document), text_(document.text.folded()) {}

  std::vector<Quote> scan() {
    for (std::uint32_t b = 0; b < document_.blocks.size(); ++b) {
      const model::Block& block = document_.blocks[b];
      if (!block.readable() || block.kind == model::BlockKind::heading || block.kind == model::BlockKind::title)
        continue;
      scan(block.content.empty() ? block.span : block.content, b);
    }
    return std::move(quotes_);
  }

 private:
  char at(std::uint32_t i, base::Span in) const { return i < in.end ? text_[i] : ' '; }

  bool only_blanks(std::uint32_t from, std::uint32_t to) const {
    return std::all_of(text_.begin() + from, text_.begin() + to, [](char c) { return blank(c); });
  }

  // Curly marks say their side; straight ones by what stands around them.
  Side side(std::uint32_t i, base::Span in) const {
    const std::string_view mark = document_.text.utf8().substr(document_.text.byte_of(i), 3);   // as long as curly ones
    if (mark == "\u201C" || mark == "\u201E" || mark == "\u2018") return Side::open;
    const char before = i > in.begin ? text_[i - 1] : ' ';
    const char after = at(i + 1, in);
    if (text_[i] == '"') {
      if (mark == "\u201D") return Side::close;
      if ((blank(before) || before == '(' || before == '[' || before == '-' || before == '\'') && !blank(after))
        return Side::open;
      return Side::close;
    }
    if (wordy(before) && wordy(after)) return Side::none;            // don't
    if (mark == "\u2019") return blank(before) ? Side::none : Side::close;
    if ((blank(before) || before == '(' || before == '"') && (wordy(after) || after == '"')) return Side::open;
    return blank(before) ? Side::none : Side::close;
  }

  // Where a single-marked quotation that opens at `from` closes. A plural's apostrophe ("the trusts' work")
  // closes only if no better mark follows.
  std::uint32_t closing(std::uint32_t from, base::Span in) const {
    std::uint32_t fallback = in.end;
    const std::uint32_t limit = in.end - from > 4000 ? from + 4000 : in.end;
    for (std::uint32_t i = from + 1; i < limit; ++i) {
      if (text_[i] != '\'') continue;
      const Side is = side(i, in);
      if (is == Side::open && i > from + 1) break;
      if (is != Side::close) continue;
      const char before = text_[i - 1];
      if (before != 's' || !blank(at(i + 1, in))) return i;
      if (fallback == in.end) fallback = i;
    }
    return fallback;
  }

  void scan(base::Span in, std::uint32_t block) {
    const bool reopens = open_ != '\0';
    const char mark = open_;
    open_ = '\0';
    bool first = true;
    Marks marks(text_, in);
    for (std::uint32_t i = marks.from(in.begin), last = in.begin; i < in.end; last = i + 1, i = marks.from(i + 1)) {
      const char c = text_[i];
      const bool continues = first && reopens && c == mark && only_blanks(last, i);
      first = false;
      if (side(i, in) != Side::open) continue;
      std::uint32_t to = in.end;
      if (c == '"') {
        for (std::uint32_t k = i + 1; k < in.end; ++k)
          if (text_[k] == '"' && side(k, in) == Side::close) {
            to = k;
            break;
          }
      } else {
        to = closing(i, in);
        // An apostrophe in front of a word ('90s, 'til) opens nothing unless the next paragraph goes on with it.
        if (to == in.end && i != in.begin && !(i >= 2 && (text_[i - 2] == ':' || text_[i - 2] == ','))) continue;
      }
      quotes_.push_back({{i + 1, to}, block, continues, to != in.end});
      if (to == in.end) open_ = c;
      i = to;
    }
  }

  const model::Document& document_;
  std::string_view text_;
  std::vector<Quote> quotes_;
  char open_ = '\0';           // the mark of a quotation that its block left open
};

}  // namespace

std::vector<Quote> find_quotes(const model::Document& document) { return Scanner(document).scan(); }

}  // namespace muster::text
