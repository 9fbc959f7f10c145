#include "cli/meant.hpp"

#include <filesystem>

#include "cli/terminal.hpp"

namespace muster::cli {

pipeline::Options options_of(const Typed& typed) {
  pipeline::Options options;
  options.rules = typed.rules;
  options.selection = {typed.include, typed.exclude};
  options.fields = {typed.text_field, typed.id_field, typed.jsonl};
  if (typed.max_bytes) options.limits.max_bytes = *typed.max_bytes;
  if (typed.max_line) options.limits.max_line = *typed.max_line;
  if (typed.max_html_depth) options.limits.max_html_depth = static_cast<std::uint32_t>(*typed.max_html_depth);
  if (typed.max_folder_depth) options.limits.max_folder_depth = static_cast<std::uint32_t>(*typed.max_folder_depth);
  if (typed.max_pages) options.limits.max_pages = static_cast<std::uint32_t>(*typed.max_pages);
  if (typed.pdf_words) options.limits.pdf_words = *typed.pdf_words;
  if (typed.pdf_memory) options.limits.pdf_memory = *typed.pdf_memory;
  if (typed.pdf_time) options.limits.pdf_time = static_cast<std::uint32_t>(*typed.pdf_time);
  const auto count = [](const std::optional<std::uint64_t>& given, std::uint32_t& limit) {
    if (given) limit = static_cast<std::uint32_t>(*given);
  };
  count(typed.max_xml_depth, options.limits.max_xml_depth);
  count(typed.max_archive_depth, options.limits.max_archive_depth);
  count(typed.max_entries, options.limits.max_entries);
  count(typed.max_ratio, options.limits.max_ratio);
  if (typed.max_unpacked) options.limits.max_unpacked = *typed.max_unpacked;
  if (typed.max_sentence) options.rule_limits.max_sentence = static_cast<std::uint32_t>(*typed.max_sentence);
  if (typed.max_facts) options.max_facts = static_cast<std::uint32_t>(*typed.max_facts);
  if (typed.shard) options.shard = pipeline::Shard{typed.shard->first, typed.shard->second};
  options.unordered = typed.unordered;
  options.threads = static_cast<unsigned>(typed.threads);
  return options;
}

output::Style style_of(const Typed& typed, int fd) {
  output::Style style;
  style.with_text = typed.with_text;
  style.bom = typed.bom;
  style.only = typed.only;
  style.width = width_of(fd);
  style.colour = wants_colour(fd, typed.color);
  style.sanitize = is_terminal(fd);   // JSON, CSV and the text in a pipe stay as they are
  std::error_code ignored;            // without a current folder there are no links
  if (wants_links(fd, typed.hyperlinks)) style.links_from = std::filesystem::current_path(ignored).string();
  return style;
}

base::Result<output::Format> format_of(const Typed& typed, int fd) {
  using output::Format;
  if (!typed.format) return is_terminal(fd) ? Format::table : Format::jsonl;
  if (*typed.format == "jsonl") return Format::jsonl;
  if (*typed.format == "json") return Format::json;
  if (*typed.format == "csv") return Format::csv;
  if (*typed.format == "tsv") return Format::tsv;
  if (*typed.format == "table") return Format::table;
  if (*typed.format == "markdown" || *typed.format == "md") return Format::markdown;
  return base::fail(base::Error{base::Code::usage, "there is no format '" + *typed.format + "'", std::nullopt,
                                {"help: extract knows jsonl, json, csv, tsv, table, markdown, sqlite and xlsx"}, {}});
}

base::Result<output::TextFormat> text_format_of(const Typed& typed) {
  if (!typed.format || *typed.format == "plain") return output::TextFormat::plain;
  if (*typed.format == "jsonl") return output::TextFormat::jsonl;
  return base::fail(base::Error{base::Code::usage, "there is no format '" + *typed.format + "'", std::nullopt,
                                {"help: text knows plain and jsonl"}, {}});
}

}  // namespace muster::cli
