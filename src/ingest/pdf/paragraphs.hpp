// Lines -> paragraphs, over column and page breaks, and what each of them is.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "ingest/pdf/sheet.hpp"
#include "muster/model/source.hpp"

namespace muster::ingest::pdf {

struct Paragraph {
  std::vector<std::uint32_t> lines;   // indexes, in the order of reading
  model::RunRole role = model::RunRole::paragraph;
  int level = 0;
  bool furniture = false;
  bool boxed = false;                 // a cell of a one-column table, whole
};

// The type of the document: what its running text is set in.
struct BodyType {
  Tenths size = 0;
  Tenths right = 0;                   // where most of its lines may end
  std::uint32_t colour = 0;
  bool bold = false;
  std::vector<std::pair<Tenths, Tenths>> leading;   // of each size, sorted: from line to line
  [[nodiscard]] Tenths leading_of(Tenths size) const;
};

struct Reading {
  const std::vector<Sheet>& sheets;
  const std::vector<Font>& fonts;
  std::vector<Line> lines;            // of all pages
  BodyType body;
  [[nodiscard]] std::string_view text(const Line& line, std::uint32_t ink) const {
    return sheets[line.page].text(sheets[line.page].inks[ink]);
  }
};

[[nodiscard]] BodyType measure_body(const std::vector<Line>& lines);

// Running heads and feet, page numbers, contents: sets Line::furniture.
void find_furniture(Reading& reading);
// Small type at the foot that begins with a mark: sets Line::note.
void find_notes(Reading& reading);

// Paragraphs in the order of the text: what stands between the halves of one comes after it.
[[nodiscard]] std::vector<Paragraph> make_paragraphs(const Reading& reading);

// Tables that go on over the page: heads said again are furniture, rows that the page cut are one.
void join_tables(Reading& reading, std::vector<Paragraph>& paragraphs);

// Titles, headings and their levels; items and theirs.
void find_headings(const Reading& reading, std::vector<Paragraph>& paragraphs);
void find_items(const Reading& reading, std::vector<Paragraph>& paragraphs);

// Words split at a line's end. Evidence is the document itself.
class Hyphens {
 public:
  explicit Hyphens(const Reading& reading);
  ~Hyphens();
  // A line ends with `left` and a hyphen, and the next begins with `right`: is the hyphen the word's own?
  [[nodiscard]] bool keeps(std::string_view left, std::string_view right) const;

 private:
  struct Words;
  std::unique_ptr<Words> words_;
};

// Paragraphs as the text of a source: runs, pages, hints.
void write_source(const Reading& reading, const std::vector<Paragraph>& paragraphs, model::Source& source);

}  // namespace muster::ingest::pdf
