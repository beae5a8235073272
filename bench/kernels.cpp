// Multiply-adds a second: what the processor can do at most, and what the engine's matrix products reach.
// usage: bench_kernels [SECONDS per figure]; prints one JSON object.

#include "language/kernels/kernels.h"

#include <fmt/core.h>
#include <immintrin.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <ctime>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "language/kernels/window.h"
#include "language/layers/buffer.h"

namespace {

using sitcen::Isa;
using sitcen::language::Kernels;
using sitcen::language::Matrix;

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// \return the best rate of `work`, which does `macs` multiply-adds a call, in slices of some milliseconds. The best,
///         because other programs on the machine only ever take away.
template <class Work>
double gmacs_per_second(double macs, double seconds, Work work) {
  work();
  std::size_t calls = 1;
  double slice = 0;
  for (;; calls *= 2) {
    const double begin = cpu_seconds();
    for (std::size_t i = 0; i < calls; ++i) work();
    slice = cpu_seconds() - begin;
    if (slice > 0.005) break;
  }
  double best = slice;
  for (double spent = slice; spent < seconds; spent += slice) {
    const double begin = cpu_seconds();
    for (std::size_t i = 0; i < calls; ++i) work();
    slice = cpu_seconds() - begin;
    best = std::min(best, slice);
  }
  return macs * static_cast<double>(calls) / best / 1e9;
}

// Independent sums enough to fill every multiplier's pipeline, operands in registers: no program goes faster.
constexpr int kSteps = 4096;

__attribute__((target("avx2,fma"))) void peak_avx2() {
  constexpr int kSums = 12;
  __m256 sums[kSums];
  for (__m256& sum : sums) sum = _mm256_setzero_ps();
  __m256 a = _mm256_set1_ps(1.0F);
  __m256 b = _mm256_set1_ps(0.5F);
  for (int i = 0; i < kSteps; ++i) {
    asm volatile("" : "+x"(a), "+x"(b));
#pragma GCC unroll 12
    for (int j = 0; j < kSums; ++j) sums[j] = _mm256_fmadd_ps(a, b, sums[j]);
  }
  for (__m256& sum : sums) asm volatile("" : "+x"(sum));
}
constexpr double kMacsAvx2 = 1.0 * kSteps * 12 * 8;

__attribute__((target("avx512f"))) void peak_avx512() {
  constexpr int kSums = 24;
  __m512 sums[kSums];
  for (__m512& sum : sums) sum = _mm512_setzero_ps();
  __m512 a = _mm512_set1_ps(1.0F);
  __m512 b = _mm512_set1_ps(0.5F);
  for (int i = 0; i < kSteps; ++i) {
    asm volatile("" : "+v"(a), "+v"(b));
#pragma GCC unroll 24
    for (int j = 0; j < kSums; ++j) sums[j] = _mm512_fmadd_ps(a, b, sums[j]);
  }
  for (__m512& sum : sums) asm volatile("" : "+v"(sum));
}
constexpr double kMacsAvx512 = 1.0 * kSteps * 24 * 16;

__attribute__((target("avx512f,avx512bf16"))) void peak_avx512bf16() {
  constexpr int kSums = 24;
  __m512 sums[kSums];
  for (__m512& sum : sums) sum = _mm512_setzero_ps();
  __m512i a = _mm512_set1_epi16(0x3F80);
  __m512i b = _mm512_set1_epi16(0x3F00);
  for (int i = 0; i < kSteps; ++i) {
    asm volatile("" : "+v"(a), "+v"(b));
#pragma GCC unroll 24
    // The instruction by its name: compilers disagree on the intrinsic's operand type.
    for (int j = 0; j < kSums; ++j) asm volatile("vdpbf16ps %2, %1, %0" : "+v"(sums[j]) : "v"(a), "v"(b));
  }
}
constexpr double kMacsAvx512Bf16 = 1.0 * kSteps * 24 * 32;

__attribute__((target("amx-tile,amx-bf16"))) void peak_amx() {
  struct alignas(64) TileConfig {
    std::uint8_t palette = 1, start = 0, reserved[14] = {};
    std::uint16_t bytes[16] = {};
    std::uint8_t rows[16] = {};
  } config;
  for (int tile = 0; tile < 8; ++tile) {
    config.bytes[tile] = 64;
    config.rows[tile] = 16;
  }
  // GCC 12's intrinsic names only the first word as read: make it write all of them before.
  asm volatile("" : : "r"(&config) : "memory");
  _tile_loadconfig(&config);
  _tile_zero(0);
  _tile_zero(1);
  _tile_zero(2);
  _tile_zero(3);
  _tile_zero(4);
  _tile_zero(5);
  _tile_zero(6);
  _tile_zero(7);
  for (int i = 0; i < kSteps / 4; ++i) {
    _tile_dpbf16ps(0, 6, 7);
    _tile_dpbf16ps(1, 6, 7);
    _tile_dpbf16ps(2, 6, 7);
    _tile_dpbf16ps(3, 6, 7);
    _tile_dpbf16ps(4, 6, 7);
    _tile_dpbf16ps(5, 6, 7);
  }
  _tile_release();
}
constexpr double kMacsAmx = 1.0 * (kSteps / 4) * 6 * 16 * 16 * 32;

/// Weights of one layer's shape, numbers that are neither zero nor denormal.
struct Layer {
  std::vector<float> weights, bias;
  std::vector<std::uint16_t> tiles;
  Matrix matrix;

