#include "reading/figures/counted.h"

#include "reading/phrases.h"

namespace sitcen::reading {
namespace {

constexpr std::uint32_t kFarthest = 8;  ///< tokens between a number and the noun that it counts

bool is_noun(const Document& doc, std::uint32_t i) {
  const Pos pos = doc.tokens[i].pos;
  return pos == Pos::noun || pos == Pos::propn;
}

/// "of" behind the figure: the nouns that hang on it.
std::optional<Span> behind_of(const Document& doc, const Tree& tree, std::uint32_t last) {
  if (last >= doc.tokens.size() || !is_word(doc, last, "of")) return std::nullopt;
  const std::uint32_t object = tree.child(last, Dep::pobj);
  if (object == kNoToken || !is_noun(doc, object) || object < last) return std::nullopt;
  std::uint32_t first = last + 1;
  while (first < object && (doc.tokens[first].pos == Pos::det || doc.tokens[first].pos == Pos::space)) ++first;
  return Span{doc.tokens[first].span.begin, doc.tokens[object].span.end};
}

}  // namespace

std::optional<Span> counted(const Document& doc, const Tree& tree, TokenRange figure) {
  if (auto nouns = behind_of(doc, tree, figure.last)) return nouns;
  // The head of the number, if it stands behind it: "28 good programmes".
  std::uint32_t head = kNoToken;
  for (std::uint32_t i = figure.first; i < figure.last; ++i) {
    const std::uint32_t h = tree.head(i);
    if (h >= figure.last && h - figure.last < kFarthest && is_noun(doc, h)) head = h;
  }
  if (head == kNoToken) return std::nullopt;
  std::uint32_t first = figure.last;
  while (first < head && (doc.tokens[first].pos == Pos::punct || doc.tokens[first].pos == Pos::space ||
                          doc.tokens[first].pos == Pos::adp || doc.tokens[first].pos == Pos::det))
    ++first;
  return Span{doc.tokens[first].span.begin, doc.tokens[head].span.end};
}

}  // namespace sitcen::reading
