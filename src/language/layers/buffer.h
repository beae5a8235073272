#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>

namespace sitcen::language {

/// Memory for numbers, aligned to 64 bytes; grown, never shrunk. Fresh memory is not touched, so what is never used
/// costs nothing.
template <class T>
class Buffer {
 public:
  /// \return at least `count` values; what was in them is lost where it grows
  T* at_least(std::size_t count) {
    if (count <= size_) return values_.get();
    values_.reset(static_cast<T*>(::operator new(count * sizeof(T), kAlign)));
    size_ = count;
    return values_.get();
  }
  [[nodiscard]] T* data() { return values_.get(); }

 private:
  static_assert(std::is_trivially_default_constructible_v<T>);
  static constexpr std::align_val_t kAlign{64};
  struct Free {
    void operator()(T* p) const { ::operator delete(p, kAlign); }
  };
  std::unique_ptr<T, Free> values_;
  std::size_t size_ = 0;
};

}  // namespace sitcen::language
