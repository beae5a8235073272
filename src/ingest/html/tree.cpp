#include "ingest/html/tree.h"

#include <algorithm>
#include <array>

namespace sitcen::ingest {
namespace {

constexpr std::size_t kMaxDepth = 512;
constexpr std::size_t kMaxAttributes = 100;
/// Bounds memory: a tag costs some hundred bytes, and each formatting element left open is built again in every block.
constexpr std::size_t kMaxNodes = 1'000'000;
/// Names of tags and attributes that differ: lexbor looks them up in a table of fixed size.
constexpr std::size_t kMaxNames = 10'000;
constexpr std::size_t kFedAtOnce = 16 * 1024;  ///< fed at once, then the names are counted

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
    if (is_unread_text(*token)) return token;
    nodes_ += 1 + cut_attributes(*token) + (closes ? 0 : lexbor_array_length(tree_->active_formatting));
    if (nodes_ > kMaxNodes) {
      gave_up_ = true;
      tokenizer->status = LXB_STATUS_ERROR_OVERFLOW;
      return nullptr;
    }
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

  /// Leaves a token the attributes that are read; building the others would cost a tenth of the time.
  /// \return how many the token has had
  static std::size_t cut_attributes(lxb_html_token_t& token) {
    std::size_t count = 0;
    std::size_t kept = 0;
    lxb_html_token_attr_t* last = nullptr;
    for (lxb_html_token_attr_t* attribute = token.attr_first; attribute != nullptr; attribute = attribute->next) {
      ++count;
      if (!is_read(*attribute) || kept == kMaxAttributes) continue;
      ++kept;
      if (last != nullptr) last->next = attribute;
      if (last == nullptr) token.attr_first = attribute;
      attribute->prev = last;
      last = attribute;
    }
    if (last != nullptr) last->next = nullptr;
    if (last == nullptr) token.attr_first = nullptr;
    token.attr_last = last;
    return count;
  }

  static bool is_read(const lxb_html_token_attr_t& attribute) {
    constexpr std::array<std::string_view, 8> kRead = {"role", "hidden",   "itemprop", "name",
                                                       "rel",  "property", "datetime", "lang"};
    if (attribute.name == nullptr) return false;
    switch (attribute.name->attr_id) {
      case LXB_DOM_ATTR_CLASS:
      case LXB_DOM_ATTR_ID:
      case LXB_DOM_ATTR_STYLE:
      case LXB_DOM_ATTR_CONTENT:
      case LXB_DOM_ATTR_HREF:
      case LXB_DOM_ATTR_TYPE:
        return true;
      default:
        break;
    }
    const lexbor_hash_entry_t& entry = attribute.name->entry;
    constexpr std::size_t kLongest = 8;
    if (entry.length > kLongest) return false;
    const std::string_view name(reinterpret_cast<const char*>(lexbor_hash_entry_str(&entry)), entry.length);
    return std::ranges::find(kRead, name) != kRead.end();
  }

  /// Scripts and styles are no text; of scripts, only data is read.
  [[nodiscard]] bool is_unread_text(const lxb_html_token_t& token) const {
    if (token.tag_id != LXB_TAG__TEXT) return false;
    const std::size_t depth = lexbor_array_length(tree_->open_elements);
    if (depth == 0) return false;
    auto* element = static_cast<lxb_dom_element_t*>(lexbor_array_get(tree_->open_elements, depth - 1));
    const lxb_tag_id_t tag = element->node.local_name;
    return tag == LXB_TAG_STYLE || (tag == LXB_TAG_SCRIPT && !has_type(*element));
  }

  /// \return whether a script says what it is, as those that hold data do
  static bool has_type(const lxb_dom_element_t& script) {
    for (const lxb_dom_attr_t* at = script.first_attr; at != nullptr; at = at->next) {
      if (at->node.local_name == LXB_DOM_ATTR_TYPE) return true;
    }
    return false;
  }

  lxb_html_tree_t* tree_;
  lxb_html_tokenizer_token_f forward_;
  std::size_t dropped_ = 0;
  std::size_t nodes_ = 0;
  bool gave_up_ = false;
};

/// lexbor keeps a list of all that is wrong with a page, which nobody reads, and lengthens it by small steps: moved
/// each time, a page of errors alone would cost the square of its size.
void forget_errors(const lxb_html_parser_t& parser) {
  lexbor_array_obj_clean(parser.tree->parse_errors);
  lexbor_array_obj_clean(parser.tkz->parse_errors);
}

}  // namespace

Result<Tree> parse_tree(std::string_view html) {
  const std::unique_ptr<lxb_html_parser_t, decltype(&lxb_html_parser_destroy)> parser(lxb_html_parser_create(),
                                                                                      &lxb_html_parser_destroy);
  if (lxb_html_parser_init(parser.get()) != LXB_STATUS_OK) return fail(ErrorCode::bad_html, {"out of memory"});
  const Watch watch(parser.get());
  Tree document(lxb_html_parse_chunk_begin(parser.get()), &lxb_html_document_destroy);
  if (!document) return fail(ErrorCode::bad_html, {"out of memory"});
  const lexbor_hash_t* const tables[] = {document->dom_document.attrs, document->dom_document.tags};
  for (std::size_t at = 0; at < html.size() && !watch.gave_up(); at += kFedAtOnce) {
    const std::string_view chunk = html.substr(at, kFedAtOnce);
    const auto* bytes = reinterpret_cast<const lxb_char_t*>(chunk.data());
    lxb_html_parse_chunk_process(parser.get(), bytes, chunk.size());
    forget_errors(*parser);
    for (const lexbor_hash_t* table : tables) {
      if (lexbor_dobject_allocated(table->entries) > kMaxNames)
        return fail(ErrorCode::bad_html, {"it has more than 10000 names of tags or attributes"});
    }
  }
  const bool ok = lxb_html_parse_chunk_end(parser.get()) == LXB_STATUS_OK;
  if (watch.gave_up()) return fail(ErrorCode::bad_html, {"it has more than a million tags and attributes"});
  if (!ok) return fail(ErrorCode::bad_html, {"the parser gave up"});
  return document;
}

}  // namespace sitcen::ingest
