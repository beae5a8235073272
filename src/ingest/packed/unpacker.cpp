#include "ingest/packed/unpacker.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "ingest/packed/inflater.h"

namespace sitcen::ingest {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t kInput = std::size_t{1} << 20;
constexpr std::size_t kOneGo = std::size_t{1} << 20;  ///< members up to this size are unpacked in one go
constexpr std::size_t kLargestDictionary = std::size_t{16} << 20;

constexpr std::string_view kDamaged = "a packed member is damaged";
constexpr std::string_view kCut = "it ends in the middle of a packed member";

constexpr std::string_view kGzip = "\x1f\x8b\x08"sv;
constexpr std::string_view kZstd = "\x28\xb5\x2f\xfd"sv;
constexpr std::string_view kZstdDictionary = "\x5d\x2a\x4d\x18"sv;  ///< the skippable frame that WARC puts it in

std::uint32_t u32(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  return value;
}

}  // namespace

std::optional<Packing> packing_of(std::string_view head) {
  if (head.starts_with(kGzip)) return Packing::gzip;
  if (head.starts_with(kZstd) || head.starts_with(kZstdDictionary)) return Packing::zstd;
  return std::nullopt;
}

struct Unpacker::State {
  ByteSource packed;
  Packing packing = Packing::gzip;
  bool checked = false;
  std::shared_ptr<Expansion> expansion;
  std::string in;  ///< read and not yet unpacked: [at, filled)
  std::size_t at = 0, filled = 0;
  bool in_ended = false;
  bool ended = false;
  bool any = false;     ///< a member has been begun
  bool inside = false;  ///< a member is begun and not complete
  bool broken = false;  ///< damage was met, and is to be told
  bool has_dictionary = false;
  bool lost = false;  ///< after damage: the next member is to be looked for
  std::uint64_t taken = 0, given = 0;
  std::string whole;  ///< a member unpacked in one go: [whole_at, whole_size) not yet given
  std::size_t whole_at = 0, whole_size = 0;
  std::optional<Inflater> inflater;
  std::unique_ptr<libdeflate_decompressor, FreeDeflate> in_one_go;
  std::unique_ptr<ZSTD_DCtx, FreeZstd> zstd;

  [[nodiscard]] std::string_view pending() const { return {in.data() + at, filled - at}; }

  void take(std::size_t bytes) {
    at += bytes;
    taken += bytes;
  }

  /// Reads until `least` bytes are pending, or as many as there are.
  Result<void> fill(std::size_t least) {
    while (filled - at < least && !in_ended) {
      if (in.empty()) in.resize(kInput);
      if (at > 0) {
        std::memmove(in.data(), in.data() + at, filled - at);
        filled -= at;
        at = 0;
      }
      if (filled == in.size()) in.resize(2 * in.size());
      auto got = packed(std::span(in).subspan(filled));
      if (!got) {
        ended = true;
        return fail(got.error());
      }
      in_ended = *got == 0;
      filled += *got;
    }
    return {};
  }

  tl::unexpected<Error> damaged(std::string_view why) {
    inside = false;
    lost = true;
    return fail(ErrorCode::packed_damaged, {why});
  }

  Result<std::size_t> grown(std::size_t bytes) {
    given += bytes;
    if (expansion->grow(bytes) && given <= kFreeBytes + kMostRatio * taken) return bytes;
    ended = true;
    return fail(ErrorCode::unpacks_too_large, {std::to_string(given), std::to_string(taken)});
  }

