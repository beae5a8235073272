#include "cli/terminal.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <sstream>

#include "base/utf8.h"

namespace sitcen::cli {
namespace {

const Terminal kPlain{};
const Terminal kColor{.interactive = true, .color = true, .width = 80};

TEST(Terminal, CountsColumnsNotBytes) {
  EXPECT_EQ(columns("Kyiv"), 4U);
  EXPECT_EQ(columns("Київ"), 4U);
  EXPECT_EQ(columns("北京"), 4U);
  EXPECT_EQ(columns("e\u0301"), 1U);
  EXPECT_EQ(columns("\U0001F600"), 2U);
}

TEST(Terminal, PadsAndClipsToColumns) {
  EXPECT_EQ(pad("北京", 6), "北京  ");
  EXPECT_EQ(pad("too wide", 3), "too wide");
  EXPECT_EQ(clip("a long headline", 8), "a long…");
  EXPECT_EQ(clip("北京的早晨", 6), "北京…");
  EXPECT_EQ(clip("short", 5), "short");
}

TEST(Terminal, AReportCannotTalkToIt) {
  EXPECT_EQ(printable("red \x1b[31m bell \x07"), "red \uFFFD[31m bell \uFFFD");
  EXPECT_EQ(printable("abc \u202Etxt.exe"), "abc \uFFFDtxt.exe");
  EXPECT_EQ(printable("two\r\n\tlines\u2029and more"), "two lines and more");
  EXPECT_EQ(printable("10\u00A0km"), "10\u00A0km");
}

TEST(Wrap, BreaksBetweenWords) {
  EXPECT_EQ(wrap("The river burst its banks on Monday.", {0, 2, 14}),
            "The river\n  burst its\n  banks on\n  Monday.\n");
}

TEST(Wrap, CutsAWordThatNoLineCanHold) {
  EXPECT_EQ(wrap("see https://example.org/a/long/path now", {0, 0, 12}),
            "see\nhttps://exam\nple.org/a/lo\nng/path now\n");
}

TEST(Wrap, BreaksBetweenWideCharactersButNotBeforeTheirFullStop) {
  EXPECT_EQ(wrap("北京的早晨。", {0, 0, 10}), "北京的早\n晨。\n");
}

TEST(Wrap, KeepsWordsTogetherAcrossStyles) {
  const std::vector<StyledText> runs = {{"he said ", Style::dim}, {"\u201Cyes", Style::quote}, {"\u201D.", Style::dim}};
  EXPECT_EQ(wrap(runs, {0, 0, 12}, kPlain), "he said\n\u201Cyes\u201D.\n");
}

TEST(Wrap, NoStyleReachesOverTheEndOfALine) {
  const std::vector<StyledText> runs = {{"one two three four", Style::strong}};
  EXPECT_EQ(wrap(runs, {0, 0, 9}, kColor), "\x1b[1mone two\x1b[0m\n\x1b[1mthree\x1b[0m\n\x1b[1mfour\x1b[0m\n");
}

TEST(Wrap, NothingGivesNothing) { EXPECT_EQ(wrap(" \n ", {4, 4, 20}), ""); }

std::string without_spaces(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' && c != '\n') out += c;
  return out;
}

RC_GTEST_PROP(Wrap, LosesNoCharacterAndKeepsToTheWidth, ()) {
  const auto letters = *rc::gen::container<std::vector<char32_t>>(
      rc::gen::element<char32_t>(U'a', U'b', U' ', U' ', U'\n', U'.', U'\u0301', U'\u5317', U'\U0001F600', U'\u00E9'));
  const std::size_t width = *rc::gen::inRange<std::size_t>(4, 30);
  const std::size_t indent = *rc::gen::inRange<std::size_t>(0, 2);
  std::string text;
  for (const char32_t letter : letters) base::append_utf8(text, letter);
  const std::string wrapped = wrap(text, {indent, indent, width});
  RC_ASSERT(without_spaces(wrapped) == without_spaces(text));
  std::istringstream in(wrapped);
  for (std::string line; std::getline(in, line);) {
    RC_ASSERT(columns(line) <= width);
    RC_ASSERT(!line.ends_with(' '));
  }
}

}  // namespace
}  // namespace sitcen::cli
