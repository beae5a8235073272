#include "ingest/html/page.h"

#include <lexbor/dom/interfaces/text.h>
#include <lexbor/html/html.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "base/utf8.h"

namespace sitcen::ingest {
namespace {

constexpr std::size_t kMaxDepth = 512;
constexpr std::size_t kMaxAttributes = 100;
/// Bounds memory: a tag costs some hundred bytes, and each formatting element left open is built again in every block.
constexpr std::size_t kMaxNodes = 1'000'000;
/// Names of tags and attributes that differ: lexbor looks them up in a table of fixed size.
constexpr std::size_t kMaxNames = 10'000;
constexpr std::size_t kChunk = 16 * 1024;  ///< fed at once, then the names are counted

// ---- parsing, with a watch on what pages made to hurt a parser are made of

/// Stands between lexbor's tokenizer and its tree: the time of a tag grows with the depth it stands in, so the depth is
/// bounded.
class Watch {
 public:
  explicit Watch(lxb_html_parser_t* parser)
      : tree_(lxb_html_parser_tree(parser)), forward_(lxb_html_parser_tokenizer(parser)->callback_token_done) {
    lxb_html_tokenizer_callback_token_done_set(lxb_html_parser_tokenizer(parser), &Watch::on_token, this);
  }

  [[nodiscard]] bool gave_up() const { return gave_up_; }

 private:
  static lxb_html_token_t* on_token(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token, void* self) {
    return static_cast<Watch*>(self)->pass(tokenizer, token);
  }

  lxb_html_token_t* pass(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token) {
    const bool nests = token->tag_id > LXB_TAG__EM_DOCTYPE && !is_leaf(token->tag_id);
    const bool closes = (token->type & LXB_HTML_TOKEN_TYPE_CLOSE) != 0;
    if (nests && closes && dropped_ > 0) {
      --dropped_;
      return token;
    }
    if (nests && !closes && lexbor_array_length(tree_->open_elements) >= kMaxDepth) {
      ++dropped_;
      return token;
    }
    nodes_ += 1 + (closes ? 0 : lexbor_array_length(tree_->active_formatting));
    if (nodes_ > kMaxNodes) {
      gave_up_ = true;
      tokenizer->status = LXB_STATUS_ERROR_OVERFLOW;
      return nullptr;
    }
    cut_attributes(*token);
    return forward_(tokenizer, token, tree_);
  }

  /// Void elements and those whose content is no markup never nest.
  static bool is_leaf(lxb_tag_id_t tag) {
    constexpr std::array<lxb_tag_id_t, 22> kLeaves = {
        LXB_TAG_AREA,   LXB_TAG_BASE,     LXB_TAG_BR,     LXB_TAG_COL,      LXB_TAG_EMBED, LXB_TAG_HR,
        LXB_TAG_IMG,    LXB_TAG_INPUT,    LXB_TAG_LINK,   LXB_TAG_META,     LXB_TAG_PARAM, LXB_TAG_SOURCE,
        LXB_TAG_TRACK,  LXB_TAG_WBR,      LXB_TAG_SCRIPT, LXB_TAG_STYLE,    LXB_TAG_TITLE, LXB_TAG_TEXTAREA,
        LXB_TAG_IFRAME, LXB_TAG_NOFRAMES, LXB_TAG_XMP,    LXB_TAG_PLAINTEXT};
    return std::ranges::find(kLeaves, tag) != kLeaves.end();
  }

  static void cut_attributes(lxb_html_token_t& token) {
    std::size_t count = 0;
    for (lxb_html_token_attr_t* attribute = token.attr_first; attribute != nullptr; attribute = attribute->next) {
      if (++count < kMaxAttributes) continue;
      attribute->next = nullptr;
      token.attr_last = attribute;
    }
  }

