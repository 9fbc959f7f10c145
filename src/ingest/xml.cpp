#include "ingest/xml.hpp"

#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

namespace muster::ingest {
namespace {

constexpr char separator = '\x01';

struct Namespace {
  std::string_view ends;       // of its URI; the beginnings differ between the two editions of the standard
  std::string_view prefix;
};
constexpr std::array namespaces = {
    Namespace{"wordprocessingml/main", "w:"}, Namespace{"wordprocessingml/2006/main", "w:"},
    Namespace{"markup-compatibility/2006", "mc:"}, Namespace{"officeDocument/2006/math", "m:"},
        Namespace{"officeDocument/math", "m:"},
    Namespace{"package/2006/relationships", "rel:"}, Namespace{"officeDocument/2006/relationships", "r:"},
        Namespace{"officeDocument/relationships", "r:"},
    Namespace{"drawingml/2006/main", "a:"}, Namespace{"drawingml/main", "a:"},
    Namespace{"xmlns:office:1.0", "office:"}, Namespace{"xmlns:text:1.0", "text:"}, Namespace{"xmlns:table:1.0",
        "table:"},
    Namespace{"xmlns:style:1.0", "style:"}, Namespace{"xmlns:drawing:1.0", "draw:"}, Namespace{"xsl-fo-compatible:1.0",
        "fo:"},
    Namespace{"purl.org/dc/elements/1.1/", "dc:"},
};

std::string_view prefix_of(std::string_view uri) {
  for (const Namespace& one : namespaces)
    if (uri.ends_with(one.ends)) return one.prefix;
  return "?:";
}

struct State {
  XML_Parser parser = nullptr;
  XmlReader* reader = nullptr;
  std::uint32_t max_depth = 0;
  std::uint32_t depth = 0;
  std::string last_uri, last_prefix;   // neighbours are mostly of one namespace
  std::string name;
  std::string problem;

  std::string_view named(const char* raw) {
    const std::string_view whole = raw;
    const std::size_t at = whole.rfind(separator);
    if (at == std::string_view::npos) return whole;
    const std::string_view uri = whole.substr(0, at);
    if (uri != last_uri) last_uri = uri, last_prefix = prefix_of(uri);
    name = last_prefix;
    name += whole.substr(at + 1);
    return name;
  }
};

void on_start(void* data, const char* raw, const char** attributes) {
  State& state = *static_cast<State*>(data);
  if (++state.depth > state.max_depth) {
    state.problem = fmt::format("elements are nested deeper than {} levels (see --max-xml-depth)", state.max_depth);
    XML_StopParser(state.parser, XML_FALSE);
    return;
  }
  state.reader->start(state.named(raw), Attributes(attributes));
}

void on_end(void* data, const char* raw) {
  State& state = *static_cast<State*>(data);
  if (!state.problem.empty()) return;   // an empty element ends even behind a stop
  --state.depth;
  state.reader->end(state.named(raw));
}

void on_text(void* data, const char* text, int length) {
  static_cast<State*>(data)->reader->text({text, static_cast<std::size_t>(length)});
}

void on_doctype(void* data, const char*, const char*, const char*, int) {
  State& state = *static_cast<State*>(data);
  state.problem = "it declares entities of its own, which no word processor writes";
  XML_StopParser(state.parser, XML_FALSE);
}

}  // namespace

std::string_view Attributes::get(std::string_view local) const {
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    const std::string_view name = pair[0];
    if (name.ends_with(local) && (name.size() == local.size() || name[name.size() - local.size() - 1] == separator))
      return pair[1];
  }
  return {};
}

std::string_view Attributes::get_exact(std::string_view name) const {
  const std::size_t colon = name.find(':');
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2) {
    const std::string_view raw = pair[0];
    const std::size_t at = raw.rfind(separator);
    if (at != std::string_view::npos && raw.substr(at + 1) == name.substr(colon + 1) &&
        prefix_of(raw.substr(0, at)) == name.substr(0, colon + 1))
      return pair[1];
  }
  return {};
}

base::Result<bool> read_xml(std::string_view xml, std::uint32_t max_depth, XmlReader& reader) {
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(XML_ParserCreateNS(nullptr, separator),
                                                                            &XML_ParserFree);
  State state;
  state.parser = parser.get();
  state.reader = &reader;
  state.max_depth = max_depth;
  XML_SetUserData(parser.get(), &state);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
  XML_SetParamEntityParsing(parser.get(), XML_PARAM_ENTITY_PARSING_NEVER);
  constexpr std::size_t step = std::size_t{1} << 20U;   // expat counts in int
  for (std::size_t at = 0;; at += step) {
    const std::string_view piece = xml.substr(std::min(at, xml.size()), step);
    const bool last = at + step >= xml.size();
    if (XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), last) == XML_STATUS_ERROR) {
      if (state.problem.empty())
        state.problem = fmt::format("line {}: {}", XML_GetCurrentLineNumber(parser.get()),
                                    XML_ErrorString(XML_GetErrorCode(parser.get())));
      return base::fail(base::Code::input_damaged, std::move(state.problem));
    }
    if (last) return true;
  }
}

}  // namespace muster::ingest
