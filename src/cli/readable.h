#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cli/terminal.h"
#include "sitcen/findings.h"
#include "sitcen/report.h"

namespace sitcen::cli {

/// How much of a report is printed.
enum class ReadablePart : std::uint8_t {
  said,      ///< the header, and who said what
  findings,  ///< and who is mentioned
  whole,     ///< and the text
};

struct ReadableFormat {
  ReadablePart part = ReadablePart::findings;
  std::string note = {};                                ///< a line more for the header, in the dim style
  std::optional<std::vector<std::uint32_t>> only = {};  ///< indexes of the statements that are printed; none: all
};

/// \return what a report says that no model could read
[[nodiscard]] std::string unread_note(const Report& report);

/// One report as people read it: its header, the text with its lines numbered, who said what with the place in the text
/// (line:column, columns in code points) and the sentence around the words, then who is named.
/// \param sentences bytes into `report.text`, what the findings' sentence numbers count
[[nodiscard]] std::string readable(const Report& report, std::span<const Span> sentences, const Findings& findings,
                                   const Terminal& terminal, const ReadableFormat& format = {});

}  // namespace sitcen::cli
