// Grades and verdicts of inspectors on how well something is done: an area, a grade, its scale.
//
// Printed grades (a table, a heading, a label) are read first. Where a report prints its grades, what its
// prose calls good is description; only elsewhere ("Ofsted rated the home good") prose gives them.
#include "facts/judgement.hpp"

#include <algorithm>

#include "facts/listed.hpp"
#include "facts/memory.hpp"

namespace muster::facts {
namespace {

bool is_printed(std::string_view how) {
  return how == "row" || how == "below" || how == "send" || how == "heading" || how == "labelled";
}

bool any_of_words(const std::vector<Word>& words, std::initializer_list<std::string_view> wanted) {
  return std::any_of(words.begin(), words.end(), [&](const Word& word) { return is_any(word.text, wanted); });
}

class Judge {
 public:
  Judge(const Reading& reading, model::Drafts& drafts, std::vector<Refusal>* refusals)
      : reading_(reading), drafts_(drafts), refusals_(refusals) {}

  void read() {
    for (const auto& [match, how] : matches_for(reading_, Fact::judgement))
      if (how == "table") judge_row(reading_, *match, drafts_, refusals_);
      else if (how == "grid") judge_grid(reading_, *match, drafts_, refusals_);
    for (const bool printed : {true, false}) {
      const bool grades_are_printed = !printed && !drafts_.judgements.empty();
      for (const Made& made : matches_for(reading_, Fact::judgement)) {
        const model::Match& match = *made.match;
        const std::string_view how = made.how;
        if (how == "table" || how == "grid" || is_printed(how) != printed) continue;
        if (grades_are_printed && how != "measures" && (author().inspects || author().reports)) {
          no(match, "the report prints its grades elsewhere");
          continue;
        }
        if (std::string why = judge(match); !why.empty()) no(match, why);
      }
    }
    for (model::Judgement& judgement : summarised_)
      if (!said_already(drafts_, judgement) && !in_section_) drafts_.judgements.push_back(std::move(judgement));
    std::stable_sort(
        drafts_.judgements.begin(), drafts_.judgements.end(),
        [](const model::Judgement& a, const model::Judgement& b) { return a.evidence.quote < b.evidence.quote; });
  }

 private:
  void no(const model::Match& match, std::string_view why) { refuse(refusals_, match, why); }
  // Told from the whole document, so only where something is graded.
  const Author& author() {
    if (!author_) author_ = author_of(reading_, drafts_);
    return *author_;
  }
  [[nodiscard]] std::string_view folded(Span span) const { return reading_.document.text.folded(span); }
  [[nodiscard]] std::vector<Word> words(Span span) const { return words_of(reading_.document, span); }

