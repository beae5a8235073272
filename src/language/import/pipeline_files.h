#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "language/import/zip_archive.h"
#include "sitcen/result.h"

namespace sitcen::language {

/// The files of one spaCy pipeline: a wheel or another ZIP archive, or a folder; in either the pipeline may lie some
/// folders down. The place that holds config.cfg, meta.json and tokenizer is the pipeline.
class PipelineFiles {
 public:
  /// \return file_not_found, file_unreadable, or import_damaged when there is no pipeline or more than one
  [[nodiscard]] static Result<PipelineFiles> open(const std::filesystem::path& source);
  /// \param name  what errors call the archive
  [[nodiscard]] static Result<PipelineFiles> from_archive(std::string bytes, std::string name);

  [[nodiscard]] bool has(std::string_view path) const;
  /// \param path  relative to the pipeline, with '/'
  [[nodiscard]] Result<std::string> read(std::string_view path) const;
  /// \return import_damaged with source, file and reason
  [[nodiscard]] tl::unexpected<Error> damaged(std::string_view path, std::string_view why) const;
  /// \return model_unsupported with source and reason
  [[nodiscard]] tl::unexpected<Error> unsupported(std::string_view why) const;
  /// \return what errors call the source: its last path part
  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  /// \return SHA-256 in hex: of the archive's bytes, or over the paths and contents of the pipeline's files
  [[nodiscard]] Result<std::string> digest() const;

 private:
  struct File {
    std::uint64_t size = 0;
    std::filesystem::path path;  ///< empty in an archive
  };
  [[nodiscard]] Result<void> find_pipeline();

  std::string name_;
  std::optional<ZipArchive> archive_;
  std::map<std::string, File, std::less<>> files_;  ///< by path inside the source, later inside the pipeline
  std::string prefix_;                              ///< of the pipeline inside the archive, ends with '/' or is empty
};

}  // namespace sitcen::language
