#include "picture/same_actor.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "picture/called.h"

namespace sitcen::picture {
namespace {

/// Reports of one actor each, as a store gives them.
class Reports {
 public:
  Reports& add(std::string name, std::string country = "", std::string title = "", std::string of = "",
               ActorKind kind = ActorKind::person, std::vector<std::string> names = {}) {
    store::ActorRow row;
    row.kind = kind;
    row.name = name;
    row.country = std::move(country);
    row.names = names.empty() ? std::vector<std::string>{name} : std::move(names);
    row.statements = 1;
    if (!title.empty()) row.roles.push_back({std::move(title), std::move(of), {}});
    store::VersionActors version;
    version.row = static_cast<std::int64_t>(all_.size()) + 100;
    version.report = std::to_string(all_.size() + 1);
    version.version = "version" + version.report + "-0123456789";
    version.actors = {std::move(row)};
    all_.push_back(std::move(version));
    return *this;
  }
  Reports& organisation(std::string name, std::string country = "", std::vector<std::string> names = {}) {
    return add(std::move(name), std::move(country), "", "", ActorKind::organisation, std::move(names));
  }
  Reports& unnamed(std::string words, std::string title) {
    add(std::move(words), "", std::move(title));
    all_.back().actors.front().names.clear();
    return *this;
  }

  /// \return for each report the name of its actor across reports and why; reports of one actor have one number
  std::vector<std::string> groups() {
    const Actors actors = same_actors(all_, load_knowledge().institutions);
    std::vector<std::string> out;
    for (const auto& version : all_) {
      const Actor* actor = actors.of({version.row, 0});
      const auto number = actor - actors.all.data() + 1;
      const auto member =
          std::ranges::find_if(actor->members, [&](const Member& m) { return m.ref.version == version.row; });
      std::string line = std::to_string(number) + " " + actor->name;
      if (member->reason != "first report that names it") line += ": " + std::string(member->reason);
      for (const std::uint32_t other : actor->may_be) line += ", may be " + actors.all[other].name;
      out.push_back(line);
    }
    return out;
  }
  std::vector<store::VersionActors>& all() { return all_; }

