#include "reading/statements/speaker.h"

#include <algorithm>

#include "reading/actors/names.h"
#include "reading/actors/syntax.h"
#include "reading/phrases.h"

namespace sitcen::reading {
namespace {

constexpr std::size_t kMostSpeakers = 8;

struct SpeakerLinker {
  const Document& doc;
  const Tree& tree;
  const Knowledge& knowledge;
  const Cast& cast;

  /// The actor whom the phrase of a head means, by itself, by a name behind a title, or by an apposition.
  [[nodiscard]] std::uint32_t meant(std::uint32_t head, TokenRange phrase) const {
    if (cast.meant_at[head] != kNone) return cast.meant_at[head];
    for (std::uint32_t i = std::max(head, phrase.first); i < phrase.last; ++i)
      if (cast.meant_at[i] != kNone && tree.range(head).has(i) && role_in_front(doc, knowledge, i) == head)
        return cast.meant_at[i];
    for (const std::uint32_t c : tree.children(head))
      if (tree.dep(c) == Dep::appos && cast.meant_at[c] != kNone) return cast.meant_at[c];
    return kNone;
  }

  void link(Speaker& speaker) const {
    TokenRange phrase = tokens_of(doc, speaker.span);
    std::uint32_t head = kNoToken;
    for (std::uint32_t i = phrase.first; i < phrase.last && head == kNoToken; ++i)
      if (tree.is_root(i) || !phrase.has(tree.head(i))) head = i;
    if (head == kNoToken) return;
    if (const std::uint32_t noun = speaking_head(doc, tree, head); noun != head) {
      head = noun;
      phrase = noun_phrase(doc, tree, noun);
    }
    std::vector<std::uint32_t> actors;
    if (const std::uint32_t a = meant(head, phrase); a != kNone) actors.push_back(a);
    // "Ana Kos and Ilan Sorek said": both, so neither alone.
    const std::uint32_t fellow = tree.child(head, Dep::conj);
    for (std::uint32_t c = fellow; c != kNoToken && phrase.has(c) && actors.size() < kMostSpeakers;
         c = tree.child(c, Dep::conj))
      if (const std::uint32_t a = meant(c, phrase); a != kNone) actors.push_back(a);
    if (actors.empty())
      if (const auto open = cast.open_at.find(head); open != cast.open_at.end()) actors = open->second;
    std::ranges::sort(actors);
    actors.erase(std::unique(actors.begin(), actors.end()), actors.end());
    if (actors.size() == 1 && (fellow == kNoToken || !phrase.has(fellow)))
      speaker.actor = actors.front();
    else if (actors.size() > 1)
      speaker.candidates = std::move(actors);
  }
};

}  // namespace

std::uint32_t actor_meant(const Document& doc, const Tree& tree, const Knowledge& knowledge, const Cast& cast,
                          std::uint32_t head, TokenRange phrase) {
  return SpeakerLinker{doc, tree, knowledge, cast}.meant(head, phrase);
}

void link_speakers(const Document& doc, const Tree& tree, const Knowledge& knowledge, const Cast& cast,
                   std::span<Statement> statements) {
  const SpeakerLinker linker{doc, tree, knowledge, cast};
  for (Statement& s : statements)
    if (s.speaker) linker.link(*s.speaker);
}

}  // namespace sitcen::reading
