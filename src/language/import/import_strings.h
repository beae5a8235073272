#pragma once

#include "language/import/spacy_pipeline.h"
#include "language/model_file.h"
#include "sitcen/result.h"

namespace sitcen::language {

/// Writes what the string side of the engine reads: reserved ids, norms, rows of vectors, tokenizer rules.
/// \return model_unsupported or import_damaged with source and reason
[[nodiscard]] Result<void> import_strings(const SpacyPipeline& pipeline, ModelFileWriter& out);

}  // namespace sitcen::language
