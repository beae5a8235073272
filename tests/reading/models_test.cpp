#include "reading/models.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "places.h"

namespace sitcen::reading {
namespace {

Report in_language(std::optional<std::string> tag, std::optional<double> score = {}) {
  Report report;
  report.language = std::move(tag);
  report.language_score = score;
  return report;
}

TEST(Models, ALanguageIsSureWhenItIsGivenOrIdentifiedWell) {
  EXPECT_EQ(sure_language(in_language("fr")), "fr");
  EXPECT_EQ(sure_language(in_language("FR-ca")), "fr");
  EXPECT_EQ(sure_language(in_language("es", 0.5)), "es");
  EXPECT_EQ(sure_language(in_language("es", 0.49)), std::nullopt);
  EXPECT_EQ(sure_language(in_language("und")), std::nullopt);
  EXPECT_EQ(sure_language(in_language("")), std::nullopt);
  EXPECT_EQ(sure_language(in_language("English")), std::nullopt);
  EXPECT_EQ(sure_language(in_language("../f")), std::nullopt);
  EXPECT_EQ(sure_language(in_language({})), std::nullopt);
}

TEST(Models, TheFirstReadsItsOwnLanguageAndWhatIsNotSureOthersAreLookedForOnce) {
  ASSERT_TRUE(std::filesystem::exists(test::model_file("sm"))) << "./dev test imports it";
  const auto english = open_model(test::model_file("sm")).value();
  std::vector<std::string> asked;
  Models models(english, nullptr, [&](std::string_view language) -> Result<std::shared_ptr<const Model>> {
    asked.emplace_back(language);
    if (language == "xx") return fail(ErrorCode::model_damaged, {"xx.sitmodel", "it is cut"});
    return language == "fr" ? english : nullptr;
  });
  for (const Report& report : {in_language("en-GB"), in_language({}), in_language("fr", 0.2)})
    EXPECT_EQ(models.of(report).value(), &models.first());
  EXPECT_TRUE(asked.empty());
  const LanguageReader* french = models.of(in_language("fr")).value();
  ASSERT_NE(french, nullptr);
  EXPECT_NE(french, &models.first());
  EXPECT_EQ(french->knowledge.language, "fr");
  EXPECT_EQ(models.of(in_language("fr-BE", 0.9)).value(), french);
  EXPECT_EQ(models.of(in_language("de")).value(), nullptr);
  EXPECT_EQ(models.of(in_language("de")).value(), nullptr);
  EXPECT_EQ(models.of(in_language("xx")).error().code, ErrorCode::model_damaged);
  EXPECT_EQ(models.of(in_language("xx")).error().code, ErrorCode::model_damaged);
  EXPECT_EQ(asked, (std::vector<std::string>{"fr", "de", "xx"}));
}

}  // namespace
}  // namespace sitcen::reading
