#pragma once

#include <span>

#include "reading/actors/actors.h"
#include "reading/knowledge.h"
#include "reading/tree.h"
#include "sitcen/document.h"
#include "sitcen/findings.h"

namespace sitcen::reading {

/// The actor whom the phrase of a head means, by itself, by a name behind a title, or by an apposition; ~0 for none.
[[nodiscard]] std::uint32_t actor_meant(const Document& doc, const Tree& tree, const Knowledge& knowledge,
                                        const Cast& cast, std::uint32_t head, TokenRange phrase);

/// Gives each statement's speaker the actor that its words mean: by a name, a nominal or a pronoun, an apposition, a
/// relative clause that leads to one. More than one: candidates, and no actor.
/// \param statements  with the spans of their speakers
void link_speakers(const Document& doc, const Tree& tree, const Knowledge& knowledge, const Cast& cast,
                   std::span<Statement> statements);

}  // namespace sitcen::reading
