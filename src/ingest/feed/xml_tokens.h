#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sitcen::ingest {

enum class XmlKind : std::uint8_t { text, cdata, open, empty, close };

/// A piece of a document; all views point into it.
struct XmlToken {
  XmlKind kind = XmlKind::text;
  std::string_view all;     ///< from the first byte to the last
  std::string_view name;    ///< of a tag, with its prefix
  std::string_view inside;  ///< the attributes of a tag as they stand; text or CDATA without its marks
};

/// Cuts XML into tags and text, however ill-formed: what cannot be a tag is text, what is not closed ends where the
/// next tag begins or with the document. Comments, processing instructions and the DOCTYPE, with all it declares, are
/// passed over: nothing is ever expanded. Linear in the document's size.
class XmlTokens {
 public:
  explicit XmlTokens(std::string_view document) : rest_(document) {}
  [[nodiscard]] std::optional<XmlToken> next();

 private:
  XmlToken take(XmlKind kind, std::size_t size, std::size_t begin, std::size_t end);
  XmlToken text();
  XmlToken tag();
  bool pass_over();
  bool pass_to(std::string_view mark);

  std::string_view rest_;
};

struct XmlAttribute {
  std::string_view name;   ///< with its prefix
  std::string_view value;  ///< as it stands, references and all
};

/// Takes the next attribute off the front of a tag's inside; values without quotes or without a value too.
[[nodiscard]] std::optional<XmlAttribute> next_attribute(std::string_view& inside);

/// \return the value as it stands of the attribute of that name, prefix and all
[[nodiscard]] std::optional<std::string_view> find_attribute(std::string_view inside, std::string_view name);

}  // namespace sitcen::ingest