  /// Where the next member starts: at once, or behind what is none.
  /// \return whether there is one
  Result<bool> find_member() {
    if (packing == Packing::bare_deflate) {
      if (any) return false;
      inflater.emplace(-15);
      return true;
    }
    if (packing == Packing::deflate) {
      if (auto filled_up = fill(2); !filled_up) return fail(filled_up.error());
      if (any || pending().empty()) return false;
      // A zlib stream says method 8 and its two bytes divide by 31; all else is taken for a bare stream.
      const std::string_view head = pending();
      const unsigned first = static_cast<unsigned char>(head[0]);
      const unsigned second = head.size() > 1 ? static_cast<unsigned char>(head[1]) : 0;
      const bool zlib = (first & 15U) == 8 && (first * 256 + second) % 31 == 0;
      inflater.emplace(zlib ? 15 : -15);
      return true;
    }
    const std::string_view magic = packing == Packing::gzip ? kGzip : kZstd;
    for (;;) {
      if (auto filled_up = fill(64 * 1024); !filled_up) return fail(filled_up.error());
      const std::string_view head = pending();
      if (head.starts_with(magic)) return true;
      if (head.empty()) return false;
      if (packing == Packing::zstd && head.starts_with(kZstdDictionary)) {
        if (auto loaded = load_dictionary(); !loaded) return fail(loaded.error());
        continue;
      }
      if (const std::size_t padding = std::min(head.find_first_not_of('\0'), head.size()); padding > 0) {
        take(padding);
        continue;
      }
      if (!lost) return damaged(any ? "what follows a packed member is none" : "it is not packed as it says");
      const std::size_t next = head.find(magic, 1);
      const std::size_t kept = in_ended ? 0 : std::min(magic.size() - 1, head.size() - 1);
      take(next != std::string_view::npos ? next : head.size() - kept);
    }
  }

  Result<void> load_dictionary() {
    if (auto filled_up = fill(8); !filled_up) return filled_up;
    const std::size_t size = pending().size() < 8 ? 0 : u32(pending(), 4);
    if (size > kLargestDictionary || has_dictionary) {
      take(std::min<std::size_t>(pending().size(), 8));  // on, so that it is not found again
      return damaged(has_dictionary ? "a second dictionary" : "its dictionary is too large");
    }
    has_dictionary = true;
    if (auto filled_up = fill(8 + size); !filled_up) return filled_up;
    if (pending().size() < 8 + size) {
      take(pending().size());
      return damaged("its dictionary is cut");
    }
    std::string dictionary(pending().substr(8, size));
    take(8 + size);
    if (dictionary.starts_with(kZstd)) {
      std::string whole_one(kLargestDictionary, '\0');
      const std::size_t got =
          ::ZSTD_decompress(whole_one.data(), whole_one.size(), dictionary.data(), dictionary.size());
      if (::ZSTD_isError(got) != 0) return damaged("its dictionary is damaged");
      whole_one.resize(got);
      dictionary = std::move(whole_one);
    }
    if (::ZSTD_isError(::ZSTD_DCtx_loadDictionary(zstd.get(), dictionary.data(), dictionary.size())) != 0) {
      return damaged("its dictionary is damaged");
    }
    return {};
  }

  /// A gzip member that is small and lies in the buffer whole: several times as fast as bit by bit.
  bool unpack_in_one_go() {
    if (packing != Packing::gzip || filled - at < 18) return false;
    if (!in_one_go) in_one_go.reset(::libdeflate_alloc_decompressor());
    if (!in_one_go) return false;
    if (whole.empty()) whole.resize(kOneGo);
    std::size_t used = 0;
    std::size_t size = 0;
    const auto status = ::libdeflate_gzip_decompress_ex(in_one_go.get(), in.data() + at, filled - at, whole.data(),
                                                        whole.size(), &used, &size);
    if (status != LIBDEFLATE_SUCCESS) return false;
    take(used);
    whole_at = 0;
    whole_size = size;
    return true;
  }

  Step step(std::span<char> out) {
    const std::string_view head = pending();
    if (packing != Packing::zstd) return inflater->step(head, out);
    ZSTD_inBuffer source{head.data(), head.size(), 0};
    ZSTD_outBuffer target{out.data(), out.size(), 0};
    const std::size_t status = ::ZSTD_decompressStream(zstd.get(), &target, &source);
    const bool bad = ::ZSTD_isError(status) != 0;
    return {source.pos, target.pos, !bad && status == 0, bad};
  }

