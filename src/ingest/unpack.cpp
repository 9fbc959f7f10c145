#include "ingest/unpack.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <locale.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include "ingest/encoding.hpp"
#include "muster/base/utf8.hpp"

namespace muster::ingest {
namespace {

constexpr std::size_t block_size = std::size_t{64} << 10U;
// Text compresses ten to one, forms and tables a hundred to one: small things are not weighed at all.
constexpr std::uint64_t unweighed = std::uint64_t{64} << 20U;

// libarchive converts names to the charset of the locale: that of this thread is UTF-8 while it works,
// whatever the environment says.
class Utf8Locale {
 public:
  Utf8Locale() {
    static const locale_t utf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    if (utf8 != nullptr) before_ = ::uselocale(utf8);
  }
  ~Utf8Locale() {
    if (before_ != nullptr) ::uselocale(before_);
  }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

 private:
  locale_t before_ = nullptr;
};

base::Error damaged(std::string text) { return {base::Code::archive_damaged, std::move(text), std::nullopt, {}, {}}; }

std::string name_of(archive_entry* entry) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  if (name == nullptr) return "(without a name)";
  const std::string_view bytes = name;
  return base::is_valid_utf8(bytes) ? std::string(bytes) : std::string(decode(bytes, "windows-1252").utf8());
}

}  // namespace

struct Unpacker::State {
  ByteInput& input;
  const Limits& limits;
  Budget& budget;
  archive* handle = nullptr;
  std::string block;
  std::uint64_t at = 0;                  // offset behind the block that was handed over last
  std::string_view pending;              // of the entry's bytes, libarchive's until its next call
  std::optional<base::Error> input_error;
  bool fatal = false;
  bool outermost = false;                // reads the file itself: its bytes are what all else is weighed against

  State(ByteInput& from, const Limits& most, Budget& cost) : input(from), limits(most), budget(cost) {}
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (handle != nullptr) archive_read_free(handle);
  }

  static la_ssize_t on_read(archive*, void* data, const void** out) {
    State& self = *static_cast<State*>(data);
    self.block.clear();
    const base::Result<std::size_t> got = self.input.read(self.block, block_size);
    if (!got) {
      self.input_error = got.error();
      archive_set_error(self.handle, EIO, "%s", "cannot be read");
      return ARCHIVE_FATAL;
    }
    self.at += *got;
    // Seeking reads a stretch again: a file never counts for more than it is.
    if (self.outermost)
      self.budget.packed = std::min(self.budget.packed + *got, self.input.size().value_or(UINT64_MAX));
    *out = self.block.data();
    return static_cast<la_ssize_t>(*got);
  }

  static la_int64_t on_seek(archive*, void* data, la_int64_t offset, int whence) {
    State& self = *static_cast<State*>(data);
    std::int64_t to = offset;
    if (whence == SEEK_CUR) to += static_cast<std::int64_t>(self.at);
    if (whence == SEEK_END) to += static_cast<std::int64_t>(self.input.size().value_or(0));
    if (to < 0 || !self.input.seek(static_cast<std::uint64_t>(to))) return ARCHIVE_FATAL;
    self.at = static_cast<std::uint64_t>(to);
    return to;
  }

  [[nodiscard]] base::Error error() const {
    if (input_error) return *input_error;
    const char* const why = archive_error_string(handle);
    if (why != nullptr && std::string_view(why).find("ncrypt") != std::string_view::npos)
      return {
          base::Code::input_encrypted,
          fmt::format("the archive is encrypted ({}): unpack it with its password and give muster what is in it", why),
          std::nullopt,
          {},
          {}};
    return damaged(fmt::format("the archive is damaged: {}", why != nullptr ? why : "it cannot be read"));
  }

  // Whether what came out so far is more than what went in can honestly hold.
  [[nodiscard]] std::optional<base::Error> weigh() const {
    if (budget.unpacked > limits.max_unpacked)
      return base::Error{base::Code::input_too_large,
                         fmt::format("holds more than {} bytes unpacked (see --max-unpacked)", limits.max_unpacked),
                         std::nullopt,
                         {},
                         {}};
    if (budget.unpacked > unweighed && budget.unpacked / limits.max_ratio > budget.packed)
      return base::Error{base::Code::archive_bomb,
                         fmt::format("unpacks to more than {} times its size (see --max-ratio)", limits.max_ratio),
                         std::nullopt,
                         {},
                         {}};
    return std::nullopt;
  }
};

