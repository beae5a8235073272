#include "picture/figures.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "picture/figure_text.h"
#include "store/sample.h"

namespace sitcen::picture {
namespace {

namespace sample = store::sample;

/// A report that counts one thing once.
store::Arrival counting(const std::string& id, const std::string& text, double value, const std::string& words,
                        const std::string& published) {
  store::Arrival arrival = sample::note(id, text, published);
  Figure figure;
  figure.span = figure.core = sample::span_of(text, words);
  figure.value = value;
  figure.of = sample::span_of(text, "people");
  figure.thing = "people";
  figure.act = sample::span_of(text, "died");
  figure.act_lemma = "die";
  figure.provenance = {0, "number", 0.9F};
  arrival.findings.figures = {figure};
  return arrival;
}

class Figures : public testing::Test {
 protected:
  void SetUp() override {
    auto later = counting("b", "Nine people died.", 9, "Nine", "2031-03-13T08:00:00Z");
    Figure bare;
    bare.span = bare.core = sample::span_of("Nine people died.", "Nine");
    bare.value = 9;
    bare.provenance = {0, "number", 0.9F};
    auto alone = sample::note("c", "Nine of them.", "2031-03-14T08:00:00Z");
    alone.findings.figures = {bare};
    sample::value(
        sample::opened(folder_ / "s")
            ->add(sample::batch({later, sample::flood(),
                                 counting("a", "Three people died.", 3, "Three", "2031-03-11T08:00:00Z"), alone})));
    store_ = sample::opened(folder_ / "s", store::Access::read);
  }
  std::vector<FigureRow> asked(const FigureQuestion& typed, const store::Scope& scope = {}) {
    std::vector<FigureRow> out;
    sample::value(figures(*store_, scope, typed, {}, [&](FigureRow&& row) {
      out.push_back(std::move(row));
      return true;
    }));
    return out;
  }

  const sample::Folder folder_;
  std::unique_ptr<store::Store> store_;
};

TEST_F(Figures, OfOneThingStandTogetherInTheOrderOfTheirTimes) {
  const auto rows = asked({});
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].thing, "people");
  EXPECT_EQ(rows[0].act, "die");
  std::vector<double> values;
  for (const FigurePoint& point : rows[0].points) values.push_back(point.figure.value.value_or(-1));
  EXPECT_EQ(values, (std::vector<double>{3, 7, 9}));
  EXPECT_EQ(rows[1].thing, "");
  EXPECT_EQ(rows[1].points.size(), 1U);
}

TEST_F(Figures, ComePageByPage) {
  std::vector<std::string> ids;
  std::string after;
  for (int turns = 0; turns < 3; ++turns)
    sample::value(figures(*store_, {}, {}, {after, 1}, [&](FigureRow&& row) {
      ids.push_back(row.id);
      after = row.cursor;
      return true;
    }));
  EXPECT_EQ(ids, (std::vector<std::string>{"people/die/", asked({})[1].id}));
}

TEST_F(Figures, SayInWhoseWordsTheyStand) {
  const auto rows = asked({.thing = "die", .kind = "number"});
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_FALSE(rows[0].points[0].statement);
  EXPECT_EQ(rows[0].points[1].statement, 0U);
  EXPECT_EQ(rows[0].points[1].evidence.words(), "Seven");
}

TEST_F(Figures, AreAskedForByScopeWordsAndKind) {
  store::Scope since;
  since.since = sample::at("2031-03-12T00:00:00Z");
  EXPECT_EQ(asked({.thing = "people"}, since).front().points.size(), 2U);
  EXPECT_TRUE(asked({.thing = "people flood"}).empty());
  EXPECT_TRUE(asked({.kind = "money"}).empty());
  EXPECT_EQ(asked({.thing = "People Die"}).front().points.size(), 3U) << "the lemma";
  EXPECT_EQ(asked({.thing = "died"}).front().points.size(), 3U) << "the report's word";
  EXPECT_TRUE(asked({.thing = "peop"}).empty());
  const auto code = [&](const FigureQuestion& typed, const std::string& after) {
    return figures(*store_, {}, typed, {after}, [](FigureRow&&) { return true; }).error().code;
  };
  EXPECT_EQ(code({.kind = "size"}, ""), ErrorCode::bad_request);
  EXPECT_EQ(code({.thing = " "}, ""), ErrorCode::bad_query);
  EXPECT_EQ(code({}, "=people"), ErrorCode::bad_request);
}

Figure figure(FigureKind kind, std::optional<double> value, std::optional<double> low, std::optional<double> high,
              const std::string& unit, std::string_view approx) {
  Figure out;
  out.kind = kind;
  out.value = value;
  out.low = low;
  out.high = high;
  out.unit = unit;
  out.approx = approx;
  return out;
}

TEST(FigureText, IsShortAndPlain) {
  EXPECT_EQ(amount(figure(FigureKind::money, 31e6, {}, {}, "EUR", "")), "31,000,000 EUR");
  EXPECT_EQ(amount(figure(FigureKind::percent, 38.25, 38.25, {}, "%", "more_than")), "> 38.25 %");
  EXPECT_EQ(amount(figure(FigureKind::number, 999, {}, {}, "", "about")), "~999");
  EXPECT_EQ(amount(figure(FigureKind::number, {}, 24, {}, "", "about")), "≥ 24");
  EXPECT_EQ(amount(figure(FigureKind::range, {}, 20, 30, "", "")), "20–30");
  EXPECT_EQ(amount(figure(FigureKind::temperature, -1234.5, {}, {}, "degree", "")), "-1,234.5 degree");
  EXPECT_EQ(amount(figure(FigureKind::ordinal, 22, {}, {}, "", "")), "22nd");
  EXPECT_EQ(amount(figure(FigureKind::ordinal, 111, {}, {}, "", "")), "111th");
  EXPECT_EQ(amount(figure(FigureKind::number, 1e300, {}, {}, "", "")), "1e+300");
}

}  // namespace
}  // namespace sitcen::picture
