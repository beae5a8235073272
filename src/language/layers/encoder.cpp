#include "language/layers/encoder.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace sitcen::language {
namespace {

constexpr std::size_t kBatch = 128;  // word types that are filled in at once: the weights are read once for each batch
constexpr std::size_t kLine = 64;    // bytes of a cache line

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

}  // namespace

Encoder::Encoder(const EncoderWeights& weights, const StaticVectorTable& vectors, const Kernels& kernels,
                 Precision precision, std::size_t cache_bytes)
    : weights_(weights),
      vectors_(vectors),
      kernels_(kernels),
      bf16_(precision == Precision::bf16),
      by_space_(weights.looks_at_space()),
      slot_size_(weights.width * 10) {
  // A stretch and what its window sees must fit at once.
  const std::size_t least = kStretch + 2 * weights.conv.size() + 1;
  slots_.resize(std::max(least, cache_bytes / (slot_size_ * sizeof(float))));
  table_.at_least(slots_.size() * slot_size_);
  // A row outside the document is all zero: only the bias is left of its products.
  pad_.resize(slot_size_);
  std::copy_n(weights.first[1].bias, 3 * weights.width, pad_.begin() + static_cast<std::ptrdiff_t>(4 * weights.width));
}

void Encoder::clear() {
  std::fill(slots_.begin(), slots_.end(), Slot{});
  slot_of_.clear();
}

std::uint32_t Encoder::take_slot(std::uint32_t variant) {
  // Two hands would be finer; one round always finds a slot that this stretch does not hold.
  for (;;) {
    clock_ = clock_ + 1 == slots_.size() ? 0 : clock_ + 1;
    Slot& slot = slots_[clock_];
    if (slot.variant == kFree) break;
    if (slot.stretch == stretch_) continue;
    if (stretch_ - slot.stretch < 4) {  // a second chance for what was used of late
      slot.stretch -= 4;
      continue;
    }
    slot_of_[slot.variant] = kFree;
    break;
  }
  slots_[clock_] = {variant, stretch_};
  return clock_;
}

void Encoder::fill(std::span<const std::uint32_t> slots, std::span<const WordType> types) {
  const std::size_t width = weights_.width;
  const std::size_t inputs = weights_.mix.matrix.k;
  float* features = features_.at_least(kBatch * inputs);
  const std::size_t tables = weights_.embeddings.size();
  rows_of_.resize(slots.size() * tables * 4);
  for (std::size_t i = 0; i < slots.size(); ++i) {
    const std::uint32_t variant = slots_[slots[i]].variant;
    const WordType& type = types[by_space_ ? variant / 2 : variant];
    for (std::size_t t = 0; t < tables; ++t) {
      const EmbeddingWeights& table = weights_.embeddings[t];
      const auto keys = row_keys(feature_of(type, by_space_ && variant % 2 == 1, table.feature), table.seed);
      for (std::size_t k = 0; k < 4; ++k)
        rows_of_[(i * tables + t) * 4 + k] = table.table + keys[k] % table.rows * width;
    }
  }
  // The rows lie all over a table of megabytes: ask for the next type's while this one's are added up.
  for (std::size_t i = 0; i < slots.size(); ++i) {
    if (i + 1 < slots.size())
      for (std::size_t n = 0; n < tables * 4; ++n)
        for (std::size_t at = 0; at < width; at += kLine / sizeof(float))
          __builtin_prefetch(rows_of_[(i + 1) * tables * 4 + n] + at);
    for (std::size_t t = 0; t < tables; ++t)
      kernels_.sum_rows(rows_of_.data() + (i * tables + t) * 4, 4, width, features + i * inputs + t * width);
  }
  if (weights_.vector_projection.w != nullptr) {
    float* vectors = vector_rows_.at_least(kBatch * vectors_.width);
    for (std::size_t i = 0; i < slots.size(); ++i) {
      const std::uint32_t variant = slots_[slots[i]].variant;
      const std::int32_t row = types[by_space_ ? variant / 2 : variant].vector_row;
      float* out = vectors + i * vectors_.width;
      if (row < 0)
        std::fill_n(out, vectors_.width, 0.0F);
      else
        std::copy_n(vectors_.values + static_cast<std::size_t>(row) * vectors_.width, vectors_.width, out);
    }
    kernels_.linear({vectors, vectors_.width, slots.size()}, weights_.vector_projection,
                    features + weights_.embeddings.size() * width, inputs);
  }
  float* mixed = mixed_.at_least(kBatch * width);
  kernels_.maxout3({features, inputs, slots.size()}, weights_.mix.matrix, mixed, width);
  kernels_.layer_norm({mixed, width, slots.size()}, nullptr, 0, weights_.mix.gain, weights_.mix.shift, width, mixed,
                      width);
  for (std::size_t i = 0; i < slots.size(); ++i) std::copy_n(mixed + i * width, width, values(slots[i]));
  float* products = products_.at_least(kBatch * 3 * width);
  for (std::size_t p = 0; p < 3; ++p) {
    kernels_.linear({mixed, width, slots.size()}, weights_.first[p], products, 3 * width);
    for (std::size_t i = 0; i < slots.size(); ++i)
      std::copy_n(products + i * 3 * width, 3 * width, values(slots[i]) + width + p * 3 * width);
  }
}

