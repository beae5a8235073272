#include <gtest/gtest.h>

#include "ingest/input_kind.h"
#include "reading.h"

namespace sitcen::ingest {
namespace {

std::vector<Reading> read_feed(std::string bytes, std::optional<std::string> url = {}) {
  IngestOptions options;
  options.url = std::move(url);
  return all_of(ReportSource::from(bytes_of(std::move(bytes)), "-", options));
}

/// The one report of a feed.
Report only(std::string bytes, std::optional<std::string> url = {}) {
  auto readings = read_feed(std::move(bytes), std::move(url));
  EXPECT_EQ(readings.size(), 1U);
  return readings.at(0).value_or(Report{});
}

std::string rss_item(const std::string& item) {
  return "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' "
         "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>Radio Orla</title>"
         "<link>http://orla.example/</link><item>" +
         item + "</item></channel></rss>";
}

std::string atom_entry(const std::string& entry, const std::string& attributes = "") {
  return "<feed xmlns='http://www.w3.org/2005/Atom' " + attributes + "><title>Northmere Wire</title><entry>" + entry +
         "</entry></feed>";
}

std::vector<std::string> others(const Report& report, MetadataField field) {
  std::vector<std::string> out;
  for (const OtherValue& other : report.other_values) {
    if (other.field == field) out.push_back(other.value);
  }
  return out;
}

TEST(Feed, AnRssItemIsAReport) {
  const Report report = only(rss_item("<title>Dam holds &amp; water falls</title><link>/news/dam?utm_source=rss</link>"
                                      "<guid isPermaLink='false'>orla:17</guid><dc:creator>Ana Kos</dc:creator>"
                                      "<pubDate>Tue, 11 Mar 31 06:20:00 GMT</pubDate><description>Short.</description>"
                                      "<content:encoded><![CDATA[<p>The dam held.</p><p>Water is <b>falling</b>.</p>"
                                      "<script>x()</script>]]></content:encoded>"),
                             "http://orla.example/feeds/all.xml");
  EXPECT_EQ(report.text, "Dam holds & water falls\nThe dam held.\nWater is falling.");
  EXPECT_EQ(report.title, "Dam holds & water falls");
  EXPECT_EQ(report.url, "http://orla.example/news/dam");
  EXPECT_EQ(report.id, "orla:17");
  EXPECT_EQ(report.byline, "Ana Kos");
  EXPECT_EQ(report.source, "Radio Orla");
  ASSERT_TRUE(report.published);
  EXPECT_EQ(report.published->value, "2031-03-11T06:20:00Z");
  EXPECT_EQ(report.published->basis, TimeBasis::feed);
  EXPECT_FALSE(report.updated);
  ASSERT_EQ(report.sections.size(), 3U);
  EXPECT_EQ(report.sections[0].kind, SectionKind::headline);
  EXPECT_EQ(report.sections[1].kind, SectionKind::lead);
  EXPECT_EQ(report.sections[2].kind, SectionKind::body);
}

TEST(Feed, AnAtomEntryIsAReport) {
  const Report report =
      only(atom_entry("<id>tag:north.example,2031:9</id><title type='html'>Ferry &lt;i>late&lt;/i></title>"
                      "<link rel='edit' href='/edit'/><link href='story/9#top'/>"
                      "<author><name>Tomas Vell</name></author><author><name>Ana Kos</name></author>"
                      "<published>2031-03-12T10:00:00+01:00</published>"
                      "<updated>2031-03-12T11:00:00Z</updated>"
                      "<content type='xhtml'><x:div xmlns:x='http://www.w3.org/1999/xhtml'><x:p>One &lt; two."
                      "</x:p><x:p/><x:p>Three.</x:p></x:div></content>",
                      "xml:base='http://north.example/a/' xml:lang='en-GB'"));
  EXPECT_EQ(report.text, "Ferry late\nOne < two.\nThree.");
  EXPECT_EQ(report.url, "http://north.example/a/story/9");
  EXPECT_EQ(report.byline, "Tomas Vell, Ana Kos");
  EXPECT_EQ(report.language, "en-GB");
  EXPECT_EQ(report.published->value, "2031-03-12T10:00:00+01:00");
  EXPECT_EQ(report.updated->value, "2031-03-12T11:00:00Z");
}

TEST(Feed, TheFormOfATextIsAsItsElementSays) {
  const auto text = [](const std::string& content) { return only(atom_entry(content)).text; };
  EXPECT_EQ(text("<summary>Fish &amp;amp; <![CDATA[<b>]]></summary>"), "Fish &amp; <b>");
  EXPECT_EQ(text("<content type='html'>A&lt;br>&lt;br>B</content>"), "A\nB");
  EXPECT_EQ(text("<content type='text/plain' mode='base64'>\nVGhlIGRh\nbQ==\n</content>"), "The dam");
  EXPECT_EQ(text("<content type='application/octet-stream'>!</content><summary>S</summary>"), "S");
  EXPECT_EQ(text("<content type='xhtml'>1 &lt;b> 2</content>"), "1 <b> 2");
}

TEST(Feed, WhatLooksLikeHtmlInRssIsHtmlAndNothingElse) {
  const auto text = [](const std::string& words) {
    return only(rss_item("<description>" + words + "</description>")).text;
  };
  EXPECT_EQ(text("AT&T rose 5 &lt; 6 in List&lt;String&gt;"), "AT&T rose 5 < 6 in List<String>");
  EXPECT_EQ(text("Caf&eacute; &amp;eacute; &#8364;&#x80;"), "Caf\u00e9 \u00e9 \u20ac\u20ac");
  EXPECT_EQ(text("One.\n  Still one.\n\nTwo."), "One. Still one.\nTwo.");
  EXPECT_EQ(text("Before &lt;object data='x'> after"), "Before after");
}

TEST(Feed, AnItemWithATitleAloneIsAReportOfItsTitleAndOneWithNeitherIsRefused) {
  const auto readings = read_feed(
      "<rss><channel><item><title>Only a title</title></item><item><guid>empty:2</guid>"
      "</item><item/><item><title>Third</title></item></channel></rss>");
  ASSERT_EQ(readings.size(), 4U);
  EXPECT_EQ(readings[0]->text, "Only a title");
  EXPECT_EQ(describe(readings[1].error()), "-!empty:2: the report has no text");
  EXPECT_EQ(describe(readings[2].error()), "-!3: the report has no text");
  EXPECT_EQ(readings[3]->text, "Third");
}

TEST(Feed, AnIdThatIsNoAddressIsOfItsFeedAlone) {
  const std::string item = "<title>T</title><guid isPermaLink='false'>17</guid>";
  EXPECT_EQ(only(rss_item(item), "http://a.example/rss").id, "http://a.example/rss#17");
  EXPECT_EQ(only(rss_item(item)).id, "http://orla.example/#17");
  EXPECT_NE(only(rss_item(item), "http://a.example/rss").key, only(rss_item(item), "http://b.example/rss").key);
}

TEST(Feed, AnIdThatRepeatsIsRead) {
  const auto readings = read_feed(
      "<rss><channel><item><guid>a:1</guid><title>One</title></item>"
      "<item><guid>a:1</guid><title>Two</title></item></channel></rss>");
  ASSERT_EQ(readings.size(), 2U);
  EXPECT_EQ(readings[0]->key, readings[1]->key);
  EXPECT_NE(readings[0]->version, readings[1]->version);
}

TEST(Feed, ContradictionsAreKept) {
  const Report report =
      only(rss_item("<title>One</title><dc:title>Another</dc:title>"
                    "<pubDate>11 Mar 2031</pubDate><dc:date>2031-03-10</dc:date>"
                    "<lastBuildDate>01/02/2031</lastBuildDate>"));
  EXPECT_EQ(report.title, "One");
  EXPECT_EQ(others(report, MetadataField::title), std::vector<std::string>{"Another"});
  EXPECT_EQ(report.published->value, "2031-03-11");
  EXPECT_EQ(others(report, MetadataField::published), std::vector<std::string>{"2031-03-10"});
  EXPECT_FALSE(report.updated) << "01/02/2031 has two readings";
  EXPECT_EQ(others(report, MetadataField::updated), std::vector<std::string>{"01/02/2031"});
}

TEST(Feed, AnItemPassedOnNamesWhereItWasFirst) {
  const Report report = only(atom_entry("<title>T</title><source><id>x:1</id><title>Pressgate</title></source>"));
  EXPECT_EQ(report.source, "Pressgate");
  EXPECT_EQ(others(report, MetadataField::source), std::vector<std::string>{"Northmere Wire"});
}

TEST(Feed, TheFeedMayNameItselfAfterItsItems) {
  const auto readings = read_feed(
      "<rdf:RDF xmlns='http://purl.org/rss/1.0/' xmlns:rdf="
      "'http://www.w3.org/1999/02/22-rdf-syntax-ns#'><item rdf:about='http://o.example/1'>"
      "<title>T</title></item><channel><title>Late</title></channel></rdf:RDF>");
  ASSERT_EQ(readings.size(), 1U);
  EXPECT_EQ(readings[0]->source, "Late");
  EXPECT_EQ(readings[0]->id, "http://o.example/1");
}

TEST(Feed, AuthorsLoseTheirMailAddress) {
  for (const std::string author : {"ana@orla.example (Ana Kos)", "Ana Kos &lt;ana@orla.example>", "Ana Kos"}) {
    EXPECT_EQ(only(rss_item("<title>T</title><author>" + author + "</author>")).byline, "Ana Kos");
  }
  EXPECT_EQ(only(rss_item("<title>T</title><author>ana@orla.example</author>")).byline, "ana@orla.example");
}

TEST(Feed, ANewsSitemapIsAFeed) {
  const Report report = only(
      "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:n="
      "'http://www.google.com/schemas/sitemap-news/0.9'><url><loc>https://p.example/a</loc><n:news>"
      "<n:publication><n:name>Pressgate</n:name><n:language>en</n:language></n:publication>"
      "<n:publication_date>2031-03-12</n:publication_date><n:title>Flood toll</n:title></n:news>"
      "</url></urlset>");
  EXPECT_EQ(report.text, "Flood toll");
  EXPECT_EQ(report.source, "Pressgate");
  EXPECT_EQ(report.url, "https://p.example/a");
  EXPECT_EQ(report.language, "en");
  EXPECT_EQ(report.published->value, "2031-03-12");
}

TEST(Feed, JsonFeedsAreRead) {
  const Report report = only(R"({"version": "https://jsonfeed.org/version/1.1", "title": "Orla", "language": "en",
    "home_page_url": "http://orla.example", "items": [{"id": 7, "url": "/7", "title": "Gale", "summary": "No.",
    "content_html": "<p>Wind.</p><p>Rain.</p>", "date_published": "2031-03-12T10:00:00Z",
    "authors": [{"name": "Ana Kos"}, {"name": "Tomas Vell"}]}]})",
                             "http://orla.example/feed.json");
  EXPECT_EQ(report.text, "Gale\nWind.\nRain.");
  EXPECT_EQ(report.id, "http://orla.example/feed.json#7");
  EXPECT_EQ(report.url, "http://orla.example/7");
  EXPECT_EQ(report.byline, "Ana Kos, Tomas Vell");
  EXPECT_EQ(report.source, "Orla");
  EXPECT_EQ(report.language, "en");
  EXPECT_EQ(report.published->value, "2031-03-12T10:00:00Z");
}

