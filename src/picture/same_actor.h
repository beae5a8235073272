#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "store/store.h"

namespace sitcen::picture {

/// Words of which names are made that every country has: "Interior Ministry".
class Institutions {
 public:
  /// \param table  knowledge/en/institutions.tsv; must outlive the object
  explicit Institutions(std::string_view table);
  /// \param name  folded
  /// \return whether the name consists of such words alone
  [[nodiscard]] bool common(std::string_view name) const;

 private:
  std::unordered_set<std::string_view> words_;
};

/// An actor of one report, as part of an actor across reports.
struct Member {
  store::ActorRef ref;
  std::uint32_t version = 0;  ///< index into the versions that were compared
  std::string_view reason;    ///< why it is the same; static
};

/// One actor across reports. A claim, computed from what the reports call it and never stored: other rules or other
/// reports give another one, and nothing has to be undone.
struct Actor {
  std::string id;  ///< of the member that was known first: "bb22bb22bb22.a1"
  ActorKind kind = ActorKind::person;
  std::string name;                   ///< the full name that most reports give
  std::string country;                ///< ISO 3166 alpha-3; empty: not known
  std::vector<Member> members;        ///< in the order of knowing
  std::vector<std::uint32_t> may_be;  ///< actors kept apart from it, between which the name does not decide
};

struct Actors {
  std::vector<Actor> all;                                                   ///< in the order in which they became known
  std::unordered_map<std::int64_t, std::vector<std::uint32_t>> by_version;  ///< row of version -> actor per number

  /// \return the actor that an actor of a report is; nullptr if the version was not compared
  [[nodiscard]] const Actor* of(store::ActorRef ref) const;
};

/// \return "bb22bb22bb22.a1": the id of an actor of one report version
[[nodiscard]] std::string actor_id(std::string_view version, std::uint32_t number);

/// Groups the actors of reports, with care: better two where there is one than one where there are two.
/// Persons: the same full name; the same first and last name, one with more between; a surname alone where one person
/// of that surname is known and country or role agree. Organisations: the same name, with the country where the name is
/// one that every country has; an acronym that one of them bears. Countries: by code. Nobody by role alone, and never
/// two of different countries.
/// \param versions  in the order of knowing
[[nodiscard]] Actors same_actors(std::span<const store::VersionActors> versions, const Institutions& institutions);

}  // namespace sitcen::picture
