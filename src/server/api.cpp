#include "server/api.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "exchange/read_json.h"
#include "picture/query_json.h"
#include "server/answer.h"
#include "server/asked.h"

namespace sitcen::server::api {
namespace {

Result<OffsetUnit> offset_unit(const Target& target) {
  const std::string_view unit = target.parameter("offsets").value_or("codepoint");
  if (unit == "codepoint") return OffsetUnit::codepoint;
  if (unit == "byte") return OffsetUnit::byte;
  if (unit == "utf16") return OffsetUnit::utf16;
  return fail(ErrorCode::bad_request, {fmt::format("offsets: codepoint, byte or utf16, not {}", unit)});
}

/// What every question needs: its parameters, a connection, and the time it answers for.
struct Question {
  Asked asked;
  picture::Readers::Reader store;
  picture::QueryContext context;
};

Result<Question> begin(const Site& site, const Target& target, std::span<const std::string_view> own) {
  Result<Asked> asked = parse_asked(target, own);
  if (!asked) return fail(asked.error());
  const Result<OffsetUnit> unit = offset_unit(target);
  if (!unit) return fail(unit.error());
  Result<picture::Readers::Reader> store = site.readers->take();
  if (!store) return fail(store.error());
  std::optional<base::Instant> as_of = asked->scope.as_of;
  if (!as_of) {
    const Result<std::optional<base::Instant>> last = (*store)->last_known();
    if (!last) return fail(last.error());
    as_of = *last;
  }
  return Question{*std::move(asked), *std::move(store), {as_of, *unit}};
}

Result<Question> begin(const Site& site, const Target& target, std::initializer_list<std::string_view> own) {
  return begin(site, target, std::span(own.begin(), own.size()));
}

/// A list as one object; a further page is also named in a Link field.
template <class Row, class ToJson>
Response list(const Target& target, const picture::QueryContext& context, const Rows<Row>& found, ToJson&& to_json) {
  std::string body = R"({"schema":"sitcen.query/1","as_of":)";
  body += context.as_of ? fmt::format("\"{}\"", base::rfc3339(*context.as_of)) : "null";
  body += ",\"rows\":[";
  for (std::size_t i = 0; i < found.rows.size(); ++i) {
    if (i > 0) body += ",\n";
    body += to_json(found.rows[i]);
  }
  body += "],\"next\":" + (found.next ? nlohmann::json(*found.next).dump() : "null") + "}";
  body += '\n';
  Response response = json_response(std::move(body));
  if (found.next)
    response.headers.push_back(
        {"Link", fmt::format("<{}>; rel=\"next\"", with_parameter(target, "after", *found.next))});
  return response;
}

template <class Row>
Response list(const Target& target, const picture::QueryContext& context, const Rows<Row>& found) {
  return list(target, context, found, [&](const Row& row) { return picture::to_json(row, context); });
}

Result<Response> rejected(const Target& target, Question& question) {
  Rows<store::RejectedRow> found;
  const Result<void> done = question.store->rejections(question.asked.scope, [&](store::RejectedRow&& row) {
    found.rows.push_back(std::move(row));
    return true;
  });
  if (!done) return fail(done.error());
  return list(target, question.context, found);
}

}  // namespace

Result<Response> reports(const Site& site, const Target& target) {
  Result<Question> question = begin(site, target, {"status", "language"});
  if (!question) return fail(question.error());
  store::ReportFilter filter{.language = given(target, "language")};
  if (const auto status = given(target, "status")) {
    if (*status == "rejected") return rejected(target, *question);
    filter.status = picture::report_status(*status);
    if (!filter.status)
      return fail(ErrorCode::bad_request, {fmt::format("status: read, withdrawn or rejected, not {}", *status)});
  }
  const auto found = collect<store::ReportRow>(question->asked.page, [&](const store::Page& page, const auto& visit) {
    return question->store->reports(question->asked.scope, filter, page, visit);
  });
  if (!found) return fail(found.error());
  return list(target, question->context, *found);
}

Result<Response> copies(const Site& site, const Target& target) {
  Result<Question> question = begin(site, target, {"report", "offsets"});
  if (!question) return fail(question.error());
  std::optional<std::string> key;
  if (const auto name = given(target, "report")) {
    Result<std::string> found = question->store->find(*name);
    if (!found) return fail(found.error());
    key = *std::move(found);
  }
  const auto found = collect<picture::CopiesRow>(question->asked.page, [&](const store::Page& page, const auto& visit) {
    return picture::copies(*question->store, question->asked.scope, {.key = key}, page, visit);
  });
  if (!found) return fail(found.error());
  return list(target, question->context, *found);
}

Result<Response> diff(const Site& site, const Target& target) {
  Result<Question> question = begin(site, target, {"report", "from", "to", "offsets"});
  if (!question) return fail(question.error());
  const Result<std::string> key = question->store->find(given(target, "report").value_or(""));
  if (!key) return fail(key.error());
  const auto diff =
      picture::diff(*question->store, *key, given(target, "from"), given(target, "to"), question->asked.scope.as_of);
  if (!diff) return fail(diff.error());
  // A report has few versions and a version few changes: they come in one piece.
  const Rows<picture::Change> found{diff->changes, std::nullopt};
  return list(target, question->context, found,
              [&](const picture::Change& change) { return picture::to_json(*diff, change, question->context); });
}

Result<Response> search(const Site& site, const Target& target) {
  Result<Question> question = begin(site, target, {"q", "offsets"});
  if (!question) return fail(question.error());
  const Result<store::SearchTerms> terms = store::parse_search(target.parameter("q").value_or(""));
  if (!terms) return fail(terms.error());
  const auto found = collect<store::SearchHit>(question->asked.page, [&](const store::Page& page, const auto& visit) {
    return question->store->search(*terms, question->asked.scope, page, visit);
  });
  if (!found) return fail(found.error());
  return list(target, question->context, *found);
}

Result<Response> said(const Site& site, const Target& target) {
  Result<Question> question = begin(site, target, {"by", "about", "modality", "offsets"});
  if (!question) return fail(question.error());
  const auto filters = picture::said_filters(*question->store, question->asked.scope.as_of, said_question(target),
                                             picture::Compare::always);
  if (!filters) return fail(filters.error());
  const auto found = collect<store::Said>(question->asked.page, [&](const store::Page& page, const auto& visit) {
    return question->store->said(question->asked.scope, filters->filter, page, visit);
  });
  if (!found) return fail(found.error());
  return list(target, question->context, *found,
              [&](const store::Said& said) { return picture::to_json(said, filters->compared, question->context); });
}

Result<Response> who(const Site& site, const Target& target) {
  Result<Question> question = begin(site, target, {"offsets"});
  if (!question) return fail(question.error());
  const auto compared = picture::compare(*question->store, question->asked.scope.as_of, picture::load_knowledge());
  if (!compared) return fail(compared.error());
  Result<Rows<picture::WhoRow>> found =
      who_page(picture::who(*compared, question->asked.scope), *compared, question->asked.page);
  if (!found) return fail(found.error());
  for (picture::WhoRow& row : found->rows)
    if (const auto added = picture::add_evidence(row, *question->store); !added) return fail(added.error());
  return list(target, question->context, *found,
              [&](const picture::WhoRow& row) { return picture::to_json(row, *compared, question->context); });
}

Result<Response> figures(const Site& site, const Target& target) {
  Result<Question> question = begin(site, target, {"thing", "kind", "offsets"});
  if (!question) return fail(question.error());
  const picture::FigureQuestion typed{given(target, "thing"), given(target, "kind")};
  const auto found = collect<picture::FigureRow>(question->asked.page, [&](const store::Page& page, const auto& visit) {
    return picture::figures(*question->store, question->asked.scope, typed, page, visit);
  });
  if (!found) return fail(found.error());
  return list(target, question->context, *found);
}

Result<Response> findings(const Site& site, const Target& target, store::FindingKind kind) {
  const std::vector<picture::Parameter> parameters = picture::parameters(kind);
  std::vector<std::string_view> own = names_of(parameters);
  own.emplace_back("offsets");
  Result<Question> question = begin(site, target, own);
  if (!question) return fail(question.error());
  const auto filter =
      picture::finding_filter(*question->store, question->asked.scope.as_of, kind, typed_in(target, parameters));
  if (!filter) return fail(filter.error());
  const auto found =
      collect<picture::FindingRow>(question->asked.page, [&](const store::Page& page, const auto& visit) {
        return picture::findings(*question->store, *filter, question->asked.scope, page, visit);
      });
  if (!found) return fail(found.error());
  return list(target, question->context, *found);
}

Result<Response> report(const Site& site, const Target& target, std::string_view name) {
  Result<Question> question = begin(site, target, {"offsets"});
  if (!question) return fail(question.error());
  const Result<std::string> key = question->store->find(name);
  if (!key) return fail(key.error());
  const Result<store::StoredReport> stored = question->store->report(*key, {}, question->asked.scope.as_of);
  if (!stored) return fail(stored.error());
  Document doc;
  doc.text = stored->report.text;
  for (const Span sentence : stored->sentences) doc.sentences.push_back({sentence, 0, 0});
  exchange::ReadFormat format;
  format.engine = {stored->engine.version, stored->engine.model, stored->engine.knowledge};
  format.offsets = question->context.offsets;
  if (stored->raw) format.raw = {stored->raw->sha256, stored->raw->size};
  return json_response(exchange::read_json(stored->report, doc, stored->findings, format));
}

}  // namespace sitcen::server::api
