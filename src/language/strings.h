#pragma once

// The string side of the engine: from text to tokens with the ids that spaCy's features are made of.
// Contract between the tokenizer (fills these) and the encoder, ruler and lemmatizer (read them).

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sitcen/span.h"

namespace sitcen::language {

using StringId =
    std::uint64_t;  ///< spaCy's: 0 for "", a small number for a reserved symbol, else MurmurHash64A(seed 1)

/// What is the same for every token of one spelling and norm. Bounded table, one per engine (TypeTable).
struct WordType {
  StringId orth = 0, norm = 0, lower = 0, prefix = 0, suffix = 0, shape = 0;
  std::uint32_t text = 0;        ///< begin of the spelling in the TypeTable
  std::uint32_t text_size = 0;   ///< bytes; 0 for a spelling too long to be kept, see TypeTable
  std::int32_t vector_row = -1;  ///< row of the static vectors (key2row of orth); -1: none
  bool is_space = false, is_alpha = false;
  bool opens_special = false;  ///< may be the first token of a special case of the tokenizer
};

/// A token before the model has seen it.
struct RawToken {
  Span span;
  std::uint32_t type = 0;  ///< index into the TypeTable
  bool space_after = false;
};

}  // namespace sitcen::language
