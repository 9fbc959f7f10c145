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
}

Hyphens::~Hyphens() = default;

bool Hyphens::keeps(std::string_view left, std::string_view right) const {
  if (left.empty() || right.empty() || !letter(left.back()) || !(right.front() >= 'a' && right.front() <= 'z')) return true;
  if (left.find('-') != std::string_view::npos) return true;
  std::string l, r;
  lower_into(left, l);
  lower_into(right, r);
  const auto whole = [&](const std::string& word) {
    const auto at = words_->seen.find(word);
    return at == words_->seen.end() ? 0U : at->second.whole;
  };
  const std::uint32_t with = whole(l + "-" + r), without = whole(l + r);
  if (with != without) return with > without;
  const auto first = words_->seen.find(l);
  if (first != words_->seen.end() && first->second.begins > 0) return true;
  return whole(l) > 0 && whole(r) > 0;
}

}  // namespace muster::ingest::pdf
