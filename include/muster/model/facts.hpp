// The typed facts of OUTPUT.md (muster/1). Field names and vocabularies are the contract's; see there.
// Strings are in the text's words; "" stands for null unless said.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "muster/base/span.hpp"
#include "muster/model/layers.hpp"

namespace muster::model {

enum class Confidence : std::uint8_t { high, medium, low };

struct Evidence {
  Span quote;                      // whole sentence(s), list item or table row
  std::optional<int> page;
  std::optional<Span> section;     // content of the nearest heading above
  std::string rule;
  std::string speaker;
};

// What every fact has. `id` is given by reconcile ("r1"). `focus` is the part that the rule matched:
// explain shows it, examples check it, the output does not print it.
struct Fact {
  std::string id;
  Evidence evidence;
  Confidence confidence = Confidence::medium;
  Span focus;
};

enum class Form : std::uint8_t { listed, stated };
enum class Asking : std::uint8_t { recommendation, call, commitment };
enum class StatusValue : std::uint8_t { met, almost_met, partly_met, not_met, in_progress, superseded };
enum class Share : std::uint8_t { none_given, all, almost_all, majority, most, many, some, few, none };

struct GivenStatus { StatusValue status; Evidence evidence; };
struct Deadline { std::string text; std::string date; };

struct Recommendation : Fact {
  Span text;                       // the item without bullet or number
  std::string whole;               // the same where a page's end cuts it: `text` is its first part; else ""
  Form form = Form::stated;
  Asking kind = Asking::recommendation;
  std::string strength;            // must | should | need | could | ""
  std::string number, label, level, issuer, addressee;
  std::optional<Deadline> deadline;
  std::vector<std::string> themes; // OUTPUT.md's words, in its order
  std::optional<GivenStatus> status;
  std::string repeats;
};

struct Status : Fact {
  StatusValue status = StatusValue::met;
  std::string phrase, subject;
  std::optional<double> count, of;
  Share share = Share::none_given;
  std::vector<std::string> refers_to;
  // Not printed; for tallies: whose requests, which set of them (-1: none known; statements on one set
  // share its number), and how many of the set this speaks of (0: not said).
  std::string issuer;
  std::int32_t asked = -1;
  double weighs = 0;
  static constexpr double rest = -1;   // `weighs`: all that the set's other statements leave
};

struct Tally {
  std::string id;
  std::string issuer;
  std::optional<double> made;
  std::map<StatusValue, double> by_status;   // only those that were counted
  double accounted = 0;
  std::optional<bool> consistent;
  std::vector<Evidence> evidence;
  Confidence confidence = Confidence::medium;
};

struct Response : Fact {
  std::string recommendation, response, text, responder;
};

struct Judgement : Fact {
  std::string area, grade;
  std::string scale;               // ofsted-4 | cqc-4 | send-3 | progress | ssi | other
  std::optional<int> rank, of_ranks;
  std::string previous;
};

// Staffing and figures share the reading of a quantity.
struct Staffing : Fact {
  std::string metric;              // staffing_level | vacancy | … | other
  std::optional<double> low, high;
  std::string level;               // only when low is null
  std::string unit;                // percent | people | posts | fte | cases | days | years | ratio
  Bound bound = Bound::exact;
  std::string role = "current";    // current | previous | target | comparator
  std::string group, place, when, of;
  std::string pair;                // id, set by reconcile
  std::int32_t pair_with = -1;     // index among the drafts of this kind, before ids are given
  Span number;                     // where the figure stands (sorting, pairing, examples)
};

struct Figure : Fact {
  double low = 0, high = 0;        // percent
  Bound bound = Bound::exact;
  std::string of, about;
  std::optional<double> count, total;
  Span number;
};

// What facts/ found in one document, in text order per kind; reconcile makes a Record of it.
struct Drafts {
  std::vector<Recommendation> recommendations;
  std::vector<Status> statuses;
  std::vector<Tally> tallies;
  std::vector<Response> responses;
  std::vector<Judgement> judgements;
  std::vector<Staffing> staffing;
  std::vector<Figure> figures;
};

[[nodiscard]] std::string_view to_text(Confidence);
[[nodiscard]] std::string_view to_text(Form);
[[nodiscard]] std::string_view to_text(Asking);
[[nodiscard]] std::string_view to_text(StatusValue);
[[nodiscard]] std::string_view to_text(Share);   // "" for none_given
[[nodiscard]] std::optional<StatusValue> status_of(std::string_view text);
[[nodiscard]] std::optional<Share> share_of(std::string_view text);

}  // namespace muster::model
