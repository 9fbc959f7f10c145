#include "rules/expand.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "muster/base/text.hpp"
#include "muster/base/utf8.hpp"

namespace muster::rules {
namespace {

constexpr std::size_t largest_pattern = 512 * 1024;

bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

// One character of a form as a pattern. Only what means something outside a set is escaped: \' and \<
// mean something to Boost.
void append_literal(std::string& out, char c) {
  if (c == ' ') {
    out += "\\s+";
    return;
  }
  if (std::string_view(".[{()\\*+?|^$#").find(c) != std::string_view::npos) out += '\\';
  out += c;
}

using Forms = std::vector<std::string>;

// Writes what may follow the first `depth` characters that forms [from, to) share.
void append_tails(std::string& out, const Forms& forms, std::size_t from, std::size_t to, std::size_t depth) {
  const bool complete = forms[from].size() == depth;
  if (complete) ++from;
  if (from == to) return;
  std::vector<std::size_t> starts;
  for (std::size_t i = from; i < to; ++i)
    if (i == from || forms[i][depth] != forms[i - 1][depth]) starts.push_back(i);
  const bool group = complete || starts.size() > 1;
  if (group) out += "(?:";
  for (std::size_t n = 0; n < starts.size(); ++n) {
    if (n > 0) out += '|';
    append_literal(out, forms[starts[n]][depth]);
    append_tails(out, forms, starts[n], n + 1 < starts.size() ? starts[n + 1] : to, depth + 1);
  }
  if (group) out += ')';
  if (complete) out += '?';
}

}  // namespace

std::string folded_lower(std::string_view utf8) {
  std::string out(utf8);
  if (base::ascii_prefix(utf8) != utf8.size()) out = base::Text(std::move(out)).folded();
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

Forms forms_of(const model::VocabList& list) {
  Forms forms;
  for (const model::VocabEntry& entry : list.entries)
    for (const std::string& form : entry.forms) {
      std::string one;
      for (const char c : folded_lower(form))
        if (c != '\n' && c != '\t' && (c != ' ' || (!one.empty() && one.back() != ' '))) one += c;
      while (!one.empty() && one.back() == ' ') one.pop_back();
      if (!one.empty()) forms.push_back(std::move(one));
    }
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  return forms;
}

std::string any_of_forms(const Forms& forms) {
  if (forms.empty()) return "(?!)";
  std::string out = "(?:";
  append_tails(out, forms, 0, forms.size(), 0);
  return out + ')';
}

std::string alternation(const model::VocabList& list) { return any_of_forms(forms_of(list)); }

const std::string* Expander::list(std::string_view id) const {
  const std::scoped_lock lock(mutex_);
  if (const auto found = lists_.find(id); found != lists_.end()) return &found->second;
  const model::VocabList* list = vocab_->find(id);
  if (list == nullptr) return nullptr;
  return &lists_.emplace(std::string(id), alternation(*list)).first->second;
}

base::Result<std::string> Expander::expand(std::string_view pattern, const model::Pack& pack) const {
  return expand(pattern, pack, 0);
}

base::Result<std::string> Expander::expand(std::string_view pattern, const model::Pack& pack, int depth) const {
  if (depth > 16) return base::fail(base::Code::pack_name, "parts that contain each other");
  std::string out;
  bool in_set = false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '\\' && i + 1 < pattern.size()) {
      out += c;
      out += pattern[++i];
      // \x{..}, \p{..}, \g{..} are not ours
      if (i + 1 < pattern.size() && pattern[i + 1] == '{' &&
          std::string_view("xpPgN").find(pattern[i]) != std::string_view::npos)
        out += pattern[++i];
    } else if (in_set) {
      in_set = c != ']';
      out += c;
    } else if (c == '[') {
      in_set = true;
      out += c;
      if (i + 1 < pattern.size() && pattern[i + 1] == '^') out += pattern[++i];
      if (i + 1 < pattern.size() && pattern[i + 1] == ']') out += pattern[++i];
    } else if (c == '#') {
      while (i + 1 < pattern.size() && pattern[i + 1] != '\n') ++i;
    } else if (c == '{' && i + 1 < pattern.size() && is_name_start(pattern[i + 1])) {
      const std::size_t end = pattern.find('}', i);
      if (end == std::string_view::npos) return base::fail(base::Code::pack_pattern, "a '{' without its '}'");
      const std::string name(pattern.substr(i + 1, end - i - 1));
      if (const auto part = pack.parts.find(name); part != pack.parts.end()) {
        MUSTER_TRY_ASSIGN(inner, expand(part->second, pack, depth + 1));
        out += "(?:" + inner + ')';
      } else if (const std::string* words = list(name); words != nullptr) {
        out += *words;
      } else {
        return base::fail(base::Code::pack_name,
                          fmt::format("{{{}}} is neither a part of pack `{}` nor a word list", name, pack.id));
      }
      i = end;
    } else {
      out += c;
    }
    // Parts in parts in parts: a line each, and more than the memory when written out.
    if (out.size() > largest_pattern)
      return base::fail(base::Code::pack_pattern, "too long when its parts are filled in");
  }
  return out;
}

base::Result<std::vector<std::string>> Expander::triggers(std::string_view when) const {
  if (!when.starts_with('{')) return std::vector<std::string>{std::string(when)};
  const std::string_view id = when.ends_with('}') ? when.substr(1, when.size() - 2) : when;
  const model::VocabList* list = vocab_->find(id);
  if (list == nullptr)
    return base::fail(base::Code::pack_name, fmt::format("`when` names {}, which is no word list", when));
  std::vector<std::string> out;
  for (const model::VocabEntry& entry : list->entries) out.insert(out.end(), entry.forms.begin(), entry.forms.end());
  return out;
}

}  // namespace muster::rules
