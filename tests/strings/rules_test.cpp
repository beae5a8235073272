#include "language/components/attribute_ruler.h"
#include "language/components/lemmatizer.h"
#include "small_model.h"

namespace sitcen::language {
namespace {

using Test = TokenPredicate::Test;

TokenPattern token(std::vector<TokenPredicate> predicates) { return predicates; }
TokenPredicate is(const char* attribute, std::vector<std::string> values) {
  return {attribute, Test::in, std::move(values)};
}
TokenPredicate is_not(const char* attribute, std::vector<std::string> values) {
  return {attribute, Test::not_in, std::move(values)};
}

/// Rules in the style of spaCy's English; later ones go before earlier ones.
std::vector<RulerRule> rules() {
  return {
      {{{token({is("TAG", {"NN"})})}}, {{"POS", "NOUN"}, {"MORPH", "Number=Sing"}}, 0},
      {{{token({is("TAG", {"VB"})})}}, {{"POS", "VERB"}, {"MORPH", ""}}, 0},
      {{{token({is("TAG", {"NN"}), is("LOWER", {"one", "another"})})}}, {{"POS", "PRON"}}, 0},
      {{{token({is("LOWER", {"gon"})}), token({is("LOWER", {"na"})})}}, {{"LEMMA", "go"}}, 0},
      {{{token({is("LOWER", {"gon"})}), token({is("LOWER", {"na"})})}}, {{"LEMMA", "to"}, {"POS", "PART"}}, -1},
      {{{token({{"LOWER", Test::regex, {"^n'?t$"}}})}}, {{"LEMMA", "not"}}, 0},
      {{{token({is_not("DEP", {"dobj"}), is("TAG", {"VB"}), is("LOWER", {"na"})})}}, {{"POS", "X"}}, 0},
      {{{token({is("IS_SPACE", {"1"})})}}, {{"TAG", "_SP"}, {"POS", "SPACE"}, {"MORPH", ""}, {"DEP", "dep"}}, 0},
  };
}

class RulesTest : public ::testing::Test {
 protected:
  RulesTest() {
    SpacyPipeline pipeline;
    pipeline.tokenizer = test::small_rules();
    pipeline.components = {{"tagger", "tagger", {}, {"NN", "VB", "_SP"}, {}, 1},
                           {"parser", "parser", {}, {}, {{2, "nsubj"}, {3, "dobj"}, {4, "ROOT"}}, 1}};
    file_ = test::small_model(pipeline, rules());
    labels_ = load_labels(*file_).value();
    lexicon_ = Lexicon::load(*file_).value();
    tokenizer_model_ = std::make_unique<TokenizerModel>(TokenizerModel::load(*file_).value());
    tokenizer_ = std::make_unique<Tokenizer>(*tokenizer_model_, lexicon_, 1 << 20);
    ruler_model_ = std::make_unique<RulerModel>(RulerModel::load(*file_, *labels_).value());
    ruler_ = std::make_unique<AttributeRuler>(*ruler_model_);
  }

  static std::uint16_t index(const std::vector<std::string>& list, std::string_view name) {
    return static_cast<std::uint16_t>(std::ranges::find(list, name) - list.begin());
  }

  /// Applies the rules to tokens tagged "TAG/DEP"; "word POS morph lemma, ..." comes out.
  std::string apply(std::string_view text, const std::vector<std::pair<const char*, const char*>>& tags) {
    std::vector<RawToken> raw;
    tokenizer_->tokenize(text, raw);
    EXPECT_EQ(raw.size(), tags.size());
    Document doc;
    doc.text = text;
    doc.labels = labels_;
    for (std::size_t i = 0; i < raw.size(); ++i) {
      Token t;
      t.span = raw[i].span;
      t.tag = index(labels_->tags, tags[i].first);
      t.dep = index(labels_->deps, tags[i].second);
      doc.tokens.push_back(t);
    }
    ruler_->apply(raw, tokenizer_->types(), doc);
    std::string out;
    for (const Token& t : doc.tokens) {
      out += (out.empty() ? "" : ", ") + std::string(doc.str(t)) + ' ' + std::string(name(t.pos));
      if (t.morph != 0) out += ' ' + std::string(doc.morph(t));
      if (t.lemma_size != 0) out += " <" + std::string(doc.lemma(t)) + '>';
      if (doc.tag(t) != tags[i_of(doc, t)].first) out += " tag=" + std::string(doc.tag(t));
      if (doc.dep_name(t) != tags[i_of(doc, t)].second) out += " dep=" + std::string(doc.dep_name(t));
    }
    return out;
  }
  static std::size_t i_of(const Document& doc, const Token& t) {
    return static_cast<std::size_t>(&t - doc.tokens.data());
  }

