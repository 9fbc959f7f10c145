// `muster summary`: what a person wants to know of a document, and then of all of them. 80 columns are
// enough; a wider terminal is used, a narrower one respected.
#include <algorithm>
#include <cmath>
#include <vector>

#include "muster/output/terminal_text.hpp"
#include "muster/output/paint.hpp"
#include "muster/output/phrases.hpp"
#include "output/hyperlink.hpp"
#include "output/totals.hpp"
#include "output/writers.hpp"

namespace muster::output {

std::string bar(double part, double whole, int width) {
  constexpr std::string_view eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  if (!(part > 0) || !(whole > 0) || width <= 0) return {};
  const double share = std::min(1.0, part / whole);
  const int units = std::max(1, static_cast<int>(std::lround(share * width * 8)));
  std::string out;
  for (int i = 0; i < units / 8; ++i) out += "█";
  return out + std::string(eighths[units % 8]);
}

namespace {

constexpr int label_width = 14;      // "  Asked for   "
constexpr std::size_t items = 6;     // of a list, before "and 4 more"

std::string count_text(double value) { return amount(value, value, "", model::Bound::exact); }

// "17 recommendations (3 priority), 2 calls, 1 commitment"
std::string asked_text(const Totals& totals) {
  std::string out;
  const auto add = [&](std::uint64_t number, std::string_view one, std::string_view many) {
    if (number == 0) return;
    if (!out.empty()) out += ", ";
    out += counted(number, one, many);
  };
  add(totals.recommendations, "recommendation", "recommendations");
  add(totals.calls, "call", "calls");
  add(totals.commitments, "commitment", "commitments");
  if (totals.priorities > 0) out += " (" + counted(totals.priorities, "priority", "priorities") + ")";
  return out;
}

std::vector<std::pair<std::string, std::uint64_t>> by_count(const std::map<std::string, std::uint64_t>& counts) {
  std::vector<std::pair<std::string, std::uint64_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return sorted;
}

double sum(const std::map<model::StatusValue, double>& by_status) {
  double total = 0;
  for (const auto& [status, count] : by_status) total += count;
  return total;
}

class Summary final : public Writer {
 public:
  explicit Summary(const Style& style)
      : width_(std::clamp(style.width, 40, 100)), ink_{style.colour}, links_from_(style.links_from) {}

  void begin(std::string&) override {}

  void write(const model::Record& record, std::string& out) override {
    const Totals totals = totals_of(record);
    all_.add(totals);
    if (record.failed) {
      failures_.push_back(place_of(record.document.source) + ": " +
                          (record.warnings.empty() ? std::string("unreadable") : record.warnings.front().message));
      return;
    }
    const std::string address = address_of(record.document.source, {}, links_from_);
    for (const std::string& line : wrap(sanitized(heading_of(record)), width_))
      out += hyperlink(ink_("1", line), address) + '\n';
    for (std::string line : wrap(sanitized(particulars_of(record)), width_)) {
      while (line.ends_with(" ·"))
        line.resize(line.size() - std::string_view(" ·").size());   // cut at a dot between two
      out += ink_("2", line) + '\n';
    }
    asked(record, totals, out);
    carried_out(record, totals, out);
    judged(record, out);
    staffing(record, out);
    if (totals.recommendations + totals.calls + totals.commitments + totals.statuses + totals.judgements +
            totals.staffing ==
        0) {
      row(out, "",
          totals.figures == 0 ? "Nothing asked for, judged or counted here."
                              : "Nothing asked for or judged; " + counted(totals.figures, "figure", "figures") + ".");
    } else if (totals.figures > 0) {
      row(out, "Figures", counted(totals.figures, "proportion", "proportions") + " in all (muster extract lists them)");
    }
    for (const base::Warning& warning : record.warnings) row(out, "Doubtful", sanitized(warning.message), "33");
    out += '\n';
  }

