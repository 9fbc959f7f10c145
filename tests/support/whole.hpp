// A text through all the real stages, with the packs of the program.
#pragma once

#include <doctest/doctest.h>

#include <string_view>
#include <utility>

#include "muster/ingest/open.hpp"
#include "muster/pipeline/run.hpp"

namespace muster::support {

// Loaded once for all tests.
[[nodiscard]] inline const pipeline::Muster& reader() {
  static const pipeline::Muster muster = [] {
    auto loaded = pipeline::Muster::load({});
    REQUIRE(loaded.has_value());
    return std::move(*loaded);
  }();
  return muster;
}

[[nodiscard]] inline model::Record read(std::string_view text) {
  model::Record record;
  ingest::open_bytes(text, "test.txt", {}, {}, [&](ingest::Opened&& opened) {
    record = reader().read(std::move(opened.source), {});
    return false;
  });
  return record;
}

}  // namespace muster::support
