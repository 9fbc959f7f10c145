#include "rules/compiled_rule.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace muster::rules {
namespace {

using base::Code;

// A pattern that a sentence makes shorter by fewer forms than that is compiled whole at once.
constexpr std::size_t worth_narrowing = 40;

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

std::unique_ptr<const Pattern> CompiledRule::compile_one(const Expander& expander, const std::string& written, std::string_view field) {
  const auto fail = [&](Code code, std::string text) {
    (field == "unless" ? unless_problem : problem) = base::Error{code, fmt::format("rule `{}`: `{}`: {}", rule->id, field, text),
                                                                 field == "unless" ? rule->unless_where : rule->pattern_where, {}, {}};
    return nullptr;
  };
  if (!is_ascii(written))
    return fail(Code::pack_pattern, "holds a character beyond ASCII (texts are folded: write ' \" - e for ’ “ – é)");
  auto expanded = expander.expand(written, *pack);
  if (!expanded) return fail(expanded.error().code, expanded.error().text);
  Regex::Problem why;
  std::unique_ptr<const Pattern> made = Pattern::compile(*expanded, why);
  if (made == nullptr) {
    const std::size_t from = why.at > 20 ? why.at - 20 : 0;
    return fail(Code::pack_pattern, fmt::format("{} (near `{}`)", why.text, expanded->substr(from, 40)));
  }
  if (field == "pattern") find_groups(*expanded);
  return made;
}

void CompiledRule::find_groups(const std::string& expanded) {
  std::call_once(once_groups, [&] {
    groups = named_groups(expanded);
    check_groups();
  });
}

void CompiledRule::check_groups() {
  for (const auto& [field, value] : rule->makes) {
    for (std::size_t open = value.find('{'); open != std::string::npos; open = value.find('{', open + 1)) {
      const std::size_t close = value.find('}', open);
      if (close == std::string::npos) break;
      const std::string_view name = std::string_view(value).substr(open + 1, close - open - 1);
      if (std::any_of(groups.begin(), groups.end(), [&](const Group& group) { return group.name == name; })) continue;
      group_problem = base::Error{Code::pack_name, fmt::format("rule `{}`: `makes.{}` names {{{}}}, which is no group of the pattern", rule->id, field, name),
                                  rule->pattern_where, {}, {}};
      return;
    }
  }
}

void CompiledRule::compile(const Expander& expander) {
  std::call_once(once, [&] {
    pattern = compile_one(expander, rule->pattern, "pattern");
    if (!problem) problem = group_problem;
    whole.store(true, std::memory_order_release);
  });
}

std::unique_ptr<Regex> CompiledRule::compile_narrow(const Expander& expander, Narrowing& narrow) {
  if (!is_ascii(rule->pattern)) return nullptr;
  narrow.count_anew();
  const auto expanded = expander.expand(rule->pattern, *pack, &narrow);
  if (!expanded || narrow.dropped() < worth_narrowing) return nullptr;
  Regex::Problem why;
  find_groups(*expanded);
  if (group_problem) return nullptr;
  return Regex::compile(*expanded, why, Regex::Use::once);
}

std::unique_ptr<Regex> CompiledRule::compile_narrow_unless(const Expander& expander, Narrowing& narrow) const {
  if (rule->unless.empty() || !is_ascii(rule->unless)) return nullptr;
  const auto expanded = expander.expand(rule->unless, *pack, &narrow);
  Regex::Problem why;
  return expanded ? Regex::compile(*expanded, why, Regex::Use::once) : nullptr;
}

void CompiledRule::compile_unless(const Expander& expander) {
  if (rule->unless.empty()) return;
  std::call_once(once_unless, [&] { unless = compile_one(expander, rule->unless, "unless"); });
}

}  // namespace muster::rules
