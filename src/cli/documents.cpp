#include "cli/documents.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <string>

#include "cli/exit_code.hpp"
#include "cli/meant.hpp"
#include "cli/progress.hpp"
#include "cli/terminal.hpp"

namespace muster::cli {
namespace {

std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may set it");

std::atomic<std::int64_t> first_signal{0};   // in milliseconds

// write_documents sees to it within 100 ms, unless who reads our output stands still. Wrappers send a
// signal twice: only who asks again a second later is given up to.
extern "C" void on_signal(int) {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  const std::int64_t at = std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
  std::int64_t none = 0;
  if (!first_signal.compare_exchange_strong(none, at) && at - none >= 1000) _exit(exit_interrupted);
  interrupted.store(true);
}

// The errors of a document that failed, and with -v every warning, for people.
void say_troubles(const model::Record& record, const Typed& typed) {
  const model::SourceInfo& source = record.document.source;
  std::string where = source.path;
  if (source.member) where += '!' + *source.member;
  if (source.record) where += ':' + std::to_string(*source.record);
  for (const base::Warning& warning : record.warnings) {
    const bool error = base::code_text(warning.code).starts_with("error.");
    const bool named = !source.record && (warning.message.starts_with(source.path + ':') ||
                                          warning.message.find("'" + source.path + "'") != std::string::npos);
    const std::string text = named ? warning.message : where + ": " + warning.message;
    if (error) {
      say_error({warning.code, text, std::nullopt, {}, {}}, typed.color);
    } else if (typed.verbose) {
      say_warning(warning.code, text, typed.color);
    }
  }
}

}  // namespace

void settle_streams() {
  // A stream that was closed (`>&-`) must not become the number of the next file that is opened. Open the
  // other way round, it still fails where it is used.
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (fcntl(fd, F_GETFD) == -1 && errno == EBADF)
      (void)::open("/dev/null", fd == STDOUT_FILENO ? O_RDONLY : O_WRONLY);
  std::signal(SIGPIPE, SIG_IGN);   // a closed pipe is an error of write
  std::signal(SIGXFSZ, SIG_IGN);   // so is a file over its size limit
}

void listen_to_signals() {
  struct sigaction action {};
  action.sa_handler = on_signal;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

int end_with(const base::Error& error, const Typed& typed) {
  if (error.code == base::Code::output_closed) return exit_ok;
  say_error(error, typed.color);
  return exit_usage;
}

int print(const Typed& typed, std::string_view text) {
  base::Result<Sink> sink = Sink::open(typed.output);
  if (!sink) return end_with(sink.error(), typed);
  if (auto written = sink->write(text); !written) return end_with(written.error(), typed);
  if (auto finished = sink->finish(); !finished) return end_with(finished.error(), typed);
  return exit_ok;
}

int write_documents(const Typed& typed, const pipeline::Options& options, Sink& sink, output::Writer& writer) {
  return write_documents(typed, options, *to_stream(sink, writer));
}

int write_documents(const Typed& typed, const pipeline::Options& options, Destination& destination) {
  base::Result<pipeline::Muster> loaded = pipeline::Muster::load(options);
  if (!loaded) return end_with(loaded.error(), typed);
  // Never taken apart: the program ends with it, and a thousand small tables cost a short run a tenth of its time.
  static const pipeline::Muster* muster = nullptr;
  delete muster;
  muster = new pipeline::Muster(std::move(*loaded));
  return write_documents(typed, options, *muster, pipeline::list(typed.words, options), destination, {});
}

int write_documents(const Typed& typed, const pipeline::Options& given, const pipeline::Muster& muster,
                    const std::vector<pipeline::Task>& tasks, Destination& destination,
                    const pipeline::Outcome& before) {
  pipeline::Options options = given;
  options.stop = &interrupted;
  ProgressLine progress(!typed.quiet);
  base::Result<bool> written = true;
  // What is done is printed (a file of -o is dropped: whole or not at all); nobody waits for the rest.
  options.interrupted = [&] {
    progress.erase();
    if (written) written = destination.flush(true);
    destination.drop();
    std::_Exit(exit_interrupted);
  };
  // What cannot be written ends the program at once: a thread may wait for a pipe that says nothing more.
  const auto check = [&] {
    if (written) return true;
    progress.erase();
    destination.drop();
    std::_Exit(end_with(written.error(), typed));
  };
  // Who reads our output gets what is done before we wait for more.
  options.idle = [&] {
    written = destination.flush(false);
    return check();
  };
  pipeline::Outcome outcome = pipeline::run(
      muster, tasks, options,
      [&](model::Record&& record, const pipeline::Taken& taken) {
        if (record.failed || typed.verbose || destination.at_once()) progress.erase();
        if (record.failed || typed.verbose) say_troubles(record, typed);
        written = destination.write_at(record, taken);
        return check();
      },
      [&](const pipeline::Progress& now) { progress.show(now); });
  progress.erase();
  if (written) written = destination.flush(true);
  if (!written) return end_with(written.error(), typed);
  if (auto finished = destination.finish(); !finished) return end_with(finished.error(), typed);
  outcome.read += before.read, outcome.failed += before.failed;
  if (outcome.failed == 0) return exit_ok;
  return outcome.read == 0 ? exit_none_read : exit_some_failed;
}

}  // namespace muster::cli
