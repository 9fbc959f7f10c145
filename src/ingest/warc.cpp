// Web archives (WARC, and Common Crawl's WET files): records one after the other, of any number, in memory
// for one of them. Pages, texts and papers that a server gave are read; its other answers are passed over.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "ingest/http.hpp"
#include "ingest/reading.hpp"
#include "ingest/zip_names.hpp"

namespace muster::ingest {
namespace {

constexpr std::size_t longest_head = std::size_t{256} << 10U;
constexpr std::size_t piece = std::size_t{64} << 10U;

base::Error error_of(base::Code code, std::string text) { return {code, std::move(text), std::nullopt, {}, {}}; }

struct Head {
  std::string type, uri, media_type, charset;
  std::uint64_t length = 0;
  bool has_length = false;
  bool cut = false;              // the crawler kept only the beginning
};

Head read_head_of(std::string_view text) {
  Head head;
  (void)take_line(text);   // "WARC/1.0"
  while (!text.empty()) {
    const HeadLine line = read_head_line(take_line(text));
    if (line.name == "warc-type") head.type = std::string(line.value);
    if (line.name == "warc-target-uri") head.uri = std::string(line.value);
    if (line.name == "content-type") read_content_type(line.value, head.media_type, head.charset);
    if (line.name == "warc-truncated") head.cut = true;
    if (line.name == "content-length") {
      const auto [end, error] = std::from_chars(line.value.data(), line.value.data() + line.value.size(), head.length);
      head.has_length = error == std::errc{} && end == line.value.data() + line.value.size();
    }
  }
  if (head.uri.size() > 2 && head.uri.front() == '<' && head.uri.back() == '>')
    head.uri = head.uri.substr(1, head.uri.size() - 2);
  return head;
}

// Kinds of answers that hold no document, whatever their bytes look like.
bool no_document(std::string_view media_type) {
  for (const std::string_view beginning : {"image/", "audio/", "video/", "font/", "text/css", "text/javascript",
                                           "text/dns", "text/vcard", "text/calendar", "text/xml"})
    if (media_type.starts_with(beginning)) return true;
  return media_type.find("javascript") != std::string_view::npos || media_type.find("json") != std::string_view::npos ||
         (media_type.find("xml") != std::string_view::npos && media_type.find("html") == std::string_view::npos &&
          media_type.find("officedocument") == std::string_view::npos);
}

class Records {
 public:
  Records(Reading& reading, ByteInput& input, const Place& place, const Take& take)
      : reading_(reading), input_(input), place_(place), take_(take) {}

  bool run() {
    while (go_on_ && find_record()) {
      const std::size_t end = head_end();
      if (end == 0) {
        if (over_) break;
        trouble("a record's head is too long");
        continue;
      }
      const Head head = read_head_of(std::string_view(buffer_).substr(at_, end - at_));
      ++number_;
      if (!head.has_length) {
        at_ += 5;   // behind this "WARC/": the next one is looked for
        trouble("a record does not say how long it is");
        continue;
      }
      at_ = end;
      record(head);
    }
    if (!go_on_) return false;
    if (error_) return take_(failed(reading_, place_, *error_));
    if (documents_ > 0) return true;
    return take_(
        failed(reading_, place_,
               error_of(base::Code::input_none, "the web archive holds no page, text or PDF that a server gave")));
  }

 private:
  bool more() {
    if (over_) return false;
    if (at_ > 0) buffer_.erase(0, at_), at_ = 0;
    const base::Result<std::size_t> got = input_.read(buffer_, piece);
    if (!got) error_ = got.error();
    over_ = !got || *got == 0;
    return !over_;
  }

  // Goes to the next line that begins a record; what is not blank before it is trouble.
  bool find_record() {
    bool clean = true;
    while (true) {
      while (at_ < buffer_.size() && (buffer_[at_] == '\r' || buffer_[at_] == '\n')) ++at_;
      if (buffer_.size() - at_ < 6 && more()) continue;
      if (buffer_.size() == at_) return false;
      if (std::string_view(buffer_).substr(at_, 5) == "WARC/") return true;
      if (clean) trouble("a record does not begin where the one before it ends");
      clean = false;
      const std::size_t next = buffer_.find("\nWARC/", at_);
      if (next != std::string::npos) {
        at_ = next + 1;
        return true;
      }
      at_ = buffer_.size() - std::min<std::size_t>(buffer_.size() - at_, 5);
      if (!more()) return false;
    }
  }

