#include "output/record_json.hpp"

#include "muster/output/fields.hpp"

namespace muster::output {
namespace {

void append_evidence(Json& json, const model::Evidence& evidence, const model::Text& text) {
  json.open_object();
  json.key("quote"), json.string(text.utf8(evidence.quote));
  json.key("start"), json.integer(std::int64_t{evidence.quote.begin});
  json.key("end"), json.integer(std::int64_t{evidence.quote.end});
  json.key("page"), json.integer(evidence.page);
  json.key("section"), json.string_or_null(evidence.section ? text.utf8(*evidence.section) : std::string_view{});
  json.key("rule"), json.string_or_null(evidence.rule);
  json.key("speaker"), json.string_or_null(evidence.speaker);
  json.close_object();
}

class JsonFields final : public FieldSink {
 public:
  JsonFields(Json& json, const model::Text& text) : json_(json), text_(text) {}
  void words(std::string_view name, std::string_view value) override { json_.key(name), json_.string_or_null(value); }
  void list(std::string_view name, const std::vector<std::string>& values) override {
    json_.key(name), json_.open_list();
    for (const std::string& value : values) json_.string(value);
    json_.close_list();
  }
  void number(std::string_view name, std::optional<double> value) override { json_.key(name), json_.number(value); }
  void truth(std::string_view name, std::optional<bool> value) override {
    json_.key(name);
    if (value) {
      json_.boolean(*value);
    } else {
      json_.null();
    }
  }
  void deadline(const std::optional<model::Deadline>& value) override {
    json_.key("deadline");
    if (!value) return json_.null();
    json_.open_object();
    json_.key("text"), json_.string(value->text);
    json_.key("date"), json_.string_or_null(value->date);
    json_.close_object();
  }
  void given_status(const std::optional<model::GivenStatus>& value) override {
    json_.key("status");
    if (!value) return json_.null();
    json_.open_object();
    json_.key("status"), json_.string(to_text(value->status));
    json_.key("evidence"), append_evidence(json_, value->evidence, text_);
    json_.close_object();
  }
  void by_status(const std::map<model::StatusValue, double>& value) override {
    json_.key("by_status"), json_.open_object();
    for (const auto& [status, count] : value) json_.key(to_text(status)), json_.number(count);
    json_.close_object();
  }

 private:
  Json& json_;
  const model::Text& text_;
};

void append_facts_evidence(Json& json, const model::Fact& fact, const model::Text& text) {
  append_evidence(json, fact.evidence, text);
}

void append_facts_evidence(Json& json, const model::Tally& fact, const model::Text& text) {
  json.open_list();
  for (const model::Evidence& evidence : fact.evidence) append_evidence(json, evidence, text);
  json.close_list();
}

void append_about(Json& json, const model::About& about) {
  json.open_object();
  json.key("kind"), json.string(about.kind.empty() ? "other" : about.kind);
  json.key("title"), json.string_or_null(about.title);
  json.key("inspectorates"), json.open_list();
  for (const std::string& name : about.inspectorates) json.string(name);
  json.close_list();
  json.key("body"), json.string_or_null(about.body);
  json.key("published"), json.string_or_null(about.published);
  json.key("inspected_from"), json.string_or_null(about.inspected_from);
  json.key("inspected_to"), json.string_or_null(about.inspected_to);
  json.key("lead_inspector"), json.string_or_null(about.lead_inspector);
  json.close_object();
}

}  // namespace

void append_source(Json& json, const model::SourceInfo& source) {
  json.open_object();
  json.key("path"), json.string(source.path);
  json.key("member");
  source.member ? json.string(*source.member) : json.null();
  json.key("record");
  source.record ? json.integer(static_cast<std::int64_t>(*source.record)) : json.null();
  json.key("id");
  source.id ? json.string(*source.id) : json.null();
  json.key("media_type"), json.string_or_null(source.media_type);
  json.key("bytes"), json.integer(static_cast<std::int64_t>(source.bytes));
  json.key("sha256"), json.string_or_null(source.sha256);
  json.key("charset"), json.string_or_null(source.charset);
  json.key("language"), json.string_or_null(source.language);
  json.key("pages"), json.integer(source.pages);
  json.close_object();
}

void append_record(std::string& out, const model::Record& record, const Style& style) {
  const model::Text& text = record.document.text;
  Json json(out);
  json.open_object();
  json.key("schema"), json.string("muster/1");
  json.key("source"), append_source(json, record.document.source);
  json.key("document"), append_about(json, record.about);
  JsonFields fields(json, text);
  const auto append_kind = [&](std::string_view kind, const auto& facts) {
    json.key(kind), json.open_list();
    if (wanted(style.only, kind)) {
      for (const auto& fact : facts) {
        json.open_object();
        json.key("id"), json.string(fact.id);
        visit(fact, text, fields);
        json.key("confidence"), json.string(to_text(fact.confidence));
        json.key("evidence"), append_facts_evidence(json, fact, text);
        json.close_object();
      }
    }
    json.close_list();
  };
  each_kind(record.facts, {}, append_kind);
  json.key("warnings"), json.open_list();
  for (const base::Warning& warning : record.warnings) {
    json.open_object();
    json.key("code"), json.string(base::code_text(warning.code));
    json.key("message"), json.string(warning.message);
    json.key("page"), json.integer(warning.page);
    json.close_object();
  }
  json.close_list();
  if (style.with_text) json.key("text"), json.string(text.utf8());
  json.close_object();
}

}  // namespace muster::output
