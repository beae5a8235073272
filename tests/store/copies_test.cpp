#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "sample.h"
#include "store/copies/compare.h"

namespace sitcen::store {
namespace {

using copies::CopyKind;
using copies::Text;
using sample::at;
using sample::batch;
using sample::Folder;
using sample::note;
using sample::opened;
using sample::value;

const std::string kFlood =
    "BRENNAU - At least 40 residents were led out of their homes late on Tuesday when the Orla reached the lower town, "
    "rescuers said. The water rose by two metres within three hours.\n\n"
    "Mayor Ana Kos told a local station that the search would take another nine days. \"We knew the risk, but nobody "
    "listened,\" she recalled, standing beside the school.\n\n"
    "The Water Board put the damage at 12 million crowns, more than half of what was set aside last spring. Ferries "
    "between Brennau and Velin ran only once an hour, stranding 300 commuters.";

const std::string kStrike =
    "VELIN - Drivers of the Norhaven Rail Company walked out on Monday over pay. Trains stood still from dawn, and the "
    "company advised travellers to stay at home. A second meeting is due on Thursday, its director Ilya Brandt said, "
    "adding that he expected no quick end. The union wants 7 per cent, the company offered 3.";

/// Every n-th small word of a text replaced by another.
std::string rewritten(std::string text, std::size_t nth) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] != ' ' || text[i + 1] < 'a' || text[i + 1] > 'z') continue;
    if (++seen % nth != 0) continue;
    std::size_t end = i + 1;
    while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
    text.replace(i + 1, end - i - 1, "thing");
  }
  return text;
}

std::optional<CopyKind> kind(const std::string& one, const std::string& two) {
  const auto there = copies::kind_of(copies::compare(Text(one), Text(two)));
  EXPECT_EQ(there, copies::kind_of(copies::compare(Text(two), Text(one)))) << "either way";
  return there;
}

TEST(Copies, AreFoundUnderWhatEditorsDoToThem) {
  const auto second = kFlood.find("Mayor");
  const auto third = kFlood.find("The Water Board");
  const std::string lead = kFlood.substr(0, second);
  const std::string middle = kFlood.substr(second, third - second);
  const std::string end = kFlood.substr(third);
  const std::string boilerplate =
      "\n\nYou are reading a free article. Subscribe today for our archive, our evening letter and the weekend "
      "magazine. "
      "All rights reserved; nothing may be passed on without written permission.";
  EXPECT_EQ(kind(kFlood, lead + middle), CopyKind::near) << "cut";
  EXPECT_EQ(kind(kFlood, "What we know about the flood\n" + kFlood), CopyKind::near) << "a headline";
  EXPECT_EQ(kind(kFlood, end + "\n\n" + middle + lead), CopyKind::near) << "another order";
  EXPECT_EQ(kind(kFlood, kFlood + boilerplate), CopyKind::near) << "boilerplate";
  EXPECT_EQ(kind(kFlood, rewritten(kFlood, 5)), CopyKind::near) << "other words";
  EXPECT_EQ(kind(kFlood, rewritten(lead + middle, 6) + boilerplate), CopyKind::near) << "all at once";
  EXPECT_EQ(kind(kFlood, kStrike), std::nullopt);
  EXPECT_EQ(kind(kFlood + boilerplate, kStrike + boilerplate), CopyKind::quoted) << "what they share is no account";
}

TEST(Copies, OfOneFormWithOtherFactsAreNone) {
  const auto bulletin = [](const std::string& town, const std::string& size, const std::string& depth) {
    return "An earthquake of magnitude " + size + " struck near " + town +
           " on Monday, the seismic service reported. The depth was given as " + depth +
           " kilometres. There were no immediate reports of casualties or damage. People were asked to stay away from "
           "damaged buildings.";
  };
  EXPECT_NE(kind(bulletin("Brennau", "4.1", "12"), bulletin("Norhaven", "5.7", "33")), CopyKind::near);
}

