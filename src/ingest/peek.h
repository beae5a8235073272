#pragma once

#include <string>

#include "ingest/ingest.h"

namespace sitcen::ingest {

/// \return the first bytes of an input (kSniffedBytes, or as many as there are), which it still gives afterwards
[[nodiscard]] Result<std::string> peek(ByteSource& bytes);

}  // namespace sitcen::ingest
