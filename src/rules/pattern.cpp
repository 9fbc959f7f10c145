#include "rules/pattern.hpp"

namespace muster::rules {
namespace {

// How much of a sentence the sieve may look at, in its lengths: gaps without end could take it from every
// word to the end of the sentence.
constexpr std::size_t most_lengths = 16, least_patience = 1000;

}  // namespace

std::unique_ptr<const Pattern> Pattern::compile(const std::string& written, Regex::Problem& problem) {
  std::unique_ptr<Pattern> made(new Pattern);
  made->sieve_ = Sieve::make(written);
  made->regex_ =
      Regex::compile(written, problem, made->sieve_ != nullptr ? Regex::Where::here : Regex::Where::anywhere);
  return made->regex_ != nullptr ? std::move(made) : nullptr;
}

std::unique_ptr<const Pattern> Pattern::over(const Flat& flat) {
  std::unique_ptr<Pattern> made(new Pattern);
  if (!flat.sieve.empty()) made->sieve_ = Sieve::over(flat.sieve);
  made->regex_ = Regex::over(flat.regex);
  return made->regex_ != nullptr ? std::move(made) : nullptr;
}

Search Pattern::search(std::string_view text, std::size_t from, std::size_t to, const WordStarts& starts,
                       Sieve::Memory& memory, base::Span& match, std::vector<Capture>* captures) const {
  if (sieve_ == nullptr) return regex_->search(text, from, to, match, captures);
  std::size_t patience = most_lengths * (to - from) + least_patience;
  const std::string_view head = text.substr(0, to);
  for (std::size_t at = sieve_->first(head, from, starts, memory, patience); at <= to;
       at = sieve_->first(head, at + 1, starts, memory, patience))
    if (const Search found = regex_->search(text, at, to, match, captures); found != Search::nothing) return found;
  return Search::nothing;
}

}  // namespace muster::rules
