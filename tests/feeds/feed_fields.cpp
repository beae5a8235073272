// feed_fields: reads lines "FILE<tab>MEDIA TYPE<tab>ADDRESS" and prints for each, as one line of JSON, what sitcen
// reads of the feed in the file. Used by agreement.py.
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

#include "ingest/feed/feed.h"

namespace {

using nlohmann::json;

json of(const std::optional<std::string>& text) { return text ? json(*text) : json(); }
json of(const std::optional<sitcen::Timestamp>& time) { return time ? json(time->value) : json(); }

json of(const sitcen::ingest::FeedHead& head) {
  return {{"id", of(head.id)},          {"title", of(head.title)},       {"link", of(head.url)},
          {"author", of(head.byline)},  {"language", of(head.language)}, {"published", of(head.published)},
          {"updated", of(head.updated)}};
}

json of(const sitcen::ingest::FeedItem& item) {
  return {{"id", of(item.id)},
          {"title", of(item.title)},
          {"link", of(item.url)},
          {"author", of(item.byline)},
          {"language", of(item.language)},
          {"source", of(item.source)},
          {"published", of(item.published)},
          {"updated", of(item.updated)},
          {"content", item.content},
          {"summary", item.summary}};
}

json read(const std::string& file, const std::string& media_type, const std::string& address) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  sitcen::ingest::IngestOptions options;
  if (!media_type.empty()) options.media_type = media_type;
  if (!address.empty()) options.url = address;
  auto feed = sitcen::ingest::parse_xml_feed(bytes, options);
  if (!feed) return {{"file", file}, {"error", feed.error().message}};
  json out = {{"file", file}, {"feed", of(feed->head)}, {"entries", json::array()}};
  while (const auto item = feed->next()) out["entries"].push_back(of(*item));
  return out;
}

}  // namespace

int main() {
  std::string line;
  while (std::getline(std::cin, line)) {
    std::istringstream fields(line);
    std::string file, media_type, address;
    std::getline(fields, file, '\t');
    std::getline(fields, media_type, '\t');
    std::getline(fields, address, '\t');
    std::cout << read(file, media_type, address).dump() << '\n';
  }
  return 0;
}
