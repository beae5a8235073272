#pragma once

#include "base/json_writer.h"
#include "picture/query_json.h"

namespace sitcen::picture {

/// What the objects of sitcen.query/1 share: they begin with begin_row, and finish_row gives them.
void begin_row(base::JsonWriter& json, const QueryContext& context);
[[nodiscard]] std::string finish_row(base::JsonWriter& json);

/// The words of a datum with the report they stand in. \param span  bytes
void write_evidence(base::JsonWriter& json, const store::Evidence& evidence, Span span, const OffsetMap& offsets);

}  // namespace sitcen::picture
