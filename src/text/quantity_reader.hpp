// Reads the quantities of one sentence. A forward scan reads a number phrase wherever one begins, then
// what stands around it. quantities.cpp: the scan, per cent, counts and their units; ranges.cpp: ranges
// and approximators; shares.cpp: so many of so many, ratios; money.cpp: money and ordinals.
#pragma once

#include <algorithm>
#include <string>

#include "text/not_values.hpp"
#include "text/values.hpp"

namespace muster::text {

using model::Bound;
using model::Quantity;
using model::QuantityKind;

class QuantityReader {
 public:
  QuantityReader(Values& values, std::vector<model::Quantity>& out) : v_(values), out_(out) {}

  void read() {
    for (std::size_t i = 0; i < v_.size();) {
      const std::size_t next = at(i);
      i = next > i ? next : i + 1;
    }
  }

 private:
  enum class Sign : std::uint8_t { none, percent, points };

  std::size_t at(std::size_t i);

  // --- pieces ---
  Sign sign_at(std::size_t i, std::size_t& end) const;

  [[nodiscard]] bool has(std::size_t from, std::size_t to, std::uint32_t roles) const {
    for (std::size_t i = from; i < to && i < v_.size(); ++i)
      if (v_.tokens[i].is(roles)) return true;
    return false;
  }

  struct Second { Amount amount; bool found = false; };

  // The other end of a range that begins with the number [begin, end).
  Second range_to(std::size_t begin, std::size_t end, double low, bool part) const;

  // Approximators standing before the second number of a range ("5 to about 10").
  Leaning lean_forward(std::size_t i) const;

  bool percent_ahead(std::size_t i) const {
    std::size_t end = 0;
    return sign_at(i + 1, end) != Sign::none;
  }
  Quantity& add(QuantityKind kind, std::size_t begin, std::size_t end, const Amount& amount);

  // Approximators on both sides. `quiet`: a bare "over" or "under" before it is a preposition.
  std::size_t lean(Quantity& quantity, std::size_t begin, std::size_t end, bool quiet = false);

  // Where the quantity before the one just added ends.
  [[nodiscard]] std::uint32_t taken() const { return out_.size() < 2 ? 0 : out_[out_.size() - 2].span.end; }
  void stretch_to(Quantity& quantity, const Amount& second, std::size_t end);

  // --- kinds ---
  std::size_t decade_percent(std::size_t i);
  std::size_t proportion(const Amount& part);
  std::size_t percent(const Amount& first, Sign sign, std::size_t sign_end);
  std::size_t number(const Amount& amount);

  // "67, 71 and 80 per cent": every number of the list is a percentage.
  std::size_t listed_percents(const Amount& amount);
  bool respectively(std::size_t i) const {
    for (; i < v_.size(); ++i)
      if (v_.says(i, "respectively")) return true;
    return false;
  }
  std::size_t counted(const Amount& amount, const Second& second, std::size_t end);
  [[nodiscard]] bool equivalents(std::size_t i) const;
  // "one" that counts nothing: "no one", "this one", "one of the", "one-off".
  bool plain_one(const Amount& amount) const;

  // --- so many of so many ---

  struct Whole { Amount amount; bool named = false; bool found = false; };   // named: "of the 57"
  Whole whole_at(std::size_t i, bool loose) const;
  [[nodiscard]] std::size_t behind_owner(std::size_t i) const;   // "of the service's 64"
  std::size_t one_of_many(const Amount& amount);
  [[nodiscard]] bool says_full_time(std::size_t i) const;
  [[nodiscard]] bool of_full_time_posts(const Amount& amount) const;
  static bool is_round(double value) {   // what rates are said of: "four out of ten"
    return value == 2 || value == 3 || value == 4 || value == 5 || value == 10 || value == 20 || value == 100 || value == 1000;
  }

  // "Of the 57 recommendations, 25 were …"
  std::size_t of_many_before(const Amount& amount);

  // --- ratios, ordinals, money ---
  std::size_t ratio(const Amount& amount);

  bool has_word(std::size_t from, std::size_t to, std::string_view word) const {
    for (std::size_t i = from; i < to; ++i)
      if (v_.says(i, word)) return true;
    return false;
  }

  // "third", "2nd", "twenty-first", "90th percentile".
  std::size_t ordinal(std::size_t i);

  static std::string_view symbol_currency(char c) {
    return c == '$' ? "USD" : c == base::fold::pound ? "GBP" : "EUR";
  }
  std::size_t money_before(std::size_t i);

  // "m" and "million" after an amount of money.
  std::size_t scaled(Amount& amount) const;

  Values& v_;
  std::vector<model::Quantity>& out_;
  Skipper skipper_;
  std::size_t percents_until_ = 0;
};

}  // namespace muster::text
