#include "ingest/html_meta.hpp"

#include <algorithm>
#include <array>

#include "ingest/html_ascii.hpp"
#include "ingest/html_date.hpp"
#include "ingest/html_linked_data.hpp"

namespace muster::ingest {
namespace {

using std::string_view;

// Names of <meta> that give the day of publication, best first.
constexpr std::array<string_view, 26> date_names = {
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "pubdate", "publishdate",
    "publish-date", "publish_date", "publication_date", "publicationdate", "article.published", "article:published",
    "dc.date.issued",
    "dcterms.issued", "dc.issued", "dcterms.date", "dc.date", "dc.date.created", "dcterms.created", "dc.created",
    "displaydate",
    "originalpublicationdate", "cxenseparse:recs:publishtime", "date", "citation_publication_date"};

bool ends_with(string_view text, string_view ending) {
  return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

void add_title(PageMeta& out, string_view title) {
  std::string clean = collapse_space(title);
  if (!clean.empty() && std::find(out.titles.begin(), out.titles.end(), clean) == out.titles.end())
    out.titles.push_back(std::move(clean));
}

}  // namespace

bool PageMeta::day_first() const {
  const std::string code = ascii::lower(language);
  return !code.empty() && code != "en" && code.substr(0, 5) != "en-us" && code.substr(0, 5) != "en_us";
}

std::string collapse_space(string_view text) {
  std::string out;
  bool gap = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool nbsp = text[i] == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0';
    if (nbsp) ++i;
    if (nbsp || ascii::space(text[i])) {
      gap = true;
      continue;
    }
    if (gap && !out.empty()) out.push_back(' ');
    gap = false;
    out.push_back(text[i]);
  }
  return out;
}

PageMeta read_meta(const Tree& tree, const GuardedMarkup& guarded) {
  PageMeta out;
  const LinkedArticle linked = read_linked_data(guarded.linked_data);
  out.article = linked.body;
  out.published = find_date(linked.published, false);
  std::size_t best_date = out.published.empty() ? date_names.size() : 0;
  std::string og_title, page_title, http_language, time;
  bool sure_time = false;
  for (std::int32_t n = 0; n < tree.size(); ++n) {
    switch (tree[n].tag) {
      case GUMBO_TAG_HTML:
        if (out.language.empty()) out.language = tree.attribute(n, "lang");
        if (out.language.empty()) out.language = tree.attribute(n, "xml:lang");
        break;
      case GUMBO_TAG_TITLE:
        if (page_title.empty()) page_title = tree.text_inside(n);
        break;
      case GUMBO_TAG_TIME: {
        const bool sure = tree.attribute(n, "itemprop") == "datePublished" || !tree.attribute(n, "pubdate").empty();
        if (!time.empty() && (sure_time || !sure)) break;
        const string_view stamp = tree.attribute(n, "datetime");
        if (std::string date = find_date(stamp.empty() ? tree.text_inside(n) : std::string(stamp), out.day_first());
            !date.empty())
          time = date, sure_time = sure;
        break;
      }
      case GUMBO_TAG_META: {
        string_view name = tree.attribute(n, "property");
        if (name.empty()) name = tree.attribute(n, "name");
        if (name.empty()) name = tree.attribute(n, "itemprop");
        if (name.empty()) name = tree.attribute(n, "http-equiv");
        const std::string key = ascii::lower(name.substr(0, 60));
        const string_view content = tree.attribute(n, "content");
        if (key.empty() || content.empty()) break;
        if (key == "og:title" && og_title.empty()) og_title = content;
        if ((key == "og:site_name" || key == "application-name" || key == "dc.publisher") &&
            (out.site.empty() || key == "og:site_name"))
          out.site = collapse_space(content);
        if (key == "content-language" && http_language.empty()) http_language = content;
        const auto rank =
            static_cast<std::size_t>(std::find(date_names.begin(), date_names.end(), key) - date_names.begin());
        if (rank < best_date)
          if (std::string date = find_date(content, out.day_first()); !date.empty())
            out.published = date, best_date = rank;
        break;
      }
      default: break;
    }
  }
  if (out.published.empty()) out.published = time;
  if (out.site.empty()) out.site = linked.publisher;
  if (out.language.empty()) out.language = http_language.empty() ? linked.language : http_language;
  add_title(out, linked.headline);
  add_title(out, og_title);
  add_title(out, page_title);
  return out;
}

std::string without_site(string_view title, string_view site) {
  const std::string wanted = ascii::lower(site);
  const std::string lower = ascii::lower(title);
  // The name itself, before or behind a mark.
  for (const string_view mark : {" | ", " - ", " \u2013 ", " \u2014 ", " \u00BB ", " :: ", " \u00B7 ", " \u2022 "}) {
    if (!wanted.empty() && ends_with(lower, std::string(mark) + wanted))
      return std::string(title.substr(0, title.size() - mark.size() - wanted.size()));
    if (!wanted.empty() && lower.substr(0, wanted.size() + mark.size()) == wanted + std::string(mark))
      return std::string(title.substr(wanted.size() + mark.size()));
  }
  // Else what comes behind the last mark, if it is the shorter part. Hyphens part words of titles too.
  for (const string_view mark : {" | ", " \u00BB ", " :: ", " \u2013 ", " \u2014 ", " - "}) {
    const std::size_t last = mark == " | " ? title.find(mark) : title.rfind(mark);
    if (last == string_view::npos) continue;
    const auto words = [](string_view part) { return std::count(part.begin(), part.end(), ' ') + 1; };
    const string_view head = title.substr(0, last), tail = title.substr(last + mark.size());
    if (words(head) >= 3 && (mark == " | " || words(tail) <= 4)) return std::string(head);
  }
  return std::string(title);
}

}  // namespace muster::ingest
