// SPDX-License-Identifier: AGPL-3.0-or-later
#include "ingest/pdf_worker/shapes.hpp"

#include <algorithm>
#include <cmath>

namespace muster::pdf_worker {
namespace {

constexpr std::size_t most_points = 20000;   // of one path: more is a drawing
constexpr std::size_t most_rules = 20000;    // of one page
constexpr float parallel = 0.25F;            // points that a line may be off
constexpr float least_dot = 1.8F,
                most_dot = 7.0F;   // points across: less is a speck or a line's corner, more a picture

bool level(float a, float b) { return std::abs(a - b) <= parallel; }

}  // namespace

void Shapes::clear() {
  points_.clear();
  parts_.clear();
}

void Shapes::move(float x, float y) {
  if (points_.size() >= most_points) return;
  points_.push_back({x, y});
  parts_.push_back({points_.size() - 1, points_.size(), false, false});
}

void Shapes::line(float x, float y) {
  if (parts_.empty() || points_.size() >= most_points) return;
  if (parts_.back().closed) {
    const Point first = points_[parts_.back().begin];
    move(first.x, first.y);
  }
  points_.push_back({x, y});
  parts_.back().end = points_.size();
}

void Shapes::curve(float x, float y) {
  line(x, y);
  if (!parts_.empty()) parts_.back().curved = true;
}

void Shapes::close() {
  if (!parts_.empty()) parts_.back().closed = true;
}

Box Shapes::bounds() const {
  if (points_.empty()) return {};
  Box box{points_[0].x, points_[0].y, points_[0].x, points_[0].y};
  for (const Point& p : points_) {
    box.x0 = std::min(box.x0, p.x), box.x1 = std::max(box.x1, p.x);
    box.y0 = std::min(box.y0, p.y), box.y1 = std::max(box.y1, p.y);
  }
  return box;
}

bool Shapes::rectangle(const Part& part, Box& box) const {
  std::size_t n = part.end - part.begin;
  if (part.curved || n < 4) return false;
  const Point* p = points_.data() + part.begin;
  if (n == 5 && level(p[0].x, p[4].x) && level(p[0].y, p[4].y)) n = 4;
  if (n != 4) return false;
  const bool across = level(p[0].y, p[1].y) && level(p[1].x, p[2].x) && level(p[2].y, p[3].y) && level(p[3].x, p[0].x);
  const bool down = level(p[0].x, p[1].x) && level(p[1].y, p[2].y) && level(p[2].x, p[3].x) && level(p[3].y, p[0].y);
  if (!across && !down) return false;
  box = {std::min(p[0].x, p[2].x), std::min(p[0].y, p[2].y), std::max(p[0].x, p[2].x), std::max(p[0].y, p[2].y)};
  return true;
}

void Shapes::add(Box box, bool filled, std::uint32_t colour, const Box& clip) {
  box = {std::max(box.x0, clip.x0), std::max(box.y0, clip.y0), std::min(box.x1, clip.x1), std::min(box.y1, clip.y1)};
  if (!(box.x0 <= box.x1 && box.y0 <= box.y1) || page_->rules.size() >= most_rules) return;   // NaN is outside as well
  page_->rules.push_back({box.x0, box.y0, box.x1, box.y1, filled, colour});
}

bool Shapes::dot(const Part& part, Box& box) const {
  const std::size_t n = part.end - part.begin;
  if (n < 4 || n > 40) return false;
  box = {points_[part.begin].x, points_[part.begin].y, points_[part.begin].x, points_[part.begin].y};
  for (std::size_t i = part.begin; i < part.end; ++i) {
    box.x0 = std::min(box.x0, points_[i].x), box.x1 = std::max(box.x1, points_[i].x);
    box.y0 = std::min(box.y0, points_[i].y), box.y1 = std::max(box.y1, points_[i].y);
  }
  const float across = box.x1 - box.x0, down = box.y1 - box.y0;
  return across >= least_dot && across <= most_dot && down >= least_dot && down <= most_dot &&
         std::abs(across - down) <= 0.2F * across;
}

void Shapes::fill(std::uint32_t colour, const Box& clip, Words& words) {
  for (const Part& part : parts_) {
    Box box;
    if (rectangle(part, box)) add(box, true, colour, clip);
    if (parts_.size() == 1 && dot(part, box)) words.dot(box, colour, clip);   // a path of many parts is a picture
  }
}

void Shapes::stroke(std::uint32_t colour, float width, const Box& clip, Words& words) {
  const float half = std::min(width, 20.0F) / 2;
  for (const Part& part : parts_) {
    Box box;
    if (part.closed && rectangle(part, box)) {
      add(box, false, colour, clip);
      continue;
    }
    if (part.curved) {
      if (Box box_of; parts_.size() == 1 && dot(part, box_of)) words.dot(box_of, colour, clip);
      continue;
    }
    for (std::size_t i = part.begin; i + 1 < part.end; ++i) {
      const Point a = points_[i], b = points_[i + 1];
      if (level(a.y, b.y)) {
        add({std::min(a.x, b.x), a.y - half, std::max(a.x, b.x), a.y + half}, true, colour, clip);
      } else if (level(a.x, b.x)) {
        add({a.x - half, std::min(a.y, b.y), a.x + half, std::max(a.y, b.y)}, true, colour, clip);
      }
    }
  }
}

}  // namespace muster::pdf_worker
