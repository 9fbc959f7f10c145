// Blocks -> sentences. One pass over the folded bytes: it stops only at the bytes that can end a
// sentence (. ! ? …) or begin one (a bullet), and asks what stands before and after.
#include <array>

#include "text/steps.hpp"
#include "text/tokens.hpp"

namespace muster::text {
namespace {

using base::Span;

constexpr std::array<bool, 256> stops = [] {
  std::array<bool, 256> out{};
  for (const char c : {'.', '!', '?', base::fold::ellipsis, base::fold::bullet, '\n'})
    out[static_cast<unsigned char>(c)] = true;
  return out;
}();

// No sentence is longer: what runs on past it (a table without lines, a list without stops) is cut at a blank, so that
// the readers' work stays in proportion and what stands late in it is still read. In code points; far above prose.
constexpr std::uint32_t longest_sentence = 6000;

bool is_terminator(char c) { return c == '.' || c == '!' || c == '?' || c == base::fold::ellipsis; }
bool is_quote(char c) { return c == '"' || c == '\''; }
bool is_closer(char c) { return is_quote(c) || c == ')' || c == ']' || c == '}'; }
bool is_opener(char c) { return is_quote(c) || c == '(' || c == '[' || c == '{'; }

class Splitter {
 public:
  Splitter(std::string_view text, const WordTable& words, std::uint32_t block, std::vector<model::Sentence>& out)
      : text_(text), words_(words), block_(block), out_(out) {}

  void split(Span span) {
    begin_ = skip_space(span.begin, span.end);
    end_ = span.end;
    for (std::uint32_t i = begin_; i < end_;) {
      if (!stops[static_cast<unsigned char>(text_[i])]) {
        ++i;
        continue;
      }
      const std::uint32_t cut = text_[i] == '\n' || text_[i] == base::fold::bullet ? cut_at_break(i) : cut_at_stop(i);
      if (cut != 0) {
        emit(cut);
        i = begin_;
      } else {
        i = next_;
      }
    }
    emit(end_);
  }

 private:
  [[nodiscard]] char at(std::uint32_t i) const { return i < end_ ? text_[i] : '\0'; }
  [[nodiscard]] std::uint32_t skip_space(std::uint32_t i, std::uint32_t end) const {
    while (i < end && is_space(text_[i])) ++i;
    return i;
  }

  void emit(std::uint32_t cut) {
    std::uint32_t last = cut;
    while (last > begin_ && is_space(text_[last - 1])) --last;
    while (last - begin_ > longest_sentence) {
      const std::uint32_t part = blank_before_limit();
      std::uint32_t stop = part;
      while (stop > begin_ && is_space(text_[stop - 1])) --stop;
      out_.push_back({{begin_, stop}, block_});
      begin_ = skip_space(part, last);
    }
    if (last > begin_) out_.push_back({{begin_, last}, block_});
    begin_ = skip_space(cut, end_);
  }

  // The last blank within the limit, or the limit itself where one word fills it.
  [[nodiscard]] std::uint32_t blank_before_limit() const {
    const std::uint32_t limit = begin_ + longest_sentence;
    std::uint32_t at = limit;
    while (at > begin_ + 1 && !is_space(text_[at - 1])) --at;
    return at > begin_ + 1 ? at : limit;
  }

  // A bullet inside a block, or a blank line, or a line that begins with a dash: something new begins.
  std::uint32_t cut_at_break(std::uint32_t i) {
    next_ = i + 1;
    if (i == begin_) return 0;
    if (text_[i] == base::fold::bullet) return is_space(text_[i - 1]) && is_space(at(i + 1)) ? i : 0;
    const std::uint32_t after = skip_space(i, end_);
    for (std::uint32_t k = i + 1; k < after; ++k)
      if (text_[k] == '\n') return i;
    const bool dash = (at(after) == '-' || at(after) == '*') && is_space(at(after + 1));
    return dash ? i : 0;
  }

