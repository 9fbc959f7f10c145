#include "facts/memory.hpp"

#include <algorithm>
#include <unordered_map>

namespace muster::facts {

void Memory::sort_matches(const Reading& reading) {
  constexpr std::array<std::string_view, 6> names = {"recommendation", "status",   "response",
                                                     "judgement",      "staffing", "figure"};
  struct Making {
    std::size_t fact;
    std::string_view how;
  };
  std::unordered_map<const model::Rule*, Making> rules;   // few, with many matches each
  for (const model::Match& match : reading.matches) {
    const auto [of, fresh] = rules.try_emplace(match.rule);
    if (fresh) {
      const auto name = std::find(names.begin(), names.end(), match.makes("fact"));
      of->second = {static_cast<std::size_t>(name - names.begin()), match.makes("how")};
    }
    if (of->second.fact < made.size()) made[of->second.fact].push_back({&match, of->second.how});
  }
}

void Memory::note_read(std::uint32_t sentence) {
  constexpr std::size_t most = 1U << 18U;   // words: some 10 MB
  in_order_.push_back(sentence);
  words_ += said[sentence]->words.size();
  while (words_ > most && in_order_.front() != sentence) {
    words_ -= said[in_order_.front()]->words.size();
    said[in_order_.front()] = nullptr;
    in_order_.pop_front();
  }
}

Memory& memory_of(const Reading& reading) {
  std::shared_ptr<Memory>& memory = reading.remembered.memory;
  if (memory == nullptr) memory = std::make_shared<Memory>(reading);
  return *memory;
}

}   // namespace muster::facts
