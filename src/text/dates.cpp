#include "text/values.hpp"

namespace muster::text {

void read_dates(Values& v, std::vector<model::DateMention>&) {
  for (std::size_t i = 0; i < v.size(); ++i) {
    const Token& token = v.tokens[i];
    if (token.is_number() && token.digits == 4 && !token.decimal && token.value >= 1900 && token.value < 2100) {
      v.used[i] = 1;
      if ((v.symbol(i + 1, '-') || v.symbol(i + 1, '/')) && v.at(i + 2).is_number() && v.at(i + 2).digits == 2) v.used[i + 2] = 1;
    }
  }
}

}  // namespace muster::text
