#include "rules/compiled_rule.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace muster::rules {
namespace {

using base::Code;

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

std::unique_ptr<const Pattern> CompiledRule::compile_one(const Expander& expander, const std::string& written,
                                                         std::string_view field) {
  const auto fail = [&](Code code, std::string text) {
    (field == "unless" ? unless_problem : problem) =
        base::Error{code,
                    fmt::format("rule `{}`: `{}`: {}", rule->id, field, text),
                    field == "unless" ? rule->unless_where : rule->pattern_where,
                    {},
                    {}};
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
  if (field == "pattern") {
    groups = named_groups(*expanded);
    check_groups();
  }
  return made;
}

void CompiledRule::check_groups() {
  for (const auto& [field, value] : rule->makes) {
    for (std::size_t open = value.find('{'); open != std::string::npos; open = value.find('{', open + 1)) {
      const std::size_t close = value.find('}', open);
      if (close == std::string::npos) break;
      const std::string_view name = std::string_view(value).substr(open + 1, close - open - 1);
      if (std::any_of(groups.begin(), groups.end(), [&](const Group& group) { return group.name == name; })) continue;
      problem = base::Error{
          Code::pack_name,
          fmt::format("rule `{}`: `makes.{}` names {{{}}}, which is no group of the pattern", rule->id, field, name),
          rule->pattern_where,
          {},
          {}};
      return;
    }
  }
}

void CompiledRule::compile(const Expander& expander) {
  std::call_once(once, [&] {
    if (!prepared.regex.empty()) pattern = Pattern::over(prepared);
    if (pattern != nullptr) return;
    groups.clear();
    pattern = compile_one(expander, rule->pattern, "pattern");
  });
}

void CompiledRule::compile_unless(const Expander& expander) {
  if (rule->unless.empty()) return;
  std::call_once(once_unless, [&] {
    if (!prepared_unless.regex.empty()) unless = Pattern::over(prepared_unless);
    if (unless == nullptr) unless = compile_one(expander, rule->unless, "unless");
  });
}

}  // namespace muster::rules
