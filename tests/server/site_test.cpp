// Pages and API over a real store, without sockets.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "sample.h"
#include "server/routes.h"
#include "server/target.h"

namespace sitcen::server {
namespace {

using nlohmann::json;

/// A store with the sample in it, and the handler over it.
class SiteTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    file_ = std::filesystem::temp_directory_path() / ("sitcen-site-" + std::to_string(::getpid()) + ".sqlite");
    auto store = *store::open_store(file_, store::Access::write);
    ASSERT_TRUE(store->add(test::sample()));
    store.reset();
    handler_ = make_handler({*picture::Readers::open(file_), "0.1.0"});
  }
  static void TearDownTestSuite() {
    handler_ = nullptr;
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file_.string() + suffix);
  }

  static Response get(const std::string& target, std::vector<Header> headers = {}, const std::string& method = "GET") {
    return handler_({method, target, std::move(headers), ""});
  }
  static std::string page(const std::string& target) {
    const Response response = get(target);
    EXPECT_EQ(response.status, 200) << target;
    EXPECT_EQ(response.type, "text/html; charset=utf-8");
    return response.body;
  }
  static json api(const std::string& target) {
    const Response response = get(target);
    EXPECT_EQ(response.status, 200) << target << response.body;
    EXPECT_EQ(response.type, "application/json");
    return json::parse(response.body);
  }
  /// The key of the report with this id.
  static std::string key_of(const std::string& id) {
    const json answer = api("/api/v1/reports");
    for (const json& row : answer["rows"])
      if (row["id"] == id) return row["key"];
    return "";
  }

 private:
  inline static std::filesystem::path file_;
  inline static Handler handler_;
};

using Pages = SiteTest;
using Api = SiteTest;

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

/// What stands between `begin` and the next quotation mark, wherever `begin` is, in order.
std::vector<std::string> after_each(const std::string& text, const std::string& begin) {
  std::vector<std::string> out;
  for (std::size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at)) {
    at += begin.size();
    out.push_back(text.substr(at, text.find('"', at) - at));
  }
  return out;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

/// The text of a page's part as a browser shows it: tags away, entities back.
std::string shown(const std::string& html) {
  std::string text;
  bool in_tag = false;
  for (const char c : html) {
    if (c == '<') in_tag = true;
    if (!in_tag) text += c;
    if (c == '>') in_tag = false;
  }
  for (const auto& [entity, character] : {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}})
    text = replaced(text, entity, character);
  return text;
}

std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t from = text.find(begin);
  return text.substr(from, text.find(end, from) - from);
}

TEST_F(Pages, TheListHasEveryReportNewestFirstUnderItsDay) {
  const std::string html = page("/");
  std::size_t at = 0;
  for (const char* words : {"5 reports",          "1 rejected",    "last taken in",
                            "Thu 13 March 2031",  "23:30 UTC",     "Wed 12 March 2031",
                            "07:05 no zone",      "Вода уходит",   "Бренна 24",
                            "Tue 11 March 2031",  "الميناء مفتوح", "source not given",
                            "Mon 10 March 2031",  "07:40 UTC",     "Freighter stopped in the Selm Strait",
                            "The Halvik Courier", "7 statements",  "5 actors",
                            "No published time",  "note.txt"}) {
    at = html.find(words, at);
    ASSERT_NE(at, std::string::npos) << words;
  }
}

TEST_F(Pages, TheListTurnsByCursor) {
  std::set<std::string> seen;
  std::string target = "/?limit=2";
  for (int turns = 0; !target.empty(); ++turns) {
    ASSERT_LT(turns, 3);
    const std::string html = page(target);
    for (const std::string& key : after_each(html, "href=\"/reports/")) EXPECT_TRUE(seen.insert(key).second) << html;
    const auto next = after_each(html, "rel=\"next\" href=\"");
    target = next.empty() ? "" : replaced(next.front(), "&amp;", "&");
  }
  EXPECT_EQ(seen.size(), 5U);
}

TEST_F(Pages, TheListCanShowOneSource) {
  const std::string html = page("/?source=The+Halvik+Courier");
  EXPECT_TRUE(has(html, "Only reports from"));
  EXPECT_EQ(after_each(html, "href=\"/reports/").size(), 1U);
}

