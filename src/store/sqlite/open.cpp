#include <chrono>
#include <system_error>
#include <thread>

#include "store/sqlite/km_between.h"
#include "store/sqlite/match_spans.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/sqlite_store.h"

namespace sitcen::store {

Result<std::unique_ptr<Store>> open_store(const std::filesystem::path& location, Access access, StoreOptions options) {
  return sqlite::SqliteStore::open(location, access, options);
}

std::uint32_t schema() noexcept { return static_cast<std::uint32_t>(sqlite::migrations().size()); }

namespace sqlite {
namespace {

/// What can be said of the file before SQLite sees it.
Result<void> look_at(const std::filesystem::path& file, Access access) {
  std::error_code failed;
  const auto status = std::filesystem::status(file, failed);
  const std::string name = file.string();
  switch (status.type()) {
    case std::filesystem::file_type::regular:
      return {};
    case std::filesystem::file_type::directory:
      return fail(ErrorCode::store_unusable, {name, "it is a folder"});
    case std::filesystem::file_type::not_found:
      break;
    case std::filesystem::file_type::none:
      return fail(ErrorCode::store_unusable, {name, failed.message()});
    default:
      return fail(ErrorCode::store_unusable, {name, "it is not a regular file"});
  }
  if (access == Access::read) return fail(ErrorCode::store_not_found, {name, name});
  const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
  if (!std::filesystem::is_directory(folder, failed))
    return fail(ErrorCode::file_unwritable, {name, "there is no folder " + folder.string()});
  return {};
}

/// A store with changes beside it that are not in the file yet.
bool has_log(const std::filesystem::path& file) {
  std::error_code failed;
  const auto size = std::filesystem::file_size(file.string() + "-wal", failed);
  return !failed && size > 0;
}

/// Switching to WAL needs the file for itself for a moment, and SQLite does not wait for it by itself.
Result<void> use_log(Database& db, std::chrono::milliseconds patience) {
  using std::chrono::milliseconds;
  for (milliseconds waited{0};; waited += milliseconds(10)) {
    const auto mode = db.word("PRAGMA journal_mode = WAL");
    if (mode && *mode == "wal") return {};
    if (mode) return fail(ErrorCode::store_unusable, {db.name(), "its disk cannot hold a write-ahead log"});
    if (mode.error().code != ErrorCode::store_locked || waited >= patience) return fail(mode.error());
    std::this_thread::sleep_for(milliseconds(10));
  }
}

Result<Database> open_to_read(const std::filesystem::path& file, StoreOptions options) {
  auto db = Database::open(file, Database::Mode::read, options.patience);
  auto what = db ? kind(*db) : Result<Kind>(fail(db.error()));
  if (!what && what.error().code == ErrorCode::store_read_only && !has_log(file)) {
    // No shared memory can be made beside the file, as on a read-only disk: nobody else can be writing it either.
    db = Database::open(file, Database::Mode::read_unchanging, options.patience);
    what = db ? kind(*db) : Result<Kind>(fail(db.error()));
  }
  if (!what) return fail(what.error());
  if (*what == Kind::empty) return fail(ErrorCode::store_not_found, {file.string(), file.string()});
  if (*what == Kind::foreign)
    return fail(ErrorCode::store_unusable, {file.string(), "it is a SQLite file of another program"});
  const auto has = db->number("PRAGMA user_version");
  if (!has) return fail(has.error());
  const auto known = static_cast<std::int64_t>(migrations().size());
  if (*has != known)
    return fail(*has > known ? ErrorCode::store_is_newer : ErrorCode::store_is_older,
                {file.string(), std::to_string(*has), std::to_string(known)});
  return db;
}

Result<Database> open_to_write(const std::filesystem::path& file, StoreOptions options) {
  auto db = Database::open(file, Database::Mode::write, options.patience);
  if (!db) return db;
  const auto what = kind(*db);
  if (!what) return fail(what.error());
  if (*what == Kind::foreign)
    return fail(ErrorCode::store_unusable, {file.string(), "it is a SQLite file of another program"});
  if (db->read_only()) return fail(ErrorCode::store_read_only, {file.string(), "the file is read-only"});
  if (auto logged = use_log(*db, options.patience); !logged) return fail(logged.error());
  if (auto ready = db->run("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON"); !ready) return fail(ready.error());
  if (auto ready = migrate(*db, migrations()); !ready) return fail(ready.error());
  return db;
}

}  // namespace

Result<std::unique_ptr<Store>> SqliteStore::open(const std::filesystem::path& file, Access access,
                                                 StoreOptions options) {
  if (auto fine = look_at(file, access); !fine) return fail(fine.error());
  auto db = access == Access::read ? open_to_read(file, options) : open_to_write(file, options);
  if (!db) return fail(db.error());
  if (auto added = add_match_spans(*db); !added) return fail(added.error());
  if (auto added = add_km_between(*db); !added) return fail(added.error());
  std::unique_ptr<SqliteStore> store(new SqliteStore(std::move(*db)));
  if (access == Access::write)
    if (auto complete = store->complete_families(); !complete) return fail(complete.error());
  return std::unique_ptr<Store>(std::move(store));
}

Result<Query*> SqliteStore::prepared(const char* sql) {
  if (const auto known = prepared_.find(sql); known != prepared_.end()) return &known->second;
  auto made = db_.prepare(sql);
  if (!made) return fail(made.error());
  return &prepared_.emplace(sql, std::move(*made)).first->second;
}

}  // namespace sqlite
}  // namespace sitcen::store
