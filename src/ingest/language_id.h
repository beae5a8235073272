#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "sitcen/report.h"
#include "sitcen/result.h"

namespace sitcen::ingest {

struct IdentifiedLanguage {
  std::string tag;   ///< BCP 47, e.g. "en", "zh-Hant"
  double score = 0;  ///< 0 to 1
};

/// Says in which language a text is. Used by any number of threads.
class LanguageIdentifier {
 public:
  /// With CLD2, whose tables are in the program.
  LanguageIdentifier();
  /// With fastText's lid.176.ftz, which is right a little more often on short texts; what it knows nothing of is left
  /// to CLD2.
  /// \return file_not_found, bad_language_file where it is any other file
  [[nodiscard]] static Result<LanguageIdentifier> open(const std::filesystem::path& file);

  LanguageIdentifier(LanguageIdentifier&&) noexcept;
  LanguageIdentifier& operator=(LanguageIdentifier&&) noexcept;
  ~LanguageIdentifier();

  /// \param text UTF-8, valid; its first 4,000 bytes are looked at
  /// \return none where there are fewer than 20 letters, or they are of no language that is known
  [[nodiscard]] std::optional<IdentifiedLanguage> identify(std::string_view text) const;

 private:
  struct FastText;
  std::unique_ptr<const FastText> fast_text_;
};

/// Fills a report's language where none is given, and its score. Where the text of a report is, for sure, in another
/// language than was given, its own is taken, and what was given goes to `other_values`.
void identify_language(Report& report, const LanguageIdentifier& languages);

}  // namespace sitcen::ingest
