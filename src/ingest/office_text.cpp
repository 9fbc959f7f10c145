#include "ingest/office_text.hpp"

#include <algorithm>
#include <iterator>

#include "ingest/build.hpp"
#include "muster/base/utf8.hpp"

namespace muster::ingest {
namespace {

using model::RunRole;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// White space folded to one blank, line breaks kept.
void fold(std::string& text) {
  std::string out;
  out.reserve(text.size());
  char pending = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0') c = ' ', ++i;   // no-break space
    if (is_space(c)) {
      if (pending != '\n') pending = c == '\n' ? '\n' : ' ';
      continue;
    }
    if (pending != 0 && !out.empty()) out += pending;
    pending = 0;
    out += c;
  }
  text = std::move(out);
}

std::string joined(const std::vector<OfficeBlock>& blocks) {
  std::string out;
  for (const OfficeBlock& block : blocks) {
    if (block.text.empty()) continue;
    if (!out.empty()) out += ' ';
    // The number or bullet of an item would be lost in a row, and its neighbours run together.
    if (block.role == RunRole::list_item && !block.marker.empty()) out += block.marker + ' ';
    out += block.text;
  }
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

// As on web pages: rows of short cells are data, long ones only stand side by side.
bool is_data(const OfficeTable& table) {
  std::size_t widest = 0, filled = 0, text = 0, longest = 0, rows = 0;
  for (const OfficeRow& row : table.rows) {
    std::size_t cells = 0;
    for (const OfficeCell& cell : row) {
      std::size_t letters = 0;
      for (const OfficeBlock& block : cell.blocks) {
        letters += block.text.size();
        if (block.role == RunRole::title || (block.role == RunRole::heading && block.level == 1)) return false;
      }
      cells += letters > 0;
      filled += letters > 0;
      text += letters;
      longest = std::max(longest, letters);
    }
    widest = std::max(widest, row.size());
    rows += cells > 0;
  }
  if (widest < 2 || filled == 0) return false;
  if (table.header) return longest <= 2000;
  return rows >= 2 && longest <= 500 && text / filled <= 90;
}

}  // namespace

void OfficeText::add_once(std::vector<std::string>& texts, std::string&& text) {
  fold(text);
  constexpr std::size_t compared = 64;   // heads and feet are few; notes are not compared with all of theirs
  if (text.empty()) return;
  const std::size_t from = texts.size() > compared ? texts.size() - compared : 0;
  if (std::find(texts.begin() + static_cast<std::ptrdiff_t>(from), texts.end(), text) == texts.end())
    texts.push_back(std::move(text));
}

void OfficeText::add(OfficeBlock&& block) {
  fold(block.text);
  if (!block.text.empty()) blocks_.push_back(std::move(block));
}

std::vector<OfficeBlock> OfficeText::flat(OfficeTable&& table) {
  std::vector<OfficeBlock> out;
  for (OfficeRow& row : table.rows)
    for (OfficeCell& cell : row) std::move(cell.blocks.begin(), cell.blocks.end(), std::back_inserter(out));
  return out;
}

void OfficeText::add(OfficeTable&& table) {
  for (OfficeRow& row : table.rows)
    for (OfficeCell& cell : row)
      for (OfficeBlock& block : cell.blocks) fold(block.text);
  if (!is_data(table)) {
    for (OfficeBlock& block : flat(std::move(table))) add(std::move(block));
    return;
  }
  for (const OfficeRow& row : table.rows) {
    OfficeBlock line;
    line.role = RunRole::table_row;
    // An empty cell keeps its place, as do those that a wide one takes.
    std::size_t column = 0, barred = 0;
    for (const OfficeCell& cell : row) {
      const std::string text = joined(cell.blocks);
      for (const std::size_t from = barred; !text.empty() && barred < column; ++barred)
        line.text += barred == from ? " | " : "| ";
      line.text += text;
      column += cell.span;
    }
    if (!line.text.empty())
      blocks_.push_back(std::move(line));   // its cells are folded; a blank before the first bar stays
  }
}

// Many letters have no styles: a short bold line of its own, with plain text below, heads that text.
void OfficeText::find_bold_headings() {
  if (std::any_of(blocks_.begin(), blocks_.end(),
                  [](const OfficeBlock& b) { return b.role == RunRole::heading && b.level > 1; }))
    return;
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    OfficeBlock& block = blocks_[i];
    if (!block.bold || block.role != RunRole::paragraph || block.furniture || block.text.size() > 120 ||
        block.text.find('\n') != std::string::npos)
      continue;
    const char last = block.text.back();
    if (last == '.' || last == ',' || last == ';') continue;
    const bool lead_in = last == ':' && std::count(block.text.begin(), block.text.end(), ' ') > 4;
    const bool followed = i + 1 < blocks_.size() && !blocks_[i + 1].bold &&
                          (blocks_[i + 1].role == RunRole::paragraph || blocks_[i + 1].role == RunRole::list_item ||
                           blocks_[i + 1].role == RunRole::table_row);
    if (!lead_in && followed) block.role = RunRole::heading, block.level = 2;
  }
}

void OfficeText::finish(model::Source& source, std::string title) {
  find_bold_headings();
  const bool titled =
      std::any_of(blocks_.begin(), blocks_.end(), [](const OfficeBlock& b) { return b.role == RunRole::title; });
  if (!titled) source.hints.title = std::move(title);
  std::size_t size = 0;
  for (const OfficeBlock& block : blocks_) size += block.text.size() + 2;
  TextBuilder builder(size);
  std::uint64_t at = 0;
  RunRole before = RunRole::line;
  bool title_seen = false;
  const auto put = [&](OfficeBlock& block) {
    const bool close = block.role == before && (before == RunRole::table_row || before == RunRole::list_item);
    if (builder.size() > 0) builder.append_space(close ? "\n" : "\n\n");
    before = block.role;
    model::Run run;
    run.span.begin = builder.size();
    builder.append(block.text, at);
    at += block.text.size() + 1;   // a gap, so that blocks are pieces of their own
    run.span.end = builder.size();
    run.role = block.role;
    if (run.role == RunRole::title && title_seen) run.role = RunRole::paragraph;   // a subtitle
    title_seen |= run.role == RunRole::title;
    run.level = block.level;
    if (run.role == RunRole::list_item) run.marker = std::move(block.marker);
    run.furniture = block.furniture;
    if (!run.span.empty()) source.runs.push_back(std::move(run));
    std::string().swap(block.text);
  };
  const auto put_all = [&](std::vector<std::string>& texts) {
    for (std::string& text : texts) {
      OfficeBlock block;
      block.text = std::move(text);
      block.furniture = true;
      put(block);
    }
  };
  put_all(heads_);
  for (OfficeBlock& block : blocks_) put(block);
  put_all(notes_);
  put_all(feet_);
  builder.finish(Decoded{}, source);
  source.map.pieces.clear();   // positions in the packed file would mean nothing
  *this = OfficeText();
}

}  // namespace muster::ingest
