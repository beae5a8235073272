#include "reading/statements/draft.h"

#include <algorithm>

namespace sitcen::reading {

std::vector<TokenRange> cue_words(const Cue& cue, std::uint32_t preposition) {
  std::vector<TokenRange> out = {{cue.token, cue.token + 1}};
  for (const std::uint32_t more : {cue.particle, preposition}) {
    if (more == kNoToken || out.back().has(more)) continue;
    if (more == out.back().last)
      out.back().last = more + 1;
    else
      out.push_back({more, more + 1});
  }
  std::ranges::sort(out, {}, &TokenRange::first);
  return out;
}

TokenRange fitted(const Scene& scene, TokenRange piece, std::uint32_t cue) {
  const std::uint32_t own = scene.quotation_of[cue];
  if (own != kNone) {
    const TokenRange inner = scene.quotations[own].inner;
    return {std::max(piece.first, inner.first), std::min(piece.last, inner.last)};
  }
  if (piece.empty()) return piece;
  if (const std::uint32_t q = scene.quotation_of[piece.first]; q != kNone)
    piece.first = scene.quotations[q].outer.first;
  if (const std::uint32_t q = scene.quotation_of[piece.last - 1]; q != kNone)
    piece.last = scene.quotations[q].outer.last;
  return piece;
}

}  // namespace sitcen::reading
