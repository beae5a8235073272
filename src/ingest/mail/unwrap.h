#pragma once

#include <string>
#include <string_view>

namespace sitcen::ingest {

/// Joins the lines that a mail program broke at its width, so that a line end is the writer's own: a line goes on with
/// the next where that one's first word would not have fitted on it. Lines of a quotation ("> ") and of lists stay.
/// \param flowed the mail says of itself that a space before a line end means that the line goes on
[[nodiscard]] std::string unwrapped(std::string_view text, bool flowed);

}  // namespace sitcen::ingest
