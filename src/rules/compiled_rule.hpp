// A rule of a pack and what is made of it on first use; private to the engine. Safe to share between threads.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muster/base/result.hpp"
#include "muster/model/pack.hpp"
#include "rules/expand.hpp"
#include "rules/pattern.hpp"
#include "rules/regex.hpp"

namespace muster::rules {

struct CompiledRule {
  const model::Rule* rule = nullptr;
  const model::Pack* pack = nullptr;
  std::uint8_t kinds = 0;
  std::once_flag once, once_unless;
  std::unique_ptr<const Pattern> pattern, unless;
  std::vector<Group> groups;
  std::optional<base::Error> problem, unless_problem;
  Pattern::Flat prepared, prepared_unless;   // where they were made beforehand; the groups are there then

  void compile(const Expander& expander);
  void compile_unless(const Expander& expander);   // apart: most patterns that are tried find nothing to veto

 private:
  std::unique_ptr<const Pattern> compile_one(const Expander& expander, const std::string& written,
                                             std::string_view field);
  void check_groups();
};

}  // namespace muster::rules
