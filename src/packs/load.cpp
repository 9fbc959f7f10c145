// Which files make a pack set, and in what order they go on top of each other.
#include "muster/packs/load.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "packs/check.hpp"
#include "packs/embedded.hpp"
#include "packs/prepared.hpp"
#include "packs/read.hpp"

namespace muster::packs {
namespace {

using base::Code;
namespace fs = std::filesystem;

void complain(Loaded& loaded, Code code, std::string text, base::Where where, std::string help = {}) {
  base::Error error{code, std::move(text), std::move(where), {}, {}};
  if (!help.empty()) error.notes.push_back("help: " + std::move(help));
  loaded.errors.push_back(std::move(error));
}

std::string place(const base::Where& where) { return fmt::format("{}:{}", where.path, where.line); }

// Puts the files of one layer together: here two things of one id are an error.
class Layer {
 public:
  explicit Layer(Loaded& loaded) : loaded_(loaded) {}

  void add(File&& file) {
    if (file.list) add_list(std::move(*file.list));
    if (file.pack) add_pack(std::move(*file.pack));
  }

  model::PackSet set;

 private:
  void add_list(model::VocabList&& list) {
    for (const model::VocabList& other : set.vocab.lists)
      if (other.id == list.id)
        return complain(loaded_, Code::pack_duplicate, fmt::format("a second word list `{}`", list.id), list.where,
                        fmt::format("the first is at {}", place(other.where)));
    set.vocab.lists.push_back(std::move(list));
  }

  void add_pack(model::Pack&& pack) {
    for (const model::Pack& other : set.packs)
      if (other.id == pack.id)
        return complain(loaded_, Code::pack_duplicate, fmt::format("a second pack `{}`", pack.id), pack.where,
                        fmt::format("the first is at {}", place(other.where)));
    std::vector<model::Rule> rules;
    for (model::Rule& rule : pack.rules) {
      const auto [seen, fresh] = rules_.emplace(rule.id, rule.where);
      if (fresh) rules.push_back(std::move(rule));
      else
        complain(loaded_, Code::pack_duplicate, fmt::format("a second rule `{}`", rule.id), rule.where,
                 fmt::format("the first is at {}", place(seen->second)));
    }
    pack.rules = std::move(rules);
    set.packs.push_back(std::move(pack));
  }

  Loaded& loaded_;
  std::map<std::string, base::Where> rules_;
};

// Lays `top` over `set`: what has the same id is replaced, the rest is added.
void lay_over(model::PackSet& set, model::PackSet&& top) {
  for (model::VocabList& list : top.vocab.lists) {
    std::erase_if(set.vocab.lists, [&](const model::VocabList& old) { return old.id == list.id; });
    set.vocab.lists.push_back(std::move(list));
  }
  for (model::Pack& pack : top.packs) {
    std::erase_if(set.packs, [&](const model::Pack& old) { return old.id == pack.id; });
    for (const model::Rule& rule : pack.rules)
      for (model::Pack& old : set.packs)
        std::erase_if(old.rules, [&](const model::Rule& r) { return r.id == rule.id; });
    set.packs.push_back(std::move(pack));
  }
}

void sort(model::PackSet& set) {
  std::sort(set.vocab.lists.begin(), set.vocab.lists.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  std::sort(set.packs.begin(), set.packs.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
}

Loaded embedded(bool with_examples, Texts* texts) {
  Loaded loaded;
  Layer layer(loaded);
  if (!with_examples)
    for (File& file : read_prepared(prepared_packs())) layer.add(std::move(file));
  for (const EmbeddedPack& pack : embedded_packs()) {
    const std::string path = "packs/" + std::string(pack.path);
    if (with_examples) layer.add(read_file(pack.toml, path, true, loaded.errors));
    if (texts != nullptr) texts->emplace(path, pack.toml);
  }
  loaded.set = std::move(layer.set);
  return loaded;
}

std::vector<std::string> toml_files(const std::string& directory, Loaded& loaded) {
  std::vector<std::string> found;
  std::error_code problem;
  const base::Where where{directory, 0, 0};
  const fs::file_status status = fs::status(directory, problem);
  if (!fs::exists(status)) {
    complain(loaded, Code::pack_unreadable, "no such folder", where);
    return found;
  }
  if (fs::is_regular_file(status)) return {directory};
  auto at = fs::recursive_directory_iterator(directory, fs::directory_options::none, problem);
  for (; !problem && at != fs::recursive_directory_iterator(); at.increment(problem))
    if (at->path().extension() == ".toml" && at->is_regular_file(problem)) found.push_back(at->path().string());
  if (problem) complain(loaded, Code::pack_unreadable, problem.message(), where);
  std::sort(found.begin(), found.end());
  if (found.empty() && !problem)
    complain(loaded, Code::pack_unreadable, "no rule pack in this folder", where, "packs are files that end in .toml");
  return found;
}

std::optional<std::string> contents(const std::string& path, Loaded& loaded) {
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (in && !in.bad()) return text;
  complain(loaded, Code::pack_unreadable, fmt::format("cannot be read: {}", std::strerror(errno)), {path, 0, 0});
  return std::nullopt;
}

}  // namespace

Loaded load_embedded(bool with_examples) {
  Texts texts;
  Loaded loaded = embedded(with_examples, with_examples ? &texts : nullptr);
  sort(loaded.set);
  loaded.set.built_in = !with_examples;
  // The packs of the program are linted by its tests, with examples; a user's start need not do it again.
  if (with_examples) check(loaded.set, texts, loaded.errors);
  return loaded;
}

Loaded load(const std::vector<std::string>& directories, bool with_examples) {
  Texts texts;
  Loaded loaded = embedded(with_examples, &texts);
  for (const std::string& directory : directories) {
    Layer layer(loaded);
    std::vector<std::pair<std::string, std::string>> files;
    for (const std::string& path : toml_files(directory, loaded))
      if (auto text = contents(path, loaded)) files.emplace_back(path, std::move(*text));
    for (auto& [path, text] : files) {
      layer.add(read_file(text, path, with_examples, loaded.errors));
      texts.insert_or_assign(path, std::move(text));
    }
    lay_over(loaded.set, std::move(layer.set));
  }
  sort(loaded.set);
  check(loaded.set, texts, loaded.errors);
  return loaded;
}

Loaded load_text(std::string_view toml, std::string_view path) {
  Loaded loaded;
  Layer layer(loaded);
  layer.add(read_file(toml, path, true, loaded.errors));
  loaded.set = std::move(layer.set);
  check(loaded.set, {{std::string(path), std::string(toml)}}, loaded.errors);
  return loaded;
}

}  // namespace muster::packs
