#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sitcen/report.h"

namespace sitcen::picture {

/// Where a report says that its account is an agency's.
struct Credit {
  std::string agency;  ///< as knowledge/en/agencies.tsv calls it
  std::string where;   ///< "text", "byline" or "source"
  Span span;           ///< bytes into the text; empty where the words stand beside it
  std::string words;
};

/// \return the credits of a report: its source is an agency, its byline names one ("By AP"), or a line of its text is a
///         credit by its form: a dateline "(Reuters) -", "(AP)" at the end, "Source: dpa", "AFP contributed to this
///         report"
[[nodiscard]] std::vector<Credit> credits_of(const Report& report);

}  // namespace sitcen::picture
