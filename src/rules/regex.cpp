#define PCRE2_CODE_UNIT_WIDTH 8

#include "rules/regex.hpp"

#include <pcre2.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <new>
#include <utility>

namespace muster::rules {
namespace {

// PCRE2's own limit is ten million steps, which is seconds for one sentence: ours is lower. Machine code
// counts fewer of its steps than the interpreter, so that a pattern is stopped later there, not sooner.
constexpr std::uint32_t most_steps = 1'000'000;
constexpr std::uint32_t most_depth_kib = 64 * 1024;    // of memory for the interpreter's backtracking
constexpr std::size_t stack_begin = 32 * 1024, stack_most = 4 * 1024 * 1024;   // the same for machine code
constexpr std::uint32_t most_brackets = 250;           // inside each other
// A pattern is searched with so many times before machine code is made of it, and more often the longer it takes to
// make: most patterns of a short run are not.
constexpr std::uint32_t few = 32;
constexpr std::size_t code_a_search = 25;             // bytes of a pattern that cost as much to make as a search saves

constexpr std::uint32_t options = PCRE2_CASELESS | PCRE2_EXTENDED | PCRE2_DOTALL | PCRE2_DOLLAR_ENDONLY |
                                  PCRE2_DUPNAMES | PCRE2_NEVER_UTF | PCRE2_NEVER_UCP | PCRE2_NEVER_BACKSLASH_C;

struct Free {
  void operator()(pcre2_code* code) const { pcre2_code_free(code); }
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
  void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
  void operator()(pcre2_compile_context* context) const { pcre2_compile_context_free(context); }
  void operator()(pcre2_jit_stack* stack) const { pcre2_jit_stack_free(stack); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

template <class T>
Owned<T> owned(T* made) {
  if (made == nullptr) throw std::bad_alloc();
  return Owned<T>(made);
}

// What a search needs beside the pattern: one for each thread, reused from sentence to sentence.
struct Bench {
  Owned<pcre2_match_context> context = owned(pcre2_match_context_create(nullptr));
  Owned<pcre2_jit_stack> stack;                 // none where there is no machine code
  Owned<pcre2_match_data> data;
  std::uint32_t groups = 0;

  Bench() {
    pcre2_set_match_limit(context.get(), most_steps);
    pcre2_set_heap_limit(context.get(), most_depth_kib);
    stack.reset(pcre2_jit_stack_create(stack_begin, stack_most, nullptr));
    if (stack != nullptr) pcre2_jit_stack_assign(context.get(), nullptr, stack.get());
  }

  pcre2_match_data* with(std::uint32_t wanted) {
    if (data == nullptr || groups < wanted) {
      data = owned(pcre2_match_data_create(wanted, nullptr));
      groups = wanted;
    }
    return data.get();
  }
};

Bench& bench() {
  thread_local Bench made;
  return made;
}

}  // namespace

struct Regex::Body {
  Owned<pcre2_code> code;
  std::uint32_t groups = 0;   // with group 0
  std::uint32_t patience = few;
  std::atomic<std::uint32_t> searches = 0;
  std::once_flag once;
  Owned<pcre2_code> machine;                       // a copy: others may be searching with `code`
  std::atomic<const pcre2_code*> quick = nullptr;  // `machine`, when it is ready

  explicit Body(Owned<pcre2_code> made) : code(std::move(made)) {
    pcre2_pattern_info(code.get(), PCRE2_INFO_CAPTURECOUNT, &groups);
    ++groups;
    std::size_t size = 0;
    if (pcre2_pattern_info(code.get(), PCRE2_INFO_SIZE, &size) == 0)
      patience = std::max(few, static_cast<std::uint32_t>(size / code_a_search));
  }

