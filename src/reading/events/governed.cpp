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

}  // namespace

void link_governed(const EventScene& s, std::span<const TimeRef> times, std::span<const Figure> figures,
                   std::vector<EventDraft>& drafts) {
  std::vector<std::uint32_t> draft_at(s.scene.doc.tokens.size(), kNoDraft);
  for (std::uint32_t d = 0; d < drafts.size(); ++d)
    if (drafts[d].light != kNoToken) draft_at[drafts[d].light] = d;
  for (std::uint32_t d = 0; d < drafts.size(); ++d) draft_at[drafts[d].predicate] = d;
  for (std::uint32_t t = 0; t < times.size(); ++t) {
    const std::uint32_t d = governor_of(s, draft_at, times[t].span);
    if (d != kNoDraft && !drafts[d].event.time) drafts[d].event.time = t;
  }
  for (std::uint32_t f = 0; f < figures.size(); ++f) {
    const std::uint32_t d = governor_of(s, draft_at, figures[f].span);
    if (d != kNoDraft) drafts[d].event.figures.push_back(f);
  }
}

}  // namespace sitcen::reading
