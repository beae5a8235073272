#include "reading/times/date_order.h"

#include <cstddef>
#include <string_view>

namespace sitcen::reading {
namespace {

using F = TimeField;

struct Order {
  bool day_first = false;
  std::int32_t why = 0;  ///< index into kOrders
};

std::string small_letters(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::optional<Order> order_of_dates(std::span<const TimeMatch> matches) {
  std::optional<Order> out;
  for (const TimeMatch& match : matches) {
    if (!match.spec.has(F::day_first)) continue;
    const bool day_first = match.spec.is(F::day_first, 1);
    if (out && out->day_first != day_first) return std::nullopt;
    out = Order{day_first, 0};
  }
  return out;
}

/// "en-GB": its parts behind the first.
std::optional<Order> order_of_region(std::string_view language, const TimeGuides& guides) {
  for (std::size_t at = language.find('-'); at != std::string_view::npos; at = language.find('-', at + 1)) {
    const std::string_view rest = language.substr(at + 1);
    const std::string part = small_letters(rest.substr(0, rest.find('-')));
    if (guides.plays(part, GuideRole::day_first)) return Order{true, 1};
    if (guides.plays(part, GuideRole::month_first)) return Order{false, 1};
  }
  return std::nullopt;
}

}  // namespace

void choose_date_order(std::span<TimeMatch> matches, const std::optional<std::string>& language,
                       const TimeGuides& guides) {
  bool any = false, told = false;
  for (const TimeMatch& match : matches) {
    any = any || match.spec.has(F::year2);
    told = told || match.spec.has(F::day_first);
  }
  if (!any) return;
  const auto order = told ? order_of_dates(matches) : order_of_region(language.value_or(""), guides);
  if (!order) return;
  for (TimeMatch& match : matches) {
    TimeSpec& spec = match.spec;
    if (!spec.has(F::year2)) continue;
    if (order->day_first) {
      spec.set(F::month, spec.at(F::month2));
      spec.set(F::day, spec.at(F::day2));
    }
    for (const F field : {F::year2, F::month2, F::day2}) spec.drop(field);
    spec.set(F::order, order->why);
  }
}

}  // namespace sitcen::reading
