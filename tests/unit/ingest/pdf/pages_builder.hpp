// Pages for tests, from rows of (x, y, size, text): letters are half as wide as their size, "*bold*" words
// are bold. What a run has become is written as in html_notation.hpp, with the page before it where asked.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/pdf/page.hpp"
#include "ingest/pdf/read_pages.hpp"
#include "muster/base/utf8.hpp"
#include "unit/ingest/html_notation.hpp"

namespace muster::ingest::pdf {

struct Drawn {
  float x = 0, y = 0, size = 0;
  std::string text;
};

class PagesBuilder {
 public:
  PagesBuilder() {
    pages_.fonts = {{"Plain", false, false, false, false},
                    {"Bold", true, false, false, false},
                    {"Signs", false, false, false, true}};
  }

  PagesBuilder& page(const std::vector<Drawn>& rows, float width = 595, float height = 842) {
    Page& page = pages_.pages.emplace_back();
    page.number = ++pages_.count;
    page.width = width, page.height = height;
    for (const Drawn& row : rows) draw(page, row);
    return *this;
  }
  PagesBuilder& rule(float x0, float y0, float x1, float y1) {
    pages_.pages.back().rules.push_back({x0, y0, x1, y1, true, 0});
    return *this;
  }
  // A grid of ruled lines at these places.
  PagesBuilder& grid(const std::vector<float>& xs, const std::vector<float>& ys) {
    for (const float x : xs) rule(x, ys.front(), x + 0.5F, ys.back());
    for (const float y : ys) rule(xs.front(), y, xs.back(), y + 0.5F);
    return *this;
  }
  [[nodiscard]] const Pages& pages() const { return pages_; }
  Pages& pages() { return pages_; }
  [[nodiscard]] model::Source read() const {
    model::Source source;
    read_pages(pages_, Limits{}, source);
    return source;
  }
  [[nodiscard]] std::string notation() const { return notation_of(read()); }

 private:
  void draw(Page& page, const Drawn& row) {
    float x = row.x;
    bool space = false, bold = false;
    for (std::size_t at = 0; at < row.text.size();) {
      if (row.text[at] == ' ') {
        x += row.size / 3, space = true, ++at;
        continue;
      }
      std::size_t end = row.text.find(' ', at);
      if (end == std::string::npos) end = row.text.size();
      std::string word = row.text.substr(at, end - at);
      at = end;
      if (word.front() == '*' && word.size() > 1) bold = true, word.erase(0, 1);
      const bool last = word.back() == '*' && bold;
      if (last) word.pop_back();
      const std::size_t mark = word.find('^');   // "be^1": a small raised 1 behind it
      const std::string raised = mark == std::string::npos ? std::string() : word.substr(mark + 1);
      word.erase(std::min(mark, word.size()));
      if (!word.empty()) put(page, word, x, row.y, row.size, bold, space);
      if (!raised.empty()) put(page, raised, x, row.y - row.size * 0.35F, row.size * 0.6F, bold, false);
      if (last) bold = false;
      space = false;
    }
  }

  static void put(Page& page, const std::string& word, float& x, float y, float size, bool bold, bool space) {
    Word out;
    out.x0 = x;
    x += static_cast<float>(base::count_code_points(word)) * size / 2;
    out.x1 = x;
    out.baseline = y, out.size = size;
    out.begin = static_cast<std::uint32_t>(page.text.size());
    out.length = static_cast<std::uint32_t>(word.size());
    out.font = bold ? 1 : 0;
    out.space_before = space;
    page.text += word;
    page.words.push_back(out);
  }

  Pages pages_;
};

// Lines of running text at x = 70, 14 apart, 10 high, as wide as the column.
inline std::vector<Drawn> prose(float y, const std::vector<std::string>& lines, float x = 70, float size = 10) {
  std::vector<Drawn> out;
  for (const std::string& line : lines) out.push_back({x, y, size, line}), y += size * 1.4F;
  return out;
}

inline std::vector<Drawn> operator+(std::vector<Drawn> a, const std::vector<Drawn>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

}  // namespace muster::ingest::pdf
