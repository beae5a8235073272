#include "reading/times/time_spec.h"

#include <algorithm>
#include <charconv>
#include <span>

namespace sitcen::reading {
namespace {

constexpr auto kFields = std::to_array<std::string_view>({
    "year",    "short_year", "decade",  "century", "half",  "quarter",    "season", "month",     "week",  "day",
    "weekend", "weekday",    "holiday", "part",    "hour",  "minute",     "second", "half_day",  "zone",  "unit",
    "amount",  "unit2",      "amount2", "rel",     "shift", "nth",        "base",   "ref",       "kind",  "mod",
    "quant",   "freq",       "year2",   "month2",  "day2",  "unreadable", "ahead",  "day_first", "order",
});
static_assert(kFields.size() == static_cast<std::size_t>(TimeField::count_));

constexpr auto kUnits =
    std::to_array<std::string_view>({"second", "minute", "hour", "day", "weekend", "week", "month", "quarter", "season",
                                     "half", "year", "decade", "century", "period"});
constexpr auto kSeasons = std::to_array<std::string_view>({"SP", "SU", "FA", "WI"});

std::optional<std::int32_t> index_of(std::span<const std::string_view> names, std::string_view name) {
  const auto at = std::ranges::find(names, name);
  if (at == names.end()) return std::nullopt;
  return static_cast<std::int32_t>(at - names.begin());
}

}  // namespace

std::optional<TimeField> field_named(std::string_view name) {
  const auto at = index_of(kFields, name);
  if (!at) return std::nullopt;
  return static_cast<TimeField>(*at);
}

std::optional<std::int32_t> code_of(TimeField field, std::string_view code) {
  const bool amount = field == TimeField::amount || field == TimeField::amount2;
  if (amount && code == "X") return kVague;
  if (amount && code == "HALF") return 50;
  if (amount && code == "ONE_AND_HALF") return 150;
  std::int32_t number = 0;
  const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), number);
  if (error == std::errc{} && end == code.data() + code.size()) return amount ? number * 100 : number;
  switch (field) {
    case TimeField::part:
      return index_of(kParts, code);
    case TimeField::season:
      return index_of(kSeasons, code);
    case TimeField::unit:
    case TimeField::unit2:
      return index_of(kUnits, code);
    case TimeField::ref:
      return index_of(kRefs, code);
    case TimeField::mod:
      return index_of(kMods, code);
    case TimeField::kind:
      return index_of(kKinds, code);
    case TimeField::base:
      return index_of(kBases, code);
    default:
      return std::nullopt;
  }
}

}  // namespace sitcen::reading
