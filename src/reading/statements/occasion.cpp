#include "reading/statements/occasion.h"

#include "reading/phrases.h"
#include "reading/statements/dependents.h"

namespace sitcen::reading {
namespace {

bool is_time(const Scene& scene, std::uint32_t word) {
  const EntityType type = scene.doc.entity_type(scene.token(word));
  return type == EntityType::date || type == EntityType::time;
}

}  // namespace

Setting setting_of(const Scene& scene, std::uint32_t phrase) {
  const Dep dep = scene.tree.dep(phrase);
  if (dep == Dep::npadvmod) return is_time(scene, phrase) ? Setting::time : Setting::none;
  if (dep == Dep::advmod) return Setting::none;
  if (scene.token(phrase).pos != Pos::adp && scene.token(phrase).pos != Pos::verb &&
      scene.token(phrase).pos != Pos::sconj)
    return Setting::none;
  const std::uint32_t noun =
      dep == Dep::prep ? object_of_preposition(scene, phrase) : scene.tree.child(phrase, Dep::dobj);
  if (noun == kNoToken) return Setting::none;
  const bool during = scene.plays(phrase, WordRole::during);
  if (is_time(scene, noun) && (during || scene.token(phrase).pos == Pos::adp)) return Setting::time;
  if (during) return Setting::occasion;
  const bool stage = scene.means(noun, WordRole::stage);
  return stage && scene.plays(phrase, WordRole::beside) ? Setting::occasion : Setting::none;
}

TokenRange occasion_of(const Scene& scene, std::uint32_t verb) {
  TokenRange out;
  for (const std::uint32_t c : scene.tree.children(verb)) {
    if (setting_of(scene, c) != Setting::occasion) continue;
    if (c > verb) return trimmed(scene.doc, scene.tree.range(c));
    if (out.empty()) out = trimmed(scene.doc, scene.tree.range(c));
  }
  return out;
}

}  // namespace sitcen::reading
