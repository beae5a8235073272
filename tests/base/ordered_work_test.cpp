#include "base/ordered_work.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <atomic>
#include <numeric>

namespace sitcen::base {
namespace {

/// Some work whose length depends on the item, so that results come out of order.
std::size_t sum_of_letters(const std::string& text) {
  std::size_t sum = text.size();
  for (int round = 0; round < 20; ++round)
    for (const char c : text) sum = sum * 31 + static_cast<unsigned char>(c);
  return sum;
}

struct Run {
  std::vector<std::size_t> delivered;
  std::size_t most_items = 0;  ///< most that were taken and not yet delivered
  bool source_was_shared = false;
};

Run run(const std::vector<std::string>& texts, WorkLimits limits, std::size_t stop_after = SIZE_MAX) {
  Run seen;
  std::size_t at = 0;
  std::atomic<std::size_t> taken = 0, delivered = 0;
  std::atomic<int> in_source = 0;
  const auto next = [&]() -> std::optional<std::string> {
    if (in_source++ != 0) seen.source_was_shared = true;
    std::optional<std::string> item;
    if (at < texts.size()) {
      item = texts[at++];
      seen.most_items = std::max(seen.most_items, ++taken - delivered);
    }
    --in_source;
    return item;
  };
  OrderedWork<std::string, std::size_t> work(limits);
  work.run(
      next, [](const std::string& text) { return text.size(); },
      [](unsigned, std::string&& text, std::size_t& out) { out = sum_of_letters(text); },
      [&](std::size_t& out) {
        seen.delivered.push_back(out);
        ++delivered;
        return seen.delivered.size() < stop_after;
      });
  return seen;
}

std::vector<std::string> texts_of(const std::vector<std::size_t>& sizes) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < sizes.size(); ++i)
    texts.emplace_back(sizes[i] + 1, static_cast<char>('a' + static_cast<char>(i % 26)));
  return texts;
}

std::vector<std::size_t> sums_of(const std::vector<std::string>& texts) {
  std::vector<std::size_t> sums;
  for (const std::string& text : texts) sums.push_back(sum_of_letters(text));
  return sums;
}

RC_GTEST_PROP(OrderedWork, DeliversEveryResultOnceAndInOrder, ()) {
  const auto texts = texts_of(*rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, 3000)));
  const WorkLimits limits{.threads = *rc::gen::inRange(1U, 9U),
                          .items = *rc::gen::inRange<std::size_t>(1, 20),
                          .bytes = *rc::gen::inRange<std::size_t>(1, 5000)};
  const Run seen = run(texts, limits);
  RC_ASSERT(seen.delivered == sums_of(texts));
  RC_ASSERT(seen.most_items <= limits.items);
  RC_ASSERT(!seen.source_was_shared);
}

RC_GTEST_PROP(OrderedWork, StopsWhenTheReceiverHasEnough, ()) {
  const auto texts =
      texts_of(*rc::gen::container<std::vector<std::size_t>>(40, rc::gen::inRange<std::size_t>(0, 2000)));
  const std::size_t enough = *rc::gen::inRange<std::size_t>(1, 41);
  const Run seen = run(texts, {.threads = *rc::gen::inRange(1U, 9U)}, enough);
  auto expected = sums_of(texts);
  expected.resize(enough);
  RC_ASSERT(seen.delivered == expected);
}

TEST(OrderedWork, TakesNoMoreThanTheBytesAllow) {
  const std::vector<std::string> texts(20, std::string(1000, 'x'));
  EXPECT_LE(run(texts, {.threads = 4, .items = 16, .bytes = 1500}).most_items, 2U);
  EXPECT_EQ(run(texts, {.threads = 4, .items = 16, .bytes = 1}).most_items, 1U);
}

TEST(OrderedWork, NothingToDoIsDoneAtOnce) {
  EXPECT_TRUE(run({}, {.threads = 1}).delivered.empty());
  EXPECT_TRUE(run({}, {.threads = 8}).delivered.empty());
}

TEST(OrderedWork, DeliversWhileTheSourceWaits) {
  // The source gives its second item only after the first has been delivered: it must not hold the delivery up.
  std::atomic<int> delivered = 0;
  int given = 0;
  OrderedWork<int, int> work({.threads = 2});
  work.run(
      [&]() -> std::optional<int> {
        if (given == 3) return std::nullopt;
        while (delivered < given) std::this_thread::yield();
        return given++;
      },
      [](int) { return std::size_t{1}; }, [](unsigned, int&& in, int& out) { out = in; },
      [&](int& out) {
        EXPECT_EQ(out, delivered);
        ++delivered;
        return true;
      });
  EXPECT_EQ(delivered, 3);
}

}  // namespace
}  // namespace sitcen::base
