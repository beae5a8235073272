#pragma once

#include <optional>
#include <vector>

#include "reading/actors/names.h"

namespace sitcen::reading {

/// A role beside a name: "Russian Minister of Defence" before it, ", chief of the general staff," behind it.
struct NamedRole {
  TokenRange tokens;  ///< with the country it names
  std::uint32_t head = 0;
  TokenRange title;  ///< without: "Minister of Defence"
  const Country* country = nullptr;
  TokenRange organisation;  ///< of which organisation, where one is named: "Acme"
  std::string_view sector;  ///< PLOVER; "" where the title has none
};

/// Roles that stand beside a person's name.
/// \param name_of  per token: index of the name it belongs to, ~0 for none
[[nodiscard]] std::vector<NamedRole> roles_of(const Document& doc, const Tree& tree, const Knowledge& knowledge,
                                              const Name& name, std::span<const Name> names,
                                              std::span<const std::uint32_t> name_of);

/// The role that a nominal gives to whom it means: "the President of Belarus". None where its head is no title.
[[nodiscard]] std::optional<NamedRole> role_in(const Document& doc, const Tree& tree, const Knowledge& knowledge,
                                               std::uint32_t head, std::span<const Name> names,
                                               std::span<const std::uint32_t> name_of);

}  // namespace sitcen::reading
