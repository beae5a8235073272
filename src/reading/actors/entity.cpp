#include "reading/actors/entity.h"

#include <algorithm>
#include <cmath>

#include "reading/actors/weights.h"

namespace sitcen::reading {
namespace {

constexpr std::size_t kMostRolesKept = 8;
constexpr std::uint32_t kForgotten = 40;  ///< sentences after which nothing is left of any prominence

}  // namespace

float weight_of(const ActorPhrase& p) {
  float w = weights::kRecent;
  switch (p.function) {
    case Function::subject:
      w += weights::kSubject;
      break;
    case Function::object:
      w += weights::kObject;
      break;
    case Function::oblique:
      w += weights::kOblique;
      break;
    case Function::possessor:
      w += weights::kPossessor;
      break;
    default:
      w += weights::kOther;
  }
  if (p.form == MentionForm::name) w += weights::kName;
  if (p.form == MentionForm::pronoun) w += weights::kPronoun;
  if (p.determiner == Determiner::indefinite) w += weights::kIndefinite;
  return w;
}

float prominence(const Entity& e, std::uint32_t sentence) {
  const auto gone = static_cast<float>(std::min(sentence - std::min(sentence, e.sentence), kForgotten));
  return e.prominence * std::pow(weights::kDecay, gone);
}

bool agree(const Entity& a, const Entity& b) {
  const auto is_body = [](Sort s) { return s == Sort::group || s == Sort::organisation || s == Sort::country; };
  if (a.sort != b.sort && !(is_body(a.sort) && is_body(b.sort))) return false;
  if (a.number != Number::unknown && b.number != Number::unknown && a.number != b.number) return false;
  return a.gender == Gender::unknown || b.gender == Gender::unknown || a.gender == b.gender;
}

void add_role(Entity& entity, const KnownRole& role) {
  const auto same = [&](const KnownRole& r) {
    return r.country == role.country && r.body == role.body && r.qualified == role.qualified &&
           std::ranges::equal(r.words.all(), role.words.all());
  };
  if (entity.roles.size() < kMostRolesKept && std::ranges::none_of(entity.roles, same)) entity.roles.push_back(role);
}

}  // namespace sitcen::reading
