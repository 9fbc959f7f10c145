// SPDX-License-Identifier: AGPL-3.0-or-later
// A page's drawing instructions -> its words and rules. A processor of MuPDF's own interpreter that draws
// nothing: no image is decoded, no glyph outlined, no pattern, shading or soft mask run.
#pragma once

#include <mupdf/fitz.h>
#include <mupdf/pdf.h>

#include <cstdint>

#include "ingest/pdf/page.hpp"
#include "ingest/pdf_worker/glyphs.hpp"

namespace muster::pdf_worker {

struct Interpreter;

// Both live until drop_interpreter. Throws as MuPDF does (longjmp).
Interpreter* new_interpreter(fz_context* ctx, pdf_document* doc, Fonts& fonts);
void drop_interpreter(fz_context* ctx, Interpreter* interpreter);

// Fills number, size, words, rules, state. Errors on the page make it damaged; what came before stays.
// Stops at `max_words` words. Never throws.
void interpret_page(fz_context* ctx, Interpreter* interpreter, pdf_obj* page_object, std::uint64_t max_words,
                    ingest::pdf::Page& page);

}  // namespace muster::pdf_worker
