#pragma once

#include "ingest/format.h"

namespace sitcen::ingest {

/// The files of a tar archive (ustar, GNU, pax) as parts, in their order, as they stream by; hidden ones are passed
/// over, as in folders. Behind a damaged header it goes on where the next sound one stands.
/// Rejections: archive_damaged and those of what is inside
[[nodiscard]] Reports read_tar(ByteSource bytes, InputHint hint);

/// \return whether the first 512 bytes are the header of a tar archive
[[nodiscard]] bool is_tar_header(std::string_view block);

}  // namespace sitcen::ingest
