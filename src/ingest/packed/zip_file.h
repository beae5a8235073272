#pragma once

#include <memory>
#include <string_view>

#include "base/zip_directory.h"
#include "ingest/packed/expansion.h"
#include "ingest/packed/spool.h"

namespace sitcen::ingest {

/// \return the unpacked bytes of one file of an archive. They end with packed_damaged where they are not those that the
///         directory promises (size, checksum), with unpacks_too_large past the bounds.
[[nodiscard]] ByteSource bytes_of_zip_file(std::shared_ptr<const Spool> archive, const base::ZipEntry& entry,
                                           std::shared_ptr<Expansion> expansion);

}  // namespace sitcen::ingest
