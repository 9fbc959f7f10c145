// What a document is: kind, title, who inspected whom, and when. Reads the head of the document, its
// names and what the other makers found; says nothing where the text does not.
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "facts/describe.hpp"
#include "facts/printed_dates.hpp"
#include "muster/facts/make.hpp"

namespace muster::facts {
namespace {

using model::Block;
using model::BlockKind;

constexpr std::size_t head_blocks = 24;    // where a document says what it is

std::string joined(const model::Document& document, model::Span span) {
  std::string out;
  for (const char c : document.text.utf8(span)) {
    const bool space = c == '\n' || c == ' ' || c == '\t' || c == '\r';
    if (!space) out += c;
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string lowered(std::string_view folded) {
  std::string out(folded);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    if (c == '\n') c = ' ';
  }
  return out;
}

bool has(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != text.npos; });
}

bool begins(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.substr(0, word.size()) == word; });
}

class Describer {
 public:
  Describer(const Reading& reading, const model::Drafts& drafts)
      : reading_(reading), document_(reading.document), drafts_(drafts) {
    for (std::size_t i = 0; i < document_.blocks.size(); ++i)
      if (document_.blocks[i].kind != BlockKind::furniture) body_.push_back(&document_.blocks[i]);
    for (std::size_t i = 0; i < body_.size() && i < head_blocks; ++i) head_.push_back(lowered(folded(*body_[i])));
  }

  model::About describe() {
    model::About about;
    find_title(about);
    about.kind = kind(about);
    dates(about);
    about.inspectorates = inspectorates_of(reading_, drafts_, about.kind, title_span_);
    about.body = body_of(reading_, about.kind, title_span_);
    return about;
  }

 private:
  std::string_view folded(const Block& block) const { return document_.text.folded(block.content.empty() ? block.span : block.content); }

  // The title block, else the first heading or short line that is more than a date or a number.
  void find_title(model::About& about) {
    const Block* best = nullptr;
    for (const BlockKind kind : {BlockKind::title, BlockKind::heading})
      for (std::size_t i = 0; best == nullptr && i < body_.size() && i < 2 * head_blocks; ++i)
        if (body_[i]->kind == kind && body_[i]->language == "en" && names_something(*body_[i])) best = body_[i];
    if (best == nullptr && document_.hints.title.empty())
      for (std::size_t i = 0; best == nullptr && i < head_.size() && i < 6; ++i)
        if (body_[i]->readable() && body_[i]->kind != BlockKind::list_item && body_[i]->span.size() <= 160 && names_something(*body_[i]) && folded(*body_[i]).back() != '.') best = body_[i];
    if (best == nullptr) {
      about.title = document_.hints.title;
      return;
    }
    title_span_ = best->content.empty() ? best->span : best->content;
    if (const auto date = find_date(document_.text.folded(title_span_)); date && date->begin == 0)
      title_span_.begin += static_cast<std::uint32_t>(date->end);
    while (title_span_.begin < title_span_.end && (document_.text.folded()[title_span_.begin] == ' ' || document_.text.folded()[title_span_.begin] == '\n')) ++title_span_.begin;
    about.title = joined(document_, title_span_);
  }

  // "Report (A-01-02)", "06-16-2013", "Contents" name nothing.
  bool names_something(const Block& block) const {
    const std::string text = lowered(folded(block));
    std::string_view rest = text;
    if (const auto date = find_date(text); date && date->begin == 0) rest.remove_prefix(std::min(rest.size(), date->end));
    std::size_t letters = 0;
    int depth = 0;
    bool digit_word = false;
    for (const char c : rest) {
      if (c == '(') ++depth;
      else if (c == ')') --depth;
      else if (depth == 0 && c >= 'a' && c <= 'z') ++letters;
      else if (depth > 0 && c >= '0' && c <= '9') digit_word = true;
    }
    if (letters < 3 || (digit_word && letters <= 12)) return false;
    if (rest.back() == ':') return false;   // a lead-in
    return !begins(rest, {"published", "contents", "summary", "executive summary", "related", "share", "menu", "home", "dear ", "date:"}) || rest.size() > 40;
  }

