#pragma once

#include <optional>
#include <span>
#include <vector>

#include "reading/knowledge.h"
#include "reading/tree.h"
#include "sitcen/document.h"
#include "sitcen/findings.h"
#include "sitcen/report.h"

namespace sitcen::reading {

/// The times of one document, and its own date.
struct Times {
  std::vector<TimeRef> all;            ///< sorted by span; none overlap
  std::optional<Timestamp> published;  ///< the report's date as its text gives it; none where it was known before
};

/// Times of one document as TIMEX3 gives them, each with what it was worked out from.
/// \param report      its date, if it is known, else it is looked for in the text (the clock is never asked); its
/// language
///                    says whether 01/02/2022 has the day first, if it names a region
/// \param statements  of the same document: a time in quotation marks is counted from the day of the words, if given
[[nodiscard]] Times read_times(const Report& report, const Document& doc, const Tree& tree,
                               std::span<const Statement> statements, const Knowledge& knowledge);

}  // namespace sitcen::reading
