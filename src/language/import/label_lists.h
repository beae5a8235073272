#pragma once

#include <string>
#include <vector>

#include "language/import/ruler_patterns.h"
#include "language/import/spacy_pipeline.h"
#include "language/model_file.h"
#include "sitcen/result.h"

namespace sitcen::language {

/// The labels of a model; index 0 of each list is "".
struct LabelLists {
  std::vector<std::string> tags, deps, morphs, entities;
};

/// All labels that the components of a pipeline can set: tags in the order of the tagger's rows, entities in that of
/// the moves, dependency labels (both parts of "prep||pobj" too) and morphological features sorted.
/// \return model_unsupported if a label cannot be written down
[[nodiscard]] Result<LabelLists> collect_labels(const SpacyPipeline& pipeline, const std::vector<RulerRule>& rules);

/// Writes labels.tags, labels.deps, labels.morphs and labels.entities.
void write_labels(const LabelLists& labels, ModelFileWriter& out);

}  // namespace sitcen::language
