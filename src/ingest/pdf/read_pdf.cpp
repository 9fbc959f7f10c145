#include "ingest/pdf/read_pdf.hpp"

#include <fmt/format.h>

#include <chrono>

#include "ingest/pdf/answer.hpp"
#include "ingest/pdf/read_pages.hpp"
#include "ingest/pdf/workers.hpp"

namespace muster::ingest::pdf {
namespace {

using base::Code;
using wire::Outcome;

constexpr std::uint64_t bytes_a_word = 96;   // of an answer, with its share of rules

base::Error error_of(Code code, std::string text, std::vector<std::string> notes = {}) {
  return {code, std::move(text), std::nullopt, std::move(notes), {}};
}

std::string size_text(std::uint64_t bytes) {
  if (bytes >= (1ULL << 30U) && bytes % (1ULL << 30U) == 0) return fmt::format("{}G", bytes >> 30U);
  if (bytes >= (1ULL << 20U) && bytes % (1ULL << 20U) == 0) return fmt::format("{}M", bytes >> 20U);
  return fmt::format("{}", bytes);
}

// What a broken exchange means to a reader: a code, and words that go on "the document …".
struct Meaning {
  Code warning, error;
  std::string words;
};

Meaning meaning_of(Broken broken, const Limits& limits) {
  switch (broken) {
    case Broken::late:
      return {Code::pdf_limit, Code::pdf_limit_error,
              fmt::format("took longer than {} seconds to read (--pdf-time)", limits.pdf_time)};
    case Broken::memory:
      return {Code::pdf_limit, Code::pdf_limit_error,
              fmt::format("needs more than {} of memory to be read (--pdf-memory)", size_text(limits.pdf_memory))};
    case Broken::flooded:
      return {Code::pdf_limit, Code::pdf_limit_error, "gave more words than may be kept (--pdf-words)"};
    case Broken::died: return {Code::pdf_crashed, Code::pdf_crashed_error, "made the PDF reader crash"};
    default: return {Code::pdf_crashed, Code::pdf_crashed_error, "got no answer from muster-pdf that makes sense"};
  }
}

std::string pages_text(std::size_t read, int all) {
  return fmt::format("{} of its {} page{} {} read", read, all, all == 1 ? "" : "s", read == 1 ? "was" : "were");
}

base::Error no_worker(const std::string& program) {
  if (program.empty())
    return error_of(
        Code::pdf_worker, "muster-pdf, the program that reads PDF documents, is not installed",
        {"help: it belongs beside muster or in ../libexec/muster; the environment variable MUSTER_PDF may name it"});
  return error_of(
      Code::pdf_worker, fmt::format("muster-pdf, the program that reads PDF documents, cannot be started: {}", program),
      {"help: the environment variable MUSTER_PDF names it; without it muster looks beside itself and in ../libexec/muster"});
}

// Pages of a kind, told as one warning: "pages 2, 5-7 and 30 …".
std::string ranges(const std::vector<int>& pages) {
  std::string out = pages.size() == 1 ? "page " : "pages ";
  for (std::size_t i = 0; i < pages.size();) {
    std::size_t j = i;
    while (j + 1 < pages.size() && pages[j + 1] == pages[j] + 1) ++j;
    if (i > 0) out += j + 1 == pages.size() ? " and " : ", ";
    out += i == j ? fmt::format("{}", pages[i]) : fmt::format("{}-{}", pages[i], pages[j]);
    i = j + 1;
  }
  return out;
}

void warn_of_pages(const Answer& answer, model::Source& source) {
  const Pages& pages = answer.pages;
  std::vector<int> pictures, damaged;
  bool any = false;
  for (const Page& page : pages.pages) {
    any = any || !page.words.empty();
    if (page.words.empty() && page.image) pictures.push_back(page.number);
    if (page.damaged) damaged.push_back(page.number);
  }
  const auto first = [](const std::vector<int>& list) {
    return list.size() == 1 ? std::optional<int>(list[0]) : std::nullopt;
  };
  if (!pictures.empty())
    source.warnings.push_back(
        {Code::pdf_no_text,
         fmt::format("{} {} only an image: nothing was read from {}", ranges(pictures),
                     pictures.size() == 1 ? "holds" : "hold", pictures.size() == 1 ? "it" : "them"),
         first(pictures)});
  if (!any && pictures.empty() && damaged.empty() && !pages.pages.empty())
    source.warnings.push_back({Code::pdf_no_text, "no page of the document holds any text", {}});
  if (answer.repaired)
    source.warnings.push_back({Code::pdf_damaged,
                               "the document is damaged and was repaired: something may be missing" +
                                   (damaged.empty() ? std::string() : ", surely on " + ranges(damaged)),
                               first(damaged)});
  else if (!damaged.empty())
    source.warnings.push_back({Code::pdf_damaged,
                               fmt::format("{} {} damaged: something may be missing there", ranges(damaged),
                                           damaged.size() == 1 ? "is" : "are"),
                               first(damaged)});
}

std::optional<base::Error> judge(const Answer& answer, std::optional<Broken> broken, const std::string& program,
                                 const Limits& limits, model::Source& source) {
  const Pages& pages = answer.pages;
  if (broken) {
    if (*broken == Broken::absent) return no_worker(program);
    const Meaning meaning = meaning_of(*broken, limits);
    if (pages.pages.empty()) return error_of(meaning.error, "the document " + meaning.words);
    source.warnings.push_back(
        {meaning.warning,
         fmt::format("the document {}: {}", meaning.words, pages_text(pages.pages.size(), pages.count)),
         {}});
    return std::nullopt;
  }
  switch (answer.outcome) {
    case Outcome::not_pdf: return error_of(Code::pdf_broken, "the document is too damaged to be read as a PDF");
    case Outcome::encrypted:
      return error_of(Code::pdf_encrypted, "the document is locked with a password",
                      {"help: save a copy without the password and read that"});
    case Outcome::pages:
      source.warnings.push_back({Code::pdf_limit,
                                 fmt::format("the document has more than {} pages (--max-pages): {}", limits.max_pages,
                                             pages_text(pages.pages.size(), pages.count)),
                                 {}});
      break;
    case Outcome::words:
      source.warnings.push_back({Code::pdf_limit,
                                 fmt::format("the document holds more than {} words (--pdf-words): {}",
                                             limits.pdf_words, pages_text(pages.pages.size(), pages.count)),
                                 {}});
      break;
    case Outcome::output:
      source.warnings.push_back({Code::pdf_limit,
                                 fmt::format("the document holds more than may be kept (--pdf-words): {}",
                                             pages_text(pages.pages.size(), pages.count)),
                                 {}});
      break;
    case Outcome::done: break;
  }
  if (pages.pages.empty() && answer.outcome == Outcome::done)
    return error_of(Code::pdf_broken, "the document has no page that can be read");
  return std::nullopt;
}

}  // namespace

std::optional<base::Error> read_pdf(std::string_view bytes, const Limits& limits, model::Source& source) {
  static const std::string program = Worker::find();
  wire::Request request;
  request.bytes = bytes.size();
  request.max_pages = limits.max_pages;
  request.max_words = limits.pdf_words;
  request.max_output = limits.pdf_words * bytes_a_word;
  request.seconds = limits.pdf_time;
  Answer answer;
  std::unique_ptr<Worker> worker = borrow_worker(program, limits.pdf_memory);
  // The worker's own clock stops it after so much work; ours, twice as long, stops one that sleeps.
  const std::optional<Broken> broken =
      worker->ask(bytes, request, std::chrono::seconds(std::uint64_t{limits.pdf_time} * 2 + 1),
                  [&](wire::Kind kind, std::string_view payload) { return answer.take(kind, payload); });
  if (!broken) give_back(std::move(worker), program, limits.pdf_memory);
  if (answer.pages.count > 0) source.info.pages = answer.pages.count;
  std::optional<base::Error> error = judge(answer, broken, program, limits, source);
  if (error) return error;
  read_pages(answer.pages, limits, source);
  warn_of_pages(answer, source);
  return std::nullopt;
}

}  // namespace muster::ingest::pdf
