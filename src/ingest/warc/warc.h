#pragma once

#include "ingest/format.h"

namespace sitcen::ingest {

/// The pages and documents of a WARC or ARC file, plain or packed (gzip, zstd), each with its address and when it was
/// fetched. Passed over in silence: requests, metadata, revisits, answers that are no success, pictures, sound, films,
/// fonts, style, scripts and what scripts exchange (JSON, XML) that is no report. A damaged record is a rejection; the
/// rest is read. Rejections: record_damaged, packed_damaged, unpacks_too_large, report_too_long and those of what is
/// inside
[[nodiscard]] Reports read_warc(ByteSource bytes, InputHint hint);

}  // namespace sitcen::ingest
