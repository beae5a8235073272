#pragma once

#include <optional>
#include <string>
#include <vector>

#include "picture/called.h"
#include "store/store.h"

namespace sitcen::picture {

/// A role as reports give it to somebody.
struct WhoRole {
  std::string title, of;
  std::optional<Timestamp> from, until;  ///< first and last time a report gave it; reports without a time do not count
  std::uint32_t reports = 0;             ///< that gave it
  struct Place {
    std::int64_t version = 0;
    Span span;
  };
  Place first, last;                      ///< where the first and the last report gave it
  std::vector<store::Evidence> evidence;  ///< of these two, once it was asked for
};

/// A speaker over the whole store.
struct WhoRow {
  std::uint32_t actor = 0;         ///< index into Compared::actors.all
  std::vector<std::string> names;  ///< all that reports call them by name, sorted
  std::vector<WhoRole> roles;      ///< by the first time, those without a time last
  std::uint64_t statements = 0;
  std::uint64_t reports = 0;             ///< in which they speak
  std::optional<Timestamp> first, last;  ///< published times of the first and the last report in which they speak
};

struct Who {
  std::vector<WhoRow> rows;      ///< who says most first; equals by name, then id
  std::uint64_t statements = 0;  ///< in the same scope, of everybody
  std::uint64_t unknown = 0;     ///< whose speaker no report names for sure
};

/// Who speaks in a part of the store. Who is the same as whom is decided over all of it.
[[nodiscard]] Who who(const Compared& compared, const store::Scope& scope);

/// Looks up the words of a row's roles.
[[nodiscard]] Result<void> add_evidence(WhoRow& row, store::Store& store);

/// \return the role to name somebody with in a line: given last, of these by most reports
[[nodiscard]] const WhoRole* main_role(const WhoRow& row);

}  // namespace sitcen::picture
