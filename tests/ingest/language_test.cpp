#include <gtest/gtest.h>

#include <fstream>

#include "ingest/language_id.h"
#include "reading.h"

namespace sitcen::ingest {
namespace {

struct Said {
  std::string text, language;
};

class Language : public testing::TestWithParam<Said> {};

TEST_P(Language, IsIdentifiedFromASentence) {
  const auto found = LanguageIdentifier().identify(GetParam().text);
  EXPECT_EQ(found ? found->tag : "", GetParam().language);
  EXPECT_TRUE(!found || (found->score > 0.5 && found->score <= 1));
}

INSTANTIATE_TEST_SUITE_P(
    Sentences, Language,
    testing::Values(
        Said{"The ferry to Oru was late again, and nobody at the harbour could say why it had left without us.", "en"},
        Said{"Le bac d'Oru avait encore du retard, et personne au port ne savait pourquoi il était parti sans nous.",
             "fr"},
        Said{"El transbordador de Oru llegó tarde otra vez y nadie en el puerto supo decir por qué zarpó sin nosotros.",
             "es"},
        Said{"Die Fähre nach Oru hatte wieder Verspätung, und niemand im Hafen wusste, warum sie ohne uns ablegte.",
             "de"},
        Said{"Паром до Оры снова опоздал, и никто в порту не мог сказать, почему он ушёл без нас.", "ru"},
        Said{"Пором до Ору знову запізнився, і ніхто в порту не міг сказати, чому він відплив без нас.", "uk"},
        Said{"تأخرت العبارة المتجهة إلى أورو مرة أخرى ولم يستطع أحد في الميناء أن يقول لماذا غادرت بدوننا.", "ar"},
        Said{"המעבורת לאורו איחרה שוב, ואף אחד בנמל לא ידע לומר מדוע היא יצאה בלעדינו הבוקר.", "he"},
        Said{"奥鲁的渡轮又晚点了，港口没有人能说清楚为什么它没有等我们就开走了，天气也很好。", "zh"}));

INSTANTIATE_TEST_SUITE_P(TooLittle, Language,
                         testing::Values(Said{"", ""}, Said{"Port closed.", ""},
                                         Said{"12 345 678 — 90 %\n\n1\n2\n3", ""}));

IngestOptions with_languages(InputKind kind) {
  IngestOptions options;
  options.input = kind;
  options.languages = std::make_shared<const LanguageIdentifier>();
  return options;
}

Report report_of(const std::string& text, const std::string& given) {
  const std::string line =
      "{\"text\": \"" + text + "\"" + (given.empty() ? "" : ", \"language\": \"" + given + "\"") + "}";
  return all_of(ReportSource::from(bytes_of(line), "-", with_languages(InputKind::jsonl))).at(0).value();
}

const std::string kGerman =
    "Die Fähre nach Oru hatte wieder Verspätung, und niemand im Hafen wusste, warum sie ohne uns ablegte. Der Kapitän "
    "sagte am Abend, das Wasser sei zu niedrig gewesen und die Mannschaft habe nicht länger warten können. Am Montag "
    "soll "
    "ein zweites Schiff kommen, wenn der Wind es erlaubt.";

TEST(ReportLanguage, IsTheTextsWhereNoneIsGiven) {
  const Report report = report_of(kGerman, "");
  EXPECT_EQ(report.language, "de");
  EXPECT_GT(report.language_score.value(), 0.9);
  EXPECT_TRUE(report.other_values.empty());
}

TEST(ReportLanguage, StaysAsGivenWhereTheTextAgrees) {
  const Report report = report_of(kGerman, "de-CH");
  EXPECT_EQ(report.language, "de-CH");
  EXPECT_FALSE(report.language_score);
}

TEST(ReportLanguage, ThatIsForSureAnotherThanGivenIsTakenAndTheGivenOneKept) {
  const Report report = report_of(kGerman, "en");
  EXPECT_EQ(report.language, "de");
  ASSERT_EQ(report.other_values.size(), 1U);
  EXPECT_EQ(report.other_values[0].field, MetadataField::language);
  EXPECT_EQ(report.other_values[0].value, "en");
}

TEST(ReportLanguage, OfAFewWordsIsAsGiven) {
  EXPECT_EQ(report_of("Die Fähre nach Oru hatte wieder Verspätung.", "en").language, "en");
}

TEST(ReportLanguage, DoesNotMakeAnotherVersion) {
  EXPECT_EQ(report_of(kGerman, "").version, read("{\"text\": \"" + kGerman + "\"}", InputKind::jsonl).at(0)->version);
}

TEST(LanguageFile, ThatIsAnotherFileIsRefused) {
  const auto file = std::filesystem::temp_directory_path() / "sitcen-no-languages.ftz";
  std::ofstream(file) << "\x14\xB5\xF9\x2F and then nothing that fastText wrote";
  const auto opened = LanguageIdentifier::open(file);
  std::filesystem::remove(file);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::bad_language_file);
  EXPECT_EQ(LanguageIdentifier::open("no/such.ftz").error().code, ErrorCode::file_not_found);
}

}  // namespace
}  // namespace sitcen::ingest
