#include "language/import/zip_archive.h"

#include <libdeflate.h>

#include <algorithm>
#include <memory>

namespace sitcen::language {
namespace {

struct Decompressor {
  void operator()(libdeflate_decompressor* d) const noexcept { libdeflate_free_decompressor(d); }
};

}  // namespace

tl::unexpected<Error> ZipArchive::damaged(std::string_view why) const {
  return fail(ErrorCode::import_damaged, {name_, why});
}

Result<ZipArchive> ZipArchive::open(std::string bytes, std::string name, ZipLimits limits) {
  ZipArchive archive(std::move(bytes), std::move(name));
  if (auto ok = archive.parse(limits); !ok) return fail(std::move(ok.error()));
  return archive;
}

Result<void> ZipArchive::parse(const ZipLimits& limits) {
  auto entries = base::read_zip_directory(bytes_, limits.entries);
  if (!entries) return damaged(entries.error());
  std::uint64_t total = 0;
  for (const Entry& entry : *entries) {
    const auto refuse = [&](std::string_view why) { return damaged(entry.path + ": " + std::string(why)); };
    if (!entry.fault.empty()) return refuse(entry.fault);
    if (entry.size > limits.entry_bytes) return refuse("too large for a part of a pipeline");
    total += entry.size;
    if (total > limits.total_bytes) return damaged("its files are too large for a pipeline");
    if (entry.size > (std::uint64_t{1} << 20) && entry.size / limits.ratio > entry.packed) {
      return refuse("unpacks to more than " + std::to_string(limits.ratio) + " times its size");
    }
  }
  entries_ = std::move(*entries);
  return {};
}

const ZipArchive::Entry* ZipArchive::find(std::string_view path) const noexcept {
  const auto at = std::ranges::lower_bound(entries_, path, {}, [](const Entry& e) { return std::string_view(e.path); });
  return at != entries_.end() && at->path == path ? &*at : nullptr;
}

Result<std::string> ZipArchive::read(const Entry& entry) const {
  const std::string_view packed = std::string_view(bytes_).substr(entry.data, entry.packed);
  std::string out;
  if (entry.method == base::kZipStored) {
    out = packed;
  } else {
    const std::unique_ptr<libdeflate_decompressor, Decompressor> decompressor(libdeflate_alloc_decompressor());
    if (!decompressor) return fail(ErrorCode::internal, {"out of memory"});
    out.resize(entry.size);
    const auto result = libdeflate_deflate_decompress(decompressor.get(), packed.data(), packed.size(), out.data(),
                                                      out.size(), nullptr);
    if (result != LIBDEFLATE_SUCCESS) return damaged(entry.path + ": its packed data are damaged");
  }
  if (libdeflate_crc32(0, out.data(), out.size()) != entry.crc) return damaged(entry.path + ": checksum is wrong");
  return out;
}

}  // namespace sitcen::language
