// Names: gazetteers first, then what the shape of the words tells. One pass over the tokens of each
// sentence; persons named in full are remembered by surname for later mentions.
#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/lexicon.hpp"
#include "text/steps.hpp"

namespace muster::text {
namespace {

namespace nw = name_word;
using model::NameKind;

class Reader {
 public:
  Reader(const model::Document& document, const NameTable& table, model::Layers& layers)
      : document_(document), folded_(document.text.folded()), table_(table), layers_(layers) {}

  std::vector<bool> read() {
    std::vector<bool> saying;
    saying.reserve(layers_.sentences.size());
    for (const model::Sentence& sentence : layers_.sentences) {
      tokenise_names(folded_, sentence.span, table_, tokens_);
      saying.push_back(std::any_of(tokens_.begin(), tokens_.end(), [&](const NameToken& token) {
        return token.is(nw::say | nw::find | nw::judge) || token.hash == hash_according_;
      }));
      skip_dates(sentence.span);
      const model::BlockKind kind = document_.blocks[sentence.block].kind;
      title_case_ = (kind == model::BlockKind::title || kind == model::BlockKind::heading) && in_title_case();
      for (std::size_t i = 0; i < tokens_.size();) i += std::max<std::size_t>(1, read_at(i));
    }
    return saying;
  }

 private:
  using Found = NameTable::Found;
  const NameToken& at(std::size_t i) const { return i < tokens_.size() ? tokens_[i] : none_; }
  bool joined(std::size_t i) const { return i < tokens_.size() && tokens_[i].word; }

  // Words inside dates ("May 2014") are no names.
  void skip_dates(base::Span sentence) {
    while (date_ < layers_.dates.size() && layers_.dates[date_].value.end <= sentence.begin) ++date_;
    for (std::size_t d = date_, t = 0; d < layers_.dates.size() && layers_.dates[d].value.begin < sentence.end; ++d) {
      const base::Span value = layers_.dates[d].value;
      while (t < tokens_.size() && tokens_[t].end <= value.begin) ++t;
      for (; t < tokens_.size() && tokens_[t].begin < value.end; ++t) tokens_[t].flags |= nw::month;
    }
  }

  // "Clinics Did Not Always Claim Costs": capitals tell nothing there.
  bool in_title_case() const {
    std::size_t words = 0;
    std::size_t capitals = 0;
    for (const NameToken& token : tokens_)
      if (token.word && token.size() > 3) ++words, capitals += token.capital;
    return words >= 5 && capitals * 10 >= words * 7;
  }

  void add(std::size_t from, std::size_t to, NameKind kind, std::string canonical, bool known, bool generic = false) {
    layers_.names.push_back({{tokens_[from].begin, tokens_[to - 1].end}, kind, std::move(canonical), known, generic});
  }
  std::string words(std::size_t from, std::size_t to) const {
    std::string out = document_.text.string({tokens_[from].begin, tokens_[to - 1].end});
    for (char& c : out)
      if (c == '\n') c = ' ';
    return out;
  }

  // Reads a name that begins at `i`; how many tokens it took, 0 if none does.
  std::size_t read_at(std::size_t i) {
    const NameToken& token = tokens_[i];
    if (!token.word) return 0;
    const Found found = token.is(nw::month) && !token.is(nw::first_name) ? Found{} : table_.longest(tokens_, i);
    if (token.capital) {
      if (const std::size_t n = person(i, found)) return n;
      if (const std::size_t n = capitals(i, found)) return n;
    }
    if (found.length != 0 && accept(i, found)) return known(i, found);
    if (token.capital)
      if (const std::size_t n = place(i)) return n;
    return 0;
  }

  bool accept(std::size_t i, const Found& found) const {
    if (found.length == 1 && found.entry->kind == NameKind::place && tokens_[i].is(nw::ambiguous))
      return i > 0 && (at(i - 1).is(nw::place_word) || at(i - 1).symbol(','));
    return true;
  }

