#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace sitcen::reading {

/// What the words of a time say of it, before it is worked out. The tables set fields by these names.
enum class TimeField : std::uint8_t {
  year,  ///< 1998; two digits as they stand in `short_year`
  short_year,
  decade,   ///< first year of it; below 100 without a century
  century,  ///< its number: 19 for the 19th
  half,     ///< 1, 2
  quarter,  ///< 1 to 4
  season,   ///< Season
  month,    ///< 1 to 12
  week,     ///< 1: the week that a day is in
  day,      ///< of the month
  weekend,  ///< 1
  weekday,  ///< 1 (Monday) to 7
  holiday,  ///< index into the table of holidays
  part,     ///< of the day: index into kParts
  hour,
  minute,
  second,
  half_day,  ///< 0: a.m., 1: p.m.
  zone,      ///< minutes east of UTC
  unit,      ///< TimeUnit that `amount`, `rel` or `nth` count
  amount,    ///< in hundredths; kVague: some
  unit2,     ///< "an hour and ten minutes"
  amount2,
  rel,    ///< -1 last, 0 this, 1 next
  shift,  ///< -1 ago, before; 1 from now, after
  nth,    ///< "the second day"
  base,   ///< index into kBases
  ref,    ///< index into kRefs
  kind,   ///< index into kKinds
  mod,    ///< index into kMods
  quant,  ///< of a set: index into kQuants
  freq,   ///< of a set: how often in `unit`
  year2,
  month2,
  day2,        ///< the other reading of an ambiguous date
  unreadable,  ///< 1: no calendar has that date
  ahead,       ///< 1: it is to come
  day_first,   ///< of a date in digits that can be read one way alone: 1 for 25/12/2022, 0 for 12/25/2022
  order,       ///< index into kOrders: what chose between the readings of an ambiguous date
  count_,
};

enum class TimeUnit : std::uint8_t {
  second,
  minute,
  hour,
  day,
  weekend,
  week,
  month,
  quarter,
  season,
  half,
  year,
  decade,
  century,
  period
};

inline constexpr std::int32_t kVague = std::numeric_limits<std::int32_t>::max();

/// Fields that are set; the rest is not said. Two specs of one phrase are merged: what stands in both is the latter's.
class TimeSpec {
 public:
  [[nodiscard]] bool has(TimeField f) const { return (set_ & bit(f)) != 0; }
  [[nodiscard]] std::int32_t at(TimeField f) const { return values_[static_cast<std::size_t>(f)]; }
  [[nodiscard]] std::int32_t get(TimeField f, std::int32_t otherwise) const { return has(f) ? at(f) : otherwise; }
  [[nodiscard]] bool is(TimeField f, std::int32_t value) const { return has(f) && at(f) == value; }
  void set(TimeField f, std::int32_t value) {
    set_ |= bit(f);
    values_[static_cast<std::size_t>(f)] = value;
  }
  void drop(TimeField f) { set_ &= ~bit(f); }
  void merge(const TimeSpec& other) {
    set_ |= other.set_;
    for (std::uint64_t left = other.set_; left != 0; left &= left - 1) {
      const auto i = static_cast<std::size_t>(std::countr_zero(left));
      values_[i] = other.values_[i];
    }
  }

 private:
  static std::uint64_t bit(TimeField f) { return std::uint64_t{1} << static_cast<unsigned>(f); }

  std::uint64_t set_ = 0;  ///< one bit a field
  std::array<std::int32_t, static_cast<std::size_t>(TimeField::count_)> values_{};
};

/// Names of codes, in the order of their numbers; those in capitals are TIMEX3's.
inline constexpr auto kParts = std::to_array<std::string_view>({"MO", "MI", "AF", "EV", "NI", "DT"});
inline constexpr auto kRefs = std::to_array<std::string_view>({"PAST_REF", "PRESENT_REF", "FUTURE_REF"});
inline constexpr auto kMods =
    std::to_array<std::string_view>({"START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE",
                                     "EQUAL_OR_LESS", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER"});
inline constexpr auto kKinds = std::to_array<std::string_view>({"point", "duration", "set", "none"});
inline constexpr auto kBases = std::to_array<std::string_view>({"published", "context", "named"});

/// What says whether the day or the month comes first: other dates of the text, the region of its language.
inline constexpr auto kOrders = std::to_array<std::string_view>({"order of other dates", "order of its region"});

/// `none`: words that look like a time and are none.
enum class SpecKind : std::uint8_t { point, duration, set, none };
/// `named`: the date in the same phrase ("two days after 3 March"); unit2 and amount2 say how far.
enum class SpecBase : std::uint8_t { published, context, named };

/// \return the field of that name, as the tables write it
[[nodiscard]] std::optional<TimeField> field_named(std::string_view name);
/// \return the number behind a code of a field ("MO" of part, "year" of unit, "X" of amount) or behind digits
[[nodiscard]] std::optional<std::int32_t> code_of(TimeField field, std::string_view code);

}  // namespace sitcen::reading
