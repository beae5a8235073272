#include "cli/cards.h"

#include <algorithm>

#include "base/utf8.h"

namespace sitcen::cli {
namespace {

constexpr std::string_view kDot = " \xC2\xB7 ";
constexpr std::size_t kWidest = 100;  // columns; longer lines are hard to read

std::size_t width_of(const Terminal& terminal) { return std::min(terminal.width, kWidest); }

}  // namespace

std::string shown(const std::optional<Timestamp>& time) {
  if (!time) return "";
  std::string out = time->value;
  if (const auto at = out.find('T'); at != std::string::npos) {
    out[at] = ' ';
    const auto zone = out.find_first_of("+-", at);
    if (zone != std::string::npos) out.insert(zone, " ");
    if (out.ends_with("Z")) out.replace(out.size() - 1, 1, " UTC");
  }
  return out;
}

std::string short_name(const std::string& id, const std::string& key) { return id == key ? key.substr(0, 12) : id; }

std::string count(std::uint64_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}

std::string heading(const std::optional<std::string>& title, std::string_view text) {
  if (title && !title->empty()) return printable(*title);
  constexpr std::size_t kFirst = 200;  // bytes; a line shows less
  std::size_t size = std::min(text.size(), kFirst);
  while (size < text.size() && size > 0 && base::is_continuation(text[size])) --size;
  return printable(text.substr(0, std::min(size, text.find('\n'))));
}

std::string dim_line(const std::vector<std::string>& parts, std::size_t indent, const Terminal& terminal) {
  std::string line;
  for (const auto& part : parts) {
    if (part.empty()) continue;
    if (!line.empty()) line += kDot;
    line += printable(part);
  }
  const StyledText run{line, Style::dim};
  return wrap(std::span(&run, 1), {indent, indent, width_of(terminal)}, terminal);
}

std::string sentence_card(const std::string& meaning, const store::Evidence& evidence,
                          const std::optional<Timestamp>& published, const std::vector<std::string>& facts,
                          const Terminal& terminal) {
  const Span sentence = evidence.sentence_span;
  const auto words = [&](std::uint32_t begin, std::uint32_t end) {
    return begin < end ? printable(std::string_view(*evidence.text).substr(begin, end - begin)) : std::string();
  };
  const std::vector<StyledText> line = {{meaning, Style::strong},
                                        {" · " + words(sentence.begin, evidence.span.begin), Style::plain},
                                        {words(evidence.span.begin, evidence.span.end), Style::mark},
                                        {words(evidence.span.end, sentence.end), Style::plain}};
  std::vector<std::string> parts = {evidence.source.value_or(""), shown(published),
                                    short_name(evidence.report, evidence.key)};
  parts.insert(parts.end(), facts.begin(), facts.end());
  return wrap(line, {2, 4, terminal.width}, terminal) + dim_line(parts, 4, terminal);
}

Table::Table(std::vector<std::string> headings, std::size_t flexible, std::vector<std::size_t> numbers)
    : flexible_(flexible), numbers_(std::move(numbers)) {
  rows_.push_back(std::move(headings));
}

void Table::row(std::vector<std::string> cells) {
  for (auto& cell : cells) cell = printable(cell);
  rows_.push_back(std::move(cells));
}

std::string Table::text(const Terminal& terminal) const {
  constexpr std::size_t kGap = 2;
  constexpr std::size_t kNarrowest = 12;
  std::vector<std::size_t> widths(rows_.front().size());
  for (const auto& row : rows_)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], columns(row[i]));
  std::size_t others = kGap * (widths.size() - 1);
  for (std::size_t i = 0; i < widths.size(); ++i) others += i == flexible_ ? 0 : widths[i];
  const std::size_t left = terminal.width > others ? terminal.width - others : 0;
  widths[flexible_] = std::min(widths[flexible_], std::max(left, kNarrowest));

  std::string out;
  for (const auto& row : rows_) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      std::string cell = clip(row[i], widths[i]);
      const std::size_t missing = widths[i] - columns(cell);
      const bool number = std::find(numbers_.begin(), numbers_.end(), i) != numbers_.end();
      if (number) cell.insert(0, missing, ' ');
      line += i == 0 ? "" : std::string(kGap, ' ');
      line += paint(cell,
                    &row == &rows_.front() ? Style::dim
                    : i == flexible_       ? Style::strong
                                           : Style::plain,
                    terminal);
      if (!number && i + 1 < row.size()) line.append(missing, ' ');
    }
    out += line + '\n';
  }
  return out;
}

}  // namespace sitcen::cli
