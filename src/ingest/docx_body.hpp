// The text of one part of a Word file (body, notes, a head or foot) as it reads with all changes accepted: what
// was deleted or is hidden is gone, fields show their results, lists their numbers.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/docx_numbers.hpp"
#include "ingest/docx_styles.hpp"
#include "ingest/office_text.hpp"
#include "ingest/xml.hpp"

namespace muster::ingest {

class DocxBody : public XmlReader {
 public:
  // Blocks go to `out`; with none they are collected in blocks(), notes in notes().
  DocxBody(const DocxStyles& styles, DocxNumbers& numbers, OfficeText* out);

  void start(std::string_view name, const Attributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view utf8) override;
  // Closes what a broken file left open.
  void close();

  [[nodiscard]] std::vector<OfficeBlock>& blocks() { return flows_.front().blocks; }
  // Of a part of notes: the text of each by its id.
  [[nodiscard]] const std::map<std::string, std::string, std::less<>>& notes() const { return notes_; }
  // Of the body: the notes in the order in which the text points to them; endnotes are "e" and their id.
  [[nodiscard]] const std::vector<std::string>& references() const { return references_; }

 private:
  enum class Element : std::uint8_t;
  static Element element(std::string_view name);

  struct Paragraph {
    std::string text, style;
    std::optional<std::string> list;
    std::optional<int> list_level, outline;
    std::size_t letters = 0, bold = 0;
    bool mark_deleted = false;       // runs on into the next one
    std::vector<OfficeBlock> boxes;  // text boxes that hang on it
    bool hidden_run = false, bold_run = false;
    std::optional<bool> bold_style;
  };
  struct Flow {                      // where paragraphs go: the part itself, a cell, a box
    std::vector<OfficeBlock> blocks;
    std::optional<Paragraph> carried;
    std::uint32_t span = 1;
    bool continued = false;          // a cell that goes on from the row above
  };
  struct Table {
    OfficeTable table;
    bool row_deleted = false;
  };
  struct Control {                   // a content control
    bool placeholder = false, contents = false;
  };

  void property(Element element, const Attributes& attributes);
  void put(std::string_view utf8);
  void symbol(const Attributes& attributes);
  void finish_paragraph();
  void emit(OfficeBlock&& block);
  void emit_lines(OfficeBlock&& block);
  void end_cell();
  void end_table();
  [[nodiscard]] bool shown() const;

  const DocxStyles& styles_;
  DocxNumbers& numbers_;
  OfficeText* out_;
  std::vector<Flow> flows_;
  std::vector<Paragraph> paragraphs_;
  std::vector<Table> tables_;
  std::vector<Control> controls_;
  std::vector<bool> alternatives_;   // whether one was taken
  std::vector<bool> fields_;         // whether its result has begun
  std::map<std::string, std::string, std::less<>> notes_;
  std::vector<std::string> references_;
  std::string note_;
  std::uint32_t skip_ = 0, text_ = 0, contents_ = 0;
  std::size_t instructions_ = 0;     // fields whose result has not begun
  std::uint32_t paragraph_properties_ = 0, run_properties_ = 0, row_properties_ = 0, number_properties_ = 0;
};

}  // namespace muster::ingest
