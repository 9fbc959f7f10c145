#include "muster/base/text.hpp"

#include "muster/base/utf8.hpp"

namespace muster::base {

Text::Text(std::string utf8) : utf8_(std::move(utf8)) {
  const std::string_view bytes = utf8_;
  std::size_t at = ascii_prefix(bytes);
  if (at == bytes.size()) {
    folded_ = utf8_;
    return;
  }
  folded_.reserve(bytes.size());
  folded_.assign(bytes.substr(0, at));
  for (std::size_t i = 0; i < at; i += step_) checkpoints_.push_back(i);
  while (at < bytes.size()) {
    if (folded_.size() % step_ == 0) checkpoints_.push_back(at);
    const std::size_t room = step_ - folded_.size() % step_;   // to the next checkpoint
    if (const std::size_t plain = ascii_prefix(bytes.substr(at, room)); plain > 0) {
      folded_.append(bytes.substr(at, plain));
      at += plain;
      continue;
    }
    const Step s = step(bytes, at);
    folded_.push_back(fold_code_point(s.code_point));
    at += s.length;
  }
  folded_.shrink_to_fit();
}

std::size_t Text::byte_of(std::uint32_t code_point) const {
  if (code_point >= folded_.size()) return utf8_.size();
  if (checkpoints_.empty()) return code_point;
  const std::size_t checkpoint = code_point / step_;
  std::size_t byte = checkpoints_[checkpoint];
  // Up to the next checkpoint all is ASCII, which is most of most texts.
  if (checkpoint + 1 < checkpoints_.size() && checkpoints_[checkpoint + 1] - byte == step_)
    return byte + code_point % step_;
  for (std::uint32_t i = code_point % step_; i > 0; --i) {
    byte += static_cast<unsigned char>(utf8_[byte]) < 0x80 ? 1 : step(utf8_, byte).length;
  }
  return byte;
}

std::uint32_t Text::code_point_at(std::size_t byte) const {
  if (byte >= utf8_.size()) return size();
  if (checkpoints_.empty()) return static_cast<std::uint32_t>(byte);
  const auto above = std::upper_bound(checkpoints_.begin(), checkpoints_.end(), byte);
  const auto index = static_cast<std::size_t>(above - checkpoints_.begin()) - 1;
  std::size_t at = checkpoints_[index];
  auto point = static_cast<std::uint32_t>(index) * step_;
  while (true) {
    const std::size_t next = at + step(utf8_, at).length;
    if (next > byte) return point;
    at = next;
    ++point;
  }
}

std::string_view Text::utf8(Span span) const {
  span.end = std::min(span.end, size());
  if (span.begin >= span.end) return {};
  const std::size_t from = byte_of(span.begin);
  const std::size_t to = byte_of(span.end);
  return std::string_view(utf8_).substr(from, to - from);
}

std::string_view Text::folded(Span span) const {
  span.end = std::min(span.end, size());
  if (span.begin >= span.end) return {};
  return std::string_view(folded_).substr(span.begin, span.size());
}

void Text::replace_ascii(std::uint32_t at, char with) {
  if (at >= size() || static_cast<unsigned char>(with) >= 0x80) return;
  const std::size_t byte = byte_of(at);
  if (static_cast<unsigned char>(utf8_[byte]) >= 0x80) return;
  utf8_[byte] = with;
  folded_[at] = with;
}

}  // namespace muster::base
