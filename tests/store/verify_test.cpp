#include <gtest/gtest.h>

#include "sample.h"
#include "store/store.h"

namespace sitcen::store {
namespace {

using sample::batch;
using sample::flood;
using sample::Folder;
using sample::note;
using sample::opened;
using sample::tamper;
using sample::value;

/// A store with one report, changed behind its back; then checked.
class Verify : public testing::Test {
 protected:
  void SetUp() override { value(opened(folder_ / "s")->add(batch({flood(), note("b", "Two words.")}))); }

  Verification after(const std::string& sql) {
    tamper(folder_ / "s", sql);
    return value(opened(folder_ / "s", Access::read)->verify());
  }
  void expect_fault(const std::string& sql, const std::string& datum, const std::string& what) {
    const auto found = after(sql);
    EXPECT_GE(found.bad, 1U) << sql;
    ASSERT_TRUE(found.first) << sql;
    EXPECT_EQ(found.first->datum, datum);
    EXPECT_NE(found.first->what.find(what), std::string::npos) << found.first->what;
  }

  const Folder folder_;
};

TEST_F(Verify, FindsNothingWrongWithASoundStore) {
  const auto found = value(opened(folder_ / "s", Access::read)->verify());
  EXPECT_EQ(found.bad, 0U);
  EXPECT_FALSE(found.first);
  EXPECT_EQ(found.counts.reports, 2U);
  EXPECT_EQ(found.counts.statements, 2U);
  EXPECT_EQ(found.checked, 24U);  // 3 mentions, 1 role, 8 parts of statements, 2 statements, 4 parts of a figure, time,
                                  // place, event, 3 parties
}

TEST_F(Verify, FindsASpanThatSaysSomethingElse) {
  expect_fault("UPDATE mention SET begin = begin - 1, end = end - 1 WHERE actor = 0 AND number = 1",
               "mention 1 of actor 0", "claims \"She\"");
}

TEST_F(Verify, FindsWordsThatAreNotInTheText) {
  expect_fault("UPDATE statement_words SET words = 'Nine people died.' WHERE words LIKE 'Seven%'",
               "content 0 of statement 0", "the text has \"Seven people died.\"");
}

TEST_F(Verify, FindsAFigureThatIsNotItsWords) {
  expect_fault("UPDATE finding_words SET words = 'Nine' WHERE part = 'core'", "core 0 of figure 0",
               "the text has \"Seven\"");
}

TEST_F(Verify, FindsAFigureInAnotherSentence) {
  expect_fault("UPDATE finding SET sentence = 2 WHERE kind = 'figure'", "span 0 of figure 0", "not in sentence 2");
}

TEST_F(Verify, FindsAFigureWithoutItsValue) {
  expect_fault("DELETE FROM event_figure; DELETE FROM figure", "version",
               "other values than findings of the kind figure");
}

TEST_F(Verify, FindsATimeAPlaceAndAnEventThatAreNotTheirWords) {
  expect_fault("UPDATE finding_words SET begin = begin + 1 WHERE kind = 'time'", "span 0 of time 0",
               "claims \"12 March\"");
  expect_fault(
      "UPDATE finding_words SET begin = begin - 1 WHERE kind = 'time';"
      "UPDATE finding_words SET words = 'Velin' WHERE kind = 'place'",
      "span 0 of place 0", "the text has \"VELIN\"");
  expect_fault(
      "UPDATE finding_words SET words = upper(words) WHERE kind = 'place';"
      "UPDATE finding SET sentence = 2 WHERE kind = 'event'",
      "span 0 of event 0", "not in sentence 2");
  expect_fault("UPDATE finding_words SET words = 'They' WHERE part = 'recipient' AND piece = 1",
               "recipient 1 of event 0", "the text has \"She\"");
}

TEST_F(Verify, FindsAnEventWithoutItsPartiesOrItsValues) {
  expect_fault("DELETE FROM event_party WHERE part = 'recipient' AND piece = 1", "version", "other parties than words");
  expect_fault("DELETE FROM event_party; DELETE FROM event_figure; DELETE FROM event", "version",
               "other values than findings of the kind event");
}

TEST_F(Verify, FindsASpanOutsideTheTextOrInsideACodePoint) {
  expect_fault("UPDATE role SET end = 9000", "role 0 of actor 0", "outside the text");
  expect_fault("UPDATE role SET end = -1", "role 0 of actor 0", "outside the text");
  expect_fault("UPDATE role SET begin = 5, end = 3", "role 0 of actor 0", "ends before it begins");
  expect_fault("UPDATE role SET begin = 17, end = 19", "role 0 of actor 0", "cuts a code point");
  expect_fault("UPDATE role SET begin = 0, end = 4294967296 + 5, words = 'VELIN'", "role 0 of actor 0", "outside");
}

TEST_F(Verify, FindsAWrongSentence) {
  expect_fault("UPDATE mention SET sentence = 2 WHERE actor = 0 AND number = 0", "mention 0 of actor 0",
               "not in sentence 2");
  expect_fault(
      "UPDATE mention SET sentence = 0 WHERE actor = 0 AND number = 0;"
      "UPDATE statement SET sentence = 2 WHERE number = 0",
      "statement 0", "no word in sentence 2");
}

TEST_F(Verify, FindsATextThatWasChanged) {
  expect_fault("UPDATE version_text SET text = replace(text, 'bridge', 'tunnel')", "version", "index of words");
}

TEST_F(Verify, FindsRawBytesThatWereChanged) {
  Arrival page = note("page", "Text.");
  page.report.raw = std::make_shared<const std::string>("<p>Text.");
  value(opened(folder_ / "s")->add(batch({page})));
  EXPECT_EQ(value(opened(folder_ / "s", Access::read)->verify()).bad, 0U);
  expect_fault("UPDATE raw SET sha256 = '0000'", "raw bytes", "their SHA-256 is not 0000");
  EXPECT_FALSE(opened(folder_ / "s", Access::read)->raw("key-page", page.report.version));
  expect_fault("UPDATE raw SET zstd = x'00'", "raw bytes", "they do not unpack to the 8 bytes");
}

TEST_F(Verify, FindsAFindingThatIsGone) {
  expect_fault(
      "UPDATE event SET statement = NULL; DELETE FROM statement_words WHERE statement = 1; DELETE FROM "
      "statement_candidate;"
      "DELETE FROM statement WHERE number = 1",
      "version", "counts other");
}

TEST_F(Verify, FindsARowThatPointsToNothing) {
  tamper(folder_ / "s", "PRAGMA foreign_keys = OFF; DELETE FROM actor WHERE number = 1");
  const auto found = opened(folder_ / "s", Access::read)->verify();
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, ErrorCode::store_damaged);
  EXPECT_NE(found.error().message.find("points to no actor"), std::string::npos) << found.error().message;
}

TEST_F(Verify, AReportWhoseRowsContradictEachOtherIsRefusedAndNotFollowed) {
  const std::vector<std::string> changes = {
      "UPDATE statement SET speaker = 7 WHERE number = 0",
      "UPDATE statement SET sentence = 99 WHERE number = 0",
      "UPDATE statement SET parent = -1 WHERE number = 1",
      "UPDATE statement_candidate SET actor = 5 WHERE actor = 1",
      "UPDATE mention SET actor = -3 WHERE number = 1",
      "UPDATE mention SET begin = 5000, end = 6000",
      "DELETE FROM actor WHERE number = 0",
      "DELETE FROM sentence",
      "UPDATE sentence SET end = 1000000 WHERE version = 1",
      "UPDATE event SET time = 4",
      "UPDATE event SET place = -1",
      "UPDATE event SET statement = 9",
      "UPDATE event_figure SET figure = 7",
      "UPDATE event_party SET actor = 2",
      "UPDATE event_party SET piece = 5 WHERE part = 'actor'",
      "UPDATE finding_words SET end = 9000 WHERE part = 'recipient'",
      "UPDATE finding_words SET begin = 17 WHERE kind = 'place'",
      "UPDATE finding_label SET number = 3 WHERE kind = 'event'",
      "DELETE FROM time",
      "UPDATE section SET begin = 17",
  };
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const auto file = folder_ / ("copy" + std::to_string(i));
    std::filesystem::copy_file(folder_ / "s", file);
    tamper(file, "PRAGMA foreign_keys = OFF; " + changes[i]);
    const auto store = opened(file, Access::read);
    const auto said = store->said({}, {}, {}, [](Said&&) { return true; });
    const bool read = !changes[i].starts_with("UPDATE mention");  // who said what needs no mentions
    ASSERT_EQ(!said, read) << changes[i];
    if (read) {
      EXPECT_EQ(said.error().code, ErrorCode::store_damaged) << said.error().message;
    }
    EXPECT_EQ(store->report("aa11").error().code, ErrorCode::store_damaged);
    EXPECT_EQ(value(store->report("key-b")).report.text, "Two words.") << "the others can still be read";
  }
}

TEST_F(Verify, FindsAnIndexThatKnowsTooMuch) {
  expect_fault("INSERT INTO word_index (rowid, title, text) VALUES (99, 'ghost', 'ghost')", "version", "99");
}

}  // namespace
}  // namespace sitcen::store
