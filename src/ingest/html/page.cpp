#include "ingest/html/page.h"

#include <lexbor/dom/interfaces/text.h>

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "ingest/ascii.h"
#include "ingest/html/element_kinds.h"
#include "ingest/html/tree.h"

namespace sitcen::ingest {
namespace {

/// FNV-1a.
std::uint32_t hash(std::string_view text) {
  std::uint32_t out = 2166136261U;
  for (const char c : text) out = (out ^ static_cast<unsigned char>(c)) * 16777619U;
  return out;
}

std::string_view view(const lxb_char_t* text, std::size_t size) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text), size);
}

std::optional<std::string_view> attribute(const lxb_dom_node_t* node, std::string_view name) {
  const auto* element = reinterpret_cast<const lxb_dom_element_t*>(node);
  for (lxb_dom_attr_t* at = element->first_attr; at != nullptr; at = at->next) {
    std::size_t size = 0;
    const lxb_char_t* at_name = lxb_dom_attr_local_name(at, &size);
    if (view(at_name, size) != name) continue;
    const lxb_char_t* value = lxb_dom_attr_value(at, &size);
    return view(value, size);
  }
  return std::nullopt;
}

std::string text_of(lxb_dom_node_t* node) {
  std::string out;
  for (lxb_dom_node_t* child = node->first_child; child != nullptr; child = child->next) {
    if (child->type != LXB_DOM_NODE_TYPE_TEXT) continue;
    const auto* text = reinterpret_cast<lxb_dom_text_t*>(child);
    out += view(text->char_data.data.data, text->char_data.data.length);
  }
  return out;
}

bool is_hidden(const lxb_dom_node_t* node) {
  if (attribute(node, "hidden")) return true;
  const auto style = attribute(node, "style");
  if (!style) return false;
  std::string plain = lower_ascii(style->substr(0, 500));
  std::erase(plain, ' ');
  return plain.find("display:none") != std::string::npos;
}

/// How an element takes part in the text: as its tag says, but a <span> named a caption or a credit is a block.
Role role_in_text(const lxb_dom_node_t* node) {
  const Role role = role_of(node->local_name);
  if (node->local_name != LXB_TAG_SPAN) return role;
  const auto names = attribute(node, "class");
  if (!names) return role;
  const Hint hint = hint_of_names(*names);
  return hint == Hint::caption || hint == Hint::credit ? Role::block : role;
}

class Flattener {
 public:
  Page run(lxb_html_document_t* document) {
    page_.elements.push_back({});
    lxb_dom_node_t* const root = lxb_dom_interface_node(document);
    for (lxb_dom_node_t* node = root->first_child; node != nullptr;) {
      if (enter(node)) {
        if (node->first_child != nullptr) {
          node = node->first_child;
          continue;
        }
        leave(node);
      }
      while (node->next == nullptr && node->parent != root) {
        node = node->parent;
        leave(node);
      }
      node = node->next;
    }
    flush();
    page_.elements[0].end = static_cast<std::uint32_t>(page_.elements.size());
    return std::move(page_);
  }

 private:
  /// \return whether it is open now: its children are to be walked, then leave() called
  bool enter(lxb_dom_node_t* node) {
    if (node->type == LXB_DOM_NODE_TYPE_TEXT) {
      const auto* text = reinterpret_cast<lxb_dom_text_t*>(node);
      add_text(view(text->char_data.data.data, text->char_data.data.length));
      return false;
    }
    if (node->type != LXB_DOM_NODE_TYPE_ELEMENT) return false;
    const lxb_tag_id_t tag = node->local_name;
    read_head_element(node, tag);
    switch (role_in_text(node)) {
      case Role::skipped:
        return false;
      case Role::line_break:
        line_break();
        return false;
      case Role::inline_:
        if (is_hidden(node)) return false;
        if (tag == LXB_TAG_A) ++links_;
        if (tag == LXB_TAG_IMG) page_.elements[open_].image = true;
        return true;
      case Role::block:
        break;
    }
    if (is_hidden(node)) return false;
    open_block(node, tag);
    return true;
  }

  void leave(lxb_dom_node_t* node) {
    const lxb_tag_id_t tag = node->local_name;
    if (role_in_text(node) == Role::inline_) {
      if (tag == LXB_TAG_A) --links_;
      return;
    }
    flush();
    page_.elements[open_].end = static_cast<std::uint32_t>(page_.elements.size());
    open_ = page_.elements[open_].parent;
    if (tag == LXB_TAG_PRE) --preformatted_;
  }

