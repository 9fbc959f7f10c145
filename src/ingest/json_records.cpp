#include "ingest/json_records.hpp"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>

#include "ingest/build.hpp"
#include "ingest/json_scan.hpp"
#include "muster/ingest/sha256.hpp"

namespace muster::ingest {
namespace {

base::Error broken(std::string text) { return {base::Code::json_broken, std::move(text), std::nullopt, {}, {}}; }

// Escapes of half a surrogate pair, which simdjson refuses and Python writes, become "\ufffd" in place.
bool mend_surrogates(std::string& json) {
  bool changed = false;
  for (std::size_t at = json.find('\\'); at != std::string::npos && at + 1 < json.size(); at = json.find('\\', at)) {
    const auto surrogate = [&](std::size_t i, const char* third) {
      return i + 6 <= json.size() && json[i] == '\\' && json[i + 1] == 'u' &&
             (json[i + 2] == 'd' || json[i + 2] == 'D') &&
             std::string_view(third).find(json[i + 3]) != std::string_view::npos;
    };
    const bool high = surrogate(at, "89abAB"), low = surrogate(at, "cdefCDEF");
    if (high && surrogate(at + 6, "cdefCDEF")) {
      at += 12;
    } else if (high || low) {
      json.replace(at, 6, "\\ufffd");
      changed = true;
      at += 6;
    } else {
      at += 2;
    }
  }
  return changed;
}

// Reads records one after the other; keeps what simdjson allocated.
class Records {
 public:
  Records(std::string_view path, std::string_view media_type, const Fields& fields, const Limits& limits,
          const Take& take, const Want& want)
      : path_(path), media_type_(media_type), fields_(fields), limits_(limits), take_(take), want_(want) {}

  // One line, or one JSON value. False: stop.
  bool line(std::string_view raw) {
    if (!wanted()) return pass();
    Opened opened = blank(raw);
    const Decoded decoded = decode(raw);
    std::string_view json = decoded.utf8();
    std::string mended;
    simdjson::error_code error = parse(json);
    if (error == simdjson::STRING_ERROR) {
      mended = json;
      if (mend_surrogates(mended) && (error = parse(mended)) == simdjson::SUCCESS) json = mended;
    }
    if (error != simdjson::SUCCESS) {
      opened.error = broken(fmt::format("record {} is not JSON: {}", number_, reason(error)));
      return take_(std::move(opened));
    }
    return object(std::move(opened), json, json_skip_space(json, 0), decoded);
  }

  // A whole file that is one object or a list of them.
  void value(std::string_view bytes) {
    const Decoded decoded = decode(bytes);
    const std::string_view json = decoded.utf8();
    if (const simdjson::error_code error = parse(json); error != simdjson::SUCCESS) {
      Opened opened = blank(bytes);
      opened.error = broken(fmt::format("not JSON: {}", reason(error)));
      take_(std::move(opened));
      return;
    }
    std::size_t at = json_skip_space(json, 0);
    if (json[at] != '[') {
      if (!wanted()) return void(pass());
      object(blank(bytes), json, at, decoded);
      return;
    }
    for (at = json_skip_space(json, at + 1); at < json.size() && json[at] != ']';) {
      const std::size_t end = json_value_end(json, at);
      const std::string_view one = json.substr(at, end - at);
      // Offsets and sum are of the element, as those of a line are of the line.
      const auto from = decoded.source_of(at), to = decoded.source_of(end);
      if (!wanted() ? !pass() : !object(blank(bytes.substr(from, to - from)), one, 0, Decoded{})) return;
      at = json_skip_space(json, end);
      if (at < json.size() && json[at] == ',') at = json_skip_space(json, at + 1);
    }
  }

  bool too_long(std::uint64_t bytes, std::string sha256) {
    Opened opened = blank({});
    opened.source.info.bytes = bytes;
    opened.source.info.sha256 = std::move(sha256);
    opened.error = too_large(limits_.max_line, "--max-line");
    opened.error->text = fmt::format("record {} is {}", number_, opened.error->text);
    return take_(std::move(opened));
  }

 private:
  // The record that comes next.
  bool wanted() const {
    if (!want_) return true;
    model::SourceInfo name;
    name.path = std::string(path_);
    name.record = number_ + 1;
    return want_(name);
  }
  bool pass() {
    Opened opened;
    opened.source.info.path = std::string(path_);
    opened.source.info.record = ++number_;
    opened.passed = true;
    return take_(std::move(opened));
  }

  Opened blank(std::string_view raw) {
    Opened opened;
    model::SourceInfo& info = opened.source.info;
    info.path = std::string(path_);
    info.record = ++number_;
    info.media_type = std::string(media_type_);
    info.bytes = raw.size();
    info.sha256 = sha256_of(raw);
    info.charset = "utf-8";
    info.language = "und";
    return opened;
  }

  simdjson::error_code parse(std::string_view json) {
    simdjson::dom::element element;
    return parser_.parse(json.data(), json.size()).get(element);
  }

