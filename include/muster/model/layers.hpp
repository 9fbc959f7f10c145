// What the text room finds in blocks: layers of spans over one document. Every layer is sorted by
// begin, then end; spans of one layer do not overlap unless said. No layer holds a view.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muster/model/block.hpp"

namespace muster::model {

// Sentences of one block are in order and disjoint; a heading, title or table row is one sentence.
// Blocks that are furniture or not English have none.
struct Sentence {
  Span span;                 // without surrounding white space; bullet or number of the block included
  std::uint32_t block = 0;
};

enum class Bound : std::uint8_t { exact, about, over, under, up_to, at_least };
[[nodiscard]] std::string_view to_text(Bound bound);

enum class QuantityKind : std::uint8_t {
  percent,    // "70%", "15-20 per cent", "1.5 percentage points" (points = true)
  fraction,   // "half", "a third of", "three quarters", "two in five", "one-third": low/high in percent
  share,      // "8 of the 57", "eight cases out of 57", "10 out of 12": count, total, low/high in percent
  count,      // any other number: "400", "seven", "12.5"; what it counts is for the reader to find
  ratio,      // "1:8", "one to eight", "one nurse to every six patients"
  ordinal,    // "third", "2nd"
  money,      // "£3m", "$20 million"
  age,        // "17-year-old", "aged 32", "17 months" after "aged"
  duration,   // "12-year", "six months", "two days": low/high in the unit of `unit`
};
[[nodiscard]] std::string_view to_text(QuantityKind kind);

// A number as said. One figure has low == high; "70% to 91%" is one quantity.
struct Quantity {
  Span span;                 // all the words: approximator, number, percent sign, "of the 57"
  Span number;               // the number words alone
  QuantityKind kind = QuantityKind::count;
  double low = 0;
  double high = 0;
  Bound bound = Bound::exact;
  std::optional<double> count;   // share: 8
  std::optional<double> total;   // share: 57
  std::string unit;          // percent | years | months | weeks | days | hours | fte | "" ; money: ISO currency
  bool points = false;       // percentage points: a difference, not a level
  bool in_words = false;
  Span noun;                 // share: what is counted ("cases"); empty if none stands inside
};

enum class DateKind : std::uint8_t {
  day, month, year, period,  // "4 July 2009", "March 2014", "2013", "2015-16" / "the year to December"
  relative,                  // "last year", "within three months", "immediately"
};
[[nodiscard]] std::string_view to_text(DateKind kind);

struct DateMention {
  Span span;                 // with its words: "by January", "the year to December", "in March 2014"
  Span value;                // the date words alone: "January", "March 2014"
  DateKind kind = DateKind::day;
  std::string from;          // ISO, as far as known: "2014-03", "2015", "--01" for a month without year; "" unknown
  std::string to;            // as from; equal to it but for periods
  bool deadline = false;     // "by", "within", "no later than", "immediately", "before the end of"
};

enum class NameKind : std::uint8_t { inspectorate, body, role, person, place, law };
[[nodiscard]] std::string_view to_text(NameKind kind);

struct Name {
  Span span;
  NameKind kind = NameKind::body;
  std::string canonical;     // the gazetteer's short name ("CQC", "HMIC"), or the words of the text
  bool known = false;        // from a gazetteer (true) or from shape (false)
  bool generic = false;      // "the council", "inspectors", "a watchdog": stands for someone named elsewhere
};

// Words that are said by someone. Quoted speech covers the words between the marks; reported speech
// ("the CQC said staff should …") the clause. Speeches may nest; the innermost speaks.
struct Speech {
  Span said;
  Span speaker;              // empty when no one is named; may lie in an earlier sentence
  std::string speaker_name;  // in the text's words ("Cynthia Bower, the CQC's chief executive"), "" if unknown
  std::string issuer;        // canonical name of the body or person behind the speaker ("CQC"), "" if unknown
  bool quoted = false;
  bool official = false;     // the speaker is (or speaks for) an inspectorate, inquiry, reviewer or auditor
};

struct Layers {
  std::vector<Sentence> sentences;
  std::vector<Quantity> quantities;
  std::vector<DateMention> dates;
  std::vector<Name> names;
  std::vector<Speech> speeches;
};

}  // namespace muster::model
