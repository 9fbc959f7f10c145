// SPDX-License-Identifier: AGPL-3.0-or-later
// The two ends of the worker's pipe: standard input and output, whole pieces or the end of the process.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ingest/pdf/page.hpp"
#include "ingest/pdf/protocol.hpp"

namespace muster::pdf_worker {

// False at the end of the input.
bool read_all(char* into, std::size_t size);

class FrameWriter {
 public:
  explicit FrameWriter(std::uint64_t most) : left_(most) {}
  // False when the answer is over its limit: nothing is written then.
  bool put(ingest::pdf::wire::Kind kind, std::string_view payload);
  bool put(const ingest::pdf::Page& page);
  void flush();
  // The frames that are not sent yet and whole.
  [[nodiscard]] std::string_view whole() const { return {out_.data(), whole_}; }
  void unlimited() { left_ = ~std::uint64_t{0}; }

 private:
  std::uint64_t left_;
  std::string out_, scratch_;
  std::size_t whole_ = 0;       // of out_
};

}  // namespace muster::pdf_worker
