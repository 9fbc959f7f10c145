// Which recommendations of the document a status speaks of, and which items say the same twice.
#include <algorithm>
#include <map>
#include <string>
#include <string_view>

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

}  // namespace

void find_repeats(model::Record& record) {
  std::map<std::string, const model::Recommendation*, std::less<>> first;
  const base::Text& text = record.document.text;
  for (model::Recommendation& item : record.facts.recommendations) {
    const std::string key = bare(text.folded(item.text));
    if (key.size() < 12) continue;
    const auto [place, fresh] = first.emplace(key, &item);
    if (!fresh) item.repeats = place->second->id;
  }
}

void link(model::Record& record) {
  const base::Text& text = record.document.text;
  std::map<std::string, std::vector<model::Recommendation*>, std::less<>> by_number;
  for (model::Recommendation& item : record.facts.recommendations)
    if (!item.number.empty()) by_number[bare(item.number)].push_back(&item);
  for (model::Status& status : record.facts.statuses) {
    const std::string subject = bare(base::Text(status.subject).folded());
    std::vector<model::Recommendation*> meant;
    if (const std::string number = number_named(subject); !number.empty()) {
      if (const auto found = by_number.find(number); found != by_number.end()) meant = found->second;
    } else if (subject.size() >= 20) {
      for (model::Recommendation& item : record.facts.recommendations)
        if (bare(text.folded(item.text)).find(subject) != std::string::npos) meant.push_back(&item);
    }
    // A number that several lists use says nothing; repeats of one item do.
    std::vector<model::Recommendation*> firsts;
    for (model::Recommendation* item : meant) if (item->repeats.empty()) firsts.push_back(item);
    if (firsts.size() != 1) continue;
    status.refers_to.push_back(firsts.front()->id);
    if (!firsts.front()->status) firsts.front()->status = model::GivenStatus{status.status, status.evidence};
  }
}

}  // namespace muster::reconcile
