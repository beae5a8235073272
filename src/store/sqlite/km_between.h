#pragma once

#include "store/sqlite/database.h"

namespace sitcen::store::sqlite {

/// Adds to this connection the function km_between(lat, lon, lat, lon): the distance of two points on the globe; null
/// where one of the numbers is none.
[[nodiscard]] Result<void> add_km_between(Database& db);

}  // namespace sitcen::store::sqlite
