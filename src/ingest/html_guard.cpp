#include "ingest/html_guard.hpp"

#include <algorithm>
#include <array>

#include "ingest/html_ascii.hpp"

namespace muster::ingest {
namespace {

using std::string_view;

constexpr std::size_t max_attributes = 200;   // of one tag; the parser compares each with all before it
constexpr std::size_t max_formatting = 24;    // open at once; the parser opens all of them again in every block
constexpr std::size_t npos = string_view::npos;

template <std::size_t n>
bool among(const std::array<string_view, n>& sorted, string_view name) {
  return std::binary_search(sorted.begin(), sorted.end(), name);
}

// Whole elements without text for readers. Their content is skipped up to the end tag.
constexpr std::array<string_view, 11> cut_whole = {"audio", "canvas", "iframe", "noembed", "noscript", "select",
                                                   "svg",   "style",  "template", "textarea", "video"};
// To the end of the document when they are not closed, as browsers do. The others lose only their tag.
constexpr std::array<string_view, 5> raw_text = {"iframe", "noembed", "script", "style", "textarea"};
// Tags without use here whose effect on the parser is costly or surprising. Their content stays.
constexpr std::array<string_view, 30> cut_tag = {
    "applet", "big",      "code",   "em",       "embed",     "font",  "frame", "frameset", "isindex", "keygen",
    "link",   "marquee",  "math",   "nobr",     "noframes",  "object", "param", "plaintext", "s",     "samp",
    "small",  "source",   "strike", "tt",       "track",     "u",     "var",   "wbr",      "xmp",     "option"};
constexpr std::array<string_view, 4> formatting = {"a", "b", "i", "strong"};
constexpr std::array<string_view, 8> empty_tags = {"area", "base", "br", "col", "hr", "img", "input", "meta"};
// Closed by what follows them, so they never nest without one of the counted tags between.
constexpr std::array<string_view, 15> self_closing = {"caption", "colgroup", "dd", "dt", "li", "p",  "rb", "rp",
                                                      "rt",      "rtc",      "tbody", "td", "tfoot", "th", "thead"};

struct Tag {
  string_view name;         // lower case, at most 15 bytes, else cut
  bool closing = false;
  bool self_closed = false;
  bool has_href = false;
  bool linked_data = false;
  bool runaway = false;     // no '>' before the end, or too many attributes
  std::size_t end = 0;      // one past '>'
};

class Guard {
 public:
  Guard(string_view source, std::uint32_t max_depth) : source_(source), max_depth_(std::max(max_depth, 16U)) {
    sorted_cut_tag_ = cut_tag;
    std::sort(sorted_cut_tag_.begin(), sorted_cut_tag_.end());
  }

  GuardedMarkup run() {
    out_.markup.reserve(source_.size() / 2);
    std::size_t at = 0;
    while (at < source_.size()) {
      const std::size_t open = source_.find('<', at);
      if (open == npos) break;
      const std::size_t next = markup_at(open);
      at = next;
    }
    keep_up_to(source_.size());
    return std::move(out_);
  }

 private:
  // Text and kept tags are copied lazily: all from kept_ to the next cut.
  void keep_up_to(std::size_t end) {
    if (end <= kept_) return;
    out_.stretches.push_back({out_.markup.size(), kept_, false});
    out_.markup.append(source_.substr(kept_, end - kept_));
    kept_ = end;
  }
  std::size_t cut(std::size_t begin, std::size_t end) {
    keep_up_to(begin);
    kept_ = end;
    return end;
  }
  void put_break() {
    out_.stretches.push_back({out_.markup.size(), kept_, true});
    out_.markup.append("<br>");
  }

  // What stands at `open`, a '<'. Returns where to go on.
  std::size_t markup_at(std::size_t open) {
    if (open + 1 >= source_.size()) return open + 1;
    const char next = source_[open + 1];
    if (next == '!') return declaration(open);
    if (next == '?') return cut(open, past(source_.find('>', open)));
    if (next == '/') {
      if (open + 2 >= source_.size()) return open + 2;
      if (!ascii::alpha(source_[open + 2])) return cut(open, past(source_.find('>', open)));
    } else if (!ascii::alpha(next)) {
      return open + 1;
    }
    const Tag tag = read_tag(open);
    if (tag.runaway || tag.name.empty()) return cut(open, tag.end);
    return tag.closing ? end_tag(open, tag) : start_tag(open, tag);
  }

  std::size_t past(std::size_t found) const { return found == npos ? source_.size() : found + 1; }

