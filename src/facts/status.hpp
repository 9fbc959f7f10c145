// How a statement on earlier requests is read, in layers: the request that is spoken of, the verdict on
// it with what stands around it (almost, not, partly, being), the counts and shares, and where the
// sentence does not say it the set of requests that the sentences before (or the heading) have named.
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "facts/clauses.hpp"
#include "facts/status_roles.hpp"
#include "facts/word_kinds.hpp"

namespace muster::facts {

// Where a sentence speaks of something asked for earlier.
struct RequestMention {
  Span span;   // the noun and what says that it is an earlier one
  Span noun;
  bool strong = false;   // "recommendations", or a weaker noun that an earlier inspection left
  bool by_number = false;   // "recommendation 3"
  bool relative = false;   // "the showers we condemned in 2018"
  bool look = false;   // "the 2013 report": only where something is delivered on it
  bool binding = false;   // "the order to repair the road": only where a verb of keeping it is said of it
  bool follows = false;   // "the action", "weaknesses": only where the sentences before say whose
};

struct Verdict {
  model::StatusValue value = model::StatusValue::met;
  Span phrase;
  bool passive = false;
  bool noun = false;   // "good progress", "partial compliance": what it is about follows
  bool full = false;   // "fully", "in full"
  bool inherent = false;   // says by itself that it is not done ("open"), without a negation
  bool refused = false;   // a plan, a duty, a forecast
  std::string why;
};

// What is asked of a sentence again and again is answered once.
enum class Known : std::uint8_t { not_yet, no, yes };
template <class Ask>
[[nodiscard]] bool once(Known& known, const Ask& ask) {
  if (known == Known::not_yet) known = ask() ? Known::yes : Known::no;
  return known == Known::yes;
}

// A sentence as it was read; the reading's Memory keeps it for whoever asks next.
struct ReadSentence {
  std::vector<Word> words;
  std::vector<std::uint32_t> roles;
  std::vector<const WordKindSet*> kinds;
  struct Nouns {
    std::size_t word;
    const std::vector<RequestNoun>* nouns;
  };
  std::vector<Nouns> nouns;   // where nouns for requests may begin
  std::uint32_t all_roles = 0;   // what any of its words is
  WordKindSet all_kinds;
  std::optional<std::vector<RequestMention>> requests;   // see requests_in
  Known speaks_of_earlier = {}, tells_what_was_asked = {};
};

// A sentence with what the readings need of it: its words, and what each does. A view: copied at little cost, and good
// as long as the reading that it was read from.
struct Said {
  std::uint32_t index = 0;
  Span span;
  std::span<const Word> words;
  std::span<const std::uint32_t> roles;
  std::span<const WordKindSet* const> kinds;   // of each word; nullptr: of none
  std::shared_ptr<ReadSentence> read;   // what the views are of, should the Memory have let it go
  // Whether any word of the sentence is one. O(1).
  [[nodiscard]] bool any(Role role) const {
    return read != nullptr && (read->all_roles & static_cast<std::uint32_t>(role)) != 0;
  }
  [[nodiscard]] bool any(WordKind kind) const {
    return read != nullptr && read->all_kinds.test(static_cast<std::size_t>(kind));
  }
  [[nodiscard]] bool is(std::size_t i, Role role) const {
    return i < roles.size() && (roles[i] & static_cast<std::uint32_t>(role)) != 0;
  }
  [[nodiscard]] bool is(std::size_t i, WordKind kind) const { return i < kinds.size() && is_kind(kinds[i], kind); }
  [[nodiscard]] bool is(std::size_t i, std::initializer_list<WordKind> any) const {
    return std::any_of(any.begin(), any.end(), [&](WordKind kind) { return is(i, kind); });
  }
  // Any of them; for the few words of grammar. What could grow is a WordKind.
  [[nodiscard]] bool is(std::size_t i, std::initializer_list<std::string_view> lower) const {
    return i < words.size() && is_any(words[i].text, lower);
  }
  // Whether any word before `until` is one.
  template <class What>
  [[nodiscard]] bool has(What what, std::size_t until = std::string_view::npos) const {
    if constexpr (std::is_same_v<What, Role> || std::is_same_v<What, WordKind>)
      if (!any(what)) return false;
    until = std::min(until, words.size());
    for (std::size_t i = 0; i < until; ++i)
      if (is(i, what)) return true;
    return false;
  }
  [[nodiscard]] bool has(std::initializer_list<std::string_view> lower) const {
    return has<std::initializer_list<std::string_view>>(lower);
  }
  // The first word that ends after `at`.
  [[nodiscard]] std::size_t word_at(std::uint32_t at) const;
  // Nothing but a space (and maybe a quotation mark) lies between the word and the next one.
  [[nodiscard]] bool joined(std::size_t i) const {
    return i + 1 < words.size() && words[i + 1].span.begin <= words[i].span.end + 1;
  }
};

// The sentence and its requests are read when they are first asked for. O(1) after that.
[[nodiscard]] Said read_sentence(const Reading& reading, std::uint32_t index);
[[nodiscard]] const std::vector<RequestMention>& requests_in(const Reading& reading, const Said& said);
// "what the commission asked for", "all we recommended"; "the 2013 report" as what is acted on. Appends.
void asked_things_in(const Said& said, std::vector<RequestMention>& mentions);
// Years that a word says by its digits are `earlier` too, see StatusWords::roles_of.
[[nodiscard]] bool a_year(const Said& said, std::size_t i);
// "Inspectors returned a year later": who comes again has been there
[[nodiscard]] bool came_back(const Said& said);
// "the last inspection", "our prior audit": a look that was taken earlier
[[nodiscard]] bool speaks_of_earlier(const Said& said);
// "In 2018 inspectors asked the service to …", "We told the trust at our last visit that …"
[[nodiscard]] bool tells_what_was_asked(const Said& said);
// "Not one of the doors that the inspectors condemned has been replaced"
[[nodiscard]] bool not_a_single_one(const Said& said);
// `given`: the value that a rule says, else the vocabulary's for the phrase.
[[nodiscard]] Verdict read_verdict(const Reading& reading, const Said& said, Span phrase,
                                   std::optional<model::StatusValue> given = {});

// A verb of carrying out in the infinitive or as an -ing form: what governs it says how far ("has taken
// steps to remedy", "slow in addressing", "is implementing"). Refused where nothing does.
[[nodiscard]] Verdict read_chain(const Reading& reading, const Said& said, Span verb);

struct Counted {
  std::optional<double> count, of;
  model::Share share = model::Share::none_given;
  bool not_all = false;   // "not all of the …"
  bool no_one = false;   // "none of the …"
  bool minority = false;   // "less than half of", "only some of"
  bool percent = false;   // "38 per cent of"
  bool rest = false;   // "the rest", "the others": whatever is left of the set
  std::optional<double> left_out;   // "all but one"
  std::uint32_t used = 0;   // behind the last figure that was taken
  std::optional<std::uint32_t> number;   // where the count stands
  [[nodiscard]] bool says_how_many() const { return count || percent || rest || share != model::Share::none_given; }
};
// What is counted or shared between `from` and the verdict (or right after it when it is active).
[[nodiscard]] Counted read_counts(const Reading& reading, const Said& said, std::uint32_t from, const Verdict& verdict);
// "Closed: 14": the figure right behind.
[[nodiscard]] Counted counted_behind(const Reading& reading, std::uint32_t at);
// "five key recommendations": the size of the set that a sentence names.
// Figures at `taken` are counts of a part, not sizes.
[[nodiscard]] std::optional<double> set_size(const Reading& reading, const Said& said,
                                             const std::vector<std::uint32_t>& taken);

// Whether the verdict speaks of this request: it stands before as the subject, or right after as the object.
[[nodiscard]] bool linked(const Reading& reading, const Said& said, const RequestMention& request,
                          const Verdict& verdict);
// "These", "Of these, 13 …", "It said they …": the sentence goes on about what was named before.
[[nodiscard]] bool anaphoric(const Reading& reading, const Said& said);
// "Last year inspectors criticised the doors, and this has been remedied": asked and answered in one sentence.
[[nodiscard]] bool says_itself(const Reading& reading, const Said& said, const Verdict& verdict);
// "The third, that …": one of a numbered few.
[[nodiscard]] bool ordinal_subject(const Said& said, const Verdict& verdict);
// "the remaining recommendation", "…, while the third has not", "partially implemented another": one of several, said
// between `from` and the verdict or right behind it. O(words).
[[nodiscard]] bool one_meant(const Reading& reading, const Said& said, const Verdict& verdict, std::uint32_t from);
// The words [first, second) that answer what the same sentence says was asked, promised or accepted: behind
// "but", a semicolon, or the comma of "Ten years after the report urged it, …". Empty where nothing does.
[[nodiscard]] std::pair<std::size_t, std::size_t> answer_in(const Reading& reading, const Said& said);
// The sentence that names the request, at most `back` sentences before, in neighbouring blocks under one heading.
[[nodiscard]] std::optional<Said> antecedent(const Reading& reading, const Said& said, std::size_t back);
// "Progress against recommendations from 2016", "Serious case review: …": what the heading above says of requests.
[[nodiscard]] bool heading_names_requests(const Reading& reading, const Said& said);
[[nodiscard]] std::string subject_of(const Reading& reading, const Said& said, const RequestMention& request,
                                     const Verdict& verdict);

// What a sentence says that a look did earlier: nothing, found something, asked for something.
enum class Told : std::uint8_t { nothing, found, asked };
[[nodiscard]] Told told_in(const Said& said);
struct Reply {
  model::StatusValue value;
  Span phrase;
};
// The answer that the next sentence gives to it: "It has yet to do so", "Netting was fitted in March".
[[nodiscard]] std::optional<Reply> reply_of(const Said& before, Told told, const Said& said);
// "Leaders have taken action to find places, but there remains a lack": what is wanting stands behind a deed.
[[nodiscard]] bool acted_first(const Said& said);

// A grade of a scale in a table's cell, after a row's name, or alone after the request itself.
// "Implemented: the recommendation has been carried out", "A recommendation is closed when …", or under "Glossary":
// what a word means, said of no request.
[[nodiscard]] bool explains_a_grade(const Reading& reading, std::uint32_t sentence);
// "Recommendation | Implemented | Partly implemented | Not implemented": the marks and totals in the rows below.
void read_grid(const Reading& reading, const model::Match& match, model::Drafts& drafts,
               std::vector<Refusal>* refusals);
void read_grade(const Reading& reading, const model::Match& match, model::Drafts& drafts,
                std::vector<Refusal>* refusals);

// An earlier finding that is named without a verdict: how things stand now, here or in the sentence beside.
// Only where no statement has been read yet.
// `asked_now`, `told`: by sentence, whether it stands in a recommendation of this document, and whether a
// statement has been read in it; what is read here is marked.
void read_state(const Reading& reading, const model::Match& match, const std::vector<bool>& asked_now,
                std::vector<bool>& told, model::Drafts& drafts, std::vector<Refusal>* refusals);
void mark_told(const Reading& reading, Span quote, std::vector<bool>& told);   // O(log sentences + marked)

}   // namespace muster::facts
