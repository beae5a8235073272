#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/strings.h"
#include "language/tokenizer_model.h"
#include "language/type_table.h"

namespace sitcen::language {

/// Cuts texts into tokens as spaCy's tokenizer does. One per thread: it remembers chunks and word types, which never
/// changes an answer.
class Tokenizer {
 public:
  /// \param model, lexicon  must outlive the tokenizer
  /// \param cache_bytes     bound of what is remembered from one document to the next
  Tokenizer(const TokenizerModel& model, const Lexicon& lexicon, std::size_t cache_bytes);

  /// Call before each document: empties what has outgrown its bound.
  /// \return true if type numbers given before are void
  bool begin_document();

  /// \param text  valid UTF-8 of less than 4 GiB
  /// \param out   overwritten; offsets are bytes
  void tokenize(std::string_view text, std::vector<RawToken>& out);

  [[nodiscard]] const TypeTable& types() const noexcept { return types_; }

 private:
  struct Remembered {
    std::uint32_t type, size;
  };
  /// A chunk that was seen and its tokens. Short chunks stand in `word` themselves, so that a hit touches one line.
  struct Slot {
    std::uint64_t word[2] = {0, 0};  ///< the bytes; of a longer chunk its hash and where it stands in keys_
    std::uint32_t first = 0;         ///< the type of its one token, else where its tokens begin in remembered_
    std::uint16_t size = 0;          ///< bytes; 0: free
    std::uint8_t tokens = 0;
    bool opens_special = false;
  };
  struct Span2 {
    std::uint32_t first, last;
  };

  void add_chunk(std::string_view text, std::size_t begin, std::size_t end, std::vector<RawToken>& out);
  void add_new_chunk(std::string_view chunk, Slot key, std::size_t slot, std::uint32_t begin,
                     std::vector<RawToken>& out);
  [[nodiscard]] std::uint32_t type_of(std::string_view spelling, StringId norm);
  [[nodiscard]] Slot key_of(std::string_view chunk, std::uint64_t& hash) const noexcept;
  [[nodiscard]] bool is_same(const Slot& slot, const Slot& key, std::string_view chunk) const noexcept;
  void grow();
  [[nodiscard]] std::size_t bytes() const noexcept;
  void apply_specials(std::string_view text, std::vector<RawToken>& out);

  const TokenizerModel* model_;
  std::size_t cache_bytes_;
  TypeTable types_;
  RegexScratch scratch_;
  std::vector<Slot> slots_;
  std::size_t used_ = 0;
  std::string keys_;
  std::vector<Remembered> remembered_;
  // Scratch of one text.
  std::vector<Piece> pieces_;
  std::vector<std::uint32_t> openers_;  ///< tokens that may begin a special case
  std::vector<Span2> matches_;
  std::vector<bool> seen_;
  std::vector<RawToken> rebuilt_;
};

}  // namespace sitcen::language
