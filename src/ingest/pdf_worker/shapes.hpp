// SPDX-License-Identifier: AGPL-3.0-or-later
// Paths as they are drawn -> the lines and boxes of a page. Only what is parallel to the page's edges
// counts; curves and slants are drawings.
#pragma once

#include <cstdint>
#include <vector>

#include "ingest/pdf/page.hpp"
#include "ingest/pdf_worker/words.hpp"

namespace muster::pdf_worker {

class Shapes {
 public:
  void begin(ingest::pdf::Page& page) { page_ = &page, clear(); }
  // Points of the page.
  void move(float x, float y);
  void line(float x, float y);
  void curve(float x, float y);
  void close();
  // What the path encloses, for a clip.
  [[nodiscard]] Box bounds() const;
  [[nodiscard]] bool empty() const { return parts_.empty(); }
  // Small discs and squares are taken for bullets, as browsers draw them, and become words ("\u2022").
  void fill(std::uint32_t colour, const Box& clip, Words& words);
  void stroke(std::uint32_t colour, float width, const Box& clip, Words& words);   // a small circle too
  void clear();

 private:
  struct Point { float x, y; };
  struct Part {
    std::size_t begin = 0, end = 0;
    bool curved = false, closed = false;
  };
  [[nodiscard]] bool rectangle(const Part& part, Box& box) const;
  [[nodiscard]] bool dot(const Part& part, Box& box) const;
  void add(Box box, bool filled, std::uint32_t colour, const Box& clip);

  ingest::pdf::Page* page_ = nullptr;
  std::vector<Point> points_;
  std::vector<Part> parts_;
};

}  // namespace muster::pdf_worker
