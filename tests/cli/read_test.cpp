// `sitcen read` from outside: the real program with a real model, on reports written here.
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "places.h"
#include "sitcen.h"
#include "sitcen/offsets.h"

namespace sitcen::test {
namespace {

using nlohmann::json;

const std::string kFlood =
    "Flood reaches Oru\n\n\"The dam will hold,\" Interior Minister Ana Kos told reporters on Monday. She denied that "
    "three "
    "valves had failed.\n\nIvo Brand, the mayor of Oru, said that 2,000 people had left their homes.\n";

std::string jsonl(const std::string& id, const std::string& text) {
  return json{{"id", id}, {"text", text}}.dump() + "\n";
}

class Read : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(model_file("md")))
      GTEST_SKIP() << "no model at " << model_file("md") << ": ./dev imports it";
  }

  static Ended read(std::vector<std::string> arguments, Call call = {}) {
    arguments.insert(arguments.begin(), "read");
    call.variables["SITCEN_MODEL"] = model_file("md");
    return sitcen(arguments, call);
  }

  /// \return the printed reports' ids
  static std::vector<std::string> ids(const std::string& out) {
    std::vector<std::string> all;
    for (const std::string& line : lines(out)) all.push_back(json::parse(line)["report"]["id"]);
    return all;
  }

  TemporaryFolder folder_;
};

using Ids = std::vector<std::string>;

TEST_F(Read, PrintsOneJsonObjectAReportInTheOrderOfTheInputs) {
  const std::string first = folder_.write("first.jsonl", jsonl("b", "Rain fell.") + jsonl("a", "Snow fell."));
  const std::string second = folder_.write("second.jsonl", jsonl("c", kFlood));
  const Ended ended = read({second, first});
  EXPECT_EQ(ended.code, 0);
  EXPECT_EQ(ended.err, "");
  EXPECT_EQ(ids(ended.out), (Ids{"c", "b", "a"}));
}

TEST_F(Read, AReportInALanguageWithoutAModelIsKeptAndSaysSo) {
  const std::string kIrish = "Tháinig an tuile go Brennau inné. Dúirt an t-aire nach mbrisfidh an damba.";
  const std::string lines_in = json{{"id", "ga"}, {"language", "ga-IE"}, {"text", kIrish}}.dump() + "\n" +
                               jsonl("en", kFlood) + json{{"id", "x"}, {"language", "ga"}, {"text", "x"}}.dump() + "\n";
  const std::string file = folder_.write("mixed.jsonl", lines_in);
  const Ended one = read({"--threads", "1", "--with", "tokens", "--json", file});
  EXPECT_EQ(one.code, 0) << one.err;
  ASSERT_EQ(lines(one.out).size(), 3U);
  const json irish = json::parse(lines(one.out)[0]);
  EXPECT_TRUE(irish["engine"]["model"].is_null());
  EXPECT_EQ(irish["engine"]["reason"], "no model for ga-IE");
  EXPECT_EQ(irish["report"]["text"], kIrish);
  for (const char* list : {"tokens", "sentences", "actors", "statements", "times", "figures", "places", "events"})
    EXPECT_EQ(irish[list], json::array()) << list;
  const json english = json::parse(lines(one.out)[1]);
  EXPECT_EQ(english["engine"]["model"], "en_core_web_md-3.8.0");
  EXPECT_FALSE(english["statements"].empty());
  EXPECT_EQ(read({"--threads", "3", "--with", "tokens", "--json", file}).out, one.out);
  EXPECT_NE(read({"--format", "text", file}).out.find("no model for ga-IE: text kept, nothing read"),
            std::string::npos);
  EXPECT_EQ(read({"--format", "conllu", folder_.write("x.jsonl", lines(lines_in)[2] + "\n")}).code, 0);
}

TEST_F(Read, AReportWithoutAModelIsStoredAndFound) {
  const std::string file = folder_.write(
      "ga.jsonl", json{{"id", "ga"}, {"language", "ga"}, {"text", "Tháinig an tuile go Brennau."}}.dump() + "\n");
  const std::string store = folder_.path("day.sqlite");
  const Call call{.variables = {{"SITCEN_MODEL", model_file("md")}}};
  ASSERT_EQ(sitcen({"ingest", "--store", store, file}, call).code, 0);
  EXPECT_NE(sitcen({"search", "--store", store, "tuile"}).out.find("tuile"), std::string::npos);
  EXPECT_NE(sitcen({"show", "--store", store, "ga"}).out.find("no model for ga"), std::string::npos);
  EXPECT_TRUE(json::parse(sitcen({"show", "--store", store, "--json", "ga"}).out)["engine"]["model"].is_null());
  EXPECT_EQ(sitcen({"verify", "--store", store}).code, 0);
  EXPECT_NE(sitcen({"ingest", "--store", store, file}, call).err.find("1 unchanged"), std::string::npos);
}

