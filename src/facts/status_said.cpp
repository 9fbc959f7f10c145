// A sentence's words and what they do; whether it speaks of an earlier look, and whether it tells what that look asked
// for.
#include <algorithm>

#include "facts/memory.hpp"

namespace muster::facts {

// Years that a word says by its digits are `earlier` too, see StatusWords::roles_of.
bool a_year(const Said& said, std::size_t i) {
  return i < said.words.size() && said.words[i].text.size() == 4 && said.is(i, Role::number) &&
         said.is(i, Role::earlier);
}

// "Inspectors returned a year later": who comes again has been there
bool came_back(const Said& said) {
  if (!said.any(WordKind::comes_again)) return false;
  for (std::size_t i = 1; i < said.words.size(); ++i)
    if (said.is(i, WordKind::comes_again))
      for (std::size_t k = i > 3 ? i - 3 : 0; k < i; ++k)
        if ((said.is(k, WordKind::looking_people) ||
             said.is(k, {"inspectorate", "watchdog", "regulator", "we", "delegation"})))
          return true;
  return false;
}

std::size_t Said::word_at(std::uint32_t at) const {
  return static_cast<std::size_t>(
      std::lower_bound(words.begin(), words.end(), at,
                       [](const Word& word, std::uint32_t key) { return word.span.end <= key; }) -
      words.begin());
}

namespace {

// Readers see the sentence while it is read; what changes there changes here.
void view(Said& said, const std::shared_ptr<ReadSentence>& read) {
  said.words = read->words;
  said.roles = read->roles;
  said.kinds = read->kinds;
  said.read = read;
}

void look_up_words(const Reading& reading, Span span, ReadSentence& read) {
  constexpr std::uint32_t most =
      8000;   // rules see no more of a sentence; the work on one grows faster than its length
  read.words = words_of(reading.document, {span.begin, std::min(span.end, span.begin + most)});
  const StatusWords& lists = reading.lexicon.status_words();
  read.roles.reserve(read.words.size());
  read.kinds.reserve(read.words.size());
  for (const Word& word : read.words) {
    const StatusWords::WordFacts facts = lists.of(word.text);
    if (facts.nouns != nullptr) read.nouns.push_back({read.roles.size(), facts.nouns});
    if (facts.kinds != nullptr) read.all_kinds |= *facts.kinds;
    read.roles.push_back(facts.roles);
    read.kinds.push_back(facts.kinds);
  }
}

// Words whose roles are others than their own beside certain words.
void settle_roles(const Said& said, std::vector<std::uint32_t>& roles) {
  // "prior to the inspection", "before this visit": the look that is written about, and none before it
  const auto drop = [&](std::size_t i, Role role) { roles[i] &= ~static_cast<std::uint32_t>(role); };
  for (std::size_t i = 0; i + 2 < said.words.size(); ++i) {
    const std::size_t the = said.is(i, {"prior"}) && said.is(i + 1, {"to"}) ? i + 2
                            : said.is(i, {"before"})                        ? i + 1
                                                                            : 0;
    if (the == 0 || !said.is(the, {"the", "this", "our"}) ||
        !said.is(the + 1, {"inspection", "visit", "audit", "review"}))
      continue;
    drop(i, Role::earlier);
    drop(the + 1, Role::look);
    drop(the + 1, Role::looker);
  }
  // "ERO found", "the CPT had urged": initials that ask or find are a body that looks
  for (std::size_t i = 0; i + 1 < said.words.size(); ++i) {
    const std::string_view word = said.words[i].text;
    if (word.size() < 2 || word.size() > 7 ||
        !std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) ||
        said.is(i, WordKind::initials_of_no_body))
      continue;
    std::size_t next = i + 1;
    while (said.is(next, {"has", "had", "have", "also", "previously", "first", "then"})) ++next;
    if (said.is(next, Role::asked) && !said.is(next, {"told", "called"}))
      roles[i] |= static_cast<std::uint32_t>(Role::looker);
  }
}

}   // namespace

