#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "html_notation.hpp"
#include "muster/ingest/open.hpp"
#include "support/zip.hpp"

using muster::ingest::Limits;
using muster::ingest::Opened;
using muster::support::docx_of;
using muster::support::Entries;
using muster::support::odt_of;
using muster::support::w_names;

namespace {

Opened open(std::string_view bytes, const Limits& limits = {}) {
  Opened out;
  muster::ingest::open_bytes(bytes, "x.docx", {}, limits, [&](Opened&& opened) {
    out = std::move(opened);
    return true;
  });
  return out;
}

std::string runs(std::string_view bytes, const Limits& limits = {}) {
  const Opened opened = open(bytes, limits);
  if (opened.error) return std::string(muster::base::code_text(opened.error->code));
  std::string out = muster::ingest::notation_of(opened.source);
  for (const auto& warning : opened.source.warnings) out += " ?" + std::string(muster::base::code_text(warning.code));
  return out;
}

// A paragraph with a style, with properties, or plain.
std::string p(const std::string& text, const std::string& properties = {}) {
  return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + "<w:r><w:t>" + text +
         "</w:t></w:r></w:p>";
}
std::string styled(const std::string& style, const std::string& text) {
  return p(text, "<w:pStyle w:val=\"" + style + "\"/>");
}
std::string item(const std::string& text, int level = 0, const std::string& list = "1") {
  return p(text,
           "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" + list + "\"/></w:numPr>");
}
std::string level(int number, const std::string& form, const std::string& pattern, const std::string& more = {}) {
  return "<w:lvl w:ilvl=\"" + std::to_string(number) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + form +
         "\"/><w:lvlText w:val=\"" + pattern + "\"/>" + more + "</w:lvl>";
}
Entries numbering(const std::string& levels,
                  const std::string& nums = "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>") {
  return {{"word/numbering.xml", "<w:numbering" + std::string(w_names) + "><w:abstractNum w:abstractNumId=\"7\">" +
                                     levels + "</w:abstractNum>" + nums + "</w:numbering>"}};
}
Entries styles(const std::string& all) {
  return {{"word/styles.xml", "<w:styles" + std::string(w_names) + ">" + all + "</w:styles>"}};
}
std::string style(const std::string& id, const std::string& name, const std::string& more = {}) {
  return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/>" + more +
         "</w:style>";
}

}  // namespace

