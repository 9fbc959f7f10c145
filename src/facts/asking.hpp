// Verbs by which somebody asks somebody for something, read as grammar: who asks, whom, and for what. What the
// vocabulary holds for it (`asking_verbs`, `ask_verbs`, `remedies`), and the reading itself. Private to facts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "facts/phrases.hpp"
#include "facts/recommendation.hpp"

namespace muster::facts {

// Whose asking counts, and as what: see the list `asking_verbs`.
enum class Force : std::uint8_t { recommends, calls, wants, tells };

struct AskingVerb {
  Force force = Force::calls;
  bool to = false, that = false, bare = false, ing = false, thing = false,
       passive = false;   // what may stand behind it
  std::string strength;
};

class AskWords {
 public:
  explicit AskWords(const model::Vocab& vocab);

  // The entry of a form as written, any case and spacing; nullptr if it is none. Lives as long as this.
  [[nodiscard]] const AskingVerb* verb(std::string_view written) const;
  // "publish"; "publishing". Any case.
  [[nodiscard]] bool deed(std::string_view word) const;
  [[nodiscard]] bool deed_in_ing(std::string_view word) const;
  // "published": what is done to it; of irregular verbs the kind `deed_done` tells. Any case.
  [[nodiscard]] bool deed_done(std::string_view word) const;
  // "recruit", "put right": what bodies promise.
  [[nodiscard]] const Phrases& pledges() const { return pledges_; }
  // "change", without an article or a word that says which.
  [[nodiscard]] bool one_word(const Words& words, std::size_t i) const;
  // "an inquiry", "better lighting": a noun of what is asked for among the first words, before any verb or mark.
  [[nodiscard]] bool remedy_at(const Words& words, std::size_t first) const;

 private:
  struct Hash {   // looked up by view
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, AskingVerb, Hash, std::equal_to<>> verbs_;
  std::unordered_set<std::string, Hash, std::equal_to<>> deeds_;
  Phrases nouns_, degrees_, pledges_;
};

// What stands behind the verb: the words of the deed, and of whom it is asked (empty: nobody is named).
struct Asked {
  Span deed, whom;
  std::string strength;   // of a modal in it ("that boards must")
  bool clause = false;   // a clause in the base form: "the yard hire a clerk"
};
// Empty deed: nothing is asked for. `first` is the word behind the verb; `passive`: the subject is asked ("was told
// to").
[[nodiscard]] Asked read_asked(const Reading& reading, const Words& words, std::size_t first, const AskingVerb& verb,
                               bool passive);

// A text in the first person of those who look: "our audit", "we inspected". O(its first characters).
[[nodiscard]] bool writes_as_overseer(const Reading& reading);
// Who asks, or why nobody does. `shown`: the sentence itself shows that it is someone who inspects.
struct AskedBy {
  Asker asker;
  bool shown = false;
  const char* refused = nullptr;
};
// The words of who asks before the verb's group that begins at word `group`; of a passive, who is asked.
[[nodiscard]] Span subject_of_asking(const Reading& reading, const Words& words, std::size_t group, bool passive);
[[nodiscard]] AskedBy asked_of_subject(const Reading& reading, Span subject);
[[nodiscard]] AskedBy asked_by(const Reading& reading, std::uint32_t sentence, Span subject, const AskingVerb& verb,
                               const Asked& asked);

// A request by a verb of asking that no other rule has read.
void make_asking(const Reading& reading, const model::Match& match, const Author& author, model::Drafts& drafts,
                 std::vector<Refusal>* refusals);

}   // namespace muster::facts
