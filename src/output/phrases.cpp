#include "muster/output/phrases.hpp"

#include <array>
#include <charconv>

#include "output/json.hpp"

namespace muster::output {
namespace {

constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};

int digits(std::string_view text) {
  int value = -1;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  return parsed.ptr == text.data() + text.size() ? value : -1;
}

std::string plain(double value) {
  std::string out;
  append_number(out, value);
  return out;
}

// Joined with ", ", what is empty left out.
std::string with_commas(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const std::string_view part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += ", ";
    out += part;
  }
  return one_line(out);
}

std::string_view unit_words(std::string_view unit, bool single) {
  if (unit == "percent") return " %";
  if (unit == "people") return single ? " person" : " people";
  if (unit == "posts") return single ? " post" : " posts";
  if (unit == "fte") return " FTE";
  if (unit == "cases") return single ? " case" : " cases";
  if (unit == "days") return single ? " day" : " days";
  if (unit == "years") return single ? " year" : " years";
  return "";
}

std::string_view bound_words(model::Bound bound) {
  switch (bound) {
    case model::Bound::exact: return "";
    case model::Bound::about: return "about ";
    case model::Bound::over: return "over ";
    case model::Bound::under: return "under ";
    case model::Bound::up_to: return "up to ";
    case model::Bound::at_least: return "at least ";
  }
  return "";
}

}  // namespace

std::string one_line(std::string_view utf8) {
  std::string out;
  bool gap = false;
  for (const char c : utf8) {
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    out += c;
  }
  return out;
}

std::string spaced(std::string_view word) {
  std::string out(word);
  for (char& c : out)
    if (c == '_') c = ' ';
  return out;
}

std::string long_date(std::string_view iso) {
  if (iso.size() != 7 && iso.size() != 10) return std::string(iso);
  const int month = digits(iso.substr(5, 2));
  if (digits(iso.substr(0, 4)) < 0 || month < 1 || month > 12 || iso[4] != '-') return std::string(iso);
  std::string out;
  if (iso.size() == 10) append_integer(out, digits(iso.substr(8, 2))), out += ' ';
  out += months[static_cast<std::size_t>(month - 1)];
  out += ' ';
  out += iso.substr(0, 4);
  return out;
}

std::string counted(std::uint64_t number) {
  std::string out = std::to_string(number);
  for (std::size_t at = out.size(); at > 3;) out.insert(at -= 3, 1, ',');
  return out;
}

std::string counted(std::uint64_t number, std::string_view one, std::string_view many) {
  return counted(number) + ' ' + std::string(number == 1 ? one : many);
}

std::string amount(std::optional<double> low, std::optional<double> high, std::string_view unit, model::Bound bound) {
  if (!low && !high) return {};
  const double from = low.value_or(*high);
  const double to = high.value_or(from);
  std::string out(bound_words(bound));
  if (unit == "ratio") out += "1 to ";
  out += plain(from);
  if (from < to || to < from) (out += "–") += plain(to);
  out += unit_words(unit, from >= 1 && from <= 1 && to <= 1);
  return out;
}

std::string_view symbol(model::StatusValue status) {
  switch (status) {
    case model::StatusValue::met: return "●";
    case model::StatusValue::almost_met: return "◕";
    case model::StatusValue::partly_met: return "◑";
    case model::StatusValue::not_met: return "○";
    case model::StatusValue::in_progress: return "◔";
    case model::StatusValue::superseded: return "×";
  }
  return " ";
}

std::string_view paint(model::StatusValue status) {
  switch (status) {
    case model::StatusValue::met: return "32";
    case model::StatusValue::almost_met: return "32";
    case model::StatusValue::partly_met: return "33";
    case model::StatusValue::not_met: return "31";
    case model::StatusValue::in_progress: return "36";
    case model::StatusValue::superseded: return "2";
  }
  return "";
}

