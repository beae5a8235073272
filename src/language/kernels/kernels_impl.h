// The kernels, written once over a vector type `V` and compiled once per instruction set: each kernels_*.cpp defines
// V in its own namespace and includes this file there. No header of the standard library may be included below, and
// nothing of it called, or the linker could keep a copy compiled for a processor that is not there.
//
// V: kWidth (4, 8 or 16 lanes), load, store, set1, add, sub, mul, max, fma(a, b, c) = a * b + c, equal(a, b) = a bit
// for each lane where they are the same. kTileRows: rows of one register tile.

#define SITCEN_UNROLL _Pragma("GCC unroll 16")
#define SITCEN_INLINE inline __attribute__((always_inline))

constexpr std::size_t kSteps = kLanes / V::kWidth;  // vectors in a group of 16

/// One register tile: adds `M` rows times `G` groups of V::kWidth columns, over all of k.
template <int M, int G>
SITCEN_INLINE void tile_sum(const float* x, std::size_t stride, std::size_t k, const float* w, V (&acc)[M][G]) {
  for (std::size_t i = 0; i < k; ++i) {
    V b[G];
    SITCEN_UNROLL for (int g = 0; g < G; ++g) b[g] = V::load(w + static_cast<std::size_t>(g) * kLanes);
    SITCEN_UNROLL for (int m = 0; m < M; ++m) {
      const V a = V::set1(x[static_cast<std::size_t>(m) * stride + i]);
      SITCEN_UNROLL for (int g = 0; g < G; ++g) acc[m][g] = V::fma(a, b[g], acc[m][g]);
    }
    w += kPanel;
  }
}

/// The same, beginning with the bias.
template <int M, int G>
SITCEN_INLINE void tile(const float* x, std::size_t stride, std::size_t k, const float* w, const float* bias,
                        V (&acc)[M][G]) {
  SITCEN_UNROLL for (int g = 0; g < G; ++g) {
    const V b = V::load(bias + static_cast<std::size_t>(g) * kLanes);
    SITCEN_UNROLL for (int m = 0; m < M; ++m) acc[m][g] = b;
  }
  tile_sum<M, G>(x, stride, k, w, acc);
}

/// \tparam G  pieces
template <int M, int G>
SITCEN_INLINE void maxout_tile(const float* x, std::size_t stride, std::size_t k, const float* w, const float* bias,
                               float* y, std::size_t y_stride) {
  for (std::size_t s = 0; s < kSteps; ++s) {
    V acc[M][G];
    tile<M, G>(x, stride, k, w + s * V::kWidth, bias + s * V::kWidth, acc);
    SITCEN_UNROLL for (int m = 0; m < M; ++m) {
      V best = acc[m][0];
      SITCEN_UNROLL for (int g = 1; g < G; ++g) best = V::max(best, acc[m][g]);
      best.store(y + static_cast<std::size_t>(m) * y_stride + s * V::kWidth);
    }
  }
}

/// \tparam G  groups of columns
template <int M, int G>
SITCEN_INLINE void linear_tile(const float* x, std::size_t stride, std::size_t k, const float* w, const float* bias,
                               float* y, std::size_t y_stride) {
  for (std::size_t s = 0; s < kSteps; ++s) {
    V acc[M][G];
    tile<M, G>(x, stride, k, w + s * V::kWidth, bias + s * V::kWidth, acc);
    SITCEN_UNROLL for (int m = 0; m < M; ++m) SITCEN_UNROLL for (int g = 0; g < G; ++g) acc[m][g].store(
        y + static_cast<std::size_t>(m) * y_stride + static_cast<std::size_t>(g) * kLanes + s * V::kWidth);
  }
}

/// All rows of x in tiles of ROWS by G groups; those that do not fill one in smaller tiles.
#define SITCEN_ROWS(TILE, ROWS, G, CALL)                         \
  {                                                              \
    std::size_t r = 0;                                           \
    for (; r + (ROWS) <= x.count; r += ROWS) TILE<ROWS, G> CALL; \
    if constexpr ((ROWS) > 4)                                    \
      for (; r + 4 <= x.count; r += 4) TILE<4, G> CALL;          \
    for (; r + 2 <= x.count; r += 2) TILE<2, G> CALL;            \
    for (; r < x.count; ++r) TILE<1, G> CALL;                    \
  }

