#include "server/html.h"

#include <algorithm>

namespace sitcen::server {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (c == '\r')
      out += "&#13;";
    else if ((byte < 0x20 && c != '\t' && c != '\n') || byte == 0x7F)
      out += "\xEF\xBF\xBD";
    else
      out += c;
  }
}

}  // namespace

void Html::text(std::string_view text) { append_escaped(out_, text); }

void Html::open(Literal tag, Attributes attributes) {
  out_ += '<';
  out_ += tag.view();
  for (const auto& [name, value] : attributes) {
    if (!value) continue;
    out_ += ' ';
    out_ += name.view();
    out_ += "=\"";
    append_escaped(out_, *value);
    out_ += '"';
  }
  out_ += '>';
}

void Html::close(Literal tag) {
  out_ += "</";
  out_ += tag.view();
  out_ += '>';
}

std::optional<std::string_view> language_tag(const std::optional<std::string>& language) {
  if (!language) return std::nullopt;
  const auto is_letter = [](char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z'); };
  const auto fits = [&](char c) { return is_letter(c) || ('0' <= c && c <= '9') || c == '-'; };
  const std::string_view tag = *language;
  const std::size_t primary = std::min(tag.find('-'), tag.size());
  const bool good = (primary == 2 || primary == 3) && std::ranges::all_of(tag.substr(0, primary), is_letter) &&
                    std::ranges::all_of(tag, fits) && !tag.ends_with('-');
  return good ? std::optional(tag) : std::nullopt;
}

std::optional<std::string_view> linkable(std::string_view url) {
  if (url.starts_with("https://") || url.starts_with("http://")) return url;
  return std::nullopt;
}

}  // namespace sitcen::server
