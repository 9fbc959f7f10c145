// A rule of a pack and what is made of it on first use; private to the engine. Safe to share between threads.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muster/base/result.hpp"
#include "muster/model/pack.hpp"
#include "rules/expand.hpp"
#include "rules/narrow.hpp"
#include "rules/pattern.hpp"
#include "rules/regex.hpp"

namespace muster::rules {

struct CompiledRule {
  const model::Rule* rule = nullptr;
  const model::Pack* pack = nullptr;
  std::uint8_t kinds = 0;
  std::once_flag once, once_unless, once_groups;
  std::unique_ptr<const Pattern> pattern, unless;
  std::vector<Group> groups;   // the same whatever the lists hold
  std::optional<base::Error> problem, unless_problem, group_problem;

  std::atomic<bool> whole{false};           // `pattern` or `problem` is there
  std::atomic<std::uint32_t> narrowed{0};   // times compiled for one sentence

  void compile(const Expander& expander);
  // The pattern for the sentence of `narrow` only; nullptr: compile the whole one.
  std::unique_ptr<Regex> compile_narrow(const Expander& expander, Narrowing& narrow);
  // `unless` for that sentence only; nullptr: compile the whole one.
  std::unique_ptr<Regex> compile_narrow_unless(const Expander& expander, Narrowing& narrow) const;
  void compile_unless(const Expander& expander);   // apart: most patterns that are tried find nothing to veto

 private:
  std::unique_ptr<const Pattern> compile_one(const Expander& expander, const std::string& written, std::string_view field);
  void find_groups(const std::string& expanded);
  void check_groups();
};

}  // namespace muster::rules
