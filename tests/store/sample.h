#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

namespace sitcen::store::sample {

/// A folder of its own for one test, gone after it.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::filesystem::path path() const { return path_; }
  [[nodiscard]] std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

/// Where `words` stand in `text`; throws where they do not.
[[nodiscard]] Span span_of(std::string_view text, std::string_view words);

/// Of a report that says who said what: two actors (one with a role), two statements, one with a candidate,
/// a figure, a time, a place, and an event that names all of them.
[[nodiscard]] Arrival flood();
/// A short report without findings: key and version are made from id and text.
[[nodiscard]] Arrival note(const std::string& id, const std::string& text, const std::string& published = "");

[[nodiscard]] inline EngineStamp engine() { return {"0.1.0", "en_test-1", "sha256:k1"}; }
[[nodiscard]] Instant at(std::string_view time);
[[nodiscard]] Batch batch(std::vector<Arrival> arrivals, std::string_view known_at = "2031-03-12T12:00:00Z");

/// Opens, and throws the error's message if that fails.
[[nodiscard]] std::unique_ptr<Store> opened(const std::filesystem::path& file, Access access = Access::write);
/// The value, or a thrown message: in tests a failed call has nothing to go on with.
template <class T>
T value(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message);
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

/// All that the questions of a store answer, as text: two stores with the same content give the same.
[[nodiscard]] std::string dump(Store& store);
[[nodiscard]] std::string dump(const StoredReport& stored);

/// Runs SQL on the file behind the store's back.
void tamper(const std::filesystem::path& file, const std::string& sql);

/// How many rows a table of the file has.
[[nodiscard]] std::uint64_t rows(const std::filesystem::path& file, const std::string& table);

}  // namespace sitcen::store::sample
