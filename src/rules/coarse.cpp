#include "rules/coarse.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace muster::rules {
namespace {

constexpr std::size_t most_nodes = 50'000;
constexpr unsigned most_copies = 3;   // of what must be there several times; more may come as often as it likes

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

  std::uint16_t set_of(char letter) {
    const auto u = static_cast<unsigned char>(letter);
    if (letters_[u] == none_) {
      ByteSet set;
      set.set(u);
      if (letter >= 'a' && letter <= 'z') set.set(u - 0x20U);
      letters_[u] = set_of(set);
    }
    return letters_[u];
  }

  std::uint32_t add(const Piece& piece, std::uint32_t next) {
    if (made_.nodes.size() > most_nodes) return next;
    switch (piece.kind) {
      case Piece::Kind::nothing:
      case Piece::Kind::ahead:
      case Piece::Kind::behind: return next;
      case Piece::Kind::text:
        for (auto c = piece.text.rbegin(); c != piece.text.rend(); ++c) next = node({Kind::byte, set_of(*c), next, 0});
        return next;
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
  static constexpr std::uint16_t none_ = 0xFFFF;
  std::array<std::uint16_t, 256> letters_ = [] {   // the sets of single letters
    std::array<std::uint16_t, 256> all{};
    all.fill(none_);
    return all;
  }();
};

}  // namespace

std::optional<Coarse> make_coarse(std::string_view pattern) {
  const std::optional<Piece> tree = read_pattern(pattern);
  return tree ? Writer().write(*tree) : std::nullopt;
}

}  // namespace muster::rules
