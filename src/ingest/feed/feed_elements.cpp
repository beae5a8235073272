#include "ingest/feed/feed_elements.h"

#include <algorithm>
#include <iterator>

namespace sitcen::ingest {
namespace {

constexpr FeedElement kElements[] = {
#define SITCEN_FEED_ELEMENT(vocabulary, name, field, rank) {name, rank, Vocabulary::vocabulary, FeedField::field},
#include "ingest/feed/feed_elements.inc"
#undef SITCEN_FEED_ELEMENT
};

}  // namespace

const FeedElement* known_element(const XmlElement& element) {
  const auto* const at =
      std::ranges::find_if(kElements, [&](const FeedElement& row) { return element.is(row.vocabulary, row.name); });
  return at == std::end(kElements) ? nullptr : at;
}

}  // namespace sitcen::ingest
