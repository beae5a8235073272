#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sitcen/span.h"

namespace sitcen {

enum class TimePrecision : std::uint8_t { year, month, day, minute, second };
enum class TimeBasis : std::uint8_t { given, feed, meta, json_ld, text, url, header, clock };

/// A time as a source gave it.
struct Timestamp {
  std::string value;  ///< RFC 3339; no UTC offset where none is known; cut after its precision
  TimePrecision precision = TimePrecision::second;
  TimeBasis basis = TimeBasis::given;
};

enum class SectionKind : std::uint8_t { headline, lead, body, caption, credit, dateline };

/// A part of the report's text; sections do not overlap and are sorted by span.
struct Section {
  SectionKind kind = SectionKind::body;
  Span span;
};

/// One report version as it came in. `text` is never normalised; every span of every finding points into it.
struct Report {
  std::string key;      ///< SHA-256 hex of given id, else canonical URL, else source and text (which report)
  std::string version;  ///< SHA-256 hex of text and metadata (which version of it)
  std::string id;       ///< the id as given; else the key
  std::string origin;   ///< path or URL it was read from, as given; "-" for standard input
  std::optional<std::string> source, url, title, byline, dateline;
  std::optional<Timestamp> published, updated, fetched;
  std::optional<std::string> language;  ///< BCP 47; not known: none
  std::string text;                     ///< UTF-8, valid
  std::vector<Section> sections;        ///< empty: all of it is body
};

[[nodiscard]] std::string_view name(TimePrecision) noexcept;
[[nodiscard]] std::string_view name(TimeBasis) noexcept;
[[nodiscard]] std::string_view name(SectionKind) noexcept;

}  // namespace sitcen
