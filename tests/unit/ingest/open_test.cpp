#include "muster/ingest/open.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "ingest/glob.hpp"

using muster::ingest::glob_matches;
using muster::ingest::Limits;
using muster::ingest::Opened;
namespace fs = std::filesystem;

namespace {

std::string first_of(std::string_view bytes, std::string_view name = "x") {
  std::string out;
  muster::ingest::open_bytes(bytes, name, {}, {}, [&](Opened&& opened) {
    out = opened.source.info.media_type;
    if (opened.error) out += " " + std::string(muster::base::code_text(opened.error->code));
    return true;
  });
  return out;
}

struct Tree {   // a folder that goes with the test
  fs::path root;
  Tree() {
    std::string name = (fs::temp_directory_path() / "muster-test-XXXXXX").string();
    root = ::mkdtemp(name.data());
  }
  ~Tree() { fs::remove_all(root); }
  void file(const std::string& path, std::string_view text = "x") const {
    fs::create_directories((root / path).parent_path());
    std::ofstream(root / path, std::ios::binary) << text;
  }
  [[nodiscard]] std::string list(const muster::ingest::Selection& selection = {}, const Limits& limits = {}) const {
    std::string out;
    const muster::ingest::Listing listing = muster::ingest::list_inputs({root.string()}, selection, limits);
    for (const auto& input : listing.inputs)
      out += (out.empty() ? "" : " ") + input.path.substr(root.string().size() + 1);
    for (const auto& [path, error] : listing.problems) out += " !" + std::string(muster::base::code_text(error.code));
    return out;
  }
};

}  // namespace

TEST_SUITE("ingest") {
  TEST_CASE("open: the kind is told by the bytes, not by the name") {
    using namespace std::string_literals;
    struct Row { std::string bytes, name, expected; };
    const std::vector<Row> rows = {
        {"Plain text about staff.\n", "page.html", "text/plain"},
        {"<!DOCTYPE html><html><body><p>Hi</p></body></html>", "a.txt", "text/html"},
        {"\n<!-- saved -->\n<HTML lang=en><p>Hi", "x", "text/html"},
        {"<p>A fragment</p><p>of a page</p>", "x", "text/html"},
        {"<?xml version=\"1.0\"?><feed><a/></feed>", "x", "application/xml error.unsupported"},
        {"A < b and c > d, said the <html> tag.", "x", "text/plain"},
        {"%PDF-1.7\n\xE2\xE3\xCF\xD3", "a.txt", "application/pdf error.pdf-damaged"},
        {"PK\x03\x04....word/document.xml", "x", "application/zip error.archive"},
        {"PK\x03\x04....a.csv", "x", "application/zip error.archive"},
        {"\x1F\x8B\x08\x00"s, "x", " error.archive"},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "old.doc", "application/x-ole-storage error.unsupported"},
        {"\x89PNG\r\n\x1A\n", "a.txt", "image/png error.unsupported"},
        {"\x01\x02\x03\xFF\xFE\x05\x06\x07\x99\x02\x03\x1A"s, "x", "application/octet-stream error.binary"},
        {std::string(64, '\0'), "x", "application/octet-stream error.binary"},
        {"", "x", "text/plain error.empty"},
        {" \n\t\r\n", "x", "text/plain error.empty"},
        {"{not json at all", "x", "text/plain"},
        {"{\"text\": \"a\"}\n{\"text\": \"b\"}\n", "x.txt", "application/jsonl"},
        {"# Report\n\nSome *text*.\n\n## Findings\n\n- one\n- two\n", "x", "text/markdown"},
        {"1. First\n2. Second\n\n- a bullet\n", "x", "text/plain"},
        {"# only one mark\ntext", "a.md", "text/markdown"},
        {"# only one mark\ntext", "a.txt", "text/plain"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.bytes);
      CHECK(first_of(row.bytes, row.name) == row.expected);
    }
  }

  TEST_CASE("open: limits, missing and unreadable files are errors of that document") {
    const Tree tree;
    tree.file("big.txt", std::string(5000, 'a'));
    const auto open = [&](const std::string& path, std::uint64_t most) {
      std::string out;
      Limits limits;
      limits.max_bytes = most;
      muster::ingest::open_input({path}, {}, limits, [&](Opened&& opened) {
        out = opened.error ? std::string(muster::base::code_text(opened.error->code))
                           : std::to_string(opened.source.text.size());
        CHECK(opened.source.info.path == path);
        return true;
      });
      return out;
    };
    CHECK(open((tree.root / "big.txt").string(), 5000) == "5000");
    CHECK(open((tree.root / "big.txt").string(), 4999) == "error.too-large");
    CHECK(open((tree.root / "none.txt").string(), 100) == "error.missing");
    CHECK(open(tree.root.string(), 100) == "error.unreadable");
  }

  TEST_CASE("list: folders in the order of their bytes, hidden and special files left out, loops cut") {
    const Tree tree;
    for (const char* path : {"b.txt", "a/z.txt", "a/y/x.html", "a.txt", "a-1.txt", ".hidden", ".git/config"})
      tree.file(path);
    fs::create_directory_symlink(tree.root, tree.root / "a/loop");
    fs::create_symlink("nowhere", tree.root / "dangling");
    REQUIRE(::mkfifo((tree.root / "pipe").c_str(), 0600) == 0);
    CHECK(tree.list() == "a-1.txt a.txt a/y/x.html a/z.txt b.txt");
    CHECK(tree.list({{"*.txt"}, {}}) == "a-1.txt a.txt a/z.txt b.txt");
    CHECK(tree.list({{"a/**"}, {}}) == "a/y/x.html a/z.txt");
    CHECK(tree.list({{}, {"y", "b.*"}}) == "a-1.txt a.txt a/z.txt");
    CHECK(tree.list({{"*.pdf"}, {}}) == " !error.no-input");
    Limits shallow;
    shallow.max_folder_depth = 1;
    CHECK(tree.list({}, shallow) == "a-1.txt a.txt a/z.txt b.txt !error.unreadable");
  }

  TEST_CASE("list: what is not there is a problem, the rest goes on") {
    const Tree tree;
    tree.file("a.txt");
    const auto listing =
        muster::ingest::list_inputs({(tree.root / "none").string(), (tree.root / "a.txt").string(), "-"}, {}, {});
    REQUIRE(listing.inputs.size() == 2);
    CHECK(listing.inputs[1].path == "-");
    REQUIRE(listing.problems.size() == 1);
    CHECK(muster::base::code_text(listing.problems[0].second.code) == "error.missing");
  }

  TEST_CASE("glob: stars stay in a name, double stars do not") {
    struct Row { std::string pattern, path; bool matches; };
    const std::vector<Row> rows = {
        {"*.txt", "a.txt", true}, {"*.txt", "a/b.txt", false}, {"**/*.txt", "a/b.txt", true}, {"**/*.txt", "b.txt",
        true},
        {"a/**", "a/b/c", true}, {"a/**", "a", false}, {"a/**/z", "a/z", true}, {"a/**/z", "a/b/c/z", true}, {"?.txt",
        "a.txt", true},
        {"?.txt", "ab.txt", false}, {"[a-c]1", "b1", true}, {"[!a-c]1", "b1", false}, {"[]x", "[]x", true}, {"[", "[",
        true},
        {"*a*a*a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false}, {"\\*", "*", true}, {"\\*", "a",
        false},
    };
    for (const Row& row : rows) {
      CAPTURE(row.pattern);
      CAPTURE(row.path);
      CHECK(glob_matches(row.pattern, row.path) == row.matches);
    }
  }
}
