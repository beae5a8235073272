#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reading/events/event_scene.h"
#include "sitcen/findings.h"

namespace sitcen::reading {

/// PLOVER's sectors of those whom a noun and its modifiers name: "police", "army chief".
[[nodiscard]] std::vector<std::string> sectors_of_words(const EventScene& scene, std::uint32_t head);

/// The same of an actor, by the first of his mentions that tells it: whom "they" are.
[[nodiscard]] std::vector<std::string> sectors_of_mentions(const EventScene& scene, std::uint32_t actor);

/// Takes GOV from those who lead or speak for somebody else than a state: "the leader of the rebels" is REB, "the
/// club's president" of no sector.
/// \param sectors  of the party with that head; changed
void mend_sector(const EventScene& scene, std::uint32_t head, std::vector<std::string>& sectors);

/// \return true for bodies of no country: the code says what they are
[[nodiscard]] bool is_code(std::string_view sector);

/// \return the code of a body that belongs to no country, "" where it is none
[[nodiscard]] std::string_view code_without_country(ActorKind kind, std::span<const std::string> sectors);

[[nodiscard]] bool bears_arms(std::string_view sector);

}  // namespace sitcen::reading
