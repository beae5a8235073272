#include <fmt/format.h>

#include "picture/query_json.h"
#include "server/answer.h"
#include "server/asked.h"
#include "server/pages/filters.h"
#include "server/pages/frame.h"
#include "server/pages/pages.h"
#include "server/pages/words.h"

namespace sitcen::server::pages {
namespace {

using Text = std::optional<std::string_view>;

std::vector<FilterField> said_fields() {
  return {{"by", "Speaker"}, {"about", "About"}, {"modality", "Modality", picture::modalities()}};
}

void write_speaker(Html& h, const store::Said& said, const picture::Actor* actor) {
  if (!said.speaker) return h.element("span", {{"class", "unknown"}}, "Speaker not named");
  const std::string& as_given = said.speaker->as_given;
  if (actor == nullptr) {
    h.element("bdi", {{"class", "by"}}, as_given);
    if (!said.speaker->candidates.empty())
      h.element("span", [&] {
        h.text("may be ");
        for (std::size_t i = 0; i < said.speaker->candidates.size(); ++i) {
          if (i > 0) h.text(" or ");
          h.element("bdi", said.speaker->candidates[i]);
        }
      });
    return;
  }
  h.element("a", {{"class", "by"}, {"href", "/said?by=" + percent_encode(actor->id)}, {"dir", "auto"}}, actor->name);
  if (said.speaker->role) h.element("bdi", role_text(*said.speaker->role));
  if (as_given.find(actor->name) == std::string::npos)
    h.element("span", [&] {
      h.text("as ");
      h.element("q", {{"dir", "auto"}}, as_given);
    });
}

void write_statement(Html& h, const store::Said& said, const picture::Actor* actor) {
  h.element("li", {{"class", "statement"}}, [&] {
    h.element("p", {{"class", "speaker meta"}}, [&] { write_speaker(h, said, actor); });
    const bool direct = said.kind == StatementKind::direct;
    h.element("blockquote", {{"class", direct ? Text("direct") : std::nullopt}, {"dir", "auto"}}, [&] {
      h.element("a", {{"href", fmt::format("/reports/{}#w-s{}", said.evidence.key, said.number + 1)}},
                picture::said_words(said));
    });
    h.element("p", {{"class", "kind"}}, [&] {
      h.element("span", {{"class", said.modality == Modality::asserted ? "plain" : "strong"}}, [&] {
        write_shape(h, shape(said.modality));
        h.text(name(said.modality));
      });
      h.element("span", name(said.kind));
      if (said.published) h.element("span", [&] { write_time(h, *said.published); });
      if (said.evidence.source) h.element("bdi", *said.evidence.source);
      h.element("bdi", said.title ? *said.title : std::string(short_origin(said.evidence.origin)));
    });
  });
  h.newline();
}

}  // namespace

Result<Response> said(const Site& site, const Target& target) {
  const Result<Asked> asked = parse_asked(target, {"by", "about", "modality"});
  if (!asked) return fail(asked.error());
  Result<picture::Readers::Reader> reader = site.readers->take();
  if (!reader) return fail(reader.error());
  const picture::SaidQuestion typed = said_question(target);
  Frame frame{.title = "Who said what", .place = Place::said};
  auto filters = picture::said_filters(**reader, asked->scope.as_of, typed, picture::Compare::always);
  if (!filters && filters.error().code != ErrorCode::actor_not_found && filters.error().code != ErrorCode::bad_query)
    return fail(filters.error());
  if (!filters)  // a slip in the form is mended in the form
    return html_response(404, page(frame, [&](Html& h) {
                           h.element("h1", "Who said what");
                           write_filters(h, target, said_fields());
                           h.element("p", {{"class", "empty"}, {"role", "status"}}, filters.error().message);
                         }));
  const auto found = collect<store::Said>(asked->page, [&](const store::Page& page, const auto& visit) {
    return (*reader)->said(asked->scope, filters->filter, page, visit);
  });
  if (!found) return fail(found.error());

  frame.json = with_parameter({"/api/v1/said", {}, target.parameters}, "", "");
  return html_response(
      200, page(frame, [&](Html& h) {
        h.element("h1", "Who said what");
        write_filters(h, target, said_fields());
        if (!filters->by.empty())
          h.element("p", {{"class", "truth"}}, [&] {
            for (const std::uint32_t one : filters->by) h.element("bdi", filters->compared.actors.all[one].name);
          });
        if (found->rows.empty()) h.element("p", {{"class", "empty"}}, "No statement is like that.");
        h.element("ol", {{"class", "statements"}}, [&] {
          for (const store::Said& said : found->rows)
            write_statement(
                h, said, said.speaker && said.speaker->ref ? filters->compared.actors.of(*said.speaker->ref) : nullptr);
        });
        write_turn(h, target, found->next, "More statements");
      }));
}

}  // namespace sitcen::server::pages
