#include "rules/pattern_tree.hpp"

#include <utility>

namespace muster::rules {
namespace {

constexpr int deepest = 200;

bool is_letter(int c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(int c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_digit(int c) { return c >= '0' && c <= '9'; }

template <class Test>
ByteSet bytes_that(Test test) {
  ByteSet set;
  for (int c = 0; c < 256; ++c) set[static_cast<std::size_t>(c)] = test(c);
  return set;
}

// \d, \s, \w and their opposites.
ByteSet class_of(char name) {
  static const ByteSet digit = bytes_that(is_digit);
  static const ByteSet space = bytes_that(is_space);
  switch (name) {
    case 'd': return digit;
    case 'D': return ~digit;
    case 's': return space;
    case 'S': return ~space;
    case 'W': return ~word_set();
    default: return word_set();
  }
}
bool is_class(char name) { return std::string_view("dDsSwW").find(name) != std::string_view::npos; }

void add_caseless(ByteSet& set, unsigned c) {
  set.set(c);
  if (is_letter(static_cast<int>(c))) set.set(c ^ 0x20U);
}

class Reader {
 public:
  explicit Reader(std::string_view pattern) : pattern_(pattern) {}

  std::optional<Piece> read() {
    Piece all = choice(0);
    if (failed_ || at_ < pattern_.size()) return std::nullopt;
    return all;
  }

 private:
  using Kind = Piece::Kind;

  [[nodiscard]] bool is(char c, std::size_t ahead = 0) const {
    return at_ + ahead < pattern_.size() && pattern_[at_ + ahead] == c;
  }

  Piece fail() {
    failed_ = true;
    at_ = pattern_.size();
    return {};
  }

  static Piece one_of(const ByteSet& set) {
    Piece piece;
    piece.kind = Kind::bytes;
    piece.set = set;
    return piece;
  }

  static Piece plain(Kind kind) {
    Piece piece;
    piece.kind = kind;
    return piece;
  }

  Piece choice(int depth) {
    if (depth > deepest) return fail();
    Piece all = plain(Kind::choice);
    while (true) {
      all.parts.push_back(sequence(depth));
      if (!is('|')) break;
      ++at_;
    }
    return all.parts.size() == 1 ? std::move(all.parts.front()) : std::move(all);
  }

  Piece sequence(int depth) {
    Piece all = plain(Kind::sequence);
    while (at_ < pattern_.size() && pattern_[at_] != '|' && pattern_[at_] != ')') {
      if (is_space(pattern_[at_])) {
        ++at_;
        continue;
      }
      if (pattern_[at_] == '#') return fail();
      Piece next = repeated(atom(depth));
      if (next.kind == Kind::text && !all.parts.empty() && all.parts.back().kind == Kind::text)
        all.parts.back().text += next.text;
      else all.parts.push_back(std::move(next));
    }
    return all;
  }

  Piece atom(int depth) {
    const char c = pattern_[at_++];
    switch (c) {
      case '(': return group(depth);
      case '[': return set();
      case '\\': return escape();
      case '.': return one_of(~ByteSet{});
      case '^': return plain(Kind::begin);
      case '$': return plain(Kind::end);
      case '*':
      case '+':
      case '?': return fail();
      default: break;
    }
    if (is_letter(c) || is_digit(c)) {
      Piece letter = plain(Kind::text);
      letter.text = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
      return letter;
    }
    ByteSet set;
    add_caseless(set, static_cast<unsigned char>(c));
    return one_of(set);
  }

  Piece group(int depth) {
    Kind looks = Kind::sequence;   // a group that does not look around
    if (is('?')) {
      ++at_;
      if (is('=') || is('!')) {
        looks = is('=') ? Kind::ahead : Kind::nothing;
        ++at_;
      } else if (is('<') && (is('=', 1) || is('!', 1))) {
        looks = is('=', 1) ? Kind::behind : Kind::nothing;
        at_ += 2;
      } else if (is('<')) {
        const std::size_t end = pattern_.find('>', at_);
        if (end == std::string_view::npos) return fail();
        at_ = end + 1;
      } else if (is(':')) {
        ++at_;
      } else {
        return fail();
      }
    } else if (is('*')) {
      return fail();
    }
    Piece inner = choice(depth + 1);
    if (!is(')')) return fail();
    ++at_;
    if (looks == Kind::nothing) return {};
    if (looks == Kind::sequence) return inner;
    Piece around = plain(looks);
    around.parts.push_back(std::move(inner));
    return around;
  }

  Piece escape() {
    if (at_ >= pattern_.size()) return fail();
    const char c = pattern_[at_++];
    if (c == 'b') return plain(Kind::edge);
    if (c == 'B') return plain(Kind::inner);
    if (is_class(c)) return one_of(class_of(c));
    unsigned byte = 0;
    if (!escaped_byte(c, byte)) return fail();
    ByteSet set;
    add_caseless(set, byte);
    return one_of(set);
  }

  // What stands after a backslash and is one byte; false: it is something else.
  bool escaped_byte(char c, unsigned& byte) {
    if (c == 'n') byte = '\n';
    else if (c == 't') byte = '\t';
    else if (c == 'r') byte = '\r';
    else if (c == 'f') byte = '\f';
    else if (c == 'x') {
      for (int digits = 0; digits < 2; ++digits, ++at_) {
        const int d = at_ < pattern_.size() ? static_cast<unsigned char>(pattern_[at_]) : 0;
        if (!is_digit(d) && !((d | 0x20) >= 'a' && (d | 0x20) <= 'f')) return false;
        byte = byte * 16 + static_cast<unsigned>(is_digit(d) ? d - '0' : (d | 0x20) - 'a' + 10);
      }
    } else if (is_letter(c) || is_digit(c)) {
      return false;
    } else {
      byte = static_cast<unsigned char>(c);
    }
    return true;
  }

  Piece set() {
    ByteSet out;
    const bool inverted = is('^');
    if (inverted) ++at_;
    for (bool first = true; at_ < pattern_.size() && (first || pattern_[at_] != ']'); first = false) {
      unsigned from = static_cast<unsigned char>(pattern_[at_++]);
      if (from == '[' && (is(':') || is('.') || is('='))) return fail();
      if (from == '\\') {
        const char c = at_ < pattern_.size() ? pattern_[at_++] : '\0';
        if (is_class(c)) {
          out |= class_of(c);
          if (is('-') && !is(']', 1)) return fail();
          continue;
        }
        if (!escaped_byte(c, from = 0)) return fail();
      }
      unsigned to = from;
      if (is('-') && at_ + 1 < pattern_.size() && pattern_[at_ + 1] != ']') {
        ++at_;
        to = static_cast<unsigned char>(pattern_[at_++]);
        if (to == '[' || to == '\\' || to < from) return fail();
      }
      for (unsigned c = from; c <= to; ++c) add_caseless(out, c);
    }
    if (!is(']')) return fail();
    ++at_;
    return one_of(inverted ? ~out : out);
  }

  // A number of at most four digits; false if there is none.
  bool number(unsigned& value) {
    const std::size_t begin = at_;
    for (value = 0; at_ < pattern_.size() && is_digit(pattern_[at_]) && at_ - begin < 5; ++at_)
      value = value * 10 + static_cast<unsigned>(pattern_[at_] - '0');
    return at_ > begin && at_ - begin < 5;
  }

  Piece repeated(Piece piece) {
    while (at_ < pattern_.size() && is_space(pattern_[at_])) ++at_;
    unsigned least = 0, most = 0;
    bool many = true;
    if (is('*')) {
      ++at_;
    } else if (is('+')) {
      least = 1;
      ++at_;
    } else if (is('?')) {
      many = false;
      most = 1;
      ++at_;
    } else if (is('{')) {
      ++at_;
      if (!number(least)) return fail();
      most = least;
      if (is(',')) {
        ++at_;
        if (!is('}')) {
          if (!number(most)) return fail();
          many = most > least + 1;
        }
      } else {
        many = false;
      }
      if (!is('}')) return fail();
      ++at_;
    } else {
      return piece;
    }
    if (is('?') || is('+')) ++at_;   // lazy or possessive: where a match is, not whether
    if (is('*') || is('+') || is('?')) return fail();
    Piece out = plain(Kind::repeat);
    out.least = least;
    out.many = many;
    out.exact = !many && most == least;
    out.parts.push_back(std::move(piece));
    return out;
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

}  // namespace

const ByteSet& word_set() {
  static const ByteSet word = bytes_that([](int c) { return is_letter(c) || is_digit(c) || c == '_'; });
  return word;
}

std::optional<Piece> read_pattern(std::string_view pattern) { return Reader(pattern).read(); }

}  // namespace muster::rules
