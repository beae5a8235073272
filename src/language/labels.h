#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "language/model_file.h"
#include "sitcen/document.h"
#include "sitcen/result.h"

namespace sitcen::language {

/// Reads the label names of a model and works out what kind each is.
/// Texts, one name a line, without index 0 (which is ""): labels.tags, labels.deps, labels.morphs, labels.entities.
/// \return model_damaged if one is missing, too long or names a label twice
[[nodiscard]] Result<std::shared_ptr<const Labels>> load_labels(const ModelFile& file);

/// \return the kind of a label by its name; other for a name that is not listed, none for ""
[[nodiscard]] Dep dep_of(std::string_view name) noexcept;
[[nodiscard]] EntityType entity_type_of(std::string_view name) noexcept;

/// \return the part of speech that spaCy prints so ("" is none); nothing for a name it does not have
[[nodiscard]] std::optional<Pos> pos_named(std::string_view name) noexcept;

}  // namespace sitcen::language
