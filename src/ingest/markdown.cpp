// Markdown -> runs: headings, lists, quotes, tables, front matter; the marks of emphasis and links go,
// their words stay. What HTML a page mixes in is left as it stands.
#include <algorithm>
#include <array>

#include "ingest/build.hpp"
#include "ingest/formats.hpp"

namespace muster::ingest {
namespace {

using model::RunRole;

bool blank_char(char c) { return c == ' ' || c == '\t' || c == '\r'; }
bool digit(char c) { return c >= '0' && c <= '9'; }
bool word_char(char c) {
  return digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

std::string_view trim(std::string_view s) {
  while (!s.empty() && blank_char(s.front())) s.remove_prefix(1);
  while (!s.empty() && blank_char(s.back())) s.remove_suffix(1);
  return s;
}

// Level of "## Heading", 0 if it is none.
int heading_level(std::string_view line) {
  std::size_t n = 0;
  while (n < line.size() && line[n] == '#') ++n;
  return n >= 1 && n <= 6 && n < line.size() && blank_char(line[n]) ? static_cast<int>(n) : 0;
}

bool is_fence(std::string_view line) { return line.substr(0, 3) == "```" || line.substr(0, 3) == "~~~"; }

bool is_only(std::string_view line, std::string_view signs) {
  return line.size() >= 3 && line.find_first_not_of(signs) == std::string_view::npos;
}
bool is_table_rule(std::string_view line) {
  return line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos &&
         is_only(line, "|-: \t");
}

// Length of "- ", "1. " and the like, 0 if the line is no item.
std::size_t item_mark(std::string_view line) {
  if (line.size() >= 2 && (line[0] == '-' || line[0] == '*' || line[0] == '+') && blank_char(line[1])) return 2;
  std::size_t n = 0;
  while (n < line.size() && n < 9 && digit(line[n])) ++n;
  return n > 0 && n + 1 < line.size() && (line[n] == '.' || line[n] == ')') && blank_char(line[n + 1]) ? n + 2 : 0;
}

// "[words](address)": the length of the words and of the whole, 0 if it is none. One line only.
std::pair<std::size_t, std::size_t> link_at(std::string_view s, std::size_t at) {
  const std::size_t close = s.substr(at, 600).find("](");
  if (close == std::string_view::npos || close < 1) return {0, 0};
  const std::size_t end = s.substr(at + close, 2000).find(')');
  if (end == std::string_view::npos) return {0, 0};
  return {close - 1, close + end + 1};
}

class Reader {
 public:
  Reader(const Decoded& decoded, model::Source& source)
      : decoded_(decoded), source_(source), builder_(decoded.utf8().size()) {}

  void read() {
    const std::string_view all = decoded_.utf8();
    std::size_t at = front_matter(all);
    while (at < all.size()) {
      const std::size_t end = std::min(all.find('\n', at), all.size());
      line(all.substr(at, end - at), at);
      at = end + 1;
    }
    close();
    builder_.finish(decoded_, source_);
    for (model::Run& run : runs_) {
      if (!run.span.empty()) source_.runs.push_back(std::move(run));
    }
  }

 private:
  std::size_t front_matter(std::string_view all) {
    if (all.substr(0, 4) != "---\n" && all.substr(0, 5) != "---\r\n") return 0;
    std::size_t at = all.find('\n') + 1;
    const std::size_t stop = std::min(all.find("\n---", at - 1), all.find("\n...", at - 1));
    if (stop == std::string_view::npos || stop > 20000) return 0;
    const std::size_t end = std::min(all.find('\n', stop + 1), all.size());
    open(RunRole::paragraph, 0);
    builder_.append(all.substr(0, end), 0);
    runs_.back().furniture = true;
    close();
    while (at < stop) {
      const std::size_t line_end = std::min(all.find('\n', at), stop);
      const std::string_view one = trim(all.substr(at, line_end - at));
      const std::size_t colon = one.find(':');
      if (colon != std::string_view::npos) {
        std::string_view value = trim(one.substr(colon + 1));
        if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front())
          value = value.substr(1, value.size() - 2);
        const std::string_view key = one.substr(0, colon);
        if (key == "title") source_.hints.title = std::string(value);
        if (key == "lang" || key == "language") source_.hints.language = std::string(value);
        const bool day = value.size() >= 10 && digit(value[0]) && digit(value[3]) && value[4] == '-' && value[7] == '-';
        if ((key == "date" || key == "published") && day) source_.hints.published = std::string(value.substr(0, 10));
      }
      at = line_end + 1;
    }
    return std::min(end + 1, all.size());
  }

  void line(std::string_view whole, std::size_t at) {
    std::size_t indent = 0;
    while (indent < whole.size() && blank_char(whole[indent])) ++indent;
    const std::string_view s = trim(whole);
    const std::size_t from = at + indent;
    if (is_fence(s)) {
      close();
      fenced_ = !fenced_;
      return mark(s, from);
    }
    if (s.empty()) return close();
    if (fenced_) {
      close();
      return whole_line(RunRole::line, 0, s, from);
    }
    if (const int level = heading_level(s)) {
      close();
      std::string_view words = trim(s.substr(static_cast<std::size_t>(level)));
      while (!words.empty() && words.back() == '#') words.remove_suffix(1);
      words = trim(words);
      open(RunRole::heading, level);
      inline_text(words, from + static_cast<std::size_t>(words.data() - s.data()));
      return close();
    }
    if (!runs_.empty() && open_ && runs_.back().role == RunRole::paragraph && lines_ == 1 &&
        (is_only(s, "=") || is_only(s, "-"))) {
      runs_.back().role = RunRole::heading;
      runs_.back().level = s[0] == '=' ? 1 : 2;
      return close();
    }
    if (is_only(s, "-* _") || is_only(s, "=")) {
      close();
      return mark(s, from);
    }
    if (is_table_rule(s)) {
      close();
      table_ = true;
      return mark(s, from);
    }
    if (s[0] == '|' || (table_ && s.find('|') != std::string_view::npos)) {
      close();
      table_ = true;
      return row(s, from);
    }
    table_ = false;
    if (const std::size_t length = item_mark(s)) {
      close();
      open(RunRole::list_item, level_of(indent));
      builder_.append(s.substr(0, length), from);
      inline_text(s.substr(length), from + length);
      return;
    }
    if (s[0] == '>') {
      std::size_t skip = 1;
      while (skip < s.size() && (blank_char(s[skip]) || s[skip] == '>')) ++skip;
      if (!open_ || runs_.back().role != RunRole::quote) close(), open(RunRole::quote, 0);
      else builder_.append_space(" ");
      inline_text(s.substr(skip), from + skip);
      return;
    }
    if (open_ && runs_.back().role != RunRole::heading && runs_.back().role != RunRole::table_row) {
      builder_.append_space(" ");   // the paragraph or item goes on
      ++lines_;
    } else {
      if (indent == 0) lists_.clear();
      open(RunRole::paragraph, 0);
    }
    inline_text(s, from);
  }

  int level_of(std::size_t indent) {
    while (!lists_.empty() && lists_.back() > indent + 1) lists_.pop_back();
    if (lists_.empty() || indent > lists_.back() + 1) lists_.push_back(indent);
    return static_cast<int>(std::min<std::size_t>(lists_.size(), 9));
  }

  void open(RunRole role, int level) {
    close();
    model::Run& run = runs_.emplace_back();
    run.role = role;
    run.level = level;
    run.span.begin = run.span.end = builder_.size();
    open_ = true;
    lines_ = 1;
  }

  void close() {
    if (!open_) return;
    open_ = false;
    runs_.back().span.end = builder_.size();
    builder_.append_space("\n\n");
  }

  void whole_line(RunRole role, int level, std::string_view s, std::size_t at) {
    open(role, level);
    builder_.append(s, at);
    close();
  }

  void mark(std::string_view s, std::size_t at) {   // shown in the text, read by nobody
    whole_line(RunRole::line, 0, s, at);
    runs_.back().furniture = true;
  }

  void row(std::string_view s, std::size_t at) {
    open(RunRole::table_row, 0);
    // The bar at the row's begin encloses no cell; an empty cell keeps its place.
    std::size_t tabs = 0, bars = 0;
    for (std::size_t i = 0; i < s.size(); ++bars) {
      const std::size_t end = std::min(s.find('|', i), s.size());
      const std::string_view cell = trim(s.substr(i, end - i));
      const bool edge = bars == 0 && cell.empty();
      if (!cell.empty()) {
        for (; tabs > 0; --tabs) builder_.append_space("\t");
        inline_text(cell, at + static_cast<std::size_t>(cell.data() - s.data()));
      }
      tabs += !edge;
      i = end + 1;
    }
    close();
  }

  // Words without "**", "_" around them, "[..](..)" and backslashes.
  void inline_text(std::string_view s, std::size_t at) {
    std::size_t from = 0;
    const auto flush = [&](std::size_t to) { builder_.append(s.substr(from, to - from), at + from); };
    for (std::size_t i = 0; i < s.size();) {
      const char c = s[i];
      if (c == '\\' && i + 1 < s.size() &&
          std::string_view("*_[]()#-+.!`>|\\").find(s[i + 1]) != std::string_view::npos) {
        flush(i);
        from = i + 1;
        i += 2;
      } else if (c == '*' || c == '_' || c == '`') {
        std::size_t n = i;
        while (n < s.size() && s[n] == c) ++n;
        const bool before = i > 0 && !blank_char(s[i - 1]), after = n < s.size() && !blank_char(s[n]);
        const bool inside = i > 0 && n < s.size() && word_char(s[i - 1]) && word_char(s[n]);
        if ((before || after) && !(c == '_' && inside) && !(inside && n - i == 1 && digit(s[i - 1]))) {
          flush(i);
          from = n;
        }
        i = n;
      } else if (c == '[' || (c == '!' && i + 1 < s.size() && s[i + 1] == '[')) {
        const std::size_t bracket = c == '!' ? i + 1 : i;
        const auto [words, length] = link_at(s, bracket);
        if (length == 0) {
          ++i;
          continue;
        }
        flush(i);
        inline_text(s.substr(bracket + 1, words), at + bracket + 1);   // holds no link itself
        i = from = bracket + length;
      } else {
        ++i;
      }
    }
    flush(s.size());
  }

  const Decoded& decoded_;
  model::Source& source_;
  TextBuilder builder_;
  std::vector<model::Run> runs_;
  std::vector<std::size_t> lists_;   // indents of the open lists
  std::size_t lines_ = 0;
  bool open_ = false, fenced_ = false, table_ = false;
};

}  // namespace

int markdown_marks(std::string_view text) {
  text = text.substr(0, std::size_t{32} << 10U);
  int headings = 0, links = 0, tables = 0, fences = 0, bold = 0;
  bool before_blank = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = trim(text.substr(at, end - at));
    if (heading_level(line) > 0 && before_blank && line.size() <= 150) ++headings;
    if (is_fence(line)) ++fences;
    if (is_table_rule(line)) ++tables;
    const std::size_t link = line.find("](");
    if (link != std::string_view::npos && line.substr(0, link).find('[') != std::string_view::npos &&
        (line.substr(link + 2, 4) == "http" || line.substr(link + 2, 1) == "/" || line.substr(link + 2, 1) == "#" ||
         line.substr(link + 2, 1) == "."))
      ++links;
    const std::size_t star = line.find("**");
    if (star != std::string_view::npos && star + 2 < line.size() && !blank_char(line[star + 2]) &&
        line.find("**", star + 3) != std::string_view::npos)
      ++bold;
    before_blank = line.empty();
    at = end + 1;
  }
  const bool front = text.substr(0, 4) == "---\n" && text.find("\n---", 4) < 4000;
  return std::min(headings, 2) + std::min(links, 2) + 2 * (tables > 0) + (fences >= 2) + (bold > 0) + 2 * front;
}

void read_markdown(const Decoded& decoded, model::Source& source) { Reader(decoded, source).read(); }

}  // namespace muster::ingest
