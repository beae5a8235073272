#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sitcen/result.h"

namespace sitcen::ingest {

/// What a namespace is, by its address or, where it is not declared, by the prefix everybody gives it.
enum class Vocabulary : std::uint8_t {
  plain,
  atom,
  dc,
  dcterms,
  content,
  itunes,
  media,
  xhtml,
  rdf,
  news,
  feedburner,
  other
};

struct XmlElement {
  std::uint32_t parent = 0;     ///< index; the root is its own parent
  std::uint32_t end = 0;        ///< index after its last descendant
  std::string_view name;        ///< without its prefix
  std::string_view attributes;  ///< as they stand
  std::string_view inner;       ///< what stands between its tags
  Vocabulary vocabulary = Vocabulary::plain;

  [[nodiscard]] bool is(Vocabulary of, std::string_view known) const;
};

/// A document's elements in document order: children follow their parent.
struct XmlTree {
  std::unique_ptr<const std::string> text;  ///< all views point into it
  std::vector<XmlElement> elements;

  /// \return first child, or the sibling after `child`; none at the end
  [[nodiscard]] std::optional<std::uint32_t> next_child(std::uint32_t parent, std::optional<std::uint32_t> child) const;
  /// \return the value of the attribute, references replaced
  [[nodiscard]] std::optional<std::string> attribute(std::uint32_t element, std::string_view name) const;
};

/// Reads XML, ill-formed or not: an end tag closes the nearest open element of its name and all in it, one that closes
/// nothing is passed over, an item that begins within another closes it. Elements deeper than 200 are passed over,
/// their text stays. Time and memory stay in proportion to the text.
/// \return bad_feed where there is no element, or more than a million
[[nodiscard]] Result<XmlTree> parse_xml(std::string text);

}  // namespace sitcen::ingest