TEST(Copies, TheirWordsAreTheSameWhateverTheCaseAndTheMarks) {
  EXPECT_EQ(Text("Seven people, “all of them” from ÉVIAN — have died there.").hash(),
            Text("seven PEOPLE all of them from Évian, have died there").hash());
  EXPECT_NE(Text("Seven people all of them from Evian have died").hash(),
            Text("Seven people all of them from Velin have died").hash());
  EXPECT_EQ(Text("Seven people died.").hash(), std::nullopt) << "too short to be anybody's";
}

TEST(Copies, OfAScriptWithoutSpacesAreFoundToo) {
  const std::string one = "周一晚间洪水冲进下城区，至少四十名居民被转移出家园，救援人员说。水位在三小时内上涨了两米。";
  EXPECT_EQ(kind(one, one.substr(0, one.find("水位"))), CopyKind::near);
}

TEST(Copies, SampleIsBoundedAndSharedByATextAndAPartOfIt) {
  std::string text;
  std::mt19937 random(7);
  for (int i = 0; i < 20000; ++i) text += "word" + std::to_string(random() % 5000) + " ";
  const auto whole = Text(text).sample();
  EXPECT_LE(whole.size(), 256U);
  EXPECT_GE(whole.size(), 64U);
  const auto part = Text(text.substr(text.size() / 4, text.size() / 2)).sample();
  std::vector<std::uint64_t> both;
  std::ranges::set_intersection(whole, part, std::back_inserter(both));
  EXPECT_GE(both.size(), whole.size() / 3);
  std::string same;
  for (int i = 0; i < 20000; ++i) same += "a ";
  EXPECT_EQ(Text(same).sample().size(), 1U);
}

TEST(Copies, SharedStretchesAreEqualWordsInBothTexts) {
  const std::string other = "By our staff\n" + rewritten(kFlood, 12);
  const Text one(kFlood);
  const Text two(other);
  const auto shared = copies::shared_stretches(one, two);
  ASSERT_GE(shared.size(), 3U);
  std::uint32_t end = 0;
  for (const auto& stretch : shared) {
    EXPECT_GE(stretch.first.begin, end);
    end = stretch.first.end;
    EXPECT_GE(stretch.words, 4U);
    EXPECT_EQ(Text(kFlood.substr(stretch.first.begin, stretch.first.size())).words().size(), stretch.words);
    EXPECT_EQ(kFlood.substr(stretch.first.begin, stretch.first.size()),
              other.substr(stretch.second.begin, stretch.second.size()));
  }
}

/// Families of a store as ids: "original copy copy; ..." and after a bar who quotes it.
std::string families(Store& store, const Scope& scope = {}, std::optional<std::string_view> key = {}) {
  std::string out;
  for (const CopyFamily& family : value(store.copies(scope, key))) {
    if (!out.empty()) out += "; ";
    for (const CopyMember& member : family.members) out += (&member == family.members.data() ? "" : " ") + member.id;
    for (const auto& quoting : family.quoted) out += " | " + quoting.by.id;
  }
  return out;
}

std::string copy_of(Store& store, const std::string& id, const Scope& scope = {}) {
  std::string out = "?";
  value(store.reports(scope, {}, [&](ReportRow&& row) {
    if (row.id == id) out = row.copy_of.value_or("-");
    return true;
  }));
  return out;
}

TEST(Copies, OfTheWholeStoreAreKeptAsFamiliesWhoeverCameFirst) {
  const Folder folder;
  const auto store = opened(folder / "s");
  value(store->add(batch({note("late", kFlood + " More follows.", "2031-03-12T10:00:00Z"),
                          note("strike", kStrike, "2031-03-12T09:00:00Z")})));
  value(store->add(batch({note("early", kFlood, "2031-03-12T08:00:00Z"), note("same", kFlood, "2031-03-12T11:00:00Z"),
                          note("undated", kFlood)},
                         "2031-03-13")));
  EXPECT_EQ(families(*store), "early late same undated");
  EXPECT_EQ(families(*store, {}, "key-late"), "early late same undated");
  EXPECT_EQ(families(*store, {}, "key-strike"), "");
  EXPECT_EQ(copy_of(*store, "late"), "early");
  EXPECT_EQ(copy_of(*store, "early"), "-");
  EXPECT_EQ(copy_of(*store, "undated"), "early");
  EXPECT_EQ(copy_of(*store, "strike"), "-");
  EXPECT_EQ(copy_of(*store, "late", {.as_of = at("2031-03-12T12:00:00Z")}), "-") << "nobody else was known then";
  EXPECT_EQ(families(*store, {.as_of = at("2031-03-12T12:00:00Z")}), "");
  EXPECT_EQ(families(*store, {.source = "nobody"}), "");
  EXPECT_EQ(value(store->verify()).bad, 0U);
}

