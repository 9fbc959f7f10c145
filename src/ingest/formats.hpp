// What kinds of bytes there are and who reads each: one function a media type, in a table. A new
// format is one row and one file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/encoding.hpp"
#include "muster/ingest/open.hpp"

namespace muster::ingest {

// `document`: one document. `lines`, `records`: JSON. `web_archive`, `archive`, `compressed`: documents in it.
// `zip`: an archive or an office document, which only its list of contents tells. `binary`: nothing that is read,
// and in an archive nothing that anyone misses: pictures, sounds, programs.
enum class Shape { document, lines, records, web_archive, archive, compressed, zip, binary };

struct Format {
  std::string_view media_type;
  std::string_view name;      // for people: "a PDF document"
  Shape shape = Shape::document;
  // Fills text, map, runs, hints and warnings. nullptr (both): this version does not read it.
  void (*read)(Decoded&&, const Limits&, model::Source&) = nullptr;
  // The same for formats that are no text: the bytes as they are. An error: nothing could be read.
  std::optional<base::Error> (*read_bytes)(std::string_view, const Limits&, model::Source&) = nullptr;
};

// By content. `head` is the beginning of the document (all of it when short, at least 64 KiB else);
// `name` only decides where the content leaves it open. Never fails: text is what nothing else is.
[[nodiscard]] const Format& sniff(std::string_view head, std::string_view name);
// What a zip file is, by the names of what lies in it. `bytes` are all of it.
[[nodiscard]] const Format& sniff_zip(std::string_view bytes);
// The charset that a page declares in its first bytes, "" if none.
[[nodiscard]] std::string declared_charset(std::string_view head);
// Does a text field hold a page of its own?
[[nodiscard]] bool is_html_document(std::string_view head);
[[nodiscard]] const Format& html_format();

// A run of role `line` for every line that is not blank.
void read_lines(const Decoded& decoded, model::Source& source);
void read_markdown(const Decoded& decoded, model::Source& source);
// How much like Markdown the text looks: 0 not at all, 1 one kind of mark, 2 and more surely.
[[nodiscard]] int markdown_marks(std::string_view text);

// Runs for the lines of a text that is put together already.
[[nodiscard]] std::vector<model::Run> line_runs(const base::Text& text);

}  // namespace muster::ingest
