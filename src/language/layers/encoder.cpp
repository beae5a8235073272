#include "language/layers/encoder.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace sitcen::language {
namespace {

constexpr std::size_t kBatch = 128;  // word types that are filled in at once: the weights are read once for each batch
constexpr std::size_t kLine = 64;    // bytes of a cache line
constexpr std::size_t kAhead = 2;    // rows that are asked for before they are used

/// The four row keys of HashEmbed: MurmurHash3 x86-128 as thinc computes it for one 64-bit id.
std::array<std::uint32_t, 4> row_keys(std::uint64_t id, std::uint32_t seed) {
  const auto mix = [](std::uint64_t h) {
    h ^= h >> 33;
    h *= 0xff51afd7ed558ccdULL;
    h ^= h >> 33;
    h *= 0xc4ceb9fe1a85ec53ULL;
    return h ^ (h >> 33);
  };
  std::uint64_t h1 = id * 0x87c37b91114253d5ULL;
  h1 = (h1 << 31) | (h1 >> 33);
  h1 *= 0x4cf5ad432745937fULL;
  h1 ^= seed ^ 8U;
  std::uint64_t h2 = seed ^ 8U;
  h1 += h2;
  h2 += h1;
  h1 = mix(h1);
  h2 = mix(h2);
  h1 += h2;
  h2 += h1;
  return {static_cast<std::uint32_t>(h1), static_cast<std::uint32_t>(h1 >> 32), static_cast<std::uint32_t>(h2),
          static_cast<std::uint32_t>(h2 >> 32)};
}

std::uint64_t feature_of(const WordType& type, bool space_after, Feature feature) {
  switch (feature) {
    case Feature::norm:
      return type.norm;
    case Feature::prefix:
      return type.prefix;
    case Feature::suffix:
      return type.suffix;
    case Feature::shape:
      return type.shape;
    case Feature::spacy:
      return space_after ? 1 : 0;
    case Feature::is_space:
      return type.is_space ? 1 : 0;
    case Feature::lower:
      return type.lower;
    case Feature::orth:
      return type.orth;
  }
  return 0;
}

void prefetch(const float* values, std::size_t count) {
  for (std::size_t at = 0; at < count; at += kLine / sizeof(float)) __builtin_prefetch(values + at);
}

template <class T, class Work>
void in_batches(const std::vector<T>& all, Work work) {
  for (std::size_t i = 0; i < all.size(); i += kBatch)
    work(std::span(all).subspan(i, std::min(kBatch, all.size() - i)));
}

/// How many rows of a cache fit: at least a stretch and what its window sees must, at once.
std::size_t cache_rows(const EncoderWeights& weights, std::size_t width, std::size_t bytes) {
  const std::size_t least = Encoder::kStretch + 2 * weights.conv.size() + 1;
  return std::max(least, bytes / (width * sizeof(float)));
}

/// The embeddings' share of an encoder's cache.
constexpr std::size_t embeddings_share(std::size_t bytes) { return bytes / 5; }

}  // namespace

Encoder::Encoder(const EncoderWeights& weights, const StaticVectorTable& vectors, const Kernels& kernels,
                 Precision precision, std::size_t cache_bytes)
    : weights_(weights),
      vectors_(vectors),
      kernels_(kernels),
      bf16_(precision == Precision::bf16),
      by_space_(weights.looks_at_space()),
      embeddings_(cache_rows(weights, weights.width, embeddings_share(cache_bytes)), weights.width),
      products_(cache_rows(weights, 9 * weights.width, cache_bytes - embeddings_share(cache_bytes)),
                9 * weights.width) {
  // A row outside the document is all zero: only the bias is left of its products.
  pad_.resize(10 * weights.width);
  std::copy_n(weights.first[1].bias, 3 * weights.width, pad_.begin() + static_cast<std::ptrdiff_t>(4 * weights.width));
}

void Encoder::clear() {
  embeddings_.clear();
  products_.clear();
}

void Encoder::embed(std::span<const Missing> missing, std::span<const WordType> types) {
  const std::size_t width = weights_.width;
  const std::size_t inputs = weights_.mix.matrix.k;
  float* features = features_.at_least(kBatch * inputs);
  const std::size_t tables = weights_.embeddings.size();
  rows_of_.resize(missing.size() * tables * 4);
  for (std::size_t i = 0; i < missing.size(); ++i) {
    const std::uint32_t variant = missing[i].variant;
    const WordType& type = types[by_space_ ? variant / 2 : variant];
    for (std::size_t t = 0; t < tables; ++t) {
      const EmbeddingWeights& table = weights_.embeddings[t];
      const auto keys = row_keys(feature_of(type, by_space_ && variant % 2 == 1, table.feature), table.seed);
      for (std::size_t k = 0; k < 4; ++k)
        rows_of_[(i * tables + t) * 4 + k] = table.table + keys[k] % table.rows * width;
    }
  }
  // The rows lie all over a table of megabytes: ask for the next type's while this one's are added up.
  for (std::size_t i = 0; i < missing.size(); ++i) {
    if (i + 1 < missing.size())
      for (std::size_t n = 0; n < tables * 4; ++n) prefetch(rows_of_[(i + 1) * tables * 4 + n], width);
    for (std::size_t t = 0; t < tables; ++t)
      kernels_.sum_rows(rows_of_.data() + (i * tables + t) * 4, 4, width, features + i * inputs + t * width);
  }
  if (weights_.vector_projection.w != nullptr) {
    float* vectors = vector_rows_.at_least(kBatch * vectors_.width);
    for (std::size_t i = 0; i < missing.size(); ++i) {
      const std::uint32_t variant = missing[i].variant;
      const std::int32_t row = types[by_space_ ? variant / 2 : variant].vector_row;
      float* out = vectors + i * vectors_.width;
      if (row < 0)
        std::fill_n(out, vectors_.width, 0.0F);
      else
        std::copy_n(vectors_.values + static_cast<std::size_t>(row) * vectors_.width, vectors_.width, out);
    }
    kernels_.linear({vectors, vectors_.width, missing.size()}, weights_.vector_projection,
                    features + weights_.embeddings.size() * width, inputs);
  }
  float* mixed = mixed_.at_least(kBatch * width);
  kernels_.maxout3({features, inputs, missing.size()}, weights_.mix.matrix, mixed, width);
  kernels_.layer_norm({mixed, width, missing.size()}, nullptr, 0, weights_.mix.gain, weights_.mix.shift, width, mixed,
                      width);
  for (std::size_t i = 0; i < missing.size(); ++i) std::copy_n(mixed + i * width, width, missing[i].values);
}

