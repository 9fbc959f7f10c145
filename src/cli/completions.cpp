// Completion scripts for bash, zsh and fish, written from the table of flags.
#include <string>

#include "cli/flags.hpp"
#include "cli/help.hpp"

namespace muster::cli {
namespace {

std::string with_blanks(std::string_view choices) {
  std::string out(choices);
  for (char& c : out)
    if (c == '|') c = ' ';
  return out;
}

std::string_view choices_of(const Flag& flag, std::string_view command) {
  if (flag.name == "--format") return command == "text" ? "plain|jsonl" : "jsonl|json|csv|tsv|table|markdown";
  if (flag.name == "--only") return "recommendations|statuses|tallies|responses|judgements|staffing|figures";
  return flag.choices;
}

// What the command's first word may be, where it is no path.
std::string_view words_of(std::string_view command) {
  if (command == "rules") return "list show test new";
  if (command == "completions") return "bash zsh fish";
  return "";
}

std::string command_names() {
  std::string out;
  for (const Command& command : commands()) (out += out.empty() ? "" : " ") += command.name;
  return out;
}

// Single-quoted for a shell; "'" cannot stand in our helps' quotes, so it is doubled out of them.
std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) c == '\'' ? out += "'\\''" : out += c;
  return out + '\'';
}

std::string bash() {
  std::string out =
      "# bash completion of muster, written by `muster completions bash`\n"
      "_muster() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}\n"
      "  COMPREPLY=()\n"
      "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
      "    COMPREPLY=($(compgen -W " + quoted(command_names() + " -h --help --version") + " -- \"$word\"))\n"
      "    return\n"
      "  fi\n"
      "  case \"$command $before\" in\n";
  for (const Command& command : commands()) {
    for (const Flag& flag : flags()) {
      if (!applies(flag, command.name) || flag.value.empty()) continue;
      std::string pattern = "\"" + std::string(command.name) + ' ' + std::string(flag.name) + "\"";
      if (flag.letter) pattern += "|\"" + std::string(command.name) + " -" + flag.letter + "\"";
      const std::string_view choices = choices_of(flag, command.name);
      if (!choices.empty()) {
        out += "    " + pattern + ") COMPREPLY=($(compgen -W " + quoted(with_blanks(choices)) +
               " -- \"$word\")); return ;;\n";
      } else if (flag.value == "FILE" || flag.value == "DIR") {
        out += "    " + pattern + ") COMPREPLY=($(compgen -" + (flag.value == "DIR" ? "d" : "f") +
               " -- \"$word\")); return ;;\n";
      } else {
        out += "    " + pattern + ") return ;;\n";
      }
    }
  }
  out += "  esac\n  case \"$word\" in\n  -*)\n    case \"$command\" in\n";
  for (const Command& command : commands()) {
    std::string names;
    for (const Flag& flag : flags())
      if (applies(flag, command.name)) (names += names.empty() ? "" : " ") += flag.name;
    out += "      " + std::string(command.name) + ") COMPREPLY=($(compgen -W " + quoted(names) + " -- \"$word\")) ;;\n";
  }
  out += "    esac\n    return ;;\n  esac\n  case \"$command\" in\n";
  for (const Command& command : commands())
    if (!words_of(command.name).empty())
      out += "    " + std::string(command.name) + ") COMPREPLY=($(compgen -W " + quoted(words_of(command.name)) +
             " -- \"$word\")) ;;\n";
  out +=
      "    *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n  esac\n}\ncomplete -o filenames -o bashdefault -F _muster muster\n";
  return out;
}

// In zsh's _arguments, "[" "]" and ":" of a description are escaped.
std::string zsh_words(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh() {
  std::string out =
      "#compdef muster\n# zsh completion of muster, written by `muster completions zsh`\n_muster() {\n  local -a commands\n  commands=(\n";
  for (const Command& command : commands())
    out += "    " + quoted(std::string(command.name) + ':' + zsh_words(command.brief)) + '\n';
  out +=
      "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n  local command=$words[2]\n  shift words\n  (( CURRENT-- ))\n  case $command in\n";
  for (const Command& command : commands()) {
    out += "    " + std::string(command.name) + ")\n      _arguments -s \\\n";
    for (const Flag& flag : flags()) {
      if (!applies(flag, command.name)) continue;
      std::string action;
      if (!flag.value.empty()) {
        const std::string_view choices = choices_of(flag, command.name);
        action = ':' + std::string(flag.value) + ':';
        if (!choices.empty()) action += '(' + with_blanks(choices) + ')';
        else if (flag.value == "FILE") action += "_files";
        else if (flag.value == "DIR") action += "_files -/";
      }
      const std::string what = '[' + zsh_words(flag.brief) + ']' + action;
      out += "        " + quoted('*' + std::string(flag.name) + what) + " \\\n";
      if (flag.letter && flag.name != "-h")
        out += "        " + quoted(std::string("*-") + flag.letter + what) + " \\\n";
    }
    const std::string_view words = words_of(command.name);
    out += "        " + quoted(words.empty() ? std::string("*:path:_files") : "1:word:(" + std::string(words) + ")") +
           "\n      ;;\n";
  }
  return out + "  esac\n}\n_muster \"$@\"\n";
}

std::string fish() {
  std::string out = "# fish completion of muster, written by `muster completions fish`\n";
  for (const Command& command : commands())
    out += "complete -c muster -n __fish_use_subcommand -f -a " + std::string(command.name) + " -d " +
           quoted(command.brief) + '\n';
  for (const Command& command : commands()) {
    const std::string here =
        "complete -c muster -n " + quoted("__fish_seen_subcommand_from " + std::string(command.name));
    for (const Flag& flag : flags()) {
      if (!applies(flag, command.name)) continue;
      out += here;
      if (flag.name == "-h") {
        out += " -s h";
      } else {
        out += " -l " + std::string(flag.name.substr(2));
        if (flag.letter) out += std::string(" -s ") + flag.letter;
      }
      if (!flag.value.empty()) {
        const std::string_view choices = choices_of(flag, command.name);
        out += choices.empty() ? (flag.value == "FILE" || flag.value == "DIR" ? " -r -F" : " -x")
                               : " -x -a " + quoted(with_blanks(choices));
      }
      out += " -d " + quoted(flag.brief) + '\n';
    }
    if (!words_of(command.name).empty()) out += here + " -f -a " + quoted(words_of(command.name)) + '\n';
  }
  return out;
}

}  // namespace

std::string completions(std::string_view shell) {
  if (shell == "bash") return bash();
  if (shell == "zsh") return zsh();
  if (shell == "fish") return fish();
  return {};
}

}  // namespace muster::cli