  std::string kind(const model::About& about) const {
    const std::string title = lowered(document_.text.folded(title_span_)) + " " + lowered(base::Text(document_.hints.title).folded());
    bool dear = false, inspection = false, references = false, essay = has(title, {"essay"});
    for (std::size_t i = 0; i < head_.size(); ++i) {
      const std::string& text = head_[i];
      dear |= text.size() < 200 && begins(text, {"dear "});
      const bool label = body_[i]->kind == BlockKind::title || body_[i]->kind == BlockKind::heading || body_[i]->kind == BlockKind::table_row ||
                         text.find(':') < 40 || text.size() < 60;
      inspection |= label && text.size() < 240 && text.find(" said") == text.npos && has(text, {"inspection report", "inspection date", "inspected by", "lead inspector", "date of inspection", "dates of inspection",
                                                    "inspection number", "report on the inspection", "report of the inspection", "inspection of local authority",
                                                    "inspection of services", "provider name:", "type of inspection", "unannounced inspection", "report on an inspection",
                                                    "inspection of children's services", "full inspection", "short inspection", "inspection carried out"});
      essay |= has(text, {"this essay", "paper,report,assignment", "dissertation"});
    }
    std::size_t judged = drafts_.judgements.size();
    for (const Block* block : body_) {
      if (block->span.size() > 40) continue;
      const std::string text = lowered(folded(*block));
      references |= text == "references" || text == "bibliography" || text == "works cited" || text == "reference list";
      inspection |= begins(text, {"what needs to improve", "summary of key findings", "what does the ", "inspection judgement", "our judgement"}) && judged > 0;
    }
    if (begins(title, {"response:", "response to "}) ||
        has(title, {"government response", "response to the report", "response to the inquiry", "response to the review", "response to the recommend", "response to recommend",
                    "response to the committee", "response to the inspect", "response to the audit", "'s response to the"}))
      return "response";
    if (begins(title, {"minutes"}) || std::any_of(head_.begin(), head_.end(), [](const std::string& text) { return begins(text, {"minutes of ", "minutes,"}); })) return "other";
    if (essay) return "essay";
    if (dear) return "letter";
    const bool web = document_.source.media_type.find("html") != std::string::npos;
    // A report names itself in its title; the news about it has someone who says something.
    const bool formal_title = begins(title, {"inspection of ", "report on ", "report of ", "follow-up audit", "performance audit", "follow-up review", "status report", "joint inspection", "joint targeted"}) ||
                              has(title, {"inspection report", "review of progress", "joint targeted area inspection"});
    const bool self = std::any_of(head_.begin(), head_.end(), [](const std::string& text) {
      return text.size() < 1200 && has(text, {"this report describes", "this report sets out", "this report presents", "this letter outlines", "this letter summarises", "this audit found", "this audit examined",
                                              "this chapter sets out", "my recommendations are", "this report details", "by the time of this inspection", "approved centre inspection"});
    });
    int quotes = 0;
    for (const model::Speech& speech : reading_.layers.speeches) quotes += speech.quoted && !speech.speaker_name.empty();
    const std::size_t furniture = document_.blocks.size() - body_.size();
    if ((inspection || (!web && (formal_title || self))) && !has(title, {" said", " says"})) return "inspection_report";
    if (references) return "essay";
    if (web || furniture >= 2 || quotes >= 1 || !about.published.empty()) return "news";
    if (!reading_.layers.speeches.empty() && body_.size() >= 2) return "news";
    return "other";
  }

  void dates(model::About& about) const {
    for (std::size_t i = 0; i < body_.size(); ++i) {
      if (i >= 2 * head_blocks && i + 8 < body_.size()) continue;   // the head, and the last few blocks
      const std::string text = lowered(folded(*body_[i]).substr(0, 300));
      inspected(about, text, i);
      published(about, text, i);
      lead(about, text, i);
    }
    if (about.published.empty() && document_.hints.published.size() >= 10) about.published = document_.hints.published.substr(0, 10);
  }

  void inspected(model::About& about, const std::string& text, std::size_t i) const {
    if (!about.inspected_from.empty() || i >= 2 * head_blocks) return;
    static constexpr std::string_view labels[] = {"inspection dates", "inspection date", "dates of inspection", "date of inspection", "inspected on", "inspection took place",
                                                  "inspection was carried out", "inspected between", "visited on", "inspected:", "fieldwork", "inspected from", "date(s) of inspection",
                                                  "inspection visit", "site visit", "date of visit", "inspection carried out"};
    for (const std::string_view label : labels) {
      const std::size_t at = text.find(label);
      if (at == text.npos || has(text.substr(at > 12 ? at - 12 : 0, 12), {"previous", "last ", "next "})) continue;
      const std::size_t after = at + label.size();
      std::optional<PrintedDate> date = find_date(std::string_view(text).substr(after, 120));
      if (!date && text.size() <= after + 6 && i + 1 < body_.size()) date = find_date(folded(*body_[i + 1]).substr(0, 80));
      if (!date) continue;
      about.inspected_from = date->from;
      about.inspected_to = date->to;
      return;
    }
  }

