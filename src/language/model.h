#pragma once

#include <memory>
#include <vector>

#include "language/components/attribute_ruler.h"
#include "language/components/lemmatizer.h"
#include "language/components/parser.h"
#include "language/layers/weights.h"
#include "language/lexicon.h"
#include "language/model_file.h"
#include "language/tokenizer_model.h"
#include "sitcen/engine.h"

namespace sitcen {

/// What one output row of the tagger gives a token: a tag, or (a morphologizer's) part of speech and morphology.
struct TagRow {
  std::uint16_t tag = 0, morph = 0;
  Pos pos = Pos::none;
};

/// All that a model file says, checked and looked up once; views point into `file`.
class Model {
 public:
  /// \return model_damaged
  [[nodiscard]] static Result<std::shared_ptr<const Model>> load(std::shared_ptr<const language::ModelFile> file);

  std::shared_ptr<const language::ModelFile> file;
  ModelInfo info;
  std::shared_ptr<const Labels> labels;
  language::Lexicon lexicon;
  language::TokenizerModel tokenizer;
  language::RulerModel ruler;
  language::LemmatizerModel lemmatizer;
  language::Weights weights;
  std::vector<TagRow> tag_rows;                            ///< of the tagger
  std::vector<language::Parser::MoveLabel> parser_labels;  ///< of each move
  std::uint16_t root_label = 0, space_label = 0;           ///< "ROOT"; "dep", which white space has
  std::vector<std::uint16_t> entity_labels;                ///< of each move
};

}  // namespace sitcen
