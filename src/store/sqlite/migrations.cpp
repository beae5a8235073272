#include "store/sqlite/migrations.h"

namespace sitcen::store::sqlite {

Result<Kind> kind(Database& db) {
  const auto id = db.number("PRAGMA application_id");
  if (!id) return fail(id.error());
  if (*id == kApplicationId) return Kind::ours;
  const auto objects = db.number("SELECT count(*) FROM sqlite_schema");
  if (!objects) return fail(objects.error());
  return *id == 0 && *objects == 0 ? Kind::empty : Kind::foreign;
}

Result<void> migrate(Database& db, std::span<const char* const> steps) {
  const auto known = static_cast<std::int64_t>(steps.size());
  const auto check = [&](std::int64_t has) -> Result<void> {
    if (has <= known) return {};
    return fail(ErrorCode::store_is_newer, {db.name(), std::to_string(has), std::to_string(known)});
  };
  auto has = db.number("PRAGMA user_version");
  if (!has) return fail(has.error());
  if (*has == known) return {};
  if (auto ok = check(*has); !ok) return ok;

  auto transaction = Transaction::begin(db, "IMMEDIATE");
  if (!transaction) return fail(transaction.error());
  has = db.number("PRAGMA user_version");  // another process may have been faster
  if (!has) return fail(has.error());
  if (auto ok = check(*has); !ok) return ok;
  for (auto step = *has; step < known; ++step)
    if (auto done = db.run(steps[static_cast<std::size_t>(step)]); !done) return done;
  const std::string marks =
      "PRAGMA application_id = " + std::to_string(kApplicationId) + "; PRAGMA user_version = " + std::to_string(known);
  if (auto done = db.run(marks.c_str()); !done) return done;
  return transaction->commit();
}

}  // namespace sitcen::store::sqlite
