#include "server/answer.h"
#include "server/pages/frame.h"
#include "server/pages/pages.h"

namespace sitcen::server::pages {

Response error(const Error& error) {
  const ErrorInfo& row = info(error.code);
  const Frame frame{.title = std::string(reason_phrase(row.http_status))};
  return html_response(row.http_status, page(frame, [&](Html& h) {
                         h.element("h1", reason_phrase(row.http_status));
                         h.element("p", {{"class", "error"}, {"dir", "auto"}}, error.message);
                         h.element("p", [&] { h.element("a", {{"href", "/"}}, "All reports"); });
                       }));
}

}  // namespace sitcen::server::pages
