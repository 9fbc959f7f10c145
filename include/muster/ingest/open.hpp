// From paths and bytes to Sources: the only room that reads strangers' formats. Type by content.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "muster/base/result.hpp"
#include "muster/model/source.hpp"

namespace muster::ingest {

// Every limit has a flag of the same name.
struct Limits {
  std::uint64_t max_bytes = 1ULL << 30;       // one document; more is error.too-large
  std::uint32_t max_html_depth = 512;         // elements nested deeper are flattened, with a warning
  std::uint32_t max_folder_depth = 64;        // folders in folders
  std::uint64_t max_line = 256ULL << 20;      // one JSON line
  std::uint32_t max_pages = 10000;            // of a PDF; those after are left out, with a warning
  std::uint64_t pdf_words = 10'000'000;       // of a PDF; the same
  std::uint64_t pdf_memory = 1ULL << 30;      // that reading one PDF may take
  std::uint32_t pdf_time = 30;                // seconds of CPU that reading one PDF may take
  std::uint32_t max_xml_depth = 512;   // elements in elements of a Word or OpenDocument file; more is error.damaged
  std::uint32_t max_archive_depth = 8;        // archives and compression in each other; more is error.archive-depth
  std::uint32_t max_entries = 1'000'000;      // of an archive, with all in it
  std::uint32_t max_ratio = 250;              // unpacked to packed bytes, from 64 MiB on; more is error.archive-bomb
  std::uint64_t max_unpacked = 1ULL << 40;    // bytes out of one file
};

struct Selection {                            // which files of a folder, and which entries of an archive
  std::vector<std::string> include, exclude;  // globs on the path below the folder or archive; * ? ** [..]
};

struct Fields {                               // JSON Lines
  std::string text = "text";
  std::string id = "id";
  bool only = false;   // every input is JSON Lines, whatever it begins with; an empty one is no document
};

// A file to read, found but not opened.
struct Input {
  std::string path;                           // as given, or folder/entry
};

// What the paths stand for: files as given, folders walked (recursive, sorted by bytes, loops and
// special files left out). A missing path or an empty folder is an Error among `problems`, the rest goes on.
struct Listing {
  std::vector<Input> inputs;
  std::vector<std::pair<std::string, base::Error>> problems;  // path, why
};
[[nodiscard]] Listing list_inputs(const std::vector<std::string>& paths, const Selection&, const Limits&);

// Hands each document of a file (one; or one an archive's entry, a JSON line, a web archive's record) to
// `take`, in order, until it returns false. Errors of one document are handed over as an Error with what is
// known of the source. An archive of which something was left out or could not be read gives, behind its
// documents, a record of its own (member null) that says so.
struct Opened {
  model::Source source;                       // info is filled as far as known even on error
  std::optional<base::Error> error;
  bool passed = false;                        // read past, as `Want` had it: only path, member and record are known
  std::uint64_t index = 0;                    // the pipeline's: which of its file's documents, from 0
  double milliseconds = 0;                    // the pipeline's: how long opening it took
};
using Take = std::function<bool(Opened&&)>;
// Is asked before a document's text is made, with its path, member and record; may be asked more than once for
// one. What is not wanted is handed over as `passed`, in its place, so that all can be counted. Documents that
// fail before are not asked for.
using Want = std::function<bool(const model::SourceInfo&)>;
// `members` chooses among the entries of archives. `waiting` is called before a read that has to wait for a
// pipe: whoever collects documents may hand them on.
void open_input(const Input&, const Fields&, const Limits&, const Take& take, const Selection& members = {},
                const std::function<void()>& waiting = {}, const Want& want = {});

// As open_input for bytes already in memory (`info_path` is what source.path will say).
void open_bytes(std::string_view bytes, std::string_view info_path, const Fields&, const Limits&, const Take& take,
                const Selection& members = {});

}  // namespace muster::ingest
