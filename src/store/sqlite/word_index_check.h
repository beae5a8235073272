#pragma once

#include <cstdint>
#include <unordered_map>

#include "store/sqlite/database.h"

namespace sitcen::store::sqlite {

/// Compares the index of words with the texts, which FTS5's own check could only do with the store locked for writing.
class WordIndexCheck {
 public:
  /// Reads the whole index once.
  [[nodiscard]] static Result<WordIndexCheck> read(Database& db);

  /// \return whether the index holds the words of this version at their places, and no others
  [[nodiscard]] bool agrees(std::int64_t version, std::string_view title, std::string_view text);
  /// \return a version that the index knows and nobody asked about; none if there is none
  [[nodiscard]] std::optional<std::int64_t> left_over() const;

 private:
  struct Tokenizer;
  struct Delete {
    void operator()(Tokenizer* tokenizer) const;
  };
  std::unordered_map<std::int64_t, std::uint64_t> sums_;  ///< by version: of all its words with their places
  std::unique_ptr<Tokenizer, Delete> tokenizer_;
};

}  // namespace sitcen::store::sqlite
