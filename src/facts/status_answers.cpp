// What was asked and how it stands, in one sentence: "The 2017 report called for a register, but none has
// been made"; "Ten years after the review urged it, the port still has no pilot".
#include "facts/status.hpp"

namespace muster::facts {
namespace {

bool demands(const Said& said, std::size_t i) {
  return said.is(i, Role::asked) && !said.is(i, WordKind::finds_or_suggests);
}

// Somebody who looks asked for something, or was promised it: where that is said.
std::optional<std::size_t> asked_at(const Reading& reading, const Said& said) {
  for (std::size_t i = 1; i < said.words.size(); ++i) {
    const bool perfect_passive =
        said.is(i - 1, {"was", "were"}) || (said.is(i - 1, {"been"}) && i > 1 && said.is(i - 2, {"had"}));
    if (demands(said, i) && !said.is(i - 1, {"to", "will", "should", "must", "would", "is", "are", "be", "being"})) {
      for (std::size_t k = i, steps = 0; k-- > 0 && steps < 7; ++steps) {
        // "inspectors raised concerns, but …" may be told of now
        if (said.is(k, {"inspectors", "inspection", "inspector"}) && !tells_what_was_asked(said)) break;
        if (said.is(k, Role::looker) || (said.is(k, Role::look) && k > 0)) return i;
        if (!said.joined(k) && steps > 0) break;
      }
      // "was told to … in 2016", "had been ordered last year to"
      if (perfect_passive)
        for (std::size_t k = 0; k < said.words.size(); ++k)
          if ((said.is(k, Role::earlier) && said.is(k, Role::number)) || said.is(k, {"ago", "previously"}) ||
              (said.is(k, {"last", "previous"}) && said.is(k + 1, WordKind::look_or_time)))
            return i;
    }
    // "had undertaken in its compliance plan to"
    if (said.is(i, {"undertaken", "undertook"}) && !said.is(i - 1, {"been", "was", "were"}) &&
        (said.is(i + 1, {"to"}) || (said.is(i + 1, {"in"}) && said.is(i + 2, {"its", "their"}))))
      return i;
    // "its assurance to the accounts committee", "promised after the last inspection"
    if (said.is(i, WordKind::pledge_noun) && !said.is(0, {"despite", "notwithstanding"}) &&
        !said.is(i - 1, {"despite", "notwithstanding"}) && !(i > 1 && said.is(i - 2, {"despite", "notwithstanding"})))
      continue;
    if (!(said.is(i, WordKind::pledge_noun) || said.is(i, {"promised", "pledged", "committed", "assured"}))) continue;
    for (std::size_t k = i > 6 ? i - 6 : 0; k < said.words.size() && k < i + 9; ++k)
      if (said.is(k, Role::look) || (said.is(k, Role::looker) && !said.is(k, {"we", "i", "board"}))) return i;
  }
  for (std::size_t i = 4; i + 2 < said.words.size(); ++i)
    if (said.is(i, {"despite"}) && said.is(i + 1, {"being", "having"}) &&
        (said.is(i + 2, WordKind::tells_somebody) || said.is(i + 3, WordKind::tells_somebody)))
      return i + 2;
  // "accepted the committee's recommendation in 2009, but …"
  // "Despite our repeated recommendations, …"
  if (said.is(0, {"despite", "notwithstanding"}) || (said.is(0, {"in"}) && said.is(1, {"spite"})))
    for (const RequestMention& mention : requests_in(reading, said))
      if (mention.strong) return said.word_at(mention.noun.begin);
  for (std::size_t i = 1; i < said.words.size(); ++i)
    if (said.is(i, WordKind::acceptance))
      for (const RequestMention& mention : requests_in(reading, said))
        if (mention.strong && mention.noun.begin < said.words[i].span.end + 120) return i;
  return std::nullopt;
}

bool finite(const Said& said, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i)
    if (said.is(i, {"has",     "have",  "had",    "is",      "are",    "was",      "were",      "still",    "now",
                    "did",     "does",  "do",     "remains", "remain", "remained", "continues", "continue", "hasn't",
                    "haven't", "isn't", "aren't", "hadn't",  "wasn't", "weren't",  "didn't"}))
      return true;
  return false;
}

// What is only said, meant or feared answers nothing.
bool supposed(const Said& said, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i)
    if ((said.is(i, WordKind::not_told_as_done) || said.is(i, {"cannot", "asked"})) && said.words[i].text != "May")
      return true;
  return false;
}

}   // namespace

std::pair<std::size_t, std::size_t> answer_in(const Reading& reading, const Said& said) {
  const std::size_t size = said.words.size();
  const std::pair<std::size_t, std::size_t> nothing{0, 0};
  if (size < 6) return nothing;
  const auto asked = asked_at(reading, said);
  if (!asked) return nothing;
  const std::string_view text = reading.document.text.folded();
  const auto mark_behind = [&](std::size_t i) {
    return i + 1 < size ? between(text, said.words[i].span.end, said.words[i + 1].span.begin)
                        : std::string_view{};
  };
  const auto taken = [&](std::size_t first) {
    return finite(said, first, size) && !supposed(said, first, size) ? std::pair{first, size} : nothing;
  };
  // "Thirteen years after the report urged it, the city still has none"; "Despite its promise to …, no …"
  std::size_t front = size;
  for (std::size_t i = 0; i < 6 && i < *asked && front == size; ++i)
    if (said.is(i, {"after", "since", "despite", "although", "though", "while", "notwithstanding", "spite"})) front = i;
  if (front < size)
    for (std::size_t i = *asked; i + 1 < size; ++i)
      if (mark_behind(i).find(',') != std::string_view::npos) {
        if (taken(i + 1).second != 0) return {i + 1, size};
      }
  // "The city still has no policy, despite being told in 2021 to adopt one"
  for (std::size_t i = 4; i + 2 < size; ++i)
    if (said.is(i, {"despite"}) && !said.joined(i - 1) && said.is(i + 1, {"being", "having"}) &&
        (said.is(i + 2, WordKind::tells_somebody) || said.is(i + 3, WordKind::tells_somebody)) && finite(said, 0, i) &&
        !supposed(said, 0, i))
      return {0, i};
  // "Children were still held overnight, despite an earlier recommendation"
  for (std::size_t i = 4; i + 1 < size; ++i)
    if (said.is(i, {"despite", "notwithstanding"}) && !said.joined(i - 1)) {
      for (std::size_t k = i + 1; k < size && k < i + 7; ++k)
        if (said.is(k, WordKind::request_word) && !said.is(k, {"action", "actions"}) &&
            finite(said, 0, i) && !supposed(said, 0, i))
          for (std::size_t w = i + 1; w < k; ++w)
            if (said.is(w, {"earlier", "previous", "repeated", "our", "last", "similar"}) || said.is(w, Role::looker))
              return {0, i};
      break;
    }
  // "Plans were still not signed, despite assurances given at our last inspection"
  for (std::size_t i = 4; i < *asked; ++i)
    if (said.is(i, {"despite", "notwithstanding"}) && !said.joined(i - 1))
      return finite(said, 0, i) && !supposed(said, 0, i) ? std::pair<std::size_t, std::size_t>{0, i} : nothing;
  for (std::size_t i = *asked + 1; i + 1 < size; ++i) {
    if (said.is(i, {"but", "yet", "although", "though"}) && !said.is(i + 1, {"only", "not"})) return taken(i + 1);
    if (mark_behind(i).find(';') != std::string_view::npos) return taken(i + 1);
  }
  return nothing;
}

}   // namespace muster::facts
