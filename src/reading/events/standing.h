#pragma once

#include <optional>

#include "reading/events/arguments.h"
#include "sitcen/findings.h"

namespace sitcen::reading {

/// How an event stands: whether the text says that it happened.
/// \param type  a field may know one type and not another: an exercise has no assaults, but it is held
/// \return none where the words tell of no event at all: a game, a market, a story, a drill
[[nodiscard]] std::optional<Modality> standing_of(const EventScene& scene, const Arguments& arguments, EventType type);

/// \return true if the clause of a predicate is about what is to come ("will meet", "plans to meet")
[[nodiscard]] constexpr bool is_future(Modality m) {
  return m == Modality::planned || m == Modality::predicted || m == Modality::pledged;
}

}  // namespace sitcen::reading
