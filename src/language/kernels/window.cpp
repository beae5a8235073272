#include "language/kernels/window.h"

namespace sitcen::language {
namespace {

/// What a point makes of the three weights of one channel: their polynomial's value, scaled.
struct Taps {
  double previous, self, next;
};

std::array<Taps, kBlockProducts> taps() {
  constexpr std::array<double, kBlockProducts - 1> kPoints = {0, kPointA, -double{kPointA}, kPointB, -double{kPointB}};
  std::array<Taps, kBlockProducts> out{};
  for (std::size_t i = 0; i < kPoints.size(); ++i) {
    double others = 1;  // the denominator of Lagrange's polynomial
    for (std::size_t j = 0; j < kPoints.size(); ++j)
      if (j != i) others *= kPoints[i] - kPoints[j];
    out[i] = {1 / others, kPoints[i] / others, kPoints[i] * kPoints[i] / others};
  }
  out.back() = {0, 0, 1};  // infinity: the highest power alone
  return out;
}

}  // namespace

std::vector<float> window_weights(const Matrix& direct) {
  const std::size_t part = direct.k / 3 * kPanel;  // the weights of one row of the window, of one panel
  const std::array<Taps, kBlockProducts> all = taps();
  std::vector<float> out(direct.columns / kPanel * kBlockProducts * part);
  float* to = out.data();
  for (std::size_t panel = 0; panel < direct.columns / kPanel; ++panel) {
    const float* w = direct.w + panel * 3 * part;
    for (const Taps& t : all) {
      for (std::size_t i = 0; i < part; ++i)
        to[i] = static_cast<float>(t.previous * double{w[i]} + t.self * double{w[part + i]} +
                                   t.next * double{w[2 * part + i]});
      to += part;
    }
  }
  return out;
}

}  // namespace sitcen::language
