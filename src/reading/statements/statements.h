#pragma once

#include <span>
#include <vector>

#include "reading/knowledge.h"
#include "reading/tree.h"
#include "sitcen/document.h"
#include "sitcen/findings.h"

namespace sitcen::reading {

/// strict: acts of speech, by a quotation, a clause or "according to". wide: attitude, intent and evidence too, and
/// objects ("welcomed the deal").
enum class StatementScope : std::uint8_t { strict, wide };

/// Statements of one document: who said what, by which words.
/// \param tree    of the same document
/// \param actors  of the same document: what speakers are resolved to
/// \return sorted by content, then cue; spans are bytes into doc.text. No piece runs past its paragraph; where pieces,
///         cue and speaker stand in several, the rule says why: a quotation over paragraphs, in the paragraph below its
///         cue, signed with a name, of the same speaker
[[nodiscard]] std::vector<Statement> read_statements(const Document& doc, const Tree& tree,
                                                     std::span<const Actor> actors, const Knowledge& knowledge,
                                                     StatementScope scope);

}  // namespace sitcen::reading
