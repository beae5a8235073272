#include "reading/places/builder/draft.h"

#include <algorithm>

#include "base/array_file.h"
#include "reading/places/name_key.h"

namespace sitcen::reading {
namespace {

constexpr std::size_t kLongestName = 60;
constexpr std::size_t kMostLinks = 64;  ///< of one name: the most populous stay

void put_short(std::string& out, std::string_view text) {
  text = text.substr(0, 255);
  out += static_cast<char>(text.size());
  out += text;
}

}  // namespace

void GazetteerDraft::call(std::uint32_t place, std::string_view name, NameUse use) {
  std::string key = name_key(name);
  if (key.size() < 2 || key.size() > kLongestName) return;
  names_.emplace_back(std::move(key), link(place, use));
}

std::uint16_t GazetteerDraft::add_country(std::string_view iso2, std::string_view iso3, std::uint32_t place) {
  const auto number = static_cast<std::uint16_t>(countries_.size());
  Gazetteer::CountryEntry entry{place, {}};
  std::copy_n(iso3.begin(), std::min<std::size_t>(iso3.size(), 3), entry.code);
  countries_.push_back(entry);
  countries_by_code_[std::string(iso2)] = number;
  countries_by_iso3_[std::string(iso3)] = number;
  code(place, iso3);
  return number;
}

std::uint16_t GazetteerDraft::add_admin1(std::string_view unit, std::uint32_t place) {
  const auto number = static_cast<std::uint16_t>(admins_.size());
  admins_.push_back(place);
  admins_by_code_[std::string(unit)] = number;
  code(place, unit);
  return number;
}

std::string GazetteerDraft::finish(std::string_view sources, std::string_view version) {
  // By name, then by population, then main names first; of one place under one name the better use stays.
  const auto population = [&](std::uint32_t l) { return places_[l & 0x3FFF'FFFFU].row.population; };
  std::ranges::sort(names_, [&](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    const std::uint32_t row_a = a.second & 0x3FFF'FFFFU, row_b = b.second & 0x3FFF'FFFFU;
    if (population(a.second) != population(b.second)) return population(a.second) > population(b.second);
    if (row_a != row_b) return row_a < row_b;
    return a.second < b.second;
  });

  std::string blob;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> hashed;
  for (std::size_t i = 0; i < names_.size();) {
    const std::string& key = names_[i].first;
    std::string links;
    std::uint32_t before = ~std::uint32_t{0};
    for (; i < names_.size() && names_[i].first == key; ++i) {
      const std::uint32_t row = names_[i].second & 0x3FFF'FFFFU;
      if (row == before || links.size() >= kMostLinks * 4) continue;
      before = row;
      links.append(reinterpret_cast<const char*>(&names_[i].second), 4);
    }
    hashed.emplace_back(name_hash(key), static_cast<std::uint32_t>(blob.size()));
    put_short(blob, key);
    blob += static_cast<char>(links.size() / 4);
    blob += links;
  }
  std::ranges::sort(hashed);
  std::vector<std::uint32_t> buckets((std::size_t{1} << Gazetteer::kBucketBits) + 1, 0);
  std::vector<Gazetteer::Entry> entries;
  for (const auto& [hash, at] : hashed) {
    ++buckets[static_cast<std::size_t>(hash >> (64U - Gazetteer::kBucketBits)) + 1];
    entries.push_back({static_cast<std::uint32_t>(hash), at});
  }
  for (std::size_t i = 1; i < buckets.size(); ++i) buckets[i] += buckets[i - 1];

  std::string texts;
  std::vector<GazetteerRow> rows;
  for (const Place& place : places_) {
    rows.push_back(place.row);
    rows.back().text = static_cast<std::uint32_t>(texts.size());
    put_short(texts, place.name);
    if (place.row.geonames == 0) put_short(texts, place.reference);
  }

  base::ArrayFileWriter out;
  out.add("rows", std::span<const GazetteerRow>(rows));
  out.add("buckets", std::span<const std::uint32_t>(buckets));
  out.add("entries", std::span<const Gazetteer::Entry>(entries));
  out.add("countries", std::span<const Gazetteer::CountryEntry>(countries_));
  out.add("admins", std::span<const std::uint32_t>(admins_));
  out.add_text("names", blob);
  out.add_text("texts", texts);
  out.add_text("sources", sources);
  out.add_text("version", version);
  return out.finish(kGazetteerFile);
}

}  // namespace sitcen::reading
