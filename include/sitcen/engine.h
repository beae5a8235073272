#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "sitcen/document.h"
#include "sitcen/result.h"

namespace sitcen {

/// A language model: immutable, mapped from a .sitmodel file, shared by all engines and threads.
class Model;

/// What `sitcen model show` tells.
struct ModelInfo {
  std::string name;      ///< "en_core_web_md-3.8.0"
  std::string language;  ///< "en"
  std::string licence;
  std::string source;  ///< sha256 of what it was imported from
  std::uint64_t bytes = 0;
};

/// Maps and checks a model file (its checksum over all bytes, every table's bounds).
/// \return model_damaged, model_version, file_not_found, file_unreadable on failure
[[nodiscard]] Result<std::shared_ptr<const Model>> open_model(const std::filesystem::path& file);
[[nodiscard]] const ModelInfo& info(const Model& model) noexcept;

enum class Isa : std::uint8_t { best, plain, avx2, avx512, amx };
enum class Precision : std::uint8_t { f32, bf16 };

struct EngineOptions {
  Isa isa = Isa::best;
  Precision precision = Precision::f32;
  std::size_t cache_bytes = std::size_t{60} << 20;  ///< bound of the word-type caches of one engine
};

/// Reads texts with one model. One per thread: holds scratch memory and caches, which never change an answer.
class Engine {
 public:
  /// \return isa_unavailable if the processor lacks what the options ask for
  [[nodiscard]] static Result<Engine> create(std::shared_ptr<const Model> model, EngineOptions options = {});
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  /// Tokens, tags, heads, lemmas, entities, sentences of `text`.
  /// \param text  valid UTF-8 (checked: not_utf8); must outlive the document
  /// \param doc   is overwritten; its memory is used again
  [[nodiscard]] Result<void> read(std::string_view text, Document& doc);

 private:
  struct State;
  explicit Engine(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace sitcen