Unpacker::Unpacker(std::unique_ptr<State> state) : state_(std::move(state)) {}
Unpacker::Unpacker(Unpacker&&) noexcept = default;
Unpacker::~Unpacker() = default;

base::Result<Unpacker> Unpacker::open(ByteInput& input, Packing packing, const Limits& limits, Budget& budget) {
  const Utf8Locale locale;
  auto state = std::make_unique<State>(input, limits, budget);
  archive* const handle = archive_read_new();
  state->handle = handle;
  state->outermost = budget.packed == 0;
  if (packing == Packing::compressed) {
    archive_read_support_filter_gzip(handle);
    archive_read_support_filter_bzip2(handle);
    archive_read_support_filter_xz(handle);
    archive_read_support_filter_zstd(handle);
    archive_read_support_format_raw(handle);
  } else {
    archive_read_support_format_tar(handle);
    archive_read_support_format_zip(handle);
    archive_read_support_format_7zip(handle);
  }
  archive_read_set_callback_data(handle, state.get());
  archive_read_set_read_callback(handle, State::on_read);
  if (input.size() && input.seek(0)) archive_read_set_seek_callback(handle, State::on_seek);
  if (archive_read_open1(handle) != ARCHIVE_OK) return base::fail(state->error());
  Unpacker unpacker(std::move(state));
  if (packing == Packing::compressed) {
    MUSTER_TRY(unpacker.next());
    // Without a filter it would be handed on as it is, and come back here.
    if (archive_filter_count(handle) < 2)
      return base::fail(damaged("the compressed bytes are damaged: they do not even begin"));
  }
  return unpacker;
}

base::Result<std::optional<Entry>> Unpacker::next() {
  const Utf8Locale locale;
  if (++state_->budget.entries > state_->limits.max_entries)
    return base::fail(base::Code::input_too_large,
                      fmt::format("holds more than {} entries (see --max-entries)", state_->limits.max_entries));
  archive_entry* entry = nullptr;
  state_->pending = {};
  const int result = archive_read_next_header(state_->handle, &entry);
  if (result == ARCHIVE_EOF) return std::optional<Entry>();
  if (result < ARCHIVE_WARN) {
    state_->fatal = true;
    return base::fail(state_->error());
  }
  Entry out;
  out.name = name_of(entry);
  // Zips from a stream, and those of some programs, do not say what an entry is; folders end in a slash.
  const auto type = archive_entry_filetype(entry);
  out.file = (type == AE_IFREG || type == 0) && archive_entry_hardlink(entry) == nullptr && !out.name.ends_with('/');
  out.encrypted = archive_entry_is_encrypted(entry) != 0;
  return std::optional<Entry>(std::move(out));
}

base::Result<std::size_t> Unpacker::read(std::string& out, std::size_t most) {
  const Utf8Locale locale;
  // Block by block: what comes before an error is handed over before it. Holes of sparse files are left out.
  while (state_->pending.empty()) {
    const void* data = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int result = archive_read_data_block(state_->handle, &data, &size, &offset);
    if (result == ARCHIVE_EOF) return std::size_t{0};
    if (result < ARCHIVE_OK) {
      state_->fatal = result == ARCHIVE_FATAL;
      return base::fail(state_->error());
    }
    state_->pending = {static_cast<const char*>(data), size};
  }
  const std::string_view piece = state_->pending.substr(0, most);
  out += piece;
  state_->pending.remove_prefix(piece.size());
  state_->budget.unpacked += piece.size();
  if (std::optional<base::Error> heavy = state_->weigh()) {
    state_->fatal = true;
    return base::fail(std::move(*heavy));
  }
  return piece.size();
}

bool Unpacker::whole() const { return !state_->fatal; }

base::Result<std::size_t> EntryInput::read(std::string& out, std::size_t most) {
  if (error_) return base::fail(*error_);
  base::Result<std::size_t> got = unpacker_.read(out, most);
  if (!got) error_ = got.error();
  return got;
}

}  // namespace muster::ingest
