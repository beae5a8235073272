#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/import/import_rules.h"
#include "language/import/import_strings.h"
#include "language/import/label_lists.h"
#include "language/import/spacy_pipeline.h"
#include "language/labels.h"
#include "language/lexicon.h"
#include "language/model_file.h"
#include "language/tokenizer.h"
#include "language/tokenizer_model.h"

namespace sitcen::language::test {

/// A few rules in the style of spaCy's English, so that what they do can be seen.
inline TokenizerRules small_rules() {
  TokenizerRules rules;
  rules.prefix = R"(^\(|^"|^\$|^\.\.+|^:)";
  rules.suffix = R"(\)$|"$|\.\.+$|,$|'s$|(?<=[a-z])\.$|(?<=[0-9])km$|:$)";
  rules.infix = R"((?<=[a-z])-(?=[a-z])|\.\.+|:)";
  rules.url_match = R"((?u)^https?://\S+$)";
  const auto add = [&](const std::vector<std::pair<std::string, std::string>>& parts) {
    TokenizerRules::Special special;
    for (const auto& [orth, norm] : parts) {
      special.text += orth;
      special.parts.push_back({orth, norm.empty() ? std::nullopt : std::optional(norm)});
    }
    rules.specials.push_back(std::move(special));
  };
  add({{"do", ""}, {"n't", "not"}});
  add({{"e.g.", ""}});
  add({{":)", ""}});
  add({{"x:-)", ""}});
  add({{":-)", "smile"}});
  add({{" ", ""}});
  return rules;
}

/// The strings' part of a model, made by the importer from hand-written rules.
inline std::shared_ptr<const ModelFile> small_model(const SpacyPipeline& pipeline,
                                                    const std::vector<RulerRule>& rules = {}) {
  ModelFileWriter out;
  const auto labels = collect_labels(pipeline, rules);
  EXPECT_TRUE(labels) << labels.error().message;
  write_labels(*labels, out);
  const auto strings = import_strings(pipeline, out);
  EXPECT_TRUE(strings) << strings.error().message;
  const auto ruler = import_ruler(pipeline, rules, *labels, out);
  EXPECT_TRUE(ruler) << ruler.error().message;
  auto file = model_file_of(out.finish(kModelFile), "small");
  EXPECT_TRUE(file) << file.error().message;
  return *file;
}

/// A tokenizer with all it stands on.
struct SmallTokenizer {
  explicit SmallTokenizer(const TokenizerRules& rules = small_rules(), std::size_t cache_bytes = std::size_t{1} << 20) {
    SpacyPipeline pipeline;
    pipeline.tokenizer = rules;
    file = small_model(pipeline);
    lexicon = Lexicon::load(*file).value();
    model = std::make_unique<TokenizerModel>(TokenizerModel::load(*file).value());
    tokenizer = std::make_unique<Tokenizer>(*model, lexicon, cache_bytes);
  }
  /// The tokens, a '_' after those that one space follows, '|' between them.
  std::string cut(std::string_view text) {
    tokenizer->tokenize(text, tokens);
    std::string out;
    for (const RawToken& token : tokens) {
      out += (out.empty() ? "" : "|") + std::string(text.substr(token.span.begin, token.span.size()));
      if (token.space_after) out += '_';
    }
    return out;
  }

  std::shared_ptr<const ModelFile> file;
  Lexicon lexicon;
  std::unique_ptr<TokenizerModel> model;
  std::unique_ptr<Tokenizer> tokenizer;
  std::vector<RawToken> tokens;
};

}  // namespace sitcen::language::test