  void end(std::string& out) override {
    if (all_.documents == 0) return;
    std::string rule;
    for (int i = 0; i < width_; ++i) rule += "━";
    out += ink_("2", rule) + '\n';
    std::string head = counted(all_.documents - all_.failed, "document", "documents") + " read";
    if (all_.failed > 0) head += ", " + counted(all_.failed) + " could not be";
    out += ink_("1", head) + '\n';
    if (const std::string asked_for = asked_text(all_); !asked_for.empty()) row(out, "Asked for", asked_for);
    bars_of_statuses(out);
    bars_of_themes(out);
    std::string rest;
    for (const auto& [number, words] :
         {std::pair(all_.judgements, std::pair("judgement", "judgements")),
          std::pair(all_.staffing, std::pair("staffing figure or concern", "staffing figures and concerns")),
          std::pair(all_.figures, std::pair("proportion", "proportions"))}) {
      if (number == 0) continue;
      if (!rest.empty()) rest += " · ";
      rest += counted(number, words.first, words.second);
    }
    if (!rest.empty()) row(out, "Also found", rest);
    std::string who;
    for (const auto& [name, count] : by_count(all_.inspectorates)) {
      if (!who.empty()) who += " · ";
      who += sanitized(one_line(name)) + " " + counted(count);
    }
    if (!who.empty() && all_.documents > 1) row(out, "By", who);
    for (const std::string& failure : failures_) row(out, "Not read", sanitized(failure), "31");
  }

 private:
  // A label (once) and wrapped text in the right column.
  void row(std::string& out, std::string_view label, std::string_view text, std::string_view sgr = "",
           int hang = 0) const {
    std::string head = "  ";
    append_padded(head, label, label_width - 2);
    bool first = true;
    for (const std::string& line : wrap(text, width_ - label_width - hang)) {
      out += first ? ink_("36", head) : std::string(static_cast<std::size_t>(label_width + hang), ' ');
      out += ink_(sgr, line) + '\n';
      first = false;
    }
  }

  void more(std::string& out, std::size_t left) const {
    if (left > 0) row(out, "", "… and " + std::to_string(left) + " more", "2");
  }

  void asked(const model::Record& record, const Totals& totals, std::string& out) const {
    const std::string text = asked_text(totals);
    if (text.empty()) return;
    row(out, "Asked for", text, "1");
    std::string themes;
    for (const auto& [theme, count] : by_count(totals.themes)) {
      if (!themes.empty()) themes += " · ";
      themes += spaced(theme) + ' ' + counted(count);
    }
    if (!themes.empty()) row(out, "", themes, "2");
    std::size_t shown = 0, left = 0;
    for (const model::Recommendation& fact : record.facts.recommendations) {
      if (!fact.repeats.empty()) continue;
      if (shown == items) {
        ++left;
        continue;
      }
      ++shown;
      const std::string mark = fact.status                              ? std::string(symbol(fact.status->status))
                               : fact.kind == model::Asking::commitment ? "→"
                                                                        : "•";
      std::string line = mark + ' ';
      if (!fact.number.empty()) line += fact.number + (fact.number.back() == '.' ? " " : ". ");
      line += one_line(fact.whole.empty() ? record.document.text.utf8(fact.text) : std::string_view(fact.whole));
      if (!fact.addressee.empty() && fact.form == model::Form::stated) line += " (" + one_line(fact.addressee) + ")";
      short_row(out, "", line, fact.status ? paint(fact.status->status) : std::string_view{}, 2);
    }
    more(out, left);
  }

  // Two lines at most: the second ends in "…" if there is more.
  void short_row(std::string& out, std::string_view label, std::string_view text, std::string_view sgr,
                 int hang) const {
    const int columns = width_ - label_width - hang;
    std::vector<std::string> lines = wrap(sanitized(text), columns);
    if (lines.size() > 2) {
      lines.resize(2);
      while (display_width(lines[1]) + 2 > columns && lines[1].find(' ') != std::string::npos)
        lines[1].resize(lines[1].rfind(' '));
      lines[1] = display_width(lines[1]) + 2 > columns ? fit(lines[1] + "…", columns - 1) : lines[1] + " …";
    }
    std::string head = "  ";
    append_padded(head, label, label_width - 2);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      out += i == 0 ? ink_("36", head) : std::string(static_cast<std::size_t>(label_width + hang), ' ');
      out += ink_(i == 0 ? sgr : std::string_view{}, lines[i]) + '\n';
    }
  }