  lxb_html_tree_t* tree_;
  lxb_html_tokenizer_token_f forward_;
  std::size_t dropped_ = 0;
  std::size_t nodes_ = 0;
  bool gave_up_ = false;
};

using Document = std::unique_ptr<lxb_html_document_t, decltype(&lxb_html_document_destroy)>;

Result<Document> parse(std::string_view html) {
  const std::unique_ptr<lxb_html_parser_t, decltype(&lxb_html_parser_destroy)> parser(lxb_html_parser_create(),
                                                                                      &lxb_html_parser_destroy);
  if (lxb_html_parser_init(parser.get()) != LXB_STATUS_OK) return fail(ErrorCode::bad_html, {"out of memory"});
  const Watch watch(parser.get());
  Document document(lxb_html_parse_chunk_begin(parser.get()), &lxb_html_document_destroy);
  if (!document) return fail(ErrorCode::bad_html, {"out of memory"});
  const lexbor_hash_t* const tables[] = {document->dom_document.attrs, document->dom_document.tags};
  for (std::size_t at = 0; at < html.size() && !watch.gave_up(); at += kChunk) {
    const std::string_view chunk = html.substr(at, kChunk);
    const auto* bytes = reinterpret_cast<const lxb_char_t*>(chunk.data());
    lxb_html_parse_chunk_process(parser.get(), bytes, chunk.size());
    for (const lexbor_hash_t* table : tables) {
      if (lexbor_dobject_allocated(table->entries) > kMaxNames)
        return fail(ErrorCode::bad_html, {"it has more than 10000 names of tags or attributes"});
    }
  }
  const bool ok = lxb_html_parse_chunk_end(parser.get()) == LXB_STATUS_OK;
  if (watch.gave_up()) return fail(ErrorCode::bad_html, {"it has more than a million elements"});
  if (!ok) return fail(ErrorCode::bad_html, {"the parser gave up"});
  return document;
}

// ---- what elements are

enum class Role : std::uint8_t { block, inline_, line_break, skipped };

Role role_of(lxb_tag_id_t tag) {
  switch (tag) {
    case LXB_TAG_BR:
      return Role::line_break;
    case LXB_TAG_SCRIPT:
    case LXB_TAG_STYLE:
    case LXB_TAG_NOSCRIPT:
    case LXB_TAG_TEMPLATE:
    case LXB_TAG_SVG:
    case LXB_TAG_MATH:
    case LXB_TAG_IFRAME:
    case LXB_TAG_OBJECT:
    case LXB_TAG_CANVAS:
    case LXB_TAG_AUDIO:
    case LXB_TAG_VIDEO:
    case LXB_TAG_BUTTON:
    case LXB_TAG_SELECT:
    case LXB_TAG_TEXTAREA:
    case LXB_TAG_INPUT:
    case LXB_TAG_LABEL:
    case LXB_TAG_DIALOG:
    case LXB_TAG_TITLE:
    case LXB_TAG_NOFRAMES:
      return Role::skipped;
    case LXB_TAG_A:
    case LXB_TAG_ABBR:
    case LXB_TAG_ACRONYM:
    case LXB_TAG_B:
    case LXB_TAG_BDI:
    case LXB_TAG_BDO:
    case LXB_TAG_BIG:
    case LXB_TAG_CITE:
    case LXB_TAG_CODE:
    case LXB_TAG_DATA:
    case LXB_TAG_DEL:
    case LXB_TAG_DFN:
    case LXB_TAG_EM:
    case LXB_TAG_FONT:
    case LXB_TAG_I:
    case LXB_TAG_IMG:
    case LXB_TAG_INS:
    case LXB_TAG_KBD:
    case LXB_TAG_MARK:
    case LXB_TAG_NOBR:
    case LXB_TAG_PICTURE:
    case LXB_TAG_Q:
    case LXB_TAG_RB:
    case LXB_TAG_RP:
    case LXB_TAG_RT:
    case LXB_TAG_RUBY:
    case LXB_TAG_S:
    case LXB_TAG_SAMP:
    case LXB_TAG_SMALL:
    case LXB_TAG_SPAN:
    case LXB_TAG_STRIKE:
    case LXB_TAG_STRONG:
    case LXB_TAG_SUB:
    case LXB_TAG_SUP:
    case LXB_TAG_TIME:
    case LXB_TAG_TT:
    case LXB_TAG_U:
    case LXB_TAG_VAR:
    case LXB_TAG_WBR:
      return Role::inline_;
    default:
      return tag < LXB_TAG__LAST_ENTRY ? Role::block : Role::inline_;  // unknown names wrap anything
  }
}

BlockKind kind_of(lxb_tag_id_t tag) {
  switch (tag) {
    case LXB_TAG_P:
      return BlockKind::paragraph;
    case LXB_TAG_H1:
    case LXB_TAG_H2:
    case LXB_TAG_H3:
    case LXB_TAG_H4:
    case LXB_TAG_H5:
    case LXB_TAG_H6:
      return BlockKind::heading;
    case LXB_TAG_LI:
    case LXB_TAG_DD:
    case LXB_TAG_DT:
      return BlockKind::item;
    case LXB_TAG_TD:
    case LXB_TAG_TH:
      return BlockKind::cell;
    case LXB_TAG_BLOCKQUOTE:
      return BlockKind::quote;
    case LXB_TAG_PRE:
      return BlockKind::preformatted;
    default:
      return BlockKind::other;
  }
}

bool is_bold(lxb_tag_id_t tag) { return tag == LXB_TAG_B || tag == LXB_TAG_STRONG; }

struct PageWord {
  std::string_view word;
  Hint hint;
};

constexpr std::array kPageWords = {
#define SITCEN_PAGE_WORD(word, hint) PageWord{word, Hint::hint},
#include "ingest/html/page_words.inc"
#undef SITCEN_PAGE_WORD
};
static_assert(std::ranges::is_sorted(kPageWords, {}, &PageWord::word));

constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), lower);
  return out;
}

