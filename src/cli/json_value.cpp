#include "cli/json_value.hpp"

#include <charconv>

#include "muster/base/utf8.hpp"

namespace muster::cli {
namespace {

constexpr int deepest = 64;

class Parser {
 public:
  explicit Parser(std::string_view json) : json_(json) {}

  base::Result<Value> whole() {
    MUSTER_TRY_ASSIGN(value, value_at(0));
    skip();
    if (at_ < json_.size()) return wrong("something behind the value");
    return std::move(value);
  }

 private:
  tl::unexpected<base::Error> wrong(std::string_view what) const {
    base::Where where;
    where.line = 1;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < at_ && i < json_.size(); ++i)
      if (json_[i] == '\n') ++where.line, begin = i + 1;
    where.column = static_cast<std::uint32_t>(at_ - begin + 1);
    return base::fail(base::Error{base::Code::json_broken, "not JSON: " + std::string(what), where, {}, {}});
  }

  void skip() {
    while (at_ < json_.size() && (json_[at_] == ' ' || json_[at_] == '\n' || json_[at_] == '\t' || json_[at_] == '\r'))
      ++at_;
  }
  bool eat(char c) {
    skip();
    if (at_ >= json_.size() || json_[at_] != c) return false;
    ++at_;
    return true;
  }

  base::Result<Value> value_at(int depth) {
    skip();
    if (depth > deepest) return wrong("nested too deep");
    if (at_ >= json_.size()) return wrong("it ends too early");
    const char c = json_[at_];
    if (c == '{') return object_at(depth);
    if (c == '[') return list_at(depth);
    Value value;
    if (c == '"') {
      value.type = Value::Type::string;
      MUSTER_TRY_ASSIGN(text, string_at());
      value.text = std::move(text);
      return value;
    }
    for (const std::string_view word : {"null", "true", "false"}) {
      if (json_.substr(at_, word.size()) != word) continue;
      at_ += word.size();
      value.type = word == "null" ? Value::Type::null : Value::Type::boolean;
      if (value.type == Value::Type::boolean) value.text = word;
      return value;
    }
    double number = 0;
    const char* end = json_.data() + json_.size();
    const auto parsed = std::from_chars(json_.data() + at_, end, number);
    const bool plain = (c >= '0' && c <= '9') || c == '-';
    if (parsed.ec != std::errc{} || !plain) return wrong("a value was expected");
    value.type = Value::Type::number;
    value.text.assign(json_.data() + at_, parsed.ptr);
    at_ = static_cast<std::size_t>(parsed.ptr - json_.data());
    return value;
  }

  base::Result<Value> object_at(int depth) {
    Value value;
    value.type = Value::Type::object;
    ++at_;
    if (eat('}')) return value;
    do {
      skip();
      if (at_ >= json_.size() || json_[at_] != '"') return wrong("a key was expected");
      MUSTER_TRY_ASSIGN(key, string_at());
      if (!eat(':')) return wrong("':' was expected");
      MUSTER_TRY_ASSIGN(member, value_at(depth + 1));
      value.members.emplace_back(std::move(key), std::move(member));
    } while (eat(','));
    if (!eat('}')) return wrong("',' or '}' was expected");
    return value;
  }

  base::Result<Value> list_at(int depth) {
    Value value;
    value.type = Value::Type::list;
    ++at_;
    if (eat(']')) return value;
    do {
      MUSTER_TRY_ASSIGN(item, value_at(depth + 1));
      value.items.push_back(std::move(item));
    } while (eat(','));
    if (!eat(']')) return wrong("',' or ']' was expected");
    return value;
  }