  void open_block(const lxb_dom_node_t* node, lxb_tag_id_t tag) {
    flush();
    Element element;
    element.parent = open_;
    element.tag = static_cast<std::uint16_t>(tag);
    for (const std::string_view id : {"class", "id", "role"}) {
      if (element.hint != Hint::none) break;
      if (const auto names = attribute(node, id)) element.hint = hint_of_names(*names);
    }
    open_ = static_cast<std::uint32_t>(page_.elements.size());
    page_.elements.push_back(element);
    if (const auto names = attribute(node, "class")) page_.elements[open_].name = hash(*names);
    if (tag == LXB_TAG_PRE) ++preformatted_;
    if (tag == LXB_TAG_HTML) page_.language = attribute(node, "lang").value_or("");
  }

  void read_head_element(lxb_dom_node_t* node, lxb_tag_id_t tag) {
    if (tag == LXB_TAG_TITLE && page_.title.empty()) page_.title = text_of(node);
    if (tag == LXB_TAG_LINK && attribute(node, "rel") == "canonical") {
      page_.canonical = attribute(node, "href").value_or("");
    }
    if (tag == LXB_TAG_TIME) {
      if (const auto time = attribute(node, "datetime")) page_.times.emplace_back(page_.blocks.size(), *time);
    }
    if (tag != LXB_TAG_META) read_microdata(node);
    if (tag == LXB_TAG_SCRIPT && attribute(node, "type") == "application/ld+json") {
      page_.json_ld.push_back(text_of(node));
    }
    if (tag != LXB_TAG_META) return;
    const auto content = attribute(node, "content");
    if (!content) return;
    auto name = attribute(node, "name");
    if (!name) name = attribute(node, "property");
    if (!name) name = attribute(node, "itemprop");
    if (name) page_.meta.emplace_back(lower_ascii(*name), *content);
  }

  /// The properties of schema.org that a page marks where it shows them.
  void read_microdata(lxb_dom_node_t* node) {
    const auto property = attribute(node, "itemprop");
    if (!property) return;
    const bool wanted = *property == "datePublished" || *property == "dateModified" || *property == "headline";
    if (!wanted) return;
    auto value = attribute(node, "content");
    if (!value) value = attribute(node, "datetime");
    page_.microdata.emplace_back(*property, value ? std::string(*value) : text_of(node));
  }

  void line_break() {
    if (breaks_ > 0) {
      flush();
    } else {
      ++breaks_;
    }
  }

  void add_text(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const auto [value, size] = base::decode(text, i);
      const std::string_view bytes = text.substr(i, size);
      i += size;
      if (value == ' ' || value == '\t' || value == '\r' || value == '\f' || value == '\n') {
        if (preformatted_ > 0 && value == '\n') {
          line_break();
        } else {
          space_ = true;
        }
        continue;
      }
      if (value == 0xA0) {  // a space all the same, and often all that a paragraph holds
        space_ = true;
        continue;
      }
      // Soft hyphen, zero-width space, byte order mark: hints where a line may be broken, and litter.
      if (value == 0xAD || value == 0x200B || value == 0xFEFF) continue;
      add_sign(value, bytes);
    }
  }

  void add_sign(char32_t value, std::string_view bytes) {
    std::string& text = page_.text;
    if (block_.size == 0) {
      block_.begin = static_cast<std::uint32_t>(text.size());
      block_.element = open_;
    } else if (breaks_ > 0) {
      text += '\n';
    } else if (space_) {
      text += ' ';
    }
    breaks_ = 0;
    space_ = false;
    text += bytes;
    const std::uint32_t weight = value >= 0x2E80 && value < 0xFB00 ? 3 : 1;
    block_.size += weight;
    if (links_ > 0) block_.linked += weight;
  }

  void flush() {
    breaks_ = 0;
    space_ = false;
    if (block_.size == 0) return;
    block_.end = static_cast<std::uint32_t>(page_.text.size());
    const lxb_tag_id_t tag = page_.elements[block_.element].tag;
    block_.kind = kind_of(tag);
    if (block_.kind == BlockKind::heading) block_.level = static_cast<std::uint8_t>(tag - LXB_TAG_H1 + 1);
    page_.blocks.push_back(block_);
    page_.text += '\n';
    block_ = {};
  }

  Page page_;
  Block block_;             ///< being filled; of size 0 before its first sign
  std::uint32_t open_ = 0;  ///< the innermost open block element
  std::uint32_t links_ = 0, preformatted_ = 0;
  std::uint32_t breaks_ = 0;  ///< <br> since the last sign
  bool space_ = false;        ///< white space since the last sign
};

}  // namespace

std::string letters(std::string_view text) {
  std::string out;
  // Quotation marks and dashes begin with E2 80 in UTF-8.
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with("\xE2\x80")) {
      i += 2;
      continue;
    }
    const char low = lower_ascii(text[i]);
    if ((low >= 'a' && low <= 'z') || (low >= '0' && low <= '9') || static_cast<unsigned char>(low) >= 0x80) out += low;
  }
  return out;
}

Result<Page> parse_page(std::string_view html) {
  auto document = parse_tree(html);
  if (!document) return fail(document.error());
  return Flattener().run(document->get());
}

}  // namespace sitcen::ingest
