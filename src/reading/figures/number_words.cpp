#include "reading/figures/number_words.h"

#include <array>
#include <charconv>
#include <utility>

#include "reading/tables/names.h"
#include "reading/tables/table.h"

namespace sitcen::reading {
namespace {

constexpr auto kNumberRoles = std::to_array<std::pair<std::string_view, NumberRole>>({
    {"zero", NumberRole::zero},
    {"unit", NumberRole::unit},
    {"teen", NumberRole::teen},
    {"ten", NumberRole::ten},
    {"hundred", NumberRole::hundred},
    {"scale", NumberRole::scale},
    {"dozen", NumberRole::dozen},
    {"half", NumberRole::half},
    {"quarter", NumberRole::quarter},
    {"sign", NumberRole::sign},
    {"point", NumberRole::point},
    {"ordinal", NumberRole::ordinal},
    {"suffix", NumberRole::suffix},
    {"few", NumberRole::few},
    {"period", NumberRole::period},
    {"decimal", NumberRole::decimal},
});

}  // namespace

NumberWords::NumberWords(std::string_view table) {
  for_each_row(table, 3, [&](std::span<const std::string_view> cell) {
    const auto role = named(kNumberRoles, cell[1]);
    double value = 0;
    std::from_chars(cell[2].data(), cell[2].data() + cell[2].size(), value);
    if (role) words_.try_emplace(cell[0], NumberWord{*role, value});
  });
}

NumberWord NumberWords::find(std::string_view word) const {
  const auto at = words_.find(word);
  return at == words_.end() ? NumberWord{} : at->second;
}

NumberWord NumberWords::part(std::string_view word) const {
  if (!word.ends_with('s') || word == "seconds") return {};
  const NumberWord found = find(word.substr(0, word.size() - 1));
  return found.role == NumberRole::ordinal ? found : NumberWord{};
}

}  // namespace sitcen::reading
