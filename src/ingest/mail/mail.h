#pragma once

#include "ingest/format.h"

namespace sitcen::ingest {

/// A mail as a report: its subject as headline, its text (plain rather than HTML), sender, date and Message-ID; then
/// its attachments as parts. Pictures that belong to the text are passed over.
/// Rejections: empty_report, no_report and those of the attachments
[[nodiscard]] Reports read_mail(std::string_view bytes, const InputHint& hint);

/// The mails of an mbox file, one at a time.
/// Rejections: those of each mail; report_too_long where one is longer than the limit
[[nodiscard]] Reports read_mbox(ByteSource bytes, InputHint hint);

/// \return whether an input begins as a mail does: with header fields that mail has, `least` of them
[[nodiscard]] bool is_mail(std::string_view head, std::size_t least = 3);

}  // namespace sitcen::ingest
