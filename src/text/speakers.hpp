// Who speaks: from the words around a verb of saying to a speaker with the name behind it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "muster/model/layers.hpp"
#include "text/lexicon.hpp"

namespace muster::text {

struct Speaker {
  base::Span span;           // the words that name the speaker; empty if none
  std::string name;          // in the text's words, richest
  std::string issuer;        // canonical
  bool official = false;
  bool person = false;
};

// Reads sentences in order and remembers who was spoken of: later pronouns, surnames and "the report"
// stand for them.
class Speakers {
 public:
  Speakers(const model::Document& document, const NameTable& table, const model::Layers& layers);

  // Enters a sentence: its names become what pronouns may stand for. Sentences in order.
  void enter(const model::Sentence& sentence);
  // The subject that ends right before token `verb`; `begin` is where its words start.
  struct Subject { Speaker speaker; std::size_t begin = 0; };
  [[nodiscard]] std::optional<Subject> before(const std::vector<NameToken>& tokens, std::size_t verb) const;
  // The subject that begins at token `at` ("warned Jo Webber, …", "according to the auditor").
  struct After { Speaker speaker; std::size_t end = 0; };
  [[nodiscard]] std::optional<After> after(const std::vector<NameToken>& tokens, std::size_t at) const;
  void spoke(const Speaker& speaker);

 private:
  [[nodiscard]] const model::Name* name_at(std::uint32_t begin) const;      // that begins there
  [[nodiscard]] const model::Name* name_ending(std::uint32_t end) const;
  [[nodiscard]] Speaker of_names(base::Span span) const;                    // from the names inside
  [[nodiscard]] Speaker pronoun(bool person, base::Span span) const;
  [[nodiscard]] std::string text(base::Span span) const;

  const model::Document& document_;
  const NameTable& table_;
  const model::Layers& layers_;
  std::size_t first_name_ = 0;              // first name of the sentence, and one past its last
  std::size_t last_name_ = 0;
  std::vector<Speaker> persons_;            // as introduced; few
  Speaker last_person_, last_body_;
  std::string report_by_;                   // who wrote "the report"
  std::string first_issuer_;                // first inspectorate that the text names
};

}  // namespace muster::text