  // A labelled date, a line that is only a date, or a date that opens a line of the page's head.
  void published(model::About& about, const std::string& text, std::size_t i) const {
    if (!about.published.empty()) return;
    static constexpr std::string_view labels[] = {"report published", "published on", "published:", "published", "publication date", "date published", "date:", "issued:", "posted on", "posted:", "posted ",
                                                  "date of publication", "first published", "last updated"};
    for (const std::string_view label : labels) {
      const std::size_t at = text.find(label);
      if (at == text.npos || at > 60) continue;
      const std::size_t from = at + label.size();
      const std::optional<PrintedDate> date = find_date(std::string_view(text).substr(from, 40));
      if (!date || date->begin > 12 || date->from != date->to) continue;
      about.published = date->from;
      return;
    }
    if (i >= head_blocks) return;
    // A dateline: "RIVERTON, Ohio (Oct. 3, 2017) - The …"
    if (const std::size_t open = text.find('('); i < 6 && open != text.npos && open < 50) {
      const std::size_t close = text.find(')', open);
      if (close != text.npos && close - open < 24)
        if (const auto dated = find_date(std::string_view(text).substr(open + 1, close - open - 1)); dated && dated->from == dated->to && dated->begin == 0 &&
                                                                                                     dated->end + 1 >= close - open - 1 && close + 1 < text.size() && has(text.substr(close + 1, 4), {"-"})) {
          about.published = dated->from;
          return;
        }
    }
    if (i > 0 && has(head_[i - 1], {"next meeting", "next inspection", "next review", "deadline"})) return;
    const std::optional<PrintedDate> date = find_date(std::string_view(text).substr(0, 80));
    if (!date || date->from != date->to) return;
    std::string_view left = std::string_view(text).substr(0, date->begin);
    for (const std::string_view day : {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun"})
      if (begins(left, {day})) left.remove_prefix(day.size());
    const bool opens = left.find_first_not_of(" ,:") == left.npos;
    const bool only = text.size() - date->end <= 12;
    const bool heading = body_[i]->kind == BlockKind::heading || body_[i]->kind == BlockKind::title || body_[i]->language != "en";
    if (opens && (only || heading)) about.published = date->from;
  }

  void lead(model::About& about, const std::string& text, std::size_t i) const {
    if (!about.lead_inspector.empty()) return;
    std::size_t at = text.find("lead inspector");
    std::size_t label = 14;
    if (at == text.npos) at = text.find("reporting inspector"), label = 19;
    if (at == text.npos || at > 60) return;
    std::size_t from = at + label;
    while (from < text.size() && (text[from] == ':' || text[from] == ' ' || text[from] == '|' || text[from] == '-')) ++from;
    model::Span where = body_[i]->content.empty() ? body_[i]->span : body_[i]->content;
    where.begin += static_cast<std::uint32_t>(from);
    if (where.begin >= where.end && i + 1 < body_.size()) where = body_[i + 1]->span;
    // A name: two to four words that begin with capitals.
    const std::string_view folded_text = document_.text.folded(where);
    std::size_t end = 0;
    int words = 0;
    for (std::size_t k = 0; k < folded_text.size() && words < 4;) {
      if (folded_text[k] < 'A' || folded_text[k] > 'Z') break;
      while (k < folded_text.size() && folded_text[k] != ' ' && folded_text[k] != ',' && folded_text[k] != '\n' && folded_text[k] != '(' && folded_text[k] != ';') ++k;
      const std::string_view word = folded_text.substr(end, k - end);
      if (words >= 2 && has(word, {"HMI", "Ofsted", "Her ", "His ", "Unique"})) break;
      end = k;
      ++words;
      if (k < folded_text.size() && folded_text[k] == ' ') ++k;
      else break;
    }
    if (words >= 2) about.lead_inspector = joined(document_, {where.begin, where.begin + static_cast<std::uint32_t>(end)});
  }

  const Reading& reading_;
  const model::Document& document_;
  const model::Drafts& drafts_;
  std::vector<const Block*> body_;
  std::vector<std::string> head_;    // lower case
  model::Span title_span_;
};

}  // namespace

model::About describe(const Reading& reading, const model::Drafts& drafts) { return Describer(reading, drafts).describe(); }

}  // namespace muster::facts
