#include "server/marks.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>

namespace sitcen::server {
namespace {

/// A mark of content; the datum is its place in the list.
std::vector<Mark> marks(std::initializer_list<Span> spans) {
  std::vector<Mark> out;
  for (const Span s : spans) out.push_back({s, MarkRole::content, static_cast<std::uint32_t>(out.size()), 0});
  return out;
}

std::string told(const std::vector<Segment>& segments) {
  std::string out;
  for (const Segment& s : segments) {
    out += std::to_string(s.span.begin) + "-" + std::to_string(s.span.end) + ":";
    for (const std::uint32_t m : s.marks) out += std::to_string(m);
    out += " ";
  }
  return out;
}

TEST(Marks, NestedOnesAreCutAndTheInnermostComesLast) {
  EXPECT_EQ(told(cut({0, 20}, marks({{2, 18}, {5, 10}, {6, 8}}))), "0-2: 2-5:0 5-6:01 6-8:012 8-10:01 10-18:0 18-20: ");
}

TEST(Marks, OverlappingOnesAreBothWhole) {
  EXPECT_EQ(told(cut({0, 12}, marks({{1, 6}, {4, 11}}))), "0-1: 1-4:0 4-6:10 6-11:1 11-12: ");
}

TEST(Marks, OnesThatCrossTheEndsAreCutAndOthersLeftOut) {
  EXPECT_EQ(told(cut({10, 20}, marks({{0, 5}, {3, 12}, {18, 30}, {20, 25}}))), "10-12:1 12-18: 18-20:2 ");
}

TEST(Marks, NoMarksAndNoText) {
  EXPECT_EQ(told(cut({3, 7}, {})), "3-7: ");
  EXPECT_EQ(told(cut({3, 3}, marks({{0, 9}}))), "");
}

RC_GTEST_PROP(Marks, SegmentsCoverThePartAndNameJustTheMarksThatCoverThem, ()) {
  const auto spans = *rc::gen::container<std::vector<std::pair<std::uint8_t, std::uint8_t>>>(
      rc::gen::arbitrary<std::pair<std::uint8_t, std::uint8_t>>());
  Findings findings;
  for (const auto& [a, b] : spans) {
    Statement s;
    s.content = {{std::min(a, b), std::max(a, b)}};
    findings.statements.push_back(s);
  }
  const std::vector<Mark> all = marks_of(findings);
  const std::uint32_t begin = *rc::gen::inRange(0, 128), end = *rc::gen::inRange(128, 255);
  std::uint32_t at = begin;
  for (const Segment& segment : cut({begin, end}, all)) {
    RC_ASSERT(segment.span.begin == at);
    RC_ASSERT(!segment.span.empty());
    at = segment.span.end;
    for (std::uint32_t m = 0; m < all.size(); ++m) {
      const bool named = std::ranges::count(segment.marks, m) == 1;
      RC_ASSERT(named == all[m].span.covers(segment.span));
      RC_ASSERT(named || !all[m].span.overlaps(segment.span));
    }
    RC_ASSERT(
        std::ranges::is_sorted(segment.marks, std::greater{}, [&](std::uint32_t m) { return all[m].span.size(); }));
  }
  RC_ASSERT(at == end);
}

std::vector<std::string> texts(std::string_view text) {
  std::vector<std::string> out;
  for (const Span s : paragraphs(text, {0, static_cast<std::uint32_t>(text.size())}))
    out.emplace_back(text.substr(s.begin, s.size()));
  return out;
}

TEST(Paragraphs, ArePartedByBlankLinesWhereThereAreAny) {
  EXPECT_EQ(texts("\n One\n  two \n \t\nThree\r\n\r\nFour\n"),
            (std::vector<std::string>{"One\n  two", "Three", "Four"}));
}

TEST(Paragraphs, AreLinesWhereThereIsNoBlankLine) {
  EXPECT_EQ(texts("One\ntwo\n"), (std::vector<std::string>{"One", "two"}));
  EXPECT_EQ(texts("   \n\n "), std::vector<std::string>{});
}

}  // namespace
}  // namespace sitcen::server
