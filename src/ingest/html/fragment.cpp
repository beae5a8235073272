#include "ingest/html/fragment.h"

#include "ingest/html/page.h"

namespace sitcen::ingest {

Result<std::vector<std::string>> read_fragment(std::string_view html) {
  auto page = parse_page(html);
  if (!page) return fail(page.error());
  std::vector<std::string> out;
  out.reserve(page->blocks.size());
  for (const Block& block : page->blocks) out.emplace_back(page->str(block));
  return out;
}

}  // namespace sitcen::ingest
