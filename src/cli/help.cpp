#include "cli/help.hpp"

#include <algorithm>

#include "cli/flags.hpp"
#include "muster/output/terminal_text.hpp"

namespace muster::cli {
namespace {

constexpr int width = 80;

// "  -o, --output FILE   write to FILE …", the right column wrapped.
void append_entry(std::string& out, std::string_view left, std::string_view right, int column) {
  std::string head = "  " + std::string(left);
  const bool fits = output::display_width(head) + 2 <= column;
  output::append_padded(out, head, fits ? column : 0);
  if (!fits) out += '\n', out.append(static_cast<std::size_t>(column), ' ');
  bool first = true;
  for (const std::string& line : output::wrap(right, width - column)) {
    if (!first) out.append(static_cast<std::size_t>(column), ' ');
    first = false;
    out += line;
    out += '\n';
  }
}

std::string left_of(const Flag& flag) {
  std::string left;
  if (flag.name == "-h") {
    left = "-h";
  } else {
    left = flag.letter ? std::string("-") + flag.letter + ", " : std::string("    ");
    left += flag.name;
  }
  if (!flag.value.empty()) left += ' ' + std::string(flag.value);
  return left;
}

void append_flags(std::string& out, std::string_view command, bool full) {
  std::string_view group;
  for (const Flag& flag : flags()) {
    if (!applies(flag, command)) continue;
    const bool rare = flag.group == "Limits" || flag.group == "Long runs";
    if (rare && !full) continue;   // one screen
    if (flag.group != group && full) out += '\n' + std::string(flag.group) + '\n';
    group = flag.group;
    append_entry(
        out, left_of(flag),
        full && !flag.more.empty() ? std::string(flag.brief) + ". " + std::string(flag.more) : std::string(flag.brief),
        24);
  }
}

void append_wrapped(std::string& out, std::string_view text) {
  for (const std::string& line : output::wrap(text, width)) out += line + '\n';
}

void append_lines(std::string& out, std::string_view lines) {
  for (std::size_t from = 0; from < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', from), lines.size());
    out += "  " + std::string(lines.substr(from, end - from)) + '\n';
    from = end + 1;
  }
}

constexpr std::string_view about =
    "muster reads inspection reports, letters and news, and finds what was recommended, how much of it is met, what was judged, "
    "and the staffing behind it; each fact with the sentence that says it.";

std::string program_help(bool full) {
  std::string out = "usage: muster COMMAND [FLAGS] [PATH…]\n\n";
  append_wrapped(out, about);
  out += "\nCommands\n";
  for (const Command& command : commands()) append_entry(out, command.name, command.brief, 16);
  out += "\n  muster COMMAND -h     its flags in short      muster COMMAND --help   all of it\n";
  out += "  muster --version      the version             muster --help           more\n";
  if (!full) {
    out += "\nExample\n  muster extract reports/ > facts.jsonl\n";
    return out;
  }
  out += "\nExamples\n";
  for (const Command& command : commands()) append_lines(out, command.examples);
  out += "\nExit codes\n";
  append_lines(out, exit_codes());
  return out;
}

std::string command_help(const Command& command, bool full) {
  std::string out = "usage: muster " + std::string(command.name) + " [FLAGS]";
  if (!command.words.empty()) out += ' ' + std::string(command.words);
  out += "\n\n";
  std::string brief(command.brief);
  if (brief[0] >= 'a' && brief[0] <= 'z') brief[0] = static_cast<char>(brief[0] - 'a' + 'A');
  append_wrapped(out, brief + ".");
  if (full && !command.more.empty()) out += '\n', append_wrapped(out, command.more);
  if (!full) out += '\n';
  append_flags(out, command.name, full);
  if (full) {
    out += "\nExamples\n";
    append_lines(out, command.examples);
    out += "\nExit codes\n";
    append_lines(out, exit_codes());
  }
  return out;
}

}  // namespace

std::string_view exit_codes() {
  return "0    everything was read (a closed pipe counts as the end)\n"
         "1    a check found differences (check, rules test)\n"
         "2    wrong usage, a broken rule pack, or output that cannot be written\n"
         "3    some documents could not be read, the others were\n"
         "4    no document could be read\n"
         "70   a mistake in muster\n"
         "130  interrupted\n";
}

std::string brief_help(std::string_view command) {
  const Command* found = find_command(command);
  return found ? command_help(*found, false) : program_help(false);
}

std::string full_help(std::string_view command) {
  const Command* found = find_command(command);
  return found ? command_help(*found, true) : program_help(true);
}

std::string version_text() { return "muster " MUSTER_VERSION "\n"; }

}  // namespace muster::cli
