#include "muster/base/result.hpp"

namespace muster::base {

std::string_view code_text(Code code) {
  switch (code) {
#define X(name, text) \
  case Code::name:    \
    return text;
#include "muster/base/codes.def"
#undef X
  }
  return "error.internal";
}

}  // namespace muster::base
