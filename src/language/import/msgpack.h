#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sitcen::language {

/// Reads MessagePack item by item, without building a tree: nothing is allocated and nothing recurses, so foreign bytes
/// cannot ask for more than the time of one pass. Texts are views into the buffer.
///
/// An error sticks: after it every read gives 0, "" or an empty container, so loops end by themselves and the caller
/// asks `ok()` once at the end.
class MsgpackReader {
 public:
  enum class Kind : std::uint8_t { nothing, null, boolean, integer, number, text, bytes, array, map, other };

  explicit MsgpackReader(std::string_view bytes) : bytes_(bytes) {}

  /// \return kind of the next item; `nothing` at the end and after an error
  [[nodiscard]] Kind peek() const noexcept;
  [[nodiscard]] bool at_end() const noexcept { return failed_ || at_ == bytes_.size(); }
  [[nodiscard]] bool ok() const noexcept { return !failed_; }
  /// \return what is wrong and where: "byte 17: a text was expected"; empty while all is well
  [[nodiscard]] std::string error() const;

  /// Opens a map or an array: its keys and values follow, one read each. Never more than bytes are left.
  std::uint32_t map();
  std::uint32_t array();
  /// A text of valid UTF-8, or bytes where a text may stand: spaCy's writer uses both for keys.
  std::string_view text();
  std::string_view bytes();
  bool boolean();
  std::int64_t integer();
  std::uint64_t unsigned_integer();
  double number();
  /// Passes over one item with all that is in it.
  /// \return its bytes, for a reader of their own
  std::string_view skip();
  /// \return true and passes over it, if the next item is nil
  bool null();

  void fail(std::string_view expected) noexcept;

 private:
  [[nodiscard]] bool has(std::size_t size) const noexcept { return bytes_.size() - at_ >= size; }
  [[nodiscard]] std::uint64_t big_endian(std::size_t at, std::size_t size) const noexcept;
  std::string_view payload(std::size_t size);
  std::string_view text_payload();
  std::uint32_t container(std::uint8_t fix, std::uint8_t code16, std::uint32_t items, std::string_view expected);

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::size_t failed_at_ = 0;
  std::string_view expected_;
  bool failed_ = false;
};

}  // namespace sitcen::language
