#include "reading/statements/modality.h"

#include <algorithm>
#include <array>

#include "reading/statements/clause_modality.h"
#include "reading/statements/dependents.h"

namespace sitcen::reading {
namespace {

constexpr std::uint32_t kLongestRead = 1000;  ///< tokens of one content whose clauses are weighed: nested contents of
                                              ///< an endless sentence would cost their sum otherwise
constexpr std::uint32_t kLongestThreat = 40;  ///< tokens that are searched for what a warning threatens with
constexpr std::size_t kModalities = static_cast<std::size_t>(Modality::thanked) + 1;

ReadModality decided_by(const Scene& scene, Modality value, std::uint32_t word) {
  return {value, scene.token(word).span};
}

/// "warned that any attack would be answered": something will be done to the one who is warned.
bool threatens(const Scene& scene, std::span<const TokenRange> content) {
  bool future = false, retaliation = false;
  for (const TokenRange piece : content)
    for (std::uint32_t i = piece.first; i < piece.last && i < piece.first + kLongestThreat; ++i) {
      future = future || scene.knowledge.words.modality(scene.doc.str(scene.token(i))) == Modality::predicted;
      retaliation = retaliation || scene.means(i, WordRole::retaliation);
    }
  return future && retaliation;
}

/// The words of the cue itself; nothing where it leaves the content to speak for itself.
std::optional<ReadModality> by_cue(const Scene& scene, std::uint32_t verb, const CueEntry* entry,
                                   std::span<const TokenRange> content) {
  if (verb == kNoToken || entry == nullptr) return std::nullopt;
  const std::uint32_t no = scene.tree.child(verb, Dep::neg);
  if (entry->modality == Modality::asserted) {
    if (no == kNoToken) return std::nullopt;
    return decided_by(scene, entry->cls == CueClass::think ? Modality::denied : Modality::uncertain, no);
  }
  // "did not deny": he does not say so either.
  if (no != kNoToken)
    return decided_by(scene, entry->modality == Modality::denied ? Modality::uncertain : Modality::denied, no);
  if (entry->cls == CueClass::tell && entry->modality == Modality::predicted && threatens(scene, content))
    return decided_by(scene, Modality::threatened, verb);
  return decided_by(scene, entry->modality, verb);
}

/// The head of what stands in [first, last) of one sentence: the first verb that hangs on nothing in there, else the
/// first such word.
std::uint32_t main_word(const Scene& scene, TokenRange r) {
  std::uint32_t out = kNoToken;
  for (std::uint32_t i = r.first; i < r.last; ++i) {
    if (scene.token(i).is_space || scene.token(i).pos == Pos::punct) continue;
    if (!scene.tree.is_root(i) && r.has(scene.tree.head(i))) continue;
    if (is_verb(scene, i)) return i;
    if (out == kNoToken) out = i;
  }
  return out;
}

}  // namespace

ReadModality modality_of(const Scene& scene, std::uint32_t verb, const CueEntry* entry,
                         std::span<const TokenRange> content) {
  if (const auto told = by_cue(scene, verb, entry, content)) return *told;
  std::array<std::uint32_t, kModalities> clauses{};
  std::array<ReadModality, kModalities> first{};
  std::uint32_t sentences = 0;
  std::uint32_t left = kLongestRead;
  for (TokenRange piece : content) {
    piece.last = std::min(piece.last, piece.first + left);
    left -= piece.size();
    for (std::uint32_t i = piece.first; i < piece.last;) {
      const std::uint32_t sentence = scene.token(i).sentence;
      TokenRange part = {i, i};
      while (part.last < piece.last && scene.token(part.last).sentence == sentence) ++part.last;
      i = part.last;
      const std::uint32_t head = main_word(scene, part);
      if (head == kNoToken) continue;
      ++sentences;
      const ReadModality m = clause_modality(scene, head, part);
      const auto k = static_cast<std::size_t>(m.value);
      if (clauses[k]++ == 0) first[k] = m;
    }
  }
  for (std::size_t k = 0; k < kModalities; ++k)
    if (clauses[k] * 2 > sentences) return first[k];
  return {};
}

}  // namespace sitcen::reading
