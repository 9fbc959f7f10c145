// The table for a terminal: a heading per document, a line a fact, cut to the width.
#include <algorithm>

#include "muster/output/terminal_text.hpp"
#include "muster/output/fields.hpp"
#include "muster/output/paint.hpp"
#include "muster/output/phrases.hpp"
#include "output/hyperlink.hpp"
#include "output/writers.hpp"

namespace muster::output {
namespace {

class Table final : public Writer {
 public:
  explicit Table(Style style) : style_(std::move(style)), ink_{style_.colour} {}
  void begin(std::string&) override {}

  void write(const model::Record& record, std::string& out) override {
    if (!first_) out += '\n';
    first_ = false;
    const model::SourceInfo& source = record.document.source;
    out += hyperlink(ink_("1", fit(sanitized(one_line(heading_of(record))), style_.width)),
                     address_of(source, {}, style_.links_from)) +
           '\n';
    out += ink_("2", fit(sanitized(particulars_of(record)), style_.width)) + '\n';
    std::size_t facts_here = 0;
    const int label_width = std::clamp(style_.width / 4, 14, 26);
    each_kind(record.facts, style_.only, [&](std::string_view kind, const auto& facts) {
      for (const auto& fact : facts) {
        ++facts_here;
        const Phrase said = phrase(fact, record.document.text);
        const int id_width = std::max(5, display_width(fact.id) + 1);
        std::string line(static_cast<std::size_t>(id_width - display_width(fact.id)), ' ');
        append_padded(line, fit(sanitized(said.label), label_width - 1), label_width);
        const int left = style_.width - 2 - id_width - label_width - 4;
        append_padded(line, fit(sanitized(said.text), left), left);
        line += ' ';
        line += fact.confidence == model::Confidence::high     ? ""
                : fact.confidence == model::Confidence::medium ? "~"
                                                               : "?";
        while (!line.empty() && line.back() == ' ') line.pop_back();
        const model::Evidence* evidence = evidence_of(fact);
        out += "  " +
               hyperlink(ink_(paint_of(kind, fact), fact.id),
                         evidence ? address_of(source, evidence->page, style_.links_from) : "") +
               ink_(paint_of(kind, fact), line) + '\n';
      }
    });
    if (facts_here == 0 && !record.failed) out += ink_("2", "  no facts") + '\n';
    for (const base::Warning& warning : record.warnings)
      out += ink_("33",
                  fit("  ! " + std::string(base::code_text(warning.code)) + ": " + sanitized(one_line(warning.message)),
                      style_.width)) +
             '\n';
  }

  void end(std::string&) override {}

 private:
  static std::string_view paint_of(std::string_view, const model::Status& fact) { return paint(fact.status); }
  static std::string_view paint_of(std::string_view kind, const auto&) {
    if (kind == "recommendations") return "";
    if (kind == "judgements") return "35";
    if (kind == "staffing") return "34";
    return "";
  }

  Style style_;
  Ink ink_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<Writer> make_table(const Style& style) { return std::make_unique<Table>(style); }

}  // namespace muster::output
