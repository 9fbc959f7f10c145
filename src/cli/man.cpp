// muster.1, written from the tables of commands and flags.
#include <algorithm>

#include <fmt/format.h>

#include "cli/flags.hpp"
#include "cli/help.hpp"
#include "muster/base/utf8.hpp"

namespace muster::cli {
namespace {

// Text for roff: backslashes, hyphens and a leading dot or quote lose their meaning.
std::string roff(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const base::Step step = base::step(text, at);
    const char c = text[at];
    at += step.length;
    if (step.code_point > 0x7F) {
      out += fmt::format("\\[u{:04X}]", static_cast<std::uint32_t>(step.code_point));
    } else if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) out += "\\&";
      out += c;
    }
  }
  return out;
}

std::string flag_heading(const Flag& flag) {
  std::string out = ".TP\n";
  const std::string name = "\\fB" + roff(flag.name) + "\\fR";
  out += flag.letter && flag.name != "-h" ? std::string("\\fB\\-") + flag.letter + "\\fR, " + name : name;
  if (!flag.value.empty()) out += " \\fI" + roff(flag.value) + "\\fR";
  return out + '\n';
}

}  // namespace

std::string man_page() {
  std::string out =
      ".TH MUSTER 1 \"\" \"muster " MUSTER_VERSION
      "\" \"User commands\"\n.SH NAME\nmuster \\- facts out of inspection reports and news\n.SH SYNOPSIS\n";
  for (const Command& command : commands()) {
    out += ".B muster " + std::string(command.name) + "\n[\\fIflags\\fR]";
    if (!command.words.empty()) out += " \\fI" + roff(command.words) + "\\fR";
    out += "\n.br\n";
  }
  out +=
      ".SH DESCRIPTION\n"
      "Reads inspection reports, letters and news, and finds what was recommended, how much of it is met, what was judged, and the "
      "staffing behind it; each fact with the sentence that says it.\n.SH COMMANDS\n";
  for (const Command& command : commands()) {
    out += ".TP\n\\fB" + std::string(command.name) + "\\fR \\fI" + roff(command.words) + "\\fR\n" +
           roff(command.brief) + ".\n";
    if (!command.more.empty()) out += roff(command.more) + '\n';
  }
  out += ".SH FLAGS\n";
  std::string_view group;
  for (const Flag& flag : flags()) {
    if (flag.group != group) out += ".SS " + std::string(flag.group) + '\n';
    group = flag.group;
    out += flag_heading(flag) + roff(flag.brief) + ".\n";
    if (!flag.more.empty()) out += roff(flag.more) + '\n';
    if (flag.commands != "*") {
      std::string names;
      for (const Command& command : commands())
        if (applies(flag, command.name)) (names += names.empty() ? "" : ", ") += command.name;
      out += "For: " + names + ".\n";
    }
  }
  out += ".SH EXIT STATUS\n";
  const std::string_view codes = exit_codes();
  for (std::size_t from = 0; from < codes.size();) {
    const std::size_t end = std::min(codes.find('\n', from), codes.size());
    const std::string_view line = codes.substr(from, end - from);
    const std::size_t gap = line.find(' ');
    out += ".TP\n.B " + std::string(line.substr(0, gap)) + '\n' + roff(line.substr(line.find_first_not_of(' ', gap))) +
           '\n';
    from = end + 1;
  }
  out += ".SH EXAMPLES\n.nf\n";
  for (const Command& command : commands()) out += roff(command.examples);
  return out + ".fi\n";
}

}  // namespace muster::cli
