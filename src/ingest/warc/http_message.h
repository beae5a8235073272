#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/packed/expansion.h"
#include "sitcen/result.h"

namespace sitcen::ingest {

/// The head of an HTTP answer; views into the bytes it was read from.
struct HttpHead {
  int status = 0;
  std::string_view media_type, content_encoding, transfer_encoding;
  std::size_t size = 0;  ///< bytes, the empty line included
};

/// \return none where the bytes do not begin as an HTTP answer does
[[nodiscard]] std::optional<HttpHead> read_http_head(std::string_view message);

/// The body with chunks and Content-Encoding (gzip, deflate, zstd) undone. What the head says and the bytes do not bear
/// out counts for nothing: archives often keep the head of a body they unpacked before.
/// \param limit bytes of the longest body wanted
/// \return packed_damaged, unpacks_too_large, report_too_long
[[nodiscard]] Result<std::string> http_body(const HttpHead& head, std::string_view body, std::size_t limit,
                                            const std::shared_ptr<Expansion>& expansion);

}  // namespace sitcen::ingest