  // Adds the judgement, or says why it is none.
  std::string judge(const model::Match& match) {
    const Span sentence = reading_.layers.sentences[match.sentence].span;
    const std::string_view how = match.makes("how");
    if (is_question(reading_.document, sentence) && !is_printed(how)) return "a question";
    const Span grade = match.group("grade");
    const model::Speech* speech = speech_at(reading_.layers, grade.begin);
    const std::vector<Word> speaker = speech == nullptr ? std::vector<Word>{} : words(speech->speaker);
    const bool audit = std::any_of(speaker.begin(), speaker.end(),
                                   [&](const Word& word) { return official_noun(reading_, word.text); });
    if (speech != nullptr && !speech->official && !audit && !speech->speaker_name.empty() &&
        match.makes("opinion") == "no")
      return "someone's opinion";
    model::Judgement judgement;
    judgement.evidence = evidence_of(reading_, match.sentence, *match.rule);
    judgement.focus = match.span;
    judgement.grade = plain(reading_.document.text.utf8(grade));
    const std::string fixed = made(reading_, match, "grade");
    if (!fixed.empty() && match.makes("grade").front() != '{') judgement.grade = fixed;
    Span area;
    if (std::string why = find_area(match, sentence, judgement, area); !why.empty()) return why;
    judgement.scale = match.makes("scale").empty() ? "other" : std::string(match.makes("scale"));
    judgement.rank = number_of(std::string(match.makes("rank")));
    judgement.of_ranks = number_of(std::string(match.makes("of_ranks")));
    if (match.makes("scale").empty()) scale(reading_, judgement, grade);
    if (judgement.grade.ends_with(" progress")) judgement.scale = "progress";
    if (how == "send") {
      judgement.rank = !match.group("positive").empty() ? 1 : match.group("grave").empty() ? 2 : 3;
      judgement.of_ranks = 3;
      judgement.grade = *judgement.rank == 1   ? "typically positive"
                        : *judgement.rank == 2 ? "inconsistent"
                                               : "widespread failings";
    }
    if (const Span previous = match.group("previous"); !previous.empty())
      judgement.previous = plain(reading_.document.text.utf8(previous));
    judgement.confidence = (speech != nullptr && speech->official) || is_printed(how) ? model::Confidence::high
                                                                                      : model::Confidence::medium;
    if (std::string why = doubt(match, sentence, judgement, area); !why.empty()) return why;
    if (how == "progress" && author().reports)
      if (std::string why = of_section(match, judgement); !why.empty()) return why;
    if (judgement.area.empty()) return "nothing is said to be graded";
    if (const std::vector<Word> named = words(area); is_printed(how) && !named.empty() && is_any(named.back().text,
        {"of", "and", "with", "who", "for", "the", "in", "to", "need"})) return "the name of the area is cut off";
    if (const std::vector<Word> one = words(area); one.size() == 1 && match.makes("area").empty() && is_any(one.front().text, {"he", "she", "i", "we", "you", "this", "there", "who", "which", "as", "that", "it", "they"})) return "nothing is said to be graded";
    // "Overall judgement at last inspection: good"
    if (is_printed(how))
      for (const std::string_view tail : {" at last inspection", " at the last inspection", " at previous inspection",
                                          " at the previous inspection", " at our last inspection"})
        if (const std::string named = plain(judgement.area); named.ends_with(tail)) {
          const std::string whole = named.substr(0, named.size() - tail.size());
          for (model::Judgement& now : drafts_.judgements)
            if (now.previous.empty() &&
                (plain(now.area) == whole || (whole.starts_with("overall") && plain(now.area).starts_with("overall"))))
              now.previous = judgement.grade;
          return "an earlier inspection's grade";
        }
    if (is_printed(how) && listed_as_earlier(match)) {
      for (model::Judgement& now : drafts_.judgements)
        if (now.previous.empty() && plain(now.area) == plain(judgement.area)) now.previous = judgement.grade;
      return "an earlier inspection's grade";
    }
    if (said_already(drafts_, judgement)) return "said already";
    if (how == "heading" && completes(judgement)) return "the same area, cut off in a table";
    drafts_.judgements.push_back(std::move(judgement));
    // "… is satisfactory in two services but limited in the third"
    if (const Span other = match.group("other"), there = match.group("there"); !other.empty() && !there.empty()) {
      model::Judgement& first = drafts_.judgements.back();
      model::Judgement second = first;
      first.area += " (" + reading_.document.text.string(match.group("where")) + ")";
      second.area += " (" + reading_.document.text.string(there) + ")";
      second.grade = plain(reading_.document.text.utf8(other));
      second.focus = other;
      drafts_.judgements.push_back(std::move(second));
    }
    return {};
  }

  // "At the last inspection, grades were: …", and the items below it.
  [[nodiscard]] bool listed_as_earlier(const model::Match& match) const {
    const auto& blocks = reading_.document.blocks;
    const std::size_t at = reading_.layers.sentences[match.sentence].block;
    const auto earlier = [&](std::string_view text) {
      for (const std::string_view form :
           {"previous", "previously", "last inspection", "last inspected", "earlier inspection", "prior"})
        if (find_words(text, form) != std::string_view::npos) return true;
      return false;
    };
    if (blocks[at].heading >= 0 && earlier(folded(blocks[static_cast<std::size_t>(blocks[at].heading)].content)))
      return true;
    if (blocks[at].kind != model::BlockKind::list_item) return false;
    constexpr std::size_t most = 14;
    for (std::size_t i = at; i-- > 0 && at - i <= most;) {
      if (!blocks[i].readable()) continue;
      if (blocks[i].kind == model::BlockKind::heading || blocks[i].kind == model::BlockKind::title) return false;
      const std::string_view text = folded(blocks[i].content);
      if (text.ends_with(':') || blocks[i].kind != model::BlockKind::list_item) return earlier(text);
    }
    return false;
  }

  // "Inspectors judged that the brigade:", and the items below it.
  [[nodiscard]] bool led_by_verdict(const model::Match& match) const {
    const auto& blocks = reading_.document.blocks;
    constexpr std::size_t most = 14;
    const std::size_t at = reading_.layers.sentences[match.sentence].block;
    for (std::size_t i = at; i-- > 0 && at - i <= most;) {
      if (!blocks[i].readable() || blocks[i].kind == model::BlockKind::list_item) continue;
      const std::string_view text = folded(blocks[i].content);
      if (!text.ends_with(':')) return false;
      for (const std::string_view verb : {"judged", "graded", "rated", "assessed", "assessed as", "found"})
        if (find_words(text, verb) != std::string_view::npos) return true;
      return false;
    }
    return false;
  }

