// OpenDocument texts: the body in reading order, with the numbers of lists, without what was deleted.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <unordered_map>

#include "ingest/odt_styles.hpp"
#include "ingest/office.hpp"
#include "ingest/office_core.hpp"
#include "ingest/office_package.hpp"
#include "ingest/office_text.hpp"

namespace muster::ingest {
namespace {

using model::RunRole;

enum class Element : std::uint8_t {
  other, gone, p, h, span, list, list_item, list_header, table, header_rows, row, cell, covered, note, note_body, box,
      spaces, tab, line_break,
  contents, section, head, foot
};

Element element(std::string_view name) {
  using enum Element;
  static const std::unordered_map<std::string_view, Element> table_of = {
      {"text:p", p}, {"text:h", h}, {"text:span", span}, {"text:list", list}, {"text:list-item", list_item},
      {"text:list-header", list_header},
      {"table:table", table}, {"table:table-header-rows", header_rows}, {"table:table-row", row}, {"table:table-cell",
      cell},
      {"table:covered-table-cell", covered}, {"text:note", note}, {"text:note-body", note_body}, {"draw:text-box",
      box}, {"text:s", spaces}, {"text:tab", tab},
      {"text:line-break", line_break}, {"text:table-of-content", contents}, {"text:illustration-index", contents},
      {"text:table-index", contents},
      {"text:alphabetical-index", contents}, {"text:section", section}, {"style:header", head}, {"style:footer", foot},
      {"style:header-first", head},
      {"style:footer-first", foot}, {"style:header-left", head}, {"style:footer-left", foot},
      {"text:tracked-changes", gone}, {"office:annotation", gone}, {"office:forms", gone}, {"text:note-citation",
      gone}, {"text:number", gone},
      {"text:ruby-text", gone}, {"?:title", gone}, {"?:desc", gone}, {"draw:object", gone}, {"text:hidden-text", gone},
      {"office:binary-data", gone},
      {"text:index-title-template", gone}, {"text:variable-decls", gone}, {"text:sequence-decls", gone},
      {"office:scripts", gone}, {"text:page-sequence", gone}};
  const auto found = table_of.find(name);
  return found == table_of.end() ? other : found->second;
}

int number_of(std::string_view text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::clamp(value, 0, 32767);
}

std::string one_text(const std::vector<OfficeBlock>& blocks) {
  std::string out;
  for (const OfficeBlock& block : blocks) out += (out.empty() ? "" : " ") + block.text;
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

class Body : public XmlReader {
 public:
  Body(const OdtStyles& styles, OfficeText& out) : styles_(styles), out_(out), flows_(1) {}

  void start(std::string_view name, const Attributes& attributes) override {
    if (skip_ > 0) {
      ++skip_;
      return;
    }
    if (name == "office:text") in_body_ = true;
    using enum Element;
    const Element what = element(name);
    if (!in_body_ && what != head && what != foot) return;
    switch (what) {
      case gone: skip_ = 1; break;
      case p: case h: begin(what == h, attributes); break;
      case span:
        spans_.push_back(styles_.find(attributes.get("style-name")));
        break;
      case list: begin_list(attributes); break;
      case list_item:
        if (!lists_.empty())
          lists_.back().numbered = true, lists_.back().first = true,
          lists_.back().from = attributes.get("start-value").empty() ? std::optional<int>()
                                                                     : number_of(attributes.get("start-value"), 1);
        break;
      case list_header: if (!lists_.empty()) lists_.back().numbered = false; break;
      case table: tables_.emplace_back(); break;
      case header_rows: if (!tables_.empty()) tables_.back().header = true; break;
      case row: if (!tables_.empty()) tables_.back().rows.emplace_back(); break;
      case cell: case note_body: case box: case head: case foot:
        flows_.emplace_back();
        flows_.back().lists = lists_.size();
        if (what == head || what == foot) in_body_ = true;
        break;
      case covered: skip_ = 1; break;
      case spaces: put(" "); break;
      case tab: put(" "); break;
      case line_break: put("\n"); break;
      case contents: ++contents_; break;
      case section: if (attributes.get("display") == "none") skip_ = 1; break;
      default: break;
    }
  }

  void end(std::string_view name) override {
    if (skip_ > 0 && --skip_ > 0) return;
    if (name == "office:text") in_body_ = false;
    if (!in_body_) return;
    using enum Element;
    switch (const Element what = element(name); what) {
      case p: case h: finish(); break;
      case span: if (!spans_.empty()) spans_.pop_back(); break;
      case list:
        if (!lists_.empty()) lists_.pop_back();
        break;
      case cell:
        if (flows_.size() < 2 || tables_.empty() || tables_.back().rows.empty()) break;
        tables_.back().rows.back().push_back({leave(), 1});
        break;
      case table: finish_table(); break;
      case note_body: if (flows_.size() > 1) notes_.push_back(one_text(leave())); break;
      case box: {
        if (flows_.size() < 2) break;
        std::vector<OfficeBlock> blocks = leave();
        if (open_.empty()) for (OfficeBlock& block : blocks) emit(std::move(block));
        else std::move(blocks.begin(), blocks.end(), std::back_inserter(open_.back().boxes));
        break;
      }
      case head: case foot:
        if (flows_.size() < 2) break;
        if (what == head) out_.add_head(one_text(leave()));
        else out_.add_foot(one_text(leave()));
        in_body_ = false;
        break;
      case contents: contents_ -= contents_ > 0; break;
      default: break;
    }
  }

  void text(std::string_view utf8) override {
    if (skip_ == 0 && in_body_) put(utf8);
  }

  void close() {
    while (!open_.empty()) finish();
    while (!tables_.empty()) {
      if (flows_.size() > 1 && !tables_.back().rows.empty()) tables_.back().rows.back().push_back({leave(), 1});
      finish_table();
    }
    for (std::string& note : notes_) out_.add_note(std::move(note));
  }

 private:
  struct Paragraph {
    OfficeBlock block;
    std::size_t letters = 0, bold = 0;
    std::size_t spans = 0;           // open ones that are not its own
    bool style_bold = false, style_hidden = false;
    std::vector<OfficeBlock> boxes;
  };
  struct Flow {
    std::vector<OfficeBlock> blocks;
    std::size_t lists = 0;           // lists open around it
  };
  struct List {
    const OdtList* style = nullptr;
    std::string name;
    bool numbered = false, first = false;
    std::optional<int> from;
  };

  void put(std::string_view utf8) {
    if (open_.empty()) return;
    Paragraph& paragraph = open_.back();
    bool bold = paragraph.style_bold;
    if (paragraph.style_hidden) return;
    for (std::size_t i = paragraph.spans; i < spans_.size(); ++i) {
      if (spans_[i].hidden) return;
      bold = bold || spans_[i].bold;
    }
    // White space in the file is no more than a blank; breaks are elements.
    for (const char c : utf8) paragraph.block.text += utf8 != "\n" && (c == '\n' || c == '\r') ? ' ' : c;
    for (const char c : utf8)
      paragraph.letters += c != ' ' && c != '\n', paragraph.bold += bold && c != ' ' && c != '\n';
  }

  void begin(bool heading, const Attributes& attributes) {
    Paragraph paragraph;
    OfficeBlock& block = paragraph.block;
    const OdtStyle style = styles_.find(attributes.get("style-name"));
    paragraph.style_bold = style.bold;
    paragraph.style_hidden = style.hidden;
    paragraph.spans = spans_.size();
    const int level = heading ? std::max(1, number_of(attributes.get("outline-level"), 1)) : style.heading;
    if (style.kind == OdtKind::title) block.role = RunRole::title;
    else if (style.kind == OdtKind::contents || contents_ > 0) block.furniture = true;
    else if (level > 0) block.role = RunRole::heading, block.level = std::min(level, 6);
    else if (style.kind == OdtKind::quote) block.role = RunRole::quote;
    const std::size_t around = flows_.back().lists;
    if (lists_.size() > around && lists_.back().numbered && lists_.back().first) {
      List& list = lists_.back();
      list.first = false;
      const auto depth = static_cast<int>(lists_.size() - around);
      if (list.style != nullptr) block.marker = counts_[list.name].next(*list.style, depth, list.from);
      if (block.role == RunRole::paragraph && !block.furniture) block.role = RunRole::list_item, block.level = depth;
      if (block.role == RunRole::list_item && list.style == nullptr) block.marker = "\u2022";
    } else if (heading && lists_.size() == around && attributes.get("is-list-header") != "true") {
      block.marker = outline_.next(styles_.outline(), level, std::nullopt);
    }
    open_.push_back(std::move(paragraph));
  }

  void begin_list(const Attributes& attributes) {
    List list;
    list.name = attributes.get("style-name");
    const bool top = lists_.size() == flows_.back().lists;
    if (list.name.empty() && !top) list.name = lists_.back().name;
    list.style = styles_.list(list.name);
    if (top && attributes.get("continue-numbering") != "true" && attributes.get("continue-list").empty())
      counts_[list.name] = OdtCount();
    lists_.push_back(std::move(list));
  }

  void finish() {
    if (open_.empty()) return;
    Paragraph paragraph = std::move(open_.back());
    open_.pop_back();
    paragraph.block.bold = paragraph.letters > 0 && paragraph.bold == paragraph.letters;
    emit(std::move(paragraph.block));
    for (OfficeBlock& box : paragraph.boxes) emit(std::move(box));
  }

  void finish_table() {
    if (tables_.empty()) return;
    OfficeTable table = std::move(tables_.back());
    tables_.pop_back();
    if (flows_.size() == 1) out_.add(std::move(table));
    else for (OfficeBlock& block : OfficeText::flat(std::move(table))) emit(std::move(block));
  }

  std::vector<OfficeBlock> leave() {
    std::vector<OfficeBlock> blocks = std::move(flows_.back().blocks);
    flows_.pop_back();
    return blocks;
  }

  void emit(OfficeBlock&& block) {
    if (flows_.size() == 1) out_.add(std::move(block));
    else if (!block.text.empty()) flows_.back().blocks.push_back(std::move(block));
  }

  const OdtStyles& styles_;
  OfficeText& out_;
  std::vector<Flow> flows_;
  std::vector<Paragraph> open_;
  std::vector<OdtStyle> spans_;
  std::vector<List> lists_;
  std::vector<OfficeTable> tables_;
  std::vector<std::string> notes_;
  std::unordered_map<std::string, OdtCount> counts_;
  OdtCount outline_;
  std::uint32_t skip_ = 0, contents_ = 0;
  bool in_body_ = false;
};

base::Error damaged(std::string text) { return {base::Code::input_damaged, std::move(text), std::nullopt, {}, {}}; }

}  // namespace

std::optional<base::Error> read_odt(std::string_view bytes, const Limits& limits, model::Source& source) {
  base::Result<Package> read_parts = read_package(bytes, limits, [](std::string_view name) {
    return name == "content.xml" || name == "styles.xml" || name == "meta.xml" || name == "META-INF/manifest.xml";
  });  if (!read_parts) return read_parts.error();
  const Package& package = *read_parts;

  if (package.part("META-INF/manifest.xml").find("encryption-data") != std::string_view::npos)
    return base::Error{base::Code::input_encrypted,
                       "the document is locked with a password: save it without one and give that to muster",
                       std::nullopt,
                       {},
                       {}};
  std::string trouble = package.damage;
  const auto read = [&](std::string_view part, XmlReader& reader) {
    if (part.empty()) return;
    if (const base::Result<bool> done = read_xml(part, limits.max_xml_depth, reader); !done && trouble.empty())
      trouble = done.error().text;
  };
  OdtStyles styles;
  read(package.part("styles.xml"), styles);
  read(package.part("content.xml"), styles);
  OfficeText text;
  Body body(styles, text);
  read(package.part("content.xml"), body);
  body.close();
  Body pages(styles, text);
  read(package.part("styles.xml"), pages);
  CoreProperties core;
  read(package.part("meta.xml"), core);
  text.finish(source, core.title());
  if (!trouble.empty() || source.runs.empty()) {
    if (source.runs.empty())
      return damaged(trouble.empty()
                         ? "the OpenDocument text holds no text"
                         : fmt::format("the OpenDocument text is damaged, nothing could be read: {}", trouble));
    source.warnings.push_back(
        {base::Code::office_parts,
         fmt::format("the OpenDocument text is damaged, what could be read was read: {}", trouble), std::nullopt});
  }
  return std::nullopt;
}

}  // namespace muster::ingest
