#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sitcen/findings.h"

namespace sitcen::picture {

/// What a finding says, for people, in the report's own words where there are no others.

/// \return "2031-03-12 APPROX", "2022-01-02 or 2022-02-01"; empty: its value is not known
[[nodiscard]] std::string value_text(const TimeRef& time);
/// \return where the value was worked out from: "from the report's date", "from “Monday”"; empty: from nothing
[[nodiscard]] std::string anchor_text(const TimeRef& time, const Findings& all, std::string_view text);

/// \return "settlement in NOR", "not in the gazetteer"
[[nodiscard]] std::string place_text(const Place& place);
/// \return "59.91, 10.75", no finer than the place is known; empty: no point, or one that stands for a country or
/// region
[[nodiscard]] std::string point_text(const Place& place);

/// \return "ASSAULT/heavy-weapons"
[[nodiscard]] std::string type_text(const Event& event);
/// \return the actor's name, else the words that stand for it
[[nodiscard]] std::string_view name_of(const Party& party, const Findings& all, std::string_view text);
/// \return "NOR GOV": country and sectors; empty: not known
[[nodiscard]] std::string code_text(const Party& party);
/// \return "Ana Kos (NOR GOV), the police"
[[nodiscard]] std::string parties_text(const std::vector<Party>& parties, const Findings& all, std::string_view text);

}  // namespace sitcen::picture