Hint hint_of_word(std::string_view word) {
  const auto* at = std::ranges::lower_bound(kPageWords, word, {}, &PageWord::word);
  return at != kPageWords.end() && at->word == word ? at->hint : Hint::none;
}

/// The first hint among the words of some names.
Hint hint_of_names(std::string_view names) {
  std::string word;
  char before = ' ';
  for (const char c : names.substr(0, 500)) {
    const bool letter = is_upper(c) || is_lower(c);
    if (!word.empty() && (!letter || (is_upper(c) && is_lower(before)))) {
      if (const Hint hint = hint_of_word(word); hint != Hint::none) return hint;
      word.clear();
    }
    if (letter) word += lower(c);
    before = c;
  }
  return hint_of_word(word);
}

/// FNV-1a.
std::uint32_t hash(std::string_view text) {
  std::uint32_t out = 2166136261U;
  for (const char c : text) out = (out ^ static_cast<unsigned char>(c)) * 16777619U;
  return out;
}

// ---- the walk

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
    switch (role_of(tag)) {
      case Role::skipped:
        return false;
      case Role::line_break:
        line_break();
        return false;
      case Role::inline_:
        if (is_hidden(node)) return false;
        if (tag == LXB_TAG_A) ++links_;
        if (tag == LXB_TAG_IMG) page_.elements[open_].image = true;
        if (is_bold(tag)) ++bolds_;
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
    if (role_of(tag) == Role::inline_) {
      if (tag == LXB_TAG_A) --links_;
      if (is_bold(tag)) --bolds_;
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
      if (value == 0xAD) continue;  // a soft hyphen: where a line might be broken
      add_sign(value, bytes);
    }
  }

  void add_sign(char32_t value, std::string_view bytes) {
    std::string& text = page_.text;
    if (block_.size == 0) {
      block_.begin = static_cast<std::uint32_t>(text.size());
      block_.element = open_;
      block_.bold = true;
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
    if (bolds_ == 0) block_.bold = false;
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
  std::uint32_t links_ = 0, bolds_ = 0, preformatted_ = 0;
  std::uint32_t breaks_ = 0;  ///< <br> since the last sign
  bool space_ = false;        ///< white space since the last sign
};

}  // namespace

Result<Page> parse_page(std::string_view html) {
  auto document = parse(html);
  if (!document) return fail(document.error());
  return Flattener().run(document->get());
}

}  // namespace sitcen::ingest
