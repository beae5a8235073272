#include "server/target.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "base/utf8.h"

namespace sitcen::server {
namespace {

using Words = std::vector<std::string>;

TEST(TargetText, IsTakenApartAndDecoded) {
  const Target t = *parse_target("/reports/a%2Fb%20c?q=two+words%26&limit=5&q=%D0%B0#x");
  EXPECT_EQ(t.segments, (Words{"reports", "a/b c"}));
  EXPECT_EQ(t.path, "/reports/a%2Fb%20c");
  EXPECT_EQ(t.parameter("limit"), "5");
  EXPECT_EQ(t.parameter("q"), "\xD0\xB0");  // the last one
  EXPECT_FALSE(t.parameter("none"));
  EXPECT_EQ(parse_target("/")->segments, Words{});
  EXPECT_EQ(parse_target("http://localhost:8474/a?b")->segments, Words{"a"});
  EXPECT_EQ(parse_target("http://localhost")->path, "/");
}

TEST(TargetText, DoesNotLeaveItsPlace) {
  for (const char* target : {"/..", "/../etc/passwd", "/a/../b", "/%2e%2e/etc", "/a/./b", "/a//b", "/a/", "//a"})
    EXPECT_EQ(parse_target(target).error().code, ErrorCode::not_found) << target;
}

TEST(TargetText, RefusesWhatDoesNotDecode) {
  for (const char* target : {"/%", "/%4", "/%zz", "/%00", "/%ff", "/a?x=%0", "", "reports", "*", "/\x80"})
    EXPECT_EQ(parse_target(target).error().code, ErrorCode::bad_request) << target;
}

RC_GTEST_PROP(TargetText, EncodedTextComesBack, ()) {
  std::string text = "x";  // a segment is not empty, nor . or ..
  for (const std::uint32_t c : *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange(1U, 0x110000U)))
    if (c < 0xD800 || c > 0xDFFF) base::append_utf8(text, c);
  const Target t = *parse_target("/x/" + percent_encode(text) + "?q=" + percent_encode(text));
  RC_ASSERT(t.segments == (Words{"x", text}));
  RC_ASSERT(t.parameter("q") == text);
}

RC_GTEST_PROP(TargetText, AnyBytesGiveATargetOrAnError, (const std::string& bytes)) {
  const Result<Target> t = parse_target("/" + bytes);
  if (!t) return;
  for (const std::string& segment : t->segments) {
    RC_ASSERT(segment != ".." && !segment.empty());
    RC_ASSERT(!base::find_invalid_utf8(segment));
  }
}

}  // namespace
}  // namespace sitcen::server
