#pragma once

#include "ingest/format.h"

namespace sitcen::ingest {

/// What a gzip or zstd file holds, by the name it has without its suffix, else by its first bytes. It has its
/// container's origin: it is the same input, packed.
/// Rejections: packed_damaged, unpacks_too_large and those of what is inside
[[nodiscard]] Reports read_packed(ByteSource bytes, InputHint hint);

}  // namespace sitcen::ingest
