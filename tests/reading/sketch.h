#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sitcen/document.h"

namespace sitcen {

/// A document drawn by hand: words and marks are tokens, each line is a sentence, every token is a root until told
/// otherwise. Owns its text; keep it while the document is used.
class Sketch {
 public:
  explicit Sketch(std::string text);
  Sketch(const Sketch&) = delete;
  Sketch& operator=(const Sketch&) = delete;

  void set(std::uint32_t token, Pos pos, std::string_view tag, std::string_view dep, std::uint32_t head,
           std::string_view lemma = {});
  /// Marks tokens [first, last) as one entity.
  void entity(std::uint32_t first, std::uint32_t last, EntityType type);

  [[nodiscard]] const Document& doc() const { return doc_; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(doc_.tokens.size()); }

 private:
  std::string text_;
  Labels labels_;
  Document doc_;
};

}  // namespace sitcen
