#include "reading/events/governed.h"

#include "reading/events/path.h"
#include "reading/phrases.h"

namespace sitcen::reading {
namespace {

constexpr std::uint32_t kNoDraft = ~std::uint32_t{0};

/// \return the draft whose words a span hangs on, kNoDraft if there is none
std::uint32_t governor_of(const EventScene& s, const std::vector<std::uint32_t>& draft_at, Span span) {
  const TokenRange words = tokens_of(s.scene.doc, span);
  if (words.empty()) return kNoDraft;
  std::uint32_t at = words.first;
  for (int steps = 0; steps < kMostPathSteps; ++steps) {
    if (draft_at[at] != kNoDraft) return draft_at[at];
    if (s.scene.tree.is_root(at)) return kNoDraft;
    at = s.scene.tree.head(at);
  }
  return kNoDraft;
}

/// Whether a preposition leads to a place: "in", "near".
bool leads_to_place(const EventScene& s, std::uint32_t at) {
  const std::string_view word = s.scene.doc.str(s.token(at));
  const PlaceTables& words = s.scene.knowledge.place_words;
  return words.is(word, PlaceWord::near) && !words.is(word, PlaceWord::origin);  // "arrested a sailor from Tallinn"
}

/// \return the draft that happens at a place: what the place's preposition hangs on ("shelled a base near Homs"), or
/// whose object it is ("shelled Homs"); kNoDraft where it only belongs to a name ("the mayor of Homs")
std::uint32_t happens_at(const EventScene& s, const std::vector<std::uint32_t>& draft_at, Span span) {
  const Tree& tree = s.scene.tree;
  const TokenRange words = tokens_of(s.scene.doc, span);
  if (words.empty()) return kNoDraft;
  std::uint32_t at = words.last - 1;
  for (int steps = 0; steps < kMostPathSteps && words.has(tree.head(at)) && !tree.is_root(at); ++steps)
    at = tree.head(at);
  bool led = tree.dep(at) == Dep::dobj;
  for (int steps = 0; steps < kMostPathSteps && !tree.is_root(at); ++steps) {
    switch (tree.dep(at)) {
      case Dep::pobj:
        led = led || leads_to_place(s, tree.head(at));
        if (!led) return kNoDraft;
        break;
      case Dep::prep:
      case Dep::dobj:
      case Dep::nsubjpass:
      case Dep::conj:
      case Dep::appos:
        break;
      default:
        return kNoDraft;
    }
    at = tree.head(at);
    if (draft_at[at] != kNoDraft) return led ? draft_at[at] : kNoDraft;
  }
  return kNoDraft;
}

}  // namespace

void link_governed(const EventScene& s, const Findings& before, std::vector<EventDraft>& drafts) {
  std::vector<std::uint32_t> draft_at(s.scene.doc.tokens.size(), kNoDraft);
  for (std::uint32_t d = 0; d < drafts.size(); ++d)
    if (drafts[d].light != kNoToken) draft_at[drafts[d].light] = d;
  for (std::uint32_t d = 0; d < drafts.size(); ++d) draft_at[drafts[d].predicate] = d;
  for (std::uint32_t t = 0; t < before.times.size(); ++t) {
    const std::uint32_t d = governor_of(s, draft_at, before.times[t].span);
    if (d != kNoDraft && !drafts[d].event.time) drafts[d].event.time = t;
  }
  for (std::uint32_t p = 0; p < before.places.size(); ++p) {
    if (before.places[p].role == PlaceRole::actor) continue;
    const std::uint32_t d = happens_at(s, draft_at, before.places[p].span);
    if (d != kNoDraft && !drafts[d].event.place) drafts[d].event.place = p;
  }
  for (std::uint32_t f = 0; f < before.figures.size(); ++f) {
    const std::uint32_t d = governor_of(s, draft_at, before.figures[f].span);
    if (d != kNoDraft) drafts[d].event.figures.push_back(f);
  }
}

}  // namespace sitcen::reading
