// The lint of a whole pack set: what cannot be seen in one file alone, or needs a pattern to be read.
// Finds what would match wrongly or explode; whether a pattern compiles is the engine's to say.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "muster/base/result.hpp"
#include "muster/model/pack.hpp"

namespace muster::packs {

using Texts = std::map<std::string, std::string, std::less<>>;   // path -> the file's text, for excerpts

// Adds P003 and P004 problems in order of pack and rule.
void check(const model::PackSet& set, const Texts& texts, std::vector<base::Error>& errors);

}  // namespace muster::packs
