// A Word file's package: which part is what, and the parts put together.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

#include "ingest/docx_body.hpp"
#include "ingest/office.hpp"
#include "ingest/office_core.hpp"
#include "ingest/office_package.hpp"

namespace muster::ingest {
namespace {

constexpr std::size_t most_heads = 200;   // heads and feet: three a section

struct Relation {
  std::string type;     // the last part of its address: "styles", "header"
  std::string target;
};

class Relations : public XmlReader {
 public:
  void start(std::string_view name, const Attributes& attributes) override {
    if (name != "rel:Relationship" || attributes.get("TargetMode") == "External") return;
    const std::string_view type = attributes.get("Type");
    all.push_back({std::string(type.substr(type.rfind('/') + 1)), std::string(attributes.get("Target"))});
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}
  std::vector<Relation> all;
};

// A target as a part's name: relative to `folder`, or from the top.
std::string resolve(std::string_view folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string path(folder);
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    const std::size_t slash = path.size() > 1 ? path.rfind('/', path.size() - 2) : std::string::npos;
    path.resize(slash == std::string::npos ? 0 : slash + 1);
  }
  return path + std::string(target);
}

bool wanted(std::string_view name) {
  return (name.ends_with(".xml") || name.ends_with(".rels")) && name.find("/theme/") == std::string_view::npos &&
         name.find("customXml") == std::string_view::npos && name.find("/embeddings/") == std::string_view::npos;
}

std::string one_text(std::vector<OfficeBlock>& blocks) {
  std::string out;
  for (const OfficeBlock& block : blocks) out += (out.empty() ? "" : " ") + block.text;
  return out;
}

base::Error damaged(std::string text) { return {base::Code::input_damaged, std::move(text), std::nullopt, {}, {}}; }

}  // namespace

std::optional<base::Error> read_docx(std::string_view bytes, const Limits& limits, model::Source& source) {
  base::Result<Package> read_parts = read_package(bytes, limits, wanted);
  if (!read_parts) return read_parts.error();
  const Package& package = *read_parts;
  std::string trouble = package.damage;
  const auto read = [&](std::string_view part, XmlReader& reader) {
    if (part.empty()) return;
    if (const base::Result<bool> done = read_xml(part, limits.max_xml_depth, reader); !done && trouble.empty())
      trouble = done.error().text;
  };

  Relations top;
  read(package.part("_rels/.rels"), top);
  std::string main = "word/document.xml";
  for (const Relation& relation : top.all)
    if (relation.type == "officeDocument" && !package.part(resolve("", relation.target)).empty())
      main = resolve("", relation.target);
  const std::string folder = main.substr(0, main.rfind('/') + 1);
  Relations relations;
  read(package.part(folder + "_rels/" + main.substr(folder.size()) + ".rels"), relations);
  const auto part_of = [&](std::string_view type, std::string_view usual) {
    for (const Relation& relation : relations.all)
      if (relation.type == type) return package.part(resolve(folder, relation.target));
    return package.part(folder + std::string(usual));
  };
  if (package.part(main).empty())
    return damaged(trouble.empty() ? "the Word document holds no text"
                                   : fmt::format("the Word document is damaged, nothing could be read: {}", trouble));

  DocxStyles styles;
  read(part_of("styles", "styles.xml"), styles);
  DocxNumbers numbers(styles);
  read(part_of("numbering", "numbering.xml"), numbers);
  OfficeText text;
  DocxBody body(styles, numbers, &text);
  read(package.part(main), body);
  body.close();

  DocxBody footnotes(styles, numbers, nullptr), endnotes(styles, numbers, nullptr);
  read(part_of("footnotes", "footnotes.xml"), footnotes);
  read(part_of("endnotes", "endnotes.xml"), endnotes);
  for (const std::string& reference : body.references()) {
    const bool endnote = reference.starts_with('e');
    const auto& notes = endnote ? endnotes.notes() : footnotes.notes();
    if (const auto found = notes.find(std::string_view(reference).substr(endnote)); found != notes.end())
      text.add_note(std::string(found->second));
  }
  std::set<std::string> seen;   // a file may point to one part a thousand times
  for (const Relation& relation : relations.all) {
    if ((relation.type != "header" && relation.type != "footer") || seen.size() >= most_heads) continue;
    const std::string name = resolve(folder, relation.target);
    if (!seen.insert(name).second) continue;
    DocxBody part(styles, numbers, nullptr);
    read(package.part(name), part);
    part.close();
    if (relation.type == "header") text.add_head(one_text(part.blocks()));
    else text.add_foot(one_text(part.blocks()));
  }
  CoreProperties core;
  read(package.part("docProps/core.xml"), core);
  text.finish(source, core.title());
  if (!trouble.empty()) {
    if (source.runs.empty())
      return damaged(fmt::format("the Word document is damaged, nothing could be read: {}", trouble));
    source.warnings.push_back({base::Code::office_parts,
                               fmt::format("the Word document is damaged, what could be read was read: {}", trouble),
                               std::nullopt});
  }
  return std::nullopt;
}

}  // namespace muster::ingest
