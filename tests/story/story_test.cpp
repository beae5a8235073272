#include "story.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <sstream>

#include "expect.h"
#include "places.h"
#include "reading/reader.h"
#include "sitcen/engine.h"

namespace sitcen::story {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> story_files() {
  std::vector<fs::path> out;
  for (const fs::directory_entry& e : fs::directory_iterator(fs::path(test::kSources) / "tests/story"))
    if (e.path().extension() == ".story") out.push_back(e.path());
  std::ranges::sort(out);
  return out;
}

std::string bytes(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return std::move(out).str();
}

class Stories : public testing::TestWithParam<fs::path> {};

TEST_P(Stories, IsReadAsItTells) {
  const auto story = parse_story(bytes(GetParam()), fs::relative(GetParam(), test::kSources));
  ASSERT_TRUE(story) << story.error();
  const auto wanted = story->options.find("model");
  const bool is_default = wanted == story->options.end();
  const std::string file = is_default ? test::model_file("md") : test::other_model_file(wanted->second);
  if (!fs::exists(file))
    GTEST_SKIP() << "no model at " << file << ": ./dev test" << (is_default ? "" : " --long") << " imports it";
  const auto model = open_model(file);
  ASSERT_TRUE(model) << model.error().message;
  auto engine = Engine::create(*model);
  ASSERT_TRUE(engine) << engine.error().message;
  reading::Knowledge knowledge = reading::load_knowledge(info(**model).language);
  if (fs::exists(test::gazetteer_file())) {
    auto gazetteer = reading::Gazetteer::open(test::gazetteer_file());
    ASSERT_TRUE(gazetteer) << gazetteer.error().message;
    knowledge.gazetteer = std::move(*gazetteer);
  }
  reading::ReadOptions options;
  const auto scope = story->options.find("statements");
  if (scope != story->options.end() && scope->second == "wide") options.statements = reading::StatementScope::wide;

  std::vector<reading::Reading> readings;
  for (const Report& report : story->reports) {
    reading::Reading r;
    r.report = std::make_unique<Report>(report);
    const auto read = engine->read(r.report->text, r.document);
    ASSERT_TRUE(read) << read.error().message;
    r.findings = reading::read_findings(*r.report, r.document, knowledge, options);
    if (!r.report->published) r.report->published = r.findings.published;
    readings.push_back(std::move(r));
  }
  for (const std::string& message : unmet(*story, readings)) ADD_FAILURE() << message;
}

INSTANTIATE_TEST_SUITE_P(Told, Stories, testing::ValuesIn(story_files()), [](const auto& test) {
  std::string name = test.param.stem().string();
  std::ranges::replace_if(name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
  return name;
});

TEST(StoryFormat, NamesFileAndLineOfWhatItCannotRead) {
  const auto story = parse_story("report northmere 2031-03-12T10:00Z\n  Rain fell.\nexpects statement\n", "rain.story");
  ASSERT_FALSE(story);
  EXPECT_EQ(story.error(), "rain.story:3: \"expects\" is none of report, expect, with");
}

TEST(StoryFormat, KeepsParagraphsAndKeys) {
  const auto story = parse_story(
      "report northmere 2031-03-12T10:00Z\n  Rain fell.\n\n  It stopped.\n\n"
      "expect no statement speaker=\"Ana \\\"Red\\\" Kos\" kind=direct \"It ...\"\n",
      "rain.story");
  ASSERT_TRUE(story) << story.error();
  EXPECT_EQ(story->reports.front().text, "Rain fell.\n\nIt stopped.");
  const Expectation& e = story->expectations.front();
  EXPECT_FALSE(e.wanted);
  EXPECT_EQ(e.line, 6);
  EXPECT_EQ(e.keys.at("speaker"), "Ana \"Red\" Kos");
  EXPECT_EQ(e.words, "It ...");
}

TEST(StoryFormat, AnUnknownKeyIsNoSilentPass) {
  auto story = parse_story("report n 2031-03-12T10:00Z\n  Rain fell.\nexpect no statement speeker=X\n", "rain.story");
  ASSERT_TRUE(story) << story.error();
  const auto messages = unmet(*story, {});
  ASSERT_EQ(messages.size(), 1U);
  EXPECT_EQ(messages.front(), "rain.story:3: a statement has no \"speeker\"");
}

}  // namespace
}  // namespace sitcen::story
