// SPDX-License-Identifier: AGPL-3.0-or-later
// One document: opened, told page by page, closed.
#pragma once

#include <mupdf/fitz.h>

#include <string_view>

#include "ingest/pdf/protocol.hpp"

namespace muster::pdf_worker {

// Writes the frames of a document to standard output, `end` last. Never throws.
void read_document(fz_context* ctx, std::string_view bytes, const ingest::pdf::wire::Request& request);

}  // namespace muster::pdf_worker
