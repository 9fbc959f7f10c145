#include "rules/sieve.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace muster::rules {
namespace {

constexpr std::int32_t unknown = -1, match = -2, nothing = -3;
constexpr std::size_t most_states = 5000;   // then the memory is emptied and filled anew

// States that are always there: at the beginning of a text, and elsewhere after a word or not.
constexpr std::int32_t at_begin = 0, after_other = 1, after_word = 2;

constexpr bool is_word(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

constexpr std::array<bool, 256> word_table = [] {
  std::array<bool, 256> table{};
  for (unsigned c = 0; c < 256; ++c) table[c] = is_word(static_cast<char>(c));
  return table;
}();

}  // namespace

std::uint8_t WordStarts::bit_of(char c) {
  if (c >= 'a' && c <= 'z') return static_cast<std::uint8_t>(c - 'a');
  if (c >= 'A' && c <= 'Z') return static_cast<std::uint8_t>(c - 'A');
  if (c >= '0' && c <= '9') return static_cast<std::uint8_t>(c - '0' + 26);
  return 36;
}

void WordStarts::find(std::string_view text) {
  at_.clear();
  first_.clear();
  bits_ = 0;
  bool inside = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool word = word_table[static_cast<unsigned char>(text[i])];
    if (word && !inside) {
      at_.push_back(static_cast<std::uint32_t>(i));
      first_.push_back(bit_of(text[i]));
      bits_ |= std::uint64_t{1} << first_.back();
    }
    inside = word;
  }
}

std::unique_ptr<const Sieve> Sieve::make(std::string_view pattern) {
  auto coarse = make_coarse(pattern);
  if (!coarse) return nullptr;
  std::unique_ptr<Sieve> made(new Sieve);
  made->coarse_ = std::move(*coarse);

  // Bytes that no set tells apart are one class.
  ByteSet words;
  for (unsigned c = 0; c < 256; ++c) words[c] = word_table[c];
  std::uint32_t classes = 1;
  const auto split = [&](const ByteSet& set) {
    std::map<std::uint8_t, std::uint8_t> inside;   // the class of those in the set, of each class so far
    std::array<bool, 256> outside{};
    for (unsigned c = 0; c < 256; ++c)
      if (!set[c]) outside[made->class_of_[c]] = true;
    for (unsigned c = 0; c < 256; ++c) {
      std::uint8_t& of = made->class_of_[c];
      if (!set[c] || !outside[of]) continue;
      const auto [found, fresh] = inside.emplace(of, static_cast<std::uint8_t>(classes));
      if (fresh) ++classes;
      of = found->second;
    }
  };
  split(words);
  for (const ByteSet& set : made->coarse_.sets) split(set);
  made->byte_of_.resize(classes);
  for (unsigned c = 0; c < 256; ++c) made->byte_of_[made->class_of_[c]] = static_cast<std::uint8_t>(c);
  for (const std::uint8_t c : made->byte_of_) made->word_class_.push_back(words[c]);
  made->word_class_.push_back(false);
  made->stride_ = classes + 1;

  Memory memory;
  memory.seen.assign(made->coarse_.nodes.size(), 0);
  memory.round = 1;
  if (made->follow(made->coarse_.start, {.known = false, .edge = false, .begin = true, .end = false}, memory.after, memory)) return nullptr;
  made->find_starts();
  return made;
}

// Whether matches begin with words only, and with which letters; or where the text begins only.
void Sieve::find_starts() {
  Memory memory;
  start_over(memory);
  only_begin_ = memory.states[after_other].nodes.empty();
  only_words_ = !only_begin_;
  for (std::uint32_t c = 0; c < stride_; ++c) {
    if (!only_words_) break;
    if (step(after_word, c, memory) != nothing || (!word_class_[c] && (step(after_other, c, memory) != nothing || step(at_begin, c, memory) != nothing)))
      only_words_ = false;
  }
  if (!only_words_) return;
  for (unsigned c = 0; c < 256; ++c)
    if (word_table[c] && (step(after_other, class_of_[c], memory) != nothing || step(at_begin, class_of_[c], memory) != nothing))
      first_bits_ |= std::uint64_t{1} << WordStarts::bit_of(static_cast<char>(c));
}

bool Sieve::follow(std::uint32_t from, Place place, std::vector<std::uint32_t>& out, Memory& memory) const {
  using Kind = Coarse::Kind;
  memory.stack.assign(1, from);
  while (!memory.stack.empty()) {
    const std::uint32_t index = memory.stack.back();
    memory.stack.pop_back();
    if (std::exchange(memory.seen[index], memory.round) == memory.round) continue;
    const Coarse::Node& node = coarse_.nodes[index];
    bool passes = false;
    switch (node.kind) {
      case Kind::match: return true;
      case Kind::byte: out.push_back(index); break;
      case Kind::both:
        passes = true;
        if (node.other != node.next) memory.stack.push_back(node.other);
        break;
      case Kind::begin: passes = place.begin; break;
      case Kind::edge: passes = place.known && place.edge; break;
      case Kind::inner: passes = place.known && !place.edge; break;
      case Kind::end: passes = place.known && place.end; break;
    }
    if (passes) memory.stack.push_back(node.next);
    else if (!place.known && (node.kind == Kind::edge || node.kind == Kind::inner || node.kind == Kind::end)) out.push_back(index);
  }
  return false;
}

