#include "reading/times/tense.h"

#include <string_view>

namespace sitcen::reading {
namespace {

constexpr int kFarthest = 24;  ///< steps up from a time to its verb

Tense tense_of_verb(const Document& doc, const Tree& tree, std::uint32_t verb) {
  const std::string_view tag = doc.tag(doc.tokens[verb]);
  if (tag == "VBD") return Tense::past;
  Tense aux = Tense::none;
  bool to = false, modal = false, may = false, has_aux = false;
  for (const std::uint32_t child : tree.children(verb)) {
    const std::string_view t = doc.tag(doc.tokens[child]);
    const Dep dep = tree.dep(child);
    if (dep != Dep::aux && dep != Dep::auxpass) continue;
    has_aux = true;
    if (t == "TO") to = true;
    if (t == "MD") modal = true;
    if (const std::string_view m = doc.lemma(doc.tokens[child]);
        t == "MD" && (m == "could" || m == "can" || m == "might"))
      may = true;
    if (t == "VBD") aux = Tense::past;
    if (t == "VBZ" || t == "VBP") {
      const bool have = doc.lemma(doc.tokens[child]) == "have";
      if (aux == Tense::none) aux = have ? Tense::past : Tense::present;
    }
  }
  const bool perfect = aux == Tense::none && has_aux && tag == "VBN" && (modal || to);
  if (perfect) {
    for (const std::uint32_t child : tree.children(verb))
      if (doc.lemma(doc.tokens[child]) == "have") return Tense::past;  // "may have left Friday"
  }
  if (may) return Tense::none;
  if (modal) return Tense::future;
  if (to) return Tense::none;
  if (aux != Tense::none) return aux == Tense::present && tag == "VBN" ? Tense::present : aux;
  if (tag == "VBN") return Tense::past;
  if (tag == "VBZ" || tag == "VBP") return Tense::present;
  if (tag == "MD") return Tense::future;
  return Tense::none;
}

}  // namespace

Tense tense_at(const Document& doc, const Tree& tree, std::uint32_t token) {
  std::uint32_t at = token;
  if (tree.dep(token) == Dep::poss) return Tense::none;
  for (int step = 0; step < kFarthest; ++step) {
    const Token& t = doc.tokens[at];
    if (t.pos == Pos::verb || t.pos == Pos::aux) {
      const Tense found = tense_of_verb(doc, tree, at);
      if (found != Tense::none) return found;
    }
    if (tree.is_root(at)) break;
    at = tree.head(at);
  }
  return Tense::none;
}

}  // namespace sitcen::reading
