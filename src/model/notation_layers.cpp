// One-line dumps of sentences, quantities and dates, for table tests and `explain`.
#include "muster/model/notation_layers.hpp"

#include <fmt/format.h>

namespace muster::model {
namespace {

std::string number(double value) {
  const double rounded = static_cast<double>(static_cast<long long>(value * 10 + (value < 0 ? -0.5 : 0.5))) / 10;
  return fmt::format("{}", rounded);
}

std::string_view short_name(QuantityKind kind) {
  switch (kind) {
    case QuantityKind::percent: return "pct";
    case QuantityKind::count: return "n";
    default: return to_text(kind);
  }
}

std::string_view sign(Bound bound) {
  switch (bound) {
    case Bound::about: return "~";
    case Bound::over: return ">";
    case Bound::under: return "<";
    case Bound::up_to: return "<=";
    case Bound::at_least: return ">=";
    case Bound::exact: break;
  }
  return "";
}

}  // namespace

std::string notation(const Quantity& quantity) {
  std::string out = fmt::format("{}({}{}", quantity.points ? "points" : short_name(quantity.kind), sign(quantity.bound),
                                number(quantity.low));
  if (quantity.high != quantity.low) out.append("..").append(number(quantity.high));
  if (quantity.count && quantity.total) out += fmt::format(" {}/{}", number(*quantity.count), number(*quantity.total));
  if (!quantity.unit.empty() && quantity.unit != "percent") out.append(" ").append(quantity.unit);
  return out + ")";
}

std::string notation(const DateMention& date) {
  std::string out = fmt::format("{}({}", to_text(date.kind), date.from);
  if (date.to != date.from) out.append("..").append(date.to);
  return out + (date.deadline ? "!)" : ")");
}

std::string notation(const std::vector<Quantity>& quantities) {
  std::string out;
  for (const Quantity& quantity : quantities) out.append(out.empty() ? "" : " ").append(notation(quantity));
  return out;
}

std::string notation(const std::vector<DateMention>& dates) {
  std::string out;
  for (const DateMention& date : dates) out.append(out.empty() ? "" : " ").append(notation(date));
  return out;
}

std::string notation(const std::vector<Sentence>& sentences, const Text& text) {
  std::string out;
  for (const Sentence& sentence : sentences) out.append(out.empty() ? "" : "|").append(text.string(sentence.span));
  return out;
}

}  // namespace muster::model
