#include "cli/parse.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>

#include "cli/flags.hpp"

namespace muster::cli {
namespace {

base::Error wrong_usage(std::string text, std::string help) {
  return {base::Code::usage, std::move(text), std::nullopt, {"help: " + std::move(help)}, {}};
}

std::string names_of(const Flag& flag) {
  if (flag.name == "-h") return "-h";
  return flag.letter ? std::string("-") + flag.letter + "," + std::string(flag.name) : std::string(flag.name);
}

// Optimal string alignment distance: a swap of neighbours is one slip.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

base::Error unknown_command(std::string_view word) {
  std::vector<std::string_view> names;
  for (const Command& command : commands()) names.push_back(command.name);
  const std::string_view meant = nearest(word, names);
  return wrong_usage("there is no command '" + std::string(word) + "'",
                     meant.empty() ? "muster -h lists the commands" : "did you mean " + std::string(meant) + "?");
}

base::Error unknown_flag(std::string_view word, const Command& command) {
  const std::string_view bare = word.substr(0, word.find('='));
  std::vector<std::string_view> here;
  for (const Flag& flag : flags()) {
    if (applies(flag, command.name)) here.push_back(flag.name);
    if (flag.name == bare) {
      return wrong_usage(std::string(command.name) + " has no flag " + std::string(bare),
                         "muster " + std::string(command.name) + " -h lists those it has");
    }
  }
  const std::string_view meant = nearest(bare, here);
  return wrong_usage("there is no flag " + std::string(bare),
                     meant.empty() ? "muster " + std::string(command.name) + " -h lists the flags"
                                   : "did you mean " + std::string(meant) + "?");
}

base::Result<Typed> parse_command(const Command& command, std::vector<std::string> arguments) {
  Typed typed;
  typed.command = command.name;
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  std::vector<const Flag*> here;
  for (const Flag& flag : flags())
    if (applies(flag, command.name)) here.push_back(&flag);
  std::vector<std::vector<std::string>> values(here.size());
  std::vector<CLI::Option*> options(here.size());
  for (std::size_t i = 0; i < here.size(); ++i) {
    if (here[i]->value.empty()) {
      options[i] = app.add_flag(names_of(*here[i]));
    } else {
      options[i] = app.add_option(names_of(*here[i]), values[i]);
      options[i]->allow_extra_args(false)->take_all();
    }
  }
  app.add_option("words", typed.words);
  // What stands behind "--" is a word, whatever it looks like.
  const auto bar = std::find(arguments.begin(), arguments.end(), "--");
  std::vector<std::string> plain(bar == arguments.end() ? bar : bar + 1, arguments.end());
  arguments.erase(bar, arguments.end());
  try {
    std::reverse(arguments.begin(), arguments.end());   // CLI11 takes them from the back
    app.parse(std::move(arguments));
  } catch (const CLI::ParseError& thrown) {
    return base::fail(wrong_usage(thrown.what(), "muster " + std::string(command.name) + " -h"));
  }
  for (std::size_t i = 0; i < here.size(); ++i) {
    if (here[i]->value.empty() && options[i]->count() > 0) {
      here[i]->take(typed, "");
      typed.given.emplace_back(here[i]->name, "");
    }
    for (const std::string& value : values[i]) {
      typed.given.emplace_back(here[i]->name, value);
      if (std::string wrong = here[i]->take(typed, value); !wrong.empty())
        return base::fail(
            wrong_usage(std::string(here[i]->name) + ' ' + wrong, "muster " + std::string(command.name) + " --help"));
    }
  }
  if (typed.help != Help::none) return typed;
  for (const std::string& extra : app.remaining()) {
    if (extra.size() > 1 && extra[0] == '-') return base::fail(unknown_flag(extra, command));
    typed.words.push_back(extra);
  }
  typed.words.insert(typed.words.end(), plain.begin(), plain.end());
  const auto count = static_cast<int>(typed.words.size());
  if (count < command.least)
    return base::fail(wrong_usage(std::string(command.name) + " needs " + std::string(command.words),
                                  "muster " + std::string(command.name) + " -h shows how it is used"));
  if (command.most >= 0 && count > command.most)
    return base::fail(wrong_usage(
        std::string(command.name) + " takes no '" + typed.words[static_cast<std::size_t>(command.most)] + "'",
        "muster " + std::string(command.name) + " -h shows how it is used"));
  return typed;
}

}  // namespace

std::string_view nearest(std::string_view typed, const std::vector<std::string_view>& words) {
  std::string_view best;
  std::size_t best_distance = std::max<std::size_t>(1, std::min<std::size_t>(typed.size(), 40) / 3) + 1;
  if (typed.size() > 40) return best;
  for (const std::string_view word : words) {
    const std::size_t far = distance(typed, word);
    if (far < best_distance) best = word, best_distance = far;
  }
  return best;
}

base::Result<Typed> parse(const std::vector<std::string>& arguments) {
  Typed typed;
  if (arguments.empty()) return base::fail(wrong_usage("what shall muster do?", "muster -h lists the commands"));
  const std::string& first = arguments.front();
  if (first == "-h") typed.help = Help::brief;
  if (first == "--help" || first == "help") typed.help = Help::full;
  if (first == "-V" || first == "--version") typed.help = Help::version;
  if (first == "--man") typed.help = Help::man;
  if (first == "help" && arguments.size() > 1) {
    if (!find_command(arguments[1])) return base::fail(unknown_command(arguments[1]));
    typed.command = arguments[1];
  }
  if (typed.help != Help::none) return typed;
  if (first[0] == '-' || first.empty())
    return base::fail(wrong_usage("a command comes first, not '" + first + "'", "muster -h lists the commands"));
  const Command* command = find_command(first);
  if (!command) return base::fail(unknown_command(first));
  return parse_command(*command, {arguments.begin() + 1, arguments.end()});
}

}  // namespace muster::cli
