#include "ingest/html_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "ingest/html_align.hpp"
#include "ingest/html_ascii.hpp"
#include "ingest/html_date.hpp"
#include "ingest/html_list.hpp"
#include "ingest/html_table.hpp"
#include "muster/base/utf8.hpp"

namespace muster::ingest {
namespace {

using model::RunRole;
using std::string_view;

bool is_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

// Characters without width that only steer line breaks and direction.
bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F || c == 0x2060 || c == 0xFEFF;
}

bool has_no_text(GumboTag tag) {
  return tag == GUMBO_TAG_HEAD || tag == GUMBO_TAG_TITLE || tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE ||
         tag == GUMBO_TAG_TEMPLATE || tag == GUMBO_TAG_RP || tag == GUMBO_TAG_INPUT || tag == GUMBO_TAG_SELECT ||
         tag == GUMBO_TAG_TEXTAREA || tag == GUMBO_TAG_SVG || tag == GUMBO_TAG_IFRAME;
}

bool is_heading(GumboTag tag) { return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6; }

// Does a line of its own begin here: "• ", "- ", "1. ", "(a) "?
bool looks_like_item(string_view text) {
  if (text.empty()) return false;
  for (const string_view bullet : {"\u2022", "\u00B7", "\u25CF", "\u25AA", "\u25A0", "- ", "* ", "\u2013 ", "\u2014 "})
    if (text.substr(0, bullet.size()) == bullet) return true;
  std::size_t i = text.front() == '(' ? 1 : 0;
  const std::size_t begin = i;
  while (i < text.size() && i < begin + 3 && ascii::digit(text[i])) ++i;
  if (i == begin && i < text.size() && ascii::alpha(text[i])) ++i;
  return i > begin && i < text.size() && (text[i] == ')' || (text[i] == '.' && ascii::digit(text[i - 1]))) &&
         i + 1 < text.size() && !ascii::digit(text[i + 1]);
}

class Reader {
 public:
  Reader(const Tree& tree, const GuardedMarkup& guarded, bool hidden) : tree_(tree), way_(guarded), hidden_(hidden) {}

  PageText run() {
    for (std::int32_t i = 0; i < tree_.size();) {
      while (!open_.empty() && i >= open_.back().end) close();
      const Node& node = tree_[i];
      if (node.is_text()) {
        text_node(i++);
      } else if (has_no_text(node.tag) || (node.hidden && !hidden_)) {
        i = node.end;
      } else {
        open(i++);
      }
    }
    while (!open_.empty()) close();
    flush();
    return std::move(out_);
  }

 private:
  struct Open {
    std::int32_t node = 0, end = 0;
    GumboTag tag = GUMBO_TAG_UNKNOWN;
    bool block = false;
  };

  void open(std::int32_t i) {
    const GumboTag tag = tree_[i].tag;
    if (tag == GUMBO_TAG_BR) {
      ++breaks_;
      return;
    }
    const bool block = is_block(tag);
    if (block) boundary();
    open_.push_back({i, tree_[i].end, tag, block});
    switch (tag) {
      case GUMBO_TAG_A: ++in_link_, new_link_ = true; break;
      case GUMBO_TAG_PRE: ++in_pre_; break;
      case GUMBO_TAG_BLOCKQUOTE: ++in_quote_; break;
      case GUMBO_TAG_BUTTON: ++in_button_; break;
      case GUMBO_TAG_UL:
      case GUMBO_TAG_OL:
      case GUMBO_TAG_MENU:
      case GUMBO_TAG_DIR:
        lists_.push_back(open_list(tree_, i));
        break;
      case GUMBO_TAG_LI:
        item_ = true;
        marker_ = lists_.empty() ? "\u2022" : next_marker(tree_, i, lists_.back());
        break;
      case GUMBO_TAG_TABLE:
        if (row_ == 0 && is_data_table(tree_, i)) data_end_ = std::max(data_end_, tree_[i].end), held_.clear();
        break;
      case GUMBO_TAG_TR:
        if (i < data_end_ && row_ == 0) row_ = i, cells_ = column_ = barred_ = 0;
        break;
      case GUMBO_TAG_TD: case GUMBO_TAG_TH:
        if (row_ != 0) cell(i);
        break;
      default: break;
    }
    if (is_heading(tag)) heading_ = tag - GUMBO_TAG_H1 + 1;
  }

