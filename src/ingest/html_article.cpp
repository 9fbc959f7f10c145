#include "ingest/html_article.hpp"

#include <algorithm>
#include <unordered_map>

#include "ingest/html_date.hpp"
#include "ingest/html_words.hpp"

namespace muster::ingest {
namespace {

using model::RunRole;
using std::string_view;

double link_share(const Stretch& s) { return s.chars == 0 ? 0 : static_cast<double>(s.link_chars) / s.chars; }

// How far to believe the names of classes and ids.
enum class Trust { no_names, sure_names, all_names };

class Judge {
 public:
  Judge(const Tree& tree, const PageText& page) : tree_(tree), page_(page), count_(page.stretches.size()) {}

  std::vector<bool> run() {
    index();
    std::vector<bool> article = attempt(Trust::all_names);
    if (chars(article) < 250 || chars(article) * 5 < total_good_) {
      std::vector<bool> wider = attempt(Trust::sure_names);
      if (chars(wider) > 2 * chars(article)) article = std::move(wider);
    }
    if (chars(article) < 40) {
      std::vector<bool> wider = attempt(Trust::no_names);
      if (chars(wider) > 2 * chars(article)) article = std::move(wider);
    }
    if (chars(article) == 0) article.assign(count_, true);
    article.flip();
    return article;
  }

 private:
  static std::size_t at(std::int32_t i) { return static_cast<std::size_t>(i); }

  // Stretches [first_[n], first_[end of n]) lie in node n.
  void index() {
    first_.assign(at(tree_.size()) + 1, static_cast<std::int32_t>(count_));
    std::int32_t next = 0;
    for (std::int32_t n = 0; n <= tree_.size(); ++n) {
      while (next < static_cast<std::int32_t>(count_) && page_.stretches[at(next)].first < n) ++next;
      first_[at(n)] = next;
    }
    good_.assign(count_ + 1, 0);
    for (std::size_t i = 0; i < count_; ++i)
      good_[i + 1] = good_[i] + (is_good(page_.stretches[i]) ? page_.stretches[i].chars : 0);
    total_good_ = good_[count_];
    double all = 0, linked = 0, links = 0;
    for (const Stretch& s : page_.stretches) all += s.chars, linked += s.link_chars, links += s.links;
    plain_ = links <= 30 || linked < 0.05 * all;
    sense_.assign(at(tree_.size()), NameSense::nothing);
    std::unordered_map<std::string, NameSense> known;
    for (std::int32_t n = 0; n < tree_.size(); ++n) {
      if (tree_[n].is_text()) continue;
      const string_view classes = tree_.attribute(n, "class"), id = tree_.attribute(n, "id");
      if (classes.empty() && id.empty()) continue;
      std::string names(classes.substr(0, 400));
      names += ' ';
      names += id.substr(0, 200);
      const auto [found, fresh] = known.try_emplace(names, NameSense::nothing);
      if (fresh) found->second = sense_of_names(names);
      sense_[at(n)] = found->second;
    }
  }

  static bool is_good(const Stretch& s) { return s.chars >= 60 && link_share(s) < 0.4 && !s.button; }
  std::size_t good_in(std::int32_t n) const { return good_[at(first_[at(tree_[n].end)])] - good_[at(first_[at(n)])]; }
  std::size_t chars(const std::vector<bool>& article) const {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < count_; ++i) sum += article[i] ? page_.stretches[i].chars : 0;
    return sum;
  }
  bool inside(std::int32_t n, GumboTag tag) const {
    for (n = tree_[n].parent; n >= 0; n = tree_[n].parent)
      if (tree_[n].tag == tag) return true;
    return false;
  }

  // Is this element furniture by what it is or is called?
  bool is_furniture(std::int32_t n, Trust trust) const {
    const Node& node = tree_[n];
    const double share = total_good_ == 0 ? 0 : static_cast<double>(good_in(n)) / static_cast<double>(total_good_);
    switch (node.tag) {
      case GUMBO_TAG_NAV: case GUMBO_TAG_FOOTER: case GUMBO_TAG_MENU: return share < 0.6;
      case GUMBO_TAG_ASIDE: return share < 0.5;
      case GUMBO_TAG_BUTTON: case GUMBO_TAG_LABEL: case GUMBO_TAG_FIGCAPTION: return share < 0.5;
      case GUMBO_TAG_FORM: return share < 0.3;
      case GUMBO_TAG_FIGURE:
        return share < 0.3 && !holds(n, GUMBO_TAG_TABLE) && !holds(n, GUMBO_TAG_BLOCKQUOTE) && !holds(n, GUMBO_TAG_UL);
      case GUMBO_TAG_HEADER: return share < 0.2 && !inside(n, GUMBO_TAG_ARTICLE) && !inside(n, GUMBO_TAG_MAIN);
      case GUMBO_TAG_HTML: case GUMBO_TAG_BODY: case GUMBO_TAG_ARTICLE: case GUMBO_TAG_MAIN: return false;
      default: break;
    }
    const string_view role = tree_.attribute(n, "role");
    for (const string_view r : {"navigation", "banner", "contentinfo", "complementary", "search", "dialog",
                                "alertdialog", "menu", "menubar", "toolbar", "tablist"})
      if (role == r) return share < 0.5;
    if (trust == Trust::no_names || (node.tag >= GUMBO_TAG_H1 && node.tag <= GUMBO_TAG_H6)) return false;
    if (node.tag == GUMBO_TAG_BLOCKQUOTE || node.tag == GUMBO_TAG_TABLE || node.tag == GUMBO_TAG_TBODY ||
        node.tag == GUMBO_TAG_TR)
      return false;
    if (sense_[at(n)] == NameSense::furniture) return share < 0.7 && !(share > 0.3 && body_text(n));
    if (sense_[at(n)] == NameSense::aside) return trust == Trust::all_names && share < 0.25;
    return false;
  }
  bool holds(std::int32_t n, GumboTag tag) const {
    for (std::int32_t i = n + 1; i < tree_[n].end; ++i)
      if (tree_[i].tag == tag) return true;
    return false;
  }
  bool body_text(std::int32_t n) const {
    const string_view itemprop = tree_.attribute(n, "itemprop");
    return itemprop == "articleBody" || itemprop == "text";
  }

