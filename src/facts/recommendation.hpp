// What the files of recommendation*.cpp share: who asks, of whom, how strongly, by when.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "facts/clauses.hpp"
#include "facts/phrases.hpp"
#include "facts/speaks_of.hpp"
#include "facts/word_kinds.hpp"

namespace muster::facts {

// Who is behind a request. `known` is false when the text does not say.
struct Asker {
  std::string issuer;
  bool official = false;
  bool known = false;
};

// The stretch of a sentence that asks, found around its modal ("must").
struct Clause {
  Span span;
  Span subject;
  Asker asker;
  bool subordinate = false;   // "children who should be in school"
  bool promised = false;   // "the council agreed action should be taken"
  bool reported = false;   // starts after "said", "warned"
  Span told;   // "has told Holm Care that it must": who is told
};

// Who writes, where nobody is quoted: an inspectorate's letter or report, an essay's author.
struct Author {
  bool inspects = false, argues = false, reports = false;
  std::string issuer;
};

[[nodiscard]] bool promises(std::string_view word);   // "agreed", "pledged"
[[nodiscard]] bool governs_subordinate(const Reading& reading, std::string_view word);   // "if", "who"
[[nodiscard]] bool official_noun(const Reading& reading, std::string_view word);   // "report", "inspectors"
[[nodiscard]] bool reports(const Reading& reading, std::string_view word);   // "said", "warned"
[[nodiscard]] bool finite(const Reading& reading, std::string_view word);   // "is", "must", "said"
[[nodiscard]] inline bool is_of(const Reading& reading, std::string_view word, WordKind kind) {
  return is_kind(reading.lexicon.word_kinds().of(word), kind);
}

// What the words of a name say of it: that it inspects ("the report's authors"), or only campaigns ("the union").
struct Standing {
  bool overseer = false, campaigner = false;
};
[[nodiscard]] Standing standing_of(const Reading& reading, Span who);

[[nodiscard]] Clause clause_around(const Reading& reading, Span sentence, Span modal);
// Who says the words at `at`: the speech, or the reporting words before them in the sentence.
[[nodiscard]] Asker asker_at(const Reading& reading, Span sentence, std::uint32_t at);
// Who is named as the subject of an asking verb ("the report recommended") in the words before it.
[[nodiscard]] Asker asker_before(const Reading& reading, Span before);

// "It also urges …", "She wants …": whoever the sentences before have spoken of. `who` is the pronoun.
[[nodiscard]] Asker behind_pronoun(const Reading& reading, std::uint32_t sentence, Span who);
// The subject of a sentence's main clause: before its first comma or verb, behind "After the report, …".
[[nodiscard]] Span main_subject(const Words& words, std::size_t before);
[[nodiscard]] bool pronoun(std::string_view name);
// "The monitor, Ruth Pell", "head of hospital inspection": the title says for whom they speak.
[[nodiscard]] bool official_title(std::string_view name);
// All titles that stand beside a person's name up to `at`; whether they are those of someone who inspects.
[[nodiscard]] std::string titles_of(const Reading& reading, std::string_view person, std::uint32_t at);
[[nodiscard]] bool official_by_titles(const Reading& reading, std::string_view person, std::uint32_t at);
// Whether the text before `at` has it that they recommend something.
[[nodiscard]] bool recommends_in_text(const Reading& reading, std::string_view who, std::uint32_t at);
[[nodiscard]] Asker person_before(const Reading& reading, std::uint32_t at);

// "(1) refund …, and (2) follow …" in `span`: the items, with the number as printed. Empty if fewer than two.
struct Numbered {
  Span text;
  std::string number;
};
[[nodiscard]] std::vector<Numbered> enumerated(const model::Document& document, Span span);

// Where the name of who is asked ends and what is asked begins; empty if no base verb stands there.
[[nodiscard]] Span first_ask_verb(const Reading& reading, Span span);
[[nodiscard]] bool is_ask_verb(const Reading& reading, std::string_view written);

// Themes, deadline, and for passages that stand in a sentence: the rest of the evidence.
void fill_in(const Reading& reading, model::Recommendation& item);
[[nodiscard]] std::string addressee_of(const Reading& reading, Span subject);
[[nodiscard]] Span without_tail(const Reading& reading, Span clause);

// Words of someone who answers for a body: its chief executive, its spokesman, the body itself.
[[nodiscard]] bool answers_for_body(std::string_view who);
[[nodiscard]] Author author_of(const Reading& reading, const model::Drafts& drafts);

// Where the lists of a document stand, and what the last one read hands down to the next.
struct ListTrail {
  explicit ListTrail(const Reading& reading);
  [[nodiscard]] bool has_match(std::size_t block) const;   // a heading or a number of its own
  [[nodiscard]] bool numbers_itself(std::size_t block) const;   // "Recommendation 4: …"
  [[nodiscard]] bool answered_in(Span passage) const;   // an answer begins in it, no request
  [[nodiscard]] std::optional<std::uint32_t> answer_at(Span passage) const;   // where it begins
  [[nodiscard]] bool told_in(Span passage) const;   // it tells of an answer: "The board accepted recommendation 1"
  std::vector<std::size_t> headings, numbered;   // blocks, in order
  std::vector<std::uint32_t> answers, told;   // where answers, and sentences that tell of one, begin; in order
  std::size_t end = 0;   // the block after the last list read
  int level = 0;   // of the heading whose addressee is handed down
  bool had_items = true;
  std::string addressee;
  bool answering = false;   // the document is an answer: what it quotes ends where it answers
  bool formal = false;   // there are lists under headings of their own, or numbered requests
};
void make_listed(const Reading& reading, const model::Match& match, ListTrail& trail, model::Drafts& drafts,
                 std::vector<Refusal>* refusals);
void make_stated(const Reading& reading, const model::Match& match, const Author& author, model::Drafts& drafts,
                 std::vector<Refusal>* refusals);
// "The council said it would recruit …": the clause around "will", where a body binds itself.
void make_promise(const Reading& reading, const model::Match& match, const Author& author, model::Drafts& drafts,
                  std::vector<Refusal>* refusals);
void add_stated(const Reading& reading, model::Drafts& drafts, model::Recommendation item, Span text);

}   // namespace muster::facts
