#include "ingest/xml.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "ingest/ascii.h"
#include "ingest/decoder.h"
#include "ingest/header_fields.h"
#include "ingest/html/metadata.h"
#include "ingest/part.h"
#include "ingest/text.h"

namespace sitcen::ingest {
namespace {

// What stands for borders inside a paragraph while it is put together: signs that XML does not allow.
constexpr char kLineBreak = '\x1E';
constexpr char kCell = '\x1F';
constexpr std::string_view kBorders = "\x1E\x1F";

/// The next node of a walk in document order without recursion, for documents nested as deep as they are long.
pugi::xml_node next_in(pugi::xml_node node, pugi::xml_node root, bool into_children) {
  if (into_children && node.first_child()) return node.first_child();
  while (node && node != root) {
    if (node.next_sibling()) return node.next_sibling();
    node = node.parent();
  }
  return {};
}

/// A reference such as &#xD800; makes what is no character.
std::string valid(std::string text) { return base::find_invalid_utf8(text) ? readable_utf8(text) : text; }

bool is_text(pugi::xml_node node) { return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata; }

/// \return the encoding that the declaration names
std::optional<std::string> declared_encoding(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, std::min(bytes.find('>'), std::min<std::size_t>(bytes.size(), 256)));
  if (!trimmed(head).starts_with("<?xml")) return std::nullopt;
  const std::size_t at = head.find("encoding");
  const std::size_t open = at == std::string_view::npos ? at : head.find_first_of("'\"", at);
  if (open == std::string_view::npos) return std::nullopt;
  const std::size_t close = head.find(head[open], open + 1);
  if (close == std::string_view::npos) return std::nullopt;
  return std::string(head.substr(open + 1, close - open - 1));
}

Result<std::string> to_utf8(std::string_view bytes, const std::optional<std::string>& told) {
  std::optional<std::string> encoding = told;
  if (!encoding) {
    encoding = declared_encoding(bytes);
    // UTF-16 is read by its byte order mark, and a declaration that could be read as ASCII is wrong about it.
    const bool is_wide = encoding && lower_ascii(*encoding).starts_with("utf-16");
    if (encoding && (is_wide || !is_known_encoding(*encoding))) encoding.reset();
  }
  auto decoder = Decoder::create(bytes_of(std::string(bytes)), encoding);
  if (!decoder) return fail(decoder.error());
  auto text = read_all([&](std::span<char> buffer) { return decoder->read(buffer); }, 4 * bytes.size() + 16);
  if (!text) return text;
  if (auto fault = decoder->fault(*text, 0)) return fail(*fault);
  return text;
}

}  // namespace

Result<Xml> parse_xml(std::string_view bytes, const std::optional<std::string>& encoding) {
  auto text = to_utf8(bytes, encoding);
  if (!text) return fail(text.error());
  auto document = std::make_unique<pugi::xml_document>();
  constexpr unsigned kOptions = pugi::parse_default | pugi::parse_ws_pcdata;
  const auto result = document->load_buffer(text->data(), text->size(), kOptions, pugi::encoding_utf8);
  if (!result) {
    const std::string where = " (at byte " + std::to_string(result.offset) + ")";
    return fail(ErrorCode::bad_xml, {lower_ascii(std::string(result.description()).substr(0, 1)) +
                                     std::string(result.description()).substr(1) + where});
  }
  return document;
}

std::string_view local_name(pugi::xml_node node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(pugi::xml_node parent, std::string_view name) {
  for (const pugi::xml_node node : parent.children()) {
    if (local_name(node) == name) return node;
  }
  return {};
}

std::vector<pugi::xml_node> children(pugi::xml_node parent, std::string_view name) {
  std::vector<pugi::xml_node> out;
  for (const pugi::xml_node node : parent.children()) {
    if (local_name(node) == name) out.push_back(node);
  }
  return out;
}

pugi::xml_node descendant(pugi::xml_node root, std::string_view name) {
  for (pugi::xml_node node = next_in(root, root, true); node; node = next_in(node, root, true)) {
    if (local_name(node) == name) return node;
  }
  return {};
}

std::string words_of(pugi::xml_node root) {
  std::string out;
  for (pugi::xml_node node = next_in(root, root, true); node; node = next_in(node, root, true)) {
    if (is_text(node)) out += node.value();
  }
  return collapsed(valid(std::move(out)));
}

std::vector<std::string> paragraphs_of(pugi::xml_node root, XmlRole (*role)(std::string_view name)) {
  std::vector<std::string> out;
  std::string open;
  const auto close = [&] {
    std::string paragraph;
    std::string_view rest = open;
    std::string_view between;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find_first_of(kBorders), rest.size());
      const std::string piece = collapsed(rest.substr(0, end));
      if (!piece.empty() && !paragraph.empty()) paragraph += between;
      paragraph += piece;
      if (end < rest.size()) between = rest[end] == kCell ? "\t" : "\n";
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (!paragraph.empty()) out.push_back(valid(std::move(paragraph)));
    open.clear();
  };
  pugi::xml_node node = root.first_child();
  while (node) {
    bool down = true;
    if (is_text(node)) {
      open += node.value();
    } else if (node.type() == pugi::node_element) {
      const XmlRole here = role(local_name(node));
      if (here == XmlRole::line_break) open += kLineBreak;
      if (here == XmlRole::cell && !open.empty()) open += kCell;
      if (here == XmlRole::block) close();
      down = here != XmlRole::skipped;
    }
    if (down && node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node && node != root) {
      if (node.type() == pugi::node_element && role(local_name(node)) == XmlRole::block) close();
      if (node.next_sibling()) {
        node = node.next_sibling();
        break;
      }
      node = node.parent();
    }
    if (node == root) break;
  }
  close();
  return out;
}

XmlRole role_in_article(std::string_view name) {
  constexpr std::array<std::string_view, 34> kBlocks = {
      "p",      "hl1",    "hl2",        "h1",      "h2",         "h3",    "h4",   "h5",      "h6",
      "li",     "dt",     "dd",         "tr",      "div",        "block", "ul",   "ol",      "dl",
      "hr",     "table",  "caption",    "bq",      "blockquote", "pre",   "note", "section", "article",
      "header", "footer", "datasource", "tagline", "abstract",   "body",  "fn"};
  constexpr std::array<std::string_view, 9> kSkipped = {"media",  "script", "style", "head", "figure",
                                                        "iframe", "object", "svg",   "img"};
  if (name == "br") return XmlRole::line_break;
  if (name == "td" || name == "th") return XmlRole::cell;
  if (std::ranges::find(kBlocks, name) != kBlocks.end()) return XmlRole::block;
  return std::ranges::find(kSkipped, name) != kSkipped.end() ? XmlRole::skipped : XmlRole::inline_text;
}

}  // namespace sitcen::ingest
