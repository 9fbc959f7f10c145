// Is a hyphen at a line's end the word's own or the typesetter's? The document tells: it has the word
// elsewhere, whole or with its hyphen; or the two halves as words; or other compounds with its beginning.
#include <string>
#include <string_view>
#include <unordered_map>

#include "ingest/pdf/paragraphs.hpp"

namespace muster::ingest::pdf {
namespace {

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

void lower_into(std::string_view s, std::string& out) {
  for (const char c : s) out.push_back(lower(c));
}

}  // namespace

struct Hyphens::Words {
  struct Count { std::uint32_t whole = 0, begins = 0; };   // as a word; as the first half of a compound
  std::unordered_map<std::string, Count> seen;
  bool splits = false;   // does the typesetter of this document split words at all?
  [[nodiscard]] std::uint32_t whole(const std::string& word) const {
    const auto at = seen.find(word);
    return at == seen.end() ? 0U : at->second.whole;
  }
};

Hyphens::Hyphens(const Reading& reading) : words_(std::make_unique<Words>()) {
  bool any = false;
  for (const Line& line : reading.lines) {
    const std::string_view last = reading.text(line, line.first + line.count - 1);
    any = any || (last.size() > 1 && (last.back() == '-' || last.ends_with("\u2010")));
  }
  if (!any) return;
  std::string word, before;
  for (const Line& line : reading.lines) {
    for (std::uint32_t i = line.first; i < line.first + line.count; ++i) {
      const std::string_view text = reading.text(line, i);
      for (std::size_t at = 0; at < text.size();) {
        if (!letter(text[at])) {
          ++at;
          continue;
        }
        std::size_t end = at;
        while (end < text.size() && letter(text[end])) ++end;
        const bool hyphen = end < text.size() && text[end] == '-';
        const bool compound = hyphen && end + 1 < text.size() && letter(text[end + 1]);
        word.clear();
        lower_into(text.substr(at, end - at), word);
        if (compound) {
          ++words_->seen[word].begins;
          std::size_t to = end + 1;
          while (to < text.size() && (letter(text[to]) || text[to] == '-')) ++to;
          word.clear();
          lower_into(text.substr(at, to - at), word);
          ++words_->seen[word].whole;
        } else if (!hyphen) {
          ++words_->seen[word].whole;
        }
        at = end + 1;
      }
    }
  }
  // Where no word is split that the document has whole, and few lines end with a hyphen, hyphens are the words' own.
  std::size_t ends = 0, known = 0, full = 0;
  std::string left, right;
  for (std::size_t k = 0; k + 1 < reading.lines.size(); ++k) {
    const Line& line = reading.lines[k];
    const Line& next = reading.lines[k + 1];
    if (line.letters < 20 || next.column != line.column) continue;
    ++full;
    std::string_view l = reading.text(line, line.first + line.count - 1), r = reading.text(next, next.first);
    if (!l.ends_with('-') || l.size() < 2) continue;
    l.remove_suffix(1);
    std::size_t from = l.size(), to = 0;
    while (from > 0 && letter(l[from - 1])) --from;
    while (to < r.size() && letter(r[to])) ++to;
    left.clear(), right.clear();
    lower_into(l.substr(from), left);
    lower_into(r.substr(0, to), right);
    if (left.empty() || right.empty()) continue;
    ++ends;
    known += words_->whole(left + right) > words_->whole(left + "-" + right);
  }
  words_->splits = known > 1 + ends / 20 || (ends >= 4 && ends * 25 > full);
}

Hyphens::~Hyphens() = default;

bool Hyphens::keeps(std::string_view left, std::string_view right) const {
  if (left.empty() || right.empty() || !letter(left.back()) || !(right.front() >= 'a' && right.front() <= 'z')) return true;
  if (left.find('-') != std::string_view::npos) return true;
  std::string l, r;
  lower_into(left, l);
  lower_into(right, r);
  const auto whole = [&](const std::string& word) { return words_->whole(word); };
  const std::uint32_t with = whole(l + "-" + r), without = whole(l + r);
  if (with > without) return true;
  const auto first = words_->seen.find(l);
  const bool begins = first != words_->seen.end() && first->second.begins > 0;
  if (words_->splits) return without == with && (begins || (whole(l) > 0 && whole(r) > 0));
  if ((begins || whole(l) > 0) && (whole(r) > 0 || without == 0)) return true;
  return without == 0 && whole(r) > 0;
}

}  // namespace muster::ingest::pdf