TEST_F(Pages, AReportShowsItsTextToTheLetter) {
  const std::string html = page("/reports/" + key_of("strait"));
  const std::string text = shown(between(html, "<div class=\"words\"", "</div>"));
  for (const char* paragraph :
       {"HALVIK. A Norlandian freighter was stopped by the Karvian coastguard early on Monday and escorted to the "
        "naval "
        "harbour of Tesmir, the owner of the ship said.",
        "Karvia denied that its coastguard had opened fire. \"Not a single shot was fired,\" said ministry spokeswoman "
        "Lena Marek. \"Whoever heard something heard the wind.\""})
    EXPECT_TRUE(has(text, paragraph)) << text;
  // The headline is the page's heading, not said twice.
  EXPECT_TRUE(has(html, "<h1 lang=\"en\" dir=\"auto\">Freighter stopped in the Selm Strait</h1>"));
  EXPECT_FALSE(has(text, "Freighter stopped"));
}

TEST_F(Pages, EveryDatumLeadsToItsWordsAndEveryMarkToItsDatum) {
  for (const char* id : {"strait", "ru", "ar", "hostile", "note"}) {
    const std::string html = page("/reports/" + key_of(id));
    std::set<std::string> anchors;
    for (const std::string& anchor : after_each(html, " id=\"")) EXPECT_TRUE(anchors.insert(anchor).second) << anchor;
    for (const std::string& link : after_each(html, "href=\"#"))
      EXPECT_TRUE(anchors.contains(link)) << id << " " << link;
  }
  const std::string html = page("/reports/" + key_of("strait"));
  for (int i = 1; i <= 7; ++i) {
    const std::string number = std::to_string(i);
    for (const std::string& link : {"#s" + number, "#w-s" + number})
      EXPECT_TRUE(has(html, "href=\"" + link + "\"")) << link;
  }
  for (const char* link : {"#a3", "#w-a3-1", "#w-a3-2", "#w-a3-3", "#w-a3-4", "#f1", "#w-f1", "#e1", "#w-e1", "#w-e2",
                           "#e3", "#t1", "#w-t1", "#w-p1", "#p2", "#w-p2"})
    EXPECT_TRUE(has(html, std::string("href=\"") + link + "\"")) << link;
}

TEST_F(Pages, NestedWordsBelongToAllTheirData) {
  const std::string html = page("/reports/" + key_of("strait"));
  // Statement 3 stands in statement 2; its speaker is actor 3: three data on the same two words.
  EXPECT_TRUE(has(html, "<a class=\"m said s2 who s3 name a3\" id=\"w-a3-1\" href=\"#a3\">President Eskeland</a>"))
      << between(html, "There were", "believe");
  EXPECT_TRUE(has(html, "<a class=\"m said s2 said s3\" href=\"#s3\" tabindex=\"-1\">nobody </a>"));
  EXPECT_TRUE(has(html, "inside <a href=\"#s2\">statement 2</a>"));
}

TEST_F(Pages, AStatementSaysWhoHowAndByWhichRule) {
  const std::string html = page("/reports/" + key_of("strait"));
  const std::string datum = shown(between(html, "id=\"s4\"", "</li>"));
  for (const char* words :
       {"its coastguard had opened fire", "denied", "indirect", "cue denied", "rule quotation, score 0.97"})
    EXPECT_TRUE(has(datum, words)) << words << " in " << datum;
  EXPECT_TRUE(has(shown(between(html, "Who said what", "Who is named")), "Sigrid Lund"));
}

TEST_F(Pages, TextOfReportsIsNeverMarkup) {
  for (const std::string& target :
       {std::string("/"), "/reports/" + key_of("hostile"), std::string("/search?q=alert"),
        std::string("/search?q=%3Cscript%3Ealert(9)"), std::string("/rejected"), std::string("/events"),
        std::string("/?source=%22%3E%3Cscript%3Ealert(4)%3C%2Fscript%3E")}) {
    const std::string html = page(target);
    EXPECT_FALSE(has(replaced(html, "<script type=\"module\" src=\"/assets/", ""), "<script")) << target;
    EXPECT_FALSE(has(html, "<img")) << target;
    EXPECT_FALSE(has(html, "<i ")) << target;
    EXPECT_FALSE(has(html, "<b>")) << target;
    EXPECT_FALSE(has(html, "href=\"javascript:")) << target;
    EXPECT_FALSE(has(html, "\" onload=")) << target;
  }
  const std::string html = page("/reports/" + key_of("hostile"));
  EXPECT_TRUE(has(html, "&lt;script&gt;alert(1)&lt;/script&gt;"));
  EXPECT_TRUE(has(html, "&lt;/blockquote&gt;&lt;img src=x onerror=alert(2)&gt;"));
  EXPECT_FALSE(has(html, std::string(1, '\x01')));
}

