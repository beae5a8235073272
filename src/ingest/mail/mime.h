#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/header_fields.h"

namespace sitcen::ingest {

/// A leaf of a mail's tree of parts.
struct MailPart {
  MediaType type;         ///< "text/plain" where it says none
  std::string name;       ///< of the file, decoded; empty: none
  std::string content;    ///< transfer encoding undone
  bool attached = false;  ///< as a file
  bool related = false;   ///< something the text shows, such as a picture in it
};

struct MailBody {
  std::string text;  ///< plain text, UTF-8; empty: only HTML or none
  std::string html;  ///< UTF-8
  std::vector<MailPart> files;
  bool damaged = false;  ///< parts nested too deep or without end were left out
};

/// Takes a mail's body apart: multipart (one of the alternatives is the text), transfer encodings, charsets.
[[nodiscard]] MailBody read_mail_body(const HeaderBlock& header, std::string_view body);

}  // namespace sitcen::ingest
