#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sitcen/report.h"

namespace sitcen::picture {

enum class NoticeKind : std::uint8_t { correction, withdrawal };

/// Where a report says that it corrects or takes back what it said.
struct Notice {
  NoticeKind kind = NoticeKind::correction;
  Span span;  ///< bytes of the line into the text; empty where the title or the publisher says so
  std::string words;
};

/// \return what the publisher gives (a notice, a status), then what title and text say by knowledge/en/notices.tsv
[[nodiscard]] std::vector<Notice> notices_of(const Report& report);

/// \return why a report no longer stands, in its words; none: it stands
[[nodiscard]] std::optional<std::string> withdrawal_of(const Report& report);

}  // namespace sitcen::picture
