#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitcen::ingest {

/// The fields "Name: value" of HTTP, WARC and mail.
struct HeaderField {
  std::string_view name;   ///< as written
  std::string_view value;  ///< no white space around it; where it is folded, the line breaks are still in it
};

struct HeaderBlock {
  std::vector<HeaderField> fields;  ///< in their order, views into the bytes given
  std::size_t size = 0;             ///< bytes, the empty line behind them included
  bool complete = false;            ///< whether the empty line was there

  /// \param name in lower case
  /// \return the first of that name
  [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
};

/// Reads fields up to the empty line. Lines may end in LF alone; one that is no field is passed over.
[[nodiscard]] HeaderBlock read_header_fields(std::string_view bytes);

/// \return the value with each folded line break, and white space around it, as one space
[[nodiscard]] std::string unfolded(std::string_view value);

[[nodiscard]] bool equal_ignoring_case(std::string_view a, std::string_view lower_case);

[[nodiscard]] std::string_view trimmed(std::string_view text);

/// A value with parameters, such as "text/html; charset=utf-8".
struct MediaType {
  std::string type;                                             ///< in lower case, without parameters
  std::vector<std::pair<std::string, std::string>> parameters;  ///< names in lower case, quotes undone

  [[nodiscard]] std::optional<std::string> parameter(std::string_view name) const;
};

[[nodiscard]] MediaType read_media_type(std::string_view value);

}  // namespace sitcen::ingest
