#include <gtest/gtest.h>

#include "reading.h"

namespace sitcen::ingest {
namespace {

/// The words of all sections of a kind, one a line.
std::string words(const Report& report, SectionKind kind) {
  std::string out;
  for (const Section& section : report.sections) {
    if (section.kind != kind) continue;
    if (!out.empty()) out += '\n';
    out += report.text.substr(section.span.begin, section.span.size());
  }
  return out;
}

Report read_page_of(const std::string& body, const std::string& head = "") {
  const auto readings = read("<!doctype html><html lang=en><head>" + head + "</head><body>" + body + "</body></html>",
                             InputKind::automatic);
  return readings.at(0).value();
}

const std::string kFirst =
    "<p>The river rose by two metres during the night, the mayor of the town said on Tuesday.</p>";
const std::string kSecond =
    "<p>\"We had boats for eighty and needed them for eight hundred,\" the fire chief told us.</p>";
const std::string kThird =
    "<p>Rain is expected to go on until Thursday, according to the weather service in the capital.</p>";
const std::string kArticle = "<h1>Night of the flood</h1>" + kFirst + kSecond + kThird;

const std::string kLead = "The river rose by two metres during the night, the mayor of the town said on Tuesday.";
const std::string kBody =
    "\"We had boats for eighty and needed them for eight hundred,\" the fire chief told us.\n"
    "Rain is expected to go on until Thursday, according to the weather service in the capital.";

TEST(Page, GivesHeadlineLeadAndBodyAParagraphALine) {
  const Report report = read_page_of("<article>" + kArticle + "</article>");
  EXPECT_EQ(report.text, "Night of the flood\n" + kLead + "\n" + kBody);
  ASSERT_EQ(report.sections.size(), 3U);
  EXPECT_EQ(words(report, SectionKind::headline), "Night of the flood");
  EXPECT_EQ(words(report, SectionKind::lead), kLead);
  EXPECT_EQ(words(report, SectionKind::body), kBody);
  EXPECT_EQ(report.title, "Night of the flood");
  EXPECT_EQ(report.language, "en");
}

TEST(Page, LeavesOutWhatIsOfThePageAndNotOfTheArticle) {
  const Report report = read_page_of(
      "<header><nav><ul><li><a href=/>Home</a><li><a href=/w>World</a></ul></nav></header>"
      "<div class=cookie-banner><p>We use cookies to make this site work and to count all of our readers.</p></div>"
      "<div id=wrap class='main has-sidebar'><div class=story>" +
      kArticle +
      "<div class=share-links>Share this</div><p><a href=/x>Read also: the flood of ten years ago in "
      "pictures.</a></p></div>"
      "<div class=sidebar><p>The most read story of the week is about a herring that was late again.</p></div>"
      "<div class=comments><p>I have never seen so much water in my life, and I am seventy years old!</p></div></div>"
      "<footer><p>All rights reserved. Nothing on this page may be copied without being asked for.</p></footer>");
  EXPECT_EQ(report.text, "Night of the flood\n" + kLead + "\n" + kBody);
}

TEST(Page, KeepsCaptionsApartBehindTheBody) {
  const Report report = read_page_of(
      "<article><h1>Night of the flood</h1>" + kFirst +
      "<figure><img src=a.jpg><figcaption>The bridge on Monday. Photo: A. Moen</figcaption></figure>" + kSecond +
      "<div class=pic><img src=b.jpg><br><small>Boats in Market Street</small></div>"
      "<div><p><img src=c.jpg></p><span class=newsCaption>The square, as far as it can be seen.</span></div>" +
      kThird + "</article>");
  EXPECT_EQ(words(report, SectionKind::body), kBody);
  EXPECT_EQ(words(report, SectionKind::caption),
            "The bridge on Monday. Photo: A. Moen\nBoats in Market Street\nThe square, as far as it can be seen.");
  EXPECT_TRUE(report.text.ends_with("The square, as far as it can be seen."));
}

TEST(Page, ReadsAnArticleOfDivsAndLineBreaks) {
  const std::string text =
      kLead + "<br><br>" + kBody.substr(0, kBody.find('\n')) + "<br>\n<br>" + kBody.substr(kBody.find('\n') + 1);
  const Report report =
      read_page_of("<table><tr><td><a href=/1>One</a><br><a href=/2>Two</a></td><td><div><b>Night</b></div><div>" +
                       text + "</div></td></tr></table>",
                   "<title>Night of the flood</title>");
  EXPECT_EQ(words(report, SectionKind::headline), "Night of the flood");
  EXPECT_EQ(words(report, SectionKind::lead), kLead);
  EXPECT_EQ(words(report, SectionKind::body), kBody);
}

TEST(Page, TakesTheArticleTogetherThatAdvertisementsCutInParts) {
  const std::string page =
      "<main><h1>Night of the flood</h1><div class=part>" + kFirst +
      "</div><div class=ad><p>Buy a raincoat today and get a second raincoat for half the price!</p></div>"
      "<div class=part>" +
      kSecond + "</div><div class=ad>Advertisement</div><div class=part>" + kThird + "</div></main>";
  const Report report = read_page_of(page);
  EXPECT_EQ(words(report, SectionKind::lead), kLead);
  EXPECT_EQ(words(report, SectionKind::body), kBody);
}

TEST(Page, KeepsSubheadingsListsAndQuotations) {
  const Report report =
      read_page_of("<article>" + kArticle +
                   "<h2>What is needed</h2><ul><li>Blankets</li><li>Pumps</li></ul>"
                   "<blockquote>We lack dry socks, and we lack sleep more than anything else.</blockquote>" +
                   kFirst + "<h2>More news</h2></article>");
  EXPECT_EQ(words(report, SectionKind::body),
            kBody +
                "\nWhat is needed\nBlankets\nPumps\nWe lack dry socks, and we lack sleep more than anything else.\n" +
                kLead);
}

TEST(Page, ReadsScriptsWithoutSpacesBetweenWords) {
  const std::string paragraph(
      "\xE6\xB4\xAA\xE6\xB0\xB4\xE6\x98\xAF\xE5\x9C\xA8\xE5\xA4\x9C\xE9\x87\x8C\xE6\x9D\xA5\xE7\x9A\x84"
      "\xE5\xB8\x82\xE9\x95\xBF\xE5\x91\x8A\xE8\xAF\x89\xE8\xAE\xB0\xE8\x80\x85\xE3\x80\x82");
  const Report report = read_page_of("<div><a href=/>\xE9\xA6\x96\xE9\xA1\xB5</a></div><div><p>" + paragraph +
                                     "</p><p>" + paragraph + "</p></div>");
  EXPECT_EQ(words(report, SectionKind::body), paragraph);
}

TEST(Page, AShortNoticeWithoutParagraphsIsReadAllTheSame) {
  const Report report = read_page_of("<div>Port closed</div><a href=/>Home</a>");
  EXPECT_EQ(report.text, "Port closed");
}

TEST(Page, MetadataComeFromJsonLd) {
  const Report report = read_page_of("<article>" + kArticle + "</article>", R"(<title>x</title>
    <meta property="og:site_name" content="Not this one">
    <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "w"},
      {"@type": ["Thing", "NewsArticle"], "headline": "Night of the flood", "datePublished": "2031-03-11T07:00:00+01:00",
       "dateModified": "2031-03-11", "author": [{"name": "Jana Petrik"}, "Tom Vell", {"@id": "#x"}],
       "publisher": {"name": "Veldania Today"}, "mainEntityOfPage": {"@id": "https://V.example/flood?utm_source=a"}}]}</script>)");
  EXPECT_EQ(report.byline, "Jana Petrik, Tom Vell");
  EXPECT_EQ(report.source, "Veldania Today");
  EXPECT_EQ(report.url, "https://v.example/flood");
  EXPECT_EQ(report.published->value, "2031-03-11T07:00:00+01:00");
  EXPECT_EQ(report.published->basis, TimeBasis::json_ld);
  EXPECT_EQ(report.updated->value, "2031-03-11");
  EXPECT_EQ(report.updated->precision, TimePrecision::day);
}

