// What muster-pdf tells of a page, through its real process. Skipped where it was not built.
#include "ingest/pdf/worker.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>

#include "ingest/pdf/answer.hpp"
#include "support/pdf_file.hpp"

using namespace muster;
using namespace muster::ingest::pdf;
using support::PdfFile;

namespace {

wire::Request request_for(std::string_view bytes) {
  wire::Request request;
  request.bytes = bytes.size();
  request.max_pages = 1000;
  request.max_words = 100000;
  request.max_output = 100'000'000;
  request.seconds = 20;
  return request;
}

Answer ask(Worker& worker, std::string_view bytes, const wire::Request& request) {
  Answer answer;
  const auto broken = worker.ask(bytes, request, std::chrono::seconds(30),
                                 [&](wire::Kind kind, std::string_view payload) { return answer.take(kind, payload); });
  CHECK_FALSE(broken);
  return answer;
}

Answer read(const PdfFile& file) {
  static Worker worker(Worker::find(), 1U << 30U);
  const std::string bytes = file.bytes();
  return ask(worker, bytes, request_for(bytes));
}

// Words in the order of the file; " " where a space or a gap stands before, "*" for bold, "/" for italic, "<" for not
// upright.
std::string words(const Answer& answer, std::size_t page = 0) {
  if (page >= answer.pages.pages.size()) return "no page";
  std::string out;
  const Page& one = answer.pages.pages[page];
  for (const Word& word : one.words) {
    const Font& font = answer.pages.fonts[word.font];
    if (!out.empty()) out += word.space_before ? " " : "|";
    if (!word.upright) out += '<';
    if (font.bold) out += '*';
    if (font.italic) out += '/';
    out += one.of(word);
  }
  return out;
}

std::string words_of(std::string_view instructions, std::string_view font = "Helvetica") {
  PdfFile file;
  file.page();
  const std::string name = file.font(font);
  return words(read(file.raw(fmt::format("BT {} 12 Tf 72 700 Td {} ET", name, instructions))));
}

std::string rules(const Answer& answer) {
  std::string out;
  for (const Rule& rule : answer.pages.pages.at(0).rules) {
    if (!out.empty()) out += ' ';
    out += fmt::format("{}{:.0f},{:.0f}-{:.0f},{:.0f}", rule.filled ? "#" : "[]", rule.x0, rule.y0, rule.x1, rule.y1);
    if (rule.colour != 0) out += fmt::format(":{:06x}", rule.colour);
  }
  return out;
}

#define NEEDS_WORKER \
  if (Worker::find().empty()) return

}  // namespace

