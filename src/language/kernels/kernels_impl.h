// The kernels, written once over a vector type `V` and compiled once per instruction set: each kernels_*.cpp defines
// V in its own namespace and includes this file there. No header of the standard library may be included below, and
// nothing of it called, or the linker could keep a copy compiled for a processor that is not there.
//
// V: kWidth (4, 8 or 16 lanes), load, store, set1, add, mul, max, fma(a, b, c) = a * b + c, equal(a, b) = a bit for
// each lane where they are the same. kTileRows: rows of one register tile.

#define SITCEN_UNROLL _Pragma("GCC unroll 16")
#define SITCEN_INLINE inline __attribute__((always_inline))

constexpr std::size_t kSteps = kLanes / V::kWidth;  // vectors in a group of 16

/// One register tile: `M` rows times `G` groups of V::kWidth columns, over all of k.
template <int M, int G>
SITCEN_INLINE void tile(const float* x, std::size_t stride, std::size_t k, const float* w, const float* bias,
                        V (&acc)[M][G]) {
  SITCEN_UNROLL for (int g = 0; g < G; ++g) {
    const V b = V::load(bias + static_cast<std::size_t>(g) * kLanes);
    SITCEN_UNROLL for (int m = 0; m < M; ++m) acc[m][g] = b;
  }
  for (std::size_t i = 0; i < k; ++i) {
    V b[G];
    SITCEN_UNROLL for (int g = 0; g < G; ++g) b[g] = V::load(w + static_cast<std::size_t>(g) * kLanes);
    SITCEN_UNROLL for (int m = 0; m < M; ++m) {
      const V a = V::set1(x[static_cast<std::size_t>(m) * stride + i]);
      SITCEN_UNROLL for (int g = 0; g < G; ++g) acc[m][g] = V::fma(a, b[g], acc[m][g]);
    }
    w += static_cast<std::size_t>(G) * kLanes;
  }
}

template <int M>
SITCEN_INLINE void maxout3_tile(const float* x, std::size_t stride, std::size_t k, const float* w, const float* bias,
                                float* y, std::size_t y_stride) {
  for (std::size_t s = 0; s < kSteps; ++s) {
    V acc[M][3];
    tile<M, 3>(x, stride, k, w + s * V::kWidth, bias + s * V::kWidth, acc);
    SITCEN_UNROLL for (int m = 0; m < M; ++m) V::max(V::max(acc[m][0], acc[m][1]), acc[m][2])
        .store(y + static_cast<std::size_t>(m) * y_stride + s * V::kWidth);
  }
}

template <int M>
SITCEN_INLINE void linear_tile(const float* x, std::size_t stride, std::size_t k, const float* w, const float* bias,
                               float* y, std::size_t y_stride) {
  for (std::size_t s = 0; s < kSteps; ++s) {
    V acc[M][3];
    tile<M, 3>(x, stride, k, w + s * V::kWidth, bias + s * V::kWidth, acc);
    SITCEN_UNROLL for (int m = 0; m < M; ++m) SITCEN_UNROLL for (int g = 0; g < 3; ++g) acc[m][g].store(
        y + static_cast<std::size_t>(m) * y_stride + static_cast<std::size_t>(g) * kLanes + s * V::kWidth);
  }
}

/// The rows that do not fill a tile, with smaller tiles.
#define SITCEN_ROWS(TILE, ROWS, CALL)                     \
  std::size_t r = 0;                                      \
  for (; r + ROWS <= x.count; r += ROWS) TILE<ROWS> CALL; \
  if constexpr (ROWS > 4)                                 \
    for (; r + 4 <= x.count; r += 4) TILE<4> CALL;        \
  for (; r + 2 <= x.count; r += 2) TILE<2> CALL;          \
  for (; r < x.count; ++r) TILE<1> CALL;

void maxout3(Rows<float> x, const Matrix& m, float* y, std::size_t y_stride) {
  const float* w = m.w;
  const float* bias = m.bias;
  for (std::size_t j = 0; j < m.columns / 3; j += kLanes) {
    SITCEN_ROWS(maxout3_tile, kTileRows,
                (x.data + r * x.stride, x.stride, m.k, w, bias, y + r * y_stride + j, y_stride))
    w += m.k * kPanel;
    bias += kPanel;
  }
}