TEST_F(Read, AnotherModelIsAskedForByName) {
  const Ended missing = read({"--model", model_file("md"), "--model", "fr_core_news_sm-0.0.0", "-"}, {.input = kFlood});
  EXPECT_NE(missing.code, 0);
  EXPECT_NE(missing.err.find("fr_core_news_sm-0.0.0"), std::string::npos) << missing.err;
}

TEST_F(Read, TakesStandardInput) {
  const Ended ended = read({"-"}, {.input = kFlood});
  EXPECT_EQ(ended.code, 0);
  ASSERT_EQ(lines(ended.out).size(), 1U);
  EXPECT_EQ(json::parse(ended.out)["report"]["text"], kFlood);
}

/// Every span of a printed report lies in its text, wherever in the object it stands.
void expect_spans_inside(const json& value, std::size_t size) {
  if (value.is_object()) {
    for (const auto& [key, inner] : value.items()) {
      if (key == "span" && !inner.is_null()) {
        ASSERT_EQ(inner.size(), 2U);
        EXPECT_LE(inner[0], inner[1]);
        EXPECT_LE(inner[1], size);
      }
      expect_spans_inside(inner, size);
    }
  } else if (value.is_array()) {
    for (const auto& inner : value) expect_spans_inside(inner, size);
  }
}

TEST_F(Read, TheReportsOfTheProjectComeOutWithAllKeysAndSpansInside) {
  std::vector<std::string> arguments = {"--with", "tokens"};
  for (const auto& entry : std::filesystem::directory_iterator(std::string(kSources) + "/examples"))
    if (entry.path().extension() != ".md") arguments.push_back(entry.path().string());
  const Ended ended = read(arguments);
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_GE(lines(ended.out).size(), 12U);
  for (const std::string& line : lines(ended.out)) {
    const json report = json::parse(line);
    for (const char* key : {"schema", "offsets", "engine", "report", "sentences", "tokens", "actors", "statements",
                            "times", "figures", "places", "events"})
      EXPECT_TRUE(report.contains(key)) << key;
    const std::string text = report["report"]["text"];
    expect_spans_inside(report, OffsetMap(text, OffsetUnit::codepoint).size());
    for (const json& said : report["statements"]) EXPECT_LT(said["sentence"], report["sentences"].size());
    for (const json& token : report["tokens"]) EXPECT_LT(token["head"], report["tokens"].size());
  }
}

TEST_F(Read, StopsAfterTheLanguageModelWhenAsked) {
  const json report = json::parse(read({"--only", "language", "--with", "tokens", "-"}, {.input = kFlood}).out);
  EXPECT_GT(report["tokens"].size(), 40U);
  EXPECT_EQ(report["actors"], json::array());
  EXPECT_EQ(report["statements"], json::array());
}

TEST_F(Read, PrintsConllu) {
  const Ended ended = read({"--format", "conllu", "-"}, {.input = "Ana Kos left."});
  EXPECT_TRUE(contains(ended.out, "# text = Ana Kos left.\n1\tAna\t")) << ended.out;
  EXPECT_TRUE(ended.out.ends_with("\n\n"));
}

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The files of tests/cli/golden, written by the script there: a change of a single byte shows.
TEST_F(Read, PrintsWhatItPrintedBefore) {
  const std::string golden = std::string(kSources) + "/tests/cli/golden";
  std::string printed = read({"--only", "language", "--with", "tokens", golden + "/dam.txt"}).out;
  const std::size_t engine = printed.find("\"engine\":{");
  printed.erase(engine, printed.find("},", engine) + 2 - engine);
  EXPECT_EQ(printed, bytes_of(golden + "/dam.json"));
  EXPECT_EQ(read({"--only", "language", "--format", "conllu", golden + "/dam.txt"}).out,
            bytes_of(golden + "/dam.conllu"));
}

TEST_F(Read, PrintsTextForPeopleWithColourOnlyWhenAsked) {
  const Ended plain = read({"--format", "text", "-"}, {.input = kFlood});
  EXPECT_TRUE(contains(plain.out, "Flood reaches Oru\n")) << plain.out;
  EXPECT_TRUE(contains(plain.out, "Who said what\n"));
  EXPECT_FALSE(contains(plain.out, "\x1b"));
  EXPECT_TRUE(contains(read({"--format", "text", "--color=always", "-"}, {.input = kFlood}).out, "\x1b[1m"));
}

