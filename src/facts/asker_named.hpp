// Under which name whoever asks is given: the fullest that the text gives nearest before. A pronoun stands for whom
// the sentences before speak of, a report for who wrote it, a surname for its bearer. Private to facts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "facts/phrases.hpp"
#include "facts/recommendation.hpp"

namespace muster::facts {

[[nodiscard]] inline bool capital(std::string_view word) {
  return !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
}

// Looks names up in one document, which must outlive it. Every question looks back over a bounded number of names and
// sentences; to make one costs a pass over the names.
class Namer {
 public:
  explicit Namer(const Reading& reading);

  // The name behind the words `who` ("Her report", "He", "the union's secretary, Tom Ball"), or those words where they
  // are all that the text gives; empty for a pronoun that stands for nobody.
  [[nodiscard]] std::string behind(Span who) const { return behind(who, 0); }
  // The short name of an office that the gazetteer knows and the text writes ("CQC").
  [[nodiscard]] bool known_office(std::string_view name) const { return offices_.contains(name); }
  // No name of anybody: "report", "The inspectors", "Her office".
  [[nodiscard]] bool poor(std::string_view name) const;

 private:
  [[nodiscard]] Words words_in(Span span) const;
  [[nodiscard]] std::string text(Span span) const { return reading_.document.text.string(span); }
  [[nodiscard]] std::string with_article(Span name) const;   // "The Ferry Board", where the text writes it so
  [[nodiscard]] std::string_view folded(Span span) const { return reading_.document.text.folded(span); }
  [[nodiscard]] std::size_t sentence_at(std::uint32_t at) const;
  [[nodiscard]] std::size_t first_name(std::uint32_t at) const;
  [[nodiscard]] bool prose(const model::Sentence& sentence) const;
  [[nodiscard]] bool in_quotation(std::uint32_t at) const;

  [[nodiscard]] std::string behind(Span who, int depth) const;
  [[nodiscard]] std::string writer_of(const Words& words, std::size_t first, std::size_t head, std::size_t end,
                                      int depth) const;
  [[nodiscard]] std::string person_before(std::uint32_t at, int depth) const;
  [[nodiscard]] std::string body_before(std::uint32_t at, int depth) const;
  [[nodiscard]] std::string writer_before(std::uint32_t at, int depth) const;
  [[nodiscard]] std::string full_person(const model::Name& name) const;
  [[nodiscard]] std::string full_body(std::string_view noun, std::uint32_t at) const;
  [[nodiscard]] std::string described(const model::Name& name, Span phrase) const;
  [[nodiscard]] const model::Name* person_as_subject(Span span) const;
  [[nodiscard]] Span subject_of(const Words& words) const;
  [[nodiscard]] bool asks(const Words& words, std::size_t i) const;

  const Reading& reading_;
  const std::vector<model::Name>& names_;
  std::unordered_set<std::string_view> offices_;   // into the layers
};

// Gives the requests from `first` on, and who says them, their names. `lead`: the sentence that the items of a list
// stand below; empty for requests in prose.
void name_askers(const Reading& reading, model::Drafts& drafts, std::size_t first, Span lead = {});

// Gives the statements on what became of requests, for their tallies, the names of whose requests they are.
void name_issuers(const Reading& reading, model::Drafts& drafts);

}   // namespace muster::facts
