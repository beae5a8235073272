#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "../cli/sitcen.h"
#include "day.h"
#include "running.h"
#include "sample.h"

/// `sitcen ingest` as a person calls it.
namespace sitcen::store {
namespace {

using test::lines;

class Ingest : public testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& bytes) {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return (folder_ / name).string();
  }
  std::vector<std::string> call(std::vector<std::string> inputs, const std::string& store = "store") {
    inputs.insert(inputs.begin(), "ingest");
    inputs.insert(inputs.end(), {"--store", (folder_ / store).string(), "--model", day::model()});
    return inputs;
  }
  test::Ended ingest(std::vector<std::string> inputs, const std::string& store = "store", const test::Call& how = {}) {
    return test::sitcen(call(std::move(inputs), store), how);
  }
  std::string closing(const std::string& counts) {
    return "sitcen: " + counts + "; store " + (folder_ / "store").string() + "\n";
  }
  void expect_sound(const std::string& store = "store") {
    const auto ended = test::sitcen({"verify", "--store", (folder_ / store).string()});
    EXPECT_EQ(ended.code, 0) << ended.err;
  }

  const sample::Folder folder_;
};

TEST_F(Ingest, ReadsReportsIntoAStore) {
  const auto one = write("one.txt", "Mayor Ana Kos said that the bridge is closed.");
  const auto ended = ingest({one});
  EXPECT_EQ(ended.code, 0);
  EXPECT_EQ(ended.err, closing("1 report read: 1 new, 0 updated, 0 unchanged; 0 rejected"));
  EXPECT_EQ(ended.out, "");
  const auto shown = test::sitcen({"show", "--json", "--store", (folder_ / "store").string()});
  EXPECT_NE(shown.out.find("\"origin\":\"" + one + "\""), std::string::npos) << shown.out;
  expect_sound();
}

TEST_F(Ingest, ReadingAgainChangesNothingAndAChangedTextIsANewVersion) {
  const auto file =
      write("day.jsonl", "{\"id\": \"a\", \"text\": \"Three died.\"}\n{\"id\": \"b\", \"text\": \"Calm.\"}\n");
  ingest({file});
  const auto before = test::sitcen({"show", "--json", "--store", (folder_ / "store").string()}).out;
  EXPECT_EQ(ingest({file}).err, closing("2 reports read: 0 new, 0 updated, 2 unchanged; 0 rejected"));
  EXPECT_EQ(test::sitcen({"show", "--json", "--store", (folder_ / "store").string()}).out, before);
  write("day.jsonl", "{\"id\": \"a\", \"text\": \"Seven died.\"}\n{\"id\": \"b\", \"text\": \"Calm.\"}\n");
  EXPECT_EQ(ingest({file}).err, closing("2 reports read: 0 new, 1 updated, 1 unchanged; 0 rejected"));
  EXPECT_EQ(ingest({file, "--statements", "wide"}).err,
            closing("2 reports read: 0 new, 0 updated, 0 unchanged, 2 read anew by another engine; 0 rejected"));
  expect_sound();
}

// Neither the batch is full nor the stream at its end, and still nothing that was acknowledged is lost.
TEST_F(Ingest, ASlowStreamIsAcknowledgedWhileItIsOpen) {
  for (const std::string threads : {"1", "2"}) {
    const std::string store = "slow-" + threads;
    test::Running run(call({"--json", "--threads", threads, "--input", "jsonl", "-"}, store),
                      test::Running::Input::pipe);
    run.write("{\"id\": \"a\", \"text\": \"The dam holds, Ana Kos said.\"}\n");
    run.wait_for_lines(1);
    ASSERT_EQ(run.lines().size(), 1U);
    EXPECT_NE(run.lines()[0].find("\"id\":\"a\""), std::string::npos) << run.lines()[0];
    run.write("{\"id\": \"cut\"\n{\"id\": \"b\", \"text\": \"Calm.\"}\n");
    run.wait_for_lines(3);
    ASSERT_EQ(run.lines().size(), 3U);
    run.signal(SIGKILL);
    run.wait();
    const auto shown = test::sitcen({"show", "--json", "--store", (folder_ / store).string()}).out;
    for (const char* id : {"\"id\":\"a\"", "\"id\":\"b\""}) EXPECT_NE(shown.find(id), std::string::npos) << shown;
    expect_sound(store);
  }
}

