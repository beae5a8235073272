#include "ingest/mail/unwrap.h"

#include <algorithm>
#include <vector>

#include "ingest/header_fields.h"

namespace sitcen::ingest {
namespace {

constexpr std::size_t kNarrowest = 50;  ///< no program wraps at less
constexpr std::size_t kWidest = 100;    ///< nor at more: lines are the writer's own then
constexpr std::string_view kListMarks = "-*>|\t ";

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// Letters, not bytes: a program counts those.
std::size_t width_of(std::string_view line) {
  return static_cast<std::size_t>(
      std::ranges::count_if(line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool starts_anew(std::string_view line) {
  return trimmed(line).empty() || kListMarks.find(line.front()) != std::string_view::npos;
}

}  // namespace

std::string unwrapped(std::string_view text, bool flowed) {
  const auto lines = lines_of(text);
  std::size_t width = 0;
  for (const std::string_view line : lines) {
    // An address cannot be broken, and a quotation was broken by somebody else.
    const bool counts = line.find(' ') != std::string_view::npos && !line.starts_with('>');
    if (counts) width = std::max(width, width_of(line));
  }
  const bool wrapped = width >= kNarrowest && width <= kWidest;
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = lines[i];
    out += line;
    if (i + 1 == lines.size()) break;
    const std::string_view next = lines[i + 1];
    bool goes_on = false;
    if (flowed) {
      goes_on = line.ends_with(' ') && line != "-- ";
    } else if (wrapped && !trimmed(line).empty() && !line.starts_with('>') && !starts_anew(next)) {
      goes_on = width_of(line) + 1 + width_of(next.substr(0, next.find(' '))) > width;
    }
    if (!goes_on) {
      out += '\n';
    } else if (!line.ends_with(' ')) {
      out += ' ';
    }
  }
  return out;
}

}  // namespace sitcen::ingest
