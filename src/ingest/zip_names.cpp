#include "ingest/zip_names.hpp"

#include <algorithm>
#include <cstdint>

namespace muster::ingest {
namespace {

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t length) {
  std::uint32_t value = 0;
  for (std::size_t i = length; i-- > 0;) value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

void note(ZipNames& names, std::string_view name) {
  names.content_types |= name == "[Content_Types].xml";
  names.word |= name.starts_with("word/document") && name.ends_with(".xml");
  names.sheet |= name.starts_with("xl/workbook");
  names.slides |= name.starts_with("ppt/presentation");
}

constexpr std::string_view local_mark("PK\x03\x04", 4), central_mark("PK\x01\x02", 4), end_mark("PK\x05\x06", 4);
constexpr std::size_t local_size = 30, central_size = 46, end_size = 22;

// Calls `take` with the name of each entry whose head is found, by its mark.
template <class Take>
void local_names(std::string_view bytes, const Take& take) {
  for (std::size_t at = bytes.find(local_mark); at != std::string_view::npos; at = bytes.find(local_mark, at)) {
    if (bytes.size() - at < local_size) return;
    const std::size_t length = number(bytes, at + 26, 2);
    take(bytes.substr(at + local_size, length));
    at += local_size + std::min(length, bytes.size() - at - local_size);
  }
}

}  // namespace

ZipNames zip_names(std::string_view bytes) {
  ZipNames names;
  // An uncompressed first entry "mimetype" is what the standards ask for, so that it stands at a fixed place.
  constexpr std::string_view mimetype = "mimetype";
  if (bytes.size() > local_size + 8 && number(bytes, 26, 2) == mimetype.size() &&
      bytes.substr(local_size, 8) == mimetype && number(bytes, 8, 2) == 0) {
    const std::size_t at = local_size + 8 + number(bytes, 28, 2);
    if (at < bytes.size()) {
      std::string_view said = bytes.substr(at, 100);
      std::size_t length = number(bytes, 18, 4);
      if (length == 0 || length > said.size()) length = std::min(said.find("PK"), said.size());
      said = said.substr(0, length);
      while (!said.empty() && (said.back() == '\n' || said.back() == '\r' || said.back() == ' ')) said.remove_suffix(1);
      names.mimetype = said;
    }
  }
  const std::size_t tail = bytes.size() > 70000 ? bytes.size() - 70000 : 0;
  const std::size_t end = bytes.substr(tail).rfind(end_mark);
  bool listed = false;
  if (end != std::string_view::npos && bytes.size() - tail - end >= end_size) {
    std::size_t at = number(bytes, tail + end + 16, 4);
    while (at < bytes.size() && bytes.size() - at >= central_size && bytes.substr(at, 4) == central_mark) {
      const std::size_t length = number(bytes, at + 28, 2);
      listed = true;
      note(names, bytes.substr(at + central_size, length));
      at += central_size + length + number(bytes, at + 30, 2) + number(bytes, at + 32, 2);
    }
  }
  if (!listed) local_names(bytes, [&](std::string_view name) { note(names, name); });
  return names;
}

bool maybe_office(std::string_view head) {
  bool office = false;
  local_names(head, [&](std::string_view name) {
    office = office || name == "[Content_Types].xml" || name == "mimetype" || name == "_rels/.rels" ||
             name.starts_with("word/") || name.starts_with("xl/") || name.starts_with("ppt/") ||
             name.starts_with("docProps/");
  });
  return office;
}

}  // namespace muster::ingest