  // Where the sentence ends whose terminator stands at `i`, or 0; then `next_` is where to go on.
  std::uint32_t cut_at_stop(std::uint32_t i) {
    std::uint32_t after = i;
    int dots = 0;
    bool strong = false, ellipsis = false;
    while (after < end_) {
      const char c = text_[after];
      if (is_terminator(c)) {
        dots += c == '.';
        strong |= c == '!' || c == '?';
        ellipsis |= c == base::fold::ellipsis;
        ++after;
      } else if (c == ' ' && dots > 0 && at(after + 1) == '.' && !is_digit(at(after + 2))) {
        ++after;   // ". . ."
      } else {
        break;
      }
    }
    ellipsis |= dots > 1;
    next_ = after;
    const std::uint32_t marks = after;
    while (after < end_ && is_closer(text_[after])) ++after;
    // A quotation mark after a space closes too when white space follows it.
    if (at(after) == ' ' && is_quote(at(after + 1)) && (after + 2 >= end_ || is_space(at(after + 2)))) after += 2;
    if (after >= end_) return 0;   // the block's end ends the sentence
    if (!is_space(text_[after])) return glued(i, marks, after, ellipsis || strong);
    const std::uint32_t begin = skip_space(after, end_);
    if (begin >= end_) return 0;
    if (only_number_left(begin)) {
      next_ = end_;
      return 0;
    }
    return ends(i, marks, begin, strong, ellipsis) ? after : 0;
  }

  // "London. 110." at the end of a block: the paragraph number that lost its paragraph.
  [[nodiscard]] bool only_number_left(std::uint32_t i) const {
    const std::uint32_t from = i;
    while (i < end_ && is_digit(text_[i])) ++i;
    if (i == from || i - from > 3) return false;
    if (at(i) == '.') ++i;
    return skip_space(i, end_) >= end_;
  }

  // No white space after the stop: a footnote mark ("improved.12 The") or a lost space ("improve.The").
  std::uint32_t glued(std::uint32_t stop, std::uint32_t marks, std::uint32_t after, bool marked) {
    const char c = text_[after];
    const bool closed = after > marks;
    const char before = stop > begin_ ? text_[stop - 1] : '\0';
    if (is_digit(c) || c == '[') {
      if (!(is_letter(before) || closed || is_closer(before))) return 0;
      std::uint32_t i = after + (c == '[');
      const std::uint32_t digits = i;
      while (is_digit(at(i)) || (at(i) == ',' && is_digit(at(i + 1)))) ++i;
      if (i == digits || i - digits > 7) return 0;
      if (c == '[' && at(i++) != ']') return 0;
      if (!is_space(at(i))) return 0;
      const std::uint32_t begin = skip_space(i, end_);
      if (begin >= end_) return 0;
      const std::uint32_t open = skip_openers(begin);
      if (!is_upper(at(open)) || (!marked && !closed && abbreviated(stop, begin))) return 0;
      return i;
    }
    if (!is_upper(c)) return 0;
    if (closed) return is_quote(text_[after - 1]) ? 0 : after;   // "improved.)The"
    if (!is_lower(before) && !(is_digit(before) && at(after + 1) != '\0' && is_lower(at(after + 1)))) return 0;
    if (!(is_lower(at(after + 1)) || (is_space(at(after + 1)) && (c == 'A' || c == 'I')))) return 0;
    // The word before must be one, and the whole no address.
    const Span word = word_before(stop);
    if (is_lower(before) &&
        (word.size() < 2 || words_.abbreviation(text_.substr(word.begin, word.size())) != Abbreviation::none))
      return 0;
    for (std::uint32_t k = stop; k > begin_ && stop - k < 80 && !is_space(text_[k - 1]); --k)
      if (text_[k - 1] == '@' || text_[k - 1] == '/' || text_[k - 1] == '_' || text_[k - 1] == '.') return 0;
    for (std::uint32_t k = after; k < end_ && k < after + 80 && !is_space(text_[k]); ++k)
      if (text_[k] == '@' || text_[k] == '/') return 0;
    return after;
  }

