#pragma once

#include "language/model_file.h"
#include "sitcen/result.h"

namespace sitcen::language {

/// Loads every part of a model whose file is whole, to see that the parts are too.
/// \return model_damaged with what does not fit
[[nodiscard]] Result<void> check_model(const ModelFile& file);

}  // namespace sitcen::language
