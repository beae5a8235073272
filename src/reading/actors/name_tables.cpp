#include "reading/actors/name_tables.h"

#include <algorithm>
#include <array>

#include "reading/tables/folded.h"
#include "reading/tables/names.h"
#include "reading/tables/table.h"

namespace sitcen::reading {
namespace {

std::string_view value(std::string_view cell) { return cell == "-" ? std::string_view() : cell; }

constexpr auto kRoles = std::to_array<std::pair<std::string_view, NameRole>>({
    {"honorific", NameRole::honorific},
    {"generation", NameRole::generation},
    {"designator", NameRole::designator},
    {"former", NameRole::former},
    {"portfolio", NameRole::portfolio},
    {"article", NameRole::article},
    {"of", NameRole::of},
    {"unit", NameRole::unit},
});

}  // namespace

Countries::Countries(std::string_view table) {
  for_each_row(table, 5, [&](std::span<const std::string_view> cell) {
    const auto row = static_cast<std::uint32_t>(rows_.size());
    const std::string_view capitals = value(cell[4]);
    rows_.push_back({cell[0], cell[1], capitals.substr(0, capitals.find(','))});
    names_.try_emplace(cell[1], row);
    for_each_item(value(cell[2]), ',', [&](std::string_view name) { names_.try_emplace(name, row); });
    for_each_item(value(cell[3]), ',', [&](std::string_view word) { nationalities_.try_emplace(word, row); });
    for_each_item(capitals, ',', [&](std::string_view name) { capitals_.try_emplace(name, row); });
  });
}

const Country* Countries::find(const Index& index, std::string_view key) const {
  const auto at = index.find(key);
  return at == index.end() ? nullptr : &rows_[at->second];
}

Organisations::Organisations(std::string_view table) {
  for_each_row(table, 4, [&](std::span<const std::string_view> cell) {
    const auto row = static_cast<std::uint32_t>(rows_.size());
    rows_.push_back({cell[0], value(cell[2]), value(cell[3])});
    names_.try_emplace(cell[0], row);
    for_each_item(value(cell[1]), ',', [&](std::string_view name) { names_.try_emplace(name, row); });
  });
}

const Organisation* Organisations::named(std::string_view name) const {
  const auto at = names_.find(name);
  return at == names_.end() ? nullptr : &rows_[at->second];
}

Titles::Titles(std::string_view titles, std::string_view name_words) {
  for_each_row(titles, 2, [&](std::span<const std::string_view> cell) {
    sectors_.try_emplace(cell[0], cell[1] == "-" ? std::string_view() : cell[1]);
  });
  for_each_row(name_words, 2, [&](std::span<const std::string_view> cell) {
    if (const auto role = named(kRoles, cell[1])) roles_.try_emplace(cell[0], *role);
  });
}

std::optional<std::string_view> Titles::sector(std::string_view word) const {
  const Folded folded(word);
  auto at = sectors_.find(folded.view());
  if (at == sectors_.end() && folded.view().ends_with('s'))
    at = sectors_.find(folded.view().substr(0, folded.view().size() - 1));
  if (at == sectors_.end()) return std::nullopt;
  return at->second;
}

NameRole Titles::role(std::string_view word) const {
  const auto at = roles_.find(Folded(word).view());
  return at == roles_.end() ? NameRole::none : at->second;
}

Offices::Offices(std::string_view table) {
  std::vector<std::string_view> classes;
  for_each_row(table, 3, [&](std::span<const std::string_view> cell) {
    auto at = std::ranges::find(classes, cell[2]);
    if (at == classes.end()) at = classes.insert(at, cell[2]);
    const auto bit = static_cast<std::uint32_t>(at - classes.begin());
    titles_.try_emplace(cell[0], static_cast<std::uint32_t>(rows_.size()));
    rows_.push_back({cell[0], value(cell[1]), bit < 32 ? 1U << bit : 0U});
  });
}

std::uint32_t Offices::classes(std::string_view head, std::span<const std::string_view> words) const {
  const Folded folded(head);
  const auto at = titles_.find(folded.view());
  if (at == titles_.end()) return 0;
  std::uint32_t plain = 0, with = 0;
  for (std::size_t r = at->second; r < rows_.size() && rows_[r].title == folded.view(); ++r) {
    if (rows_[r].with.empty()) {
      plain |= rows_[r].bit;
      continue;
    }
    for (const std::string_view w : words)
      if (Folded(w).view() == rows_[r].with) with |= rows_[r].bit;
  }
  return with != 0 ? with : plain;
}

}  // namespace sitcen::reading