  [[nodiscard]] std::uint32_t skip_openers(std::uint32_t i) const {
    while (i < end_ && (is_opener(text_[i]))) ++i;
    return i;
  }

  [[nodiscard]] Span word_at(std::uint32_t i) const {
    std::uint32_t to = i;
    while (to < end_ && is_letter(text_[to])) ++to;
    return {i, to};
  }

  // The letters, with single dots between them, before `stop`: "e.g", "U.S", "No".
  [[nodiscard]] Span word_before(std::uint32_t stop) const {
    std::uint32_t from = stop;
    while (from > begin_ && stop - from < 40 &&
           (is_letter(text_[from - 1]) ||
            (text_[from - 1] == '.' && from - 1 > begin_ && is_letter(text_[from - 2]) && from < stop)))
      --from;
    return {from, stop};
  }

  [[nodiscard]] bool opens_sentence(std::uint32_t i) const {
    const std::uint32_t open = skip_openers(i);
    if (!is_upper(at(open))) return false;
    const Span word = word_at(open);
    return words_.find(text_.substr(word.begin, word.size()))->is(role::opener);
  }

  bool ends(std::uint32_t stop, std::uint32_t marks, std::uint32_t begin, bool strong, bool ellipsis) {
    const std::uint32_t open = skip_openers(begin);
    const char first = at(open);
    const bool quoted = marks < end_ && is_quote(at(marks));
    if (first == base::fold::bullet) return true;
    if (is_lower(first) || first == ',' || first == ';' || first == ':') return false;
    if (first == '-' && !is_letter(at(open + 1)) && !is_digit(at(open + 1))) return false;   // "Really? - yes"
    if (strong) return !(quoted && goes_on_asking(begin));
    if (ellipsis) return open > begin || is_upper(first);
    if (marks + 0 < end_ && at(stop + 1) == ')' && !is_letter(stop > begin_ ? text_[stop - 1] : '\0'))
      return is_upper(first) || is_digit(first);
    return !abbreviated(stop, begin);
  }

  // "Is it safe?" Mr Jones asked. -- the same sentence.
  [[nodiscard]] bool goes_on_asking(std::uint32_t i) const {
    for (int words = 0; words < 5 && i < end_; ++words) {
      const Span word = word_at(i);
      if (word.empty()) return false;
      if (words_.find(text_.substr(word.begin, word.size()))->is(role::asking)) return words > 0;
      if (!is_upper(text_[i]) && words > 0 && word.size() > 3) return false;
      i = skip_space(word.end + (at(word.end) == '.' ? 1U : 0U), end_);
    }
    return false;
  }

  // Whether the full stop at `stop` belongs to the word before it, the next text beginning at `begin`.
  [[nodiscard]] bool abbreviated(std::uint32_t stop, std::uint32_t begin) const {
    if (stop == begin_) return true;
    const char before = text_[stop - 1];
    if (is_digit(before)) return is_marker(stop);
    if (!is_letter(before)) return false;
    const Span word = word_before(stop);
    const auto letters = text_.substr(word.begin, word.size());
    const char next = at(begin);
    if (word.begin == begin_ && begin_ + 5 > stop && is_label(letters)) return true;   // "a. Review", "iv. Train"
    if (word.size() == 1) return single_letter(word, begin);
    switch (words_.abbreviation(letters)) {
      case Abbreviation::title:
      case Abbreviation::inner: return true;
      case Abbreviation::number: return is_digit(next);
      case Abbreviation::date: return is_digit(next) || near_number(word.begin);
      case Abbreviation::last:
        return !opens_sentence(begin) && !(letters == "etc" && is_upper(at(skip_openers(begin))));
      case Abbreviation::none: break;
    }
    // "U.S", "D.C", "R.N": short pieces with dots between.
    if (letters.find('.') != std::string_view::npos) {
      std::size_t longest = 0, run = 0;
      for (const char c : letters) {
        run = c == '.' ? 0 : run + 1;
        longest = std::max(longest, run);
      }
      return longest <= 2 && !opens_sentence(begin);
    }
    return false;
  }

