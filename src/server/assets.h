#pragma once

#include <span>
#include <string_view>

namespace sitcen::server {

/// A file of src/server/assets, embedded at build time.
struct Asset {
  std::string_view name;  ///< "style.css"
  std::string_view path;  ///< "/assets/style.1f2e3d4c5b6a7988.css": named after its content
  std::string_view type;  ///< Content-Type
  std::string_view content;
};

[[nodiscard]] std::span<const Asset> assets() noexcept;

/// \return the address of an asset, "" if there is none of that name
[[nodiscard]] std::string_view asset_path(std::string_view name) noexcept;

}  // namespace sitcen::server
