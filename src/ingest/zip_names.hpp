// What a zip file calls the things in it, as far as that tells an office document from an archive.
#pragma once

#include <string>
#include <string_view>

namespace muster::ingest {

struct ZipNames {
  std::string_view mimetype;     // what OpenDocument and EPUB files say of themselves, "" if nothing
  bool content_types = false;    // an Office Open XML package
  bool word = false, sheet = false, slides = false;
};

// Reads the list at the end, or where a file is cut off the heads of its entries. O(entries).
[[nodiscard]] ZipNames zip_names(std::string_view bytes);

// Whether the beginning of a zip file could be that of an office document. Few archives look so.
[[nodiscard]] bool maybe_office(std::string_view head);

}  // namespace muster::ingest
