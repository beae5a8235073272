#include <fmt/format.h>

#include <algorithm>

#include "server/answer.h"
#include "server/asked.h"
#include "server/pages/frame.h"
#include "server/pages/pages.h"
#include "server/pages/words.h"

namespace sitcen::server::pages {
namespace {

void write_snippet(Html& h, const store::SearchHit& hit) {
  h.element("p", {{"class", "snippet"}, {"lang", language_tag(hit.report.language)}, {"dir", "auto"}}, [&] {
    if (hit.snippet_span.empty() || !hit.text) return h.text(hit.snippet);
    const std::string_view text = *hit.text;
    std::uint32_t at = hit.snippet_span.begin;
    if (at > 0) h.text("\u2026 ");
    for (const Span s : hit.spans) {
      if (s.begin < at || s.end > hit.snippet_span.end) continue;
      h.text(text.substr(at, s.begin - at));
      h.element("mark", text.substr(s.begin, s.size()));
      at = s.end;
    }
    h.text(text.substr(at, hit.snippet_span.end - at));
    if (hit.snippet_span.end < text.size()) h.text(" \u2026");
  });
}

/// The report, at the first words found: a text fragment needs no anchor in the page, and is ignored where not known.
std::string link_to(const store::SearchHit& hit) {
  std::string link = "/reports/" + hit.report.key;
  if (hit.snippet_span.empty() || !hit.text) return link;
  const auto inside = std::ranges::find_if(hit.spans, [&](Span s) { return hit.snippet_span.covers(s); });
  if (inside == hit.spans.end()) return link;
  link += "#:~:text=";
  for (const char c : percent_encode(std::string_view(*hit.text).substr(inside->begin, inside->size())))
    c == '-' ? link += "%2D" : link += c;  // a bare - is syntax there
  return link;
}

void write_hit(Html& h, const store::SearchHit& hit) {
  const store::ReportRow& row = hit.report;
  h.element("li", {{"class", "hit"}}, [&] {
    h.element("h2", {{"class", row.title ? std::nullopt : std::optional<std::string_view>("untitled")}}, [&] {
      const std::string title = row.title.value_or(std::string(short_origin(row.origin)));
      h.element("a", {{"href", link_to(hit)}, {"lang", language_tag(row.language)}, {"dir", "auto"}}, title);
    });
    write_snippet(h, hit);
    h.element("p", {{"class", "meta"}}, [&] {
      if (row.source) h.element("bdi", {{"class", "source"}}, *row.source);
      if (row.published) write_time(h, *row.published);
      h.element("span", count(hit.spans.size(), "match", "matches"));
      h.element("span", count(row.statements, "statement", "statements"));
    });
  });
  h.newline();
}

}  // namespace

Result<Response> search(const Site& site, const Target& target) {
  const Result<Asked> asked = parse_asked(target, {"q"});
  if (!asked) return fail(asked.error());
  const std::string typed(target.parameter("q").value_or(""));
  Frame frame{.title = typed.empty() ? "Search" : typed + ": search", .place = Place::search, .searched = typed};
  if (typed.find_first_not_of(" \t\r\n") == std::string::npos) {
    return html_response(
        200, page(frame, [&](Html& h) {
          h.element("h1", "Search");
          h.element("p", {{"class", "empty"}},
                    "Type words; all of them must be there. \"Quotation marks\" keep a phrase together, begin* finds "
                    "beginnings.");
        }));
  }
  const Result<store::SearchTerms> terms = store::parse_search(typed);
  if (!terms) return fail(terms.error());
  Result<picture::Readers::Reader> reader = site.readers->take();
  if (!reader) return fail(reader.error());
  const auto found = collect<store::SearchHit>(asked->page, [&](const store::Page& page, const auto& visit) {
    return (*reader)->search(*terms, asked->scope, page, visit);
  });
  if (!found) return fail(found.error());

  frame.json = with_parameter({"/api/v1/search", {}, target.parameters}, "", "");
  return html_response(200, page(frame, [&](Html& h) {
                         h.element("h1", [&] {
                           h.text("Search: ");
                           h.element("bdi", typed);
                         });
                         const bool whole = !found->next && !target.parameter("after");
                         if (whole)
                           h.element("p", {{"class", "truth"}},
                                     found->rows.empty() ? "No report has all of these words."
                                                         : count(found->rows.size(), "report", "reports"));
                         h.element("ol", {{"class", "hits"}}, [&] {
                           for (const store::SearchHit& hit : found->rows) write_hit(h, hit);
                         });
                         if (found->next)
                           h.element("nav", {{"class", "turn"}, {"aria-label", "More reports"}}, [&] {
                             h.element("a", {{"rel", "next"}, {"href", with_parameter(target, "after", *found->next)}},
                                       "More");
                           });
                       }));
}

}  // namespace sitcen::server::pages
