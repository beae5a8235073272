#include "language/import/python_regex.h"

#include <cstddef>

#include "language/import/ignore_case.h"

namespace sitcen::language {
namespace {

// What str.isspace() says, which is what Python's \s is.
constexpr std::string_view kSpace =
    "\\x09-\\x0D\\x1C-\\x20\\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}";
constexpr std::string_view kDigit = "\\p{Nd}";
constexpr std::string_view kWord = "\\p{L}\\p{N}_";

bool is_hex(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789abcdefABCDEF") == text.npos;
}

std::string_view members_of(char c) {
  switch (c) {
    case 's':
    case 'S':
      return kSpace;
    case 'd':
    case 'D':
      return kDigit;
    default:
      return kWord;
  }
}

}  // namespace

tl::expected<std::string, std::string> to_pcre2(std::string_view python) {
  if (python.starts_with("(?iu)")) return to_pcre2_ignoring_case(python.substr(5));
  std::string out;
  bool in_class = false;
  for (std::size_t at = 0; at < python.size(); ++at) {
    const char c = python[at];
    const auto bad = [&](std::string_view why) {
      return tl::unexpected("regular expression, byte " + std::to_string(at) + ": " + std::string(why));
    };
    if (c == '\\') {
      if (++at == python.size()) return bad("it ends in a backslash");
      const char escaped = python[at];
      if (escaped == 'u' || escaped == 'U') {
        const std::size_t digits = escaped == 'u' ? 4 : 8;
        const std::string_view hex = python.substr(at + 1, digits);
        if (hex.size() != digits || !is_hex(hex)) return bad("\\u needs four digits, \\U eight");
        out += "\\x{" + std::string(hex) + '}';
        at += digits;
      } else if (std::string_view("sdw").find(escaped) != std::string_view::npos) {
        out += in_class ? std::string(members_of(escaped)) : '[' + std::string(members_of(escaped)) + ']';
      } else if (std::string_view("SDW").find(escaped) != std::string_view::npos) {
        if (in_class) return bad("\\S, \\D or \\W inside a class");
        out += "[^" + std::string(members_of(escaped)) + ']';
      } else if (escaped == 'b' || escaped == 'B') {
        if (!in_class) return bad("\\b and \\B");
        out += "\\b";
      } else if (escaped == 'Z') {
        out += "\\z";
      } else if (std::string_view("aefnrtvxA0123456789").find(escaped) != std::string_view::npos) {
        out += '\\';
        out += escaped == 'v' ? "x0B" : std::string(1, escaped);
      } else if ((escaped >= 'a' && escaped <= 'z') || (escaped >= 'A' && escaped <= 'Z')) {
        return bad(std::string("\\") + escaped);
      } else {
        out += '\\';
        out += escaped;
      }
      continue;
    }
    if (!in_class && python.substr(at).starts_with("(?u)")) {  // what str patterns always have
      at += 3;
      continue;
    }
    if (!in_class && c == '[') {
      in_class = true;
      out += c;
      // A bracket right after the opening one, or after ^, is a member.
      if (at + 1 < python.size() && python[at + 1] == '^') out += python[++at];
      if (at + 1 < python.size() && python[at + 1] == ']') {
        ++at;
        out += "\\]";
      }
      continue;
    }
    if (!in_class && python.substr(at).starts_with("{,")) {  // from none; literal in PCRE2 before 10.43
      out += "{0,";
      ++at;
      continue;
    }
    if (in_class && c == '[') {  // a member in Python; PCRE2 might take "[:" for the start of a POSIX class
      out += "\\[";
      continue;
    }
    if (in_class && c == ']') in_class = false;
    out += c;
  }
  return out;
}

}  // namespace sitcen::language