  static std::string reason(simdjson::error_code error) {
    switch (error) {
      case simdjson::DEPTH_ERROR: return "nested too deeply";
      case simdjson::UNCLOSED_STRING: return "a string without its closing quotation mark";
      case simdjson::EMPTY: return "empty";
      case simdjson::STRING_ERROR: return "a string with a bad escape";
      case simdjson::NUMBER_ERROR: return "a bad number";
      case simdjson::UNESCAPED_CHARS: return "a control character in a string";
      case simdjson::CAPACITY: case simdjson::MEMALLOC: return "too large";
      default: return "the brackets, commas or colons are wrong";
    }
  }

  bool object(Opened&& opened, std::string_view json, std::size_t at, const Decoded& outer) {
    model::Source& source = opened.source;
    if (at >= json.size() || json[at] != '{') {
      opened.error = broken(fmt::format("record {} is not an object", number_));
      return take_(std::move(opened));
    }
    if (const auto id = json_member(json, at, fields_.id)) {
      const std::string_view raw = id->of(json);
      if (raw[0] == '"') source.info.id = json_string(json, *id);
      else if (raw[0] != '{' && raw[0] != '[' && raw != "null") source.info.id = std::string(raw);
    }
    const auto text = json_member(json, at, fields_.text);
    if (!text || json[text->begin] != '"' || text->end - text->begin <= 2) {
      const char* why = !text ? "is missing" : json[text->begin] != '"' ? "is no text" : "is empty";
      source.warnings.push_back(
          {base::Code::json_field, fmt::format("the field \"{}\" {}: nothing was read", fields_.text, why), {}});
      return take_(std::move(opened));
    }
    Decoded characters = json_characters(json, *text);
    if (is_html_document(characters.utf8().substr(0, 4096))) {
      html_format().read(std::move(characters), limits_, source);
    } else {
      TextBuilder builder(characters.utf8().size());
      builder.append(characters.utf8(), 0);
      builder.finish(characters, source);
      source.runs = line_runs(source.text);
    }
    // A line that was not UTF-8 itself: one step further back.
    if (!outer.runs.empty() || outer.shift != 0) lead_back(source.map, source.text, outer);
    if (outer.invalid > 0 || outer.charset != "utf-8") note_encoding(outer, source);
    return take_(std::move(opened));
  }

  std::string_view path_, media_type_;
  const Fields& fields_;
  const Limits& limits_;
  const Take& take_;
  const Want& want_;
  simdjson::dom::parser parser_;
  std::uint64_t number_ = 0;
};

bool only_space(std::string_view s) { return json_skip_space(s, 0) == s.size(); }

std::string_view without_end(std::string_view line) {
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

constexpr std::string_view lines_type = "application/jsonl";

}  // namespace

void read_json_lines(ByteInput& stream, std::string&& head, std::string_view path, const Fields& fields,
                     const Limits& limits, const Take& take, const Want& want) {
  Records records(path, lines_type, fields, limits, take, want);
  std::string buffer = std::move(head);
  std::size_t at = 0, scanned = 0;
  bool end = false;
  const auto more = [&] {
    if (at > 0) {
      buffer.erase(0, at);
      scanned -= at, at = 0;
    }
    const base::Result<std::size_t> got =
        stream.read(buffer, std::max<std::size_t>(std::size_t{1} << 18U, buffer.size() / 2));
    if (!got) {
      Opened opened;
      opened.source.info.path = std::string(path);
      opened.error = got.error();
      take(std::move(opened));
      return false;
    }
    end = *got == 0;
    return true;
  };
  while (true) {
    const std::size_t newline = buffer.find('\n', scanned);
    scanned = newline == std::string::npos ? buffer.size() : newline;
    if (scanned - at > limits.max_line) {   // passed over in pieces; its sum is still told
      Sha256 sum;
      std::uint64_t bytes = 0;
      while (true) {
        const std::string_view piece = std::string_view(buffer).substr(at, scanned - at);
        sum.update(piece);
        bytes += piece.size();
        at = scanned;
        if (end || (scanned < buffer.size() && buffer[scanned] == '\n')) break;
        if (!more()) return;
        scanned = std::min(buffer.find('\n', at), buffer.size());
      }
      if (!records.too_long(bytes, sum.digest())) return;
    } else if (newline == std::string::npos && !end) {
      if (!more()) return;
      continue;
    } else {
      const std::string_view line = without_end(std::string_view(buffer).substr(at, scanned - at));
      if (!only_space(line) && !records.line(line)) return;
      at = scanned;
    }
    if (at >= buffer.size() && end) return;
    if (at < buffer.size()) ++at;   // the line break
    scanned = at;
  }
}

void read_json(std::string_view bytes, std::string_view path, const Format& format, const Fields& fields,
               const Limits& limits, const Take& take, const Want& want) {
  Records records(path, format.media_type, fields, limits, take, want);
  if (format.shape == Shape::records) {
    records.value(bytes);
    return;
  }
  const Decoded decoded = decode(bytes);
  const bool wide = decoded.charset != "utf-8" && decoded.charset != "windows-1252";
  std::string_view rest = wide ? decoded.utf8() : bytes;   // of UTF-16 the lines are those of its UTF-8
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = without_end(rest.substr(0, end));
    if (line.size() > limits.max_line) {
      if (!records.too_long(line.size(), sha256_of(line))) return;
    } else if (!only_space(line) && !records.line(line)) {
      return;
    }
    rest = rest.substr(std::min(end + 1, rest.size()));
  }
}

}  // namespace muster::ingest
