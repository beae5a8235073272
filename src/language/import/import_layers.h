#pragma once

#include "language/import/spacy_pipeline.h"
#include "language/model_file.h"
#include "sitcen/result.h"

namespace sitcen::language {

/// Writes the weights of the pipeline's networks as arrays, packed the way the engine reads them.
/// \return model_unsupported or import_damaged with source and reason
[[nodiscard]] Result<void> import_layers(const SpacyPipeline& pipeline, ModelFileWriter& out);

}  // namespace sitcen::language