Said read_sentence(const Reading& reading, std::uint32_t index) {
  Memory& memory = memory_of(reading);
  std::shared_ptr<ReadSentence>& kept = memory.said[index];
  Said said;
  said.index = index;
  said.span = reading.layers.sentences[index].span;
  const bool known = kept != nullptr;
  if (!known) {
    kept = std::make_shared<ReadSentence>();
    look_up_words(reading, said.span, *kept);
  }
  view(said, kept);
  if (!known) {
    settle_roles(said, kept->roles);
    for (const std::uint32_t roles : kept->roles) kept->all_roles |= roles;
    memory.note_read(index);
  }
  return said;
}

namespace {

bool looks_at_earlier(const Said& said) {
  if (came_back(said)) return true;
  if (!said.any(Role::look)) return false;
  for (std::size_t i = 0; i < said.words.size(); ++i) {
    if (!said.is(i, Role::look)) continue;
    for (std::size_t k = i > 5 ? i - 5 : 0; k < said.words.size() && k <= i + 5; ++k)
      if (k != i && said.is(k, Role::earlier) &&
          (!said.is(k, WordKind::weakly_earlier) ||
           (k + 2 >= i && k <= i + 1 &&
            (said.is(i, WordKind::one_look) ||
             said.is(i, {"inspection's", "jtai", "inquiry", "inspections", "audits"})))))
        return true;
    // "The delays identified at the inspection have been eradicated": what has been done since was found before
    if (said.is(i, {"inspection"}) && i > 2 && said.is(i - 1, {"the", "full", "core"}) &&
        said.is(said.is(i - 1, {"the"}) ? i - 2 : i - 3, {"at", "from", "since"}) && !said.is(i + 1, {"of"}))
      for (std::size_t k = 0; k + 1 < said.words.size(); ++k)
        if ((said.is(k, {"has", "have"}) && (said.is(k + 1, {"been", "also", "since", "all", "now"}))) ||
            said.is(k, {"now"}))
          return true;
    if (said.is(i, {"return", "revisit", "reinspection", "re-inspection"}) && i > 0 &&
        said.is(i - 1, {"our", "their", "the", "this"}))
      return true;
    // named looks that are paid once
    if (said.is(i, WordKind::named_look) && !(i > 0 && said.is(i - 1, {"this"}))) return true;
    if (i > 0 &&
        (said.is(i - 1, WordKind::look_adjective) || (i > 1 && said.is(i - 1, {"5"}) && said.is(i - 2, {"section"})) ||
         (i > 1 && said.is(i - 1, {"case"}) && said.is(i - 2, {"serious", "local", "management", "significant"})) ||
         said.is(i - 1, {"rapid"}) || (i > 1 && said.is(i - 1, {"practice"}) && said.is(i - 2, {"safeguarding"}))))
      return true;
    // "deficits were identified during this audit": an audit of their own, or a case review, lies behind
    if (said.is(i, {"audit", "audits", "scr", "scrs"}))
      for (std::size_t k = i > 6 ? i - 6 : 0; k < said.words.size() && k <= i + 4; ++k)
        if (said.is(k, WordKind::found_verb)) return true;
    // "audits have identified …, but": what was found before now
    for (std::size_t k = i; k + 1 < said.words.size() && k <= i + 6; ++k)
      if (said.is(k, {"have", "had"}) && said.is(k + 1, WordKind::found_verb)) return true;
  }
  return false;
}

}   // namespace

bool speaks_of_earlier(const Said& said) {
  return once(said.read->speaks_of_earlier, [&] { return looks_at_earlier(said); });
}

bool not_a_single_one(const Said& said) {
  constexpr std::size_t lead = 9;   // "Four years after the crash, none of the lamps"
  for (std::size_t k = 0; k < lead; ++k) {
    if (k > 0 && said.joined(k - 1)) continue;
    if (said.is(k, {"not"}) && (said.is(k + 1, {"one"}) || (said.is(k + 1, {"a"}) && said.is(k + 2, {"single"}))))
      return true;
    if (k > 0 && said.is(k, {"none", "neither"}) && said.is(k + 1, {"of"})) return true;
  }
  return false;
}

