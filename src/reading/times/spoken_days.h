#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "reading/times/resolve.h"
#include "reading/tree.h"
#include "sitcen/document.h"
#include "sitcen/findings.h"

namespace sitcen::reading {

/// A time of the text as the readers of times pass it on.
struct TimePlace {
  Span span;
  std::uint32_t token = 0;  ///< its first
  std::optional<Period> period;
};

/// The day on which words in quotation marks were spoken, where the words around them say it: `said on Monday: "…"`.
/// \param statements  of the same document, any order
/// \param times       in text order
/// \return per time the day that was named for the quotation it stands in; none outside quotations and where no day
///         is given. Linear in the text.
[[nodiscard]] std::vector<std::optional<Named>> spoken_days(const Document& doc, const Tree& tree,
                                                            std::span<const Statement> statements,
                                                            std::span<const TimePlace> times);

}  // namespace sitcen::reading
