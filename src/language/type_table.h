#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/lexicon.h"
#include "language/strings.h"

namespace sitcen::language {

/// Every spelling an engine has seen, numbered, with what is the same for all its tokens. A cache: it never changes an
/// answer. Its owner empties it between documents only, so that the numbers in a document stay good to its end.
class TypeTable {
 public:
  /// Longer spellings are no words: each of their tokens gets an entry of its own, which keeps no text.
  static constexpr std::size_t kLongestKept = 255;

  /// \param lexicon  must outlive the table
  explicit TypeTable(const Lexicon& lexicon);

  /// Empties the table: everything kept by type number is void.
  void clear();

  /// \param norm  id of a norm that a special case of the tokenizer gives this token; 0: none
  /// \return the number of the type, entered if it is new
  [[nodiscard]] std::uint32_t number_of(std::string_view spelling, StringId norm);

  [[nodiscard]] const WordType& operator[](std::uint32_t number) const noexcept { return types_[number]; }
  [[nodiscard]] WordType& operator[](std::uint32_t number) noexcept { return types_[number]; }
  /// \return the spelling; empty if it was too long to be kept. Valid until the next call of number_of
  [[nodiscard]] std::string_view text(std::uint32_t number) const noexcept {
    return std::string_view(text_).substr(types_[number].text, types_[number].text_size);
  }
  /// \return all types by number; valid until the next call of number_of
  [[nodiscard]] std::span<const WordType> all() const noexcept { return types_; }
  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(types_.size()); }
  /// \return how often the table was emptied
  [[nodiscard]] std::uint64_t generation() const noexcept { return generation_; }
  [[nodiscard]] std::size_t bytes() const noexcept;

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t entry = 0;  ///< number + 1; 0: free
  };
  void grow();

  const Lexicon* lexicon_;
  std::uint64_t generation_ = 0;
  std::vector<WordType> types_;
  std::vector<StringId> norms_;  ///< as given to number_of, parallel to types_
  std::string text_;
  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace sitcen::language
