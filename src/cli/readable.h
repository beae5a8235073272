#pragma once

#include <span>
#include <string>

#include "cli/terminal.h"
#include "sitcen/findings.h"
#include "sitcen/report.h"

namespace sitcen::cli {

/// One report as people read it: its header, who said what with the place in the text (line:column, columns in code
/// points) and the sentence around the words, then who is named.
/// \param sentences bytes into `report.text`, what the findings' sentence numbers count
[[nodiscard]] std::string readable(const Report& report, std::span<const Span> sentences, const Findings& findings,
                                   const Terminal& terminal);

}  // namespace sitcen::cli
