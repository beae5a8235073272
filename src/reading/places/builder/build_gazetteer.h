#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "reading/places/builder/packages.h"
#include "sitcen/result.h"

namespace sitcen::reading {

/// Compiles the packages and the tables of knowledge/ to a gazetteer. The same packages give the same bytes.
/// \return the bytes of a .sitgaz file; import_damaged where a package is not what it should be
[[nodiscard]] Result<std::string> build_gazetteer(const GazetteerPackages& packages);

}  // namespace sitcen::reading
