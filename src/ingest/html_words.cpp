#include "ingest/html_words.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "ingest/html_ascii.hpp"

namespace muster::ingest {
namespace {

using std::string_view;

// Words of class and id names. A trailing '*' stands for any ending.
constexpr string_view furniture_names[] = {
    "addthis*",      "addtoany",    "adsbygoogle",  "adslot*",         "advert*",    "adunit*",       "breadcrumb*",
    "byline*",       "comment*",    "cookie*",      "copyright*",      "dateline*",  "disqus*",       "dfp*",
    "fbcomments",    "footer*",     "gdpr*",        "jp-relatedposts", "livefyre*",  "masthead*",     "mostpopular*",
    "mostread*",     "navbar*",     "navigation*",  "newsletter*",     "outbrain*",  "pagination*",   "pager",
    "popular*",      "promo*",      "recirc*",      "recommend*",      "related*",   "relatedposts*", "respond",
    "screenreader*", "sharedaddy*", "shareaholic*", "sharebar*",       "share*",     "sharing*",      "sidebar*",
    "signup*",       "sitemap*",    "social*",      "sponsor*",        "subscribe*", "subscription*", "taboola*",
    "teaser*",       "trending*",   "trendmd*",     "viafoura*",       "zergnet*",   "revcontent*",   "mgid*",
    "upsell*",       "skiplink*",   "powerinbox*",
};
constexpr string_view aside_names[] = {
    "ad",       "ads",         "author*",     "banner*",   "bio",        "bottom*",   "caption*",   "carousel*",
    "consent*", "contentinfo", "credit*",     "crumb*",    "date",       "dropdown*", "flyout*",    "follow*",
    "gallery*", "lightbox*",   "login*",      "menu*",     "meta",       "metadata*", "modal*",     "more",
    "nav",      "next",        "overlay*",    "paywall*",  "player*",    "poll",      "popup*",     "prev",
    "print",    "rail",        "rating*",     "register*", "rss",        "search*",   "slideshow*", "tag",
    "tags",     "taglist",     "timestamp*",  "tools",     "toolbar*",   "toolbox*",  "topics",     "tooltip*",
    "topbar*",  "utility",     "vote*",       "widget*",   "copyrights", "pubdate",   "published",  "posted",
    "hidden",   "hide",        "disclaimer*", "feedback*", "trustpilot", "most",      "further",    "readmore",
    "also",
};
// Before these the next word does not count ("no-sidebar", "has-comments").
// Someone else's words within an article, whatever the name says besides ("social-embed").
constexpr string_view quoting_names[] = {"embed*", "tweet*", "blockquote*", "quote*", "pullquote*"};
constexpr string_view denying_names[] = {"no",     "has",     "with", "without", "is", "not", "show",
                                         "enable", "enabled", "open", "single",  "js", "hide"};

// Compounds, with everything but letters left out.
constexpr string_view article_names[] = {
    "articlebody", "articlecontent", "articletext",  "articlecopy",   "articlemain",  "bodycopy",      "bodycontent",
    "bodytext",    "contentbody",    "entrycontent", "entrybody",     "entrytext",    "fieldnamebody", "maincontent",
    "newscontent", "newstext",       "newsbody",     "pagecontent",   "panenodebody", "postbody",      "postcontent",
    "posttext",    "postentry",      "richtext",     "singlecontent", "storybody",    "storycontent",  "storytext",
    "thecontent",  "wysiwyg",        "blogcontent",  "blogbody",      "copycontent",  "contentcopy",   "articledetail",
};

constexpr string_view furniture_lines[] = {
    "advertisement", "advertising", "ad", "advert", "sponsored", "sponsored content",
    "story continues below advertisement",
    "article continues below advertisement", "continue reading", "read more", "read more...", "more", "share",
    "share this", "share this article", "share this story",
    "tweet", "print", "email", "facebook", "twitter", "whatsapp", "pinterest", "linkedin", "reddit", "subscribe",
    "sign up", "sign in",
    "log in", "comments", "comment", "leave a comment", "no comments", "related", "related articles",
    "related stories", "related content", "tags",
    "loading", "loading...", "close", "menu", "search", "skip to content", "back to top", "top", "next", "previous",
    "follow us",
    "view comments", "show comments", "play video", "watch video", "video", "click to enlarge", "image copyright",
    "image caption", "media caption",
    "to read the full story", "copy link", "link copied", "report a typo", "report an error", "photos", "photo",
    "gallery", "view gallery", "watch live",
};
// Beginnings of lines; what comes after does not matter, if the line is short.
constexpr string_view furniture_openings[] = {
    "read more:", "read also", "also read", "read next", "see also:", "related:", "also:", "see more:",
    "related article", "related stor", "related post", "more on:",
    "watch:", "share this", "share on", "click here to subscribe", "click here to sign", "click here to join",
    "sign up for", "sign up to", "sign up here", "subscribe to", "subscribe now", "join the conversation",
    "get the latest",
    "follow us on", "follow me on", "like us on", "find us on", "copyright ", "\u00a9", "all rights reserved",
    "photo:", "photo by", "photos by", "image credit", "images:", "photo credit", "picture:", "pic:", "tags:",
    "filed under:", "filed under ", "tagged:", "posted in", "posted under", "categories:", "category:", "topics:",
    "first published", "last updated", "most popular", "most read", "don't miss", "don\u2019t miss",
    "you may also like", "you might also like",
    "download our app", "leave a reply", "leave a comment", "your email address will not", "notify me of",
    "this site uses cookies", "we use cookies",
    "image copyright", "image caption", "media caption", "getty images", "file photo", "have a tip",
    "this article was originally published on", "check out our",
    "terms of use", "terms of service", "terms and conditions", "privacy policy", "recommended for you", "more from",
    "more stories", "to comment on this", "(reporting by", "(additional reporting", "(writing by", "(editing by",
    "(compiled by", "like this story?", "listen to this", "you have reached",
};
constexpr string_view byline_openings[] = {
    "by ",      "by:",          "written by",    "posted by",       "posted on", "posted:",  "published",
    "updated",  "last updated", "last modified", "reported by",     "author:",   "from our", "text by",
    "words by", "story by",     "edited by",     "first published", "created",   "date:",    "posted at",
};
// Headings that say it whole …
constexpr string_view furniture_headings[] = {
    "related", "related news", "related stories", "related articles", "popular", "trending", "latest", "recommended",
    "comments", "comment", "share", "follow", "subscribe", "newsletter", "tags",
    "topics", "categories", "gallery", "sponsored", "advertisement", "conversation", "recent", "archives", "links",
    "social media", "featured",
    "about us", "contact us", "next up", "up next", "see also", "read more", "read next", "read also", "also read",
    "filed under", "must read", "must reads", "newsletters", "navigation", "search", "menu",
};
// … and beginnings, where a word must end. Reports have headings too ("Related risks", "Comments from
// parents"): what follows has to look like furniture as well.
constexpr string_view furniture_heading_openings[] = {
    "related", "more from", "more on", "more in", "more great", "more stories", "more news", "more like",
    "most popular", "most read", "most viewed", "most shared", "popular", "trending", "latest",
    "recommended", "you may", "you might", "also on", "leave a", "post a comment", "join the", "join our",
    "share this", "follow us", "follow me", "subscribe to", "sign up", "get the",
    "about the author", "about author", "read more", "read next", "see also", "filed under", "recent posts",
    "recent stories", "recent articles", "recent comments", "don't miss", "don\u2019t miss",
    "editor's pick", "editors' pick", "editor\u2019s pick", "editors\u2019 pick", "top stories", "in this story",
    "like this", "what to read", "must read", "around the web", "from the web", "from around", "promoted",
    "top news", "today's top", "what others", "similar", "other stories", "other articles", "write a comment",
    "reader comments", "tell us what", "latest news", "elsewhere on", "keep reading", "next story",
};

bool is_word_of(string_view word, string_view entry) {
  if (entry.back() != '*') return word == entry;
  entry.remove_suffix(1);
  return word.substr(0, entry.size()) == entry;
}

template <std::size_t n>
bool any_matches(const string_view (&table)[n], string_view word) {
  return std::any_of(std::begin(table), std::end(table), [&](string_view entry) { return is_word_of(word, entry); });
}

template <std::size_t n>
bool any_opens(const string_view (&table)[n], string_view line) {
  return std::any_of(std::begin(table), std::end(table),
                     [&](string_view entry) { return line.substr(0, entry.size()) == entry; });
}

std::string lower_trimmed(string_view text) {
  while (!text.empty() && ascii::space(text.front())) text.remove_prefix(1);
  while (!text.empty() && ascii::space(text.back())) text.remove_suffix(1);
  return ascii::lower(text);
}

// "articleShare-bar" -> article, share, bar.
std::vector<std::string> words_of(string_view name) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool letter = ascii::alpha(c);
    const bool hump = i > 0 && c >= 'A' && c <= 'Z' && name[i - 1] >= 'a' && name[i - 1] <= 'z';
    if ((!letter || hump) && !words.back().empty()) words.emplace_back();
    if (letter) words.back().push_back(ascii::lower(c));
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

}  // namespace

NameSense sense_of_names(string_view class_and_id) {
  NameSense sense = NameSense::nothing;
  std::size_t at = 0;
  while (at < class_and_id.size()) {
    std::size_t end = class_and_id.find_first_of(" \t\n\r\f", at);
    if (end == string_view::npos) end = class_and_id.size();
    const string_view name = class_and_id.substr(at, std::min<std::size_t>(end - at, 120));
    at = end + 1;
    const std::vector<std::string> words = words_of(name);
    if (std::any_of(words.begin(), words.end(),
                    [](const std::string& word) { return any_matches(quoting_names, word); }))
      continue;
    std::string compound;
    bool denied = false;
    for (std::size_t k = 0; k < words.size(); ++k) {
      compound += words[k];
      if (denied) { denied = false; continue; }
      if (words.size() > 1 &&
          std::find(std::begin(denying_names), std::end(denying_names), words[k]) != std::end(denying_names)) {
        denied = true;
      } else if (any_matches(furniture_names, words[k])) {
        sense = NameSense::furniture;
      } else if (sense != NameSense::furniture && any_matches(aside_names, words[k])) {
        sense = NameSense::aside;
      }
    }
    if (sense == NameSense::nothing &&
        std::any_of(std::begin(article_names), std::end(article_names),
                    [&](string_view entry) { return compound.find(entry) != std::string::npos; }))
      sense = NameSense::article;
  }
  return sense;
}

bool is_furniture_line(string_view text) {
  if (text.size() > 160) return false;
  std::string line = lower_trimmed(text);
  if (line.size() > 1 && line.front() == '[') line.erase(0, 1);
  if (std::find(std::begin(furniture_lines), std::end(furniture_lines), string_view(line)) != std::end(furniture_lines))
    return true;
  return any_opens(furniture_openings, line);
}

bool is_byline_or_dateline(string_view text) {
  if (text.size() > 100) return false;
  const std::string line = lower_trimmed(text);
  const bool sentence = !line.empty() && line.back() == '.' && line.size() > 40;
  return !sentence && any_opens(byline_openings, line);
}

HeadingSense sense_of_heading(string_view text) {
  if (text.size() > 80) return HeadingSense::nothing;
  std::string line = lower_trimmed(text);
  while (!line.empty() && !ascii::alpha(line.back())) line.pop_back();
  while (!line.empty() && !ascii::alpha(line.front())) line.erase(line.begin());
  if (std::find(std::begin(furniture_headings), std::end(furniture_headings), string_view(line)) !=
      std::end(furniture_headings))
    return HeadingSense::furniture;
  const bool opens =
      std::any_of(std::begin(furniture_heading_openings), std::end(furniture_heading_openings), [&](string_view entry) {
        return string_view(line).substr(0, entry.size()) == entry &&
               (line.size() == entry.size() || (!ascii::alpha(line[entry.size()]) && line[entry.size()] != '-'));
      });
  return opens ? HeadingSense::perhaps : HeadingSense::nothing;
}

}  // namespace muster::ingest
