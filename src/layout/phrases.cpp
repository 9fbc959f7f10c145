#include "layout/phrases.hpp"

#include <algorithm>
#include <array>

#include "layout/chars.hpp"

namespace muster::layout {
namespace {

std::string folded_form(const std::string& form) {
  std::string out;
  plain_line(base::Text(form).folded(), out);
  return out;
}

constexpr std::array<bool, 256> in_word = [] {
  std::array<bool, 256> table{};
  for (unsigned c = 0; c < 256; ++c)
    table[c] = is_letter(static_cast<char>(c)) || is_digit(static_cast<char>(c)) || c == '\'';
  return table;
}();

// Up to the first sign: "source" of "source: a paper".
std::string_view first_word(std::string_view s) {
  std::size_t n = 0;
  while (n < s.size() && in_word[static_cast<unsigned char>(s[n])]) ++n;
  return s.substr(0, n);
}

}  // namespace

void plain_line(std::string_view s, std::string& out, std::size_t most) {
  out.clear();
  std::size_t at = 0;
  while (at < s.size() && !is_letter(s[at]) && !is_digit(s[at])) ++at;
  out.resize(std::min(s.size() - at, most));
  std::size_t size = 0;
  for (; at < s.size() && size < most; ++at) {
    const char c = s[at];
    if (!is_space(c)) out[size++] = lower(c);
    else if (size > 0 && out[size - 1] != ' ') out[size++] = ' ';
  }
  out.resize(size);
  while (!out.empty()) {
    if (out.back() == ')') {   // "comments (12)"
      const std::size_t open = out.rfind('(');
      if (open == std::string::npos || open + 6 < out.size()) break;
      bool count = true;
      for (std::size_t i = open + 1; i + 1 < out.size(); ++i) count = count && is_digit(out[i]);
      if (!count) break;
      out.resize(open);
    } else if (!is_letter(out.back()) && !is_digit(out.back()) && out.back() != '?') {
      out.pop_back();
    } else {
      break;
    }
  }
}

Phrases::Phrases(const model::Vocab& vocab) {
  auto tables = std::make_unique<Tables>();
  if (const model::VocabList* list = vocab.find("furniture")) {
    for (const model::VocabEntry& entry : list->entries) {
      const auto field = [&](const char* key) {
        const auto found = entry.fields.find(key);
        return found == entry.fields.end() ? std::string_view{} : std::string_view(found->second);
      };
      const Opens opens = field("opens") == "links"  ? Opens::links
                          : field("opens") == "rest" ? Opens::rest
                                                     : Opens::nothing;
      for (const std::string& form : entry.forms) {
        std::string plain = folded_form(form);
        if (plain.empty()) continue;
        if (field("where") == "line_starts" || field("where") == "line_has") {
          if (form.back() == ':') plain += ':';   // "Source:" and no other sentence with that word
          if (const std::string_view first = first_word(plain); !first.empty())
            tables->begins.set(Tables::key_of(first));
          tables->by_first[std::string(first_word(plain))].push_back({plain, field("where") == "line_starts", opens});
        } else {
          tables->longest_line = std::max(tables->longest_line, plain.size());
          tables->lines.emplace(plain, opens);
        }
      }
    }
  }
  if (const model::VocabList* list = vocab.find("list_headings")) {
    for (const model::VocabEntry& entry : list->entries) {
      for (const std::string& form : entry.forms) tables->headings.insert(folded_form(form));
    }
  }
  if (const model::VocabList* list = vocab.find("status_scales")) {
    for (const model::VocabEntry& entry : list->entries) {
      for (const std::string& form : entry.forms) tables->verdicts.insert(folded_form(form));
    }
  }
  if (const model::VocabList* list = vocab.find("grades")) {
    for (const model::VocabEntry& entry : list->entries) {
      for (const std::string& form : entry.forms) tables->grades.insert(folded_form(form));
    }
  }
  if (const model::VocabList* list = vocab.find("list_ends")) {
    for (const model::VocabEntry& entry : list->entries) {
      if (!entry.fields.contains("earlier")) continue;
      for (const std::string& form : entry.forms) tables->earlier.push_back(folded_form(form));
    }
  }
  if (const model::VocabList* list = vocab.find("first_names")) {
    for (const model::VocabEntry& entry : list->entries) {
      for (const std::string& form : entry.forms) tables->first_names.insert(folded_form(form));
    }
  }
  tables_ = std::move(tables);
}

Phrases::~Phrases() = default;
Phrases::Phrases(Phrases&&) noexcept = default;
Phrases& Phrases::operator=(Phrases&&) noexcept = default;

Found Phrases::Tables::look(std::string_view plain) const {
  if (plain.size() <= longest_line)
    if (const auto whole = lines.find(plain); whole != lines.end()) return {true, whole->second};
  if (by_first.empty()) return {};
  for (std::size_t at = 0; at < plain.size();) {
    std::size_t end = at;
    while (end < plain.size() && in_word[static_cast<unsigned char>(plain[end])]) ++end;
    const std::string_view first = plain.substr(at, end - at);
    if (end < plain.size() && plain[end] != ' ') end = std::min(plain.find(' ', end), plain.size());
    const bool may = first.empty() || begins[key_of(first)];
    if (const auto found = may ? by_first.find(first) : by_first.end(); found != by_first.end()) {
      for (const Phrase& phrase : found->second) {
        if (phrase.starts && at > 0) continue;
        const std::string_view here = plain.substr(at, phrase.words.size());
        if (here != phrase.words) continue;
        const std::size_t behind = at + phrase.words.size();
        if (phrase.words.back() != ':' && behind < plain.size() &&
            (is_letter(plain[behind]) || is_digit(plain[behind])))
          continue;
        return {true, phrase.opens};
      }
    }
    at = end + 1;
  }
  return {};
}

bool Phrases::Tables::is_list_heading(std::string_view plain) const {
  constexpr std::size_t longest = 160;
  if (headings.contains(plain)) return true;
  return plain.size() <= longest &&
         std::any_of(earlier.begin(), earlier.end(), [&](const std::string& form) { return plain.starts_with(form); });
}

bool Phrases::Tables::is_verdict(std::string_view folded) const {
  constexpr std::size_t longest = 120;
  if (folded.size() > longest) return false;
  if (folded.ends_with(')')) folded = folded.substr(0, folded.find('('));
  std::string plain;
  plain_line(folded, plain);
  return verdicts.contains(plain);
}

}  // namespace muster::layout
