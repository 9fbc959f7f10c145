// Nouns that may stand for requests ("concerns"), and objects that are none.
#include <algorithm>

#include "facts/status_walk.hpp"

namespace muster::facts {

// "They implemented a new rota": the object is no request
bool Walk::acts_on_something_else(const Verdict& verdict) const {
  if (verdict.passive || verdict.noun) return false;
  const std::size_t next = said_.word_at(verdict.phrase.end);
  if (next >= said_.words.size() || said_.words[next].span.begin > verdict.phrase.end + 1) return false;
  if (said_.is(next, {"the"}) &&
      (said_.is(next + 1, Role::number) ||
       said_.is(next + 1, {"remaining", "other", "others", "first", "second", "third", "last", "rest"})))
    return false;
  // "had achieved less than half of these"
  for (std::size_t k = next; k + 1 < said_.words.size() && k < next + 6 && said_.joined(k); ++k)
    if (said_.is(k, {"of"}) && said_.is(k + 1, {"these", "them", "those"})) return false;
  return !(said_.is(next, Role::pronoun) || said_.is(next, Role::number) || said_.is(next, Role::adverb) ||
           said_.is(next, Role::auxiliary) ||
           said_.is(next, {"them",    "in",       "on",      "by",      "within",  "with",    "for",    "and",   "but",
                           "because", "although", "despite", "through", "against", "without", "during", "under", "or",
                           "as",      "at",       "after",   "before",  "of",      "to",      "from"}));
}

// "the action on …", "weaknesses in …": a noun that is a request because of what stands before.
const RequestMention* Walk::weak_mention(const Verdict& verdict) const {
  for (const RequestMention& mention : mentions_) {
    if (mention.strong || !linked(reading_, said_, mention, verdict)) continue;
    const RequestNoun* noun = reading_.lexicon.status_words().noun(reading_.document.text.folded(mention.noun));
    // "the action on …", "15 of the 18 actions", "one action": not "in some cases, actions"
    const std::size_t at = said_.word_at(mention.noun.begin);
    // "the training paragraphs": an article a word or two before
    const bool article =
        at > 1 &&
        (said_.is(at - 2, {"the", "these", "those"}) || (at > 2 && said_.is(at - 3, {"the", "these", "those"}))) &&
        !said_.is(at - 1, {"of", "to", "and", "in", "on", "for"});
    // "70 per cent of their agreed actions"
    const bool a_share_of = at > 1 && said_.is(at - 1, {"their", "its", "our"}) && said_.is(at - 2, {"of"});
    const bool definite =
        article || a_share_of ||
        (at > 0 && (said_.is(at - 1, Role::number) ||
                    said_.is(at - 1, {"this", "the", "these", "those", "both", "all", "each", "remaining", "agreed",
                                      "outstanding", "required", "other", "further", "every"})));
    // "An action to fit a bell in each cabin had been completed": by what it asks for
    const bool named = at > 0 && said_.is(at - 1, {"a", "an", "another"}) &&
                       said_.is(said_.word_at(mention.noun.end), {"to"}) && verdict.passive;
    if ((!definite && !named) || reading_.document.text.folded(mention.noun).find("plan") != std::string_view::npos)
      continue;
    if (noun != nullptr && (noun->ask || noun->follows || mention.follows)) return &mention;
  }
  return nullptr;
}

std::optional<Found> Walk::progress_goes_on(const Verdict& verdict) const {
  constexpr std::size_t early = 6;   // words before the verdict
  const std::size_t at = said_.word_at(verdict.phrase.begin);
  std::size_t behind = said_.word_at(verdict.phrase.end);
  while (said_.is(behind, Role::auxiliary) || said_.is(behind, WordKind::made_of_progress)) ++behind;
  if (at > early || !said_.is(behind, {"in", "on", "with", "towards", "against"}) || said_.index == 0)
    return std::nullopt;
  const auto& sentences = reading_.layers.sentences;
  const model::Sentence& last = sentences[said_.index - 1];
  if (last.block != sentences[said_.index].block) return std::nullopt;
  Found found;
  found.before = read_sentence(reading_, said_.index - 1);
  found.subject = reading_.document.text.string(trimmed(
      reading_.document, {said_.words[std::min(behind, said_.words.size() - 1)].span.begin, said_.span.end}, ".;,"));
  // "dealt with two of the five faults found in 2021. There had not been enough progress in …": the rest of the set
  const bool tally = !drafts_.statuses.empty() && drafts_.statuses.back().count &&
                     drafts_.statuses.back().evidence.quote.overlaps(last.span);
  const bool by_itself = at < 3 || said_.is(0, {"there"});
  if (tally && by_itself) return found;
  // "The 2021 report identified the need to teach writing better. Leaders have made good progress with writing."
  if (!tells_what_was_asked(*found.before)) return std::nullopt;
  for (std::size_t k = behind + 1; k < behind + 5 && k < said_.words.size() && said_.joined(k - 1); ++k)
    for (const Word& other : found.before->words)
      if (said_.words[k].text.size() > 4 && !said_.is(k, Role::auxiliary) &&
          same_word(other.text, plain(said_.words[k].text))) {
        found.both = true;
        return found;
      }
  return std::nullopt;
}

bool Walk::singular(Span noun) const {
  const std::string_view text = reading_.document.text.folded(noun);
  return !text.empty() && text.back() != 's' && text.rfind("areas", 0) != 0 && text.rfind("causes", 0) != 0;
}

}   // namespace muster::facts
