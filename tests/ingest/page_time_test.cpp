#include <gtest/gtest.h>

#include "ingest/html/visible_date.h"
#include "reading.h"

namespace sitcen::ingest {
namespace {

struct Shown {
  std::string text, language, value;
};

class VisibleDate : public testing::TestWithParam<Shown> {};

TEST_P(VisibleDate, IsReadAsPeopleReadIt) {
  const auto& [text, language, value] = GetParam();
  const auto read = read_visible_date(text, language);
  EXPECT_EQ(read ? read->value : "", value) << text;
  EXPECT_TRUE(!read || read->basis == TimeBasis::text);
}

INSTANTIATE_TEST_SUITE_P(Forms, VisibleDate,
                         testing::Values(Shown{"Monday, November 18, 2019", "en", "2019-11-18"},
                                         Shown{"Published: Nov. 18th, 2019 at 4:05 p.m. ET", "en", "2019-11-18T16:05"},
                                         Shown{"Von Ana Kos, 18. November 2019 um 10:27", "de", "2019-11-18T10:27"},
                                         Shown{"18 de noviembre de 2019", "es", "2019-11-18"},
                                         Shown{"1er décembre 2019 à 08.30", "fr", "2019-12-01T08:30"},
                                         Shown{"18 ноября 2019 г.", "ru", "2019-11-18"},
                                         Shown{"2018년 8월 25일 11:02", "ko", "2018-08-25T11:02"},
                                         Shown{"2018年8月25日", "ja", "2018-08-25"},
                                         Shown{"18.11.2019, 23:59", "", "2019-11-18T23:59"},
                                         Shown{"12 am, 11/30/2019", "en", "2019-11-30"},
                                         Shown{"12/31/2019 12:15 am", "en-US", "2019-12-31T00:15"},
                                         Shown{"01/02/2022", "en-US", "2022-01-02"},
                                         Shown{"01/02/2022", "en-GB", "2022-02-01"},
                                         Shown{"01/02/2022", "pt", "2022-02-01"}));

INSTANTIATE_TEST_SUITE_P(NoDates, VisibleDate,
                         testing::Values(Shown{"01/02/2022", "en", ""}, Shown{"30.02.2022", "de", ""},
                                         Shown{"May 2019", "en", ""}, Shown{"Part 3 of 12, 1066 readers", "en", ""},
                                         Shown{"tel. 030 18 11 20 19 77", "de", ""}, Shown{"", "en", ""},
                                         Shown{"192.168.10.2019", "", ""}, Shown{"18.11.20191", "", ""},
                                         Shown{"5 March 1066", "en", ""}));

TEST(AddressDate, IsTheDayOrTheMonthInThePath) {
  const auto value = [](std::string_view url) {
    const auto read = read_address_date(url);
    return read ? read->value : "";
  };
  EXPECT_EQ(value("https://news.example/2031/03/12/flood.html"), "2031-03-12");
  EXPECT_EQ(value("https://news.example/flood-2031-03-12"), "2031-03-12");
  EXPECT_EQ(value("https://news.example/flood-20310312/"), "2031-03-12");
  EXPECT_EQ(value("https://news.example/2031/03/flood"), "2031-03");
  EXPECT_EQ(value("https://news.example/2031/13/flood"), "");
  EXPECT_EQ(value("https://news.example/2031/02/30/flood"), "2031-02");
  EXPECT_EQ(value("https://news.example/article/120310312977"), "");
  EXPECT_EQ(value("https://2031/03/12"), "");
  EXPECT_EQ(value("https://news.example/flood?day=2031-03-12"), "");
}

const std::string kText =
    "<p>The river rose by two metres during the night, the mayor of the town said on Tuesday.</p>"
    "<p>\"We had boats for eighty and needed them for eight hundred,\" the fire chief told us.</p>";

Report page(const std::string& head, const std::string& between, const std::string& url = "") {
  IngestOptions options;
  if (!url.empty()) options.url = url;
  return all_of(
             ReportSource::from(bytes_of("<!doctype html><html lang=en><head>" + head + "</head><body><article>" +
                                         "<h1>Night of the flood</h1>" + between + kText + "</article></body></html>"),
                                "-", options))
      .at(0)
      .value();
}

std::vector<std::string> others(const Report& report) {
  std::vector<std::string> out;
  for (const OtherValue& other : report.other_values) {
    out.push_back(std::string(name(other.field)) + ' ' + other.value + ' ' + std::string(name(other.basis)));
  }
  return out;
}

TEST(PageTime, IsTheOneShownBesideTheHeadlineWhereTheHeadHasNone) {
  const Report report = page("", "<div class=meta>By Ana Kos | 18 November 2031, 10:27</div>");
  EXPECT_EQ(report.published->value, "2031-11-18T10:27");
  EXPECT_EQ(report.published->basis, TimeBasis::text);
}

TEST(PageTime, IsTheAddressesWhereThePageShowsNone) {
  const Report report = page("", "", "https://news.example/2031/11/18/flood");
  EXPECT_EQ(report.published->value, "2031-11-18");
  EXPECT_EQ(report.published->basis, TimeBasis::url);
}

TEST(PageTime, AccountsThatCannotBothHoldAreKeptSideBySide) {
  const Report report = page("<meta property=article:published_time content=2031-11-18T09:00:00Z>",
                             "<div>Published 14 November 2031</div>", "https://news.example/2031/11/18/flood");
  EXPECT_EQ(report.published->value, "2031-11-18T09:00:00Z");
  EXPECT_EQ(others(report), std::vector<std::string>{"published 2031-11-14 text"});
}

TEST(PageTime, TheSameMomentInTwoZonesIsOneAccount) {
  const Report report = page(
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"2031-11-18T20:00:00-05:00\"}"
      "</script><meta property=article:published_time content=2031-11-19T01:00:00Z>",
      "<div>18 November 2031</div>");
  EXPECT_EQ(report.published->value, "2031-11-18T20:00:00-05:00");
  EXPECT_EQ(others(report), std::vector<std::string>{});
}

TEST(PageTime, WhatProgramsWriteForNoTimeIsNone) {
  EXPECT_FALSE(page("<meta property=article:published_time content=0001-01-01T00:00:00Z>", "").published);
  EXPECT_FALSE(page("<meta property=article:published_time content=1970-01-01T00:00:00Z>", "").published);
}

TEST(PageTime, IsThePropertyOfTheTextWhereTheHeadHasNone) {
  const Report report = page("", "<span itemprop=datePublished content=2031-11-18>yesterday</span>");
  EXPECT_EQ(report.published->value, "2031-11-18");
  EXPECT_EQ(report.published->basis, TimeBasis::meta);
}

TEST(PageTitle, OtherTitlesAreKeptUnlessTheyAreTheSameWithMoreAround) {
  const Report report = page(
      "<title>Night of the flood - The Daily</title><meta property=og:title content='How Oru lost its bridge'>", "");
  EXPECT_EQ(report.title, "Night of the flood");
  EXPECT_EQ(others(report), std::vector<std::string>{"title How Oru lost its bridge meta"});
}

TEST(PageTitle, ReferencesToSignsInJsonAreTheSigns) {
  const Report report =
      all_of(ReportSource::from(bytes_of("<!doctype html><script type=application/ld+json>{\"@type\":\"NewsArticle\","
                                         "\"headline\":\"Oru&#8217;s bridge &amp; its boats\"}</script>" +
                                         kText),
                                "-"))
          .at(0)
          .value();
  EXPECT_EQ(report.title, "Oru\xE2\x80\x99s bridge & its boats");
}

TEST(PageByline, IsTheNameMarkedAsTheAuthorsBesideTheHeadline) {
  const auto byline = [](const std::string& between) { return page("", between).byline.value_or("none"); };
  EXPECT_EQ(byline("<div class=article-byline>By <a>Ana Kos</a> | 18 November 2031</div>"), "Ana Kos");
  EXPECT_EQ(byline("<p>Words: <a rel=author href=/ana>Ana Kos</a></p>"), "Ana Kos");
  EXPECT_EQ(byline("<span itemprop=author><span itemprop=name>Ana Kos and Bo Lind</span></span>"),
            "Ana Kos and Bo Lind");
  EXPECT_EQ(byline("<div class=author>18.11.2031</div>"), "none");
  EXPECT_EQ(byline("<div class=author>written by staff</div>"), "none");
  EXPECT_EQ(byline("<div class=date>18 November 2031</div>"), "none");
}

TEST(PageCredit, StandsApartFromItsCaption) {
  const Report report = page("",
                             "<figure><img src=x><figcaption>Boats in Oru.</figcaption>"
                             "<span class=photo-credit>Ana Kos / Daily</span></figure>");
  std::vector<std::string> kinds;
  for (const Section& section : report.sections) kinds.emplace_back(name(section.kind));
  EXPECT_EQ(kinds, (std::vector<std::string>{"headline", "lead", "body", "caption", "credit"}));
}

}  // namespace
}  // namespace sitcen::ingest
