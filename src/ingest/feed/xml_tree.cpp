#include "ingest/feed/xml_tree.h"

#include <algorithm>
#include <utility>

#include "ingest/ascii.h"
#include "ingest/feed/xml_text.h"
#include "ingest/feed/xml_tokens.h"

namespace sitcen::ingest {
namespace {

constexpr std::size_t kMaxXmlDepth = 200;
constexpr std::size_t kMaxElements = 1'000'000;
constexpr std::size_t kMaxBindings = 200;

struct Namespace {
  std::string_view begin;  ///< of its address
  Vocabulary vocabulary;
};
constexpr Namespace kNamespaces[] = {{"http://www.w3.org/2005/atom", Vocabulary::atom},
                                     {"http://purl.org/atom/ns", Vocabulary::atom},
                                     {"http://example.com/newformat", Vocabulary::atom},
                                     {"http://example.com/necho", Vocabulary::atom},
                                     {"http://purl.org/echo/", Vocabulary::atom},
                                     {"uri/of/echo/namespace", Vocabulary::atom},
                                     {"http://purl.org/pie/", Vocabulary::atom},
                                     {"http://purl.org/dc/terms/", Vocabulary::dcterms},
                                     {"http://purl.org/dc/elements/", Vocabulary::dc},
                                     {"http://purl.org/rss/1.0/modules/content/", Vocabulary::content},
                                     {"http://www.itunes.com/dtds/podcast-1.0.dtd", Vocabulary::itunes},
                                     {"http://example.com/dtds/podcast-1.0.dtd", Vocabulary::itunes},
                                     {"http://search.yahoo.com/mrss", Vocabulary::media},
                                     {"http://www.w3.org/1999/xhtml", Vocabulary::xhtml},
                                     {"http://www.w3.org/1999/02/22-rdf-syntax-ns#", Vocabulary::rdf},
                                     {"http://www.google.com/schemas/sitemap-news", Vocabulary::news},
                                     {"http://rssnamespace.org/feedburner", Vocabulary::feedburner},
                                     {"http://purl.org/rss/1.0/modules/", Vocabulary::other},
                                     {"http://purl.org/rss/", Vocabulary::plain},
                                     {"http://backend.userland.com/rss", Vocabulary::plain},
                                     {"http://blogs.law.harvard.edu/tech/rss", Vocabulary::plain},
                                     {"http://my.netscape.com/", Vocabulary::plain},
                                     {"http://channel.netscape.com/", Vocabulary::plain},
                                     {"http://www.sitemaps.org/schemas/sitemap", Vocabulary::plain}};
constexpr std::pair<std::string_view, Vocabulary> kPrefixes[] = {
    {"atom", Vocabulary::atom},       {"dc", Vocabulary::dc},
    {"dcterms", Vocabulary::dcterms}, {"content", Vocabulary::content},
    {"itunes", Vocabulary::itunes},   {"media", Vocabulary::media},
    {"xhtml", Vocabulary::xhtml},     {"rdf", Vocabulary::rdf},
    {"news", Vocabulary::news},       {"feedburner", Vocabulary::feedburner}};

Vocabulary vocabulary_of(std::string_view address, bool has_prefix) {
  for (const auto& [begin, vocabulary] : kNamespaces) {
    if (address.size() < begin.size()) continue;
    const bool modules = begin == "http://purl.org/rss/1.0/modules/" &&
                         same_ignoring_case(address, "http://purl.org/rss/1.0/modules/rss091#");
    if (!modules && same_ignoring_case(address.substr(0, begin.size()), begin)) return vocabulary;
  }
  return has_prefix ? Vocabulary::other : Vocabulary::plain;
}

/// Elements of feeds that hold no others: one that begins within another means that the other was not closed.
bool is_leaf(std::string_view name) {
  constexpr std::string_view kLeaves[] = {"title", "link", "guid", "pubDate", "published", "updated", "language", "id"};
  return std::ranges::any_of(kLeaves, [&](std::string_view leaf) { return same_ignoring_case(leaf, name); });
}

bool is_item(std::string_view name) { return same_ignoring_case(name, "item") || same_ignoring_case(name, "entry"); }

std::string_view prefix_of(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

std::string_view local_of(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

const char* begin_of(const XmlToken& token) { return token.all.data(); }

class Builder {
 public:
  explicit Builder(std::string text) { tree_.text = std::make_unique<const std::string>(std::move(text)); }

  Result<XmlTree> run() {
    XmlTokens tokens(*tree_.text);
    while (const auto token = tokens.next()) {
      if (token->kind == XmlKind::close) close(*token);
      if (token->kind != XmlKind::open && token->kind != XmlKind::empty) continue;
      if (tree_.elements.size() == kMaxElements)
        return fail(ErrorCode::bad_feed, {"it has more than a million elements"});
      open(*token);
    }
    while (!open_.empty()) pop(tree_.text->data() + tree_.text->size());
    if (tree_.elements.empty()) return fail(ErrorCode::bad_feed, {"there is no XML in it"});
    return std::move(tree_);
  }

 private:
  struct Open {
    std::uint32_t element;
    std::string_view name;  ///< with its prefix
  };
  struct Binding {
    std::string_view prefix;
    Vocabulary vocabulary;
    std::uint32_t element;
  };

  void open(const XmlToken& token) {
    if (open_.size() >= kMaxXmlDepth) return;
    const auto index = static_cast<std::uint32_t>(tree_.elements.size());
    close_what_was_left_open(token);
    bind(token.inside, index);
    XmlElement element;
    element.name = local_of(token.name);
    element.vocabulary = meaning(prefix_of(token.name));
    element.attributes = token.inside;
    element.inner = {token.all.data() + token.all.size(), 0};
    element.end = index + 1;
    element.parent = open_.empty() ? 0 : open_.back().element;
    tree_.elements.push_back(element);
    if (token.kind == XmlKind::open) {
      open_.push_back({index, token.name});
    } else {
      unbind(index);
    }
  }

  void close_what_was_left_open(const XmlToken& token) {
    if (open_.empty()) return;
    const std::string_view name = local_of(token.name);
    const std::string_view innermost = open_.back().name;
    const bool known = is_leaf(name) || is_item(name) || same_ignoring_case(name, "description");
    const bool beside = known && prefix_of(token.name) == prefix_of(innermost);
    if (beside && is_leaf(local_of(innermost))) pop(begin_of(token));
    if (!is_item(name)) return;
    const auto same = std::ranges::find(open_, token.name, &Open::name);
    if (same == open_.end()) return;
    const auto keep = static_cast<std::size_t>(same - open_.begin());
    while (open_.size() > keep) pop(begin_of(token));
  }

  void close(const XmlToken& token) {
    const auto same = std::find_if(open_.rbegin(), open_.rend(),
                                   [&](const Open& open) { return same_ignoring_case(open.name, token.name); });
    if (same == open_.rend()) return;
    const auto keep = static_cast<std::size_t>(open_.rend() - same) - 1;
    while (open_.size() > keep) pop(begin_of(token));
  }

  void pop(const char* inner_end) {
    const std::uint32_t index = open_.back().element;
    XmlElement& element = tree_.elements[index];
    element.inner = {element.inner.data(), static_cast<std::size_t>(inner_end - element.inner.data())};
    element.end = static_cast<std::uint32_t>(tree_.elements.size());
    open_.pop_back();
    unbind(index);
  }

  void bind(std::string_view attributes, std::uint32_t index) {
    if (attributes.find("xmlns") == std::string_view::npos) return;
    while (const auto attribute = next_attribute(attributes)) {
      if (!attribute->name.starts_with("xmlns") || bindings_.size() == kMaxBindings) continue;
      const std::string_view rest = attribute->name.substr(5);
      if (!rest.empty() && rest.front() != ':') continue;
      const std::string_view prefix = rest.empty() ? rest : rest.substr(1);
      bindings_.push_back({prefix, vocabulary_of(without_references(attribute->value), !prefix.empty()), index});
    }
  }

  void unbind(std::uint32_t index) {
    while (!bindings_.empty() && bindings_.back().element >= index) bindings_.pop_back();
  }

  [[nodiscard]] Vocabulary meaning(std::string_view prefix) const {
    const auto bound = std::find_if(bindings_.rbegin(), bindings_.rend(),
                                    [&](const Binding& binding) { return binding.prefix == prefix; });
    if (bound != bindings_.rend()) return bound->vocabulary;
    if (prefix.empty()) return Vocabulary::plain;
    const auto* const known = std::ranges::find_if(kPrefixes, [&](const auto& row) { return row.first == prefix; });
    return known == std::end(kPrefixes) ? Vocabulary::other : known->second;
  }

  XmlTree tree_;
  std::vector<Open> open_;
  std::vector<Binding> bindings_;
};

}  // namespace

bool XmlElement::is(Vocabulary of, std::string_view known) const {
  return vocabulary == of && same_ignoring_case(name, known);
}

std::optional<std::uint32_t> XmlTree::next_child(std::uint32_t parent, std::optional<std::uint32_t> child) const {
  const std::uint32_t at = child ? elements[*child].end : parent + 1;
  return at < elements[parent].end ? std::optional(at) : std::nullopt;
}

std::optional<std::string> XmlTree::attribute(std::uint32_t element, std::string_view name) const {
  const auto value = find_attribute(elements[element].attributes, name);
  return value ? std::optional(without_references(*value)) : std::nullopt;
}

Result<XmlTree> parse_xml(std::string text) { return Builder(std::move(text)).run(); }

}  // namespace sitcen::ingest
