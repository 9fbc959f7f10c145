#include "rules/sieve.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "rules/flat.hpp"

namespace muster::rules {
namespace {

constexpr std::int32_t unknown = -1, match = -2, nothing = -3;
constexpr std::size_t most_states =
    5000;   // of what sixteen bits can count; then the memory is emptied and filled anew

// States that are always there: at the beginning of a text, and elsewhere after a word or not.
constexpr std::int32_t at_begin = 0, after_other = 1, after_word = 2;

constexpr bool is_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

constexpr std::array<bool, 256> word_table = [] {
  std::array<bool, 256> table{};
  for (unsigned c = 0; c < 256; ++c) table[c] = is_word(static_cast<char>(c));
  return table;
}();

}  // namespace

std::unique_ptr<const Sieve> Sieve::make(std::string_view pattern) {
  std::string flat = flatten(pattern);
  if (flat.empty()) return nullptr;
  std::unique_ptr<Sieve> made(new Sieve);
  made->owned_ = std::move(flat);
  made->read(made->owned_);
  return made;
}

std::unique_ptr<const Sieve> Sieve::over(std::string_view flat) {
  std::unique_ptr<Sieve> made(new Sieve);
  made->read(flat);
  return made;
}

std::string Sieve::flatten(std::string_view pattern) {
  const auto coarse = make_coarse(pattern);
  if (!coarse) return {};
  std::string out = bytes_of(*coarse);
  Sieve made;
  made.read(out);
  Memory memory;
  memory.seen.assign(made.head_.nodes, 0);
  memory.round = 1;
  if (made.follow(made.head_.start, {.known = false, .edge = false, .begin = true, .end = false}, memory.after, memory))
    return {};
  made.find_starts();
  out.replace(0, sizeof made.head_, reinterpret_cast<const char*>(&made.head_), sizeof made.head_);
  return out;
}

void Sieve::read(std::string_view flat) {
  head_ = flat::at<Head>(flat.data());
  nodes_ = flat.data() + sizeof head_;
  sets_ = nodes_ + head_.nodes * sizeof(Node);
}

std::string Sieve::bytes_of(const Coarse& coarse) {
  Head head;
  // Bytes that no set tells apart are one class.
  ByteSet words;
  for (unsigned c = 0; c < 256; ++c) words[c] = word_table[c];
  std::uint32_t classes = 1;
  const auto split = [&](const ByteSet& set) {
    std::map<std::uint8_t, std::uint8_t> inside;   // the class of those in the set, of each class so far
    std::array<bool, 256> outside{};
    for (unsigned c = 0; c < 256; ++c)
      if (!set[c]) outside[head.class_of[c]] = true;
    for (unsigned c = 0; c < 256; ++c) {
      std::uint8_t& of = head.class_of[c];
      if (!set[c] || !outside[of]) continue;
      const auto [found, fresh] = inside.emplace(of, static_cast<std::uint8_t>(classes));
      if (fresh) ++classes;
      of = found->second;
    }
  };
  split(words);
  for (const ByteSet& set : coarse.sets) split(set);
  head.stride = classes + 1;
  head.start = coarse.start;
  head.nodes = static_cast<std::uint32_t>(coarse.nodes.size());
  head.sets = static_cast<std::uint32_t>(coarse.sets.size());
  head.mask = (classes + 7) / 8;
  const auto as_mask = [&](const ByteSet& set, std::uint8_t* mask) {
    for (unsigned c = 0; c < 256; ++c)
      if (set[c]) mask[head.class_of[c] / 8] |= static_cast<std::uint8_t>(1U << (head.class_of[c] % 8));
  };
  as_mask(words, head.word_class.data());

  std::string out;
  flat::put(out, head);
  for (const Coarse::Node& node : coarse.nodes)
    flat::put(out, Node{node.next << 3U | static_cast<std::uint32_t>(node.kind),
                        node.kind == Coarse::Kind::byte ? node.set : node.other});
  std::vector<std::uint8_t> mask(head.mask);
  for (const ByteSet& set : coarse.sets) {
    mask.assign(mask.size(), 0);
    as_mask(set, mask.data());
    flat::put_all(out, mask);
  }
  return out;
}

// Whether matches begin with words only, and with which letters; or where the text begins only.
void Sieve::find_starts() {
  Memory memory;
  start_over(memory);
  bool only_words = memory.states[after_other].count > 0;
  head_.only_begin = only_words ? 0 : 1;
  for (std::uint32_t c = 0; c < head_.stride && only_words; ++c)
    only_words = step(after_word, c, memory) == nothing &&
                 (word_class(c) || (step(after_other, c, memory) == nothing && step(at_begin, c, memory) == nothing));
  head_.only_words = only_words ? 1 : 0;
  // Elsewhere than at a text's beginning and end: the bytes that a match may begin with.
  if (!only_words && head_.only_begin == 0)
    for (unsigned c = 0; c < 256; ++c)
      head_.begins[c] = static_cast<std::uint8_t>((next(after_other, head_.class_of[c], memory) != nothing ? 1 : 0) |
                                                  (next(after_word, head_.class_of[c], memory) != nothing ? 2 : 0));
  if (!only_words) return;
  for (unsigned c = 0; c < 256; ++c)
    if (word_table[c] && (next(after_other, head_.class_of[c], memory) != nothing ||
                          next(at_begin, head_.class_of[c], memory) != nothing))
      head_.first_bits |= std::uint64_t{1} << WordStarts::kind_of(static_cast<char>(c));
}

bool Sieve::follow(std::uint32_t from, Place place, std::vector<std::uint32_t>& out, Memory& memory) const {
  using Kind = Coarse::Kind;
  memory.stack.assign(1, from);
  while (!memory.stack.empty()) {
    const std::uint32_t index = memory.stack.back();
    memory.stack.pop_back();
    if (std::exchange(memory.seen[index], memory.round) == memory.round) continue;
    const Node node = flat::at<Node>(nodes_, index);
    const Kind kind = node.kind();
    bool passes = false;
    switch (kind) {
      case Kind::match: return true;
      case Kind::byte: out.push_back(index); break;
      case Kind::both:
        passes = true;
        if (node.other != node.next()) memory.stack.push_back(node.other);
        break;
      case Kind::begin: passes = place.begin; break;
      case Kind::edge: passes = place.known && place.edge; break;
      case Kind::inner: passes = place.known && !place.edge; break;
      case Kind::end: passes = place.known && place.end; break;
    }
    if (passes) memory.stack.push_back(node.next());
    else if (!place.known && (kind == Kind::edge || kind == Kind::inner || kind == Kind::end)) out.push_back(index);
  }
  return false;
}

bool Sieve::advance(std::int32_t state, std::uint32_t byte_class, Memory& memory) const {
  const Memory::State from = memory.states[static_cast<std::size_t>(state)];
  const bool at_end = byte_class + 1 == head_.stride;
  const Place here{
      .known = true, .edge = from.after_word != word_class(byte_class), .begin = state == at_begin, .end = at_end};
  memory.here.clear();
  memory.after.clear();
  ++memory.round;
  for (std::uint32_t n = from.first; n < from.first + from.count; ++n)
    if (follow(memory.nodes[n], here, memory.here, memory)) return true;
  if (at_end) return false;
  ++memory.round;
  for (const std::uint32_t index : memory.here)
    if (const Node node = flat::at<Node>(nodes_, index);
        in_set(node.other, byte_class) && follow(node.next(), {}, memory.after, memory))
      return true;
  return false;
}

// A new state that holds memory.after, which is sorted.
void Sieve::add_state(bool word_before, std::uint64_t hash, Memory& memory) const {
  const auto first = static_cast<std::uint32_t>(memory.nodes.size()),
             count = static_cast<std::uint32_t>(memory.after.size());
  memory.nodes.insert(memory.nodes.end(), memory.after.begin(), memory.after.end());
  memory.states.push_back({first, count, hash, word_before});
  memory.next.resize(memory.next.size() + head_.stride, unknown);
}

// The state that holds memory.after.
std::int32_t Sieve::state_of(bool word_before, Memory& memory) const {
  std::vector<std::uint32_t>& nodes = memory.after;
  std::sort(nodes.begin(), nodes.end());
  std::uint64_t hash = word_before ? 1 : 2;
  for (const std::uint32_t node : nodes) hash = (hash ^ node) * 0x9E3779B97F4A7C15U;
  hash ^= hash >> 32U;
  if (memory.slots.size() < 2 * (memory.states.size() + 1)) {
    memory.slots.assign(std::max<std::size_t>(16, 4 * memory.slots.size()), -1);
    for (std::size_t state = after_word + 1; state < memory.states.size(); ++state) {
      std::size_t at = memory.states[state].hash;
      while (memory.slots[at & (memory.slots.size() - 1)] >= 0) ++at;
      memory.slots[at & (memory.slots.size() - 1)] = static_cast<std::int32_t>(state);
    }
  }
  for (std::size_t at = hash;; ++at) {
    std::int32_t& slot = memory.slots[at & (memory.slots.size() - 1)];
    if (slot < 0) {
      slot = static_cast<std::int32_t>(memory.states.size());
      add_state(word_before, hash, memory);
      return slot;
    }
    const Memory::State& one = memory.states[static_cast<std::size_t>(slot)];
    if (one.hash == hash && one.after_word == word_before && one.count == nodes.size() &&
        std::equal(nodes.begin(), nodes.end(), memory.nodes.begin() + one.first))
      return slot;
  }
}

void Sieve::start_over(Memory& memory) const {
  memory.next.clear();
  memory.states.clear();
  memory.nodes.clear();
  std::fill(memory.slots.begin(), memory.slots.end(), -1);
  memory.seen.assign(head_.nodes, 0);
  memory.round = 0;
  for (const std::int32_t state : {at_begin, after_other, after_word}) {
    ++memory.round;
    memory.after.clear();
    (void)follow(head_.start, {.known = false, .edge = false, .begin = state == at_begin, .end = false}, memory.after,
                 memory);
    std::sort(memory.after.begin(), memory.after.end());
    add_state(state == after_word, 0, memory);   // not in `slots`: nothing comes back to them
  }
}

std::int32_t Sieve::step(std::int32_t state, std::uint32_t byte_class, Memory& memory) const {
  std::int32_t to = nothing;
  if (advance(state, byte_class, memory)) {
    to = match;
  } else if (byte_class + 1 != head_.stride && !memory.after.empty()) {
    if (memory.states.size() >= most_states) {
      const std::vector<std::uint32_t> kept = memory.after;
      start_over(memory);
      memory.after = kept;
      return state_of(word_class(byte_class), memory);
    }
    to = state_of(word_class(byte_class), memory);
  }
  memory.next[static_cast<std::size_t>(state) * head_.stride + byte_class] = static_cast<std::int16_t>(to);
  return to;
}

// As it stands in the table, made if it does not yet.
std::int32_t Sieve::next(std::int32_t state, std::uint32_t byte_class, Memory& memory) const {
  const std::int32_t to = memory.next[static_cast<std::size_t>(state) * head_.stride + byte_class];
  return to != unknown ? to : step(state, byte_class, memory);
}

// Whether a match could begin at `at`.
bool Sieve::maybe(std::string_view text, std::size_t at, Memory& memory, std::size_t& patience) const {
  std::int32_t state = at == 0                                                ? at_begin
                       : word_table[static_cast<unsigned char>(text[at - 1])] ? after_word
                                                                              : after_other;
  const std::size_t end = std::min(text.size(), at + patience);
  for (std::size_t i = at; i <= end; ++i) {
    const std::uint32_t byte_class =
        i < text.size() ? head_.class_of[static_cast<unsigned char>(text[i])] : head_.stride - 1;
    state = next(state, byte_class, memory);
    if (state < 0) {
      patience -= std::min(patience, i - at);
      return state == match;
    }
  }
  patience -= std::min(patience, end + 1 - at);
  return patience == 0;
}

// Whether a match could begin with the word at `at`, behind something that is no word; told once for each word.
bool Sieve::may_begin(std::uint16_t number, std::string_view text, std::size_t at, Memory& memory) const {
  if (number == WordNumbers::none || at == 0) return true;   // a text's beginning is a place of its own
  const std::size_t index = number / std::size_t{32};
  const unsigned shift = number % 32U * 2U;
  if (index >= memory.words.size()) memory.words.resize(index + 1, 0);
  if (const std::uint64_t told = memory.words[index] >> shift & 3U; told != 0) return told == 3;
  std::int32_t state = after_other;
  for (std::size_t i = at; i < text.size() && word_table[static_cast<unsigned char>(text[i])] && state >= 0; ++i)
    state = next(state, head_.class_of[static_cast<unsigned char>(text[i])], memory);
  memory.words[index] |= std::uint64_t{state == nothing ? 1U : 3U} << shift;
  return state != nothing;
}

std::size_t Sieve::first(std::string_view text, std::size_t from, const WordStarts& starts, Memory& memory,
                         std::size_t& patience) const {
  const std::size_t none = text.size() + 1;
  if (memory.states.empty()) start_over(memory);
  if (head_.only_begin != 0) return from == 0 && maybe(text, 0, memory, patience) ? 0 : none;
  if (head_.only_words != 0) {
    if ((head_.first_bits & starts.bits()) == 0) return none;
    const std::vector<std::uint32_t>& at = starts.at();
    std::size_t i = from == 0 ? 0 : static_cast<std::size_t>(std::lower_bound(at.begin(), at.end(), from) - at.begin());
    for (; i < at.size() && at[i] < text.size(); ++i) {
      const bool last = i + 1 == at.size() || at[i + 1] >= text.size();   // the text may be cut off inside it
      if ((last || may_begin(starts.number(i), text, at[i], memory)) && maybe(text, at[i], memory, patience))
        return at[i];
    }
    return none;
  }
  for (std::size_t i = from; i <= text.size(); ++i) {
    if (i > 0 && i < text.size() &&
        (head_.begins[static_cast<unsigned char>(text[i])] &
         (word_table[static_cast<unsigned char>(text[i - 1])] ? 2 : 1)) == 0)
      continue;
    if (maybe(text, i, memory, patience)) return i;
  }
  return none;
}

}  // namespace muster::rules
