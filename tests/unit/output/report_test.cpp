#include <doctest/doctest.h>

#include <string>

#include "muster/output/report.hpp"
#include "output/report/compact.hpp"
#include "output/report/links.hpp"
#include "output/report/script_data.hpp"

using namespace muster;
using namespace muster::output;

TEST_SUITE_BEGIN("output");

TEST_CASE("report: no string can end or change the element that holds it") {
  const struct { const char *json, *element; } rows[] = {
      {R"("plain")", R"("plain")"},
      {R"("</script>")", R"("\u003c/script\u003e")"},
      {R"("<!-- a & b -->")", R"("\u003c!-- a \u0026 b --\u003e")"},
      {"\"a\xE2\x80\xA8\xE2\x80\xA9z\"", R"("a\u2028\u2029z")"},
      {"\"\xE2\x80\xA6 \xC3\xA9 \xC2\xA3\"", "\"\xE2\x80\xA6 \xC3\xA9 \xC2\xA3\""},
      {"\"\xC2\x9B" "5A\"", R"("\u009b5A")"},
      {"\"\xC2", "\"\xC2"},
      {"\"\xE2\x80", "\"\xE2\x80"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.json);
    std::string out;
    report::append_script_data(out, "facts", row.json);
    CHECK(out == "<script type=\"application/json\" class=\"facts\">" + std::string(row.element) + "</script>\n");
  }
}

TEST_CASE("report: a link leads from the page's folder to the source, and is no scheme, query or markup") {
  const struct { const char *path, *folder, *url; } rows[] = {
      {"reports/a.pdf", "/home/u", "reports/a.pdf"},
      {"reports/a.pdf", "/home/u/out", "../reports/a.pdf"},
      {"/data/b.pdf", "/home/u", "../../data/b.pdf"},
      {"./reports/../c.txt", "/home/u", "c.txt"},
      {"javascript:alert(1)", "/home/u", "javascript%3Aalert%281%29"},
      {"\"><b>.txt", "/home/u", "%22%3E%3Cb%3E.txt"},
      {"50% of #3?.txt", "/home/u", "50%25%20of%20%233%3F.txt"},
      {"caf\xC3\xA9.txt", "/home/u", "caf%C3%A9.txt"},
      {"-", "/home/u", ""},
      {"", "/home/u", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.path);
    CHECK(report::link_to(row.path, "/home/u", row.folder) == row.url);
  }
}

TEST_CASE("report: a record is written without nulls, quotes or copies of its text") {
  model::Record record;
  record.document.source.path = "a.txt";
  record.document.text = model::Text("Recommendation 1: keep records.");
  record.document.blocks.push_back({model::BlockKind::list_item, {0, 31}, {18, 31}, 1, 4, "1.", "en", -1});
  model::Recommendation fact;
  fact.id = "r1";
  fact.evidence = {{18, 31}, 4, std::nullopt, "recommendation.listed", ""};
  fact.text = {18, 31};
  record.facts.recommendations.push_back(fact);
  CHECK(
      report::facts_json(record, "a.txt") ==
      R"({"source": {"path": "a.txt", "bytes": 0}, "link": "a.txt", "document": {"kind": "other", "inspectorates": []}, "facts": [{"is": 0, "id": "r1", )"
      R"("at": [18, 31], "page": 4, "rule": "recommendation.listed", "text": [18, 31], "confidence": "medium", "form": "stated", "kind": "recommendation"}], "warnings": []})");
  CHECK(report::text_json(record) == R"({"text": "Recommendation 1: keep records.", "blocks": [3, 0, 31, 1, 4]})");
}

TEST_CASE("report: the page allows its own script and style only, and every element is closed") {
  const auto writer = make_report({"A <title>", "muster", "/", "/"});
  std::string page;
  writer->begin(page);
  writer->write({}, page);
  writer->end(page);
  CHECK(page.find("default-src 'none'; script-src 'sha256-") != std::string::npos);
  CHECK(page.find("unsafe") == std::string::npos);
  CHECK(page.find("A <title>") == std::string::npos);
  CHECK(page.find("http:") == page.find("http://www.w3.org/2000/svg"));
  CHECK(page.find("https:") == std::string::npos);
  CHECK(page.ends_with("</html>\n"));
}

TEST_SUITE_END();
