// What the readers of facts have found out about a document's sentences, each thing once: kept with the reading, and
// gone with it. Private to facts.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "facts/status.hpp"

namespace muster::facts {

struct Memory {
  explicit Memory(const Reading& reading)
      : said(reading.layers.sentences.size()),
        tells_of_requests(said.size()),
        explains_a_grade(said.size()),
        under_explanation(reading.document.blocks.size()),
        heads_earlier(reading.document.blocks.size()) {}

  std::vector<std::unique_ptr<ReadSentence>> said;   // those that somebody asked for
  std::vector<Known> tells_of_requests, explains_a_grade;   // by sentence
  std::vector<Known> under_explanation, heads_earlier;   // by heading
};

// Made when it is first asked for; stays where it is as long as the reading lives.
[[nodiscard]] Memory& memory_of(const Reading& reading);

}   // namespace muster::facts