  void close() {
    const Open last = open_.back();
    if (last.tag == GUMBO_TAG_TR && row_ == last.node) {
      flush();
      end_row();
    } else if (last.block) {
      boundary();
    }
    open_.pop_back();
    switch (last.tag) {
      case GUMBO_TAG_A: --in_link_; break;
      case GUMBO_TAG_PRE: --in_pre_; break;
      case GUMBO_TAG_BLOCKQUOTE: --in_quote_; break;
      case GUMBO_TAG_BUTTON: --in_button_; break;
      case GUMBO_TAG_UL: case GUMBO_TAG_OL: case GUMBO_TAG_MENU: case GUMBO_TAG_DIR: lists_.pop_back(); break;
      case GUMBO_TAG_LI: item_ = false; break;
      default: break;
    }
    if (is_heading(last.tag)) heading_ = 0;
  }

  // The edge of a block; inside a table's row only a space.
  void boundary() {
    if (row_ == 0) return flush();
    if (!pending_) pending_ = true, space_begin_ = space_end_ = last_source_;
    breaks_ = 0;
  }

  // An empty cell keeps its place, and so does one that reaches down from a row above or takes several columns.
  void cell(std::int32_t i) {
    constexpr std::size_t most_columns = 100;
    const auto span = [&](const char* name) {
      std::size_t value = 0;
      for (const char c : tree_.attribute(i, name))
        if (c >= '0' && c <= '9' && value <= most_columns) value = value * 10 + static_cast<std::size_t>(c - '0');
      return std::clamp<std::size_t>(value, 1, most_columns);
    };
    for (; cells_ < held_.size() && held_[cells_] > 0; ++cells_) --held_[cells_];
    if (cells_ >= most_columns) return;
    column_ = cells_;
    const std::size_t rows = span("rowspan"), columns = std::min(span("colspan"), most_columns - cells_);
    if (held_.size() < cells_ + columns) held_.resize(cells_ + columns, 0);
    for (std::size_t k = 0; k < columns; ++k) held_[cells_ + k] = rows - 1;
    cells_ += columns;
  }

  // What reaches down into the columns behind the row's last cell.
  void end_row() {
    for (; cells_ < held_.size(); ++cells_)
      if (held_[cells_] > 0) --held_[cells_];
    row_ = 0;
  }

  std::int32_t block_around() const {
    if (row_ != 0) return row_;
    for (std::size_t k = open_.size(); k-- > 0;)
      if (open_[k].block) return open_[k].node;
    return 0;
  }

  void text_node(std::int32_t i) {
    const string_view text = tree_.text(i);
    const auto [begin, end] = tree_.markup(i);
    const string_view markup = tree_.markup_text().substr(begin, end - begin);
    for (const Aligned& piece : align(text, markup)) {
      std::size_t at = 0;
      while (at < piece.text_size) {
        const std::size_t where = piece.text + at;
        const base::Step step = base::step(text, where);
        std::size_t from = begin + piece.markup, to = from + piece.markup_size;
        if (piece.verbatim) from += at, to = from + step.length;
        const std::size_t source = way_.source_of(from);
        const std::size_t source_end = to > from ? way_.source_of(to - 1) + 1 : source;
        character(i, text, where, step, source, source_end, piece.verbatim);
        at += step.length;
      }
    }
  }

