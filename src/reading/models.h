#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "reading/knowledge.h"
#include "sitcen/engine.h"
#include "sitcen/report.h"
#include "sitcen/result.h"

namespace sitcen::reading {

/// A model and the tables of its language.
struct LanguageReader {
  std::shared_ptr<const Model> model;
  Knowledge knowledge;
};

/// \return the language of a report by its first subtag ("fr" of "fr-CA"), where the source gives it or it was
///         identified with a score of one half or more; else none, and none for what is no tag of a language
[[nodiscard]] std::optional<std::string> sure_language(const Report& report);

/// Which model reads which report: the first one those of its language and those whose language is not sure, others
/// are looked for when the first report of their language comes. May be used from any thread.
class Models {
 public:
  /// Finds and opens the model of a language. \return null if there is none
  using Find = std::function<Result<std::shared_ptr<const Model>>(std::string_view language)>;

  /// \param gazetteer  of all languages; null: no place is read
  Models(std::shared_ptr<const Model> first, std::shared_ptr<const Gazetteer> gazetteer, Find find);

  [[nodiscard]] const LanguageReader& first() const noexcept { return first_; }
  /// \return null if there is no model for the report's language; model_damaged and the like if it cannot be opened
  [[nodiscard]] Result<const LanguageReader*> of(const Report& report);

 private:
  LanguageReader first_;
  Find find_;
  std::mutex mutex_;
  std::map<std::string, Result<std::unique_ptr<LanguageReader>>> others_;  ///< by language, once asked for
};

}  // namespace sitcen::reading
