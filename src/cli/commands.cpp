#include "cli/commands.hpp"

#include <array>

#include "cli/flags.hpp"

namespace muster::cli {
namespace {

constexpr std::array all_commands = {
    Command{
        "extract", "PATH…", 1, -1, "facts out of documents: JSON Lines, CSV, a table …",
        "Reads files, folders (all readable files in them, sorted) and, for -, standard input. Plain text, Markdown, HTML and JSON Lines "
        "are told apart by their content. A document that cannot be read gives a record that says why.",
        "muster extract reports/ > facts.jsonl\n"
        "muster extract --format csv --only staffing,statuses -o facts.csv reports/\n"
        "muster extract --with-text letter.html\n",
        cmd_extract},
    Command{"summary", "PATH…", 1, -1, "the same for people: what was asked, how much is met, staffing", "",
            "muster summary reports/\n", cmd_summary},
    Command{
        "report", "PATH…", 1, -1, "a page to read: facts beside their texts",
        "One HTML file that needs no network: an overview, a table with filters, and each document's text with its facts marked. Links to the "
        "documents are relative to where the page lies. Facts can be marked right or wrong; the page saves the marks as JSON Lines.",
        "muster report reports/ -o report.html\nmuster report --title \"Spring visits\" letters/ -o letters.html\n",
        cmd_report},
    Command{
        "merge", "DIR…", 1, -1, "join what the shards of a run wrote",
        "Joins the folders of extract --resume --shard 1/N … N/N into what one run prints, byte for byte. One folder alone has its parts joined.",
        "muster merge out-1 out-2 out-3 -o facts.jsonl\n", cmd_merge},
    Command{"text", "PATH…", 1, -1, "the normalised text that offsets speak of", "",
            "muster text letter.html\nmuster text --format jsonl --body pages/\n", cmd_text},
    Command{"explain", "FILE", 0, 1, "why a fact was found, or why a sentence gave none",
            "For a fact: its sentence, the layers on it, the bytes of the source, the rule and its parts. With --sentence: which rules woke, "
            "matched, were vetoed or refused, and why.",
            "muster explain letter.html --fact r3\nmuster explain --sentence \"Staffing was at 70 per cent.\"\n",
            cmd_explain},
    Command{"check", "DIR", 1, 1, "compare a corpus with what it should give",
            "Reads DIR/texts and compares each file's records with DIR/expected/<the same path>.json, as parsed JSON. Exit code 1 if anything differs.",
            "muster check corpus\nmuster check corpus --tap result.tap\nmuster check corpus --accept\n", cmd_check},
    Command{"eval", "PATH…", 0, -1, "how much is right: against gold, or by a sample to judge",
            "With --gold: precision, recall and F1 of each kind of fact against annotations of your own. With --sample: facts drawn by chance, each with "
            "the text around it, for a person to judge. With --marks: what such judging came to. docs/evaluation.md has the forms.",
            "muster eval --gold gold/ reports/\nmuster eval --sample 60 --seed 7 reports/\n"
            "muster eval --sample 60 --format jsonl -o marks.jsonl reports/\nmuster eval --marks marks.jsonl\n",
            cmd_eval},
    Command{"rules", "list | show ID | test [DIR] | new ID", 1, 2,
        "the rule packs: list, show, test, start a new rule", "",
            "muster rules list\nmuster rules show staffing.vacancy-rate\nmuster rules test my-rules/\nmuster rules new staffing.rota\n", cmd_rules},
    Command{"schema", "", 0, 0, "the JSON Schema of the records", "", "muster schema > muster.schema.json\n",
        cmd_schema},
    Command{"completions", "bash|zsh|fish", 1, 1, "completions for a shell", "",
            "muster completions bash > ~/.local/share/bash-completion/completions/muster\n", cmd_completions},
};

}  // namespace

std::span<const Command> commands() { return all_commands; }

const Command* find_command(std::string_view name) {
  for (const Command& command : all_commands)
    if (command.name == name) return &command;
  return nullptr;
}

}  // namespace muster::cli
