#pragma once

#include "ingest/format.h"

namespace sitcen::ingest {

/// The files of a ZIP archive as parts, by path; hidden ones are passed over, as in folders. One that holds a DOCX
/// document is that report; of a WACZ the WARC files are read and nothing else.
/// Rejections: archive_damaged (of the whole, or of one file), no_report and those of what is inside
[[nodiscard]] Reports read_zip(const ByteSource& bytes, InputHint hint);

}  // namespace sitcen::ingest
