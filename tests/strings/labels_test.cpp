#include "language/labels.h"

#include <gtest/gtest.h>

namespace sitcen::language {
namespace {

Result<std::shared_ptr<const Labels>> load(std::string_view tags, std::string_view deps) {
  ModelFileWriter out;
  out.add_text("labels.tags", tags);
  out.add_text("labels.deps", deps);
  out.add_text("labels.morphs", "Number=Sing\n");
  out.add_text("labels.entities", "ORG\nPER\nPLANET\n");
  const auto file = model_file_of(out.finish(kModelFile), "test");
  if (!file) return fail(file.error());
  return load_labels(**file);
}

TEST(Labels, NamesAndKindsStandSideBySideAndBeginWithNone) {
  const auto labels = load("NN\n$\n", "nsubj\ncase\nwhatever\n");
  ASSERT_TRUE(labels) << labels.error().message;
  EXPECT_EQ((*labels)->tags, (std::vector<std::string>{"", "NN", "$"}));
  EXPECT_EQ((*labels)->dep_kinds, (std::vector<Dep>{Dep::none, Dep::nsubj, Dep::case_, Dep::other}));
  EXPECT_EQ((*labels)->entity_types,
            (std::vector<EntityType>{EntityType::none, EntityType::org, EntityType::person, EntityType::other}));
}

TEST(Labels, ALabelThatStandsThereTwiceIsDamage) {
  EXPECT_FALSE(load("NN\nNN\n", "nsubj\n"));
  EXPECT_FALSE(load("NN\n\n", "nsubj\n"));
}

}  // namespace
}  // namespace sitcen::language