  base::Result<std::string> string_at() {
    std::string out;
    for (++at_; at_ < json_.size(); ++at_) {
      const char c = json_[at_];
      if (c == '"') {
        ++at_;
        return out;
      }
      if (static_cast<unsigned char>(c) < 0x20) return wrong("a control character in a string");
      if (c != '\\') {
        out += c;
        continue;
      }
      if (++at_ >= json_.size()) break;
      constexpr std::string_view from = "\"\\/bfnrt", to = "\"\\/\b\f\n\r\t";
      if (const std::size_t simple = from.find(json_[at_]); simple != std::string_view::npos) {
        out += to[simple];
        continue;
      }
      std::uint32_t high = 0, low = 0;
      if (json_[at_] != 'u' || !hex_at(high)) return wrong("an unknown escape");
      if (high >= 0xD800 && high < 0xDC00 && json_.substr(at_ + 1, 2) == "\\u") {
        at_ += 2;
        if (!hex_at(low) || low < 0xDC00 || low > 0xDFFF) return wrong("half of a surrogate pair");
        high = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
      }
      if (high >= 0xD800 && high < 0xE000) return wrong("half of a surrogate pair");
      base::append(out, static_cast<char32_t>(high));
    }
    return wrong("a string does not end");
  }

  // Four digits behind at_; leaves at_ on the last.
  bool hex_at(std::uint32_t& value) {
    if (at_ + 4 >= json_.size()) return false;
    const char* begin = json_.data() + at_ + 1;
    const auto parsed = std::from_chars(begin, begin + 4, value, 16);
    at_ += 4;
    return parsed.ec == std::errc{} && parsed.ptr == begin + 4;
  }

  std::string_view json_;
  std::size_t at_ = 0;
};

void append_string(std::string& out, std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      (out += '\\') += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (byte < 0x20 || byte == 0x7F) {
      ((out += "\\u00") += hex[byte >> 4]) += hex[byte & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

void append_flat(std::string& out, const Value& value) {
  bool first = true;
  const auto comma = [&] {
    if (!first) out += ", ";
    first = false;
  };
  switch (value.type) {
    case Value::Type::null: out += "null"; return;
    case Value::Type::boolean:
    case Value::Type::number: out += value.text; return;
    case Value::Type::string: append_string(out, value.text); return;
    case Value::Type::list:
      out += '[';
      for (const Value& item : value.items) comma(), append_flat(out, item);
      out += ']';
      return;
    case Value::Type::object:
      out += '{';
      for (const auto& [key, member] : value.members)
        comma(), append_string(out, key), out += ": ", append_flat(out, member);
      out += '}';
  }
}

void append_pretty(std::string& out, const Value& value, std::size_t indent) {
  const std::string flat = flat_json(value);
  const bool container = value.type == Value::Type::list || value.type == Value::Type::object;
  if (!container || indent + flat.size() <= 100) {
    out += flat;
    return;
  }
  const bool object = value.type == Value::Type::object;
  const std::string pad(indent + 2, ' ');
  const std::size_t count = object ? value.members.size() : value.items.size();
  out += object ? "{\n" : "[\n";
  for (std::size_t i = 0; i < count; ++i) {
    out += pad;
    if (object) append_string(out, value.members[i].first), out += ": ";
    append_pretty(out, object ? value.members[i].second : value.items[i], indent + 2);
    out += i + 1 < count ? ",\n" : "\n";
  }
  out.append(indent, ' ');
  out += object ? '}' : ']';
}

}  // namespace

const Value* Value::find(std::string_view key) const {
  for (const auto& [name, member] : members)
    if (name == key) return &member;
  return nullptr;
}

Value* Value::find(std::string_view key) { return const_cast<Value*>(std::as_const(*this).find(key)); }

std::string_view Value::string(std::string_view key) const {
  const Value* member = find(key);
  return member && member->type == Type::string ? std::string_view(member->text) : std::string_view{};
}

base::Result<Value> parse_json(std::string_view json) { return Parser(json).whole(); }

std::string flat_json(const Value& value) {
  std::string out;
  append_flat(out, value);
  return out;
}

std::string pretty_json(const Value& value) {
  std::string out;
  append_pretty(out, value, 0);
  return out + '\n';
}

}  // namespace muster::cli
