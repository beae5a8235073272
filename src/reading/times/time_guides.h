#pragma once

#include <tsl/robin_map.h>

#include <cstdint>
#include <string_view>

namespace sitcen::reading {

/// What a word around a time says of where it lies; a word may do several of these.
enum class GuideRole : std::uint16_t {
  ahead = 1u << 0,         ///< "until": a time behind it is to come
  since = 1u << 1,         ///< a time behind it is over
  from = 1u << 2,          ///< "from Monday to Friday"
  to = 1u << 3,            ///< also the dash of "1998-2001"
  between = 1u << 4,       ///< "between May and July"
  with = 1u << 5,          ///< its "and"
  either = 1u << 13,       ///< "two or three days"
  each = 1u << 6,          ///< "a" of "40 euros a year"
  plan = 1u << 7,          ///< a verb's lemma: what hangs on it is to come
  planned = 1u << 10,      ///< of its participle: "set for Friday"
  may = 1u << 8,           ///< "could": says nothing of when
  perfect = 1u << 9,       ///< "have"
  day_first = 1u << 11,    ///< a region that writes 31/12/2022
  month_first = 1u << 12,  ///< a region that writes 12/31/2022
};

/// time_guides.tsv. Views point into the table's text, which must outlive it.
class TimeGuides {
 public:
  TimeGuides() = default;
  explicit TimeGuides(std::string_view table);

  /// \param word  in small letters
  [[nodiscard]] bool plays(std::string_view word, GuideRole role) const {
    const auto at = roles_.find(word);
    return at != roles_.end() && (at->second & static_cast<std::uint16_t>(role)) != 0;
  }

 private:
  tsl::robin_map<std::string_view, std::uint16_t> roles_;
};

}  // namespace sitcen::reading