TEST_F(Read, GivesTheSameBytesOnAnyNumberOfThreads) {
  std::string many;
  for (int i = 0; i < 60; ++i) {
    std::string text;
    for (int repeat = 0; repeat <= i * 7 % 13; ++repeat) text += kFlood;
    many += jsonl("r" + std::to_string(i), text);
    if (i % 10 == 3) many += "{\"text\": \"cut\n";
  }
  const std::string file = folder_.write("many.jsonl", many);
  const Ended one = read({"--threads", "1", "--with", "tokens", file});
  EXPECT_EQ(one.code, 4);
  EXPECT_EQ(lines(one.out).size(), 60U);
  for (const char* threads : {"2", "3", "8"}) {
    const Ended ended = read({"--threads", threads, "--with", "tokens", file});
    EXPECT_EQ(ended.code, 4);
    EXPECT_TRUE(ended.out == one.out) << threads << " threads print other bytes than one";
    EXPECT_EQ(ended.err, one.err);
  }
}

TEST_F(Read, TellsHowFarItIsWhenAsked) {
  const Ended ended = read({"--progress", "-"}, {.input = kFlood});
  EXPECT_TRUE(ended.err.starts_with("sitcen: 1 report read; 36 words in ")) << ended.err;
  EXPECT_EQ(read({"-"}, {.input = kFlood}).err, "");
}

// Bad input: each is said with file, place and reason, and nothing else is lost.

class BadInput : public Read {
 protected:
  void SetUp() override {
    Read::SetUp();
    good_ = folder_.write("good.jsonl", jsonl("good", kFlood));
  }

  /// Reads the bad input between two good ones.
  Ended read_between(const std::string& bad, std::vector<std::string> options = {}) {
    options.insert(options.end(), {good_, bad, good_});
    return read(options);
  }

  std::string good_;
};

TEST_F(BadInput, NotUtf8) {
  const std::string file = folder_.write("koi.txt", "Reka \xD2\xC5\xCB\xC1 rises.");
  const Ended ended = read_between(file);
  EXPECT_EQ(ended.code, 4);
  EXPECT_EQ(ids(ended.out), (Ids{"good", "good"}));
  EXPECT_EQ(ended.err, "sitcen: " + file + ": the text is not UTF-8 (byte 0xD2 at offset 5); try --encoding\n");
  const Ended decoded = read({"--encoding", "koi8-r", file});
  EXPECT_EQ(decoded.code, 0);
  EXPECT_EQ(json::parse(decoded.out)["report"]["text"], "Reka река rises.");
}

TEST_F(BadInput, UnknownEncoding) {
  const Ended ended = read({"--encoding", "utf-9", good_});
  EXPECT_EQ(ended.code, 2);
  EXPECT_EQ(ended.err, "sitcen: unknown encoding utf-9\n");
}

TEST_F(BadInput, Empty) {
  const std::string file = folder_.write("empty.txt", "");
  const Ended ended = read_between(file);
  EXPECT_EQ(ended.code, 4);
  EXPECT_EQ(ids(ended.out), (Ids{"good", "good"}));
  EXPECT_EQ(ended.err, "sitcen: " + file + ": the report has no text\n");
}

TEST_F(BadInput, AHundredMegabytesInOneLine) {
  constexpr std::size_t kSize = 100'000'000;
  const std::string file = folder_.path("long.jsonl");
  {
    std::ofstream out(file, std::ios::binary);
    out << "{\"text\": \"" << std::string(kSize, 'x') << "\"}\n" << jsonl("after", "Rain fell.");
  }
  const Ended ended = read_between(file);
  EXPECT_EQ(ended.code, 4);
  EXPECT_EQ(ids(ended.out), (Ids{"good", "after", "good"}));
  EXPECT_TRUE(contains(ended.err, file + ": line 1: the report has 100000012 bytes, more than the limit of"))
      << ended.err;

  const std::string text = folder_.write("long.txt", std::string(kSize, 'x'));
  const Ended refused = read_between(text);
  EXPECT_EQ(refused.code, 4);
  EXPECT_EQ(ids(refused.out), (Ids{"good", "good"}));
  EXPECT_TRUE(contains(refused.err, "split it or raise --max-report-bytes")) << refused.err;
}