  std::vector<bool> attempt(Trust trust) {
    std::vector<bool> open(count_, true);
    for (std::int32_t n = 0; n < tree_.size();) {
      if (!tree_[n].is_text() && is_furniture(n, trust)) {
        for (std::int32_t i = first_[at(n)]; i < first_[at(tree_[n].end)]; ++i)
          if (page_.stretches[at(i)].last < tree_[n].end && page_.stretches[at(i)].node >= tree_[n].parent)
            open[at(i)] = false;
        n = tree_[n].end;
      } else {
        ++n;
      }
    }
    const std::int32_t root = best_container(open);
    std::vector<bool> article(count_, false);
    for (std::int32_t i = first_[at(root)]; i < first_[at(tree_[root].end)]; ++i) article[at(i)] = open[at(i)];
    filter_lines(article, root);
    return article;
  }

  std::int32_t best_container(const std::vector<bool>& open) const {
    std::vector<double> score(at(tree_.size()), 0);
    std::vector<double> text(at(tree_.size()), 0), links(at(tree_.size()), 0);
    for (std::size_t i = 0; i < count_; ++i) {
      const Stretch& s = page_.stretches[i];
      if (!open[i]) continue;
      text[at(s.node)] += s.chars;
      links[at(s.node)] += s.link_chars;
      if (s.chars < 25 || s.role == RunRole::heading) continue;
      const string_view words = string_view(page_.utf8).substr(s.begin, s.end - s.begin);
      const double commas =
          static_cast<double>(std::min<std::ptrdiff_t>(10, std::count(words.begin(), words.end(), ',')));
      const double weight =
          (1 + commas + std::min(3.0, s.chars / 100.0)) * (1 - link_share(s)) * (s.chars < 60 ? 0.5 : 1);
      std::int32_t n = s.node;
      // A paragraph speaks for what holds it; words straight in a container speak for the container.
      const GumboTag tag = tree_[n].tag;
      if (tag == GUMBO_TAG_P || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_BLOCKQUOTE ||
          tag == GUMBO_TAG_TR || tag == GUMBO_TAG_DD)
        n = tree_[n].parent;
      if (n >= 0 && (tree_[n].tag == GUMBO_TAG_UL || tree_[n].tag == GUMBO_TAG_OL ||
                     tree_[n].tag == GUMBO_TAG_BLOCKQUOTE || tree_[n].tag == GUMBO_TAG_TBODY))
        n = tree_[n].parent;
      double share = 1;
      for (int level = 0; n >= 0 && level < 6; ++level, n = tree_[n].parent) {
        score[at(n)] += weight * share;
        share = level == 0 ? 0.5 : level == 1 ? 0.33 : share * 0.6;
      }
    }
    for (std::int32_t n = tree_.size() - 1; n > 0; --n) {
      text[at(tree_[n].parent)] += text[at(n)];
      links[at(tree_[n].parent)] += links[at(n)];
    }
    std::int32_t best = 0;
    double best_score = 0;
    for (std::int32_t n = 0; n < tree_.size(); ++n) {
      if (tree_[n].is_text() || score[at(n)] <= 0) continue;
      double s = score[at(n)] * (1 - links[at(n)] / std::max(1.0, text[at(n)]));
      if (body_text(n)) s *= 1.5;
      if (sense_[at(n)] == NameSense::article) s *= 1.3;
      if (tree_[n].tag == GUMBO_TAG_ARTICLE) s *= 1.2;
      if (s > best_score) best_score = s, best = n;
    }
    // Up as long as what is added is of the same kind: not links, not small print.
    for (std::int32_t up = tree_[best].parent; up >= 0; up = tree_[up].parent) {
      const double added = text[at(up)] - text[at(best)], added_links = links[at(up)] - links[at(best)];
      const bool of_a_kind =
          score[at(up)] > 0.9 * score[at(best)] && added_links < 0.4 * added + 1 && tree_[up].tag != GUMBO_TAG_BODY;
      if (added >= 1 && !of_a_kind && !(plain_ && added_links <= 0.1 * added && link_lines(open, up, best) <= 1)) break;
      best = up;
    }
    return best;
  }

