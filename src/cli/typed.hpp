// What was typed on the command line: pure data, nothing opened, nothing looked up. What it means is
// meant.hpp's business.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace muster::cli {

enum class Help : std::uint8_t { none, brief, full, version, man };

struct Typed {
  std::string command;
  std::vector<std::string> words;          // PATHs, or what else the command takes
  Help help = Help::none;

  std::vector<std::pair<std::string, std::string>> given;   // every flag with its value, as typed

  std::optional<std::string> format;
  std::optional<std::string> output;       // -o
  std::vector<std::string> only;
  std::optional<std::string> split;        // --split DIR
  bool bom = false;
  bool resume = false;
  bool unordered = false;
  std::optional<std::pair<std::uint64_t, std::uint64_t>> shard;   // --shard K/N
  std::optional<std::uint64_t> part_size;
  std::string title;                       // report
  bool with_text = false;
  bool body = false;
  std::string color = "auto";
  std::string hyperlinks = "auto";
  bool quiet = false;
  bool verbose = false;

  std::vector<std::string> rules;
  std::vector<std::string> include, exclude;
  std::string text_field = "text";
  std::string id_field = "id";
  bool jsonl = false;
  std::uint64_t threads = 0;

  std::optional<std::uint64_t> max_bytes, max_html_depth, max_folder_depth, max_pages, pdf_words, pdf_memory, pdf_time,
      max_line, max_sentence, max_facts;
  std::optional<std::uint64_t> max_xml_depth, max_archive_depth, max_entries, max_ratio, max_unpacked;

  std::optional<std::string> fact;         // explain
  std::optional<std::string> sentence;
  bool accept = false;                     // check
  std::optional<std::string> tap, junit;
  std::optional<std::string> gold, misses, marks;   // eval
  std::optional<std::uint64_t> sample, seed;
};

}  // namespace muster::cli
