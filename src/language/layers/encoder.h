#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <span>
#include <type_traits>
#include <vector>

#include "language/kernels/kernels.h"
#include "language/layers/weights.h"
#include "language/strings.h"

namespace sitcen::language {

/// Memory for numbers, aligned to 64 bytes; grown, never shrunk. Fresh memory is not touched, so what is never used
/// costs nothing.
template <class T>
class Buffer {
 public:
  /// \return at least `count` values; what was in them is lost where it grows
  T* at_least(std::size_t count) {
    if (count <= size_) return values_.get();
    values_.reset(static_cast<T*>(::operator new(count * sizeof(T), kAlign)));
    size_ = count;
    return values_.get();
  }
  [[nodiscard]] T* data() { return values_.get(); }

 private:
  static_assert(std::is_trivially_default_constructible_v<T>);
  static constexpr std::align_val_t kAlign{64};
  struct Free {
    void operator()(T* p) const { ::operator delete(p, kAlign); }
  };
  std::unique_ptr<T, Free> values_;
  std::size_t size_ = 0;
};

/// A token vector encoder: hash embeddings, mix, and window convolutions, for one engine.
///
/// What depends on the word type alone (the embedding and its three products with the first convolution) is kept in a
/// bounded table of slots; a slot that a stretch of text did not use may be given to another type (clock).
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
  struct Slot {
    std::uint32_t variant = kFree;
    std::uint32_t stretch = 0;  ///< the last stretch that used it
  };
  static constexpr std::uint32_t kFree = ~std::uint32_t{0};

  [[nodiscard]] float* values(std::uint32_t slot) { return table_.data() + slot * slot_size_; }
  [[nodiscard]] std::uint32_t take_slot(std::uint32_t variant);
  void fill(std::span<const std::uint32_t> slots, std::span<const WordType> types);

  const EncoderWeights& weights_;
  const StaticVectorTable& vectors_;
  const Kernels& kernels_;
  bool bf16_;
  bool by_space_;          ///< a type has two variants: with and without a space behind it
  std::size_t slot_size_;  ///< floats: embedding, product with previous, self, next
  std::vector<Slot> slots_;
  std::vector<std::uint32_t> slot_of_;  ///< by variant
  std::uint32_t clock_ = 0;
  std::uint32_t stretch_ = 0;
  Buffer<float> table_;
  std::vector<float> pad_;             ///< the slot of rows outside the document
  std::vector<const float*> rows_;     ///< a slot for each row of the stretch
  std::vector<const float*> rows_of_;  ///< embedding rows of the types that are filled in
  std::vector<std::uint32_t> missing_;
  Buffer<float> features_, vector_rows_, mixed_, products_, x_, y_;
};

}  // namespace sitcen::language
