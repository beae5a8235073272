#pragma once

#include <string>

namespace sitcen::cli {

/// What `sitcen --version` prints: the program, its build, the formats it reads and writes.
[[nodiscard]] std::string version_text();

}  // namespace sitcen::cli
