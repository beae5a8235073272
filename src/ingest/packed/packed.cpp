#include "ingest/packed/packed.h"

#include <filesystem>

#include "ingest/input_kind.h"
#include "ingest/packed/unpacker.h"
#include "ingest/peek.h"
#include "ingest/warc/warc.h"

namespace sitcen::ingest {
namespace {

/// \return the first unpacked bytes of an input whose first bytes are given
std::string unpacked_head(const std::string& head, Packing packing) {
  const ByteSource bytes = unpacked(bytes_of(head), packing, {});
  std::string out(kSniffedBytes, '\0');
  std::size_t size = 0;
  while (size < out.size()) {
    const auto got = bytes(std::span(out).subspan(size));
    if (!got || *got == 0) break;
    size += *got;
  }
  out.resize(size);
  return out;
}

}  // namespace

Reports read_packed(ByteSource bytes, InputHint hint) {
  const auto head = peek(bytes);
  if (!head) return reports_of({rejected(hint, head.error())});
  if (head->empty()) return reports_of({rejected(hint, fail(ErrorCode::empty_report).value())});
  const auto packing = packing_of(*head);
  if (!packing) {
    return reports_of({rejected(hint, fail(ErrorCode::packed_damaged, {"it is neither gzip nor zstd"}).value())});
  }
  hint.options.input = kind_of_suffix(std::filesystem::path(hint.origin).replace_extension().string());
  hint.options.media_type.reset();
  if (hint.options.input == InputKind::automatic) hint.options.input = kind_of_content(unpacked_head(*head, *packing));
  // Records packed one by one: damage costs one of them where it sees the seams.
  if (hint.options.input == InputKind::warc) return read_warc(std::move(bytes), std::move(hint));
  hint.depth += 1;
  auto expansion = hint.expansion;
  return open_reports(unpacked(std::move(bytes), *packing, std::move(expansion)), std::move(hint));
}

}  // namespace sitcen::ingest
