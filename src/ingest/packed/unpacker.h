#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/ingest.h"
#include "ingest/packed/expansion.h"

namespace sitcen::ingest {

/// `deflate` is what HTTP calls so: a zlib stream, or a bare one from the servers that took the word literally.
enum class Packing : std::uint8_t { gzip, deflate, bare_deflate, zstd };

/// \return by the magic number; none for both kinds of deflate, which have none
[[nodiscard]] std::optional<Packing> packing_of(std::string_view head);

/// Unpacks a stream of members (gzip) or frames (zstd) in bounded memory. A damaged member costs that member alone:
/// after a failure the next read goes on where the next one starts.
class Unpacker {
 public:
  /// \param expansion shared by all that is unpacked of one input
  /// \param checked   give nothing of a member that is damaged, where it has no more than 1 MiB: for records packed one
  ///                  by one. Otherwise what stands before the damage comes out.
  Unpacker(ByteSource packed, Packing packing, std::shared_ptr<Expansion> expansion, bool checked = false);
  Unpacker(Unpacker&&) noexcept;
  Unpacker& operator=(Unpacker&&) noexcept;
  ~Unpacker();

  /// \return how many bytes were written to the front of `out`; 0 at the end. packed_damaged where a member is damaged
  ///         or cut, unpacks_too_large past the bounds (nothing follows), and what the source reports (nor then).
  [[nodiscard]] Result<std::size_t> read(std::span<char> out);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The same as a source of bytes, which ends with the first failure.
[[nodiscard]] ByteSource unpacked(ByteSource packed, Packing packing, std::shared_ptr<Expansion> expansion);

}  // namespace sitcen::ingest
