#include <fmt/format.h>

#include "picture/query_json.h"
#include "server/answer.h"
#include "server/asked.h"
#include "server/pages/frame.h"
#include "server/pages/pages.h"
#include "server/pages/words.h"

namespace sitcen::server::pages {
namespace {

using Text = std::optional<std::string_view>;

/// The filters, a plain form: what is left empty does not matter.
void write_form(Html& h, const Target& target, const picture::SaidQuestion& asked) {
  const auto field = [&](Html::Literal name, Html::Literal type, std::string_view label, std::string_view value) {
    h.element("p", [&] {
      h.element("label", {{"for", name.view()}}, label);
      h.empty("input", {{"type", type.view()},
                        {"id", name.view()},
                        {"name", name.view()},
                        {"value", value},
                        {"autocomplete", "off"},
                        {"maxlength", "200"}});
    });
  };
  const auto day = [&](std::string_view name) { return target.parameter(name).value_or("").substr(0, 10); };
  h.element(
      "form", {{"class", "filters"}, {"action", "/said"}, {"method", "get"}, {"aria-label", "Narrow the list"}}, [&] {
        field("by", "text", "Speaker", asked.by.value_or(""));
        field("about", "text", "About", asked.about.value_or(""));
        h.element("p", [&] {
          h.element("label", {{"for", "modality"}}, "Modality");
          h.element("select", {{"id", "modality"}, {"name", "modality"}}, [&] {
            h.element("option", {{"value", ""}}, "any");
            for (const std::string& one : picture::modalities())
              h.element("option", {{"value", one}, {"selected", asked.modality == one ? Text("") : std::nullopt}}, one);
          });
        });
        field("since", "date", "Published since", day("since"));
        field("until", "date", "and before", day("until"));
        for (const std::string_view kept : {"source", "as_of"})
          if (const auto value = target.parameter(kept); value && !value->empty())
            h.empty("input", {{"type", "hidden"}, {"name", kept}, {"value", *value}});
        h.element("p", {{"class", "send"}}, [&] {
          h.element("button", {{"type", "submit"}}, "Show");
          if (!target.parameters.empty()) h.element("a", {{"href", "/said"}}, "Show all");
        });
      });
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
                           write_form(h, target, typed);
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
        write_form(h, target, typed);
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
        if (found->next)
          h.element("nav", {{"class", "turn"}, {"aria-label", "More statements"}}, [&] {
            h.element("a", {{"rel", "next"}, {"href", with_parameter(target, "after", *found->next)}}, "More");
          });
      }));
}

}  // namespace sitcen::server::pages
