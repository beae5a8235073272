#include "reading/actors/syntax.h"

#include <string_view>

#include "reading/phrases.h"

namespace sitcen::reading {
namespace {

constexpr int kMostSteps = 10;  ///< heads to climb

bool is_verb(const Document& doc, std::uint32_t i) {
  return doc.tokens[i].pos == Pos::verb || doc.tokens[i].pos == Pos::aux;
}

std::uint32_t own_subject(const Tree& tree, std::uint32_t verb) {
  const std::uint32_t s = tree.child(verb, Dep::nsubj);
  return s != kNoToken ? s : tree.child(verb, Dep::nsubjpass);
}

bool is_negated(const Tree& tree, std::uint32_t verb) { return tree.child(verb, Dep::neg) != kNoToken; }

}  // namespace

std::uint32_t clause_subject(const Tree& tree, std::uint32_t verb) {
  for (int steps = 0; steps < kMostSteps; ++steps) {
    if (const std::uint32_t s = own_subject(tree, verb); s != kNoToken) return s;
    const Dep dep = tree.dep(verb);
    if (dep != Dep::conj && dep != Dep::xcomp && dep != Dep::advcl && dep != Dep::pcomp && dep != Dep::prep)
      return kNoToken;
    // "persuaded him to go": whoever is persuaded goes.
    if (dep == Dep::xcomp)
      if (const std::uint32_t o = tree.child(tree.head(verb), Dep::dobj); o != kNoToken && o < verb) return o;
    verb = tree.head(verb);
  }
  return kNoToken;
}

std::uint32_t governing_verb(const Document& doc, const Tree& tree, std::uint32_t head) {
  for (int steps = 0; steps < kMostSteps && !tree.is_root(head); ++steps) {
    head = tree.head(head);
    if (is_verb(doc, head)) return head;
  }
  return kNoToken;
}

Rivals rivals_of(const Document& doc, const Tree& tree, std::uint32_t head, bool possessive) {
  Rivals out;
  std::uint32_t top = head;
  // What it is coordinated with.
  for (int steps = 0; steps < kMostSteps && tree.dep(top) == Dep::conj; ++steps) {
    top = tree.head(top);
    out.add(top);
  }
  for (const std::uint32_t c : tree.children(head))
    if (tree.dep(c) == Dep::conj) out.add(c);
  // The phrases it stands in: "his" of "his mother" is not the mother.
  std::uint32_t up = top;
  for (int steps = 0; steps < kMostSteps && !tree.is_root(up); ++steps) {
    const Dep dep = tree.dep(up);
    up = tree.head(up);
    if (is_verb(doc, up)) break;
    if (dep == Dep::relcl || dep == Dep::acl || dep == Dep::appos || dep == Dep::conj) break;
    if (doc.tokens[up].pos == Pos::noun || doc.tokens[up].pos == Pos::propn) out.add(up);
  }
  if (possessive) return out;
  // The other arguments of its verb.
  const Dep dep = tree.dep(top);
  std::uint32_t verb = kNoToken;
  if (dep == Dep::dobj || dep == Dep::dative || dep == Dep::nsubj || dep == Dep::nsubjpass) verb = tree.head(top);
  if (dep == Dep::pobj && !tree.is_root(tree.head(top))) verb = tree.head(tree.head(top));
  if (verb == kNoToken || !is_verb(doc, verb)) return out;
  if (const std::uint32_t s = clause_subject(tree, verb); s != kNoToken && s != top) out.add(s);
  for (const std::uint32_t c : tree.children(verb)) {
    const Dep d = tree.dep(c);
    if (c == top || (d != Dep::dobj && d != Dep::dative && d != Dep::attr)) continue;
    out.add(c);
  }
  return out;
}

std::uint32_t speaking_head(const Document& doc, const Tree& tree, std::uint32_t head) {
  if (head == kNoToken) return head;
  const std::string_view tag = doc.tag(doc.tokens[head]);
  if (tag != "WP" && tag != "WDT") return head;
  const std::uint32_t verb = tree.head(head);
  return tree.dep(verb) == Dep::relcl ? tree.head(verb) : head;
}

std::uint32_t before_apposition(const Tree& tree, std::uint32_t head, std::uint32_t apposition) {
  for (int steps = 0; steps < kMostSteps; ++steps) {
    std::uint32_t next = head;
    for (const std::uint32_t c : tree.children(head))
      if (tree.dep(c) == Dep::conj && c > head && c < apposition) next = c;
    if (next == head) return head;
    head = next;
  }
  return head;
}

Equation equation_of(const Document& doc, const Tree& tree, std::uint32_t head) {
  // "is a scientist and a physician": all parts of a coordination say it of one.
  for (int steps = 0; steps < kMostSteps && tree.dep(head) == Dep::conj; ++steps) head = tree.head(head);
  const std::uint32_t above = tree.head(head);
  switch (tree.dep(head)) {
    case Dep::appos:
      return {before_apposition(tree, above, head), "apposition", 0.9F};
    case Dep::attr: {
      if (doc.lemma(doc.tokens[above]) != "be" || is_negated(tree, above)) return {};
      return {clause_subject(tree, above), "says who it is", 0.85F};
    }
    case Dep::pobj: {
      if (!is_word(doc, above, "as") || tree.is_root(above)) return {};
      const std::uint32_t verb = tree.head(above);
      if (!is_verb(doc, verb)) return {};
      return {clause_subject(tree, verb), "acts as", 0.6F};
    }
    default:
      return {};
  }
}

}  // namespace sitcen::reading