TEST(Copies, ANewVersionIsNoCopyOfItsReportAndStaysInItsFamily) {
  const Folder folder;
  const auto store = opened(folder / "s");
  value(store->add(batch({note("one", kFlood, "2031-03-12")})));
  value(store->add(batch({note("one", kFlood + " Two more were found.", "2031-03-12")}, "2031-03-13")));
  EXPECT_EQ(families(*store), "");
  EXPECT_EQ(copy_of(*store, "one"), "-");
  value(store->add(
      batch({note("two", kFlood, "2031-03-13")}, "2031-03-14")));  // of the version that is no longer in force
  EXPECT_EQ(families(*store), "one two");
  EXPECT_EQ(copy_of(*store, "two"), "one");
}

TEST(Copies, WhoQuotesAPassageIsListedWithWhoHadItFirst) {
  const Folder folder;
  const auto store = opened(folder / "s");
  const auto from = kFlood.find("Mayor Ana Kos");
  const std::string passage = kFlood.substr(from, kFlood.find("\n\n", from) - from);
  std::string other = kStrike;
  other +=
      "\n\n" + passage + "\n\n" +
      "On Friday the union had asked for talks about shifts, rosters and pensions, which the board called a matter for "
      "the spring; both had met twice in the town hall of Velin since, and neither side had moved by a single step.";
  value(store->add(
      batch({note("quoting", other, "2031-03-13"), note("flood", kFlood + " " + kFlood.substr(0, 60), "2031-03-12")})));
  EXPECT_EQ(families(*store), "flood | quoting");
  EXPECT_EQ(families(*store, {}, "key-quoting"), "flood | quoting");
  EXPECT_EQ(copy_of(*store, "quoting"), "-");
}

TEST(Copies, AStoreOfBeforeIsComparedWhenItIsNextWritten) {
  const Folder folder;
  value(opened(folder / "s")->add(batch({note("one", kFlood, "2031-03-12"), note("two", kFlood, "2031-03-13")})));
  sample::tamper(
      folder / "s",
      "DELETE FROM fingerprint; DELETE FROM copied_family; UPDATE version SET family = NULL, word_hash = NULL");
  EXPECT_EQ(families(*opened(folder / "s")), "one two");
}

TEST(Copies, AFloodOfThemStaysBounded) {
  // Each a little different from the one report they are made of, and beside them reports of nothing but boilerplate.
  const Folder folder;
  constexpr int kCopies = 2000;
  std::mt19937 random(11);
  {
    const auto store = opened(folder / "s");
    std::vector<Arrival> arrivals;
    for (int i = 0; i < kCopies; ++i) {
      const std::string number = std::to_string(i);
      arrivals.push_back(
          note("copy-" + number, kFlood + " Update " + number + " of " + std::to_string(random()) + "."));
      arrivals.push_back(
          note("form-" + number, "Share this article. Print this article. More from this section: " + number +
                                     ". By using this site you agree to our terms of use and our privacy "
                                     "policy, number " +
                                     std::to_string(random()) + "."));
    }
    value(store->add(batch(std::move(arrivals))));
    EXPECT_EQ(copy_of(*store, "copy-1999"), "copy-0");
    EXPECT_EQ(value(store->copies({}, "key-copy-7")).size(), 1U);
    EXPECT_EQ(value(store->verify()).bad, 0U);
  }
  // Less than three sequences for a report: what a copy shares with its family is not kept again.
  EXPECT_LT(sample::rows(folder / "s", "fingerprint"), 3U * 2 * kCopies);
  EXPECT_LT(sample::rows(folder / "s", "quoted"), 2U * kCopies);
}

}  // namespace
}  // namespace sitcen::store