Phrase phrase(const model::Recommendation& fact, const model::Text& text) {
  std::string label(to_text(fact.kind));
  if (!fact.number.empty()) label += ' ' + fact.number;
  std::string said = one_line(fact.whole.empty() ? text.utf8(fact.text) : std::string_view(fact.whole));
  if (fact.status)
    said += " [" + std::string(symbol(fact.status->status)) + ' ' + spaced(to_text(fact.status->status)) + ']';
  return {std::move(label), std::move(said)};
}

Phrase phrase(const model::Status& fact, const model::Text& text) {
  std::string label = std::string(symbol(fact.status)) + ' ' + spaced(to_text(fact.status));
  if (fact.count) {
    label += ' ' + plain(*fact.count);
    if (fact.of) (label += " of ") += plain(*fact.of);
  } else if (fact.share != model::Share::none_given) {
    label += " (" + spaced(to_text(fact.share)) + ')';
  }
  return {std::move(label),
          one_line(fact.subject.empty() ? text.utf8(fact.evidence.quote) : std::string_view(fact.subject))};
}

Phrase phrase(const model::Tally& fact, const model::Text&) {
  std::string said;
  for (const auto& [status, count] : fact.by_status) {
    if (!said.empty()) said += ", ";
    said += plain(count) + ' ' + spaced(to_text(status));
  }
  if (fact.made) said += std::string("; ") + plain(fact.accounted) + " of " + plain(*fact.made) + " accounted for";
  if (fact.consistent && !*fact.consistent) said += " (does not add up)";
  return {"tally", with_commas({fact.issuer, said})};
}

Phrase phrase(const model::Response& fact, const model::Text&) {
  return {spaced(fact.response), with_commas({fact.recommendation, fact.responder, fact.text})};
}

Phrase phrase(const model::Judgement& fact, const model::Text&) {
  std::string said = fact.grade;
  if (!fact.previous.empty()) said += " (was " + fact.previous + ')';
  if (!fact.area.empty()) said = fact.area + ": " + said;
  return {"judgement", one_line(said)};
}

Phrase phrase(const model::Staffing& fact, const model::Text&) {
  std::string said = fact.low || fact.high ? amount(fact.low, fact.high, fact.unit, fact.bound) : fact.level;
  if (fact.role != "current" && !fact.role.empty()) said += " (" + fact.role + ')';
  const std::string of = fact.of.empty() ? std::string() : "of " + fact.of;
  const bool said_of =
      !fact.of.empty() && fact.of.find(fact.group) != std::string::npos;   // "of care staff, care staff"
  const std::string where =
      with_commas({of, said_of ? std::string_view{} : std::string_view(fact.group), fact.place, fact.when});
  if (!where.empty()) said += "  " + where;
  return {spaced(fact.metric), std::move(said)};
}

Phrase phrase(const model::Figure& fact, const model::Text& text) {
  std::string said = amount(fact.low, fact.high, "percent", fact.bound);
  if (fact.count && fact.total) said += std::string(" (") + plain(*fact.count) + " of " + plain(*fact.total) + ')';
  if (!fact.of.empty()) (said += " of ") += one_line(fact.of);
  said +=
      std::string(": ") + one_line(fact.about.empty() ? text.utf8(fact.evidence.quote) : std::string_view(fact.about));
  return {"figure", std::move(said)};
}

std::string place_of(const model::SourceInfo& source) {
  std::string out = source.path;
  if (source.member) out += '!' + *source.member;
  if (source.record) out += ':' + std::to_string(*source.record);
  return out;
}

std::string heading_of(const model::Record& record) {
  std::string title = one_line(record.about.title);
  return title.empty() ? place_of(record.document.source) : title;
}

std::string particulars_of(const model::Record& record) {
  std::string out = spaced(record.about.kind);
  const auto add = [&](std::string_view part) {
    if (!part.empty()) (out += " · ") += one_line(part);
  };
  for (const std::string& name : record.about.inspectorates) add(name);
  add(record.about.body);
  add(long_date(record.about.published));
  if (!record.about.title.empty()) add(place_of(record.document.source));
  return out;
}

}  // namespace muster::output