void linear(Rows<float> x, const Matrix& m, float* y, std::size_t y_stride) {
  const float* w = m.w;
  const float* bias = m.bias;
  for (std::size_t c = 0; c < m.columns; c += kPanel) {
    SITCEN_ROWS(linear_tile, kTileRows, (x.data + r * x.stride, x.stride, m.k, w, bias, y + r * y_stride + c, y_stride))
    w += m.k * kPanel;
    bias += kPanel;
  }
}

/// Sum of 16 lanes held in kSteps vectors, always in the same tree: 16 -> 8 -> 4 -> 2 -> 1.
SITCEN_INLINE float sum16(const V (&v)[kSteps]) {
  alignas(64) float lanes[kLanes];
  for (std::size_t s = 0; s < kSteps; ++s) v[s].store(lanes + s * V::kWidth);
  for (std::size_t half = kLanes / 2; half > 0; half /= 2)
    for (std::size_t i = 0; i < half; ++i) lanes[i] += lanes[i + half];
  return lanes[0];
}

void layer_norm(Rows<float> x, const float* residual, std::size_t residual_stride, const float* gain,
                const float* shift, std::size_t width, float* y, std::size_t y_stride) {
  const float n = static_cast<float>(width);
  for (std::size_t r = 0; r < x.count; ++r) {
    const float* row = x.data + r * x.stride;
    V sum[kSteps];
    for (std::size_t s = 0; s < kSteps; ++s) sum[s] = V::set1(0);
    for (std::size_t j = 0; j < width; j += kLanes)
      for (std::size_t s = 0; s < kSteps; ++s) sum[s] = V::add(sum[s], V::load(row + j + s * V::kWidth));
    const float mean = sum16(sum) / n;
    const V minus_mean = V::set1(-mean);
    for (std::size_t s = 0; s < kSteps; ++s) sum[s] = V::set1(0);
    for (std::size_t j = 0; j < width; j += kLanes)
      for (std::size_t s = 0; s < kSteps; ++s) {
        const V d = V::add(V::load(row + j + s * V::kWidth), minus_mean);
        sum[s] = V::fma(d, d, sum[s]);
      }
    const V scale = V::set1(1.0F / __builtin_sqrtf(sum16(sum) / n + 1e-8F));
    const float* add = residual == nullptr ? nullptr : residual + r * residual_stride;
    float* out = y + r * y_stride;
    for (std::size_t j = 0; j < width; j += V::kWidth) {
      const V d = V::mul(V::add(V::load(row + j), minus_mean), scale);
      V value = V::fma(d, V::load(gain + j), V::load(shift + j));
      if (add != nullptr) value = V::add(value, V::load(add + j));
      value.store(out + j);
    }
  }
}

void maxout3_sum(const float* a, const float* b, const float* c, std::size_t outputs, float* y) {
  for (std::size_t j = 0; j < outputs; j += kLanes) {
    for (std::size_t s = 0; s < kSteps; ++s) {
      const std::size_t at = j * 3 + s * V::kWidth;
      V best = V::add(V::add(V::load(b + at), V::load(a + at)), V::load(c + at));
      for (std::size_t p = 1; p < 3; ++p) {
        const std::size_t i = at + p * kLanes;
        best = V::max(best, V::add(V::add(V::load(b + i), V::load(a + i)), V::load(c + i)));
      }
      best.store(y + j + s * V::kWidth);
    }
  }
}

void sum_rows(const float* const* rows, std::size_t count, std::size_t width, float* y) {
  for (std::size_t j = 0; j < width; j += V::kWidth) {
    V sum = V::load(rows[0] + j);
    for (std::size_t i = 1; i < count; ++i) sum = V::add(sum, V::load(rows[i] + j));
    sum.store(y + j);
  }
}

