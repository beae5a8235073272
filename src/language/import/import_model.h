#pragma once

#include <filesystem>
#include <string>

#include "language/import/spacy_pipeline.h"
#include "sitcen/result.h"

namespace sitcen::language {

/// Reads a spaCy 3 pipeline (wheel, ZIP or folder) and packs it for the engine. The same source gives the same bytes.
/// \return the bytes of a .sitmodel file; file_not_found, file_unreadable, import_damaged or model_unsupported
[[nodiscard]] Result<std::string> import_model(const std::filesystem::path& source);
[[nodiscard]] Result<std::string> import_model(PipelineFiles files);

}  // namespace sitcen::language
