#include "output/report/compact.hpp"

#include "muster/output/fields.hpp"
#include "output/json.hpp"

namespace muster::output::report {
namespace {

void put(Json& json, std::string_view key, std::string_view words) {
  if (!words.empty()) json.key(key), json.string(words);
}

void put(Json& json, std::string_view key, std::int64_t value) { json.key(key), json.integer(value); }

void put_span(Json& json, std::string_view key, model::Span span) {
  json.key(key), json.open_list();
  json.integer(std::int64_t{span.begin});
  json.integer(std::int64_t{span.end});
  json.close_list();
}

void put_evidence(Json& json, const model::Evidence& evidence) {
  put_span(json, "at", evidence.quote);
  if (evidence.page) put(json, "page", std::int64_t{*evidence.page});
  if (evidence.section) put_span(json, "section", *evidence.section);
  put(json, "rule", evidence.rule);
  put(json, "speaker", evidence.speaker);
}

// Fields that say something.
class Said final : public FieldSink {
 public:
  explicit Said(Json& json) : json_(json) {}
  // A recommendation's text is a span of the document's.
  void without_text(bool value) { without_text_ = value; }

  void words(std::string_view name, std::string_view value) override {
    if (!without_text_ || name != "text") put(json_, name, value);
  }
  void list(std::string_view name, const std::vector<std::string>& values) override {
    if (values.empty()) return;
    json_.key(name), json_.open_list();
    for (const std::string& value : values) json_.string(value);
    json_.close_list();
  }
  void number(std::string_view name, std::optional<double> value) override {
    if (value) json_.key(name), json_.number(*value);
  }
  void truth(std::string_view name, std::optional<bool> value) override {
    if (value) json_.key(name), json_.boolean(*value);
  }
  void deadline(const std::optional<model::Deadline>& value) override {
    if (!value) return;
    json_.key("deadline"), json_.open_object();
    put(json_, "text", value->text);
    put(json_, "date", value->date);
    json_.close_object();
  }
  void given_status(const std::optional<model::GivenStatus>& value) override {
    if (!value) return;
    json_.key("given"), json_.open_object();
    put(json_, "status", to_text(value->status));
    put_evidence(json_, value->evidence);
    json_.close_object();
  }
  void by_status(const std::map<model::StatusValue, double>& value) override {
    json_.key("by_status"), json_.open_object();
    for (const auto& [status, count] : value) json_.key(to_text(status)), json_.number(count);
    json_.close_object();
  }

 private:
  Json& json_;
  bool without_text_ = false;
};

void put_spans(Json& json, const model::Fact& fact) { put_evidence(json, fact.evidence); }
void put_spans(Json& json, const model::Recommendation& fact) {
  put_evidence(json, fact.evidence);
  put_span(json, "text", fact.text);
}
void put_spans(Json& json, const model::Tally& fact) {
  if (!fact.evidence.empty()) put_evidence(json, fact.evidence.front());
}

void put_source(Json& json, const model::SourceInfo& source) {
  json.key("source"), json.open_object();
  put(json, "path", source.path);
  if (source.member) put(json, "member", *source.member);
  if (source.record) put(json, "record", static_cast<std::int64_t>(*source.record));
  if (source.id) put(json, "id", *source.id);
  put(json, "media_type", source.media_type);
  put(json, "bytes", static_cast<std::int64_t>(source.bytes));
  put(json, "sha256", source.sha256);
  put(json, "charset", source.charset);
  put(json, "language", source.language);
  if (source.pages) put(json, "pages", std::int64_t{*source.pages});
  json.close_object();
}

void put_about(Json& json, const model::About& about) {
  json.key("document"), json.open_object();
  put(json, "kind", about.kind.empty() ? std::string_view("other") : std::string_view(about.kind));
  put(json, "title", about.title);
  json.key("inspectorates"), json.open_list();
  for (const std::string& name : about.inspectorates) json.string(name);
  json.close_list();
  put(json, "body", about.body);
  put(json, "published", about.published);
  put(json, "inspected_from", about.inspected_from);
  put(json, "inspected_to", about.inspected_to);
  put(json, "lead_inspector", about.lead_inspector);
  json.close_object();
}

}  // namespace

std::string facts_json(const model::Record& record, std::string_view link) {
  std::string out;
  Json json(out);
  json.open_object();
  put_source(json, record.document.source);
  put(json, "link", link);
  put_about(json, record.about);
  if (record.failed) json.key("failed"), json.boolean(true);
  json.key("facts"), json.open_list();
  Said said(json);
  std::int64_t kind = 0;
  each_kind(record.facts, {}, [&](std::string_view name, const auto& facts) {
    said.without_text(name == "recommendations");
    for (const auto& fact : facts) {
      json.open_object();
      put(json, "is", kind);
      put(json, "id", fact.id);
      put_spans(json, fact);
      put(json, "confidence", to_text(fact.confidence));
      visit(fact, record.document.text, said);
      json.close_object();
    }
    ++kind;
  });
  json.close_list();
  json.key("warnings"), json.open_list();
  for (const base::Warning& warning : record.warnings) {
    json.open_object();
    put(json, "code", base::code_text(warning.code));
    put(json, "message", warning.message);
    if (warning.page) put(json, "page", std::int64_t{*warning.page});
    json.close_object();
  }
  json.close_list();
  json.close_object();
  return out;
}

std::string text_json(const model::Record& record) {
  const model::Text& text = record.document.text;
  std::string out;
  out.reserve(text.utf8().size() + record.document.blocks.size() * 24 + 64);
  Json json(out);
  json.open_object();
  json.key("text"), json.string(text.utf8());
  json.key("blocks"), json.open_list();
  for (const model::Block& block : record.document.blocks) {
    json.integer(static_cast<std::int64_t>(block.kind));
    json.integer(std::int64_t{block.span.begin});
    json.integer(std::int64_t{block.span.end});
    json.integer(std::int64_t{block.level});
    json.integer(std::int64_t{block.page.value_or(0)});
  }
  json.close_list();
  json.close_object();
  return out;
}

}  // namespace muster::output::report
