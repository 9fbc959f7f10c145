// What the readers of Word and OpenDocument files put together: paragraphs, tables, notes, heads and feet in
// reading order. Knows nothing of XML.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "muster/model/source.hpp"

namespace muster::ingest {

struct OfficeBlock {
  model::RunRole role = model::RunRole::paragraph;
  int level = 0;                 // heading level from 1, list depth from 1
  std::string marker;            // of list items and numbered headings
  std::string text;              // UTF-8; "\n" for a line break inside
  bool furniture = false;
  bool bold = false;             // every letter of it
};

struct OfficeCell {
  std::vector<OfficeBlock> blocks;
  std::uint32_t span = 1;        // columns
};
using OfficeRow = std::vector<OfficeCell>;

struct OfficeTable {
  std::vector<OfficeRow> rows;
  bool header = false;           // says that its first row heads it
};

class OfficeText {
 public:
  void add(OfficeBlock&& block);
  // A table of data becomes rows; one that only lays out text becomes its paragraphs.
  void add(OfficeTable&& table);
  // Behind everything else, as furniture; a text that is there already is not said again.
  void add_note(std::string&& text) { add_once(notes_, std::move(text)); }
  void add_head(std::string&& text) { add_once(heads_, std::move(text)); }
  void add_foot(std::string&& text) { add_once(feet_, std::move(text)); }

  // The text, its runs and `title` where nothing else is the title; empty afterwards.
  void finish(model::Source& source, std::string title);

  // The blocks of a table, flattened into those of a cell or text box around it.
  [[nodiscard]] static std::vector<OfficeBlock> flat(OfficeTable&& table);

 private:
  static void add_once(std::vector<std::string>& texts, std::string&& text);
  void find_bold_headings();
  std::vector<OfficeBlock> blocks_;
  std::vector<std::string> notes_, heads_, feet_;
};

}  // namespace muster::ingest