TEST_F(BadInput, LongerThanTheLimit) {
  const std::string file = folder_.write("two.jsonl", jsonl("long", std::string(500, 'x')) + jsonl("short", "Rain."));
  const Ended ended = read_between(file, {"--max-report-bytes", "400"});
  EXPECT_EQ(ended.code, 4);
  EXPECT_EQ(ids(ended.out), (Ids{"good", "short", "good"}));
  EXPECT_EQ(ended.err, "sitcen: " + file +
                           ": long: the report has 500 bytes, more than the limit of 400; split it or raise "
                           "--max-report-bytes\n");
}

TEST_F(BadInput, JsonLinesCutInTheMiddle) {
  const std::string file = folder_.write("cut.jsonl", jsonl("one", "Rain.") + "{\"id\": \"two\", \"te\n" +
                                                          jsonl("three", "Sun.") + "{\"id\": \"four\", \"text\": \"Sn");
  const Ended ended = read_between(file);
  EXPECT_EQ(ended.code, 4);
  EXPECT_EQ(ids(ended.out), (Ids{"good", "one", "three", "good"}));
  ASSERT_EQ(lines(ended.err).size(), 2U) << ended.err;
  EXPECT_TRUE(contains(lines(ended.err)[0], file + ": line 2: not a JSON report: "));
  EXPECT_TRUE(contains(lines(ended.err)[1], file + ": line 4: not a JSON report: "));
}

TEST_F(BadInput, AFolder) {
  std::filesystem::create_directories(folder_.path("reports/deep"));
  std::filesystem::create_directories(folder_.path("reports/.hidden"));
  folder_.write("reports/b.jsonl", jsonl("b", "Rain."));
  folder_.write("reports/deep/a.jsonl", jsonl("a", "Sun."));
  folder_.write("reports/.hidden/c.jsonl", jsonl("c", "Snow."));
  const std::string path = folder_.path("reports");
  const Ended ended = read_between(path);
  EXPECT_EQ(ended.code, 4);
  EXPECT_EQ(ids(ended.out), (Ids{"good", "good"}));
  EXPECT_TRUE(contains(ended.err, path + ": is a folder") && contains(ended.err, "--recursive")) << ended.err;
  const Ended below = read_between(path, {"--recursive"});
  EXPECT_EQ(below.code, 0) << below.err;
  EXPECT_EQ(ids(below.out), (Ids{"good", "b", "a", "good"}));
}

TEST_F(BadInput, AMissingFile) {
  const std::string path = folder_.path("nowhere.txt");
  const Ended ended = read_between(path);
  EXPECT_EQ(ended.code, 4);
  EXPECT_EQ(ids(ended.out), (Ids{"good", "good"}));
  EXPECT_EQ(ended.err, "sitcen: " + path + ": no such file\n");
  EXPECT_EQ(read({path}).code, 3);
}

TEST_F(BadInput, ADevice) {
  const Ended ended = read_between("/dev/zero");
  EXPECT_EQ(ended.code, 4);
  EXPECT_EQ(ids(ended.out), (Ids{"good", "good"}));
  EXPECT_TRUE(contains(ended.err, "/dev/zero: is a device, not a file")) << ended.err;
}

TEST_F(BadInput, AFileNameCannotTalkToTheTerminal) {
  const Ended ended = read({folder_.path("\x1b[2Jx")});
  EXPECT_EQ(ended.code, 3);
  EXPECT_FALSE(contains(ended.err, "\x1b"));
}

TEST_F(BadInput, NobodyReadsTheOutput) {
  const Ended ended = read({good_, good_}, {.nobody_reads = true});
  EXPECT_EQ(ended.code, 0);
  EXPECT_EQ(ended.err, "");
}

TEST_F(BadInput, TheDiskIsFull) {
  const Ended ended = read({good_}, {.output_file = "/dev/full"});
  EXPECT_EQ(ended.code, 1);
  EXPECT_EQ(ended.err, "sitcen: standard output: cannot be written: No space left on device\n");
}

TEST_F(BadInput, NoModel) {
  const Ended missing = read({"--model", folder_.path("none.sitmodel"), good_});
  EXPECT_EQ(missing.code, 3);
  EXPECT_TRUE(contains(missing.err, "none.sitmodel: no such file")) << missing.err;
  const Ended damaged = read({"--model", folder_.write("bad.sitmodel", std::string(4096, 'x')), good_});
  EXPECT_EQ(damaged.code, 1);
  EXPECT_TRUE(contains(damaged.err, "bad.sitmodel is damaged")) << damaged.err;
}

}  // namespace
}  // namespace sitcen::test
