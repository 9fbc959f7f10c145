// Dates of publication and of fieldwork, and the lead inspector: from labels ("Inspection dates: …"), from
// lines that are dates, and from the sentence that tells of the fieldwork ("Between 4 and 8 May we …").
#include <algorithm>
#include <bitset>
#include <string>
#include <utility>
#include <vector>

#include "muster/base/caseless.hpp"
#include "facts/clauses.hpp"
#include "facts/describe.hpp"
#include "facts/printed_dates.hpp"
#include "facts/searched.hpp"

namespace muster::facts {
namespace {

using model::Block;
using model::BlockKind;

constexpr std::size_t head_blocks = 24;    // where a document says what it is
constexpr std::size_t looked_at = 300;     // code points of a block that are read for a label
constexpr std::size_t latest_lead = 60;    // where a lead inspector's label begins at the latest

bool holds_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool begins(std::string_view text, std::string_view words) { return text.substr(0, words.size()) == words; }

class Dates {
 public:
  Dates(const Reading& reading, const std::vector<const Block*>& body, model::About& about)
      : reading_(reading), body_(body), about_(about) {
    if (const model::VocabList* list = reading_.vocab.find("document_labels"); list != nullptr)
      for (const model::VocabEntry& entry : list->entries) labels_.emplace_back(field_of(&entry, "kind"), &entry.forms);
    each_label("lead", [&](std::string_view label) {
      const std::size_t n = std::min({label.find(' '), label.size(), std::size_t{4}});
      if (n > 0) {
        lead_begins_.push_back({base::letters_at(label.data(), n), n});
        lead_first_.set(static_cast<unsigned char>(label.front()) & 31U);
      }
      return false;
    });
    std::sort(lead_begins_.begin(), lead_begins_.end());
    lead_begins_.erase(std::unique(lead_begins_.begin(), lead_begins_.end()), lead_begins_.end());
  }

  void read() {
    for (std::size_t i = 0; i < body_.size(); ++i) {
      const bool dates_too = i < 2 * head_blocks || i + 8 >= body_.size();   // the head, and the last few blocks
      if (!dates_too && !about_.lead_inspector.empty()) continue;
      if (about_.lead_inspector.empty() && may_name_lead(folded(*body_[i])))
        lead(Searched(plain_line(*body_[i], 2 * latest_lead)), i);
      // No date without a digit; a label's may stand in the block below it.
      if (!dates_too || !(has_digit(i) || (i + 1 < body_.size() && has_digit(i + 1)))) continue;
      const Searched text(plain_line(*body_[i]));
      labelled(text, i);
      published(text, i);
    }
    if (about_.published.empty() && reading_.document.hints.published.size() >= 10)
      about_.published = reading_.document.hints.published.substr(0, 10);
    if (about_.inspected_from.empty() && (about_.kind == "inspection_report" || about_.kind == "letter")) told();
  }

 private:
  [[nodiscard]] Span span_of(const Block& block) const { return block.content.empty() ? block.span : block.content; }
  [[nodiscard]] std::string_view folded(const Block& block) const {
    return reading_.document.text.folded(span_of(block));
  }
  // Lower case; every code point keeps its place.
  [[nodiscard]] std::string plain_line(const Block& block, std::size_t most = looked_at) const {
    std::string out(folded(block).substr(0, most));
    for (char& c : out) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
      if (c == '\n') c = ' ';
    }
    return out;
  }
  // False: none of the labels of a lead inspector stands near the begin of the text. Looks at the begins of its words.
  [[nodiscard]] bool may_name_lead(std::string_view text) const {
    const auto wordy = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    for (std::size_t at = 0; at < text.size() && at <= latest_lead; ++at) {
      if (!lead_first_[static_cast<unsigned char>(text[at]) & 31U] || (at > 0 && wordy(text[at - 1]))) continue;
      for (const auto& [letters, n] : lead_begins_)
        if (at + n <= text.size() && base::lower_letters(base::letters_at(text.data() + at, n)) == letters) return true;
    }
    return false;
  }
  [[nodiscard]] bool has_digit(std::size_t i) const {
    return holds_digit(folded(*body_[i]).substr(0, looked_at));
  }
  // Calls `take` with each form of a kind of label, until it says yes.
  template <class Take>
  bool each_label(std::string_view kind, const Take& take) const {
    for (const auto& [of, forms] : labels_)
      if (of == kind)
        for (const std::string& form : *forms)
          if (take(std::string_view(form))) return true;
    return false;
  }
  [[nodiscard]] bool says(const Searched& text, std::string_view kind) const {
    return each_label(kind, [&](std::string_view form) {
      return text.may_hold(form) && find_words(text.text(), form) != std::string_view::npos;
    });
  }
  [[nodiscard]] bool says(std::string_view text, std::string_view kind) const {
    return each_label(kind, [&](std::string_view form) { return find_words(text, form) != std::string_view::npos; });
  }

