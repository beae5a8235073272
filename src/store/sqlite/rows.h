#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "store/sqlite/sqlite_store.h"

namespace sitcen::store::sqlite {

/// Findings as their rows come in.
struct SqliteStore::Rows {
  Findings& findings;
  std::shared_ptr<std::unordered_set<std::string>> names = std::make_shared<std::unordered_set<std::string>>();
  bool lost = false;  ///< a row was missing: the store is damaged

  std::string_view kept(std::string_view name) { return name.empty() ? name : *names->emplace(name).first; }
  template <class T>
  void push(std::vector<T>& all, std::int64_t number, T one) {
    lost = lost || number != static_cast<std::int64_t>(all.size());
    all.push_back(std::move(one));
  }
  template <class T>
  T* owner(std::vector<T>& all, std::int64_t number) {
    if (number >= 0 && number < static_cast<std::int64_t>(all.size())) return &all[static_cast<std::size_t>(number)];
    lost = true;
    return nullptr;
  }
};

/// \return null for an empty text: nothing is known
[[nodiscard]] inline std::optional<std::string_view> some(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(text);
}
[[nodiscard]] inline std::optional<double> real_at(const Query& row, int column) {
  return row.null(column) ? std::nullopt : std::optional(row.real(column));
}
[[nodiscard]] inline std::optional<std::uint32_t> index_at(const Query& row, int column) {
  return row.null(column) ? std::nullopt : std::optional(static_cast<std::uint32_t>(row.integer(column)));
}

template <class T, class Make, class TakePart>
Result<void> SqliteStore::read_kind(std::int64_t version, FindingKind kind, Rows& rows, std::vector<T>& all,
                                    const char* values, const Make& make, const TakePart& part) {
  auto done = each(values, [&](const Query& row) { rows.push(all, row.integer(0), make(row)); }, version);
  if (!done) return done;
  done = each(
      "SELECT number, sentence, rule, score FROM finding WHERE version = ? AND kind = ? ORDER BY number",
      [&](const Query& row) {
        if (T* const one = rows.owner(all, row.integer(0)))
          one->provenance = {static_cast<std::uint32_t>(row.integer(1)), rows.kept(row.text(2)),
                             static_cast<float>(row.real(3))};
      },
      version, name(kind));
  if (!done) return done;
  return each(
      "SELECT number, part, begin, end FROM finding_words WHERE version = ? AND kind = ? ORDER BY number, part, piece",
      [&](const Query& row) {
        T* const one = rows.owner(all, row.integer(0));
        if (one == nullptr) return;
        if (row.text(1) == "span") one->span = span_at(row, 2);
        part(*one, row.text(1), span_at(row, 2));
      },
      version, name(kind));
}

}  // namespace sitcen::store::sqlite
