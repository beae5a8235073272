// Copies and versions on pages and in the API.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "sample.h"
#include "server/routes.h"

namespace sitcen::server {
namespace {

using nlohmann::json;

const std::string kText =
    "BRENNAU (Reuters) - At least 40 residents were led out of their homes late on Tuesday when the Orla reached the "
    "lower <b>town</b>, rescuers said. The water rose by two metres within three hours.";

/// A report in two versions, a copy of it, and one that was withdrawn.
class CopiesTest : public testing::Test {
 protected:
  void SetUp() override {
    auto store = *store::open_store(file_, store::Access::write);
    test::Told first("wire", kText);
    first.report().published = {"2031-03-12T09:00:00Z", TimePrecision::second, TimeBasis::given};
    test::Told copy("paper", "Flood in Brennau\n" + kText + " More follows.");
    copy.report().published = {"2031-03-12T10:00:00Z", TimePrecision::second, TimeBasis::given};
    test::Told gone("gone", "This story has been withdrawn.");
    gone.report().status = PublicationStatus::cancelled;
    const auto known = *base::parse_instant("2031-03-12T11:00:00Z");
    ASSERT_TRUE(store->add({known, {}, {first.arrival(), copy.arrival(), gone.arrival()}, {}}));
    test::Told later = first;
    later.report().version = std::string(64, 'f');
    later.report().title = "Correction: flood in Brennau";
    ASSERT_TRUE(store->add({known + std::chrono::hours(1), {}, {later.arrival()}, {}}));
    store.reset();
    handler_ = make_handler({*picture::Readers::open(file_), "0.1.0"});
  }
  void TearDown() override {
    handler_ = nullptr;
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file_.string() + suffix);
  }
  Response get(const std::string& target) { return handler_({"GET", target, {}, ""}); }
  json rows(const std::string& target) {
    const Response response = get(target);
    EXPECT_EQ(response.status, 200) << target << response.body;
    return json::parse(response.body)["rows"];
  }
  std::string page(const std::string& id) {
    const Response moved = get("/reports/" + id);
    return get(std::string(moved.header("Location").value_or(""))).body;
  }

 private:
  const std::filesystem::path file_ =
      std::filesystem::temp_directory_path() / ("sitcen-copies-" + std::to_string(::getpid()) + ".sqlite");
  Handler handler_;
};

TEST_F(CopiesTest, TheApiAnswersAsTheCommandsDo) {
  const json copies = rows("/api/v1/copies");
  ASSERT_EQ(copies.size(), 1U);
  EXPECT_EQ(copies[0]["original"], "wire");
  EXPECT_EQ(copies[0]["credits"][0]["agency"], "Reuters");
  EXPECT_EQ(copies[0]["copies"][0]["report"], "paper");
  EXPECT_EQ(copies[0]["copies"][0]["kind"], "near");
  EXPECT_EQ(rows("/api/v1/copies?report=paper"), copies);
  EXPECT_EQ(rows("/api/v1/copies?report=gone"), json::array());
  EXPECT_EQ(get("/api/v1/copies?report=nobody").status, 404);

  const json changes = rows("/api/v1/diff?report=wire");
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0]["kind"], "corrected");
  EXPECT_EQ(changes[0]["what"], "report");
  EXPECT_EQ(changes[1]["what"], "title");
  EXPECT_EQ(rows("/api/v1/diff?report=paper"), json::array());
  EXPECT_EQ(get("/api/v1/diff").status, 404);
  EXPECT_EQ(get("/api/v1/diff?report=wire&to=7").status, 404);

  EXPECT_EQ(rows("/api/v1/reports?status=withdrawn")[0]["id"], "gone");
  EXPECT_EQ(rows("/api/v1/reports?status=read").size(), 2U);
  EXPECT_EQ(rows("/api/v1/reports?language=en"), json::array());
  EXPECT_EQ(get("/api/v1/reports?status=lost").status, 400);
}

TEST_F(CopiesTest, APageShowsCopiesAndWhatNoLongerStands) {
  const std::string paper = page("paper");
  EXPECT_NE(paper.find("<h2 id=\"copies\">Copies</h2>"), std::string::npos) << paper;
  EXPECT_NE(paper.find("had the words first"), std::string::npos);
  EXPECT_NE(paper.find("&lt;b&gt;town&lt;/b&gt;"), std::string::npos) << "words of a report are no markup";
  EXPECT_EQ(page("gone").find("id=\"copies\""), std::string::npos);
  EXPECT_NE(page("gone").find("withdrawn: "), std::string::npos);
  const std::string list = get("/").body;
  EXPECT_NE(list.find("copy of "), std::string::npos);
  EXPECT_NE(list.find("withdrawn by its source"), std::string::npos);
}

}  // namespace
}  // namespace sitcen::server
