// Documents drawn by hand against a small gazetteer: what is found stays inside the text, and comes to an end.

#include "reading/places/places.h"

#include <gtest/gtest.h>

#include <string>

#include "../reading/sketch.h"
#include "small.h"

namespace sitcen::reading {
namespace {

Knowledge small_knowledge() {
  Knowledge knowledge = load_knowledge("en");
  knowledge.gazetteer = Gazetteer::from_bytes(test::small_gazetteer(), "small").value();
  return knowledge;
}

/// \return the places of a text whose capitalised words are names, all of them places to the recogniser
std::vector<Place> places_of(Sketch& sketch, const Knowledge& knowledge) {
  for (std::uint32_t i = 0; i < sketch.size(); ++i) {
    const char first = sketch.doc().str(sketch.doc().tokens[i])[0];
    if (first < 'A' || first > 'Z') continue;
    sketch.set(i, Pos::propn, "NNP", "ROOT", i);
    sketch.entity(i, i + 1, EntityType::gpe);
  }
  return read_places({}, sketch.doc(), Tree(sketch.doc()), knowledge);
}

TEST(Places, NothingIsReadWithoutAGazetteer) {
  Sketch sketch("Brennau in Talvinia");
  EXPECT_TRUE(places_of(sketch, load_knowledge("en")).empty());
}

TEST(Places, WhatStandsBehindTheCommaDecides) {
  Sketch sketch("Brennau , Orland");
  const std::vector<Place> places = places_of(sketch, small_knowledge());
  ASSERT_EQ(places.size(), 2U);
  EXPECT_EQ(places[0].country, "ORL");
  EXPECT_EQ(places[0].precision, PlacePrecision::settlement);
  ASSERT_TRUE(places[0].runner_up);
  EXPECT_EQ(places[0].runner_up->gazetteer, "geonames:77");
  EXPECT_EQ(places[1].precision, PlacePrecision::country);
}

TEST(Places, AnUnlistedPlaceHasItsWordsAndNothingElse) {
  Sketch sketch("Quarzel is far");
  const std::vector<Place> places = places_of(sketch, small_knowledge());
  ASSERT_EQ(places.size(), 1U);
  EXPECT_EQ(places[0].name, "Quarzel");
  EXPECT_FALSE(places[0].point);
  EXPECT_FALSE(places[0].precision);
  EXPECT_TRUE(places[0].gazetteer.empty());
}

TEST(Places, HostileTextsStaySound) {
  const Knowledge knowledge = small_knowledge();
  for (const char* piece :
       {"Brennau , ", "North ", "New Brennau , Talvinia , ", "Clay , and ", "Brennau Police ", "Brennau "}) {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += piece;
    Sketch sketch(text + "end");
    std::uint32_t end = 0;
    for (const Place& place : places_of(sketch, knowledge)) {
      ASSERT_LE(end, place.span.begin) << piece;
      ASSERT_LT(place.span.begin, place.span.end) << piece;
      ASSERT_LE(place.span.end, sketch.doc().text.size()) << piece;
      ASSERT_EQ(place.point.has_value(), place.precision.has_value()) << piece;
      end = place.span.end;
    }
  }
}

}  // namespace
}  // namespace sitcen::reading
