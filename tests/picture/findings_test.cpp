#include "picture/findings.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "picture/finding_text.h"
#include "store/sample.h"

namespace sitcen::picture {
namespace {

namespace sample = store::sample;
using store::FindingKind;
using Ids = std::vector<std::string>;

/// A report with three times, two places and two events.
store::Arrival talks(const std::string& id, const std::string& published) {
  const std::string text = "Norway hosted Ana Kos in Oslo on Monday. Police left Tallinn for three days in 2030.";
  store::Arrival arrival = sample::note(id, text, published);
  arrival.report.version = id + "-0123456789";
  const auto words = [&](const char* some) { return sample::span_of(text, some); };
  Findings& all = arrival.findings;
  sitcen::Actor kos;
  kos.name = "Ana Kos";
  kos.mentions = {{words("Ana Kos"), 0, 0, MentionForm::name, "", {0, "ner", 1.0F}}};
  sitcen::Actor norway;
  norway.kind = ActorKind::country;
  norway.name = "Norway";
  norway.country = "NOR";
  norway.mentions = {{words("Norway"), 0, 0, MentionForm::name, "", {0, "ner", 1.0F}}};
  all.actors = {kos, norway};
  const auto time = [&](const char* some, TimeType type, const char* value) {
    TimeRef out;
    out.span = words(some);
    out.type = type;
    out.value = value;
    all.times.push_back(out);
  };
  time("Monday", TimeType::date, "2031-03-10");
  time("three days", TimeType::duration, "P3D");
  all.times.back().begin = "2031-04-10";
  all.times.back().end = "2031-04-13";
  time("2030", TimeType::date, "2030");
  const auto place = [&](const char* some, double lat, double lon, const char* country) {
    Place out;
    out.span = words(some);
    out.name = std::string(some) + " \xC3\x85s";
    out.gazetteer = std::string("geonames:") + country;
    out.point = {lat, lon};
    out.country = country;
    out.precision = PlacePrecision::settlement;
    all.places.push_back(out);
  };
  place("Oslo", 59.91, 10.75, "NOR");
  place("Tallinn", 59.44, 24.75, "EST");
  Event hosted;
  hosted.span = words("hosted");
  hosted.type = EventType::consult;
  hosted.actors = {{words("Norway"), 1, "NOR", {}}};
  hosted.recipients = {{words("Ana Kos"), 0, "", {"GOV"}}};
  hosted.time = 0;
  hosted.place = 0;
  Event left;
  left.span = words("left");
  left.type = EventType::retreat;
  left.modality = Modality::planned;
  left.actors = {{words("Police"), std::nullopt, "", {"COP"}}};
  left.place = 1;
  all.events = {hosted, left};
  return arrival;
}

class FindingsOfAStore : public testing::Test {
 protected:
  void SetUp() override {
    sample::value(sample::opened(folder_ / "s")
                      ->add(sample::batch({talks("late", "2031-03-13"), talks("early", "2031-03-11"),
                                           talks("never", ""), sample::note("bare", "Nothing.", "2031-03-12")})));
    store_ = sample::opened(folder_ / "s", store::Access::read);
  }
  Result<Ids> ask(FindingKind kind, const Typed& typed, const store::Scope& scope = {}, const store::Page& page = {}) {
    const auto filter = finding_filter(*store_, {}, kind, typed);
    if (!filter) return fail(filter.error());
    Ids out;
    const auto done = findings(*store_, *filter, scope, page, [&](FindingRow&& row) {
      out.push_back(finding_id(*row.report, letter_of(row.kind), row.number));
      last_ = row.cursor;
      return true;
    });
    if (!done) return fail(done.error());
    return out;
  }
  /// What one of the three equal reports has.
  Ids numbers(FindingKind kind, const Typed& typed) {
    Ids out;
    for (const std::string& id : sample::value(ask(kind, typed)))
      if (id.starts_with("early")) out.push_back(id.substr(id.find('.') + 1));
    return out;
  }

