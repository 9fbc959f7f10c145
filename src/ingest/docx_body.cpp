#include "ingest/docx_body.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <unordered_map>

#include "ingest/number_forms.hpp"
#include "muster/base/utf8.hpp"

namespace muster::ingest {

using model::RunRole;

enum class DocxBody::Element : std::uint8_t {
  other, p, pPr, r, rPr, t, tab, br, cr, no_break_hyphen, sym, pStyle, numPr, numId, ilvl, outline, vanish, b, del,
      gone,
  field, footnote_ref, endnote_ref, tbl, tr, trPr, tc, grid_span, v_merge, header_row, box, sdt, placeholder, gallery,
      sdt_content,
  alternatives, choice, fallback, note
};

namespace {

int number_of(std::string_view text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string one_line(const std::vector<OfficeBlock>& blocks) {
  std::string out;
  for (const OfficeBlock& block : blocks) {
    if (!out.empty() && !block.text.empty()) out += ' ';
    out += block.text;
  }
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

// Does a line after a break begin something of its own?
bool begins_anew(std::string_view before, std::string_view line) {
  if (before.empty() || line.empty()) return true;
  const char last = before.back();
  if (last == '.' || last == '!' || last == '?' || last == ':' || last == ';') return true;
  return line.starts_with("\u2022") || line.starts_with("- ") || line.starts_with("\u2013 ");
}

}  // namespace

DocxBody::Element DocxBody::element(std::string_view name) {
  using enum Element;
  static const std::unordered_map<std::string_view, Element> table = {
      {"w:p", p}, {"w:pPr", pPr}, {"w:r", r}, {"w:rPr", rPr}, {"w:t", t}, {"m:t", t}, {"w:tab", tab}, {"w:ptab", tab},
      {"w:br", br}, {"w:cr", cr},
      {"w:noBreakHyphen", no_break_hyphen}, {"w:sym", sym}, {"w:pStyle", pStyle}, {"w:numPr", numPr}, {"w:numId",
      numId}, {"w:ilvl", ilvl},
      {"w:outlineLvl", outline}, {"w:vanish", vanish}, {"w:b", b}, {"w:del", del}, {"w:moveFrom", del}, {"w:instrText",
      gone}, {"w:delText", gone},
      {"w:delInstrText", gone}, {"w:rt", gone}, {"w:pPrChange", gone}, {"w:rPrChange", gone}, {"w:tblPrChange", gone},
      {"w:trPrChange", gone},
      {"w:tcPrChange", gone}, {"w:sectPr", gone}, {"w:numberingChange", gone}, {"w:comment", gone}, {"w:tblGridChange",
      gone}, {"w:ffData", gone},
      {"w:fldChar", field}, {"w:footnoteReference", footnote_ref}, {"w:endnoteReference", endnote_ref}, {"w:tbl", tbl},
      {"w:tr", tr}, {"w:trPr", trPr},
      {"w:tc", tc}, {"w:gridSpan", grid_span}, {"w:vMerge", v_merge}, {"w:tblHeader", header_row}, {"w:txbxContent",
      box}, {"w:sdt", sdt},
      {"w:showingPlcHdr", placeholder}, {"w:docPartGallery", gallery}, {"w:sdtContent", sdt_content},
      {"mc:AlternateContent", alternatives},
      {"mc:Choice", choice}, {"mc:Fallback", fallback}, {"w:footnote", note}, {"w:endnote", note}};
  const auto found = table.find(name);
  return found == table.end() ? other : found->second;
}

DocxBody::DocxBody(const DocxStyles& styles, DocxNumbers& numbers, OfficeText* out)
    : styles_(styles), numbers_(numbers), out_(out), flows_(1) {}

bool DocxBody::shown() const {
  return !paragraphs_.empty() && !paragraphs_.back().hidden_run && instructions_ == 0;
}

void DocxBody::put(std::string_view utf8) {
  if (!shown()) return;
  Paragraph& paragraph = paragraphs_.back();
  paragraph.text += utf8;
  std::size_t letters = 0;
  for (const char c : utf8) letters += c != ' ' && c != '\n';
  paragraph.letters += letters;
  if (paragraph.bold_run) paragraph.bold += letters;
}

void DocxBody::start(std::string_view name, const Attributes& attributes) {
  if (skip_ > 0) {
    ++skip_;
    return;
  }
  using enum Element;
  const Element what = element(name);
  switch (what) {
    case p:
      paragraphs_.emplace_back();
      if (flows_.back().carried) {
        paragraphs_.back() = std::move(*flows_.back().carried);
        flows_.back().carried.reset();
        paragraphs_.back().mark_deleted = false;
      }
      break;
    case r:
      if (!paragraphs_.empty()) {
        Paragraph& paragraph = paragraphs_.back();
        if (!paragraph.bold_style) paragraph.bold_style = styles_.find(paragraph.style).bold;
        paragraph.hidden_run = false;
        paragraph.bold_run = *paragraph.bold_style;
      }
      break;
    case pPr: ++paragraph_properties_; break;
    case rPr: ++run_properties_; break;
    case trPr: ++row_properties_; break;
    case numPr: ++number_properties_; break;
    case t: ++text_; break;
    case tab: if (paragraph_properties_ == 0) put(" "); break;
    case br: case cr: put("\n"); break;
    case no_break_hyphen: put("-"); break;
    case sym: symbol(attributes); break;
    case gone: skip_ = 1; break;
    case del:
      if (row_properties_ > 0) {
        if (!tables_.empty()) tables_.back().row_deleted = true;
      } else if (paragraph_properties_ > 0) {
        if (!paragraphs_.empty()) paragraphs_.back().mark_deleted = true;
      } else {
        skip_ = 1;
      }
      break;
    case field: {
      const std::string_view type = attributes.get("fldCharType");
      if (type == "begin") {
        fields_.push_back(false);
        ++instructions_;
      } else if (!fields_.empty() && (type == "separate" || type == "end")) {
        instructions_ -= !fields_.back();
        fields_.back() = true;
        if (type == "end") fields_.pop_back();
      }
      break;
    }
    case footnote_ref: references_.emplace_back(attributes.get("id")); break;
    case endnote_ref: references_.push_back("e" + std::string(attributes.get("id"))); break;
    case tbl: tables_.emplace_back(); break;
    case tr:
      if (!tables_.empty()) tables_.back().table.rows.emplace_back(), tables_.back().row_deleted = false;
      break;
    case tc: flows_.emplace_back(); break;
    case grid_span:
      flows_.back().span = static_cast<std::uint32_t>(std::clamp(number_of(attributes.get("val"), 1), 1, 1000));
      break;
    case v_merge: flows_.back().continued = attributes.get("val") != "restart"; break;
    case header_row: if (!tables_.empty()) tables_.back().table.header = true; break;
    case box: flows_.emplace_back(); break;
    case sdt: controls_.emplace_back(); break;
    case placeholder: if (!controls_.empty()) controls_.back().placeholder = true; break;
    case gallery:
      if (!controls_.empty() && attributes.get("val").starts_with("Table of Contents"))
        controls_.back().contents = true;
      break;
    case sdt_content:
      if (!controls_.empty() && controls_.back().placeholder) skip_ = 1;
      else if (!controls_.empty() && controls_.back().contents) ++contents_;
      break;
    case alternatives: alternatives_.push_back(false); break;
    case choice:
      if (alternatives_.empty()) break;
      if (alternatives_.back()) skip_ = 1;
      else alternatives_.back() = true;
      break;
    case fallback: if (!alternatives_.empty() && alternatives_.back()) skip_ = 1; break;
    case note: {
      const std::string_view type = attributes.get("type");
      if (!type.empty() && type != "normal") skip_ = 1;   // the line above the notes
      else note_ = attributes.get("id"), flows_.emplace_back();
      break;
    }
    default: property(what, attributes); break;
  }
}

void DocxBody::property(Element what, const Attributes& attributes) {
  if (paragraphs_.empty()) return;
  Paragraph& paragraph = paragraphs_.back();
  using enum Element;
  switch (what) {
    case pStyle: paragraph.style = attributes.get("val"); break;
    case numId: if (number_properties_ > 0) paragraph.list = std::string(attributes.get("val")); break;
    case ilvl:
      if (number_properties_ > 0) paragraph.list_level = std::clamp(number_of(attributes.get("val"), 0), 0, 8);
      break;
    case outline: paragraph.outline = number_of(attributes.get("val"), 9); break;
    case vanish: if (run_properties_ > 0 && paragraph_properties_ == 0) paragraph.hidden_run = is_on(attributes); break;
    case b: if (run_properties_ > 0 && paragraph_properties_ == 0) paragraph.bold_run = is_on(attributes); break;
    default: break;
  }
}

void DocxBody::symbol(const Attributes& attributes) {
  unsigned code = 0;
  const std::string_view hex = attributes.get("char");
  std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
  if (code >= 0xF000 && code <= 0xF0FF) return put(symbol_of(code));
  if (code < 0x20 || code > 0xFFFF || (code >= 0xD800 && code < 0xE000)) return;
  std::string one;
  base::append(one, code);
  put(one);
}

void DocxBody::text(std::string_view utf8) {
  if (skip_ == 0 && text_ > 0) put(utf8);
}

void DocxBody::end(std::string_view name) {
  if (skip_ > 0 && --skip_ > 0) return;
  using enum Element;
  const auto less = [](std::uint32_t& depth) { depth -= depth > 0; };
  switch (element(name)) {
    case p: finish_paragraph(); break;
    case pPr: less(paragraph_properties_); break;
    case rPr: less(run_properties_); break;
    case trPr: less(row_properties_); break;
    case numPr: less(number_properties_); break;
    case t: less(text_); break;
    case tr:
      if (!tables_.empty() && tables_.back().row_deleted && !tables_.back().table.rows.empty())
        tables_.back().table.rows.pop_back();
      break;
    case tc: end_cell(); break;
    case tbl: end_table(); break;
    case box: {
      if (flows_.size() < 2) break;
      std::vector<OfficeBlock> blocks = std::move(flows_.back().blocks);
      flows_.pop_back();
      if (paragraphs_.empty()) {
        for (OfficeBlock& block : blocks) emit(std::move(block));
      } else {
        std::move(blocks.begin(), blocks.end(), std::back_inserter(paragraphs_.back().boxes));
      }
      break;
    }
    case sdt_content:
      if (!controls_.empty() && controls_.back().contents && !controls_.back().placeholder) less(contents_);
      break;
    case sdt: if (!controls_.empty()) controls_.pop_back(); break;
    case alternatives: if (!alternatives_.empty()) alternatives_.pop_back(); break;
    case note:
      if (note_.empty() || flows_.size() < 2) break;
      notes_[note_] = one_line(flows_.back().blocks);
      flows_.pop_back();
      note_.clear();
      break;
    default: break;
  }
}

void DocxBody::end_cell() {
  if (flows_.size() < 2 || tables_.empty() || tables_.back().table.rows.empty()) return;
  OfficeCell cell;
  if (!flows_.back().continued) cell.blocks = std::move(flows_.back().blocks);
  cell.span = flows_.back().span;
  flows_.pop_back();
  tables_.back().table.rows.back().push_back(std::move(cell));
}

void DocxBody::end_table() {
  if (tables_.empty()) return;
  OfficeTable table = std::move(tables_.back().table);
  tables_.pop_back();
  if (flows_.size() == 1 && out_ != nullptr) {
    out_->add(std::move(table));
  } else {
    for (OfficeBlock& block : OfficeText::flat(std::move(table))) emit(std::move(block));
  }
}

void DocxBody::emit(OfficeBlock&& block) {
  if (flows_.size() == 1 && out_ != nullptr) out_->add(std::move(block));
  else if (!block.text.empty()) flows_.back().blocks.push_back(std::move(block));
}

// A break inside a paragraph ends a line, or is all that parts two paragraphs.
void DocxBody::emit_lines(OfficeBlock&& block) {
  if (block.role != RunRole::paragraph || block.text.find('\n') == std::string::npos) return emit(std::move(block));
  std::string text = std::move(block.text);
  OfficeBlock current = block;
  std::string_view rest = text;
  bool blank = false;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
    while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
    if (line.empty()) {
      blank = true;
      continue;
    }
    if (!current.text.empty() && (blank || begins_anew(current.text, line))) {
      emit(std::move(current));
      current = block;
    }
    if (!current.text.empty()) current.text += '\n';
    current.text += line;
    blank = false;
  }
  emit(std::move(current));
}

void DocxBody::finish_paragraph() {
  if (paragraphs_.empty()) return;
  Paragraph paragraph = std::move(paragraphs_.back());
  paragraphs_.pop_back();
  if (paragraph.mark_deleted) {
    flows_.back().carried = std::move(paragraph);
    return;
  }
  const std::string_view id = paragraph.style.empty() ? styles_.standard() : std::string_view(paragraph.style);
  const DocxStyle style = styles_.find(id);
  OfficeBlock block;
  block.bold = paragraph.letters > 0 && paragraph.bold == paragraph.letters;
  const int heading = paragraph.outline && *paragraph.outline >= 0 && *paragraph.outline < 9 ? *paragraph.outline + 1
                      : paragraph.outline                                                    ? 0
                                                                                             : style.heading;
  std::optional<DocxNumber> number;
  int level = 0;
  const std::string list = paragraph.list ? *paragraph.list : style.list.value_or("");
  if (!list.empty() && list != "0") {
    level = paragraph.list_level ? *paragraph.list_level
            : paragraph.list     ? 0
                                 : numbers_.level_of_style(list, id).value_or(style.list_level);
    number = numbers_.next(list, level);
  }
  block.text = style.hidden ? std::string() : std::move(paragraph.text);
  if (number && number->words) {   // "Recommendation 3" is part of what is read
    block.text = number->label + ' ' + block.text;
    number.reset();
  }
  if (number) block.marker = number->label;
  if (style.kind == StyleKind::title) block.role = RunRole::title;
  else if (style.kind == StyleKind::contents || contents_ > 0) block.furniture = true;
  else if (heading > 0) block.role = RunRole::heading, block.level = std::min(heading, 6);
  else if (number && !number->label.empty()) block.role = RunRole::list_item, block.level = level + 1;
  else if (style.kind == StyleKind::quote) block.role = RunRole::quote;
  emit_lines(std::move(block));
  for (OfficeBlock& box : paragraph.boxes) emit(std::move(box));
}

void DocxBody::close() {
  skip_ = 0;
  while (!paragraphs_.empty() || flows_.size() > 1 || !tables_.empty()) {
    if (!paragraphs_.empty()) {
      paragraphs_.back().mark_deleted = false;
      finish_paragraph();
    } else if (flows_.size() > 1 && !tables_.empty()) {
      const std::size_t before = flows_.size();
      end_cell();
      if (flows_.size() == before) flows_.pop_back();
    } else if (flows_.size() > 1) {
      std::vector<OfficeBlock> blocks = std::move(flows_.back().blocks);
      flows_.pop_back();
      for (OfficeBlock& block : blocks) emit(std::move(block));
    } else {
      end_table();
    }
  }
  if (flows_.front().carried) {
    paragraphs_.push_back(std::move(*flows_.front().carried));
    flows_.front().carried.reset();
    paragraphs_.back().mark_deleted = false;
    finish_paragraph();
  }
}

}  // namespace muster::ingest