  // "The centre, which opened in May, holds 80 and was judged good": the subject with which the sentence begins.
  [[nodiscard]] Span first_subject(Span sentence) const {
    const std::vector<Word> all = words(sentence);
    constexpr std::size_t longest = 10;
    const std::string_view text = reading_.document.text.folded();
    for (std::size_t i = 1; i < all.size() && i <= longest; ++i) {
      const std::string_view gap = between(text, all[i - 1].span.end, all[i].span.begin);
      if (gap.find(',') != std::string_view::npos ||
          is_any(all[i].text,
                 {"is", "was", "are", "were", "has", "had", "have", "holds", "held", "which", "that", "who"}))
        return {all.front().span.begin, all[i - 1].span.end};
    }
    return {};
  }

  // What is graded: named by the rule, in its group, above, before, or in the sentence before.
  std::string find_area(const model::Match& match, Span sentence, model::Judgement& judgement, Span& area) const {
    const std::string_view how = match.makes("how");
    area = match.group("aspect").empty() ? match.group("area") : match.group("aspect");
    if (how == "below") {
      area = area_above(reading_, reading_.layers.sentences[match.sentence].block);
      if (area.empty()) return "no area of an inspection stands above it";
    }
    if (how == "labelled") {
      // "Regulation 15: Staffing", what was found, and "Judgment: Compliant" below it
      const std::int32_t over = reading_.document.blocks[reading_.layers.sentences[match.sentence].block].heading;
      area = over < 0
                 ? Span{}
                 : trimmed(reading_.document, reading_.document.blocks[static_cast<std::size_t>(over)].content, ". ");
      if (area.empty()) area = area_above(reading_, reading_.layers.sentences[match.sentence].block);
      if (area.empty() || !graded_area(reading_, area)) return "no area of an inspection stands above it";
    }
    if (how == "heading") {
      // "Children's services in Holm require improvement because:" is the whole
      const std::string text = plain(folded(area));
      if (find_words(text, "children's services in") == 0 || find_words(text, "the overall judgement") == 0) {
        judgement.area = "Overall effectiveness";
        return {};
      }
      if (!graded_area(reading_, area)) return "nothing that inspectorates grade";
      // In prose only a line of its own, on an area by its exact name
      const model::Sentence& line = reading_.layers.sentences[match.sentence];
      const model::Block& block = reading_.document.blocks[line.block];
      if (block.kind == model::BlockKind::paragraph) {
        std::string name = plain(folded(bare_area(reading_, area)));
        if (name.ends_with(')'))
          if (const std::size_t open = name.rfind(" ("); open != std::string::npos) name.resize(open);
        if (line.span.size() + 3 < block.content.size() || entry_of(reading_, "judged_areas", name) == nullptr)
          return "a remark, no printed grade";
      }
      area = bare_area(reading_, area);
    }
    const std::string fixed = match.makes("area").empty() || match.makes("area").front() == '{' ? std::string{} : std::string(match.makes("area"));
    if (area.empty() && fixed.empty()) area = bare_subject(reading_, subject_before(reading_, sentence,
        match.group("verb").empty() ? match.span.begin : match.group("verb").begin));
    if (const std::vector<Word> it = words(area); how == "graded" && it.size() > 1 && is_any(it.front().text, {"and",
        "but"})) area.begin = it[1].span.begin;
    if (const std::vector<Word> it = words(area); how == "graded" && it.size() <= 1 && (it.empty() || is_any(it.front().text, {"and", "but", "which", "or"}))) area = first_subject(sentence);
    if (const std::vector<Word> it = words(area); how == "graded" && it.size() == 1 && is_any(it.front().text, {"it",
        "they"})) {
      area = named_before(reading_, match.sentence);
      if (area.empty()) return "nothing is named that is graded";
    }
    // "… reasonably good against this healthy prison test": the heading names the test
    if (const std::vector<Word> it = words(area);
        fixed.empty() && !it.empty() && it.size() <= 5 && is_any(it.front().text, {"this", "healthy"}) &&
        judgement.evidence.section && (how == "hmip" || how == "progress" || how == "standards"))
      area = bare_area(reading_, *judgement.evidence.section);
    judgement.area = fixed.empty() ? reading_.document.text.string(
                                         trimmed(reading_.document, without_rest_below(reading_, area), "\"',:|.?\t-*"))
                                   : fixed;
    return {};
  }

