#include "reading/statements/modality.h"

namespace sitcen::reading {
namespace {

std::uint32_t negation(const Scene& scene, std::uint32_t verb) { return scene.tree.child(verb, Dep::neg); }

/// A condition in the reported clause: "if", "unless".
std::uint32_t condition(const Scene& scene, std::uint32_t head) {
  for (const std::uint32_t c : scene.tree.children(head)) {
    if (scene.tree.dep(c) != Dep::advcl) continue;
    const std::uint32_t mark = scene.tree.child(c, Dep::mark);
    if (mark != kNoToken && scene.plays(mark, WordRole::condition)) return mark;
  }
  return kNoToken;
}

ReadModality decided_by(const Scene& scene, Modality value, std::uint32_t word) {
  return {value, scene.token(word).span};
}

}  // namespace

ReadModality modality_of(const Scene& scene, std::uint32_t verb, const CueEntry* entry, std::uint32_t head) {
  if (entry != nullptr && entry->modality != Modality::asserted && verb != kNoToken) {
    const std::uint32_t no = negation(scene, verb);
    if (no == kNoToken) return decided_by(scene, entry->modality, verb);
    // "did not deny": he does not say so either.
    if (entry->modality == Modality::denied) return decided_by(scene, Modality::uncertain, no);
    return decided_by(scene, Modality::denied, no);
  }
  if (verb != kNoToken && entry != nullptr)
    if (const std::uint32_t no = negation(scene, verb); no != kNoToken)
      return decided_by(scene, entry->cls == CueClass::think ? Modality::denied : Modality::uncertain, no);
  if (head == kNoToken) return {};
  if (const std::uint32_t c = condition(scene, head); c != kNoToken)
    return decided_by(scene, Modality::hypothetical, c);
  for (const std::uint32_t c : scene.tree.children(head)) {
    if (scene.tree.dep(c) != Dep::aux) continue;
    if (const auto m = scene.knowledge.words.modality(scene.doc.str(scene.token(c)))) return decided_by(scene, *m, c);
  }
  return {};
}

}  // namespace sitcen::reading
