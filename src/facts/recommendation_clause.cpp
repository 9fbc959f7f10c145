// Where the asking begins and ends: the clause around a modal.
#include <algorithm>

#include "facts/recommendation.hpp"

namespace muster::facts {
namespace {

// "has told Holm Care that", "has been told that": where the telling stands; `that` itself if nowhere.
std::size_t told_before(const std::vector<Word>& words, std::size_t that) {
  for (std::size_t k = that; k-- > 0 && that - k <= 9;)
    if (is_any(words[k].text, {"told", "tell", "tells", "warned", "informed", "reminded", "instructed", "notified"}))
      return k;
  return that;
}

// The speech whose words go on in quotation marks at the modal: 'The CQC said the home "must replace …"'.
const model::Speech* around_quotation(const Reading& reading, const model::Speech* quoted, Span modal) {
  const std::vector<Word> between =
      words_of(reading.document, {quoted->said.begin, std::max(quoted->said.begin, modal.begin)});
  if (!std::all_of(between.begin(), between.end(), [](const Word& word) {
        return is_any(word.text, {"now", "urgently", "also", "clearly", "really", "simply", "still", "always"});
      }))
    return quoted;
  for (const model::Speech& speech : speeches_near(reading.layers, modal))
    if (!speech.quoted && speech.said.begin < quoted->said.begin && speech.said.contains(modal)) return &speech;
  return nullptr;
}

}   // namespace

bool governs_subordinate(const Reading& reading, std::string_view word) {
  return is_of(reading, word, WordKind::subordinator);
}

bool promises(std::string_view word) { return is_any(word, {"agreed", "accepted", "promised", "pledged"}); }

Clause clause_around(const Reading& reading, Span sentence, Span modal) {
  const model::Document& document = reading.document;
  const std::string_view text = document.text.folded();
  Clause clause;
  clause.asker = asker_at(reading, sentence, modal.begin);
  const model::Speech* speech = speech_at(reading.layers, modal.begin);
  if (speech != nullptr && speech->quoted) speech = around_quotation(reading, speech, modal);
  std::uint32_t floor = sentence.begin;
  std::uint32_t ceiling = sentence.end;
  if (speech != nullptr) {
    floor = std::max(floor, speech->said.begin);
    ceiling = std::min(ceiling, std::max(speech->said.end, modal.end));
    clause.reported = !speech->quoted;
    const std::vector<Word> lead = words_of(document, {sentence.begin, std::max(sentence.begin, floor)});
    std::size_t last = lead.size();
    while (last > 0 && same_word(lead[last - 1].text, "that")) --last;
    clause.promised = !speech->official && last > 0 && promises(lead[last - 1].text);
  }
  const std::vector<Word> words = words_of(document, {floor, sentence.end});
  std::size_t at = 0;
  while (at < words.size() && words[at].span.begin < modal.begin) ++at;

  std::uint32_t begin = floor;
  bool past_comma = false;
  for (std::size_t i = at; i-- > 0;) {
    const std::uint32_t gap_end = i + 1 < words.size() ? std::min(words[i + 1].span.begin, modal.begin) : modal.begin;
    const std::string_view gap = between(text, words[i].span.end, gap_end);
    if (gap.find(';') != std::string_view::npos || gap.find(" - ") != std::string_view::npos ||
        gap.find(": ") != std::string_view::npos) {
      begin = gap_end;
      break;
    }
    if (gap.find(',') != std::string_view::npos) past_comma = true;
    const std::string_view word = words[i].text;
    // "We know where we fall short and we will hire": a second clause with its own subject
    if (!past_comma && same_word(word, "and") && i + 2 == at && is_any(words[i + 1].text, {"we"}) && i > 3) {
      begin = words[i].span.end;
      break;
    }
    if (!past_comma && governs_subordinate(reading, word)) {
      clause.subordinate = true;
      break;
    }
    if (same_word(word, "that")) {
      // "said staff should …, and that every wing must": the same speaker goes on
      if (i > 0 && is_any(words[i - 1].text, {"and", "but"}) &&
          ((speech != nullptr && !speech->quoted) ||
           std::any_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i), [&](const Word& w) {
             return reports(reading, w.text) || is_any(w.text, {"should", "must"});
           }))) {
        begin = words[i].span.end;
        clause.reported = true;
        break;
      }
      const std::vector<Word> whole = words_of(document, {sentence.begin, words[i].span.end});
      const std::size_t that = whole.size() - 1;
      if (const std::size_t told = told_before(whole, that); told < that) {
        begin = words[i].span.end;
        clause.reported = true;
        if (told + 1 < that) clause.told = {whole[told + 1].span.begin, whole[that - 1].span.end};
        else if (told > 0) {
          std::size_t end = told;
          while (end > 0 && is_any(whole[end - 1].text, {"been", "has", "have", "was", "were", "being", "is", "are"}))
            --end;
          const bool perfect =
              end + 1 < told && same_word(whole[told - 1].text, "been");   // "inspectors were told that" is hearsay
          const bool hears =
              std::any_of(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(end), [&](const Word& w) {
                return official_noun(reading, w.text) ||
                       is_any(w.text, {"court", "committee", "members", "councillors", "he", "she", "they"});
              });
          if (perfect && !hears && end > 0) {
            clause.told = {whole.front().span.begin, whole[end - 1].span.end};
            clause.asker = {"", true, true};
          } else {
            clause.subordinate = true;   // what inspectors were told
          }
        }
        break;
      }
      if (i > 0 && (reports(reading, words[i - 1].text) ||
                    is_any(words[i - 1].text, {"recommendation", "view", "adamant", "day", "us"}))) {
        begin = words[i].span.end;
        clause.reported = true;
        clause.promised = promises(words[i - 1].text);
        break;
      }
      if (!past_comma && i + 1 < at + 1) {
        clause.subordinate = i + 1 == at || !is_any(words[i + 1].text, {"the", "all", "every", "each"});
        if (clause.subordinate) break;
      }
    }
    if (reports(reading, word) && i + 1 < at && !past_comma &&
        !is_any(word, {"found", "identified", "highlighted", "noted", "told", "tell", "recommended", "notes", "states",
                       "claimed", "advised"})) {
      begin = words[i].span.end;
      clause.reported = true;
      clause.promised = promises(word);
      break;
    }
    if (same_word(word, "but") && i + 1 < at) {
      begin = words[i].span.end;
      break;
    }
    if (same_word(word, "and") && i + 1 < at && at - i <= 9) {
      // its own verb, and not only the one that reports: "said all trusts must …, and …"
      std::size_t told = 0;
      for (std::size_t k = 0; k < i; ++k)
        if (reports(reading, words[k].text)) told = k + 1;
      const bool verb_before =
          std::any_of(words.begin() + static_cast<std::ptrdiff_t>(told), words.begin() + static_cast<std::ptrdiff_t>(i),
                      [&](const Word& w) { return finite(reading, w.text); });
      const bool verb_after = std::any_of(words.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                          words.begin() + static_cast<std::ptrdiff_t>(at),
                                          [&](const Word& w) { return finite(reading, w.text); });
      if (verb_before && !verb_after) {
        begin = words[i].span.end;
        break;
      }
    }
  }
  const std::uint32_t open = begin;
  clause.span = trimmed(document, {begin, ceiling}, ",");
  // A second request of the same sentence ends this one: "…, and improvements should continue …".
  for (std::size_t i = at; i < words.size() && words[i].span.begin < ceiling; ++i) {
    const bool joint = is_any(words[i].text, {"and", "but", "while"});
    if (!joint) continue;
    std::size_t next = i + 1;
    bool other = false, verb = false;
    for (; next < words.size() && next < i + 9; ++next) {
      if (is_any(words[next].text, {"must", "should", "needs", "ought"})) {
        other = next > i + 1;
        break;
      }
      if (finite(reading, words[next].text) || same_word(words[next].text, "to") ||
          governs_subordinate(reading, words[next].text)) {
        verb = true;
        break;
      }
    }
    if (other && !verb) {
      clause.span = trimmed(document, {clause.span.begin, words[i].span.begin}, ",;");
      break;
    }
  }
  // "…, but said this must": what follows a reporting verb belongs to another clause.
  clause.span = without_tail(reading, clause.span);
  clause.subject = trimmed(document, {std::max(open, clause.span.begin), modal.begin}, ",\"'");
  return clause;
}

}   // namespace muster::facts