TEST(Feed, AJsonFeedThatIsNoneSaysWhy) {
  for (const std::string bytes : {"", "{", "[]", "{\"items\": 1}", "{\"items\": []}"}) {
    const auto readings = read(bytes, InputKind::jsonfeed);
    ASSERT_EQ(readings.size(), 1U);
    EXPECT_EQ(readings[0].error().error.code, ErrorCode::bad_feed) << bytes;
  }
}

TEST(Feed, IsKnownByItsRoot) {
  EXPECT_EQ(kind_of_content("<?xml version='1.0'?>\n<!-- c > --><rss>"), InputKind::rss);
  EXPECT_EQ(kind_of_content("\xEF\xBB\xBF<feed\nxmlns="), InputKind::atom);
  EXPECT_EQ(kind_of_content("<rdf:RDF "), InputKind::rss);
  EXPECT_EQ(kind_of_content("<!DOCTYPE rss [x]><rss>"), InputKind::rss);
  EXPECT_EQ(kind_of_content("<urlset>"), InputKind::sitemap);
  EXPECT_EQ(kind_of_content(R"({"version":"https:\/\/jsonfeed.org\/version\/1"})"), InputKind::jsonfeed);
  EXPECT_EQ(kind_of_content("<html><feed>"), InputKind::html);
  EXPECT_EQ(kind_of_content("<note>"), InputKind::text);
}