  /// Unpacks the member that is begun, up to a size, before any of it is given.
  Result<void> gather() {
    if (whole.empty()) whole.resize(kOneGo);
    whole_at = whole_size = 0;
    while (inside && whole_size < whole.size()) {
      if (auto filled_up = fill(1); !filled_up) return filled_up;
      const bool cut = pending().empty();
      const Step done = step(std::span(whole).subspan(whole_size));
      take(done.taken);
      whole_size += done.given;
      if (done.ended) inside = false;
      const bool at_end = cut && inside && done.given == 0;
      if (!done.damaged && !at_end) continue;
      whole_size = 0;
      take(std::min<std::size_t>(pending().size(), 1));
      return damaged(at_end ? kCut : kDamaged);
    }
    return {};
  }

  Result<bool> begin() {
    auto found = find_member();
    if (!found || !*found) return found;
    any = true;
    lost = false;
    if (unpack_in_one_go()) return true;
    if (packing == Packing::zstd) ::ZSTD_DCtx_reset(zstd.get(), ZSTD_reset_session_only);
    if (packing == Packing::gzip) {
      if (!inflater) inflater.emplace(15 + 16);
      inflater->reset();
    }
    inside = true;
    if (checked) {
      if (auto gathered = gather(); !gathered) return fail(gathered.error());
    }
    return true;
  }

  Result<std::size_t> read(std::span<char> out) {
    while (!ended) {
      if (whole_at < whole_size) {
        const std::size_t count = std::min(out.size(), whole_size - whole_at);
        std::memcpy(out.data(), whole.data() + whole_at, count);
        whole_at += count;
        return grown(count);
      }
      if (std::exchange(broken, false)) {
        take(std::min<std::size_t>(pending().size(), 1));  // on, so that the same member is not found again
        return damaged(kDamaged);
      }
      if (!inside) {
        auto begun = begin();
        if (!begun) return fail(begun.error());
        if (!*begun) {
          ended = true;
          return 0;
        }
        continue;
      }
      if (auto filled_up = fill(1); !filled_up) return fail(filled_up.error());
      const bool cut = pending().empty();
      const Step done = step(out);
      take(done.taken);
      if (done.ended) inside = false;
      broken = done.damaged;
      if (done.given > 0) return grown(done.given);
      if (broken) continue;
      if (cut && inside) return damaged(kCut);
    }
    return 0;
  }
};

Unpacker::Unpacker(ByteSource packed, Packing packing, std::shared_ptr<Expansion> expansion, bool checked)
    : state_(std::make_unique<State>()) {
  state_->packed = std::move(packed);
  state_->packing = packing;
  state_->checked = checked;
  state_->expansion = expansion ? std::move(expansion) : std::make_shared<Expansion>();
  if (packing == Packing::zstd) state_->zstd.reset(::ZSTD_createDCtx());
  if (packing == Packing::zstd && !state_->zstd) state_->ended = true;
}
Unpacker::Unpacker(Unpacker&&) noexcept = default;
Unpacker& Unpacker::operator=(Unpacker&&) noexcept = default;
Unpacker::~Unpacker() = default;

Result<std::size_t> Unpacker::read(std::span<char> out) { return state_->read(out); }

ByteSource unpacked(ByteSource packed, Packing packing, std::shared_ptr<Expansion> expansion) {
  const auto unpacker = std::make_shared<Unpacker>(std::move(packed), packing, std::move(expansion));
  return [unpacker, failed = false](std::span<char> buffer) mutable -> Result<std::size_t> {
    if (failed) return 0;
    auto got = unpacker->read(buffer);
    failed = !got;
    return got;
  };
}

}  // namespace sitcen::ingest
