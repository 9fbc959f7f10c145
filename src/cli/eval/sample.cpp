#include "cli/eval/sample.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>

#include "muster/output/phrases.hpp"

namespace muster::cli::eval {
namespace {

constexpr std::array<std::string_view, 6> kinds = {"recommendations", "statuses", "responses",
                                                   "judgements",      "staffing", "figures"};

// FNV-1a over the fact's address, then the finisher of splitmix64: nearby names get far lots.
std::uint64_t lot_of(std::uint64_t seed, std::string_view address) {
  std::uint64_t hash = 14695981039346656037U ^ (seed * 0x9E3779B97F4A7C15U);
  for (const char c : address) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  hash = (hash ^ (hash >> 30U)) * 0xBF58476D1CE4E5B9U;
  hash = (hash ^ (hash >> 27U)) * 0x94D049BB133111EBU;
  return hash ^ (hash >> 31U);
}

bool smaller(const Drawn& a, const Drawn& b) { return a.lot < b.lot; }

constexpr std::uint32_t around = 240;   // code points of context on either side

// From a word's begin, within the text.
std::string context(const model::Text& text, std::uint32_t begin, std::uint32_t end) {
  return output::one_line(text.utf8({begin, end}));
}

}  // namespace

void Sample::add(const model::Record& record) {
  const model::Document& document = record.document;
  const auto keep = [&](std::string_view kind, const auto& fact) {
    Drawn drawn;
    std::string address = document.source.path + '\n' + document.source.member.value_or("") + '\n' +
                          (document.source.record ? std::to_string(*document.source.record) : "") + '\n';
    address += std::string(kind) + '\n' + std::to_string(fact.evidence.quote.begin) + '\n' + fact.id;
    drawn.lot = lot_of(seed_, address);
    std::vector<Drawn>& heap = kept_[std::string(kind)];
    if (heap.size() == size_ && (heap.empty() || drawn.lot >= heap.front().lot)) return;
    drawn.kind = kind;
    drawn.path = document.source.path;
    drawn.member = document.source.member.value_or("");
    if (document.source.record) drawn.record = *document.source.record;
    drawn.id = fact.id;
    drawn.quote = fact.evidence.quote;
    drawn.page = fact.evidence.page;
    drawn.said = document.text.string(drawn.quote);
    const output::Phrase phrase = output::phrase(fact, document.text);
    drawn.label = phrase.label + (phrase.text.empty() ? "" : ": " + phrase.text);
    drawn.before =
        context(document.text, drawn.quote.begin > around ? drawn.quote.begin - around : 0, drawn.quote.begin);
    drawn.after = context(document.text, drawn.quote.end, std::min(document.text.size(), drawn.quote.end + around));
    heap.push_back(std::move(drawn));
    std::push_heap(heap.begin(), heap.end(), smaller);
    if (heap.size() > size_) {
      std::pop_heap(heap.begin(), heap.end(), smaller);
      heap.pop_back();
    }
  };
  for (const auto& fact : record.facts.recommendations) keep("recommendations", fact);
  for (const auto& fact : record.facts.statuses) keep("statuses", fact);
  for (const auto& fact : record.facts.responses) keep("responses", fact);
  for (const auto& fact : record.facts.judgements) keep("judgements", fact);
  for (const auto& fact : record.facts.staffing) keep("staffing", fact);
  for (const auto& fact : record.facts.figures) keep("figures", fact);
}

std::vector<Drawn> Sample::draw() const {
  std::vector<std::vector<Drawn>> sorted;
  for (const std::string_view kind : kinds) {
    const auto found = kept_.find(std::string(kind));
    sorted.push_back(found == kept_.end() ? std::vector<Drawn>{} : found->second);
    std::sort(sorted.back().begin(), sorted.back().end(), smaller);
  }
  // Round and round: one of each kind that has any left.
  std::vector<std::size_t> taken(sorted.size());
  std::size_t drawn = 0;
  for (bool any = true; any && drawn < size_;) {
    any = false;
    for (std::size_t kind = 0; kind < sorted.size() && drawn < size_; ++kind) {
      if (taken[kind] == sorted[kind].size()) continue;
      ++taken[kind];
      ++drawn;
      any = true;
    }
  }
  std::vector<Drawn> out;
  for (std::size_t kind = 0; kind < sorted.size(); ++kind) {
    const auto begin = out.size();
    out.insert(out.end(), sorted[kind].begin(), sorted[kind].begin() + static_cast<std::ptrdiff_t>(taken[kind]));
    std::sort(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(), [](const Drawn& a, const Drawn& b) {
      return std::tie(a.path, a.member, a.record, a.quote.begin, a.id) <
             std::tie(b.path, b.member, b.record, b.quote.begin, b.id);
    });
  }
  return out;
}

}  // namespace muster::cli::eval
