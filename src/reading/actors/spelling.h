#pragma once

#include <string>
#include <string_view>

namespace sitcen::reading {

/// A name's word without what differs from one transliteration to the next: marks and capitals go, letters and pairs of
/// letters that stand for one sound elsewhere become one ("Kiev", "Kyiv" -> "kiv"; "Alexander" -> "aleksander").
[[nodiscard]] std::string folded_spelling(std::string_view word);

/// The consonants of a folded spelling: what two transliterations of a name share.
[[nodiscard]] std::string skeleton(std::string_view folded);

/// \return in how many letters two folded spellings of one length differ; 9 if their lengths differ
[[nodiscard]] int letters_apart(std::string_view a, std::string_view b);

}  // namespace sitcen::reading
