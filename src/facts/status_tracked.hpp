// Trackers: a table, a list or a run of lines that goes through what was asked for earlier, item by item, and says in
// a few free words how far each has come. Private to status*.cpp.
#pragma once

#include "facts/status.hpp"

namespace muster::facts {

// How far the words [first, last) of the sentence say that something asked for has come: a grade that they begin with
// ("Overtaken by events", "Implemented (July)"), else, unless it has to be
// `graded`, the stance of all of them ("out to tender");
// `parts`: "coast line done, hill line not" is done in part. Linear in the words.
[[nodiscard]] std::optional<model::StatusValue> standing_in(const Reading& reading, const Said& said, std::size_t first,
                                                            std::size_t last, bool graded = false, bool parts = true);
// "…, though terms of reference were never written": the words [first, last) take something off what was said before.
[[nodiscard]] bool falls_short(const Said& said, std::size_t first, std::size_t last);
// "In 2021 the committee made five recommendations", "where each of them stands".
[[nodiscard]] bool tells_of_requests(const Reading& reading, std::uint32_t sentence);
// What stands over the block speaks of earlier requests: headings over it, or a paragraph right before it.
[[nodiscard]] bool under_requests(const Reading& reading, std::size_t block);
// The first sentences of the document tell of earlier requests.
[[nodiscard]] bool opens_with_requests(const Reading& reading);

// The rows or items behind the sentence of a match of a rule that makes `how = "tracked"`. Each item that has not been
// told of yet gives one statement. Linear in the items; they end with the list or table. `until`: the block up to which
// runs have been read, which no other match reads again.
void read_tracked(const Reading& reading, const model::Match& match, const std::vector<bool>& asked_now,
                  std::vector<bool>& told, std::size_t& until, model::Drafts& drafts, std::vector<Refusal>* refusals);

}   // namespace muster::facts
