#include "ingest/odt_styles.hpp"

#include <algorithm>
#include <charconv>

#include "ingest/number_forms.hpp"

namespace muster::ingest {
namespace {

int number_of(std::string_view text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::clamp(value, 0, 32767);
}

std::string_view form_of(std::string_view format) {
  if (format.empty()) return "none";
  if (format == "a") return "lowerLetter";
  if (format == "A") return "upperLetter";
  if (format == "i") return "lowerRoman";
  if (format == "I") return "upperRoman";
  return "decimal";
}

constexpr int most_parents = 32;

}  // namespace

void OdtStyles::start(std::string_view name, const Attributes& attributes) {
  if (name == "style:style") {
    style_ = &styles_[std::string(attributes.get("name"))];
    style_->parent = attributes.get("parent-style-name");
    if (const std::string_view level = attributes.get("default-outline-level"); !level.empty())
      style_->outline = number_of(level, 0);
  } else if (name == "style:text-properties" && style_ != nullptr) {
    if (attributes.get("display") == "none") style_->hidden = true;
    if (const std::string_view weight = attributes.get("font-weight"); !weight.empty())
      style_->bold = weight == "bold" || weight >= "600";
  } else if (name == "text:list-style") {
    list_ = &lists_[std::string(attributes.get("name"))];
  } else if (name == "text:outline-style") {
    list_ = &outline_;
  } else if (list_ != nullptr && (name == "text:list-level-style-number" || name == "text:outline-level-style" ||
                                  name == "text:list-level-style-bullet")) {
    OdtList::Level& level =
        list_->level[static_cast<std::size_t>(std::clamp(number_of(attributes.get("level"), 1), 1, odt_levels) - 1)];
    level.form = form_of(attributes.get("num-format"));
    level.prefix = attributes.get("num-prefix");
    level.suffix = attributes.get("num-suffix");
    level.start = number_of(attributes.get("start-value"), 1);
    level.shown = std::max(1, number_of(attributes.get("display-levels"), 1));
    if (name == "text:list-level-style-bullet") level.bullet = bullet_of(attributes.get("bullet-char"));
  } else if (list_ != nullptr && name == "text:list-level-style-image") {
    list_->level[static_cast<std::size_t>(std::clamp(number_of(attributes.get("level"), 1), 1, odt_levels) - 1)]
        .bullet = "\u2022";
  }
}

void OdtStyles::end(std::string_view name) {
  if (name == "style:style") style_ = nullptr;
  if (name == "text:list-style" || name == "text:outline-style") list_ = nullptr;
}

OdtStyle OdtStyles::find(std::string_view name) const {
  OdtStyle out;
  std::optional<bool> hidden, bold;
  for (int i = 0; i < most_parents && !name.empty(); ++i) {
    // The names in the file are English, with the blank written as its number.
    if (out.kind == OdtKind::plain) {
      if (name == "Title") out.kind = OdtKind::title;
      else if (name.starts_with("Contents_20_")) out.kind = OdtKind::contents;
      else if (name == "Quotations") out.kind = OdtKind::quote;
      else if (out.heading == 0 && name.starts_with("Heading_20_") && name.size() == 12)
        out.heading = number_of(name.substr(11), 0);
    }
    const auto found = styles_.find(name);
    if (found == styles_.end()) break;
    if (out.heading == 0 && found->second.outline) out.heading = *found->second.outline;
    if (!hidden) hidden = found->second.hidden;
    if (!bold) bold = found->second.bold;
    name = found->second.parent;
  }
  out.hidden = hidden.value_or(false);
  out.bold = bold.value_or(false);
  return out;
}

const OdtList* OdtStyles::list(std::string_view name) const {
  const auto found = lists_.find(name);
  return found == lists_.end() ? nullptr : &found->second;
}

std::string OdtCount::next(const OdtList& list, int level, std::optional<int> from) {
  const auto own = static_cast<std::size_t>(std::clamp(level, 1, odt_levels) - 1);
  const OdtList::Level& mine = list.level[own];
  if (!mine.bullet.empty()) return mine.bullet;
  at[own] = from ? *from : at[own] ? *at[own] + 1 : mine.start;
  for (std::size_t i = own + 1; i < at.size(); ++i) at[i].reset();
  if (mine.form == "none") return {};
  std::string out = mine.prefix;
  const std::size_t first = own + 1 - std::min<std::size_t>(static_cast<std::size_t>(mine.shown), own + 1);
  for (std::size_t i = first; i <= own; ++i) {
    const std::string number = number_in(list.level[i].form, at[i].value_or(list.level[i].start));
    if (!number.empty() && i > first) out += '.';
    out += number;
  }
  out += mine.suffix;
  while (!out.empty() && out.back() == ' ') out.pop_back();
  while (!out.empty() && out.front() == ' ') out.erase(0, 1);
  return out;
}

}  // namespace muster::ingest
