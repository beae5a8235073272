#pragma once

#include <cstdint>

#include "cli/reading_options.h"
#include "cli/terminal.h"
#include "sitcen/offsets.h"

namespace sitcen::cli {

enum class ReadFormatKind : std::uint8_t { json, text, conllu };

/// What `sitcen read` prints, and how.
struct ReadOutput {
  ReadFormatKind kind = ReadFormatKind::json;
  OffsetUnit offsets = OffsetUnit::codepoint;
  bool tokens = false;
  bool only_language = false;
  Terminal terminal;  ///< of standard output
};

/// Reads all inputs and prints each report; says on standard error what could not be read.
/// \return the exit code
[[nodiscard]] int read_reports(const ReadingRequest& request, const ReadOutput& output);

}  // namespace sitcen::cli