void Encoder::multiply(std::span<const NewProducts> missing) {
  const std::size_t width = weights_.width;
  float* mixed = mixed_.at_least(kBatch * width);
  for (std::size_t i = 0; i < missing.size(); ++i) std::copy_n(missing[i].embedding, width, mixed + i * width);
  float* made = made_.at_least(kBatch * 3 * width);
  for (std::size_t p = 0; p < 3; ++p) {
    kernels_.linear({mixed, width, missing.size()}, weights_.first[p], made, 3 * width);
    for (std::size_t i = 0; i < missing.size(); ++i)
      std::copy_n(made + i * 3 * width, 3 * width, missing[i].values + p * 3 * width);
  }
}

Encoder::Row Encoder::row_of(std::uint32_t variant) {
  const RowCache::Row embedding = embeddings_.use(variant);
  if (embedding.is_new) new_embeddings_.push_back({variant, embedding.values});
  const RowCache::Row products = products_.use(variant);
  if (products.is_new) new_products_.push_back({embedding.values, products.values});
  return {embedding.values, products.values};
}

const float* Encoder::encode(std::span<const RawToken> document, std::span<const WordType> types, std::size_t begin,
                             std::size_t end) {
  const std::size_t depth = weights_.conv.size();
  const std::size_t width = weights_.width;
  const std::size_t rows = end - begin + 2 * depth;
  const std::size_t variants = types.size() * (by_space_ ? 2 : 1);
  embeddings_.begin_round(variants);
  products_.begin_round(variants);

  // Row r stands for token begin - depth + r; those outside the document see the pad.
  rows_.resize(rows);
  new_embeddings_.clear();
  new_products_.clear();
  for (std::size_t r = 0; r < rows; ++r) {
    const std::size_t token = begin + r;  // depth too much
    if (token < depth || token - depth >= document.size()) {
      rows_[r] = {pad_.data(), pad_.data() + width};
      continue;
    }
    const RawToken& raw = document[token - depth];
    rows_[r] = row_of(by_space_ ? raw.type * 2 + (raw.space_after ? 1 : 0) : raw.type);
  }
  in_batches(new_embeddings_, [&](auto batch) { embed(batch, types); });
  in_batches(new_products_, [&](auto batch) { multiply(batch); });

  float* x = x_.at_least(rows * width);
  float* y = y_.at_least(rows * width);
  // Each layer is right for one row less at either end: exactly what the next one needs.
  const std::size_t w3 = 3 * width;
  const MaxoutWeights& first = weights_.conv[0];
  for (std::size_t r = 1; r + 1 < rows; ++r) {
    if (r + kAhead < rows) prefetch(rows_[r + kAhead].products, 9 * width);
    kernels_.maxout3_sum(rows_[r - 1].products, rows_[r].products + w3, rows_[r + 1].products + 2 * w3, width,
                         y + r * width);
    std::copy_n(rows_[r].embedding, width, x + r * width);
  }
  kernels_.layer_norm({y + width, width, rows - 2}, x + width, width, first.gain, first.shift, width, x + width, width);
  const bool by_window = !bf16_ && kernels_.window_maxout3 != nullptr;
  float* combined = by_window ? combined_.at_least(window_scratch(rows, width)) : nullptr;
  for (std::size_t layer = 1; layer < depth; ++layer) {
    const std::size_t at = (layer + 1) * width;
    const std::size_t count = rows - 2 * (layer + 1);
    const MaxoutWeights& conv = weights_.conv[layer];
    const Rows<float> in = {x + layer * width, width, count};
    if (by_window)
      kernels_.window_maxout3(in, conv.window, combined, y + at, width);
    else
      (bf16_ ? kernels_.maxout3_bf16 : kernels_.maxout3)(in, conv.matrix, y + at, width);
    kernels_.layer_norm({y + at, width, count}, x + at, width, conv.gain, conv.shift, width, x + at, width);
  }
  return x + depth * width;
}

}  // namespace sitcen::language
