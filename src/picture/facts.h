#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/copies/compare.h"
#include "store/store.h"

namespace sitcen::picture {

/// A fact of one version, so that it can be found again in another.
struct Fact {
  const char* what = "";  ///< figure, statement, event, role, name
  std::string about;      ///< what it is about, folded: equal for the same thing counted, speaker, deed, person
  std::string says;       ///< what it says of that, folded: equal where nothing changed
  std::string given;      ///< the words that name what it is about, folded
  std::string shown;      ///< for people
  Span span;              ///< bytes into the text
  std::uint32_t sentence = 0;
};

/// \return the facts of a version, in the order of their kinds and findings
[[nodiscard]] std::vector<Fact> facts_of(const store::StoredReport& stored);

/// Which sentence of a newer text an older one's became, by the stretches of words both have; -1: none.
[[nodiscard]] std::vector<std::int64_t> aligned_sentences(const store::StoredReport& from,
                                                          const store::StoredReport& to);

}  // namespace sitcen::picture