  void character(std::int32_t node, string_view text, std::size_t where, base::Step step, std::size_t from,
                 std::size_t to, bool verbatim) {
    const char32_t c = step.code_point;
    if (is_invisible(c)) return;
    if (is_space(c)) {
      if (in_pre_ > 0 && c == '\n') return line_end();
      plain_space_ = !pending_ && verbatim && c == ' ';
      if (!pending_) pending_ = true, space_begin_ = from;
      space_end_ = to;
      return;
    }
    if (breaks_ > 0) line_break(text.substr(where, 8));
    if (!filled_) start(node);
    for (const std::size_t from_column = barred_; row_ != 0 && barred_ < column_; ++barred_) {
      put(barred_ == from_column ? " | " : "| ", 0, 0, 0, false);
      pending_ = false;
    }
    if (pending_ && out_.utf8.size() > current_.begin)
      put(" ", 1, space_begin_, space_end_, plain_space_ && space_end_ == space_begin_ + 1);
    pending_ = false;
    put(text.substr(where, step.length), 1, from, to, verbatim && to == from + step.length);
    last_source_ = to;
    current_.last = node;
    ++current_.chars;
    if (in_link_ > 0) {
      ++current_.link_chars;
      if (new_link_) ++current_.links, new_link_ = false;
    }
  }

  // One <br> is a line's end, two are a paragraph's; but the next line may be an item of its own.
  void line_break(string_view next) {
    const int breaks = breaks_;
    breaks_ = 0;
    if (!filled_) return;
    if (row_ != 0) {
      pending_ = true, space_begin_ = space_end_ = last_source_;
      return;
    }
    const char last = out_.utf8.back();
    const bool ends = last == '.' || last == '!' || last == '?' || last == ':' || last == ';';
    // "24 March 2009" above the title, in the title's heading
    const bool date_line = heading_ != 0 && current_.chars < 20 &&
                           !find_date(string_view(out_.utf8).substr(current_.begin), false).empty();
    if (date_line) current_.role = RunRole::paragraph, current_.level = 0;
    if (date_line || (heading_ == 0 && (breaks > 1 || ends || looks_like_item(next)))) {
      flush();
      gap_ = breaks > 1 ? "\n\n" : "\n";
      return;
    }
    put("\n", 1, 0, 0, false);
    pending_ = false;
  }

  void line_end() {
    pending_ = false;
    if (!filled_) {
      gap_ = "\n\n";
      return;
    }
    flush();
    gap_ = "\n";
  }

  void start(std::int32_t node) {
    current_ = {};
    if (!out_.utf8.empty()) put(gap_.empty() ? default_gap() : gap_, 0, 0, 0, false);
    gap_ = {};
    pending_ = false;
    filled_ = true;
    current_.node = block_around();
    current_.first = current_.last = node;
    current_.begin = out_.utf8.size();
    current_.span.begin = at_;
    current_.button = in_button_ > 0;
    if (row_ != 0) {
      current_.role = RunRole::table_row;
    } else if (heading_ != 0) {
      current_.role = RunRole::heading, current_.level = heading_;
    } else if (in_pre_ > 0) {
      current_.role = RunRole::line;
    } else if (item_) {
      current_.role = RunRole::list_item;
      current_.level = std::max(1, static_cast<int>(lists_.size()));
      current_.marker = std::move(marker_);
      item_ = false;
      marker_.clear();
    } else if (in_quote_ > 0) {
      current_.role = RunRole::quote;
    }
    new_link_ = in_link_ > 0;
  }

  string_view default_gap() const {
    if (out_.stretches.empty()) return "\n\n";
    const RunRole before = out_.stretches.back().role;
    const bool row = before == RunRole::table_row && row_ != 0;
    const bool item = before == RunRole::list_item && item_ && heading_ == 0 && row_ == 0;
    return row || item ? "\n" : "\n\n";
  }

  void flush() {
    breaks_ = 0;
    pending_ = false;
    if (!filled_) return;
    filled_ = false;
    current_.end = out_.utf8.size();
    current_.span.end = at_;
    out_.stretches.push_back(std::move(current_));
    current_ = {};
  }

