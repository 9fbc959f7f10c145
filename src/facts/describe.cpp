// What a document is: kind, title, who inspected whom, and when. Reads the head of the document, its
// names and what the other makers found; says nothing where the text does not.
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "facts/describe.hpp"
#include "facts/printed_dates.hpp"
#include "facts/searched.hpp"
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
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.substr(0, word.size()) == word; });
}

class Describer {
 public:
  Describer(const Reading& reading, const model::Drafts& drafts)
      : reading_(reading), document_(reading.document), drafts_(drafts) {
    for (std::size_t i = 0; i < document_.blocks.size(); ++i)
      if (document_.blocks[i].kind != BlockKind::furniture) body_.push_back(&document_.blocks[i]);
    for (std::size_t i = 0; i < body_.size() && i < head_blocks; ++i) head_.emplace_back(lowered(folded(*body_[i])));
  }

  // Kind, title and inspectorates.
  model::About author() {
    model::About about;
    find_title(about);
    about.kind = kind(about);
    about.inspectorates = inspectorates_of(reading_, drafts_, about.kind, title_span_);
    return about;
  }

  model::About describe() {
    model::About about = author();
    read_dates(reading_, body_, about);
    about.body = body_of(reading_, about.kind, title_span_);
    return about;
  }

 private:
  std::string_view folded(const Block& block) const {
    return document_.text.folded(block.content.empty() ? block.span : block.content);
  }

  // The title block, else the first heading or short line that is more than a date or a number.
  void find_title(model::About& about) {
    const Block* best = nullptr;
    for (const BlockKind kind : {BlockKind::title, BlockKind::heading})
      for (std::size_t i = 0; best == nullptr && i < body_.size() && i < 2 * head_blocks; ++i)
        if (body_[i]->kind == kind && body_[i]->language == "en" && names_something(*body_[i])) best = body_[i];
    if (best == nullptr && document_.hints.title.empty())
      for (std::size_t i = 0; best == nullptr && i < head_.size() && i < 6; ++i)
        if (body_[i]->readable() && body_[i]->kind != BlockKind::list_item && body_[i]->kind != BlockKind::table_row &&
            body_[i]->span.size() <= 160 && names_something(*body_[i]) && folded(*body_[i]).back() != '.')
          best = body_[i];
    if (best == nullptr) {
      about.title = document_.hints.title;
      return;
    }
    title_span_ = best->content.empty() ? best->span : best->content;
    if (const auto date = find_date(document_.text.folded(title_span_)); date && date->begin == 0)
      title_span_.begin += static_cast<std::uint32_t>(date->end);
    while (title_span_.begin < title_span_.end &&
           (document_.text.folded_at(title_span_.begin) == ' ' || document_.text.folded_at(title_span_.begin) == '\n'))
      ++title_span_.begin;
    about.title = joined(document_, title_span_);
  }

  // "Report (A-01-02)", "06-16-2013", "Contents" name nothing.
  bool names_something(const Block& block) const {
    const std::string text = lowered(folded(block));
    std::string_view rest = text;
    if (const auto date = find_date(text); date && date->begin == 0)
      rest.remove_prefix(std::min(rest.size(), date->end));
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
    // "Recommendations" heads a list, it names no report
    if (const model::VocabList* lists = reading_.vocab.find("list_headings"); lists != nullptr)
      for (const model::VocabEntry& entry : lists->entries)
        for (const std::string& form : entry.forms)
          if (form == rest) return false;
    return !begins(rest, {"published", "contents", "summary", "executive summary", "related", "share", "menu", "home",
                          "dear ", "date:"}) ||
           rest.size() > 40;
  }

