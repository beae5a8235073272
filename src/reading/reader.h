#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "reading/knowledge.h"
#include "reading/models.h"
#include "reading/statements/statements.h"
#include "sitcen/document.h"
#include "sitcen/engine.h"
#include "sitcen/findings.h"
#include "sitcen/report.h"
#include "sitcen/result.h"

namespace sitcen::reading {

struct ReadOptions {
  EngineOptions engine;
  unsigned threads = 1;
  StatementScope statements = StatementScope::strict;
  bool only_language = false;                ///< stop after the language engine: findings stay empty
  std::size_t max_report_bytes = 4'000'000;  ///< a longer report is refused: report_too_long
};

/// A report and what was read from it. `document.text` borrows from `report.text`: keep them together.
struct Reading {
  std::unique_ptr<Report> report;
  Document document;
  Findings findings;
  const LanguageReader* by = nullptr;  ///< null: there is no model for its language, document and findings are empty
  std::optional<Error> error;          ///< set: the report could not be read, document and findings are empty
};

/// All findings of one document: actors, then statements. Lists are sorted by span; `rule` and `reason` are static.
/// \param doc  the document of `report.text`; not changed
[[nodiscard]] Findings read_findings(const Report& report, const Document& doc, const Knowledge& knowledge,
                                     const ReadOptions& options);

/// Reads reports on `options.threads` threads, a bounded number at a time.
/// \param models     which read what; a report whose language has none is delivered unread
/// \param next       gives the next report, or none at the end; called by one thread at a time
/// \param deliver    gets the readings on the calling thread, in the order of `next`; returns false to stop early
/// \return isa_unavailable and the like when no engine can be made; a report's own error is in its Reading
[[nodiscard]] Result<void> read_all(Models& models, const ReadOptions& options,
                                    const std::function<std::optional<Report>()>& next,
                                    const std::function<bool(Reading&&)>& deliver);

}  // namespace sitcen::reading
