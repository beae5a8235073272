#include "store/sqlite/database.h"

#include <sqlite3.h>

#include <cerrno>
#include <cstring>

namespace sitcen::store::sqlite {
namespace {

/// A path as a URI of SQLite that says the file does not change.
std::string unchanging(const std::filesystem::path& file) {
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : file.string()) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
                       c == '/' || c == '.' || c == '-' || c == '_';
    if (plain) {
      uri += c;
      continue;
    }
    uri += '%';
    uri += kHex[byte >> 4];
    uri += kHex[byte & 15];
  }
  return uri + "?immutable=1";
}

Error make(ErrorCode code, std::initializer_list<std::string_view> fillings) { return fail(code, fillings).value(); }

bool no_space(int code, int system) {
  return code == SQLITE_FULL || code == SQLITE_IOERR_SHMSIZE || system == ENOSPC || system == EDQUOT || system == EFBIG;
}

}  // namespace

Error error_of(sqlite3* db, int code, const std::string& name) {
  const int last = errno;
  // SQLite keeps the system's reason for what fails while it opens, but not for what fails in a step.
  const int kept = sqlite3_system_errno(db);
  const int system = kept == 0 && (code & 0xff) == SQLITE_IOERR ? last : kept;
  const std::string reason = system != 0 ? std::strerror(system) : sqlite3_errmsg(db);
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return make(ErrorCode::store_locked, {name});
    case SQLITE_FULL:
      return make(ErrorCode::store_full, {name});
    case SQLITE_READONLY:
      if (code == SQLITE_READONLY_DBMOVED)
        return make(ErrorCode::store_read_only, {name, "the file was moved or deleted meanwhile"});
      if (code == SQLITE_READONLY_DIRECTORY || code == SQLITE_READONLY_CANTINIT || code == SQLITE_READONLY_RECOVERY)
        return make(ErrorCode::store_read_only, {name, "its folder cannot be written"});
      return make(ErrorCode::store_read_only, {name, "the file is read-only"});
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return make(ErrorCode::store_read_only, {name, reason});
    case SQLITE_CORRUPT:
      return make(ErrorCode::store_damaged, {name, sqlite3_errmsg(db)});
    case SQLITE_NOTADB:
      return make(ErrorCode::store_unusable, {name, "it is not a SQLite file"});
    case SQLITE_IOERR:
      if (no_space(code, system)) return make(ErrorCode::store_full, {name});
      if (code == SQLITE_IOERR_SHORT_READ) return make(ErrorCode::store_damaged, {name, "the file ends too early"});
      return make(ErrorCode::store_damaged, {name, reason});
    default:
      return make(ErrorCode::internal, {name + ": " + sqlite3_errmsg(db)});
  }
}

void Query::Finalize::operator()(sqlite3_stmt* stmt) const { sqlite3_finalize(stmt); }

Result<bool> Query::step() {
  const int code = sqlite3_step(stmt_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  auto error = error_of(db_, code, *name_);
  finish();
  return fail(std::move(error));
}

Result<void> Query::run() {
  const auto row = step();
  finish();
  if (!row) return fail(row.error());
  return {};
}

void Query::finish() { sqlite3_reset(stmt_.get()); }

bool Query::null(int column) const { return sqlite3_column_type(stmt_.get(), column) == SQLITE_NULL; }
std::int64_t Query::integer(int column) const { return sqlite3_column_int64(stmt_.get(), column); }
double Query::real(int column) const { return sqlite3_column_double(stmt_.get(), column); }
std::string_view Query::text(int column) const {
  const auto* bytes = sqlite3_column_blob(stmt_.get(), column);  // blob: the size is right with zero bytes inside too
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(stmt_.get(), column))};
}
std::optional<std::string> Query::optional_text(int column) const {
  if (null(column)) return std::nullopt;
  return std::string(text(column));
}

void Query::bind(std::nullptr_t) { sqlite3_bind_null(stmt_.get(), ++bound_); }
void Query::bind(std::int64_t value) { sqlite3_bind_int64(stmt_.get(), ++bound_, value); }
void Query::bind(double value) { sqlite3_bind_double(stmt_.get(), ++bound_, value); }
void Query::bind(std::string_view value) {
  const char* bytes = value.data() == nullptr ? "" : value.data();  // a null pointer would bind NULL
  sqlite3_bind_text64(stmt_.get(), ++bound_, bytes, value.size(), SQLITE_STATIC, SQLITE_UTF8);
}
void Query::bind(Blob value) {
  const char* bytes = value.bytes.data() == nullptr ? "" : value.bytes.data();
  sqlite3_bind_blob64(stmt_.get(), ++bound_, bytes, value.bytes.size(), SQLITE_STATIC);
}

void Database::Close::operator()(sqlite3* db) const { sqlite3_close_v2(db); }

Result<Database> Database::open(const std::filesystem::path& file, Mode mode, std::chrono::milliseconds patience) {
  Database made;
  made.name_ = std::make_unique<std::string>(file.string());
  const std::string path = mode == Mode::read_unchanging ? unchanging(file) : file.string();
  const int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                    (mode == Mode::write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY) |
                    (mode == Mode::read_unchanging ? SQLITE_OPEN_URI : 0);
  sqlite3* db = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &db, flags, nullptr);
  made.db_.reset(db);
  if (code != SQLITE_OK) return made.failure(code);
  sqlite3_busy_timeout(db, static_cast<int>(patience.count()));
  sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  return made;
}

Result<Query> Database::prepare(std::string_view sql) {
  sqlite3_stmt* stmt = nullptr;
  const int code =
      sqlite3_prepare_v3(handle(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &stmt, nullptr);
  if (code != SQLITE_OK) return failure(code);
  return Query(handle(), name_.get(), stmt);
}

Result<void> Database::run(const char* sql) {
  const int code = sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return failure(code);
  return {};
}

Result<std::int64_t> Database::number(std::string_view sql) {
  auto statement = prepare(sql);
  if (!statement) return fail(statement.error());
  const auto row = statement->step();
  if (!row) return fail(row.error());
  return *row ? statement->integer(0) : 0;
}

Result<std::string> Database::word(std::string_view sql) {
  auto statement = prepare(sql);
  if (!statement) return fail(statement.error());
  const auto row = statement->step();
  if (!row) return fail(row.error());
  return *row ? std::string(statement->text(0)) : std::string();
}

bool Database::read_only() const { return sqlite3_db_readonly(handle(), "main") == 1; }

tl::unexpected<Error> Database::failure(int code) const { return fail(error_of(handle(), code, name())); }

Result<Transaction> Transaction::begin(Database& db, const char* kind) {
  if (sqlite3_get_autocommit(db.handle()) == 0) return Transaction(nullptr);  // inside another, whose part this is
  const std::string sql = std::string("BEGIN ") + kind;
  if (auto begun = db.run(sql.c_str()); !begun) return fail(begun.error());
  return Transaction(&db);
}

Result<void> Transaction::commit() {
  if (db_ == nullptr) return {};
  if (auto done = db_->run("COMMIT"); !done) return done;
  db_ = nullptr;
  return {};
}

Transaction::~Transaction() {
  // After some failures SQLite has rolled back already; there is nothing left to do then.
  if (db_ != nullptr && sqlite3_get_autocommit(db_->handle()) == 0)
    sqlite3_exec(db_->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

}  // namespace sitcen::store::sqlite
