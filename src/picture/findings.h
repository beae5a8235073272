#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

namespace sitcen::picture {

/// What a question for times, places or events can be narrowed by.
struct Parameter {
  const char* name;
  const char* value;  ///< what a person writes for it, e.g. "CODE"
  const char* help;
  std::vector<std::string> choices = {};  ///< the values there are; empty: any
};
[[nodiscard]] std::vector<Parameter> parameters(store::FindingKind kind);

/// What was typed, by the parameters' names.
using Typed = std::map<std::string, std::string, std::less<>>;

/// \return the question as the store takes it; bad_request for what cannot be read, actor_not_found for an actor that
///         nobody is
[[nodiscard]] Result<store::FindingFilter> finding_filter(store::Store& store, std::optional<store::Instant> as_of,
                                                          store::FindingKind kind, const Typed& typed);

/// A time, a place or an event of a report.
struct FindingRow {
  store::FindingKind kind = store::FindingKind::time;
  std::shared_ptr<const store::StoredReport> report;
  std::uint32_t number = 0;  ///< index among those of its kind in the report
  store::Evidence evidence;
  std::string cursor;

  [[nodiscard]] const Findings& findings() const { return report->findings; }
  [[nodiscard]] const TimeRef& time() const { return findings().times[number]; }
  [[nodiscard]] const Place& place() const { return findings().places[number]; }
  [[nodiscard]] const Event& event() const { return findings().events[number]; }
};

/// \return "bb22bb22bb22.e1": what a finding is called across reports
[[nodiscard]] std::string finding_id(const store::StoredReport& report, char letter, std::uint32_t number);
/// \return 'f', 't', 'p' or 'e': what the ids of a kind begin with
[[nodiscard]] char letter_of(store::FindingKind kind) noexcept;

/// Findings that are wanted, by published time (unknown last), report key and place in the text.
[[nodiscard]] Result<void> findings(store::Store& store, const store::FindingFilter& filter, const store::Scope& scope,
                                    const store::Page& page, const store::Visit<FindingRow>& visit);

}  // namespace sitcen::picture
