// Zip, tar and office files in memory, built as the formats say, uncompressed: for tests only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace muster::support {

using Entries = std::vector<std::pair<std::string, std::string>>;   // name, content; a name ending in "/" is a folder

inline void put_number(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFFU);
}

inline std::uint32_t crc32_of(std::string_view bytes) {
  std::uint32_t sum = 0xFFFFFFFFU;
  for (const char c : bytes) {
    sum ^= static_cast<unsigned char>(c);
    for (int i = 0; i < 8; ++i) sum = sum >> 1U ^ (sum & 1U ? 0xEDB88320U : 0U);
  }
  return ~sum;
}

// `flags`: the general purpose bits of every entry (1: encrypted, 0x800: names in UTF-8).
inline std::string zip_of(const Entries& entries, unsigned flags = 0x800) {
  std::string out, list;
  for (const auto& [name, content] : entries) {
    std::string head;
    put_number(head, 20, 2), put_number(head, flags, 2), put_number(head, 0, 2), put_number(head, 0, 4);
    put_number(head, crc32_of(content), 4), put_number(head, content.size(), 4), put_number(head, content.size(), 4);
    put_number(head, name.size(), 2), put_number(head, 0, 2);
    list += std::string("PK\x01\x02\x14\x00", 6) + head;
    put_number(list, 0, 2), put_number(list, 0, 2), put_number(list, 0, 2), put_number(list, 0, 4),
        put_number(list, out.size(), 4);
    list += name;
    out += "PK\x03\x04" + head + name + content;
  }
  const std::size_t at = out.size();
  out += list + std::string("PK\x05\x06\0\0\0\0", 8);
  put_number(out, entries.size(), 2), put_number(out, entries.size(), 2), put_number(out, list.size(), 4),
      put_number(out, at, 4), put_number(out, 0, 2);
  return out;
}

inline std::string tar_of(const Entries& entries) {
  std::string out;
  for (const auto& [name, content] : entries) {
    std::string head(512, '\0');
    const auto field = [&](std::size_t at, std::string_view text) { head.replace(at, text.size(), text); };
    const auto octal = [](std::uint64_t value) {
      std::string digits(11, '0');
      for (std::size_t i = 11; i-- > 0; value >>= 3U) digits[i] = static_cast<char>('0' + (value & 7U));
      return digits;
    };
    field(0, name), field(100, "0000644"), field(108, "0000000"), field(116, "0000000"),
        field(124, octal(content.size())), field(136, octal(0));
    field(148, "        "), field(156, name.ends_with('/') ? "5" : "0"),
        field(257, std::string_view("ustar\0"
                                    "00",
                                    8));
    std::uint64_t sum = 0;
    for (const char c : head) sum += static_cast<unsigned char>(c);
    field(148, octal(sum).substr(5) + std::string("\0 ", 2));
    out += head + content + std::string((512 - content.size() % 512) % 512, '\0');
  }
  return out + std::string(1024, '\0');
}

constexpr std::string_view w_names = R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
                                     R"( xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006")"
                                     R"( xmlns:v="urn:schemas-microsoft-com:vml")";

// `body`: what stands in w:body; `more`: further parts by name, without their XML declaration.
inline std::string docx_of(const std::string& body, const Entries& more = {}) {
  Entries parts = {
      {"[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
      {"word/document.xml", "<w:document" + std::string(w_names) + "><w:body>" + body + "</w:body></w:document>"}};
  parts.insert(parts.end(), more.begin(), more.end());
  return zip_of(parts);
}

inline std::string odt_of(const std::string& body, const std::string& styles = {}) {
  const std::string names =
      R"( xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0")"
      R"( xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0")"
      R"( xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0")";
  return zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"},
                 {"content.xml", "<office:document-content" + names + "><office:automatic-styles>" + styles +
                                     "</office:automatic-styles><office:body><office:text>" + body +
                                     "</office:text></office:body></office:document-content>"}});
}

}  // namespace muster::support
