#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sitcen/report.h"
#include "sitcen/result.h"

namespace sitcen::story {

/// A line of a story that says what the picture must hold or must not: `expect [no] THING key=value ... "words"`.
struct Expectation {
  int line = 0;                             ///< in the file, from 1
  bool wanted = true;                       ///< false: `expect no ...`
  std::string thing;                        ///< "statement", "actor"
  std::map<std::string, std::string> keys;  ///< speaker="Ana Kos" kind=direct
  std::optional<std::string> words;         ///< the quoted words at the end
};

/// A story: reports as they come in, and what must be read from them. The format stands in README.md.
struct Story {
  std::filesystem::path file;
  std::map<std::string, std::string> options;  ///< `with statements=wide`
  std::vector<Report> reports;
  std::vector<Expectation> expectations;
};

/// \return the story, or a message that begins with FILE:LINE
[[nodiscard]] tl::expected<Story, std::string> parse_story(std::string_view text, const std::filesystem::path& file);

}  // namespace sitcen::story
