#pragma once

#include <memory>
#include <vector>

#include "base/zip_directory.h"
#include "ingest/format.h"
#include "ingest/packed/spool.h"

namespace sitcen::ingest {

/// An Office Open XML text: its paragraphs, title, author and dates. Deletions that are tracked, field codes and notes
/// are left out.
/// Rejections: no_report where it is no text document; bad_xml, packed_damaged, empty_report
[[nodiscard]] Reports read_docx(const std::shared_ptr<const Spool>& archive, const std::vector<base::ZipEntry>& entries,
                                const InputHint& hint);

}  // namespace sitcen::ingest