void hidden64(const float* const* rows, std::size_t count, const float* bias, float* hidden) {
  constexpr std::size_t kHalf = 64;
  for (std::size_t j = 0; j < kHalf; j += kLanes) {
    V low[kSteps];
    V high[kSteps];
    for (std::size_t s = 0; s < kSteps; ++s) {
      low[s] = V::load(bias + j + s * V::kWidth);
      high[s] = V::load(bias + kHalf + j + s * V::kWidth);
    }
    for (std::size_t i = 0; i < count; ++i) {
      const float* row = rows[i] + j;
      for (std::size_t s = 0; s < kSteps; ++s) {
        low[s] = V::add(low[s], V::load(row + s * V::kWidth));
        high[s] = V::add(high[s], V::load(row + kHalf + s * V::kWidth));
      }
    }
    for (std::size_t s = 0; s < kSteps; ++s) V::max(low[s], high[s]).store(hidden + j + s * V::kWidth);
  }
}

template <int G>
SITCEN_INLINE void scores_group(const float* hidden, const float* w, std::size_t columns, const float* bias,
                                float* scores) {
  V acc[G];
  SITCEN_UNROLL for (int g = 0; g < G; ++g) acc[g] = V::load(bias + static_cast<std::size_t>(g) * V::kWidth);
  for (std::size_t k = 0; k < 64; ++k) {
    const V a = V::set1(hidden[k]);
    SITCEN_UNROLL for (int g = 0; g < G; ++g) acc[g] =
        V::fma(a, V::load(w + k * columns + static_cast<std::size_t>(g) * V::kWidth), acc[g]);
  }
  SITCEN_UNROLL for (int g = 0; g < G; ++g) acc[g].store(scores + static_cast<std::size_t>(g) * V::kWidth);
}

void scores64(const float* hidden, const float* w, const float* bias, std::size_t columns, float* scores) {
  std::size_t c = 0;
  for (; c + 8 * V::kWidth <= columns; c += 8 * V::kWidth)
    scores_group<8>(hidden, w + c, columns, bias + c, scores + c);
  for (; c + 4 * V::kWidth <= columns; c += 4 * V::kWidth)
    scores_group<4>(hidden, w + c, columns, bias + c, scores + c);
  for (; c + 2 * V::kWidth <= columns; c += 2 * V::kWidth)
    scores_group<2>(hidden, w + c, columns, bias + c, scores + c);
  for (; c < columns; c += V::kWidth) scores_group<1>(hidden, w + c, columns, bias + c, scores + c);
}

std::size_t argmax(const float* values, std::size_t count) {
  if (count < V::kWidth) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < count; ++i)
      if (values[i] > values[best]) best = i;
    return best;
  }
  // The last vector overlaps the one before it where the count is no multiple of the width.
  V top = V::load(values + count - V::kWidth);
  for (std::size_t i = 0; i + V::kWidth <= count; i += V::kWidth) top = V::max(top, V::load(values + i));
  float lanes[V::kWidth];
  top.store(lanes);
  for (std::size_t half = V::kWidth / 2; half > 0; half /= 2)
    for (std::size_t i = 0; i < half; ++i) lanes[i] = lanes[i] > lanes[i + half] ? lanes[i] : lanes[i + half];
  const V greatest = V::set1(lanes[0]);
  for (std::size_t i = 0; i + V::kWidth <= count; i += V::kWidth)
    if (const unsigned hit = V::equal(V::load(values + i), greatest))
      return i + static_cast<std::size_t>(__builtin_ctz(hit));
  for (std::size_t i = count - count % V::kWidth; i < count; ++i)
    if (values[i] == lanes[0]) return i;
  return 0;
}

#define SITCEN_KERNEL_TABLE(ISA) \
  {.maxout3 = maxout3,           \
   .maxout3_bf16 = nullptr,      \
   .linear = linear,             \
   .layer_norm = layer_norm,     \
   .maxout3_sum = maxout3_sum,   \
   .sum_rows = sum_rows,         \
   .hidden64 = hidden64,         \
   .scores64 = scores64,         \
   .argmax = argmax,             \
   .isa = ISA}
