#include <algorithm>
#include <string>
#include <utility>

#include "reading/actors/actors.h"
#include "reading/actors/identity.h"
#include "reading/actors/names.h"
#include "reading/actors/roles.h"
#include "reading/phrases.h"

namespace sitcen::reading {
namespace {

constexpr std::uint32_t kNone = ~std::uint32_t{0};
constexpr std::size_t kMostRoles = 64;  ///< of one person in one report; more are noise

/// Per token: the name it belongs to.
std::vector<std::uint32_t> names_by_token(const Document& doc, std::span<const Name> names) {
  std::vector<std::uint32_t> out(doc.tokens.size(), kNone);
  for (std::uint32_t n = 0; n < names.size(); ++n)
    std::fill(out.begin() + names[n].tokens.first, out.begin() + names[n].tokens.last, n);
  return out;
}

Mention mention(const Document& doc, const Name& name, const Identity& id) {
  Mention m;
  m.span = span_of(doc, name.tokens);
  m.first = name.tokens.first;
  m.last = name.tokens.last;
  m.form = MentionForm::name;
  m.reason = name.kind == ActorKind::country && id.score == 1 ? "name of the country" : id.reason;
  m.provenance = {doc.tokens[name.tokens.first].sentence, "name", id.score};
  return m;
}

void add_sector(Actor& actor, std::string_view sector) {
  if (sector.empty() || std::ranges::find(actor.sector, sector) != actor.sector.end()) return;
  actor.sector.emplace_back(sector);
}

void add_role(const Document& doc, Actor& actor, const NamedRole& read) {
  Role role;
  role.title = text_of(doc, read.title);
  role.of = read.country != nullptr      ? std::string(read.country->code)
            : !read.organisation.empty() ? std::string(text_of(doc, read.organisation))
                                         : std::string();
  role.span = span_of(doc, read.tokens);
  add_sector(actor, read.sector);
  if (actor.country.empty() && read.country != nullptr) actor.country = read.country->code;
  const auto same = [&](const Role& r) { return r.title == role.title && r.of == role.of; };
  if (actor.roles.size() < kMostRoles && std::ranges::none_of(actor.roles, same))
    actor.roles.push_back(std::move(role));
}

}  // namespace

std::vector<Actor> read_actors(const Document& doc, const Tree& tree, const Knowledge& knowledge) {
  const std::vector<Name> names = find_names(doc, tree, knowledge);
  const Identities identities = identify(doc, names, knowledge);
  const std::vector<std::uint32_t> name_of = names_by_token(doc, names);

  std::vector<Actor> out(identities.fullest.size());
  for (std::size_t a = 0; a < out.size(); ++a) {
    const Name& fullest = names[identities.fullest[a]];
    out[a].kind = fullest.kind;
    out[a].name = text_of(doc, fullest.tokens);
    if (fullest.country != nullptr) out[a].country = fullest.country->code;
    if (fullest.organisation == nullptr) continue;
    out[a].country = fullest.organisation->country;
    add_sector(out[a], fullest.organisation->sector);
  }
  for (std::uint32_t n = 0; n < names.size(); ++n) {
    Actor& actor = out[identities.of_name[n].actor];
    actor.mentions.push_back(mention(doc, names[n], identities.of_name[n]));
    if (actor.kind != ActorKind::person) continue;
    for (const NamedRole& role : roles_of(doc, tree, knowledge, names[n], names, name_of)) add_role(doc, actor, role);
  }
  return out;
}

}  // namespace sitcen::reading
