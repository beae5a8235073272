#include "ingest/mail/mime.h"

#include <algorithm>

#include "ingest/ascii.h"
#include "ingest/mail/transfer.h"
#include "ingest/text.h"

namespace sitcen::ingest {
namespace {

constexpr int kDeepest = 20;              ///< multiparts in one another
constexpr std::size_t kMostParts = 1000;  ///< of one mail

struct Entity {
  HeaderBlock header;
  std::string_view body;
  int depth = 0;
  bool related = false;
};

std::string decoded(const HeaderBlock& header, std::string_view body) {
  const std::string encoding = lower_ascii(trimmed(header.find("content-transfer-encoding").value_or("")));
  if (encoding == "base64") return from_base64(body);
  if (encoding == "quoted-printable") return from_quoted_printable(body);
  return std::string(body);
}

/// The value of a parameter that RFC 2231 cuts in pieces or gives a charset: name*0*, name*1, name*.
std::string file_name(const MediaType& value, std::string_view name) {
  if (const auto plain = value.parameter(name)) return header_text(*plain);
  std::string out;
  const std::string prefix = std::string(name) + '*';
  for (const auto& [key, text] : value.parameters) {
    if (!key.starts_with(prefix)) continue;
    std::string_view piece = text;
    const bool is_first = out.empty();
    if (key.ends_with('*')) {
      if (const std::size_t quote = piece.find('\''); is_first && quote != std::string_view::npos) {
        const std::size_t second = piece.find('\'', quote + 1);
        if (second != std::string_view::npos) piece.remove_prefix(second + 1);
      }
      std::string escaped(piece);
      std::ranges::replace(escaped, '%', '=');
      out += from_quoted_printable(escaped);
    } else {
      out += piece;
    }
  }
  return header_text(out);
}

/// The parts between the lines of a boundary, in order.
std::vector<std::string_view> split(std::string_view body, std::string_view boundary, std::size_t most) {
  std::vector<std::string_view> parts;
  const std::string line = "--" + std::string(boundary);
  std::size_t begin = std::string_view::npos;
  for (std::size_t at = 0; at < body.size() && parts.size() < most;) {
    const std::size_t newline = std::min(body.find('\n', at), body.size());
    const std::string_view here = body.substr(at, newline - at);
    const std::string_view rest = here.starts_with(line) ? trimmed(here.substr(line.size())) : std::string_view("x");
    if (rest.empty() || rest == "--") {
      if (begin != std::string_view::npos) {
        std::string_view part = body.substr(begin, at - begin);  // its last line end belongs to the boundary
        if (part.ends_with('\n')) part.remove_suffix(1);
        if (part.ends_with('\r')) part.remove_suffix(1);
        parts.push_back(part);
      }
      begin = rest.empty() ? std::min(newline + 1, body.size()) : std::string_view::npos;
      if (rest == "--") break;
    }
    at = newline + 1;
  }
  if (begin != std::string_view::npos && parts.size() < most) parts.push_back(body.substr(begin));  // cut
  return parts;
}

void take_leaf(const Entity& entity, MediaType type, MailBody& out) {
  const auto disposition_field = entity.header.find("content-disposition");
  const MediaType disposition = read_media_type(unfolded(disposition_field.value_or("")));
  MailPart part;
  part.name = file_name(disposition, "filename");
  if (part.name.empty()) part.name = file_name(type, "name");
  part.attached = disposition.type == "attachment" || !part.name.empty();
  part.related = entity.related || entity.header.find("content-id").has_value();
  part.content = decoded(entity.header, entity.body);
  const bool is_text = type.type == "text/plain" || type.type == "text/html";
  if (is_text && !part.attached) {
    std::string& target = type.type == "text/plain" ? out.text : out.html;
    std::string text = to_utf8(part.content, type.parameter("charset"));
    if (is_blank(text)) return;
    if (!target.empty()) target += '\n';
    target += text;
    return;
  }
  part.type = std::move(type);
  out.files.push_back(std::move(part));
}

}  // namespace

MailBody read_mail_body(const HeaderBlock& header, std::string_view body) {
  MailBody out;
  std::vector<Entity> open = {{header, body, 0, false}};  // the next one last
  std::size_t parts = 0;
  while (!open.empty()) {
    const Entity entity = std::move(open.back());
    open.pop_back();
    if (++parts > kMostParts) {
      out.damaged = true;
      break;
    }
    MediaType type = read_media_type(unfolded(entity.header.find("content-type").value_or("text/plain")));
    const auto boundary = type.parameter("boundary");
    if (!type.type.starts_with("multipart/") || !boundary || boundary->empty()) {
      take_leaf(entity, std::move(type), out);
      continue;
    }
    if (entity.depth == kDeepest) {
      out.damaged = true;
      continue;
    }
    const auto inside = split(entity.body, *boundary, kMostParts);
    for (std::size_t i = inside.size(); i-- > 0;) {
      HeaderBlock inner = read_header_fields(inside[i]);
      const std::string_view content = inside[i].substr(inner.size);
      const bool related = entity.related || (type.type == "multipart/related" && i > 0);
      open.push_back({std::move(inner), content, entity.depth + 1, related});
    }
  }
  return out;
}

}  // namespace sitcen::ingest
