#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "sitcen/result.h"
#include "store/store.h"

struct sqlite3;
struct sqlite3_stmt;

namespace sitcen::store::sqlite {

/// SQLite's result code of a failed call on `db` as an error of the table, which names the store and what to do.
[[nodiscard]] Error error_of(sqlite3* db, int code, const std::string& name);

/// Bytes that are no text.
struct Blob {
  std::string_view bytes;
};

/// A prepared statement. Parameters are bound in order from 1 by `bind`, read by `step`, and free again after `reset`.
class Query {
 public:
  Query() = default;
  Query(sqlite3* db, const std::string* name, sqlite3_stmt* stmt) : db_(db), name_(name), stmt_(stmt) {}

  /// Starts anew with these parameters. Text is borrowed until the next `start` or `finish`.
  template <class... Values>
  Query& start(const Values&... values) {
    finish();
    bound_ = 0;
    (bind(values), ...);
    return *this;
  }
  /// \return whether there is a row
  [[nodiscard]] Result<bool> step();
  /// Steps once and forgets the row: for statements that give none.
  [[nodiscard]] Result<void> run();
  void finish();  ///< lets go of the row and its locks

  [[nodiscard]] bool null(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string_view text(int column) const;  ///< valid until the next step
  [[nodiscard]] std::optional<std::string> optional_text(int column) const;

  void bind(std::nullptr_t);
  void bind(std::int64_t value);
  void bind(double value);
  void bind(std::string_view value);
  void bind(Blob value);
  void bind(const std::string& value) { bind(std::string_view(value)); }
  void bind(const char* value) { bind(std::string_view(value)); }
  void bind(std::uint32_t value) { bind(static_cast<std::int64_t>(value)); }
  void bind(std::uint64_t value) { bind(static_cast<std::int64_t>(value)); }
  void bind(Instant value) { bind(static_cast<std::int64_t>(value.time_since_epoch().count())); }
  template <class T>
  void bind(const std::optional<T>& value) {
    value ? bind(*value) : bind(nullptr);
  }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* stmt) const;
  };
  sqlite3* db_ = nullptr;
  const std::string* name_ = nullptr;
  std::unique_ptr<sqlite3_stmt, Finalize> stmt_;
  int bound_ = 0;
};

/// One connection to one file.
class Database {
 public:
  enum class Mode : std::uint8_t { read, read_unchanging, write };

  /// \param mode read_unchanging: a file nobody can write to, on a disk where no lock can be taken
  [[nodiscard]] static Result<Database> open(const std::filesystem::path& file, Mode mode,
                                             std::chrono::milliseconds patience);

  [[nodiscard]] Result<Query> prepare(std::string_view sql);
  /// Runs statements that take no parameters and give no rows.
  [[nodiscard]] Result<void> run(const char* sql);
  /// \return the first column of the first row of a statement
  [[nodiscard]] Result<std::int64_t> number(std::string_view sql);
  [[nodiscard]] Result<std::string> word(std::string_view sql);
  /// \return whether the file opened, but can only be read
  [[nodiscard]] bool read_only() const;
  [[nodiscard]] sqlite3* handle() const { return db_.get(); }
  [[nodiscard]] const std::string& name() const { return *name_; }
  [[nodiscard]] tl::unexpected<Error> failure(int code) const;

 private:
  struct Close {
    void operator()(sqlite3* db) const;
  };
  std::unique_ptr<std::string> name_;  // statements point to it
  std::unique_ptr<sqlite3, Close> db_;
};

/// Rolls back what is not committed. One begun inside another does nothing by itself.
class Transaction {
 public:
  /// \param kind "IMMEDIATE" to write, "DEFERRED" to read one state of the store
  [[nodiscard]] static Result<Transaction> begin(Database& db, const char* kind);
  [[nodiscard]] Result<void> commit();
  Transaction(Transaction&& other) noexcept : db_(std::exchange(other.db_, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

 private:
  explicit Transaction(Database* db) : db_(db) {}
  Database* db_;
};

}  // namespace sitcen::store::sqlite
