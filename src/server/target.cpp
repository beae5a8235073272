#include "server/target.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace sitcen::server {
namespace {

int hex_digit(char c) noexcept {
  if ('0' <= c && c <= '9') return c - '0';
  if ('a' <= c && c <= 'f') return c - 'a' + 10;
  if ('A' <= c && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// \return the text fit for a message: bytes beyond ASCII as %XX
std::string ascii(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (0x20 <= c && c < 0x7F)
      out += c;
    else
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

enum class Plus : bool { is_plus, is_space };

Result<std::string> decode(std::string_view text, Plus plus) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus == Plus::is_space) {
      out += ' ';
      continue;
    }
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
    if (high < 0 || low < 0)
      return fail(ErrorCode::bad_request, {fmt::format("the address has a % without two hex digits: {}", ascii(text))});
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  if (base::find_invalid_utf8(out) || out.find('\0') != std::string::npos)
    return fail(ErrorCode::bad_request, {fmt::format("the address does not decode to UTF-8 text: {}", ascii(text))});
  return out;
}

/// Calls `use` with each piece between separators, until it returns an error.
template <class F>
Result<void> each_piece(std::string_view text, char separator, F&& use) {
  while (true) {
    const std::size_t end = text.find(separator);
    if (Result<void> used = use(text.substr(0, end)); !used) return used;
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::optional<std::string_view> Target::parameter(std::string_view name) const {
  std::optional<std::string_view> found;
  for (const auto& [key, value] : parameters)
    if (key == name) found = value;
  return found;
}

Result<Target> parse_target(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!target.starts_with(scheme)) continue;
    target.remove_prefix(scheme.size());
    const std::size_t path = target.find('/');
    target = path == std::string_view::npos ? "/" : target.substr(path);
  }
  if (!target.starts_with('/'))
    return fail(ErrorCode::bad_request, {fmt::format("the address must start with /: {}", ascii(target))});
  target = target.substr(0, target.find('#'));

  Target out;
  const std::size_t question = target.find('?');
  out.path = target.substr(0, question);
  if (out.path != "/") {
    Result<void> read =
        each_piece(std::string_view(out.path).substr(1), '/', [&](std::string_view piece) -> Result<void> {
          Result<std::string> segment = decode(piece, Plus::is_plus);
          if (!segment) return fail(segment.error());
          if (segment->empty() || *segment == "." || *segment == "..") return fail(ErrorCode::not_found, {out.path});
          out.segments.push_back(*std::move(segment));
          return {};
        });
    if (!read) return fail(read.error());
  }
  if (question == std::string_view::npos) return out;
  Result<void> read = each_piece(target.substr(question + 1), '&', [&](std::string_view piece) -> Result<void> {
    if (piece.empty()) return {};
    const std::size_t equals = piece.find('=');
    Result<std::string> key = decode(piece.substr(0, equals), Plus::is_space);
    if (!key) return fail(key.error());
    Result<std::string> value =
        equals == std::string_view::npos ? std::string() : decode(piece.substr(equals + 1), Plus::is_space);
    if (!value) return fail(value.error());
    out.parameters.emplace_back(*std::move(key), *std::move(value));
    return {};
  });
  if (!read) return fail(read.error());
  return out;
}

std::string percent_encode(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') ||
                       std::string_view("-._~").find(c) != std::string_view::npos;
    if (plain)
      out += c;
    else
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace sitcen::server
