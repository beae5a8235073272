// The native engine against spaCy's own answers: every field of every token of texts/.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <numeric>
#include <random>
#include <thread>

#include "golden.h"
#include "places.h"
#include "sitcen/engine.h"

namespace sitcen::parity {
namespace {

const char* name(Isa isa) {
  switch (isa) {
    case Isa::best:
      return "best";
    case Isa::plain:
      return "plain";
    case Isa::avx2:
      return "avx2";
    case Isa::avx512:
      return "avx512";
    case Isa::amx:
      return "amx";
  }
  return "";
}

/// Models, texts and engines of one test; says where the model is missing.
class Parity : public testing::Test {
 protected:
  void open(const std::string& which) {
    if (!std::filesystem::exists(test::model_file(which)))
      GTEST_SKIP() << test::model_file(which)
                   << " is not there: ./dev test imports it, SITCEN_TEST_MODEL_DIR names its folder";
    auto opened = open_model(test::model_file(which));
    ASSERT_TRUE(opened) << opened.error().message;
    model = *opened;
    texts = load_all("", which);
  }

  /// An engine, or none where the processor lacks what `options` ask for.
  std::optional<Engine> engine(EngineOptions options = {}) const {
    auto made = Engine::create(model, options);
    if (made) return std::move(*made);
    EXPECT_EQ(made.error().code, ErrorCode::isa_unavailable) << made.error().message;
    return std::nullopt;
  }

  std::vector<Row> read(Engine& reader, const Text& text, Document& doc) const {
    const auto done = reader.read(text.text, doc);
    EXPECT_TRUE(done) << text.id << ": " << done.error().message;
    return done ? rows_of(doc) : std::vector<Row>();
  }

