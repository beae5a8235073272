#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sitcen/result.h"

namespace sitcen::base {

/// What tells one kind of array file from another.
struct ArrayFormat {
  std::string_view magic;     ///< its first eight bytes
  std::uint32_t version = 1;  ///< the one that is written and read
  ErrorCode damaged = ErrorCode::internal, other_version = ErrorCode::internal;
  /// Much of the file may never be asked for: it is hashed through a small buffer, so that its pages are not in memory
  /// before they are needed.
  bool sparse = false;
};

/// A container of named arrays of plain numbers, each aligned to 64 bytes, one checksum over all bytes.
///
///   header (64 bytes): magic of 8 bytes, u32 version, u32 array count, u64 file size, u64 checksum (XXH3 over the file
///   with these 8 bytes left out), u64 offset of the directory
///   arrays, each aligned to 64
///   directory: per array u32 name size, name, u32 element size, u64 count, u64 offset
///
/// Little endian. Everything a reader needs is an array; texts are arrays of bytes.
class ArrayFileWriter {
 public:
  template <class T>
  void add(std::string name, std::span<const T> values) {
    static_assert(std::is_trivially_copyable_v<T>);
    add_bytes(std::move(name), sizeof(T), std::as_bytes(values));
  }
  void add_text(std::string name, std::string_view text) {
    add_bytes(std::move(name), 1, std::as_bytes(std::span(text.data(), text.size())));
  }
  void add_bytes(std::string name, std::size_t element_size, std::span<const std::byte> bytes);

  /// \return the file's bytes
  [[nodiscard]] std::string finish(const ArrayFormat& format) const;

 private:
  struct Array {
    std::string name;
    std::size_t element_size;
    std::string bytes;
  };
  std::vector<Array> arrays_;
};

/// A mapped array file. Spans are valid while it lives.
class ArrayFile {
 public:
  /// Maps `file` and checks header, directory, bounds, alignment and the checksum.
  [[nodiscard]] static Result<std::shared_ptr<const ArrayFile>> open(const std::filesystem::path& file,
                                                                     const ArrayFormat& format);
  /// The same over bytes in memory (copied); what the fuzzer and the tests use.
  [[nodiscard]] static Result<std::shared_ptr<const ArrayFile>> from_bytes(std::string_view bytes, std::string name,
                                                                           const ArrayFormat& format);

  ArrayFile(const ArrayFile&) = delete;
  ArrayFile& operator=(const ArrayFile&) = delete;

  [[nodiscard]] bool has(std::string_view name) const noexcept;
  /// \return the array, or the format's `damaged` if there is none of that name and element size
  template <class T>
  [[nodiscard]] Result<std::span<const T>> array(std::string_view name) const {
    static_assert(std::is_trivially_copyable_v<T>);
    auto raw = bytes_of(name, sizeof(T));
    if (!raw) return fail(std::move(raw.error()));
    return std::span<const T>(reinterpret_cast<const T*>(raw->data()), raw->size() / sizeof(T));
  }
  [[nodiscard]] Result<std::string_view> text(std::string_view name) const;
  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  [[nodiscard]] std::uint64_t size() const noexcept { return bytes_.size(); }
  /// \return the format's `damaged` with this file's name
  [[nodiscard]] tl::unexpected<Error> damaged(std::string_view why) const;

  struct Entry {
    std::string_view name;
    std::size_t element_size;
    std::span<const std::byte> bytes;
  };
  [[nodiscard]] std::span<const Entry> entries() const noexcept { return entries_; }

 private:
  explicit ArrayFile(const ArrayFormat& format) : format_(format) {}
  [[nodiscard]] Result<std::span<const std::byte>> bytes_of(std::string_view name, std::size_t element_size) const;
  [[nodiscard]] Result<void> parse(bool mapped);

  ArrayFormat format_;
  std::string name_;
  std::span<const std::byte> bytes_;
  std::shared_ptr<const void> memory_;  ///< the mapping, or the copy where the file was given as bytes
  std::vector<Entry> entries_;          ///< sorted by name
};

}  // namespace sitcen::base
