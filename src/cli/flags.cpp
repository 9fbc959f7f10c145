#include "cli/flags.hpp"

#include <array>
#include <charconv>

namespace muster::cli {
namespace {

using std::string;

string number(std::optional<std::uint64_t>& into, const string& text, bool bytes) {
  std::uint64_t value = 0;
  const char* end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, value);
  std::string_view rest(parsed.ptr, static_cast<std::size_t>(end - parsed.ptr));
  unsigned shift = 0;
  if (bytes && rest.size() == 1) {
    constexpr std::string_view units = "KMGkmg";
    const auto unit = units.find(rest[0]);
    if (unit != std::string_view::npos) shift = 10 * (static_cast<unsigned>(unit % 3) + 1), rest = {};
  }
  if (parsed.ec != std::errc{} || !rest.empty() || value == 0 || value > (UINT64_MAX >> (shift + 1)))
    return bytes ? "takes a size: a whole number above 0, with K, M or G if wanted" : "takes a whole number above 0";
  into = value << shift;
  return {};
}

template <std::optional<std::uint64_t> Typed::*Field, bool Bytes>
string limit(Typed& typed, const string& text) {
  string wrong = number(typed.*Field, text, Bytes);
  if (wrong.empty() && !Bytes && *(typed.*Field) > UINT32_MAX / 2) return "takes a whole number below 2147483648";
  return wrong;
}

template <auto Field>
string store(Typed& typed, const string& text) {
  typed.*Field = text;
  return {};
}

template <bool Typed::*Field>
string turn_on(Typed& typed, const string&) {
  typed.*Field = true;
  return {};
}

template <std::vector<string> Typed::*Field>
string append(Typed& typed, const string& text) {
  (typed.*Field).push_back(text);
  return {};
}

template <Help Value>
string help(Typed& typed, const string&) {
  typed.help = Value;
  return {};
}

string one_of(std::string_view text, std::string_view choices) {
  for (std::size_t from = 0; from <= choices.size();) {
    const std::size_t bar = std::min(choices.find('|', from), choices.size());
    if (choices.substr(from, bar - from) == text) return {};
    from = bar + 1;
  }
  return "is one of " + string(choices);
}

constexpr std::string_view fact_kinds = "recommendations|statuses|tallies|responses|judgements|staffing|figures";

string only(Typed& typed, const string& text) {
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t comma = std::min(text.find(',', from), text.size());
    string kind = text.substr(from, comma - from);
    if (string wrong = one_of(kind, fact_kinds); !wrong.empty()) return "'" + kind + "' " + wrong;
    typed.only.push_back(std::move(kind));
    from = comma + 1;
  }
  return {};
}

string color(Typed& typed, const string& text) {
  typed.color = text;
  return one_of(text, "auto|always|never");
}

string hyperlinks(Typed& typed, const string& text) {
  typed.hyperlinks = text;
  return one_of(text, "auto|always|never");
}

string threads(Typed& typed, const string& text) {
  std::optional<std::uint64_t> value;
  string wrong = number(value, text, false);
  if (!wrong.empty() || *value > 1024) return "takes a whole number from 1 to 1024";
  typed.threads = *value;
  return {};
}

string shard(Typed& typed, const string& text) {
  const std::size_t bar = text.find('/');
  std::optional<std::uint64_t> which, of;
  if (bar == string::npos || !number(which, text.substr(0, bar), false).empty() ||
      !number(of, text.substr(bar + 1), false).empty() || *which > *of || *of > 1'000'000)
    return "takes a share K/N, K from 1 to N: 2/8 is the second of eight";
  typed.shard = {*which, *of};
  return {};
}

constexpr std::string_view readers = " extract summary report text explain check eval ";
constexpr std::string_view rulers = " extract summary report explain check eval rules ";

