#include "ingest/html/page.h"

#include <lexbor/dom/interfaces/text.h>

#include <algorithm>
#include <optional>
#include <unordered_map>

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

/// The attributes of an element that say what it is to the text.
struct Attributes {
  std::optional<std::string_view> class_, id, role, style, hidden, itemprop, content, href, name, property, type, rel,
      datetime, lang;
};

std::optional<std::string_view>* field_of(Attributes& out, lxb_dom_attr_id_t id, std::string_view name) {
  switch (id) {
    case LXB_DOM_ATTR_CLASS:
      return &out.class_;
    case LXB_DOM_ATTR_ID:
      return &out.id;
    case LXB_DOM_ATTR_STYLE:
      return &out.style;
    case LXB_DOM_ATTR_CONTENT:
      return &out.content;
    case LXB_DOM_ATTR_HREF:
      return &out.href;
    case LXB_DOM_ATTR_TYPE:
      return &out.type;
    default:
      break;
  }
  const std::pair<std::string_view, std::optional<std::string_view>*> kOthers[] = {
      {"role", &out.role},         {"hidden", &out.hidden}, {"itemprop", &out.itemprop}, {"name", &out.name},
      {"property", &out.property}, {"rel", &out.rel},       {"datetime", &out.datetime}, {"lang", &out.lang}};
  for (const auto& [known, field] : kOthers) {
    if (name == known) return field;
  }
  return nullptr;
}

