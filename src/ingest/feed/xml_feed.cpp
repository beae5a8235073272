#include <algorithm>
#include <array>
#include <memory>
#include <ranges>
#include <utility>

#include "ingest/address.h"
#include "ingest/ascii.h"
#include "ingest/feed/accounts.h"
#include "ingest/feed/construct.h"
#include "ingest/feed/feed.h"
#include "ingest/feed/feed_elements.h"
#include "ingest/feed/people.h"
#include "ingest/feed/references.h"
#include "ingest/feed/xml_encoding.h"
#include "ingest/feed/xml_text.h"
#include "ingest/feed/xml_tree.h"
#include "ingest/html/metadata.h"
#include "ingest/text.h"

namespace sitcen::ingest {
namespace {

constexpr std::size_t kMaxAddress = 4096;  ///< a longer base is none
constexpr int kGuidRank = 5;               ///< of the link that a guid is
constexpr int kAboutRank = 1;              ///< of the id that rdf:about is

/// What one item, or the feed itself, says.
struct Said {
  Accounts title, url, id, byline, language, source, published, updated;
  Accounts date;  ///< of which it is not said what of: of an item when it was published, of a feed when it was updated
  std::string content, summary;
  int content_rank = 100, summary_rank = 100;
};

class XmlFeed {
 public:
  XmlFeed(XmlTree tree, std::string address) : tree_(std::move(tree)), address_(std::move(address)) {
    for (std::uint32_t i = 0; i < tree_.elements.size();) {
      const bool item = is_item(i);
      if (item) items_.push_back(i);
      i = item ? tree_.elements[i].end : i + 1;
    }
  }

  [[nodiscard]] bool is_feed() const {
    static constexpr std::array<std::string_view, 6> kRoots = {"rss",     "RDF",    "feed",
                                                               "channel", "urlset", "sitemapindex"};
    const auto of_feed = [](const XmlElement& element) {
      return std::ranges::any_of(kRoots, [&](std::string_view root) { return same_ignoring_case(element.name, root); });
    };
    return of_feed(tree_.elements.front()) || (!items_.empty() && !same_ignoring_case(tree_.elements[0].name, "html"));
  }

  [[nodiscard]] FeedHead head() const {
    Said said;
    const std::uint32_t root = head_element();
    read_element(root, said);
    said.updated.add(said.date);
    FeedHead head;
    head.id = said.id.best();
    head.title = said.title.best();
    head.url = said.url.best();
    head.byline = said.byline.best();
    head.language = said.language.best();
    if (!head.language) head.language = language_of(root);
    head.published = said.published.best_time();
    head.updated = said.updated.best_time();
    return head;
  }

  std::optional<FeedItem> next() {
    if (at_ == items_.size()) return std::nullopt;
    const std::uint32_t index = items_[at_++];
    if (const std::uint32_t parent = tree_.elements[index].parent; !around_ || around_->element != parent) {
      around_ = Around{parent, base_of(parent), language_of(parent)};
    }
    Said said;
    if (auto about = tree_.attribute(index, "rdf:about")) said.id.add(kAboutRank, collapsed(*about));
    read_element(index, said);
    said.published.add(said.date);
    return item_of(said, index);
  }

 private:
  [[nodiscard]] bool is_item(std::uint32_t index) const {
    const XmlElement& element = tree_.elements[index];
    const bool item = same_ignoring_case(element.name, "item") || same_ignoring_case(element.name, "entry");
    if (item) return element.vocabulary == Vocabulary::plain || element.vocabulary == Vocabulary::atom;
    return element.is(Vocabulary::plain, "url") && same_ignoring_case(tree_.elements[element.parent].name, "urlset");
  }

  [[nodiscard]] std::uint32_t head_element() const {
    const auto at = std::ranges::find_if(tree_.elements, [](const XmlElement& element) {
      return element.is(Vocabulary::plain, "channel") || element.is(Vocabulary::atom, "feed") ||
             element.is(Vocabulary::plain, "feed");
    });
    return at == tree_.elements.end() ? 0 : static_cast<std::uint32_t>(at - tree_.elements.begin());
  }

  /// CDF says in attributes what other feeds say in elements.
  void read_element(std::uint32_t index, Said& said) const {
    if (const auto href = tree_.attribute(index, "href")) add_link(index, 1, *href, said);
    if (auto time = tree_.attribute(index, "lastmod")) said.updated.add(1, std::move(*time));
    read_children(index, said);
  }

  void read_children(std::uint32_t parent, Said& said) const {
    for (auto child = tree_.next_child(parent, {}); child; child = tree_.next_child(parent, child)) {
      if (is_item(*child)) continue;
      if (const FeedElement* row = known_element(tree_.elements[*child])) read(*child, *row, said);
    }
  }

  void read(std::uint32_t index, const FeedElement& row, Said& said) const {
    switch (row.field) {
      case FeedField::title:
        said.title.add(row.rank, construct_line(tree_, index));
        break;
      case FeedField::link:
        read_link(index, row.rank, said);
        break;
      case FeedField::guid:
        read_guid(index, row.rank, said);
        break;
      case FeedField::id:
        read_id(index, row.rank, said);
        break;
      case FeedField::published:
        said.published.add(row.rank, plain_line(tree_, index));
        break;
      case FeedField::updated:
        said.updated.add(row.rank, plain_line(tree_, index));
        break;
      case FeedField::date:
        said.date.add(row.rank, plain_line(tree_, index));
        break;
      case FeedField::author:
        said.byline.add_to_list(row.rank, person(tree_, index));
        break;
      case FeedField::content:
        keep_text(index, row.rank, said.content, said.content_rank);
        break;
      case FeedField::summary:
        keep_text(index, row.rank, said.summary, said.summary_rank);
        break;
      case FeedField::language:
        add_language(row.rank, plain_line(tree_, index), said);
        break;
      case FeedField::source:
        read_source(index, row.rank, said);
        break;
      case FeedField::nested:
        read_children(index, said);
        break;
    }
  }

