#include "reading/actors/spelling.h"

#include <utf8proc.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <utility>

namespace sitcen::reading {
namespace {

constexpr std::size_t kLongestWord = 64;  ///< bytes; a longer word is no name, and is left as it is

/// Longest first.
constexpr auto kSounds = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"shch", "s"}, {"sch", "s"}, {"tch", "c"}, {"dzh", "j"}, {"iev", "iv"}, {"yiv", "iv"}, {"iyi", "i"}, {"ch", "c"},
    {"sh", "s"},   {"zh", "z"},  {"kh", "h"},  {"gh", "g"},  {"th", "t"},   {"ph", "f"},   {"ts", "c"},  {"tz", "c"},
    {"ou", "u"},   {"oo", "u"},  {"ee", "i"},  {"ck", "k"},  {"ij", "i"},   {"iy", "i"},   {"yi", "i"},  {"yy", "i"},
    {"ii", "i"},   {"ia", "a"},  {"ya", "a"},  {"ja", "a"},  {"iu", "u"},   {"yu", "u"},   {"ju", "u"},  {"yo", "o"},
    {"x", "ks"},   {"q", "k"},   {"w", "v"},   {"y", "i"},   {"j", "i"},
});

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

}  // namespace

std::string folded_spelling(std::string_view word) {
  if (word.size() > kLongestWord) return std::string(word);
  utf8proc_uint8_t* plain = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK |
                                                      UTF8PROC_CASEFOLD | UTF8PROC_STABLE);
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): UTF-8 bytes as utf8proc calls them
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(word.data());
  const utf8proc_ssize_t size = utf8proc_map(bytes, static_cast<utf8proc_ssize_t>(word.size()), &plain, options);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(plain, &std::free);
  if (size < 0) return std::string(word);
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
  std::string_view rest(reinterpret_cast<const char*>(plain), static_cast<std::size_t>(size));
  std::string out;
  while (!rest.empty()) {
    std::string_view sound = rest.substr(0, 1);
    std::size_t taken = 1;
    for (const auto& [letters, one] : kSounds)
      if (rest.starts_with(letters)) {
        sound = one;
        taken = letters.size();
        break;
      }
    for (const char c : sound)
      if (c != '\'' && (out.empty() || out.back() != c)) out += c;
    rest.remove_prefix(taken);
  }
  return out;
}

std::string skeleton(std::string_view folded) {
  std::string out;
  for (const char c : folded)
    if (!is_vowel(c)) out += c;
  return out;
}

int letters_apart(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return 9;
  int n = 0;
  for (std::size_t i = 0; i < a.size(); ++i) n += a[i] != b[i];
  return n;
}

}  // namespace sitcen::reading
