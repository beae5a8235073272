#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "reading/actors/name_tables.h"
#include "reading/knowledge.h"
#include "reading/tree.h"
#include "sitcen/document.h"
#include "sitcen/findings.h"

namespace sitcen::reading {

/// A name as it stands in the text, cut free from articles, titles and a possessive 's.
struct Name {
  TokenRange tokens;
  ActorKind kind = ActorKind::person;
  const Country* country = nullptr;            ///< it names this country, its capital or its people
  const Organisation* organisation = nullptr;  ///< it names this listed organisation
};

/// What somebody can hold an office of.
[[nodiscard]] constexpr bool is_body(ActorKind kind) {
  return kind == ActorKind::organisation || kind == ActorKind::unit;
}

/// \return the text of a name as the tables and other mentions write it: from its first to its last byte
[[nodiscard]] std::string_view text_of(const Document& doc, TokenRange tokens);

/// \return whether a token is "elect" of "president-elect"
[[nodiscard]] bool is_elect(const Document& doc, const Titles& titles, std::uint32_t token);

/// \return the head of the office that stands right in front of a token ("minister" of "minister of defence Ana Kos"),
///         kNoToken if there is none
[[nodiscard]] std::uint32_t role_in_front(const Document& doc, const Knowledge& knowledge, std::uint32_t name);

/// Names among the document's entities, in order. Places are left out, save countries, and capitals that act.
/// Names that the model missed are added where an office stands in front or the person is named in full elsewhere.
[[nodiscard]] std::vector<Name> find_names(const Document& doc, const Tree& tree, const Knowledge& knowledge);

}  // namespace sitcen::reading
