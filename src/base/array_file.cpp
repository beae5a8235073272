#include "base/array_file.h"

#define XXH_INLINE_ALL
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <new>

namespace sitcen::base {
namespace {

constexpr std::size_t kAlign = 64;
constexpr std::size_t kChecksumAt = 24;

struct Header {
  char magic[8];
  std::uint32_t format;
  std::uint32_t arrays;
  std::uint64_t size;
  std::uint64_t checksum;
  std::uint64_t directory;
  std::uint64_t reserved[3];
};
static_assert(sizeof(Header) == kAlign);

/// The file's hash with its own eight bytes left out.
std::uint64_t checksum_of(std::span<const std::byte> file) {
  const std::uint64_t head = XXH3_64bits(file.data(), kChecksumAt);
  return XXH3_64bits_withSeed(file.data() + kChecksumAt + 8, file.size() - kChecksumAt - 8, head);
}

/// The same, piece by piece; the pages of a mapped piece are given back once it is hashed.
std::uint64_t checksum_in_pieces(std::span<const std::byte> file, bool mapped) {
  constexpr std::size_t kPiece = std::size_t{1} << 20U;
  XXH3_state_t state{};
  XXH3_64bits_reset_withSeed(&state, XXH3_64bits(file.data(), kChecksumAt));
  for (std::size_t at = 0; at < file.size(); at += kPiece) {
    const auto piece = file.subspan(at, std::min(kPiece, file.size() - at));
    const auto hashed = at == 0 ? piece.subspan(kChecksumAt + 8) : piece;
    XXH3_64bits_update(&state, hashed.data(), hashed.size());
    if (mapped) ::madvise(const_cast<std::byte*>(piece.data()), piece.size(), MADV_DONTNEED);
  }
  return XXH3_64bits_digest(&state);
}

template <class T>
void put(std::string& out, T value) {
  char bytes[sizeof(T)];
  std::memcpy(bytes, &value, sizeof(T));
  out.append(bytes, sizeof(T));
}

void align(std::string& out) { out.resize((out.size() + kAlign - 1) / kAlign * kAlign, '\0'); }

/// Takes plain values off the front of a byte range; `ok` turns false for good at the first one that is missing.
struct Cursor {
  std::span<const std::byte> rest;
  bool ok = true;

  std::span<const std::byte> take(std::uint64_t size) {
    if (!ok || size > rest.size()) {
      ok = false;
      return {};
    }
    const auto front = rest.first(static_cast<std::size_t>(size));
    rest = rest.subspan(static_cast<std::size_t>(size));
    return front;
  }
  template <class T>
  T value() {
    T out{};
    if (const auto bytes = take(sizeof(T)); ok) std::memcpy(&out, bytes.data(), sizeof(T));
    return out;
  }
};

}  // namespace

void ArrayFileWriter::add_bytes(std::string name, std::size_t element_size, std::span<const std::byte> bytes) {
  arrays_.push_back(
      {std::move(name), element_size, std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size())});
}

std::string ArrayFileWriter::finish(const ArrayFormat& format) const {
  std::vector<const Array*> sorted;
  for (const Array& array : arrays_) sorted.push_back(&array);
  std::sort(sorted.begin(), sorted.end(), [](const Array* a, const Array* b) { return a->name < b->name; });

  std::string out(sizeof(Header), '\0');
  std::string directory;
  for (const Array* array : sorted) {
    put(directory, static_cast<std::uint32_t>(array->name.size()));
    directory += array->name;
    put(directory, static_cast<std::uint32_t>(array->element_size));
    put(directory, static_cast<std::uint64_t>(array->bytes.size() / array->element_size));
    put(directory, static_cast<std::uint64_t>(out.size()));
    out += array->bytes;
    align(out);
  }
  Header header{};
  std::memcpy(header.magic, format.magic.data(), std::min(format.magic.size(), sizeof header.magic));
  header.format = format.version;
  header.arrays = static_cast<std::uint32_t>(sorted.size());
  header.directory = out.size();
  out += directory;
  header.size = out.size();
  std::memcpy(out.data(), &header, sizeof header);
  header.checksum = checksum_of(std::as_bytes(std::span(out.data(), out.size())));
  std::memcpy(out.data() + kChecksumAt, &header.checksum, sizeof header.checksum);
  return out;
}

