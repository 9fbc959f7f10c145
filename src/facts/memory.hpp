// What the readers of facts have found out about a document's sentences, each thing once: kept with the reading, and
// gone with it. Private to facts.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string_view>
#include <vector>

#include "facts/status.hpp"

namespace muster::facts {

// What a match's rule makes, as far as every maker asks for it.
enum class Fact : std::uint8_t { recommendation, status, response, judgement, staffing, figure };
struct Made {
  const model::Match* match;
  std::string_view how;
};

struct Memory {
  explicit Memory(const Reading& reading)
      : said(reading.layers.sentences.size()),
        tells_of_requests(said.size()),
        explains_a_grade(said.size()),
        under_explanation(reading.document.blocks.size()),
        heads_earlier(reading.document.blocks.size()),
        headings(reading.document.blocks.size()) {
    sort_matches(reading);
  }

  std::vector<std::shared_ptr<ReadSentence>> said;   // those that somebody asked for
  // Of a very long document only what was read last is kept: call it when a sentence has been read.
  void note_read(std::uint32_t sentence);
  std::vector<Known> tells_of_requests, explains_a_grade;   // by sentence
  std::vector<Known> under_explanation, heads_earlier;   // by heading
  struct Heading {
    bool read = false, names_requests = false, follows_up = false;
  };
  std::vector<Heading> headings;   // by block
  std::array<std::vector<Made>, 6> made;   // the matches by what they make

 private:
  void sort_matches(const Reading& reading);
  std::deque<std::uint32_t> in_order_;   // the sentences that are kept, as they were read
  std::size_t words_ = 0;   // of them
};

// Made when it is first asked for; stays where it is as long as the reading lives.
[[nodiscard]] Memory& memory_of(const Reading& reading);

// The matches of rules that make a fact of this kind, in their order.
[[nodiscard]] inline const std::vector<Made>& matches_for(const Reading& reading, Fact fact) {
  return memory_of(reading).made[static_cast<std::size_t>(fact)];
}

}   // namespace muster::facts