TEST_F(Pages, WordsOfReportsCarryTheirLanguageAndDirection) {
  const std::string html = page("/reports/" + key_of("ar"));
  EXPECT_TRUE(has(html, "<h1 lang=\"ar\" dir=\"auto\">"));
  EXPECT_TRUE(has(html, "<div class=\"words\" lang=\"ar\">"));
  EXPECT_TRUE(has(html, "<p class=\"body\" dir=\"auto\">"));
}

TEST_F(Pages, AReportIsFoundByItsIdAndByTheBeginningOfItsKey) {
  const std::string key = key_of("strait");
  for (const std::string& name : {std::string("strait"), key.substr(0, 12)}) {
    const Response response = get("/reports/" + name);
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(response.header("Location"), "/reports/" + key);
  }
}

TEST_F(Pages, RejectedInputsAreListedWithTheirReason) {
  const std::string html = page("/rejected");
  for (const char* words : {"inbox/cut.jsonl", "line 7", "not a JSON report: &lt;the string ends&gt;", "bad_json"})
    EXPECT_TRUE(has(html, words)) << words;
}

TEST_F(Pages, SearchShowsTheWordsInTheirSentence) {
  const std::string html = page("/search?q=wind");
  EXPECT_TRUE(has(html, "1 report"));
  EXPECT_TRUE(has(html, "<mark>wind</mark>"));
  EXPECT_TRUE(has(html, "/reports/" + key_of("strait") + "#:~:text=wind"));
  EXPECT_TRUE(has(html, "value=\"wind\""));
  EXPECT_TRUE(has(page("/search?q=nowhere"), "No report has all of these words"));
  EXPECT_TRUE(has(page("/search"), "Quotation marks"));
}

TEST_F(Pages, ErrorsArePagesThatSayWhatIsWrong) {
  for (const auto& [target, status, words] : {std::tuple{"/nothing", 404, "there is nothing at /nothing"},
                                              {"/reports/zzz", 404, "no report zzz"},
                                              {"/../etc/passwd", 404, "nothing at"},
                                              {"/%2e%2e/x", 404, "nothing at"},
                                              {"/?limit=0", 400, "limit"},
                                              {"/?colour=red", 400, "there is no parameter colour"},
                                              {"/?since=soon", 400, "not a time: soon"},
                                              {"/search?q=%22open", 400, "open"},
                                              {"/%zz", 400, "two hex digits"},
                                              {"/assets/style.css", 404, "nothing at"}}) {
    const Response response = get(target);
    EXPECT_EQ(response.status, status) << target;
    EXPECT_EQ(response.type, "text/html; charset=utf-8");
    EXPECT_TRUE(has(shown(response.body), words)) << response.body;
    EXPECT_EQ(response.header("Cache-Control"), "no-store");
  }
}

TEST_F(Pages, OtherMethodsAreRefusedWithWhatIsAllowed) {
  const Response response = get("/", {}, "POST");
  EXPECT_EQ(response.status, 405);
  EXPECT_EQ(response.header("Allow"), "GET, HEAD");
  EXPECT_EQ(get("/nothing", {}, "POST").status, 404);
}

