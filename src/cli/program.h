#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/describe.h"

namespace sitcen::cli {

/// Runs `sitcen ARGUMENTS`: finds the command, reads its options, runs it.
/// \param arguments without the program's name
/// \return the exit code, see docs/errors.md
[[nodiscard]] int run(std::span<const std::string> arguments);

/// \return the texts of all commands, for the help, the manual and the completion
[[nodiscard]] std::vector<CommandText> command_texts();

}  // namespace sitcen::cli
