#include "language/model_check.h"

#include "language/labels.h"
#include "language/layers/weights.h"
#include "language/lexicon.h"
#include "language/tokenizer_model.h"

namespace sitcen::language {
namespace {

template <class Part>
Result<void> without_value(Part part) {
  if (!part) return fail(std::move(part.error()));
  return {};
}

}  // namespace

Result<void> check_model(const ModelFile& file) {
  if (auto ok = without_value(load_labels(file)); !ok) return ok;
  if (auto ok = without_value(Lexicon::load(file)); !ok) return ok;
  if (auto ok = without_value(load_weights(file)); !ok) return ok;
  return without_value(TokenizerModel::load(file));
}

}  // namespace sitcen::language