TEST(IllFormedFeed, IsReadAllTheSame) {
  // No end tags, a reference that nobody declared, an ampersand alone, a control character, a title within a title.
  const auto readings = read_feed(
      "<rss><channel><title>Orla<item><title>A&nbsp;& B<link>http://o.example/1"
      "<description>Text\x01 one <br> more<item><title>C <x> D</title></wrong></item>");
  ASSERT_EQ(readings.size(), 2U);
  EXPECT_EQ(readings[0]->title, "A & B");
  EXPECT_EQ(readings[0]->url, "http://o.example/1");
  EXPECT_EQ(readings[0]->text, "A & B\nText one\nmore");
  EXPECT_EQ(readings[1]->title, "C D");
  EXPECT_EQ(readings[1]->source, "Orla");
}

TEST(IllFormedFeed, AFeedCutAnywhereIsReadOrRefused) {
  const std::string whole = rss_item("<title>T &amp; <![CDATA[x]]></title><link>http://o.example/</link><!-- c -->");
  for (std::size_t size = 0; size < whole.size(); ++size) {
    for (const Reading& reading : read(whole.substr(0, size), InputKind::rss)) {
      EXPECT_TRUE(reading || !describe(reading.error()).empty());
    }
  }
}

TEST(IllFormedFeed, WhatIsNoFeedSaysSo) {
  for (const std::string bytes : {"", "words", "<", "<note>x</note>", "<html><item>x</item></html>", "<rss/>"}) {
    const auto readings = read(bytes, InputKind::rss);
    ASSERT_EQ(readings.size(), 1U);
    ASSERT_FALSE(readings[0]);
    EXPECT_EQ(readings[0].error().error.code, ErrorCode::bad_feed) << bytes;
  }
}

