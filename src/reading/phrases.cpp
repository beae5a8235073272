#include "reading/phrases.h"

#include <algorithm>

namespace sitcen::reading {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// What stands behind the noun and is no part of its name.
bool is_aside(Dep dep) {
  return dep == Dep::appos || dep == Dep::relcl || dep == Dep::acl || dep == Dep::advcl || dep == Dep::parataxis ||
         dep == Dep::ccomp;
}

bool is_light(const Document& doc, std::uint32_t i) {
  const Token& token = doc.tokens[i];
  if (token.is_space) return true;
  if (token.pos != Pos::punct) return token.pos == Pos::cconj;
  const std::string_view text = doc.str(token);
  return text != "$" && text != "#" && text != "%";
}

}  // namespace

bool is_word(const Document& doc, std::uint32_t token, std::string_view word) {
  return std::ranges::equal(doc.str(doc.tokens[token]), word, {}, lower);
}

TokenRange noun_phrase(const Document& doc, const Tree& tree, std::uint32_t head) {
  TokenRange out = {tree.range(head).first, head + 1};
  // An aside in front ("A doctor, he said") belongs to the clause; step over it.
  for (const std::uint32_t c : tree.children(head))
    if (c < head && is_aside(tree.dep(c))) out.first = std::max(out.first, tree.range(c).last);
  std::uint32_t last = head;
  for (std::uint32_t depth = 0; depth < 8; ++depth) {
    std::uint32_t next = kNoToken;
    for (const std::uint32_t c : tree.children(last)) {
      if (c <= last) continue;
      const Dep dep = tree.dep(c);
      if (dep == Dep::conj) {
        next = c;
        break;
      }
      if (dep == Dep::punct || dep == Dep::cc) continue;
      // "people polled last week": a participle that no comma sets off belongs to the phrase.
      const bool restrictive = dep == Dep::acl && tree.range(c).first == out.last;
      if (!restrictive && (is_aside(dep) || c > out.last + 1 || doc.tokens[c].pos == Pos::verb)) break;
      out.last = std::max(out.last, tree.range(c).last);
    }
    if (next == kNoToken || doc.tokens[next].pos == Pos::verb) break;
    out.last = std::max(out.last, next + 1);
    last = next;
  }
  return trimmed(doc, out);
}

TokenRange trimmed(const Document& doc, TokenRange range) {
  while (!range.empty() && is_light(doc, range.first)) ++range.first;
  while (!range.empty() && is_light(doc, range.last - 1)) --range.last;
  return range;
}

Span span_of(const Document& doc, TokenRange range) {
  if (range.empty()) return {};
  return {doc.tokens[range.first].span.begin, doc.tokens[range.last - 1].span.end};
}

TokenRange tokens_of(const Document& doc, Span span) {
  const auto at = [&](std::uint32_t byte) {
    return static_cast<std::uint32_t>(
        std::ranges::lower_bound(doc.tokens, byte, {}, [](const Token& t) { return t.span.begin; }) -
        doc.tokens.begin());
  };
  return {at(span.begin), at(span.end)};
}

}  // namespace sitcen::reading
