#pragma once

#include <string_view>

#include "reading/tree.h"
#include "sitcen/document.h"

namespace sitcen::reading {

/// \return true if the token's text is `word`, ASCII letters in either case; `word` is lower case
[[nodiscard]] bool is_word(const Document& doc, std::uint32_t token, std::string_view word);

/// \return the noun phrase of a head noun: determiners, modifiers, "of" and other phrases, coordinated nouns;
///         without appositions, relative clauses and what stands in brackets
[[nodiscard]] TokenRange noun_phrase(const Document& doc, const Tree& tree, std::uint32_t head);

/// \return the range without white space, commas and the like at its ends
[[nodiscard]] TokenRange trimmed(const Document& doc, TokenRange range);

/// \return the bytes of a range, {} if it is empty
[[nodiscard]] Span span_of(const Document& doc, TokenRange range);

/// \return the tokens that a span of bytes covers
[[nodiscard]] TokenRange tokens_of(const Document& doc, Span span);

}  // namespace sitcen::reading