constexpr std::array all_flags = {
    Flag{
        "--format", 'f', "FORMAT", "", " extract text eval ", "Output",
        "jsonl, json, csv, tsv, table, markdown, sqlite, xlsx",
        "For text: plain or jsonl. Without it, extract prints a table on a terminal and JSON Lines elsewhere, and text prints plain text. csv and tsv have "
        "one row a fact; sqlite and xlsx write a file (-o). Every format is a view of the same records.",
        store<&Typed::format>},
    Flag{
        "--only", 0, "KINDS", "", " extract ", "Output", "only these kinds of facts, with commas between them",
        "Kinds: recommendations, statuses, tallies, responses, judgements, staffing, figures. In JSON the other lists are empty.",
        only},
    Flag{
        "--split", 0, "DIR", "", " extract ", "Output", "write one CSV a kind of fact into the folder DIR",
        "documents.csv, recommendations.csv, statuses.csv and so on, each with the columns of its kind only; with --format tsv, TSV. "
        "The number in the first column, document, joins them.",
        store<&Typed::split>},
    Flag{"--bom", 0, "", "", " extract ", "Output", "begin CSV and TSV with a byte order mark, for Excel",
         "Excel takes a CSV without it for another encoding than UTF-8. LibreOffice, pandas and R do without.",
         turn_on<&Typed::bom>},
    Flag{"--with-text", 0, "", "", " extract ", "Output", "add each document's text to its record as \"text\"",
         "Offsets count Unicode code points into that text: record[\"text\"][start:end] is the quote.",
         turn_on<&Typed::with_text>},
    Flag{"--body", 0, "", "", " text ", "Output", "leave menus, footers and other furniture out of the text",
         "Offsets are then into the text that is printed.", turn_on<&Typed::body>},
    Flag{"--output", 'o', "FILE", "", " extract summary report text eval schema completions merge ", "Output",
         "write to FILE, whole or not at all", "A file that was there stays untouched until everything is written.",
         store<&Typed::output>},
    Flag{"--title", 0, "TEXT", "", " report ", "Output", "the page's heading", "", store<&Typed::title>},
    Flag{"--color", 0, "WHEN", "auto|always|never", "*", "Output", "auto, always or never (auto: on a terminal)",
         "With auto, NO_COLOR turns colour off and FORCE_COLOR on. Colour never says anything that the words do not.",
         color},
    Flag{"--hyperlinks", 0, "WHEN", "auto|always|never", " extract summary ", "Output",
        "links to the documents: auto, always or never",
         "In tables and summaries titles lead to files, and the ids of facts to pages of PDFs. With auto, on a terminal that is known to have links.", hyperlinks},
    Flag{"--include", 0, "GLOB", "", readers, "Input", "of a folder or archive, only files like GLOB",
         "May be repeated. A glob is held against the path below the folder, or the name in the archive: * and ? stay within a name, ** crosses folders, "
         "[a-z] is a set. An archive that lies in a folder must be let through too.",
         append<&Typed::include>},
    Flag{"--exclude", 0, "GLOB", "", readers, "Input", "of a folder or archive, no files like GLOB",
        "May be repeated.", append<&Typed::exclude>},
    Flag{"--text-field", 0, "NAME", "", readers, "Input", "JSON Lines: the field with the text (default: text)", "",
         store<&Typed::text_field>},
    Flag{"--id-field", 0, "NAME", "", readers, "Input", "JSON Lines: the field with the id (default: id)", "",
         store<&Typed::id_field>},
    Flag{
        "--rules", 0, "DIR", "", rulers, "Rules", "add the rule packs below DIR (may be repeated)",
        "A rule or word list of the same id replaces the built-in one. A pack with a mistake stops the run before anything is read.",
        append<&Typed::rules>},
    Flag{"--fact", 0, "ID", "", " explain ", "Explain", "explain only this fact (r1, s2, m3 …)", "",
         store<&Typed::fact>},
    Flag{"--sentence", 0, "TEXT", "", " explain ", "Explain", "explain this sentence instead of a file", "",
         store<&Typed::sentence>},
    Flag{"--accept", 0, "", "", " check ", "Check", "write what comes out as what is expected",
         "The only command that writes expectations. It refuses when the environment variable CI is set.",
         turn_on<&Typed::accept>},
    Flag{"--tap", 0, "FILE", "", " check ", "Check", "also write the result as TAP to FILE (- for standard output)",
        "", store<&Typed::tap>},
    Flag{"--junit", 0, "FILE", "", " check ", "Check", "also write the result as JUnit XML to FILE", "",
        store<&Typed::junit>},
    Flag{"--gold", 0, "DIR", "", " eval ", "Eval", "compare with the annotations in DIR (*.json)",
         "A file's \"id\" is the name of its document without the ending. Two texts are compared by the words they share, and facts are matched one to one.",
         store<&Typed::gold>},
    Flag{"--misses", 0, "ROW", "", " eval ", "Eval", "with --gold: list what this row missed or has wrong", "",
        store<&Typed::misses>},
    Flag{"--sample", 0, "N", "", " eval ", "Eval", "draw N facts by chance, for a person to judge",
        "As many of each kind as of the others, while there are any.", limit<&Typed::sample, false>},
    Flag{"--seed", 0, "S", "", " eval ", "Eval", "which sample (default: 1)", "The same seed draws the same facts.",
        limit<&Typed::seed, false>},
    Flag{"--marks", 0, "FILE", "", " eval ", "Eval", "count the marks in FILE, a judged sample",
        "Or those that a report page has saved.", store<&Typed::marks>},
    Flag{"--resume", 0, "", "", " extract ", "Long runs", "write into the folder of -o, and go on where a run stopped",
         "The folder gets part-000001.jsonl, part-000002.jsonl and so on, which joined are what one run prints, and manifest.jsonl, which says what is done. "
         "After a crash the same command goes on. docs/batch.md tells more.", turn_on<&Typed::resume>},
    Flag{"--part-size", 0, "SIZE", "", " extract ", "Long runs",
        "with --resume: a part ends behind this many bytes (default: 64M)", "Or behind 10000 documents.",
         limit<&Typed::part_size, true>},
    Flag{
        "--shard", 0, "K/N", "", " extract summary text ", "Long runs", "only share K of N of the documents",
        "By their names: every machine that is given the same paths takes other documents. muster merge joins what they wrote.",
        shard},
    Flag{"--unordered", 0, "", "", " extract text ", "Long runs",
         "records as they are done, not in the order of the input", "Nobody waits for a slow document.",
         turn_on<&Typed::unordered>},
    Flag{
        "--jsonl", 0, "", "", readers, "Long runs", "every input is JSON Lines, whatever it begins with",
        "For streams that others cut: a broken first line costs that line alone, and where nothing comes in, nothing comes out.",
        turn_on<&Typed::jsonl>},
    Flag{"--max-bytes", 0, "SIZE", "", readers, "Limits", "largest document that is read (default: 1G)", "",
         limit<&Typed::max_bytes, true>},
    Flag{"--max-line", 0, "SIZE", "", readers, "Limits", "longest JSON line that is read (default: 256M)", "",
         limit<&Typed::max_line, true>},
    Flag{"--max-html-depth", 0, "N", "", readers, "Limits", "HTML nested deeper is flattened (default: 512)", "",
         limit<&Typed::max_html_depth, false>},
    Flag{"--max-folder-depth", 0, "N", "", readers, "Limits", "folders nested deeper are not read (default: 64)", "",
         limit<&Typed::max_folder_depth, false>},
    Flag{"--max-pages", 0, "N", "", readers, "Limits", "pages that are read of a PDF (default: 10000)", "",
         limit<&Typed::max_pages, false>},
    Flag{"--pdf-words", 0, "N", "", readers, "Limits", "words that are read of a PDF (default: 10000000)", "",
         limit<&Typed::pdf_words, false>},
    Flag{"--pdf-memory", 0, "SIZE", "", readers, "Limits", "memory that reading one PDF may take (default: 1G)", "",
         limit<&Typed::pdf_memory, true>},
    Flag{"--pdf-time", 0, "SECONDS", "", readers, "Limits",
         "computing time that reading one PDF may take (default: 30)",
         "What was read until then is kept, with a warning.", limit<&Typed::pdf_time, false>},
    Flag{"--max-xml-depth", 0, "N", "", readers, "Limits", "docx and odt nested deeper are not read (default: 512)", "",
         limit<&Typed::max_xml_depth, false>},
    Flag{"--max-archive-depth", 0, "N", "", readers, "Limits", "archives in archives that are opened (default: 8)",
         "Compression counts: a .tar.gz is two.", limit<&Typed::max_archive_depth, false>},
    Flag{"--max-entries", 0, "N", "", readers, "Limits", "entries of an archive that are looked at (default: 1000000)",
         "", limit<&Typed::max_entries, false>},
    Flag{"--max-ratio", 0, "N", "", readers, "Limits",
         "an archive that unpacks to N times its size is given up (default: 250)", "The first 64 MiB are not weighed.",
         limit<&Typed::max_ratio, false>},
    Flag{"--max-unpacked", 0, "SIZE", "", readers, "Limits", "bytes unpacked out of one file (default: 1024G)", "",
         limit<&Typed::max_unpacked, true>},
    Flag{"--max-sentence", 0, "N", "", " extract summary report explain check eval ", "Limits",
         "rules see this many characters of a sentence (default: 6000)", "", limit<&Typed::max_sentence, false>},
    Flag{"--max-facts", 0, "N", "", " extract summary report explain check eval ", "Limits",
         "facts of one kind in a document (default: 100000)", "", limit<&Typed::max_facts, false>},
    Flag{
        "--threads", 'j', "N", "", " extract summary report text check eval ", "Running",
        "threads (default: one a core)",
        "Only cores that the program may use count: it minds an affinity mask and a container's ration. The output is the same whatever their number.",
        threads},
    Flag{"--quiet", 'q', "", "", "*", "Running", "no progress and no warnings on standard error", "",
         turn_on<&Typed::quiet>},
    Flag{"--verbose", 'v', "", "", "*", "Running", "say what could not be read or was doubted", "On standard error.",
         turn_on<&Typed::verbose>},
    Flag{"-h", 'h', "", "", "*", "Help", "a short help", "", help<Help::brief>},
    Flag{"--help", 0, "", "", "*", "Help", "the whole help", "", help<Help::full>},
};

}  // namespace

std::span<const Flag> flags() { return all_flags; }

bool applies(const Flag& flag, std::string_view command) {
  if (flag.commands == "*") return true;
  const string padded = ' ' + string(command) + ' ';
  return flag.commands.find(padded) != std::string_view::npos;
}

}  // namespace muster::cli
