#pragma once

#include "ingest/format.h"

namespace sitcen::ingest {

/// The rows of a CSV table (RFC 4180; or with ';' or tabs), each a report. The first row names the columns: text and,
/// in any order, title, published, url, source, id, language, byline; others are passed over. Rejections, by line:
/// record_damaged, not_utf8, bad_encoding, report_too_long, empty_report; as a whole: unknown_encoding, record_damaged
/// where no column is called text
[[nodiscard]] Reports read_csv(ByteSource bytes, InputHint hint);

}  // namespace sitcen::ingest
