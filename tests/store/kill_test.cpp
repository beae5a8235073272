#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <random>
#include <set>
#include <thread>

#include "../cli/sitcen.h"
#include "day.h"
#include "running.h"
#include "sample.h"

/// kill -9 at any moment loses no acknowledged report, and leaves a store that is sound and can be gone on with.
namespace sitcen::store {
namespace {

using namespace std::chrono_literals;

constexpr int kKills = SITCEN_KILLS;
constexpr std::size_t kReports = 300;

/// The value of a key of one line of sitcen.ingest/1; the values here hold no quotation marks.
std::string value_of(const std::string& line, const std::string& key) {
  const std::string begin = "\"" + key + "\":";
  const auto at = line.find(begin);
  if (at == std::string::npos) return "";
  const auto rest = line.substr(at + begin.size());
  return rest[0] == '"' ? rest.substr(1, rest.find('"', 1) - 1) : rest.substr(0, rest.find_first_of(",}"));
}

class Kill : public testing::Test {
 protected:
  void SetUp() override { std::ofstream(day_) << day::jsonl(kReports); }

  std::vector<std::string> call(const std::filesystem::path& store, int batch, int threads) const {
    return {"ingest",  day_.string(),         "--store",   store.string(),         "--model", day::model(), "--json",
            "--batch", std::to_string(batch), "--threads", std::to_string(threads)};
  }

  /// What was acknowledged is in the store, and the store says what it claims.
  void expect_kept(const std::filesystem::path& file, const std::vector<std::string>& lines) {
    const bool there = std::filesystem::exists(file);
    const auto verified = test::sitcen({"verify", "--store", file.string()});
    if (!there || verified.code == 3) {  // killed before there was a store
      EXPECT_TRUE(lines.empty());
      return;
    }
    EXPECT_EQ(verified.code, 0) << verified.err;
    const auto store = sample::opened(file, Access::read);
    std::set<std::string> rejected;
    sample::value(store->rejections(
        {}, [&](RejectedRow&& row) { return rejected.insert(std::to_string(row.rejection.line.value_or(0))).second; }));
    for (const auto& line : lines) {
      if (value_of(line, "outcome") == "rejected") {
        EXPECT_TRUE(rejected.contains(value_of(line, "line"))) << line;
        continue;
      }
      const auto key = store->find(value_of(line, "id"));
      ASSERT_TRUE(key.has_value()) << "acknowledged and lost: " << line;
      EXPECT_EQ(sample::value(store->report(*key)).report.version, value_of(line, "version"));
    }
  }

  const sample::Folder folder_;
  const std::filesystem::path day_ = folder_ / "day.jsonl";
};

TEST_F(Kill, LosesNoAcknowledgedReport) {
  const auto begin = std::chrono::steady_clock::now();
  test::Running whole(call(folder_ / "whole", 16, 2));
  EXPECT_EQ(whole.wait(), 4);  // some lines are bad
  const auto needed = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
  ASSERT_EQ(whole.lines().size(), kReports + 6);
  const std::string expected = day::content(folder_ / "whole");

  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const auto pick = [&](int least, int most) { return std::uniform_int_distribution<int>(least, most)(random); };
  int killed = 0;
  for (int round = 0; killed < kKills; ++round) {
    const auto store = folder_ / ("store" + std::to_string(round));
    // A store is killed up to three times before it may be finished: each time it goes on from what is there.
    for (int times = pick(1, 3); times > 0; --times, ++killed) {
      test::Running ingest(call(store, pick(1, 24), pick(1, 2)));
      std::this_thread::sleep_for(std::chrono::microseconds(pick(0, static_cast<int>(needed.count()))));
      ingest.signal(SIGKILL);
      ingest.wait();
      expect_kept(store, ingest.lines());
      if (HasFatalFailure()) return;
    }
    EXPECT_EQ(test::Running(call(store, 16, 2)).wait(), 4);
    ASSERT_EQ(day::content(store), expected);
    std::filesystem::remove(store);
  }
}

}  // namespace
}  // namespace sitcen::store
