#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/model_file.h"
#include "sitcen/result.h"

namespace sitcen::language {

/// A set of strings, numbered from 0, that lies in the model file ready to be asked: nothing is built at load.
/// Arrays: NAME.bytes (the strings one after the other), NAME.ends (where each ends), NAME.slots (open addressing by
/// XXH3, a power of two: number + 1, 0 for free).
class FrozenTable {
 public:
  FrozenTable() = default;
  /// \return model_damaged if the arrays do not fit together
  [[nodiscard]] static Result<FrozenTable> load(const ModelFile& file, const std::string& name);
  /// Adds the arrays of a table to a model. \param keys  distinct
  static void write(ModelFileWriter& out, const std::string& name, const std::vector<std::string>& keys);

  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view key) const noexcept;
  [[nodiscard]] std::string_view key(std::uint32_t number) const noexcept;
  /// \return size of the longest key in bytes
  [[nodiscard]] std::size_t longest() const noexcept { return longest_; }
  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(ends_.size()); }

 private:
  std::span<const std::uint32_t> slots_;
  std::span<const std::uint32_t> ends_;
  std::string_view bytes_;
  std::size_t longest_ = 0;
};

}  // namespace sitcen::language
