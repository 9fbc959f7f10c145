// XML as events: the only file beside xml.cpp that knows expat. Nothing outside the text is ever looked at, and
// declarations of entities are refused: office documents have none, attacks do.
#pragma once

#include <cstdint>
#include <string_view>

#include "muster/base/result.hpp"

namespace muster::ingest {

// Attributes of an element, for as long as the call lasts.
class Attributes {
 public:
  explicit Attributes(const char* const* pairs) : pairs_(pairs) {}
  // By local name ("val" finds w:val); empty where it is not there.
  [[nodiscard]] std::string_view get(std::string_view local) const;
  // By name with a prefix of xml_name() ("r:id").
  [[nodiscard]] std::string_view get_exact(std::string_view name) const;

 private:
  const char* const* pairs_;
};

// Names come as "w:p": the namespace's usual prefix, whatever the file calls it, "?" for one that is not known.
class XmlReader {
 public:
  virtual ~XmlReader() = default;
  virtual void start(std::string_view name, const Attributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view utf8) = 0;
};

// O(xml). An error (not well-formed, nested deeper than `max_depth`, a DTD) comes after the events before it.
[[nodiscard]] base::Result<bool> read_xml(std::string_view xml, std::uint32_t max_depth, XmlReader& reader);

}  // namespace muster::ingest
