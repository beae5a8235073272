#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sitcen::ingest {

/// Undoes base64; what is no base64 is passed over, a cut end gives what was whole.
[[nodiscard]] std::string from_base64(std::string_view text);

/// Undoes quoted-printable; an escape that is none stays as it is.
/// \param underscores mean spaces, as in the headers of mail
[[nodiscard]] std::string from_quoted_printable(std::string_view text, bool underscores = false);

/// \return the text in UTF-8; bytes that do not decode, and encodings that are not known, give U+FFFD for what is no
///         UTF-8
[[nodiscard]] std::string to_utf8(std::string_view bytes, const std::optional<std::string>& charset);

/// The value of a mail header in one line of UTF-8, its encoded words (RFC 2047) undone.
[[nodiscard]] std::string header_text(std::string_view value);

}  // namespace sitcen::ingest
