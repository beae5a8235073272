#include "language/layers/row_cache.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace sitcen::language {
namespace {

constexpr std::size_t kWidth = 16;

TEST(RowCache, WhatARoundUsesStaysAndTellsTheTruthForAnySequence) {
  std::mt19937 random(11);
  RowCache cache(20, kWidth);
  for (int round = 0; round < 3000; ++round) {
    if (round % 500 == 499) cache.clear();
    cache.begin_round(100);
    std::set<std::uint32_t> keys;
    while (keys.size() < 1 + random() % 20)
      keys.insert(static_cast<std::uint32_t>(random() % (round % 2 == 0 ? 30 : 100)));
    for (const std::uint32_t key : keys) {
      const RowCache::Row row = cache.use(key);
      if (row.is_new) std::fill_n(row.values, kWidth, static_cast<float>(key));
    }
    for (const std::uint32_t key : keys) {
      const RowCache::Row row = cache.use(key);
      ASSERT_FALSE(row.is_new) << round;
      ASSERT_EQ(row.values[kWidth - 1], static_cast<float>(key)) << round;
    }
  }
}

TEST(RowCache, WhatIsUsedOftenOutlivesWhatIsMetOnce) {
  RowCache cache(20, kWidth);
  std::size_t made_again = 0;
  for (std::uint32_t round = 0; round < 1000; ++round) {
    cache.begin_round(1200);
    for (std::uint32_t often = 0; often < 10; ++often) made_again += cache.use(often).is_new && round > 0;
    for (std::uint32_t once = 0; once < 5; ++once) EXPECT_TRUE(cache.use(100 + (round * 5 + once) % 1000).is_new);
  }
  EXPECT_EQ(made_again, 0U);
}

}  // namespace
}  // namespace sitcen::language
