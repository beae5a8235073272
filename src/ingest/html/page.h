#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sitcen/result.h"

namespace sitcen::ingest {

/// What class, id and role names of an element say of its content (page_words.inc). `aside`: beside the article's text,
/// perhaps within it; `outside`: of the page, not of the article; `credit`: whose picture it is.
enum class Hint : std::uint8_t { none, aside, outside, caption, credit };

/// What a block of text stands in.
enum class BlockKind : std::uint8_t { paragraph, heading, item, cell, quote, preformatted, other };

/// An element that is a block, in document order: children follow their parent.
struct Element {
  std::uint32_t parent = 0;  ///< index; the root is its own parent
  std::uint32_t end = 0;     ///< index after its last descendant
  std::uint16_t tag = 0;     ///< lexbor's tag id
  Hint hint = Hint::none;
  bool image = false;      ///< an image stands in it, not in a block below it
  std::uint32_t name = 0;  ///< hash of its class attribute; 0: none
};

/// A stretch of text without a block border in it: a paragraph, an item, a heading, the text between two <br><br>.
struct Block {
  std::uint32_t begin = 0, end = 0;  ///< bytes into Page::text
  std::uint32_t element = 0;         ///< the nearest element that is a block
  std::uint32_t size = 0;            ///< letters and other signs; one of a script without spaces counts as three
  std::uint32_t linked = 0;          ///< those inside links
  BlockKind kind = BlockKind::other;
  std::uint8_t level = 0;  ///< of a heading
};

/// A page as it is read: its text, block by block, and what its head says. Scripts, forms and hidden parts are left
/// out.
struct Page {
  std::string text;               ///< UTF-8, white space collapsed, a line break for <br>
  std::vector<Element> elements;  ///< the first is the root
  std::vector<Block> blocks;
  std::string title, language, canonical;
  std::vector<std::pair<std::string, std::string>> meta;  ///< name or property in lower case, content; document order
  std::vector<std::string> json_ld;
  std::vector<std::pair<std::string, std::string>>
      microdata;  ///< itemprop and value of dates and headlines in the text
  /// Words of elements that are marked as the author, and of those that are named so, each with the block it stands in
  /// or before.
  std::vector<std::pair<std::size_t, std::string>> authors, bylines;
  std::vector<std::pair<std::size_t, std::string>>
      times;  ///< datetime of each <time> and the block it stands in or before

  [[nodiscard]] std::string_view str(const Block& block) const {
    return std::string_view(text).substr(block.begin, block.end - block.begin);
  }
};

/// \return the letters and digits of a title, lower case in ASCII, so that titles compare whatever stands between their
///         words: quotation marks and dashes are no letters
[[nodiscard]] std::string letters(std::string_view text);

/// Parses a page as browsers do and flattens it in one pass. Linear in the page's size, whatever is nested in what:
/// tags beyond a depth of 512 are passed over, their text stays.
/// \param html UTF-8
/// \return bad_html where it has more elements than any page for readers
[[nodiscard]] Result<Page> parse_page(std::string_view html);

}  // namespace sitcen::ingest
