#include <unistd.h>

#include "cli/commands.hpp"
#include "cli/documents.hpp"
#include "cli/exit_code.hpp"
#include "cli/explain.hpp"
#include "cli/meant.hpp"
#include "cli/terminal.hpp"
#include "muster/ingest/open.hpp"
#include "muster/output/phrases.hpp"
#include "muster/output/terminal_text.hpp"

namespace muster::cli {
namespace {

int wrong(const Typed& typed, std::string text, std::string help) {
  say_error({base::Code::usage, std::move(text), {}, {"help: " + std::move(help)}, {}}, typed.color);
  return exit_usage;
}

}  // namespace

int cmd_explain(const Typed& typed) {
  if (typed.words.empty() == !typed.sentence)
    return wrong(typed, "explain needs either a FILE or --sentence", "muster explain letter.html --fact r3");
  pipeline::Options options = options_of(typed);
  options.keep_layers = true;
  base::Result<pipeline::Muster> muster = pipeline::Muster::load(options);
  if (!muster) return end_with(muster.error(), typed);

  const output::Ink ink{wants_colour(STDOUT_FILENO, typed.color)};
  std::string out;
  bool found = false;
  std::uint64_t read = 0, failed = 0;
  const auto explain = [&](ingest::Opened&& opened) {
    const std::string place = output::place_of(opened.source.info);
    if (opened.error) {
      ++failed;
      base::Error error = *opened.error;
      if (error.text.find(place) == std::string::npos) error.text = place + ": " + error.text;
      say_error(error, typed.color);
      return true;
    }
    ++read;
    pipeline::Explanation explanation;
    const model::Record record = muster->read(std::move(opened.source), options, nullptr, &explanation);
    const Explainer explainer{record, explanation, muster->engine(), ink};
    if (typed.sentence) {
      explainer.sentences(out, true);
      found = true;
      return true;
    }
    std::string text;
    const bool any = explainer.facts(text, typed.fact.value_or(""));
    if (typed.fact && !any) return true;
    if (found) out += '\n';
    found = true;
    out += ink("1;4", output::sanitized(place)) + '\n';
    out += any ? text : std::string("no facts\n");
    if (typed.verbose || !any) {
      out += '\n';
      explainer.sentences(out, false);
    }
    return true;
  };
  if (typed.sentence) {
    ingest::open_bytes(*typed.sentence + "\n", "sentence", {options.fields.text, options.fields.id}, options.limits,
                       explain);
  } else {
    const ingest::Listing listing = ingest::list_inputs(typed.words, options.selection, options.limits);
    for (const auto& [path, error] : listing.problems) {
      ++failed;
      say_error(error, typed.color);
    }
    for (const ingest::Input& input : listing.inputs)
      ingest::open_input(input, options.fields, options.limits, explain);
  }
  if (const int ended = print({}, out); ended != exit_ok) return ended;
  if (read == 0) return exit_none_read;
  if (typed.fact && !found)
    return wrong(typed, "there is no fact " + *typed.fact + " in '" + typed.words.front() + "'",
                 "muster explain FILE lists them all");
  return failed > 0 ? exit_some_failed : exit_ok;
}

}  // namespace muster::cli
