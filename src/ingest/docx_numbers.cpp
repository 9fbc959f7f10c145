#include "ingest/docx_numbers.hpp"

#include <algorithm>
#include <charconv>

#include "ingest/number_forms.hpp"

namespace muster::ingest {
namespace {

int number_of(std::string_view text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::clamp(value, -1, 32767);
}

constexpr std::size_t longest_label = 80;

// "Recommendation %1" has words, "(%1)" and "Q%1" have not.
bool has_words(std::string_view pattern) {
  int letters = 0;
  for (const char c : pattern) {
    letters = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? letters + 1 : 0;
    if (letters >= 3) return true;
  }
  return false;
}

}  // namespace

DocxLevel* DocxNumbers::current() {
  if (level_ < 0 || level_ >= levels) return nullptr;
  const auto at = static_cast<std::size_t>(level_);
  if (!num_.empty()) {
    auto& own = nums_[num_].own[at];
    if (!own) own.emplace();
    return &*own;
  }
  return abstract_.empty() ? nullptr : &abstracts_[abstract_].level[at];
}

void DocxNumbers::start(std::string_view name, const Attributes& attributes) {
  const std::string_view value = attributes.get("val");
  if (name == "w:abstractNum") {
    abstract_ = attributes.get("abstractNumId");
    abstracts_.try_emplace(abstract_);
  } else if (name == "w:num") {
    num_ = attributes.get("numId");
    nums_.try_emplace(num_);
  } else if (name == "w:abstractNumId" && !num_.empty()) {
    nums_[num_].abstract = value;
  } else if (name == "w:numStyleLink" && !abstract_.empty()) {
    abstracts_[abstract_].style_link = value;
  } else if (name == "w:lvlOverride") {
    override_ = number_of(attributes.get("ilvl"), -1);
  } else if (name == "w:startOverride" && !num_.empty() && override_ >= 0 && override_ < levels) {
    nums_[num_].start[static_cast<std::size_t>(override_)] = number_of(value, 1);
  } else if (name == "w:lvl") {
    level_ = number_of(attributes.get("ilvl"), -1);
    if (DocxLevel* level = current()) level->given = true;
  } else if (DocxLevel* level = current()) {
    if (name == "w:start") level->start = number_of(value, 1);
    else if (name == "w:numFmt") level->form = value;
    else if (name == "w:lvlText") level->pattern = value;
    else if (name == "w:lvlRestart") level->restart = number_of(value, -1);
    else if (name == "w:pStyle") level->style = value;
    else if (name == "w:isLgl") level->legal = is_on(attributes);
  }
}

void DocxNumbers::end(std::string_view name) {
  if (name == "w:abstractNum") abstract_.clear();
  if (name == "w:num") num_.clear();
  if (name == "w:lvl") level_ = -1;
  if (name == "w:lvlOverride") override_ = -1;
}

DocxNumbers::Abstract* DocxNumbers::abstract_of(const Num& num) {
  auto found = abstracts_.find(num.abstract);
  if (found == abstracts_.end()) return nullptr;
  if (!found->second.style_link.empty()) {   // a list style's own definition stands elsewhere
    const auto other = nums_.find(styles_.numbering_of(found->second.style_link));
    if (other != nums_.end())
      if (const auto real = abstracts_.find(other->second.abstract); real != abstracts_.end()) found = real;
  }
  return &found->second;
}

std::optional<int> DocxNumbers::level_of_style(std::string_view num, std::string_view style) const {
  const auto found = nums_.find(num);
  if (found == nums_.end() || style.empty()) return std::nullopt;
  const auto abstract = abstracts_.find(found->second.abstract);
  if (abstract == abstracts_.end()) return std::nullopt;
  for (std::size_t i = 0; i < levels; ++i)
    if (abstract->second.level[i].style == style) return static_cast<int>(i);
  return std::nullopt;
}

std::optional<DocxNumber> DocxNumbers::next(std::string_view id, int level) {
  const auto found = nums_.find(id);
  if (found == nums_.end()) return std::nullopt;
  Num& num = found->second;
  Abstract* const abstract = abstract_of(num);
  if (abstract == nullptr) return std::nullopt;
  const auto at = static_cast<std::size_t>(std::clamp(level, 0, levels - 1));
  const auto definition = [&](std::size_t i) -> const DocxLevel& {
    return num.own[i] && num.own[i]->given ? *num.own[i] : abstract->level[i];
  };
  const DocxLevel& mine = definition(at);

  // Lists of one definition count on together, unless a list says where it begins.
  std::optional<int>& count = abstract->count[at];
  if (num.start[at] && !num.used[at]) count = *num.start[at];
  else if (!num.used[at] && num.own[at] && num.own[at]->given) count = mine.start;
  else if (count) ++*count;
  else count = mine.start;
  num.used[at] = true;
  for (std::size_t i = at + 1; i < levels; ++i) {
    const int restart = definition(i).restart;
    if (restart < 0 || (restart > 0 && static_cast<int>(at) < restart)) abstract->count[i].reset();
  }
  for (std::size_t i = 0; i < at; ++i)
    if (!abstract->count[i]) abstract->count[i] = num.start[i].value_or(definition(i).start);

  DocxNumber out;
  if (mine.form == "bullet") {
    out.label = bullet_of(mine.pattern);
    return out;
  }
  bool any = false;
  for (std::size_t i = 0; i < mine.pattern.size() && out.label.size() < longest_label; ++i) {
    if (mine.pattern[i] == '%' && i + 1 < mine.pattern.size() && mine.pattern[i + 1] >= '1' &&
        mine.pattern[i + 1] <= '9') {
      const auto which = static_cast<std::size_t>(mine.pattern[++i] - '1');
      const DocxLevel& level_of = definition(which);
      const int number = abstract->count[which].value_or(level_of.start);
      const std::string shown =
          number_in(mine.legal && level_of.form != "none" ? "decimal" : std::string_view(level_of.form), number);
      any = any || !shown.empty();
      out.label += shown;
    } else {
      out.label += mine.pattern[i];
    }
  }
  while (!out.label.empty() && out.label.back() == ' ') out.label.pop_back();
  while (!out.label.empty() && out.label.front() == ' ') out.label.erase(0, 1);
  out.counted = any;
  out.words = has_words(mine.pattern);
  if (!any && !out.words && !out.label.empty())
    out.label = bullet_of(out.label);   // "–" typed as the pattern of a number
  return out;
}

}  // namespace muster::ingest
