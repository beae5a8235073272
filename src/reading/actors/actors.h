#pragma once

#include <tsl/robin_map.h>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "reading/actors/identity.h"
#include "reading/actors/names.h"
#include "reading/knowledge.h"
#include "reading/tree.h"
#include "sitcen/document.h"
#include "sitcen/findings.h"

namespace sitcen::reading {

/// Who is named in a document: all that the statement reader has to know.
struct NamedActors {
  std::vector<Name> names;
  std::vector<std::uint32_t> name_of;  ///< per token: index of the name it belongs to, ~0 for none
  Identities identities;
  std::vector<Actor> actors;  ///< parallel to identities.fullest, with names as their only mentions
};

/// \param tree  of the same document
[[nodiscard]] NamedActors read_names(const Document& doc, const Tree& tree, const Knowledge& knowledge);

/// Who is meant in a document: the named and those that only a noun or a pronoun names.
struct Cast {
  std::vector<Actor> actors;            ///< sorted by first mention; mentions of one actor sorted, disjoint
  std::vector<std::uint32_t> meant_at;  ///< per token: the actor meant by the phrase whose head it is, ~0 for none
  tsl::robin_map<std::uint32_t, std::vector<std::uint32_t>>
      open_at;  ///< per head: the actors between which it stays open
};

/// Adds nominals and pronouns to the named actors.
/// \param statements  of the same document: whose "I" an "I" in quotation marks is
[[nodiscard]] Cast read_actors(const Document& doc, const Tree& tree, const Knowledge& knowledge,
                               const NamedActors& named, std::span<const Statement> statements);

}  // namespace sitcen::reading
