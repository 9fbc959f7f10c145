// The words of the texts that a piece of a pattern matches, and how common they are; private to needs.cpp.
#pragma once

#include <string>
#include <string_view>

#include "rules/needs.hpp"

namespace muster::rules {

// In the texts of a piece: white space, what is no part of a word, and where a word must begin or end.
inline constexpr char space_mark = ' ', sign_mark = '\x01', edge_mark = '\x02';
inline bool is_part(char c) { return c != space_mark && c != sign_mark && c != edge_mark; }

// A piece's surroundings: whether a word that stands at its beginning begins there, and at its end ends there.
struct Edges {
  bool before = false, after = false;
};

// The rarest word of a text that surely begins where a word does; empty if there is none.
[[nodiscard]] std::string rarest_word(std::string_view text, Edges edges);

// Sorts a need and takes out words that "implement*" stands for already.
void tidy(Need& need);

}  // namespace muster::rules
