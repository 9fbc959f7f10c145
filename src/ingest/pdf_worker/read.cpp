// SPDX-License-Identifier: AGPL-3.0-or-later
#include "ingest/pdf_worker/read.hpp"

#include <mupdf/pdf.h>

#include <array>
#include <cstring>
#include <string>

#include "ingest/pdf_worker/interpreter.hpp"
#include "ingest/pdf_worker/last_words.hpp"
#include "ingest/pdf_worker/stream.hpp"

namespace muster::pdf_worker {
namespace {

namespace wire = ingest::pdf::wire;
using wire::Outcome;

// Everything that outlives an error, so that no function both calls MuPDF and owns something.
struct Reading {
  explicit Reading(fz_context* ctx, const wire::Request& asked) : request(asked), fonts(ctx), out(asked.max_output) {}
  const wire::Request& request;
  Fonts fonts;
  FrameWriter out;
  fz_stream* stream = nullptr;
  pdf_document* doc = nullptr;
  Interpreter* interpreter = nullptr;
  ingest::pdf::Page page;
  std::size_t told = 0;            // fonts
  std::uint64_t words = 0;
  Outcome outcome = Outcome::not_pdf;
  std::string why;
  bool tree = false;
};

bool open(fz_context* ctx, Reading& r, std::string_view bytes) {
  fz_try(ctx) {
    r.stream = fz_open_memory(ctx, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    r.doc = pdf_open_document_with_stream(ctx, r.stream);
    if (pdf_needs_password(ctx, r.doc) != 0) r.outcome = Outcome::encrypted;
    else r.outcome = Outcome::done;
  }
  fz_catch(ctx) {
    r.why = fz_caught_message(ctx);
    if (r.why.find("encrypt") != std::string::npos || r.why.find("security handler") != std::string::npos)
      r.outcome = Outcome::encrypted;
    return false;
  }
  return r.outcome == Outcome::done;
}

int begin(fz_context* ctx, Reading& r) {
  int pages = 0;
  std::array<char, 1024> title{};
  fz_var(pages);
  fz_try(ctx) {
    pages = pdf_count_pages(ctx, r.doc);
    pdf_load_page_tree(ctx, r.doc);
    r.tree = true;
  }
  fz_catch(ctx) {
    r.why = fz_caught_message(ctx);
  }
  fz_try(ctx) {
    pdf_lookup_metadata(ctx, r.doc, FZ_META_INFO_TITLE, title.data(), static_cast<int>(title.size()));
  }
  fz_catch(ctx) {
    title[0] = '\0';
  }
  std::string payload;
  wire::put32(payload, static_cast<std::uint32_t>(pages));
  wire::put_text(payload, title.data());
  r.out.put(wire::Kind::document, payload);
  return pages;
}

void interpret(fz_context* ctx, Reading& r, int number) {
  r.page.number = number + 1;
  r.page.width = r.page.height = 0;
  r.page.text.clear();
  r.page.words.clear();
  r.page.rules.clear();
  r.page.image = r.page.damaged = false;
  pdf_obj* object = nullptr;
  fz_var(object);
  fz_try(ctx) {
    object = pdf_lookup_page_obj(ctx, r.doc, number);
  }
  fz_catch(ctx) {
    r.page.damaged = true;
    return;
  }
  interpret_page(ctx, r.interpreter, object, r.request.max_words - r.words, r.page);
}

bool tell_fonts(Reading& r) {
  for (; r.told < r.fonts.told.size(); ++r.told) {
    const ingest::pdf::Font& font = r.fonts.told[r.told];
    std::string payload;
    wire::put8(payload, static_cast<std::uint8_t>(
                            (font.bold ? wire::style::bold : 0) | (font.italic ? wire::style::italic : 0) |
                            (font.mono ? wire::style::mono : 0) | (font.symbol ? wire::style::symbol : 0)));
    wire::put_text(payload, font.name);
    if (!r.out.put(wire::Kind::font, payload)) return false;
  }
  return true;
}

void tell_pages(fz_context* ctx, Reading& r, int pages) {
  for (int i = 0; i < pages; ++i) {
    if (static_cast<std::uint32_t>(i) >= r.request.max_pages) {
      r.outcome = Outcome::pages;
      return;
    }
    interpret(ctx, r, i);
    const bool over = r.page.words.size() > r.request.max_words - r.words;
    if (over) r.page.words.resize(static_cast<std::size_t>(r.request.max_words - r.words));
    r.words += r.page.words.size();
    if (!tell_fonts(r) || !r.out.put(r.page)) {
      r.outcome = Outcome::output;
      return;
    }
    if (over) {
      r.outcome = Outcome::words;
      return;
    }
  }
}

}  // namespace

void read_document(fz_context* ctx, std::string_view bytes, const wire::Request& request) {
  Reading r(ctx, request);
  bool repaired = false;
  speak_for(&r.out);
  if (open(ctx, r, bytes)) {
    const int pages = begin(ctx, r);
    r.interpreter = new_interpreter(ctx, r.doc, r.fonts);
    tell_pages(ctx, r, pages);
    drop_interpreter(ctx, r.interpreter);
    repaired = pdf_was_repaired(ctx, r.doc) != 0;
    if (r.tree) pdf_drop_page_tree(ctx, r.doc);
  }
  speak_for(nullptr);
  std::string payload;
  wire::put8(payload, static_cast<std::uint8_t>(r.outcome));
  wire::put8(payload, repaired ? 1 : 0);
  wire::put_text(payload, r.why.substr(0, 200));
  r.out.unlimited();
  r.out.put(wire::Kind::end, payload);
  r.out.flush();
  if (r.doc != nullptr) pdf_drop_document(ctx, r.doc);
  fz_drop_stream(ctx, r.stream);
}

}  // namespace muster::pdf_worker