  // How many lines of links are in one container and not in the other.
  int link_lines(const std::vector<bool>& open, std::int32_t outer, std::int32_t inner) const {
    int lines = 0;
    for (std::int32_t i = first_[at(outer)]; i < first_[at(tree_[outer].end)] && lines < 2; ++i) {
      if (i == first_[at(inner)]) i = first_[at(tree_[inner].end)];
      if (i < first_[at(tree_[outer].end)] && open[at(i)] && link_share(page_.stretches[at(i)]) > 0.5) ++lines;
    }
    return lines;
  }

  string_view words_in(const Stretch& s) const { return string_view(page_.utf8).substr(s.begin, s.end - s.begin); }

  // Lines within the article's container that are no part of it.
  void filter_lines(std::vector<bool>& article, std::int32_t root) const {
    const std::int32_t begin = first_[at(root)], end = first_[at(tree_[root].end)];
    std::size_t before = 0;
    std::int32_t last_prose = begin;
    for (std::int32_t k = begin; k < end; ++k) {
      const Stretch& s = page_.stretches[at(k)];
      if (!article[at(k)]) continue;
      const string_view words = words_in(s);
      const std::int32_t cut = s.chars > 60 ? k : end_of_furniture(k, end);
      for (std::int32_t c = k; c < cut; ++c) article[at(c)] = false;
      if (s.button || is_furniture_line(words) || is_caption(s, words)) article[at(k)] = false;
      if (before < 300 && is_byline_or_dateline(words)) article[at(k)] = false;
      // On a news site the day stands with the author; on a plain page it is the document's own.
      if (before < 300 && !plain_ && words.size() < 45 && s.role == RunRole::paragraph &&
          !find_date(words, false).empty())
        article[at(k)] = false;
      if (s.links > 0 && link_share(s) > 0.9 && s.chars < 120 && s.role != RunRole::table_row &&
          s.role != RunRole::list_item)
        article[at(k)] = false;
      if (!article[at(k)]) continue;
      if (s.chars > 80) before += s.chars;
      if (s.role != RunRole::heading && (s.chars > 60 || link_share(s) < 0.3)) last_prose = k;
    }
    // After the last words of the article: headings over nothing, lists of links, "Updated at 10:15".
    for (std::int32_t k = end; before > 300 && k-- > last_prose + 1;) article[at(k)] = false;
    if (last_prose > begin && before > 300 && is_byline_or_dateline(words_in(page_.stretches[at(last_prose)])))
      article[at(last_prose)] = false;
  }

  // One past what a heading (or a short line that acts as one) over links, comments or offers stands for; k if it is
  // none.
  std::int32_t end_of_furniture(std::int32_t k, std::int32_t end) const {
    const Stretch& head = page_.stretches[at(k)];
    const HeadingSense sense = sense_of_heading(words_in(head));
    if (sense == HeadingSense::nothing) return k;
    // The box that the heading stands in, if it has one of its own.
    std::int32_t box = head.node;
    while (tree_[box].parent >= 0 && first_[at(tree_[box].end)] <= k + 1) box = tree_[box].parent;
    const bool boxed = first_[at(tree_[box].end)] < end && first_[at(box)] >= k - 1;
    if (boxed) end = first_[at(tree_[box].end)];
    std::int32_t to = k + 1;
    double chars = 0, links = 0;
    for (; to < end; ++to) {
      const Stretch& s = page_.stretches[at(to)];
      if (s.role == RunRole::heading && head.role == RunRole::heading && s.level <= head.level) break;
      if (s.chars > (boxed ? 150U : 60U) && link_share(s) < 0.2 && (s.chars > 150 || page_.utf8[s.end - 1] == '.'))
        break;
      chars += s.chars, links += s.link_chars;
    }
    if (head.role != RunRole::heading && (to - k < 3 || links < 0.3 * chars)) return k;
    if (sense == HeadingSense::perhaps && links <= 0.3 * chars) return k;
    return to;
  }

  // A line without an end, right beside a picture in the same small element.
  bool is_caption(const Stretch& s, string_view words) const {
    if (s.chars > 140 || s.role != RunRole::paragraph || words.empty()) return false;
    const char last = words.back();
    if (last == '.' || last == '?' || last == '!' || last == ':' || last == '"') return false;
    if (first_[at(tree_[s.node].end)] - first_[at(s.node)] > 2) return false;
    return holds(s.node, GUMBO_TAG_IMG);
  }

  const Tree& tree_;
  const PageText& page_;
  std::size_t count_;
  std::vector<std::int32_t> first_;
  std::vector<std::size_t> good_;
  std::size_t total_good_ = 0;
  bool plain_ = false;                 // hardly any links on the whole page: no portal around the text
  std::vector<NameSense> sense_;
};

}  // namespace

std::vector<bool> find_furniture(const Tree& tree, const PageText& page) {
  if (page.stretches.empty()) return {};
  return Judge(tree, page).run();
}

}  // namespace muster::ingest
