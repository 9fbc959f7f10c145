// What ingest hands on: one document's bytes as normalised text, in runs, with the way back to the
// bytes. Knows nothing of headings, sentences or facts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "muster/base/diagnostics.hpp"
#include "muster/base/span.hpp"
#include "muster/base/text.hpp"

namespace muster::model {

using base::Span;
using base::Text;

// OUTPUT.md "source". `bytes` and `sha256` are of the document's own bytes (a JSON line's: the line).
struct SourceInfo {
  std::string path;                        // as given on the command line; "-" for standard input
  std::optional<std::string> member;       // entry of an archive
  std::optional<std::uint64_t> record;     // from 1, in JSON Lines or WARC
  std::optional<std::string> id;
  std::string media_type;                  // by content: text/plain, text/markdown, text/html, …
  std::uint64_t bytes = 0;
  std::string sha256;                      // 64 lower-case hex digits
  std::string charset;                     // utf-8, utf-16le, windows-1252 …
  std::string language;                    // ISO 639-1 of most of the body ("en", "zh"), "und" if unknown
  std::optional<int> pages;
};

// A way back: code points [text.begin, text.end) came from source bytes [source_begin, source_end).
// `verbatim`: the bytes are the same UTF-8, so positions inside can be resolved exactly; otherwise the
// piece maps as a whole (an entity, a repaired sequence, a folded line break), unless `stride` says
// how many source bytes each of its code points took (UTF-16: 2; a one-byte charset: 1).
struct MapPiece {
  Span text;
  std::uint64_t source_begin = 0;
  std::uint64_t source_end = 0;
  bool verbatim = true;
  std::uint8_t stride = 0;
};

// Pieces in text order, disjoint; text between pieces (a break that muster put in) maps to the gap.
struct SourceMap {
  std::vector<MapPiece> pieces;
  // The source bytes that a span of the text came from: [first, second). O(log pieces + 1 piece).
  [[nodiscard]] std::pair<std::uint64_t, std::uint64_t> source_of(Span span, const Text& text) const;
};

// What a run was in its format. `line`: a physical line whose role layout has to find out.
enum class RunRole : std::uint8_t { line, title, heading, paragraph, list_item, quote, table_row };

// A stretch of text that its format keeps together. Runs are in order, disjoint, and separated in the
// text by at least one "\n"; text outside runs is white space.
struct Run {
  Span span;
  RunRole role = RunRole::line;
  int level = 0;              // heading level 1-6; list depth from 1
  std::optional<int> page;    // from 1
  bool furniture = false;     // the format says: menu, cookie notice, footer, advertisement …
  std::string marker;   // list items: the number or bullet ("3.", "a)", "•"), which may stand at the text's beginning
                        // or not at all, else ""
};

// From here on the text stands on `page`, until the next mark. In order of `at`; a page may come again
// (the foot of a page is put behind the paragraph that goes on over it). None where there are no pages.
struct PageMark {
  std::uint32_t at = 0;       // code points
  int page = 0;               // from 1
};
// The page that the text at `at` stands on. O(log marks).
[[nodiscard]] std::optional<int> page_at(const std::vector<PageMark>& marks, std::uint32_t at);

// What the format says of the document as a whole; empty where it says nothing.
struct DocumentHints {
  std::string title;          // <title> or og:title, without the site's name where that could be told
  std::string published;      // ISO date from metadata or <time>
  std::string site;           // og:site_name or the like
  std::string language;       // declared ("en-GB"); a hint, not a fact
};

struct Source {
  SourceInfo info;
  Text text;
  SourceMap map;
  std::vector<Run> runs;
  std::vector<PageMark> pages;
  DocumentHints hints;
  std::vector<base::Warning> warnings;
};

}  // namespace muster::model
