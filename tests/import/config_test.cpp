#include "language/import/config.h"

#include <gtest/gtest.h>

namespace sitcen::language {
namespace {

TEST(Config, ValuesAreJsonAndMayStandForOthers) {
  const auto config = Config::parse(R"(# a comment
[nlp]
lang = "en"
pipeline = ["tok2vec","tagger"]
size = 256
off = null

[embed]
width = ${encode:width}
rows = [
  1,
  2
  ]
loop = ${embed.loop}

[encode]
width = 96
flag = false
)");
  ASSERT_TRUE(config) << config.error();
  EXPECT_EQ(config->text("nlp", "lang"), "en");
  EXPECT_EQ(config->integer("embed", "width"), 96);
  EXPECT_EQ(config->boolean("encode", "flag"), false);
  EXPECT_EQ(config->texts("nlp", "pipeline"), (std::vector<std::string>{"tok2vec", "tagger"}));
  EXPECT_EQ(config->integers("embed", "rows"), (std::vector<std::int64_t>{1, 2}));
  EXPECT_EQ(config->raw("nlp", "off"), "null");
  EXPECT_FALSE(config->text("nlp", "off"));
  EXPECT_FALSE(config->raw("embed", "loop"));
  EXPECT_FALSE(config->raw("nlp", "missing"));
  EXPECT_TRUE(config->has_section("encode"));
}

TEST(Config, WhatIsNotAConfigSaysWhichLine) {
  EXPECT_EQ(Config::parse("[a]\nb\n").error(), "line 2: neither a section nor key = value");
  EXPECT_EQ(Config::parse("a = 1").error(), "line 1: a value before the first section");
  EXPECT_EQ(Config::parse("[a").error(), "line 1: a section without ]");
}

}  // namespace
}  // namespace sitcen::language
