#include "facts/subject_words.hpp"

#include <algorithm>
#include <string>

#include "facts/phrases.hpp"
#include "muster/base/caseless.hpp"

namespace muster::facts {
namespace {

constexpr std::array<std::string_view, 7> subjects = {"oversight", "oversight, perhaps", "staffing",   "services",
                                                      "failings",  "paid care",          "unpaid care"};

constexpr std::array<bool, 256> letters = [] {
  std::array<bool, 256> out{};
  for (int c = 'a'; c <= 'z'; ++c) out[static_cast<std::size_t>(c)] = out[static_cast<std::size_t>(c - 32)] = true;
  return out;
}();

bool letter(char c) { return letters[static_cast<unsigned char>(c)]; }

bool begins(std::string_view text, std::string_view stem) { return same_caseless(text.substr(0, stem.size()), stem); }

// Up to eight letters, with zeros behind them.
std::uint64_t head_of(std::string_view text) {
  std::array<char, 8> eight{};
  std::copy_n(text.begin(), std::min(text.size(), eight.size()), eight.begin());
  return base::letters_at(eight.data(), eight.size());
}

}   // namespace

SubjectWords::SubjectWords(const model::Vocab& vocab) {
  const model::VocabList* const list = vocab.find("subject_words");
  if (list == nullptr) return;
  for (const model::VocabEntry& entry : list->entries) {
    const auto subject = std::find(subjects.begin(), subjects.end(), entry.name);
    if (subject == subjects.end()) continue;
    const std::uint32_t bit = 1U << static_cast<unsigned>(subject - subjects.begin());
    for (const std::string& form : entry.forms) {
      if (form.empty() || form.front() < 'a' || form.front() > 'z') continue;
      const std::string_view all(form);
      const std::size_t head = std::min<std::size_t>(all.size(), 8);
      const Stem stem{head_of(all), head_of(std::string(head, '\xFF')), all.substr(head), bit};
      if (form.size() > 1) stems_[key(form[0], form[1])].push_back(stem);
      else
        for (unsigned second = 0; second < 32; ++second)
          stems_[key(form[0], static_cast<char>(second))].push_back(stem);
    }
  }
}

Reading::Remembered::Subjects SubjectWords::count(std::string_view folded) const {
  Reading::Remembered::Subjects out;
  const std::size_t size = folded.size();
  std::size_t at = 0;
  while (true) {
    while (at < size && !letter(folded[at])) ++at;
    if (at == size) return out;
    ++out.words;
    std::uint32_t told = 0;
    const std::uint64_t head =
        base::lower_letters(at + 8 <= size ? base::letters_at(folded.data() + at, 8) : head_of(folded.substr(at)));
    for (const Stem& stem : stems_[key(folded[at], at + 1 < size ? folded[at + 1] : '\0')])
      if ((head & stem.mask) == stem.head && (stem.rest.empty() || begins(folded.substr(at + 8), stem.rest)))
        told |= stem.subjects;
    if (told != 0) {
      const auto is = [&](unsigned subject) { return told >> subject & 1U; };
      out.strong += is(0);
      out.weak += is(1) & ~is(0);   // a word counts once for oversight
      out.staffing += is(2);
      out.services += is(3);
      out.failings += is(4);
      out.paid_care += is(5);
      out.unpaid_care += is(6);
    }
    while (at < size && letter(folded[at])) ++at;
  }
}

}   // namespace muster::facts
