#include "sitcen/result.h"

#include <gtest/gtest.h>

namespace sitcen {
namespace {

TEST(Result, TextIsFilledInOrder) {
  const auto error = fail(ErrorCode::not_utf8, {"FF", "17"});
  EXPECT_EQ(error.value().message, "the text is not UTF-8 (byte 0xFF at offset 17); try --encoding");
  EXPECT_EQ(info(ErrorCode::not_utf8).exit_code, 4);
  EXPECT_EQ(info(ErrorCode::not_utf8).http_status, 422);
}

TEST(Result, EveryCodeHasItsOwnRow) {
  for (int i = 0; i <= static_cast<int>(ErrorCode::interrupted); ++i) {
    const auto code = static_cast<ErrorCode>(i);
    EXPECT_EQ(info(code).code, code);
    EXPECT_GT(info(code).exit_code, 0);
    EXPECT_GE(info(code).http_status, 400);
  }
}

}  // namespace
}  // namespace sitcen
