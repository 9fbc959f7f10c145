// Markdown that renders on a forge: a heading per document, a table per kind. Document text can become
// neither markup nor HTML.
#include <array>

#include "muster/output/fields.hpp"
#include "muster/output/phrases.hpp"
#include "output/writers.hpp"

namespace muster::output {
namespace {

std::string escaped(std::string_view utf8) {
  std::string out;
  for (const char c : one_line(utf8)) {
    switch (c) {
      case '&': out += "&amp;"; continue;
      case '<': out += "&lt;"; continue;
      case '>': out += "&gt;"; continue;
      case '|': case '\\': case '`': case '*': case '_': case '[': case ']': case '#': case '~': case '@':
        out += '\\';
        break;
      default: break;
    }
    out += c;
  }
  return out;
}

constexpr std::array<std::string_view, 7> headings = {"Recommendations", "Statuses", "Tallies", "Responses",
                                                      "Judgements",      "Staffing", "Figures"};

class Markdown final : public Writer {
 public:
  explicit Markdown(Style style) : style_(std::move(style)) {}
  void begin(std::string&) override {}

  void write(const model::Record& record, std::string& out) override {
    if (!first_) out += '\n';
    first_ = false;
    out += "## " + escaped(heading_of(record)) + "\n\n" + escaped(particulars_of(record)) + '\n';
    each_kind(record.facts, style_.only, [&](std::string_view kind, const auto& facts) {
      if (facts.empty()) return;
      out += "\n### ";
      for (std::size_t i = 0; i < kinds.size(); ++i)
        if (kinds[i] == kind) out += headings[i];
      out += "\n\n| id | what | finding | evidence | page |\n|---|---|---|---|---|\n";
      for (const auto& fact : facts) {
        const Phrase said = phrase(fact, record.document.text);
        const model::Evidence* evidence = evidence_of(fact);
        const std::string quote = evidence ? escaped(record.document.text.utf8(evidence->quote)) : std::string();
        const std::string finding = escaped(said.text);
        out += "| " + fact.id + " | " + escaped(said.label) + " | " + finding + " | " +
               (quote == finding ? "the same" : quote) + " | ";
        if (evidence && evidence->page) out += std::to_string(*evidence->page);
        out += " |\n";
      }
    });
    if (!record.warnings.empty()) out += "\n### Warnings\n\n";
    for (const base::Warning& warning : record.warnings)
      out += "- " + escaped(base::code_text(warning.code)) + ": " + escaped(warning.message) + '\n';
  }

  void end(std::string&) override {}

 private:
  Style style_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<Writer> make_markdown(const Style& style) { return std::make_unique<Markdown>(style); }

}  // namespace muster::output
