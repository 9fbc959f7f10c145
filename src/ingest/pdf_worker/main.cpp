// SPDX-License-Identifier: AGPL-3.0-or-later
// muster-pdf: reads PDF documents from standard input and tells their words on standard output, as
// ingest/pdf/protocol.hpp says. Started by muster; of no use by hand.
#include <mupdf/fitz.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>
#include <string_view>

#include "ingest/pdf_worker/last_words.hpp"
#include "ingest/pdf_worker/read.hpp"
#include "ingest/pdf_worker/sandbox.hpp"
#include "ingest/pdf_worker/stream.hpp"

namespace wire = muster::ingest::pdf::wire;

namespace {

constexpr std::size_t store_size = std::size_t{64} << 20U;   // MuPDF's cache of fonts and objects

void silent(void*, const char*) {}
[[noreturn]] void out_of_memory() { muster::pdf_worker::end_now(wire::exit_memory); }

// False at the end of the input.
bool serve(fz_context* ctx) {
  char head[wire::request_size];
  if (!muster::pdf_worker::read_all(head, sizeof head)) return false;
  wire::Request request;
  if (!wire::parse_request({head, sizeof head}, request)) return false;
  muster::pdf_worker::limit_cpu(request.seconds);
  auto* bytes = static_cast<char*>(std::malloc(request.bytes + 1));
  if (bytes == nullptr) out_of_memory();
  const bool whole = muster::pdf_worker::read_all(bytes, request.bytes);
  if (whole) muster::pdf_worker::read_document(ctx, {bytes, request.bytes}, request);
  std::free(bytes);
  fz_empty_store(ctx);
  muster::pdf_worker::limit_cpu(0);
  return whole;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3 || std::string_view(argv[1]) != "--memory") {
    std::fputs("muster-pdf is the part of muster that reads PDF documents; muster starts it by itself.\n", stderr);
    return wire::exit_usage;
  }
  std::set_new_handler(out_of_memory);
  muster::pdf_worker::catch_signals();
  const std::uint8_t closed = muster::pdf_worker::close_in(std::strtoull(argv[2], nullptr, 10));
  fz_context* ctx = fz_new_context(nullptr, nullptr, store_size);
  if (ctx == nullptr) out_of_memory();
  fz_set_warning_callback(ctx, silent, nullptr);
  fz_set_error_callback(ctx, silent, nullptr);
  fz_disable_icc(ctx);
  std::string hello;
  wire::put32(hello, wire::version);
  wire::put8(hello, closed);
  muster::pdf_worker::FrameWriter greeting(~std::uint64_t{0});
  greeting.put(wire::Kind::hello, hello);
  greeting.flush();
  while (serve(ctx)) {}
  _exit(0);   // nothing is worth tidying up
}
