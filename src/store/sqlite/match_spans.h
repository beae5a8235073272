#pragma once

#include <cstring>
#include <string_view>
#include <vector>

#include "sitcen/span.h"
#include "store/sqlite/database.h"

struct fts5_api;

namespace sitcen::store::sqlite {

/// \return what FTS5 lets a program add functions with
[[nodiscard]] Result<fts5_api*> fts5_of(Database& db);

/// Adds to this connection's FTS5 the function match_spans(word_index): the matches in the text column as a blob of
/// pairs of 32-bit numbers, sorted; overlapping ones are joined.
[[nodiscard]] Result<void> add_match_spans(Database& db);

/// \param blob what match_spans gave
[[nodiscard]] std::vector<Span> spans_of(std::string_view blob);

}  // namespace sitcen::store::sqlite
