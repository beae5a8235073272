#include "reading/statements/clause_modality.h"

#include <algorithm>

#include "reading/statements/complement.h"
#include "reading/statements/dependents.h"

namespace sitcen::reading {
namespace {

constexpr std::uint32_t kFarthestThanks = 12;  ///< tokens behind the verb: "would like to express my deep gratitude"

struct Clause {
  const Scene& scene;
  std::uint32_t head = kNoToken;
  TokenRange piece;
  std::uint32_t subject = kNoToken, negation = kNoToken, complement = kNoToken;  ///< complement: acomp or attr
  std::uint32_t infinitive = kNoToken, mark = kNoToken;
  bool own_words = false;  ///< in a quotation
  bool first_person = false, has_to = false;

  [[nodiscard]] std::string_view tag(std::uint32_t i) const { return scene.doc.tag(scene.token(i)); }
  [[nodiscard]] std::string_view lemma(std::uint32_t i) const { return scene.lemma(i); }
  [[nodiscard]] bool means(std::uint32_t i, WordRole role) const { return scene.knowledge.words.plays(lemma(i), role); }
  [[nodiscard]] ReadModality by(Modality value, std::uint32_t word) const { return {value, scene.token(word).span}; }
  [[nodiscard]] ReadModality by(Modality value, std::uint32_t from, std::uint32_t to) const {
    if (from > to) std::swap(from, to);
    return {value, Span{scene.token(from).span.begin, scene.token(to).span.end}};
  }
  [[nodiscard]] std::span<const std::uint32_t> children() const { return scene.tree.children(head); }
};

Clause clause_of(const Scene& scene, std::uint32_t head, TokenRange piece) {
  Clause c{.scene = scene, .head = head, .piece = piece};
  c.own_words = scene.quoted(head);
  for (const std::uint32_t i : c.children()) {
    if (!piece.has(i)) continue;
    switch (scene.tree.dep(i)) {
      case Dep::nsubj:
      case Dep::nsubjpass:
      case Dep::expl:
        if (c.subject == kNoToken) c.subject = i;
        break;
      case Dep::neg:
        c.negation = i;
        break;
      case Dep::acomp:
      case Dep::attr:
        c.complement = i;
        break;
      case Dep::xcomp:
        c.infinitive = i;
        break;
      case Dep::mark:
        c.mark = i;
        break;
      case Dep::aux:
        c.has_to = c.has_to || c.tag(i) == "TO";
        break;
      default:
        break;
    }
  }
  c.first_person = c.own_words && c.subject != kNoToken && scene.plays(c.subject, WordRole::first_person);
  return c;
}

using Rule = std::optional<ReadModality> (*)(const Clause&);

/// "Is anyone listening?", "whether the road was open"
std::optional<ReadModality> asked(const Clause& c) {
  if (c.own_words) {
    const auto end =
        c.scene.tree.is_root(c.head) ? c.piece.last : std::min(c.piece.last, c.scene.tree.range(c.head).last + 1);
    for (std::uint32_t i = end; i > c.piece.first && c.scene.token(i - 1).pos == Pos::punct; --i)
      if (c.scene.doc.str(c.scene.token(i - 1)) == "?") return c.by(Modality::uncertain, i - 1);
  }
  if (c.mark != kNoToken && c.piece.first == c.mark && c.scene.plays(c.mark, WordRole::question))
    return c.by(Modality::uncertain, c.mark);
  return std::nullopt;
}

/// "Thank you", "we wish to express our thanks"
std::optional<ReadModality> thanked(const Clause& c) {
  const bool speaks = c.first_person || (c.own_words && c.subject == kNoToken);
  if (!speaks || c.negation != kNoToken) return std::nullopt;
  const std::uint32_t last = std::min({c.piece.last, c.head + kFarthestThanks});
  for (std::uint32_t i = c.head; i < last; ++i) {
    if (c.means(i, WordRole::thanks)) return c.by(Modality::thanked, i);
    if (c.scene.token(i).pos == Pos::punct) break;
  }
  return std::nullopt;
}

/// "I hope that ...", "We want peace": the speaker's own words are the act.
std::optional<ReadModality> performed(const Clause& c) {
  if (!c.first_person || c.negation != kNoToken) return std::nullopt;
  std::uint32_t would = kNoToken;
  for (const std::uint32_t i : c.children())
    if (c.scene.tree.dep(i) == Dep::aux && i < c.head) would = i;
  if (would != kNoToken && c.means(c.head, WordRole::liking) &&
      c.scene.knowledge.words.modality(c.scene.doc.str(c.scene.token(would))) == Modality::predicted)
    return c.by(Modality::wished, would, c.head);
  const std::string_view tag = c.tag(c.head);
  if (would != kNoToken || (tag != "VBP" && tag != "VB")) return std::nullopt;
  const auto rows = c.scene.knowledge.cues.find(c.lemma(c.head), CuePos::verb);
  const auto plain = std::ranges::find_if(rows, [](const CueEntry& e) { return e.particle.empty(); });
  if (plain == rows.end()) return std::nullopt;
  const Cue cue = {
      .token = c.head, .pos = CuePos::verb, .entries = rows.subspan(static_cast<std::size_t>(plain - rows.begin()))};
  const Complement said = complement_of(c.scene, cue);
  if (said.entry == nullptr || said.entry->modality == Modality::asserted || said.passive) return std::nullopt;
  return c.by(said.entry->modality, c.head);
}

/// "That is not true", "These reports are false", "We never said that"
std::optional<ReadModality> denied(const Clause& c) {
  if (!c.own_words) return std::nullopt;
  if (c.complement != kNoToken && c.means(c.head, WordRole::copula)) {
    if (c.negation == kNoToken && c.means(c.complement, WordRole::falsehood))
      return c.by(Modality::denied, c.complement);
    if (c.negation != kNoToken && c.means(c.complement, WordRole::truth))
      return c.by(Modality::denied, c.negation, c.complement);
  }
  if (!c.first_person || c.negation == kNoToken) return std::nullopt;
  bool past = c.tag(c.head) == "VBD";
  for (const std::uint32_t i : c.children())
    past = past || (c.scene.tree.dep(i) == Dep::aux && (c.tag(i) == "VBD" || c.means(i, WordRole::perfect)));
  return past ? std::optional(c.by(Modality::denied, c.negation)) : std::nullopt;
}

bool has_future(const Clause& c) {
  return std::ranges::any_of(c.children(), [&](std::uint32_t i) {
    return c.scene.tree.dep(i) == Dep::aux &&
           c.scene.knowledge.words.modality(c.scene.doc.str(c.scene.token(i))) == Modality::predicted;
  });
}

/// "we will strike back"
std::optional<ReadModality> threatened(const Clause& c) {
  if (!c.first_person || c.negation != kNoToken || !has_future(c) || !c.means(c.head, WordRole::attack))
    return std::nullopt;
  return c.by(Modality::threatened, c.head);
}

/// "if the road was cleared", "would have lost"
std::optional<ReadModality> conditional(const Clause& c) {
  for (const std::uint32_t i : c.children()) {
    if (c.scene.tree.dep(i) != Dep::advcl || !c.piece.has(i)) continue;
    const std::uint32_t mark = c.scene.tree.child(i, Dep::mark);
    if (mark != kNoToken && c.scene.plays(mark, WordRole::condition)) return c.by(Modality::hypothetical, mark);
  }
  std::uint32_t would = kNoToken;
  for (const std::uint32_t i : c.children()) {
    if (c.scene.tree.dep(i) != Dep::aux) continue;
    if (would != kNoToken && c.means(i, WordRole::perfect)) return c.by(Modality::hypothetical, would, i);
    if (c.tag(i) == "MD") would = i;
  }
  return std::nullopt;
}

/// "used to", "going to", "have to"
std::optional<ReadModality> before_infinitive(const Clause& c) {
  const std::uint32_t to = c.infinitive == kNoToken ? kNoToken : infinitive_mark(c.scene, c.infinitive);
  if (to == kNoToken || to < c.head || to > c.head + 2) return std::nullopt;
  const std::string_view tag = c.tag(c.head);
  if (c.means(c.head, WordRole::habit) && tag == "VBD") return c.by(Modality::past, c.head, to);
  if (c.means(c.head, WordRole::coming) && tag == "VBG")
    return c.by(c.first_person ? Modality::planned : Modality::predicted, c.head, to);
  if (c.means(c.head, WordRole::duty)) return c.by(Modality::urged, c.head, to);
  return std::nullopt;
}

/// "perhaps", "probably"
std::optional<ReadModality> doubted(const Clause& c) {
  for (const std::uint32_t owner : {c.head, c.complement}) {
    if (owner == kNoToken) continue;
    for (const std::uint32_t i : c.scene.tree.children(owner))
      if (c.piece.has(i) && c.scene.plays(i, WordRole::doubt)) return c.by(Modality::uncertain, i);
  }
  return std::nullopt;
}

std::optional<ReadModality> helped(const Clause& c) {
  for (const std::uint32_t i : c.children()) {
    if (c.scene.tree.dep(i) != Dep::aux || !c.piece.has(i)) continue;
    const auto m = c.scene.knowledge.words.modality(c.scene.doc.str(c.scene.token(i)));
    if (!m) continue;
    // "We will open it" is what the speaker is going to do; "we will be glad" is not.
    const bool acts = c.scene.token(c.head).pos == Pos::verb && !c.means(c.head, WordRole::state);
    const bool own = c.first_person && c.negation == kNoToken && acts && c.tag(i) == "MD";
    const bool would = c.scene.plays(i, WordRole::remote);
    return c.by(*m == Modality::predicted && own && !would ? Modality::planned : *m, i);
  }
  return std::nullopt;
}

/// "in 1962", "a hundred years ago", with a verb of the past
std::optional<ReadModality> dated(const Clause& c) {
  bool past = c.tag(c.head) == "VBD";
  for (const std::uint32_t i : c.children()) past = past || (c.scene.tree.dep(i) == Dep::aux && c.tag(i) == "VBD");
  if (!past) return std::nullopt;
  const auto is_year = [&](std::uint32_t i) {
    const std::string_view word = c.scene.doc.str(c.scene.token(i));
    return word.size() == 4 && (word.starts_with('1') || word.starts_with("20")) &&
           std::ranges::all_of(word, [](char x) { return x >= '0' && x <= '9'; }) &&
           c.scene.doc.entity_type(c.scene.token(i)) == EntityType::date;
  };
  for (const std::uint32_t i : c.children()) {
    const Dep dep = c.scene.tree.dep(i);
    if (!c.piece.has(i) || (dep != Dep::prep && dep != Dep::npadvmod && dep != Dep::advmod)) continue;
    if (c.scene.plays(i, WordRole::ago)) return c.by(Modality::past, i);
    const std::uint32_t noun = dep == Dep::prep ? object_of_preposition(c.scene, i) : i;
    if (noun != kNoToken && is_year(noun)) return c.by(Modality::past, noun);
  }
  return std::nullopt;
}

/// "Leave the valley", "Let us talk"
std::optional<ReadModality> ordered(const Clause& c) {
  const bool bare = c.own_words && c.tag(c.head) == "VB" && !c.has_to && c.mark == kNoToken;
  if (!bare || c.subject != kNoToken) return std::nullopt;
  const bool helped = std::ranges::any_of(
      c.children(), [&](std::uint32_t i) { return c.scene.tree.dep(i) == Dep::aux && !c.means(i, WordRole::support); });
  return helped ? std::nullopt : std::optional(c.by(Modality::urged, c.head));
}

}  // namespace

ReadModality clause_modality(const Scene& scene, std::uint32_t head, TokenRange piece) {
  const Clause c = clause_of(scene, head, piece);
  constexpr Rule kRules[] = {asked,   thanked, performed, denied, threatened, conditional, before_infinitive,
                             doubted, helped,  dated,     ordered};
  for (const Rule rule : kRules)
    if (const auto m = rule(c)) return *m;
  return {};
}

}  // namespace sitcen::reading
