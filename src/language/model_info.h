#pragma once

#include "language/model_file.h"
#include "sitcen/engine.h"
#include "sitcen/result.h"

namespace sitcen::language {

/// \return what meta.name, meta.language, meta.licence and meta.source of a model file say, or model_damaged
[[nodiscard]] Result<ModelInfo> read_info(const ModelFile& file);

}  // namespace sitcen::language