TEST(Page, MetadataComeFromMetaElements) {
  const Report report = read_page_of("<article>" + kArticle + "</article>", R"(
    <link rel=canonical href="HTTPS://v.example/flood#top"><meta name=Author content=" Jana   Petrik ">
    <meta property="og:site_name" content="Veldania Today"><meta property="og:title" content="Flood!">
    <meta property="article:published_time" content="2031-03-11T07:00Z">
    <meta property="article:author" content="https://v.example/people/jana">
    <script type="application/ld+json">{"broken": </script>)");
  EXPECT_EQ(report.byline, "Jana Petrik");
  EXPECT_EQ(report.source, "Veldania Today");
  EXPECT_EQ(report.url, "https://v.example/flood");
  EXPECT_EQ(report.published->value, "2031-03-11T07:00Z");
  EXPECT_EQ(report.published->basis, TimeBasis::meta);
}

TEST(Page, ATimeUnderTheHeadlineIsThePublishedTimeAndOneElsewhereIsNot) {
  const std::string time = "<time datetime=2031-03-11>Tuesday</time>";
  EXPECT_EQ(
      read_page_of("<article><h1>Night of the flood</h1>" + time + kFirst + kSecond + "</article>").published->value,
      "2031-03-11");
  EXPECT_FALSE(read_page_of("<article><h1>Night of the flood</h1>" + kFirst + kSecond + time + "</article>").published);
}

TEST(Page, SaysNothingThatThePageDoesNotSay) {
  const auto readings = read("<html><body>" + kArticle + "</body></html>", InputKind::html);
  const Report& report = readings.at(0).value();
  EXPECT_FALSE(report.published);
  EXPECT_FALSE(report.source);
  EXPECT_FALSE(report.byline);
  EXPECT_FALSE(report.url);
  EXPECT_FALSE(report.language);
}

struct EncodedPage {
  const char* bytes;
  std::optional<std::string> transport;
};

class PageEncoding : public testing::TestWithParam<EncodedPage> {};

TEST_P(PageEncoding, IsFoundAsBrowsersDo) {
  const auto readings = read(GetParam().bytes, InputKind::html, GetParam().transport);
  ASSERT_TRUE(readings.at(0));
  EXPECT_EQ(readings[0]->text, "Caf\xC3\xA9 \xE2\x82\xAC");
}

INSTANTIATE_TEST_SUITE_P(
    , PageEncoding,
    testing::Values(EncodedPage{"<p>Caf\xC3\xA9 \xE2\x82\xAC", {}}, EncodedPage{"<p>Caf\xE9 \x80", {}},
                    EncodedPage{"<meta charset=latin1><p>Caf\xE9 \x80", {}},
                    EncodedPage{"<meta charset=koi8-r><p>Caf\xE9 \x80", "windows-1252"},
                    EncodedPage{"\xEF\xBB\xBF<p>Caf\xC3\xA9 \xE2\x82\xAC", "windows-1252"},
                    EncodedPage{"<meta http-equiv=content-type content='text/html; charset=iso-8859-1'><p>Caf\xE9 \x80",
                                {}},
                    EncodedPage{"<p>Caf&eacute; &#x20AC;", {}},
                    EncodedPage{"<p>Ca\xC2\xAD"
                                "f&eacute;&shy; &#8364;",
                                {}}));

TEST(Page, BytesThatDoNotDecodeAreMarkedNotLost) {
  const auto readings = read("<meta charset=utf-8><p>Caf\xE9 closed", InputKind::html);
  EXPECT_EQ(readings.at(0)->text, "Caf\xEF\xBF\xBD closed");
}

TEST(Page, WithoutTextIsRefused) {
  for (const std::string page : {"<html></html>", "<html><script>x()</script><img src=a><p hidden>No</p></html>"}) {
    EXPECT_EQ(read(page, InputKind::html).at(0).error().error.code, ErrorCode::empty_report) << page;
  }
}

std::string repeated(const std::string& piece, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += piece;
  return out;
}

TEST(Page, TwoHundredThousandNestedTagsLoseNoWord) {
  for (const std::string tag : {"<div>", "<b>", "<table><td>", "<ul><li>", "<svg>", "<a><p>"}) {
    const auto readings =
        read(kArticle + repeated(tag, 200'000) + "the end" + repeated("</div>", 100'000), InputKind::html);
    ASSERT_TRUE(readings.at(0)) << tag << ": " << describe(readings[0].error());
    EXPECT_NE(readings[0]->text.find(kLead), std::string::npos) << tag;
  }
}

TEST(Page, OneMadeToGrowWithoutBoundIsRefused) {
  std::string formatting;
  for (int i = 0; i < 3000; ++i) formatting += "<b id=" + std::to_string(i) + ">";
  const auto readings = read(formatting + repeated("<p>x", 100'000), InputKind::html);
  ASSERT_FALSE(readings.at(0));
  EXPECT_EQ(describe(readings[0].error()),
            "-: the page cannot be parsed: it has more than a million tags and attributes");
}

TEST(Page, OneWithAHundredThousandNamesIsRefused) {
  const std::string why = "-: the page cannot be parsed: it has more than 10000 names of tags or attributes";
  std::string attributes = "<p ";
  std::string tags;
  for (int i = 0; i < 100'000; ++i) {
    attributes += "a" + std::to_string(i) + "=1 ";
    tags += "<t" + std::to_string(i) + ">";
  }
  for (const std::string& page : {attributes + ">Port closed", tags + "Port closed"}) {
    const auto readings = read(page, InputKind::html);
    ASSERT_FALSE(readings.at(0));
    EXPECT_EQ(describe(readings[0].error()), why);
  }
}

TEST(Page, AWordOnTheBorderOfWhatIsReadAtOnceStaysWhole) {
  const std::string word = "caf\xC3\xA9";
  for (std::size_t shift = 0; shift < 12; ++shift) {
    const std::string text = repeated("x", 16'370 - shift) + " " + word + " &eacute; <b>" + word + "</b> end.";
    EXPECT_EQ(read("<p>" + text, InputKind::html).at(0)->text,
              repeated("x", 16'370 - shift) + " " + word + " \xC3\xA9 " + word + " end.");
  }
}

}  // namespace
}  // namespace sitcen::ingest
