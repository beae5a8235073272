#pragma once

#include "reading/events/arguments.h"

namespace sitcen::reading {

/// What a head word can be: bits of ArgumentKind.
[[nodiscard]] std::uint8_t kinds_of(const EventScene& scene, std::uint32_t token);

/// \return true for a modifier that says whose an event is: a country, a people, a body ("Turkish", "police")
[[nodiscard]] bool names_party(const EventScene& scene, std::uint32_t modifier);

/// \return true for a plural, "they", or a noun with another one beside it
[[nodiscard]] bool is_plural(const EventScene& scene, std::uint32_t token);

/// The word that a partitive or a number stands for: "people" of "hundreds of people", else the word itself.
[[nodiscard]] std::uint32_t counted_word(const EventScene& scene, std::uint32_t token);

/// "warned that it would attack", "that his army would": the clause's subject is whoever speaks.
[[nodiscard]] bool speaks_of_itself(const EventScene& scene, const Arguments& arguments);

/// \return true if everything that a row needs stands beside the word
[[nodiscard]] bool holds(const EventScene& scene, const EventFrame& frame, const Arguments& arguments);

}  // namespace sitcen::reading
