#include "cli/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <string>

#include "muster/output/terminal_text.hpp"

namespace muster::cli {
namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);   // NOLINT: read before any thread starts, never set
  return value ? value : "";
}

void say_line(std::string_view kind, std::string_view paint, base::Code code, std::string_view text,
              std::string_view color) {
  const bool colour = wants_colour(STDERR_FILENO, color);
  std::string line = "muster: ";
  if (colour) line += paint;
  line += kind;
  line += '[';
  line += base::code_text(code);
  line += ']';
  if (colour) line += "\x1b[0m";
  line += ": ";
  output::append_sanitized(line, text);
  line += '\n';
  say(line);
}

}  // namespace

bool is_terminal(int fd) { return isatty(fd) == 1; }

int width_of(int fd) {
  const std::string_view columns = environment("COLUMNS");
  int width = 0;
  if (std::from_chars(columns.data(), columns.data() + columns.size(), width).ec == std::errc{} && width >= 20)
    return std::min(width, 500);
  winsize size{};
  if (is_terminal(fd) && ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20) return size.ws_col;
  return 80;
}

bool wants_colour(int fd, std::string_view when) {
  if (when == "always") return true;
  if (when == "never" || !environment("NO_COLOR").empty()) return false;
  const std::string_view force = environment("FORCE_COLOR");
  if (!force.empty() && force != "0") return true;
  return is_terminal(fd) && environment("TERM") != "dumb";
}

bool wants_links(int fd, std::string_view when) {
  if (when == "always") return true;
  if (when == "never" || !is_terminal(fd)) return false;
  const std::string_view term = environment("TERM");
  for (const std::string_view known : {"xterm", "vte", "gnome", "konsole", "kitty", "alacritty", "foot", "wezterm",
                                       "contour", "iterm", "ghostty", "tmux"})
    if (term.starts_with(known)) return true;
  return false;
}

void say(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::string_view advice(base::Code code) {
  switch (code) {
    case base::Code::input_missing: return "help: check the path; paths are taken from the current folder";
    case base::Code::input_unreadable: return "help: check the permissions of the file and its folders";
    case base::Code::input_none: return "help: name a file, or widen --include and --exclude";
    case base::Code::input_too_large: return "help: raise the limit that is named if you trust the file";
    case base::Code::json_field: return "help: name the field that holds the text with --text-field";
    case base::Code::input_unsupported:
    case base::Code::input_binary:
      return "help: muster reads plain text, Markdown, HTML, docx, odt, JSON Lines, web archives, and archives of these";
    case base::Code::archive_bomb: return "help: raise --max-ratio if you trust the file";
    case base::Code::archive_depth: return "help: raise --max-archive-depth if you trust the file";
    case base::Code::output_failed: return "help: nothing was changed there; free some space or choose another place";
    case base::Code::internal: return "help: this is a mistake in muster; please report it with the document";
    default: return "";
  }
}

void say_error(const base::Error& error, std::string_view color) {
  std::string text;
  if (error.where && !error.where->path.empty()) {
    text += error.where->path;
    if (error.where->line > 0) text += ':' + std::to_string(error.where->line);
    if (error.where->line > 0 && error.where->column > 0) text += ':' + std::to_string(error.where->column);
    text += ": ";
  }
  text += error.text;
  say_line("error", "\x1b[1;31m", error.code, text, color);
  for (const std::string& note : error.notes) say(note + '\n');
  const std::string_view help = advice(error.code);
  if (error.notes.empty() && !help.empty()) say(std::string(help) + '\n');
  for (const base::Error& more : error.more) say_error(more, color);
}

void say_warning(base::Code code, std::string_view text, std::string_view color) {
  say_line("warning", "\x1b[1;33m", code, text, color);
}

}  // namespace muster::cli
