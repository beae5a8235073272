#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "reading/actors/actor_phrases.h"

namespace sitcen::reading {

/// A role that somebody is known to have: by what stands beside the name, or by a nominal that meant him.
struct KnownRole {
  Words words;  ///< its head among them
  std::uint32_t classes = 0;
  const Country* country = nullptr;
  std::uint32_t body = kNobody;  ///< actor it is an office of
  bool qualified = false;
};

struct Entity {
  std::uint32_t named = kNobody;
  Sort sort = Sort::person;
  Gender gender = Gender::unknown;
  Number number = Number::unknown;
  float prominence = 0;
  std::uint32_t sentence = 0;  ///< of its last mention
  std::uint32_t first_phrase = 0, last_phrase = 0;
  Function last_function = Function::other;
  bool last_quoted = false;
  std::uint32_t mentions = 0;
  std::uint32_t owner = kNobody;
  std::array<std::uint32_t, 2> both = {kNobody, kNobody};  ///< "the two presidents": who they are
  const Country* country = nullptr;
  Words words;
  std::vector<KnownRole> roles;
  std::uint32_t parent = 0;
};

/// How much a phrase brings what it means to the fore.
[[nodiscard]] float weight_of(const ActorPhrase& phrase);
/// What is left of an actor's prominence in a later sentence.
[[nodiscard]] float prominence(const Entity& entity, std::uint32_t sentence);
/// Whether two can be one by kind, number and gender.
[[nodiscard]] bool agree(const Entity& a, const Entity& b);
/// Adds a role that is not there yet; of very many the first are kept.
void add_role(Entity& entity, const KnownRole& role);

[[nodiscard]] constexpr bool is_feminine_or_masculine(Gender g) { return g == Gender::male || g == Gender::female; }

}  // namespace sitcen::reading
