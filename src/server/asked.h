#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "picture/copies.h"
#include "picture/figures.h"
#include "picture/findings.h"
#include "picture/readers.h"
#include "picture/said_filter.h"
#include "picture/who.h"
#include "server/target.h"
#include "sitcen/result.h"

namespace sitcen::server {

inline constexpr std::size_t kDefaultLimit = 50;
inline constexpr std::size_t kMaxLimit = 1000;

/// What the parameters that all questions share ask for: as_of, since, until, source, after, limit.
struct Asked {
  store::Scope scope;
  store::Page page;
};

/// \param own  names of further parameters that this question has
/// \return bad_request, naming the parameter: unknown, given twice, not a time, not a count from 1 to kMaxLimit
[[nodiscard]] Result<Asked> parse_asked(const Target& target, std::span<const std::string_view> own);
[[nodiscard]] inline Result<Asked> parse_asked(const Target& target, std::initializer_list<std::string_view> own = {}) {
  return parse_asked(target, std::span(own.begin(), own.size()));
}

/// \return the names of what narrows a question for times, places or events, and what a target gives for them
[[nodiscard]] std::vector<std::string_view> names_of(const std::vector<picture::Parameter>& parameters);
[[nodiscard]] picture::Typed typed_in(const Target& target, const std::vector<picture::Parameter>& parameters);

/// \return what by, about and modality ask for; an empty one asks for nothing, as a form sends it
[[nodiscard]] picture::SaidQuestion said_question(const Target& target);

/// \return what a parameter says; none if it is not there or blank
[[nodiscard]] std::optional<std::string> given(const Target& target, std::string_view name);

/// \return path?query with the same parameters but for one, which gets this value; without it if empty
[[nodiscard]] std::string with_parameter(const Target& target, std::string_view name, std::string_view value);

/// The rows of one page of an answer, and the cursor to go on with, none on the last page.
template <class Row>
struct Rows {
  std::vector<Row> rows;
  std::optional<std::string> next;
};

/// One page of an answer that was worked out whole. \param id  of a row: the cursor of a page is the id of its last row
/// \return bad_request where no row has the id that the page follows
template <class Row, class Id>
[[nodiscard]] Result<Rows<Row>> page_of(std::vector<Row> all, const Id& id, const store::Page& page) {
  auto row = all.begin();
  if (!page.after.empty()) {
    row = std::ranges::find(all, page.after, id);
    if (row == all.end()) return fail(ErrorCode::bad_request, {"no such place in the list: " + page.after});
    ++row;
  }
  Rows<Row> out;
  for (; row != all.end() && out.rows.size() < page.limit; ++row) out.rows.push_back(std::move(*row));
  if (row != all.end() && !out.rows.empty()) out.next = id(out.rows.back());
  return out;
}

/// The speakers of one page; a cursor is the id of the last one on the page before.
/// \return bad_request where nobody has that id
[[nodiscard]] Result<Rows<picture::WhoRow>> who_page(picture::Who all, const picture::Compared& compared,
                                                     const store::Page& page);

inline const std::string& cursor_of(const store::ReportRow& row) { return row.cursor; }
inline const std::string& cursor_of(const store::Said& said) { return said.cursor; }
inline const std::string& cursor_of(const picture::FigureRow& row) { return row.cursor; }
inline const std::string& cursor_of(const picture::FindingRow& row) { return row.cursor; }
inline const std::string& cursor_of(const picture::CopiesRow& row) { return row.original.key; }
inline const std::string& cursor_of(const store::SearchHit& hit) { return hit.report.cursor; }

/// \param query calls a question of the store with the page and the visit it is given
template <class Row, class Query>
[[nodiscard]] Result<Rows<Row>> collect(store::Page page, Query&& query) {
  Rows<Row> out;
  const std::size_t limit = page.limit;
  ++page.limit;  // one more row tells whether there is a next page
  Result<void> done = query(page, [&](Row&& row) {
    if (out.rows.size() == limit) {
      out.next = cursor_of(out.rows.back());
      return false;
    }
    out.rows.push_back(std::move(row));
    return true;
  });
  if (!done) return fail(done.error());
  return out;
}

}  // namespace sitcen::server