  void read_link(std::uint32_t index, int rank, Said& said) const {
    const auto href = tree_.attribute(index, "href");
    if (!href) {
      add_link(index, rank, plain_line(tree_, index), said);
      return;
    }
    const std::string relation = lower_ascii(tree_.attribute(index, "rel").value_or("alternate"));
    if (relation != "alternate" && relation != "http://www.iana.org/assignments/relation/alternate") return;
    const std::string type = lower_ascii(tree_.attribute(index, "type").value_or("text/html"));
    const bool page = type == "text/html" || type == "application/xhtml+xml";
    add_link(index, page ? rank : rank + 1, *href, said);
  }

  /// Atom's is an address and may be relative; any other is as it stands.
  void read_id(std::uint32_t index, int rank, Said& said) const {
    const std::string id = plain_line(tree_, index);
    const bool is_address = tree_.elements[index].vocabulary == Vocabulary::atom && !id.empty();
    said.id.add(rank, is_address ? resolved(base_of(index), id) : id);
  }

  void read_guid(std::uint32_t index, int rank, Said& said) const {
    const std::string guid = plain_line(tree_, index);
    said.id.add(rank, guid);
    const std::string permanent = lower_ascii(tree_.attribute(index, "isPermaLink").value_or("true"));
    if (permanent != "false") add_link(index, kGuidRank, guid, said);
  }

  void add_link(std::uint32_t index, int rank, const std::string& link, Said& said) const {
    if (is_blank(link)) return;
    if (std::string url = resolved(base_of(index), link); has_scheme_and_host(url)) said.url.add(rank, std::move(url));
  }

  void read_source(std::uint32_t index, int rank, Said& said) const {
    if (tree_.elements[index].end == index + 1) {
      said.source.add(rank, construct_line(tree_, index));
      return;
    }
    Said source;
    read_children(index, source);
    if (auto title = source.title.best()) said.source.add(rank, std::move(*title));
  }

  void keep_text(std::uint32_t index, int rank, std::string& text, int& text_rank) const {
    if (rank >= text_rank) return;
    std::string found = construct_text(tree_, index);
    if (found.empty()) return;
    text = std::move(found);
    text_rank = rank;
  }

  static void add_language(int rank, const std::string& language, Said& said) {
    if (auto tag = language_tag(language)) said.language.add(rank, std::move(*tag));
  }

  [[nodiscard]] std::optional<std::string> language_of(std::uint32_t index) const {
    for (;;) {
      if (const auto language = tree_.attribute(index, "xml:lang")) return language_tag(collapsed(*language));
      if (tree_.elements[index].parent == index) return std::nullopt;
      index = tree_.elements[index].parent;
      if (around_ && around_->element == index) return around_->language;
    }
  }

  /// The address that those in an element are relative to: each xml:base on the way to it, then the feed's own.
  [[nodiscard]] std::string base_of(std::uint32_t index) const {
    std::vector<std::string> bases;
    std::string out = address_;
    for (;;) {
      if (auto base = tree_.attribute(index, "xml:base")) bases.push_back(std::move(*base));
      if (tree_.elements[index].parent == index) break;
      index = tree_.elements[index].parent;
      if (around_ && around_->element == index) {
        out = around_->base;
        break;
      }
    }
    for (const std::string& base : std::views::reverse(bases)) {
      if (base.size() <= kMaxAddress) out = resolved(out, base);
      if (out.size() > kMaxAddress) out = address_;
    }
    return out;
  }

  [[nodiscard]] FeedItem item_of(Said& said, std::uint32_t index) const {
    FeedItem item;
    item.id = said.id.best();
    item.title = said.title.best();
    item.url = said.url.best();
    item.byline = said.byline.best();
    item.language = said.language.best();
    if (!item.language) item.language = language_of(index);
    item.source = said.source.best();
    item.published = said.published.best_time();
    item.updated = said.updated.best_time();
    item.content = std::move(said.content);
    item.summary = std::move(said.summary);
    said.url.others_to(item.other_values, MetadataField::url);
    said.title.others_to(item.other_values, MetadataField::title);
    said.byline.others_to(item.other_values, MetadataField::byline);
    said.published.other_times_to(item.other_values, MetadataField::published);
    said.updated.other_times_to(item.other_values, MetadataField::updated);
    said.language.others_to(item.other_values, MetadataField::language);
    return item;
  }

  /// What holds for all items in an element: looked up once, for the way up to the root can be long.
  struct Around {
    std::uint32_t element;
    std::string base;
    std::optional<std::string> language;
  };

  XmlTree tree_;
  std::string address_;
  std::vector<std::uint32_t> items_;
  std::optional<Around> around_;
  std::size_t at_ = 0;
};

}  // namespace

Result<Feed> parse_xml_feed(std::string_view bytes, const IngestOptions& options) {
  auto encoding = options.encoding;
  if (!encoding && options.media_type) encoding = charset_of(*options.media_type);
  std::string text = xml_to_utf8(bytes, encoding);
  clean_controls(text);
  auto tree = parse_xml(std::move(text));
  if (!tree) return fail(tree.error());
  const auto feed = std::make_shared<XmlFeed>(std::move(*tree), options.url.value_or(""));
  if (!feed->is_feed()) return fail(ErrorCode::bad_feed, {"it is XML, but no feed"});
  return Feed{feed->head(), [feed] { return feed->next(); }};
}

}  // namespace sitcen::ingest