  std::shared_ptr<const Model> model;
  std::vector<Text> texts;
};

struct Case {
  std::string model;
  Isa isa;
};

class EveryKernel : public Parity, public testing::WithParamInterface<Case> {};

TEST_P(EveryKernel, SaysWhatSpacySays) {
  open(GetParam().model);
  if (IsSkipped() || HasFatalFailure()) return;
  auto reader = engine({.isa = GetParam().isa});
  if (!reader) GTEST_SKIP() << "this processor has no " << name(GetParam().isa);
  std::size_t tokens = 0, shown = 0;
  Document doc;
  for (const Text& text : texts) {
    const std::vector<Row> ours = read(*reader, text, doc);
    tokens += ours.size();
    if (ours == text.rows) continue;
    EXPECT_EQ(ours.size(), text.rows.size()) << text.id;
    const auto [mine, theirs] = std::mismatch(ours.begin(), ours.end(), text.rows.begin(), text.rows.end());
    const bool at_end = mine == ours.end() || theirs == text.rows.end();
    ADD_FAILURE() << text.id << ", token " << mine - ours.begin()
                  << "\n  spaCy:  " << (at_end ? "-" : to_string(*theirs))
                  << "\n  sitcen: " << (at_end ? "-" : to_string(*mine));
    if (++shown == 20) FAIL() << "and perhaps more";
  }
  EXPECT_GE(tokens, 20'000U);
}

std::vector<Case> every_kernel() {
  std::vector<Case> out;
  for (const char* model : {"md", "sm"})
    for (const Isa isa : {Isa::best, Isa::plain, Isa::avx2, Isa::avx512, Isa::amx}) out.push_back({model, isa});
  return out;
}
INSTANTIATE_TEST_SUITE_P(Parity, EveryKernel, testing::ValuesIn(every_kernel()),
                         [](const auto& test) { return test.param.model + "_" + name(test.param.isa); });

// bf16 keeps 8 of 24 bits: it may decide a near tie otherwise. What it may cost is bounded here, over all texts.
TEST_F(Parity, Bf16StaysWithinItsBound) {
  open("md");
  if (IsSkipped() || HasFatalFailure()) return;
  auto reader = engine({.precision = Precision::bf16});
  if (!reader) GTEST_SKIP() << "this processor has no bf16";
  std::size_t tokens = 0, tags = 0, heads = 0, deps = 0, ents = 0;
  Document doc;
  for (const Text& text : texts) {
    const std::vector<Row> ours = read(*reader, text, doc);
    ASSERT_EQ(ours.size(), text.rows.size()) << text.id << ": the tokenizer has nothing to do with the precision";
    tokens += ours.size();
    for (std::size_t i = 0; i < ours.size(); ++i) {
      EXPECT_EQ(ours[i].begin, text.rows[i].begin) << text.id;
      tags += ours[i].tag != text.rows[i].tag;
      heads += ours[i].head != text.rows[i].head;
      deps += ours[i].dep != text.rows[i].dep;
      ents += ours[i].ent != text.rows[i].ent;
    }
  }
  const auto share = [&](std::size_t count) { return static_cast<double>(count) / static_cast<double>(tokens); };
  EXPECT_LE(share(tags), 0.0005);
  EXPECT_LE(share(heads), 0.005);
  EXPECT_LE(share(deps), 0.005);
  EXPECT_LE(share(ents), 0.0005);
}

// A report's answer is its own: whatever was read before, however small the caches, on whichever thread.
TEST_F(Parity, AnswerDoesNotDependOnWhatWasReadBefore) {
  open("md");
  if (IsSkipped() || HasFatalFailure()) return;
  std::vector<std::size_t> order(texts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto check = [&](Engine& reader, const char* how) {
    Document doc;
    for (const std::size_t i : order)
      ASSERT_EQ(read(reader, texts[i], doc), texts[i].rows) << texts[i].id << " read " << how;
  };
  auto one = engine();
  ASSERT_TRUE(one);
  check(*one, "in order");
  std::reverse(order.begin(), order.end());
  check(*one, "backwards, by the same engine");
  std::shuffle(order.begin(), order.end(), std::mt19937(7));
  auto small = engine({.cache_bytes = 0});
  ASSERT_TRUE(small);
  check(*small, "shuffled, without caches");
  auto tight = engine({.cache_bytes = std::size_t{1} << 20});
  ASSERT_TRUE(tight);
  check(*tight, "shuffled, with caches that overflow");
}

TEST_F(Parity, FreshEngineAndDocumentPerTextGiveTheSame) {
  open("sm");
  if (IsSkipped() || HasFatalFailure()) return;
  for (std::size_t i = 0; i < texts.size(); i += 7) {
    auto reader = engine();
    ASSERT_TRUE(reader);
    Document doc;
    ASSERT_EQ(read(*reader, texts[i], doc), texts[i].rows) << texts[i].id;
  }
}

TEST_F(Parity, TwoThreadsOverOneModelGiveTheSame) {
  open("md");
  if (IsSkipped() || HasFatalFailure()) return;
  std::array<std::vector<std::vector<Row>>, 2> answers;
  {
    std::vector<std::jthread> threads;
    for (std::size_t t = 0; t < answers.size(); ++t)
      threads.emplace_back([&, t] {
        auto reader = Engine::create(model);
        if (!reader) return;
        Document doc;
        for (std::size_t i = 0; i < texts.size(); ++i) {
          // One goes forwards and one backwards, so that they meet every cache in another state.
          const Text& text = texts[t == 0 ? i : texts.size() - 1 - i];
          answers[t].push_back(reader->read(text.text, doc) ? rows_of(doc) : std::vector<Row>());
        }
      });
  }
  std::reverse(answers[1].begin(), answers[1].end());
  for (const auto& answer : answers) {
    ASSERT_EQ(answer.size(), texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) EXPECT_EQ(answer[i], texts[i].rows) << texts[i].id;
  }
}

TEST_F(Parity, BytesThatAreNotUtf8AreRejectedAndTheEngineGoesOn) {
  open("sm");
  if (IsSkipped() || HasFatalFailure()) return;
  auto reader = engine();
  ASSERT_TRUE(reader);
  Document doc;
  for (const std::string_view bad : {"lone surrogate \xED\xA0\x80 here", "cut short \xE2\x82", "overlong \xC0\xAF",
                                     "stray \x80", "above \xF4\x90\x80\x80"}) {
    const auto done = reader->read(bad, doc);
    ASSERT_FALSE(done) << bad;
    EXPECT_EQ(done.error().code, ErrorCode::not_utf8) << done.error().message;
  }
  EXPECT_EQ(read(*reader, texts.front(), doc), texts.front().rows);
}

}  // namespace
}  // namespace sitcen::parity