  // Adds text of `count` code points (0: as many as bytes, without a source).
  void put(string_view bytes, std::uint32_t count, std::size_t from, std::size_t to, bool verbatim) {
    if (count == 0) count = static_cast<std::uint32_t>(bytes.size());
    out_.utf8.append(bytes);
    if (to > from) {
      auto& pieces = out_.map.pieces;
      if (verbatim && !pieces.empty() && pieces.back().verbatim && pieces.back().source_end == from &&
          pieces.back().text.end == at_) {
        pieces.back().text.end += count;
        pieces.back().source_end = to;
      } else {
        pieces.push_back({{at_, at_ + count}, from, to, verbatim});
      }
    }
    at_ += count;
  }

  const Tree& tree_;
  WayBack way_;
  bool hidden_;
  PageText out_;
  std::uint32_t at_ = 0;                     // code points written
  std::vector<Open> open_;
  std::vector<OpenList> lists_;
  Stretch current_;
  bool filled_ = false;                      // current_ has text
  bool pending_ = false;                     // white space was passed over
  bool plain_space_ = false;                 // … and it was one space
  std::size_t space_begin_ = 0, space_end_ = 0, last_source_ = 0;
  string_view gap_;
  int breaks_ = 0, in_link_ = 0, in_pre_ = 0, in_quote_ = 0, in_button_ = 0, heading_ = 0;
  bool new_link_ = false, item_ = false;
  std::string marker_;
  std::int32_t data_end_ = 0;                // end of the data table we are in
  std::int32_t row_ = 0;                     // its row we are in, 0: none
  std::size_t cells_ = 0, column_ = 0,
              barred_ = 0;   // of the row: columns taken, that of the cell, and up to which bars are written
  std::vector<std::size_t> held_;            // rows below that a cell reaches down to, by column
};

}  // namespace

bool is_block(GumboTag tag) {
  static const std::array<bool, GUMBO_TAG_LAST + 1> inline_tags = [] {
    std::array<bool, GUMBO_TAG_LAST + 1> is{};
    for (const GumboTag t :
         {GUMBO_TAG_A,       GUMBO_TAG_ABBR,   GUMBO_TAG_ACRONYM, GUMBO_TAG_B,     GUMBO_TAG_BDI,    GUMBO_TAG_BDO,
          GUMBO_TAG_BIG,     GUMBO_TAG_CITE,   GUMBO_TAG_CODE,    GUMBO_TAG_DATA,  GUMBO_TAG_DEL,    GUMBO_TAG_DFN,
          GUMBO_TAG_EM,      GUMBO_TAG_FONT,   GUMBO_TAG_I,       GUMBO_TAG_IMG,   GUMBO_TAG_IMAGE,  GUMBO_TAG_INS,
          GUMBO_TAG_KBD,     GUMBO_TAG_LABEL,  GUMBO_TAG_MARK,    GUMBO_TAG_NOBR,  GUMBO_TAG_Q,      GUMBO_TAG_RB,
          GUMBO_TAG_RT,      GUMBO_TAG_RUBY,   GUMBO_TAG_S,       GUMBO_TAG_SAMP,  GUMBO_TAG_SMALL,  GUMBO_TAG_SPAN,
          GUMBO_TAG_STRIKE,  GUMBO_TAG_STRONG, GUMBO_TAG_SUB,     GUMBO_TAG_SUP,   GUMBO_TAG_TIME,   GUMBO_TAG_TT,
          GUMBO_TAG_U,       GUMBO_TAG_VAR,    GUMBO_TAG_WBR,     GUMBO_TAG_METER, GUMBO_TAG_OUTPUT, GUMBO_TAG_PROGRESS,
          GUMBO_TAG_UNKNOWN, GUMBO_TAG_LAST})
      is[static_cast<std::size_t>(t)] = true;
    return is;
  }();
  return !inline_tags[static_cast<std::size_t>(tag)];
}

PageText read_text(const Tree& tree, const GuardedMarkup& guarded, bool hidden) {
  return Reader(tree, guarded, hidden).run();
}

}  // namespace muster::ingest
