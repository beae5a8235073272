#include "ingest/packed/spool.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

namespace sitcen::ingest {
namespace {

constexpr std::size_t kInMemory = std::size_t{16} << 20;
constexpr std::size_t kStep = std::size_t{1} << 20;

struct CloseFile {
  void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};

tl::unexpected<Error> no_room() {
  return fail(ErrorCode::file_unwritable, {"a file for the unpacked archive", std::generic_category().message(errno)});
}

}  // namespace

Spool::~Spool() {
  if (mapped_ != nullptr) ::munmap(mapped_, bytes_.size());
}

Result<std::shared_ptr<const Spool>> Spool::of(const ByteSource& bytes) {
  auto out = std::make_shared<Spool>();
  std::string& memory = out->memory_;
  std::unique_ptr<std::FILE, CloseFile> file;
  std::uint64_t written = 0;
  std::size_t size = 0;
  for (;;) {
    if (memory.size() < size + kStep) memory.resize(size + kStep);
    auto got = bytes(std::span(memory).subspan(size));
    if (!got) return fail(got.error());
    size += *got;
    if (written + size > kLargestSpool) {
      return fail(ErrorCode::report_too_long, {std::to_string(written + size), std::to_string(kLargestSpool)});
    }
    if (*got > 0 && size < kInMemory) continue;
    if (*got == 0 && !file) break;
    if (!file) file.reset(std::tmpfile());
    if (!file || std::fwrite(memory.data(), 1, size, file.get()) != size) return no_room();
    written += size;
    size = 0;
    if (*got == 0) break;
  }
  if (!file) {
    memory.resize(size);
    out->bytes_ = memory;
    return out;
  }
  memory = {};
  if (std::fflush(file.get()) != 0) return no_room();
  void* const at = ::mmap(nullptr, written, PROT_READ, MAP_PRIVATE, ::fileno(file.get()), 0);
  if (at == MAP_FAILED) return no_room();
  out->mapped_ = at;
  out->bytes_ = {static_cast<const char*>(at), written};
  return out;
}

}  // namespace sitcen::ingest
