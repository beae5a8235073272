#include <gtest/gtest.h>

#include "packing.h"
#include "reading.h"

namespace sitcen::ingest {
namespace {

using test::gzip;
using test::http;
using test::record;
using test::response;

std::vector<Reading> warc(std::string bytes) { return read(std::move(bytes), InputKind::warc); }

std::vector<std::string> texts(const std::vector<Reading>& readings) {
  std::vector<std::string> out;
  for (const Reading& reading : readings) out.push_back(reading ? reading->text : "! " + describe(reading.error()));
  return out;
}
using Texts = std::vector<std::string>;

TEST(Warc, AResponseIsItsPageWithAddressAndTimeOfFetching) {
  const auto readings = warc(response("https://orla.example/a?utm_source=x", "The bridge is open."));
  ASSERT_EQ(texts(readings), Texts{"The bridge is open."});
  const Report& report = *readings[0];
  EXPECT_EQ(report.url, "https://orla.example/a");
  EXPECT_EQ(report.origin, "-!https://orla.example/a?utm_source=x");
  ASSERT_TRUE(report.fetched);
  EXPECT_EQ(report.fetched->value, "2031-03-12T10:00:00Z");
  EXPECT_EQ(report.fetched->basis, TimeBasis::header);
  EXPECT_FALSE(report.published) << "when it was fetched says nothing of when it was published";
}

TEST(Warc, TheSamePageReadAloneAndFromAnArchiveIsOneReport) {
  IngestOptions options;
  const auto archived = warc(response("https://orla.example/a", "The bridge is open."));
  const auto again = warc(gzip(response("https://orla.example/a", "The bridge is open.")));
  EXPECT_EQ(archived[0]->key, again[0]->key);
  EXPECT_EQ(archived[0]->version, again[0]->version);
}

TEST(Warc, ResourcesAndConversionsAreReadWhatIsNoPageIsPassedOver) {
  std::string bytes = record("warcinfo", "", "application/warc-fields", "software: none\r\n");
  bytes += record("request", "https://a.example/", "application/http", "GET / HTTP/1.1\r\n\r\n");
  bytes += record("resource", "https://a.example/note", "text/plain", "One.");
  bytes += record("conversion", "https://a.example/page", "text/plain", "Two.");
  bytes += record("metadata", "https://a.example/", "application/warc-fields", "via: x\r\n");
  bytes += record("revisit", "https://a.example/", "application/http", http(""));
  bytes +=
      record("response", "https://a.example/p.png", "application/http", http("\x89PNG", "Content-Type: image/png\r\n"));
  bytes += record("response", "https://a.example/api", "application/http",
                  http("{\"a\": 1}", "Content-Type: application/json\r\n"));
  bytes += record("response", "https://a.example/gone", "application/http", http("Gone.", "", "404 Not Found"));
  bytes += record("response", "https://a.example/moved", "application/http", http("Moved.", "", "301 Moved"));
  EXPECT_EQ(texts(warc(bytes)), (Texts{"One.", "Two."}));
}

TEST(Warc, ChunksAndPackedBodiesAreUndone) {
  const std::string chunked = "4\r\nThe \r\n6;name=x\r\nbridge\r\n0\r\n\r\n";
  const std::string fields = "Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n";
  const std::string packed = "Content-Type: text/plain\r\nContent-Encoding: gzip\r\n";
  std::string bytes = record("response", "https://a.example/1", "application/http", http(chunked, fields));
  bytes += record("response", "https://a.example/2", "application/http", http(gzip("Packed."), packed));
  // Archives keep heads whose promises they have made good already.
  bytes += record("response", "https://a.example/3", "application/http", http("No chunks.", fields));
  bytes += record("response", "https://a.example/4", "application/http", http("Not packed.", packed));
  EXPECT_EQ(texts(warc(bytes)), (Texts{"The bridge", "Packed.", "No chunks.", "Not packed."}));
}

TEST(Warc, TheCharsetOfTheTransportCounts) {
  const std::string fields = "Content-Type: text/plain; charset=windows-1251\r\n";
  const auto readings =
      warc(record("response", "https://a.example/", "application/http", http("\xCC\xEE\xF1\xF2", fields)));
  EXPECT_EQ(texts(readings), Texts{"Мост"});
}

TEST(Warc, ADamagedMemberCostsItsRecordAlone) {
  std::string broken = gzip(response("https://a.example/2", "Two. " + std::string(500, 'x') + " y z"));
  broken[broken.size() / 2] = static_cast<char>(broken[broken.size() / 2] ^ 0x55);
  const std::string bytes =
      gzip(response("https://a.example/1", "One.")) + broken + gzip(response("https://a.example/3", "Three."));
  const auto readings = warc(bytes);
  ASSERT_GE(readings.size(), 3U);
  EXPECT_EQ(readings.front()->text, "One.");
  EXPECT_EQ(readings.back()->text, "Three.");
  for (std::size_t i = 1; i + 1 < readings.size(); ++i) EXPECT_FALSE(readings[i]);
}

TEST(Warc, EveryCutEndsWithAReasonAndKeepsWhatCameBefore) {
  const std::string first = response("https://a.example/1", "One.");
  const std::string second = response("https://a.example/2", "Two.");
  for (std::size_t size = first.size() + 8; size < first.size() + second.size() - 4; ++size) {
    const auto readings = warc((first + second).substr(0, size));
    ASSERT_EQ(readings.size(), 2U) << size;
    EXPECT_EQ(readings[0]->text, "One.");
    EXPECT_FALSE(readings[1]) << size;
  }
}

TEST(Warc, ALengthThatLiesSwallowsNoOtherRecord) {
  const std::string next = response("https://a.example/2", "Two.");
  for (const char* length : {"30000", "120", "90"}) {
    const std::string bytes =
        record("response", "https://a.example/1", "application/http", http("One."), length) + next;
    const auto readings = warc(bytes);
    ASSERT_FALSE(readings.empty()) << length;
    ASSERT_TRUE(readings.back()) << length;
    EXPECT_EQ(readings.back()->text, "Two.") << length;
    EXPECT_EQ(readings.front()->text, "One.") << length;
  }
}

TEST(Warc, LengthsThatLieCostNoMoreThanTheirBytes) {
  // Twenty thousand small records that each claim sixteen million bytes: what is moved about stays in proportion.
  std::string bytes;
  for (int i = 0; i < 20'000; ++i)
    bytes += record("response", "https://a.example/1", "application/http", http("One."), "16000000");
  const auto readings = warc(bytes);
  EXPECT_GE(readings.size(), 19'999U);
}

TEST(Warc, ALengthThatIsTooShortOrNoneCostsTheRecord) {
  const std::string next = response("https://a.example/2", "Two.");
  for (const char* length : {"-1", "abc", "99999999999999999999"}) {
    const auto readings =
        warc(record("response", "https://a.example/1", "application/http", http("One."), length) + next);
    ASSERT_EQ(readings.size(), 2U) << length;
    EXPECT_EQ(describe(readings[0].error()), "-!https://a.example/1: record 1: its head does not say how long it is");
    EXPECT_EQ(readings[1]->text, "Two.");
  }
}

TEST(Warc, RubbishBetweenRecordsIsPassedOverWithAReason) {
  const auto readings =
      warc(response("https://a.example/1", "One.") + "no record\nat all\n" + response("https://a.example/2", "Two."));
  ASSERT_EQ(readings.size(), 3U);
  EXPECT_FALSE(readings[1]);
  EXPECT_EQ(readings[2]->text, "Two.");
}

TEST(Warc, AHeadWithoutEndIsBounded) {
  std::string bytes = "WARC/1.0\r\n";
  for (int i = 0; i < 200'000; ++i) bytes += "WARC-X: y\r\n";
  const auto readings = warc(bytes);
  ASSERT_FALSE(readings.empty());
  EXPECT_LT(readings.size(), 5U);
}

TEST(Warc, AnArcFileIsReadToo) {
  const std::string page = http("One.");
  const std::string about = "1 0 Live\nURL IP-address Archive-date Content-type Archive-length\n";
  const std::string bytes = "filedesc://x.arc 127.0.0.1 20310312100000 text/plain " + std::to_string(about.size()) +
                            "\n" + about + "\nhttps://a.example/x?t=two words 10.0.0.1 20310312100000 text/html " +
                            std::to_string(page.size()) + "\n" + page + "\n";
  const auto readings = warc(bytes);
  ASSERT_EQ(texts(readings), Texts{"One."});
  EXPECT_EQ(readings[0]->fetched->value, "2031-03-12T10:00:00Z");
  EXPECT_EQ(readings[0]->url, "https://a.example/x?t=two words");
}

TEST(Warc, ABodyThatUnpacksWithoutEndIsRefused) {
  const std::string packed = "Content-Type: text/plain\r\nContent-Encoding: gzip\r\n";
  std::string bytes =
      record("response", "https://a.example/1", "application/http", http(gzip(std::string(40'000'000, 'x')), packed));
  bytes += response("https://a.example/2", "Two.");
  const auto readings = warc(bytes);
  ASSERT_EQ(readings.size(), 2U);
  EXPECT_EQ(readings[0].error().error.code, ErrorCode::report_too_long);
  EXPECT_EQ(readings[1]->text, "Two.");
}

TEST(Warc, ADictionaryThatIsNoneIsRefusedOnce) {
  using std::string_literals::operator""s;
  EXPECT_EQ(warc("\x5d\x2a\x4d\x18\xff\xff\xff\xff rubbish"s).size(), 1U);
  EXPECT_EQ(warc("\x5d\x2a\x4d\x18\x08\0\0\0\x28\xb5\x2f\xfd\xff\xff\xff\xff"s).size(), 1U);
}

TEST(Warc, AnAddressThatIsNoUtf8IsMendedInTheReport) {
  const auto readings = warc(response("https://a.example/\xFF", "One."));
  ASSERT_EQ(texts(readings), Texts{"One."});
  EXPECT_EQ(readings[0]->url, "https://a.example/\xEF\xBF\xBD");
}

TEST(Warc, ItIsToldByItsFirstBytesPackedOrNot) {
  const std::string one = response("https://a.example/1", "One.");
  EXPECT_EQ(texts(read(one, InputKind::automatic)), Texts{"One."});
  EXPECT_EQ(texts(read(gzip(one), InputKind::automatic)), Texts{"One."});
}

}  // namespace
}  // namespace sitcen::ingest
