#include "reading/times/holidays.h"

#include <algorithm>
#include <charconv>

#include "reading/tables/table.h"

namespace sitcen::reading {
namespace {

int number(std::string_view text) {
  int value = 0;
  if (text.starts_with('+')) text.remove_prefix(1);
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

Holidays::Holidays(std::string_view table) {
  for_each_row(table, 6, [&](std::span<const std::string_view> cell) {
    Holiday made;
    made.number = number(cell[0]);
    made.kind = cell[1] == "easter" ? Kind::easter : cell[1] == "weekday" ? Kind::weekday : Kind::date;
    made.month = number(cell[2]);
    (made.kind == Kind::date ? made.day : made.weekday) = number(cell[3]);
    made.nth = number(cell[4]);
    made.offset = number(cell[5]);
    all_.push_back(made);
  });
}

std::optional<Day> Holidays::day(std::int32_t wanted, int year) const {
  using std::chrono::days;
  const auto at = std::ranges::find(all_, wanted, &Holiday::number);
  if (at == all_.end()) return std::nullopt;
  const Holiday& h = *at;
  if (h.kind == Kind::date) return day_of(year, h.month, h.day);
  if (h.kind == Kind::easter) {
    const auto sunday = easter(year);
    if (!sunday) return std::nullopt;
    return *sunday + days{h.offset};
  }
  const auto first = day_of(year, h.month, 1);
  if (!first) return std::nullopt;
  if (h.nth > 0) return *first + days{(h.weekday - weekday_of(*first) + 7) % 7 + 7 * (h.nth - 1) + h.offset};
  const Day last = end_of(period_at(*first, Grain::month)) - days{1};
  return last - days{(weekday_of(last) - h.weekday + 7) % 7 + 7 * (-h.nth - 1) - h.offset};
}

}  // namespace sitcen::reading
