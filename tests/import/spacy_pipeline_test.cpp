#include "language/import/spacy_pipeline.h"

#include <gtest/gtest.h>

#include "pack.h"

namespace sitcen::language {
namespace {

using test::Pack;
using test::zip;
using test::ZipFile;

// clang-format off
std::string one_layer_model() {
  return Pack()
      .map(4)
      .text("nodes").array(2)
      .map(4).text("index").integer(0).text("name").text("with_array(softmax)").text("dims").map(1).text("nO").null()
      .text("refs").map(1).text("output_layer").integer(1)
      .map(4).text("index").integer(1).text("name").text("softmax").text("dims").map(1).text("nO").integer(2)
      .text("refs").map(0)
      .text("attrs").array(2).map(1).text("pad").bytes("\x04").map(1).text("columns").bytes("\x92\xA4NORM\xA5SHAPE")
      .text("params").array(2).map(0).map(2).text("W").weights({2, 3}, {1, 2, 3, 4, 5, 6}).text("b").null()
      .text("shims").array(2).array(0).array(0)
      .str();
}

std::string tokenizer() {
  return Pack()
      .map(7)
      .text("prefix_search").text("^\\(")
      .text("suffix_search").text("\\)$")
      .text("infix_finditer").text("--")
      .text("token_match").null()
      .text("url_match").text("http")
      .text("exceptions").map(1).text("don't").array(2).map(1).integer(65).text("do").map(2).integer(65).text("n't")
      .integer(67).text("not")
      .text("faster_heuristics").boolean(true)
      .str();
}

// clang-format on
std::vector<ZipFile> files() {
  const std::string folder = "pkg/model-1.0/";
  return {{folder + "config.cfg",
           "[nlp]\nlang = \"en\"\npipeline = [\"tagger\",\"senter\"]\ndisabled = [\"senter\"]\n"
           "[components.tagger]\nfactory = \"tagger\"\n"},
          {folder + "meta.json",
           R"({"lang":"en","name":"small","version":"1.0","license":"MIT","spacy_version":">=3.8.0,<3.9.0"})"},
          {folder + "tokenizer", tokenizer()},
          {folder + "tagger/model", one_layer_model()},
          {folder + "tagger/cfg", R"({"labels":["NN","VB"],"beam_width":1})"},
          {"pkg/meta.json", "{}"}};
}

TEST(SpacyPipeline, IsFoundInAWheelAndDecoded) {
  auto opened = PipelineFiles::from_archive(zip(files()), "small.whl");
  ASSERT_TRUE(opened) << opened.error().message;
  const auto pipeline = read_pipeline(std::move(*opened));
  ASSERT_TRUE(pipeline) << pipeline.error().message;
  EXPECT_EQ(pipeline->name, "en_small-1.0");
  EXPECT_EQ(pipeline->licence, "MIT");
  EXPECT_EQ(pipeline->source.size(), 64U);
  ASSERT_EQ(pipeline->components.size(), 1U);
  const Component& tagger = *pipeline->component("tagger");
  EXPECT_EQ(tagger.labels, (std::vector<std::string>{"NN", "VB"}));
  ASSERT_EQ(tagger.nodes.size(), 2U);
  const LayerNode& softmax = tagger.nodes[1];
  EXPECT_EQ(softmax.name, "softmax");
  EXPECT_EQ(softmax.dim("nO"), 2);
  EXPECT_EQ(softmax.attr_texts("columns"), (std::vector<std::string>{"NORM", "SHAPE"}));
  ASSERT_NE(softmax.param("W"), nullptr);
  EXPECT_EQ(softmax.param("W")->shape, (std::vector<std::size_t>{2, 3}));
  EXPECT_EQ(softmax.param("W")->values[5], 6);
  EXPECT_EQ(softmax.param("b"), nullptr);
  EXPECT_EQ(tagger.nodes[0].attr_integer("pad"), 4);
  ASSERT_EQ(pipeline->tokenizer.specials.size(), 1U);
  EXPECT_EQ(pipeline->tokenizer.specials[0].parts[1].norm, "not");
  EXPECT_FALSE(pipeline->tokenizer.token_match);
}

TEST(SpacyPipeline, AMissingFileIsNamed) {
  auto some = files();
  some.erase(some.begin() + 2);
  const auto opened = PipelineFiles::from_archive(zip(some), "small.whl");
  ASSERT_FALSE(opened);
  EXPECT_NE(opened.error().message.find("no spaCy pipeline"), std::string::npos);
}

TEST(SpacyPipeline, DamageIsNamedWithItsFile) {
  auto some = files();
  some[3].content.resize(some[3].content.size() / 2);
  const auto pipeline = read_pipeline(*PipelineFiles::from_archive(zip(some), "small.whl"));
  ASSERT_FALSE(pipeline);
  EXPECT_EQ(pipeline.error().code, ErrorCode::import_damaged);
  EXPECT_NE(pipeline.error().message.find("small.whl: tagger/model"), std::string::npos) << pipeline.error().message;
}

TEST(SpacyPipeline, WeightsThatDoNotFillTheirShapeAreRefused) {
  const auto model = [](const std::vector<std::uint32_t>& shape) {
    return Pack().map(1).text("params").array(1).map(1).text("W").weights(shape, {1, 2, 3, 4}).str();
  };
  EXPECT_TRUE(read_nodes(model({2, 2})));
  EXPECT_FALSE(read_nodes(model({2, 3})));
  EXPECT_FALSE(read_nodes(model({0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF})));
}

TEST(SpacyPipeline, MovesStandInTheOrderOfTheWeights) {
  const auto moves = read_moves(Pack()
                                    .map(1)
                                    .text("moves")
                                    .text(R"({"0":{"":9},"3":{"b":1,"new":-2},
      "2":{"a":5,"c":7,"b":7,"new":-1}})")
                                    .str());
  ASSERT_TRUE(moves) << moves.error();
  std::string order;
  for (const Move& m : *moves) order += std::to_string(m.action) + m.label + ' ';
  EXPECT_EQ(order, "0 2c 2b 2a 3b 2new 3new ");
}

TEST(SpacyPipeline, VectorsAreRowsByStringId) {
  std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }";
  std::string npy = std::string("\x93NUMPY\x01\x00", 8) + static_cast<char>(header.size()) + '\0' + header;
  npy.append(24, '\0');
  const auto keys = Pack().map(3).id(~std::uint64_t{0}).integer(1).id(5).integer(0).id(6).integer(-1).str();
  const auto vectors = read_vectors(npy, keys);
  ASSERT_TRUE(vectors) << vectors.error();
  EXPECT_EQ(vectors->width, 3U);
  ASSERT_EQ(vectors->rows_of.size(), 2U);
  EXPECT_EQ(vectors->rows_of[1].second, 1U);
  EXPECT_FALSE(read_vectors(npy, Pack().map(1).id(1).integer(2).str()));
  EXPECT_FALSE(read_vectors(npy.substr(0, npy.size() - 1), keys));
}

}  // namespace
}  // namespace sitcen::language
