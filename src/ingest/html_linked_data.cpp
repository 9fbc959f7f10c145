#include "ingest/html_linked_data.hpp"

#include <simdjson.h>

#include "ingest/html_ascii.hpp"

namespace muster::ingest {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::size_t max_block = 4U << 20U;
constexpr int max_depth = 6;

std::string text_of(const object& from, const char* key) {
  std::string_view value;
  if (from[key].get_string().get(value) != simdjson::SUCCESS) return {};
  return std::string(value);
}

std::string name_of(const object& from, const char* key) {
  if (std::string direct = text_of(from, key); !direct.empty()) return direct;
  object inner;
  return from[key].get_object().get(inner) == simdjson::SUCCESS ? text_of(inner, "name") : std::string();
}

bool is_article(const object& at) {
  const auto names = [](std::string_view type) {
    return type.find("Article") != std::string_view::npos || type.find("Posting") != std::string_view::npos ||
           type.find("Report") != std::string_view::npos;
  };
  std::string_view type;
  if (at["@type"].get_string().get(type) == simdjson::SUCCESS) return names(type);
  array types;
  if (at["@type"].get_array().get(types) != simdjson::SUCCESS) return false;
  for (const element one : types)
    if (one.get_string().get(type) == simdjson::SUCCESS && names(type)) return true;
  return false;
}

void fill(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

void visit(const element& at, int depth, LinkedArticle& out) {
  if (depth > max_depth) return;
  array list;
  if (at.get_array().get(list) == simdjson::SUCCESS) {
    for (const element one : list) visit(one, depth + 1, out);
    return;
  }
  object thing;
  if (at.get_object().get(thing) != simdjson::SUCCESS) return;
  if (is_article(thing)) {
    fill(out.headline, text_of(thing, "headline"));
    fill(out.published, text_of(thing, "datePublished"));
    fill(out.publisher, name_of(thing, "publisher"));
    fill(out.language, text_of(thing, "inLanguage"));
    fill(out.body, text_of(thing, "articleBody"));
    return;
  }
  element inner;
  for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"})
    if (thing[key].get(inner) == simdjson::SUCCESS) visit(inner, depth + 1, out);
}

// Many pages wrap their JSON in comment or CDATA marks.
std::string_view bare(std::string_view block) {
  const std::size_t begin = block.find_first_of("{[");
  const std::size_t end = block.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  block = block.substr(begin, end + 1 - begin);
  if (block.substr(0, 6) == "[CDATA") {
    const std::size_t inner = block.find('{');
    block = inner == std::string_view::npos ? std::string_view() : block.substr(inner);
    block = block.substr(0, block.find_last_of('}') + 1);
  }
  return block;
}

}  // namespace

LinkedArticle read_linked_data(const std::vector<std::string_view>& blocks) {
  LinkedArticle out;
  simdjson::dom::parser parser(max_block);
  for (std::size_t i = 0; i < blocks.size() && i < 64; ++i) {
    const std::string_view block = bare(blocks[i]);
    if (block.empty() || block.size() > max_block) continue;
    std::string packed(block);
    for (char& c : packed)
      if (static_cast<unsigned char>(c) < 0x20) c = ' ';   // raw line breaks in strings are common, and harmless
    element root;
    if (parser.parse(packed).get(root) == simdjson::SUCCESS) visit(root, 0, out);
  }
  return out;
}

}  // namespace muster::ingest
