#include <simdjson.h>

#include <memory>
#include <utility>

#include "ingest/address.h"
#include "ingest/feed/accounts.h"
#include "ingest/feed/feed.h"
#include "ingest/feed/xml_encoding.h"
#include "ingest/feed/xml_text.h"
#include "ingest/html/metadata.h"

namespace sitcen::ingest {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

/// \return the string or whole number under a key, else nothing
std::string text_at(const object& of, std::string_view key) {
  element value;
  if (of.at_key(key).get(value) != simdjson::SUCCESS) return {};
  if (std::string_view text; value.get_string().get(text) == simdjson::SUCCESS) return std::string(text);
  if (std::int64_t number = 0; value.get_int64().get(number) == simdjson::SUCCESS) return std::to_string(number);
  return {};
}

std::optional<std::string> line_at(const object& of, std::string_view key) {
  std::string line = collapsed(text_at(of, key));
  return line.empty() ? std::nullopt : std::optional(std::move(line));
}

std::optional<std::string> address_at(const object& of, std::string_view key, std::string_view base) {
  std::string address = resolved(base, text_at(of, key));
  return has_scheme_and_host(address) ? std::optional(std::move(address)) : std::nullopt;
}

/// "authors" of version 1.1, "author" of 1.0.
std::optional<std::string> names_at(const object& of) {
  Accounts names;
  simdjson::dom::array authors;
  if (of.at_key("authors").get_array().get(authors) == simdjson::SUCCESS) {
    for (const element author : authors) {
      object person;
      if (author.get_object().get(person) == simdjson::SUCCESS)
        names.add_to_list(0, collapsed(text_at(person, "name")));
    }
  }
  object author;
  if (of.at_key("author").get_object().get(author) == simdjson::SUCCESS)
    names.add(1, collapsed(text_at(author, "name")));
  return names.best();
}

std::optional<std::string> language_at(const object& of) { return language_tag(collapsed(text_at(of, "language"))); }

FeedItem item_of(const object& of, std::string_view base) {
  FeedItem item;
  item.id = line_at(of, "id");
  item.title = line_at(of, "title");
  item.url = address_at(of, "url", base);
  const auto external = address_at(of, "external_url", base);
  if (!item.url) {
    item.url = external;
  } else if (external && external != item.url) {
    item.other_values.push_back({MetadataField::url, *external, TimeBasis::feed});
  }
  item.byline = names_at(of);
  item.language = language_at(of);
  Accounts published, updated;
  published.add(0, text_at(of, "date_published"));
  updated.add(0, text_at(of, "date_modified"));
  item.published = published.best_time();
  item.updated = updated.best_time();
  published.other_times_to(item.other_values, MetadataField::published);
  updated.other_times_to(item.other_values, MetadataField::updated);
  item.content = text_of_html(text_at(of, "content_html"));
  if (item.content.empty()) item.content = lines_of_text(text_at(of, "content_text"));
  item.summary = lines_of_text(text_at(of, "summary"));
  return item;
}

/// The parsed text and the place in its items.
struct JsonFeed {
  std::string text;
  simdjson::dom::parser parser;
  simdjson::dom::array items;
  std::string address;
  std::optional<std::string> language;
  std::optional<simdjson::dom::array::iterator> at;

  std::optional<FeedItem> next() {
    while (at && *at != items.end()) {
      object item;
      const bool is_object = (**at).get_object().get(item) == simdjson::SUCCESS;
      ++*at;
      if (!is_object) return FeedItem{};
      FeedItem out = item_of(item, address);
      if (!out.language) out.language = language;
      return out;
    }
    return std::nullopt;
  }
};

}  // namespace

Result<Feed> parse_json_feed(std::string_view bytes, const IngestOptions& options) {
  const auto feed = std::make_shared<JsonFeed>();
  feed->text = xml_to_utf8(bytes, options.encoding);
  element root;
  if (const auto error = feed->parser.parse(feed->text).get(root); error != simdjson::SUCCESS) {
    return fail(ErrorCode::bad_feed, {simdjson::error_message(error)});
  }
  object top;
  if (root.get_object().get(top) != simdjson::SUCCESS) return fail(ErrorCode::bad_feed, {"it is no JSON object"});
  if (top.at_key("items").get_array().get(feed->items) != simdjson::SUCCESS) {
    return fail(ErrorCode::bad_feed, {"it has no list of \"items\""});
  }
  feed->at = feed->items.begin();
  feed->language = language_at(top);
  Feed out;
  out.head.title = line_at(top, "title");
  const std::string own = options.url.value_or("");
  out.head.id = line_at(top, "feed_url");
  feed->address = own.empty() ? out.head.id.value_or("") : own;
  out.head.url = address_at(top, "home_page_url", feed->address);
  out.head.byline = names_at(top);
  out.head.language = feed->language;
  out.next = [feed] { return feed->next(); };
  return out;
}

}  // namespace sitcen::ingest
