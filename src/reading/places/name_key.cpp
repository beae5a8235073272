#include "reading/places/name_key.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/fold.h"

namespace sitcen::reading {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kShort = {
    {{"st", "saint"}, {"mt", "mount"}, {"ft", "fort"}, {"ste", "sainte"}}};

/// Closes the word that began at `word` in `out`.
void end_word(std::string& out, std::size_t word) {
  const std::string_view last = std::string_view(out).substr(word);
  if (word == 0 && last == "the") {
    out.clear();
    return;
  }
  for (const auto& [shortened, full] : kShort)
    if (last == shortened) {
      out.replace(word, std::string::npos, full);
      return;
    }
}

void add(std::string_view text, std::string& out) {
  std::size_t word = 0;
  for (const char c : text) {
    if (c == '.' || c == '\'' || c == ',') continue;
    const bool space = c == ' ' || c == '-' || c == '\t' || c == '\n' || c == '_' || c == '/';
    if (!space) {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      continue;
    }
    if (out.size() == word) continue;
    end_word(out, word);
    if (!out.empty()) out += ' ';
    word = out.size();
  }
  if (out.size() > word) {
    if (word > 0) end_word(out, word);
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
}

}  // namespace

void make_name_key(std::string_view name, std::string& out) {
  out.clear();
  const bool ascii = std::ranges::all_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (ascii) return add(name, out);
  add(base::fold(name), out);
}

std::string name_key(std::string_view name) {
  std::string out;
  make_name_key(name, out);
  return out;
}

}  // namespace sitcen::reading
