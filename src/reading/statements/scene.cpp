#include "reading/statements/scene.h"

#include <algorithm>

#include "reading/paragraphs.h"

namespace sitcen::reading {

std::uint32_t paragraph_of(const Scene& scene, std::uint32_t token) {
  const auto behind = std::ranges::upper_bound(scene.paragraphs, token, {}, &TokenRange::first);
  return static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(behind - scene.paragraphs.begin(), 1) - 1);
}

Scene make_scene(const Document& doc, const Tree& tree, const Knowledge& knowledge, std::span<const Actor> actors) {
  Scene scene{doc, tree, knowledge, actors, paragraphs(doc), {}, {}, {}, {}, {}};
  scene.quotations = quotations(doc, scene.paragraphs);
  scene.quotation_of.assign(doc.tokens.size(), kNone);
  for (std::uint32_t q = 0; q < scene.quotations.size(); ++q) {
    const TokenRange outer = scene.quotations[q].outer;
    std::fill(scene.quotation_of.begin() + outer.first, scene.quotation_of.begin() + outer.last, q);
  }
  scene.actor_of.assign(doc.tokens.size(), kNone);
  for (std::uint32_t a = 0; a < actors.size(); ++a)
    for (const Mention& m : actors[a].mentions)
      std::fill(scene.actor_of.begin() + m.first, scene.actor_of.begin() + m.last, a);
  scene.words.assign(doc.tokens.size() + 1, 0);
  scene.quoted_words = scene.words;
  for (std::uint32_t i = 0; i < doc.tokens.size(); ++i) {
    const bool is_word = !doc.tokens[i].is_space && doc.tokens[i].pos != Pos::punct;
    scene.words[i + 1] = scene.words[i] + (is_word ? 1 : 0);
    scene.quoted_words[i + 1] = scene.quoted_words[i] + (is_word && scene.quoted(i) ? 1 : 0);
  }
  return scene;
}

}  // namespace sitcen::reading
