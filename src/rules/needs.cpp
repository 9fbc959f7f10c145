#include "rules/needs.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "rules/need_words.hpp"
#include "rules/pattern_tree.hpp"

namespace muster::rules {
namespace {

constexpr std::size_t most_needs = 6;
constexpr std::size_t most_texts = 400;       // of a piece that matches some texts and no other; more tell little
constexpr std::size_t most_joined = 64;       // of two such pieces, one after the other
constexpr std::size_t longest_joined = 200;   // letters of what is joined: a long pattern is read part by part
constexpr std::size_t most_letters = 4;       // of a set that is taken as so many texts
constexpr double too_common = 8;              // longer lists than that hold a word of nearly every sentence

bool is_space_set(const ByteSet& set) {
  for (std::size_t c = 0; c < 256; ++c)
    if (set[c] && c != ' ' && (c < '\t' || c > '\r')) return false;
  return set.any();
}

// The side of a piece that is asked about.
enum class Side : std::uint8_t { front, back };

// Whether a word can only begin, or end, at that side of the piece; `beyond`: whether it is so at the other side.
bool has_edge(const Piece& piece, Side side, bool beyond) {
  using Kind = Piece::Kind;
  switch (piece.kind) {
    case Kind::nothing: return beyond;
    case Kind::ahead:
    case Kind::behind:   // tells of the side that it looks to
      return beyond || ((piece.kind == Kind::ahead) == (side == Side::front) &&
                        has_edge(piece.parts.front(), side, false));
    case Kind::bytes: return (piece.set & word_set()).none();
    case Kind::edge:
    case Kind::begin:
    case Kind::end: return true;
    case Kind::inner:
    case Kind::text: return false;
    case Kind::sequence:
      for (std::size_t i = 0; i < piece.parts.size(); ++i)
        beyond = has_edge(piece.parts[side == Side::back ? i : piece.parts.size() - 1 - i], side, beyond);
      return beyond;
    case Kind::choice:
      return std::all_of(piece.parts.begin(), piece.parts.end(),
                         [&](const Piece& part) { return has_edge(part, side, beyond); });
    case Kind::repeat: return (piece.least > 0 || beyond) && has_edge(piece.parts.front(), side, false);
  }
  return false;
}

// What is known of a piece's matches: all the texts that it matches, or else words that each match holds.
struct Known {
  std::optional<std::vector<std::string>> texts;
  std::vector<Need> needs;   // beside those that follow from the texts
};

void add_need(const std::vector<std::string>& texts, Edges edges, std::vector<Need>& needs) {
  Need need;
  for (const std::string& text : texts) {
    need.push_back(rarest_word(text, edges));
    if (need.back().empty()) return;
  }
  tidy(need);
  if (!need.empty()) needs.push_back(std::move(need));
}

const Need* rarest(const std::vector<Need>& needs) {
  const auto found = std::min_element(needs.begin(), needs.end(),
                                      [](const Need& a, const Need& b) { return commonness(a) < commonness(b); });
  return found == needs.end() ? nullptr : &*found;
}

Known find(const Piece& piece, Edges edges, bool top);

// Any of the digits: a set of them is not taken as so many texts.
const Need& digits() {
  static const Need any{"0*", "1*", "2*", "3*", "4*", "5*", "6*", "7*", "8*", "9*"};
  return any;
}

Known find_bytes(const ByteSet& set, Edges edges) {
  if ((set & word_set()).none()) return {{{std::string(1, is_space_set(set) ? space_mark : sign_mark)}}, {}};
  std::vector<std::string> texts;
  for (std::size_t c = 0; c < 256; ++c) {
    if (!set[c] || (c >= 'A' && c <= 'Z')) continue;
    if (!word_set()[c] || c == '_') return {};
    texts.emplace_back(1, static_cast<char>(c));
  }
  if (texts.size() <= most_letters) return {std::move(texts), {}};
  const bool only_digits = std::all_of(texts.begin(), texts.end(), [](const std::string& text) { return text < ":"; });
  ByteSet others = set;
  for (std::size_t c = '0'; c <= '9'; ++c) others.reset(c);
  if (!only_digits || others.any() || !edges.before) return {};
  return {std::nullopt, {digits()}};
}

// Of text beside the match: the words that it must hold.
Known find_around(const Piece& piece, Edges edges) {
  const bool ahead = piece.kind == Piece::Kind::ahead;
  const Edges inside{ahead && edges.before, !ahead && edges.after};
  Known known = find(piece.parts.front(), inside, true);
  if (known.texts) add_need(*known.texts, inside, known.needs);
  known.texts.emplace(1, "");
  return known;
}

Known find_repeat(const Piece& piece, Edges edges) {
  const Piece& part = piece.parts.front();
  const bool once = piece.exact && piece.least == 1;
  Known known = find(part, {edges.before, edges.after && (once || (!piece.many && piece.least == 0))}, false);
  if (piece.least == 0) known.needs.clear();
  if (!known.texts || once) return known;
  const bool only_signs = std::all_of(known.texts->begin(), known.texts->end(), [](const std::string& text) {
    return text.size() == 1 && !is_part(text.front());
  });
  if (only_signs || (piece.least == 0 && !piece.many)) {
    if (piece.least == 0) known.texts->emplace_back();
    return known;
  }
  if (piece.least > 0) add_need(*known.texts, {edges.before, false}, known.needs);
  known.texts.reset();
  return known;
}

Known find_choice(const Piece& piece, Edges edges) {
  std::vector<Known> all;
  std::size_t texts = 0;
  bool finite = true;
  for (const Piece& part : piece.parts) {
    all.push_back(find(part, edges, false));
    if (all.back().texts) texts += all.back().texts->size();
    else finite = false;
    if (texts > most_texts) return {};
  }
  Known known;
  if (finite) {
    known.texts.emplace();
    for (Known& one : all) std::move(one.texts->begin(), one.texts->end(), std::back_inserter(*known.texts));
    return known;
  }
  Need any;
  for (Known& one : all) {
    if (one.texts) add_need(*one.texts, edges, one.needs);
    const Need* const best = rarest(one.needs);
    if (best == nullptr) return known;
    any.insert(any.end(), best->begin(), best->end());
    if (any.size() > most_texts) return known;
  }
  tidy(any);
  known.needs.push_back(std::move(any));
  return known;
}

// Texts that follow each other in a sequence, joined.
class Run {
 public:
  [[nodiscard]] bool empty() const { return texts_.size() == 1 && texts_.front().empty(); }
  [[nodiscard]] bool fits(const std::vector<std::string>& more) const {
    return !long_enough() &&
           (texts_.size() == 1 || more.size() == 1 || texts_.size() * more.size() <= most_joined);
  }
  [[nodiscard]] bool long_enough() const { return longest_ >= longest_joined; }
  // Adds what comes next, and what is known of the places before and behind it.
  void add(const std::string& more, Edges edges) {
    meet(edges);
    longest_ += more.size();
    for (std::string& text : texts_) text += more;
  }
  void add(const std::vector<std::string>& more, Edges edges) {
    if (more.size() == 1 && more.front().empty()) return;
    meet(edges);
    std::size_t longest = 0;
    for (const std::string& one : more) longest = std::max(longest, one.size());
    longest_ += longest;
    std::vector<std::string> joined;
    joined.reserve(texts_.size() * more.size());
    for (const std::string& left : texts_)
      for (const std::string& right : more) joined.push_back(left + right);
    texts_ = std::move(joined);
  }
  void end(std::vector<Need>& needs) {
    add_need(texts_, edges_, needs);
    texts_.assign(1, "");
    longest_ = 0;
  }
  std::vector<std::string> take() { return std::move(texts_); }

