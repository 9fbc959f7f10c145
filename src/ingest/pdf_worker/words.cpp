// SPDX-License-Identifier: AGPL-3.0-or-later
#include "ingest/pdf_worker/words.hpp"

#include <algorithm>
#include <cmath>

namespace muster::pdf_worker {
namespace {

// All in ems of the type.
constexpr float wide_gap = 0.15F;       // as wide as a narrow space of justified lines
constexpr float step_back = -0.3F;      // further back is no kerning
constexpr float other_line = 0.12F;     // off the line by more is a line (or an index) of its own
constexpr float same_spot = 0.3F;       // a second print so near is a shadow or a bold
constexpr float least_size = 0.5F;      // points
constexpr std::size_t table_size = 4096;
constexpr std::size_t most_dots = 500;       // of a page: more are the points of a chart

}  // namespace

void Words::begin(ingest::pdf::Page& page) {
  page_ = &page;
  dots_.clear();
  open_ = space_ = drawn_ = kept_ = false;
  lsize_ = 0;
  table_.assign(table_size, 0);
}

bool Words::drawn_twice(std::string_view utf8, float x, float y) const {
  if (last_at_ >= page_->text.size() || std::string_view(page_->text).substr(last_at_) != utf8) return false;
  const float near = std::min(same_spot * pen_.size, 0.5F * lw_);
  return std::abs(x - lx_) < near && std::abs(y - ly_) < near;
}

// Some kern with a space that they take back: "T", a space, a step back over it, "he". (x, y) is where the
// letter after it stands.
bool Words::cancelled(const Pen& pen, float x, float y) const {
  if (!space_ || !drawn_ || !kept_ || page_->words.empty() || pen.font != pen_.font || pen.colour != pen_.colour ||
      std::abs(pen.ux - pen_.ux) > 0.01F)
    return false;
  const float back = (x - nx_) * pen.ux + (y - ny_) * pen.uy, off = (y - ey_) * pen.ux - (x - ex_) * pen.uy;
  const float gap = (x - ex_) * pen.ux + (y - ey_) * pen.uy;
  return back < -0.1F * pen.size && gap < 0.05F * pen.size && gap > -0.2F * pen.size &&
         std::abs(off) < 0.02F * pen.size && std::abs(pen.size - pen_.size) < 0.02F * pen.size;
}

void Words::letters(std::string_view utf8, const Pen& pen, float x, float y, float x1, float y1, float nx, float ny) {
  if (open_) {
    const float along = (x - nx_) * pen.ux + (y - ny_) * pen.uy;
    const float off = (y - ny_) * pen.ux - (x - nx_) * pen.uy;
    const float em = std::max(pen.size, 0.01F);
    if (drawn_twice(utf8, x, y)) return;
    const bool same = pen.font == pen_.font && std::abs(pen.size - pen_.size) < 0.02F * em &&
                      pen.colour == pen_.colour && std::abs(pen.ux - pen_.ux) < 0.01F;
    if (!same || std::abs(off) > other_line * em || along > wide_gap * em || along < step_back * em) {
      end_word();
      if (std::abs(off) > 0.5F * em || along > wide_gap * em || along < step_back * em) space_ = true;
    }
  } else if (cancelled(pen, x, y)) {
    open_ = true;
    begin_ = page_->words.back().begin;
    space_ = page_->words.back().space_before;
    page_->words.pop_back();
  } else if (lsize_ > 0 && !space_) {
    space_ = true;   // nothing was open: the page's beginning or after what was dropped
  }
  if (!open_) {
    open_ = true;
    pen_ = pen;
    sx_ = x, sy_ = y;
    begin_ = page_->text.size();
  }
  last_at_ = page_->text.size();
  page_->text += utf8;
  lx_ = x, ly_ = y;
  lw_ = std::abs(x1 - x) + std::abs(y1 - y);
  ex_ = x1, ey_ = y1;
  nx_ = nx, ny_ = ny;
}

bool Words::seen_before(const ingest::pdf::Word& word, std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  std::uint32_t& slot = table_[hash % table_size];
  const std::uint32_t before = slot;
  slot = static_cast<std::uint32_t>(page_->words.size() + 1);
  if (before == 0 || before > page_->words.size()) return false;
  const ingest::pdf::Word& other = page_->words[before - 1];
  const float near = std::min(same_spot * word.size, 0.4F * (word.x1 - word.x0));
  if (std::abs(other.x0 - word.x0) > near || std::abs(other.baseline - word.baseline) > near ||
      std::abs(other.size - word.size) > 0.1F * word.size || page_->of(other) != text)
    return false;
  slot = before;
  return true;
}

void Words::dot(const Box& box, std::uint32_t colour, const Box& clip) {
  end_word();
  if (dots_.size() >= most_dots) return;
  const float middle = (box.y0 + box.y1) / 2;
  if (!(box.x0 >= clip.x0 && box.x1 <= clip.x1 && middle >= clip.y0 && middle <= clip.y1))
    return;   // NaN is outside as well
  const float size = 3 * (box.y1 - box.y0);   // a bullet is about a third of its type
  ingest::pdf::Word word;
  word.x0 = box.x0, word.x1 = box.x1;
  word.baseline = middle + 0.3F * size;       // and stands at the middle of its small letters
  word.size = size;
  word.space_before = true;
  word.colour = colour;
  dots_.push_back(word);
  space_ = true;
}

void Words::finish() {
  end_word();
  if (page_->words.empty()) return;   // nothing that they could stand before
  const std::uint16_t font = page_->words.front().font;
  for (ingest::pdf::Word& word : dots_) {
    word.begin = static_cast<std::uint32_t>(page_->text.size());
    page_->text += "\u2022";
    word.length = static_cast<std::uint32_t>(page_->text.size()) - word.begin;
    word.font = font;
    page_->words.push_back(word);
  }
}

void Words::end_word() {
  if (!open_) return;
  open_ = kept_ = false;
  ingest::pdf::Word word;
  word.x0 = std::min(sx_, ex_), word.x1 = std::max(sx_, ex_);
  word.baseline = sy_;
  word.size = pen_.size;
  word.begin = static_cast<std::uint32_t>(begin_);
  word.length = static_cast<std::uint32_t>(page_->text.size() - begin_);
  word.font = pen_.font;
  word.space_before = space_;
  word.upright = pen_.upright;
  word.colour = pen_.colour;
  const float mx = (sx_ + ex_) / 2, my = (sy_ + ey_) / 2 - (pen_.upright ? 0.3F * pen_.size : 0.0F);
  const float slack = 0.5F * pen_.size;
  const bool shown = std::isfinite(mx) && std::isfinite(my) && word.size >= least_size && std::isfinite(word.size) &&
                     mx >= pen_.clip.x0 - slack && mx <= pen_.clip.x1 + slack && my >= pen_.clip.y0 - slack &&
                     my <= pen_.clip.y1 + slack;
  if (!shown || seen_before(word, std::string_view(page_->text).substr(begin_))) {
    page_->text.resize(begin_);
    last_at_ = begin_;
    return;
  }
  space_ = drawn_ = false;
  kept_ = true;
  lsize_ = word.size;
  page_->words.push_back(word);
}

}  // namespace muster::pdf_worker
