#include <gtest/gtest.h>

#include "../cli/sitcen.h"
#include "sample.h"

/// The commands that ask a store, as a person calls them.
namespace sitcen::store {
namespace {

using test::lines;
using test::sitcen;

class StoreCommands : public testing::Test {
 protected:
  void SetUp() override {
    const auto store = sample::opened(file_);
    sample::value(
        store->add(sample::batch({sample::flood(), sample::note("note-1", "The bridge holds.", "2031-03-11")})));
    sample::value(store->add({sample::at("2031-03-12T13:00:00Z"),
                              sample::engine(),
                              {},
                              {{"in/day.jsonl", 3, "not_utf8", "the text is not UTF-8 (byte 0xFF at offset 17)"}}}));
  }
  test::Ended ask(std::vector<std::string> arguments, const test::Call& call = {}) {
    arguments.insert(arguments.end(), {"--store", file_.string()});
    return sitcen(arguments, call);
  }

  const sample::Folder folder_;
  const std::filesystem::path file_ = folder_ / "day.sqlite";
};

TEST_F(StoreCommands, ShowListsTheReports) {
  const auto ended = ask({"show"});
  EXPECT_EQ(ended.code, 0) << ended.err;
  const auto out = lines(ended.out);
  ASSERT_EQ(out.size(), 4U);
  EXPECT_EQ(out[0], "PUBLISHED   SOURCE            TITLE                        SAID  REPORT");
  EXPECT_EQ(out[1],
            "2031-03-12  Northmere Gazet\xE2\x80\xA6  Flood in Velin \xE2\x80\x94 seven dead     2  northmere/7");
  EXPECT_EQ(out[2], "2031-03-11                    note-1.txt                      0  note-1");
  EXPECT_EQ(out[3], "2 reports \xC2\xB7 1 rejected (sitcen reports --status rejected)");
}

TEST_F(StoreCommands, ShowPrintsOneReportWithItsTextAndWhatWasRead) {
  const auto ended = ask({"show", "northmere"});
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_EQ(ended.out, R"(Flood in Velin — seven dead
Northmere Gazette · By Jo Marsh · 2031-03-12 10:27:00 +01:00
examples/flood.txt · northmere/7 · 3 sentences
version 1 of 1, known since 2031-03-12T12:00:00Z, read by sitcen 0.1.0 with
en_test-1

Text
    1  VELIN, 12 March — Mayor Ana Koš told reporters: "Seven people died." She
       added that the bridge 🌉 is closed.
    2  According to the ministry, help is on its way.

Who said what
 1:50  Ana Koš, Mayor · told → reporters
       “Seven people died.”
       VELIN, 12 March — Mayor Ana Koš told reporters: "…"

 1:85  She (Ana Koš or ministry?) · added [uncertain] within 1:50
       the bridge 🌉 is closed
       She added that ….

What happened
1:101  COERCE/restrict · closed · ministry (SVN GOV SPY) → the bridge, Ana Koš
       (SVN) [uncertain] within 1:85

Who is mentioned
   2×  Ana Koš   person, SVN, GOV, CVL · Mayor · 1 by name, 1 by pronoun
   1×  ministry  organisation · 1 by nominal

When
  1:8  2031-03-12 APPROX from the report's date “12 March”

Where
  1:1  Velin settlement in SVN · 45.50, 13.62 “VELIN”

How much
 1:50  7 people · died “Seven”
)");
  EXPECT_NE(ask({"show", "northmere", "--color=always"}).out.find("\x1b["), std::string::npos);
}

TEST_F(StoreCommands, ShowPrintsOneReportAsReadDoes) {
  const auto ended = ask({"show", "northmere/7", "--json"});
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_TRUE(ended.out.starts_with(
      R"({"schema":"sitcen.read/1","offsets":"codepoint","engine":{"version":"0.1.0","model":"en_test-1","knowledge":"sha256:k1","gazetteer":null,"reason":null},)"))
      << ended.out;
  EXPECT_NE(ended.out.find(R"("sentences":[[0,68],[69,107],[108,154]])"), std::string::npos) << ended.out;
}

TEST_F(StoreCommands, ReportsAreListedByStatusAndLanguage) {
  EXPECT_EQ(ask({"reports"}).out, ask({"show"}).out);
  EXPECT_EQ(ask({"reports", "--json"}).out, ask({"show", "--json"}).out);
  EXPECT_EQ(ask({"reports", "--status", "rejected"}).out, ask({"show", "--rejected"}).out);
  EXPECT_EQ(ask({"reports", "--status", "withdrawn", "--json"}).out, "");
  EXPECT_EQ(ask({"reports", "--language", "qq", "--json"}).out, "");
  EXPECT_NE(ask({"reports", "--json"}).out.find("\"published_in_future\":false"), std::string::npos);
  EXPECT_EQ(ask({"reports", "--status", "lost"}).code, 2);
}

TEST_F(StoreCommands, CopiesNameWhoHadItFirst) {
  EXPECT_EQ(ask({"copies"}).err, "sitcen: there are no copies\n");
  const std::string text =
      "At least 40 residents were led out of their homes late on Tuesday when the Orla came, said Ana Kos.";
  sample::value(sample::opened(file_)->add(sample::batch(
      {sample::note("b", text, "2031-03-12T10:00:00Z"), sample::note("a", text, "2031-03-12T09:00:00Z")})));
  const auto ended = ask({"copies", "b"});
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_EQ(ended.out,
            "a\n2031-03-12 09:00:00 UTC \xC2\xB7 a \xC2\xB7 first\n  b\n    2031-03-12 10:00:00 UTC \xC2\xB7 b "
            "\xC2\xB7 exact\n");
  const auto json = ask({"copies", "--json"}).out;
  EXPECT_NE(json.find("\"original\":\"a\""), std::string::npos) << json;
  EXPECT_NE(json.find("\"kind\":\"exact\""), std::string::npos) << json;
  EXPECT_NE(ask({"reports", "--json"}).out.find("\"copy_of\":\"a\""), std::string::npos);
  EXPECT_EQ(ask({"copies", "nobody"}).code, 3);
}

TEST_F(StoreCommands, RejectedInputsAreListedWithTheirReason) {
  const auto ended = ask({"show", "--rejected"});
  EXPECT_EQ(ended.code, 0);
  EXPECT_NE(ended.out.find("in/day.jsonl:3\n  the text is not UTF-8 (byte 0xFF at offset 17)\n"), std::string::npos);
  const auto json = ask({"show", "--rejected", "--json"});
  EXPECT_NE(json.out.find(R"("origin":"in/day.jsonl","line":3)"), std::string::npos) << json.out;
  EXPECT_NE(json.out.find(R"("status":"rejected","error":"not_utf8","reason":"the text)"), std::string::npos);
}

TEST_F(StoreCommands, SaidTellsWhoSaidWhatAndFromWhichSentence) {
  const auto ended = ask({"said"});
  EXPECT_EQ(ended.code, 0);
  EXPECT_TRUE(ended.out.starts_with("Flood in Velin — seven dead\n")) << ended.out;
  EXPECT_NE(ended.out.find(" 1:85  She (Ana Koš or ministry?) · added [uncertain] within 1:50\n"
                           "       the bridge 🌉 is closed\n"
                           "       She added that ….\n"),
            std::string::npos)
      << ended.out;
  EXPECT_EQ(ended.out.find("Who is mentioned"), std::string::npos);
  EXPECT_EQ(lines(ask({"said", "--limit", "1"}).out).back(),
            "       VELIN, 12 March — Mayor Ana Koš told reporters: \"…\"");
  const auto json = lines(ask({"said", "--json"}).out);
  ASSERT_EQ(json.size(), 2U);
  EXPECT_EQ(json[0],
            R"({"schema":"sitcen.query/1","as_of":"2031-03-12T13:00:00Z","offsets":"codepoint","id":"bb22bb22bb22.s1",)"
            R"("speaker":{"actor":"bb22bb22bb22.a1","name":"Ana Koš","name_in_report":"Ana Koš","kind":"person",)"
            R"("role":{"title":"Mayor","of":null,"span":[18,23]},"as_given":"Mayor Ana Koš","span":[18,31],)"
            R"("candidates":[]},"addressee":"reporters","occasion":null,"kind":"direct","modality":"asserted",)"
            R"("text":"Seven people died.","cue":[[32,36]],"time":{"value":"2031-03-12T10:27:00+01:00",)"
            R"("precision":"minute","basis":"meta"},"story":null,"rule":"quote","score":0.97,"evidence":[)"
            R"({"report":"northmere/7","version":"bb22bb22bb22bb22","origin":"examples/flood.txt",)"
            R"("source":"Northmere Gazette","span":[49,67],"sentence":0,"text":"Seven people died."}]})");
}

TEST_F(StoreCommands, FiguresTellHowMuchOfWhatAndWhoSaysSo) {
  const auto ended = ask({"figures"});
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_TRUE(ended.out.starts_with("people · die\n  7 · VELIN, 12 March")) << ended.out;
  const auto json = lines(ask({"figures", "--thing", "People DIED", "--json"}).out);
  ASSERT_EQ(json.size(), 1U);
  EXPECT_EQ(json[0],
            R"({"schema":"sitcen.query/1","as_of":"2031-03-12T13:00:00Z","offsets":"codepoint","id":"people/die/",)"
            R"("thing":"people","act":"die","story":null,"kind":"number","unit":null,"points":[{"time":)"
            R"({"value":"2031-03-12T10:27:00+01:00","precision":"minute","basis":"meta"},"value":7,"low":null,)"
            R"("high":null,"approx":null,"source":"Northmere Gazette","modality":"asserted",)"
            R"("statement":"bb22bb22bb22.s1","evidence":[{"report":"northmere/7","version":"bb22bb22bb22bb22",)"
            R"("origin":"examples/flood.txt","source":"Northmere Gazette","span":[49,54],"sentence":0,)"
            R"("text":"Seven"}]}]})");
  EXPECT_TRUE(ask({"figures", "--thing", "bridges"}).out.empty());
  EXPECT_TRUE(ask({"figures", "--kind", "money"}).out.empty());
  EXPECT_TRUE(ask({"figures", "--since", "2031-03-13"}).out.empty());
  EXPECT_EQ(ask({"figures", "--kind", "size"}).code, 2);
}

constexpr const char* kFloodEvidence =
    R"("published":{"value":"2031-03-12T10:27:00+01:00","precision":"minute","basis":"meta"},"rule":"RULE",)"
    R"("score":SCORE,"evidence":[{"report":"northmere/7","version":"bb22bb22bb22bb22","origin":"examples/flood.txt",)"
    R"("source":"Northmere Gazette","span":SPAN,"sentence":SENTENCE,"text":"WORDS"}]})";

/// How a line about a finding of the flood ends.
std::string ending(const std::string& rule, const std::string& score, const std::string& span,
                   const std::string& sentence, const std::string& words) {
  std::string out = kFloodEvidence;
  for (const auto& [slot, text] :
       {std::pair{"RULE", &rule}, {"SCORE", &score}, {"SPAN", &span}, {"SENTENCE", &sentence}, {"WORDS", &words}})
    out.replace(out.find(slot), std::string_view(slot).size(), *text);
  return out;
}

constexpr const char* kBeginning =
    R"({"schema":"sitcen.query/1","as_of":"2031-03-12T13:00:00Z","offsets":"codepoint",)";

TEST_F(StoreCommands, TimesTellWhen) {
  const auto ended = ask({"times"});
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_TRUE(ended.out.starts_with("  2031-03-12 APPROX · VELIN, 12 March")) << ended.out;
  EXPECT_NE(ended.out.find("DATE · from\n    the report's date\n"), std::string::npos) << ended.out;
  EXPECT_EQ(ask({"times", "--type", "date", "--from", "2031-03", "--to", "2031", "--json"}).out,
            std::string(kBeginning) +
                R"("id":"bb22bb22bb22.t1","type":"DATE","value":"2031-03-12","mod":"APPROX","anchor":"published",)"
                R"("begin":null,"end":null,"readings":[],)" +
                ending("calendar", "0.95", "[7,15]", "0", "12 March") + "\n");
  EXPECT_EQ(ask({"times", "--from", "2031-03-13"}).err, "sitcen: there is no such time\n");
  EXPECT_TRUE(ask({"times", "--to", "2031-W10"}).out.empty());
  EXPECT_TRUE(ask({"times", "--type", "SET"}).out.empty());
  EXPECT_EQ(ask({"times", "--from", "soon"}).code, 2);
  EXPECT_EQ(ask({"times", "--type", "day"}).code, 2);
}

TEST_F(StoreCommands, PlacesTellWhere) {
  const auto ended = ask({"places"});
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_TRUE(ended.out.starts_with("  Velin · VELIN, 12 March")) << ended.out;
  EXPECT_NE(ended.out.find("settlement in\n    SVN · 45.50, 13.62 · geonames:1\n"), std::string::npos) << ended.out;
  EXPECT_EQ(
      ask({"places", "--near", "45.6,13.7", "--km", "20", "--country", "Slovenia", "--json"}).out,
      std::string(kBeginning) +
          R"("id":"bb22bb22bb22.p1","name":"Velin","gazetteer":"geonames:1","lat":45.5,"lon":13.625,)"
          R"("precision":"settlement","country":"SVN","role":"place","reasons":["dateline","largest"],"mentions":1,)" +
          ending("gazetteer", "0.85", "[0,5]", "0", "VELIN") + "\n");
  EXPECT_TRUE(ask({"places", "--near", "45.6,13.7", "--km", "5"}).out.empty());
  EXPECT_TRUE(ask({"places", "--name", "Vel"}).out.empty());
  EXPECT_TRUE(ask({"places", "--precision", "country"}).out.empty());
  for (const char* wrong : {"--near=91,0", "--near=45", "--near=a,b", "--km=5", "--country=Atlantis", "--name=..."})
    EXPECT_EQ(ask({"places", wrong}).code, 2) << wrong;
}

TEST_F(StoreCommands, EventsTellWhoDidWhatToWhom) {
  const auto ended = ask({"events"});
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_TRUE(ended.out.starts_with(
      "  COERCE/restrict · ministry (SVN GOV SPY) → the bridge, Ana Koš (SVN)\n    [uncertain] · She added"))
      << ended.out;
  EXPECT_NE(ended.out.find("on 2031-03-12\n    APPROX · at Velin · as somebody says\n"), std::string::npos)
      << ended.out;
  EXPECT_EQ(
      ask({"events", "--type", "coerce", "--actor", "ministry", "--recipient", "koš", "--place", "velin", "--json"})
          .out,
      std::string(kBeginning) +
          R"("id":"bb22bb22bb22.e1","type":"COERCE","mode":["restrict"],"context":["disaster","economic"],"actors":[)"
          R"({"actor":"bb22bb22bb22.a2","name":"ministry","code":"SVN","sector":["GOV","SPY"],"as_given":"the ministry",)"
          R"("span":[121,133]}],"recipients":[{"actor":null,"name":"the bridge","code":null,"sector":[],)"
          R"("as_given":"the bridge","span":[84,94]},{"actor":"bb22bb22bb22.a1","name":"Ana Koš","code":"SVN",)"
          R"("sector":[],"as_given":"She","span":[69,72]}],"time":{"id":"bb22bb22bb22.t1","value":"2031-03-12",)"
          R"("text":"12 March"},"place":{"id":"bb22bb22bb22.p1","name":"Velin","gazetteer":"geonames:1","lat":45.5,)"
          R"("lon":13.625,"precision":"settlement","country":"SVN"},"figures":[{"id":"bb22bb22bb22.f1","value":7,)"
          R"("low":null,"high":null,"unit":null,"thing":"people"}],"modality":"uncertain",)"
          R"("statement":"bb22bb22bb22.s2","reports":null,"independent":null,)" +
          ending("verb", "0.75", "[100,106]", "1", "closed") + "\n");
  EXPECT_TRUE(ask({"events", "--actor", "Koš"}).out.empty());
  EXPECT_TRUE(ask({"events", "--modality", "asserted"}).out.empty());
  EXPECT_TRUE(ask({"events", "--country", "NOR"}).out.empty());
  EXPECT_EQ(ask({"events", "--actor", "nobody at all"}).code, 3);
}

TEST_F(StoreCommands, SearchMarksWhatItFound) {
  const auto ended = ask({"search", "bridge", "closed", "--color=always"});
  EXPECT_EQ(ended.code, 0);
  EXPECT_NE(ended.out.find("\x1b[35mbridge\x1b[0m"), std::string::npos) << ended.out;
  const auto json = lines(ask({"search", "\"the bridge\"", "--json"}).out);
  ASSERT_EQ(json.size(), 2U);
  EXPECT_NE(
      (json[0] + json[1])
          .find(R"("snippet":"She added that the bridge 🌉 is closed.","snippet_span":[69,107],"spans":[[84,94]])"),
      std::string::npos)
      << json[0] << json[1];
}

TEST_F(StoreCommands, QuestionsAreBoundedByTimeSourceAndNumberAndACutListSaysSo) {
  EXPECT_EQ(lines(ask({"show", "--json", "--since", "2031-03-12"}).out).size(), 1U);
  EXPECT_EQ(lines(ask({"show", "--json", "--until", "2031-03-12"}).out).size(), 1U);
  EXPECT_EQ(lines(ask({"show", "--json", "--source", "Northmere Gazette"}).out).size(), 1U);
  EXPECT_EQ(ask({"show", "--json", "--as-of", "2031-03-12T11:00Z"}).out, "");
  const auto cut = ask({"said", "--json", "--limit", "1"});
  EXPECT_EQ(lines(cut.out).size(), 1U);
  EXPECT_EQ(cut.err, "sitcen: there is more than the 1 shown (--limit)\n");
  EXPECT_EQ(ask({"said", "--json", "--limit", "2"}).err, "");
}

TEST_F(StoreCommands, WhatIsAskedWrongIsSaidWithItsCode) {
  EXPECT_EQ(ask({"show", "nobody"}).code, 3);
  EXPECT_EQ(ask({"show", "nobody"}).err, "sitcen: no report nobody in the store\n");
  EXPECT_EQ(ask({"show", "--since", "soon"}).code, 2);
  EXPECT_EQ(ask({"search", "\"open"}).code, 2);
  EXPECT_EQ(ask({"search", "..."}).err, "sitcen: the search ... cannot be read: it has no word to look for\n");
  const auto none = sitcen({"said", "--store", (folder_ / "none").string()});
  EXPECT_EQ(none.code, 3);
  EXPECT_NE(none.err.find("make one with: sitcen ingest"), std::string::npos);
}

TEST_F(StoreCommands, TheStoreMayComeFromTheEnvironment) {
  const auto ended = sitcen({"verify"}, {.variables = {{"SITCEN_STORE", file_.string()}}});
  EXPECT_EQ(ended.code, 0) << ended.err;
  EXPECT_EQ(ended.out,
            file_.string() + ": sound. 24 data of 2 reports in 2 versions say what they claim; 1 rejected\n");
}

TEST_F(StoreCommands, VerifyNamesTheFirstDatumThatIsWrong) {
  sample::tamper(file_, "UPDATE statement_words SET words = 'Nine people died.' WHERE words LIKE 'Seven%'");
  const auto ended = ask({"verify"});
  EXPECT_EQ(ended.code, 7);
  EXPECT_EQ(ended.err,
            "sitcen: report northmere/7 (version bb22bb22bb22), content 0 of statement 0, bytes 52-70: claims "
            "\"Nine people died.\", the text has \"Seven people died.\"\n"
            "sitcen: 1 of 24 stored spans do not say what they claim\n");
}

TEST_F(StoreCommands, AReaderThatGoesAwayIsNoError) {
  const auto ended = ask({"said"}, {.nobody_reads = true});
  EXPECT_EQ(ended.code, 0);
  EXPECT_EQ(ended.err, "");
}

}  // namespace
}  // namespace sitcen::store
