#pragma once

#include <optional>
#include <string>

#include "picture/called.h"
#include "picture/copies.h"
#include "picture/diff.h"
#include "picture/figures.h"
#include "picture/findings.h"
#include "picture/who.h"
#include "sitcen/offsets.h"
#include "store/store.h"

namespace sitcen::picture {

/// What every answer of a question says of itself.
struct QueryContext {
  std::optional<store::Instant> as_of;  ///< the time of knowing it answers for; none: the store is empty
  OffsetUnit offsets = OffsetUnit::codepoint;
};

/// \return the status of a report with this name; none where it is another word
[[nodiscard]] std::optional<store::ReportStatus> report_status(std::string_view name) noexcept;

/// One object of sitcen.query/1, without a newline. Keys never disappear; unknown is null.
[[nodiscard]] std::string to_json(const store::ReportRow& row, const QueryContext& context);
[[nodiscard]] std::string to_json(const store::RejectedRow& row, const QueryContext& context);
[[nodiscard]] std::string to_json(const store::SearchHit& hit, const QueryContext& context);
/// \param compared  knows who the speaker is across reports
[[nodiscard]] std::string to_json(const store::Said& said, const Compared& compared, const QueryContext& context);
/// \param row  with the evidence of its roles
[[nodiscard]] std::string to_json(const WhoRow& row, const Compared& compared, const QueryContext& context);
[[nodiscard]] std::string to_json(const FigureRow& row, const QueryContext& context);
[[nodiscard]] std::string to_json(const FindingRow& row, const QueryContext& context);
/// \param diff  that the change is of
[[nodiscard]] std::string to_json(const Diff& diff, const Change& change, const QueryContext& context);
[[nodiscard]] std::string to_json(const CopiesRow& row, const QueryContext& context);

/// \return the words of all pieces of what was said, with " ... " where the report leaves off and goes on
[[nodiscard]] std::string said_words(const store::Said& said);

}  // namespace sitcen::picture