Result<std::shared_ptr<const ArrayFile>> ArrayFile::open(const std::filesystem::path& file, const ArrayFormat& format) {
  const std::string name = file.string();
  const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) {
    if (errno == ENOENT) return fail(ErrorCode::file_not_found, {name});
    return fail(ErrorCode::file_unreadable, {name, std::strerror(errno)});
  }
  struct stat status{};
  const bool regular = ::fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
  const auto size = regular ? static_cast<std::size_t>(status.st_size) : 0;
  // All of it is hashed next, so one call that maps all pages beats a fault each.
  const int flags = MAP_PRIVATE | (format.sparse ? 0 : MAP_POPULATE);
  void* mapping = size > 0 ? ::mmap(nullptr, size, PROT_READ, flags, fd, 0) : nullptr;
  const int error = errno;
  ::close(fd);
  if (!regular) return fail(ErrorCode::file_unreadable, {name, "not a regular file"});
  if (mapping == MAP_FAILED) return fail(ErrorCode::file_unreadable, {name, std::strerror(error)});

  std::shared_ptr<ArrayFile> opened(new ArrayFile(format));
  opened->name_ = name;
  opened->memory_ = std::shared_ptr<void>(mapping, [size](void* p) {
    if (p != nullptr) ::munmap(p, size);
  });
  opened->bytes_ = {static_cast<const std::byte*>(mapping), size};
  if (auto ok = opened->parse(true); !ok) return fail(std::move(ok.error()));
  return opened;
}

Result<std::shared_ptr<const ArrayFile>> ArrayFile::from_bytes(std::string_view bytes, std::string name,
                                                               const ArrayFormat& format) {
  std::shared_ptr<ArrayFile> opened(new ArrayFile(format));
  opened->name_ = std::move(name);
  void* copy = ::operator new(bytes.size() + 1, std::align_val_t{kAlign});
  opened->memory_ = std::shared_ptr<void>(copy, [](void* p) { ::operator delete(p, std::align_val_t{kAlign}); });
  std::memcpy(copy, bytes.data(), bytes.size());
  opened->bytes_ = {static_cast<const std::byte*>(copy), bytes.size()};
  if (auto ok = opened->parse(false); !ok) return fail(std::move(ok.error()));
  return opened;
}

Result<void> ArrayFile::parse(bool mapped) {
  if (bytes_.size() < sizeof(Header)) return damaged("it is shorter than a header");
  Header header;
  std::memcpy(&header, bytes_.data(), sizeof header);
  if (std::string_view(header.magic, sizeof header.magic) != format_.magic)
    return damaged("it begins with other bytes");
  if (header.format != format_.version)
    return fail(format_.other_version, {name_, std::to_string(header.format), std::to_string(format_.version)});
  if (header.size != bytes_.size())
    return damaged("it has " + std::to_string(bytes_.size()) + " bytes, its header says " +
                   std::to_string(header.size));
  const std::uint64_t checksum = format_.sparse ? checksum_in_pieces(bytes_, mapped) : checksum_of(bytes_);
  if (header.checksum != checksum) return damaged("its checksum is wrong");
  if (header.directory > bytes_.size()) return damaged("its directory lies outside");

  Cursor cursor{bytes_.subspan(static_cast<std::size_t>(header.directory))};
  for (std::uint32_t i = 0; i < header.arrays && cursor.ok; ++i) {
    const auto name = cursor.take(cursor.value<std::uint32_t>());
    const auto element_size = cursor.value<std::uint32_t>();
    const auto count = cursor.value<std::uint64_t>();
    const auto offset = cursor.value<std::uint64_t>();
    if (!cursor.ok || element_size == 0 || offset % kAlign != 0 || offset > bytes_.size() ||
        count > (bytes_.size() - offset) / element_size)
      return damaged("array " + std::to_string(i) + " lies outside");
    entries_.push_back(
        {{reinterpret_cast<const char*>(name.data()), name.size()},
         element_size,
         bytes_.subspan(static_cast<std::size_t>(offset), static_cast<std::size_t>(count) * element_size)});
  }
  if (!cursor.ok) return damaged("its directory is cut");
  const auto by_name = [](const Entry& a, const Entry& b) { return a.name < b.name; };
  if (!std::is_sorted(entries_.begin(), entries_.end(), by_name)) return damaged("its directory is not sorted");
  return {};
}

bool ArrayFile::has(std::string_view name) const noexcept {
  const auto at = std::lower_bound(entries_.begin(), entries_.end(), name,
                                   [](const Entry& e, std::string_view n) { return e.name < n; });
  return at != entries_.end() && at->name == name;
}

Result<std::span<const std::byte>> ArrayFile::bytes_of(std::string_view name, std::size_t element_size) const {
  const auto at = std::lower_bound(entries_.begin(), entries_.end(), name,
                                   [](const Entry& e, std::string_view n) { return e.name < n; });
  if (at == entries_.end() || at->name != name) return damaged("array " + std::string(name) + " is missing");
  if (at->element_size != element_size) return damaged("array " + std::string(name) + " has another type");
  return at->bytes;
}

Result<std::string_view> ArrayFile::text(std::string_view name) const {
  auto raw = bytes_of(name, 1);
  if (!raw) return fail(std::move(raw.error()));
  return std::string_view(reinterpret_cast<const char*>(raw->data()), raw->size());
}

tl::unexpected<Error> ArrayFile::damaged(std::string_view why) const { return fail(format_.damaged, {name_, why}); }

}  // namespace sitcen::base