void maxout3(Rows<float> x, const Matrix& m, float* y, std::size_t y_stride) {
  const float* w = m.w;
  const float* bias = m.bias;
  for (std::size_t j = 0; j < m.columns / 3; j += kLanes) {
    SITCEN_ROWS(maxout_tile, kTileRows, 3,
                (x.data + r * x.stride, x.stride, m.k, w, bias, y + r * y_stride + j, y_stride))
    w += m.k * kPanel;
    bias += kPanel;
  }
}

void linear(Rows<float> x, const Matrix& m, float* y, std::size_t y_stride) {
  const float* w = m.w;
  const float* bias = m.bias;
  for (std::size_t c = 0; c < m.used; c += kPanel) {
    // Of a last panel with one group in use the others are left out: twice the rows keep the multipliers busy.
    if (m.used - c <= kLanes)
      SITCEN_ROWS(linear_tile, 2 * kTileRows, 1,
                  (x.data + r * x.stride, x.stride, m.k, w, bias, y + r * y_stride + c, y_stride))
    else
      SITCEN_ROWS(linear_tile, kTileRows, 3,
                  (x.data + r * x.stride, x.stride, m.k, w, bias, y + r * y_stride + c, y_stride))
    w += m.k * kPanel;
    bias += kPanel;
  }
}

/// The products of `M` blocks with one of the window's matrices, one panel. \param x  a combined row of each block
template <int M>
SITCEN_INLINE void window_tile(const float* x, std::size_t width, const float* w, float* products) {
  for (std::size_t s = 0; s < kSteps; ++s) {
    V acc[M][3];
    SITCEN_UNROLL for (int m = 0; m < M; ++m) SITCEN_UNROLL for (int g = 0; g < 3; ++g) acc[m][g] = V::set1(0);
    tile_sum<M, 3>(x, kBlockProducts * width, width, w + s * V::kWidth, acc);
    SITCEN_UNROLL for (int m = 0; m < M; ++m) SITCEN_UNROLL for (int g = 0; g < 3; ++g) acc[m][g].store(
        products + static_cast<std::size_t>(m) * kPanel + static_cast<std::size_t>(g) * kLanes + s * V::kWidth);
  }
}

/// One tile of `count` <= M blocks.
template <int M>
SITCEN_INLINE void window_rest(std::size_t count, const float* x, std::size_t width, const float* w, float* products) {
  if (count == M) return window_tile<M>(x, width, w, products);
  if constexpr (M > 1) window_rest<M - 1>(count, x, width, w, products);
}

/// Six rows into six: their values at the points. \param d  rows of `width` values
SITCEN_INLINE void window_combine(const float* const (&d)[kBlockInputs], std::size_t width, float* out) {
  constexpr float kA2 = kPointA * kPointA;
  constexpr float kB2 = kPointB * kPointB;
  const V product = V::set1(kA2 * kB2);
  const V minus_sum = V::set1(-(kA2 + kB2));
  const V minus_a2 = V::set1(-kA2);
  const V minus_b2 = V::set1(-kB2);
  const V a = V::set1(kPointA);
  const V b = V::set1(kPointB);
  const V minus_a = V::set1(-kPointA);
  const V minus_b = V::set1(-kPointB);
  for (std::size_t j = 0; j < width; j += V::kWidth) {
    const V d1 = V::load(d[1] + j);
    const V d2 = V::load(d[2] + j);
    const V d3 = V::load(d[3] + j);
    const V d4 = V::load(d[4] + j);
    float* to = out + j;
    V::fma(d2, minus_sum, V::fma(V::load(d[0] + j), product, d4)).store(to);
    const V even_a = V::fma(d2, minus_b2, d4);
    const V odd_a = V::fma(d1, minus_b2, d3);
    V::fma(odd_a, a, even_a).store(to + width);
    V::fma(odd_a, minus_a, even_a).store(to + 2 * width);
    const V even_b = V::fma(d2, minus_a2, d4);
    const V odd_b = V::fma(d1, minus_a2, d3);
    V::fma(odd_b, b, even_b).store(to + 3 * width);
    V::fma(odd_b, minus_b, even_b).store(to + 4 * width);
    V::fma(d3, minus_sum, V::fma(d1, product, V::load(d[5] + j))).store(to + 5 * width);
  }
}

