#include "reading/reader.h"

namespace sitcen::reading {

Findings read_findings(const Report&, const Document&, const Knowledge&, const ReadOptions&) { return {}; }

}  // namespace sitcen::reading
