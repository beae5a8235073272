#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "server/pages/report_parts.h"
#include "server/pages/words.h"

namespace sitcen::server::pages {
namespace {

void write_member(Html& h, const store::CopyMember& member, std::string_view key,
                  const std::vector<picture::Credit>& credits) {
  const std::string title = member.title.value_or(std::string(short_origin(member.origin)));
  if (member.key == key) {
    h.element("strong", "this report");
  } else {
    h.element("a", {{"href", "/reports/" + member.key}, {"dir", "auto"}}, title);
  }
  h.element("p", {{"class", "meta"}}, [&] {
    if (member.source) h.element("bdi", *member.source);
    h.element("span", [&] {
      if (!member.published) return h.text("published: not known");
      write_time(h, *member.published);
    });
    for (const picture::Credit& credit : credits) h.element("span", fmt::format("credits {}", credit.agency));
  });
}

void write_row(Html& h, const picture::CopiesRow& row, std::string_view key) {
  h.element("ol", {{"class", "copies"}}, [&] {
    h.element("li", [&] {
      write_member(h, row.original, key, row.credits);
      h.element("p", {{"class", "meta"}}, "had the words first");
    });
    for (const picture::CopyRow& copy : row.copies) {
      h.element("li", [&] {
        write_member(h, copy.report, key, copy.credits);
        h.element("p", {{"class", "meta"}}, [&] {
          h.element("span", name(copy.kind));
          if (copy.kind != store::copies::CopyKind::exact)
            h.element("span", fmt::format("{} % of the words shared", std::lround(copy.similarity * 100)));
        });
        const auto longest = std::ranges::max_element(copy.shared, {}, &picture::SharedWords::words);
        if (longest != copy.shared.end()) h.element("q", {{"dir", "auto"}}, longest->copy.words());
      });
    }
  });
  if (row.left_out > 0) h.element("p", fmt::format("and {} more", row.left_out));
}

}  // namespace

void write_copies(Html& h, const std::vector<picture::CopiesRow>& rows, std::string_view key) {
  if (rows.empty()) return;
  h.element("section", {{"class", "about"}, {"aria-labelledby", "copies"}}, [&] {
    h.element("h2", {{"id", "copies"}}, "Copies");
    for (const picture::CopiesRow& row : rows) write_row(h, row, key);
  });
}

}  // namespace sitcen::server::pages
