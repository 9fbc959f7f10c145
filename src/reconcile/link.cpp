// Which recommendations of the document a status speaks of, and which items say the same twice.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <set>
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

// "safety recommendation m 12 3", of which bare() has made the signs blanks: "m 12 3".
std::string code_named(const std::string& subject) {
  constexpr std::string_view noun = "recommendation ";
  const std::size_t at = subject.find(noun);
  return at == std::string::npos ? std::string{} : subject.substr(at + noun.size());
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

  [[nodiscard]] const std::vector<model::Recommendation*>& of(const std::string& subject) const {
    return items_.find(subject)->second;
  }

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

// "Recommendations 1, 3 and 5", "recommendations 2 to 4": the numbers, as the status's own sentence has them.
std::vector<std::string> numbers_named(std::string_view said) {
  constexpr std::size_t most = 60;
  std::vector<std::string> out;
  std::size_t at = std::string_view::npos;
  for (const std::string_view noun : {"recommendations ", "requirements ", "actions ", "areas for improvement "})
    if (const std::size_t found = said.rfind(noun);
        found != std::string_view::npos && (at == std::string_view::npos || found + noun.size() > at))
      at = found + noun.size();
  bool range = false;
  while (at < said.size() && out.size() < most) {
    std::size_t end = at;
    while (end < said.size() && said[end] != ' ') ++end;
    const std::string word(said.substr(at, end - at));
    const bool number = !word.empty() && word[0] >= '0' && word[0] <= '9' && word.size() < 5;
    if (number && range && !out.empty()) {
      const int from = std::atoi(out.back().c_str()), to = std::atoi(word.c_str());
      for (int n = from + 1; n < to && out.size() < most; ++n) out.push_back(std::to_string(n));
    }
    if (number) out.push_back(word);
    else if (word != "and" && word != "to" && word != "through" && word != "nos" && word != "numbers") break;
    range = word == "to" || word == "through";
    at = end + 1;
  }
  return out.size() > 1 ? out : std::vector<std::string>{};
}

// Words that a request and what is said of it share, without those that every request has.
std::set<std::string> content_words(const std::string& text) {
  static const std::set<std::string, std::less<>> common = {"recommendation", "recommendations", "requirement",
      "requirements", "action", "actions", "area", "areas", "improvement", "improvements", "that", "this", "should",
      "must", "ensure", "with", "from", "their", "have", "been",
                                                            "were", "made", "last", "previous", "earlier",
                                                            "inspection", "review", "report", "audit", "about",
                                                            "improve", "which", "identified", "including", "there",
                                                            "they", "will", "into", "than", "more", "also", "other"};
  constexpr std::size_t least = 4;
  std::set<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = std::string_view(text).substr(at, end - at);
    // A plural and its singular are one word here.
    if (word.size() >= least && !common.contains(word))
      words.emplace(word.back() == 's' ? word.substr(0, word.size() - 1) : word);
    at = end + 1;
  }
  return words;
}

// The subject says what was asked for, and the item does not.
bool tells_otherwise(const std::string& subject, const std::string& item) {
  constexpr std::size_t least_words = 4;
  std::set<std::string> words = content_words(subject);
  for (const char* label : {"recommendation", "requirement", "improvement", "action", "area"}) words.erase(label);
  if (words.size() < least_words) return false;
  const std::set<std::string> theirs = content_words(item);
  const auto shared = static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [&](const std::string& word) { return theirs.contains(word); }));
  return shared * 2 < words.size();
}

// Requests by their words. A status is on the one that holds most of its subject's words, where no other
// holds as many. Words that very many items share tell nothing and are left out, so work stays in proportion.
class Wordings {
 public:
  void add(model::Recommendation& item, const std::string& text) {
    for (const std::string& word : content_words(text)) items_[word].push_back(&item);
  }
  [[nodiscard]] model::Recommendation* of(const std::string& subject) const {
    constexpr std::size_t least_words = 3, too_common = 64;
    constexpr double share = 0.7;
    const std::set<std::string> words = content_words(subject);
    if (words.size() < least_words) return nullptr;
    std::map<model::Recommendation*, std::size_t> shared;
    for (const std::string& word : words)
      if (const auto found = items_.find(word); found != items_.end() && found->second.size() <= too_common)
        for (model::Recommendation* item : found->second) ++shared[item];
    model::Recommendation* best = nullptr;
    std::size_t most = 0, times = 0;
    for (const auto& [item, count] : shared) {
      if (count > most) { best = item; most = count; times = 1; }
      else if (count == most) ++times;
    }
    return times == 1 && most >= least_words && static_cast<double>(most) >= share * static_cast<double>(words.size())
               ? best
               : nullptr;
  }

 private:
  std::map<std::string, std::vector<model::Recommendation*>> items_;
};

