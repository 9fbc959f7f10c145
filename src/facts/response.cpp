// What the body asked answers to recommendations: in labels ("Agency response: Agreed"), in cells, in prose
// ("The Government accepts this recommendation", "officials did not concur").
#include "facts/memory.hpp"
#include "facts/response.hpp"

#include <algorithm>
#include <set>

#include "facts/listed.hpp"

namespace muster::facts {
namespace {

using model::Block;
using model::BlockKind;

// The answer's own words: its sentence, or from it to the end of its paragraph.
std::string text_of(const Reading& reading, const model::Match& match) {
  const model::Sentence& said = reading.layers.sentences[match.sentence];
  const Block& block = reading.document.blocks[said.block];
  constexpr std::uint32_t most = 4000;
  if (block.kind == BlockKind::table_row) return reading.document.text.string(trimmed(reading.document, block.content));
  const Span rest{said.span.begin, std::min(block.content.end, said.span.begin + most)};
  return reading.document.text.string(trimmed(reading.document, match.makes("how") == "prose" ? said.span : rest));
}

// "In its comments, the agency", "Officials of the Ministry": who answers, from the words before the verb.
std::string responder_of(const Reading& reading, const model::Match& match, Span sentence) {
  Span who = match.group("who");
  if (who.empty() && !match.group("verb").empty()) who = {sentence.begin, match.group("verb").begin};
  if (who.empty()) return {};
  const std::string_view text = reading.document.text.folded();
  for (std::uint32_t at = who.end; at-- > who.begin;)
    if (text[at] == ',' || text[at] == ';' || text[at] == ':') {
      who.begin = at + 1;
      break;
    }
  std::vector<Word> words = words_of(reading.document, who);
  while (!words.empty() && (words.front().text.front() >= '0' && words.front().text.front() <= '9'))
    words.erase(words.begin());   // "1.1 The government"
  while (!words.empty() && is_any(words.front().text, {"and", "but", "however", "while", "although", "that", "also",
                                                       "with", "which", "response", "to"}))
    words.erase(words.begin());
  while (!words.empty() && is_any(words.back().text, {"also", "has", "have", "had", "generally", "fully", "therefore",
                                                      "not", "did", "does", "it"}))
    words.pop_back();
  if (words.empty() || words.size() > 8) return {};
  Span named{words.front().span.begin, words.back().span.end};
  if (const std::string_view last = words.back().text; last.size() > 2 && same_word(last.substr(last.size() - 2), "'s"))
    named.end -= 2;   // "the Board's response"
  const std::string name = reading.document.text.string(named);
  return can_act(reading, name) ? name : std::string{};
}

class Answers {
 public:
  Answers(const Reading& reading, model::Drafts& drafts, std::vector<Refusal>* refusals)
      : reading_(reading), drafts_(drafts), refusals_(refusals), above_(reading, drafts) {
    const model::About about = describe(reading, drafts);
    answering_ = about.kind == "response";
  }

  void read() {
    for (const Made& made : matches_for(reading_, Fact::response))
      if (std::string why = take(*made.match); !why.empty()) refuse(refusals_, *made.match, why);
  }

 private:
  std::string take(const model::Match& match) {
    const model::Sentence& said = reading_.layers.sentences[match.sentence];
    const std::string_view how = match.makes("how");
    model::Response response;
    // "Accepted Floor plans will be kept": a cell of two paragraphs; but not "Accepted wisdom"
    if (how == "cell" && !ends_in_cell(match.group("answer"))) return "the answer goes on";
    response.response = answer_in(reading_, match.group("answer").empty() ? match.span : match.group("answer"));
    if (response.response.empty()) return "no answer in its words";
    std::vector<std::string> numbers =
        numbers_named(reading_, match.group("object").empty() ? match.span : match.group("object"));
    const bool own = !numbers.empty();
    if (!own && how != "prose") numbers = numbers_named(reading_, said.span);
    const bool counts = says_how_many(match);
    const bool in_row = reading_.document.blocks[said.block].kind == BlockKind::table_row;
    if ((how == "cell" || in_row) && numbers.empty()) numbers = number_of_row(match);
    if (numbers.empty() && !counts && (how != "prose" || this_one(match)))
      numbers = above_.before(how == "cell" ? match.group("answer").begin
                              : in_row      ? match.span.begin
                                            : said.span.begin);
    if (how == "agrees" && (!answering_ || numbers.empty() || answered(numbers)))
      return "no recommendation is answered here";
    if ((how == "label" || how == "alone" || how == "cell") && numbers.empty() && drafts_.recommendations.empty())
      return "no recommendation stands above it";
    response.evidence = evidence_of(reading_, match.sentence, *match.rule);
    response.focus = how == "cell" ? match.group("answer") : match.span;
    response.confidence = how == "agrees" ? model::Confidence::medium : model::Confidence::high;
    response.text = text_of(reading_, match);
    response.responder = responder_of(reading_, match, said.span);
    if (numbers.empty()) numbers.emplace_back();
    bool any = false;
    for (std::string& number : numbers) {
      // once for each number, and once for each sentence that names none
      const std::string key = number.empty() ? "at " + std::to_string(match.span.begin) : number;
      // "Lighthouse Board response: Agreed", below the department's
      const bool another = how == "label" && !response.responder.empty() && !drafts_.responses.empty() &&
                           drafts_.responses.back().recommendation == number &&
                           !drafts_.responses.back().responder.empty() &&
                           drafts_.responses.back().responder != response.responder;
      if (!number.empty() && how != "prose" && !another && answered({number})) continue;
      const bool said_so =
          std::any_of(drafts_.responses.begin(), drafts_.responses.end(), [&](const model::Response& other) {
            return other.evidence.quote == response.evidence.quote && other.recommendation == number &&
                   other.response == response.response;
          });
      if (said_so) continue;
      if (!given_
               .emplace(key + (another ? " by " + response.responder : "") +
                        (how == "prose" ? " " + response.response : ""))
               .second)
        continue;
      if (!number.empty()) numbers_.insert(number);
      response.recommendation = std::move(number);
      drafts_.responses.push_back(response);
      any = true;
    }
    return any ? std::string{} : "answered already";
  }

