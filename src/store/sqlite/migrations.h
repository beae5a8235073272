#pragma once

#include <span>

#include "store/sqlite/database.h"

namespace sitcen::store::sqlite {

/// Marks the file as a sitcen store: "SITC".
inline constexpr std::int64_t kApplicationId = 0x53495443;

/// \return the steps of the schema in order; step n brings a store from user_version n to n + 1
[[nodiscard]] std::span<const char* const> migrations() noexcept;

/// What a file is before anything is written to it.
enum class Kind : std::uint8_t { empty, ours, foreign };
[[nodiscard]] Result<Kind> kind(Database& db);

/// Applies the steps that are missing, all in one transaction.
/// \return store_is_newer where the store has had more steps than there are
[[nodiscard]] Result<void> migrate(Database& db, std::span<const char* const> steps);

}  // namespace sitcen::store::sqlite
