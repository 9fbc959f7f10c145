#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "muster/ingest/open.hpp"
#include "support/zip.hpp"

using muster::ingest::Limits;
using muster::ingest::Opened;
using muster::ingest::Selection;
using muster::support::docx_of;
using muster::support::tar_of;
using muster::support::zip_of;

namespace {

// "member text", "member !error", "- ?warning", with "; " between.
std::string notation(std::string_view bytes, const Limits& limits = {}, const Selection& selection = {},
                     std::size_t most = 100) {
  std::string out;
  std::size_t taken = 0;
  muster::ingest::open_bytes(bytes, "a.zip", {}, limits, [&](Opened&& o) {
    if (!out.empty()) out += "; ";
    out += o.source.info.member.value_or("-");
    if (o.source.info.record) out += ":" + std::to_string(*o.source.info.record);
    if (o.error) out += " !" + std::string(muster::base::code_text(o.error->code));
    else if (!o.source.text.utf8().empty()) out += " " + std::string(o.source.text.utf8());
    for (const auto& warning : o.source.warnings) out += " ?" + std::string(muster::base::code_text(warning.code));
    return ++taken < most;
  }, selection);
  return out;
}

const std::string png("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);

}  // namespace

TEST_SUITE("ingest") {
  TEST_CASE("archive: entries are documents in the archive's order, folders none") {
    const muster::support::Entries entries = {{"b.txt", "Second."},
                                              {"sub/", ""},
                                              {"sub/a.txt", "First."},
                                              {"lines.jsonl", "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n"}};
    const std::string expected = "b.txt Second.; sub/a.txt First.; lines.jsonl:1 One.; lines.jsonl:2 Two.";
    CHECK(notation(zip_of(entries)) == expected);
    CHECK(notation(tar_of(entries)) == expected);
  }

  TEST_CASE("archive: an archive in an archive names its members behind its own name") {
    const std::string inner = zip_of({{"x.txt", "Inside."}, {"deep.tar", tar_of({{"y.txt", "Deep inside."}})}});
    CHECK(notation(zip_of({{"in.zip", inner}, {"z.txt", "Last."}})) ==
          "in.zip/x.txt Inside.; in.zip/deep.tar/y.txt Deep inside.; z.txt Last.");
  }

  TEST_CASE("archive: pictures and programs are counted, documents that cannot be read are errors") {
    const std::string ole("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old", 12);
    CHECK(notation(zip_of({{"p.png", png}, {"t.txt", "Text."}, {"q.png", png}})) == "t.txt Text.; - ?archive.skipped");
    CHECK(notation(zip_of({{"old.doc", ole}, {"t.txt", "Text."}})) == "old.doc !error.unsupported; t.txt Text.");
    CHECK(notation(zip_of({{"p.png", png}})) == "- !error.no-input ?archive.skipped");
    CHECK(notation(zip_of({})) == "- !error.empty");
  }

  TEST_CASE("archive: a zip file of a Word document is a document, a folder named word is none") {
    const std::string docx = docx_of("<w:p><w:r><w:t>Hello.</w:t></w:r></w:p>");
    CHECK(notation(docx) == "- Hello.");
    CHECK(notation(zip_of({{"d.docx", docx}})) == "d.docx Hello.");
    CHECK(notation(zip_of({{"word/a.txt", "Text."}})) == "word/a.txt Text.");
    CHECK(notation(zip_of({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", "<x/>"}})) ==
          "- !error.unsupported");
  }

  TEST_CASE("archive: --include and --exclude choose among the members") {
    const std::string zip = zip_of(
        {{"a.txt", "A."}, {"sub/b.txt", "B."}, {"c.md", "C."}, {"in.zip", zip_of({{"d.txt", "D."}, {"e.md", "E."}})}});
    CHECK(notation(zip, {}, {{"*.txt"}, {}}) == "a.txt A.; sub/b.txt B.; in.zip/d.txt D.");
    CHECK(notation(zip, {}, {{}, {"sub", "*.md"}}) == "a.txt A.; in.zip/d.txt D.");
    CHECK(notation(zip, {}, {{}, {"in.zip"}}) == "a.txt A.; sub/b.txt B.; c.md C.");
    CHECK(notation(zip, {}, {{"in.zip/**"}, {}}) == "in.zip/d.txt D.; in.zip/e.md E.");
    CHECK(notation(zip, {}, {{"*.pdf"}, {}}) == "- !error.no-input");
  }

  TEST_CASE("archive: names are only names, hidden ones are left out") {
    CHECK(notation(zip_of({{"../../etc/passwd", "Up."},
                           {"/abs/x.txt", "Top."},
                           {"./a//b.txt", "Odd."},
                           {"dir/.hidden", "H."},
                           {"__MACOSX/a.txt", "M."}})) == "../../etc/passwd Up.; abs/x.txt Top.; a/b.txt Odd.");
    CHECK(notation(zip_of({{"caf\xC3\xA9.txt", "U."}})) == "caf\xC3\xA9.txt U.");
    CHECK(notation(zip_of({{"caf\xE9.txt", "L."}}, 0)) == "caf\xC3\xA9.txt L.");
  }

  TEST_CASE("archive: what is encrypted is said to be") {
    CHECK(notation(zip_of({{"a.txt", "Secret text."}}, 0x801)) == "a.txt !error.encrypted");
  }

  TEST_CASE("archive: every limit is an error of what is behind it") {
    Limits limits;
    limits.max_archive_depth = 1;
    CHECK(notation(zip_of({{"a.txt", "A."}, {"in.zip", zip_of({{"b.txt", "B."}})}, {"c.txt", "C."}}), limits) ==
          "a.txt A.; in.zip !error.archive-depth; c.txt C.");
    limits = {};
    limits.max_entries = 2;
    CHECK(notation(zip_of({{"a.txt", "A."}, {"b.txt", "B."}, {"c.txt", "C."}}), limits) ==
          "a.txt A.; b.txt B.; - !error.too-large");
    limits = {};
    limits.max_unpacked = 5;
    CHECK(notation(zip_of({{"a.txt", "A."}, {"b.txt", "B. More."}}), limits) ==
          "a.txt A.; b.txt !error.too-large; - !error.too-large");
    const std::string zip = zip_of({{"a.txt", "A."}, {"b.txt", std::string(5000, 'b')}, {"c.txt", "C."}});
    limits = {};
    limits.max_bytes = 4000;
    std::string tar = tar_of({{"a.txt", "A."}, {"b.txt", std::string(5000, 'b')}, {"c.txt", "C."}});
    CHECK(tar.size() > limits.max_bytes);
    limits.max_bytes = 4999;
    const std::string outer = zip_of({{"b.txt", std::string(4990, 'b')}});
    CHECK(outer.size() > 4999);
    CHECK(notation(outer, limits) == "- !error.too-large");
  }

  TEST_CASE("archive: what comes before the damage is kept") {
    const std::string zip = zip_of({{"a.txt", "First text."}, {"b.txt", "Second text."}});
    CHECK(notation(std::string_view(zip).substr(0, zip.find("Second") + 4)).starts_with("a.txt First text."));
    std::string wrong = zip;
    wrong[wrong.find("First") + 1] = 'o';   // the sum does not fit any more
    CHECK(notation(wrong) == "a.txt Forst text. ?archive.damaged; b.txt Second text.");
    const std::string tar = tar_of({{"a.txt", "First text."}, {"b.txt", std::string(2000, 'b')}});
    CHECK(notation(std::string_view(tar).substr(0, 1100)).starts_with("a.txt First text."));
    CHECK(notation(std::string_view(tar).substr(0, 1100)).ends_with("!error.archive"));
  }

  TEST_CASE("archive: who takes no more is not given more") {
    CHECK(notation(zip_of({{"a.txt", "A."}, {"b.txt", "B."}, {"p.png", png}}), {}, {}, 1) == "a.txt A.");
    CHECK(notation(zip_of({{"in.zip", zip_of({{"a.txt", "A."}, {"b.txt", "B."}})}, {"c.txt", "C."}}), {}, {}, 1) ==
          "in.zip/a.txt A.");
  }
}