TEST_SUITE("ingest") {
  TEST_CASE("pdf worker: a word has its place, size, font and colour") {
    NEEDS_WORKER;
    PdfFile file;
    file.title("A title")
        .page()
        .raw("0.8 0 0 rg")
        .text(72, 100, 12, "Hello there", "Times-Bold")
        .page(300, 200)
        .text(10, 20, 8, "Second");
    const Answer answer = read(file);
    CHECK(answer.ended);
    CHECK(answer.pages.title == "A title");
    CHECK(answer.pages.count == 2);
    REQUIRE(answer.pages.pages.size() == 2);
    const Page& page = answer.pages.pages[0];
    CHECK(words(answer) == "*Hello *there");
    const Word& word = page.words[1];
    CHECK(word.x0 == doctest::Approx(72 + 12 * (0.778 + 0.444 + 0.278 + 0.278 + 0.5 + 0.25)));
    CHECK(word.x1 == doctest::Approx(word.x0 + 12 * (0.333 + 0.556 + 0.444 + 0.444 + 0.444)));
    CHECK(word.baseline == doctest::Approx(100));
    CHECK(word.size == doctest::Approx(12));
    CHECK(word.colour == 0xCC0000);
    CHECK(answer.pages.fonts[word.font].bold);
    CHECK(answer.pages.pages[1].width == doctest::Approx(300));
    CHECK(answer.pages.pages[1].words[0].baseline == doctest::Approx(20));
  }

  TEST_CASE("pdf worker: spaces are characters or gaps, kerning is neither") {
    NEEDS_WORKER;
    struct Row { std::string_view drawn, expected; };
    static constexpr Row rows[] = {
        {"(over due) Tj", "over due"},
        {"[(over) -300 (due)] TJ", "over due"},
        {"[(o) 40 (v) -60 (er) 20 (due)] TJ", "overdue"},
        {"(over) Tj 60 0 Td (due) Tj", "over due"},
        {"(over) Tj 0 -14 Td (due) Tj", "over due"},
        {"5 Tc (WIDE) Tj", "WIDE"},
        {"-0.4 Tc (narrow type) Tj", "narrow type"},
        {"12 Tw (far apart) Tj", "far apart"},
        {"(non\\240breaking) Tj", "non breaking"},
        {"(a) Tj 3 Ts /F0 6 Tf (1) Tj", "a|1"},
        {"50 Tz (thin words) Tj", "thin words"},
        {"[(T ) 320 (he end)] TJ", "The end"},
        {"[(The ) 120 (end)] TJ", "The end"},
        {"(first) Tj 14 TL (second) ' 0 0 (third) \"", "first second third"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.drawn);
      CHECK(words_of(row.drawn) == row.expected);
    }
  }

  TEST_CASE("pdf worker: what is drawn twice is read once, twins that stand apart are two") {
    NEEDS_WORKER;
    struct Row { std::string_view drawn, expected; };
    static constexpr Row rows[] = {
        {"(Bold) Tj 0.4 0 Td (Bold) Tj", "Bold"},
        {"(A shadow here) Tj 1 -1 Td (A shadow here) Tj", "A shadow here"},
        {"(b) Tj 0.3 0 Td (b) Tj 6.4 0 Td (y) Tj 0.3 0 Td (y) Tj", "by"},
        {"(no) Tj 30 0 Td (no) Tj", "no no"},
        {"(ill) Tj 0 -14 Td (ill) Tj", "ill ill"},
        {"2 Tr (stroked) Tj 0 Tr ( plain) Tj", "*stroked plain"},
        {"3 Tr (unseen layer) Tj", "unseen layer"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.drawn);
      CHECK(words_of(row.drawn) == row.expected);
    }
  }

  TEST_CASE("pdf worker: what cannot be seen is not told") {
    NEEDS_WORKER;
    PdfFile file;
    file.page()
        .text(72, 100, 12, "Seen")
        .text(700, 100, 12, "beside")
        .text(72, -40, 12, "above")
        .text(72, 120, 0.2F, "tiny");
    file.raw("q 0 0 50 50 re W n").text(72, 140, 12, "clipped").raw("Q").text(72, 160, 12, "again");
    file.page()
        .page_entry("/CropBox [100 100 400 400]")
        .text(150, 842 - 200, 12, "inside")
        .text(20, 842 - 200, 12, "cropped");
    const int off = file.object("<< /Type /OCG /Name (off) >>");
    file.catalogue_entry(fmt::format("/OCProperties << /OCGs [{0} 0 R] /D << /OFF [{0} 0 R] >> >>", off));
    file.page().resource(fmt::format("/Properties << /Off {} 0 R >>", off)).text(72, 100, 12,
        "on").raw("/OC /Off BDC").text(72, 120, 12, "off").raw("EMC").text(72, 140, 12, "too");
    const Answer answer = read(file);
    CHECK(words(answer) == "Seen again");
    CHECK(words(answer, 1) == "inside");
    CHECK(answer.pages.pages[1].words[0].x0 == doctest::Approx(50));
    CHECK(answer.pages.pages[1].words[0].baseline == doctest::Approx(200));
    CHECK(words(answer, 2) == "on too");
  }

  TEST_CASE("pdf worker: a page that is turned is read as it is shown, writing at an angle is told") {
    NEEDS_WORKER;
    PdfFile file;
    file.page(600, 800)
        .page_entry("/Rotate 90")
        .raw(fmt::format("BT {} 10 Tf 0 1 -1 0 100 50 Tm (turned page) Tj ET", file.font("Helvetica")));
    file.page()
        .raw("BT /F0 10 Tf 0.7 0.7 -0.7 0.7 200 200 Tm (DRAFT) Tj ET")
        .raw("BT /F0 10 Tf 1 0 0 1 200 200 Tm (text) Tj ET");
    const Answer answer = read(file);
    CHECK(words(answer) == "turned page");
    CHECK(answer.pages.pages[0].width == doctest::Approx(800));
    CHECK(answer.pages.pages[0].words[0].x0 == doctest::Approx(50));
    CHECK(answer.pages.pages[0].words[0].baseline == doctest::Approx(100));
    CHECK(words(answer, 1) == "<DRAFT text");
  }

  TEST_CASE("pdf worker: marked content says what its glyphs stand for") {
    NEEDS_WORKER;
    CHECK(words_of("(of) Tj /Span << /ActualText (fi) >> BDC (X) Tj EMC (ce) Tj") == "office");
    CHECK(words_of("(a) Tj /Span << /ActualText <FEFF00AD> >> BDC (-) Tj EMC") == "a\u00AD");
    CHECK(words_of("(a) Tj /Span << /ActualText ( ) >> BDC (.) Tj EMC (b) Tj") == "a b");
    CHECK(words_of("/P << /ActualText (Quite a long sentence.) >> BDC (Another thing) Tj EMC") == "Another thing");
  }

  TEST_CASE("pdf worker: fonts may map codes as they like, or lie") {
    NEEDS_WORKER;
    PdfFile file;
    const std::string_view cmap =
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange 4 beginbfchar\n"
        "<41> <FB01> <42> <0066006C> <43> <F0A7> <44> <0000> endbfchar endcmap end end";
    const int unicode = file.object(PdfFile::stream("", cmap));
    const int glyph = file.object(PdfFile::stream("", "500 0 0 0 500 500 d1 0 0 500 500 re f"));
    const int type3 = file.object(fmt::format(
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 500] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 65 /LastChar 68 "
        "/Widths [500 500 500 500] /Encoding << /Type /Encoding /Differences [65 /a /b /c /d] >> "
        "/CharProcs << /a {0} 0 R /b {0} 0 R /c {0} 0 R /d {0} 0 R >> /ToUnicode {1} 0 R >>",
        glyph, unicode));
    const int liar = file.object(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 65 /LastChar 67 /Widths [1e30 -1e30 99999999999999] /Encoding /WinAnsiEncoding >>");
    const std::string lies = file.font_object(liar);
    file.page().raw(fmt::format("BT {} 10 Tf 72 700 Td (ABCD) Tj ET", file.font_object(type3)));
    file.page().raw(fmt::format("BT {} 10 Tf 72 700 Td (ABCABC) Tj ET BT {} 10 Tf 72 600 Td (sane) Tj ET", lies,
                                file.font("Helvetica")));
    const Answer answer = read(file);
    CHECK(words(answer) == "fifl\uF0A7\uFFFD");
    CHECK(words(answer, 1).ends_with("sane"));
    for (const Word& word : answer.pages.pages[1].words) CHECK(std::isfinite(word.x1));
  }

  TEST_CASE("pdf worker: forms are part of the page, one that calls itself is run once") {
    NEEDS_WORKER;
    PdfFile file;
    const std::string font = file.font("Helvetica");
    const std::string drawn = fmt::format("BT {} 10 Tf 0 0 Td (in a form) Tj ET /Self Do", font);
    const int form = file.object(PdfFile::stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 200 200] /Matrix [1 0 0 1 72 500] /Resources << /Font 4 0 R /XObject << /Self 10 0 R >> >>",
        drawn));
    REQUIRE(form == 10);
    file.page().resource("/XObject << /Form 10 0 R >>").raw("/Form Do").text(72, 600, 10, "after");
    const Answer answer = read(file);
    CHECK(words(answer) == "in a form after");
    CHECK(answer.pages.pages[0].words[0].x0 == doctest::Approx(72));
    CHECK(answer.pages.pages[0].words[0].baseline == doctest::Approx(342));
  }

  TEST_CASE("pdf worker: lines and boxes are told, drawings are not") {
    NEEDS_WORKER;
    PdfFile file;
    file.page()
        .rule(70, 100, 500, 100.5F)
        .box(70, 120, 500, 200)
        .raw("0.5 w 70 600 m 500 600 l S 70 600 m 70 500 l S")
        .raw("70 300 m 170 400 l S 100 100 m 120 140 160 140 180 100 c f");
    file.raw("0 0 1 rg 70 50 100 20 re f");
    CHECK(rules(read(file)) ==
          "#70,100-500,100 []70,120-500,200 #70,242-500,242 #70,242-70,342 #70,772-170,792:0000ff");
  }

  TEST_CASE("pdf worker: a page that is only an image is told as such, and no image is taken for text") {
    NEEDS_WORKER;
    const Answer answer = read(PdfFile().page().image().page().text(72, 72, 12, "Words").page());
    REQUIRE(answer.pages.pages.size() == 3);
    CHECK(answer.pages.pages[0].image);
    CHECK_FALSE(answer.pages.pages[1].image);
    CHECK_FALSE(answer.pages.pages[2].image);
  }

  TEST_CASE("pdf worker: it stops at each limit and keeps what came before") {
    NEEDS_WORKER;
    PdfFile file;
    for (int i = 0; i < 20; ++i) file.page().text(72, 72, 12, "Three words here");
    const std::string bytes = file.bytes();
    Worker worker(Worker::find(), 1U << 30U);
    wire::Request request = request_for(bytes);
    request.max_pages = 5;
    Answer answer = ask(worker, bytes, request);
    CHECK(answer.outcome == wire::Outcome::pages);
    CHECK(answer.pages.pages.size() == 5);
    CHECK(answer.pages.count == 20);
    request = request_for(bytes);
    request.max_words = 7;
    answer = ask(worker, bytes, request);
    CHECK(answer.outcome == wire::Outcome::words);
    CHECK(answer.pages.pages.size() == 3);
    CHECK(words(answer, 2) == "Three");
    request = request_for(bytes);
    request.max_output = 1000;
    answer = ask(worker, bytes, request);
    CHECK(answer.outcome == wire::Outcome::output);
    CHECK(answer.pages.pages.size() >= 1);
    // And it goes on with the next document as if nothing had been.
    CHECK(ask(worker, bytes, request_for(bytes)).pages.pages.size() == 20);
  }

  TEST_CASE("pdf worker: what is no PDF is told so, and rubbish harms nobody") {
    NEEDS_WORKER;
    Worker worker(Worker::find(), 1U << 30U);
    const std::string good = PdfFile().page().text(72, 72, 12, "Good").bytes();
    for (const std::string& bytes :
         {std::string("%PDF-1.7\n"), std::string("nothing of the kind"), good.substr(0, 30), std::string()}) {
      const Answer answer = ask(worker, bytes, request_for(bytes));
      CHECK(answer.ended);
      CHECK(answer.pages.pages.empty());
    }
    const Answer cut = ask(worker, good.substr(0, good.find("xref")), request_for(good.substr(0, good.find("xref"))));
    CHECK(cut.repaired);
    CHECK(words(cut) == "Good");
  }
}
