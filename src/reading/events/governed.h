#pragma once

#include <vector>

#include "reading/events/merge.h"
#include "sitcen/findings.h"

namespace sitcen::reading {

/// Links each event with the figures, the time and the place of its own sentence that its predicate, or its light verb,
/// governs: the nearest event on the way up from the words takes them.
void link_governed(const EventScene& scene, const Findings& before, std::vector<EventDraft>& drafts);

}  // namespace sitcen::reading