  std::string kind(const model::About& about) const {
    const std::string title =
        lowered(document_.text.folded(title_span_)) + " " + lowered(base::Text(document_.hints.title).folded());
    bool dear = false, inspection = false, references = false, essay = has(title, {"essay"});
    for (std::size_t i = 0; i < head_.size(); ++i) {
      const Searched& searched = head_[i];
      const std::string& text = searched.text();
      dear |= text.size() < 200 && begins(text, {"dear "});
      const bool label = body_[i]->kind == BlockKind::title || body_[i]->kind == BlockKind::heading ||
                         body_[i]->kind == BlockKind::table_row || text.find(':') < 40 || text.size() < 60;
      inspection |=
          label && text.size() < 240 && !searched.has({" said"}) &&
          searched.has({"inspection report", "inspection date", "inspected by", "lead inspector", "date of inspection",
                        "dates of inspection", "inspection number", "report on the inspection",
                        "report of the inspection", "inspection of local authority", "inspection of services",
                        "provider name:", "type of inspection", "unannounced inspection", "report on an inspection",
                        "inspection of children's services", "full inspection", "short inspection",
                        "inspection carried out"});
      essay |= searched.has({"this essay", "paper,report,assignment", "dissertation"});
    }
    std::size_t judged = drafts_.judgements.size();
    for (const Block* block : body_) {
      if (block->span.size() > 40) continue;
      const std::string text = lowered(folded(*block));
      references |= text == "references" || text == "bibliography" || text == "works cited" || text == "reference list";
      inspection |= begins(text, {"what needs to improve", "summary of key findings", "what does the ",
                                  "inspection judgement", "our judgement"}) &&
                    judged > 0;
    }
    if (begins(title, {"response:", "response to "}) ||
        has(title,
            {"government response", "response to the report", "response to the inquiry", "response to the review",
             "response to the recommend", "response to recommend", "response to the committee",
             "response to the inspect", "response to the audit", "'s response to the"}))
      return "response";
    constexpr std::size_t cover = 6;   // the lines of a cover, the largest of which may be the house's name
    for (std::size_t i = 0; i < head_.size() && i < cover; ++i)
      if (head_[i].text().size() < 200 && head_[i].has({"government response to the", "response to the committee's",
          "response of the government to", "government's response to the"})) return "response";
    if (begins(title, {"minutes"}) || std::any_of(head_.begin(), head_.end(),
        [](const Searched& text) { return begins(text.text(), {"minutes of ", "minutes,"}); })) return "other";
    if (essay) return "essay";
    if (dear) return "letter";
    const bool web = document_.source.media_type.find("html") != std::string::npos;
    // A report names itself in its title; the news about it has someone who says something.
    const bool formal_title =
        begins(title, {"inspection of ", "report on ", "report of ", "follow-up audit", "performance audit",
                       "follow-up review", "status report", "joint inspection", "joint targeted"}) ||
        has(title, {"inspection report", "inspection of ", "care inspection", "review of progress",
                    "joint targeted area inspection"});
    const bool self = std::any_of(head_.begin(), head_.end(), [](const Searched& text) {
      return text.text().size() < 1200 &&
             text.has({"this report describes", "this report sets out", "this report presents", "this letter outlines",
                       "this letter summarises", "this audit found", "this audit examined", "this chapter sets out",
                       "my recommendations are", "this report details", "by the time of this inspection",
                       "approved centre inspection"});
    });
    int quotes = 0;
    for (const model::Speech& speech : reading_.layers.speeches)
      quotes += speech.quoted && !speech.speaker_name.empty();
    // On a page or in a text that was copied from one, menus; in a Word file, only notes and page heads.
    const std::string& type = document_.source.media_type;
    const bool office =
        type.find("officedocument") != std::string::npos || type.find("opendocument") != std::string::npos;
    const std::size_t furniture = office ? 0 : document_.blocks.size() - body_.size();
    if ((inspection || (!web && (formal_title || self))) && !has(title, {" said", " says"})) return "inspection_report";
    // A list of requests under its heading, and nobody who says anything: a report
    const auto listed =
        std::count_if(drafts_.recommendations.begin(), drafts_.recommendations.end(),
                      [](const model::Recommendation& item) { return item.form == model::Form::listed; });
    // The volume of an inquiry or a committee quotes many people and lists what it has read.
    constexpr std::size_t volume = 16;
    if (listed >= 2 && document_.pages.size() >= volume) return "inspection_report";
    if (references) return "essay";
    // A page that lists what it asks for, or prints its grades, and lets nobody speak
    constexpr std::size_t several = 3;
    const auto printed =
        std::count_if(drafts_.judgements.begin(), drafts_.judgements.end(),
                      [](const model::Judgement& one) { return one.confidence == model::Confidence::high; });
    if (web && quotes == 0 && reading_.layers.speeches.empty() &&
        (listed >= static_cast<std::ptrdiff_t>(several) || printed >= static_cast<std::ptrdiff_t>(several)))
      return "inspection_report";
    if (web || furniture >= 2 || quotes >= 1 || !about.published.empty()) return "news";
    if (listed >= 2) return "inspection_report";
    if (!reading_.layers.speeches.empty() && body_.size() >= 2) return "news";
    return "other";
  }

  const Reading& reading_;
  const model::Document& document_;
  const model::Drafts& drafts_;
  std::vector<const Block*> body_;
  std::vector<Searched> head_;
  model::Span title_span_;
};

}  // namespace

model::About describe_author(const Reading& reading, const model::Drafts& drafts) {
  return Describer(reading, drafts).author();
}

model::About describe(const Reading& reading, const model::Drafts& drafts) {
  return Describer(reading, drafts).describe();
}

}  // namespace muster::facts
