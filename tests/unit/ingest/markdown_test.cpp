#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "muster/layout/blocks.hpp"
#include "muster/ingest/open.hpp"
#include "muster/model/notation_blocks.hpp"

namespace {

std::string blocks(std::string_view bytes) {
  std::string out;
  muster::ingest::open_bytes(bytes, "a.md", {}, {}, [&](muster::ingest::Opened&& opened) {
    out = muster::model::notation(muster::layout::lay_out(std::move(opened.source), muster::model::Vocab{}));
    return true;
  });
  return out;
}

}  // namespace

TEST_SUITE("ingest") {
  TEST_CASE("markdown: headings, lists, tables and quotes are kept, marks of emphasis and links go") {
    struct Row { std::string bytes, expected; };
    const std::vector<Row> rows = {
        {"# Report\n\nStaff were **well led**\nand _kind_.\n\n## Findings ##\n\nSee [the *full* report](http://x.org/a).\n",
         "T[Report] P[Staff were well led and kind.] H2[Findings] P[See the full report.]"},
        {"# R\n\n- one\n  goes on\n- two\n  - three\n\n1. First\n2. Second\n",
         "T[R] L1[one goes on] L1[two] L2[three] L1(1.)[First] L1(2.)[Second]"},
        {"Title\n=====\n\n> He said\n> so.\n\nUnder\n-----\n\nText.\n[a](http://b)",
         "T[Title] Q[He said so.] H2[Under] P[Text. a]"},
        {"# R\n\n| Area | Grade |\n|---|---|\n| Care | Good |\n\nText.\n",
         "T[R] R[Area\tGrade] F[|---|---|] R[Care\tGood] P[Text.]"},
        {"# R\n\n5 * 3 * 2 and snake_case_name \\*kept\\*\n", "T[R] P[5 * 3 * 2 and snake_case_name *kept*]"},
        {"---\ntitle: \"On staffing\"\ndate: 2021-03-04\n---\n\n# On staffing\n\nText.\n",
         "F[--- title: \"On staffing\" date: 2021-03-04 ---] T[On staffing] P[Text.]"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.bytes);
      CHECK(blocks(row.bytes) == row.expected);
    }
  }

  TEST_CASE("markdown: front matter gives title and date") {
    muster::ingest::open_bytes("---\ntitle: On staffing\ndate: 2021-03-04T10:00\n---\n# A\n\n# B\n", "x", {}, {},
                               [](muster::ingest::Opened&& o) {
                                 CHECK(o.source.info.media_type == "text/markdown");
                                 CHECK(o.source.hints.title == "On staffing");
                                 CHECK(o.source.hints.published == "2021-03-04");
                                 return true;
                               });
  }
}