  // "3 met, 2 almost met": each with its symbol, in as many lines as it takes
  void status_words(const std::map<model::StatusValue, double>& by_status, std::string& out) const {
    int used = width_;
    for (const auto& [status, count] : by_status) {
      const std::string words = std::string(symbol(status)) + ' ' + count_text(count) + ' ' + spaced(to_text(status));
      const bool first = &status == &by_status.begin()->first;
      if (!first) out += ',';
      if (used + 3 + display_width(words) > width_) {
        out += (first ? "" : "\n") + std::string(static_cast<std::size_t>(label_width), ' ');
        used = label_width;
      } else {
        out += ' ', used += 2;
      }
      out += ink_(paint(status), words);
      used += display_width(words);
    }
    out += '\n';
  }

  // ●●●◕◕ one for each, where there are not too many
  std::string beads(const std::map<model::StatusValue, double>& by_status, double made) const {
    std::string out;
    double all = 0;
    for (const auto& [status, count] : by_status) {
      std::string run;
      for (double i = 0; i + 0.5 < count; ++i) run += symbol(status);
      out += ink_(paint(status), run);
      all += count;
    }
    std::string open;
    for (double i = all; i + 0.5 < made; ++i) open += "·";
    return out + ink_("2", open);
  }

  void carried_out(const model::Record& record, const Totals& totals, std::string& out) const {
    if (totals.by_status.empty()) return;
    const double all = sum(totals.by_status);
    std::string head = "  ";
    append_padded(head, "Carried out", label_width - 2);
    out += ink_("36", head);
    const double shown = std::max(all, totals.made);
    if (shown <= 40 && shown <= width_ - label_width - 10) out += beads(totals.by_status, totals.made) + "  ";
    if (totals.made > 0) out += "of " + count_text(totals.made);
    out += '\n';
    status_words(totals.by_status, out);
    for (const model::Tally& tally : record.facts.tallies) {
      if (!tally.made) continue;
      if (tally.consistent && !*tally.consistent) {
        row(out, "",
            "does not add up: " + (tally.issuer.empty() ? std::string() : sanitized(tally.issuer) + " made ") +
                count_text(*tally.made) + ", the text accounts for " + count_text(tally.accounted),
            "33");
      } else if (!tally.issuer.empty()) {
        row(out, "",
            "asked for by " + sanitized(one_line(tally.issuer)) +
                (tally.accounted < *tally.made ? "; the rest is not mentioned" : "; all accounted for"),
            "2");
      }
    }
  }

  void judged(const model::Record& record, std::string& out) const {
    std::size_t shown = 0;
    int area_width = 0;
    for (const model::Judgement& fact : record.facts.judgements)
      area_width = std::max(area_width, display_width(one_line(fact.area)));
    area_width = std::clamp(area_width, 8, std::max(8, std::min(40, width_ - label_width - 24)));
    for (const model::Judgement& fact : record.facts.judgements) {
      if (shown == items) break;
      std::string line = "  ";
      append_padded(line, shown == 0 ? "Judged" : "", label_width - 2);
      line = ink_("36", line);
      std::string area;
      append_padded(area, fit(sanitized(one_line(fact.area)), area_width), area_width);
      std::string grade = sanitized(one_line(fact.grade));
      if (!fact.previous.empty()) grade += " (was " + sanitized(one_line(fact.previous)) + ')';
      std::string rank;
      if (fact.rank && fact.of_ranks && *fact.of_ranks > 0 && *fact.of_ranks <= 10 && *fact.rank >= 1 &&
          *fact.rank <= *fact.of_ranks) {
        for (int i = 0; i < *fact.of_ranks; ++i) rank += i <= *fact.of_ranks - *fact.rank ? "▮" : "▯";
        rank += "  ";
      }
      const int left = width_ - label_width - area_width - 2 - display_width(rank);
      out += line + area + "  " + rank + ink_("1", fit(grade, left)) + '\n';
      ++shown;
    }
    if (record.facts.judgements.size() > shown) more(out, record.facts.judgements.size() - shown);
  }