// "This recommendation was achieved", "Achieved", "Action taken on previous requirement: …", right below the item.
model::Recommendation* right_above(model::Record& record, const model::Status& status, const std::string& subject) {
  constexpr std::uint32_t near = 900;
  bool said = status.evidence.rule == "status.under-label" || status.evidence.rule == "status.sure-grade" || (status.evidence.rule == "status.alone" && subject.find(" should ") == std::string::npos && subject.find(" must ") == std::string::npos) || status.evidence.rule == "status.confirmed" || subject.starts_with("action taken ") || subject.starts_with("on previous ");
  for (const std::string_view form : {"this recommendation", "this requirement", "this area for improvement",
      "this action"}) said = said || subject == form || (subject.starts_with("that ") && subject.substr(5) == form);
  if (!said || status.count || status.share != model::Share::none_given) return nullptr;
  // Items are in the order of their texts here: the nearest before is among the few that begin before it.
  std::vector<model::Recommendation>& items = record.facts.recommendations;
  auto at =
      std::upper_bound(items.begin(), items.end(), status.evidence.quote.begin,
                       [](std::uint32_t key, const model::Recommendation& item) { return key < item.text.begin; });
  model::Recommendation* above = nullptr;
  for (int steps = 0; at != items.begin() && steps < 4 && above == nullptr; ++steps) {
    --at;
    if (at->form == model::Form::listed && at->text.end <= status.evidence.quote.begin &&
        status.evidence.quote.begin - at->text.end < near)
      above = &*at;
  }
  // "Agency response to recommendation 1: …" stands nearer
  constexpr std::uint32_t label = 90, around = 1500;
  const auto& blocks = record.document.blocks;
  auto block = std::lower_bound(blocks.begin(), blocks.end(), status.evidence.quote.begin,
                                [](const model::Block& one, std::uint32_t key) { return one.span.begin < key; });
  while (block != blocks.begin() && std::prev(block)->span.begin + around > status.evidence.quote.begin) {
    --block;
    if (above != nullptr && block->span.begin <= above->text.end) break;
    // "Progress since our last inspection": what follows is on other requests
    if (block->kind == model::BlockKind::heading)
      if (const std::string head = bare(record.document.text.folded(block->span));
          !head.starts_with("action") &&
          (head.find("since ") != std::string::npos || head.find("progress ") != std::string::npos ||
           head.find("previous") != std::string::npos))
        return nullptr;
    const std::string number = number_named(
        bare(record.document.text.folded({block->span.begin, std::min(block->span.end, block->span.begin + label)})));
    if (number.empty()) continue;
    const auto meant = std::find_if(items.rbegin(), items.rend(), [&](const model::Recommendation& item) {
      return bare(item.number) == number && item.text.begin < status.evidence.quote.begin;
    });
    return meant == items.rend() ? nullptr : &*meant;
  }
  return above;
}

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
  Wordings wordings;
  for (model::Recommendation& item : record.facts.recommendations)
    if (item.repeats.empty()) wordings.add(item, bare(text.folded(item.text)));
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    model::Status& status = record.facts.statuses[i];
    std::vector<model::Recommendation*> meant;
    const auto add_number = [&](const std::string& number) {
      const auto found = by_number.find(number);
      if (found == by_number.end()) return;
      // A number that several lists use says nothing, but for the item right above or in the statement's own words.
      constexpr std::uint32_t near = 900;
      model::Recommendation* above = found->second.size() == 1 ? found->second.front() : nullptr;
      for (model::Recommendation* item : found->second)
        if (found->second.size() > 1 && item->text.begin < status.evidence.quote.end &&
            item->text.end + near > status.evidence.quote.begin &&
            (above == nullptr || item->text.begin > above->text.begin))
          above = item;
      // "Requirement 1: …" of an earlier list has words of its own, and they are others.
      if (above != nullptr && tells_otherwise(subjects[i], bare(text.folded(above->text)))) above = nullptr;
      if (above != nullptr) meant.push_back(above);
    };
    const std::string before =
        bare(text.folded({status.evidence.quote.begin, std::min(status.focus.begin, status.evidence.quote.end)}));
    if (const std::vector<std::string> several = numbers_named(before); !several.empty()) {
      for (const std::string& number : several) add_number(number);
    } else if (!numbers[i].empty()) {
      add_number(numbers[i]);
    } else if (const std::string code = code_named(subjects[i]); by_number.contains(code)) {
      add_number(code);
    } else {
      if (subjects[i].size() >= least_subject)
        if (const auto& held = holders.of(subjects[i]); held.size() == 1) meant = held;
      if (meant.empty())
        if (model::Recommendation* item = right_above(record, status, subjects[i]); item != nullptr)
          meant.push_back(item);
      // Counted statements are on a set, not on one of it.
      if (meant.empty() && !status.count && status.share == model::Share::none_given)
        if (model::Recommendation* item = wordings.of(subjects[i]); item != nullptr) meant.push_back(item);
    }
    for (model::Recommendation* item : meant) {
      status.refers_to.push_back(item->id);
      if (!item->status || status.evidence.rule == "status.under-label")
        item->status = model::GivenStatus{status.status, status.evidence};
    }
  }
}

}  // namespace muster::reconcile