  // "The impact of leaders on social work" of a row, whose heading below says it whole.
  bool completes(const model::Judgement& judgement) {
    for (model::Judgement& other : drafts_.judgements) {
      if (other.grade != judgement.grade || other.area.size() >= judgement.area.size() || other.area.size() < 12)
        continue;
      if (entry_of(reading_, "judged_areas", other.area) != nullptr ||
          find_words(plain(judgement.area), plain(other.area)) != 0)
        continue;
      other.area = judgement.area;
      return true;
    }
    return false;
  }

  // Why a grade is none of this inspection, or nobody's.
  std::string doubt(const model::Match& match, Span sentence, const model::Judgement& judgement, Span area) {
    const std::string_view how = match.makes("how");
    const Span grade = match.group("grade");
    if (match.makes("plain") == "yes" && match.span.end == grade.end && !whole_body(reading_, area))
      return "no school or service is graded";
    // "The soup was rated good": a common word is a grade only where inspectors are spoken of.
    const bool common = is_any(judgement.grade, {"good", "very good", "fair", "poor", "excellent", "outstanding",
                                                 "satisfactory", "adequate", "weak", "exceptional", "failing"});
    if (how == "graded" && common && judgement.previous.empty() && !speaks_of_oversight(reading_) &&
        std::none_of(reading_.layers.names.begin(), reading_.layers.names.end(),
                     [](const model::Name& name) { return name.kind == model::NameKind::inspectorate; }))
      return "nobody is said to inspect";
    if ((how == "measures" || (how == "graded" && match.makes("plain") != "yes")) &&
        find_words(folded({match.span.end, sentence.end}), "is now") != std::string_view::npos)
      return "an earlier grade";
    if (how != "graded") return {};
    if (recalled(reading_, match, sentence, author().inspects) && judgement.previous.empty()) return "an earlier grade";
    const std::vector<Word> told = words(area);
    if (!told.empty() && is_any(told.front().text, {"one", "two", "three", "four", "five", "six", "seven", "eight",
        "nine", "ten", "both", "some", "most", "many", "none", "these",
        "all"})) return "a count, not a grade of one thing";
    if (told.size() > 1 && any_of_words({told.begin(),
        told.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(told.size(), 3))}, {"quarter", "quarters",
        "third", "thirds", "half", "fifth", "fifths", "tenth", "cent", "percent", "majority", "proportion", "number",
        "dozens", "hundreds"})) return "a count, not a grade of one thing";
    if (match.makes("quoted") != "yes" && any_of_words(told, {"are", "is", "were",
        "was"})) return "another clause stands before the grade";
    if (match.makes("list") == "yes" && !led_by_verdict(match)) return "nothing is graded in the line that leads the list";
    // "Services rated outstanding by inspectors spend less": a class of bodies
    if (const Span verb = match.group("verb");
        words(verb).size() == 1 && is_any(folded(verb), {"rated", "graded", "judged"}) && match.group("area").empty() &&
        !told.empty() && told.back().text.ends_with('s') && !is_any(told.front().text, {"the", "this", "these"}) &&
        std::none_of(told.begin() + 1, told.end(),
                     [](const Word& word) { return word.text.front() >= 'A' && word.text.front() <= 'Z'; }))
      return "a class of bodies, none of them named";
    const std::vector<Word> lead = words({sentence.begin, area.begin});
    if (!lead.empty() && is_any(lead.back().text, {"since", "when", "after", "although", "before"}))
      return "an earlier grade";
    if (any_of_words(told, {"since", "when"})) return "an earlier grade";
    return {};
  }

  // A report on progress grades each of its sections in the first words below the heading.
  std::string of_section(const model::Match& match, model::Judgement& judgement) {
    const model::Sentence& said = reading_.layers.sentences[match.sentence];
    if (!on_progress()) return "a remark: the report is not one on progress";
    const std::int32_t overall = reading_.document.blocks[said.block].heading;
    const bool whole = overall >= 0 && (find_words(folded(reading_.document.blocks[static_cast<std::size_t>(overall)].content), "overall judgement") != std::string_view::npos || find_words(folded(reading_.document.blocks[static_cast<std::size_t>(overall)].content), "overall progress") != std::string_view::npos);
    if (!whole && !match.group("verb").empty() && match.makes("subject") != "area" && !progress_of_body(reading_,
        said.span, match.span.begin) && !progress_of_body(reading_, match.span,
        match.span.end)) return "a remark of the report, no grade";
    const Span heading = heading_answered(reading_, match.sentence);
    const model::Block* section = overall >= 0 ? &reading_.document.blocks[static_cast<std::size_t>(overall)] : nullptr;
    if (whole) {
      judgement.area = "Overall effectiveness";
      return {};
    }
    if (section != nullptr && ends_list(reading_, *section)) {
      summarised_.push_back(judgement);
      return "told in a summary";
    }
    if (match.makes("subject") == "area") return {};   // "Good progress has been made in …": it says itself in what
    if (heading.empty()) return "a remark of the report, no grade of a section";
    judgement.area = reading_.document.text.string(bare_area(reading_, heading));
    in_section_ = true;
    return {};
  }

