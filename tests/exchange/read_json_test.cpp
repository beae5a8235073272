#include "exchange/read_json.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "made.h"

namespace sitcen::exchange {
namespace {

using nlohmann::ordered_json;
using test::sample;

const EngineText kEngine{"0.1.0", "made-by-hand", "sha256:0"};

ordered_json printed(const ReadFormat& format) {
  const auto& [report, document, findings] = sample();
  return ordered_json::parse(read_json(report, document, findings, format));
}

std::vector<std::string> keys(const ordered_json& object) {
  std::vector<std::string> out;
  for (const auto& [key, value] : object.items()) out.push_back(key);
  return out;
}

using Keys = std::vector<std::string>;

TEST(ReadJson, HasTheKeysOfTheSchemaInTheirOrder) {
  const ordered_json json = printed({.engine = kEngine});
  EXPECT_EQ(keys(json), (Keys{"schema", "offsets", "engine", "report", "sentences", "actors", "statements", "times",
                              "figures", "places", "events"}));
  EXPECT_EQ(keys(json["engine"]), (Keys{"version", "model", "knowledge", "gazetteer", "reason"}));
  EXPECT_EQ(keys(json["report"]),
            (Keys{"id", "hash", "source", "url", "title", "byline", "language", "language_score", "published",
                  "updated", "fetched", "status", "notice", "other_values", "raw", "text", "sections"}));
  EXPECT_EQ(keys(json["report"]["published"]), (Keys{"value", "precision", "basis"}));
  EXPECT_EQ(keys(json["actors"][0]), (Keys{"id", "kind", "name", "country", "sector", "roles", "mentions"}));
  EXPECT_EQ(keys(json["actors"][0]["roles"][0]), (Keys{"title", "of", "span"}));
  EXPECT_EQ(keys(json["actors"][0]["mentions"][0]), (Keys{"span", "form", "reason", "sentence", "rule", "score"}));
  EXPECT_EQ(keys(json["statements"][0]), (Keys{"id", "kind", "speaker", "addressee", "occasion", "parent", "cue",
                                               "content", "modality", "modality_span", "sentence", "rule", "score"}));
  EXPECT_EQ(keys(json["statements"][0]["speaker"]), (Keys{"span", "actor", "candidates"}));
}

TEST(ReadJson, AReportWithoutAModelSaysWhy) {
  EXPECT_TRUE(printed({.engine = kEngine})["engine"]["reason"].is_null());
  Report report;
  report.language = "ga";
  report.text = "Tháinig an tuile.";
  Document document;
  document.text = report.text;
  const auto json = ordered_json::parse(read_json(report, document, {}, {.engine = {"0.1.0", "", "sha256:0"}}));
  EXPECT_TRUE(json["engine"]["model"].is_null());
  EXPECT_EQ(json["engine"]["reason"], "no model for ga");
  EXPECT_EQ(json["sentences"], ordered_json::array());
}

TEST(ReadJson, UnknownIsNullAndListsAreNeverMissing) {
  const ordered_json json = printed({.engine = kEngine});
  EXPECT_TRUE(json["report"]["url"].is_null());
  EXPECT_TRUE(json["report"]["updated"].is_null());
  EXPECT_TRUE(json["actors"][0]["roles"][0]["of"].is_null());
  EXPECT_TRUE(json["statements"][0]["parent"].is_null());
  for (const char* key : {"times", "figures", "places", "events"}) EXPECT_EQ(json[key], ordered_json::array());
  EXPECT_EQ(json["report"]["sections"], ordered_json::parse(R"([{"kind": "body", "span": [0, 44]}])"));
}

TEST(ReadJson, APlaceHasItsPointOrNull) {
  const auto& [report, document, findings] = sample();
  Findings with_places;
  Place known;
  known.span = {0, 4};
  known.name = "Tarn";
  known.gazetteer = "geonames:7";
  known.point = Place::Point{4'965'000 / 1e5, -0.5};
  known.country = "UKR";
  known.precision = PlacePrecision::settlement;
  known.reasons = {"largest of that name"};
  known.runner_up = Place::RunnerUp{"Tarn", "geonames:8", "", 0.25F};
  Place unknown;
  unknown.span = {5, 6};
  unknown.role = PlaceRole::actor;
  with_places.places = {known, unknown};
  const auto places = ordered_json::parse(read_json(report, document, with_places, {.engine = kEngine}))["places"];
  EXPECT_EQ(keys(places[0]), (Keys{"id", "span", "name", "gazetteer", "lat", "lon", "country", "precision", "role",
                                   "reasons", "runner_up", "sentence", "rule", "score"}));
  EXPECT_EQ(places[0]["lat"], 49.65);
  EXPECT_EQ(places[0]["runner_up"]["country"], nullptr);
  EXPECT_EQ(places[0]["runner_up"]["score"], 0.25);
  for (const char* key : {"gazetteer", "lat", "lon", "country", "precision", "runner_up"})
    EXPECT_TRUE(places[1][key].is_null()) << key;
  EXPECT_EQ(places[1]["role"], "actor");
}

/// The words that a span of the printed object stands for, in code points.
std::string words(const ordered_json& json, const ordered_json& span) {
  const std::string text = json["report"]["text"];
  const OffsetMap map(text, OffsetUnit::codepoint);
  const Span bytes = map.to_bytes({span[0], span[1]});
  return text.substr(bytes.begin, bytes.size());
}

TEST(ReadJson, SpansAreCodePointsUnlessAskedOtherwise) {
  const ordered_json json = printed({.engine = kEngine});
  EXPECT_EQ(json["offsets"], "codepoint");
  EXPECT_EQ(words(json, json["statements"][0]["content"][0]), "we’re safe \U0001F600");
  EXPECT_EQ(words(json, json["actors"][0]["mentions"][1]["span"]), "She");
  EXPECT_EQ(json["actors"][0]["mentions"][1]["span"], ordered_json::parse("[35, 38]"));

  const ordered_json bytes = printed({.engine = kEngine, .offsets = OffsetUnit::byte});
  EXPECT_EQ(bytes["offsets"], "byte");
  EXPECT_EQ(bytes["actors"][0]["mentions"][1]["span"], ordered_json::parse("[44, 47]"));

  const ordered_json utf16 = printed({.engine = kEngine, .offsets = OffsetUnit::utf16});
  EXPECT_EQ(utf16["offsets"], "utf16");
  EXPECT_EQ(utf16["actors"][0]["mentions"][1]["span"], ordered_json::parse("[36, 39]"));
}

TEST(ReadJson, IdsCountFromOneAndReferToEachOther) {
  const ordered_json json = printed({.engine = kEngine});
  EXPECT_EQ(json["actors"][0]["id"], "a1");
  EXPECT_EQ(json["statements"][0]["id"], "s1");
  EXPECT_EQ(json["statements"][0]["speaker"]["actor"], "a1");
}

TEST(ReadJson, TokensAreTheModelsOwnOutput) {
  EXPECT_FALSE(printed({.engine = kEngine}).contains("tokens"));
  const ordered_json tokens = printed({.engine = kEngine, .tokens = true})["tokens"];
  ASSERT_EQ(tokens.size(), sample().document.tokens.size());
  EXPECT_EQ(tokens[2], ordered_json::parse(R"({"span": [10, 13], "lemma": "Kos", "pos": "PROPN", "tag": "NNP",
      "morph": "Number=Sing", "head": 3, "dep": "nsubj", "ent": "I-PERSON", "sent_start": false})"));
  EXPECT_EQ(tokens[11]["pos"], "SPACE");
  EXPECT_EQ(tokens[12]["sent_start"], true);
}

TEST(ReadJson, NumbersAreTheShortestThatReadBack) {
  const auto& [report, document, findings] = sample();
  const std::string line = read_json(report, document, findings, {.engine = kEngine});
  EXPECT_NE(line.find("\"score\":0.97}"), std::string::npos) << line;
  EXPECT_NE(line.find("\"score\":0.8}"), std::string::npos);
  EXPECT_NE(line.find("\"score\":1}"), std::string::npos);
}

RC_GTEST_PROP(ReadJson, AnyTextComesBackToTheCharacterOnOneLine, ()) {
  const auto letters = *rc::gen::container<std::vector<char32_t>>(
      rc::gen::oneOf(rc::gen::inRange<char32_t>(0, 0x80), rc::gen::inRange<char32_t>(0x80, 0xD800),
                     rc::gen::inRange<char32_t>(0xE000, 0x110000)));
  Report report;
  for (const char32_t letter : letters) base::append_utf8(report.text, letter);
  report.title = report.text;
  Document document;
  document.text = report.text;
  const std::string line = read_json(report, document, {}, {.engine = kEngine});
  RC_ASSERT(line.ends_with("}\n"));
  RC_ASSERT(line.find('\n') == line.size() - 1);
  const ordered_json json = ordered_json::parse(line);
  RC_ASSERT(json["report"]["text"] == report.text);
  RC_ASSERT(json["report"]["title"] == report.text);
  RC_ASSERT(json["report"]["sections"][0]["span"][1] == letters.size());
}

}  // namespace
}  // namespace sitcen::exchange
