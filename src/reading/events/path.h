#pragma once

#include <cstdint>
#include <span>

#include "reading/events/event_scene.h"

namespace sitcen::reading {

inline constexpr int kMostPathSteps = 16;  ///< heads to climb; deeper nesting is a slip of the parser

/// \return the modality of a clause's own words: helping verbs, negation, doubts, dates
[[nodiscard]] Modality own_modality(const EventScene& scene, std::uint32_t verb);

/// \return true if a verb is negated, or one of its arguments is nobody or nothing
[[nodiscard]] bool is_negated(const EventScene& scene, std::uint32_t verb);

/// "if they attack", "should they attack", "when a member is attacked"
[[nodiscard]] bool is_condition(const EventScene& scene, std::uint32_t verb);

/// "will not meet", "would not help": somebody refuses.
[[nodiscard]] bool is_refused(const EventScene& scene, std::uint32_t verb);

/// What the words above a predicate make of it: "fear that", "tried to", "if", "the plan to".
[[nodiscard]] Modality modality_from_above(const EventScene& scene, std::uint32_t predicate);

}  // namespace sitcen::reading
