#include "rules/coarse.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

namespace muster::rules {
namespace {

constexpr std::size_t most_nodes = 50'000;
constexpr int deepest = 200;
constexpr unsigned most_copies = 3;   // of what must be there several times; more may come as often as it likes

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
  static const ByteSet word = bytes_that([](int c) { return is_letter(c) || is_digit(c) || c == '_'; });
  switch (name) {
    case 'd': return digit;
    case 'D': return ~digit;
    case 's': return space;
    case 'S': return ~space;
    case 'W': return ~word;
    default: return word;
  }
}
bool is_class(char name) { return std::string_view("dDsSwW").find(name) != std::string_view::npos; }

void add_caseless(ByteSet& set, unsigned c) {
  set.set(c);
  if (is_letter(static_cast<int>(c))) set.set(c ^ 0x20U);
}

// A pattern as a tree.
struct Piece {
  enum class Kind : std::uint8_t { nothing, bytes, sequence, choice, repeat, edge, inner, begin, end };
  Kind kind = Kind::nothing;
  unsigned least = 1;
  bool many = false;             // repeat: any number above `least`, else at most one more
  bool exact = false;            // repeat: `least` times and no more
  ByteSet set;
  std::vector<Piece> parts;
};

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
      all.parts.push_back(repeated(atom(depth)));
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
    ByteSet set;
    add_caseless(set, static_cast<unsigned char>(c));
    return one_of(set);
  }

  Piece group(int depth) {
    bool looks = false;
    if (is('?')) {
      ++at_;
      if (is('=') || is('!')) {
        looks = true;
        ++at_;
      } else if (is('<') && (is('=', 1) || is('!', 1))) {
        looks = true;
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
    if (looks) return {};
    return inner;
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

// A tree as nodes, written from its end: every piece knows what comes after it.
class Writer {
 public:
  std::optional<Coarse> write(const Piece& all) {
    made_.start = add(all, node({Coarse::Kind::match, 0, 0, 0}));
    if (made_.nodes.size() > most_nodes) return std::nullopt;
    return std::move(made_);
  }

 private:
  using Kind = Coarse::Kind;

  // The node that is this already, if there is one: words that end alike share their ends, so that a sieve
  // has fewer places to be at.
  std::uint32_t node(Coarse::Node one) {
    const Key key{std::uint64_t{one.next} << 32U | one.other,
                  std::uint32_t{one.set} << 8U | static_cast<std::uint32_t>(one.kind)};
    const auto [found, fresh] = known_.emplace(key, static_cast<std::uint32_t>(made_.nodes.size()));
    if (fresh) made_.nodes.push_back(one);
    return found->second;
  }
  std::uint32_t both(std::uint32_t a, std::uint32_t b) { return node({Kind::both, 0, a, b}); }
  // A node that is yet to be told where it goes.
  std::uint32_t loop(std::uint32_t next) {
    made_.nodes.push_back({Kind::both, 0, next, next});
    return static_cast<std::uint32_t>(made_.nodes.size() - 1);
  }

  std::uint16_t set_of(const ByteSet& set) {
    const auto found = std::find(made_.sets.begin(), made_.sets.end(), set);
    if (found != made_.sets.end()) return static_cast<std::uint16_t>(found - made_.sets.begin());
    made_.sets.push_back(set);
    return static_cast<std::uint16_t>(made_.sets.size() - 1);
  }

  std::uint32_t add(const Piece& piece, std::uint32_t next) {
    if (made_.nodes.size() > most_nodes) return next;
    switch (piece.kind) {
      case Piece::Kind::nothing: return next;
      case Piece::Kind::bytes: return node({Kind::byte, set_of(piece.set), next, 0});
      case Piece::Kind::edge: return node({Kind::edge, 0, next, 0});
      case Piece::Kind::inner: return node({Kind::inner, 0, next, 0});
      case Piece::Kind::begin: return node({Kind::begin, 0, next, 0});
      case Piece::Kind::end: return node({Kind::end, 0, next, 0});
      case Piece::Kind::sequence:
        for (auto part = piece.parts.rbegin(); part != piece.parts.rend(); ++part) next = add(*part, next);
        return next;
      case Piece::Kind::choice: {
        std::uint32_t entry = add(piece.parts.back(), next);
        for (auto part = piece.parts.rbegin() + 1; part != piece.parts.rend(); ++part)
          entry = both(add(*part, next), entry);
        return entry;
      }
      case Piece::Kind::repeat: return repeat(piece, next);
    }
    return next;
  }

  std::uint32_t repeat(const Piece& piece, std::uint32_t next) {
    const Piece& part = piece.parts.front();
    std::uint32_t entry = next;
    if (piece.many || piece.least > most_copies) {
      entry = loop(next);
      const std::uint32_t again = add(part, entry);
      made_.nodes[entry].other = again;
    } else if (!piece.exact) {
      entry = both(add(part, next), next);
    }
    for (unsigned copy = 0; copy < std::min(piece.least, most_copies); ++copy) entry = add(part, entry);
    return entry;
  }

  struct Key {
    std::uint64_t to;
    std::uint32_t what;
    bool operator==(const Key&) const = default;
  };
  struct Hash {
    std::size_t operator()(const Key& key) const {
      return static_cast<std::size_t>((key.to ^ key.what * 0x9E3779B97F4A7C15U) * 0xBF58476D1CE4E5B9U >> 8U);
    }
  };

  Coarse made_;
  std::unordered_map<Key, std::uint32_t, Hash> known_;
};

}  // namespace

std::optional<Coarse> make_coarse(std::string_view pattern) {
  const std::optional<Piece> tree = Reader(pattern).read();
  return tree ? Writer().write(*tree) : std::nullopt;
}

}  // namespace muster::rules
