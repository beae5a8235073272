#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "server/html.h"
#include "sitcen/findings.h"
#include "sitcen/report.h"

namespace sitcen::server::pages {

/// \return "1 statement", "2,104 statements"
[[nodiscard]] std::string count(std::uint64_t n, std::string_view one, std::string_view many);

/// A time for people, exact to its precision, never more: "23 February 2022, 10:27 UTC", "February 2022",
/// "23 February 2022, 10:27 (no time zone given)".
[[nodiscard]] std::string readable(const Timestamp& time);
[[nodiscard]] std::string readable(base::Instant time);

/// \return the day by which a list groups its reports, in UTC where the time has an offset: "Wed 23 February 2022", or
/// the month or year where no day is known
[[nodiscard]] std::string day(const Timestamp& time);

/// \return the time within `day`: "07:27 UTC", "10:27 no zone" where the zone is not known, "" where no time is
[[nodiscard]] std::string clock(const Timestamp& time);

/// Writes a time element.
void write_time(Html& h, const Timestamp& time);
void write_time(Html& h, base::Instant time);

/// \return the day as the source wrote it: "23 February 2022"
[[nodiscard]] std::string short_day(const Timestamp& time);

/// \return "President, BLR"
[[nodiscard]] std::string role_text(const Role& role);

/// \return what a mention is and why it means its actor: "pronoun, nearest person"
[[nodiscard]] std::string form_text(const Mention& mention);

/// \return a shape for each, so that it is told apart without colour and before the word is read
[[nodiscard]] std::string_view shape(Modality modality);
[[nodiscard]] std::string_view shape(ActorKind kind);
void write_shape(Html& h, std::string_view glyph);

/// \return the last part of a path or an address, for people; all of it if there is none
[[nodiscard]] std::string_view short_origin(std::string_view origin);

}  // namespace sitcen::server::pages
