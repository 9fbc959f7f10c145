#include "ingest/docx_styles.hpp"

#include <algorithm>
#include <charconv>

namespace muster::ingest {
namespace {

int number_of(std::string_view text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

constexpr int most_bases = 32;   // a style based on one that is based on … ; a loop ends here too

}  // namespace

bool is_on(const Attributes& attributes) {
  const std::string_view value = attributes.get("val");
  return value != "0" && value != "false" && value != "off" && value != "none";
}

void DocxStyles::start(std::string_view name, const Attributes& attributes) {
  if (name == "w:style") {
    id_ = attributes.get("styleId");
    styles_.try_emplace(id_);
    if (attributes.get("type") == "paragraph" &&
        (attributes.get("default") == "1" || attributes.get("default") == "true"))
      standard_ = id_;
    return;
  }
  if (id_.empty()) return;
  Style& style = styles_[id_];
  const std::string_view value = attributes.get("val");
  if (name == "w:name") style.name = lowered(value);
  else if (name == "w:basedOn") style.based_on = value;
  else if (name == "w:pPr") in_paragraph_ = true;
  else if (name == "w:rPr") in_run_ = true;
  else if (in_paragraph_ && name == "w:outlineLvl") style.outline = number_of(value, 9);
  else if (in_paragraph_ && name == "w:numId") style.list = std::string(value);
  else if (in_paragraph_ && name == "w:ilvl") style.list_level = number_of(value, 0);
  else if (in_run_ && name == "w:vanish") style.hidden = is_on(attributes);
  else if (in_run_ && name == "w:b") style.bold = is_on(attributes);
}

void DocxStyles::end(std::string_view name) {
  if (name == "w:style") id_.clear();
  if (name == "w:pPr") in_paragraph_ = false;
  if (name == "w:rPr") in_run_ = false;
}

DocxStyle DocxStyles::find(std::string_view id) const {
  DocxStyle out;
  std::optional<int> outline, level;
  std::optional<bool> hidden, bold;
  bool named = false;
  std::string_view next = id.empty() ? std::string_view(standard_) : id;
  for (int i = 0; i < most_bases && !next.empty(); ++i) {
    const auto found = styles_.find(next);
    if (found == styles_.end()) break;
    const Style& style = found->second;
    // The built-in styles keep their English names in the file, whatever the language of the program.
    if (!named) {
      named = true;
      const std::string_view name = style.name;
      if (name == "title") out.kind = StyleKind::title;
      else if (name.starts_with("toc") || name == "table of figures" || name.starts_with("index "))
        out.kind = StyleKind::contents;
      else if (name == "quote" || name == "intense quote") out.kind = StyleKind::quote;
      else if (name.starts_with("heading ") && name.size() == 9 && name[8] >= '1' && name[8] <= '9') {
        if (!outline) outline = name[8] - '1';
      } else named = false;   // one of the document's own: what it is based on tells
    }
    if (!outline && style.outline) outline = style.outline;
    if (!out.list && style.list) out.list = style.list;
    if (!level && style.list_level) level = style.list_level;
    if (!hidden && style.hidden) hidden = style.hidden;
    if (!bold && style.bold) bold = style.bold;
    next = style.based_on;
  }
  if (outline && *outline >= 0 && *outline < 9 && out.kind == StyleKind::plain) out.heading = *outline + 1;
  out.list_level = std::clamp(level.value_or(0), 0, 8);
  out.hidden = hidden.value_or(false);
  out.bold = bold.value_or(false);
  return out;
}

std::string DocxStyles::numbering_of(std::string_view id) const {
  const auto found = styles_.find(id);
  return found == styles_.end() ? std::string() : found->second.list.value_or("");
}

}  // namespace muster::ingest
