#pragma once

#include <vector>

#include "reading/events/event_scene.h"
#include "sitcen/findings.h"

namespace sitcen::reading {

/// An event before it is one of the findings.
struct EventDraft {
  Event event;
  std::uint32_t predicate = 0;
  std::uint32_t light = kNoToken;       ///< "held" of "held talks"
  std::uint32_t infinitive = kNoToken;  ///< "leave" of "asked to leave"
  bool covers = false;                  ///< its complement is no event of its own
};

/// Leaves out what another event of the same sentence says already: the complement of a promise or a demand, and the
/// noun of "the attack killed five", whose parties and modes the verb takes over.
/// \param drafts  by predicate, in text order
void merge_drafts(const EventScene& scene, std::vector<EventDraft>& drafts);

}  // namespace sitcen::reading
