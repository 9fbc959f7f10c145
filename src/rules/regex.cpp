// Boost's limit is 100 million steps, which is seconds for one sentence: ours is lower. The templates
// must be instantiated here for it to hold, not taken from the shared library.
#define BOOST_REGEX_NO_EXTERNAL_TEMPLATES
#define BOOST_REGEX_MAX_STATE_COUNT 2000000

#include "rules/regex.hpp"

#include <boost/regex.hpp>

#include <array>

namespace muster::rules {
namespace {

// Case and classes without a locale. Boost's own asks the locale 256 times for each letter that may begin
// an alternative and for each \s, which was most of the time that a pattern took to compile.
class FoldedTraits : public boost::cpp_regex_traits<char> {
 public:
  [[nodiscard]] char translate(char c) const { return c; }
  [[nodiscard]] char translate(char c, bool caseless) const { return caseless ? translate_nocase(c) : c; }
  [[nodiscard]] char translate_nocase(char c) const { return lower_[static_cast<unsigned char>(c)]; }
  [[nodiscard]] char tolower(char c) const { return translate_nocase(c); }
  [[nodiscard]] char toupper(char c) const { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

  [[nodiscard]] bool isctype(char c, char_class_type classes) const { return (classes_()[static_cast<unsigned char>(c)] & classes) != 0; }

 private:
  // All classes that each byte is in; a class is one bit of the mask, several are any of them.
  static const std::array<char_class_type, 256>& classes_() {
    static const std::array<char_class_type, 256> table = [] {
      std::array<char_class_type, 256> made{};
      const boost::cpp_regex_traits<char> locale;
      for (std::size_t c = 0; c < made.size(); ++c)
        for (char_class_type bit = 1; bit != 0; bit = static_cast<char_class_type>(bit << 1))
          if (locale.isctype(static_cast<char>(c), bit)) made[c] |= bit;
      return made;
    }();
    return table;
  }

  static constexpr std::array<char, 256> lower_ = [] {
    std::array<char, 256> table{};
    for (int i = 0; i < 256; ++i) table[static_cast<std::size_t>(i)] = static_cast<char>(i >= 'A' && i <= 'Z' ? i - 'A' + 'a' : i);
    return table;
  }();
};

using Pattern = boost::basic_regex<char, FoldedTraits>;

}  // namespace

struct Regex::Body {
  Pattern regex;
};

Regex::Regex() = default;
Regex::~Regex() = default;

std::unique_ptr<Regex> Regex::compile(const std::string& pattern, Problem& problem) {
  std::unique_ptr<Regex> made(new Regex);
  try {
    const auto flags = Pattern::perl | Pattern::icase | Pattern::mod_x | Pattern::no_mod_m;
    made->body_ = std::make_unique<Body>(Body{Pattern(pattern, flags)});
    return made;
  } catch (const boost::regex_error& error) {
    problem.text = error.what();
    problem.at = error.position() < 0 ? 0 : static_cast<std::size_t>(error.position());
    // Boost appends its own excerpt of the pattern; ours has line and column.
    if (const std::size_t excerpt = problem.text.find("  The error occurred"); excerpt != std::string::npos)
      problem.text.resize(excerpt);
  }
  return nullptr;
}

Search Regex::search(std::string_view text, std::size_t from, std::size_t to, base::Span& match,
                     std::vector<Capture>* captures) const {
  const char* const begin = text.data();
  // One per thread: its vector of groups is reused from sentence to sentence.
  thread_local boost::match_results<const char*> found;
  const auto flags = from > 0 ? boost::match_prev_avail | boost::match_not_bob : boost::match_default;
  try {
    if (!boost::regex_search(begin + from, begin + to, found, body_->regex, flags)) return Search::nothing;
  } catch (const std::runtime_error&) {   // "complexity", "stack"
    return Search::stopped;
  }
  const auto offset = [&](const char* at) { return static_cast<std::uint32_t>(at - begin); };
  match = {offset(found[0].first), offset(found[0].second)};
  if (captures != nullptr) {
    captures->clear();
    for (std::size_t i = 1; i < found.size(); ++i)
      if (found[static_cast<int>(i)].matched)
        captures->push_back({static_cast<std::uint32_t>(i), {offset(found[static_cast<int>(i)].first), offset(found[static_cast<int>(i)].second)}});
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
        if (i + 3 >= pattern.size() || pattern[i + 2] != '<' || pattern[i + 3] == '=' || pattern[i + 3] == '!') continue;
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
