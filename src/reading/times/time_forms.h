#pragma once

#include <cstddef>
#include <optional>

#include "reading/times/time_scene.h"

namespace sitcen::reading {

/// What a class of the text's form found: lexemes up to `last`, and what they set.
struct FormMatch {
  std::size_t last = 0;
  std::int32_t value = 0;  ///< of the field that the pattern names
  TimeSpec spec;           ///< other fields
};

/// \return a number, year, clock time, date in digits, ... that begins at a lexeme, if it is of that class
[[nodiscard]] std::optional<FormMatch> form_at(const TimeScene& scene, FormClass form, std::size_t at);

/// \return the classes that a number in digits may begin
[[nodiscard]] const SymbolSet& symbols_of_digits();

}  // namespace sitcen::reading
