#pragma once

#include <cstdint>
#include <string_view>

#include "reading/actors/entity.h"

namespace sitcen::reading {

/// How well a pronoun of the third person fits an actor by number, gender and kind; 0: not at all.
[[nodiscard]] float pronoun_fit(const ActorPhrase& phrase, const Entity& e);

/// How well a person fits a title; factor 0: not at all.
struct RoleFit {
  float factor;
  std::string_view why;
};
/// \param body  the actor whose office the phrase names ("the OSCE chief"), kNobody for none
[[nodiscard]] RoleFit role_fit(const ActorPhrase& phrase, std::uint32_t body, const Entity& e);

}  // namespace sitcen::reading
