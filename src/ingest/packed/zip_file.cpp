#include "ingest/packed/zip_file.h"

#include <libdeflate.h>

#include <algorithm>

#include "ingest/packed/unpacker.h"

namespace sitcen::ingest {
namespace {

/// Bytes that lie in an archive as they are.
ByteSource bytes_in(std::shared_ptr<const Spool> archive, std::string_view bytes) {
  return [archive = std::move(archive), bytes](std::span<char> buffer) mutable -> Result<std::size_t> {
    const std::size_t count = std::min(buffer.size(), bytes.size());
    std::copy_n(bytes.data(), count, buffer.data());
    bytes.remove_prefix(count);
    return count;
  };
}

}  // namespace

ByteSource bytes_of_zip_file(std::shared_ptr<const Spool> archive, const base::ZipEntry& entry,
                             std::shared_ptr<Expansion> expansion) {
  const std::string_view packed = archive->bytes().substr(entry.data, entry.packed);
  ByteSource bytes = bytes_in(std::move(archive), packed);
  if (entry.method == base::kZipDeflated)
    bytes = unpacked(std::move(bytes), Packing::bare_deflate, std::move(expansion));
  return [bytes = std::move(bytes), left = entry.size, crc = entry.crc,
          seen = std::uint32_t{0}](std::span<char> buffer) mutable -> Result<std::size_t> {
    auto got = bytes(buffer);
    if (!got) return got;
    if (*got > left) return fail(ErrorCode::packed_damaged, {"it is longer than its archive says"});
    left -= *got;
    seen = ::libdeflate_crc32(seen, buffer.data(), *got);
    if (*got == 0 && left > 0) return fail(ErrorCode::packed_damaged, {"it is shorter than its archive says"});
    if (*got == 0 && seen != crc) return fail(ErrorCode::packed_damaged, {"its checksum is wrong"});
    return got;
  };
}

}  // namespace sitcen::ingest
