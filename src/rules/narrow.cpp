#include "rules/narrow.hpp"

#include "rules/expand.hpp"

namespace muster::rules {
namespace {

std::size_t pair_of(char a, char b) { return static_cast<std::size_t>(static_cast<unsigned char>(a)) << 8U | static_cast<unsigned char>(b); }

}  // namespace

void Narrowing::begin(std::string_view folded) {
  for (std::size_t i = 1; i < text_.size(); ++i) pairs_.reset(pair_of(text_[i - 1], text_[i]));
  text_.clear();
  cuts_.clear();
  for (char c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      if (!text_.empty() && text_.back() == ' ') continue;
      c = ' ';
    }
    text_ += c;
  }
  for (absent_ = '\x0E'; absent_ < '\x1F' && text_.find(absent_) != std::string::npos; ++absent_) {}
  for (std::size_t i = 1; i < text_.size(); ++i) pairs_.set(pair_of(text_[i - 1], text_[i]));
}

bool Narrowing::holds(std::string_view form) const {
  if (form.size() > 1 && (!pairs_.test(pair_of(form[0], form[1])) || !pairs_.test(pair_of(form[form.size() - 2], form.back())))) return false;
  return text_.find(form) != std::string::npos;
}

const std::string& Narrowing::alternation(std::string_view id, const std::vector<std::string>& forms) {
  auto found = cuts_.find(id);
  if (found == cuts_.end()) {
    std::vector<std::string> here;
    for (const std::string& form : forms)
      if (holds(form)) here.push_back(form);
    found = cuts_.emplace(std::string(id), Cut{here.empty() ? std::string(1, absent_) : any_of_forms(here), forms.size() - here.size()}).first;
  }
  dropped_ += found->second.dropped;
  return found->second.pattern;
}

}  // namespace muster::rules
