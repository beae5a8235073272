#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "language/frozen_table.h"
#include "language/model_file.h"
#include "language/strings.h"
#include "sitcen/result.h"

namespace sitcen::language {

/// \return MurmurHash64A of the bytes with spaCy's seed
[[nodiscard]] StringId murmur_hash(std::string_view bytes) noexcept;

/// What the model knows of strings: reserved ids, norms, rows of the static vectors. Immutable, views of the model
/// file. Arrays: lexicon.symbols (table) and lexicon.symbol_ids; lexicon.norm_keys (sorted) and lexicon.norms;
/// vectors.keys (sorted), vectors.key_rows and vectors.buckets (where keys of each leading 16 bits begin).
class Lexicon {
 public:
  Lexicon() = default;
  [[nodiscard]] static Result<Lexicon> load(const ModelFile& file);

  /// \return spaCy's id of a string
  [[nodiscard]] StringId id(std::string_view text) const noexcept;
  /// \return the norm that a table gives the string of this id; 0: none, so it is the lower-cased string
  [[nodiscard]] StringId norm(StringId orth) const noexcept;
  /// \return the row of the static vectors for the string of this id; -1: none
  [[nodiscard]] std::int32_t vector_row(StringId orth) const noexcept;
  /// Everything of a spelling: its ids and flags, norm as the tables or lower-casing give it.
  [[nodiscard]] WordType describe(std::string_view spelling) const;

 private:
  FrozenTable symbols_;
  std::span<const std::uint32_t> symbol_ids_;
  std::span<const std::uint64_t> norm_keys_, norms_;
  std::span<const std::uint64_t> vector_keys_;
  std::span<const std::uint32_t> vector_rows_, vector_buckets_;
};

}  // namespace sitcen::language
