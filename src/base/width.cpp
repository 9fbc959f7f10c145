#include "muster/base/width.hpp"

#include <utf8proc.h>

namespace muster::base {

int columns_of(char32_t code_point) {
  if (code_point < 0x7F) return code_point >= 0x20 ? 1 : 0;
  return utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point));
}

}  // namespace muster::base