bool Sieve::advance(std::int32_t state, std::uint32_t byte_class, Memory& memory) const {
  const Memory::State& from = memory.states[static_cast<std::size_t>(state)];
  const bool at_end = byte_class + 1 == stride_;
  const Place here{.known = true, .edge = from.after_word != word_class_[byte_class], .begin = state == at_begin, .end = at_end};
  memory.here.clear();
  memory.after.clear();
  ++memory.round;
  for (const std::uint32_t node : from.nodes)
    if (follow(node, here, memory.here, memory)) return true;
  if (at_end) return false;
  const std::uint8_t byte = byte_of_[byte_class];
  ++memory.round;
  for (const std::uint32_t node : memory.here)
    if (coarse_.sets[coarse_.nodes[node].set][byte] && follow(coarse_.nodes[node].next, {}, memory.after, memory)) return true;
  return false;
}

// The state that holds memory.after.
std::int32_t Sieve::state_of(bool word_before, Memory& memory) const {
  std::vector<std::uint32_t>& nodes = memory.after;
  std::sort(nodes.begin(), nodes.end());
  std::string key(reinterpret_cast<const char*>(nodes.data()), nodes.size() * sizeof(nodes[0]));
  key += word_before ? 'w' : '-';
  const auto [found, fresh] = memory.found.emplace(std::move(key), static_cast<std::int32_t>(memory.states.size()));
  if (fresh) {
    memory.states.push_back({nodes, word_before});
    memory.next.resize(memory.next.size() + stride_, unknown);
  }
  return found->second;
}

void Sieve::start_over(Memory& memory) const {
  memory.next.clear();
  memory.states.clear();
  memory.found.clear();
  memory.seen.assign(coarse_.nodes.size(), 0);
  memory.round = 0;
  for (const std::int32_t state : {at_begin, after_other, after_word}) {
    ++memory.round;
    memory.after.clear();
    (void)follow(coarse_.start, {.known = false, .edge = false, .begin = state == at_begin, .end = false}, memory.after, memory);
    std::sort(memory.after.begin(), memory.after.end());
    memory.states.push_back({memory.after, state == after_word});   // not in `found`: nothing comes back to them
  }
  memory.next.resize(memory.states.size() * stride_, unknown);
}

std::int32_t Sieve::step(std::int32_t state, std::uint32_t byte_class, Memory& memory) const {
  const auto from = static_cast<std::size_t>(state);
  std::int32_t to = nothing;
  if (advance(state, byte_class, memory)) {
    to = match;
  } else if (byte_class + 1 != stride_ && !memory.after.empty()) {
    if (memory.states.size() >= most_states) {
      const std::vector<std::uint32_t> kept = memory.after;
      start_over(memory);
      memory.after = kept;
      return state_of(word_class_[byte_class], memory);
    }
    to = state_of(word_class_[byte_class], memory);
  }
  memory.next[from * stride_ + byte_class] = to;
  return to;
}

// Whether a match could begin at `at`.
bool Sieve::maybe(std::string_view text, std::size_t at, Memory& memory, std::size_t& patience) const {
  std::int32_t state = at == 0 ? at_begin : word_table[static_cast<unsigned char>(text[at - 1])] ? after_word : after_other;
  const std::size_t end = std::min(text.size(), at + patience);
  std::size_t i = at;
  for (; i <= end; ++i) {
    const std::uint32_t byte_class = i < text.size() ? class_of_[static_cast<unsigned char>(text[i])] : stride_ - 1;
    std::int32_t to = memory.next[static_cast<std::size_t>(state) * stride_ + byte_class];
    if (to < 0) {
      if (to == unknown) to = step(state, byte_class, memory);
      if (to < 0) {
        patience -= std::min(patience, i - at);
        return to == match;
      }
    }
    state = to;
  }
  patience -= std::min(patience, i - at);
  return patience == 0;
}

std::size_t Sieve::first(std::string_view text, std::size_t from, const WordStarts& starts, Memory& memory, std::size_t& patience) const {
  const std::size_t none = text.size() + 1;
  if (memory.states.empty()) start_over(memory);
  if (only_begin_) return from == 0 && maybe(text, 0, memory, patience) ? 0 : none;
  if (only_words_) {
    if ((first_bits_ & starts.bits()) == 0) return none;
    const std::vector<std::uint32_t>& at = starts.at();
    std::size_t i = from == 0 ? 0 : static_cast<std::size_t>(std::lower_bound(at.begin(), at.end(), from) - at.begin());
    for (; i < at.size() && at[i] < text.size(); ++i)
      if ((first_bits_ & starts.bit(i)) != 0 && maybe(text, at[i], memory, patience)) return at[i];
    return none;
  }
  for (std::size_t i = from; i <= text.size(); ++i)
    if (maybe(text, i, memory, patience)) return i;
  return none;
}

}  // namespace muster::rules
