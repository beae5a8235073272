// Tokens and features of all texts of tests/parity against spaCy's, by digest (make_golden.py).

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

#include "digest.h"
#include "language/tokenizer.h"
#include "places.h"

namespace sitcen::language {
namespace {

namespace fs = std::filesystem;

struct Expected {
  std::size_t tokens = 0;
  std::uint64_t features = 0, rows = 0;
};

std::map<std::string, Expected> expectations() {
  std::map<std::string, Expected> out;
  std::ifstream in(fs::path(test::kSources) / "tests/strings/golden.tsv");
  for (std::string id; std::getline(in, id, '\t');) {
    Expected& e = out[id];
    in >> std::dec >> e.tokens >> std::hex >> e.features >> e.rows;
    in.ignore();
  }
  return out;
}

std::map<std::string, std::string> texts() {
  std::map<std::string, std::string> out;
  for (const auto& file : fs::directory_iterator(fs::path(test::kSources) / "tests/parity/texts")) {
    std::ifstream in(file.path());
    for (std::string line; std::getline(in, line);) {
      const auto row = nlohmann::json::parse(line);
      out[row.at("id")] = row.at("text");
    }
  }
  return out;
}

/// A tokenizer of a real model, if it has been imported.
class GoldenStrings : public ::testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    const fs::path path = test::model_file(GetParam());
    if (!fs::exists(path))
      GTEST_SKIP() << path << " is not there: ./dev test imports it, SITCEN_TEST_MODEL_DIR names its folder";
    file_ = open_model_file(path).value();
    lexicon_ = Lexicon::load(*file_).value();
    model_ = std::make_unique<TokenizerModel>(TokenizerModel::load(*file_).value());
  }

  Expected read(Tokenizer& tokenizer, std::string_view text) {
    tokenizer.begin_document();
    tokenizer.tokenize(text, tokens_);
    Digest features;
    Digest rows;
    for (const RawToken& token : tokens_) {
      const WordType& type = tokenizer.types()[token.type];
      features.add(token.span.begin);
      features.add(token.span.end);
      for (const bool flag : {token.space_after, type.is_space, type.is_alpha})
        features.add<std::uint8_t>(flag ? 1 : 0);
      for (const StringId id : {type.orth, type.norm, type.lower, type.prefix, type.suffix, type.shape})
        features.add(id);
      rows.add(type.vector_row);
    }
    return {tokens_.size(), features.value(), rows.value()};
  }

  std::shared_ptr<const ModelFile> file_;
  Lexicon lexicon_;
  std::unique_ptr<TokenizerModel> model_;
  std::vector<RawToken> tokens_;
};

TEST_P(GoldenStrings, TokensAndFeaturesAreSpacysWithARoomyAndWithATinyCache) {
  const auto expected = expectations();
  const auto all = texts();
  ASSERT_EQ(all.size(), expected.size());
  Tokenizer roomy(*model_, lexicon_, std::size_t{64} << 20);
  Tokenizer tiny(*model_, lexicon_, 10'000);
  for (const auto& [id, text] : all) {
    const Expected& wanted = expected.at(id);
    for (Tokenizer* tokenizer : {&roomy, &tiny}) {
      const Expected read_now = read(*tokenizer, text);
      EXPECT_EQ(read_now.tokens, wanted.tokens) << id;
      EXPECT_EQ(read_now.features, wanted.features) << id;
      if (file_->has("vectors.keys")) {
        EXPECT_EQ(read_now.rows, wanted.rows) << id;
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Models, GoldenStrings, ::testing::Values("md", "sm"),
                         [](const auto& model) { return std::string(model.param); });

}  // namespace
}  // namespace sitcen::language
