#pragma once

#include <optional>
#include <string>

#include "reading/tree.h"
#include "sitcen/document.h"
#include "sitcen/findings.h"
#include "sitcen/span.h"

namespace sitcen::reading {

/// What a figure is about.
struct Counted {
  std::optional<Span> of;   ///< the thing counted or measured
  std::string thing;        ///< its lemmas
  std::optional<Span> act;  ///< the verb that it stands under
  std::string act_lemma;
};

/// "programmes" of "28 good programmes", "exports" of "38 per cent of exports", "people" and "killed" of "12 people
/// were killed"; of an amount that a verb takes its subject: "the port" of "the port cost 5 million euros".
/// \param figure  its tokens
[[nodiscard]] Counted counted(const Document& doc, const Tree& tree, TokenRange figure, FigureKind kind);

}  // namespace sitcen::reading
