// JSON Lines and JSON values -> one document a record: the text field's characters with the way back
// through escapes to the bytes of the record. Lines are read one at a time, whatever the size of the file.
#pragma once

#include <string>
#include <string_view>

#include "ingest/formats.hpp"
#include "ingest/stream.hpp"

namespace muster::ingest {

// `head`: what was read of the stream already. Memory: a few times the longest line.
void read_json_lines(ByteInput& stream, std::string&& head, std::string_view path, const Fields&, const Limits&,
                     const Take&, const Want& want = {});

// All bytes at hand: lines, or one JSON value (an object, or a list of objects), as `format.shape` says.
void read_json(std::string_view bytes, std::string_view path, const Format& format, const Fields&, const Limits&,
               const Take&, const Want& want = {});

}  // namespace muster::ingest
