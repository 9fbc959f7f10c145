// Which recommendations of the document a status speaks of, and which items say the same twice.
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "reconcile/steps.hpp"

namespace muster::reconcile {
namespace {

// The letters and digits of a text, lower case: equal for texts that differ in marks and spaces.
std::string bare(std::string_view folded) {
  std::string out;
  out.reserve(folded.size());
  for (const char c : folded) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out.push_back(c);
    else if (c >= 'A' && c <= 'Z') out.push_back(static_cast<char>(c + 32));
    else if (!out.empty() && out.back() != ' ') out.push_back(' ');
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// "Recommendation 3", "recommendation 2a": the number after the word, or "".
std::string number_named(const std::string& subject) {
  for (const std::string_view noun : {"recommendation ", "requirement ", "area for improvement ", "action "}) {
    const std::size_t at = subject.find(noun);
    if (at == std::string::npos) continue;
    std::size_t from = at + noun.size(), to = from;
    if (subject.compare(from, 3, "no ") == 0) from = to = from + 3;
    while (to < subject.size() && subject[to] != ' ') ++to;
    if (to > from && subject[from] >= '0' && subject[from] <= '9') return subject.substr(from, to - from);
  }
  return {};
}

constexpr std::size_t least_subject = 20;   // a shorter one may stand in any text

// Whole subjects of statuses -> the items whose text holds them, in one pass over the items: what begins
// like a subject is found by a rolling hash, then compared. Only items that repeat no other count, and
// two are as good as many: then the subject says nothing.
class Holders {
 public:
  void want(const std::string& subject) {
    if (!items_.try_emplace(subject).second) return;
    begins_[hash_of(std::string_view(subject).substr(0, least_subject))].push_back(subject);
  }

  void look(model::Recommendation& item, const std::string& text) {
    if (begins_.empty() || text.size() < least_subject) return;
    std::uint64_t hash = hash_of(std::string_view(text).substr(0, least_subject));
    for (std::size_t at = 0;; ++at) {
      if (const auto found = begins_.find(hash); found != begins_.end())
        std::erase_if(found->second, [&](const std::string& subject) {
          if (text.compare(at, subject.size(), subject) != 0) return false;
          std::vector<model::Recommendation*>& held = items_.find(subject)->second;
          if (held.empty() || held.back() != &item) held.push_back(&item);
          return held.size() > 1;
        });
      if (at + least_subject >= text.size()) return;
      hash = (hash - value(text[at]) * leading) * base + value(text[at + least_subject]);
    }
  }

  [[nodiscard]] const std::vector<model::Recommendation*>& of(const std::string& subject) const { return items_.find(subject)->second; }

 private:
  static constexpr std::uint64_t base = 1099511628211U;
  static constexpr std::uint64_t value(char c) { return static_cast<unsigned char>(c); }
  static constexpr std::uint64_t leading = [] {
    std::uint64_t power = 1;
    for (std::size_t i = 1; i < least_subject; ++i) power *= base;
    return power;
  }();
  static std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 0;
    for (const char c : text) hash = hash * base + value(c);
    return hash;
  }

  std::unordered_map<std::string, std::vector<model::Recommendation*>> items_;
  std::unordered_map<std::uint64_t, std::vector<std::string>> begins_;   // subjects still looked for
};

}  // namespace

void find_repeats(model::Record& record) {
  // Said again with the same words, or under the same number with the same beginning (a summary may
  // leave out or add a last sentence).
  constexpr std::size_t alike = 70;
  std::map<std::string, const model::Recommendation*, std::less<>> first, first_numbered;
  const base::Text& text = record.document.text;
  for (model::Recommendation& item : record.facts.recommendations) {
    const std::string key = bare(text.folded(item.text));
    if (key.size() < 12) continue;
    const auto [place, fresh] = first.emplace(key, &item);
    if (!fresh) {
      item.repeats = place->second->id;
      continue;
    }
    if (item.number.empty() || key.size() < alike) continue;
    const auto [numbered, new_number] = first_numbered.emplace(bare(item.number) + " " + key.substr(0, alike), &item);
    if (!new_number) item.repeats = numbered->second->id;
  }
}

void link(model::Record& record) {
  if (record.facts.statuses.empty() || record.facts.recommendations.empty()) return;
  const base::Text& text = record.document.text;
  std::map<std::string, std::vector<model::Recommendation*>, std::less<>> by_number;
  for (model::Recommendation& item : record.facts.recommendations)
    if (!item.number.empty() && item.repeats.empty()) by_number[bare(item.number)].push_back(&item);
  std::vector<std::string> subjects, numbers;
  Holders holders;
  for (const model::Status& status : record.facts.statuses) {
    subjects.push_back(bare(base::Text(status.subject).folded()));
    numbers.push_back(number_named(subjects.back()));
    if (numbers.back().empty() && subjects.back().size() >= least_subject) holders.want(subjects.back());
  }
  for (model::Recommendation& item : record.facts.recommendations)
    if (item.repeats.empty()) holders.look(item, bare(text.folded(item.text)));
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    std::vector<model::Recommendation*> meant;
    if (!numbers[i].empty()) {
      if (const auto found = by_number.find(numbers[i]); found != by_number.end()) meant = found->second;
    } else if (subjects[i].size() >= least_subject) {
      meant = holders.of(subjects[i]);
    }
    // A number that several lists use says nothing; repeats of one item do.
    if (meant.size() != 1) continue;
    model::Status& status = record.facts.statuses[i];
    status.refers_to.push_back(meant.front()->id);
    if (!meant.front()->status) meant.front()->status = model::GivenStatus{status.status, status.evidence};
  }
}

}  // namespace muster::reconcile
