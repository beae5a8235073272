// The lemmatizers of languages that have a way of their own, over small tables like spaCy's.

#include <gtest/gtest.h>

#include <algorithm>

#include "language/components/lemmatizer.h"
#include "language/import/string_ids.h"

namespace sitcen::language {
namespace {

/// The tables of one language, to be filled, and lemmas by them.
class Lemmas : public ::testing::Test {
 protected:
  Lemmas() {
    const std::uint8_t base_forms = 0;
    out_.add("lemmatizer.base_forms", std::span<const std::uint8_t>(&base_forms, 1));
    FrozenTable::write(out_, "lexicon.symbols", {});
    for (const char* name : {"lexicon.norm_keys", "lexicon.norms"}) out_.add(name, std::span<const StringId>());
    out_.add("lexicon.symbol_ids", std::span<const std::uint32_t>());
  }
  void exceptions(const std::string& pos, const std::vector<std::string>& words, const std::string& forms) {
    std::vector<std::uint32_t> ends;
    for (std::uint32_t i = 0; i < forms.size(); ++i)
      if (forms[i] == '\n') ends.push_back(i + 1);
    FrozenTable::write(out_, "lemmatizer." + pos + ".exceptions", words);
    out_.add_text("lemmatizer." + pos + ".forms", forms);
    out_.add("lemmatizer." + pos + ".form_ends", std::span<const std::uint32_t>(ends));
  }
  void finish() {
    file_ = model_file_of(out_.finish(kModelFile), "test").value();
    auto loaded = LemmatizerModel::load(*file_, labels_, Lexicon::load(*file_).value());
    ASSERT_TRUE(loaded) << loaded.error().message;
    model_ = std::move(*loaded);
  }
  std::string lemma(std::string_view word, Pos pos, std::string_view morph = "", bool starts = false) {
    const auto at = std::ranges::find(labels_.morphs, morph);
    EXPECT_NE(at, labels_.morphs.end()) << morph;
    std::string lemma;
    model_.append_lemma(word, pos, static_cast<std::uint16_t>(at - labels_.morphs.begin()), starts, lemma);
    return lemma;
  }
  ModelFileWriter out_;
  std::shared_ptr<const ModelFile> file_;
  Labels labels_{{""}, {""}, {"", "Number=Plur", "Number=Plur|Tense=Pres", "Case=Acc,Dat|PronType=Prs|VerbForm=Inf"},
                 {""}, {},   {}};
  LemmatizerModel model_;
};

TEST_F(Lemmas, FrenchKnowsWordsThenExceptionsThenRulesThenSpellings) {
  out_.add_text("lemmatizer.method", "french");
  out_.add_text("lemmatizer.noun.rules", "s\t\nx\t\nux\tl\n");
  FrozenTable::write(out_, "lemmatizer.noun.index", {"souris", "chapeau", "canal"});
  exceptions("noun", {"yeux"}, "œil\n");
  exceptions("det", {"les"}, "le\n");
  const StringIds ids;
  std::vector<std::pair<StringId, std::string>> spellings = {{ids("Deux"), "deux"}, {ids("hors"), "hors-tout"}};
  std::ranges::sort(spellings);
  std::vector<StringId> keys;
  std::string lemmas;
  for (const auto& [key, lemma] : spellings) {
    keys.push_back(key);
    lemmas += lemma + '\n';
  }
  out_.add("lemmatizer.lookup.keys", std::span<const StringId>(keys));
  out_.add_text("lemmatizer.lookup.lemmas", lemmas);
  finish();
  EXPECT_EQ(lemma("Souris", Pos::noun), "souris");
  EXPECT_EQ(lemma("YEUX", Pos::noun), "œil");
  EXPECT_EQ(lemma("chapeaux", Pos::noun), "chapeau");
  EXPECT_EQ(lemma("tarbules", Pos::noun), "tarbule");  // not known: the first that a rule makes
  EXPECT_EQ(lemma("Les", Pos::det), "le");
  EXPECT_EQ(lemma("Hors", Pos::adp), "hors-tout");  // in lower case where there could be rules
  EXPECT_EQ(lemma("Deux", Pos::num), "deux");       // as it is written where there are none
  EXPECT_EQ(lemma("deuX", Pos::num), "deuX");
  EXPECT_EQ(lemma("Orléans", Pos::propn), "Orléans");
  EXPECT_EQ(lemma("\n", Pos::space), "\n");
}

TEST_F(Lemmas, SpanishChoosesItsRulesByMorphology) {
  out_.add_text("lemmatizer.method", "spanish");
  out_.add_text("lemmatizer.rule_groups",
                "noun\tplural\tNumber=Plur\nverb\tpresent\tNumber=Plur|Tense=Pres\nverb\timp\tVerbForm=Inf\n");
  out_.add_text("lemmatizer.rule_lists",
                "accents\tó\to\naccents\tí\ti\nadverbs\tmuy\tmucho\ndet_and_pron_fixed\testa\teste\n"
                "det_and_pron_general\tas\to\ndet_and_pron_general\ts\t\nimp\t\tr\nnum\tmiles\tmil\n"
                "plural\tes\t\nplural\ts\t\npresent\tan\tar\nvoc_alt_1\tu\to\nvoc_alt_2\tue\to\n");
  FrozenTable::write(out_, "lemmatizer.noun.index", {"orden", "luz"});
  FrozenTable::write(out_, "lemmatizer.verb.index", {"contar", "cantar", "decir"});
  FrozenTable::write(out_, "lemmatizer.pron.index", {"ella"});
  exceptions("pron", {"lo", "se"}, "él\nél\n");
  finish();
  EXPECT_EQ(lemma("órdenes", Pos::noun, "Number=Plur"), "orden");
  EXPECT_EQ(lemma("casas", Pos::noun, "Number=Plur"), "casa");
  EXPECT_EQ(lemma("casas", Pos::noun), "casas");
  EXPECT_EQ(lemma("cantan", Pos::verb, "Number=Plur|Tense=Pres"), "cantar");
  EXPECT_EQ(lemma("cuentan", Pos::verb, "Number=Plur|Tense=Pres"), "contar");
  EXPECT_EQ(lemma("cuentan", Pos::aux, "Number=Plur|Tense=Pres"), "contar");
  EXPECT_EQ(lemma("decírselo", Pos::verb, "Case=Acc,Dat|PronType=Prs|VerbForm=Inf"), "decirr él él");
  EXPECT_EQ(lemma("decir", Pos::verb, "Case=Acc,Dat|PronType=Prs|VerbForm=Inf"), "decirr ");
  EXPECT_EQ(lemma("ellas", Pos::pron), "ella");
  EXPECT_EQ(lemma("Esta", Pos::det), "este");
  EXPECT_EQ(lemma("12.500,3", Pos::num), "12500.3");
  EXPECT_EQ(lemma("12.50", Pos::num), "12.50");
  EXPECT_EQ(lemma("Miles", Pos::num), "mil");
  EXPECT_EQ(lemma("Muy", Pos::adv), "mucho");
  EXPECT_EQ(lemma("Según", Pos::adp, "", true), "según");
  EXPECT_EQ(lemma("Según", Pos::adp, "", false), "Según");
  EXPECT_EQ(lemma("Ana", Pos::propn, "", true), "Ana");
}

TEST_F(Lemmas, TablesThatDoNotFitAreDamage) {
  out_.add_text("lemmatizer.method", "spanish");
  out_.add_text("lemmatizer.rule_groups", "noun\tplural\n");
  out_.add_text("lemmatizer.rule_lists", "");
  file_ = model_file_of(out_.finish(kModelFile), "test").value();
  const auto loaded = LemmatizerModel::load(*file_, labels_, Lexicon::load(*file_).value());
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, ErrorCode::model_damaged);
}

}  // namespace
}  // namespace sitcen::language
