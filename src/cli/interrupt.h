#pragma once

namespace sitcen::cli {

/// From now on the first Ctrl-C (or SIGTERM) asks the command to finish what it has begun; the second ends it at once.
void catch_interrupts();
/// \return whether the command was asked to finish
[[nodiscard]] bool interrupted() noexcept;

}  // namespace sitcen::cli
