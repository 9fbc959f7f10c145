#include "support/pdf_file.hpp"

#include <fmt/format.h>

#include "ingest/encoding.hpp"
#include "muster/base/utf8.hpp"

namespace muster::support {
namespace {

constexpr int first_object = 10;

std::string literal(std::string_view utf8) {
  std::string out = "(";
  for (std::size_t i = 0; i < utf8.size();) {
    const auto step = base::step(utf8, i);
    const int byte = ingest::to_windows_1252(step.code_point);
    const char c = byte < 0 ? '?' : static_cast<char>(byte);
    if (c == '(' || c == ')' || c == '\\') out += '\\';
    out += c;
    i += step.length;
  }
  return out + ")";
}

}  // namespace

PdfFile& PdfFile::page(float width, float height) {
  pages_.push_back({width, height, {}, {}, {}});
  return *this;
}

PdfFile& PdfFile::text(float x, float y, float size, std::string_view utf8, std::string_view font_name) {
  if (pages_.empty()) page();
  return raw(
      fmt::format("BT {} {} Tf {} {} Td {} Tj ET", font(font_name), size, x, pages_.back().height - y, literal(utf8)));
}

PdfFile& PdfFile::rule(float x0, float y0, float x1, float y1, float grey) {
  if (pages_.empty()) page();
  return raw(fmt::format("q {} g {} {} {} {} re f Q", grey, x0, pages_.back().height - y1, x1 - x0, y1 - y0));
}

PdfFile& PdfFile::box(float x0, float y0, float x1, float y1) {
  if (pages_.empty()) page();
  return raw(fmt::format("q 1 w {} {} {} {} re S Q", x0, pages_.back().height - y1, x1 - x0, y1 - y0));
}

PdfFile& PdfFile::image() {
  if (pages_.empty()) page();
  std::string data;   // 400 rows of 50 bytes, as runs of 128 white ones
  for (int i = 0; i < 157; ++i) data += "\x81\xFF";
  const int number = object(stream(
      "/Type /XObject /Subtype /Image /Width 400 /Height 400 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /RunLengthDecode",
      data + "\x80"));
  resource(fmt::format("/XObject << /Im0 {} 0 R >>", number));
  return raw(fmt::format("q {} 0 0 {} 0 0 cm /Im0 Do Q", pages_.back().width, pages_.back().height));
}

PdfFile& PdfFile::raw(std::string_view instructions) {
  if (pages_.empty()) page();
  pages_.back().content += instructions;
  pages_.back().content += '\n';
  return *this;
}

PdfFile& PdfFile::page_entry(std::string_view entry) {
  if (pages_.empty()) page();
  pages_.back().entries += fmt::format(" {}", entry);
  return *this;
}

PdfFile& PdfFile::resource(std::string_view entry) {
  if (pages_.empty()) page();
  pages_.back().resources += fmt::format(" {}", entry);
  return *this;
}

PdfFile& PdfFile::catalogue_entry(std::string_view entry) {
  catalogue_ += fmt::format(" {}", entry);
  return *this;
}

PdfFile& PdfFile::title(std::string_view ascii) {
  title_ = ascii;
  return *this;
}

int PdfFile::object(std::string body) {
  objects_.push_back(std::move(body));
  return first_object + static_cast<int>(objects_.size()) - 1;
}

std::string PdfFile::stream(std::string_view entries, std::string_view data) {
  return fmt::format("<< {} /Length {} >>\nstream\n{}\nendstream", entries, data.size(), data);
}

std::string PdfFile::font(std::string_view name) {
  for (std::size_t i = 0; i < fonts_.size(); ++i) {
    if (fonts_[i].first == name) return fmt::format("/F{}", i);
  }
  const bool symbolic = name == "Symbol" || name == "ZapfDingbats";
  fonts_.emplace_back(name, fmt::format("<< /Type /Font /Subtype /Type1 /BaseFont /{}{} >>", name,
                                        symbolic ? "" : " /Encoding /WinAnsiEncoding"));
  return fmt::format("/F{}", fonts_.size() - 1);
}

std::string PdfFile::font_object(int number) {
  fonts_.emplace_back(fmt::format("object {}", number), fmt::format("{} 0 R", number));
  return fmt::format("/F{}", fonts_.size() - 1);
}

std::string PdfFile::bytes() const {
  // 1 the catalogue, 2 the tree of pages, 3 the information, 4 the fonts; then the caller's; then the pages.
  std::vector<std::pair<int, std::string>> all;
  int next = first_object + static_cast<int>(objects_.size());
  std::string kids, fonts;
  for (std::size_t i = 0; i < fonts_.size(); ++i) fonts += fmt::format("/F{} {} ", i, fonts_[i].second);
  for (std::size_t i = 0; i < pages_.size(); ++i) kids += fmt::format("{} 0 R ", next + 2 * static_cast<int>(i));
  all.emplace_back(1, fmt::format("<< /Type /Catalog /Pages 2 0 R{} >>", catalogue_));
  all.emplace_back(2, fmt::format("<< /Type /Pages /Count {} /Kids [{}] >>", pages_.size(), kids));
  all.emplace_back(3, fmt::format("<< /Title ({}) >>", title_));
  all.emplace_back(4, fmt::format("<< {}>>", fonts));
  for (std::size_t i = 0; i < objects_.size(); ++i) all.emplace_back(first_object + static_cast<int>(i), objects_[i]);
  for (const Leaf& leaf : pages_) {
    all.emplace_back(
        next,
        fmt::format(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {} {}] /Contents {} 0 R /Resources << /Font 4 0 R{} >>{} >>",
            leaf.width, leaf.height, next + 1, leaf.resources, leaf.entries));
    all.emplace_back(next + 1, stream("", leaf.content));
    next += 2;
  }
  std::string out = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
  std::vector<std::size_t> places(static_cast<std::size_t>(next), 0);
  for (const auto& [number, body] : all) {
    places[static_cast<std::size_t>(number)] = out.size();
    out += fmt::format("{} 0 obj\n{}\nendobj\n", number, body);
  }
  const std::size_t table = out.size();
  out += fmt::format("xref\n0 {}\n0000000000 65535 f \n", next);
  for (std::size_t i = 1; i < places.size(); ++i)
    out += places[i] == 0 ? "0000000000 00000 f \n" : fmt::format("{:010} 00000 n \n", places[i]);
  return out + fmt::format("trailer\n<< /Size {} /Root 1 0 R /Info 3 0 R >>\nstartxref\n{}\n%%EOF\n", next, table);
}

}  // namespace muster::support
