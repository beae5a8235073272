#pragma once

#include <cstdint>
#include <memory>
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

/// What its publisher says may be done with a report: `usable`, `withheld` until further word, or `cancelled`.
enum class PublicationStatus : std::uint8_t { usable, withheld, cancelled };

enum class MetadataField : std::uint8_t { source, url, title, byline, dateline, published, updated, language };

/// What another part of the input says of a field, where it is not what the report has: accounts of a page or a feed
/// that contradict each other are kept side by side.
struct OtherValue {
  MetadataField field = MetadataField::published;
  std::string value;
  TimeBasis basis = TimeBasis::meta;
};

/// One report version as it came in. `text` is never normalised; every span of every finding points into it.
struct Report {
  std::string key;      ///< SHA-256 hex of given id, else canonical URL, else source and text (which report)
  std::string version;  ///< SHA-256 hex of text and metadata (which version of it)
  std::string id;       ///< the id as given; else the key
  std::string origin;   ///< path or URL it was read from, as given; "-" for standard input
  std::optional<std::string> source, url, title, byline, dateline;
  std::optional<Timestamp> published, updated, fetched;
  std::optional<std::string> language;      ///< BCP 47; not known: none
  std::optional<double> language_score;     ///< 0 to 1, where the language was identified from the text
  std::optional<PublicationStatus> status;  ///< not given: none
  std::optional<std::string> notice;        ///< to editors, of a correction or a retraction, in the source's words
  std::vector<OtherValue> other_values;     ///< in the order of the fields
  std::string text;                         ///< UTF-8, valid
  std::vector<Section> sections;            ///< empty: all of it is body
  std::shared_ptr<const std::string> raw;   ///< the bytes it was read from, where they were to be kept
};

[[nodiscard]] std::string_view name(TimePrecision) noexcept;
[[nodiscard]] std::string_view name(TimeBasis) noexcept;
[[nodiscard]] std::string_view name(SectionKind) noexcept;
[[nodiscard]] std::string_view name(PublicationStatus) noexcept;
[[nodiscard]] std::string_view name(MetadataField) noexcept;

}  // namespace sitcen
