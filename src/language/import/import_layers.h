#pragma once

#include "language/import/spacy_pipeline.h"
#include "language/model_file.h"
#include "sitcen/result.h"

namespace sitcen::language {

/// Packs the weights of tok2vec, tagger, parser and ner as the kernels want them (see layers/weights.h).
/// \return model_unsupported where a layer is missing or has another shape than a spaCy CNN pipeline's
[[nodiscard]] Result<void> import_layers(const SpacyPipeline& pipeline, ModelFileWriter& out);

}  // namespace sitcen::language
