#pragma once

#include "ingest/format.h"
#include "ingest/xml.h"

namespace sitcen::ingest {

/// An alert of the Common Alerting Protocol 1.0 to 1.2. Of its blocks those in English are the text, where there are
/// any, else those in the language of the first. That it is an exercise, a test or a draft, or updates or cancels
/// another, stands in the notice.
[[nodiscard]] Result<Report> read_cap(pugi::xml_node alert, const InputHint& hint);

}  // namespace sitcen::ingest
