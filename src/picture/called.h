#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "picture/same_actor.h"
#include "reading/actors/name_tables.h"

namespace sitcen::picture {

/// What the picture looks things up in.
struct Knowledge {
  Institutions institutions;
  reading::Countries countries;
};
[[nodiscard]] Knowledge load_knowledge();

/// The actors of a store, across its reports.
struct Compared {
  std::vector<store::VersionActors> versions;
  Actors actors;
};
[[nodiscard]] Result<Compared> compare(store::Store& store, std::optional<store::Instant> as_of,
                                       const Knowledge& knowledge);

/// Whom a person means who types a name, an id or a role. A name is any form a report gives, or the surname of a full
/// one; capitals and accents do not matter. Roles are tried where nobody has that name: "mayor", "president of
/// Belarus", "Belarusian president", "secretary general of NATO".
/// \return indexes into actors.all, sorted; empty: nobody
[[nodiscard]] std::vector<std::uint32_t> called(std::string_view typed, const Compared& compared,
                                                const reading::Countries& countries);

/// \return the country of this name or code, capitals do not matter; nullptr: none
[[nodiscard]] const reading::Country* country_called(std::string_view typed, const reading::Countries& countries);

/// \return the members of some actors, those that speak alone or all of them, sorted, as a filter of the store wants
/// them
enum class Which : std::uint8_t { all, speakers };
[[nodiscard]] std::vector<store::ActorRef> members(const std::vector<std::uint32_t>& actors, const Compared& compared,
                                                   Which which);

/// \return actor_not_found, with the name that was probably meant
[[nodiscard]] Error nobody_called(std::string_view typed, const Compared& compared);

}  // namespace sitcen::picture
