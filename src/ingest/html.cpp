#include "ingest/html.h"

namespace sitcen::ingest {

Result<Report> read_page(std::string_view, std::string, const std::optional<std::string>&) {
  return fail(ErrorCode::bad_html, {"pages are not read yet"});
}

}  // namespace sitcen::ingest
