#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sitcen/result.h"

namespace sitcen::store {

/// One thing a report must have: a word, a phrase (words in a row) or the beginning of a word.
struct SearchTerm {
  std::string words;
  bool prefix = false;
};

/// What is looked for: all of the terms.
using SearchTerms = std::vector<SearchTerm>;

/// Reads what a person typed: words, all of them wanted; "a phrase"; begin*. No other character has a meaning.
/// \return at least one term; bad_query for an open quotation mark, a lone *, or nothing to look for
[[nodiscard]] Result<SearchTerms> parse_search(std::string_view typed);

}  // namespace sitcen::store
