// Is a hyphen at a line's end the word's own or the typesetter's? The document tells: it has the word
// elsewhere, whole or with its hyphen; or the two halves as words; or other compounds with its beginning.
// Only the words that stand at such ends are counted, by hashes: a document has few of them.
#include <algorithm>
#include <bitset>
#include <string_view>
#include <unordered_map>

#include "ingest/pdf/paragraphs.hpp"

namespace muster::ingest::pdf {
namespace {

constexpr std::uint64_t seed = 1469598103934665603ULL;

bool letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::uint64_t add(std::uint64_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(lower(c))) * 1099511628211ULL;
}
std::uint64_t add(std::uint64_t hash, std::string_view s) {
  for (const char c : s) hash = add(hash, c);
  return hash;
}

// The letters before a hyphen at the end, and those at the beginning.
std::string_view last_word(std::string_view s) {
  std::size_t from = s.size();
  while (from > 0 && letter(s[from - 1])) --from;
  return s.substr(from);
}
std::string_view first_word(std::string_view s) {
  return s.substr(0, static_cast<std::size_t>(std::find_if_not(s.begin(), s.end(), letter) - s.begin()));
}

}  // namespace

struct Hyphens::Words {
  struct Count { std::uint32_t whole = 0, begins = 0; };   // as a word; as the first half of a compound
  std::unordered_map<std::uint64_t, Count> seen;
  std::bitset<4096> maybe;
  bool splits = false;   // does the typesetter of this document split words at all?

  void ask(std::uint64_t word) {
    seen[word];
    maybe.set(word % 4096);
  }
  Count* find(std::uint64_t word) {
    if (!maybe.test(word % 4096)) return nullptr;
    const auto at = seen.find(word);
    return at == seen.end() ? nullptr : &at->second;
  }
  [[nodiscard]] Count of(std::uint64_t word) const {
    const auto at = seen.find(word);
    return at == seen.end() ? Count{} : at->second;
  }
  void count(std::string_view text, bool second_half);
};

// Every stretch of letters is a word; two with a hyphen between them are a compound as well.
void Hyphens::Words::count(std::string_view text, bool second_half) {
  std::uint64_t before = 0;   // the word in front of a hyphen
  for (std::size_t at = 0; at < text.size();) {
    if (!letter(text[at])) {
      if (text[at] != '-') before = 0;
      ++at;
      continue;
    }
    std::size_t end = at;
    std::uint64_t word = seed, pair = before == 0 ? 0 : add(before, '-');
    for (; end < text.size() && letter(text[end]); ++end) {
      word = add(word, text[end]);
      if (before != 0) pair = add(pair, text[end]);
    }
    const bool hyphen = end < text.size() && text[end] == '-';
    if (hyphen && end + 1 < text.size() && letter(text[end + 1])) {
      if (Count* c = find(word)) ++c->begins;
    } else if (!hyphen && before == 0 && !(second_half && at == 0)) {
      if (Count* c = find(word)) ++c->whole;
    }
    if (before != 0)
      if (Count* c = find(pair)) ++c->whole;
    before = hyphen ? word : 0;
    at = end;
  }
}

Hyphens::Hyphens(const Reading& reading) : words_(std::make_unique<Words>()) {
  struct End { std::string_view left, right; };
  std::vector<End> ends;
  const std::vector<Line>& lines = reading.lines;
  const auto ends_split = [&](const Line& line) {
    const std::string_view last = reading.text(line, line.first + line.count - 1);
    return last.size() > 1 && last.back() == '-';
  };
  for (std::size_t k = 0; k < lines.size(); ++k) {
    if (!ends_split(lines[k])) continue;
    std::string_view left = reading.text(lines[k], lines[k].first + lines[k].count - 1);
    left.remove_suffix(1);
    left = last_word(left);
    // The next line of the paragraph is one of the next ones: furniture may stand between.
    for (std::size_t n = k + 1; n < lines.size() && n <= k + 12; ++n) {
      const std::string_view right = first_word(reading.text(lines[n], lines[n].first));
      if (left.empty() || right.empty()) continue;
      words_->ask(add(seed, left)), words_->ask(add(seed, right));
      words_->ask(add(add(seed, left), right)), words_->ask(add(add(add(seed, left), '-'), right));
      if (n == k + 1) ends.push_back({left, right});
    }
  }
  if (words_->seen.empty()) return;
  for (std::size_t k = 0; k < lines.size(); ++k)
    for (std::uint32_t i = lines[k].first; i < lines[k].first + lines[k].count; ++i)
      words_->count(reading.text(lines[k], i), i == lines[k].first && k > 0 && ends_split(lines[k - 1]));
  // Typesetters that split words leave halves that are no words ("communi-"); where hyphens only ever part words,
  // they are the words' own.
  std::size_t halves = 0;
  for (const End& end : ends) {
    const Words::Count left = words_->of(add(seed, end.left)), right = words_->of(add(seed, end.right));
    const std::uint32_t with = words_->of(add(add(add(seed, end.left), '-'), end.right)).whole;
    halves += with == 0 && left.begins == 0 && (left.whole == 0 || right.whole == 0) &&
              (left.whole + right.whole == 0 || words_->of(add(add(seed, end.left), end.right)).whole > 0);
  }
  words_->splits = halves >= 4 && halves * 3 > ends.size();
}

Hyphens::~Hyphens() = default;

bool Hyphens::keeps(std::string_view left, std::string_view right) const {
  if (left.empty() || right.empty() || !letter(left.back()) || !(right.front() >= 'a' && right.front() <= 'z'))
    return true;
  if (left.find('-') != std::string_view::npos) return true;
  const std::uint64_t l = add(seed, left), r = add(seed, right);
  const std::uint32_t with = words_->of(add(add(l, '-'), right)).whole, without = words_->of(add(l, right)).whole;
  if (with > without) return true;
  const Words::Count first = words_->of(l);
  const bool begins = first.begins > 0, second = words_->of(r).whole > 0;
  if (words_->splits) return without == with && (begins || (first.whole > 0 && second));
  return without == 0 || (second && (begins || first.whole > 0));
}

}  // namespace muster::ingest::pdf
