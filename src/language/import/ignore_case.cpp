#include "language/import/ignore_case.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "knowledge.h"
#include "language/import/string_ids.h"
#include "language/unicode/unicode.h"

namespace sitcen::language {
namespace {

constexpr char32_t kPoints = 0x110000;
constexpr std::size_t kLongestWord = 10;  // hexadecimal digits and what stands around them

struct Range {
  char32_t first, last;
};
using Ranges = std::vector<Range>;

bool is_surrogate(char32_t point) noexcept { return point >= 0xD800 && point < 0xE000; }

std::string hex_of(char32_t point) {
  std::array<char, kLongestWord> digits{};
  const auto end =
      std::to_chars(digits.data(), digits.data() + digits.size(), static_cast<std::uint32_t>(point), 16).ptr;
  return "\\x{" + std::string(digits.data(), end) + '}';
}

std::optional<char32_t> hex_number(std::string_view digits) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (error != std::errc() || end != digits.data() + digits.size() || value >= kPoints || is_surrogate(value))
    return std::nullopt;
  return value;
}

/// What Python takes for equal when case is ignored.
class CaseTable {
 public:
  CaseTable() : lower_(kPoints) {
    std::string text;
    std::string lowered;
    for (char32_t point = 0; point < kPoints; ++point) {
      lower_[point] = point;
      if (is_surrogate(point)) continue;
      text.clear();
      lowered.clear();
      base::append_utf8(text, point);
      append_lower(lowered, text);
      lower_[point] = base::decode(lowered, 0).value;
    }
    for_each_row(knowledge::table("spacy/case_equals.tsv"), [&](std::string_view of, std::string_view equal) {
      const auto a = hex_number(of);
      const auto b = hex_number(equal);
      if (a && b) equals_.emplace(*a, *b);
    });
  }

  /// \return all code points that match one of `members`
  [[nodiscard]] Ranges closure(const Ranges& members) const {
    std::vector<bool> wanted(kPoints);
    for (const Range& range : members) {
      for (char32_t point = range.first; point <= range.last; ++point) {
        const char32_t lower = lower_[point];
        wanted[lower] = true;
        for (auto [at, end] = equals_.equal_range(lower); at != end; ++at) wanted[at->second] = true;
      }
    }
    Ranges out;
    for (char32_t point = 0; point < kPoints; ++point) {
      if (is_surrogate(point) || !wanted[lower_[point]]) continue;
      if (!out.empty() && out.back().last + 1 == point) {
        out.back().last = point;
      } else {
        out.push_back({point, point});
      }
    }
    return out;
  }

 private:
  std::vector<char32_t> lower_;
  std::multimap<char32_t, char32_t> equals_;
};

std::string class_of(const Ranges& ranges) {
  std::string out = "[";
  for (const Range& range : ranges) {
    out += hex_of(range.first);
    if (range.last > range.first) out += '-' + hex_of(range.last);
  }
  return out + ']';
}

class Rewriter {
 public:
  explicit Rewriter(std::string_view python) : python_(python) {}

  tl::expected<std::string, std::string> run() {
    while (at_ < python_.size() && why_.empty()) step();
    if (!why_.empty()) return tl::unexpected("regular expression, byte " + std::to_string(at_) + ": " + why_);
    std::string define;
    for (std::size_t i = 0; i < groups_.size(); ++i) define += "(?<c" + std::to_string(i) + '>' + groups_[i] + ')';
    return "(?(DEFINE)" + define + ")(?i:" + out_ + ')';
  }

 private:
  void step() {
    const char c = python_[at_];
    if (c == '[') return take_class();
    if (c == '\\') {
      if (const auto point = take_escape()) add_letter(*point);
      return;
    }
    if (std::string_view("()|?*+^$.{}").find(c) != std::string_view::npos) {
      out_ += c;
      ++at_;
      if (c == '(' && python_.substr(at_).starts_with("?:")) {
        out_ += "?:";
        at_ += 2;
      } else if (c == '(' && python_.substr(at_).starts_with('?')) {
        why_ = "a group of another kind, in a pattern that ignores case";
      }
      return;
    }
    const auto point = base::decode(python_, at_);
    at_ += point.size;
    add_letter(point.value);
  }

  std::optional<char32_t> take_escape() {
    ++at_;
    if (at_ >= python_.size()) {
      why_ = "it ends in a backslash";
      return std::nullopt;
    }
    const char kind = python_[at_];
    if (kind == 'u' || kind == 'U') {
      const std::size_t digits = kind == 'u' ? 4 : 8;
      const std::string_view hex = python_.substr(at_ + 1, digits);
      const auto point = hex.size() == digits ? hex_number(hex) : std::nullopt;
      if (!point) why_ = "\\u needs four digits, \\U eight";
      at_ += 1 + hex.size();
      return point;
    }
    const bool is_letter = (kind >= 'a' && kind <= 'z') || (kind >= 'A' && kind <= 'Z') || (kind >= '0' && kind <= '9');
    if (is_letter) {
      why_ = std::string("\\") + kind + " in a pattern that ignores case";
      return std::nullopt;
    }
    const auto point = base::decode(python_, at_);
    at_ += point.size;
    return point.value;
  }

  void take_class() {
    const std::size_t begin = at_++;
    Ranges members;
    if (at_ < python_.size() && python_[at_] == '^') {
      why_ = "a class of what is not meant, in a pattern that ignores case";
      return;
    }
    for (bool is_first = true; why_.empty(); is_first = false) {
      if (at_ >= python_.size()) {
        why_ = "a class without an end";
        return;
      }
      if (python_[at_] == ']' && !is_first) break;
      const auto first = take_member();
      if (!first) return;
      const bool is_range = at_ + 1 < python_.size() && python_[at_] == '-' && python_[at_ + 1] != ']';
      if (is_range) ++at_;
      const auto last = is_range ? take_member() : first;
      if (!last) return;
      if (*last < *first) why_ = "a range that ends before it begins";
      members.push_back({*first, *last});
    }
    if (!why_.empty()) return;
    ++at_;
    const std::string_view text = python_.substr(begin, at_ - begin);
    auto& known = classes_[text];
    if (known.empty()) known = group_of(cases_.closure(members));
    out_ += known;
  }

  std::optional<char32_t> take_member() {
    if (python_[at_] == '\\') return take_escape();
    const auto point = base::decode(python_, at_);
    at_ += point.size;
    return point.value;
  }

  void add_letter(char32_t point) {
    auto& known = letters_[point];
    if (known.empty()) {
      const Ranges equal = cases_.closure({{point, point}});
      std::size_t count = 0;
      for (const Range& range : equal) count += range.last - range.first + 1;
      // A letter with one other case is the same to both.
      if (count > 2) {
        known = group_of(equal);
      } else {
        known = hex_of(point);
      }
    }
    out_ += known;
  }

  /// \return a reference to a group of these code points
  std::string group_of(const Ranges& ranges) {
    groups_.push_back("(?-i:" + class_of(ranges) + ')');
    return "(?&c" + std::to_string(groups_.size() - 1) + ')';
  }

  std::string_view python_;
  std::size_t at_ = 0;
  std::string out_, why_;
  CaseTable cases_;
  std::vector<std::string> groups_;
  std::map<std::string_view, std::string> classes_;
  std::map<char32_t, std::string> letters_;
};

}  // namespace

tl::expected<std::string, std::string> to_pcre2_ignoring_case(std::string_view python) {
  if (base::find_invalid_utf8(python)) return tl::unexpected<std::string>("regular expression: it is not UTF-8");
  return Rewriter(python).run();
}

}  // namespace sitcen::language
