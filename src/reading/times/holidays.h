#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "reading/times/calendar.h"

namespace sitcen::reading {

/// holidays.tsv: days that have a name, and how each is found in a year.
class Holidays {
 public:
  Holidays() = default;
  explicit Holidays(std::string_view table);

  /// \param number  as the table numbers them
  /// \return its day in a year
  [[nodiscard]] std::optional<Day> day(std::int32_t number, int year) const;

 private:
  enum class Kind : std::uint8_t { date, weekday, easter };
  struct Holiday {
    std::int32_t number = 0;
    Kind kind = Kind::date;
    int month = 0, day = 0;    ///< of a date
    int weekday = 0, nth = 0;  ///< the nth weekday of the month; counted from its end where negative
    int offset = 0;            ///< days from Easter, or from that weekday
  };
  std::vector<Holiday> all_;
};

}  // namespace sitcen::reading
