#include "reading/times/time_guides.h"

#include <array>
#include <utility>

#include "reading/tables/names.h"
#include "reading/tables/table.h"

namespace sitcen::reading {
namespace {

constexpr auto kRoles = std::to_array<std::pair<std::string_view, GuideRole>>({
    {"ahead", GuideRole::ahead},
    {"since", GuideRole::since},
    {"from", GuideRole::from},
    {"to", GuideRole::to},
    {"between", GuideRole::between},
    {"and", GuideRole::with},
    {"or", GuideRole::either},
    {"each", GuideRole::each},
    {"plan", GuideRole::plan},
    {"planned", GuideRole::planned},
    {"day_first", GuideRole::day_first},
    {"month_first", GuideRole::month_first},
    {"may", GuideRole::may},
    {"perfect", GuideRole::perfect},
});

}  // namespace

TimeGuides::TimeGuides(std::string_view table) {
  for_each_row(table, 2, [&](std::span<const std::string_view> cell) {
    if (const auto role = named(kRoles, cell[1])) roles_[cell[0]] |= static_cast<std::uint16_t>(*role);
  });
}

}  // namespace sitcen::reading
