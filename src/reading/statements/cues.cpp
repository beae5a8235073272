#include "reading/statements/cues.h"

#include <algorithm>

#include "reading/phrases.h"
#include "reading/statements/surroundings.h"

namespace sitcen::reading {
namespace {

constexpr std::uint32_t kFarthestParticle = 6;  ///< tokens behind the verb: "put the plan forward"

constexpr std::uint32_t kLongestSubject = 6;  ///< tokens between a quotation and a verb that the tagger missed

struct Looked {
  CuePos pos = CuePos::verb;
  std::span<const CueEntry> rows;
};

/// `"He never misses a sale," the trader notes.`: the tagger takes the verb behind a quotation and a name for a noun.
bool is_verb_mistagged(const Scene& scene, std::uint32_t i) {
  const bool ends = i + 1 == scene.doc.tokens.size() || scene.token(i + 1).is_space ||
                    scene.token(i + 1).pos == Pos::punct || scene.token(i + 1).pos == Pos::adp;
  if (!ends || scene.quoted(i)) return false;
  std::uint32_t first = i;
  bool named = false;
  while (first > 0 && i - first < kLongestSubject && !scene.quoted(first - 1)) {
    const Pos pos = scene.token(first - 1).pos;
    if (pos != Pos::propn && pos != Pos::noun && pos != Pos::det && pos != Pos::adj) return false;
    named = named || pos == Pos::propn || pos == Pos::noun;
    --first;
  }
  if (!named || first == 0 || !scene.quoted(first - 1)) return false;
  const Quotation& q = scene.quotations[scene.quotation_of[first - 1]];
  return q.closed && q.outer.last == first && q.inner.size() > 1 && is_comma(scene, q.inner.last - 1);
}

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
      return {CuePos::verb, cues.find(scene.lemma(i), CuePos::verb)};
    case Pos::noun:
      if (const auto rows = cues.find(scene.lemma(i), CuePos::verb);
          std::ranges::any_of(rows,
                              [](const CueEntry& e) { return is_speech(e.cls) && has(e.frames, Frame::quote); }) &&
          is_verb_mistagged(scene, i))
        return {CuePos::verb, rows};
      return {CuePos::noun, cues.find(scene.lemma(i), CuePos::noun)};
    case Pos::adj:
      return {CuePos::adjective, cues.find(scene.lemma(i), CuePos::adjective)};
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
