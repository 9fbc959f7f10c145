// The language of each block: by its script, and for Latin letters by the share of words that are common
// in each language. Blocks too short to tell go with their neighbours.
#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "muster/base/utf8.hpp"
#include "muster/text/layers.hpp"
#include "text/lexicon.hpp"

namespace muster::text {
namespace {

constexpr std::uint32_t enough = 80;      // words of a block that are looked at: more tell nothing new

constexpr std::array<bool, 256> letters_of_words = [] {
  std::array<bool, 256> out{};
  for (int c = 'a'; c <= 'z'; ++c) out[static_cast<std::size_t>(c)] = out[static_cast<std::size_t>(c - 32)] = true;
  out[static_cast<unsigned char>(base::fold::upper)] = true;
  return out;
}();

bool in_word(char c) { return letters_of_words[static_cast<unsigned char>(c)]; }

struct Script { char32_t from, to; std::string_view language; };
constexpr Script scripts[] = {
    {0x0370, 0x03FF, "el"},   {0x1F00, 0x1FFF, "el"}, {0x0400, 0x052F, "ru"}, {0x0530, 0x058F, "hy"},
    {0x0590, 0x05FF, "he"},   {0x0600, 0x06FF, "ar"}, {0x0750, 0x077F, "ar"}, {0x0900, 0x097F, "hi"},
    {0x0980, 0x09FF, "bn"},   {0x0A00, 0x0A7F, "pa"}, {0x0A80, 0x0AFF, "gu"}, {0x0B80, 0x0BFF, "ta"},
    {0x0C00, 0x0C7F, "te"},   {0x0D00, 0x0D7F, "ml"}, {0x0D80, 0x0DFF, "si"}, {0x0E00, 0x0E7F, "th"},
    {0x10A0, 0x10FF, "ka"},   {0x1100, 0x11FF, "ko"}, {0x1200, 0x137F, "am"}, {0x3040, 0x30FF, "ja"},
    {0x3400, 0x4DBF, "zh"},   {0x4E00, 0x9FFF, "zh"}, {0xAC00, 0xD7AF, "ko"}, {0xF900, 0xFAFF, "zh"},
    {0x20000, 0x2FFFF, "zh"},
};

// Of a block whose letters are mostly not Latin: the script with most letters; any kana make Han Japanese.
std::string of_script(std::string_view utf8) {
  std::map<std::string_view, std::uint32_t> letters;
  for (std::size_t i = 0, seen = 0; i < utf8.size() && seen < 2000; ++seen) {
    const base::Step step = base::step(utf8, i);
    i += step.length;
    for (const Script& script : scripts)
      if (step.code_point >= script.from && step.code_point <= script.to) {
        ++letters[script.language];
        break;
      }
  }
  if (letters.empty()) return "und";
  if (letters.contains("ja") && letters.contains("zh") && letters["ja"] * 10 >= letters["zh"]) return "ja";
  return std::string(std::max_element(letters.begin(), letters.end(), [](const auto& a, const auto& b) {
                       return a.second < b.second;
                     })->first);
}

struct Guess {
  std::string language;                   // "" when the block is too short to tell
  std::uint32_t letters = 0;
};

// `english_at`: its place among the languages of the table.
Guess of_block(const model::Document& document, const model::Block& block, const NameTable& table,
               std::size_t english_at) {
  const base::Span span = block.span;
  // The cells of a row are no sentence: "No", "No" and "a" are not Portuguese.
  const std::uint32_t least = block.kind == model::BlockKind::table_row ? 12 : 5;
  const std::string_view folded = document.text.folded(span);
  Guess guess;
  std::uint32_t foreign = 0;
  std::uint32_t words = 0;
  std::array<std::uint32_t, 32> hits{};
  for (std::size_t i = 0; i < folded.size();) {
    const char c = folded[i];
    if (!in_word(c)) {
      if (c == base::fold::letter || c == base::fold::ideograph) foreign += c == base::fold::ideograph ? 3 : 1;
      ++i;
      continue;
    }
    std::size_t to = i + 1;
    while (to < folded.size() && in_word(folded[to])) ++to;
    guess.letters += static_cast<std::uint32_t>(to - i);
    if (words < enough) {
      ++words;
      if (to - i <= 8)
        for (std::uint32_t bits = table.languages_of(hash_word(folded.substr(i, to - i))); bits != 0; bits &= bits - 1)
          ++hits[static_cast<std::size_t>(__builtin_ctz(bits))];
    } else if (foreign == 0) {
      guess.letters = static_cast<std::uint32_t>(folded.size());   // clear enough: do not read on
      break;
    }
    i = to;
  }
  if (foreign > guess.letters) {
    guess.language = of_script(document.text.utf8(span));
    guess.letters = foreign;
    return guess;
  }
  const std::vector<std::string>& languages = table.languages();
  if (languages.empty()) {
    guess.language = "en";
    return guess;
  }
  std::uint32_t english = 0;
  std::size_t best = languages.size();
  for (std::size_t i = 0; i < languages.size(); ++i)
    if (i == english_at) english = hits[i];
    else if (best == languages.size() || hits[i] > hits[best]) best = i;
  const std::uint32_t other = best == languages.size() ? 0 : hits[best];
  if (words >= least && english >= other && english * 8 >= words) guess.language = "en";
  else if (words >= least && other > english + 1 && other * 5 >= words) guess.language = languages[best];
  return guess;
}

bool latin(std::string_view language) {
  return language.size() == 2 &&
         std::none_of(std::begin(scripts), std::end(scripts), [&](const Script& s) { return s.language == language; });
}

}  // namespace

void mark_languages(model::Document& document, const Lexicon& lexicon) {
  const NameTable& table = lexicon.lists().names;
  std::vector<Guess> guesses;
  guesses.reserve(document.blocks.size());
  const auto english = static_cast<std::size_t>(
      std::find(table.languages().begin(), table.languages().end(), "en") - table.languages().begin());
  for (const model::Block& block : document.blocks) guesses.push_back(of_block(document, block, table, english));

  // The next Latin block that tells, for those that do not; the one before is carried along.
  std::vector<std::string_view> next(guesses.size());
  std::string_view known;
  for (std::size_t i = guesses.size(); i-- > 0;) {
    next[i] = known;
    if (latin(guesses[i].language)) known = guesses[i].language;
  }
  std::string_view before;
  std::map<std::string, std::uint64_t> letters;
  std::uint32_t left_out = 0;
  for (std::size_t i = 0; i < guesses.size(); ++i) {
    model::Block& block = document.blocks[i];
    if (!guesses[i].language.empty()) block.language = guesses[i].language;
    else if (!before.empty() && before == next[i]) block.language = before;
    else if (before == "en" || next[i] == "en" || (before.empty() && next[i].empty())) block.language = "en";
    else block.language = before.empty() ? next[i] : before;
    if (latin(guesses[i].language)) before = guesses[i].language;
    if (block.kind == model::BlockKind::furniture) continue;
    letters[block.language] += guesses[i].letters;
    left_out += block.language != "en";
  }
  std::uint64_t most = 0;
  document.source.language = "und";
  for (const auto& [language, count] : letters)
    if (count > most) {
      most = count;
      document.source.language = language;
    }
  if (left_out == 0) return;
  std::string languages;
  for (const auto& [language, count] : letters)
    if (language != "en") languages += (languages.empty() ? "" : ", ") + language;
  document.warnings.push_back({base::Code::text_language,
                               std::to_string(left_out) + (left_out == 1 ? " block is" : " blocks are") +
                                   " not in English (" + languages + "): no rule reads " +
                                   (left_out == 1 ? "it" : "them"),
                               std::nullopt});
}

}  // namespace muster::text
