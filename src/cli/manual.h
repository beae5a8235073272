#pragma once

#include <span>
#include <string>

#include "cli/describe.h"
#include "cli/terminal.h"

namespace sitcen::cli {

/// What `sitcen help` and `sitcen --help` print: every command in a line.
[[nodiscard]] std::string overview(std::span<const CommandText> commands, const Terminal& terminal);
/// What `sitcen help COMMAND` prints: examples first, then arguments and options.
[[nodiscard]] std::string help_page(const CommandText& command, const Terminal& terminal);
/// The same of all commands as a man page (roff, man macros).
[[nodiscard]] std::string man_page(std::span<const CommandText> commands);

}  // namespace sitcen::cli
