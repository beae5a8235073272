#include "reading/figures/counted.h"

#include <algorithm>

#include "reading/phrases.h"

namespace sitcen::reading {
namespace {

constexpr std::uint32_t kFarthest = 8;   ///< tokens between a number and the noun that it counts
constexpr std::uint32_t kModifiers = 4;  ///< tokens of a thing in front of its head

bool is_noun(const Document& doc, std::uint32_t i) {
  const Pos pos = doc.tokens[i].pos;
  return pos == Pos::noun || pos == Pos::propn;
}

bool is_verb(const Document& doc, std::uint32_t i) {
  const Pos pos = doc.tokens[i].pos;
  return pos == Pos::verb || pos == Pos::aux;
}

bool modifies(const Document& doc, const Tree& tree, std::uint32_t i) {
  const Dep dep = tree.dep(i);
  return (dep == Dep::amod || dep == Dep::compound || dep == Dep::nmod) && doc.tokens[i].pos != Pos::num &&
         doc.tokens[i].pos != Pos::punct;
}

void append_lemma(const Document& doc, std::uint32_t i, std::string& out) {
  if (!out.empty()) out += ' ';
  for (const char c : doc.lemma(doc.tokens[i])) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// The head noun and the modifiers right in front of it, not before `from`.
void name_thing(const Document& doc, const Tree& tree, std::uint32_t from, std::uint32_t head, Counted& out) {
  std::uint32_t first = head;
  while (first > from && head - first < kModifiers &&
         (modifies(doc, tree, first - 1) || doc.tokens[first - 1].pos == Pos::punct) &&
         doc.tokens[first - 1].sentence == doc.tokens[head].sentence)
    --first;
  while (first < head && !modifies(doc, tree, first)) ++first;
  out.of = Span{doc.tokens[first].span.begin, doc.tokens[head].span.end};
  for (std::uint32_t i = first; i <= head; ++i)
    if (i == head || modifies(doc, tree, i)) append_lemma(doc, i, out.thing);
}

/// The verb of which a token is the subject or the object.
void name_act(const Document& doc, const Tree& tree, std::uint32_t token, Counted& out) {
  const Dep dep = tree.dep(token);
  if (dep != Dep::nsubj && dep != Dep::nsubjpass && dep != Dep::dobj) return;
  const std::uint32_t verb = tree.head(token);
  if (doc.tokens[verb].pos != Pos::verb) return;
  out.act = doc.tokens[verb].span;
  append_lemma(doc, verb, out.act_lemma);
}

/// "of" behind the figure: the noun that hangs on it.
std::uint32_t noun_behind_of(const Document& doc, const Tree& tree, std::uint32_t last) {
  if (last >= doc.tokens.size() || !is_word(doc, last, "of")) return kNoToken;
  const std::uint32_t object = tree.child(last, Dep::pobj);
  return object != kNoToken && is_noun(doc, object) && object > last ? object : kNoToken;
}

/// The head of the number, if it stands behind it: "28 good programmes".
std::uint32_t noun_behind(const Document& doc, const Tree& tree, TokenRange figure) {
  std::uint32_t head = kNoToken;
  for (std::uint32_t i = figure.first; i < figure.last; ++i) {
    const std::uint32_t h = tree.head(i);
    if (h >= figure.last && h - figure.last < kFarthest && is_noun(doc, h)) head = h;
  }
  return head;
}

/// The token of the figure that the others hang on.
std::uint32_t top_of(const Tree& tree, TokenRange figure) {
  for (std::uint32_t i = figure.first; i < figure.last; ++i)
    if (!figure.has(tree.head(i)) || tree.is_root(i)) return i;
  return figure.first;
}

/// "Unemployment rose to 5.4 per cent", "the port cost 5 million euros": the subject of the verb that takes the amount.
std::uint32_t measured(const Document& doc, const Tree& tree, std::uint32_t top) {
  std::uint32_t verb = tree.head(top);
  if (tree.dep(top) == Dep::pobj) verb = tree.head(verb);
  if (verb == top || !is_verb(doc, verb)) return kNoToken;
  const std::uint32_t subject = tree.child(verb, Dep::nsubj);
  return subject != kNoToken && subject != top && is_noun(doc, subject) ? subject : kNoToken;
}

}  // namespace

Counted counted(const Document& doc, const Tree& tree, TokenRange figure, FigureKind kind) {
  Counted out;
  const std::uint32_t top = top_of(tree, figure);
  if (const std::uint32_t noun = noun_behind_of(doc, tree, figure.last); noun != kNoToken) {
    name_thing(doc, tree, figure.last + 1, noun, out);
    name_act(doc, tree, top, out);
    return out;
  }
  if (const std::uint32_t noun = noun_behind(doc, tree, figure); noun != kNoToken) {
    name_thing(doc, tree, figure.last, noun, out);
    name_act(doc, tree, noun, out);
    return out;
  }
  name_act(doc, tree, top, out);
  const bool amount = kind == FigureKind::money || kind == FigureKind::percent || kind == FigureKind::quantity ||
                      kind == FigureKind::temperature || tree.dep(top) == Dep::pobj;
  if (!amount || tree.dep(top) == Dep::nsubj || tree.dep(top) == Dep::nsubjpass) return out;
  const std::uint32_t subject = measured(doc, tree, top);
  if (subject == kNoToken) return out;
  name_thing(doc, tree, 0, subject, out);
  if (!out.act) name_act(doc, tree, subject, out);
  return out;
}

}  // namespace sitcen::reading
