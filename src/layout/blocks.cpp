// The door: runs with roles keep them, stretches of lines are read, everything becomes blocks.
#include "muster/layout/blocks.hpp"

#include <algorithm>

#include "layout/chars.hpp"
#include "layout/units.hpp"
#include "muster/base/utf8.hpp"

namespace muster::layout {
namespace {

using model::Block;
using model::BlockKind;
using model::RunRole;

BlockKind kind_of(RunRole role) {
  switch (role) {
    case RunRole::title: return BlockKind::title;
    case RunRole::heading: return BlockKind::heading;
    case RunRole::list_item: return BlockKind::list_item;
    case RunRole::quote: return BlockKind::quote;
    case RunRole::table_row: return BlockKind::table_row;
    case RunRole::line: case RunRole::paragraph: break;
  }
  return BlockKind::paragraph;
}

// Marker and content of a block whose text begins with `marker`.
void split_marker(const base::Text& text, const Marker& marker, Block& block) {
  if (marker.kind == MarkerKind::none) return;
  std::uint32_t length = marker.length;
  if (marker.sign == ':') {   // "REC-01:" is called REC-01
    const std::string_view s = text.folded(block.span);
    while (length > 1 && (s[length - 1] == ':' || s[length - 1] == '-')) --length;
  }
  block.marker = text.string({block.span.begin, block.span.begin + length});
  std::uint32_t content = std::min(block.span.begin + marker.content, block.span.end);
  while (content < block.span.end && is_space(text.folded_at(content))) ++content;   // the marker had a line of its own
  block.content = {content, block.span.end};
}

void lay_out_lines(model::Document& document, const Phrases::Tables& phrases, const model::Run* first,
                   const model::Run* last, bool whole) {
  std::vector<Line> lines = see_lines(document.text, first, last);
  find_bare_letters(document.text, lines);
  find_running_lines(document.text, lines);
  find_tables(document.text, lines);
  for (Line& line : lines)
    line.verdict = line.upper && line.shape == LineShape::text && line.words <= 12 &&
                   phrases.is_verdict(document.text.folded(line.span));
  for (std::size_t i = 0; i + 1 < lines.size(); ++i)   // "Status" on the line above it
    if (lines[i + 1].verdict && lines[i].upper && lines[i].words == 1 && lines[i].shape == LineShape::text)
      lines[i].verdict = true;
  std::vector<Unit> units = join_lines(document.text, lines, first);
  std::vector<Line>().swap(lines);
  find_furniture(document.text, phrases, units);
  find_marked(document.text, units);
  find_headings(document.text, phrases, units);
  if (whole) find_title(document.text, document.hints.title, phrases, units);
  find_levels(units);
  document.blocks.reserve(document.blocks.size() + units.size());
  for (const Unit& unit : units) {
    Block& block = document.blocks.emplace_back();
    block.kind = unit.kind;
    block.span = block.content = unit.span;
    block.level = unit.level;
    block.page = unit.page;
    if (unit.kind != BlockKind::table_row && unit.kind != BlockKind::title)
      split_marker(document.text, unit.marker, block);
  }
}

// Runs whose format knows what they are. Words may still show them to be furniture.
void lay_out_run(model::Document& document, const Phrases::Tables& phrases, const model::Run& run, std::string& plain) {
  Block& block = document.blocks.emplace_back();
  block.kind = run.furniture ? BlockKind::furniture : kind_of(run.role);
  block.span = block.content = run.span;
  block.level = block.kind == BlockKind::heading     ? std::clamp(run.level, 1, 6)
                : block.kind == BlockKind::list_item ? std::max(run.level, 1)
                                                     : 0;
  block.page = run.page;
  const std::string_view s = document.text.folded(run.span);
  for (std::uint32_t i = 0; i < s.size(); ++i) {
    if (s[i] == '\n') document.text.replace_ascii(run.span.begin + i, ' ');
  }
  if (block.kind == BlockKind::list_item || block.kind == BlockKind::paragraph || block.kind == BlockKind::heading) {
    const Marker marker = parse_marker(s.substr(0, 64));
    const bool item = block.kind == BlockKind::list_item;
    if (marker.kind != MarkerKind::none && marker.content < s.size() && (item || marker.kind != MarkerKind::bullet))
      split_marker(document.text, marker, block);
    if (!run.marker.empty()) block.marker = run.marker;
    // What the format calls a marker is one, however it looks ("12" before a tab).
    const std::string_view text = document.text.utf8(run.span);
    if (!run.marker.empty() && block.content.begin == run.span.begin && text.size() > run.marker.size() + 1 &&
        text.starts_with(run.marker) && text[run.marker.size()] == ' ')
      block.content.begin += static_cast<std::uint32_t>(base::count_code_points(run.marker)) + 1;
  }
  if ((block.kind == BlockKind::list_item || block.kind == BlockKind::paragraph) && s.size() <= 300) {
    plain_line(s, plain);
    if (phrases.look(plain).furniture) block.kind = BlockKind::furniture, block.level = 0;
    // "3.2 Recommendations" in the type of the text: no paragraph is only that
    constexpr std::size_t longest_heading = 160;
    if (block.kind == BlockKind::paragraph && s.size() <= longest_heading) {
      plain.erase(0, std::min(plain.find_first_not_of("0123456789. "), plain.size()));
      if (phrases.is_list_heading(plain)) block.kind = BlockKind::heading, block.level = 3;
    }
  }
}

// Exactly one title; the nearest heading above every block.
void link_headings(std::vector<Block>& blocks) {
  const auto title =
      std::find_if(blocks.begin(), blocks.end(), [](const Block& b) { return b.kind == BlockKind::title; });
  if (title == blocks.end()) {
    const auto heading = std::find_if(blocks.begin(), blocks.end(),
                                      [](const Block& b) { return b.kind == BlockKind::heading && b.level == 1; });
    if (heading != blocks.end()) heading->kind = BlockKind::title;
  }
  std::int32_t above = -1;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    blocks[i].heading = above;
    if (blocks[i].kind == BlockKind::heading || blocks[i].kind == BlockKind::title)
      above = static_cast<std::int32_t>(i);
    if (blocks[i].kind == BlockKind::title) blocks[i].level = 1;
  }
}

}  // namespace

model::Document lay_out(model::Source&& source, const Phrases& phrases) {
  model::Document document;
  document.source = std::move(source.info);
  document.text = std::move(source.text);
  document.map = std::move(source.map);
  document.hints = std::move(source.hints);
  document.pages = std::move(source.pages);
  document.warnings = std::move(source.warnings);
  const Phrases::Tables& tables = phrases.tables();
  const model::Run* run = source.runs.data();
  const model::Run* const end = run + source.runs.size();
  const bool whole = std::all_of(run, end, [](const model::Run& r) { return r.role == RunRole::line || r.furniture; });
  std::string plain;
  const auto is_line = [](const model::Run& r) { return r.role == RunRole::line && !r.furniture; };
  while (run != end) {
    if (!is_line(*run)) {
      lay_out_run(document, tables, *run++, plain);
      continue;
    }
    const model::Run* const last = std::find_if_not(run, end, is_line);
    lay_out_lines(document, tables, run, last, whole);
    run = last;
  }
  link_headings(document.blocks);
  return document;
}

model::Document lay_out(model::Source&& source, const model::Vocab& vocab) {
  return lay_out(std::move(source), Phrases(vocab));
}

}  // namespace muster::layout
