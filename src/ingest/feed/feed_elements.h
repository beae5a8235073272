#pragma once

#include <cstdint>
#include <string_view>

#include "ingest/feed/xml_tree.h"

namespace sitcen::ingest {

enum class FeedField : std::uint8_t {
  title,
  link,
  guid,
  id,
  published,
  updated,
  date,
  author,
  content,
  summary,
  language,
  source,
  nested
};

/// What an element of a feed says; of those that say the same, the one of the lowest rank is believed.
struct FeedElement {
  std::string_view name;
  int rank = 0;
  Vocabulary vocabulary = Vocabulary::plain;
  FeedField field = FeedField::title;
};

/// \return its row in feed_elements.inc; nullptr where it has none
[[nodiscard]] const FeedElement* known_element(const XmlElement& element);

}  // namespace sitcen::ingest