  void labelled(const Searched& searched, std::size_t i) {
    if (!about_.inspected_from.empty() || i >= 2 * head_blocks) return;
    const std::string& text = searched.text();
    each_label("inspected", [&](std::string_view label) {
      const std::size_t at = searched.find(label);
      if (at == text.npos || says(std::string_view(text).substr(at > 14 ? at - 14 : 0, 14), "not this")) return false;
      const std::size_t after = at + label.size();
      std::optional<PrintedDate> date = find_date(std::string_view(text).substr(after, 120));
      if (!date && text.size() <= after + 6 && i + 1 < body_.size())
        date = find_date(folded(*body_[i + 1]).substr(0, 80));
      if (!date) return false;
      about_.inspected_from = date->from;
      about_.inspected_to = date->to;
      return true;
    });
  }

  // "Between 4 and 8 May, inspectors carried out …"; the year may be that of the letter.
  void told() {
    const auto& sentences = reading_.layers.sentences;
    constexpr std::size_t most = 160;
    for (std::size_t k = 0; k < sentences.size() && k < most; ++k) {
      const std::string_view written = reading_.document.text.folded(
          {sentences[k].span.begin, std::min<std::uint32_t>(sentences[k].span.end, sentences[k].span.begin + 500)});
      if (!holds_digit(written)) continue;   // no date
      const Searched searched(plain(written));
      if (!says(searched, "fieldwork verb") || !says(searched, "fieldwork") || says(searched, "not this")) continue;
      const std::string& text = searched.text();
      const std::optional<PrintedDate> date = find_date(text, about_.published);
      if (!date) continue;
      std::string_view before = std::string_view(text).substr(0, date->begin);
      while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
      const std::string_view word = before.substr(before.rfind(' ') + 1);
      if (!is_any(word, {"between", "from", "on", "during", "of", "dates", "beginning", "commencing"})) continue;
      if (!about_.published.empty() && date->to > about_.published) continue;
      about_.inspected_from = date->from;
      about_.inspected_to = date->to;
      return;
    }
  }

  // A labelled date, a line that is only a date, or a date that opens a line of the page's head.
  void published(const Searched& searched, std::size_t i) {
    if (!about_.published.empty()) return;
    const std::string& text = searched.text();
    const bool found = each_label("published", [&](std::string_view label) {
      const std::size_t at = searched.find(label);
      if (at == text.npos || (at > 60 && !begins(label, "report ") && !begins(label, "published:"))) return false;
      if (begins(label, "date") && at > 0) return false;   // "Inspection date: …"
      const std::size_t from = at + label.size();
      const std::optional<PrintedDate> date = find_date(std::string_view(text).substr(from, 40));
      if (!date || date->begin > 12 || date->from != date->to) return false;
      about_.published = date->from;
      return true;
    });
    if (found || i >= head_blocks) return;
    // A dateline: "RIVERTON, Ohio (Oct. 3, 2017) - The …"
    if (const std::size_t open = text.find('('); i < 6 && open != text.npos && open < 50) {
      const std::size_t close = text.find(')', open);
      if (close != text.npos && close - open < 24)
        if (const auto dated = find_date(std::string_view(text).substr(open + 1, close - open - 1));
            dated && dated->from == dated->to && dated->begin == 0 && dated->end + 1 >= close - open - 1 &&
            close + 1 < text.size() && text.substr(close + 1, 4).find('-') != text.npos) {
          about_.published = dated->from;
          return;
        }
    }
    if (i > 0 && (says(std::string_view(plain_line(*body_[i - 1])), "not published") ||
                  (body_[i - 1]->span.size() < 40 && says(std::string_view(plain_line(*body_[i - 1])), "inspected"))))
      return;
    const std::optional<PrintedDate> date = find_date(std::string_view(text).substr(0, 80));
    if (!date || date->from != date->to) return;
    std::string_view left = std::string_view(text).substr(0, date->begin);
    for (const std::string_view day : {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
                                       "mon", "tue", "wed", "thu", "fri", "sat", "sun"})
      if (begins(left, day)) left.remove_prefix(day.size());
    const bool opens = left.find_first_not_of(" ,:") == left.npos;
    const bool only = text.size() - date->end <= 12;
    const bool heading =
        body_[i]->kind == BlockKind::heading || body_[i]->kind == BlockKind::title || body_[i]->language != "en";
    if (opens && (only || heading)) about_.published = date->from;
  }