  std::size_t known(std::size_t i, const Found& found) {
    const NameEntry& entry = *found.entry;
    const bool generic = entry.use == NameUse::generic || entry.use == NameUse::report;
    if (entry.use == NameUse::report) return report(i, found);
    if (entry.use == NameUse::generic && entry.kind == NameKind::body && !meant(i, found)) return found.length;
    std::size_t to = i + found.length;
    if (entry.kind == NameKind::place) to = more_place(to);
    add(i, to, entry.kind, to == i + found.length ? entry.canonical : words(i, to), true, generic);
    return to - i;
  }

  // "the service", "a local home", but not "in service": one thing of a kind needs a word before it.
  bool meant(std::size_t i, const Found& found) const {
    const NameToken& last = tokens_[i + found.length - 1];
    const char end = folded_[last.end - 1];
    if (end == 's' || end == 'S' || found.length > 1) return true;
    for (std::size_t back = 1; back <= 2 && back <= i; ++back)
      if (tokens_[i - back].is(nw::article) || (!tokens_[i - back].word && tokens_[i - back].hash != 0)) return true;
    return false;
  }

  // "the report": a name only with an article or possessive before it.
  std::size_t report(std::size_t i, const Found& found) {
    for (std::size_t back = 1; back <= 3 && back <= i; ++back) {
      const NameToken& before = tokens_[i - back];
      if (before.is(nw::article) || (!before.word && before.hash != 0)) {
        add(i, i + found.length, NameKind::body, found.entry->canonical, true, true);
        break;
      }
    }
    return found.length;
  }

  // "Leeds, West Yorkshire", "St Ann's, Haringey": a place goes on behind a comma with a known place.
  std::size_t more_place(std::size_t to) const {
    if (!at(to).symbol(',') || !at(to + 1).capital) return to;
    const Found next = table_.longest(tokens_, to + 1);
    // An enumeration ("Leeds, Bradford and York") is several places.
    if (next.length == 0 || next.entry->kind != NameKind::place || next.entry->use != NameUse::proper) return to;
    const std::size_t end = to + 1 + next.length;
    const NameToken& after = at(end);
    if (after.hash == hash_and_ || (after.symbol(',') && at(end + 1).capital)) return to;
    return end;
  }

  bool name_part(std::size_t i) const {
    const NameToken& token = at(i);
    return token.word && token.capital && !token.upper && token.size() > 1 &&
           !token.is(nw::common | nw::plain | nw::month | nw::body_head | nw::office_head | nw::title);
  }
  bool initial(std::size_t i) const {
    return at(i).word && at(i).capital && at(i).size() == 1 && !at(i).is(nw::common);
  }

  std::size_t person(std::size_t i, const Found& found) {
    const NameToken& token = tokens_[i];
    std::size_t to = i;
    if (token.is(nw::title) && !(found.length > 1)) {
      ++to;
      if (at(to).symbol('.')) ++to;
      if (token.is(nw::title) && at(to).is(nw::title) && at(to).capital) ++to;   // "Sir", "Lord Justice"
      std::size_t n = 0;
      while (n < 4 && (name_part(to) || initial(to)) && at(to).space) {
        ++to, ++n;
        if (initial(to - 1) && at(to).symbol('.')) ++to;
        if (at(to).symbol('-') && name_part(to + 1)) to += 2;
      }
      if (n == 0) return 0;
    } else if (token.is(nw::first_name) && name_part(i)) {
      ++to;
      if (at(to).symbol('-') && name_part(to + 1)) to += 2;
      while (initial(to) && at(to).space) to += at(to + 1).symbol('.') ? 2 : 1;
      const std::size_t surname = to;
      while (to - surname < 2 && name_part(to) && at(to).space) {
        const Found inside = table_.longest(tokens_, to);
        if (inside.length > 1 || (inside.length == 1 && inside.entry->kind != NameKind::place)) break;
        ++to;
        if (at(to).symbol('-') && name_part(to + 1)) to += 2;
      }
      if (to == surname) return 0;
      if (at(to).capital && at(to).space && at(to).is(nw::body_head | nw::office_head))
        return 0;   // "Victoria Hospital"
      if (found.length > to - i) return 0;
    } else if ((to = called(i, found)) != i) {
      // whoever stands beside a role is a person, whatever the name
    } else {
      return surname(i, found);
    }
    const std::string name = words(i, to);
    const std::uint64_t last = tokens_[to - 1].hash;
    const auto [entry, fresh] = persons_.try_emplace(last, name);
    if (!fresh && name.size() > entry->second.size() && !token.is(nw::title)) entry->second = name;
    add(i, to, NameKind::person, token.is(nw::title) && !fresh ? entry->second : name, false);
    return to - i;
  }

