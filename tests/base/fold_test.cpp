#include "base/fold.h"

#include <gtest/gtest.h>

namespace sitcen::base {
namespace {

TEST(Fold, CaseAccentsStopsAndKindsOfSpaceDoNotMatter) {
  EXPECT_EQ(fold("Ana Koš"), "ana kos");
  EXPECT_EQ(fold("ANA\u00A0 KOS"), "ana kos");
  EXPECT_EQ(fold("Ło\u0301dź-Strauß"), "lodz strauss");
  EXPECT_EQ(fold("J. R. O\u2019Brien"), "j r o'brien");
  EXPECT_EQ(fold("Ørsted\n"), "orsted");
  EXPECT_EQ(fold("  "), "");
}

TEST(Fold, OtherScriptsKeepTheirLetters) {
  EXPECT_EQ(fold("Лукашенко"), "лукашенко");
  EXPECT_EQ(fold("習近平"), "習近平");
}

}  // namespace
}  // namespace sitcen::base
