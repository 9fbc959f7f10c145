// The doors where strangers' bytes come in, as functions that libFuzzer and the replay program call.
// A broken promise ends the program; what a function returns means nothing.
#pragma once

#include <cstddef>
#include <cstdint>

int fuzz_pack(const std::uint8_t* data, std::size_t size);   // packs::load_text, rules::Engine::compile
int fuzz_html(const std::uint8_t* data, std::size_t size);   // ingest to facts, as HTML
int fuzz_text(const std::uint8_t* data, std::size_t size);   // ingest to facts, whatever it is taken for
int fuzz_office(const std::uint8_t* data, std::size_t size);   // the parts of a Word or OpenDocument file
int fuzz_archive(const std::uint8_t* data, std::size_t size);  // packed bytes: archives, web archives, office packages
