// Which format the first bytes are: magic numbers, then markup, then JSON, then text.
#include <algorithm>
#include <array>

#include "ingest/build.hpp"
#include "ingest/formats.hpp"
#include "ingest/html.hpp"
#include "ingest/office.hpp"
#include "ingest/pdf/read_pdf.hpp"
#include "ingest/zip_names.hpp"

namespace muster::ingest {
namespace {

void read_txt(Decoded&& decoded, const Limits&, model::Source& source) { read_lines(decoded, source); }

void read_md(Decoded&& decoded, const Limits&, model::Source& source) { read_markdown(decoded, source); }

void read_page(Decoded&& decoded, const Limits& limits, model::Source& source) {
  const Decoded page = cleaned(std::move(decoded));
  read_html(page.utf8(), limits, source);
  lead_back(source.map, source.text, page);
  note_encoding(page, source);
}

constexpr Format text_format{"text/plain", "plain text", Shape::document, read_txt};
constexpr Format markdown_format{"text/markdown", "Markdown", Shape::document, read_md};
constexpr Format page_format{"text/html", "a web page", Shape::document, read_page};
constexpr Format lines_format{"application/jsonl", "JSON Lines", Shape::lines, nullptr};
constexpr Format json_format{"application/json", "JSON", Shape::records, nullptr};
constexpr Format xml_format{"application/xml", "an XML document", Shape::document, nullptr};
constexpr Format binary_format{"application/octet-stream", "binary data", Shape::binary, nullptr};

struct Magic {
  std::size_t at;
  std::string_view bytes;
  Format format;
};
using std::string_view_literals::operator""sv;

constexpr Format format_of(std::string_view media_type, std::string_view name, Shape shape = Shape::document) {
  return {media_type, name, shape};
}

// Formats with a number of their own. Those without a reader are answered with error.unsupported.
constexpr std::array magics = {
    Magic{0, "%PDF-"sv, {"application/pdf", "a PDF document", Shape::document, nullptr, pdf::read_pdf}},
    Magic{0, "\x1F\x8B"sv, format_of("application/gzip", "a gzip archive", Shape::compressed)},
    Magic{0, "BZh"sv, format_of("application/x-bzip2", "a bzip2 archive", Shape::compressed)},
    Magic{0,
          "\xFD"
          "7zXZ\0"sv,
          format_of("application/x-xz", "an xz archive", Shape::compressed)},
    Magic{0, "\x28\xB5\x2F\xFD"sv, format_of("application/zstd", "a zstd archive", Shape::compressed)},
    Magic{0, "7z\xBC\xAF\x27\x1C"sv, format_of("application/x-7z-compressed", "a 7z archive", Shape::archive)},
    Magic{257, "ustar"sv, format_of("application/x-tar", "a tar archive", Shape::archive)},
    Magic{0, "WARC/"sv, format_of("application/warc", "a web archive (WARC)", Shape::web_archive)},
    Magic{0, "PK\x03\x04"sv, format_of("application/zip", "a zip archive", Shape::zip)},
    Magic{0, "PK\x05\x06"sv, format_of("application/zip", "a zip archive", Shape::zip)},
    Magic{0, "Rar!\x1A\x07"sv, format_of("application/vnd.rar", "a RAR archive")},
    Magic{0, "{\\rtf"sv, format_of("application/rtf", "a rich text document (RTF)")},
    Magic{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv,
          format_of("application/x-ole-storage",
                    "an old Office document (doc, xls, ppt or msg), or a new one with a password")},
    Magic{0, "%!PS"sv, format_of("application/postscript", "a PostScript document")},
    Magic{0, "\x89PNG\r\n\x1A\n"sv, format_of("image/png", "a PNG image", Shape::binary)},
    Magic{0, "\xFF\xD8\xFF"sv, format_of("image/jpeg", "a JPEG image", Shape::binary)},
    Magic{0, "GIF8"sv, format_of("image/gif", "a GIF image", Shape::binary)},
    Magic{0, "II*\0"sv, format_of("image/tiff", "a TIFF image", Shape::binary)},
    Magic{0, "MM\0*"sv, format_of("image/tiff", "a TIFF image", Shape::binary)},
    Magic{8, "WEBP"sv, format_of("image/webp", "a WebP image", Shape::binary)},
    Magic{0, "SQLite format 3\0"sv, format_of("application/vnd.sqlite3", "an SQLite database", Shape::binary)},
    Magic{0,
          "\x7F"
          "ELF"sv,
          format_of("application/x-elf", "a program", Shape::binary)},
    Magic{4, "ftyp"sv, format_of("video/mp4", "a film or sound recording", Shape::binary)},
    Magic{0, "ID3"sv, format_of("audio/mpeg", "a sound recording", Shape::binary)},
    Magic{0, "wOFF"sv, format_of("font/woff", "a font", Shape::binary)},
    Magic{0, "wOF2"sv, format_of("font/woff2", "a font", Shape::binary)},
};

constexpr Format docx_format{"application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                             "a Word document (docx)", Shape::document, nullptr, read_docx};
constexpr Format odt_format{"application/vnd.oasis.opendocument.text", "an OpenDocument text (odt)", Shape::document,
                            nullptr, read_odt};
constexpr Format zip_format = format_of("application/zip", "a zip archive", Shape::archive);
constexpr Format xlsx_format =
    format_of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "a spreadsheet (xlsx)");
constexpr Format pptx_format =
    format_of("application/vnd.openxmlformats-officedocument.presentationml.presentation", "a presentation (pptx)");
constexpr Format opendocument_format =
    format_of("application/vnd.oasis.opendocument", "an OpenDocument file other than a text");
constexpr Format epub_format = format_of("application/epub+zip", "an e-book (EPUB)");

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool starts_caseless(std::string_view s, std::string_view lower_case) {
  return s.size() >= lower_case.size() &&
         std::equal(lower_case.begin(), lower_case.end(), s.begin(), [](char a, char b) { return a == lower(b); });
}

std::size_t find_caseless(std::string_view s, std::string_view lower_case) {
  const auto found = std::search(s.begin(), s.end(), lower_case.begin(), lower_case.end(),
                                 [](char a, char b) { return lower(a) == b; });
  return found == s.end() ? std::string_view::npos : static_cast<std::size_t>(found - s.begin());
}

std::string_view trim_front(std::string_view s) {
  if (s.substr(0, 3) == "\xEF\xBB\xBF") s.remove_prefix(3);
  while (!s.empty() && space(s.front())) s.remove_prefix(1);
  return s;
}

bool is_binary(std::string_view head) {
  if (head.empty() || head.substr(0, 2) == "\xFF\xFE" || head.substr(0, 2) == "\xFE\xFF") return false;
  const std::string charset = decode(head.substr(0, 4096)).charset;
  if (charset == "utf-16le" || charset == "utf-16be") return false;
  std::size_t controls = 0;
  for (const char c : head) {
    const auto b = static_cast<unsigned char>(c);
    controls += (b < 0x20 && !space(c) && b != 0x0B && b != 0x1B) || b == 0x7F;
  }
  if (controls * 10 > head.size() * 3) return head.size() >= 8;
  // The head may cut a last character; three bytes of doubt are no reason.
  const bool text = valid_utf8(head) || valid_utf8(head.substr(0, head.size() - std::min<std::size_t>(head.size(), 3)));
  return !text && controls >= 3 && controls * 20 > head.size();
}

// One line that is a JSON object from brace to brace.
bool object_line(std::string_view line) {
  while (!line.empty() && space(line.back())) line.remove_suffix(1);
  while (!line.empty() && space(line.front())) line.remove_prefix(1);
  if (line.size() < 2 || line.front() != '{' || line.back() != '}') return false;
  std::size_t next = 1;
  while (next < line.size() && space(line[next])) ++next;
  return line[next] == '"' || line[next] == '}';
}

// JSON Lines when most of the first lines are objects of their own; JSON when the braces go over
// lines; neither when it only looks so. A line longer than the head counts by its beginning.
const Format* sniff_json(std::string_view head, bool named) {
  const std::string_view body = trim_front(head);
  if (body.empty() || (body.front() != '{' && body.front() != '[')) return nullptr;
  std::size_t next = 1;
  while (next < body.size() && space(body[next])) ++next;
  const char second = next < body.size() ? body[next] : '\0';
  if (body.front() == '[') return second == '{' ? &json_format : nullptr;
  if (second != '"' && second != '}') return nullptr;
  int objects = 0, others = 0;
  bool first = false;
  std::string_view rest = body;
  for (int line = 0; !rest.empty() && objects + others < 20; ++line) {
    const std::size_t end = rest.find('\n');
    const std::string_view one = rest.substr(0, end);
    const bool blank = trim_front(one).empty();
    if (end == std::string_view::npos && head.size() >= (std::size_t{64} << 10U)) {
      objects += !blank && trim_front(one).front() == '{';   // cut off
    } else if (!blank) {
      const bool is = object_line(one);
      if (line == 0) first = is;
      ++(is ? objects : others);
    }
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  }
  if (objects > 0 && (objects >= others || (first && named))) return &lines_format;
  return named || body.find('}') != std::string_view::npos || head.size() >= (std::size_t{64} << 10U) ? &json_format
                                                                                                      : nullptr;
}

bool named_like(std::string_view name, std::string_view ending) {
  return name.size() > ending.size() && starts_caseless(name.substr(name.size() - ending.size()), ending);
}

// Mail and web servers put lines before a PDF. A text that only speaks of "%PDF-" has no object in it.
bool is_late_pdf(std::string_view head) {
  const std::size_t at = head.substr(0, 1024).find("%PDF-");
  if (at == std::string_view::npos || (at > 0 && head[at - 1] != '\n' && head[at - 1] != '\r' && !is_binary(head)))
    return false;
  return head.find(" 0 obj", at) != std::string_view::npos || is_binary(head);
}

}  // namespace

const Format& html_format() { return page_format; }

bool is_html_document(std::string_view head) {
  std::string_view s = trim_front(head.substr(0, 4096));
  const bool xml = starts_caseless(s, "<?xml");
  while (starts_caseless(s, "<!--") || starts_caseless(s, "<?xml")) {
    const std::size_t end = s.find(s[1] == '!' ? "-->" : "?>");
    if (end == std::string_view::npos) break;
    s = trim_front(s.substr(end + (s[1] == '!' ? 3 : 2)));
  }
  if (s.empty() || s.front() != '<') return false;
  static constexpr std::array<std::string_view, 8> surely = {"<!doctype html", "<html", "<head",   "<body",
                                                             "<title",         "<meta", "<script", "<style"};
  for (const std::string_view tag : surely) {
    if (starts_caseless(s, tag) && s.size() > tag.size() &&
        !(lower(s[tag.size()]) >= 'a' && lower(s[tag.size()]) <= 'z'))
      return true;
  }
  return !xml && find_caseless(s, "<html") != std::string_view::npos;
}

std::string declared_charset(std::string_view head) {
  head = head.substr(0, 4096);
  std::size_t at = find_caseless(head, "charset=");
  std::size_t skip = 8;
  if (const std::size_t xml = find_caseless(head, "encoding="); starts_caseless(trim_front(head), "<?xml") && xml < at)
    at = xml, skip = 9;
  if (at == std::string_view::npos) return {};
  std::string_view rest = head.substr(at + skip);
  while (!rest.empty() && (rest.front() == '"' || rest.front() == '\'' || rest.front() == ' ')) rest.remove_prefix(1);
  std::size_t n = 0;
  while (n < rest.size() && n < 40 &&
         (lower(rest[n]) >= 'a' ? lower(rest[n]) <= 'z'
                                : (rest[n] >= '0' && rest[n] <= ':') || rest[n] == '-' || rest[n] == '_'))
    ++n;
  return std::string(rest.substr(0, n));
}

const Format& sniff_zip(std::string_view bytes) {
  const ZipNames names = zip_names(bytes);
  if (names.mimetype == "application/vnd.oasis.opendocument.text" ||
      names.mimetype == "application/vnd.oasis.opendocument.text-template")
    return odt_format;
  if (names.mimetype.starts_with("application/vnd.oasis.opendocument")) return opendocument_format;
  if (names.mimetype == "application/epub+zip") return epub_format;
  if (names.content_types && names.word) return docx_format;
  if (names.content_types && names.sheet) return xlsx_format;
  if (names.content_types && names.slides) return pptx_format;
  return zip_format;
}

const Format& sniff(std::string_view head, std::string_view name) {
  for (const Magic& magic : magics) {
    if (head.size() >= magic.at + magic.bytes.size() && head.substr(magic.at, magic.bytes.size()) == magic.bytes)
      return magic.format;
  }
  if (is_late_pdf(head)) return magics[0].format;
  const Decoded decoded = decode(head);
  const std::string_view text = decoded.utf8();
  if (is_html_document(text)) return page_format;
  if (starts_caseless(trim_front(text), "<?xml")) return xml_format;
  if (is_binary(head)) return binary_format;
  if (const Format* json =
          sniff_json(text, named_like(name, ".jsonl") || named_like(name, ".ndjson") || named_like(name, ".json")))
    return *json;
  // A page's fragment: tags at the beginning and their ends further on.
  const std::string_view body = trim_front(text);
  static constexpr std::array<std::string_view, 10> tags = {"<div",   "<p>",      "<p ",      "<h1",   "<h2",
                                                            "<table", "<section", "<article", "<main", "<ul"};
  if (std::any_of(tags.begin(), tags.end(), [&](std::string_view tag) { return starts_caseless(body, tag); }) &&
      body.find("</") != std::string_view::npos)
    return page_format;
  if (named_like(name, ".html") || named_like(name, ".htm")) {
    if (!body.empty() && body.front() == '<' && body.find("</") != std::string_view::npos) return page_format;
  }
  const bool markdown_name = named_like(name, ".md") || named_like(name, ".markdown");
  if (markdown_marks(text) >= (markdown_name ? 1 : 2)) return markdown_format;
  return text_format;
}

}  // namespace muster::ingest
