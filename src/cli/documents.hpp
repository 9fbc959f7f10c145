// What extract, summary and text share: read every document, write every record, end with the right code.
#pragma once

#include "cli/destination.hpp"
#include "cli/sink.hpp"
#include "cli/typed.hpp"
#include "muster/output/write.hpp"
#include "muster/pipeline/run.hpp"

namespace muster::cli {

int write_documents(const Typed& typed, const pipeline::Options& options, Destination& destination);
// With rules and inputs at hand; `before`: what was done in an earlier run.
int write_documents(const Typed& typed, const pipeline::Options& options, const pipeline::Muster& muster,
                    const std::vector<pipeline::Task>& tasks, Destination& destination,
                    const pipeline::Outcome& before);
int write_documents(const Typed& typed, const pipeline::Options& options, Sink& sink, output::Writer& writer);

// Says the error; the code that ends the program: 0 quietly when the reader of our output went away.
[[nodiscard]] int end_with(const base::Error& error, const Typed& typed);

// Prints a text to -o or standard output.
[[nodiscard]] int print(const Typed& typed, std::string_view text);

// First of all: a reader that went away and a full quota are errors of write, no signals; streams that were
// closed stay unusable.
void settle_streams();
// From here on SIGINT and SIGTERM end write_documents in order. Another one a second later ends the program at once.
void listen_to_signals();

}  // namespace muster::cli
