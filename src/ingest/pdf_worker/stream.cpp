// SPDX-License-Identifier: AGPL-3.0-or-later
#include "ingest/pdf_worker/stream.hpp"

#include <unistd.h>

#include <cerrno>
#include <cmath>

namespace muster::pdf_worker {

namespace wire = ingest::pdf::wire;

namespace {
constexpr std::size_t flush_at = std::size_t{64} << 10U;
}

bool read_all(char* into, std::size_t size) {
  while (size > 0) {
    const ssize_t got = ::read(STDIN_FILENO, into, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    into += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

void FrameWriter::flush() {
  whole_ = 0;   // what interrupts the writing must not begin it again
  std::string_view rest = out_;
  while (!rest.empty()) {
    const ssize_t done = ::write(STDOUT_FILENO, rest.data(), rest.size());
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) _exit(1);   // nobody listens any more
    rest.remove_prefix(static_cast<std::size_t>(done));
  }
  out_.clear();
}

bool FrameWriter::put(wire::Kind kind, std::string_view payload) {
  if (payload.size() + wire::frame_size > left_) return false;
  left_ -= payload.size() + wire::frame_size;
  wire::put8(out_, static_cast<std::uint8_t>(kind));
  wire::put_text(out_, payload);
  whole_ = out_.size();
  if (out_.size() >= flush_at) flush();
  return true;
}

bool FrameWriter::put(const ingest::pdf::Page& page) {
  std::string& out = scratch_;
  out.clear();
  wire::put32(out, static_cast<std::uint32_t>(page.number));
  wire::put_float(out, page.width);
  wire::put_float(out, page.height);
  wire::put8(out, static_cast<std::uint8_t>((page.image ? wire::state::image : 0) |
                                            (page.damaged ? wire::state::damaged : 0)));
  wire::put32(out, static_cast<std::uint32_t>(page.text.size()));
  wire::put32(out, static_cast<std::uint32_t>(page.words.size()));
  wire::put32(out, static_cast<std::uint32_t>(page.rules.size()));
  out += page.text;
  for (const ingest::pdf::Word& word : page.words) {
    wire::put_float(out, word.x0);
    wire::put_float(out, word.x1);
    wire::put_float(out, word.baseline);
    wire::put_float(out, word.size);
    wire::put32(out, word.begin);
    wire::put32(out, word.length);
    wire::put32(out, word.colour);
    wire::put16(out, word.font);
    wire::put8(out, static_cast<std::uint8_t>((word.space_before ? wire::mark::space_before : 0) |
                                              (word.upright ? wire::mark::upright : 0)));
    wire::put8(out, 0);
  }
  for (const ingest::pdf::Rule& rule : page.rules) {
    wire::put_float(out, rule.x0);
    wire::put_float(out, rule.y0);
    wire::put_float(out, rule.x1);
    wire::put_float(out, rule.y1);
    wire::put32(out, (rule.colour & 0xFFFFFFU) | (rule.filled ? 1U << 24U : 0U));
  }
  return put(wire::Kind::page, out);
}

}  // namespace muster::pdf_worker