Attributes attributes_of(const lxb_dom_node_t* node) {
  Attributes out;
  const auto* element = reinterpret_cast<const lxb_dom_element_t*>(node);
  for (lxb_dom_attr_t* at = element->first_attr; at != nullptr; at = at->next) {
    std::size_t size = 0;
    const lxb_char_t* name = lxb_dom_attr_local_name(at, &size);
    auto* field = field_of(out, at->node.local_name, view(name, size));
    if (field == nullptr || *field) continue;
    const lxb_char_t* value = lxb_dom_attr_value(at, &size);
    *field = view(value, size);
  }
  return out;
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

/// The text below an element, as far as it goes on a line.
std::string text_below(lxb_dom_node_t* top) {
  constexpr std::size_t kLine = 300;
  std::string out;
  for (lxb_dom_node_t* node = top->first_child; node != nullptr && out.size() < kLine;) {
    if (node->type == LXB_DOM_NODE_TYPE_TEXT) {
      const auto* text = reinterpret_cast<lxb_dom_text_t*>(node);
      out += view(text->char_data.data.data, std::min(text->char_data.data.length, kLine));
    }
    if (node->first_child != nullptr && role_of(node->local_name) != Role::skipped) {
      node = node->first_child;
      continue;
    }
    while (node->next == nullptr && node->parent != top) node = node->parent;
    node = node->next;
    if (node != nullptr) out += ' ';
  }
  return out;
}

/// Whether class or id names say that an element names an article's author.
bool names_author(std::string_view names) {
  const std::string low = lower_ascii(names.substr(0, 200));
  return low.find("byline") != std::string::npos || low.find("author") != std::string::npos;
}

bool is_hidden(const Attributes& attributes) {
  if (attributes.hidden) return true;
  if (!attributes.style) return false;
  std::string plain = lower_ascii(attributes.style->substr(0, 500));
  std::erase(plain, ' ');
  return plain.find("display:none") != std::string::npos;
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
    const Attributes attributes = attributes_of(node);
    read_head_element(node, tag, attributes);
    read_byline(node, attributes);
    const Role role = role_in_text(tag, attributes);
    switch (role) {
      case Role::skipped:
        return false;
      case Role::line_break:
        line_break();
        return false;
      case Role::inline_:
        if (is_hidden(attributes)) return false;
        roles_.push_back(role);
        if (tag == LXB_TAG_A) ++links_;
        if (tag == LXB_TAG_IMG) page_.elements[open_].image = true;
        return true;
      case Role::block:
        break;
    }
    if (is_hidden(attributes)) return false;
    roles_.push_back(role);
    open_block(attributes, tag);
    return true;
  }

  void leave(lxb_dom_node_t* node) {
    const lxb_tag_id_t tag = node->local_name;
    const Role role = roles_.back();
    roles_.pop_back();
    if (role == Role::inline_) {
      if (tag == LXB_TAG_A) --links_;
      return;
    }
    flush();
    page_.elements[open_].end = static_cast<std::uint32_t>(page_.elements.size());
    open_ = page_.elements[open_].parent;
    if (tag == LXB_TAG_PRE) --preformatted_;
  }

  /// How an element takes part in the text: as its tag says, but a <span> named a caption or a credit is a block.
  Role role_in_text(lxb_tag_id_t tag, const Attributes& attributes) {
    const Role role = role_of(tag);
    if (tag != LXB_TAG_SPAN || !attributes.class_) return role;
    const Hint hint = hint_of(*attributes.class_);
    return hint == Hint::caption || hint == Hint::credit ? Role::block : role;
  }

  struct Judged {
    Hint hint = Hint::none;
    bool author = false;
  };

  /// What class, id or role names say; pages repeat them.
  const Judged& judged(std::string_view names) {
    const auto [at, is_new] = judged_.try_emplace(names);
    if (is_new) at->second = {hint_of_names(names), names_author(names)};
    return at->second;
  }

  Hint hint_of(std::string_view names) { return judged(names).hint; }

  void open_block(const Attributes& attributes, lxb_tag_id_t tag) {
    flush();
    Element element;
    element.parent = open_;
    element.tag = static_cast<std::uint16_t>(tag);
    for (const auto& names : {attributes.class_, attributes.id, attributes.role}) {
      if (element.hint == Hint::none && names) element.hint = hint_of(*names);
    }
    if (attributes.class_) element.name = hash(*attributes.class_);
    open_ = static_cast<std::uint32_t>(page_.elements.size());
    page_.elements.push_back(element);
    if (tag == LXB_TAG_PRE) ++preformatted_;
    if (tag == LXB_TAG_HTML) page_.language = attributes.lang.value_or("");
  }

  void read_head_element(lxb_dom_node_t* node, lxb_tag_id_t tag, const Attributes& attributes) {
    if (tag == LXB_TAG_TITLE && page_.title.empty()) page_.title = text_of(node);
    if (tag == LXB_TAG_LINK && attributes.rel == "canonical") page_.canonical = attributes.href.value_or("");
    if (tag == LXB_TAG_TIME && attributes.datetime) page_.times.emplace_back(page_.blocks.size(), *attributes.datetime);
    if (tag == LXB_TAG_SCRIPT && attributes.type == "application/ld+json") page_.json_ld.push_back(text_of(node));
    if (tag != LXB_TAG_META) {
      read_microdata(node, attributes);
      return;
    }
    if (!attributes.content) return;
    auto name = attributes.name;
    if (!name) name = attributes.property;
    if (!name) name = attributes.itemprop;
    if (name) page_.meta.emplace_back(lower_ascii(*name), *attributes.content);
  }

  /// An author that is marked as one comes before what is only named so.
  void read_byline(lxb_dom_node_t* node, const Attributes& attributes) {
    const bool marked = attributes.rel == "author" || attributes.itemprop == "author";
    const bool named =
        (attributes.class_ && judged(*attributes.class_).author) || (attributes.id && judged(*attributes.id).author);
    auto& found = marked ? page_.authors : page_.bylines;
    if (!(marked || named) || found.size() == kMostBylines) return;
    found.emplace_back(page_.blocks.size(), text_below(node));
  }

  /// The properties of schema.org that a page marks where it shows them.
  void read_microdata(lxb_dom_node_t* node, const Attributes& attributes) {
    if (!attributes.itemprop) return;
    const std::string_view property = *attributes.itemprop;
    const bool wanted = property == "datePublished" || property == "dateModified" || property == "headline";
    if (!wanted) return;
    auto value = attributes.content;
    if (!value) value = attributes.datetime;
    page_.microdata.emplace_back(property, value ? std::string(*value) : text_of(node));
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
      if (const std::size_t end = end_of_word(text, i); end > i) {
        add_signs(text.substr(i, end - i), static_cast<std::uint32_t>(end - i));
        i = end;
        continue;
      }
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
      add_signs(bytes, value >= 0x2E80 && value < 0xFB00 ? 3 : 1);
    }
  }

  /// \return where the signs of ASCII from `at` end: most of a text
  static std::size_t end_of_word(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] > ' ' && text[at] < 0x7F) ++at;
    return at;
  }

  void add_signs(std::string_view bytes, std::uint32_t weight) {
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

  static constexpr std::size_t kMostBylines = 50;  ///< comments have authors too

  Page page_;
  std::vector<Role> roles_;  ///< of the open elements
  std::unordered_map<std::string_view, Judged> judged_;
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
