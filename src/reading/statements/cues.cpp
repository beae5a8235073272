#include "reading/statements/cues.h"

#include <optional>

#include "reading/phrases.h"

namespace sitcen::reading {
namespace {

constexpr std::uint32_t kFarthestParticle = 6;  ///< tokens behind the verb: "put the plan forward"

std::optional<CuePos> cue_pos(const Scene& scene, std::uint32_t i) {
  switch (scene.token(i).pos) {
    case Pos::verb:
      return scene.tree.dep(i) == Dep::amod ? std::nullopt : std::optional(CuePos::verb);
    case Pos::noun:
      return CuePos::noun;
    case Pos::adj:
      return CuePos::adjective;
    default:
      return std::nullopt;
  }
}

std::uint32_t particle_of(const Scene& scene, std::uint32_t verb, std::string_view word) {
  for (const std::uint32_t c : scene.tree.children(verb)) {
    if (c > verb + kFarthestParticle) break;
    if (c > verb && is_word(scene.doc, c, word)) return c;
  }
  return kNoToken;
}

}  // namespace

const CueEntry* entry_with(const Cue& cue, Frame frames) {
  for (const CueEntry& e : cue.entries)
    if (has(e.frames, frames)) return &e;
  return nullptr;
}

std::vector<Cue> find_cues(const Scene& scene) {
  std::vector<Cue> out;
  for (std::uint32_t i = 0; i < scene.doc.tokens.size(); ++i) {
    const std::optional<CuePos> pos = cue_pos(scene, i);
    if (!pos) continue;
    const std::span<const CueEntry> rows = scene.knowledge.cues.find(scene.doc.lemma(scene.token(i)), *pos);
    // Rows with a particle come first; the first particle that is there decides.
    for (std::size_t k = 0; k < rows.size();) {
      std::size_t end = k + 1;
      while (end < rows.size() && rows[end].particle == rows[k].particle) ++end;
      const bool plain = rows[k].particle.empty();
      const std::uint32_t particle = plain ? kNoToken : particle_of(scene, i, rows[k].particle);
      if (plain || particle != kNoToken) {
        out.push_back({i, particle, *pos, rows.subspan(k, end - k)});
        break;
      }
      k = end;
    }
  }
  return out;
}

}  // namespace sitcen::reading
