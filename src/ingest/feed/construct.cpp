#include "ingest/feed/construct.h"

#include <openssl/evp.h>

#include <algorithm>

#include "base/utf8.h"
#include "ingest/ascii.h"
#include "ingest/feed/xml_text.h"
#include "ingest/html/metadata.h"

namespace sitcen::ingest {
namespace {

enum class Form : std::uint8_t { plain, html, by_look };

std::string from_base64(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
  std::string out(text.size(), '\0');
  const auto* in = reinterpret_cast<const unsigned char*>(text.data());
  const int size = EVP_DecodeBlock(reinterpret_cast<unsigned char*>(out.data()), in, static_cast<int>(text.size()));
  if (size < 0) return {};
  const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
  out.resize(std::max(static_cast<std::size_t>(size), padding) - padding);
  return base::find_invalid_utf8(out) ? std::string() : out;
}

bool is_text_type(std::string_view type) {
  return type.empty() || type.find('/') == std::string_view::npos || type.starts_with("text/") ||
         type.ends_with("+xml") || type.ends_with("/xml");
}

/// \param inline_markup whether tags would stand as tags, so that what is escaped is meant as text
Form form_of(std::string_view type, bool inline_markup, Vocabulary vocabulary) {
  const bool xhtml = type == "xhtml" || type == "application/xhtml+xml";
  if (xhtml || type == "html" || type == "text/html") return inline_markup ? Form::plain : Form::html;
  if (type == "text" || type == "text/plain" || vocabulary == Vocabulary::atom) return Form::plain;
  return Form::by_look;
}

}  // namespace

std::string construct_text(const XmlTree& tree, std::uint32_t element) {
  const XmlElement& of = tree.elements[element];
  const bool has_elements = of.end > element + 1;
  if (has_elements) return text_of_html(html_of_markup(of.inner));
  const std::string type = lower_ascii(tree.attribute(element, "type").value_or(""));
  const std::string mode = lower_ascii(tree.attribute(element, "mode").value_or(""));
  std::string text = text_of_markup(of.inner);
  if (mode == "base64" || (of.vocabulary == Vocabulary::atom && !is_text_type(type))) {
    text = from_base64(std::move(text));
  }
  const bool inline_markup = mode == "xml" || (mode.empty() && type.find("xhtml") != std::string::npos);
  const Form form = form_of(type, inline_markup, of.vocabulary);
  const bool html = form == Form::html || (form == Form::by_look && looks_like_html(text));
  return html ? text_of_html(text) : paragraphs_of_text(text);
}

std::string construct_line(const XmlTree& tree, std::uint32_t element) {
  return collapsed(construct_text(tree, element));
}

std::string plain_line(const XmlTree& tree, std::uint32_t element) {
  return collapsed(text_of_markup(tree.elements[element].inner));
}

}  // namespace sitcen::ingest
