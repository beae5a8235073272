#include "reading/paragraphs.h"

namespace sitcen::reading {

std::vector<TokenRange> paragraphs(const Document& doc) {
  std::vector<TokenRange> out;
  const auto n = static_cast<std::uint32_t>(doc.tokens.size());
  std::uint32_t first = 0;
  for (std::uint32_t i = 0; i <= n; ++i) {
    const bool ends = i == n || (doc.tokens[i].is_space && doc.str(doc.tokens[i]).find('\n') != std::string_view::npos);
    if (!ends) continue;
    if (first < i) out.push_back({first, i});
    first = i + 1;
  }
  return out;
}

}  // namespace sitcen::reading
