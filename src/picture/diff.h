#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

namespace sitcen::picture {

enum class ChangeKind : std::uint8_t {
  added,  ///< printed as "new"
  changed,
  corrected,  ///< changed in a version that says it corrects
  withdrawn,
};
[[nodiscard]] std::string_view name(ChangeKind kind) noexcept;

/// One fact that two versions of a report tell differently.
struct Change {
  ChangeKind kind = ChangeKind::changed;
  std::string what;  ///< report, title, byline, published, updated, notice, figure, statement, event, role, name
  std::optional<std::string> before, after;  ///< what each says of it
  std::optional<store::Evidence> old_words, new_words;
};

struct Diff {
  store::StoredReport from, to;
  std::vector<Change> changes;  ///< of the report itself first, then by their place in the newer version
};

/// \param from, to  a version's number or the beginning of its hash; none: the last but one, the last
/// \return report_not_found for a version there is not; a diff without changes where there is one version
[[nodiscard]] Result<Diff> diff(store::Store& store, std::string_view key, const std::optional<std::string>& from,
                                const std::optional<std::string>& to, std::optional<store::Instant> as_of);

/// What changed between two versions, by fact: words that say the same in another way are no change.
[[nodiscard]] std::vector<Change> changes(const store::StoredReport& from, const store::StoredReport& to);

}  // namespace sitcen::picture
