// Paragraphs -> the text of a source, its runs, and the page of every stretch.
#include <algorithm>

#include "ingest/build.hpp"
#include "ingest/pdf/paragraphs.hpp"
#include "muster/base/utf8.hpp"

namespace muster::ingest::pdf {
namespace {

class Writer {
 public:
  Writer(const Reading& reading, model::Source& source) : reading_(reading), source_(source), hyphens_(reading) {}

  void write(const Paragraph& p) {
    if (builder_.size() > 0) builder_.append_space(gap(p));
    model::Run run;
    run.span.begin = builder_.size();
    const std::size_t from = builder_.utf8().size();
    run.role = p.role;
    run.level = p.level;
    run.furniture = p.furniture;
    const Line& first = reading_.lines[p.lines.front()];
    run.page = reading_.sheets[first.page].page->number;
    for (std::size_t i = 0; i < p.lines.size(); ++i) {
      const Line& line = reading_.lines[p.lines[i]];
      const Line* next = i + 1 < p.lines.size() ? &reading_.lines[p.lines[i + 1]] : nullptr;
      if (line.cell && line.row != 0 && (i > 0 || line.empty > 0)) {
        builder_.append_space(" | ");   // an empty cell keeps its place
        for (std::uint16_t k = i > 0 ? 0 : 1; k < line.empty; ++k) builder_.append_space("| ");
      }
      else if (i > 0 && !glued_) builder_.append_space(" ");
      glued_ = false;
      put(line, next, i == 0 && p.role == model::RunRole::list_item && first.mark.kind == MarkKind::bullet);
    }
    run.span.end = builder_.size();
    if (p.role == model::RunRole::list_item) run.marker = first.mark.text;
    if (run.span.end > run.span.begin) {
      if (p.role == model::RunRole::title) source_.hints.title = std::string(builder_.utf8().substr(from));
      source_.runs.push_back(std::move(run));
    }
    before_ = &p;
  }

  void finish() {
    builder_.finish(decode({}, {}), source_);
    source_.map.pieces.clear();   // words lie on pages, not at bytes
  }

 private:
  std::string_view gap(const Paragraph& p) const {
    if (before_ == nullptr) return "";
    const bool rows = p.role == model::RunRole::table_row && before_->role == p.role,
               items = p.role == model::RunRole::list_item && before_->role == p.role;
    return rows || items ? "\n" : "\n\n";
  }

  void put(const Line& line, const Line* next, bool no_bullet) {
    const Sheet& sheet = reading_.sheets[line.page];
    mark_page(sheet.page->number);
    const std::uint32_t end = line.first + line.count;
    bool any = false;
    for (std::uint32_t i = line.first; i < end; ++i) {
      const Ink& ink = sheet.inks[i];
      if (no_bullet && i == line.first) continue;
      std::string_view text = sheet.text(ink);
      if (ink.raised && (any || (line.mark.kind == MarkKind::none && line.count > 1)) && is_note_mark(text)) continue;
      if (any && ink.space) builder_.append_space(" ");
      if (ink.bullet) text = "\u2022";
      if (i + 1 == end && next != nullptr && !next->cell) text = end_of_line(text, *next);
      builder_.append(text, 0);
      any = true;
    }
  }

  // The mark of a footnote behind a word: digits and signs; an ordinal's letters stay.
  static bool is_note_mark(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) {
                         return (c >= '0' && c <= '9') || c == ',' || c == '*' || c == ' ' || c == '[' || c == ']';
                       }) ||
           text == "\u2020" || text == "\u2021";
  }

  // A word that goes on in the next line.
  std::string_view end_of_line(std::string_view text, const Line& next) {
    constexpr std::string_view soft = "\u00AD", hyphen = "\u2010";
    if (text.ends_with(soft)) {
      glued_ = true;
      text.remove_suffix(soft.size());
      return text;
    }
    if ((text.ends_with("\u2014") && text.size() > 3) ||
        (text.ends_with('/') && text.size() > 1)) {   // "plans—the", "and/or"
      glued_ = true;
      return text;
    }
    const std::size_t size = text.ends_with('-') ? 1 : text.ends_with(hyphen) ? hyphen.size() : 0;
    if (size == 0 || text.size() == size) return text;
    const auto letter = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    };
    std::string_view left = text.substr(0, text.size() - size);
    std::size_t from = left.size();
    while (from > 0 && (letter(left[from - 1]) || left[from - 1] == '-')) --from;
    left.remove_prefix(from);
    std::string_view right = reading_.text(next, next.first);
    std::size_t to = 0;
    while (to < right.size() && letter(right[to])) ++to;
    right = right.substr(0, to);
    if (left.empty() || right.empty()) {
      glued_ = !left.empty() ||
               (text.size() > size && text[text.size() - size - 1] >= '0' && text[text.size() - size - 1] <= '9');
      return text;
    }
    if (right == "and" || right == "or" || right == "to") return text;   // "short- and longer-term"
    glued_ = true;
    if (!hyphens_.keeps(left, right)) text.remove_suffix(size);
    return text;
  }

  void mark_page(int page) {
    if (!source_.pages.empty() && source_.pages.back().page == page) return;
    source_.pages.push_back({builder_.size(), page});
  }

  const Reading& reading_;
  model::Source& source_;
  Hyphens hyphens_;
  TextBuilder builder_;
  const Paragraph* before_ = nullptr;
  bool glued_ = false;
};

}  // namespace

void write_source(const Reading& reading, const std::vector<Paragraph>& paragraphs, model::Source& source) {
  Writer writer(reading, source);
  for (const Paragraph& p : paragraphs) writer.write(p);
  writer.finish();
}

}  // namespace muster::ingest::pdf
