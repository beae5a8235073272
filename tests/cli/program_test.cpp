#include <gtest/gtest.h>

#include "base/suggest.h"
#include "sitcen.h"

namespace sitcen::test {
namespace {

using ::testing::Test;

TEST(Program, TellsWhatItIs) {
  const Ended ended = sitcen({"--version"});
  EXPECT_EQ(ended.code, 0);
  EXPECT_TRUE(ended.out.starts_with("sitcen 0.1.0\n")) << ended.out;
  EXPECT_TRUE(contains(ended.out, "sitcen.read/1"));
  EXPECT_TRUE(contains(ended.out, "sha256:"));
}

TEST(Program, ExplainsItselfWhenCalledWithNothing) {
  const Ended ended = sitcen({});
  EXPECT_EQ(ended.code, 2);
  EXPECT_TRUE(contains(ended.out, "Usage: sitcen COMMAND"));
}

TEST(Program, EveryCommandOfTheOverviewHasAHelpPageWithExamples) {
  const std::string overview = sitcen({"help"}).out;
  std::size_t pages = 0;
  bool in_list = false;
  for (const std::string& line : lines(overview)) {
    if (line == "Commands") in_list = true;
    if (!in_list || !line.starts_with("  ") || line[2] == ' ') continue;
    const std::string name = line.substr(2, line.find(' ', 2) - 2);
    const Ended by_help = sitcen({"help", name});
    EXPECT_EQ(by_help.code, 0) << name;
    EXPECT_TRUE(contains(by_help.out, "Examples")) << name;
    EXPECT_EQ(by_help.out, sitcen({name, "--help"}).out) << name;
    ++pages;
  }
  EXPECT_GE(pages, 2U);
}

TEST(Program, SaysWhatWasProbablyMeant) {
  const Ended command = sitcen({"hepl"});
  EXPECT_EQ(command.code, 2);
  EXPECT_EQ(command.out, "");
  EXPECT_TRUE(contains(command.err, "no command hepl; did you mean help?")) << command.err;
  const Ended option = sitcen({"completion", "--hlep"});
  EXPECT_EQ(option.code, 2);
  EXPECT_TRUE(contains(option.err, "unknown option --hlep; did you mean --help?")) << option.err;
}

TEST(Program, RefusesAValueThatIsNotInTheList) {
  const Ended ended = sitcen({"completion", "tcsh"});
  EXPECT_EQ(ended.code, 2);
  EXPECT_TRUE(contains(ended.err, "tcsh not in {bash,zsh,fish}")) << ended.err;
}

TEST(Program, OfAnOptionGivenTwiceTheLastCounts) {
  EXPECT_TRUE(contains(sitcen({"read", "--threads", "2", "--threads", "none", "x"}).err, "none"));
  EXPECT_EQ(sitcen({"read", "--color", "always", "--color", "never", "/nowhere"}).code, 3);
}

TEST(Program, AnUnknownCommandCannotTalkToTheTerminal) {
  const Ended ended = sitcen({"\x1b]0;title\x07"});
  EXPECT_EQ(ended.code, 2);
  EXPECT_FALSE(contains(ended.err, "\x1b"));
}

TEST(Program, EndsQuietlyWhenNobodyReads) {
  const Ended ended = sitcen({"help"}, {.nobody_reads = true});
  EXPECT_EQ(ended.code, 0);
  EXPECT_EQ(ended.err, "");
}

TEST(Program, SaysThatTheDiskIsFull) {
  const Ended ended = sitcen({"help"}, {.output_file = "/dev/full"});
  EXPECT_EQ(ended.code, 1);
  EXPECT_EQ(ended.err, "sitcen: standard output: cannot be written: No space left on device\n");
}

TEST(Program, CompletionKnowsCommandsOptionsAndValues) {
  const std::string script = sitcen({"completion", "bash"}).out;
  EXPECT_TRUE(contains(script, "completion) words=\"-h --help\""));
  EXPECT_TRUE(contains(sitcen({"completion", "fish"}).out, "-a completion"));
  EXPECT_TRUE(sitcen({"completion", "zsh"}).out.starts_with("#compdef sitcen\n"));
}

TEST(Suggest, ForgivesOneSlipInThreeLetters) {
  const std::vector<std::string> known = {"read", "ingest", "--threads", "--json"};
  EXPECT_EQ(base::suggest("raed", known), "read");
  EXPECT_EQ(base::suggest("injest", known), "ingest");
  EXPECT_EQ(base::suggest("--treads", known), "--threads");
  EXPECT_EQ(base::suggest("banana", known), std::nullopt);
  EXPECT_EQ(base::suggest("", known), std::nullopt);
  EXPECT_EQ(base::suggest(std::string(100'000, 'x'), known), std::nullopt);
}

}  // namespace
}  // namespace sitcen::test
