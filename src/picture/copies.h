#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "picture/credits.h"
#include "store/copies/compare.h"
#include "store/store.h"

namespace sitcen::picture {

/// Words that stand in two reports.
struct SharedWords {
  store::Evidence original, copy;
  std::size_t words = 0;
};

/// A report that has the words of another, and how much of them.
struct CopyRow {
  store::CopyMember report;
  store::copies::CopyKind kind = store::copies::CopyKind::near;
  double similarity = 1;            ///< share of the words of both that stand in sequences both have
  std::vector<SharedWords> shared;  ///< by their place in the original
  std::vector<Credit> credits;      ///< of agencies, in the copy
};

/// A report and those that have its words from it, or from where it has them.
struct CopiesRow {
  store::CopyMember original;  ///< who had them first, as far as is known
  std::vector<Credit> credits;
  std::vector<CopyRow> copies;  ///< who had them next, first; those that only quote it come last
  std::size_t left_out = 0;     ///< copies beyond `CopiesQuestion::most`
};

struct CopiesQuestion {
  std::optional<std::string> key = {};  ///< the report whose copies and originals are wanted; none: all
  std::size_t most = 0;                 ///< copies of one original that are compared, and the report itself; 0: all
};

/// Copies, by the published time (unknown last) and key of who had the words first. The words are compared anew for
/// what is visited, and only for that.
/// \param page  its cursor is the key of the last original
/// \return bad_request where nothing has that key
[[nodiscard]] Result<void> copies(store::Store& store, const store::Scope& scope, const CopiesQuestion& asked,
                                  const store::Page& page, const store::Visit<CopiesRow>& visit);

/// How many accounts a set of reports holds: copies of one count once, and so do reports that credit the same agency.
/// \param keys  of reports; those that are not known (at `as_of`) count for nothing
[[nodiscard]] Result<std::size_t> independent(store::Store& store, const std::vector<std::string>& keys,
                                              std::optional<store::Instant> as_of);

}  // namespace sitcen::picture
