#include "reading/tree.h"

#include <gtest/gtest.h>

#include "sketch.h"

namespace sitcen::reading {
namespace {

TEST(Tree, KnowsChildrenAndBorders) {
  Sketch s("The old mayor of Tarn resigned");
  s.set(0, Pos::det, "DT", "det", 2);
  s.set(1, Pos::adj, "JJ", "amod", 2);
  s.set(2, Pos::noun, "NN", "nsubj", 5);
  s.set(3, Pos::adp, "IN", "prep", 2);
  s.set(4, Pos::propn, "NNP", "pobj", 3);
  s.set(5, Pos::verb, "VBD", "ROOT", 5);
  const Tree tree(s.doc());
  EXPECT_TRUE(tree.is_root(5));
  EXPECT_EQ(tree.range(2), (TokenRange{0, 5}));
  EXPECT_EQ(tree.range(5), (TokenRange{0, 6}));
  EXPECT_EQ(tree.child(5, Dep::nsubj), 2U);
  EXPECT_EQ(tree.child(5, Dep::dobj), kNoToken);
  EXPECT_EQ(tree.children(2).size(), 3U);
}

TEST(Tree, CutsArcsThatLeaveTheirSentence) {
  Sketch s("He said\nit rained");
  s.set(4, Pos::verb, "VBD", "ccomp", 1);
  const Tree tree(s.doc());
  EXPECT_TRUE(tree.is_root(4));
  EXPECT_EQ(tree.dep(4), Dep::ROOT);
  EXPECT_EQ(tree.range(1), (TokenRange{1, 2}));
}

TEST(Tree, OfVeryManyChildrenItGivesTheNearest) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "word ";
  Sketch s(text);
  for (std::uint32_t i = 0; i < 1000; ++i) s.set(i, Pos::noun, "NN", "conj", 500);
  const Tree tree(s.doc());
  const auto children = tree.children(500);
  ASSERT_EQ(children.size(), kMostChildren);
  EXPECT_EQ(children.front(), 500U - kMostChildren / 2);
  EXPECT_EQ(children.back(), 500U + kMostChildren / 2);
  EXPECT_EQ(tree.range(500), (TokenRange{0, 1000}));
}

TEST(Tree, AHeadOutsideTheDocumentIsARoot) {
  Sketch s("one two");
  s.set(0, Pos::noun, "NN", "dobj", 99);
  EXPECT_TRUE(Tree(s.doc()).is_root(0));
}

}  // namespace
}  // namespace sitcen::reading
