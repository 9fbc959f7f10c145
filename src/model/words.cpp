// The printed words of the model's enums, and small lookups on its plain structs.
#include <algorithm>
#include <array>

#include "muster/model/facts.hpp"
#include "muster/model/match.hpp"

namespace muster::model {
namespace {

template <class Enum, std::size_t N>
std::string_view word(const std::array<std::string_view, N>& words, Enum value) {
  const auto i = static_cast<std::size_t>(value);
  return i < N ? words[i] : std::string_view{};
}

template <class Enum, std::size_t N>
std::optional<Enum> value_of(const std::array<std::string_view, N>& words, std::string_view text) {
  const auto found = std::find(words.begin(), words.end(), text);
  if (found == words.end() || text.empty()) return std::nullopt;
  return static_cast<Enum>(found - words.begin());
}

using Words = std::string_view;
constexpr std::array<Words, 7> block_kinds = {"title", "heading",   "paragraph", "list_item",
                                              "quote", "table_row", "furniture"};
constexpr std::array<Words, 6> bounds = {"exact", "about", "over", "under", "up_to", "at_least"};
constexpr std::array<Words, 9> quantity_kinds = {"percent", "fraction", "share", "count",   "ratio",
                                                 "ordinal", "money",    "age",   "duration"};
constexpr std::array<Words, 5> date_kinds = {"day", "month", "year", "period", "relative"};
constexpr std::array<Words, 6> name_kinds = {"inspectorate", "body", "role", "person", "place", "law"};
constexpr std::array<Words, 3> confidences = {"high", "medium", "low"};
constexpr std::array<Words, 2> forms = {"listed", "stated"};
constexpr std::array<Words, 3> askings = {"recommendation", "call", "commitment"};
constexpr std::array<Words, 6> statuses = {"met", "almost_met", "partly_met", "not_met", "in_progress", "superseded"};
constexpr std::array<Words, 9> shares = {"", "all", "almost_all", "majority", "most", "many", "some", "few", "none"};

}  // namespace

std::string_view to_text(BlockKind v) { return word(block_kinds, v); }
std::string_view to_text(Bound v) { return word(bounds, v); }
std::string_view to_text(QuantityKind v) { return word(quantity_kinds, v); }
std::string_view to_text(DateKind v) { return word(date_kinds, v); }
std::string_view to_text(NameKind v) { return word(name_kinds, v); }
std::string_view to_text(Confidence v) { return word(confidences, v); }
std::string_view to_text(Form v) { return word(forms, v); }
std::string_view to_text(Asking v) { return word(askings, v); }
std::string_view to_text(StatusValue v) { return word(statuses, v); }
std::string_view to_text(Share v) { return word(shares, v); }
std::optional<StatusValue> status_of(std::string_view text) { return value_of<StatusValue>(statuses, text); }
std::optional<Share> share_of(std::string_view text) { return value_of<Share>(shares, text); }

std::string_view Match::makes(std::string_view field) const {
  for (const auto& [name, value] : rule->makes)   // a handful: quicker than to make a key
    if (name == field) return value;
  return {};
}

const VocabList* Vocab::find(std::string_view id) const {
  const auto found = std::lower_bound(lists.begin(), lists.end(), id,
                                      [](const VocabList& list, std::string_view key) { return list.id < key; });
  return found != lists.end() && found->id == id ? &*found : nullptr;
}

}  // namespace muster::model