  const sample::Folder folder_;
  std::unique_ptr<store::Store> store_;
  std::string last_;
};

TEST_F(FindingsOfAStore, ComeByThePublishedTimeAndPageByPage) {
  const Ids all = sample::value(ask(FindingKind::time, {}));
  ASSERT_EQ(all.size(), 9U);
  EXPECT_EQ(all.front(), "early-012345.t1");
  EXPECT_EQ(all.back(), "never-012345.t3");
  for (const std::size_t limit : {1U, 2U, 4U}) {
    Ids paged;
    last_.clear();
    for (std::size_t i = 0; i < all.size(); i += limit)
      for (std::string& id : sample::value(ask(FindingKind::time, {}, {}, {last_, limit})))
        paged.push_back(std::move(id));
    EXPECT_EQ(paged, all) << limit;
    EXPECT_TRUE(sample::value(ask(FindingKind::time, {}, {}, {last_, limit})).empty());
  }
  EXPECT_EQ(ask(FindingKind::time, {}, {}, {"here", 2}).error().code, ErrorCode::bad_request);
  store::Scope since;
  since.since = sample::at("2031-03-12");
  EXPECT_EQ(sample::value(ask(FindingKind::event, {}, since)).size(), 2U);
}

TEST_F(FindingsOfAStore, TimesAreAskedForByTypeAndByWhereTheyStandInTheCalendar) {
  EXPECT_EQ(numbers(FindingKind::time, {{"type", "duration"}}), (Ids{"t2"}));
  EXPECT_EQ(numbers(FindingKind::time, {{"from", "2030-06"}}), (Ids{"t1", "t2", "t3"}));
  EXPECT_EQ(numbers(FindingKind::time, {{"from", "2031"}}), (Ids{"t1", "t2"}));
  EXPECT_EQ(numbers(FindingKind::time, {{"from", "2031-04-13"}, {"to", "2031-04-13"}}), (Ids{"t2"})) << "a duration";
  EXPECT_EQ(numbers(FindingKind::time, {{"to", "2030-01-01"}}), (Ids{"t3"}));
  EXPECT_EQ(numbers(FindingKind::time, {{"from", "2031-W11"}, {"to", "2031-03-10"}}), (Ids{"t1"}));
  EXPECT_EQ(numbers(FindingKind::time, {{"from", "2031-04-14"}}), Ids{});
  EXPECT_EQ(numbers(FindingKind::time, {{"from", " "}, {"to", ""}}).size(), 3U) << "a form sends what is empty";
}

TEST_F(FindingsOfAStore, PlacesAreAskedForByNameCountryAndDistance) {
  EXPECT_EQ(numbers(FindingKind::place, {{"name", "oslo as"}}), (Ids{"p1"}));
  EXPECT_EQ(numbers(FindingKind::place, {{"name", "TALLINN"}}), (Ids{"p2"}));
  EXPECT_EQ(numbers(FindingKind::place, {{"name", "Tall"}}), Ids{});
  EXPECT_EQ(numbers(FindingKind::place, {{"name", "as tallinn"}}), Ids{}) << "name and words are two things";
  EXPECT_EQ(numbers(FindingKind::place, {{"country", "estonia"}}), (Ids{"p2"}));
  EXPECT_EQ(numbers(FindingKind::place, {{"country", "nor"}}), (Ids{"p1"}));
  EXPECT_EQ(numbers(FindingKind::place, {{"near", "60.17,24.94"}, {"km", "82"}}), (Ids{"p2"}));  // Helsinki: 81.9 km
  EXPECT_EQ(numbers(FindingKind::place, {{"near", "60.17,24.94"}, {"km", "81"}}), Ids{});
  EXPECT_EQ(numbers(FindingKind::place, {{"near", "60.17,24.94"}}), Ids{});
  EXPECT_EQ(numbers(FindingKind::place, {{"near", "0,-180"}, {"km", "30000"}}).size(), 2U);
  EXPECT_EQ(numbers(FindingKind::place, {{"role", "actor"}}), Ids{});
}

TEST_F(FindingsOfAStore, EventsAreAskedForByWhoDidWhatToWhomWhere) {
  EXPECT_EQ(numbers(FindingKind::event, {{"type", "CONSULT"}}), (Ids{"e1"}));
  EXPECT_EQ(numbers(FindingKind::event, {{"actor", "Norway"}}), (Ids{"e1"}));
  EXPECT_EQ(numbers(FindingKind::event, {{"actor", "Kos"}}), Ids{});
  EXPECT_EQ(numbers(FindingKind::event, {{"recipient", "kos"}, {"actor", "norway"}}), (Ids{"e1"}));
  EXPECT_EQ(numbers(FindingKind::event, {{"country", "Norway"}}), (Ids{"e1"}));
  EXPECT_EQ(numbers(FindingKind::event, {{"country", "EST"}}), (Ids{"e2"})) << "by its place";
  EXPECT_EQ(numbers(FindingKind::event, {{"place", "tallinn"}}), (Ids{"e2"}));
  EXPECT_EQ(numbers(FindingKind::event, {{"modality", "planned"}, {"country", "NOR"}}), Ids{});
}

TEST_F(FindingsOfAStore, AreNotAskedForInVain) {
  const auto code = [&](FindingKind kind, const Typed& typed) { return ask(kind, typed).error().code; };
  EXPECT_EQ(code(FindingKind::time, {{"type", "day"}}), ErrorCode::bad_request);
  EXPECT_EQ(code(FindingKind::time, {{"to", "P3D"}}), ErrorCode::bad_request);
  EXPECT_EQ(code(FindingKind::place, {{"near", "1,2,3"}}), ErrorCode::bad_request);
  EXPECT_EQ(code(FindingKind::place, {{"near", "nan,0"}}), ErrorCode::bad_request);
  EXPECT_EQ(code(FindingKind::place, {{"near", "1,2"}, {"km", "-1"}}), ErrorCode::bad_request);
  EXPECT_EQ(code(FindingKind::event, {{"actor", "Nobody"}}), ErrorCode::actor_not_found);
  EXPECT_EQ(code(FindingKind::event, {{"country", "Atlantis"}}), ErrorCode::bad_request);
}

TEST(FindingText, SaysNoMoreThanIsKnown) {
  TimeRef time;
  time.readings = {"2022-01-02", "2022-02-01"};
  EXPECT_EQ(value_text(time), "2022-01-02 or 2022-02-01");
  time.anchor = "t9";
  EXPECT_EQ(anchor_text(time, {}, ""), "from the report's date");
  Place place;
  EXPECT_EQ(place_text(place), "not in the gazetteer");
  place.gazetteer = "geonames:1";
  place.point = {59.437, 24.7536};
  place.country = "EST";
  for (const auto& [precision, text] : {std::pair{PlacePrecision::point, "59.4370, 24.7536"},
                                        {PlacePrecision::settlement, "59.44, 24.75"},
                                        {PlacePrecision::admin, "59.4, 24.8"},
                                        {PlacePrecision::country, ""},
                                        {PlacePrecision::region, ""}}) {
    place.precision = precision;
    EXPECT_EQ(point_text(place), text);
  }
  place.role = PlaceRole::actor;
  EXPECT_EQ(place_text(place), "region in EST, meant as an actor");
}

}  // namespace
}  // namespace sitcen::picture
