#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sitcen/result.h"

namespace sitcen::ingest {

/// A program of the system that reads a format for us.
struct Tool {
  std::string_view name;     ///< looked for in the folders where systems keep programs, never in PATH
  std::string_view package;  ///< of Debian, for who has not got it
};

inline constexpr unsigned kToolSeconds = 60;                          ///< by the clock, and of the processor
inline constexpr std::uint64_t kToolMemory = std::uint64_t{2} << 30;  ///< address space
inline constexpr std::uint64_t kToolFile = std::uint64_t{16} << 20;   ///< of any file it writes

[[nodiscard]] bool is_installed(const Tool& tool);

/// Runs a program with `input` as a file on its standard input, which it can open as /dev/stdin and move about in. No
/// shell; an environment of our own; its own limits; it is killed where it gives more than `most_output`.
/// \return what it wrote to standard output; tool_missing, tool_failed with what it said, report_too_long
[[nodiscard]] Result<std::string> run_tool(const Tool& tool, const std::vector<std::string>& arguments,
                                           std::string_view input, std::size_t most_output);

}  // namespace sitcen::ingest
