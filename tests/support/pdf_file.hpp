// A PDF file for tests, put together from words at places: valid, uncompressed, without embedded fonts.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace muster::support {

// Lengths are points; y runs down from the top of the page, of text to its baseline.
class PdfFile {
 public:
  PdfFile& page(float width = 595, float height = 842);
  // `font`: one of PDF's own (Helvetica, Helvetica-Bold, Times-Roman, Times-Italic, Courier, Symbol,
  // ZapfDingbats …). Text is UTF-8 of what Windows-1252 has; anything else becomes "?".
  PdfFile& text(float x, float y, float size, std::string_view utf8, std::string_view font = "Helvetica");
  // A filled rectangle: a thin one is a line of a table. `grey` from 0 (black) to 1.
  PdfFile& rule(float x0, float y0, float x1, float y1, float grey = 0);
  // An outline of width 1.
  PdfFile& box(float x0, float y0, float x1, float y1);
  // A picture over the whole page (white, 400 by 400).
  PdfFile& image();
  // Drawing instructions as they are; fonts are named /F0, /F1 … in the order of their first use.
  PdfFile& raw(std::string_view instructions);
  // More entries for the page's dictionary ("/Rotate 90"), or for its resources ("/XObject << … >>").
  PdfFile& page_entry(std::string_view entry);
  PdfFile& resource(std::string_view entry);
  // An entry of the catalogue ("/OCProperties << … >>").
  PdfFile& catalogue_entry(std::string_view entry);
  PdfFile& title(std::string_view ascii);
  // An object of its own: "<< … >>", or with a stream. The number is that of "N 0 R".
  int object(std::string body);
  static std::string stream(std::string_view entries, std::string_view data);
  // The number that text in this font uses ("/F0"); adds the font.
  std::string font(std::string_view name);
  // A font of the caller's own: an object, and the name to use it by in raw().
  std::string font_object(int number);

  [[nodiscard]] std::string bytes() const;

 private:
  struct Leaf {
    float width, height;
    std::string content, entries, resources;
  };
  std::vector<Leaf> pages_;
  std::vector<std::string> objects_;                          // of the caller, from number 10 on
  std::vector<std::pair<std::string, std::string>> fonts_;    // name, object
  std::string title_, catalogue_;
};

}  // namespace muster::support
