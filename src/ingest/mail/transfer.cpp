#include "ingest/mail/transfer.h"

#include <algorithm>

#include "base/utf8.h"
#include "ingest/ascii.h"
#include "ingest/decoder.h"
#include "ingest/header_fields.h"
#include "ingest/part.h"
#include "ingest/text.h"

namespace sitcen::ingest {
namespace {

constexpr std::size_t kLongestWord = 2048;  ///< mail allows 75; nobody looks further for the end of one

int base64_value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  return c == '/' || c == '_' ? 63 : -1;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = lower_ascii(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

struct EncodedWord {
  std::string charset, bytes;
  std::size_t size = 0;  ///< of its source
};

/// "=?charset?B?text?=" at the front, if one stands there.
std::optional<EncodedWord> encoded_word(std::string_view text) {
  if (!text.starts_with("=?")) return std::nullopt;
  text = text.substr(0, kLongestWord);
  const std::size_t charset_end = text.find('?', 2);
  if (charset_end == std::string_view::npos || charset_end + 2 >= text.size() || text[charset_end + 2] != '?') {
    return std::nullopt;
  }
  const std::size_t begin = charset_end + 3;
  const std::size_t end = text.find("?=", begin);
  if (end == std::string_view::npos) return std::nullopt;
  const char method = lower_ascii(text[charset_end + 1]);
  if (method != 'b' && method != 'q') return std::nullopt;
  const std::string_view charset = text.substr(2, charset_end - 2);
  const std::string_view content = text.substr(begin, end - begin);
  EncodedWord word;
  word.charset = charset.substr(0, charset.find('*'));  // a language may follow
  word.bytes = method == 'b' ? from_base64(content) : from_quoted_printable(content, true);
  word.size = end + 2;
  return word;
}

}  // namespace

std::string from_base64(std::string_view text) {
  std::string out;
  out.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const int value = base64_value(c);
    if (value < 0) {
      if (c == '=') count = 0;  // the end of one piece; another may follow
      continue;
    }
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> count & 0xFF);
  }
  return out;
}

std::string from_quoted_printable(std::string_view text, bool underscores) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '_' && underscores) {
      out += ' ';
      continue;
    }
    if (c != '=') {
      out += c;
      continue;
    }
    const std::size_t line_end = std::min(text.find_first_not_of(" \t\r", at + 1), text.size());
    if (line_end == text.size() || text[line_end] == '\n') {  // the line goes on
      at = line_end;
      continue;
    }
    const int high = hex_value(text[at + 1]);
    const int low = at + 2 < text.size() ? hex_value(text[at + 2]) : -1;
    if (high < 0 || low < 0) {
      out += c;
      continue;
    }
    out += static_cast<char>(high * 16 + low);
    at += 2;
  }
  return out;
}

std::string to_utf8(std::string_view bytes, const std::optional<std::string>& charset) {
  const bool is_known = charset && is_known_encoding(*charset);
  if (!is_known) return readable_utf8(bytes);
  auto decoder = Decoder::create(bytes_of(std::string(bytes)), charset);
  if (!decoder) return readable_utf8(bytes);
  auto text = read_all([&](std::span<char> buffer) { return decoder->read(buffer); }, 4 * bytes.size() + 16);
  return readable_utf8(text ? std::string_view(*text) : bytes);
}

std::string header_text(std::string_view value) {
  const std::string line = unfolded(value);
  std::string out;
  std::string_view rest = line;
  // Words in one charset that touch are decoded as one: a character may be split between them.
  std::optional<std::string> charset;
  std::string pending;
  const auto flush = [&] {
    if (charset) out += to_utf8(pending, charset);
    charset.reset();
    pending.clear();
  };
  while (!rest.empty()) {
    const std::size_t gap = std::min(rest.find_first_not_of(" \t"), rest.size());
    if (auto word = encoded_word(rest.substr(charset ? gap : 0))) {
      rest.remove_prefix(word->size + (charset ? gap : 0));
      if (charset && !equal_ignoring_case(word->charset, lower_ascii(*charset))) flush();
      charset = std::move(word->charset);
      pending += word->bytes;
      continue;
    }
    flush();
    const std::size_t next = std::min(rest.find("=?", 1), rest.size());
    out += rest.substr(0, next);
    rest.remove_prefix(next);
  }
  flush();
  std::string clean = readable_utf8(out);
  // A line break that an encoded word brings in must not make a header, or a line, of its own.
  std::ranges::replace_if(clean, [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return std::string(trimmed(clean));
}

}  // namespace sitcen::ingest
