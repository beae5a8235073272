#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/kernels/kernels.h"
#include "language/kernels/window.h"
#include "language/model_file.h"
#include "sitcen/result.h"

namespace sitcen::language {

/// Which id of a token an embedding table is looked up by.
enum class Feature : std::uint32_t { norm, prefix, suffix, shape, spacy, is_space, lower, orth };

/// A maxout layer of three pieces and the layer norm behind it. All other arrays point into the model file.
struct MaxoutWeights {
  Matrix matrix;                 ///< its w is null where the products are taken apart (the first convolution)
  Window window;                 ///< the same matrix transformed, of a convolution
  std::vector<float> window_w;   ///< its weights
  const float* gain = nullptr;   ///< [width], of the layer norm
  const float* shift = nullptr;  ///< [width]
};

struct EmbeddingWeights {
  Feature feature = Feature::norm;
  std::uint32_t rows = 0;
  std::uint32_t seed = 0;
  const float* table = nullptr;  ///< [rows][width]
};

/// Embedding, mix and window convolutions of one tok2vec.
struct EncoderWeights {
  std::size_t width = 0;
  std::vector<EmbeddingWeights> embeddings;
  Matrix vector_projection;  ///< its w is null: no static vectors
  MaxoutWeights mix;
  Matrix first[3];  ///< the first convolution as products with the previous, this and the next token
  std::vector<MaxoutWeights> conv;
  std::vector<float> zeros;  ///< the bias of layers that have none

  [[nodiscard]] bool looks_at_space() const;
};

enum class Action : std::uint32_t { shift = 0, reduce = 1, left = 2, right = 3, brk = 4 };
enum class NerAction : std::uint32_t { missing = 0, begin = 1, in = 2, last = 3, unit = 4, out = 5 };

struct MoveRange {
  std::uint32_t begin = 0, end = 0;
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
};

/// A transition system's state -> scores of its moves.
struct TransitionWeights {
  static constexpr std::size_t kHidden = 64;
  static constexpr std::size_t kPieces = 2;
  static constexpr std::size_t kRow = kHidden * kPieces;

  std::size_t features = 0;
  Matrix reduce;                      ///< width -> 64
  Matrix affine;                      ///< 64 -> features * 128, feature-major, each [2][64]
  const float* pad = nullptr;         ///< [features][2][64]: a missing token
  const float* bias = nullptr;        ///< [2][64]
  const float* upper = nullptr;       ///< [64][columns]
  const float* upper_bias = nullptr;  ///< [columns]
  std::size_t columns = 0;            ///< moves, padded to 16
  std::vector<std::string> labels;    ///< of the moves
  MoveRange actions[6];               ///< the moves of each action, which lie together
};

struct TaggerWeights {
  Matrix scores;
  std::size_t tags = 0;
};

struct StaticVectorTable {
  std::size_t rows = 0, width = 0;
  const float* values = nullptr;
};

struct Weights {
  EncoderWeights tok2vec, ner_tok2vec;
  TaggerWeights tagger;
  TransitionWeights parser, ner;
  StaticVectorTable vectors;
};

/// Looks the arrays up and checks every size, so that no later index can leave them.
/// \return model_damaged
[[nodiscard]] Result<Weights> load_weights(const ModelFile& file);

}  // namespace sitcen::language
