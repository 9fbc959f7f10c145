#include "ingest/html_title.hpp"

#include <algorithm>
#include <vector>

#include "ingest/html_ascii.hpp"
#include "ingest/html_date.hpp"
#include "ingest/html_words.hpp"

namespace muster::ingest {
namespace {

using model::RunRole;
using std::string_view;

// Lower-case words, sorted, each once. Bytes above ASCII count as letters.
std::vector<std::string> words_of(string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (std::size_t i = 0; i <= text.size() && words.size() < 80; ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    if (ascii::alpha(c) || ascii::digit(c) || static_cast<unsigned char>(c) >= 0xC3) word.push_back(ascii::lower(c));
    else if (static_cast<unsigned char>(c) >= 0x80 && !word.empty()) word.push_back(c);
    else if (!word.empty()) words.push_back(std::move(word)), word.clear();
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

// 0 to 1: how much of the words they share.
double likeness(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return 0;
  std::vector<string_view> common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  const auto shared = static_cast<double>(common.size());
  const auto shorter = static_cast<double>(std::min(a.size(), b.size())),
             longer = static_cast<double>(std::max(a.size(), b.size()));
  return 0.5 * shared / shorter + 0.5 * shared / longer;
}

string_view words_in(const PageText& page, const Stretch& s) {
  return string_view(page.utf8).substr(s.begin, s.end - s.begin);
}

// "Audit (A-01-23)": what kind of page it is, no title.
bool few_words(string_view text) {
  const auto words = words_of(text);
  return std::count_if(words.begin(), words.end(),
                       [](const std::string& w) { return w.size() > 1 && !ascii::digit(w.front()); }) < 4;
}

// The first stretch of the article that is running text.
std::size_t first_prose(const PageText& page, const std::vector<bool>& furniture) {
  for (std::size_t i = 0; i < page.stretches.size(); ++i)
    if (!furniture[i] && page.stretches[i].role != RunRole::heading && page.stretches[i].chars > 80) return i;
  return page.stretches.size();
}

}  // namespace

PageTitle find_title(const PageText& page, const std::vector<bool>& furniture, const PageMeta& meta) {
  PageTitle out;
  std::vector<std::vector<std::string>> given;
  for (const std::string& title : meta.titles) given.push_back(words_of(without_site(title, meta.site)));
  const std::vector<std::string> site = words_of(meta.site);
  const std::size_t prose = first_prose(page, furniture);
  double best = 0;
  for (std::size_t i = 0; i < page.stretches.size() && i < 3000; ++i) {
    const Stretch& s = page.stretches[i];
    const bool heading = s.role == RunRole::heading;
    if (s.end - s.begin > 400 || s.chars < 8 || s.role == RunRole::table_row || (!heading && i > prose)) continue;
    if (!heading && (s.link_chars * 2 > s.chars || s.role == RunRole::list_item)) continue;
    const std::vector<std::string> words = words_of(words_in(page, s));
    if (words.empty() || (!site.empty() && words == site)) continue;
    double alike = 0;
    for (const auto& title : given) alike = std::max(alike, likeness(words, title));
    if (alike < (heading ? 0.6 : 0.85)) continue;
    double score =
        alike + (heading ? 0.2 + 0.02 * (6 - s.level) : 0) + (furniture[i] ? 0 : 0.1) - (i > prose ? 0.3 : 0);
    if (score > best) best = score, out.stretch = i;
  }
  if (!out.stretch) {
    // Nothing like the metadata: the first great heading before the text, or a longer one behind it.
    for (std::size_t i = 0; i < std::min(prose + 1, page.stretches.size()); ++i) {
      const Stretch& s = page.stretches[i];
      if (furniture[i] || s.role != RunRole::heading || s.level > 2 || s.chars < 4 || s.end - s.begin > 400) continue;
      const std::vector<std::string> words = words_of(words_in(page, s));
      if ((!site.empty() && words == site) || sense_of_heading(words_in(page, s)) == HeadingSense::furniture) continue;
      if (!out.stretch && s.level == 1) out.stretch = i;
      else if (out.stretch && few_words(words_in(page, page.stretches[*out.stretch])) && !few_words(words_in(page, s)))
        out.stretch = i;
    }
  }
  if (out.stretch) out.text = collapse_space(words_in(page, page.stretches[*out.stretch]));
  else if (!meta.titles.empty()) out.text = without_site(meta.titles.back(), meta.site);
  return out;
}

namespace {

// "12–14 June 2023", "5 and 6 March": days on which something went on.
bool is_range(std::string_view line) {
  for (const std::string_view joint : {"\u2013", "-", " to ", " and "})
    for (std::size_t at = line.find(joint); at != line.npos; at = line.find(joint, at + joint.size())) {
      std::size_t before = at, behind = at + joint.size();
      while (before > 0 && line[before - 1] == ' ') --before;
      while (behind < line.size() && line[behind] == ' ') ++behind;
      std::size_t end = behind;
      while (end < line.size() && ascii::digit(line[end])) ++end;
      if (before > 0 && ascii::digit(line[before - 1]) && end > behind && end - behind <= 2 && end + 1 < line.size() &&
          line[end] == ' ' && ascii::alpha(line[end + 1]))
        return true;
    }
  return false;
}

}  // namespace

std::string find_dateline(const PageText& page, const PageTitle& title, const PageMeta& meta) {
  std::string alone;
  for (std::size_t i = 0; i < page.stretches.size(); ++i) {
    const Stretch& s = page.stretches[i];
    if (s.role == RunRole::table_row) continue;
    const bool near = title.stretch && i + 6 > *title.stretch && i < *title.stretch + 8;
    const string_view words = words_in(page, s);
    const string_view line = words.substr(0, words.find('\n'));
    if (line.size() > (near ? 60U : 20U) || (!near && !alone.empty())) continue;
    const std::string said =
        ascii::lower(line);   // when inspectors came, or something is due, is no day of publication
    if (said.find("inspection date") != said.npos || said.find("dates of") != said.npos ||
        said.find("date of inspection") != said.npos || said.find("date of visit") != said.npos || is_range(said) ||
        said.find("inspection completed") != said.npos || said.find("inspected") != said.npos ||
        said.find("last inspection") != said.npos || said.find("fieldwork") != said.npos)
      continue;
    std::string date = find_date(line, meta.day_first());
    if (date.empty()) continue;
    if (near) return date;
    alone = std::move(date);
  }
  return alone;
}

}  // namespace muster::ingest