  std::size_t declaration(std::size_t open) {
    if (source_.substr(open, 4) == "<!--") {
      if (source_.substr(open + 4, 1) == ">") return cut(open, open + 5);
      if (source_.substr(open + 4, 2) == "->") return cut(open, open + 6);
      std::size_t end = source_.find("--", open + 4);
      while (end != npos) {
        std::size_t close = end + 2;
        while (close < source_.size() && source_[close] == '-') ++close;
        if (close < source_.size() && source_[close] == '!') ++close;
        if (close < source_.size() && source_[close] == '>') return cut(open, close + 1);
        end = source_.find("--", std::max(close, end + 2));
      }
      return cut(open, source_.size());
    }
    if (ascii::equal_caseless(source_.substr(open + 2, 7), "doctype")) return past(source_.find('>', open));
    return cut(open, past(source_.find('>', open)));
  }

  Tag read_tag(std::size_t open) {
    Tag tag;
    std::size_t i = open + 1;
    if (source_[i] == '/') tag.closing = true, ++i;
    std::size_t length = 0;
    while (i < source_.size() && !ascii::space(source_[i]) && source_[i] != '/' && source_[i] != '>') {
      if (length < name_.size()) name_[length] = ascii::lower(source_[i]);
      ++length, ++i;
    }
    tag.name = length <= name_.size() ? string_view(name_.data(), length) : string_view("unknown-element");
    std::size_t attributes = 0;
    while (i < source_.size() && source_[i] != '>') {
      if (ascii::space(source_[i])) { ++i; continue; }
      if (source_[i] == '/') {
        tag.self_closed = i + 1 < source_.size() && source_[i + 1] == '>';
        ++i;
        continue;
      }
      i = attribute(i, tag);
      ++attributes;
    }
    tag.end = std::min(i + 1, source_.size());
    tag.runaway = i >= source_.size() || attributes > max_attributes;
    return tag;
  }

  std::size_t attribute(std::size_t i, Tag& tag) const {
    const std::size_t begin = i++;   // a '=' may begin a name
    while (i < source_.size() && !ascii::space(source_[i]) && source_[i] != '/' && source_[i] != '>' &&
           source_[i] != '=')
      ++i;
    const string_view name = source_.substr(begin, i - begin);
    if (ascii::equal_caseless(name, "href")) tag.has_href = true;
    std::size_t after = i;
    while (after < source_.size() && ascii::space(source_[after])) ++after;
    if (after >= source_.size() || source_[after] != '=') return i;
    i = after + 1;
    while (i < source_.size() && ascii::space(source_[i])) ++i;
    if (i >= source_.size()) return i;
    const std::size_t value = i;
    if (source_[i] == '"' || source_[i] == '\'') {
      const std::size_t close = source_.find(source_[i], i + 1);
      i = close == npos ? source_.size() : close + 1;
    } else {
      while (i < source_.size() && !ascii::space(source_[i]) && source_[i] != '>') ++i;
    }
    if (ascii::equal_caseless(name, "type") && source_.substr(value, i - value).find("ld+json") != npos)
      tag.linked_data = true;
    return i;
  }

  std::size_t start_tag(std::size_t open, const Tag& tag) {
    const bool script = tag.name == "script";
    if (script || among(sorted_cut_whole(), tag.name)) return element_without_text(open, tag);
    if (among(sorted_cut_tag_, tag.name)) return cut(open, tag.end);
    if (tag.name == "html" || tag.name == "body" || tag.name == "title") {
      bool& seen = tag.name == "html" ? html_ : tag.name == "body" ? body_ : title_;
      if (tag.name == "title") {
        // The text of a second title is no text of the page.
        const std::size_t close = find_end_tag(tag.end, "title");
        if (seen || close == npos) return cut(open, close == npos ? tag.end : past(source_.find('>', close)));
        seen = true;
        return past(source_.find('>', close));
      }
      if (seen) return cut(open, tag.end);
      seen = true;
      return tag.end;
    }
    if (among(empty_tags, tag.name) || among(self_closing, tag.name) || tag.name == "tr") return tag.end;
    if (among(formatting, tag.name)) {
      if (tag.name == "a" && !tag.has_href) return cut(open, tag.end);
      const char sign = tag.name == "strong" ? 's' : tag.name.front();
      if (sign == 'a')
        std::erase_if(open_formatting_, [&](const Formatting& f) { return f.sign == 'a' && f.tables >= tables_; });
      const auto links = static_cast<std::size_t>(std::count_if(open_formatting_.begin(), open_formatting_.end(),
                                                                [](const Formatting& f) { return f.sign == 'a'; }));
      if ((sign == 'a' ? links : open_formatting_.size() - links) >= max_formatting) return cut(open, tag.end);
      open_formatting_.push_back({sign, tables_});
      return tag.end;
    }
    if (stack_.size() >= max_depth_) {
      ++out_.flattened;
      cut(open, tag.end);
      put_break();
      return tag.end;
    }
    stack_.push_back(nesting_name(tag.name));
    if (tag.name == "table") ++tables_;
    return tag.end;
  }

