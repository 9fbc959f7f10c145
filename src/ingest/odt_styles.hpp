// The paragraph and list styles of an OpenDocument text.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/xml.hpp"

namespace muster::ingest {

enum class OdtKind : std::uint8_t { plain, title, contents, quote };

struct OdtStyle {
  OdtKind kind = OdtKind::plain;
  int heading = 0;
  bool hidden = false, bold = false;
};

constexpr int odt_levels = 10;

// How each level of a list counts.
struct OdtList {
  struct Level {
    std::string form = "none", prefix, suffix, bullet;
    int start = 1, shown = 1;      // levels shown in the number
  };
  std::array<Level, odt_levels> level;
};

// Counts along with a list. Levels are from 1.
struct OdtCount {
  std::array<std::optional<int>, odt_levels> at;
  // The label of the next item; `from` sets the number.
  [[nodiscard]] std::string next(const OdtList& list, int level, std::optional<int> from);
};

class OdtStyles : public XmlReader {
 public:
  [[nodiscard]] OdtStyle find(std::string_view name) const;
  [[nodiscard]] const OdtList* list(std::string_view name) const;
  [[nodiscard]] const OdtList& outline() const { return outline_; }

  void start(std::string_view name, const Attributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view) override {}

 private:
  struct Style {
    std::string parent;
    std::optional<int> outline;
    std::optional<bool> hidden, bold;
  };
  std::map<std::string, Style, std::less<>> styles_;
  std::map<std::string, OdtList, std::less<>> lists_;
  OdtList outline_;
  Style* style_ = nullptr;
  OdtList* list_ = nullptr;
};

}  // namespace muster::ingest
