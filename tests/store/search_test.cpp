#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/utf8.h"
#include "sample.h"
#include "store/store.h"

namespace sitcen::store {
namespace {

using sample::batch;
using sample::flood;
using sample::Folder;
using sample::note;
using sample::opened;
using sample::value;

std::vector<SearchHit> search(Store& store, std::string_view typed, const Scope& scope = {}, const Page& page = {}) {
  std::vector<SearchHit> hits;
  value(store.search(value(parse_search(typed)), scope, page, [&](SearchHit&& hit) {
    hits.push_back(std::move(hit));
    return true;
  }));
  return hits;
}

std::vector<std::string> found(Store& store, std::string_view typed, const Scope& scope = {}) {
  std::vector<std::string> ids;
  for (const auto& hit : search(store, typed, scope)) ids.push_back(hit.report.id);
  return ids;
}

using Ids = std::vector<std::string>;

TEST(Search, ShowsTheSentenceAndEveryMatch) {
  const Folder folder;
  const auto store = opened(folder / "s");
  value(store->add(batch({flood()})));
  const auto hits = search(*store, "bridge closed");
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits[0].snippet, "She added that the bridge \xF0\x9F\x8C\x89 is closed.");
  ASSERT_EQ(hits[0].spans.size(), 2U);
  EXPECT_EQ(hits[0].text->substr(hits[0].spans[0].begin, hits[0].spans[0].size()), "bridge");
  EXPECT_EQ(hits[0].text->substr(hits[0].spans[1].begin, hits[0].spans[1].size()), "closed");
}

TEST(Search, WantsAllWordsAPhraseInARowAndTheBeginningOfAWord) {
  const Folder folder;
  const auto store = opened(folder / "s");
  value(store->add(batch({note("a", "The river flooded the old town."), note("b", "The town hall by the river.")})));
  EXPECT_EQ(found(*store, "river town").size(), 2U);
  EXPECT_EQ(found(*store, "\"old town\""), Ids{"a"});
  EXPECT_EQ(found(*store, "floo*"), Ids{"a"});
  EXPECT_EQ(found(*store, "floo"), Ids{});
  EXPECT_EQ(found(*store, "river castle"), Ids{});
}

TEST(Search, FindsWhateverTheCaseAndTheAccents) {
  const Folder folder;
  const auto store = opened(folder / "s");
  value(store->add(batch({flood(), note("k", "\xD0\xA5\xD0\xB0\xD1\x80\xD0\xBA\xD1\x96\xD0\xB2 today")})));
  EXPECT_EQ(found(*store, "KOS"), Ids{"northmere/7"});
  EXPECT_EQ(found(*store, "\xD1\x85\xD0\xB0\xD1\x80\xD0\xBA\xD1\x96\xD0\xB2"), Ids{"k"});
}

TEST(Search, ATitleCountsMoreAndIsTheSnippetWhereOnlyItMatches) {
  const Folder folder;
  const auto store = opened(folder / "s");
  Arrival titled = note("titled", "Nothing of it here, and some more words.");
  titled.report.title = "Flood";
  value(store->add(batch({note("plain", "The flood came, with some more words."), titled})));
  const auto hits = search(*store, "flood");
  ASSERT_EQ(hits.size(), 2U);
  EXPECT_EQ(hits[0].report.id, "titled");
  EXPECT_EQ(hits[0].snippet, "Flood");
  EXPECT_TRUE(hits[0].spans.empty());
  EXPECT_GT(hits[0].score, hits[1].score);
}

TEST(Search, LooksAtTheVersionInForce) {
  const Folder folder;
  const auto store = opened(folder / "s");
  value(store->add(batch({note("a", "Three died.")}, "2031-03-12")));
  value(store->add(batch({note("a", "Seven died.")}, "2031-03-13")));
  EXPECT_EQ(found(*store, "three"), Ids{});
  EXPECT_EQ(found(*store, "seven"), Ids{"a"});
  EXPECT_EQ(found(*store, "three", {sample::at("2031-03-12"), {}, {}, {}}), Ids{"a"});
  EXPECT_EQ(found(*store, "seven", {sample::at("2031-03-12"), {}, {}, {}}), Ids{});
}

TEST(Search, WordsOfFts5AreWords) {
  const Folder folder;
  const auto store = opened(folder / "s");
  value(store->add(batch({note("a", "title NOT near the \"AND\" gate")})));
  EXPECT_EQ(found(*store, "NOT"), Ids{"a"});
  EXPECT_EQ(found(*store, "AND gate"), Ids{"a"});
  EXPECT_EQ(found(*store, "title:near"), Ids{});  // "title near" in a row, which is not there
  EXPECT_EQ(found(*store, "x OR gate"), Ids{});
}

TEST(Search, PagesGiveEachHitOnce) {
  const Folder folder;
  const auto store = opened(folder / "s");
  std::vector<Arrival> arrivals;
  for (int i = 0; i < 17; ++i) arrivals.push_back(note("n" + std::to_string(i), "flood" + std::string(i % 4, '!')));
  value(store->add(batch(std::move(arrivals))));
  Ids paged;
  for (Page page{"", 5};;) {
    const auto hits = search(*store, "flood", {}, page);
    if (hits.empty()) break;
    for (const auto& hit : hits) paged.push_back(hit.report.id);
    page.after = hits.back().report.cursor;
  }
  EXPECT_EQ(paged, found(*store, "flood"));
  EXPECT_EQ(paged.size(), 17U);
}

TEST(Search, ALongSentenceIsCutAroundItsFirstMatch) {
  const Folder folder;
  const auto store = opened(folder / "s");
  std::string text;
  for (int i = 0; i < 300; ++i) text += "\xD1\x81\xD0\xBB\xD0\xBE\xD0\xB2\xD0\xBE ";
  value(store->add(batch({note("a", text + "flood " + text)})));
  const auto hits = search(*store, "flood");
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_LE(hits[0].snippet.size(), 320U);
  EXPECT_NE(hits[0].snippet.find("flood"), std::string::npos);
  EXPECT_FALSE(base::find_invalid_utf8(hits[0].snippet));
}

RC_GTEST_PROP(Search, WhateverIsTypedIsAnsweredOrRefused, ()) {
  static const Folder folder;
  static const auto store = [] {
    auto made = opened(folder / "s");
    value(made->add(batch({flood(), note("b", "Two.")})));
    return made;
  }();
  const auto typed = *rc::gen::container<std::string>(
      rc::gen::weightedOneOf<char>({{3, rc::gen::elementOf(std::string("\"*'()-+^:{} ANDORT\\;,\n"))},
                                    {2, rc::gen::inRange<char>('a', 'z')},
                                    {1, rc::gen::arbitrary<char>()}}));
  const auto terms = parse_search(typed);
  if (!terms) {
    RC_ASSERT(terms.error().code == ErrorCode::bad_query);
    return;
  }
  const auto done = store->search(*terms, {}, {}, [](SearchHit&& hit) {
    for (const Span span : hit.spans) RC_ASSERT(span.begin < span.end && span.end <= hit.text->size());
    return true;
  });
  RC_ASSERT(done.has_value());
}

}  // namespace
}  // namespace sitcen::store