 private:
  void meet(Edges edges) {
    if (empty()) edges_.before = edges.before;
    edges_.after = edges.after;
  }

  std::vector<std::string> texts_{""};
  std::size_t longest_ = 0;   // letters of the longest of them, or more
  Edges edges_;
};

// At the top of a pattern each word is a need of its own, elsewhere words stay together as long as they are few.
Known find_sequence(const Piece& piece, Edges edges, bool top) {
  std::vector<bool> after(piece.parts.size() + 1, edges.after);   // of each part: whether an edge stands before it
  for (std::size_t i = piece.parts.size(); i-- > 0;) after[i] = has_edge(piece.parts[i], Side::front, after[i + 1]);
  Known known;
  Run run;
  bool whole = true;                    // all that was read is in the run
  bool before = edges.before;
  for (std::size_t i = 0; i < piece.parts.size(); ++i) {
    const Piece& part = piece.parts[i];
    const Edges here{before, after[i + 1]};
    if (part.kind == Piece::Kind::text) {
      if (run.long_enough()) {
        run.end(known.needs);
        whole = false;
      }
      run.add(part.text, here);
      before = false;
      continue;
    }
    Known one = find(part, here, false);
    const bool parts_words = top && one.texts && one.texts->size() == 1 && !one.texts->front().empty() &&
                             !is_part(one.texts->front().front());
    if (!one.texts || !run.fits(*one.texts) || parts_words) {
      run.end(known.needs);
      whole = false;
    }
    if (one.texts) run.add(*one.texts, here);
    std::move(one.needs.begin(), one.needs.end(), std::back_inserter(known.needs));
    before = has_edge(part, Side::back, before);
  }
  if (whole) known.texts = run.take();
  else run.end(known.needs);
  return known;
}

Known find(const Piece& piece, Edges edges, bool top) {
  using Kind = Piece::Kind;
  switch (piece.kind) {
    case Kind::nothing: return {{{""}}, {}};
    case Kind::text: return {{{piece.text}}, {}};
    case Kind::bytes: return find_bytes(piece.set, edges);
    case Kind::ahead:
    case Kind::behind: return find_around(piece, edges);
    case Kind::edge:
    case Kind::begin:
    case Kind::end: return {{{std::string(1, edge_mark)}}, {}};
    case Kind::inner: return {};
    case Kind::sequence: return find_sequence(piece, edges, top);
    case Kind::choice: return find_choice(piece, edges);
    case Kind::repeat: return find_repeat(piece, edges);
  }
  return {};
}

std::vector<Need> all_needs(std::string_view pattern) {
  const std::optional<Piece> tree = read_pattern(pattern);
  if (!tree) return {};
  Known known = find(*tree, {}, true);
  if (known.texts) add_need(*known.texts, {}, known.needs);
  return std::move(known.needs);
}

}  // namespace

std::vector<Need> needs_of(std::string_view pattern) {
  std::vector<std::pair<double, Need>> ordered;
  for (Need& need : all_needs(pattern))
    if (const double common = commonness(need); common < too_common) ordered.emplace_back(common, std::move(need));
  std::sort(ordered.begin(), ordered.end());
  ordered.erase(std::unique(ordered.begin(), ordered.end()), ordered.end());
  std::vector<Need> needs;
  for (auto& [common, need] : ordered)
    if (needs.size() < most_needs) needs.push_back(std::move(need));
  return needs;
}

Need need_of(std::string_view pattern) {
  const std::vector<Need> needs = all_needs(pattern);
  const Need* const best = rarest(needs);
  return best != nullptr ? *best : Need{};
}

}  // namespace muster::rules
