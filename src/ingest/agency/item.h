#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/format.h"

namespace sitcen::ingest {

/// An agency's item as its format says it, before it is a report. Empty: not said.
struct NewsItem {
  std::string id, source, url, title, byline, dateline, credit, language;
  std::string created, first, version_created, modified;  ///< times: of the content, of the item, of this version
  bool is_first_version = true;
  std::string status;                   ///< "usable", "withheld", "canceled"
  std::vector<std::string> notices;     ///< to editors
  std::vector<std::string> paragraphs;  ///< of the text
  std::vector<std::string> captions;    ///< of the pictures that go with it
};

/// \return empty_report where it has no text
[[nodiscard]] Result<Report> report_of(NewsItem item, const InputHint& hint);

}  // namespace sitcen::ingest
