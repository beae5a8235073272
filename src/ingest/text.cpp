#include "ingest/text.h"

#include <algorithm>

#include "ingest/decoder.h"
#include "ingest/identity.h"

namespace sitcen::ingest {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos; }

Result<std::string> read_all(const ByteSource& bytes, std::size_t limit, std::optional<std::uint64_t> size) {
  std::string out;
  if (size) out.resize(std::min<std::size_t>(*size, limit) + 1);  // one more, to see the end
  std::size_t filled = 0;
  for (;;) {
    if (filled > limit) {
      return fail(ErrorCode::report_too_long, {std::to_string(filled) + " or more", std::to_string(limit)});
    }
    if (filled == out.size()) out.resize(std::min(std::max<std::size_t>(64 * 1024, 2 * filled), limit + 1));
    auto got = bytes(std::span(out).subspan(filled));
    if (!got) return fail(got.error());
    if (*got == 0) break;
    filled += *got;
  }
  out.resize(filled);
  return out;
}

Result<Report> read_text(std::string_view bytes, const InputHint& hint) {
  auto decoder = Decoder::create(bytes_of(std::string(bytes)), hint.options.encoding);
  if (!decoder) return fail(decoder.error());
  auto text = read_all([&](std::span<char> buffer) { return decoder->read(buffer); }, hint.options.max_report_bytes);
  if (!text) return fail(text.error());
  if (auto fault = decoder->fault(*text, 0)) return fail(*fault);
  if (is_blank(*text)) return fail(ErrorCode::empty_report);
  Report report;
  report.origin = hint.origin;
  report.text = std::move(*text);
  identify(report, {});
  return report;
}

}  // namespace sitcen::ingest
