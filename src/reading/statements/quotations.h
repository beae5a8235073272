#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "reading/tree.h"
#include "sitcen/document.h"

namespace sitcen::reading {

/// A stretch of text in quotation marks, not inside another one.
struct Quotation {
  TokenRange outer;              ///< with its marks
  TokenRange inner;              ///< without
  std::uint32_t paragraph = 0;   ///< index into the paragraphs
  bool closed = true;            ///< false: the paragraph ended first
  bool opens_paragraph = false;  ///< nothing stands before it in its paragraph
  bool continues = false;        ///< not closed, and the next paragraph opens with a mark of its own
};

/// \return true for a token that is a quotation mark of any kind, apostrophes among them
[[nodiscard]] bool is_quotation_mark(std::string_view token);

/// Pairs the quotation marks of each paragraph on its own, so that a stray mark costs one paragraph at most:
/// straight, curly, low-high, guillemets either way, corner brackets, '' and ``, single marks where they are no
/// apostrophes. Marks inside a quotation are its content. One pass.
/// \return sorted, disjoint, none empty
[[nodiscard]] std::vector<Quotation> quotations(const Document& doc, std::span<const TokenRange> paragraphs);

}  // namespace sitcen::reading
