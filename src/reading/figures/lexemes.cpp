#include "reading/figures/lexemes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "base/utf8.h"

namespace sitcen::reading {
namespace {

constexpr std::size_t kMostDigits = 400;  ///< of one number that are read; a longer one is no figure anybody meant

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }  // in small letters

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == '\r' || c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x3000;
}

/// What stands beside numbers and is no letter: Latin-1 signs, punctuation, signs of money, operators.
bool is_symbol(char32_t c) {
  if (c < 0x80) return !is_digit(static_cast<char>(c)) && !is_letter(static_cast<char>(c));
  const bool latin = c < 0xC0 && c != 0xAA && c != 0xB5;  // without the letters of that block
  return latin || c == 0xD7 || c == 0xF7 || (c >= 0x2010 && c < 0x2070) || (c >= 0x20A0 && c < 0x20D0) || c == 0x2116 ||
         (c >= 0x2190 && c < 0x2300);
}

struct Vulgar {
  char32_t sign;
  double value;
};
constexpr auto kVulgar = std::to_array<Vulgar>({
    {U'½', 1 / 2.0},
    {U'⅓', 1 / 3.0},
    {U'⅔', 2 / 3.0},
    {U'¼', 1 / 4.0},
    {U'¾', 3 / 4.0},
    {U'⅕', 1 / 5.0},
    {U'⅖', 2 / 5.0},
    {U'⅗', 3 / 5.0},
    {U'⅘', 4 / 5.0},
    {U'⅙', 1 / 6.0},
    {U'⅚', 5 / 6.0},
    {U'⅐', 1 / 7.0},
    {U'⅛', 1 / 8.0},
    {U'⅜', 3 / 8.0},
    {U'⅝', 5 / 8.0},
    {U'⅞', 7 / 8.0},
    {U'⅑', 1 / 9.0},
    {U'⅒', 1 / 10.0},
});
/// \return nullptr if it is none
const Vulgar* vulgar(char32_t c) {
  if (c != 0xBC && c != 0xBD && c != 0xBE && (c < 0x2150 || c > 0x215F)) return nullptr;
  const auto* const at = std::ranges::find(kVulgar, c, &Vulgar::sign);
  return at == kVulgar.end() ? nullptr : at;
}

class Scanner {
 public:
  Scanner(std::string_view text, DecimalMark mark, std::vector<Lexeme>& out)
      : text_(text), out_(out), group_(mark == DecimalMark::comma ? '.' : ',') {}

