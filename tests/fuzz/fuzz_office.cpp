#include "doors.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "reading.hpp"
#include "support/zip.hpp"

// The package is built here, so that the fuzzer need not learn its sums: what it writes are the parts, with a
// byte 0x1E between: document, numbering, styles, footnotes. Beginning with 'o', the content of an odt.
int fuzz_office(const std::uint8_t* data, std::size_t size) {
  if (size < 1 || size > 64 * 1024) return 0;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  if (rest[0] == 'o') {
    const muster::support::Entries parts = {{"mimetype", "application/vnd.oasis.opendocument.text"},
                                            {"content.xml", std::string(rest.substr(1))}};
    read_and_check(muster::support::zip_of(parts), "fuzz.odt");
    return 0;
  }
  muster::support::Entries parts = {{"[Content_Types].xml", "<Types/>"}};
  for (const char* name : {"word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml"}) {
    const std::size_t end = std::min(rest.find('\x1E'), rest.size());
    parts.emplace_back(name, std::string(rest.substr(0, end)));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  read_and_check(muster::support::zip_of(parts), "fuzz.docx");
  return 0;
}
