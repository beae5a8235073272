#include "language/import/msgpack.h"

#include <gtest/gtest.h>

#include <limits>

#include "pack.h"

namespace sitcen::language {
namespace {

using test::Pack;
using Kind = MsgpackReader::Kind;

TEST(Msgpack, ReadsWhatTheFormatCanSay) {
  const std::string bytes = std::string("\x83\xA1") + "a\x01\xA1" + "b\xC0\xA1" + "c\x92\xFF\xC3" +
                            std::string("\xCB\x3F\xF0\0\0\0\0\0\0", 9);
  MsgpackReader in(bytes);
  EXPECT_EQ(in.map(), 3U);
  EXPECT_EQ(in.text(), "a");
  EXPECT_EQ(in.integer(), 1);
  EXPECT_EQ(in.text(), "b");
  EXPECT_TRUE(in.null());
  EXPECT_EQ(in.text(), "c");
  EXPECT_EQ(in.array(), 2U);
  EXPECT_EQ(in.integer(), -1);
  EXPECT_TRUE(in.boolean());
  EXPECT_EQ(in.number(), 1.0);
  EXPECT_TRUE(in.ok());
  EXPECT_TRUE(in.at_end());
}

TEST(Msgpack, IntegersOfEveryWidthKeepTheirValue) {
  for (const std::int64_t value :
       {std::int64_t{0}, std::int64_t{-129}, std::int64_t{70000}, std::numeric_limits<std::int64_t>::min(),
        std::numeric_limits<std::int64_t>::max()}) {
    const Pack pack = Pack().integer(value);
    EXPECT_EQ(MsgpackReader(pack.str()).integer(), value);
  }
  EXPECT_EQ(MsgpackReader("\xD0\x80").integer(), -128);
  EXPECT_EQ(MsgpackReader("\xCC\xFF").integer(), 255);
  EXPECT_EQ(MsgpackReader("\xD1\xFF\xFE").integer(), -2);
  const Pack big = Pack().id(~std::uint64_t{0});
  EXPECT_EQ(MsgpackReader(big.str()).unsigned_integer(), ~std::uint64_t{0});
  MsgpackReader too_big(big.str());
  EXPECT_EQ(too_big.integer(), 0);
  EXPECT_FALSE(too_big.ok());
}

TEST(Msgpack, AnErrorSticksAndSaysWhere) {
  MsgpackReader in("\x92\x01\xA1");
  EXPECT_EQ(in.array(), 2U);
  EXPECT_EQ(in.text(), "");
  EXPECT_EQ(in.error(), "byte 1: a text was expected");
  EXPECT_EQ(in.integer(), 0);
  EXPECT_EQ(in.map(), 0U);
  EXPECT_EQ(in.peek(), Kind::nothing);
}

TEST(Msgpack, ACountThatCannotBeTrueIsNotBelieved) {
  MsgpackReader in(std::string_view("\xDD\xFF\xFF\xFF\xFF\x01", 6));
  EXPECT_EQ(in.array(), 0U);
  EXPECT_FALSE(in.ok());
  MsgpackReader map(std::string_view("\xDF\x00\x00\x00\x02\x01\x02\x03", 8));
  EXPECT_EQ(map.map(), 0U);
}

TEST(Msgpack, SkipPassesOverAnythingHoweverDeep) {
  std::string deep(1'000'000, '\x91');
  deep += '\xC0';
  MsgpackReader in(deep);
  EXPECT_EQ(in.skip().size(), deep.size());
  EXPECT_TRUE(in.at_end());

  const Pack pack = Pack().map(2).text("k").array(2).bytes("xx").boolean(false).integer(1).raw(
      "\xD6\x01"
      "abcd");
  MsgpackReader other(pack.str());
  EXPECT_EQ(other.skip(), pack.str());
}

TEST(Msgpack, EveryCutIsAnError) {
  const std::string whole = Pack()
                                .map(2)
                                .text("key")
                                .array(3)
                                .integer(7)
                                .bytes("bytes")
                                .boolean(true)
                                .text("x")
                                .raw(
                                    "\xCA"
                                    "1234")
                                .str();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    MsgpackReader in(std::string_view(whole).substr(0, size));
    in.skip();
    EXPECT_FALSE(in.ok()) << size;
  }
}

}  // namespace
}  // namespace sitcen::language
