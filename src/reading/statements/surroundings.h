#pragma once

#include <cstdint>
#include <string_view>

#include "reading/statements/quotations.h"
#include "reading/statements/scene.h"

namespace sitcen::reading {

/// What stands next to a quotation, by tokens alone.

[[nodiscard]] bool ends_sentence(const Scene& scene, std::uint32_t i);
[[nodiscard]] bool is_comma(const Scene& scene, std::uint32_t i);
[[nodiscard]] bool is_colon(const Scene& scene, std::uint32_t i);
[[nodiscard]] bool is_dash(std::string_view word);
[[nodiscard]] bool ends_in_dash(std::string_view word);
[[nodiscard]] bool is_dash(const Scene& scene, std::uint32_t i);
/// "KOS", "U.S.": ASCII letters, two characters or more
[[nodiscard]] bool in_capitals(std::string_view word);
/// \return true if the first word does not begin with a small ASCII letter
[[nodiscard]] bool starts_upper(const Scene& scene, TokenRange range);
[[nodiscard]] bool has_word(const Scene& scene, TokenRange range);
[[nodiscard]] bool has_verb(const Scene& scene, TokenRange range);
/// \return the last token that is neither white space nor a quotation mark, kNoToken if there is none
[[nodiscard]] std::uint32_t last_word(const Scene& scene, TokenRange range);
/// "The Northern Star": capitals throughout, so no speech however it is introduced.
[[nodiscard]] bool is_title(const Scene& scene, TokenRange range);

/// One quotation with the words around it: [left, open) and [close, right) are outside all quotations.
struct Place {
  const Quotation& q;
  std::uint32_t left = 0;          ///< paragraph start or the end of the quotation before
  std::uint32_t right = 0;         ///< paragraph end or the start of the quotation behind
  std::uint32_t sentence = 0;      ///< begin of the sentence that runs up to the quotation, >= left
  bool after_quotation = false;    ///< that sentence began with or before the quotation in front
  std::uint32_t sentence_end = 0;  ///< past the sentence that runs on behind the quotation, <= right
};

/// \param index  into scene.quotations
[[nodiscard]] Place place_of(const Scene& scene, std::uint32_t index);

}  // namespace sitcen::reading
