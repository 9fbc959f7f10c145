#include "ingest/glob.hpp"

#include <algorithm>

#include <string>
#include <vector>

namespace muster::ingest {
namespace {

struct Token {
  enum Kind { character, any, star, deep, set } kind = character;   // deep: **, set: [..]
  char c = 0;
  std::string_view in = {};
  bool negated = false;
};

std::vector<Token> parse(std::string_view p) {
  std::vector<Token> out;
  for (std::size_t i = 0; i < p.size(); ++i) {
    if (p[i] == '*' && i + 1 < p.size() && p[i + 1] == '*') {
      while (i + 1 < p.size() && p[i + 1] == '*') ++i;
      // "**/" also stands for no folder at all.
      if (i + 1 < p.size() && p[i + 1] == '/') {
        ++i;
        out.push_back({Token::deep, '/'});
      } else {
        out.push_back({Token::deep});
      }
    } else if (p[i] == '*') {
      out.push_back({Token::star});
    } else if (p[i] == '?') {
      out.push_back({Token::any});
    } else if (p[i] == '[') {
      const bool negated = i + 1 < p.size() && (p[i + 1] == '!' || p[i + 1] == '^');
      const std::size_t from = i + 1 + (negated ? 1 : 0);
      const std::size_t close = p.find(']', from + 1);
      if (close == std::string_view::npos) {
        out.push_back({Token::character, '['});
      } else {
        out.push_back({Token::set, 0, p.substr(from, close - from), negated});
        i = close;
      }
    } else if (p[i] == '\\' && i + 1 < p.size()) {
      out.push_back({Token::character, p[++i]});
    } else {
      out.push_back({Token::character, p[i]});
    }
  }
  return out;
}

bool in_set(const Token& token, char c) {
  if (c == '/') return false;
  bool found = false;
  for (std::size_t i = 0; i < token.in.size(); ++i) {
    if (i + 2 < token.in.size() && token.in[i + 1] == '-') {
      found = found || (token.in[i] <= c && c <= token.in[i + 2]);
      i += 2;
    } else {
      found = found || token.in[i] == c;
    }
  }
  return found != token.negated;
}

}  // namespace

bool glob_matches(std::string_view pattern, std::string_view path) {
  const std::vector<Token> tokens = parse(pattern);
  // reach[i]: the tokens so far can have consumed path[0, i).
  std::vector<char> reach(path.size() + 1, 0), next(path.size() + 1, 0);
  reach[0] = 1;
  for (const Token& token : tokens) {
    next.assign(path.size() + 1, 0);
    bool open = false;   // deep: some earlier place was reached
    for (std::size_t i = 0; i <= path.size(); ++i) {
      const bool more = i < path.size();
      switch (token.kind) {
        case Token::character: if (more && reach[i] && path[i] == token.c) next[i + 1] = 1; break;
        case Token::any: if (more && reach[i] && path[i] != '/') next[i + 1] = 1; break;
        case Token::set: if (more && reach[i] && in_set(token, path[i])) next[i + 1] = 1; break;
        case Token::star:
          if (reach[i]) next[i] = 1;
          if (more && next[i] && path[i] != '/') next[i + 1] = 1;
          break;
        case Token::deep:
          if (reach[i]) open = true, next[i] = 1;
          if (open && (token.c == 0 || (i > 0 && path[i - 1] == '/'))) next[i] = 1;
          break;
      }
    }
    reach.swap(next);
  }
  return reach[path.size()] != 0;
}

bool any_matches(const std::vector<std::string>& patterns, std::string_view below, bool folder) {
  const std::size_t slash = below.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? below : below.substr(slash + 1);
  return std::any_of(patterns.begin(), patterns.end(), [&](std::string_view pattern) {
    if (pattern.starts_with("./")) pattern.remove_prefix(2);
    if (pattern.ends_with('/')) {
      if (!folder) return false;
      pattern.remove_suffix(1);
    }
    return glob_matches(pattern, pattern.find('/') == std::string_view::npos ? name : below);
  });
}

}  // namespace muster::ingest