  // "Auditor Thora Quill", "its president, Thora Quill,": where a name of two or three words ends that stands right
  // behind what its bearer is; `i` if none does.
  std::size_t called(std::size_t i, const Found& found) const {
    if (title_case_ || found.length > 0 || i == 0 || !name_part(i) || layers_.names.empty()) return i;
    const model::Name& before = layers_.names.back();
    const bool comma = at(i - 1).symbol(',');
    if (before.span.end != tokens_[comma ? i - (i > 1 ? 2 : 1) : i - 1].end) return i;
    const bool one = before.kind == NameKind::role || (before.kind == NameKind::inspectorate && before.generic);
    if (!one || folded_[before.span.end - 1] == 's') return i;
    std::size_t to = i + 1;
    while (to - i < 3 && at(to).space && name_part(to) && table_.longest(tokens_, to).length == 0) {
      ++to;
      if (at(to).symbol('-') && name_part(to + 1)) to += 2;
    }
    if (to < i + 2 || at(to).hash == possessive_ || (at(to).capital && at(to).space)) return i;
    if (comma && at(to).word && !at(to).is(nw::say)) return i;
    return to;
  }

  // A surname alone, after the full name was given.
  std::size_t surname(std::size_t i, const Found& found) {
    if (persons_.empty() || !name_part(i) || found.length > 1 || at(i + 1).is(nw::body_head)) return 0;
    if (at(i + 1).capital && at(i + 1).space && name_part(i + 1)) return 0;
    const auto entry = persons_.find(tokens_[i].hash);
    if (entry == persons_.end()) return 0;
    add(i, i + 1, NameKind::person, entry->second, false);
    return 1;
  }

  // A run of capitalised words with small words between them.
  std::size_t capitals(std::size_t i, const Found& found) {
    if (title_case_ || (tokens_[i].is(nw::common) && !tokens_[i].is(nw::of_head | nw::body_head))) return 0;
    if (!tokens_[i].space && i > 0 && at(i - 1).symbol('-')) return 0;   // "Follow-Up Review"
    std::size_t end = i;      // one past the last capitalised word
    std::size_t head = 0;     // one past the last word that heads the name of a body
    bool office = false;
    bool of = false;
    for (std::size_t k = i; k < tokens_.size() && k - i < 16;) {
      const NameToken& token = tokens_[k];
      if (token.word && token.capital && (k == i || token.space || at(k - 1).symbol('-')) && !token.is(nw::month)) {
        if (k > i && head == k && token.is(nw::common)) break;
        end = ++k;
        if (token.is(nw::body_head | nw::office_head) && (k - 1 > i)) {
          head = k;
          office = token.is(nw::office_head);
        }
        if (at(k).hash == possessive_ && at(k + 1).capital && head != k) ++k;
        else if (at(k).symbol('.') && token.size() <= 2 && at(k + 1).capital) ++k;   // "St."
        continue;
      }
      std::size_t next = k;
      bool is_of = false;
      while (next - k < 2 && (at(next).is(nw::connector) || at(next).symbol('&'))) {
        is_of |= at(next).hash == hash_of_ || at(next).hash == hash_for_;
        ++next;
      }
      if (next == k || !at(next).capital || at(next).is(nw::month)) break;
      const bool joins = at(k).hash == hash_and_ || at(k).symbol('&');
      if (is_of && (tokens_[end - 1].is(nw::of_head | nw::body_head | nw::office_head))) {
        if (!of && at(i).capital && (k - 1 == i || at(end - 1).is(nw::of_head))) of = true;
        else if (!of) break;
      } else if (!joins || head == end || of_place(next)) {
        break;
      }
      k = next;
    }
    if (end < i + 1) return 0;
    if (const std::size_t n = law(i, end)) return n;
    std::size_t to = head;
    if (of) to = end, office = at(i).is(nw::office_head);
    if (at(i).upper && (folded(i) == "HMP" || folded(i) == "HMYOI" || folded(i) == "YOI" || folded(i) == "HMPYOI"))
      to = std::max(to, end);
    if (to <= i + 1 || to <= i + found.length) return 0;
    if (office && at(to - 1).hash == hash_review_ && !(to == i + 2 && i > 0 && at(i - 1).is(nw::article))) return 0;
    // "Ofsted Chief Inspector" is not one body: a known inspectorate in front stays itself.
    if (found.length != 0 && found.entry->kind == NameKind::inspectorate && found.entry->use == NameUse::proper)
      return 0;
    add(i, to, office ? NameKind::inspectorate : NameKind::body, words(i, to), false);
    return to - i;
  }

