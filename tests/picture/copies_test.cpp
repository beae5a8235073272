#include "picture/copies.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "picture/query_json.h"
#include "store/sample.h"

namespace sitcen::picture {
namespace {

namespace sample = store::sample;
using sample::value;

const std::string kFlood =
    "BRENNAU, March 12 (Reuters) - At least 40 residents were led out of their homes late on Tuesday when the Orla "
    "reached the lower town, rescuers said. The water rose by two metres within three hours, Mayor Ana Kos told a "
    "local "
    "station.";
const std::string kCopy =
    "Flood in Brennau – what we know\nAt least 40 residents were led out of their homes late on "
    "Tuesday when the Orla reached the lower town, rescuers said. The water rose by two metres within three hours, "
    "Mayor "
    "Ana Kos told a local station.";
const std::string kAccount =
    "The mayor of Brennau says that the cellars are dry again. Forty families are back in the streets behind the "
    "market, "
    "and school begins on Monday, Ana Kos said.\nSource: Reuters";

class Copies : public testing::Test {
 protected:
  void SetUp() override {
    value(store_->add(sample::batch({sample::note("copy", kCopy, "2031-03-12T10:00:00Z"),
                                     sample::note("flood", kFlood, "2031-03-12T09:00:00Z"),
                                     sample::note("same", kFlood, "2031-03-12T11:00:00Z"),
                                     sample::note("account", kAccount, "2031-03-12T12:00:00Z"),
                                     sample::note("other",
                                                  "Trains stood still in Velin from dawn, and nobody could say "
                                                  "for how long the walk-out would last.")})));
  }
  std::vector<CopiesRow> rows(const CopiesQuestion& asked = {}) {
    std::vector<CopiesRow> out;
    value(copies(*store_, {}, asked, {}, [&](CopiesRow&& row) {
      out.push_back(std::move(row));
      return true;
    }));
    return out;
  }

  const sample::Folder folder_;
  const std::unique_ptr<store::Store> store_ = sample::opened(folder_ / "s");
};

TEST_F(Copies, SayWhoHadItFirstAndWhatIsShared) {
  const auto found = rows();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].original.id, "flood");
  ASSERT_EQ(found[0].copies.size(), 2U);
  const CopyRow& copy = found[0].copies[0];
  EXPECT_EQ(copy.report.id, "copy");
  EXPECT_EQ(copy.kind, store::copies::CopyKind::near);
  EXPECT_GT(copy.similarity, 0.8);
  EXPECT_LT(copy.similarity, 1.0);
  ASSERT_EQ(copy.shared.size(), 1U);
  EXPECT_EQ(copy.shared[0].original.words(), copy.shared[0].copy.words());
  EXPECT_EQ(copy.shared[0].copy.words().substr(0, 21), "At least 40 residents");
  EXPECT_EQ(copy.shared[0].original.report, "flood");
  EXPECT_EQ(copy.shared[0].copy.report, "copy");
  EXPECT_EQ(found[0].copies[1].kind, store::copies::CopyKind::exact);
  EXPECT_EQ(found[0].copies[1].similarity, 1.0);
  EXPECT_EQ(rows({.key = "key-copy"}).size(), 1U);
  EXPECT_EQ(rows({.key = "key-other"}).size(), 0U);
}

TEST_F(Copies, AreCutWhereAskedToAndSayHowMany) {
  const auto found = rows({.key = "key-same", .most = 1});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].copies.size(), 2U) << "the report itself is never left out";
  EXPECT_EQ(rows({.key = "key-copy", .most = 1})[0].left_out, 1U);
}

TEST_F(Copies, AsJsonCountCodePointsAndNameBothSides) {
  const auto json = nlohmann::json::parse(to_json(rows()[0], {}));
  EXPECT_EQ(json["original"], "flood");
  EXPECT_EQ(json["copies"][0]["report"], "copy");
  EXPECT_EQ(json["copies"][0]["kind"], "near");
  const auto& evidence = json["copies"][0]["evidence"];
  ASSERT_EQ(evidence.size(), 2U);
  EXPECT_EQ(evidence[0]["report"], "flood");
  EXPECT_EQ(evidence[1]["report"], "copy");
  EXPECT_EQ(evidence[1]["span"][0], 32);  // bytes would be 34: the dash has three
  EXPECT_EQ(json["credits"][0]["agency"], "Reuters");
}

TEST_F(Copies, AndReportsOfOneAgencyAreOneAccount) {
  const auto count = [&](const std::vector<std::string>& keys) { return value(independent(*store_, keys, {})); };
  EXPECT_EQ(count({"key-flood", "key-copy", "key-same"}), 1U);
  EXPECT_EQ(count({"key-copy", "key-other"}), 2U);
  EXPECT_EQ(count({"key-flood", "key-account"}), 1U) << "both are Reuters";
  EXPECT_EQ(count({"key-copy", "key-account"}), 2U) << "neither says where the copy has it from";
  EXPECT_EQ(count({"key-copy", "key-account", "key-flood"}), 1U) << "now it is known";
  EXPECT_EQ(count({"key-other", "key-other", "key-nobody"}), 1U);
  EXPECT_EQ(count({}), 0U);
}

std::vector<std::string> agencies(const std::string& text, const std::string& source = "",
                                  const std::string& byline = "") {
  Report report;
  report.text = text;
  if (!source.empty()) report.source = source;
  if (!byline.empty()) report.byline = byline;
  std::vector<std::string> out;
  for (const Credit& credit : credits_of(report)) {
    out.push_back(credit.agency);
    if (credit.where == "text") {
      EXPECT_EQ(text.substr(credit.span.begin, credit.span.size()), credit.words);
    }
  }
  return out;
}

TEST(Credits, StandInSourceBylineDatelineAndLinesOfTheirOwn) {
  using Names = std::vector<std::string>;
  EXPECT_EQ(agencies("Text.", "Reuters"), Names{"Reuters"});
  EXPECT_EQ(agencies("Text.", "", "By Jo Marsh, Associated Press"), Names{"AP"});
  EXPECT_EQ(agencies("VELIN, 12 March (AFP) \xE2\x80\x94 Trains stood still."), Names{"AFP"});
  EXPECT_EQ(agencies("VELIN (dpa/Reuters) - Trains stood still."), Names{"DPA"});
  EXPECT_EQ(agencies("Trains stood still.\nMore on Monday. (AP)"), Names{"AP"});
  EXPECT_EQ(agencies("By AP\nTrains stood still.\nSource: Interfax"), (Names{"AP", "Interfax"}));
  EXPECT_EQ(agencies("Trains stood still.\nAP contributed to this report."), Names{"AP"});
}

TEST(Credits, AreNoNamesInsideTheStory) {
  using Names = std::vector<std::string>;
  EXPECT_EQ(agencies("Reuters said that it would cut 40 jobs."), Names{});
  EXPECT_EQ(agencies("The mayor told AP and Reuters that the bridge (built in 1931) is closed."), Names{});
  EXPECT_EQ(agencies("The works council (AP) of the mill met on Monday, and nothing came of it."), Names{});
  EXPECT_EQ(agencies("by ap\nText.", "Northmere Wire", "By Ana Kos"), Names{});
}

}  // namespace
}  // namespace sitcen::picture
