// How far a long run is: one line on standard error, on a terminal only, after half a second, erased at
// the end and before anything else is said there.
#pragma once

#include <chrono>
#include <string>

#include "muster/pipeline/run.hpp"

namespace muster::cli {

class ProgressLine {
 public:
  explicit ProgressLine(bool wanted);
  ~ProgressLine() { erase(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  void show(const pipeline::Progress& progress);
  void erase();

 private:
  using Clock = std::chrono::steady_clock;
  bool wanted_;
  bool shown_ = false;
  int width_ = 80;
  Clock::time_point begin_;
  Clock::time_point last_;
};

// "1,234 of 5,000 files · 310/s · 12 s left · 2 errors · reports/a.html", cut to the width.
[[nodiscard]] std::string progress_text(const pipeline::Progress& progress, double seconds, int width);

}  // namespace muster::cli
