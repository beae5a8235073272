#include "reading/actors/name_tables.h"

#include <algorithm>
#include <array>

#include "reading/tables/names.h"
#include "reading/tables/table.h"

namespace sitcen::reading {
namespace {

std::string_view value(std::string_view cell) { return cell == "-" ? std::string_view() : cell; }

/// A word in small ASCII letters without a full stop at its end; longer words than any in the tables give "".
class Folded {
 public:
  explicit Folded(std::string_view word) {
    if (word.ends_with('.')) word.remove_suffix(1);
    if (word.size() > buffer_.size()) return;
    std::ranges::transform(word, buffer_.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    size_ = word.size();
  }
  [[nodiscard]] std::string_view view() const { return {buffer_.data(), size_}; }

 private:
  std::array<char, 32> buffer_{};
  std::size_t size_ = 0;
};

constexpr auto kRoles = std::to_array<std::pair<std::string_view, NameRole>>({
    {"honorific", NameRole::honorific},
    {"generation", NameRole::generation},
    {"designator", NameRole::designator},
    {"former", NameRole::former},
    {"portfolio", NameRole::portfolio},
    {"article", NameRole::article},
    {"of", NameRole::of},
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
  for_each_row(titles, 2, [&](std::span<const std::string_view> cell) { sectors_.try_emplace(cell[0], cell[1]); });
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

}  // namespace sitcen::reading
