// Compiled with -mamx-tile -mamx-bf16 beside AVX-512's bf16 part: matrix tiles.
//
// An f32 number is the sum of three bf16 numbers, 8 bits of its mantissa each. Of the nine products of two such sums
// the six largest keep every bit that an f32 sum would keep, and six tile products still take a third of the time of
// fused multiply-adds. With the first parts alone it is a bf16 product.
#include <immintrin.h>

#include "language/kernels/kernels.h"

namespace sitcen::language::amx {
namespace {

constexpr std::size_t kRows = 16;               // of one tile
constexpr std::size_t kMostValues = 24 * 1024;  // activations that are split at a time, on the stack
constexpr int kRowBytes = 64;

struct alignas(64) TileConfig {
  std::uint8_t palette = 1;
  std::uint8_t start_row = 0;
  std::uint8_t reserved[14] = {};
  std::uint16_t row_bytes[16] = {};
  std::uint8_t rows[16] = {};
};
static_assert(sizeof(TileConfig) == 64);

/// All eight tiles of 16 rows by 64 bytes, for as long as the object lives.
class Tiles {
 public:
  Tiles() {
    TileConfig config;
    for (int t = 0; t < 8; ++t) {
      config.row_bytes[t] = kRowBytes;
      config.rows[t] = kRows;
    }
    _tile_loadconfig(&config);
  }
  ~Tiles() { _tile_release(); }
  Tiles(const Tiles&) = delete;
  Tiles& operator=(const Tiles&) = delete;
};

__m512 widen(__m256i bf16) { return _mm512_castsi512_ps(_mm512_slli_epi32(_mm512_cvtepu16_epi32(bf16), 16)); }

/// x = parts[0] + parts[1] + parts[2]; zeros behind `count` up to `padded`. \param parts  kParts times `padded` values
template <int Parts>
void split(const float* x, std::size_t count, std::size_t padded, std::uint16_t* parts) {
  for (std::size_t i = 0; i < padded; i += kLanes) {
    const std::size_t left = count > i ? count - i : 0;
    const auto mask = static_cast<__mmask16>(left >= kLanes ? 0xFFFFU : (1U << left) - 1U);
    __m512 rest = _mm512_maskz_loadu_ps(mask, x + i);
    for (int part = 0; part < Parts; ++part) {
      const auto rounded = reinterpret_cast<__m256i>(_mm512_cvtneps_pbh(rest));
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(parts + static_cast<std::size_t>(part) * padded + i), rounded);
      rest = _mm512_sub_ps(rest, widen(rounded));
    }
  }
}

/// Tiles 0-2 (and 3-5) = one (or two) times 16 rows times one panel of 48 columns, over all of k. Products that follow
/// one another go to different tiles: one takes 16 cycles to start the next, but 52 to be added to.
/// \param parts  the split rows, `stride` values apart, the parts `part_size` values apart
/// \param bias   what the sums begin with, of one panel
template <int Parts, int RowTiles>
void product(const std::uint16_t* parts, std::size_t part_size, std::size_t stride, std::size_t k,
             const std::uint16_t* tiles, const float* bias) {
  const auto row_bytes = static_cast<long>(stride * sizeof(std::uint16_t));
  const std::size_t below = kRows * stride;
  // A row stride of nothing fills all rows with the bias.
  _tile_loadd(0, bias, 0);
  _tile_loadd(1, bias + kLanes, 0);
  _tile_loadd(2, bias + 2 * kLanes, 0);
  if constexpr (RowTiles == 2) {
    _tile_loadd(3, bias, 0);
    _tile_loadd(4, bias + kLanes, 0);
    _tile_loadd(5, bias + 2 * kLanes, 0);
  }
#define SITCEN_GROUP(ROW_PART, WEIGHT_PART, GROUP, SECOND)                      \
  _tile_loadd(7, tiles + ((WEIGHT_PART) * 3 + (GROUP)) * kTileSize, kRowBytes); \
  _tile_loadd(6, parts + (ROW_PART) * part_size + i, row_bytes);                \
  _tile_dpbf16ps(GROUP, 6, 7);                                                  \
  if constexpr (RowTiles == 2) {                                                \
    _tile_loadd(6, parts + (ROW_PART) * part_size + below + i, row_bytes);      \
    _tile_dpbf16ps(SECOND, 6, 7);                                               \
  }
#define SITCEN_PAIR(ROW_PART, WEIGHT_PART)  \
  SITCEN_GROUP(ROW_PART, WEIGHT_PART, 0, 3) \
  SITCEN_GROUP(ROW_PART, WEIGHT_PART, 1, 4) \
  SITCEN_GROUP(ROW_PART, WEIGHT_PART, 2, 5)
  for (std::size_t i = 0; i < k; i += kTileDepth) {
    if constexpr (Parts == 3) {  // small products first
      SITCEN_PAIR(2, 0)
      SITCEN_PAIR(1, 1)
      SITCEN_PAIR(0, 2)
      SITCEN_PAIR(1, 0)
      SITCEN_PAIR(0, 1)
    }
    SITCEN_PAIR(0, 0)
    tiles += kParts * 3 * kTileSize;
  }
#undef SITCEN_PAIR
#undef SITCEN_GROUP
}

/// Where the sums of one panel go: three groups of 16 columns, `group` values apart, rows `stride` values apart.
struct Sums {
  float* at;
  std::size_t stride, group;
};

void store_first(Sums to) {
  const auto row_bytes = static_cast<long>(to.stride * sizeof(float));
  _tile_stored(0, to.at, row_bytes);
  _tile_stored(1, to.at + to.group, row_bytes);
  _tile_stored(2, to.at + 2 * to.group, row_bytes);
}

void store_second(Sums to) {
  const auto row_bytes = static_cast<long>(to.stride * sizeof(float));
  float* at = to.at + kRows * to.stride;
  _tile_stored(3, at, row_bytes);
  _tile_stored(4, at + to.group, row_bytes);
  _tile_stored(5, at + 2 * to.group, row_bytes);
}

/// Multiplies up to 32 rows at a time. \param store  called as store(first row, rows, panel, row tiles) while the tiles
/// hold the sums of one panel
template <int Parts, class Store>
void multiply(Rows<float> x, const Matrix& m, Store store) {
  alignas(64) std::uint16_t parts[static_cast<std::size_t>(Parts) * kMostValues];
  const std::size_t panel_tiles = tile_values(m.k, kPanel);
  const std::size_t depth = (m.k + kTileDepth - 1) / kTileDepth * kTileDepth;
  const Tiles tiles;
  for (std::size_t from = 0; from < x.count; from += 2 * kRows) {
    const std::size_t count = x.count - from < 2 * kRows ? x.count - from : 2 * kRows;
    const std::size_t rows = count > kRows ? 2 * kRows : kRows;
    const std::size_t part_size = ((rows - 1) * x.stride + depth + kLanes - 1) / kLanes * kLanes;
    split<Parts>(x.data + from * x.stride, (count - 1) * x.stride + m.k, part_size, parts);
    for (std::size_t p = 0; p < m.columns / kPanel; ++p) {
      const std::uint16_t* panel = m.tiles + p * panel_tiles;
      if (rows > kRows)
        product<Parts, 2>(parts, part_size, x.stride, m.k, panel, m.bias + p * kPanel);
      else
        product<Parts, 1>(parts, part_size, x.stride, m.k, panel, m.bias + p * kPanel);
      store(from, count, p, rows / kRows);
    }
  }
}

/// Rows too long to be split on the stack: only a model that nobody trained has them.
bool fits(Rows<float> x, const Matrix& m) { return m.k + kTileDepth + 2 * kRows * x.stride <= kMostValues; }

template <int Parts>
void maxout3(Rows<float> x, const Matrix& m, float* y, std::size_t y_stride) {
  if (!fits(x, m)) return avx512::table().maxout3(x, m, y, y_stride);
  alignas(64) float sums[2 * kRows * kPanel];
  const Sums to = {sums, kPanel, kLanes};
  multiply<Parts>(x, m, [&](std::size_t from, std::size_t count, std::size_t p, std::size_t row_tiles) {
    store_first(to);
    if (row_tiles == 2) store_second(to);
    for (std::size_t i = 0; i < count; ++i) {
      const float* row = sums + i * kPanel;
      const __m512 best = _mm512_max_ps(_mm512_max_ps(_mm512_load_ps(row), _mm512_load_ps(row + kLanes)),
                                        _mm512_load_ps(row + 2 * kLanes));
      _mm512_storeu_ps(y + (from + i) * y_stride + p * kLanes, best);
    }
  });
}

void linear(Rows<float> x, const Matrix& m, float* y, std::size_t y_stride) {
  if (!fits(x, m)) return avx512::table().linear(x, m, y, y_stride);
  alignas(64) float sums[2 * kRows * kPanel];
  multiply<3>(x, m, [&](std::size_t from, std::size_t count, std::size_t p, std::size_t row_tiles) {
    // Whole tiles go where they belong; of a tile with rows too many the rows that are meant are copied.
    const bool whole = count == row_tiles * kRows;
    float* out = y + from * y_stride + p * kPanel;
    const Sums to = whole ? Sums{out, y_stride, kLanes} : Sums{sums, kPanel, kLanes};
    store_first(to);
    if (row_tiles == 2) store_second(to);
    if (whole) return;
    for (std::size_t i = 0; i < count; ++i)
      __builtin_memcpy(out + i * y_stride, sums + i * kPanel, kPanel * sizeof(float));
  });
}

}  // namespace

void add_to(Kernels& table) noexcept {
  table.maxout3 = maxout3<3>;
  table.maxout3_bf16 = maxout3<1>;
  table.window_maxout3 = nullptr;  // six tile products of direct sums are faster
  table.linear = linear;
  table.isa = Isa::amx;
}

}  // namespace sitcen::language::amx
