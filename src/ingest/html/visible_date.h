#pragma once

#include <optional>
#include <string_view>

#include "sitcen/report.h"

namespace sitcen::ingest {

/// The first date in a short text that a page shows to people, with the time of day where one follows it: "Monday,
/// November 18, 2019 at 4:05 pm", "18. November 2019", "2018년 8월 25일", "25.08.2018 10:27". Names of months in the
/// languages of month_locales.inc.
/// \param language BCP 47 of the page, empty if unknown: "en-US" puts the month of 01/02/2022 first, "en" alone neither
/// \return basis text, no offset; none where no date stands there, or one with two readings
[[nodiscard]] std::optional<Timestamp> read_visible_date(std::string_view text, std::string_view language);

/// The date that an address of a page has in its path: ".../2019/11/18/...", ".../2019-11-18-...", ".../2019/11/...",
/// ".../20191118...".
/// \return basis url, precision day or month
[[nodiscard]] std::optional<Timestamp> read_address_date(std::string_view url);

}  // namespace sitcen::ingest