/// Six products into the first `rows` of four rows, of one panel. \param next  from one product to the next
SITCEN_INLINE void window_maxima(const float* products, std::size_t next, const float* bias, std::size_t rows, float* y,
                                 std::size_t y_stride) {
  constexpr float kA2 = kPointA * kPointA;
  constexpr float kB2 = kPointB * kPointB;
  for (std::size_t s = 0; s < kSteps; ++s) {
    V best[kBlockRows];
    SITCEN_UNROLL for (std::size_t g = 0; g < 3; ++g) {
      const std::size_t at = g * kLanes + s * V::kWidth;
      const V start = V::load(bias + at);
      const V at_a = V::load(products + next + at);
      const V at_minus_a = V::load(products + 2 * next + at);
      const V at_b = V::load(products + 3 * next + at);
      const V at_minus_b = V::load(products + 4 * next + at);
      const V sum_a = V::add(at_a, at_minus_a);
      const V sum_b = V::add(at_b, at_minus_b);
      const V odd_a = V::sub(at_a, at_minus_a);
      const V odd_b = V::sub(at_b, at_minus_b);
      const V y0 = V::add(V::add(V::load(products + at), start), V::add(sum_a, sum_b));
      const V y1 = V::fma(odd_b, V::set1(kPointB), V::fma(odd_a, V::set1(kPointA), start));
      const V y2 = V::fma(sum_b, V::set1(kB2), V::fma(sum_a, V::set1(kA2), start));
      const V y3 = V::fma(odd_b, V::set1(kB2 * kPointB),
                          V::fma(odd_a, V::set1(kA2 * kPointA), V::add(V::load(products + 5 * next + at), start)));
      best[0] = g == 0 ? y0 : V::max(best[0], y0);
      best[1] = g == 0 ? y1 : V::max(best[1], y1);
      best[2] = g == 0 ? y2 : V::max(best[2], y2);
      best[3] = g == 0 ? y3 : V::max(best[3], y3);
    }
    for (std::size_t i = 0; i < rows; ++i) best[i].store(y + i * y_stride + s * V::kWidth);
  }
}

/// Panel by panel, so that one panel's weights stay in the second-level cache; in it a few blocks at a time, so that a
/// matrix of it and the products stay in the first.
void window_maxout3(Rows<float> x, const Window& window, float* scratch, float* y, std::size_t y_stride) {
  constexpr std::size_t kAtOnce = 2 * kTileRows;
  const std::size_t width = window.width;
  const std::size_t blocks = (x.count + kBlockRows - 1) / kBlockRows;
  float* zeros = scratch + blocks * kBlockProducts * width;
  for (std::size_t j = 0; j < width; j += V::kWidth) V::set1(0).store(zeros + j);
  for (std::size_t b = 0; b < blocks; ++b) {
    const float* rows[kBlockInputs];
    for (std::size_t i = 0; i < kBlockInputs; ++i)
      rows[i] = b * kBlockRows + i < x.count + 2 ? x.data + (b * kBlockRows + i) * x.stride : zeros;
    window_combine(rows, width, scratch + b * kBlockProducts * width);
  }
  alignas(64) float products[kBlockProducts * kAtOnce * kPanel];
  const float* w = window.w;
  for (std::size_t panel = 0; panel < window.columns / kPanel; ++panel) {
    for (std::size_t from = 0; from < blocks; from += kAtOnce) {
      const std::size_t count = blocks - from < kAtOnce ? blocks - from : kAtOnce;
      for (std::size_t p = 0; p < kBlockProducts; ++p) {
        const float* matrix = w + p * width * kPanel;
        for (std::size_t b = 0; b < count; b += kTileRows)
          window_rest<kTileRows>(count - b < kTileRows ? count - b : kTileRows,
                                 scratch + ((from + b) * kBlockProducts + p) * width, width, matrix,
                                 products + (p * kAtOnce + b) * kPanel);
      }
      for (std::size_t b = 0; b < count; ++b) {
        const std::size_t row = (from + b) * kBlockRows;
        window_maxima(products + b * kPanel, kAtOnce * kPanel, window.bias + panel * kPanel,
                      x.count - row < kBlockRows ? x.count - row : kBlockRows, y + row * y_stride + panel * kLanes,
                      y_stride);
      }
    }
    w += kBlockProducts * width * kPanel;
  }
}

