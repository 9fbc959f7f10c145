#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "muster/ingest/open.hpp"

using muster::ingest::Fields;
using muster::ingest::Limits;
using muster::ingest::Opened;

namespace {

std::vector<Opened> open_all(std::string_view bytes, const Fields& fields = {}, const Limits& limits = {},
                             std::string_view path = "x.jsonl") {
  std::vector<Opened> out;
  muster::ingest::open_bytes(bytes, path, fields, limits, [&](Opened&& opened) {
    out.push_back(std::move(opened));
    return true;
  });
  return out;
}

// One line for each record: number, id, then its text, error or warning.
std::string notation(const std::vector<Opened>& all) {
  std::string out;
  for (const Opened& o : all) {
    if (!out.empty()) out += " | ";
    out += std::to_string(o.source.info.record.value_or(0)) + '(' + o.source.info.id.value_or("-") + ") ";
    if (o.error) out += muster::base::code_text(o.error->code);
    else if (!o.source.warnings.empty())
      out += std::string(o.source.text.utf8()) + '!' + std::string(muster::base::code_text(o.source.warnings[0].code));
    else out += o.source.text.utf8();
  }
  return out;
}

}  // namespace

TEST_SUITE("ingest") {
  TEST_CASE("jsonl: a record a line, broken ones alone") {
    struct Row { std::string bytes, expected; };
    const std::vector<Row> rows = {
        {"{\"text\":\"One.\",\"id\":\"a\"}\n{\"id\":7,\"text\":\"Two\\nthree\"}\n", "1(a) One. | 2(7) Two\nthree"},
        {"{\"text\":\"One.\"}\n\n  \n{broken}\n{\"text\":\"Two.\"}", "1(-) One. | 2(-) error.json | 3(-) Two."},
        {"{\"title\":\"x\"}\n{\"text\":5}\n{\"text\":\"\"}\n",
         "1(-) !json.field | 2(-) !json.field | 3(-) !json.field"},
        {"{\"text\":\"a\",\"text\":\"b\"}\n", "1(-) b"},
        {"{\"text\":\"\\u00a320 \\ud83d\\ude00 \\\"q\\\" \\/\"}\n", "1(-) £20 😀 \"q\" /"},
        {"{\"text\":\"half \\ud83d pair\"}\n", "1(-) half \xEF\xBF\xBD pair"},
        {"{\"text\":\"it\\u00e2\\u20ac\\u2122s\\r\\nnew\"}\n", "1(-) it’s\nnew!text.encoding"},
        {"{\"te\\u0078t\":\"x\"}\r\n{\"text\":\"y\"}\r\n", "1(-) x | 2(-) y"},
        {"{\"text\":\"caf\xE9 cr\xE8me\"}\n", "1(-) café crème"},
        {"{\n  \"id\": \"n\",\n  \"text\": \"pretty\"\n}\n", "1(n) pretty"},
        {"[{\"text\":\"one\"},\n {\"text\":\"two\",\"id\":2}, 3]", "1(-) one | 2(2) two | 3(-) error.json"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.bytes);
      CHECK(notation(open_all(row.bytes)) == row.expected);
    }
  }

  TEST_CASE("jsonl: other fields, also inside objects") {
    CHECK(notation(open_all("{\"meta\":{\"body\":\"deep\"},\"no\":1}\n", {"meta.body", "no"})) == "1(1) deep");
    CHECK(notation(open_all("{\"meta.body\":\"flat\"}\n", {"meta.body", "id"})) == "1(-) flat");
  }

  TEST_CASE("jsonl: bytes and sum are of the line, the map leads into it through escapes") {
    const std::string line = "{\"text\":\"a\\u2019b\\nc é\"}";
    const std::vector<Opened> all = open_all(line + "\n" + line + "\n");
    REQUIRE(all.size() == 2);
    const muster::model::Source& s = all[1].source;
    CHECK(s.info.bytes == line.size());
    CHECK(s.info.sha256.size() == 64);
    CHECK(s.info.sha256 == all[0].source.info.sha256);
    const auto came_from = [&](std::uint32_t at) {
      const auto [from, to] = s.map.source_of({at, at + 1}, s.text);
      return line.substr(from, to - from);
    };
    CHECK(came_from(0) == "a");
    CHECK(came_from(1) == "\\u2019");
    CHECK(came_from(3) == "\\n");
    CHECK(came_from(4) == "c");
    CHECK(came_from(6) == "é");
    CHECK(s.runs.size() == 2);
  }

  TEST_CASE("jsonl: a line over the limit is one error, the next is read") {
    Limits limits;
    limits.max_line = 40;
    const std::string text = "{\"text\":\"" + std::string(100, 'x') + "\"}\n{\"text\":\"short\"}\n";
    CHECK(notation(open_all(text, {}, limits)) == "1(-) error.too-large | 2(-) short");
  }

  TEST_CASE("jsonl: taking may stop") {
    int taken = 0;
    muster::ingest::open_bytes("{\"text\":\"a\"}\n{\"text\":\"b\"}\n", "x", {}, {},
                               [&](Opened&&) { return ++taken < 1; });
    CHECK(taken == 1);
  }
}