  // "Lead inspector: Ann Other HMI", or "Ann Other HMI, lead inspector" in the list of the team.
  void lead(const Searched& searched, std::size_t i) {
    if (!about_.lead_inspector.empty()) return;
    const std::string& text = searched.text();
    each_label("lead", [&](std::string_view label) {
      if (!searched.may_hold(label)) return false;
      const std::size_t at = find_words(std::string_view(text).substr(0, latest_lead + label.size() + 1), label);
      if (at == text.npos || at > latest_lead || says(std::string_view(text).substr(0, at), "not lead")) return false;
      Span where = span_of(*body_[i]);
      const Span whole = where;
      std::size_t from = at + label.size();
      while (from < text.size() &&
             (text[from] == ':' || text[from] == ' ' || text[from] == '|' || text[from] == '-' || text[from] == '\t'))
        ++from;
      where.begin += static_cast<std::uint32_t>(from);
      if (at == 0 || text[at - 1] != ' ' || at < 5) {
        if (where.begin >= where.end && i + 1 < body_.size()) where = span_of(*body_[i + 1]);
        about_.lead_inspector = name_at(where);
      }
      if (about_.lead_inspector.empty() && at >= 6) {
        // only what belongs to the person stands between: "HMI, Ofsted"
        const std::string name = name_at(whole);
        if (!name.empty() && at <= name.size() + 24) about_.lead_inspector = name;
      }
      return !about_.lead_inspector.empty();
    });
  }

  // Two to four words that begin with capitals.
  [[nodiscard]] std::string name_at(Span where) const {
    const std::string_view written = reading_.document.text.folded(where);
    std::size_t end = 0;
    int words = 0;
    for (std::size_t k = 0; k < written.size() && words < 4;) {
      if (written[k] < 'A' || written[k] > 'Z') break;
      const std::size_t begin = k;
      while (k < written.size() && written[k] != ' ' && written[k] != ',' && written[k] != '\n' && written[k] != '(' &&
             written[k] != ';' && written[k] != '|' && written[k] != '\t')
        ++k;
      const std::string_view word = written.substr(begin, k - begin);
      if (words >= 2 && entry_of(reading_, "document_labels", word) != nullptr) break;
      if (words < 2 && word.size() > 1 && word.find_first_of("abcdefghijklmnopqrstuvwxyz") == word.npos &&
          word.size() <= 5)
        break;   // "HMI"
      end = k;
      ++words;
      if (k < written.size() && written[k] == ' ') ++k;
      else break;
    }
    if (words < 2) return {};
    return reading_.document.text.string({where.begin, where.begin + static_cast<std::uint32_t>(end)});
  }

  const Reading& reading_;
  std::vector<std::pair<std::string, const std::vector<std::string>*>> labels_;   // kind and forms
  std::vector<std::pair<std::uint64_t, std::size_t>> lead_begins_;   // of its labels: their first letters, and how many
  std::bitset<32> lead_first_;   // the first letters of all
  const std::vector<const Block*>& body_;
  model::About& about_;
};

}  // namespace

void read_dates(const Reading& reading, const std::vector<const Block*>& body, model::About& about) {
  Dates(reading, body, about).read();
}

}  // namespace muster::facts
