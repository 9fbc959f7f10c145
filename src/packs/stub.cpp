// What `muster rules new` prints: a rule that loads, with the places to fill in.
#include "muster/packs/load.hpp"

#include <fmt/format.h>

namespace muster::packs {

std::string stub(std::string_view id) {
  const std::string_view pack = id.substr(0, id.find('.'));
  return fmt::format(R"--([pack]
id       = "my.{0}"
about    = "What these rules look for, in one sentence."
language = "en"

[parts]                       # named pieces, usable in every pattern below as {{name}}
num = '(?<number>\d{{1,2}}(?:\.\d{{1,2}})?)'

[[rule]]
id      = "{1}"
when    = ["largely met", "recommendation*"]   # asleep unless one stands in the sentence; * ends a prefix
in      = ["sentence"]                         # paragraph, list_item, quote; also heading, title, table_row
pattern = '''\b recommendation \s+ {{num}} \b .{{0,40}}? \b (?<phrase> largely \s+ met ) \b'''
unless  = '''\b (?: would | could | should | if ) \b'''
makes   = {{ fact = "status", how = "fixed", status = "almost_met" }}
yes = [
  {{ text = "In spring recommendation 4 had been «largely met».", status = "almost_met", phrase = "largely met" }},
  {{ text = "Recommendation 7 is now «largely met» in both homes.", status = "almost_met" }},
]
no = [
  {{ text = "Recommendation 4 would be largely met by new rooms.", why = "a hope, not a finding" }},
  {{ text = "The recommendation was discussed twice.", why = "says nothing of how far" }},
]
)--", pack, id);
}

}  // namespace muster::packs