  void run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '\n') {
        push(LexemeKind::symbol, at_ + 1).glued = false;
        glued_ = false;
      } else if (is_digit(c) ||
                 (c == '.' && group_ != '.' && is_digit(peek(at_ + 1)) && !is_digit(before()) && !glued_)) {
        number();
      } else if (is_letter(c)) {
        word();
      } else {
        sign();
      }
    }
  }

 private:
  [[nodiscard]] char peek(std::size_t i) const { return i < text_.size() ? text_[i] : '\0'; }
  [[nodiscard]] char before() const { return at_ > 0 ? text_[at_ - 1] : '\0'; }
  [[nodiscard]] bool starts(std::string_view what, std::size_t at) const { return text_.substr(at).starts_with(what); }

  Lexeme& push(LexemeKind kind, std::size_t end) {
    Lexeme lexeme;
    lexeme.span = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)};
    lexeme.kind = kind;
    lexeme.glued = glued_;
    lexeme.text = text_.substr(at_, end - at_);
    out_.push_back(lexeme);
    at_ = end;
    glued_ = true;
    return out_.back();
  }

  void sign() {
    const base::CodePoint c = base::decode(text_, at_);
    if (is_space(c.value)) {
      at_ += c.size;
      glued_ = false;
    } else if (const Vulgar* part = vulgar(c.value)) {
      Lexeme& lexeme = push(LexemeKind::digits, at_ + c.size);
      lexeme.digits = Digits::vulgar;
      lexeme.value = part->value;
    } else if (is_symbol(c.value)) {
      push(LexemeKind::symbol, at_ + c.size);
    } else {
      word();
    }
  }

  /// \return bytes of the letter at `i`, 0 if there is none
  [[nodiscard]] std::size_t letter(std::size_t i) const {
    if (i >= text_.size()) return 0;
    if (static_cast<unsigned char>(text_[i]) < 0x80) return is_letter(text_[i]) ? 1 : 0;
    const base::CodePoint c = base::decode(text_, i);
    return is_space(c.value) || is_symbol(c.value) || vulgar(c.value) != nullptr ? 0 : c.size;
  }

  void word() {
    std::size_t end = at_;
    for (std::size_t size = letter(end); size > 0; size = letter(end)) end += size;
    push(LexemeKind::word, end);
  }

  [[nodiscard]] std::size_t run_of_digits(std::size_t i) const {
    while (is_digit(peek(i))) ++i;
    return i;
  }

  /// Bytes of a white space that may part groups of digits, 0 if there is none at `i`.
  [[nodiscard]] std::size_t group_space(std::size_t i) const {
    if (i >= text_.size()) return 0;
    const base::CodePoint c = base::decode(text_, i);
    return is_space(c.value) && c.value != '\t' && c.value != '\r' ? c.size : 0;
  }

  /// "1,234,567", "12,34,567": where the groups end; `i` itself where there are none.
  [[nodiscard]] std::size_t comma_groups(std::size_t i) const {
    std::size_t end = i;
    std::size_t last = 3;
    while (peek(end) == group_) {
      const std::size_t next = run_of_digits(end + 1);
      if (next == end + 1) break;  // a mark of the sentence
      last = next - end - 1;
      if (last != 3 && (last != 2 || group_ != ',')) return i;
      end = next;
    }
    return last == 3 ? end : i;
  }

  /// "1 234 567", not "50 787s".
  [[nodiscard]] std::size_t space_groups(std::size_t i) const {
    std::size_t end = i;
    for (std::size_t gap = group_space(end); gap > 0; gap = group_space(end)) {
      const std::size_t next = run_of_digits(end + gap);
      if (next - end - gap != 3 || letter(next) > 0) return end;
      end = next;
    }
    return end;
  }

  [[nodiscard]] std::size_t groups(std::size_t begin, std::size_t i) const {
    const std::size_t first = i - begin;
    if (first == 0 || first > 3 || peek(begin) == '0') return i;
    return peek(i) == group_ ? comma_groups(i) : space_groups(i);
  }

  /// "1,000,00", "1,2,345,6": commas that part neither groups nor a list of small numbers; `i` itself for anything
  /// else.
  [[nodiscard]] std::size_t spoiled_groups(std::size_t i) const {
    std::size_t end = i;
    std::size_t parts = 0;
    bool long_part = false;
    if (group_ != ',') return i;
    while (peek(end) == ',' && is_digit(peek(end + 1))) {
      const std::size_t next = run_of_digits(end + 1);
      long_part = long_part || next - end - 1 > 2;
      end = next;
      ++parts;
    }
    return parts > 1 && long_part ? end : i;
  }

  void number() {
    const std::size_t begin = at_;
    std::size_t end = run_of_digits(begin);
    Digits form = Digits::whole;
    std::string plain(text_.substr(begin, std::min(end - begin, kMostDigits)));
    const std::size_t spoiled = spoiled_groups(end);
    if (const std::size_t grouped = groups(begin, end); grouped != end) {
      plain.clear();
      for (std::size_t i = begin; i < std::min(grouped, begin + kMostDigits); ++i)
        if (is_digit(text_[i])) plain += text_[i];
      end = grouped;
      form = Digits::grouped;
    } else if (spoiled != end) {
      push(LexemeKind::digits, spoiled).digits = Digits::opaque;
      return;
    }
    if (const std::size_t fraction = decimals(begin, end, form); fraction != end) {
      plain += '.';
      plain += text_.substr(end + 1, std::min(fraction - end - 1, kMostDigits));
      end = fraction;
      form = Digits::decimal;
    }
    if (const std::size_t parts = opaque_end(begin, end); parts != end) {
      push(LexemeKind::digits, parts).digits = Digits::opaque;
      return;
    }
    double value = 0;
    const bool read = std::from_chars(plain.data(), plain.data() + plain.size(), value).ec == std::errc{};
    power(end, value, form);
    Lexeme& lexeme = push(LexemeKind::digits, end);
    lexeme.value = value;
    lexeme.digits = read && std::isfinite(value) && end - begin < kMostDigits ? form : Digits::opaque;
  }

  /// "5.00", "1,3", "0,500"; not "22,24,26". \return where they end, `i` if there are none
  [[nodiscard]] std::size_t decimals(std::size_t begin, std::size_t i, Digits form) const {
    if (!is_digit(peek(i + 1))) return i;
    const std::size_t next = run_of_digits(i + 1);
    if (group_ == '.') return peek(i) == ',' && !(peek(next) == ',' && is_digit(peek(next + 1))) ? next : i;
    if (peek(i) == '.') return next;
    if (peek(i) != ',' || form != Digits::whole) return i;
    const bool zero = peek(begin) == '0' && i - begin == 1;
    if (next - i - 1 == 3 && !zero) return i;
    return peek(next) == ',' && is_digit(peek(next + 1)) ? i : next;
  }

  /// "192.168.1.2", "10:30", "5/17/2018", "2021-05-03", "555-12-34", "1/0": where the parts end; `end` itself where
  /// there is but one part, a range ("10-20") or a fraction ("4/5").
  [[nodiscard]] std::size_t opaque_end(std::size_t begin, std::size_t end) const {
    const char mark = peek(end);
    if (mark != '.' && mark != ':' && mark != '/' && mark != '-') return end;
    std::size_t i = end;
    std::size_t parts = 0;
    while (peek(i) == mark && is_digit(peek(i + 1))) {
      i = run_of_digits(i + 1);
      ++parts;
    }
    const bool one = mark == ':' || mark == '.' || (mark == '/' && !is_fraction(begin, end, i));
    return parts > 1 || (parts == 1 && one) ? i : end;
  }

  /// Whether digits [begin, slash) and (slash, end) are a fraction: a proper one, or of halves, thirds and the like.
  [[nodiscard]] bool is_fraction(std::size_t begin, std::size_t slash, std::size_t end) const {
    constexpr int kMostParts = 1000;
    constexpr int kCommonParts = 5;  // "7/5", but "24/7" is no fraction
    if (slash - begin > 4 || end - slash > 5) return false;
    int numerator = 0;
    int denominator = 0;
    std::from_chars(text_.data() + begin, text_.data() + slash, numerator);
    std::from_chars(text_.data() + slash + 1, text_.data() + end, denominator);
    if (denominator <= 0 || denominator > kMostParts || numerator > kMostParts) return false;
    return numerator < denominator || denominator <= kCommonParts;
  }

  /// "e6", "x10^6", "^-1" behind a number.
  void power(std::size_t& end, double& value, Digits& form) const {
    const auto exponent = [&](std::size_t i) -> std::pair<int, std::size_t> {
      const bool minus = peek(i) == '-';
      if (minus || peek(i) == '+') ++i;
      const std::size_t stop = run_of_digits(i);
      int n = 0;
      if (stop == i || std::from_chars(text_.data() + i, text_.data() + stop, n).ec != std::errc{} || n > 300)
        return {0, 0};
      return {minus ? -n : n, stop};
    };
    if (peek(end) == 'e' && letter(end + 2) == 0) {
      if (const auto [n, stop] = exponent(end + 1); stop > 0 && letter(stop) == 0) {
        value *= std::pow(10.0, n);
        end = stop;
        form = Digits::power;
      }
      return;
    }
    if (peek(end) == '^') {
      if (const auto [n, stop] = exponent(end + 1); stop > 0) {
        value = std::pow(value, n);
        end = stop;
        form = Digits::power;
      }
      return;
    }
    for (const std::string_view times : {"x10^", "×10^", "*10^"})
      if (starts(times, end))
        if (const auto [n, stop] = exponent(end + times.size()); stop > 0) {
          value *= std::pow(10.0, n);
          end = stop;
          form = Digits::power;
          return;
        }
  }

  std::string_view text_;
  std::vector<Lexeme>& out_;
  char group_;  ///< parts groups of digits
  std::size_t at_ = 0;
  bool glued_ = false;
};

}  // namespace

Lexemes::Lexemes(std::string_view text, DecimalMark mark) : lowered(text) {
  for (char& c : lowered)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  Scanner(lowered, mark, all).run();
}

}  // namespace sitcen::reading
