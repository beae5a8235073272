#include <fmt/format.h>

#include "server/answer.h"
#include "server/asked.h"
#include "server/pages/frame.h"
#include "server/pages/pages.h"
#include "server/pages/scope.h"
#include "server/pages/words.h"

namespace sitcen::server::pages {
namespace {

/// How much there is, and how old it is: what a reader needs to trust the list below.
void write_line_of_truth(Html& h, const store::Counts& counts, std::optional<base::Instant> last) {
  h.element("p", {{"class", "truth"}}, [&] {
    h.element("span", count(counts.reports, "report", "reports"));
    h.element("span", count(counts.statements, "statement", "statements"));
    if (counts.rejected > 0)
      h.element("span", [&] { h.element("a", {{"href", "/rejected"}}, fmt::format("{} rejected", counts.rejected)); });
    if (last) {
      h.element("span", [&] {
        h.text("last taken in ");
        write_time(h, *last);
      });
    }
  });
}

void write_report(Html& h, const store::ReportRow& row) {
  const std::string title = row.title.value_or(std::string(short_origin(row.origin)));
  h.element("li", {{"class", "report"}}, [&] {
    h.element("span", {{"class", "when"}}, row.published ? clock(*row.published) : std::string());
    h.element("div", {{"class", "what"}}, [&] {
      h.element("h3", {{"class", row.title ? std::nullopt : std::optional<std::string_view>("untitled")}}, [&] {
        h.element("a", {{"href", "/reports/" + row.key}, {"lang", language_tag(row.language)}, {"dir", "auto"}}, title);
      });
      h.element("p", {{"class", "meta"}}, [&] {
        if (row.source) {
          const std::string href = "/?source=" + percent_encode(*row.source);
          h.element("a", {{"class", "source"}, {"href", href}, {"dir", "auto"}}, *row.source);
        } else {
          h.element("span", {{"class", "unknown"}}, "source not given");
        }
        if (row.title) h.element("span", {{"class", "origin"}, {"dir", "auto"}}, short_origin(row.origin));
        if (row.copy_of)
          h.element("span", [&] {
            h.text("copy of ");
            h.element("a", {{"href", "/reports/" + percent_encode(*row.copy_of)}, {"dir", "auto"}}, *row.copy_of);
          });
        if (row.withdrawn) h.element("span", {{"class", "warning"}}, "withdrawn by its source");
        if (store::in_the_future(row.published, row.known_at))
          h.element("span", {{"class", "warning"}}, "published in the future");
        if (row.versions > 1) h.element("span", fmt::format("{} versions", row.versions));
      });
    });
    h.element("ul", {{"class", "counts"}}, [&] {
      h.element("li", count(row.statements, "statement", "statements"));
      h.element("li", count(row.actors, "actor", "actors"));
    });
  });
  h.newline();
}

/// Lists in the order they come, a heading for each day.
void write_days(Html& h, const std::vector<store::ReportRow>& rows) {
  const auto day_of = [](const store::ReportRow& row) {
    return row.published ? day(*row.published) : std::string("No published time");
  };
  for (std::size_t i = 0; i < rows.size();) {
    const std::string heading = day_of(rows[i]);
    h.element("section", {{"class", "day"}}, [&] {
      h.element("h2", heading);
      h.element("ol", {{"class", "reports"}}, [&] {
        for (; i < rows.size() && day_of(rows[i]) == heading; ++i) write_report(h, rows[i]);
      });
    });
  }
}

void write_turning(Html& h, const Target& target, const std::optional<std::string>& next) {
  const bool first = !target.parameter("after");
  if (first && !next) return;
  h.element("nav", {{"class", "turn"}, {"aria-label", "More reports"}}, [&] {
    if (!first) h.element("a", {{"href", with_parameter(target, "after", "")}}, "Newest");
    if (next) h.element("a", {{"rel", "next"}, {"href", with_parameter(target, "after", *next)}}, "Older");
  });
}

}  // namespace

Result<Response> reports(const Site& site, const Target& target) {
  const Result<Asked> asked = parse_asked(target);
  if (!asked) return fail(asked.error());
  Result<picture::Readers::Reader> reader = site.readers->take();
  if (!reader) return fail(reader.error());
  store::Store& store = **reader;
  const auto found = collect<store::ReportRow>(asked->page, [&](const store::Page& page, const auto& visit) {
    return store.reports(asked->scope, page, visit);
  });
  if (!found) return fail(found.error());
  const Result<store::Counts> counts = store.counts();
  if (!counts) return fail(counts.error());
  const Result<std::optional<base::Instant>> last = store.last_known();
  if (!last) return fail(last.error());

  Frame frame{.title = "Reports", .place = Place::reports};
  frame.json = with_parameter({"/api/v1/reports", {}, target.parameters}, "", "");
  return html_response(
      200, page(frame, [&](Html& h) {
        h.element("h1", "Reports");
        write_line_of_truth(h, *counts, *last);
        write_scope(h, target, asked->scope);
        if (found->rows.empty())
          h.element("p", {{"class", "empty"}},
                    counts->reports == 0
                        ? "No report has been taken in yet. Take some in with: sitcen ingest --store FILE ..."
                        : "No report is in this range.");
        write_days(h, found->rows);
        write_turning(h, target, found->next);
      }));
}

Result<Response> rejected(const Site& site, const Target& target) {
  const Result<Asked> asked = parse_asked(target);
  if (!asked) return fail(asked.error());
  Result<picture::Readers::Reader> reader = site.readers->take();
  if (!reader) return fail(reader.error());
  std::vector<store::RejectedRow> rows;
  const Result<void> read = (*reader)->rejections(asked->scope, [&](store::RejectedRow&& row) {
    rows.push_back(std::move(row));
    return true;
  });
  if (!read) return fail(read.error());

  Frame frame{.title = "Rejected", .place = Place::rejected};
  frame.json = with_parameter({"/api/v1/reports", {}, target.parameters}, "status", "rejected");
  return html_response(
      200, page(frame, [&](Html& h) {
        h.element("h1", "Rejected");
        h.element("p", {{"class", "truth"}},
                  rows.empty() ? "Nothing: every report that came in could be read."
                               : count(rows.size(), "input", "inputs") + " could not be read. Nothing else was lost.");
        if (rows.empty()) return;
        h.element("ul", {{"class", "rejected"}}, [&] {
          for (const store::RejectedRow& row : rows) {
            const store::Rejection& r = row.rejection;
            h.element("li", [&] {
              h.element("p", {{"class", "origin"}}, [&] {
                h.element("bdi", r.origin);
                if (r.line) h.text(fmt::format(", line {}", *r.line));
              });
              h.element("p", {{"class", "reason"}}, r.reason);
              h.element("p", {{"class", "meta"}}, [&] {
                h.element("code", r.code);
                write_time(h, row.known_at);
              });
            });
            h.newline();
          }
        });
      }));
}

}  // namespace sitcen::server::pages
