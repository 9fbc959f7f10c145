#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "packs/fields.hpp"

TEST_SUITE("packs") {
  TEST_CASE("fields: docs/rules.md holds the table of fields as it is") {
    std::ifstream in(std::string(MUSTER_ROOT) + "/docs/rules.md", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const std::string table = muster::packs::fields_markdown();
    const bool up_to_date = text.find(table) != std::string::npos;
    CHECK_MESSAGE(up_to_date, "put this into docs/rules.md:\n", table);
  }
}
