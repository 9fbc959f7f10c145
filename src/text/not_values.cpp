#include "text/not_values.hpp"

namespace muster::text {
namespace {

bool percent_follows(const Values& v, std::size_t i) {
  return v.symbol(i, '%') || v.phrase_at(i, PhraseUse::percent) > 0 || v.phrase_at(i, PhraseUse::points) > 0;
}

// A lost space is believed after these: "to5.2%".
bool may_be_glued(const Values& v, std::size_t i) {
  return v.says_any(i, {"to", "from", "and", "of", "than", "at", "by", "in", "over", "is", "was", "under", "about",
                        "around", "for", "were", "only", "nearly", "almost"});
}

// Letters written straight onto digits that leave them a number: "12m", "2nd", "70pc", "5s", "3of".
bool suffix(const Values& v, std::size_t i) {
  const Token& token = v.at(i);
  return token.is(role::time_unit | role::number) || may_be_glued(v, i) ||
         v.says_any(i, {"m", "bn", "k", "st", "nd", "rd", "th", "s", "pc", "pct", "p", "pp", "wte", "fte", "wtes",
                        "ftes", "percent", "per"});
}

// Numbers joined by single marks: 2015-16-A, 24/7, 12:30, 020-7946-0000. Returns their end.
std::size_t chain_end(const Values& v, std::size_t i) {
  while (i + 1 < v.size() && v.glued(i) && v.glued(i + 1) && v.tokens[i].kind == Token::Kind::symbol &&
         (v.symbol(i, '-') || v.symbol(i, '/') || v.symbol(i, ':') || v.symbol(i, '.') || v.symbol(i, '_')) &&
         (v.at(i + 1).is_number() || v.at(i + 1).upper))
    i += 2;
  return i;
}

bool is_time(const Values& v, std::size_t i) {
  std::size_t k = i + 1;
  if (v.symbol(k, ':') && v.glued(k) && v.at(k + 1).is_number() && v.glued(k + 1) && v.at(k + 1).digits == 2 &&
      v.at(i).value < 24 && v.at(k + 1).value < 60)
    return v.at(i).value != 1 || v.at(k + 1).value == 0 || v.says_any(k + 2, {"am", "pm"});
  return v.says_any(k, {"am", "pm", "hrs"}) ? v.at(i).decimal || !v.says(k, "hrs")
         : (v.says(k, "a") || v.says(k, "p")) && v.symbol(k + 1, '.') && v.says(k + 2, "m")
             ? true
             : v.says(k, "o") && v.symbol(k + 1, '\'') && v.says(k + 2, "clock");
}

}  // namespace

std::size_t Skipper::skip(const Values& v, std::size_t i) {
  const Token& token = v.tokens[i];
  if (!token.is_number()) {
    // "zero tolerance", "no one", "one another"; a number word in a reference: "stage two".
    if (!token.is(role::unit | role::ten)) return i;
    const Token& previous = v.before(i);
    if (previous.is(role::reference) && previous.is_word() && !percent_follows(v, i + 1) && token.space) return i + 1;
    if (previous.is(role::reference_capital) && previous.capital && i > 1 && !percent_follows(v, i + 1) &&
        !v.says(i + 1, "of"))
      return i + 1;
    if (v.says(i, "zero") && v.says_any(i + 1, {"tolerance", "hours", "hour"})) return i + 2;
    return i;
  }
  const Token& previous = v.before(i);
  std::size_t end = i + 1;
  if (token.dotted) return end;
  const bool percent = percent_follows(v, end);
  // Written onto something.
  if (!token.space && i > 0) {
    if (previous.is_word() && !(may_be_glued(v, i - 1) && !previous.capital)) return chain_end(v, end);
    if (previous.kind == Token::Kind::symbol && !previous.space && i > 1 && !percent) {
      const Token& further = v.before(i, 2);
      const char c = previous.symbol;
      if (c == '-' && further.is_word() && !further.is(role::number) && !v.says_any(i - 2, {"under", "over"}))
        return chain_end(v, end);
      if (c == '/' || c == '@' || c == '_' || c == '=' || c == '\\' || c == ':') return chain_end(v, end);
      if (c == '.' && further.is_word()) return chain_end(v, end);   // "No.4", a footnote mark
    }
    if (previous.symbol == '#' || previous.symbol == '@' || previous.symbol == '_') return chain_end(v, end);
    if (previous.symbol == '[' && v.symbol(end, ']')) return end;
    if (previous.symbol == '+' && token.digits >= 2 && previous.space) {   // "+44 20 …"
      while (v.at(end).is_number()) ++end;
      return end;
    }
  }
  if (percent) return i;
  // Telephone numbers.
  if (token.digits >= 3 && v.text[token.begin] == '0') {
    while (v.at(end).is_number() || (v.symbol(end, '-') && v.at(end + 1).is_number())) ++end;
    return end;
  }
  if (is_time(v, i)) return chain_end(v, end);
  if (const std::size_t chained = chain_end(v, end); chained > end) {
    const bool three = chained > end + 2;
    const char mark = v.at(end).symbol;
    const bool word = v.at(chained - 1).is_word();
    if (three || word || mark == '_' || mark == '.') return chained;
    if (mark == '/' && !percent_follows(v, chained)) {
      const double part = token.value, whole = v.at(end + 1).value;
      if (!(v.says(chained, "of") && part < whole)) return chained;   // "3/4 of" is a fraction
    }
    if (mark == '-' && v.at(end + 1).digits > 4) return chained;
  }
  if (v.at(end).is_word() && !v.at(end).space && !suffix(v, end)) return end + 1;   // "47a", "5G"
  // A page's or paragraph's number, left behind at the end: "… in London. 110."
  if (i > 0 && token.digits <= 3 && !token.decimal &&
      (previous.is_symbol('.') || previous.is_symbol('?') || previous.is_symbol('!')) && token.space &&
      (end == v.size() || (v.symbol(end, '.') && end + 1 == v.size())))
    return end;
  // A marker that opens the sentence: "12.", "4)", "3.4 The", "12 Staff".
  if (i == 0) {
    if (v.symbol(end, ')') || (v.symbol(end, '.') && token.digits <= 3)) return end + 1;
    if (token.decimal && v.at(end).capital) return end;
    if (token.digits <= 3 && !token.comma && v.at(end).capital && !v.at(end).upper && v.at(end).space &&
        !v.at(end).is(role::month | role::weekday)) return end;
  }
  // References: "Section 47", "pages 4 and 5", "No. 12".
  std::size_t word = i;
  if (previous.is_symbol('.') && v.before(i, 2).is(role::reference)) word = i - 2;
  else if (i > 0 && token.space) word = i - 1;
  const Token& noun = v.at(word);
  if (word != i && noun.is_word() &&
      (noun.is(role::reference) ||
       (noun.is(role::reference_capital) &&
        (noun.capital || (v.says(word, "year") && !v.says_any(word - 1, {"the", "this", "last", "each", "per", "a",
                                                                         "every", "previous", "whole"})))))) {
    if (!(v.says(end, "out") || (v.says(end, "of") && v.says(end + 1, "the")))) {
      list_end = chain_end(v, end);
      const std::string_view spelled = v.spelled(noun);
      plural = spelled.back() == 's' || spelled == "pp";
      return list_end;
    }
  }
  if (plural && list_end > 0 && i > list_end && i - list_end <= 2 && !(v.says(end, "of"))) {
    const bool joined = v.symbol(list_end, ',') || v.says_any(list_end, {"and", "to", "or"}) ||
                        v.symbol(list_end, '-') || v.symbol(list_end, '&');
    if (joined && (i - list_end == 1 || v.says(list_end + 1, "and"))) {
      list_end = chain_end(v, end);
      return list_end;
    }
  }
  // "PEP 2, …", "COVID 19 was": a small number after capitals that counts nothing.
  if (previous.is_word() && previous.upper && previous.end - previous.begin >= 2 && token.space && !token.decimal &&
      token.value < 20 &&
      (!v.at(end).is_word() || (v.at(end).is(role::follows_part) && !v.says(end, "of") && !v.says(end, "in"))) &&
      v.at(end).kind != Token::Kind::number && !v.symbol(end, '-') && !v.symbol(end, '/') && !v.symbol(end, ':'))
    return end;
  // Numbers one dials.
  if ((token.value == 999 || token.value == 911 || token.value == 111 || token.value == 101 || token.value == 112) &&
      (v.says_any(end, {"call", "calls", "caller", "callers", "operator", "operators", "service", "system"}) ||
       v.says_any(i - 1, {"dial", "dialled", "call", "called", "ring", "rang", "nhs", "dialing"})))
    return end;
  return i;
}

}  // namespace muster::text
