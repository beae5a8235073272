#include "reading/statements/cues.h"

#include "reading/phrases.h"

namespace sitcen::reading {
namespace {

constexpr std::uint32_t kFarthestParticle = 6;  ///< tokens behind the verb: "put the plan forward"

struct Looked {
  CuePos pos = CuePos::verb;
  std::span<const CueEntry> rows;
};

/// The rows of a token's word. A participle that the lexicon knows as an adjective is one: "is convinced that".
Looked rows_of(const Scene& scene, std::uint32_t i) {
  const Token& token = scene.token(i);
  const CueLexicon& cues = scene.knowledge.cues;
  switch (token.pos) {
    case Pos::verb:
      if (scene.tree.dep(i) == Dep::amod) return {};
      if (scene.doc.tag(token) == "VBN" && scene.tree.child(i, Dep::dobj) == kNoToken &&
          !cues.find(scene.doc.str(token), CuePos::adjective).empty())
        return {CuePos::adjective, cues.find(scene.doc.str(token), CuePos::adjective)};
      return {CuePos::verb, cues.find(scene.doc.lemma(token), CuePos::verb)};
    case Pos::noun:
      return {CuePos::noun, cues.find(scene.doc.lemma(token), CuePos::noun)};
    case Pos::adj:
      return {CuePos::adjective, cues.find(scene.doc.lemma(token), CuePos::adjective)};
    default:
      return {};
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
    const auto [pos, rows] = rows_of(scene, i);
    // Rows with a particle come first; the first particle that is there decides.
    for (std::size_t k = 0; k < rows.size();) {
      std::size_t end = k + 1;
      while (end < rows.size() && rows[end].particle == rows[k].particle) ++end;
      const bool plain = rows[k].particle.empty();
      const std::uint32_t particle = plain ? kNoToken : particle_of(scene, i, rows[k].particle);
      if (plain || particle != kNoToken) {
        out.push_back({i, particle, pos, rows.subspan(k, end - k)});
        break;
      }
      k = end;
    }
  }
  return out;
}

}  // namespace sitcen::reading
