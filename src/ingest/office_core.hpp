// What an office document says of itself. Only the title: its dates are those of saving, not of publication.
#pragma once

#include <string>

#include "ingest/xml.hpp"

namespace muster::ingest {

class CoreProperties : public XmlReader {
 public:
  void start(std::string_view name, const Attributes&) override { in_title_ = name == "dc:title"; }
  void end(std::string_view) override { in_title_ = false; }
  void text(std::string_view utf8) override {
    constexpr std::size_t longest = 500;
    if (in_title_ && title_.size() + utf8.size() <= longest) title_ += utf8;
  }
  // "" for what programs write by themselves: "Microsoft Word - letter.doc", "Document1", a file's name.
  [[nodiscard]] std::string title() const {
    if (title_.starts_with("Microsoft Word") || title_.starts_with("Document") || title_.ends_with(".doc") ||
        title_.ends_with(".docx") || title_.ends_with(".dotx") || title_.find(' ') == std::string::npos)
      return {};
    return title_;
  }

 private:
  std::string title_;
  bool in_title_ = false;
};

}  // namespace muster::ingest
