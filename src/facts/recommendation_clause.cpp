// Who asks, and where the asking begins and ends: the clause around a modal.
#include <algorithm>

#include "facts/recommendation.hpp"

namespace muster::facts {
namespace {

bool reports(std::string_view word) {
  // "States" is a noun
  return !word.empty() && word.front() >= 'a' && is_any(word, {"said", "says", "say", "saying", "warned", "warns", "added", "adds", "stressed", "stresses", "insisted", "insists", "concluded", "concludes", "stated", "states",
                       "argued", "argues", "believes", "believe", "recommended", "recommends", "recommend", "suggested", "suggests", "noted", "notes", "wrote", "announced", "emphasised", "emphasized",
                       "ruled", "found", "clear", "advised", "reiterated", "urged", "told", "tell", "demanded", "demands", "ordered", "directed", "claimed", "agreed", "accepted", "promised", "pledged", "identified", "highlighted"});
}

bool governs_subordinate(std::string_view word) {
  return is_any(word, {"if", "when", "whether", "who", "whom", "whose", "which", "why", "how", "what", "where", "because", "unless", "until", "than", "whatever", "whoever", "wherever", "whenever"});
}

bool finite(std::string_view word) {
  return is_any(word, {"is", "are", "was", "were", "has", "have", "had", "must", "should", "will", "would", "can", "could", "does", "did", "do", "made", "needs", "remains", "remain", "may", "said", "says"}) ||
         reports(word);
}

bool official_noun(std::string_view word) {
  return is_any(word, {"report", "inspectors", "inspector", "inspectorate", "inspectorates", "watchdog", "inquiry", "enquiry", "auditors", "auditor", "audit", "coroner", "ombudsman", "regulator", "reviewer", "reviewers", "review",
                       "commission", "commissioner", "commissioners", "panel", "auditor-general", "inquest", "jury", "investigators", "investigation", "we", "evaluation", "tribunal"});
}

}  // namespace

bool promises(std::string_view word) { return is_any(word, {"agreed", "accepted", "promised", "pledged"}); }

Asker asker_before(const Reading& reading, Span before) {
  Asker asker;
  // The subject stands after an adverbial: "After the report, the union called for …".
  const std::string_view written = reading.document.text.folded(trimmed(reading.document, before));
  const std::size_t comma = written.rfind(", ");
  const std::vector<Word> first = words_of(reading.document, {before.begin, std::min(before.end, before.begin + 14)});
  if (comma != std::string_view::npos && !first.empty() && is_any(first.front().text, {"after", "following", "in", "at", "on", "as", "when", "while", "although", "despite", "but", "speaking", "responding", "pointing", "meanwhile", "however", "furthermore", "under", "by", "with", "to", "for", "last", "earlier", "today", "yesterday"}))
    before.begin = trimmed(reading.document, before).begin + static_cast<std::uint32_t>(comma) + 2;
  // The nearest name wins; a generic one ("inspectors") is official by its noun.
  const auto& names = reading.layers.names;
  const model::Name* best = nullptr;
  for (const model::Name& name : names) {
    if (name.span.begin >= before.end) break;
    if (!before.contains(name.span) || name.kind == model::NameKind::place || name.kind == model::NameKind::law) continue;
    if (best == nullptr || !(best->kind == model::NameKind::inspectorate && !best->generic)) best = &name;
  }
  const std::vector<Word> words = words_of(reading.document, before);
  const bool noun = std::any_of(words.begin(), words.end(), [](const Word& word) { return official_noun(word.text); });
  if (best != nullptr) {
    asker.known = true;
    asker.official = noun || best->kind == model::NameKind::inspectorate;
    asker.issuer = best->canonical.empty() ? reading.document.text.string(best->span) : best->canonical;
  } else if (noun) {
    asker.known = asker.official = true;
  } else if (!words.empty() && words.size() <= 12 && !is_any(words.back().text, {"who", "which", "that", "not"})) {
    // "The union", "Ministers": a subject without a name
    const std::size_t from = words.size() > 4 ? words.size() - 4 : 0;
    if (!is_any(words.front().text, {"under", "in", "on", "at", "by", "for", "with", "to", "as", "if"}) && !is_any(words.back().text, {"he", "she", "it", "they", "i", "you", "some", "many", "people"})) {
      asker.known = true;
      asker.issuer = reading.document.text.string({words[from].span.begin, words.back().span.end});
    }
  }
  return asker;
}

Asker asker_at(const Reading& reading, Span sentence, std::uint32_t at) {
  if (const model::Speech* speech = speech_at(reading.layers, at); speech != nullptr) {
    Asker asker;
    asker.official = speech->official;
    asker.issuer = speech->issuer.empty() ? speech->speaker_name : speech->issuer;
    asker.known = !asker.issuer.empty() || speech->official;
    if (asker.known) return asker;
  }
  // "…, the CQC said" without a layer that says so: the reporting verb before, else the one after.
  const std::vector<Word> words = words_of(reading.document, sentence);
  const Word* verb = nullptr;
  for (const Word& word : words) {
    if (word.span.begin >= at) break;
    if (reports(word.text) && !is_any(word.text, {"clear", "found"})) verb = &word;
  }
  if (verb != nullptr) return asker_before(reading, {sentence.begin, verb->span.begin});
  return {};
}

Clause clause_around(const Reading& reading, Span sentence, Span modal) {
  const model::Document& document = reading.document;
  const std::string_view text = document.text.folded();
  Clause clause;
  clause.asker = asker_at(reading, sentence, modal.begin);
  const model::Speech* speech = speech_at(reading.layers, modal.begin);
  std::uint32_t floor = sentence.begin;
  std::uint32_t ceiling = sentence.end;
  if (speech != nullptr) {
    floor = std::max(floor, speech->said.begin);
    ceiling = std::min(ceiling, std::max(speech->said.end, modal.end));
    clause.reported = !speech->quoted;
  }
  const std::vector<Word> words = words_of(document, {floor, sentence.end});
  std::size_t at = 0;
  while (at < words.size() && words[at].span.begin < modal.begin) ++at;

  std::uint32_t begin = floor;
  bool past_comma = false;
  for (std::size_t i = at; i-- > 0;) {
    const std::uint32_t gap_end = i + 1 < words.size() ? std::min(words[i + 1].span.begin, modal.begin) : modal.begin;
    const std::string_view gap = text.substr(words[i].span.end, gap_end - words[i].span.end);
    if (gap.find(';') != std::string_view::npos || gap.find(" - ") != std::string_view::npos || gap.find(": ") != std::string_view::npos) {
      begin = gap_end;
      break;
    }
    if (gap.find(',') != std::string_view::npos) past_comma = true;
    const std::string_view word = words[i].text;
    if (!past_comma && governs_subordinate(word)) { clause.subordinate = true; break; }
    if (same_word(word, "that")) {
      if (i > 0 && (reports(words[i - 1].text) || is_any(words[i - 1].text, {"recommendation", "view", "adamant", "day", "us"}))) {
        begin = words[i].span.end;
        clause.reported = true;
        clause.promised = promises(words[i - 1].text);
        break;
      }
      if (!past_comma && i + 1 < at + 1) { clause.subordinate = i + 1 == at || !is_any(words[i + 1].text, {"the", "all", "every", "each"}); if (clause.subordinate) break; }
    }
    if (reports(word) && i + 1 < at && !past_comma && !is_any(word, {"found", "identified", "highlighted", "noted", "told", "tell", "recommended", "notes", "states", "claimed", "advised"})) {
      begin = words[i].span.end;
      clause.reported = true;
      clause.promised = promises(word);
      break;
    }
    if (same_word(word, "but") && i + 1 < at) { begin = words[i].span.end; break; }
    if (same_word(word, "and") && i + 1 < at && at - i <= 9) {
      // its own verb, and not only the one that reports: "said all trusts must …, and …"
      std::size_t told = 0;
      for (std::size_t k = 0; k < i; ++k) if (reports(words[k].text)) told = k + 1;
      const bool verb_before = std::any_of(words.begin() + static_cast<std::ptrdiff_t>(told), words.begin() + static_cast<std::ptrdiff_t>(i), [](const Word& w) { return finite(w.text); });
      const bool verb_after = std::any_of(words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.begin() + static_cast<std::ptrdiff_t>(at), [](const Word& w) { return finite(w.text); });
      if (verb_before && !verb_after) { begin = words[i].span.end; break; }
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
      if (is_any(words[next].text, {"must", "should", "needs", "ought"})) { other = next > i + 1; break; }
      if (finite(words[next].text) || same_word(words[next].text, "to") || governs_subordinate(words[next].text)) { verb = true; break; }
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

}  // namespace muster::facts
