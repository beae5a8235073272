#include <gtest/gtest.h>
#include <libdeflate.h>

#include <array>
#include <cstdio>
#include <memory>
#include <string>

#include "reading/places/builder/build_gazetteer.h"
#include "reading/places/builder/tarball.h"
#include "reading/places/gazetteer.h"

namespace sitcen::reading {
namespace {

GazetteerPackages packages() {
  GazetteerPackages p;
  p.countries =
      R"({"UA": {"geonameid": 690791, "name": "Ukraine", "iso": "UA", "iso3": "UKR", "capital": "Kyiv", "population": 44622516}})";
  p.states = "{}";
  p.units = R"({"features": [{"properties": {"gn_id": 5, "gn_level": 1, "iso_a2": "UA", "gn_a1_code": "UA.12",
    "name": "Tarn", "latitude": 50.5, "longitude": 30.25}, "geometry": {"coordinates": [[1, 2]]}}]})";
  p.admin1_names = R"([{"code": "UA.12", "name": "Tarn Oblast"}])";
  p.admin2_names = R"([{"code": "UA.12.7", "name": "Vell Raion"}])";
  p.towns = R"({"1": {"geonameid": 1, "name": "Vellograd", "latitude": 50.0, "longitude": 30.0, "countrycode": "UA",
    "population": 9000, "admin1code": "12", "alternatenames": ["Vellburg", "vlgrd", "VLG", "\u0412\u0435\u043b\u043b"]}})";
  p.town_units =
      R"([{"name": "Vellograd", "lat": "50.0", "lng": "30.0", "country": "UA", "admin1": "12", "admin2": "7"}])";
  p.sources = "by hand";
  return p;
}

TEST(BuildGazetteer, PutsTogetherWhatThePackagesSay) {
  const auto bytes = build_gazetteer(packages());
  ASSERT_TRUE(bytes) << bytes.error().message;
  EXPECT_EQ(build_gazetteer(packages()).value(), *bytes);
  const auto gazetteer = Gazetteer::from_bytes(*bytes, "built").value();
  const NameLinks town = gazetteer->find("vellograd");
  ASSERT_EQ(town.size(), 1U);
  const GazetteerRow& row = *gazetteer->row(town[0].row);
  EXPECT_EQ(gazetteer->reference(row), "geonames:1");
  EXPECT_EQ(gazetteer->country_code(row.country), "UKR");
  EXPECT_EQ(gazetteer->unit("UA.12"), gazetteer->admin1_row(row.admin1));
  EXPECT_EQ(gazetteer->find("vellburg")[0].use, NameUse::alternate);
  EXPECT_TRUE(gazetteer->find("vlgrd").empty()) << "a transcription, no name";
  EXPECT_TRUE(gazetteer->find("vlg").empty()) << "a code, no name";
  const GazetteerRow& raion = *gazetteer->row(gazetteer->find("vell raion")[0].row);
  EXPECT_EQ(raion.lat, 5'000'000) << "the middle of its towns";
  EXPECT_EQ(gazetteer->reference(raion), "geonames-code:UA.12.7");
  EXPECT_EQ(gazetteer->find("vell")[0].use, NameUse::stem);
  const GazetteerRow& country = *gazetteer->row(*gazetteer->unit("UKR"));
  EXPECT_EQ(country.lat, 4'900'000) << "from the table of country points";
  EXPECT_FALSE(gazetteer->find("black sea").empty()) << "from the table of places";
}

TEST(BuildGazetteer, SaysWhichPackageIsNotWhatItShouldBe) {
  for (std::string GazetteerPackages::* part :
       {&GazetteerPackages::towns, &GazetteerPackages::countries, &GazetteerPackages::units,
        &GazetteerPackages::admin1_names, &GazetteerPackages::town_units}) {
    for (const char* bad : {"", "nothing", "{\"1\": 2}", "[1, 2]", "{\"features\": 3}", "[{]"}) {
      GazetteerPackages p = packages();
      p.*part = bad;
      const auto built = build_gazetteer(p);
      ASSERT_FALSE(built) << bad;
      EXPECT_EQ(built.error().code, ErrorCode::import_damaged);
    }
  }
}

/// A .tgz with one file.
std::string tarball(const std::string& path, const std::string& content) {
  std::string tar(512, '\0');
  tar.replace(0, path.size(), path);
  std::array<char, 12> size{};
  std::snprintf(size.data(), size.size(), "%011o", static_cast<unsigned>(content.size()));
  tar.replace(124, 11, size.data());
  tar[156] = '0';
  tar += content;
  tar.resize((tar.size() + 511) / 512 * 512 + 1024, '\0');
  libdeflate_compressor* compressor = libdeflate_alloc_compressor(6);
  std::string out(libdeflate_gzip_compress_bound(compressor, tar.size()), '\0');
  out.resize(libdeflate_gzip_compress(compressor, tar.data(), tar.size(), out.data(), out.size()));
  libdeflate_free_compressor(compressor);
  return out;
}

TEST(Tarball, GivesTheWantedFilesAndNoOthers) {
  constexpr std::array<std::string_view, 1> kWanted = {"package/a.json"};
  const auto found = read_tarball(tarball("package/a.json", "[1]"), kWanted, "a.tgz");
  ASSERT_TRUE(found) << found.error().message;
  EXPECT_EQ(found->at("package/a.json"), "[1]");
  EXPECT_TRUE(read_tarball(tarball("package/b.json", "[1]"), kWanted, "b.tgz")->empty());
}

TEST(Tarball, ADamagedOneIsRefused) {
  constexpr std::array<std::string_view, 1> kWanted = {"package/a.json"};
  const std::string whole = tarball("package/a.json", std::string(3000, 'x'));
  for (std::size_t size = 0; size < whole.size(); ++size)
    ASSERT_FALSE(read_tarball(whole.substr(0, size), kWanted, "cut.tgz")) << size;
  EXPECT_FALSE(read_tarball(whole, kWanted, "large.tgz", {.total_bytes = 100}));
}

TEST(ReadPackages, SaysWhatIsMissing) {
  const auto none = read_packages({"no-such-folder"});
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::file_not_found);
}

}  // namespace
}  // namespace sitcen::reading
