#include "ingest/feed/xml_text.h"

#include <algorithm>
#include <utility>

#include "ingest/ascii.h"
#include "ingest/feed/references.h"
#include "ingest/feed/xml_tokens.h"
#include "ingest/html/metadata.h"
#include "ingest/html/page.h"

namespace sitcen::ingest {
namespace {

constexpr auto kNoPlace = std::string_view::npos;

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == kNoPlace ? name : name.substr(colon + 1);
}

constexpr std::string_view kTags[] = {
#define SITCEN_HTML_TAG(name) name,
#include "ingest/feed/html_tags.inc"
#undef SITCEN_HTML_TAG
};

bool is_void(std::string_view name) {
  constexpr std::string_view kVoid[] = {"area", "base",  "br",   "col",   "embed",  "hr",  "img",
                                        "link", "input", "meta", "param", "source", "wbr", "track"};
  return std::ranges::any_of(kVoid, [&](std::string_view known) { return same_ignoring_case(known, name); });
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      out += c;
    }
  }
}

bool is_html_tag(std::string_view text) {
  const std::size_t begin = text.starts_with("</") ? 2 : 1;
  const std::size_t end = text.substr(0, begin + 20).find_first_of(" \t\r\n/>", begin);
  return end != kNoPlace && std::ranges::binary_search(kTags, lower_ascii(text.substr(begin, end - begin)));
}

/// Drops the start tags of things embedded that are never closed: all text after them would count as theirs.
std::string without_open_embeds(std::string_view html) {
  const std::string lower = lower_ascii(html);
  std::string out(html);
  for (const std::string name : {"object", "applet", "iframe"}) {
    const std::string begin = "<" + name;
    if (lower.find(begin) == kNoPlace || lower.find("</" + name) != kNoPlace) continue;
    for (std::size_t at = lower.find(begin); at != kNoPlace; at = lower.find(begin, at + 1)) out.replace(at, 4, "<!x ");
  }
  return out;
}

/// U+00A0, a space all the same.
std::string with_plain_spaces(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool space = text.substr(i, 2) == "\u00A0";
    out += space ? ' ' : text[i];
    if (space) ++i;
  }
  return out;
}

std::string lines(std::string_view text, bool kept) {
  std::string out;
  bool parted = false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string line = collapsed(with_plain_spaces(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) {
      parted = true;
      continue;
    }
    if (!out.empty()) out += kept || parted ? '\n' : ' ';
    out += line;
    parted = false;
  }
  return out;
}

}  // namespace

std::string without_references(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t size = text.front() == '&' ? append_reference(out, text) : 0;
    if (size == 0) out += text.front();
    text.remove_prefix(std::max<std::size_t>(size, 1));
  }
  return out;
}

std::string text_of_markup(std::string_view inner) {
  std::string out;
  XmlTokens tokens(inner);
  while (const auto token = tokens.next()) {
    if (token->kind == XmlKind::text) out += without_references(token->inside);
    if (token->kind == XmlKind::cdata) out += token->inside;
  }
  return out;
}

std::string html_of_markup(std::string_view inner) {
  std::string out;
  XmlTokens tokens(inner);
  while (const auto token = tokens.next()) {
    const std::string_view name = local_name(token->name);
    switch (token->kind) {
      case XmlKind::text:
        out += token->all;
        continue;
      case XmlKind::cdata:
        append_escaped(out, token->inside);
        continue;
      case XmlKind::close:
        if (!is_void(name)) out.append("</").append(name) += '>';
        continue;
      case XmlKind::open:
      case XmlKind::empty:
        out.append("<").append(name).append(token->inside) += '>';
        if (token->kind == XmlKind::empty && !is_void(name)) out.append("</").append(name) += '>';
    }
  }
  return out;
}

bool looks_like_html(std::string_view text) {
  std::string ignored;
  for (std::size_t at = text.find_first_of("<&"); at != kNoPlace; at = text.find_first_of("<&", at + 1)) {
    const std::string_view here = text.substr(at);
    if (here.front() == '&' ? append_reference(ignored, here) > 0 : here.starts_with("<!--") || is_html_tag(here)) {
      return true;
    }
  }
  return false;
}

std::string text_of_html(std::string_view html) {
  auto page = parse_page(without_open_embeds(html));
  if (!page) return paragraphs_of_text(text_of_markup(html));
  while (page->text.ends_with('\n')) page->text.pop_back();
  return std::move(page->text);
}

std::string paragraphs_of_text(std::string_view text) { return lines(text, false); }
std::string lines_of_text(std::string_view text) { return lines(text, true); }

}  // namespace sitcen::ingest
