// Foreign model files. The first byte says how the rest makes one: a file as it is, a file sealed with the right
// checksum, or edits of a small good file, sealed as well. Whatever comes, loading ends with a model or a reason, and a
// tokenizer that was loaded can be used.

#define XXH_INLINE_ALL
#include "language/model.h"

#include <xxhash.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "language/components/attribute_ruler.h"
#include "language/components/lemmatizer.h"
#include "language/import/import_rules.h"
#include "language/import/import_strings.h"
#include "language/import/label_lists.h"
#include "language/import/spacy_pipeline.h"
#include "language/labels.h"
#include "language/lexicon.h"
#include "language/model_file.h"
#include "language/tokenizer.h"

using namespace sitcen;
using namespace sitcen::language;

namespace {

constexpr std::size_t kChecksumAt = 24;  // see model_file.h

void require(bool holds) {
  if (!holds) __builtin_trap();
}

const std::string& good_file() {
  static const std::string kBytes = [] {
    SpacyPipeline pipeline;
    pipeline.tokenizer.prefix = R"(^\()";
    pipeline.tokenizer.suffix = R"(\)$)";
    pipeline.tokenizer.infix = R"((?<=[a-z])-(?=[a-z]))";
    pipeline.tokenizer.url_match = R"((?u)^https?://\S+$)";
    TokenizerRules::Special special;
    special.text = "don't";
    special.parts = {{"do", std::nullopt}, {"n't", "not"}};
    pipeline.tokenizer.specials.push_back(std::move(special));
    ModelFileWriter out;
    const auto labels = collect_labels(pipeline, {});
    require(labels.has_value());
    write_labels(*labels, out);
    require(import_strings(pipeline, out).has_value());
    require(import_ruler(pipeline, {}, *labels, out).has_value());
    return out.finish(kModelFile);
  }();
  return kBytes;
}

void seal(std::string& file) {
  if (file.size() < kChecksumAt + 8) return;
  const std::uint64_t head = XXH3_64bits(file.data(), kChecksumAt);
  const std::uint64_t sum = XXH3_64bits_withSeed(file.data() + kChecksumAt + 8, file.size() - kChecksumAt - 8, head);
  std::memcpy(file.data() + kChecksumAt, &sum, sizeof sum);
}

/// Four bytes an edit: where (as part of the file, so that all of it can be reached), and what to put there.
std::string edited(std::string_view edits) {
  std::string file = good_file();
  for (; edits.size() >= 4; edits.remove_prefix(4)) {
    const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(edits[i])); };
    file[(byte(0) << 16U | byte(1) << 8U | byte(2)) % file.size()] = edits[3];
  }
  return file;
}

void load(const std::string& bytes) {
  const auto file = model_file_of(bytes, "fuzz");
  if (!file) return;
  for (const ModelFile::Entry& entry : (*file)->entries()) require((*file)->has(entry.name));
  (void)Model::load(*file);
  const auto lexicon = Lexicon::load(**file);
  if (const auto labels = load_labels(**file)) {
    (void)RulerModel::load(**file, **labels);
    if (lexicon) (void)LemmatizerModel::load(**file, **labels, *lexicon);
  }
  const auto model = TokenizerModel::load(**file);
  if (!lexicon || !model) return;
  Tokenizer tokenizer(*model, *lexicon, std::size_t{1} << 16);
  std::vector<RawToken> tokens;
  tokenizer.begin_document();
  tokenizer.tokenize("(I don't know, well-known, \u00C9t\u00E9) https://a.example/b  \n\u4E2D", tokens);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  std::string file = data[0] % 3 == 2 ? edited(rest) : std::string(rest);
  if (data[0] % 3 != 0) seal(file);
  load(file);
  return 0;
}