TEST(HostileFeed, EntitiesAreNeverExpanded) {
  const Report bomb = only(
      "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>"
      "<!ENTITY c SYSTEM 'file:///etc/passwd'>]>" +
      rss_item("<title>&b;&c;</title>"));
  EXPECT_EQ(bomb.text, "&b;&c;");
}

TEST(HostileFeed, AHundredThousandItemsAreReadOneAtATime) {
  std::string feed = "<rss><channel>";
  for (int i = 0; i < 100'000; ++i) feed += "<item><title>Item " + std::to_string(i) + "</title></item>";
  auto source = ReportSource::from(bytes_of(feed), "-");
  std::size_t count = 0;
  while (const auto reading = source.next()) count += reading->has_value() ? 1U : 0U;
  EXPECT_EQ(count, 100'000U);
}

TEST(HostileFeed, DepthAndNumberAreBounded) {
  std::string deep = "<rss><channel><item><title>T</title><description>";
  for (int i = 0; i < 200'000; ++i) deep += "<b>";
  EXPECT_EQ(only(deep + "end").text, "T\nend");

  std::string many = "<rss><channel>";
  for (int i = 0; i < 1'100'000; ++i) many += "<a/>";
  const auto readings = read(many, InputKind::rss);
  ASSERT_EQ(readings.size(), 1U);
  EXPECT_EQ(describe(readings[0].error()), "-: the feed cannot be read: it has more than a million elements");
}

TEST(FeedEncoding, IsFoundWhateverTheFeedSays) {
  const auto title = [](const std::string& head, const std::string& bytes) {
    return only(head + "<rss><channel><item><title>" + bytes + "</title></item></channel></rss>").text;
  };
  EXPECT_EQ(title("<?xml version='1.0' encoding='windows-1251'?>", "\xCC\xE8\xF0"), "\u041C\u0438\u0440");
  EXPECT_EQ(title("<?xml version='1.0' encoding='windows-1251'?>", "\u20AC"), "\u0432\u201A\u00AC");
  EXPECT_EQ(title("<?xml version='1.0' encoding='utf-8'?>", "caf\xE9 \x93x\x94"), "caf\u00e9 \u201cx\u201d");
  EXPECT_EQ(title("<?xml version='1.0' encoding='utf-8'?>", "\u00e9\u00e9\u00e9\u00e9 \xFF"),
            "\u00e9\u00e9\u00e9\u00e9 \uFFFD");
  EXPECT_EQ(title("<?xml version='1.0' encoding='utf-16'?>", "\u00e9"), "\u00e9");
  EXPECT_EQ(title("<?xml version='1.0' encoding='no-such'?>", "\u00e9"), "\u00e9");
}

}  // namespace
}  // namespace sitcen::ingest