TEST_F(Ingest, WhatCannotBeReadIsKeptWithItsReasonAndTheRestIsRead) {
  const auto bad = write("bad.txt", "caf\xE9 \x81 latin");
  const auto empty = write("empty.txt", "");
  const auto cut = write(
      "cut.jsonl",
      "{\"id\": \"a\", \"text\": \"One.\"}\n{\"id\": \"b\", \"text\": \"Tw\n{\"id\": \"c\", \"text\": \"Three.\"}\n");
  const auto good = write("good.txt", "All is well.");
  const auto none = (folder_ / "none.txt").string();
  const auto ended = ingest({bad, empty, cut, none, folder_.path().string(), "/dev/null", good});
  EXPECT_EQ(ended.code, 4);
  EXPECT_NE(ended.err.find("3 reports read: 3 new, 0 updated, 0 unchanged; 6 rejected"), std::string::npos)
      << ended.err;
  const auto rejected =
      lines(test::sitcen({"show", "--rejected", "--json", "--store", (folder_ / "store").string()}).out);
  ASSERT_EQ(rejected.size(), 6U);
  std::string all;
  for (const auto& line : rejected) all += line + "\n";
  for (const auto& words : {"\"error\":\"not_utf8\"", "\"error\":\"empty_report\"", "\"error\":\"file_not_found\"",
                            "\"error\":\"is_a_folder\"", "\"error\":\"is_a_device\"", "\"line\":2,"})
    EXPECT_NE(all.find(words), std::string::npos) << words << "\n" << all;
  expect_sound();
}

TEST_F(Ingest, AcknowledgesInTheOrderOfTheInputsOnAnyNumberOfThreads) {
  const auto file = write("day.jsonl", day::jsonl(150));
  ingest({write("some.jsonl", day::jsonl(20))}, "one");
  ingest({(folder_ / "some.jsonl").string()}, "other");
  const auto one = ingest({file, "--json", "--threads", "1", "--batch", "7"}, "one");
  const auto other = ingest({file, "--json", "--threads", "4", "--batch", "64"}, "other");
  EXPECT_EQ(one.code, 4);
  ASSERT_EQ(lines(one.out).size(), 153U);
  EXPECT_EQ(one.out, other.out);
  EXPECT_NE(one.out.find("\"id\":\"wire-3\""), std::string::npos);
  EXPECT_NE(one.out.find("\"outcome\":\"unchanged\""), std::string::npos);
  EXPECT_NE(one.out.find("\"outcome\":\"added\""), std::string::npos);
  EXPECT_NE(one.out.find("\"line\":18,\"id\":null"), std::string::npos) << lines(one.out)[17];
  EXPECT_EQ(day::content(folder_ / "one"), day::content(folder_ / "other"));
}

TEST_F(Ingest, KeepsTheBytesItReadWhereAskedTo) {
  const std::string bytes = "\xEF\xBB\xBFMayor Ana Kos said that the bridge is closed.\r\n";
  const auto one = write("one.txt", bytes);
  const std::string store = (folder_ / "store").string();
  ingest({one});
  const auto shown = [&](std::vector<std::string> what) {
    what.insert(what.begin(), "show");
    what.insert(what.end(), {"--store", store});
    return test::sitcen(what);
  };
  const std::string key = [&] {
    const auto out = shown({"--json"}).out;
    return out.substr(out.find("\"key\":\"") + 7, 64);
  }();
  EXPECT_EQ(shown({key, "--raw"}).code, 3);
  EXPECT_EQ(ingest({"--keep-raw", one}).err, closing("1 report read: 0 new, 0 updated, 1 unchanged; 0 rejected"));
  EXPECT_EQ(shown({key, "--raw"}).out, bytes);
  EXPECT_NE(shown({key, "--json"}).out.find("\"raw\":{\"sha256\":\""), std::string::npos);
  EXPECT_EQ(shown({"--raw"}).code, 2);
  expect_sound();
}

TEST_F(Ingest, ReadsStandardInput) {
  const auto ended = ingest({"-", "--input", "jsonl"}, "store", {.input = day::jsonl(10)});
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_EQ(ended.err, closing("10 reports read: 10 new, 0 updated, 0 unchanged; 0 rejected"));
}

