// The words that web pages use for their parts: in names of classes and ids, and in short lines of text.
// The only place where such words stand. Matching is on whole words of a name ("article-share_bar" has
// the words article, share, bar), caseless; a table entry ending in '*' matches as a prefix of a word.
#pragma once

#include <string>
#include <string_view>

namespace muster::ingest {

enum class NameSense {
  nothing,
  article,    // says that the article's text is in here
  aside,      // says furniture, but so do many wrappers of whole articles
  furniture,  // says furniture, whatever is in it
};

// What the class and id of an element say (given together, separated by spaces).
[[nodiscard]] NameSense sense_of_names(std::string_view class_and_id);

// A line that is never part of an article: "Advertisement", "Share this", "Read more: …".
[[nodiscard]] bool is_furniture_line(std::string_view text);
// "By Jane Doe", "Published 3 May 2019 at 10:15", "Updated: …": before the text these are no part of it.
[[nodiscard]] bool is_byline_or_dateline(std::string_view text);
// A heading over links, comments or offers: what follows it is furniture too, surely or if it looks so.
enum class HeadingSense { nothing, perhaps, furniture };
[[nodiscard]] HeadingSense sense_of_heading(std::string_view text);

}  // namespace muster::ingest
