#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sitcen/span.h"

namespace sitcen::store::copies {

/// A word as texts are compared: without case; each letter of a script that puts no spaces between words.
struct Word {
  std::uint64_t hash = 0;
  Span span;          ///< bytes into its text
  bool fact = false;  ///< has a digit, or a capital that no sentence begins with: a copy tells the same ones
};

/// \param text valid UTF-8
[[nodiscard]] std::vector<Word> words_of(std::string_view text);

}  // namespace sitcen::store::copies
