#include "packs/prepared.hpp"

#include <cstdint>
#include <cstring>

namespace muster::packs {
namespace {

// Both directions share the lists of fields below, so that they cannot come apart.
struct Writing {
  std::string out;
  void number(std::uint32_t& value) { out.append(reinterpret_cast<const char*>(&value), sizeof value); }
  void text(std::string& value) {
    auto size = static_cast<std::uint32_t>(value.size());
    number(size);
    out += value;
  }
  template <class Items>
  std::uint32_t count(Items& items) {
    auto size = static_cast<std::uint32_t>(items.size());
    number(size);
    return size;
  }
  void texts(std::map<std::string, std::string>& map) {
    count(map);
    for (auto& [key, value] : map) {
      std::string name = key;
      text(name);
      text(value);
    }
  }
};

struct Loading {
  std::string_view in;
  void number(std::uint32_t& value) {
    std::memcpy(&value, in.data(), sizeof value);
    in.remove_prefix(sizeof value);
  }
  void text(std::string& value) {
    std::uint32_t size = 0;
    number(size);
    value.assign(in.substr(0, size));
    in.remove_prefix(size);
  }
  template <class Items>
  std::uint32_t count(Items& items) {
    std::uint32_t size = 0;
    number(size);
    items.resize(size);
    return size;
  }
  void texts(std::map<std::string, std::string>& map) {
    std::uint32_t size = 0;
    number(size);
    for (; size > 0; --size) {
      std::string key;
      text(key);
      text(map.emplace_hint(map.end(), std::move(key), std::string())->second);
    }
  }
};

template <class Way>
void texts(Way& way, std::vector<std::string>& items) {
  way.count(items);
  for (std::string& item : items) way.text(item);
}

template <class Way>
void where(Way& way, base::Where& value) {
  way.text(value.path);
  way.number(value.line);
  way.number(value.column);
}

template <class Way>
void rule(Way& way, model::Rule& value) {
  way.text(value.id);
  way.text(value.pack);
  texts(way, value.when);
  texts(way, value.in);
  way.text(value.pattern);
  way.text(value.unless);
  way.text(value.unless_in);
  way.texts(value.makes);
  where(way, value.where);
  where(way, value.pattern_where);
  where(way, value.unless_where);
}

template <class Way>
void pack(Way& way, model::Pack& value) {
  way.text(value.id);
  way.text(value.about);
  way.text(value.language);
  way.texts(value.parts);
  where(way, value.where);
  way.count(value.rules);
  for (model::Rule& item : value.rules) rule(way, item);
}

template <class Way>
void list(Way& way, model::VocabList& value) {
  way.text(value.id);
  way.text(value.about);
  where(way, value.where);
  way.count(value.entries);
  for (model::VocabEntry& entry : value.entries) {
    way.text(entry.name);
    texts(way, entry.forms);
    way.texts(entry.fields);
  }
}

template <class Way>
void all(Way& way, std::vector<File>& files) {
  way.count(files);
  for (File& file : files) {
    std::uint32_t kind = file.pack ? 1 : file.list ? 2 : 0;
    way.number(kind);
    if (kind == 1) pack(way, file.pack ? *file.pack : file.pack.emplace());
    if (kind == 2) list(way, file.list ? *file.list : file.list.emplace());
  }
}

}  // namespace

std::string prepare(std::vector<File> files) {
  Writing writing;
  all(writing, files);
  return std::move(writing.out);
}

std::vector<File> read_prepared(std::string_view bytes) {
  std::vector<File> files;
  Loading loading{bytes};
  if (!bytes.empty()) all(loading, files);
  return files;
}

}  // namespace muster::packs
