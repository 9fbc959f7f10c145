// `muster text`: the normalised text, plain or with blocks, sentences and layers.
#include <algorithm>

#include "muster/output/terminal_text.hpp"
#include "muster/output/write.hpp"
#include "output/body.hpp"
#include "output/record_json.hpp"

namespace muster::output {
namespace {

class TextWriter final : public Writer {
 public:
  TextWriter(TextFormat format, bool body_only, bool sanitize)
      : format_(format), body_only_(body_only), sanitize_(sanitize) {}
  void begin(std::string&) override {}
  void end(std::string&) override {}
  void write(const model::Record& record, std::string& out) override {
    const Body body = body_only_ ? Body::without_furniture(record.document) : Body::whole(record.document);
    if (format_ == TextFormat::plain) return write_plain(record, body, out);
    write_json(record, body, out);
  }

 private:
  void write_plain(const model::Record& record, const Body& body, std::string& out) const {
    const std::size_t before = out.size();
    if (sanitize_) {
      std::string text;
      body.append_text(record.document.text, text);
      append_sanitized(out, text);
    } else {
      body.append_text(record.document.text, out);
    }
    if (out.size() > before && out.back() != '\n') out += '\n';
  }

  static void write_json(const model::Record& record, const Body& body, std::string& out) {
    Json json(out);
    const auto open_spanned = [&](model::Span span) {
      const model::Span shifted = body.shift(span);
      json.open_object();
      json.key("start"), json.integer(std::int64_t{shifted.begin});
      json.key("end"), json.integer(std::int64_t{shifted.end});
    };
    json.open_object();
    json.key("source"), append_source(json, record.document.source);
    std::string text;
    body.append_text(record.document.text, text);
    json.key("text"), json.string(text);
    json.key("blocks"), json.open_list();
    for (const model::Block& block : record.document.blocks) {
      if (!body.keeps(block.span)) continue;
      const model::Span span = body.shift(block.span);
      json.open_object();
      json.key("kind"), json.string(to_text(block.kind));
      json.key("start"), json.integer(std::int64_t{span.begin});
      json.key("end"), json.integer(std::int64_t{span.end});
      json.key("level"), json.integer(block.level > 0 ? std::optional<int>(block.level) : std::nullopt);
      json.key("page"), json.integer(block.page);
      json.key("language"), json.string_or_null(block.language);
      json.close_object();
    }
    json.close_list();
    json.key("sentences"), json.open_list();
    for (const model::Sentence& sentence : record.layers.sentences) {
      if (!body.keeps(sentence.span)) continue;
      const model::Span span = body.shift(sentence.span);
      json.open_list();
      json.integer(std::int64_t{span.begin});
      json.integer(std::int64_t{span.end});
      json.close_list();
    }
    json.close_list();
    json.key("layers"), json.open_object();
    json.key("numbers"), json.open_list();
    for (const model::Quantity& quantity : record.layers.quantities) {
      if (!body.keeps(quantity.span)) continue;
      open_spanned(quantity.span);
      json.key("kind"), json.string(to_text(quantity.kind));
      json.key("low"), json.number(quantity.low);
      json.key("high"), json.number(quantity.high);
      json.key("bound"), json.string(to_text(quantity.bound));
      json.key("unit"), json.string_or_null(quantity.unit);
      json.key("count"), json.number(quantity.count);
      json.key("total"), json.number(quantity.total);
      json.close_object();
    }
    json.close_list();
    json.key("dates"), json.open_list();
    for (const model::DateMention& date : record.layers.dates) {
      if (!body.keeps(date.span)) continue;
      open_spanned(date.span);
      json.key("kind"), json.string(to_text(date.kind));
      json.key("from"), json.string_or_null(date.from);
      json.key("to"), json.string_or_null(date.to);
      json.key("deadline"), json.boolean(date.deadline);
      json.close_object();
    }
    json.close_list();
    json.key("names"), json.open_list();
    for (const model::Name& name : record.layers.names) {
      if (!body.keeps(name.span)) continue;
      open_spanned(name.span);
      json.key("kind"), json.string(to_text(name.kind));
      json.key("name"), json.string(name.canonical);
      json.key("known"), json.boolean(name.known);
      json.close_object();
    }
    json.close_list();
    json.close_object();
    json.close_object();
    out += '\n';
  }

  TextFormat format_;
  bool body_only_;
  bool sanitize_;
};

}  // namespace

std::unique_ptr<Writer> make_text_writer(TextFormat format, bool body_only, bool sanitize) {
  return std::make_unique<TextWriter>(format, body_only, sanitize);
}

}  // namespace muster::output