  std::size_t end_tag(std::size_t open, const Tag& tag) {
    if (tag.name == "script" || among(sorted_cut_whole(), tag.name) || among(sorted_cut_tag_, tag.name))
      return cut(open, tag.end);
    if (tag.name == "body" || tag.name == "html") return cut(open, tag.end);   // text behind it is text all the same
    if (among(formatting, tag.name)) {
      const char sign = tag.name == "strong" ? 's' : tag.name.front();
      // What was opened outside a table is not closed inside.
      const auto found = std::find_if(open_formatting_.rbegin(), open_formatting_.rend(),
                                      [&](const Formatting& f) { return f.sign == sign && f.tables == tables_; });
      if (found == open_formatting_.rend()) return cut(open, tag.end);
      open_formatting_.erase(std::next(found).base());
      return tag.end;
    }
    if (among(self_closing, tag.name) || tag.name == "tr") return tag.end;
    const std::uint32_t name = nesting_name(tag.name);
    static const std::uint32_t table = ascii::hash("table");
    // An end tag closes nothing outside the table it stands in.
    for (std::size_t i = stack_.size(); i-- > 0;) {
      if (stack_[i] == name) {
        stack_.resize(i);
        if (name == table) --tables_;
        return tag.end;
      }
      if (stack_[i] == table) break;
    }
    return cut(open, tag.end);
  }

  // A heading is closed by the end tag of any heading.
  static std::uint32_t nesting_name(string_view tag) {
    const bool heading = tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
    return ascii::hash(heading ? "h1" : tag);
  }

  std::size_t element_without_text(std::size_t open, const Tag& tag) {
    if (tag.name == "svg" && tag.self_closed) return cut(open, tag.end);
    const std::string name(tag.name);
    const std::size_t close = find_end_tag(tag.end, name);
    if (close == npos)
      return cut(open, name == "script" || among(raw_text, string_view(name)) ? source_.size() : tag.end);
    if (tag.linked_data && name == "script") out_.linked_data.push_back(source_.substr(tag.end, close - tag.end));
    return cut(open, past(source_.find('>', close)));
  }

  // Position of "</name" from `at` on. Remembers names that do not come any more: linear in all.
  std::size_t find_end_tag(std::size_t at, string_view name) {
    if (std::find(gone_.begin(), gone_.end(), name) != gone_.end()) return npos;
    for (std::size_t i = source_.find("</", at); i != npos; i = source_.find("</", i + 2)) {
      if (!ascii::equal_caseless(source_.substr(i + 2, name.size()), name)) continue;
      const std::size_t after = i + 2 + name.size();
      if (after >= source_.size() || ascii::space(source_[after]) || source_[after] == '>' || source_[after] == '/')
        return i;
    }
    gone_.emplace_back(name);
    return npos;
  }

  static const std::array<string_view, 11>& sorted_cut_whole() {
    static const std::array<string_view, 11> sorted = [] {
      auto names = cut_whole;
      std::sort(names.begin(), names.end());
      return names;
    }();
    return sorted;
  }

  string_view source_;
  std::size_t max_depth_;
  std::array<string_view, 30> sorted_cut_tag_{};
  GuardedMarkup out_;
  std::size_t kept_ = 0;
  std::array<char, 24> name_{};
  std::vector<std::uint32_t> stack_;
  struct Formatting {
    char sign;              // of its tag
    std::size_t tables;     // open around it
  };
  std::vector<Formatting> open_formatting_;
  std::size_t tables_ = 0;
  std::vector<std::string> gone_;
  bool html_ = false, body_ = false, title_ = false;
};

}  // namespace

GuardedMarkup guard_markup(std::string_view utf8, std::uint32_t max_depth) { return Guard(utf8, max_depth).run(); }

std::size_t WayBack::source_of(std::size_t byte) {
  if (stretches_.empty()) return 0;
  const auto holds = [&](std::size_t i) {
    return stretches_[i].markup_begin <= byte && (i + 1 == stretches_.size() || byte < stretches_[i + 1].markup_begin);
  };
  if (!holds(at_)) {
    if (at_ + 1 < stretches_.size() && holds(at_ + 1)) {
      ++at_;
    } else {
      const auto behind = std::partition_point(stretches_.begin(), stretches_.end(),
                                               [&](const auto& s) { return s.markup_begin <= byte; });
      at_ = behind == stretches_.begin() ? 0 : static_cast<std::size_t>(behind - stretches_.begin()) - 1;
    }
  }
  const auto& stretch = stretches_[at_];
  return stretch.made ? stretch.source_begin : stretch.source_begin + (byte - std::min(byte, stretch.markup_begin));
}

}  // namespace muster::ingest
