#include "reading/times/tense.h"

#include <optional>
#include <string_view>

namespace sitcen::reading {
namespace {

constexpr int kFarthestTense = 24;  ///< steps up from a time to its verb

/// What the auxiliaries of a verb say.
struct Auxiliaries {
  Tense tense = Tense::none;
  bool any = false, to = false, modal = false, may = false, perfect = false;
};

Auxiliaries auxiliaries_of(const Document& doc, const Tree& tree, std::uint32_t verb, const TimeGuides& guides) {
  Auxiliaries out;
  for (const std::uint32_t child : tree.children(verb)) {
    const Dep dep = tree.dep(child);
    if (dep != Dep::aux && dep != Dep::auxpass) continue;
    const std::string_view tag = doc.tag(doc.tokens[child]), lemma = doc.lemma(doc.tokens[child]);
    const bool perfect = guides.plays(lemma, GuideRole::perfect);
    out.any = true;
    out.to = out.to || tag == "TO";
    out.modal = out.modal || tag == "MD";
    out.may = out.may || (tag == "MD" && guides.plays(lemma, GuideRole::may));
    out.perfect = out.perfect || perfect;
    if (tag == "VBD") out.tense = perfect ? Tense::before_past : out.tense == Tense::none ? Tense::past : out.tense;
    if ((tag == "VBZ" || tag == "VBP") && out.tense == Tense::none) out.tense = perfect ? Tense::past : Tense::present;
  }
  return out;
}

Tense tense_of_verb(const Document& doc, const Tree& tree, std::uint32_t verb, const TimeGuides& guides) {
  const std::string_view tag = doc.tag(doc.tokens[verb]);
  if (tag == "VBD") return Tense::past;
  const Auxiliaries aux = auxiliaries_of(doc, tree, verb, guides);
  const bool participle = tag == "VBN";
  if (aux.tense == Tense::none && participle && (aux.modal || aux.to) && aux.perfect)
    return Tense::past;  // "may have left Friday"
  if (aux.may) return Tense::none;
  if (aux.modal) return Tense::future;
  if (aux.to) return Tense::none;
  if (aux.tense != Tense::none) return aux.tense;
  if (participle) return Tense::past;
  if (tag == "VBZ" || tag == "VBP") return Tense::present;
  if (tag == "MD") return Tense::future;
  return Tense::none;
}

/// "planned to leave on Friday", "due to leave on Friday": the time stands behind a word of planning. What "had been
/// planned" was over when the report was written.
std::optional<Tense> tense_of_plan(const Document& doc, const Tree& tree, std::uint32_t word, std::uint32_t time,
                                   const TimeGuides& guides) {
  const Token& token = doc.tokens[word];
  if (word >= time || (token.pos != Pos::verb && token.pos != Pos::adj)) return std::nullopt;
  const std::string_view lemma = doc.lemma(token);
  if (!guides.plays(lemma, GuideRole::plan) && !(guides.plays(lemma, GuideRole::planned) && doc.tag(token) == "VBN"))
    return std::nullopt;
  const std::uint32_t verb = token.pos == Pos::adj ? tree.head(word) : word;
  const Auxiliaries aux = auxiliaries_of(doc, tree, verb, guides);
  return aux.tense == Tense::before_past ? Tense::before_past : Tense::future;
}

}  // namespace

Tense tense_at(const Document& doc, const Tree& tree, std::uint32_t token, const TimeGuides& guides) {
  std::uint32_t at = token;
  if (tree.dep(token) == Dep::poss) return Tense::none;
  for (int step = 0; step < kFarthestTense; ++step) {
    const Token& t = doc.tokens[at];
    if (const auto planned = tense_of_plan(doc, tree, at, token, guides)) return *planned;
    if (t.pos == Pos::verb || t.pos == Pos::aux) {
      const Tense found = tense_of_verb(doc, tree, at, guides);
      if (found != Tense::none) return found;
    }
    if (tree.is_root(at)) break;
    at = tree.head(at);
  }
  return Tense::none;
}

bool is_told_as_past(const Document& doc, const Tree& tree, std::uint32_t adverb, const TimeGuides& guides) {
  const std::uint32_t verb = tree.head(adverb);
  const Token& token = doc.tokens[verb];
  if (token.pos != Pos::verb && token.pos != Pos::aux) return false;
  if (guides.plays(doc.lemma(token), GuideRole::plan)) return false;  // "was expected soon"
  if (doc.tag(token) == "VBD") return true;
  const Auxiliaries aux = auxiliaries_of(doc, tree, verb, guides);
  return !aux.modal && !aux.to && (aux.tense == Tense::past || aux.tense == Tense::before_past);
}

}  // namespace sitcen::reading
