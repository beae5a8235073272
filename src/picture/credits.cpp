#include "picture/credits.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "knowledge.h"
#include "picture/ascii.h"
#include "reading/tables/table.h"

namespace sitcen::picture {
namespace {

constexpr std::string_view kBlank = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

/// The agencies by the words they are credited with.
class Agencies {
 public:
  Agencies() {
    reading::for_each_row(knowledge::table("en/agencies.tsv"), 2,
                          [&](std::span<const std::string_view> row) { by_credit_.emplace(row[1], row[0]); });
  }
  /// \return the agency of a credit that is these words and no others; capitals count: "AP" is one, "ap" is none
  [[nodiscard]] std::optional<std::string_view> named(std::string_view words) const {
    const auto found = by_credit_.find(trimmed(words));
    if (found == by_credit_.end()) return std::nullopt;
    return found->second;
  }
  /// \return the same, of the first of words like "Reuters, AP and dpa", with where they end
  [[nodiscard]] std::optional<std::string_view> named_first(std::string_view words) const {
    for (std::size_t end = words.size(); end != std::string_view::npos && end > 0;
         end = words.find_last_of(" ,/;", end - 1))
      if (const auto agency = named(words.substr(0, end))) return agency;
    return std::nullopt;
  }

 private:
  std::unordered_map<std::string_view, std::string_view> by_credit_;
};

const Agencies& agencies() {
  static const Agencies kAgencies;
  return kAgencies;
}

/// A line of the text, looked at as a credit.
class Line {
 public:
  Line(std::string_view text, std::uint32_t at, std::vector<Credit>& out) : text_(text), at_(at), out_(out) {}

  void read() {
    in_brackets();
    behind_a_label();
    contributed();
  }

 private:
  void add(std::string_view agency, std::string_view words) {
    const auto begin = at_ + static_cast<std::uint32_t>(words.data() - text_.data());
    out_.push_back(
        {std::string(agency), "text", {begin, begin + static_cast<std::uint32_t>(words.size())}, std::string(words)});
  }

  /// "BRENNAU, March 3 (Reuters) - ...", "... on Monday. (AP)", "(dpa)"
  void in_brackets() {
    constexpr std::size_t kDateline = 80;  // within which a dateline has named its agency
    const auto open = text_.find('(');
    if (open != std::string_view::npos && open < kDateline) {
      const auto close = text_.find(')', open);
      const std::string_view behind = close == std::string_view::npos ? "" : trimmed(text_.substr(close + 1));
      const bool dash =
          behind.starts_with('-') || behind.starts_with("\xE2\x80\x93") || behind.starts_with("\xE2\x80\x94");
      if (dash || behind.empty()) bracket(open, close);
      if (dash) return;
    }
    const std::string_view whole = trimmed(text_);
    if (!whole.ends_with(')')) return;
    const auto last = text_.rfind('(');
    if (last != std::string_view::npos && last != open) bracket(last, text_.rfind(')'));
  }
  void bracket(std::size_t open, std::size_t close) {
    if (close == std::string_view::npos || close < open) return;
    const std::string_view inside = text_.substr(open + 1, close - open - 1);
    if (const auto agency = agencies().named_first(inside)) add(*agency, text_.substr(open, close - open + 1));
  }

  /// "Source: dpa", "By Reuters", "By Ana Kos, Associated Press"
  void behind_a_label() {
    constexpr std::size_t kLongest = 80;
    const std::string_view whole = trimmed(text_);
    if (whole.size() > kLongest) return;
    const std::string folded = lower_ascii(whole);
    for (const std::string_view label : {"source: ", "sources: ", "credit: ", "by ", "with "}) {
      if (!folded.starts_with(label)) continue;
      const std::string_view rest = whole.substr(label.size());
      if (const auto agency = agencies().named_first(rest)) return add(*agency, whole);
      const auto comma = rest.rfind(',');
      if (comma == std::string_view::npos) continue;
      if (const auto agency = agencies().named(rest.substr(comma + 1))) return add(*agency, whole);
    }
  }

  /// "AP contributed to this report"
  void contributed() {
    constexpr std::size_t kLongest = 160;
    const std::string_view whole = trimmed(text_);
    const auto at = whole.find(" contributed to this ");
    if (whole.size() > kLongest || at == std::string_view::npos) return;
    if (const auto agency = agencies().named_first(whole.substr(0, at))) add(*agency, whole);
  }

  std::string_view text_;
  std::uint32_t at_;
  std::vector<Credit>& out_;
};

}  // namespace

std::vector<Credit> credits_of(const Report& report) {
  std::vector<Credit> out;
  if (report.source)
    if (const auto agency = agencies().named(*report.source))
      out.push_back({std::string(*agency), "source", {}, *report.source});
  if (report.byline) {
    std::string_view words = *report.byline;
    for (const std::string_view label : {"By ", "by "})
      if (words.starts_with(label)) words.remove_prefix(label.size());
    auto agency = agencies().named_first(words);
    if (const auto comma = words.rfind(','); !agency && comma != std::string_view::npos)
      agency = agencies().named(words.substr(comma + 1));
    if (agency) out.push_back({std::string(*agency), "byline", {}, *report.byline});
  }
  const std::string_view text = report.text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    Line(text.substr(begin, end - begin), static_cast<std::uint32_t>(begin), out).read();
    begin = end + 1;
  }
  return out;
}

}  // namespace sitcen::picture
