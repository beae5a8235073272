#pragma once

#include <cstdint>
#include <vector>

#include "reading/figures/draft.h"
#include "sitcen/document.h"

namespace sitcen::reading {

/// The token that each byte range of the figures falls into: lexemes and tokens in step.
/// \return per lexeme the first token that it overlaps
[[nodiscard]] std::vector<std::uint32_t> tokens_of(const Document& doc, std::span<const Lexeme> lexemes);

/// Whether a drafted number is no figure: a year, a date, part of a name, a label, "one" for a thing, a second of time.
[[nodiscard]] bool is_no_figure(const FigureScene& scene, const Document& doc, std::span<const std::uint32_t> token_of,
                                const FigureDraft& draft, bool approximated);

}  // namespace sitcen::reading