TEST_SUITE("ingest") {
  TEST_CASE("docx: styles say what is a title or a heading, also those of other languages and the document's own") {
    const Entries all = styles(style("Titel", "Title") + style("berschrift1", "heading 1") +
                               style("Own", "Our Section", "<w:basedOn w:val=\"berschrift1\"/>") +
                               style("Lined", "Lined", "<w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr>") +
                               style("Verzeichnis1", "toc 1") + style("Loop", "Loop", "<w:basedOn w:val=\"Loop\"/>"));
    CHECK(runs(docx_of(styled("Titel", "The review") + styled("berschrift1", "One") + styled("Own", "Two") +
                           styled("Lined", "Three") + styled("Verzeichnis1", "One 4") + styled("Loop", "Text") +
                           p("Direct", "<w:outlineLvl w:val=\"1\"/>") +
                           p("Body", "<w:pStyle w:val=\"Own\"/><w:outlineLvl w:val=\"9\"/>"),
                       all)) ==
          "title The review / h1 One / h1 Two / h3 Three / -p One 4 / p Text / h2 Direct / p Body");
  }

  TEST_CASE("docx: a short bold line over plain text is a heading where no style is") {
    const auto bold = [](const std::string& text) {
      return "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>" + text + "</w:t></w:r></w:p>";
    };
    CHECK(runs(docx_of(bold("What we found") + p("Text.") + bold("All of this is bold.") + p("Text.") +
                       bold("Last"))) == "h2 What we found / p Text. / p All of this is bold. / p Text. / p Last");
    CHECK(runs(docx_of("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Partly</w:t></w:r><w:r><w:t> bold</w:t></w:r></w:p>" +
                       p("Text."))) == "p Partly bold / p Text.");
  }

  TEST_CASE("docx: lists have the numbers that Word computes") {
    const std::string three =
        level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)") + level(2, "upperRoman", "%1.%2.%3", "<w:isLgl/>");
    CHECK(runs(docx_of(item("a") + item("b") + item("c", 1) + item("d", 1) + item("e", 2) + item("f") + item("g", 1),
                       numbering(three))) ==
          "li1(1.) a / li1(2.) b / li2((a)) c / li2((b)) d / li3(2.2.1) e / li1(3.) f / li2((a)) g");
    const std::string nums =
        "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/></w:num>"
        "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>";
    CHECK(runs(docx_of(item("a") + p("Between.") + item("b", 0, "2") + item("c", 0, "3") + item("d", 0, "3") +
                           item("none", 0, "0") + item("unknown", 0, "9"),
                       numbering(three, nums))) ==
          "li1(1.) a / p Between. / li1(2.) b / li1(5.) c / li1(6.) d / p none / p unknown");
    CHECK(runs(docx_of(item("a") + item("b", 1), numbering(level(0, "bullet", "\uF0B7") + level(1, "bullet", "o")))) ==
          "li1(\u2022) a / li2(\u2022) b");
    CHECK(runs(docx_of(item("dash"), numbering(level(0, "bullet", "\u2013")))) == "li1(\u2013) dash");
    const std::string goes_on = level(0, "decimal", "%1.") + level(1, "decimal", "%2)", "<w:lvlRestart w:val=\"0\"/>");
    CHECK(runs(docx_of(item("a") + item("b", 1) + item("c") + item("d", 1), numbering(goes_on))) ==
          "li1(1.) a / li2(1)) b / li1(2.) c / li2(2)) d");
  }

  TEST_CASE("docx: a number with words of its own is part of the text") {
    CHECK(runs(docx_of(item("Publish the plan.") + item("Check it."),
                       numbering(level(0, "decimal", "Recommendation %1:")))) ==
          "p Recommendation 1: Publish the plan. / p Recommendation 2: Check it.");
  }

  TEST_CASE("docx: lists of styles and of styles of lists") {
    Entries parts = numbering(level(0, "decimal", "%1.", "<w:pStyle w:val=\"Para\"/>") +
                              level(1, "decimal", "%1.%2", "<w:pStyle w:val=\"Sub\"/>"));
    const Entries more = styles(style("Para", "Para", "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>") +
                                style("Sub", "Sub", "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"));
    parts.insert(parts.end(), more.begin(), more.end());
    CHECK(runs(docx_of(styled("Para", "a") + styled("Sub", "b") + styled("Sub", "c") + styled("Para", "d"), parts)) ==
          "li1(1.) a / li2(1.1) b / li2(1.2) c / li1(2.) d");
  }

  TEST_CASE("docx: changes are read as accepted, what is hidden or an instruction is not") {
    struct Row { std::string body, expected; };
    const std::vector<Row> rows = {
        {"<w:p><w:r><w:t xml:space=\"preserve\">It was </w:t></w:r><w:del><w:r><w:delText>not </w:delText></w:r></w:del><w:ins><w:r><w:t>fully </w:t></w:r></w:ins><w:r><w:t>met.</w:t></w:r></w:p>",
         "p It was fully met."},
        {"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">One </w:t></w:r></w:p>" +
             p("sentence."),
         "p One sentence."},
        {"<w:moveFrom><w:p><w:r><w:t>Gone</w:t></w:r></w:p></w:moveFrom>" + p("Stays"), "p Stays"},
        {p("Text", "<w:pPrChange><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange>"), "p Text"},
        {"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>Shown</w:t></w:r></w:p>",
         "p Shown"},
        {"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE</w:instrText><w:t>no</w:t></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>4 May</w:t></w:r>"
         "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:t> was it</w:t></w:r></w:p>",
         "p 4 May was it"},
        {"<w:p><w:hyperlink><w:r><w:t>A link</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>co</w:t><w:softHyphen/><w:t>operates</w:t><w:noBreakHyphen/><w:t>well</w:t></w:r></w:p>",
         "p A link cooperates-well"},
        {"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + p("Click here") +
             "</w:sdtContent></w:sdt><w:sdt><w:sdtContent>" + p("Kept") + "</w:sdtContent></w:sdt>",
         "p Kept"},
        {"<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" + p("In a box") +
             "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" + p("In a box") +
             "</w:txbxContent></mc:Fallback></mc:AlternateContent><w:t>Beside it</w:t></w:r></w:p>",
         "p Beside it / p In a box"},
        {"<w:p><w:r><w:t>Done.</w:t><w:br/><w:t>New line</w:t><w:br/><w:t>goes on</w:t><w:br/><w:br/><w:t>Third</w:t></w:r></w:p>",
         "p Done. / p New line\ngoes on / p Third"},
        {"<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:t> done</w:t></w:r></w:p>", "p \u2713 done"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.body);
      CHECK(runs(docx_of(row.body)) == row.expected);
    }
  }

  TEST_CASE("docx: tables of data are rows, those that lay out text are its paragraphs") {
    const auto cell = [](const std::string& text, const std::string& more = {}) {
      return "<w:tc>" + (more.empty() ? "" : "<w:tcPr>" + more + "</w:tcPr>") + text + "</w:tc>";
    };
    const auto row = [](const std::string& cells) { return "<w:tr>" + cells + "</w:tr>"; };
    CHECK(runs(docx_of("<w:tbl>" + row(cell(p("Area")) + cell(p("Grade"))) +
                       row(cell(p("Leaders")) + cell(p("good") + p("now"))) + "</w:tbl>")) ==
          "tr Area | Grade / tr Leaders | good now");
    CHECK(runs(docx_of("<w:tbl>" + row(cell(p("North"), "<w:vMerge w:val=\"restart\"/>") + cell(p("12"))) +
                       row(cell(p("x"), "<w:vMerge/>") + cell(p("13"))) +
                       row(cell(p("All"), "<w:gridSpan w:val=\"2\"/>")) + "</w:tbl>")) ==
          "tr North | 12 / tr  | 13 / tr All");
    CHECK(runs(docx_of("<w:tbl>" + row(cell(p("In a frame.") + p("Another."))) + "</w:tbl>")) ==
          "p In a frame. / p Another.");
    CHECK(runs(docx_of("<w:tbl>" + row(cell("<w:tbl>" + row(cell(p("x")) + cell(p("y"))) + "</w:tbl>") + cell(p("z"))) +
                       row(cell(p("a")) + cell(p("b"))) + "</w:tbl>")) == "tr x y | z / tr a | b");
    CHECK(runs(docx_of("<w:tbl>" + row(cell(p("a")) + cell(p("b"))) + "<w:tr><w:trPr><w:del/></w:trPr>" + cell(p("c")) +
                       cell(p("d")) + "</w:tr>" + row(cell(p("e")) + cell(p("f"))) + "</w:tbl>")) ==
          "tr a | b / tr e | f");
  }

  TEST_CASE("docx: notes, heads and feet stand apart, a note's mark is gone") {
    const Entries parts = {
        {"word/footnotes.xml", "<w:footnotes" + std::string(w_names) + "><w:footnote w:type=\"separator\" w:id=\"0\">" +
                                   p("line") + "</w:footnote><w:footnote w:id=\"2\">" + p("Second.") +
                                   "</w:footnote><w:footnote w:id=\"1\">" + p("First.") +
                                   "</w:footnote></w:footnotes>"},
        {"word/_rels/document.xml.rels",
         "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Type=\"http://x/header\" Target=\"header1.xml\"/>"
         "<Relationship Type=\"http://x/footer\" Target=\"footer1.xml\"/></Relationships>"},
        {"word/header1.xml", "<w:hdr" + std::string(w_names) + ">" + p("Head") + "</w:hdr>"},
        {"word/footer1.xml", "<w:ftr" + std::string(w_names) + ">" + p("Foot") + "</w:ftr>"}};
    CHECK(
        runs(docx_of(
            "<w:p><w:r><w:t>It improved</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r><w:r><w:t>.</w:t></w:r></w:p><w:p><w:r><w:t>More.</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
            parts)) == "-p Head / p It improved. / p More. / -p First. / -p Second. / -p Foot");
  }

  TEST_CASE("docx: the file's own title is a hint, its dates are none") {
    const auto core = [](const std::string& title) {
      return Entries{
          {"docProps/core.xml",
           "<c:coreProperties xmlns:c=\"x\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:t=\"http://purl.org/dc/terms/\"><dc:title>" +
               title + "</dc:title><t:created>2021-02-03T00:00:00Z</t:created></c:coreProperties>"}};
    };
    CHECK(open(docx_of(p("Text."), core("Review of care"))).source.hints.title == "Review of care");
    CHECK(open(docx_of(p("Text."), core("Microsoft Word - old.doc"))).source.hints.title.empty());
    CHECK(open(docx_of(p("Text."), core("Review of care"))).source.hints.published.empty());
  }

  TEST_CASE("docx: broken, hostile and locked files cost themselves alone") {
    const std::string good = docx_of(p("First.") + p("Second."));
    struct Row { std::string bytes, expected; };
    const auto part = [](const std::string& xml) {
      return muster::support::zip_of({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", xml}});
    };
    const std::vector<Row> rows = {
        {part("<w:document" + std::string(w_names) + "><w:body>" + p("First.") + "<w:p><w:r><w:t>Sec"),
         "p First. / p Sec ?office.parts"},
        {part("not XML"), "error.damaged"},
        {part(""), "error.damaged"},
        {part("<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><w:document" + std::string(w_names) +
              "><w:body>" + p("&b;") + "</w:body></w:document>"),
         "error.damaged"},
        {part("<!DOCTYPE d SYSTEM \"file:///etc/passwd\"><d/>"), "error.damaged"},
        {docx_of("<w:tbl><w:tr><w:tc>" + p("Cell") + "</w:tr></w:tbl>"), "p Cell ?office.parts"},
        {docx_of(p("a") + "</w:p>"), "p a ?office.parts"},
        {docx_of(""), "error.empty"},
        {muster::support::zip_of({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "x"}}, 0x801),
         "error.encrypted"},
        {good.substr(0, good.find("First.") + 8), "p First. ?office.parts"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.bytes);
      CHECK(runs(row.bytes) == row.expected);
    }
    std::string deep;
    for (int i = 0; i < 600; ++i) deep += "<w:sdt>";
    CHECK(runs(docx_of(p("Before.") + deep)) == "p Before. ?office.parts");
    Limits limits;
    limits.max_xml_depth = 3;
    CHECK(runs(good, limits) == "error.damaged");
  }

  TEST_CASE("odt: headings, lists with numbers, tables, notes, changes") {
    const std::string list_style =
        "<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/>"
        "<text:list-level-style-number text:level=\"2\" style:num-format=\"a\" style:num-prefix=\"(\" style:num-suffix=\")\"/></text:list-style>"
        "<style:style style:name=\"P1\" style:parent-style-name=\"Title\"/><style:style style:name=\"H\"><style:text-properties text:display=\"none\"/></style:style>";
    const auto li = [](const std::string& inside) { return "<text:list-item>" + inside + "</text:list-item>"; };
    const auto tp = [](const std::string& text) { return "<text:p>" + text + "</text:p>"; };
    struct Row { std::string body, expected; };
    const std::vector<Row> rows = {
        {"<text:p text:style-name=\"P1\">The review</text:p><text:h text:outline-level=\"2\">Part</text:h>" +
             tp("Text<text:s text:c=\"2\"/>here<text:line-break/>and on."),
         "title The review / h2 Part / p Text here\nand on."},
        {"<text:list text:style-name=\"L\">" +
             li(tp("a") + "<text:list>" + li(tp("b")) + li(tp("c")) + "</text:list>") + li(tp("d") + tp("more")) +
             "</text:list>" + "<text:list text:style-name=\"L\">" + li(tp("new")) +
             "</text:list><text:list text:style-name=\"L\" text:continue-numbering=\"true\">" + li(tp("goes on")) +
             "</text:list>",
         "li1(1.) a / li2((a)) b / li2((b)) c / li1(2.) d / p more / li1(1.) new / li1(2.) goes on"},
        {"<table:table><table:table-row><table:table-cell>" + tp("Area") + "</table:table-cell><table:table-cell>" +
             tp("Grade") + "</table:table-cell></table:table-row><table:table-row><table:table-cell>" + tp("Care") +
             "</table:table-cell><table:table-cell>" + tp("good") +
             "</table:table-cell></table:table-row></table:table>",
         "tr Area | Grade / tr Care | good"},
        {tp("Said<text:note><text:note-citation>1</text:note-citation><text:note-body>" + tp("By whom.") +
            "</text:note-body></text:note> so."),
         "p Said so. / -p By whom."},
        {"<text:tracked-changes><text:changed-region>" + tp("Deleted.") +
             "</text:changed-region></text:tracked-changes>" +
             tp("Kept <text:span text:style-name=\"H\">hidden</text:span>text."),
         "p Kept text."},
        {"<text:table-of-content>" + tp("Part 1") + "</text:table-of-content>" + tp("Body"), "-p Part 1 / p Body"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.body);
      CHECK(runs(odt_of(row.body, list_style)) == row.expected);
    }
  }
}
