#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/store.h"

namespace sitcen::picture {

/// Which figures a person asks for, as typed.
struct FigureQuestion {
  /// Words that the thing counted and its verb have, all of them.
  std::optional<std::string> thing = {};
  std::optional<std::string> kind = {};
};

/// A figure as one report gives it.
struct FigurePoint {
  Figure figure;  ///< its views are static or live in `names`
  std::shared_ptr<const std::unordered_set<std::string>> names;
  std::optional<Timestamp> time;           ///< when the report was published
  Modality modality = Modality::asserted;  ///< of the statement it stands in
  std::optional<std::uint32_t> statement;  ///< that statement, by its number in the report
  store::Evidence evidence;
};

/// All that reports say of one thing in one unit: a figure over time.
struct FigureRow {
  std::string id;  ///< the same as long as thing, verb and unit are
  std::string thing, act, unit;
  FigureKind kind = FigureKind::number;  ///< of its first point
  std::vector<FigurePoint> points;       ///< by time (unknown last), report key and place in the text
  std::string cursor;
};

/// Figures by thing, verb and unit; those of no thing each on its own, behind the others, in the order of their points.
/// \return bad_request for a kind there is not or a cursor that names no place, bad_query for words that are none
[[nodiscard]] Result<void> figures(store::Store& store, const store::Scope& scope, const FigureQuestion& typed,
                                   const store::Page& page, const store::Visit<FigureRow>& visit);

/// \return the names of all kinds of figures
[[nodiscard]] std::vector<std::string> figure_kinds();

}  // namespace sitcen::picture