  // One past the blank line that ends the head at at_; 0 if there is none.
  std::size_t head_end() {
    while (true) {
      std::size_t end = std::string::npos;
      const std::string_view rest = std::string_view(buffer_).substr(at_);
      const std::size_t crlf = rest.find("\r\n\r\n");
      const std::size_t lf = rest.substr(0, crlf).find("\n\n");
      if (crlf != std::string::npos) end = at_ + crlf + 4;
      if (lf != std::string::npos) end = at_ + lf + 2;
      if (end != std::string::npos) return end;
      if (buffer_.size() - at_ > longest_head) {
        at_ += 5;
        return 0;
      }
      if (!more()) return 0;
    }
  }

  void record(const Head& head) {
    const bool wanted = head.type == "response" || head.type == "resource" || head.type == "conversion";
    if (!wanted || (head.type != "response" && no_document(head.media_type)) ||
        (head.type == "response" && !head.media_type.empty() && head.media_type.find("http") == std::string::npos)) {
      pass_over(head.length);
      return;
    }
    if (head.length > reading_.limits.max_bytes) {
      pass_over(head.length);
      hand_over(head, failed(reading_, place_, too_large(reading_.limits.max_bytes, "--max-bytes")));
      return;
    }
    std::string block;
    while (block.size() < head.length) {
      if (at_ == buffer_.size() && !more()) break;
      const std::size_t take = std::min<std::size_t>(buffer_.size() - at_, head.length - block.size());
      block.append(buffer_, at_, take);
      at_ += take;
    }
    std::vector<base::Warning> warnings;
    if (block.size() < head.length)
      warnings.push_back({base::Code::text_truncated,
                          fmt::format("the record ends early: {} of {} bytes are there", block.size(), head.length),
                          {}});
    if (head.cut)
      warnings.push_back({base::Code::text_truncated, "the crawler kept only the beginning of the page", {}});
    if (head.type == "response") {
      HttpAnswer answer;
      if (!read_http(block, reading_.limits.max_bytes, answer) || answer.status != 200 ||
          no_document(answer.media_type))
        return;
      if (answer.body.size() > reading_.limits.max_bytes) {
        hand_over(head, failed(reading_, place_, too_large(reading_.limits.max_bytes, "--max-bytes")));
        return;
      }
      if (!answer.trouble.empty()) warnings.push_back({base::Code::text_truncated, answer.trouble, {}});
      const bool joined = !answer.unwrapped.empty();
      document(head, joined ? std::move(answer.unwrapped) : std::string(answer.body), answer.charset,
               std::move(warnings));
    } else {
      document(head, std::move(block), head.charset, std::move(warnings));
    }
  }

  void document(const Head& head, std::string&& body, const std::string& charset,
                std::vector<base::Warning>&& warnings) {
    const Format* format = &sniff(std::string_view(body).substr(0, head_size), {});
    if (format->shape == Shape::zip) format = &sniff_zip(body);
    // What a server gives that is no page, text or paper is not missed; a paper that cannot be read is.
    if (body.empty() || format->shape != Shape::document) return;
    if (format->read == nullptr && format->read_bytes == nullptr && format->media_type != "application/pdf") return;
    Place place = place_;
    place.charset = charset;
    place.record = number_;
    (void)open_whole(
        reading_, std::move(body), body, *format, place,
        [&](Opened&& opened) { return hand_over(head, std::move(opened)); }, std::move(warnings));
  }

  bool hand_over(const Head& head, Opened&& opened) {
    ++documents_;
    opened.source.info.record = number_;
    if (!head.uri.empty()) opened.source.info.id = head.uri;
    return go_on_ = take_(std::move(opened));
  }

  void pass_over(std::uint64_t length) {
    while (length > 0) {
      if (at_ == buffer_.size() && !more()) return;
      const std::uint64_t step = std::min<std::uint64_t>(buffer_.size() - at_, length);
      at_ += static_cast<std::size_t>(step);
      length -= step;
    }
  }

  // Told once, behind the records.
  void trouble(std::string_view what) {
    if (!error_)
      error_ =
          error_of(base::Code::warc_broken,
                   fmt::format("behind record {}: {}; the records that could be told apart were read", number_, what));
  }

  Reading& reading_;
  ByteInput& input_;
  const Place& place_;
  const Take& take_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::uint64_t number_ = 0;
  std::uint64_t documents_ = 0;
  std::optional<base::Error> error_;
  bool over_ = false;
  bool go_on_ = true;
};

}  // namespace

bool open_web_archive(Reading& reading, ByteInput& input, const Place& place, const Take& take) {
  return Records(reading, input, place, take).run();
}

}  // namespace muster::ingest
