// Who speaks: from the words around a verb of saying to a speaker with the name behind it. Remembers
// who was spoken of, so that later pronouns, surnames and "the report" stand for them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "muster/model/layers.hpp"
#include "text/lexicon.hpp"

namespace muster::text {

struct Speaker {
  base::Span span;           // the words that name the speaker; empty if none
  std::string name;          // in the text's words, as rich as the text gave them
  std::string issuer;        // canonical
  bool official = false;
  bool person = false;
  bool for_body = false;     // a spokesman: "he" is the person, "it" the body
};

class Speakers {
 public:
  using Tokens = std::vector<NameToken>;
  Speakers(const model::Document& document, const NameTable& table, const model::Layers& layers);

  // Enters a sentence: its names become what pronouns may stand for. Sentences in order.
  void enter(const model::Sentence& sentence);

  struct Subject {
    Speaker speaker;
    std::size_t begin = 0;   // its tokens
    std::size_t end = 0;
  };
  // The subject whose words end right before token `end`.
  [[nodiscard]] std::optional<Subject> before(const Tokens& tokens, std::size_t end, bool any_words) const;
  // The subject that begins at token `at` ("warned Jo Marsh, …", "according to the auditor").
  [[nodiscard]] std::optional<Subject> after(const Tokens& tokens, std::size_t at) const;
  void spoke(const Speaker& speaker);
  // Where the name ends that begins at token `at`, or behind an article there; `at` if none does.
  [[nodiscard]] std::size_t name_end(const Tokens& tokens, std::size_t at) const;

 private:
  [[nodiscard]] std::size_t first_from(std::uint32_t at) const;
  [[nodiscard]] const model::Name* beginning(std::uint32_t begin) const;
  [[nodiscard]] const model::Name* ending(std::uint32_t end) const;
  [[nodiscard]] std::size_t chain_begin(const Tokens& tokens, const model::Name& last) const;
  [[nodiscard]] Speaker of(base::Span span) const;
  [[nodiscard]] std::string words(base::Span span) const;

  const model::Document& document_;
  const NameTable& table_;
  const model::Layers& layers_;
  std::size_t first_ = 0, last_ = 0;        // the names of the sentence
  std::vector<Speaker> persons_;            // who spoke, richest words
  Speaker last_person_, last_body_;
  std::string report_by_;                   // who wrote "the report"
  bool report_official_ = false;
  std::string issuer_;                      // the inspectorate named last, or the first of the text
};

[[nodiscard]] inline bool is_report(const model::Name& name) {
  return name.generic && name.kind == model::NameKind::body &&
         (name.canonical == "report" || name.canonical == "inspection report" || name.canonical == "letter" ||
          name.canonical == "review" || name.canonical == "study" || name.canonical == "audit" ||
          name.canonical == "findings" || name.canonical == "document" || name.canonical == "survey" ||
          name.canonical == "analysis" || name.canonical == "investigation" || name.canonical == "summary");
}

}  // namespace muster::text