  // A re-inspection, a review of progress: its very subject is how far things have come.
  bool on_progress() {
    if (!on_progress_) {
      const std::string title = describe(reading_, drafts_).title;
      on_progress_ = false;
      for (const std::string_view word :
           {"progress", "follow-up", "follow up", "re-inspection", "reinspection", "monitoring", "revisit"})
        on_progress_ = *on_progress_ || find_words(title, word) != std::string::npos;
    }
    return *on_progress_;
  }

  const Reading& reading_;
  std::optional<bool> on_progress_;
  model::Drafts& drafts_;
  std::vector<Refusal>* refusals_;
  std::optional<Author> author_;
  std::vector<model::Judgement> summarised_;   // progress that a summary tells of: its section says it again
  bool in_section_ = false;
};

}  // namespace

namespace {

// "the effectiveness of the board (HSB)", "the board" and "the HSB": one names the other, or leaves out a
// word or two.
bool one_area(std::string_view ours, std::string_view theirs) {
  // "Regulation 28: Fire precautions" and its paragraph "Regulation 28(1)(e)"
  constexpr std::string_view rule = "regulation ";
  if (ours.starts_with(rule) && theirs.starts_with(rule)) {
    const auto number = [&](std::string_view area) {
      return area.substr(0, std::min(area.find_first_not_of("0123456789", rule.size()), area.size()));
    };
    return number(ours).size() > rule.size() && number(ours) == number(theirs);
  }
  std::string_view initials;
  const auto bare = [&](std::string_view area) {
    if (area.ends_with(')'))
      if (const std::size_t open = area.rfind(" ("); open != std::string_view::npos)
        initials = area.substr(open + 2, area.size() - open - 3), area = area.substr(0, open);
    return area.starts_with("the ") ? area.substr(4) : area;
  };
  ours = bare(ours), theirs = bare(theirs);
  if (ours == theirs) return true;
  const std::string_view longer = ours.size() > theirs.size() ? ours : theirs,
                         shorter = ours.size() > theirs.size() ? theirs : ours;
  if (initials.size() >= 3 && (shorter.ends_with(initials) || longer.ends_with(initials))) return true;
  if (shorter.size() >= 4 && longer.ends_with(shorter) && longer[longer.size() - shorter.size() - 1] == ' ' &&
      (find_words(longer.substr(0, longer.size() - shorter.size()), "and") == std::string_view::npos ||
       longer.starts_with("experiences and progress of")))
    return true;
  // "the effectiveness of the HSB" of the Holm Safety Board
  std::string first_letters;
  for (std::size_t k = 0; k < longer.size(); ++k)
    if ((k == 0 || longer[k - 1] == ' ') && longer[k] >= 'a' && longer[k] <= 'z') first_letters += longer[k];
  const std::string_view last = shorter.substr(shorter.rfind(' ') + 1);
  if (last.size() >= 3 && std::string_view(first_letters).ends_with(last)) return true;
  std::size_t more = 0, held = 0, at = 0;
  while (at < longer.size()) {
    const std::size_t end = std::min(longer.find(' ', at), longer.size());
    const bool there = find_words(shorter, longer.substr(at, end - at)) != std::string_view::npos;
    held += there, more += !there;
    at = end + 1;
  }
  const auto words = static_cast<std::size_t>(std::count(shorter.begin(), shorter.end(), ' ')) + 1;
  return words >= 4 && held >= words && more <= 2;
}

}  // namespace

bool said_already(const model::Drafts& drafts, const model::Judgement& judgement) {
  const std::string ours = plain(judgement.area);
  return std::any_of(drafts.judgements.begin(), drafts.judgements.end(), [&](const model::Judgement& other) {
    if (other.grade != judgement.grade) return false;
    const std::string theirs = plain(other.area);
    if (ours == theirs || one_area(ours, theirs)) return true;
    return other.evidence.quote == judgement.evidence.quote && other.focus.overlaps(judgement.focus);
  });
}

void make_judgements(const Reading& reading, model::Drafts& drafts, std::vector<Refusal>* refusals) {
  Judge(reading, drafts, refusals).read();
}

}  // namespace muster::facts