TEST_F(Ingest, ACtrlCFinishesWhatWasBegun) {
  const auto file = write("day.jsonl", day::jsonl(2000));
  test::Running running(call({file, "--json", "--batch", "4"}));
  running.wait_for_lines(4);
  running.signal(SIGINT);
  EXPECT_EQ(running.wait(), 130);
  EXPECT_LT(running.lines().size(), 2000U);
  const auto store = sample::opened(folder_ / "store", Access::read);
  const auto counts = sample::value(store->counts());
  EXPECT_EQ(counts.reports + counts.rejected, running.lines().size()) << "all that was read is acknowledged";
  expect_sound();
}

TEST_F(Ingest, TwoAtOnceBothGetAllIn) {
  const auto file = write("day.jsonl", day::jsonl(200));
  ingest({write("none.jsonl", "{\"id\": \"first\", \"text\": \"One.\"}\n")});
  test::Running one(call({file, "--batch", "3"}));
  test::Running other(call({file, "--batch", "5"}));
  EXPECT_EQ(one.wait(), 4);
  EXPECT_EQ(other.wait(), 4);
  EXPECT_EQ(sample::value(sample::opened(folder_ / "store", Access::read)->counts()).reports, 201U);
  expect_sound();
}

TEST_F(Ingest, AFileThatMayNotGrowIsToldAndLosesNothingAcknowledged) {
  const auto file = write("day.jsonl", day::jsonl(1000));
  std::vector<std::string> arguments = call({file, "--json", "--batch", "16"});
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  const rlimit small{400'000, before.rlim_max};
  setrlimit(RLIMIT_FSIZE, &small);
  const auto ended = test::sitcen(arguments);
  setrlimit(RLIMIT_FSIZE, &before);
  EXPECT_EQ(ended.code, 1);
  EXPECT_NE(ended.err.find("cannot grow: the disk is full; nothing of this batch was kept"), std::string::npos)
      << ended.err;
  const auto acknowledged = lines(ended.out).size();
  EXPECT_GT(acknowledged, 0U);
  const auto counts = sample::value(sample::opened(folder_ / "store", Access::read)->counts());
  EXPECT_EQ(counts.reports + counts.rejected, acknowledged);
  expect_sound();
  EXPECT_EQ(ingest({file}).code, 4);
  EXPECT_EQ(sample::value(sample::opened(folder_ / "store", Access::read)->counts()).reports, 1000U);
}

TEST_F(Ingest, AStoreThatCannotBeWrittenIsTold) {
  const auto good = write("good.txt", "All is well.");
  write("store", "Dear diary, this is no store and must stay as it is. It is a little longer than that.");
  const auto ended = ingest({good});
  EXPECT_EQ(ended.code, 2);
  EXPECT_NE(ended.err.find("is no sitcen store: it is not a SQLite file"), std::string::npos) << ended.err;
  EXPECT_EQ(ingest({good}, "no/such/folder/s").code, 1);
  ingest({good}, "newer");
  sample::tamper(folder_ / "newer", "PRAGMA user_version = 99");
  EXPECT_EQ(ingest({good}, "newer").code, 5);
}

TEST_F(Ingest, WaitsForWhatIsPutIntoAFolderUntilItIsToldToStop) {
  const std::filesystem::path inbox = folder_ / "inbox";
  std::filesystem::create_directory(inbox);
  std::ofstream(inbox / "one.txt") << "Mayor Ana Kos said that the bridge is closed.";
  auto arguments = call({inbox.string(), "--watch", "--recursive", "--json"});
  test::Running running(arguments);
  running.wait_for_lines(1);
  ASSERT_EQ(running.lines().size(), 1U);
  // As programs write: under a name with a dot first.
  std::ofstream(inbox / ".two") << "Mayor Ana Kos said that the bridge is open.";
  std::filesystem::rename(inbox / ".two", inbox / "two.txt");
  running.wait_for_lines(2);
  std::filesystem::create_directory(inbox / "evening");
  std::ofstream(inbox / "evening" / "three.txt") << "The ferry is late.";
  running.wait_for_lines(3);
  ASSERT_GE(running.lines().size(), 3U);
  EXPECT_NE(running.lines()[1].find("two.txt"), std::string::npos) << running.lines()[1];
  EXPECT_NE(running.lines()[2].find("three.txt"), std::string::npos) << running.lines()[2];
  running.signal(SIGINT);
  EXPECT_EQ(running.wait(), 130);
  expect_sound();
}

}  // namespace
}  // namespace sitcen::store
