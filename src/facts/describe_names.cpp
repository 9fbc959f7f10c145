// Who inspected, and whom: told from the names in a document's head, who speaks in it, and which names
// stand beside words of inspecting.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>
#include <unordered_set>

#include "facts/describe.hpp"

namespace muster::facts {
namespace {

using model::Name;
using model::NameKind;

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return out;
}

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// An inspectorate by name: "coroner", "serious case review" and the like are not.
bool named(const Name& name) {
  return name.kind == NameKind::inspectorate && !name.generic && !name.canonical.empty() &&
         !(name.canonical[0] >= 'a' && name.canonical[0] <= 'z');
}

// The field of a vocabulary entry of that name, "" if none.
std::string_view field_of(const model::Vocab& vocab, std::string_view list, std::string_view name, const char* field) {
  const model::VocabList* entries = vocab.find(list);
  if (entries == nullptr) return {};
  for (const model::VocabEntry& entry : entries->entries)
    if (entry.name == name) {
      const auto at = entry.fields.find(field);
      return at == entry.fields.end() ? std::string_view() : std::string_view(at->second);
    }
  return {};
}

// The inspectorate that a page's title, site, menus or footers name, by the longest form.
std::string in_hints(const Reading& reading) {
  const model::VocabList* list = reading.vocab.find("inspectorates");
  if (list == nullptr) return {};
  std::string hints = reading.document.hints.title + " | " + reading.document.hints.site;
  for (const model::Block& block : reading.document.blocks)   // menus and footers of the site
    if (block.kind == model::BlockKind::furniture && block.span.size() < 160 && hints.size() < 8000)
      hints += " | " + reading.document.text.string(block.span);
  std::string best;
  std::size_t longest = 0;
  for (const model::VocabEntry& entry : list->entries) {
    if (entry.fields.contains("kind") && entry.fields.at("kind") == "generic") continue;
    for (const std::string& form : entry.forms) {
      if (form.size() <= longest || (form[0] >= 'a' && form[0] <= 'z')) continue;
      const std::size_t at = hints.find(form);
      if (at == hints.npos || (at > 0 && letter(hints[at - 1])) ||
          (at + form.size() < hints.size() && letter(hints[at + form.size()])))
        continue;
      best = entry.name;
      longest = form.size();
    }
  }
  return best;
}

// "OIG" alone is the office of the department that the text speaks of.
std::string of_department(const Reading& reading, const std::string& office) {
  if (office != "OIG") return office;
  const model::VocabList* list = reading.vocab.find("bodies");
  std::map<std::string_view, int> counts;
  for (const Name& name : reading.layers.names)
    if (name.kind == NameKind::body && name.known && !name.generic)
      if (const std::string_view of = field_of(reading.vocab, "bodies", name.canonical, "of"); !of.empty())
        ++counts[of];
  if (list != nullptr)
    for (const model::VocabEntry& entry : list->entries)
      if (const auto of = entry.fields.find("of"); of != entry.fields.end())
        for (const std::string& form : entry.forms)
          if (form.size() > 6 && reading.document.hints.title.find(form) != std::string::npos)
            counts[of->second] += 100;
  std::string_view best;
  for (const auto& [department, count] : counts)
    if (best.empty() || count > counts[best]) best = department;
  if (!best.empty()) return std::string(best) + " OIG";
  const std::string hinted = in_hints(reading);
  return hinted.ends_with(" OIG") ? hinted : office;
}

// An office told by its shape: an inquiry or commission rather than a review of something.
bool has_office(std::string_view name) {
  const std::size_t commission = name.find("Commission");
  return name.find("Inquiry") != name.npos || name.find("Ombudsman") != name.npos ||
         name.find("Inspectorate") != name.npos ||
         (commission != name.npos && name.substr(commission, 12) != "Commissioner");
}

// Words that say that someone inspects, in the sentence.
bool works(std::string_view sentence) {
  const std::string text = lowered(sentence);
  for (const std::string_view word :
       {"inspection", "inspected", "inspectors", "report", "review", "investigat", "audit", "recommend", "rated",
        "graded", "visited", " found", "judged", "critici", "asked for", "asked the"})
    if (text.find(word) != text.npos) return true;
  return false;
}

// "The inspection was led by one of … from Ofsted, with … from the CQC": all that the sentence names made it.
// Likewise those whose names head the list of the team.
template <class Choose>
void made_together(const Reading& reading, const Choose& choose) {
  const auto& sentences = reading.layers.sentences;
  std::size_t s = 0;
  bool told = false;
  std::size_t looked = sentences.size();
  for (const Name& name : reading.layers.names) {
    if (!named(name) || !name.known) continue;
    while (s < sentences.size() && sentences[s].span.end <= name.span.begin) ++s;
    if (s == sentences.size()) break;
    if (looked != s) {
      const std::string text = lowered(reading.document.text.folded(sentences[s].span).substr(0, 800));
      const auto says = [&](std::initializer_list<std::string_view> words) { return std::any_of(words.begin(),
          words.end(), [&](std::string_view word) { return text.find(word) != text.npos; }); };
      told = says({"inspection was led by", "inspection was carried out by", "it was carried out by",
          "was carried out jointly", "was conducted by", "was conducted jointly", "undertook a joint",
          "undertaken jointly by", "team of inspectors", "inspection team consisted", "inspection team comprised",
          "inspection team was", "joint inspection by", "inspected jointly"}) &&
             !says({"previous", "last inspection", "in 20", "previously"});
      looked = s;
    }
    const model::Block& block = reading.document.blocks[sentences[s].block];
    const bool heads_team =
        block.kind == model::BlockKind::heading && block.content.size() <= name.span.size() + 8 && block.heading >= 0;
    bool team = false;
    if (heads_team)   // below "Inspection team", or below another of these names
      for (std::int32_t over = block.heading, steps = 0; over >= 0 && steps < 4 && !team;
           over = reading.document.blocks[static_cast<std::size_t>(over)].heading, ++steps)
        team = lowered(reading.document.text.folded(reading.document.blocks[static_cast<std::size_t>(over)].content))
                   .find("team") != std::string::npos;
    if (told || team) choose(name.canonical);
  }
}

}  // namespace

