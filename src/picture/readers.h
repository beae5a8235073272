#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "sitcen/result.h"
#include "store/store.h"

namespace sitcen::picture {

/// Reading connections to one store, for many threads: each question takes one and has it to itself.
/// As many are open as questions were ever under way at once.
class Readers {
  struct GiveBack {
    Readers* readers = nullptr;
    void operator()(store::Store* store) const;
  };

 public:
  /// A reading connection; goes back to the others when it ends. Must not outlive its Readers.
  using Reader = std::unique_ptr<store::Store, GiveBack>;

  /// Opens the store once, so that a store that cannot be read is told at the start.
  [[nodiscard]] static Result<std::unique_ptr<Readers>> open(std::filesystem::path location);

  /// May be called from any thread.
  /// \return what open_store returns on failure
  [[nodiscard]] Result<Reader> take();

  [[nodiscard]] const std::filesystem::path& location() const noexcept { return location_; }

 private:
  explicit Readers(std::filesystem::path location) : location_(std::move(location)) {}

  std::filesystem::path location_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<store::Store>> free_;
};

}  // namespace sitcen::picture
