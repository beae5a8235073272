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

}  // namespace sitcen::store::sqlite