/// Sum of 16 lanes held in kSteps vectors, always in the same tree: 16 -> 8 -> 4 -> 2 -> 1.
SITCEN_INLINE float sum16(V (&v)[kSteps]) {
  SITCEN_UNROLL for (std::size_t half = kSteps / 2; half > 0; half /= 2) for (std::size_t i = 0; i < half; ++i) v[i] =
      V::add(v[i], v[i + half]);
  return v[0].sum();
}

/// `M` rows at a time, so that one's sum need not wait for another's.
template <int M>
SITCEN_INLINE void norm_rows(const float* x, std::size_t stride, const float* residual, std::size_t residual_stride,
                             const float* gain, const float* shift, std::size_t width, float* y, std::size_t y_stride) {
  const float n = static_cast<float>(width);
  V sum[M][kSteps];
  V minus_mean[M];
  V scale[M];
  SITCEN_UNROLL for (int m = 0; m < M; ++m) SITCEN_UNROLL for (std::size_t s = 0; s < kSteps; ++s) sum[m][s] =
      V::set1(0);
  for (std::size_t j = 0; j < width; j += kLanes)
    SITCEN_UNROLL for (int m = 0; m < M; ++m) SITCEN_UNROLL for (std::size_t s = 0; s < kSteps; ++s) sum[m][s] =
        V::add(sum[m][s], V::load(x + static_cast<std::size_t>(m) * stride + j + s * V::kWidth));
  SITCEN_UNROLL for (int m = 0; m < M; ++m) {
    minus_mean[m] = V::set1(-(sum16(sum[m]) / n));
    SITCEN_UNROLL for (std::size_t s = 0; s < kSteps; ++s) sum[m][s] = V::set1(0);
  }
  for (std::size_t j = 0; j < width; j += kLanes)
    SITCEN_UNROLL for (int m = 0; m < M; ++m) SITCEN_UNROLL for (std::size_t s = 0; s < kSteps; ++s) {
      const V d = V::add(V::load(x + static_cast<std::size_t>(m) * stride + j + s * V::kWidth), minus_mean[m]);
      sum[m][s] = V::fma(d, d, sum[m][s]);
    }
  SITCEN_UNROLL for (int m = 0; m < M; ++m) scale[m] = V::set1(1.0F / __builtin_sqrtf(sum16(sum[m]) / n + 1e-8F));
  for (std::size_t j = 0; j < width; j += V::kWidth) {
    const V by = V::load(gain + j);
    const V to = V::load(shift + j);
    SITCEN_UNROLL for (int m = 0; m < M; ++m) {
      const std::size_t row = static_cast<std::size_t>(m);
      const V d = V::mul(V::add(V::load(x + row * stride + j), minus_mean[m]), scale[m]);
      V value = V::fma(d, by, to);
      if (residual != nullptr) value = V::add(value, V::load(residual + row * residual_stride + j));
      value.store(y + row * y_stride + j);
    }
  }
}

void layer_norm(Rows<float> x, const float* residual, std::size_t residual_stride, const float* gain,
                const float* shift, std::size_t width, float* y, std::size_t y_stride) {
  const auto add = [&](std::size_t r) { return residual == nullptr ? nullptr : residual + r * residual_stride; };
  std::size_t r = 0;
  for (; r + 4 <= x.count; r += 4)
    norm_rows<4>(x.data + r * x.stride, x.stride, add(r), residual_stride, gain, shift, width, y + r * y_stride,
                 y_stride);
  for (; r < x.count; ++r)
    norm_rows<1>(x.data + r * x.stride, x.stride, add(r), residual_stride, gain, shift, width, y + r * y_stride,
                 y_stride);
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

#define SITCEN_KERNEL_TABLE(ISA)     \
  {.maxout3 = maxout3,               \
   .maxout3_bf16 = nullptr,          \
   .window_maxout3 = window_maxout3, \
   .linear = linear,                 \
   .layer_norm = layer_norm,         \
   .maxout3_sum = maxout3_sum,       \
   .sum_rows = sum_rows,             \
   .hidden64 = hidden64,             \
   .scores64 = scores64,             \
   .argmax = argmax,                 \
   .isa = ISA}
