#include "reading/figures/measures.h"

#include <array>
#include <charconv>
#include <utility>

#include "reading/tables/names.h"
#include "reading/tables/table.h"

namespace sitcen::reading {
namespace {

constexpr auto kDimensions = std::to_array<std::pair<std::string_view, Dimension>>({
    {"time", Dimension::time},
    {"temperature", Dimension::temperature},
    {"degree", Dimension::degree},
    {"length", Dimension::length},
});

std::string_view value(std::string_view cell) { return cell == "-" ? std::string_view() : cell; }

double number(std::string_view cell) {
  double out = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), out);
  return out;
}

}  // namespace

Units::Units(std::string_view table) {
  for_each_row(table, 6, [&](std::span<const std::string_view> cell) {
    const auto row = static_cast<std::uint32_t>(rows_.size());
    rows_.push_back({cell[0], value(cell[4]), number(value(cell[3])),
                     reading::named(kDimensions, cell[5]).value_or(Dimension::other)});
    for_each_item(value(cell[1]), '|', [&](std::string_view name) { names_.try_emplace(name, row); });
    for_each_item(value(cell[2]), '|', [&](std::string_view sign) { symbols_.try_emplace(sign, row); });
  });
}

const Unit* Units::named(std::string_view words) const {
  const auto at = names_.find(words);
  return at == names_.end() ? nullptr : &rows_[at->second];
}

const Unit* Units::symbol(std::string_view sign) const {
  const auto at = symbols_.find(sign);
  return at == symbols_.end() ? nullptr : &rows_[at->second];
}

Currencies::Currencies(std::string_view table) {
  for_each_row(table, 5, [&](std::span<const std::string_view> cell) {
    const Currency whole{cell[0], {}, 1, false};
    const auto add = [&](Index& index) {
      return [&](std::string_view name) {
        const bool is_word = name.ends_with('?');
        if (is_word) name.remove_suffix(1);
        index.try_emplace(name, Currency{cell[0], {}, 1, is_word});
      };
    };
    for_each_item(value(cell[1]), '|', add(names_));
    for_each_item(value(cell[2]), '|', add(signs_));
    for_each_item(value(cell[3]), '|', [&](std::string_view part) {
      const std::string_view name = part.substr(0, part.find('='));
      std::string_view singular = name;
      if (singular.ends_with('s')) singular.remove_suffix(1);
      names_.try_emplace(name, Currency{cell[0], singular, number(part.substr(name.size() + 1)), false});
    });
    if (cell[0].size() == 3 && cell[0][0] >= 'A' && cell[0][0] <= 'Z') {
      codes_.try_emplace(cell[0], whole);
      if (cell[4] == "yes") small_codes_.try_emplace(cell[0], whole);
    }
  });
}

std::optional<Currency> Currencies::find(const Index& index, std::string_view key) {
  const auto at = index.find(key);
  if (at == index.end()) return std::nullopt;
  return at->second;
}

std::optional<Currency> Currencies::named(std::string_view words) const { return find(names_, words); }
std::optional<Currency> Currencies::sign(std::string_view sign) const { return find(signs_, sign); }

std::optional<Currency> Currencies::code(std::string_view code) const {
  if (code.size() != 3) return std::nullopt;
  if (auto found = find(codes_, code)) return found;
  std::array<char, 3> capitals{};
  for (std::size_t i = 0; i < 3; ++i) {
    if (code[i] < 'a' || code[i] > 'z') return std::nullopt;
    capitals[i] = static_cast<char>(code[i] - 32);
  }
  return find(small_codes_, {capitals.data(), capitals.size()});
}

}  // namespace sitcen::reading
