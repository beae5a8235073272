#include "store/sqlite/km_between.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>

namespace sitcen::store::sqlite {
namespace {

double squared_sine(double radians) { return std::sin(radians) * std::sin(radians); }

/// The haversine formula on a sphere of the mean radius.
double km(double lat1, double lon1, double lat2, double lon2) {
  constexpr double kRadius = 6371.0088;
  constexpr double kRadian = std::numbers::pi / 180;
  const double h = squared_sine((lat2 - lat1) * kRadian / 2) +
                   std::cos(lat1 * kRadian) * std::cos(lat2 * kRadian) * squared_sine((lon2 - lon1) * kRadian / 2);
  return 2 * kRadius * std::asin(std::sqrt(std::min(1.0, h)));
}

void km_between(sqlite3_context* context, int count, sqlite3_value** values) {
  std::array<double, 4> degrees{};
  const std::span given(values, static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < degrees.size(); ++i) {
    if (sqlite3_value_type(given[i]) == SQLITE_NULL) return sqlite3_result_null(context);
    degrees[i] = sqlite3_value_double(given[i]);
  }
  sqlite3_result_double(context, km(degrees[0], degrees[1], degrees[2], degrees[3]));
}

}  // namespace

Result<void> add_km_between(Database& db) {
  const int code = sqlite3_create_function_v2(db.handle(), "km_between", 4, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr,
                                              km_between, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return db.failure(code);
  return {};
}

}  // namespace sitcen::store::sqlite
