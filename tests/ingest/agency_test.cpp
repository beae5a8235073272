#include <gtest/gtest.h>

#include "reading.h"

namespace sitcen::ingest {
namespace {

Report only(const std::vector<Reading>& readings) {
  EXPECT_EQ(readings.size(), 1U);
  if (readings.size() == 1 && !readings[0]) ADD_FAILURE() << describe(readings[0].error());
  if (readings.size() != 1 || !readings[0]) return {};
  return *readings[0];
}

std::string refusal(const std::vector<Reading>& readings) {
  EXPECT_EQ(readings.size(), 1U);
  return readings.size() == 1 && !readings[0] ? describe(readings[0].error()) : "was read";
}

std::string section(const Report& report, SectionKind kind) {
  for (const Section& one : report.sections) {
    if (one.kind == kind) return report.text.substr(one.span.begin, one.span.size());
  }
  return {};
}

std::string news_item(std::string_view meta, std::string_view content, std::string_view attributes = "") {
  return "<?xml version=\"1.0\"?><newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"urn:x:1\" " +
         std::string(attributes) +
         "><itemMeta><itemClass qcode=\"ninat:text\"/><provider qcode=\"p:o\"><name>Orla "
         "Radio</name></provider><versionCreated>2031-03-12T11:00:00Z</versionCreated><pubStatus "
         "qcode=\"stat:usable\"/></itemMeta><contentMeta>" +
         std::string(meta) + "</contentMeta><contentSet>" + std::string(content) + "</contentSet></newsItem>";
}

const std::string kXhtml =
    "<inlineXML contenttype=\"application/xhtml+xml\"><html "
    "xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head>"
    "<body><p>The <em>bridge</em> is\n open.</p><p>Traffic flows.<br/>Slowly.</p></body></html></inlineXML>";

TEST(NewsMl, AnItemWithAllThatItSays) {
  const Report report = only(read(
      news_item(
          "<contentCreated>2031-03-12T10:00:00+01:00</contentCreated><headline>Bridge opens</headline><by>By Ana "
          "Kos</by><dateline>ORLA, March 12</dateline><creditline>Orla Radio/NM</creditline><language tag=\"en-GB\"/>",
          kXhtml, "version=\"3\""),
      InputKind::automatic));
  EXPECT_EQ(report.text, "Bridge opens\nORLA, March 12\nThe bridge is open.\nTraffic flows.\nSlowly.\nOrla Radio/NM");
  EXPECT_EQ(report.id, "urn:x:1");
  EXPECT_EQ(report.source, "Orla Radio");
  EXPECT_EQ(report.title, "Bridge opens");
  EXPECT_EQ(report.byline, "By Ana Kos");
  EXPECT_EQ(report.dateline, "ORLA, March 12");
  EXPECT_EQ(report.language, "en-GB");
  EXPECT_EQ(report.published->value, "2031-03-12T10:00:00+01:00");
  EXPECT_EQ(report.updated->value, "2031-03-12T11:00:00Z");
  EXPECT_EQ(report.status, PublicationStatus::usable);
  EXPECT_FALSE(report.notice);
  EXPECT_EQ(section(report, SectionKind::headline), "Bridge opens");
  EXPECT_EQ(section(report, SectionKind::dateline), "ORLA, March 12");
  EXPECT_EQ(section(report, SectionKind::lead), "The bridge is open.");
  EXPECT_EQ(section(report, SectionKind::credit), "Orla Radio/NM");
}

TEST(NewsMl, AKillIsAReportOfItsNotice) {
  std::string bytes = news_item("<headline>Bridge opens</headline>", "", "version=\"4\"");
  const std::string status = "<pubStatus qcode=\"stat:usable\"/>";
  bytes.replace(bytes.find(status), status.size(),
                "<pubStatus qcode=\"stat:canceled\"/><signal qcode=\"sig:kill\"/><edNote>Not so: it is shut.</edNote>");
  const Report report = only(read(bytes, InputKind::automatic));
  EXPECT_EQ(report.status, PublicationStatus::cancelled);
  EXPECT_EQ(report.notice, "kill\nNot so: it is shut.");
  EXPECT_FALSE(report.published) << "when the kill was made is not when the item came out";
  EXPECT_EQ(report.updated->value, "2031-03-12T11:00:00Z");
}

TEST(NewsMl, AWithdrawalWithTheSameTextIsAnotherVersionOfTheSameReport) {
  const std::string usable = news_item("<headline>Bridge opens</headline>", kXhtml);
  std::string withdrawn = usable;
  withdrawn.replace(withdrawn.find("stat:usable"), 11, "stat:canceled");
  const Report before = only(read(usable, InputKind::automatic));
  const Report after = only(read(withdrawn, InputKind::automatic));
  EXPECT_EQ(before.text, after.text);
  EXPECT_EQ(before.key, after.key);
  EXPECT_NE(before.version, after.version);
}

TEST(NewsMl, AMessageGivesItsItemsAndSaysWhatItPassesOver) {
  std::string item =
      news_item("<headline>Bridge opens</headline>", "<inlineData contenttype=\"text/plain\">One.\nTwo.</inlineData>");
  item = item.substr(item.find("<newsItem"));
  const auto readings =
      read("<newsMessage><header/><itemSet><packageItem guid=\"urn:x:p\"/>" + item + "</itemSet></newsMessage>",
           InputKind::automatic);
  ASSERT_EQ(readings.size(), 2U);
  EXPECT_EQ(describe(readings[0].error()), "-!urn:x:p: holds no report: a package, which only refers to items");
  EXPECT_EQ(readings[1]->text, "Bridge opens\nOne.\nTwo.");
  EXPECT_EQ(readings[1]->origin, "-!urn:x:1");
}

TEST(NewsMl, APictureIsNoReport) {
  std::string bytes = news_item("<headline>The bridge</headline>", "<remoteContent href=\"b.jpg\"/>");
  bytes.replace(bytes.find("ninat:text"), 10, "ninat:picture");
  EXPECT_EQ(refusal(read(bytes, InputKind::automatic)), "-: holds no report: an item of class picture without text");
}

TEST(Nitf, AnArticle) {
  const Report report = only(read(
      "<?xml version=\"1.0\" encoding=\"windows-1252\"?><!DOCTYPE nitf SYSTEM \"nitf.dtd\"><nitf><head><docdata "
      "management-status=\"usable\"><doc-id id-string=\"nm-1\"/><date.issue norm=\"20310312T100000Z\"/><ed-msg "
      "info=\"Corrects the name\"/></docdata></head><body><body.head><hedline><hl1>Bridge opens</hl1><hl2>At "
      "last</hl2></hedline><byline>Ana Kos</byline><dateline>ORLA</dateline></body.head><body.content><p>The caf\xE9 "
      "too.</p><media><media-caption>The bridge.</media-caption></media><table><tr><td>Dead</td><td>3</td></tr></table>"
      "</body.content></body></nitf>",
      InputKind::automatic));
  EXPECT_EQ(report.text, "Bridge opens\nORLA\nAt last\nThe café too.\nDead\t3\nThe bridge.");
  EXPECT_EQ(report.id, "nm-1");
  EXPECT_EQ(report.published->value, "2031-03-12T10:00:00Z");
  EXPECT_EQ(report.notice, "Corrects the name");
  EXPECT_EQ(section(report, SectionKind::caption), "The bridge.");
}

TEST(Cap, AnAlertInTheLanguageThatIsRead) {
  const Report report = only(read(
      "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><identifier>nm-7</identifier><sender>w@nm.example</sender>"
      "<sent>2031-03-12T10:00:00+01:00</sent><status>Exercise</status><msgType>Update</"
      "msgType><references>w@nm.example,nm-6,"
      "2031-03-12T09:00:00+01:00</references><info><language>fr</language><event>Crue</event><headline>Crue</"
      "headline></info>"
      "<info><language>en-GB</language><event>Flood</event><senderName>Northmere Weather</senderName><headline>Flood "
      "on the "
      "Orla</headline><description>The Orla will rise by two metres tonight; people on its banks "
      "should\nleave.</description>"
      "<instruction>Leave the banks.</instruction><area><areaDesc>Orla valley</areaDesc></area></info></alert>",
      InputKind::automatic));
  EXPECT_EQ(report.text,
            "Flood on the Orla\nThe Orla will rise by two metres tonight; people on its banks should leave.\nLeave the "
            "banks.\nOrla valley");
  EXPECT_EQ(report.id, "nm-7");
  EXPECT_EQ(report.source, "Northmere Weather");
  EXPECT_EQ(report.language, "en-GB");
  EXPECT_EQ(report.published->value, "2031-03-12T10:00:00+01:00");
  EXPECT_EQ(report.notice,
            "status: Exercise\nmsgType: Update\nreferences: w@nm.example,nm-6,2031-03-12T09:00:00+01:00");
}

TEST(Ninjs, FieldsOfAllVersions) {
  const Report first =
      only(read("{\"uri\": \"urn:x:1\", \"type\": \"text\", \"versioncreated\": \"2031-03-12T10:00:00Z\", "
                "\"headline\": \"Bridge opens\", "
                "\"byline\": \"Ana Kos\", \"body_text\": \"One line.\", \"body_xhtml\": \"<p>One.</p><p>Two.</p>\", "
                "\"pubstatus\": \"withheld\"}",
                InputKind::automatic));
  EXPECT_EQ(first.text, "Bridge opens\nOne.\nTwo.");
  EXPECT_EQ(first.published->value, "2031-03-12T10:00:00Z") << "the first version's date is when it came out";
  EXPECT_EQ(first.status, PublicationStatus::withheld);
  const Report third = only(read(
      "{\n \"uri\": \"urn:x:1\", \"version\": \"2\", \"firstCreated\": \"2031-03-12T10:00:00Z\", \"versionCreated\": "
      "\"2031-03-12T11:00:00Z\", \"edNote\": \"Adds detail\", \"headlines\": [{\"role\": \"short\", \"value\": "
      "\"Bridge\"}, {\"role\": "
      "\"main\", \"value\": \"Bridge opens\"}], \"bodies\": [{\"contentType\": \"text/plain\", \"value\": "
      "\"One.\\nTwo.\"}], "
      "\"associations\": [{\"type\": \"picture\", \"descriptions\": [{\"role\": \"caption\", \"value\": \"The "
      "bridge.\"}]}]}",
      InputKind::automatic));
  EXPECT_EQ(third.text, "Bridge opens\nOne.\nTwo.\nThe bridge.");
  EXPECT_EQ(third.published->value, "2031-03-12T10:00:00Z");
  EXPECT_EQ(third.updated->value, "2031-03-12T11:00:00Z");
  EXPECT_EQ(third.notice, "Adds detail");
}

TEST(Ninjs, APictureIsNoReport) {
  EXPECT_EQ(
      refusal(read("{\"uri\": \"urn:x:1\", \"type\": \"picture\", \"headline\": \"The bridge\"}", InputKind::ninjs)),
      "-: holds no report: an item of type picture without text");
}

TEST(AgencyXml, WhatIsNoneSaysSo) {
  EXPECT_EQ(refusal(read("<rss/>", InputKind::news_xml)), "-: holds no report: its root is <rss>");
  EXPECT_EQ(refusal(read("<newsItem>", InputKind::news_xml)).substr(0, 44),
            "-: the document is not well-formed XML: star");
  EXPECT_EQ(refusal(read("", InputKind::news_xml)).substr(0, 38), "-: the document is not well-formed XML");
}

TEST(AgencyXml, EntitiesOfItsOwnAreNotExpandedNothingIsFetched) {
  std::string bombs = "<?xml version=\"1.0\"?><!DOCTYPE nitf [<!ENTITY a \"aaaaaaaaaa\">";
  for (char name = 'b'; name <= 'k'; ++name) {
    bombs += std::string("<!ENTITY ") + name + " \"";
    for (int i = 0; i < 10; ++i) bombs += std::string("&") + static_cast<char>(name - 1) + ";";
    bombs += "\">";
  }
  bombs +=
      "<!ENTITY f SYSTEM \"file:///etc/passwd\">]><nitf><body><body.content><p>x &k; &f; "
      "y</p></body.content></body></nitf>";
  EXPECT_EQ(only(read(bombs, InputKind::automatic)).text, "x &k; &f; y");
}

TEST(AgencyXml, TwoHundredThousandNestedElements) {
  std::string deep = "<nitf><body><body.content>";
  for (int i = 0; i < 200'000; ++i) deep += "<p>";
  deep += "Deep.";
  for (int i = 0; i < 200'000; ++i) deep += "</p>";
  EXPECT_EQ(only(read(deep + "</body.content></body></nitf>", InputKind::news_xml)).text, "Deep.");
  EXPECT_FALSE(read(deep, InputKind::news_xml).at(0));
  EXPECT_FALSE(read("{\"uri\":" + std::string(200'000, '['), InputKind::ninjs).at(0));
}

}  // namespace
}  // namespace sitcen::ingest
