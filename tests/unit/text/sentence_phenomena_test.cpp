// The phenomena that sentence splitters are compared by, one row each, in sentences of our own. '|' is where the text
// is cut.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "muster/model/notation_layers.hpp"
#include "text/lexicon.hpp"
#include "text/steps.hpp"
#include "unit/text/paragraph.hpp"

using namespace muster;

namespace {

// `gap`: known not to be cut so; the test says when it is.
struct Row { const char* what; const char* cut; bool gap = false; };

std::string split(std::string_view text) {
  const model::Document document = text_test::paragraph(text, model::BlockKind::paragraph);
  model::Layers layers;
  text::split_sentences(document, text_test::lexicon().lists(), layers);
  return model::notation(layers.sentences, document.text);
}

const Row rows[] = {
    {"a full stop before a new sentence", "Hello there.|The ward is upstairs."},
    {"a question mark", "Who holds the keys?|Nobody could say."},
    {"an exclamation mark", "Close the door!|The alarm is on."},
    {"initials in a name", "The file belongs to Maria T. Okoro and her team."},
    {"initials of a person, spaced", "I asked M. Q. Ferrers to check the rota."},
    {"an abbreviated word in the middle", "The gate is opposite Fenn St. on the left."},
    {"an abbreviated company at the end", "The contract went to Brook Ltd.|It was late."},
    {"an abbreviation before a name", "Prof. Adeyemi wrote to Rev. Sand about the roof."},
    {"two letters that shorten a job", "Sgt. Moor and Lt. Vane signed the log."},
    {"abbreviations with stops inside", "The team covers the U.K. as a whole."},
    {"such an abbreviation at the end", "He came back from the U.S.|The post was gone."},
    {"such an abbreviation and a pronoun", "She lives in the U.S.|How about you?"},
    {"the government of such a country", "The U.S. Department of Wards has agreed."},
    {"a time before noon", "The visit began at 9 a.m. on a Monday."},
    {"a time at the end of a sentence", "The visit began at 9 a.m.|Nobody was there."},
    {"a time before a name", "At 5 p.m. Ms. Grove went to the shop."},
    {"a time at the end, then a name", "She had gone to the shop by 5 p.m.|Ms. Grove came later.", true},
    {"a number with a decimal point", "The average was 1.5 visits a week."},
    {"money with a decimal point", "Each meal costs $2.75 or £2.10 in the canteen."},
    {"money at the end", "Each meal costs $2.|Nobody pays."},
    {"a number as a sign", "Room No. 7 and pp. 12-14 of the log were missing."},
    {"a plural abbreviation of pages", "See figs. 2 and 3, p. 55, of the report."},
    {"versus", "It was staff vs. managers in the end."},
    {"and so on, in the middle", "Bring pens, paper, etc. to the meeting."},
    {"and so on, at the end", "Bring pens, paper, etc.|The meeting is short."},
    {"that is, for example", "Use plain words, e.g. shut, i.e. closed, and no others."},
    {"a stop before a closing quotation mark", "“The lift is broken.”|She sighed."},
    {"a quotation inside a sentence", "“The lift is broken,” the porter said."},
    {"a question in quotation marks inside a sentence", "“Is the lift broken?” the porter asked."},
    {"an exclamation in quotation marks inside a sentence", "“Mind the lift!” the porter said."},
    {"two sentences in quotation marks", "“The lift is broken.|Use the stairs,” the porter said."},
    {"single quotation marks", "'This is the last time.'|She closed the book."},
    {"a sentence in brackets inside a sentence", "The nurse (she was new.) left at noon."},
    {"a sentence in brackets of its own", "The nurse left.|(She was new.)|Nobody took over."},
    {"brackets at the end", "The nurse left at noon (as on most days).|Nobody took over."},
    {"a double mark", "Was it true?!|Nobody knew."},
    {"three marks", "Never again!!!|The cook agreed."},
    {"question marks in a row", "Who did it??|The cook did."},
    {"dots for a pause inside a sentence", "The cook said … nothing at all."},
    {"three dots inside a sentence", "The cook looked up... and went on."},
    {"three dots at the end", "The cook looked up...|Then she went on."},
    {"dots with spaces inside a sentence", "The cook did . . . nothing."},
    {"four dots", "The cook waited....|The bell rang."},
    {"dots in brackets", "The rule says that “no cook […] may leave” early.|It is old."},
    {"a name of a place on the web", "Write to www.fenn.example or look at fenn.example/wards for more."},
    {"an address for mail", "Write to jo.grove@fenn.example today.|She answers."},
    {"a file's name", "Open wards.csv and log.txt first.|Then wait."},
    {"a name with a mark in it", "They asked Help! for money, and it came."},
    {"a single capital that is a pronoun", "So it was you and I.|We did it."},
    {"a single capital that is a name", "The plan of ward B. was lost, and that of ward C. too."},
    {"a degree", "It was signed by Lena Voss, Ph.D., and by a clerk."},
    {"a degree at the end", "It was signed by Lena Voss, Ph.D.|The clerk came later."},
    {"junior", "Martin Lowe Jr. was on duty."},
    {"months and days shortened", "On Mon. 4 Feb. it snowed."},
    {"a list of numbers in a line", "There were three faults: 1. the lift, 2. the roof, 3. the door."},
    {"a section's number", "Section 4.2.1 says so.|Section 5 does not."},
    {"a sentence that begins with a number", "The lift was mended.|12 people used it."},
    {"a colon and dashes do not end", "The order was this: nobody – not even the cook – may leave."},
    {"no space behind the stop, then a capital", "The lift was mended.|~The roof was not."},
    {"a reference mark behind the stop", "The lift was mended.[3]|The roof was not."},
};

}  // namespace

TEST_SUITE("text") {
  TEST_CASE("sentences: sixty phenomena") {
    CHECK(std::size(rows) >= 60);
    for (const Row& row : rows) {
      const std::string what = row.what;
      CAPTURE(what);
      std::string whole, cut;
      for (const char* c = row.cut; *c != '\0'; ++c) {
        cut += *c;
        if (*c != '|') { whole += *c; continue; }
        if (c[1] == '~') ++c;
        else whole += ' ';
      }
      if (row.gap) CHECK_MESSAGE(split(whole) != cut, "it is cut now: no gap any more");
      else CHECK(split(whole) == cut);
    }
  }
}