  // "12." or "3.4." that opens the sentence, or "1." after a colon: the number of what follows.
  [[nodiscard]] bool is_marker(std::uint32_t stop) const {
    std::uint32_t from = stop;
    while (from > begin_ && (is_digit(text_[from - 1]) || (text_[from - 1] == '.' && from < stop))) --from;
    if (stop - from > 6) return false;
    if (from == begin_) return true;
    std::uint32_t k = from;
    while (k > begin_ && is_space(text_[k - 1])) --k;
    return k > begin_ && k < from && (text_[k - 1] == ':' || text_[k - 1] == ';') && stop - from <= 2;
  }

  [[nodiscard]] static bool is_label(std::string_view letters) {
    if (letters.size() == 1) return true;
    for (const char c : letters)
      if (c != 'i' && c != 'v' && c != 'x' && c != 'I' && c != 'V' && c != 'X') return false;
    return true;
  }

  [[nodiscard]] bool near_number(std::uint32_t i) const {
    while (i > begin_ && is_space(text_[i - 1])) --i;
    return i > begin_ && is_digit(text_[i - 1]);
  }

  // An initial ("J. R. Smith", "George W. Bush"), a label ("Appendix A."), or the end of a sentence.
  [[nodiscard]] bool single_letter(Span word, std::uint32_t begin) const {
    const char letter = text_[word.begin];
    if (word.begin > begin_ && !is_space(text_[word.begin - 1]) && !is_opener(text_[word.begin - 1]) &&
        text_[word.begin - 1] != '.')
      return false;
    if (!is_upper(letter)) {
      const auto kind = words_.abbreviation(text_.substr(word.begin, 1));
      return kind == Abbreviation::inner || (kind == Abbreviation::number && is_digit(at(begin)));
    }
    if (opens_sentence(begin)) return false;
    if (letter == 'I') return previous_is_name(word.begin);
    Span before = previous_word(word.begin);
    if (before.empty()) return true;
    return !words_.find(text_.substr(before.begin, before.size()))->is(role::labelled);
  }

  [[nodiscard]] Span previous_word(std::uint32_t i) const {
    while (i > begin_ && is_space(text_[i - 1])) --i;
    std::uint32_t from = i;
    while (from > begin_ && is_letter(text_[from - 1])) --from;
    return {from, i};
  }
  [[nodiscard]] bool previous_is_name(std::uint32_t i) const {
    const Span word = previous_word(i);
    return !word.empty() && is_upper(text_[word.begin]);
  }

  std::string_view text_;
  const WordTable& words_;
  std::uint32_t block_;
  std::vector<model::Sentence>& out_;
  std::uint32_t begin_ = 0;   // of the sentence being read
  std::uint32_t end_ = 0;     // of the block
  std::uint32_t next_ = 0;    // where to go on after a stop that ends nothing
};

}  // namespace

void split_sentences(const model::Document& document, const Lexicon::Lists& lists, model::Layers& layers) {
  const std::string_view text = document.text.folded();
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const model::Block& block = document.blocks[i];
    if (!block.readable() || block.span.empty()) continue;
    const auto index = static_cast<std::uint32_t>(i);
    using model::BlockKind;
    if (block.kind == BlockKind::title || block.kind == BlockKind::heading || block.kind == BlockKind::table_row) {
      layers.sentences.push_back({block.span, index});
      continue;
    }
    Splitter(text, lists.words, index, layers.sentences).split(block.span);
  }
}

}  // namespace muster::text