  std::shared_ptr<const ModelFile> file_;
  std::shared_ptr<const Labels> labels_;
  Lexicon lexicon_;
  std::unique_ptr<TokenizerModel> tokenizer_model_;
  std::unique_ptr<Tokenizer> tokenizer_;
  std::unique_ptr<RulerModel> ruler_model_;
  std::unique_ptr<AttributeRuler> ruler_;
};

TEST_F(RulesTest, ALaterRuleOverwritesWhatItSetsAndLeavesTheRest) {
  EXPECT_EQ(apply("word One", {{"NN", "ROOT"}, {"NN", "dobj"}}), "word NOUN Number=Sing, One PRON Number=Sing");
  EXPECT_EQ(apply("go", {{"VB", "ROOT"}}), "go VERB");
}

TEST_F(RulesTest, APatternOfTwoTokensChangesTheOneItsIndexNames) {
  EXPECT_EQ(apply("gon na", {{"VB", "ROOT"}, {"NN", "dobj"}}), "gon VERB <go>, na PART Number=Sing <to>");
  EXPECT_EQ(apply("gon", {{"VB", "ROOT"}}), "gon VERB");
}

TEST_F(RulesTest, ALaterRuleOfOneTokenGoesBeforeAnEarlierOneOfTwo) {
  EXPECT_EQ(apply("gon na", {{"VB", "ROOT"}, {"VB", "nsubj"}}), "gon VERB <go>, na X <to>");
  EXPECT_EQ(apply("gon na", {{"VB", "ROOT"}, {"VB", "dobj"}}), "gon VERB <go>, na PART <to>");
}

TEST_F(RulesTest, ExpressionsLookAtTheLowerCaseWord) {
  EXPECT_EQ(apply("N'T nth", {{"VB", "ROOT"}, {"NN", "dobj"}}), "N'T VERB <not>, nth NOUN Number=Sing");
}

TEST_F(RulesTest, WhiteSpaceGetsItsTagAndLabel) {
  EXPECT_EQ(apply("a\n", {{"NN", "ROOT"}, {"NN", "nsubj"}}), "a NOUN Number=Sing, \n SPACE tag=_SP dep=dep");
}

TEST_F(RulesTest, APartOfSpeechThatTheTaggerGaveIsLookedAtAndStays) {
  const std::vector<RulerRule> by_pos = {
      {{{token({is("POS", {"NOUN", "EOL"})})}}, {{"TAG", "NN"}}, 0},
      {{{token({is("POS", {"VERB"}), is("DEP", {"nsubj"})})}}, {{"TAG", "VB"}, {"POS", "AUX"}}, 0},
  };
  SpacyPipeline pipeline;
  pipeline.tokenizer = test::small_rules();
  pipeline.components = {{"tagger", "tagger", {}, {"NN", "VB"}, {}, 1},
                         {"parser", "parser", {}, {}, {{2, "nsubj"}}, 1}};
  const auto file = test::small_model(pipeline, by_pos);
  const auto labels = load_labels(*file).value();
  const auto lexicon = Lexicon::load(*file).value();
  const auto model = RulerModel::load(*file, *labels).value();
  const auto tokenizer_model = TokenizerModel::load(*file).value();
  Tokenizer tokenizer(tokenizer_model, lexicon, 1 << 20);
  AttributeRuler ruler(model);
  Document doc;
  doc.text = "one one one";
  doc.labels = labels;
  std::vector<RawToken> raw;
  tokenizer.tokenize(doc.text, raw);
  for (const Pos pos : {Pos::noun, Pos::verb, Pos::adv}) {
    Token t;
    t.span = raw[doc.tokens.size()].span;
    t.pos = pos;
    t.dep = index(labels->deps, "nsubj");
    doc.tokens.push_back(t);
  }
  ruler.apply(raw, tokenizer.types(), doc);
  EXPECT_EQ(doc.tag(doc.tokens[0]), "NN");
  EXPECT_EQ(doc.tokens[0].pos, Pos::noun);
  EXPECT_EQ(doc.tag(doc.tokens[1]), "VB");
  EXPECT_EQ(doc.tokens[1].pos, Pos::aux);
  EXPECT_EQ(doc.tag(doc.tokens[2]), "");
  EXPECT_EQ(doc.tokens[2].pos, Pos::adv);
}

TEST_F(RulesTest, RulesThatTheEngineCannotKeepAreRefused) {
  SpacyPipeline pipeline;
  LabelLists labels{{"", "NN"}, {"", "dep"}, {""}, {""}};
  ModelFileWriter out;
  const auto refused = [&](RulerRule rule) {
    const auto result = import_ruler(pipeline, {std::move(rule)}, labels, out);
    return result ? std::string() : result.error().message;
  };
  EXPECT_NE(refused({{{token({is("SHAPE", {"Xx"})})}}, {}, 0}).find("it looks at SHAPE"), std::string::npos);
  EXPECT_NE(refused({{{token({is("TAG", {"NN"})})}}, {{"NORM", "x"}}, 0}).find("it sets NORM"), std::string::npos);
  EXPECT_NE(refused({{{token({is("TAG", {"NN"})})}}, {}, 1}).find("outside"), std::string::npos);
  EXPECT_EQ(refused({{{token({is("TAG", {"NN"})})}}, {}, -1}), "");
}

/// The lemmatizer over tables like spaCy's.
class LemmatizerTest : public ::testing::Test {
 protected:
  LemmatizerTest() {
    ModelFileWriter out;
    const std::uint8_t base_forms = 1;
    out.add("lemmatizer.base_forms", std::span<const std::uint8_t>(&base_forms, 1));
    out.add_text("lemmatizer.noun.rules", "s\t\nes\t\nies\ty\n");
    FrozenTable::write(out, "lemmatizer.noun.index", {"box", "boxe", "city"});
    FrozenTable::write(out, "lemmatizer.noun.exceptions", {"mice", "wolves"});
    const std::vector<std::uint32_t> ends = {6, 17};
    out.add_text("lemmatizer.noun.forms", "mouse\nwolve\nwolf\n");
    out.add("lemmatizer.noun.form_ends", std::span<const std::uint32_t>(ends));
    file_ = model_file_of(out.finish(kModelFile), "test").value();
    labels_.morphs = {
        "",           "Number=Plur", "Number=Sing", "Tense=Pres|VerbForm=Fin", "Number=Sing|Tense=Pres|VerbForm=Fin",
        "Degree=Pos", "VerbForm=Inf"};
    model_ = LemmatizerModel::load(*file_, labels_, Lexicon()).value();
  }
  std::string lemma(std::string_view word, Pos pos, std::uint16_t morph) {
    std::string out;
    model_.append_lemma(word, pos, morph, false, out);
    return out;
  }
  std::shared_ptr<const ModelFile> file_;
  Labels labels_;
  LemmatizerModel model_;
};

TEST_F(LemmatizerTest, RulesLeadToKnownWordsTheLastRuleFirst) {
  EXPECT_EQ(lemma("Cities", Pos::noun, 1), "city");
  EXPECT_EQ(lemma("boxes", Pos::noun, 1), "box");     // "boxe" is known too, but "es" comes after "s"
  EXPECT_EQ(lemma("blorps", Pos::noun, 1), "blorp");  // not known: the first that a rule makes
  EXPECT_EQ(lemma("5s", Pos::noun, 1), "5");          // no word at all: taken as it is
}

TEST_F(LemmatizerTest, TheLastExceptionGoesBeforeAll) {
  EXPECT_EQ(lemma("mice", Pos::noun, 1), "mouse");
  EXPECT_EQ(lemma("WOLVES", Pos::noun, 1), "wolf");
}

TEST_F(LemmatizerTest, WhereNoRuleFitsTheWordStaysAsItIsWritten) { EXPECT_EQ(lemma("Sheep", Pos::noun, 1), "Sheep"); }

TEST_F(LemmatizerTest, BaseFormsAreOnlyLowered) {
  EXPECT_EQ(lemma("Boxes", Pos::noun, 2), "boxes");
  EXPECT_EQ(lemma("Boxes", Pos::noun, 5), "boxes");
  EXPECT_EQ(lemma("Boxes", Pos::noun, 6), "boxes");
  EXPECT_EQ(lemma("Boxes", Pos::noun, 3), "box");  // that rule is for verbs
}

TEST_F(LemmatizerTest, PartsOfSpeechWithoutTablesAreLoweredNamesAreKept) {
  EXPECT_EQ(lemma("Runs", Pos::verb, 4), "runs");
  EXPECT_EQ(lemma("Boxes", Pos::propn, 1), "Boxes");
  EXPECT_EQ(lemma("\n", Pos::space, 0), "\n");
  EXPECT_EQ(lemma("Boxes", Pos::none, 0), "boxes");
}

TEST_F(LemmatizerTest, WhatIsRememberedIsWhatWasWorkedOut) {
  Lemmatizer lemmatizer(model_);
  Document doc;
  doc.text = "Cities mice Cities";
  doc.tokens = {{.span = {0, 6}, .morph = 1, .pos = Pos::noun},
                {.span = {7, 11}, .morph = 1, .pos = Pos::noun},
                {.span = {12, 18}, .morph = 1, .pos = Pos::propn}};
  const std::vector<RawToken> raw = {{{0, 6}, 0, true}, {{7, 11}, 1, true}, {{12, 18}, 0, false}};
  for (int i = 0; i < 2; ++i) {
    lemmatizer.apply(raw, doc);
    EXPECT_EQ(doc.lemma(doc.tokens[0]), "city");
    EXPECT_EQ(doc.lemma(doc.tokens[1]), "mouse");
    EXPECT_EQ(doc.lemma(doc.tokens[2]), "Cities");
    for (Token& t : doc.tokens) t.lemma_size = 0;
  }
}

}  // namespace
}  // namespace sitcen::language
