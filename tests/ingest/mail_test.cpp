#include <gtest/gtest.h>

#include "packing.h"
#include "reading.h"

namespace sitcen::ingest {
namespace {

std::vector<Reading> mail(std::string bytes) { return read(std::move(bytes), InputKind::mail); }

Report the_one(const std::vector<Reading>& readings) {
  EXPECT_EQ(readings.size(), 1U);
  if (readings.size() != 1 || !readings[0]) return {};
  return *readings[0];
}

const std::string kHeader =
    "From: \"Ana Kos\" <ana@orla.example>\r\nTo: desk@northmere.example\r\nSubject: Bridge\r\n"
    "Date: Wed, 12 Mar 2031 10:00:00 +0100 (CET)\r\nMessage-ID: <m1@orla.example>\r\n";

TEST(Mail, ItsHeaderSaysWhoWhenAndWhat) {
  const Report report = the_one(mail(kHeader + "\r\nThe bridge is open.\r\n"));
  EXPECT_EQ(report.text, "Bridge\nThe bridge is open.");
  EXPECT_EQ(report.id, "m1@orla.example");
  EXPECT_EQ(report.title, "Bridge");
  EXPECT_EQ(report.byline, "Ana Kos");
  EXPECT_EQ(report.source, "orla.example");
  ASSERT_TRUE(report.published);
  EXPECT_EQ(report.published->value, "2031-03-12T10:00:00+01:00");
  EXPECT_EQ(report.published->basis, TimeBasis::header);
  ASSERT_EQ(report.sections.size(), 2U);
  EXPECT_EQ(report.sections[0].kind, SectionKind::headline);
}

TEST(Mail, HeadersOutsideAsciiAreDecodedAcrossWords) {
  const Report report =
      the_one(mail("From: =?utf-8?q?J=C3=BCrgen_M?= <j@a.example>\nSubject: =?windows-1251?B?zO7x8g==?=\n "
                "=?utf-8?B?0Jw=?= =?utf-8?B?0L7RgdGC?= now\nDate: 12 Mar 2031 10:00 +0000\n\nText.\n"));
  EXPECT_EQ(report.title, "МостМост now");
  EXPECT_EQ(report.byline, "Jürgen M");
}

TEST(Mail, LineEndsInAnEncodedWordMakeNoHeader) {
  const Report report = the_one(mail(
      "Subject: =?utf-8?Q?One=0D=0AMessage-ID:_<forged@x>=0D=0A=0D=0ABody?=\r\nFrom: a@a.example\r\n\r\nText.\r\n"));
  EXPECT_EQ(report.title->find('\n'), std::string::npos);
  EXPECT_EQ(report.id, report.key) << "no id was given";
}

TEST(Mail, OfTwoAlternativesThePlainTextIsRead) {
  const std::string bytes = kHeader +
                            "Content-Type: multipart/alternative; boundary=\"b 1\"\r\n\r\npreamble\r\n--b 1\r\n"
                            "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: "
                            "quoted-printable\r\n\r\nThe caf=E9 is =\r\nopen.\r\n--b 1\r\nContent-Type: "
                            "text/html\r\n\r\n<p>Other.</p>\r\n--b 1--\r\nepilogue\r\n";
  EXPECT_EQ(the_one(mail(bytes)).text, "Bridge\nThe café is open.");
}

TEST(Mail, HtmlIsReadWhereThereIsNoText) {
  const std::string bytes = kHeader +
                            "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                            "PHA+T25lIHdvcmQuPC9wPjxwPlR3by48L3A+\r\n";
  EXPECT_EQ(the_one(mail(bytes)).text, "Bridge\nOne word.\nTwo.");
}

TEST(Mail, LinesThatTheProgramBrokeAreJoined) {
  const std::string text =
      "The ministry of the interior of Northmere said on Tuesday that the\r\nbridge over the Orla would be open again "
      "by the end of the week.\r\n\r\n- first\r\n- second\r\nRegards\r\nAna\r\n";
  EXPECT_EQ(the_one(mail(kHeader + "\r\n" + text)).text,
            "Bridge\nThe ministry of the interior of Northmere said on Tuesday that the bridge over the Orla would be "
            "open again by the end of the week.\n\n- first\n- second\nRegards\nAna");
}

TEST(Mail, AttachmentsAreParts) {
  const std::string bytes =
      kHeader +
      "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nSee the note.\r\n--x\r\nContent-Type: "
      "application/octet-stream\r\nContent-Disposition: attachment; filename=\"n.txt\"\r\n\r\nThe note.\r\n--x\r\n"
      "Content-Type: image/png; name=map.png\r\nContent-Transfer-Encoding: "
      "base64\r\n\r\niVBORw==\r\n--x\r\nContent-Type: "
      "message/rfc822\r\n\r\nSubject: Inner\r\nFrom: b@b.example\r\n\r\nForwarded.\r\n--x--\r\n";
  const auto readings = mail(bytes);
  ASSERT_EQ(readings.size(), 4U);
  EXPECT_EQ(readings[0]->text, "Bridge\nSee the note.");
  EXPECT_EQ(readings[1]->text, "The note.");
  EXPECT_EQ(readings[1]->origin, "-!n.txt");
  EXPECT_EQ(describe(readings[2].error()), "-!map.png: holds no report: a file of type image/png");
  EXPECT_EQ(readings[3]->text, "Inner\nForwarded.");
}

TEST(Mail, PartsWithoutEndAreBounded) {
  std::string bytes = "Subject: Deep\n";
  for (int i = 0; i < 50'000; ++i) bytes += "Content-Type: multipart/mixed; boundary=b\n\n--b\n";
  const auto readings = mail(bytes);
  ASSERT_FALSE(readings.empty());
  EXPECT_FALSE(readings[0]);
}

TEST(Mail, EveryCutIsAReportOrAReason) {
  const std::string bytes = kHeader + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nSee.\r\n--x--\r\n";
  for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_FALSE(mail(bytes.substr(0, size)).empty()) << size;
}

TEST(Mbox, MailsOneAfterAnother) {
  const std::string bytes =
      "From ana@orla.example Wed Mar 12 10:00:00 2031\nSubject: One\nFrom: a@a.example\n\nFrom the bridge:\nnothing "
      "new.\n>From here on.\n\nFrom b@b.example Wed Mar 12 10:00:00 2031\nSubject: Two\nFrom: b@b.example\n\nText.\n";
  const auto readings = read(bytes, InputKind::automatic);
  ASSERT_EQ(readings.size(), 2U);
  EXPECT_EQ(readings[0]->text, "One\nFrom the bridge:\nnothing new.\nFrom here on.");
  EXPECT_EQ(readings[0]->origin, "-!1");
  EXPECT_EQ(readings[1]->text, "Two\nText.");
}

TEST(Mbox, AMailThatIsTooLongCostsItselfAlone) {
  IngestOptions options;
  options.input = InputKind::mbox;
  options.max_report_bytes = 300'000;
  const std::string start = "From a@a.example Wed Mar 12 10:00:00 2031\nFrom: a@a.example\n\n";
  std::string bytes = start + "One.\n\n" + start;
  for (int i = 0; i < 20'000; ++i) bytes += "A line of a long mail, again.\n";
  bytes += "\n" + start + "Three.\n";
  const auto readings = all_of(ReportSource::from(bytes_of(bytes), "-", options));
  ASSERT_EQ(readings.size(), 3U);
  EXPECT_EQ(readings[0]->text, "One.");
  EXPECT_EQ(readings[1].error().error.code, ErrorCode::report_too_long);
  EXPECT_EQ(readings[2]->text, "Three.");
}

}  // namespace
}  // namespace sitcen::ingest