  void staffing(const model::Record& record, std::string& out) const {
    const auto& facts = record.facts.staffing;
    // A figure that another one is compared with is told in that one's line.
    std::vector<const model::Staffing*> told;
    for (const model::Staffing& fact : facts) {
      const bool beside =
          fact.role != "current" && std::any_of(facts.begin(), facts.end(), [&](const model::Staffing& other) {
            return &other != &fact && other.role == "current" && other.pair == fact.id;
          });
      if (!beside) told.push_back(&fact);
    }
    for (std::size_t i = 0; i < told.size() && i < items; ++i) {
      const model::Staffing& fact = *told[i];
      std::string value = fact.low || fact.high ? amount(fact.low, fact.high, fact.unit, fact.bound) : fact.level;
      std::string detail;
      if (fact.role != "current") detail = fact.role;
      for (const model::Staffing& other : facts)
        if (!fact.pair.empty() && other.id == fact.pair && fact.role == "current")
          detail = other.role + ' ' + amount(other.low, other.high, other.unit, other.bound);
      const bool said = !fact.of.empty() && fact.of.find(fact.group) != std::string::npos;   // "of officers, officers"
      for (const std::string& part : {fact.of.empty() ? std::string() : "of " + fact.of,
                                      said ? std::string() : fact.group, fact.place, fact.when}) {
        if (part.empty()) continue;
        if (!detail.empty()) detail += ", ";
        detail += one_line(part);
      }
      std::string line;
      append_padded(line, spaced(fact.metric), 15);
      append_padded(line, value, 15);
      line += ' ';
      short_row_staffing(out, i == 0 ? "Staffing" : "", line, detail);
    }
    if (told.size() > items) more(out, told.size() - items);
  }

  void short_row_staffing(std::string& out, std::string_view label, const std::string& left,
                          std::string_view detail) const {
    std::string head = "  ";
    append_padded(head, label, label_width - 2);
    const int room = width_ - label_width - display_width(left);
    if (room < 0) return row(out, label, left + sanitized(detail));   // too narrow for columns
    std::string line = left + fit(sanitized(detail), room);
    while (line.ends_with(' ')) line.pop_back();
    out += ink_("36", head) + line + '\n';
  }

  void bar_row(std::string& out, std::string_view label, std::string_view name, double part, double most, double whole,
               std::string_view sgr) const {
    std::string head = "  ";
    append_padded(head, label, label_width - 2);
    std::string cell;
    const bool narrow = width_ < 60;
    const int name_width = narrow ? 14 : 22;
    const std::size_t number_width = narrow ? 4 : 6;
    append_padded(cell, fit(name, name_width - 1), name_width);
    const int room = std::max(0, width_ - label_width - name_width - (narrow ? 12 : 14));
    std::string drawn;
    append_padded(drawn, bar(part, most, room), room);
    std::string number = count_text(part);
    std::string tail(number.size() < number_width ? number_width - number.size() : 0, ' ');
    tail += number;
    if (whole > 0) {
      const std::string share = count_text(std::round(100 * part / whole)) + " %";
      tail += std::string(share.size() < 7 ? 7 - share.size() : 0, ' ') + share;
    }
    out += ink_("36", head) + ink_(sgr, cell + drawn) + tail + '\n';
  }

  void bars_of_statuses(std::string& out) const {
    double most = 0;
    for (const auto& [status, count] : all_.by_status) most = std::max(most, count);
    bool first = true;
    for (const auto& [status, count] : all_.by_status) {
      bar_row(out, first ? "Carried out" : "", std::string(symbol(status)) + ' ' + spaced(to_text(status)), count, most,
              sum(all_.by_status), paint(status));
      first = false;
    }
  }

  void bars_of_themes(std::string& out) const {
    const auto sorted = by_count(all_.themes);
    for (std::size_t i = 0; i < sorted.size() && i < 8; ++i)
      bar_row(out, i == 0 ? "About" : "", spaced(sorted[i].first), static_cast<double>(sorted[i].second),
              static_cast<double>(sorted[0].second), 0, "");
  }

  int width_;
  Ink ink_;
  std::string links_from_;
  Totals all_;
  std::vector<std::string> failures_;
};

}  // namespace

std::unique_ptr<Writer> make_summary(const Style& style) { return std::make_unique<Summary>(style); }

}  // namespace muster::output
