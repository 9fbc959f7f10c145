// Bytes through the whole pipeline, and what every record promises.
#pragma once

#include <string_view>

#include "muster/ingest/open.hpp"

// Reads `bytes` as `path` says; ends the program if a record breaks a promise.
void read_and_check(std::string_view bytes, std::string_view path, const muster::ingest::Limits& limits = {});