  // "R2 | Set a date | Agreed": the number of a recommendation in a cell of its own.
  [[nodiscard]] std::vector<std::string> number_of_row(const model::Match& match) const {
    constexpr std::uint32_t longest = 10;
    for (const Span cell :
         cells_of(reading_.document, reading_.document.blocks[reading_.layers.sentences[match.sentence].block].span)) {
      if (cell.end > match.span.begin && !match.group("answer").empty()) break;
      const Span bare = trimmed(reading_.document, cell, ".:()");
      if (bare.empty() || bare.size() > longest) continue;
      for (const model::Recommendation& item : drafts_.recommendations)
        if (!item.number.empty() && plain(reading_.document.text.folded(bare)) == plain(item.number))
          return {item.number};
    }
    return {};
  }
  [[nodiscard]] bool ends_in_cell(Span answer) const {
    const std::string_view text = reading_.document.text.folded();
    const auto at = [&](std::size_t i) { return i < text.size() ? text[i] : '\n'; };
    if (at(answer.end) != ' ' || at(answer.end + 1) == ' ') return true;
    const char next = at(answer.end + 1);
    return !((next >= 'a' && next <= 'z') || (next >= '0' && next <= '9'));
  }
  [[nodiscard]] bool answered(const std::vector<std::string>& numbers) const {
    return std::all_of(numbers.begin(), numbers.end(),
                       [&](const std::string& number) { return numbers_.contains(number); });
  }
  // "accepts this recommendation": the one above; "concurred with our recommendations": all of them.
  [[nodiscard]] bool this_one(const model::Match& match) const {
    const std::vector<Word> words = words_of(reading_.document, match.group("object"));
    if (words.empty() || !same_word(words.back().text, "recommendation")) return false;
    return answering_ ||
           std::any_of(words.begin(), words.end(), [](const Word& word) { return is_any(word.text, {"this"}); });
  }
  [[nodiscard]] bool says_how_many(const model::Match& match) const {
    const std::vector<Word> words = words_of(reading_.document, match.group("object"));
    return std::any_of(words.begin(), words.end(), [&](const Word& word) {
      return is_any(word.text, {"all", "both", "most", "some", "each", "these", "those", "remaining", "majority", "any",
                                "none", "several"}) ||
             entry_of(reading_, "number_words", word.text) != nullptr ||
             (word.text.front() >= '0' && word.text.front() <= '9');
    });
  }

  const Reading& reading_;
  model::Drafts& drafts_;
  std::vector<Refusal>* refusals_;
  NumbersAbove above_;
  std::set<std::string> given_, numbers_;
  bool answering_ = false;
};

}   // namespace

std::string answer_in(const Reading& reading, Span span) {
  const model::VocabList* list = reading.vocab.find("response_words");
  if (list == nullptr) return {};
  const std::string text = plain(reading.document.text.folded(span));
  const auto says = [&](std::string_view kind) {
    return std::any_of(list->entries.begin(), list->entries.end(), [&](const model::VocabEntry& entry) {
      return field_of(&entry, "kind") == kind &&
             std::any_of(entry.forms.begin(), entry.forms.end(),
                         [&](const std::string& form) { return find_words(text, form) != std::string::npos; });
    });
  };
  // The order settles what several words mean together: "does not accept in full" is accepted in part.
  if (says("neither")) return "noted";
  if (says("accepted_in_part")) return "accepted_in_part";
  if (says("rejected")) return "rejected";
  const bool accepts = says("accepted"), not_so = says("not");
  if (accepts && not_so) return "rejected";
  if (says("accepted_in_principle")) return "accepted_in_principle";
  if (says("under_consideration")) return "under_consideration";
  if (accepts) return "accepted";
  return says("noted") ? "noted" : std::string{};
}

void make_responses(const Reading& reading, model::Drafts& drafts, std::vector<Refusal>* refusals) {
  if (!matches_for(reading, Fact::response).empty()) Answers(reading, drafts, refusals).read();
}

}   // namespace muster::facts
