// JSON made fit for a <script type="application/json"> element.
#pragma once

#include <string>
#include <string_view>

namespace muster::output::report {

// Appends an element with `json` in it. "<", ">", "&", U+2028, U+2029 and C1 controls, which JSON has in strings only,
// become \u escapes: neither "</script>" nor "<!--" can end or change the element, whatever the strings say. O(n).
void append_script_data(std::string& out, std::string_view type_class, std::string_view json);

}  // namespace muster::output::report