const float* Encoder::encode(std::span<const RawToken> document, std::span<const WordType> types, std::size_t begin,
                             std::size_t end) {
  const std::size_t depth = weights_.conv.size();
  const std::size_t width = weights_.width;
  const std::size_t rows = end - begin + 2 * depth;
  ++stretch_;
  if (const std::size_t variants = types.size() * (by_space_ ? 2 : 1); slot_of_.size() < variants)
    slot_of_.resize(variants + variants / 2, kFree);

  // Row r stands for token begin - depth + r; those outside the document see the pad.
  rows_.resize(rows);
  missing_.clear();
  for (std::size_t r = 0; r < rows; ++r) {
    const std::size_t token = begin + r;  // depth too much
    if (token < depth || token - depth >= document.size()) {
      rows_[r] = pad_.data();
      continue;
    }
    const RawToken& raw = document[token - depth];
    const std::uint32_t variant = by_space_ ? raw.type * 2 + (raw.space_after ? 1 : 0) : raw.type;
    std::uint32_t& slot = slot_of_[variant];
    if (slot == kFree) {
      const std::uint32_t taken = take_slot(variant);
      slot = taken;
      missing_.push_back(taken);
    }
    slots_[slot].stretch = stretch_;
    rows_[r] = values(slot);
  }
  for (std::size_t i = 0; i < missing_.size(); i += kBatch)
    fill(std::span(missing_).subspan(i, std::min(kBatch, missing_.size() - i)), types);

  float* x = x_.at_least(rows * width);
  float* y = y_.at_least(rows * width);
  // Each layer is right for one row less at either end: exactly what the next one needs.
  const std::size_t w3 = 3 * width;
  const MaxoutWeights& first = weights_.conv[0];
  for (std::size_t r = 1; r + 1 < rows; ++r) {
    float* sum = y + r * width;
    kernels_.maxout3_sum(rows_[r - 1] + width, rows_[r] + width + w3, rows_[r + 1] + width + 2 * w3, width, sum);
    kernels_.layer_norm({sum, width, 1}, rows_[r], width, first.gain, first.shift, width, x + r * width, width);
  }
  for (std::size_t layer = 1; layer < depth; ++layer) {
    const std::size_t at = (layer + 1) * width;
    const std::size_t count = rows - 2 * (layer + 1);
    const MaxoutWeights& conv = weights_.conv[layer];
    (bf16_ ? kernels_.maxout3_bf16 : kernels_.maxout3)({x + layer * width, width, count}, conv.matrix, y + at, width);
    kernels_.layer_norm({y + at, width, count}, x + at, width, conv.gain, conv.shift, width, x + at, width);
  }
  return x + depth * width;
}

}  // namespace sitcen::language