  const pcre2_code* quickest() {
    std::call_once(once, [&] {
      machine = owned(pcre2_code_copy(code.get()));
      // Where the machine has no compiler, or may not run what it makes, the pattern is interpreted.
      (void)pcre2_jit_compile(machine.get(), PCRE2_JIT_COMPLETE);
      quick.store(machine.get(), std::memory_order_release);
    });
    return machine.get();
  }
  const pcre2_code* choose() {
    if (const pcre2_code* const ready = quick.load(std::memory_order_acquire); ready != nullptr) return ready;
    return searches.fetch_add(1, std::memory_order_relaxed) >= patience ? quickest() : code.get();
  }
};

Regex::Regex() = default;
Regex::~Regex() = default;

std::unique_ptr<Regex> Regex::compile(const std::string& pattern, Problem& problem, Where where) {
  const auto context = owned(pcre2_compile_context_create(nullptr));
  pcre2_set_parens_nest_limit(context.get(), most_brackets);
  int error = 0;
  PCRE2_SIZE at = 0;
  Owned<pcre2_code> code(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(),
                                       options | (where == Where::here ? PCRE2_ANCHORED : 0U), &error, &at,
                                       context.get()));
  if (code == nullptr) {
    std::array<PCRE2_UCHAR, 256> text{};
    pcre2_get_error_message(error, text.data(), text.size());
    problem.text = reinterpret_cast<const char*>(text.data());
    problem.at = at;
    return nullptr;
  }
  std::unique_ptr<Regex> made(new Regex);
  made->body_ = std::make_unique<Body>(std::move(code));
  return made;
}

std::string Regex::flatten() const {
  const pcre2_code* code = body_->code.get();
  std::uint8_t* bytes = nullptr;
  PCRE2_SIZE size = 0;
  if (pcre2_serialize_encode(&code, 1, &bytes, &size, nullptr) != 1) throw std::bad_alloc();
  std::string out(reinterpret_cast<const char*>(bytes), size);
  pcre2_serialize_free(bytes);
  return out;
}

std::unique_ptr<Regex> Regex::over(std::string_view flat) {
  pcre2_code* code = nullptr;
  if (pcre2_serialize_decode(&code, 1, reinterpret_cast<const std::uint8_t*>(flat.data()), nullptr) != 1)
    return nullptr;
  std::unique_ptr<Regex> made(new Regex);
  made->body_ = std::make_unique<Body>(Owned<pcre2_code>(code));
  return made;
}

Search Regex::search(std::string_view text, std::size_t from, std::size_t to, base::Span& match,
                     std::vector<Capture>* captures) const {
  Bench& tools = bench();
  pcre2_match_data* const data = tools.with(body_->groups);
  const auto match_with = [&](const pcre2_code* code) {
    return pcre2_match(code, reinterpret_cast<PCRE2_SPTR>(text.data()), to, from, 0, data, tools.context.get());
  };
  const pcre2_code* const code = body_->choose();
  int found = match_with(code);
  // What machine code says is what counts, because it stops later: which of the two a text meets depends on other
  // threads.
  if (found != PCRE2_ERROR_NOMATCH && found <= 0 && code == body_->code.get()) found = match_with(body_->quickest());
  if (found == PCRE2_ERROR_NOMATCH) return Search::nothing;
  if (found <= 0) return Search::stopped;   // a limit
  const PCRE2_SIZE* const spans = pcre2_get_ovector_pointer(data);
  const auto span_of = [&](std::size_t group) {
    return base::Span{static_cast<std::uint32_t>(spans[2 * group]), static_cast<std::uint32_t>(spans[2 * group + 1])};
  };
  match = span_of(0);
  if (match.end < match.begin) match.end = match.begin;   // \K in a look-ahead
  if (captures != nullptr) {
    captures->clear();
    for (std::size_t group = 1; group < static_cast<std::size_t>(found); ++group)
      if (spans[2 * group] != PCRE2_UNSET) captures->push_back({static_cast<std::uint32_t>(group), span_of(group)});
  }
  return Search::found;
}

std::vector<Group> named_groups(std::string_view pattern) {
  std::vector<Group> groups;
  std::uint32_t number = 0;
  bool in_set = false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '\\') {
      ++i;
    } else if (in_set) {
      in_set = c != ']';
    } else if (c == '[') {
      in_set = true;
      if (i + 1 < pattern.size() && pattern[i + 1] == '^') ++i;
      if (i + 1 < pattern.size() && pattern[i + 1] == ']') ++i;
    } else if (c == '(') {
      if (i + 1 < pattern.size() && pattern[i + 1] == '?') {
        if (i + 3 >= pattern.size() || pattern[i + 2] != '<' || pattern[i + 3] == '=' || pattern[i + 3] == '!')
          continue;
        const std::size_t end = pattern.find('>', i);
        if (end == std::string_view::npos) continue;
        groups.push_back({std::string(pattern.substr(i + 3, end - i - 3)), ++number});
      } else {
        ++number;
      }
    }
  }
  return groups;
}

}  // namespace muster::rules
