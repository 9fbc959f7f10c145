#include "cli/progress.hpp"

#include <unistd.h>

#include <fmt/format.h>

#include "cli/terminal.hpp"
#include "muster/output/terminal_text.hpp"

namespace muster::cli {

std::string progress_text(const pipeline::Progress& progress, double seconds, int width) {
  const double rate = seconds > 0 ? static_cast<double>(progress.done) / seconds : 0;
  std::string text = fmt::format("{} document{}", progress.done, progress.done == 1 ? "" : "s");
  if (progress.total > 1)
    text += fmt::format(" · file {} of {}", std::min(progress.files + 1, progress.total), progress.total);
  if (rate > 0) text += rate < 10 ? fmt::format(" · {:.1f}/s", rate) : fmt::format(" · {:.0f}/s", rate);
  if (progress.files > 0 && progress.total > progress.files) {
    const double left =
        seconds / static_cast<double>(progress.files) * static_cast<double>(progress.total - progress.files);
    if (left >= 1)
      text += left < 90 ? fmt::format(" · {:.0f} s left", left) : fmt::format(" · {:.0f} min left", left / 60);
  }
  if (progress.failed > 0) text += fmt::format(" · {} error{}", progress.failed, progress.failed == 1 ? "" : "s");
  if (!progress.current.empty()) text += " · " + output::sanitized(progress.current);
  return output::fit(text, width);
}

ProgressLine::ProgressLine(bool wanted)
    : wanted_(wanted && is_terminal(STDERR_FILENO)), begin_(Clock::now()), last_(begin_) {
  if (wanted_) width_ = width_of(STDERR_FILENO);
}

void ProgressLine::show(const pipeline::Progress& progress) {
  if (!wanted_) return;
  const Clock::time_point now = Clock::now();
  if (now - begin_ < std::chrono::milliseconds(500) || now - last_ < std::chrono::milliseconds(shown_ ? 100 : 0))
    return;
  last_ = now;
  shown_ = true;
  say("\r\x1b[K" + progress_text(progress, std::chrono::duration<double>(now - begin_).count(), width_ - 1));
}

void ProgressLine::erase() {
  if (shown_) say("\r\x1b[K");
  shown_ = false;
}

}  // namespace muster::cli
