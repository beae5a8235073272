#include "reading/events/merge.h"

#include <algorithm>

#include "reading/events/path.h"
#include "reading/phrases.h"
#include "reading/statements/dependents.h"

namespace sitcen::reading {
namespace {

constexpr std::uint32_t kNoOther = ~std::uint32_t{0};

/// A subject, or a clause that only stands beside, is no complement.
bool is_complement(Dep dep) {
  return dep != Dep::nsubj && dep != Dep::nsubjpass && dep != Dep::csubj && dep != Dep::advcl && dep != Dep::relcl &&
         dep != Dep::conj && dep != Dep::poss;
}

/// "jailed for helping rebels": what somebody is held to account for is a charge; unless it is an act of violence,
/// which leaves victims whoever did it, it is no event of its own.
bool is_charge(const EventScene& s, const EventDraft& keeper, const EventDraft& draft, std::uint32_t gerund) {
  if (gerund == kNoToken || !is_word(s.scene.doc, s.scene.tree.head(gerund), "for")) return false;
  const EventType by = keeper.event.type;
  return (by == EventType::coerce || by == EventType::sanction || by == EventType::accuse) &&
         draft.event.type <= EventType::retreat;
}

template <class T>
void take_over(std::vector<T>& to, std::vector<T>& from) {
  if (to.empty()) to = std::move(from);
}

void add_modes(std::vector<std::string_view>& to, const std::vector<std::string_view>& from) {
  to.insert(to.end(), from.begin(), from.end());
  std::ranges::sort(to);
  const auto same = std::ranges::unique(to);
  to.erase(same.begin(), same.end());
}

void absorb(EventDraft& keeper, EventDraft& gone) {
  take_over(keeper.event.actors, gone.event.actors);
  take_over(keeper.event.recipients, gone.event.recipients);
  add_modes(keeper.event.mode, gone.event.mode);
  add_modes(keeper.event.context, gone.event.context);
}

}  // namespace

void merge_drafts(const EventScene& s, std::vector<EventDraft>& drafts) {
  const Tree& tree = s.scene.tree;
  std::vector<std::uint32_t> draft_at(s.scene.doc.tokens.size(), kNoOther);
  for (std::uint32_t d = 0; d < drafts.size(); ++d) draft_at[drafts[d].predicate] = d;
  std::vector<bool> gone(drafts.size(), false);
  // From the back, so that what hangs on a noun has reached it before the noun reaches its verb.
  for (std::uint32_t n = static_cast<std::uint32_t>(drafts.size()); n > 0; --n) {
    EventDraft& draft = drafts[n - 1];
    std::uint32_t at = draft.predicate;
    bool complement = true, same_clause = true;
    std::uint32_t gerund = kNoToken;  // of a phrase on the way: "for helping"
    for (int steps = 0; steps < kMostPathSteps && !tree.is_root(at); ++steps) {
      const Dep dep = tree.dep(at);
      const std::uint32_t governor = draft_at[tree.head(at)];
      const bool own = governor != kNoOther && drafts[governor].infinitive == at;
      complement = complement && (own || is_complement(dep));
      same_clause = same_clause && dep != Dep::ccomp && dep != Dep::advcl && dep != Dep::relcl && dep != Dep::conj;
      if (dep == Dep::pcomp) gerund = at;
      at = tree.head(at);
      const std::uint32_t above = draft_at[at];
      if (above == kNoOther || above == n - 1) continue;
      EventDraft& keeper = drafts[above];
      const bool said_above = complement && keeper.covers;
      const bool same = same_clause && keeper.event.type == draft.event.type;
      if (!said_above && !same && !is_charge(s, keeper, draft, gerund)) continue;
      if (same) absorb(keeper, draft);
      gone[n - 1] = true;
      break;
    }
  }
  std::size_t kept = 0;
  for (std::size_t d = 0; d < drafts.size(); ++d)
    if (!gone[d]) {
      if (kept != d) drafts[kept] = std::move(drafts[d]);
      ++kept;
    }
  drafts.resize(kept);
}

}  // namespace sitcen::reading
