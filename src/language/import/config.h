#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sitcen/result.h"

namespace sitcen::language {

/// A spaCy config.cfg: [section.names] with key = value, values in JSON, ${section:key} or ${section.key} standing for
/// another value.
class Config {
 public:
  /// \return the reason on failure: "line 12: ..."
  [[nodiscard]] static tl::expected<Config, std::string> parse(std::string_view text);

  [[nodiscard]] bool has_section(std::string_view section) const { return sections_.find(section) != sections_.end(); }
  /// \return the value as written, references resolved; none if it is not there
  [[nodiscard]] std::optional<std::string> raw(std::string_view section, std::string_view key) const;
  /// \return the value if it is there and of that type
  [[nodiscard]] std::optional<std::string> text(std::string_view section, std::string_view key) const;
  [[nodiscard]] std::optional<std::int64_t> integer(std::string_view section, std::string_view key) const;
  [[nodiscard]] std::optional<bool> boolean(std::string_view section, std::string_view key) const;
  [[nodiscard]] std::optional<std::vector<std::string>> texts(std::string_view section, std::string_view key) const;
  [[nodiscard]] std::optional<std::vector<std::int64_t>> integers(std::string_view section, std::string_view key) const;

 private:
  using Section = std::map<std::string, std::string, std::less<>>;
  std::map<std::string, Section, std::less<>> sections_;
};

}  // namespace sitcen::language
