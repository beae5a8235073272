#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sitcen::store {

/// \return the SHA-256 of bytes, as hex
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

/// \return bytes as one zstd frame
[[nodiscard]] std::string compressed(std::string_view bytes);

/// \param size  of the bytes: nothing longer is made of a frame, whatever it says of itself
/// \return the bytes of a frame; none where it is damaged or of another size
[[nodiscard]] std::optional<std::string> decompressed(std::string_view frame, std::size_t size);

}  // namespace sitcen::store
