#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "language/frozen_table.h"
#include "language/type_table.h"
#include "small_model.h"

namespace sitcen::language {
namespace {

RC_GTEST_PROP(FrozenTable, FindsWhatWasWrittenAndNothingElse,
              (std::set<std::string> keys, std::set<std::string> others)) {
  const std::vector<std::string> list(keys.begin(), keys.end());
  ModelFileWriter out;
  FrozenTable::write(out, "t", list);
  const auto file = model_file_of(out.finish(kModelFile), "test").value();
  const auto table = FrozenTable::load(*file, "t");
  RC_ASSERT(table.has_value());
  RC_ASSERT(table->size() == list.size());
  for (std::uint32_t i = 0; i < list.size(); ++i) {
    RC_ASSERT(table->find(list[i]) == i);
    RC_ASSERT(table->key(i) == list[i]);
  }
  for (const std::string& other : others) RC_ASSERT(table->find(other).has_value() == keys.contains(other));
}

TEST(FrozenTable, TablesThatDoNotFitTogetherAreDamage) {
  const auto load = [](std::vector<std::uint32_t> ends, std::vector<std::uint32_t> slots) {
    ModelFileWriter out;
    out.add_text("t.bytes", "abc");
    out.add("t.ends", std::span<const std::uint32_t>(ends));
    out.add("t.slots", std::span<const std::uint32_t>(slots));
    const auto file = model_file_of(out.finish(kModelFile), "test").value();
    return FrozenTable::load(*file, "t").has_value();
  };
  EXPECT_TRUE(load({1, 3}, {0, 1, 2, 0}));
  EXPECT_FALSE(load({1, 4}, {0, 1, 2, 0}));  // past the bytes
  EXPECT_FALSE(load({3, 1}, {0, 1, 2, 0}));  // backwards
  EXPECT_FALSE(load({1, 3}, {0, 1, 3, 0}));  // no third string
  EXPECT_FALSE(load({1, 3}, {1, 1, 2, 2}));  // a search would not end
  EXPECT_FALSE(load({1, 3}, {0, 1, 2}));     // no power of two
  EXPECT_FALSE(load({1, 3}, {}));
}

RC_GTEST_PROP(TypeTable, SameSpellingAndNormSameNumber, (std::vector<std::pair<std::string, bool>> words)) {
  test::SmallTokenizer small;
  TypeTable table(small.lexicon);
  std::map<std::pair<std::string, bool>, std::uint32_t> numbers;
  for (auto& [word, has_norm] : words) {
    std::erase_if(word, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (word.empty()) continue;
    const std::uint32_t number = table.number_of(word, has_norm ? 5 : 0);
    const auto [at, is_new] = numbers.try_emplace({word, has_norm}, number);
    RC_ASSERT(at->second == number);
    RC_ASSERT(table.text(number) == word);
    RC_ASSERT(!has_norm || table[number].norm == 5U);
  }
  RC_ASSERT(table.size() == numbers.size());
}

TEST(TypeTable, SpellingsThatAreNoWordsAreNeitherKeptNorShared) {
  test::SmallTokenizer small;
  TypeTable table(small.lexicon);
  const std::string word(TypeTable::kLongestKept + 1, 'a');
  EXPECT_NE(table.number_of(word, 0), table.number_of(word, 0));
  EXPECT_EQ(table.text(0), "");
  EXPECT_EQ(table[0].orth, table[1].orth);
}

}  // namespace
}  // namespace sitcen::language
