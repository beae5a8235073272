#include "ingest/feed/xml_tokens.h"

#include <algorithm>

#include "ingest/ascii.h"

namespace sitcen::ingest {
namespace {

constexpr std::string_view kXmlSpace = " \t\r\n\f";
constexpr auto kNoMark = std::string_view::npos;

constexpr bool is_xml_space(char c) { return kXmlSpace.find(c) != kNoMark; }
constexpr bool begins_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
         static_cast<unsigned char>(c) > 127;
}

/// Where a tag ends: at the first > outside quotation marks, or before the < of the next one, which no tag may hold.
struct TagEnd {
  std::size_t inside;  ///< end of what it says
  std::size_t all;     ///< end of the tag
};

TagEnd end_of_tag(std::string_view text, std::size_t begin) {
  std::size_t first_close = kNoMark;  // inside quotation marks: the end where these turn out not to be closed
  char quote = 0;
  for (std::size_t i = begin; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '<') return first_close != kNoMark ? TagEnd{first_close, first_close + 1} : TagEnd{i, i};
    if (quote != 0) {
      if (c == quote) {
        quote = 0;
        first_close = kNoMark;
      } else if (c == '>' && first_close == kNoMark) {
        first_close = i;
      }
      continue;
    }
    if (c == '>') return {i, i + 1};
    if ((c == '"' || c == '\'') && text[i - 1] == '=') quote = c;
  }
  if (first_close != kNoMark) return {first_close, first_close + 1};
  return {text.size(), text.size()};
}

std::string_view trimmed_front(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(kXmlSpace), text.size()));
}

}  // namespace

std::optional<XmlToken> XmlTokens::next() {
  while (!rest_.empty()) {
    if (rest_.front() != '<') return text();
    if (rest_.starts_with("<![CDATA[")) {
      const std::size_t end = rest_.find("]]>");
      if (end == kNoMark) return take(XmlKind::cdata, rest_.size(), 9, rest_.size());
      return take(XmlKind::cdata, end + 3, 9, end);
    }
    if (pass_over()) continue;
    const bool close = rest_.size() > 1 && rest_[1] == '/';
    const std::size_t name = close ? 2 : 1;
    if (rest_.size() > name && begins_name(rest_[name])) return tag();
    return text();
  }
  return std::nullopt;
}

XmlToken XmlTokens::take(XmlKind kind, std::size_t size, std::size_t begin, std::size_t end) {
  const XmlToken token{kind, rest_.substr(0, size), {}, rest_.substr(begin, end - begin)};
  rest_.remove_prefix(size);
  return token;
}

/// The text up to the next <; one that stands here begins no tag.
XmlToken XmlTokens::text() {
  const std::size_t end = std::min(rest_.find('<', 1), rest_.size());
  return take(XmlKind::text, end, 0, end);
}

XmlToken XmlTokens::tag() {
  const bool close = rest_[1] == '/';
  const std::size_t begin = close ? 2 : 1;
  const TagEnd end = end_of_tag(rest_, begin);
  std::size_t name_end = begin;
  while (name_end < end.inside && !is_xml_space(rest_[name_end]) && rest_[name_end] != '/') ++name_end;
  std::size_t inside_end = end.inside;
  while (inside_end > name_end && is_xml_space(rest_[inside_end - 1])) --inside_end;
  const bool empty = !close && inside_end > name_end && rest_[inside_end - 1] == '/';
  if (empty) --inside_end;
  const XmlKind kind = close ? XmlKind::close : empty ? XmlKind::empty : XmlKind::open;
  const std::string_view name = rest_.substr(begin, name_end - begin);
  XmlToken token = take(kind, end.all, name_end, inside_end);
  token.name = name;
  return token;
}

bool XmlTokens::pass_over() {
  if (rest_.starts_with("<!--")) return pass_to("-->");
  if (rest_.starts_with("<?")) return pass_to("?>");
  if (!rest_.starts_with("<!")) return false;
  // A DOCTYPE: to its >, past what it declares in brackets.
  std::size_t at = rest_.find_first_of("[>", 2);
  if (at != kNoMark && rest_[at] == '[') {
    const std::size_t closed = rest_.find(']', at);
    if (closed != kNoMark) at = rest_.find('>', closed);
  }
  rest_.remove_prefix(at == kNoMark ? rest_.size() : at + 1);
  return true;
}

/// \return true; what is not closed ends with the document
bool XmlTokens::pass_to(std::string_view mark) {
  const std::size_t end = rest_.find(mark, 2);
  rest_.remove_prefix(end == kNoMark ? rest_.size() : end + mark.size());
  return true;
}

std::optional<XmlAttribute> next_attribute(std::string_view& inside) {
  inside = trimmed_front(inside);
  if (inside.empty()) return std::nullopt;
  const std::size_t name_end = std::min(inside.find_first_of("= \t\r\n\f", 1), inside.size());
  XmlAttribute attribute{inside.substr(0, name_end), {}};
  inside = trimmed_front(inside.substr(name_end));
  if (!inside.starts_with('=')) return attribute;
  inside = trimmed_front(inside.substr(1));
  if (inside.empty()) return attribute;
  const char quote = inside.front();
  if (quote == '"' || quote == '\'') {
    const std::size_t end = std::min(inside.find(quote, 1), inside.size());
    attribute.value = inside.substr(1, end - 1);
    inside.remove_prefix(std::min(end + 1, inside.size()));
    return attribute;
  }
  const std::size_t end = std::min(inside.find_first_of(kXmlSpace), inside.size());
  attribute.value = inside.substr(0, end);
  inside.remove_prefix(end);
  return attribute;
}

std::optional<std::string_view> find_attribute(std::string_view inside, std::string_view name) {
  while (const auto attribute = next_attribute(inside)) {
    if (same_ignoring_case(attribute->name, name)) return attribute->value;
  }
  return std::nullopt;
}

}  // namespace sitcen::ingest
