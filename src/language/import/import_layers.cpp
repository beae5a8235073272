#include "language/import/import_layers.h"

namespace sitcen::language {

Result<void> import_layers(const SpacyPipeline& /*pipeline*/, ModelFileWriter& /*out*/) { return {}; }

}  // namespace sitcen::language
