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
        article || a_share_of || (at > 0 && (said_.is(at - 1, Role::number) ||
                               said_.is(at - 1, {"this", "the", "these", "those", "both", "all", "each", "remaining",
                                                 "agreed", "outstanding", "required", "other", "further"})));
    if (!definite || reading_.document.text.folded(mention.noun).find("plan") != std::string_view::npos) continue;
    if (noun != nullptr && (noun->ask || noun->follows || mention.follows)) return &mention;
  }
  return nullptr;
}

bool Walk::singular(Span noun) const {
  const std::string_view text = reading_.document.text.folded(noun);
  return !text.empty() && text.back() != 's' && text.rfind("areas", 0) != 0 && text.rfind("causes", 0) != 0;
}

}   // namespace muster::facts
