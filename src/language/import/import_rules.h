#pragma once

#include <vector>

#include "language/import/label_lists.h"
#include "language/import/ruler_patterns.h"
#include "language/import/spacy_pipeline.h"
#include "language/model_file.h"
#include "sitcen/result.h"

namespace sitcen::language {

/// Writes the rules of the attribute ruler over label numbers and string ids.
/// \return model_unsupported with source and reason
[[nodiscard]] Result<void> import_ruler(const SpacyPipeline& pipeline, const std::vector<RulerRule>& rules,
                                        const LabelLists& labels, ModelFileWriter& out);

/// Writes the lemmatizer's tables by part of speech.
/// \return model_unsupported or import_damaged with source and reason
[[nodiscard]] Result<void> import_lemmatizer(const SpacyPipeline& pipeline, ModelFileWriter& out);

}  // namespace sitcen::language
