#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "language/kernels/kernels.h"
#include "language/layers/buffer.h"
#include "language/layers/row_cache.h"
#include "language/layers/weights.h"
#include "language/strings.h"

namespace sitcen::language {

/// A token vector encoder: hash embeddings, mix, and window convolutions, for one engine.
///
/// What depends on the word type alone is kept, in bounded caches: its embedding, which is small and dear, and that
/// embedding's three products with the first convolution, nine times as large and soon made again.
class Encoder {
 public:
  /// Tokens of one stretch: the window convolutions see `depth` tokens further on each side.
  static constexpr std::size_t kStretch = 1024;

  Encoder(const EncoderWeights& weights, const StaticVectorTable& vectors, const Kernels& kernels, Precision precision,
          std::size_t cache_bytes);

  /// Forgets every type: to be called when the type table was emptied.
  void clear();

  /// Encodes tokens [begin, end), end - begin <= kStretch, of a whole document.
  /// \return (end - begin) rows of width() values; valid until the next call
  [[nodiscard]] const float* encode(std::span<const RawToken> document, std::span<const WordType> types,
                                    std::size_t begin, std::size_t end);
  [[nodiscard]] std::size_t width() const { return weights_.width; }

 private:
  /// A word type to be filled in. A type has two variants where the encoder looks at the space behind it.
  struct Missing {
    std::uint32_t variant;
    float* values;
  };
  /// What a row of the stretch is made of.
  struct Row {
    const float* embedding;
    const float* products;  ///< with the previous, this and the next row's weights
  };

  struct NewProducts {
    const float* embedding;
    float* values;
  };

  [[nodiscard]] Row row_of(std::uint32_t variant);
  void embed(std::span<const Missing> missing, std::span<const WordType> types);
  void multiply(std::span<const NewProducts> missing);

  const EncoderWeights& weights_;
  const StaticVectorTable& vectors_;
  const Kernels& kernels_;
  bool bf16_;
  bool by_space_;  ///< a type has two variants: with and without a space behind it
  RowCache embeddings_, products_;
  std::vector<float> pad_;             ///< embedding and products of rows outside the document
  std::vector<Row> rows_;              ///< of the stretch
  std::vector<const float*> rows_of_;  ///< embedding rows of the types that are filled in
  std::vector<Missing> new_embeddings_;
  std::vector<NewProducts> new_products_;
  Buffer<float> features_, vector_rows_, mixed_, made_, x_, y_, combined_;
};

}  // namespace sitcen::language