std::vector<std::string> inspectorates_of(const Reading& reading, const model::Drafts& drafts, std::string_view kind,
                                          model::Span title) {
  const auto& names = reading.layers.names;
  const auto& blocks = reading.document.blocks;
  std::vector<std::string> chosen;
  const auto choose = [&](const std::string& name) {
    if (std::find(chosen.begin(), chosen.end(), name) == chosen.end()) chosen.push_back(name);
  };
  const bool formal = kind == "inspection_report" || kind == "letter";
  // The volume of an inquiry is its own, whomever its head thanks.
  if (formal)
    for (const Name& name : names)
      if (named(name) && !name.known && title.contains(name.span) && has_office(name.canonical)) choose(name.canonical);
  if (formal && chosen.empty()) {
    // Those that the head names most; every one that it names at least half as often.
    std::uint32_t head = 0;
    for (std::size_t i = 0, n = 0; i < blocks.size() && n < 16; ++i)
      if (blocks[i].kind != model::BlockKind::furniture) head = blocks[i].span.end, ++n;
    std::map<std::string, int> counts;
    for (const Name& name : names)
      if (named(name) && name.known) counts[name.canonical] += name.span.begin < head ? 4 : 1;
    int most = 0;
    for (const auto& [name, count] : counts) most = std::max(most, count);
    for (const Name& name : names)
      if (named(name) && name.known && name.span.begin < head && counts[name.canonical] * 4 >= most)
        choose(name.canonical);
    if (chosen.empty())
      for (const Name& name : names)
        if (named(name) && name.known && counts[name.canonical] == most) choose(name.canonical);
    made_together(reading, choose);
    if (chosen.empty())   // named in the title only
      for (const Name& name : names)
        if (named(name) && title.contains(name.span) && has_office(name.canonical)) choose(name.canonical);
  } else if (!formal) {
    std::unordered_set<std::string_view> speaking;
    for (const model::Speech& speech : reading.layers.speeches)
      if (speech.official && !speech.issuer.empty()) speaking.insert(speech.issuer);
    for (const model::Recommendation& fact : drafts.recommendations)
      if (fact.kind == model::Asking::recommendation && !fact.issuer.empty()) {
        const std::string_view issuer = fact.issuer;
        speaking.insert(issuer.starts_with("The ") || issuer.starts_with("the ") ? issuer.substr(4) : issuer);
      }
    std::size_t s = 0;
    std::optional<std::pair<std::size_t, bool>> last;   // a sentence may hold many names: it is read once
    const auto at_work_in = [&](std::size_t sentence) {
      if (!last || last->first != sentence)
        last = {sentence, works(reading.document.text.folded(reading.layers.sentences[sentence].span))};
      return last->second;
    };
    for (const Name& name : names) {
      if (!named(name)) continue;
      const auto& sentences = reading.layers.sentences;
      while (s < sentences.size() && sentences[s].span.end <= name.span.begin) ++s;
      if (!name.known && !has_office(name.canonical)) continue;
      const bool spoke = speaking.contains(name.canonical);
      const bool at_work = name.known && s < sentences.size() && at_work_in(s);
      if (spoke || at_work || title.contains(name.span)) choose(name.canonical);
    }
  }
  if (chosen.empty() && kind != "essay" && kind != "response")
    if (std::string hinted = in_hints(reading); !hinted.empty()) choose(hinted);
  if (chosen.empty() && kind == "news")
    for (const Name& name : names)
      if (named(name) && name.known) choose(name.canonical);
  // An office named in full and by its general name is one.
  std::vector<std::string> out;
  for (const std::string& name : chosen) {
    const std::string full = of_department(reading, name);
    if (std::find(out.begin(), out.end(), full) == out.end()) out.push_back(full);
  }
  if (std::find(out.begin(), out.end(), "HMICFRS") != out.end())
    std::erase(out, "HMIC");   // its name before the fire services came to it
  if (out.size() > 1 &&
      std::any_of(out.begin(), out.end(), [](const std::string& name) { return name.ends_with(" OIG"); }))
    std::erase(out, "OIG");
  return out;
}

