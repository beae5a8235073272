#pragma once

#include <span>
#include <vector>

#include "reading/events/merge.h"
#include "sitcen/findings.h"

namespace sitcen::reading {

/// Links each event with the figures and the time of its own sentence that its predicate, or its light verb, governs:
/// the nearest event on the way up from the words takes them.
void link_governed(const EventScene& scene, std::span<const TimeRef> times, std::span<const Figure> figures,
                   std::vector<EventDraft>& drafts);

}  // namespace sitcen::reading
