#include "store/store.h"

#include <gtest/gtest.h>

#include "sample.h"

namespace sitcen::store {
namespace {

using sample::at;
using sample::batch;
using sample::dump;
using sample::flood;
using sample::Folder;
using sample::note;
using sample::opened;
using sample::value;

using Outcomes = std::vector<Outcome>;

/// What went in, as it must come out.
StoredReport expected(const Arrival& arrival) {
  StoredReport out;
  out.report = arrival.report;
  out.known_at = at("2031-03-12T12:00:00Z");
  out.engine = sample::engine();
  out.sentences = arrival.sentences;
  out.findings = arrival.findings;
  return out;
}

std::vector<std::string> ids(Store& store, const Scope& scope = {}, const Page& page = {}) {
  std::vector<std::string> out;
  value(store.reports(scope, page, [&](ReportRow&& row) {
    out.push_back(row.id);
    return true;
  }));
  return out;
}

TEST(Store, GivesBackAReportWithAllThatWasReadFromIt) {
  const Folder folder;
  EXPECT_EQ(value(opened(folder / "s")->add(batch({flood()}))), Outcomes{Outcome::added});
  const auto store = opened(folder / "s", Access::read);
  EXPECT_EQ(dump(value(store->report("aa11"))), dump(expected(flood())));
}

TEST(Store, KeepsATextToTheByte) {
  const Folder folder;
  const auto store = opened(folder / "s");
  const std::string text("zero \0 byte, CR\r\nLF, \xEF\xBB\xBF mark, \xE4\xBD\xA0\xE5\xA5\xBD, e\xCC\x81", 38);
  value(store->add(batch({note("odd", text)})));
  EXPECT_EQ(value(store->report("key-odd")).report.text, text);
}

TEST(Store, ReadingTheSameReportAgainChangesNothing) {
  const Folder folder;
  const auto store = opened(folder / "s");
  value(store->add(batch({flood(), note("b", "Two.")})));
  value(store->add({at("2031-03-12T12:00:00Z"), sample::engine(), {}, {{"x.txt", 3, "not_utf8", "bad"}}}));
  const std::string before = dump(*store);
  EXPECT_EQ(value(store->add(batch({flood(), note("b", "Two.")}, "2031-04-01"))),
            (Outcomes{Outcome::unchanged, Outcome::unchanged}));
  value(store->add({at("2031-04-01"), sample::engine(), {}, {{"x.txt", 3, "not_utf8", "bad"}}}));
  EXPECT_EQ(dump(*store), before);
}

TEST(Store, AnotherOrderOfReportsGivesTheSameAnswers) {
  const Folder folder;
  const auto one = opened(folder / "one");
  const auto other = opened(folder / "other");
  value(one->add(batch({flood(), note("b", "Two.", "2031-03-11"), note("c", "Three.")})));
  value(other->add(batch({note("c", "Three."), note("b", "Two.", "2031-03-11")})));
  value(other->add(batch({flood()})));
  EXPECT_EQ(dump(*one), dump(*other));
}

TEST(Store, AChangedReportIsANewVersionBesideTheOld) {
  const Folder folder;
  const auto store = opened(folder / "s");
  value(store->add(batch({note("a", "Three died.")}, "2031-03-12T12:00Z")));
  EXPECT_EQ(value(store->add(batch({note("a", "Seven died.")}, "2031-03-12T14:00Z"))), Outcomes{Outcome::updated});
  const auto now = value(store->report("key-a"));
  EXPECT_EQ(now.report.text, "Seven died.");
  EXPECT_EQ(now.number, 2U);
  EXPECT_EQ(now.versions, 2U);
  const auto then = value(store->report("key-a", {}, at("2031-03-12T13:00Z")));
  EXPECT_EQ(then.report.text, "Three died.");
  EXPECT_EQ(then.versions, 1U);
  EXPECT_EQ(value(store->report("key-a", then.report.version)).report.text, "Three died.");
  EXPECT_EQ(store->report("key-a", {}, at("2031-03-12T11:00Z")).error().code, ErrorCode::report_not_found);
}

TEST(Store, AVersionThatComesBackIsTheKnownOne) {
  const Folder folder;
  const auto store = opened(folder / "s");
  value(store->add(batch({note("a", "One."), note("a", "Two.")})));
  const std::string before = dump(*store);
  EXPECT_EQ(value(store->add(batch({note("a", "One.")}, "2031-03-13"))), Outcomes{Outcome::unchanged});
  EXPECT_EQ(dump(*store), before);
  EXPECT_EQ(value(store->report("key-a")).report.text, "Two.");
}

TEST(Store, AnArchiveReadLaterTakesItsPlaceInTime) {
  const Folder folder;
  const auto store = opened(folder / "s");
  value(store->add(batch({note("a", "New.")}, "2031-03-12")));
  value(store->add(batch({note("a", "Old.")}, "2031-03-10")));
  EXPECT_EQ(value(store->report("key-a")).report.text, "New.");
  EXPECT_EQ(value(store->report("key-a", {}, at("2031-03-11"))).report.text, "Old.");
}

TEST(Store, AnotherEngineReplacesTheFindingsOfAVersion) {
  const Folder folder;
  const auto store = opened(folder / "s");
  value(store->add(batch({flood()})));
  Batch second = batch({flood()}, "2031-05-01");
  second.engine.version = "0.2.0";
  second.arrivals[0].findings.statements.pop_back();
  second.arrivals[0].sentences.pop_back();
  second.arrivals[0].findings.actors.pop_back();
  second.arrivals[0].findings.statements[0].speaker->candidates = {};
  second.arrivals[0].findings.events[0].actors.clear();
  second.arrivals[0].findings.events[0].statement = 0;
  EXPECT_FALSE(value(store->holds("aa11", flood().report.version, second.engine)));
  EXPECT_EQ(value(store->add(second)), Outcomes{Outcome::reread});
  EXPECT_TRUE(value(store->holds("aa11", flood().report.version, second.engine)));
  StoredReport wanted = expected(second.arrivals[0]);
  wanted.engine = second.engine;
  EXPECT_EQ(dump(value(store->report("aa11"))), dump(wanted));
  EXPECT_EQ(value(store->verify()).bad, 0U);
}

TEST(Store, AFindingThatPointsNowhereIsRefusedWithItsReasonAndTheRestIsKept) {
  const Folder folder;
  const auto store = opened(folder / "s");
  Arrival outside = flood();
  outside.findings.statements[0].content[0].end = 10'000;
  Arrival inside = flood();
  inside.report.key = "cc";
  inside.findings.actors[0].mentions[0].span.end -= 1;  // into the last letter of Koš
  Arrival lost = flood();
  lost.report.key = "dd";
  lost.findings.statements[1].parent = 9;
  Arrival adrift = flood();
  adrift.report.key = "ee";
  adrift.findings.events[0].figures = {0, 4};
  EXPECT_EQ(value(store->add(batch({outside, inside, lost, adrift, note("b", "Fine.")}))),
            (Outcomes{Outcome::rejected, Outcome::rejected, Outcome::rejected, Outcome::rejected, Outcome::added}));
  EXPECT_EQ(ids(*store), std::vector<std::string>{"b"});
  std::vector<std::string> reasons;
  value(store->rejections({}, [&](RejectedRow&& row) {
    reasons.push_back(row.rejection.reason);
    return true;
  }));
  ASSERT_EQ(reasons.size(), 4U);
  EXPECT_NE(reasons[0].find("figure 4 of 1"), std::string::npos) << reasons[0];
  EXPECT_NE(reasons[1].find("cuts a code point"), std::string::npos) << reasons[1];
  EXPECT_NE(reasons[2].find("outside the text"), std::string::npos) << reasons[2];
  EXPECT_NE(reasons[3].find("statement 9 of 2"), std::string::npos) << reasons[3];
}

TEST(Store, ListsNewestFirstUnknownTimesLastAndByScope) {
  const Folder folder;
  const auto store = opened(folder / "s");
  Arrival wire = note("d", "Wire.", "2031-03-10");
  wire.report.source = "Wire";
  value(store->add(batch({note("c", "x"), note("a", "x", "2031-03-11T23:30:00-05:00"), wire,
                          note("b", "x", "2031-03-12T01:00:00Z"), note("e", "x")})));
  using Order = std::vector<std::string>;
  EXPECT_EQ(ids(*store), (Order{"a", "b", "d", "c", "e"}));  // 23:30 in New York is after 01:00 in London
  EXPECT_EQ(ids(*store, {{}, at("2031-03-11"), {}, {}}), (Order{"a", "b"}));
  EXPECT_EQ(ids(*store, {{}, {}, at("2031-03-11"), {}}), (Order{"d"}));
  EXPECT_EQ(ids(*store, {{}, {}, {}, "Wire"}), (Order{"d"}));
  EXPECT_EQ(ids(*store, {at("2031-03-12T11:59Z"), {}, {}, {}}), (Order{}));
}

TEST(Store, PagesAnswerAllRowsOnce) {
  const Folder folder;
  const auto store = opened(folder / "s");
  std::vector<Arrival> arrivals;
  for (int i = 0; i < 23; ++i) {
    Arrival one = flood();
    one.report.key = "k" + std::to_string(i);
    one.report.id = std::to_string(i);
    if (i % 3 == 0) one.report.published.reset();
    arrivals.push_back(std::move(one));
  }
  value(store->add(batch(std::move(arrivals))));

  std::vector<std::string> listed;
  for (Page page{"", 4};;) {
    std::string last;
    value(store->reports({}, page, [&](ReportRow&& row) {
      listed.push_back(row.id);
      last = row.cursor;
      return true;
    }));
    if (last.empty()) break;
    page.after = last;
  }
  EXPECT_EQ(listed, ids(*store));
  EXPECT_EQ(listed.size(), 23U);

  const auto said = [&](Page page) {
    std::vector<std::pair<std::string, std::string>> out;  // statement, cursor
    value(store->said({}, {}, page, [&](Said&& s) {
      out.emplace_back(s.evidence.report + s.id, s.cursor);
      return true;
    }));
    return out;
  };
  const auto all = said({});
  EXPECT_EQ(all.size(), 46U);
  std::vector<std::pair<std::string, std::string>> paged;
  for (Page page{"", 3};; page.after = paged.back().second) {
    const auto more = said(page);
    if (more.empty()) break;
    paged.insert(paged.end(), more.begin(), more.end());
  }
  EXPECT_EQ(paged, all);
  EXPECT_EQ(store->reports({}, {"nonsense", 1}, [](ReportRow&&) { return true; }).error().code, ErrorCode::bad_request);
}

TEST(Store, FindsAReportByIdKeyOrItsBeginning) {
  const Folder folder;
  const auto store = opened(folder / "s");
  value(store->add(batch({flood(), note("northmere/8", "x"), note("pressgate", "y"), note("press", "z")})));
  EXPECT_EQ(value(store->find("northmere/7")), "aa11");
  EXPECT_EQ(value(store->find("aa11")), "aa11");
  EXPECT_EQ(value(store->find("aa")), "aa11");
  EXPECT_EQ(value(store->find("pressg")), "key-pressgate");
  EXPECT_EQ(value(store->find("press")), "key-press") << "an id in full wins over the beginning of another";
  const auto two = store->find("northmere").error();
  EXPECT_EQ(two.code, ErrorCode::report_ambiguous);
  EXPECT_NE(two.message.find("northmere/7, northmere/8"), std::string::npos) << two.message;
  EXPECT_EQ(store->find("nobody").error().code, ErrorCode::report_not_found);
  EXPECT_EQ(store->find("").error().code, ErrorCode::report_not_found);
  EXPECT_EQ(store->find("%").error().code, ErrorCode::report_not_found);
}

TEST(Store, TellsWhoSaidWhatInTheWordsOfTheReport) {
  const Folder folder;
  const auto store = opened(folder / "s");
  value(store->add(batch({flood()})));
  std::vector<Said> said;
  value(store->said({}, {}, {}, [&](Said&& s) {
    said.push_back(std::move(s));
    return true;
  }));
  ASSERT_EQ(said.size(), 2U);
  EXPECT_EQ(said[0].speaker->as_given, "Mayor Ana Ko\xC5\xA1");
  EXPECT_EQ(said[0].speaker->name, "Ana Ko\xC5\xA1");
  EXPECT_EQ(said[0].evidence.words(), "Seven people died.");
  EXPECT_EQ(said[0].evidence.report, "northmere/7");
  EXPECT_EQ(said[1].evidence.words(), "the bridge \xF0\x9F\x8C\x89 is closed");
  EXPECT_FALSE(said[1].speaker->name);
  EXPECT_EQ(said[1].speaker->candidates, (std::vector<std::string>{"Ana Ko\xC5\xA1", "ministry"}));
  EXPECT_EQ(said[1].modality, Modality::uncertain);
  EXPECT_NE(said[0].id, said[1].id);
}

TEST(Store, AVisitorMayAskTheStoreAgain) {
  const Folder folder;
  const auto store = opened(folder / "s");
  value(store->add(batch({flood(), note("b", "Two."), note("c", "Three.")})));
  int seen = 0;
  value(store->reports({}, {}, [&](ReportRow&& row) {
    value(store->said({}, {}, {}, [&](Said&& said) {
      EXPECT_FALSE(value(store->report(said.evidence.key)).report.text.empty());
      return true;
    }));
    EXPECT_EQ(value(store->find(row.id)), row.key);
    ++seen;
    return true;
  }));
  EXPECT_EQ(seen, 3);
}

/// A report whose source says a lot beside the text.
Arrival withdrawn_page(const std::string& id) {
  Arrival out = note(id, "Il n'y a plus rien ici.", "2031-03-11");
  Report& r = out.report;
  r.language = "fr-BE";
  r.language_score = 0.75;
  r.status = PublicationStatus::cancelled;
  r.notice = "This story is withdrawn.";
  r.other_values = {{MetadataField::published, "2031-03-10", TimeBasis::json_ld},
                    {MetadataField::title, "Rien", TimeBasis::meta}};
  return out;
}

TEST(Store, KeepsWhatASourceSaysBesideTheText) {
  const Folder folder;
  const auto store = opened(folder / "s");
  value(store->add(batch({withdrawn_page("a"), note("b", "Here.", "2031-03-11")})));
  const StoredReport stored = value(store->report("key-a"));
  EXPECT_EQ(stored.report.language_score, 0.75);
  EXPECT_EQ(stored.report.status, PublicationStatus::cancelled);
  EXPECT_EQ(stored.report.notice, "This story is withdrawn.");
  EXPECT_EQ(stored.withdrawn, "This story is withdrawn.");
  ASSERT_EQ(stored.report.other_values.size(), 2U);
  EXPECT_EQ(stored.report.other_values[0].value, "2031-03-10");
  EXPECT_EQ(stored.report.other_values[0].basis, TimeBasis::json_ld);
  EXPECT_EQ(stored.report.other_values[1].field, MetadataField::title);
  EXPECT_EQ(value(store->report("key-b")).report.status, std::nullopt);
  EXPECT_EQ(value(store->verify()).bad, 0U);
}

TEST(Store, ListsReportsByStatusAndLanguage) {
  const Folder folder;
  const auto store = opened(folder / "s");
  Arrival english = note("b", "Here.", "2031-03-11");
  english.report.language = "EN";
  value(store->add(batch({withdrawn_page("a"), english, note("c", "???", "2031-03-10")})));
  const auto listed = [&](const ReportFilter& filter) {
    std::vector<std::string> out;
    value(store->reports({}, filter, {}, [&](ReportRow&& row) {
      out.push_back(row.id);
      return true;
    }));
    return out;
  };
  using Ids = std::vector<std::string>;
  EXPECT_EQ(listed({.status = ReportStatus::withdrawn}), Ids{"a"});
  EXPECT_EQ(listed({.status = ReportStatus::read}), (Ids{"b", "c"}));
  EXPECT_EQ(listed({.language = "fr"}), Ids{"a"});
  EXPECT_EQ(listed({.language = "en"}), Ids{"b"});
  EXPECT_EQ(listed({.language = "f"}), Ids{});
  EXPECT_EQ(listed({.language = "e%"}), Ids{});
}

TEST(Store, KeepsTheBytesOfAnInputOnceHoweverManyReportsAreInIt) {
  const Folder folder;
  const auto store = opened(folder / "s");
  const auto feed = std::make_shared<const std::string>(std::string(5000, 'x') + std::string("\0\xFF", 2));
  Arrival one = note("a", "One.");
  Arrival two = note("b", "Two.");
  one.report.raw = two.report.raw = feed;
  value(store->add(batch({one, two, note("c", "Three.")})));
  EXPECT_EQ(value(store->raw("key-a", one.report.version)), *feed);
  EXPECT_EQ(value(store->raw("key-b", two.report.version)), *feed);
  EXPECT_EQ(value(store->report("key-b")).raw->size, 5002U);
  EXPECT_EQ(value(store->raw("key-c", note("c", "Three.").report.version)), std::nullopt);
  EXPECT_FALSE(value(store->report("key-c")).raw);
  EXPECT_EQ(value(store->verify()).bad, 0U);
}

TEST(Store, TakesInTheBytesOfAReportItHasWithoutThem) {
  const Folder folder;
  const auto store = opened(folder / "s");
  Arrival report = note("a", "One.");
  value(store->add(batch({report})));
  EXPECT_FALSE(value(store->holds_raw("key-a", report.report.version)));
  report.report.raw = std::make_shared<const std::string>("<p>One.");
  EXPECT_EQ(value(store->add(batch({report}))), Outcomes{Outcome::unchanged});
  EXPECT_TRUE(value(store->holds_raw("key-a", report.report.version)));
}

TEST(Store, ATimeIsInTheFutureOnlyWhereNoClockShowsIt) {
  const auto in_future = [](std::string value) {
    return in_the_future(Timestamp{std::move(value), TimePrecision::minute, TimeBasis::given},
                         at("2031-03-12T12:00:00Z"));
  };
  EXPECT_FALSE(in_future("2031-03-12T12:00:00Z"));
  EXPECT_TRUE(in_future("2031-03-12T12:01:00Z"));
  EXPECT_FALSE(in_future("2031-03-12T14:30:00+03:00"));
  EXPECT_TRUE(in_future("2031-03-12T08:30:00-05:00"));
  EXPECT_FALSE(in_future("2031-03-13T01:30:00"));
  EXPECT_TRUE(in_future("2031-03-13T02:30:00"));
  EXPECT_FALSE(in_future("2031-03-13"));
  EXPECT_TRUE(in_future("2031-03-14"));
  EXPECT_FALSE(in_the_future(std::nullopt, at("2031-03-12")));
}

TEST(Store, KnowsTheLastTimeOfKnowing) {
  const Folder folder;
  const auto store = opened(folder / "s");
  EXPECT_EQ(value(store->last_known()), std::nullopt);
  value(store->add(batch({note("a", "x")}, "2031-03-12")));
  value(store->add(batch({note("b", "x")}, "2031-03-10")));
  EXPECT_EQ(value(store->last_known()), at("2031-03-12"));
}

}  // namespace
}  // namespace sitcen::store
