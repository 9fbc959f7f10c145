// A rule's pattern as written -> the pattern that PCRE2 gets: comments gone, {part} and {list} filled in.
// Also a rule's triggers with their {list} filled in.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "muster/base/result.hpp"
#include "muster/model/pack.hpp"

namespace muster::rules {

// The forms of a list as the engine sees them: folded, lower case, single spaces, sorted, each once.
[[nodiscard]] std::vector<std::string> forms_of(const model::VocabList& list);

// Such forms as one group that matches any of them; none: a group that matches nowhere.
[[nodiscard]] std::string any_of_forms(const std::vector<std::string>& forms);

// A word list as one group that matches any of its forms, the longest first; a space in a form matches
// any white space. The forms share their beginnings, so that a long list costs little to try.
[[nodiscard]] std::string alternation(const model::VocabList& list);

// The text as the engine sees it: folded (one byte a code point) and lower case.
[[nodiscard]] std::string folded_lower(std::string_view utf8);

class Expander {
 public:
  explicit Expander(const model::Vocab& vocab) : vocab_(&vocab) {}

  // Thread-safe. P004 for a {name} that is neither a part of the pack nor a list, or a part inside itself.
  [[nodiscard]] base::Result<std::string> expand(std::string_view pattern, const model::Pack& pack) const;

  // The words of one entry of `when`, as written; P004 for an unknown list.
  [[nodiscard]] base::Result<std::vector<std::string>> triggers(std::string_view when) const;

 private:
  [[nodiscard]] base::Result<std::string> expand(std::string_view pattern, const model::Pack& pack, int depth) const;
  const std::string* list(std::string_view id) const;

  const model::Vocab* vocab_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::string, std::less<>> lists_;
};

}  // namespace muster::rules
