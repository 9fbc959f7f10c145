// How a statement on earlier requests is read, in layers: the request that is spoken of, the verdict on
// it with what stands around it (almost, not, partly, being), and the counts and shares.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "facts/clauses.hpp"

namespace muster::facts {

// Where a sentence speaks of something asked for earlier.
struct RequestMention {
  Span span;                 // the noun and what says that it is an earlier one
  Span noun;
  bool strong = false;       // "recommendations", or a weaker noun that an earlier inspection left
  bool by_number = false;    // "recommendation 3"
};

struct Verdict {
  model::StatusValue value = model::StatusValue::met;
  Span phrase;
  bool passive = false;
  bool refused = false;      // a plan, a duty, a forecast
  std::string why;
};

// A sentence with what the readings need of it.
struct Said {
  std::uint32_t index = 0;
  Span span;
  std::vector<Word> words;
};

[[nodiscard]] Said read_sentence(const Reading& reading, std::uint32_t index);
[[nodiscard]] std::vector<RequestMention> requests_in(const Reading& reading, const Said& said);
// "the last inspection", "our prior audit": a look that was taken earlier
[[nodiscard]] bool speaks_of_earlier(const Said& said);
[[nodiscard]] Verdict read_verdict(const Reading& reading, const Said& said, Span phrase);
[[nodiscard]] bool is_auxiliary(std::string_view word);

struct Counted {
  std::optional<double> count, of;
  model::Share share = model::Share::none_given;
  bool not_all = false;      // "not all of the …"
  bool no_one = false;       // "none of the …"
};
// What is counted or shared between `from` and the verdict (or right after it when it is active).
[[nodiscard]] Counted read_counts(const Reading& reading, const Said& said, std::uint32_t from, const Verdict& verdict);
// "five key recommendations": the size of the set that a sentence names.
[[nodiscard]] std::optional<double> set_size(const Reading& reading, const Said& said);

}  // namespace muster::facts