TEST_F(Pages, EveryAnswerKeepsForeignContentOut) {
  for (const char* target : {"/", "/nothing", "/api/v1/reports", "/api/v1/nothing", "/healthz", "/links/1.css"}) {
    const Response response = get(target);
    const std::string policy(response.header("Content-Security-Policy").value_or(""));
    for (const char* rule : {"default-src 'none'", "script-src 'self'", "style-src 'self'", "base-uri 'none'",
                             "form-action 'self'", "frame-ancestors 'none'"})
      EXPECT_TRUE(has(policy, rule)) << target;
    EXPECT_FALSE(has(policy, "unsafe"));
    EXPECT_EQ(response.header("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(response.header("Referrer-Policy"), "no-referrer");
  }
}

TEST_F(Pages, WhatAPageLoadsIsThereAndKept) {
  const std::string html = page("/reports/" + key_of("strait"));
  EXPECT_FALSE(has(html, "style=\""));
  for (const char* begin : {"<link rel=\"stylesheet\" href=\"", "<link rel=\"icon\" type=\"image/svg+xml\" href=\"",
                            "<script type=\"module\" src=\""}) {
    const std::vector<std::string> found = after_each(html, begin);
    EXPECT_FALSE(found.empty()) << begin;
    for (const std::string& address : found) {
      const Response response = get(address);
      EXPECT_EQ(response.status, 200) << address;
      const bool kept = has(std::string(*response.header("Cache-Control")), "immutable");
      EXPECT_EQ(kept, address.starts_with("/assets/")) << address;
    }
  }
}

TEST_F(Pages, TheSheetOfLinksHasARuleForEachStatementAndABound) {
  EXPECT_EQ(get("/links/2.css").body,
            "#w-s1:target~.s1{background:var(--lit)}\n#w-s2:target~.s2{background:var(--lit)}\n");
  EXPECT_EQ(get("/links/0.css").body, "");
  for (const char* target : {"/links/1", "/links/-1.css", "/links/10001.css", "/links/99999999999.css", "/links/x.css"})
    EXPECT_EQ(get(target).status, 404) << target;
}

TEST_F(Pages, AnUnchangedAnswerIsNotSentAgain) {
  const Response first = get("/");
  const std::string tag(*first.header("ETag"));
  for (const std::string& known : {tag, "\"other\", W/" + tag, std::string("*")}) {
    const Response again = get("/", {{"If-None-Match", known}});
    EXPECT_EQ(again.status, 304) << known;
    EXPECT_TRUE(again.body.empty());
    EXPECT_EQ(again.header("ETag"), tag);
  }
  EXPECT_EQ(get("/", {{"if-none-match", "\"other\""}}).status, 200);
  EXPECT_NE(get("/rejected").header("ETag"), tag);
}

TEST_F(Api, ReportsAreRowsOfSitcenQuery) {
  const json answer = api("/api/v1/reports");
  EXPECT_EQ(answer["schema"], "sitcen.query/1");
  EXPECT_EQ(answer["as_of"], "2031-03-14T06:00:00Z");
  EXPECT_TRUE(answer["next"].is_null());
  ASSERT_EQ(answer["rows"].size(), 5U);
  const json& row = answer["rows"][3];
  EXPECT_EQ(row["id"], "strait");
  for (const char* name : {"version", "versions", "origin", "source", "url", "title", "published", "fetched",
                           "language", "status", "reason", "copy_of", "story"})
    EXPECT_TRUE(row.contains(name)) << name;
  EXPECT_EQ(row["status"], "read");
}

TEST_F(Api, ListsTurnByCursorAndNameTheNextPage) {
  std::set<std::string> seen;
  std::string after;
  for (int turns = 0; turns < 3; ++turns) {
    const Response response = get("/api/v1/reports?limit=2" + (after.empty() ? "" : "&after=" + percent_encode(after)));
    const json answer = json::parse(response.body);
    for (const json& row : answer["rows"]) EXPECT_TRUE(seen.insert(row["key"]).second);
    EXPECT_EQ(answer["next"].is_null(), turns == 2);
    EXPECT_EQ(response.header("Link").has_value(), turns < 2);
    if (turns == 2) break;
    after = answer["next"];
    const std::string link(*response.header("Link"));
    EXPECT_EQ(link, "</api/v1/reports?limit=2&after=" + percent_encode(after) + ">; rel=\"next\"");
  }
  EXPECT_EQ(seen.size(), 5U);
}

TEST_F(Api, ReportsCanBeBoundByTimeSourceAndStatus) {
  EXPECT_EQ(api("/api/v1/reports?since=2031-03-12")["rows"].size(), 2U);
  EXPECT_EQ(api("/api/v1/reports?until=2031-03-11T00:00:00Z")["rows"].size(), 1U);
  EXPECT_EQ(api("/api/v1/reports?source=nobody")["rows"].size(), 0U);
  EXPECT_EQ(api("/api/v1/reports?as_of=2031-03-13T00:00:00Z")["rows"].size(), 0U);
  const json rejected = api("/api/v1/reports?status=rejected");
  ASSERT_EQ(rejected["rows"].size(), 1U);
  EXPECT_EQ(rejected["rows"][0]["status"], "rejected");
  EXPECT_EQ(rejected["rows"][0]["reason"], "line 7: not a JSON report: <the string ends>");
}

TEST_F(Api, AReportHasAllThatWasReadFromItInTheUnitAskedFor) {
  const json report = api("/api/v1/reports/" + key_of("ru"));
  EXPECT_EQ(report["schema"], "sitcen.read/1");
  EXPECT_EQ(report["offsets"], "codepoint");
  EXPECT_EQ(report["report"]["text"], "Министр: вода уходит.\n");
  EXPECT_EQ(report["statements"][0]["content"], json::parse("[[9, 21]]"));
  const json bytes = api("/api/v1/reports/ru?offsets=byte");
  EXPECT_EQ(bytes["statements"][0]["content"], json::parse("[[16, 38]]"));
}

TEST_F(Api, SearchGivesMatchesByPlace) {
  const json answer = api("/api/v1/search?q=coastguard");
  ASSERT_EQ(answer["rows"].size(), 1U);
  EXPECT_EQ(answer["rows"][0]["report"], "strait");
  EXPECT_EQ(answer["rows"][0]["spans"].size(), 2U);
}

TEST_F(Api, SaidGivesStatementsWithTheirEvidence) {
  const json answer = api("/api/v1/said?source=The+Halvik+Courier&limit=3");
  ASSERT_EQ(answer["rows"].size(), 3U);
  EXPECT_TRUE(answer["next"].is_string());
  EXPECT_EQ(answer["rows"][1]["speaker"]["name"], "Sigrid Lund");
  EXPECT_EQ(answer["rows"][1]["evidence"][0]["text"],
            "Our captain was told to switch off the engines, and he did so at once,");
}

TEST_F(Api, FiguresGiveEachSourcesValue) {
  const json answer = api("/api/v1/figures?thing=people&kind=number");
  ASSERT_EQ(answer["rows"].size(), 1U);
  EXPECT_EQ(answer["rows"][0]["thing"], "people");
  EXPECT_EQ(answer["rows"][0]["points"][0]["value"], 17);
  EXPECT_EQ(answer["rows"][0]["points"][0]["evidence"][0]["text"], "17");
  EXPECT_TRUE(answer["next"].is_null());
  EXPECT_TRUE(api("/api/v1/figures?kind=money")["rows"].empty());
}

TEST_F(Api, TimesPlacesAndEventsAreListedNarrowedAndTurned) {
  const json times = api("/api/v1/times?from=2031-03-10&to=2031-03-10&type=time");
  ASSERT_EQ(times["rows"].size(), 1U);
  EXPECT_EQ(times["rows"][0]["value"], "2031-03-10TMO");
  EXPECT_EQ(times["rows"][0]["evidence"][0]["text"], "early on Monday");
  const json places = api("/api/v1/places?near=59.9,10.7&km=10&role=&offsets=byte");
  ASSERT_EQ(places["rows"].size(), 1U);
  EXPECT_EQ(places["rows"][0]["gazetteer"], "geonames:3143244");
  EXPECT_EQ(api("/api/v1/places?role=actor")["rows"].size(), 1U);
  const json all = api("/api/v1/events");
  ASSERT_EQ(all["rows"].size(), 4U);
  EXPECT_EQ(all["rows"][0]["actors"][0]["name"], "Karvian coastguard");
  EXPECT_EQ(api("/api/v1/events?actor=Karvian+coastguard&modality=denied")["rows"].size(), 1U);
  EXPECT_EQ(api("/api/v1/events?place=oslo")["rows"][0]["type"], "CONSULT");
  json paged = json::array();
  std::string after;
  do {
    const json page = api("/api/v1/events?limit=3" + (after.empty() ? "" : "&after=" + percent_encode(after)));
    for (const json& row : page["rows"]) paged.push_back(row);
    after = page["next"].is_null() ? "" : page["next"].get<std::string>();
  } while (!after.empty());
  EXPECT_EQ(paged, all["rows"]);
}

TEST_F(Pages, AReportShowsWhatHappenedWhenAndWhere) {
  const std::string html = page("/reports/" + key_of("strait"));
  const std::string event = between(html, "id=\"e1\"", "</li>");
  for (const char* words : {"COERCE/seize", "asserted", "by Karvian coastguard (KRV MIL)", "to A Norlandian freighter",
                            "time 2031-03-10TMO", "inside statement 1", "rule verb, score 0.80"})
    EXPECT_TRUE(has(shown(event), words)) << words << " in " << shown(event);
  for (const char* link : {"#a1", "#t1", "#s1", "#w-e1"})
    EXPECT_TRUE(has(event, std::string("href=\"") + link)) << link;
  const std::string time = shown(between(html, "id=\"t1\"", "</li>"));
  EXPECT_TRUE(has(time, "2031-03-10TMOTIMEfrom the report's date")) << time;
  const std::string place = shown(between(html, "id=\"p2\"", "</li>"));
  for (const char* words : {"settlement in NOR", "59.91, 10.75", "largest", "else Oslo, USA"})
    EXPECT_TRUE(has(place, words)) << words << " in " << place;
  EXPECT_TRUE(has(html, "<a class=\"m said s1 act e1\" id=\"w-e1\" href=\"#e1\" title=\"COERCE/seize\">stopped</a>"))
      << between(html, "HALVIK", "escorted");
  // A country that acts: the actor is the link, and the place has its anchor all the same.
  EXPECT_TRUE(has(html, "<span id=\"w-p1\"></span><a class=\"m who s4 fact p1 name a4\" id=\"w-a4-1\" href=\"#a4\">"))
      << between(html, "the wind", "denied");
  EXPECT_FALSE(has(page("/reports/" + key_of("ru")), "What happened"));
}

TEST_F(Api, SaidIsNarrowedBySpeakerSubjectAndModality) {
  const auto words = [](const std::string& query) {
    std::vector<std::string> out;
    const json answer = api("/api/v1/said?" + query);
    for (const json& row : answer["rows"]) out.push_back(row["text"]);
    return out;
  };
  using Words = std::vector<std::string>;
  EXPECT_EQ(words("by=marek"), (Words{"Not a single shot was fired, ... Whoever heard something heard the wind."}));
  EXPECT_EQ(words("by=president+of+Norlandia").size(), 3U);
  EXPECT_EQ(words("modality=denied"), (Words{"its coastguard had opened fire"}));
  EXPECT_EQ(words("about=coastguard&modality="), words("about=karvian+coastguard"));
  EXPECT_EQ(words("about=coastguard").size(), 2U);
}

TEST_F(Api, WhoListsSpeakersPageByPage) {
  const json all = api("/api/v1/who");
  ASSERT_GT(all["rows"].size(), 4U);
  EXPECT_EQ(all["rows"][0]["name"], "Marta Eskeland");
  EXPECT_EQ(all["rows"][0]["statements"], 3);
  EXPECT_EQ(all["rows"][0]["roles"][0]["title"], "President");
  EXPECT_EQ(all["rows"][0]["roles"][0]["evidence"][0]["text"], "President");
  json paged = json::array();
  std::string after;
  do {
    const json page = api("/api/v1/who?limit=2" + (after.empty() ? "" : "&after=" + after));
    for (const json& row : page["rows"]) paged.push_back(row);
    after = page["next"].is_null() ? "" : page["next"].get<std::string>();
  } while (!after.empty());
  EXPECT_EQ(paged, all["rows"]);
  EXPECT_EQ(get("/api/v1/who", {{"If-None-Match", std::string(*get("/api/v1/who").header("ETag"))}}).status, 304);
}

TEST_F(Pages, ThePageOfSpeakersLeadsToWhatEachSaid) {
  const std::string html = page("/who");
  EXPECT_TRUE(has(html, "<bdi>President, Norlandia</bdi>"));
  const auto at = html.find("<a href=\"/said?by=");
  ASSERT_NE(at, std::string::npos);
  const std::string said = page(html.substr(at + 9, html.find('"', at + 9) - at - 9));
  EXPECT_TRUE(has(said, "ship and crew be released within 48 hours"));
  EXPECT_FALSE(has(said, "Not a single shot"));
  EXPECT_FALSE(has(html, "<script>alert"));
}

TEST_F(Pages, ThePageOfStatementsIsNarrowedByAForm) {
  const std::string html = page("/said?by=&about=&modality=denied&since=&until=");
  EXPECT_TRUE(has(html, "its coastguard had opened fire"));
  EXPECT_FALSE(has(html, "Not a single shot"));
  EXPECT_TRUE(has(html, "<option value=\"denied\" selected=\"\">denied</option>"));
  EXPECT_TRUE(has(html, "/reports/" + key_of("strait") + "#w-s4"));
  const Response nobody = get("/said?by=Lena+Mareck");
  EXPECT_EQ(nobody.status, 404);
  EXPECT_TRUE(has(nobody.body, "did you mean Lena Marek?"));
  EXPECT_TRUE(has(nobody.body, "<form class=\"filters\""));
  EXPECT_EQ(get("/said?modality=shouted").status, 400);
  EXPECT_FALSE(has(page("/said"), "<script>alert"));
}

TEST_F(Pages, ThePageOfEventsIsNarrowedByAForm) {
  const std::string html = page("/events?type=&actor=&recipient=&country=&place=&modality=denied&since=&until=");
  EXPECT_TRUE(has(shown(html), "Karvian coastguard KRV MIL ASSAULT")) << shown(html);
  EXPECT_TRUE(has(html, "/reports/" + key_of("strait") + "#w-e2\">opened fire</a>"));
  EXPECT_TRUE(has(html, "/reports/" + key_of("strait") + "#s4\">as somebody says</a>"));
  EXPECT_FALSE(has(html, "CONSULT/visit"));
  EXPECT_TRUE(has(html, "<option value=\"denied\" selected=\"\">denied</option>"));
  const std::string all = shown(page("/events"));
  EXPECT_TRUE(has(all, "COERCE/seize → A Norlandian freighter")) << all;
  EXPECT_TRUE(has(all, "on 2031-03-10TMO"));
  EXPECT_TRUE(has(all, "at Oslo"));
  EXPECT_TRUE(has(page("/events?limit=2"), "rel=\"next\" href=\"/events?limit=2&amp;after="));
  EXPECT_TRUE(has(page("/events?type=PROTEST"), "No event is like that."));
  for (const auto& [target, status] :
       {std::pair{"/events?actor=Marta+Eskelund", 404}, {"/events?country=Atlantis", 400}}) {
    const Response slip = get(target);
    EXPECT_EQ(slip.status, status) << target;
    EXPECT_TRUE(has(slip.body, "<form class=\"filters\"")) << target;
  }
  EXPECT_EQ(get("/events?by=x").status, 400);
}

TEST_F(Api, ErrorsAreProblemDetails) {
  for (const auto& [target, status, type] : {std::tuple{"/api/v1/nothing", 404, "not_found"},
                                             {"/api", 404, "not_found"},
                                             {"/api/v1/reports/zzz", 404, "report_not_found"},
                                             {"/api/v1/reports?limit=1001", 400, "bad_request"},
                                             {"/api/v1/reports?limit=2&limit=3", 400, "bad_request"},
                                             {"/api/v1/reports?q=x", 400, "bad_request"},
                                             {"/api/v1/reports?status=lost", 400, "bad_request"},
                                             {"/api/v1/said?by=nobody+at+all", 404, "actor_not_found"},
                                             {"/api/v1/said?modality=shouted", 400, "bad_request"},
                                             {"/api/v1/events?type=shouting", 400, "bad_request"},
                                             {"/api/v1/events?actor=nobody+at+all", 404, "actor_not_found"},
                                             {"/api/v1/events?precision=point", 400, "bad_request"},
                                             {"/api/v1/events?after=x", 400, "bad_request"},
                                             {"/api/v1/times?from=soon", 400, "bad_request"},
                                             {"/api/v1/places?near=here", 400, "bad_request"},
                                             {"/api/v1/who?after=x", 400, "bad_request"},
                                             {"/api/v1/search", 400, "bad_query"},
                                             {"/api/v1/search?q=x&offsets=inch", 400, "bad_request"},
                                             {"/api/v1/%zz", 400, "bad_request"}}) {
    const Response response = get(target);
    EXPECT_EQ(response.status, status) << target;
    EXPECT_EQ(response.type, "application/problem+json") << target;
    const json problem = json::parse(response.body);
    EXPECT_EQ(problem["type"], std::string("urn:sitcen:error:") + type) << target;
    EXPECT_EQ(problem["status"], status);
    EXPECT_FALSE(problem["detail"].get<std::string>().empty());
    const std::string path(target);
    EXPECT_EQ(problem["instance"], path.substr(0, path.find('?')));
  }
  const Response post = get("/api/v1/reports", {}, "DELETE");
  EXPECT_EQ(post.status, 405);
  EXPECT_EQ(post.header("Allow"), "GET, HEAD");
}

TEST_F(Api, HealthIsOneWord) { EXPECT_EQ(get("/healthz").body, "ok\n"); }

}  // namespace
}  // namespace sitcen::server