  // "… Council and Leeds Council": what stands behind the conjunction is a name of its own.
  bool of_place(std::size_t i) const {
    const Found found = table_.longest(tokens_, i);
    return found.length != 0 && found.entry->use == NameUse::proper && found.entry->kind != NameKind::place;
  }

  std::size_t law(std::size_t i, std::size_t end) {
    for (std::size_t k = end; k > i + 1; --k)
      if (folded(k - 1) == "Act" || folded(k - 1) == "Regulations" || folded(k - 1) == "Bill") {
        const bool year = k < tokens_.size() && at(k).first >= '1' && at(k).first <= '2' && at(k).size() == 4;
        const std::size_t to = year ? k + 1 : k;
        add(i, to, NameKind::law, words(i, to), false);
        return to - i;
      }
    return 0;
  }

  // "in Oakmere", "at St Ann's, Haringey".
  std::size_t place(std::size_t i) {
    if (i == 0 || !at(i - 1).is(nw::place_word) || at(i - 1).capital || at(i).upper || !name_part(i)) return 0;
    std::size_t to = i + 1;
    if (at(to).symbol('.') && at(i).size() == 2) ++to;   // "St. Ann's"
    while (to - i < 4 && at(to).space && name_part(to)) ++to;
    if (at(to).hash == possessive_ && (folded(i) == "St" || at(to + 1).symbol(','))) ++to;
    to = more_place(to);
    add(i, to, NameKind::place, words(i, to), false);
    return to - i;
  }

  std::string_view folded(std::size_t i) const { return folded_.substr(tokens_[i].begin, tokens_[i].size()); }

  const model::Document& document_;
  std::string_view folded_;
  const NameTable& table_;
  model::Layers& layers_;
  std::vector<NameToken> tokens_;
  std::unordered_map<std::uint64_t, std::string> persons_;   // surname -> full name
  std::size_t date_ = 0;
  NameToken none_;
  const std::uint64_t possessive_ = hash_word("'s");
  bool title_case_ = false;
  const std::uint64_t hash_according_ = hash_word("according");
  const std::uint64_t hash_review_ = hash_word("review");
  const std::uint64_t hash_and_ = hash_word("and");
  const std::uint64_t hash_of_ = hash_word("of");
  const std::uint64_t hash_for_ = hash_word("for");
};

}  // namespace

std::vector<bool> find_names(const model::Document& document, const Lexicon::Lists& lists, model::Layers& layers) {
  return Reader(document, lists.names, layers).read();
}

}  // namespace muster::text
