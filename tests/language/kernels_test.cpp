#include "language/kernels/kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "language/kernels/window.h"
#include "language/layers/buffer.h"

namespace sitcen::language {
namespace {

/// A matrix of random weights in both packings, made here from its plain form so that the packing is tested too.
struct RandomMatrix {
  std::size_t k, columns;
  std::vector<float> plain;  // [columns][k]
  std::vector<float> packed, bias;
  std::vector<std::uint16_t> tiles;
  Matrix view;

  RandomMatrix(std::size_t depth, std::size_t width, std::mt19937& random) : k(depth), columns(width) {
    std::uniform_real_distribution<float> number(-1, 1);
    plain.resize(k * columns);
    for (float& x : plain) x = number(random);
    bias.resize(columns);
    for (float& x : bias) x = number(random);
    packed.resize(k * columns);
    tiles.assign(tile_values(k, columns), 0);
    const std::size_t depths = (k + kTileDepth - 1) / kTileDepth;
    for (std::size_t c = 0; c < columns; ++c) {
      for (std::size_t i = 0; i < k; ++i) {
        float rest = plain[c * k + i];
        packed[(c / kPanel * k + i) * kPanel + c % kPanel] = rest;
        for (std::size_t part = 0; part < kParts; ++part) {
          const auto bits = std::bit_cast<std::uint32_t>(rest);
          const auto rounded = static_cast<std::uint16_t>((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
          const std::size_t tile = ((c / kPanel * depths + i / kTileDepth) * kParts + part) * 3 + c % kPanel / kLanes;
          tiles[tile * kTileSize + (i % kTileDepth / 2 * kLanes + c % kLanes) * 2 + i % 2] = rounded;
          rest -= std::bit_cast<float>(std::uint32_t{rounded} << 16);
        }
      }
    }
    view = {k, columns, packed.data(), bias.data(), tiles.data()};
  }

  [[nodiscard]] double exact(const float* x, std::size_t c) const {
    double sum = bias[c];
    for (std::size_t i = 0; i < k; ++i) sum += double{x[i]} * double{plain[c * k + i]};
    return sum;
  }
};

class EveryKernel : public testing::TestWithParam<Isa> {
 protected:
  void SetUp() override {
    kernels_ = kernels(GetParam());
    if (kernels_ == nullptr) GTEST_SKIP() << "this processor has no such instructions";
  }
  std::vector<float> numbers(std::size_t count) {
    std::uniform_real_distribution<float> number(-2, 2);
    std::vector<float> out(count);
    for (float& x : out) x = number(random_);
    return out;
  }
  std::mt19937 random_{7};
  const Kernels* kernels_ = nullptr;
};

TEST_P(EveryKernel, LinearIsTheSumForAnyShapeAndOverlap) {
  for (const std::size_t k : {1, 31, 64, 96, 300}) {
    for (const std::size_t rows : {1, 2, 7, 16, 17, 33, 65}) {
      const RandomMatrix m(k, 96, random_);
      const std::size_t stride = k / 3 + 1;
      const auto x = numbers(rows * stride + k);
      std::vector<float> y(rows * 100, -9);
      kernels_->linear({x.data(), stride, rows}, m.view, y.data(), 100);
      for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < m.columns; ++c)
          ASSERT_NEAR(y[r * 100 + c], m.exact(x.data() + r * stride, c), 3e-6 * std::sqrt(double(k)) + 2e-6)
              << k << " " << rows << " " << r << " " << c;
        ASSERT_EQ(y[r * 100 + 96], -9);
      }
    }
  }
}

TEST_P(EveryKernel, Maxout3TakesTheGreatestPiece) {
  for (const std::size_t rows : {1, 5, 16, 31, 32, 90}) {
    const RandomMatrix m(288, 288, random_);
    const auto x = numbers((rows + 2) * 96);
    std::vector<float> y(rows * 96);
    kernels_->maxout3({x.data(), 96, rows}, m.view, y.data(), 96);
    for (std::size_t r = 0; r < rows; ++r) {
      for (std::size_t o = 0; o < 96; ++o) {
        double best = -1e9;
        for (std::size_t p = 0; p < 3; ++p)
          best = std::max(best, m.exact(x.data() + r * 96, o / kLanes * kPanel + p * kLanes + o % kLanes));
        ASSERT_NEAR(y[r * 96 + o], best, 6e-5) << rows << " " << r << " " << o;
      }
    }
  }
}

TEST_P(EveryKernel, TheWindowIsTheDirectMaxoutForAnyNumberOfRows) {
  if (kernels_->window_maxout3 == nullptr) GTEST_SKIP() << "maxout3 serves here";
  for (const std::size_t width : {48, 96}) {
    const RandomMatrix m(3 * width, 144, random_);
    const std::vector<float> transformed = window_weights(m.view);
    const Window window = {width, m.columns, transformed.data(), m.bias.data()};
    for (std::size_t rows = 1; rows < 150; rows += rows < 40 ? 1 : 37) {
      // Each row of the window apart from the next, so that what lies between them must not be read as a value.
      const std::size_t stride = width + 5;
      auto x = numbers((rows + 2) * stride);
      for (std::size_t r = 0; r < rows + 2; ++r)
        for (std::size_t i = width; i < stride; ++i) x[r * stride + i] = std::numeric_limits<float>::quiet_NaN();
      Buffer<float> scratch;
      std::fill_n(scratch.at_least(window_scratch(rows, width)), window_scratch(rows, width), 1e30F);
      std::vector<float> y((rows + 1) * 50, -9);
      kernels_->window_maxout3({x.data(), stride, rows}, window, scratch.data(), y.data(), 50);
      for (std::size_t r = 0; r < rows; ++r) {
        std::vector<float> three;
        for (std::size_t i = 0; i < 3; ++i)
          three.insert(three.end(), x.begin() + static_cast<std::ptrdiff_t>((r + i) * stride),
                       x.begin() + static_cast<std::ptrdiff_t>((r + i) * stride + width));
        for (std::size_t o = 0; o < 48; ++o) {
          double best = -1e9;
          for (std::size_t p = 0; p < 3; ++p)
            best = std::max(best, m.exact(three.data(), o / kLanes * kPanel + p * kLanes + o % kLanes));
          ASSERT_NEAR(y[r * 50 + o], best, 9e-5) << width << " " << rows << " " << r << " " << o;
        }
        ASSERT_EQ(y[r * 50 + 48], -9);
      }
      ASSERT_TRUE(
          std::all_of(y.begin() + static_cast<std::ptrdiff_t>(rows * 50), y.end(), [](float v) { return v == -9; }));
    }
  }
}

TEST_P(EveryKernel, ABlockOfTheWindowDoesNotDependOnOtherBlocks) {
  if (kernels_->window_maxout3 == nullptr) GTEST_SKIP() << "maxout3 serves here";
  const RandomMatrix m(288, 288, random_);
  const std::vector<float> transformed = window_weights(m.view);
  const Window window = {96, 288, transformed.data(), m.bias.data()};
  const std::size_t rows = 20 * kBlockRows;
  const auto x = numbers((rows + 2) * 96);
  Buffer<float> scratch;
  scratch.at_least(window_scratch(rows, 96));
  std::vector<float> together(rows * 96);
  kernels_->window_maxout3({x.data(), 96, rows}, window, scratch.data(), together.data(), 96);
  for (std::size_t r = 0; r < rows; r += kBlockRows) {
    std::vector<float> alone(kBlockRows * 96);
    kernels_->window_maxout3({x.data() + r * 96, 96, kBlockRows}, window, scratch.data(), alone.data(), 96);
    ASSERT_TRUE(std::equal(alone.begin(), alone.end(), together.begin() + static_cast<std::ptrdiff_t>(r * 96))) << r;
  }
}

TEST_P(EveryKernel, ARowDoesNotDependOnItsNeighbours) {
  const RandomMatrix m(288, 288, random_);
  const std::size_t rows = 77;
  const auto x = numbers((rows + 2) * 96);
  std::vector<float> together(rows * 96);
  kernels_->maxout3({x.data(), 96, rows}, m.view, together.data(), 96);
  for (std::size_t r = 0; r < rows; ++r) {
    std::vector<float> alone(96);
    kernels_->maxout3({x.data() + r * 96, 96, 1}, m.view, alone.data(), 96);
    ASSERT_TRUE(std::equal(alone.begin(), alone.end(), together.begin() + static_cast<std::ptrdiff_t>(r * 96))) << r;
  }
}

TEST_P(EveryKernel, Bf16StaysWithinItsRounding) {
  if (kernels_->maxout3_bf16 == nullptr) GTEST_SKIP() << "this processor has no bf16 products";
  const RandomMatrix m(288, 96, random_);
  const auto x = numbers(40 * 96 + 288);
  std::vector<float> exact(40 * 32);
  std::vector<float> rounded(40 * 32);
  kernels_->maxout3({x.data(), 96, 40}, m.view, exact.data(), 32);
  kernels_->maxout3_bf16({x.data(), 96, 40}, m.view, rounded.data(), 32);
  for (std::size_t i = 0; i < exact.size(); ++i) ASSERT_NEAR(rounded[i], exact[i], 0.2);
}

TEST_P(EveryKernel, LayerNormHasMeanShiftAndSpreadGain) {
  const auto x = numbers(3 * 96);
  const auto residual = numbers(3 * 96);
  const auto gain = numbers(96);
  const auto shift = numbers(96);
  std::vector<float> y(3 * 96);
  kernels_->layer_norm({x.data(), 96, 3}, residual.data(), 96, gain.data(), shift.data(), 96, y.data(), 96);
  for (std::size_t r = 0; r < 3; ++r) {
    double mean = 0;
    double variance = 0;
    for (std::size_t i = 0; i < 96; ++i) mean += x[r * 96 + i] / 96.0;
    for (std::size_t i = 0; i < 96; ++i) variance += (x[r * 96 + i] - mean) * (x[r * 96 + i] - mean) / 96.0;
    for (std::size_t i = 0; i < 96; ++i)
      ASSERT_NEAR(y[r * 96 + i],
                  residual[r * 96 + i] + (x[r * 96 + i] - mean) / std::sqrt(variance + 1e-8) * gain[i] + shift[i],
                  1e-5);
  }
}

TEST_P(EveryKernel, TheFirstOfEqualScoresWins) {
  for (std::size_t count = 1; count < 130; ++count) {
    auto scores = numbers(count);
    const std::size_t first = random_() % count;
    const std::size_t second = random_() % count;
    scores[first] = scores[second] = 5;
    ASSERT_EQ(kernels_->argmax(scores.data(), count), std::min(first, second)) << count;
  }
}

TEST_P(EveryKernel, NotANumberIsNoGreatestScoreAndStopsNothing) {
  std::vector<float> scores(40, std::numeric_limits<float>::quiet_NaN());
  EXPECT_LT(kernels_->argmax(scores.data(), scores.size()), scores.size());
}

TEST_P(EveryKernel, TheStateIsTheGreaterPieceOfTheSummedRows) {
  const auto data = numbers(8 * 128);
  const auto bias = numbers(128);
  std::vector<const float*> rows;
  for (std::size_t i = 0; i < 8; ++i) rows.push_back(data.data() + i * 128);
  std::vector<float> hidden(64);
  kernels_->hidden64(rows.data(), rows.size(), bias.data(), hidden.data());
  const auto weights = numbers(64 * 112);
  const auto upper_bias = numbers(112);
  std::vector<float> scores(112);
  kernels_->scores64(hidden.data(), weights.data(), upper_bias.data(), 112, scores.data());
  for (std::size_t j = 0; j < 64; ++j) {
    double low = bias[j];
    double high = bias[64 + j];
    for (const float* row : rows) {
      low += row[j];
      high += row[64 + j];
    }
    ASSERT_NEAR(hidden[j], std::max(low, high), 1e-5);
  }
  for (std::size_t c = 0; c < 112; ++c) {
    double sum = upper_bias[c];
    for (std::size_t k = 0; k < 64; ++k) sum += double{hidden[k]} * double{weights[k * 112 + c]};
    ASSERT_NEAR(scores[c], sum, 2e-4);
  }
}

std::string isa_name(const testing::TestParamInfo<Isa>& isa) {
  return std::vector<std::string>{"best", "plain", "avx2", "avx512", "amx"}[static_cast<std::size_t>(isa.param)];
}

INSTANTIATE_TEST_SUITE_P(Isa, EveryKernel, testing::Values(Isa::plain, Isa::avx2, Isa::avx512, Isa::amx), isa_name);

TEST(Kernels, Avx2AndAvx512AgreeToTheBit) {
  const Kernels* narrow = kernels(Isa::avx2);
  const Kernels* wide = kernels(Isa::avx512);
  if (narrow == nullptr || wide == nullptr) GTEST_SKIP() << "this processor has not both";
  std::mt19937 random(3);
  const RandomMatrix m(288, 288, random);
  std::uniform_real_distribution<float> number(-1, 1);
  std::vector<float> x(25 * 96);
  for (float& value : x) value = number(random);
  std::vector<float> a(23 * 96);
  std::vector<float> b(23 * 96);
  for (const auto& [table, out] : {std::pair(narrow, &a), std::pair(wide, &b)}) {
    table->maxout3({x.data(), 96, 23}, m.view, out->data(), 96);
    table->layer_norm({out->data(), 96, 23}, x.data(), 96, m.bias.data(), m.bias.data() + 96, 96, out->data(), 96);
  }
  EXPECT_EQ(a, b);
  const std::vector<float> transformed = window_weights(m.view);
  Buffer<float> scratch;
  scratch.at_least(window_scratch(23, 96));
  for (const auto& [table, out] : {std::pair(narrow, &a), std::pair(wide, &b)})
    table->window_maxout3({x.data(), 96, 23}, {96, 288, transformed.data(), m.bias.data()}, scratch.data(), out->data(),
                          96);
  EXPECT_EQ(a, b);
}

}  // namespace
}  // namespace sitcen::language