 private:
  std::vector<store::VersionActors> all_;
};

using Groups = std::vector<std::string>;

TEST(SameActor, AFullNameIsOnePersonWhateverItsAccentsAndRoles) {
  EXPECT_EQ(Reports().add("Ana Koš", "SVN", "Mayor").add("ANA KOS", "", "Minister").groups(),
            (Groups{"1 Ana Koš", "1 Ana Koš: same full name"}));
}

TEST(SameActor, TwoCountriesAreTwoPersonsAndWhoHasNoneStaysApart) {
  EXPECT_EQ(Reports().add("Ana Kos", "SVN").add("Ana Kos", "HRV").add("Ana Kos").groups(),
            (Groups{"1 Ana Kos", "2 Ana Kos", "3 Ana Kos, may be Ana Kos, may be Ana Kos"}));
}

TEST(SameActor, ASurnameNeedsOnePersonAndARoleOrCountryThatAgrees) {
  EXPECT_EQ(Reports().add("Pavel Drezin", "", "Admiral").add("Drezin", "", "Admiral").groups(),
            (Groups{"1 Pavel Drezin", "1 Pavel Drezin: same surname, same role"}));
  EXPECT_EQ(Reports().add("Drezin", "BLR").add("Pavel Drezin", "BLR").groups()[0], "1 Pavel Drezin") << "in any order";
  EXPECT_EQ(Reports().add("Pavel Drezin", "", "Admiral").add("Drezin").groups()[1], "2 Drezin, may be Pavel Drezin");
  EXPECT_EQ(Reports().add("Pavel Drezin", "BLR", "Admiral").add("Drezin", "RUS", "Admiral").groups()[1], "2 Drezin");
  EXPECT_EQ(Reports().add("Pavel Drezin", "", "Prime Minister").add("Drezin", "", "Foreign Minister").groups()[1],
            "2 Drezin, may be Pavel Drezin");
  EXPECT_EQ(
      Reports().add("Pavel Drezin", "", "Norovian Foreign Minister").add("Drezin", "", "foreign minister").groups()[1],
      "1 Pavel Drezin: same surname, same role");
}

TEST(SameActor, ASurnameThatTwoBearStaysApartAndSaysBetweenWhom) {
  EXPECT_EQ(Reports().add("Ana Kos", "", "mayor").add("Ilya Kos", "", "minister").add("Kos", "", "mayor").groups()[2],
            "3 Kos, may be Ana Kos, may be Ilya Kos");
}

TEST(SameActor, WhatOneReportCallsByTwoFullNamesBindsThemElsewhere) {
  Reports reports;
  reports.add("Aleksandr Ardashenko", "BLR").add("Alexander Ardashenko", "BLR");
  EXPECT_EQ(reports.groups()[1], "2 Alexander Ardashenko");
  reports.add("Aleksandr Ardashenko", "BLR", "", "", ActorKind::person,
              {"Aleksandr Ardashenko", "Alexander Ardashenko"});
  EXPECT_EQ(reports.groups()[1], "1 Aleksandr Ardashenko: same full name");
}

TEST(SameActor, AMiddleNameIsNoOtherPerson) {
  EXPECT_EQ(Reports().add("Mira Oda Brandt").add("Mira Brandt").groups()[1].substr(0, 2), "1 ");
  EXPECT_EQ(Reports().add("Mira Oda Brandt").add("Mira Ute Brandt").add("Mira Brandt").groups()[2].substr(0, 2), "3 ");
}

TEST(SameActor, NobodyIsTheSameByRoleAlone) {
  EXPECT_EQ(Reports().unnamed("the mayor", "mayor").unnamed("the mayor", "mayor").groups(),
            (Groups{"1 the mayor", "2 the mayor"}));
}

TEST(SameActor, AnInstitutionThatEveryCountryHasNeedsItsCountry) {
  EXPECT_EQ(Reports().organisation("Foreign Ministry").organisation("Foreign Ministry").groups()[1],
            "2 Foreign Ministry");
  EXPECT_EQ(Reports().organisation("Foreign Ministry", "BLR").organisation("Foreign Ministry", "BLR").groups()[1],
            "1 Foreign Ministry: same name");
  EXPECT_EQ(Reports().organisation("Orla Energo").organisation("Orla Energo").groups()[1], "1 Orla Energo: same name");
}

TEST(SameActor, AnAcronymIsWhoeverAReportSaysAndNobodyWhereTwoBearIt) {
  Reports reports;
  reports.organisation("Orla River Board", "", {"ORB", "Orla River Board"}).organisation("ORB");
  EXPECT_EQ(reports.groups()[1], "1 Orla River Board: acronym that a report gives for the name");
  reports.organisation("Office of Road Building", "", {"ORB", "Office of Road Building"});
  EXPECT_EQ(reports.groups()[1], "2 ORB, may be Orla River Board, may be Office of Road Building");
}

TEST(SameActor, ManyOfOneSurnameCostNoMoreThanTheyAre) {
  Reports reports;
  for (int i = 0; i < 3000; ++i) reports.add("Given" + std::to_string(i) + " Kos", "", "mayor").add("Kos", "", "mayor");
  EXPECT_EQ(same_actors(reports.all(), load_knowledge().institutions).all.size(), 6000U);
}

TEST(SameActor, ALaterReportLeavesTheIdOfAnActorAsItWas) {
  Reports reports;
  reports.add("Kos", "SVN");
  const auto id = [&] { return same_actors(reports.all(), load_knowledge().institutions).of({100, 0})->id; };
  const std::string before = id();
  reports.add("Ana Kos", "SVN");
  EXPECT_EQ(id(), before);
  EXPECT_EQ(before, "version1-012.a1");
}

}  // namespace
}  // namespace sitcen::picture
