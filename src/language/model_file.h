#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/array_file.h"

namespace sitcen::language {

inline constexpr std::uint32_t kModelFormat = 1;
/// The .sitmodel container.
inline constexpr base::ArrayFormat kModelFile = {"SITMODEL", kModelFormat, ErrorCode::model_damaged,
                                                 ErrorCode::model_version};

using ModelFile = base::ArrayFile;
using ModelFileWriter = base::ArrayFileWriter;

/// Maps `file` and checks header, directory, bounds, alignment and the checksum.
[[nodiscard]] inline Result<std::shared_ptr<const ModelFile>> open_model_file(const std::filesystem::path& file) {
  return ModelFile::open(file, kModelFile);
}

/// The same over bytes in memory (copied); what the fuzzer and the tests use.
[[nodiscard]] inline Result<std::shared_ptr<const ModelFile>> model_file_of(std::string_view bytes, std::string name) {
  return ModelFile::from_bytes(bytes, std::move(name), kModelFile);
}

}  // namespace sitcen::language
