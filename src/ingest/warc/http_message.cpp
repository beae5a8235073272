#include "ingest/warc/http_message.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"
#include "ingest/ascii.h"
#include "ingest/header_fields.h"
#include "ingest/packed/unpacker.h"
#include "ingest/text.h"

namespace sitcen::ingest {
namespace {

constexpr int kMostEncodings = 3;  ///< one on another; two are seen in the wild

/// The body without the lines that say how long each chunk is.
/// \return none where the first chunk is none; what could be read where a later one is
std::optional<std::string> without_chunks(std::string_view body) {
  std::string out;
  std::string_view rest = body;
  while (!rest.empty()) {
    const std::size_t newline = rest.find('\n');
    std::uint64_t size = 0;
    const char* const line_end = rest.data() + std::min(newline, rest.size());
    const auto [end, error] = std::from_chars(rest.data(), line_end, size, 16);
    const bool is_size = newline != std::string_view::npos && error == std::errc() &&
                         (end == line_end || *end == '\r' || *end == ';' || *end == ' ');
    if (!is_size) {
      if (rest.data() == body.data()) return std::nullopt;
      out += rest;  // the chunks end here; what follows was never cut into any
      break;
    }
    rest.remove_prefix(newline + 1);
    if (size == 0) break;
    const std::size_t kept = static_cast<std::size_t>(std::min<std::uint64_t>(size, rest.size()));
    out += rest.substr(0, kept);
    rest.remove_prefix(kept);
    if (rest.starts_with('\r')) rest.remove_prefix(1);
    if (rest.starts_with('\n')) rest.remove_prefix(1);
  }
  return out;
}

Result<std::string> without_encoding(std::string body, std::string_view encoding, std::size_t limit,
                                     const std::shared_ptr<Expansion>& expansion) {
  const std::string name = lower_ascii(trimmed(encoding));
  const bool is_gzip = name == "gzip" || name == "x-gzip";
  if (!is_gzip && name != "deflate" && name != "zstd") {
    if (name.empty() || name == "identity" || name == "none" || !base::find_invalid_utf8(body)) return body;
    return fail(ErrorCode::packed_damaged, {"it is packed as " + name});
  }
  if (name != "deflate" && !packing_of(body)) return body;
  const Packing packing = is_gzip ? Packing::gzip : name == "zstd" ? Packing::zstd : Packing::deflate;
  auto out = read_all(unpacked(bytes_of(body), packing, expansion), limit);
  if (!out && packing == Packing::deflate && out.error().code == ErrorCode::packed_damaged) return body;
  return out;
}

}  // namespace

std::optional<HttpHead> read_http_head(std::string_view message) {
  if (!message.starts_with("HTTP/")) return std::nullopt;
  const std::size_t line_end = message.find('\n');
  if (line_end == std::string_view::npos) return std::nullopt;
  const std::string_view line = message.substr(0, line_end);
  const std::size_t space = std::min(line.find(' '), line.size());
  HttpHead head;
  std::string_view status = trimmed(line.substr(space));
  const auto [end, error] = std::from_chars(status.data(), status.data() + status.size(), head.status);
  if (error != std::errc()) return std::nullopt;
  const HeaderBlock block = read_header_fields(message.substr(line_end + 1));
  head.media_type = block.find("content-type").value_or("");
  head.content_encoding = block.find("content-encoding").value_or("");
  head.transfer_encoding = block.find("transfer-encoding").value_or("");
  head.size = line_end + 1 + block.size;
  return head;
}

Result<std::string> http_body(const HttpHead& head, std::string_view body, std::size_t limit,
                              const std::shared_ptr<Expansion>& expansion) {
  std::optional<std::string> whole;
  if (lower_ascii(head.transfer_encoding).find("chunked") != std::string::npos) whole = without_chunks(body);
  if (!whole) whole = std::string(body);
  std::string_view encodings = head.content_encoding;
  for (int layers = 0; !encodings.empty() && layers < kMostEncodings; ++layers) {  // the last was put on last
    const std::size_t comma = encodings.rfind(',');
    const std::size_t begin = comma == std::string_view::npos ? 0 : comma + 1;
    auto undone = without_encoding(std::move(*whole), encodings.substr(begin), limit, expansion);
    if (!undone) return undone;
    whole = std::move(*undone);
    encodings = encodings.substr(0, begin == 0 ? 0 : comma);
  }
  if (whole->size() > limit) {
    return fail(ErrorCode::report_too_long, {std::to_string(whole->size()), std::to_string(limit)});
  }
  return std::move(*whole);
}

}  // namespace sitcen::ingest
