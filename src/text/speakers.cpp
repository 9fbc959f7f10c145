#include "text/speakers.hpp"

#include <algorithm>

namespace muster::text {
namespace {

namespace nw = name_word;
using model::Name;
using model::NameKind;

bool office(const Name& name) { return name.kind == NameKind::inspectorate; }

// What stands between two commas and is no name of its own: "which came in May", "meanwhile", "published on Tuesday".
bool set_off(const Speakers::Tokens& tokens, std::size_t begin, std::size_t end) {
  if (begin >= end || !tokens[begin].word || tokens[begin].capital) return false;
  const NameToken& first = tokens[begin];
  if (first.hash == hash_word("which") || first.hash == hash_word("who") || first.hash == hash_word("in") ||
      first.hash == hash_word("after"))
    return true;
  constexpr std::uint32_t longest = 12;
  return (end - begin == 1 && first.size() <= longest) || first.hash == hash_word("published") ||
         first.hash == hash_word("released") || first.hash == hash_word("based") || first.hash == hash_word("issued");
}

// "Ofsted", not "inspectors" and not "serious case review".
bool named_office(const Name& name) {
  return office(name) && !name.generic && !name.canonical.empty() &&
         !(name.canonical[0] >= 'a' && name.canonical[0] <= 'z');
}

// A name that can speak.
bool speaks(const Name& name) { return name.kind != NameKind::place && name.kind != NameKind::law; }

}  // namespace

Speakers::Speakers(const model::Document& document, const NameTable& table, const model::Layers& layers)
    : document_(document), table_(table), layers_(layers) {
  for (const Name& name : layers.names)
    if (named_office(name)) {
      issuer_ = name.canonical;
      break;
    }
}

std::string Speakers::words(base::Span span) const {
  std::string out = document_.text.string(span);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

void Speakers::enter(const model::Sentence& sentence) {
  first_ = last_;
  while (first_ < layers_.names.size() && layers_.names[first_].span.begin < sentence.span.begin) ++first_;
  last_ = first_;
  while (last_ < layers_.names.size() && layers_.names[last_].span.begin < sentence.span.end) ++last_;
  const std::string_view folded = document_.text.folded();
  for (std::size_t i = first_; i < last_; ++i) {
    const Name& name = layers_.names[i];
    if (!is_report(name)) continue;
    // "a report by …", "a report last year from …": the name behind; "Ofsted's report": the one before.
    const Name* author = nullptr;
    if (i + 1 < last_ && speaks(layers_.names[i + 1])) {
      const Name& next = layers_.names[i + 1];
      const std::string_view gap = folded.substr(name.span.end, next.span.begin - name.span.end);
      if (gap.size() <= 48 &&
          (gap.find(" by ") != gap.npos || gap.find(" from ") != gap.npos || gap.find(" of the ") == 0))
        author = &next;
    }
    if (author == nullptr && i > first_ && office(layers_.names[i - 1]) &&
        name.span.begin - layers_.names[i - 1].span.end <= 20)
      author = &layers_.names[i - 1];
    if (author != nullptr && !author->generic) {
      report_by_ = author->canonical;
      report_official_ = office(*author);
    }
  }
  for (std::size_t i = first_; i < last_; ++i) {
    const Name& name = layers_.names[i];
    if (named_office(name)) issuer_ = name.canonical;
    // "Outside the court Thora Quill, whose son …, read": whose words follow, however the sentence opens
    if (name.kind == NameKind::person && name.span.end < sentence.span.end &&
        folded.substr(name.span.end).starts_with(", who"))
      last_person_ = of(name.span);
    if (i != first_ || name.span.begin - sentence.span.begin > 4) continue;
    if (name.kind == NameKind::person) last_person_ = of(name.span);
    else if (speaks(name) && name.kind != NameKind::role) last_body_ = of({sentence.span.begin, name.span.end});
  }
}

// The first name of the sentence that begins at or after `at`.
std::size_t Speakers::first_from(std::uint32_t at) const {
  const auto begin = layers_.names.begin() + static_cast<std::ptrdiff_t>(first_),
             end = layers_.names.begin() + static_cast<std::ptrdiff_t>(last_);
  return static_cast<std::size_t>(
      std::partition_point(begin, end, [&](const Name& name) { return name.span.begin < at; }) - layers_.names.begin());
}

const Name* Speakers::beginning(std::uint32_t begin) const {
  const std::size_t i = first_from(begin);
  return i < last_ && layers_.names[i].span.begin == begin ? &layers_.names[i] : nullptr;
}

const Name* Speakers::ending(std::uint32_t end) const {
  for (std::size_t i = first_from(end), seen = 0; i > first_ && seen < 4; --i, ++seen)
    if (layers_.names[i - 1].span.end == end) return &layers_.names[i - 1];
  return nullptr;
}

// Where a noun phrase begins whose last words are a name: names go together over "of the", "'s", "and
// adult" … and take an article along.
std::size_t Speakers::chain_begin(const Tokens& tokens, const Name& last) const {
  const auto from = std::lower_bound(tokens.begin(), tokens.end(), last.span.begin,
                                     [](const NameToken& token, std::uint32_t at) { return token.begin < at; });
  auto begin = static_cast<std::size_t>(from - tokens.begin());
  for (bool grew = true; grew && begin > 0;) {
    grew = false;
    for (std::size_t gap = 0; gap <= 4 && gap < begin; ++gap) {
      const NameToken& token = tokens[begin - 1 - gap];
      if (const Name* name = ending(token.end); name != nullptr && speaks(*name)) {
        while (begin > 0 && tokens[begin - 1].begin >= name->span.begin) --begin;
        grew = true;
        break;
      }
      const bool link = token.is(nw::connector | nw::article) || (!token.word && token.hash != 0) ||
                        token.symbol('-') ||
                        (token.word && !token.capital && !token.is(nw::say | nw::find | nw::place_word | nw::common));
      if (!link || token.symbol(',')) break;
    }
  }
  while (begin > 0 &&
         (tokens[begin - 1].is(nw::article) ||
          (tokens[begin - 1].word && !tokens[begin - 1].capital && begin > 1 && tokens[begin - 2].is(nw::article) &&
           !tokens[begin - 1].is(nw::connector | nw::common | nw::say | nw::find))))
    --begin;
  // "…, legislative auditors found": what kind they are, back to the mark that ends their words
  for (std::size_t words = 1; words <= 2 && begin > words; ++words) {
    const NameToken& first = tokens[begin - words];
    if (!first.word || first.is(nw::connector | nw::common | nw::say | nw::find | nw::article | nw::auxiliary |
                                nw::person_pronoun | nw::thing_pronoun))
      break;
    const NameToken& mark = tokens[begin - words - 1];
    if (mark.symbol(',') || mark.symbol('"')) return begin - words;
  }
  return begin;
}

Speaker Speakers::of(base::Span span) const {
  Speaker out;
  out.span = span;
  out.name = words(span);
  const Name* inspectorate = nullptr;
  const Name* person = nullptr;
  const Name* body = nullptr;
  const Name* role = nullptr;
  for (std::size_t i = first_from(span.begin); i < last_ && layers_.names[i].span.begin < span.end; ++i) {
    const Name& name = layers_.names[i];
    if (!span.contains(name.span)) continue;
    if (office(name) && (inspectorate == nullptr || inspectorate->generic)) inspectorate = &name;
    else if (name.kind == NameKind::person && person == nullptr) person = &name;
    else if (name.kind == NameKind::body && (body == nullptr || body->generic)) body = &name;
    else if (name.kind == NameKind::role && role == nullptr) role = &name;
  }
  const bool report = body != nullptr && is_report(*body);
  if (person != nullptr) {
    out.person = true;
    out.issuer = person->canonical;
    for (const Speaker& known : persons_)
      if (inspectorate == nullptr && known.issuer == person->canonical)
        return {span, known.name, known.issuer, known.official, true};
    for (const Speaker& known : persons_)
      if (inspectorate == nullptr && known.official && known.name.find(person->canonical) != known.name.npos)
        return {span, known.name, known.issuer, true, true};
  }
  if (inspectorate != nullptr && !inspectorate->generic) {
    out.issuer = inspectorate->canonical;
    out.official = true;
  } else if (person != nullptr) {
    out.official = inspectorate != nullptr;
  } else if (const std::size_t by = out.name.find(" by "); report && by != out.name.npos) {
    out.issuer = out.name.substr(by + 4);   // "a report by publishers Meridian"
  } else if (report) {
    out.issuer = report_by_.empty() ? issuer_ : report_by_;
    out.official = report_by_.empty() ? !issuer_.empty() : report_official_;
  } else if (inspectorate != nullptr) {
    out.issuer = issuer_.empty() ? inspectorate->canonical : issuer_;
    out.official = true;
  } else if (body != nullptr) {
    out.issuer = body->canonical;
  } else if (role != nullptr) {
    out.issuer = role->canonical;
    out.person = true;
  }
  if (role != nullptr && !out.person) out.person = out.for_body = true;
  if (role != nullptr && !out.official)
    if (const NameTable::Found found = [&] {
          std::vector<NameToken> tokens;
          tokenise_names(document_.text.folded(), role->span, table_, tokens);
          return table_.longest(tokens, 0);
        }(); found.entry != nullptr && found.entry->use == NameUse::official)
      out.official = true;
  return out;
}

std::optional<Speakers::Subject> Speakers::before(const Tokens& tokens, std::size_t end, bool any_words) const {
  while (end > 0 && tokens[end - 1].is(nw::auxiliary)) --end;
  if (end == 0) return std::nullopt;
  const NameToken& last = tokens[end - 1];
  const base::Span one{last.begin, last.end};
  if (last.is(nw::person_pronoun)) {
    if (last_person_.name.empty()) return Subject{{one, words(one), "", false, true}, end - 1, end};
    Speaker speaker = last_person_;
    speaker.span = one;
    return Subject{std::move(speaker), end - 1, end};
  }
  if (last.is(nw::thing_pronoun)) {
    if (last_body_.name.empty()) return std::nullopt;
    Speaker speaker = last_body_;
    speaker.span = one;
    return Subject{std::move(speaker), end - 1, end};
  }
  // "Helen Marsh, the trust's chief executive, said": back over the apposition to the name.
  // "the Care Quality Commission (CQC) said", "the college, which found": over brackets and the pronoun.
  const bool relative =
      last.word && !last.capital && (last.hash == hash_word("which") || last.hash == hash_word("who"));
  std::size_t close = relative ? end - 1 : end;
  if (close == 0) return std::nullopt;   // "Who said …"
  if (close > 0 && tokens[close - 1].symbol(',')) {
    if (relative)
      if (const Name* name = close > 1 ? ending(tokens[close - 2].end) : nullptr; name != nullptr && speaks(*name)) {
        const std::size_t begin = chain_begin(tokens, *name);
        return Subject{of({tokens[begin].begin, name->span.end}), begin, close - 1};
      }
    // "The union's secretary, Tom Ball, said": the person stands in the apposition.
    if (const Name* person = close > 1 ? ending(tokens[close - 2].end) : nullptr;
        person != nullptr && person->kind == NameKind::person) {
      std::size_t at = close - 1;
      while (at > 0 && tokens[at - 1].begin >= person->span.begin) --at;
      if (at > 1 && tokens[at - 1].symbol(',')) {
        const Name* before_it = ending(tokens[at - 2].end);
        std::size_t begin = at;
        if (before_it != nullptr && speaks(*before_it)) begin = chain_begin(tokens, *before_it);
        return Subject{of({tokens[begin].begin, tokens[close - 2].end}), begin, close - 1};
      }
    }
    for (std::size_t k = close - 1; k > 1 && close - k < 24; --k) {
      if (tokens[k - 1].symbol('"') || tokens[k - 1].symbol('.')) break;
      if (!tokens[k - 1].symbol(',')) continue;
      const Name* name = ending(tokens[k - 2].end);
      if (name == nullptr || !(name->kind == NameKind::person || (speaks(*name) && set_off(tokens, k, close - 1))))
        continue;
      const std::size_t begin = chain_begin(tokens, *name);
      const std::uint32_t last_of = name->kind == NameKind::person ? tokens[close - 2].end : name->span.end;
      return Subject{of({tokens[begin].begin, last_of}), begin, close - 1};
    }
    return std::nullopt;
  }
  if (tokens[close - 1].symbol(')')) {
    std::size_t k = close - 1;
    while (k > 0 && !tokens[k - 1].symbol('(') && close - k < 12) --k;
    if (k > 1) close = k - 1;
  }
  const Name* name = close > 0 ? ending(tokens[close - 1].end) : nullptr;
  if (name != nullptr && speaks(*name)) {
    const std::size_t begin = chain_begin(tokens, *name);
    return Subject{of({tokens[begin].begin, tokens[end - 1].end}), begin, end};
  }
  if (!any_words || name != nullptr) return std::nullopt;
  // "The union", "Parents", "Meridian's research": words that open the sentence or a clause.
  std::size_t begin = end;
  while (begin > 0 && end - begin < 7 &&
         (tokens[begin - 1].word || tokens[begin - 1].hash != 0 || tokens[begin - 1].symbol('-')) &&
         !tokens[begin - 1].is(nw::say | nw::find))
    --begin;
  const bool opens = begin == 0 || tokens[begin - 1].symbol(',') || tokens[begin - 1].symbol('"');
  if (end - begin == 1 && tokens[begin].is(nw::common)) return std::nullopt;
  if (!opens || begin == end || (!tokens[begin].capital && !tokens[begin].is(nw::article))) return std::nullopt;
  const base::Span span{tokens[begin].begin, tokens[end - 1].end};
  // "Two in five nurses said …": those who were asked, not someone who tells.
  const auto asked = std::lower_bound(layers_.quantities.begin(), layers_.quantities.end(), span.begin,
                                      [](const model::Quantity& q, std::uint32_t at) { return q.span.begin < at; });
  if (asked != layers_.quantities.end() && asked->span.begin < span.end) return std::nullopt;
  Speaker speaker = of(span);
  if (speaker.issuer.empty()) speaker.issuer = speaker.name;
  return Subject{std::move(speaker), begin, end};
}

std::optional<Speakers::Subject> Speakers::after(const Tokens& tokens, std::size_t at) const {
  std::size_t begin = at;
  while (at < tokens.size() && at - begin < 5 && beginning(tokens[at].begin) == nullptr &&
         (tokens[at].is(nw::article | nw::plain) ||
          (tokens[at].word && !tokens[at].is(nw::connector | nw::common | nw::person_pronoun | nw::thing_pronoun))))
    ++at;
  const Name* name = at < tokens.size() ? beginning(tokens[at].begin) : nullptr;
  if (name == nullptr || !speaks(*name)) return std::nullopt;
  std::size_t end = at;
  std::uint32_t reach = name->span.end;
  // "Jo Marsh, NHS Alliance deputy director": the apposition goes on to the end or the next comma.
  const bool person = name->kind == NameKind::person;
  bool apposition = false;
  for (std::size_t k = at; k < tokens.size() && k - at < 24; ++k) {
    if (tokens[k].begin < reach) {
      end = k + 1;
      continue;
    }
    if (const Name* next = beginning(tokens[k].begin); next != nullptr && speaks(*next)) {
      reach = next->span.end;
      end = k + 1;
      continue;
    }
    if (tokens[k].symbol(',') && person && !apposition) {
      apposition = true;
      continue;
    }
    // "the coroner, Professor Alan Hythe"
    if (tokens[k].symbol(',') && !person && k + 1 < tokens.size()) {
      const Name* who = beginning(tokens[k + 1].begin);
      if (who == nullptr || who->kind != NameKind::person) break;
      while (k + 1 < tokens.size() && tokens[k + 1].begin < who->span.end) ++k;
      end = k + 1;
      break;
    }
    const bool link = tokens[k].is(nw::connector | nw::article) || (!tokens[k].word && tokens[k].hash != 0) ||
                      (tokens[k].word && !tokens[k].capital && apposition);
    if (!link) break;
  }
  return Subject{of({tokens[begin].begin, tokens[end - 1].end}), begin, end};
}

std::size_t Speakers::name_end(const Tokens& tokens, std::size_t at) const {
  std::size_t k = at;
  while (k < tokens.size() && k < at + 2 && tokens[k].is(nw::article)) ++k;
  const Name* name = k < tokens.size() ? beginning(tokens[k].begin) : nullptr;
  if (name == nullptr || !speaks(*name)) return at;
  while (k < tokens.size() && tokens[k].begin < name->span.end) ++k;
  return k;
}

void Speakers::spoke(const Speaker& speaker) {
  if (speaker.name.empty()) return;
  if (!speaker.person || (speaker.for_body && !speaker.issuer.empty())) last_body_ = speaker;
  if (!speaker.person) return;
  last_person_ = speaker;
  for (Speaker& known : persons_)
    if (known.issuer == speaker.issuer &&
        (known.name == speaker.name || known.name.find(speaker.name) != known.name.npos))
      return;
  if (persons_.size() < 200) persons_.push_back(speaker);
}

}  // namespace muster::text