  Layer(std::size_t k, std::size_t columns)
      : weights(k * columns), bias(columns), tiles(sitcen::language::tile_values(k, columns)) {
    std::mt19937 random(7);
    std::uniform_real_distribution<float> number(0.1F, 1.0F);
    for (float& x : weights) x = number(random);
    for (float& x : bias) x = number(random);
    for (std::uint16_t& x : tiles) x = static_cast<std::uint16_t>(0x3F00 + random() % 128);
    matrix = {k, columns, weights.data(), bias.data(), tiles.data()};
  }
};

struct Shape {
  const char* name;
  std::size_t k, columns, stride, rows;  ///< stride between input rows
};
// The engine's own shapes: a window convolution over overlapping rows, the mix of md, one hidden layer; for a report
// of the usual length and a short one.
constexpr std::array kShapes{Shape{"convolution", 288, 288, 96, 512}, Shape{"convolution, 32 tokens", 288, 288, 96, 32},
                             Shape{"mix", 672, 288, 672, 512}};

/// The multiply-adds that are done, and beside them those of the direct sum in whose place they stand.
std::string window_rate(const Kernels& kernels, const char* isa, const Shape& shape, const Layer& layer,
                        double seconds) {
  namespace language = sitcen::language;
  const std::vector<float> transformed = language::window_weights(layer.matrix);
  const language::Window window = {shape.stride, shape.columns, transformed.data(), layer.bias.data()};
  const std::vector<float> x((shape.rows + 2) * shape.stride, 0.7F);
  std::vector<float> y(shape.rows * shape.columns / 3);
  language::Buffer<float> scratch;
  scratch.at_least(language::window_scratch(shape.rows, shape.stride));
  const std::size_t blocks = (shape.rows + language::kBlockRows - 1) / language::kBlockRows;
  const double done = static_cast<double>(blocks * language::kBlockProducts * shape.stride * shape.columns);
  const double direct = static_cast<double>(shape.rows * shape.k * shape.columns);
  const double rate = gmacs_per_second(done, seconds, [&] {
    kernels.window_maxout3({x.data(), shape.stride, shape.rows}, window, scratch.data(), y.data(), shape.columns / 3);
  });
  return fmt::format(
      ", {{\"isa\": \"{}\", \"kernel\": \"window_maxout3\", \"shape\": \"{}\", \"gmac_s\": {:.1f}, \"direct_gmac_s\": "
      "{:.1f}}}",
      isa, shape.name, rate, rate * direct / done);
}

std::string rates(const Kernels& kernels, const char* isa, double seconds) {
  std::string out;
  for (const Shape& shape : kShapes) {
    const Layer layer(shape.k, shape.columns);
    const std::vector<float> x(shape.rows * shape.stride + shape.k, 0.7F);
    std::vector<float> y(shape.rows * shape.columns);
    const double macs = 1.0 * static_cast<double>(shape.rows * shape.k * shape.columns);
    const auto add = [&](const char* name, auto product) {
      if (product == nullptr) return;
      const double rate = gmacs_per_second(macs, seconds, [&] {
        product({x.data(), shape.stride, shape.rows}, layer.matrix, y.data(), shape.columns / 3);
      });
      out += fmt::format("{}{{\"isa\": \"{}\", \"kernel\": \"{}\", \"shape\": \"{}\", \"gmac_s\": {:.1f}}}",
                         out.empty() ? "" : ", ", isa, name, shape.name, rate);
    };
    add("maxout3", kernels.maxout3);
    add("maxout3_bf16", kernels.maxout3_bf16);
    if (shape.k == 3 * shape.stride && kernels.window_maxout3 != nullptr)
      out += window_rate(kernels, isa, shape, layer, seconds);
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  const double seconds = argc > 1 ? std::atof(argv[1]) : 0.5;
  std::string peaks;
  const auto peak = [&](const char* name, bool there, double macs, void (*work)()) {
    if (!there) return;
    peaks += fmt::format("{}\"{}\": {:.1f}", peaks.empty() ? "" : ", ", name, gmacs_per_second(macs, seconds, work));
  };
  const Kernels* amx = sitcen::language::kernels(Isa::amx);
  peak("avx2 f32", __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"), kMacsAvx2, peak_avx2);
  peak("avx512 f32", __builtin_cpu_supports("avx512f"), kMacsAvx512, peak_avx512);
  peak("avx512 bf16", __builtin_cpu_supports("avx512bf16"), kMacsAvx512Bf16, peak_avx512bf16);
  peak("amx bf16", amx != nullptr, kMacsAmx, peak_amx);
  std::string kernels;
  const std::pair<Isa, const char*> all[] = {
      {Isa::plain, "plain"}, {Isa::avx2, "avx2"}, {Isa::avx512, "avx512"}, {Isa::amx, "amx"}};
  for (const auto& [isa, name] : all) {
    const Kernels* table = sitcen::language::kernels(isa);
    if (table) kernels += (kernels.empty() ? "" : ", ") + rates(*table, name, seconds);
  }
  fmt::print("{{\"peak_gmac_s\": {{{}}}, \"kernels\": [{}]}}\n", peaks, kernels);
}