namespace {

bool tells_of_asking(const Said& said) {
  const bool looked_at = said.any(Role::looker);
  // "When we inspected in 2018 we said the owner should mend the lift"
  for (std::size_t i = 3; looked_at && i < said.words.size(); ++i)
    if (said.is(i, {"said"}) && said.is(i - 1, Role::looker) && !said.is(i - 1, {"board"}))
      for (std::size_t k = 0; k + 1 < i; ++k)
        if (a_year(said, k) || (said.is(k, {"last", "previous"}) && said.is(k + 1, Role::look)))
          for (std::size_t duty = i + 1; duty < i + 8; ++duty)
            if (said.is(duty, {"should", "must"})) return true;
  // "The coroner wrote to the council to ask for a crossing"
  for (std::size_t i = 1; looked_at && i + 3 < said.words.size() && i < 8; ++i)
    if (said.is(i, {"wrote"}) && said.is(i - 1, Role::looker) && !said.is(i - 1, {"board", "i"}))
      for (std::size_t k = i + 1; k < i + 12; ++k)
        if ((said.is(k, {"to"}) && said.is(k + 1, {"ask", "urge", "call", "press"})) ||
            said.is(k, {"asking", "urging", "calling"}))
          return true;
  bool dated = speaks_of_earlier(said);
  for (std::size_t i = 0; i < said.words.size() && !dated; ++i)
    dated = a_year(said, i) || said.is(i, {"ago", "previously", "earlier"}) ||
            (said.is(i, {"last", "previous"}) && said.is(i + 1, {WordKind::time_or_season, WordKind::month}));
  // "After our last inspection the owner told us what it would do to meet the rule"
  for (std::size_t i = 1; dated && i + 2 < said.words.size(); ++i)
    if (said.is(i, {"what", "how"}) && said.is(i + 1, {"it", "they"}) && said.is(i + 2, {"would"}) &&
        (said.is(i - 1, {"us", "inspectors", "out", "explaining", "saying"})))
      return true;
  for (std::size_t i = 0; said.any(Role::asked) && i < said.words.size(); ++i) {
    if (!said.is(i, Role::asked)) continue;
    if (i > 0 && said.is(i - 1, {"to", "will", "should", "must", "would", "can", "is", "are", "be", "being", "have"}) &&
        !(said.is(i - 1, {"have"}) && i > 1))
      continue;
    const bool demand = !said.is(i, WordKind::only_finds);
    const bool passive =
        i > 0 && (said.is(i - 1, {"was", "were"}) || (said.is(i - 1, {"been"}) && i > 1 && said.is(i - 2, {"had"})));
    bool subject = passive && demand;
    for (std::size_t k = i, steps = 0; k-- > 0 && steps < 9 && !subject; ++steps)
      subject = said.is(k, Role::looker) || said.is(k, Role::look);
    if (!subject) continue;
    // "We also told the trust to …" goes on from the sentence before
    if (dated || (demand && i > 0 && said.is(i - 1, {"also", "had", "first", "further", "therefore"}))) return true;
    if (said.is(i, {"told", "served"}) && i > 0 && said.is(i - 1, Role::looker)) return true;
    if (said.is(i, {"recommended"}) && i > 0 && said.is(i - 1, {"i", "we"}) && said.is(i + 1, {"that"})) return true;
    // "We asked the owner to make improvements": to do better, not to show or to say
    if (said.is(i, WordKind::tells_somebody) && i > 0 && said.is(i - 1, Role::looker))
      for (std::size_t k = i + 1; k < i + 7; ++k)
        if (said.is(k, {"to"}) && said.is(k + 1, WordKind::task_verb)) return true;
  }
  return false;
}

}   // namespace

bool tells_what_was_asked(const Said& said) {
  return once(said.read->tells_what_was_asked, [&] { return tells_of_asking(said); });
}

}   // namespace muster::facts