std::string body_of(const Reading& reading, std::string_view kind, model::Span title) {
  const auto& names = reading.layers.names;
  const std::unordered_set<std::string_view>& authorities = reading.lexicon.authorities();
  // The authority in a name: "Haringey" of "Haringey Council" or of "London Borough of Haringey", not "York" of
  // "New York"; the longest.
  const auto authority = [&](const Name& name) {
    std::string_view best;
    if (name.kind != NameKind::place && name.kind != NameKind::body) return best;
    const std::string_view all = name.canonical;
    for (std::size_t at = 0; at != all.npos; at = all.find("of ", at), at = at == all.npos ? at : at + 3)
      for (std::size_t end = at + 1; end <= all.size(); ++end) {
        if (end < all.size() && letter(all[end])) continue;
        const std::string_view place = all.substr(at, end - at);
        if (place.size() <= best.size()) continue;
        if (const auto known = authorities.find(place); known != authorities.end()) best = *known;
      }
    return best;
  };
  const bool formal = kind == "inspection_report" || kind == "letter";
  std::map<std::string_view, int> counts;
  int total = 0;
  int seen = 0;
  for (const Name& name : names) {
    if (name.kind != NameKind::place && !(name.kind == NameKind::body && !name.generic)) continue;
    if (seen++ > 400) break;
    if (const std::string_view place = authority(name); !place.empty()) {
      const int weight = title.contains(name.span) ? 6 : 1;
      counts[place] += weight;
      total += weight;
    }
  }
  std::string_view best;
  for (const auto& [place, count] : counts)
    if (best.empty() || count > counts[best]) best = place;
  // A volume that is about a council names it again and again.
  constexpr std::size_t volume = 16;
  const int least = reading.document.pages.size() >= volume ? 5 : formal ? 1 : 2;
  if (!best.empty() && counts[best] >= least && counts[best] * 2 > total) return std::string(best);
  // A body that the title names.
  for (const Name& name : names)
    if (formal && name.kind == NameKind::body && !name.generic && title.contains(name.span) &&
        !has_office(name.canonical) && name.canonical.find("Committee") == std::string::npos &&
        name.canonical.find("Auditor") == std::string::npos)
      return name.canonical;
  return {};
}

}  // namespace muster::facts
