#include "picture/who.h"

#include <fmt/format.h>

#include "server/answer.h"
#include "server/asked.h"
#include "server/pages/frame.h"
#include "server/pages/pages.h"
#include "server/pages/scope.h"
#include "server/pages/words.h"

namespace sitcen::server::pages {
namespace {

/// What the actor said, in the same part of the store.
std::string said_link(const Target& target, const std::string& id) {
  Target said{"/said", {}, {}};
  for (const auto& [name, value] : target.parameters)
    if (name != "after" && name != "limit") said.parameters.emplace_back(name, value);
  return with_parameter(said, "by", id);
}

void write_roles(Html& h, const picture::WhoRow& row) {
  if (row.roles.empty()) return h.element("span", {{"class", "unknown"}}, "no role given");
  h.element("ul", [&] {
    for (const picture::WhoRole& role : row.roles)
      h.element("li", [&] {
        h.element("bdi", role_text({role.title, role.of, {}}));
        if (!role.from) return;
        h.text(" ");
        const std::string from = short_day(*role.from);
        const std::string until = short_day(*role.until);
        h.element("span", {{"class", "period"}}, from == until ? from : from + " to " + until);
      });
  });
}

void write_row(Html& h, const Target& target, const picture::WhoRow& row, const picture::Compared& compared) {
  const picture::Actor& actor = compared.actors.all[row.actor];
  const auto day_cell = [&](std::string_view label, const std::optional<Timestamp>& at) {
    h.element("td", {{"class", "when"}, {"data-label", label}}, [&] {
      if (at) h.element("time", {{"datetime", at->value}}, short_day(*at));
    });
  };
  h.element("tr", [&] {
    h.element("th", {{"scope", "row"}}, [&] {
      h.element("a", {{"href", said_link(target, actor.id)}, {"dir", "auto"}}, actor.name);
      h.element("span", {{"class", "sort"}}, [&] {
        h.text(name(actor.kind));
        if (!actor.country.empty()) h.text(", " + actor.country);
      });
      if (!actor.may_be.empty())
        h.element("span", {{"class", "sort"}}, [&] {
          h.text("may be ");
          for (std::size_t i = 0; i < actor.may_be.size(); ++i) {
            if (i > 0) h.text(" or ");
            h.element("bdi", compared.actors.all[actor.may_be[i]].name);
          }
        });
    });
    h.element("td", {{"class", "roles"}}, [&] { write_roles(h, row); });
    h.element("td", {{"class", "number"}, {"data-label", row.statements == 1 ? "statement" : "statements"}},
              fmt::format("{}", row.statements));
    h.element("td", {{"class", "number"}, {"data-label", row.reports == 1 ? "report" : "reports"}},
              fmt::format("{}", row.reports));
    day_cell("first", row.first);
    day_cell("last", row.last);
  });
  h.newline();
}

}  // namespace

Result<Response> who(const Site& site, const Target& target) {
  const Result<Asked> asked = parse_asked(target);
  if (!asked) return fail(asked.error());
  Result<picture::Readers::Reader> reader = site.readers->take();
  if (!reader) return fail(reader.error());
  const auto compared = picture::compare(**reader, asked->scope.as_of, picture::load_knowledge());
  if (!compared) return fail(compared.error());
  picture::Who all = picture::who(*compared, asked->scope);
  const std::uint64_t speakers = all.rows.size();
  const std::uint64_t statements = all.statements;
  const std::uint64_t unknown = all.unknown;
  const auto found = who_page(std::move(all), *compared, asked->page);
  if (!found) return fail(found.error());

  Frame frame{.title = "Who speaks", .place = Place::who};
  frame.json = with_parameter({"/api/v1/who", {}, target.parameters}, "", "");
  return html_response(200, page(frame, [&](Html& h) {
                         h.element("h1", "Who speaks");
                         h.element("p", {{"class", "truth"}}, [&] {
                           h.element("span", count(speakers, "speaker", "speakers"));
                           h.element("span", count(statements, "statement", "statements"));
                           if (unknown > 0) h.element("span", fmt::format("{} by nobody known for sure", unknown));
                         });
                         write_scope(h, target, asked->scope);
                         if (found->rows.empty()) return h.element("p", {{"class", "empty"}}, "Nobody is quoted here.");
                         h.element("table", {{"class", "who-table"}}, [&] {
                           h.element("caption", {{"class", "unseen"}}, "Speakers, those who say most first");
                           h.element("thead", [&] {
                             h.element("tr", [&] {
                               h.element("th", {{"scope", "col"}}, "Speaker");
                               h.element("th", {{"scope", "col"}}, "Roles as given");
                               h.element("th", {{"scope", "col"}, {"class", "number"}}, "Statements");
                               h.element("th", {{"scope", "col"}, {"class", "number"}}, "Reports");
                               h.element("th", {{"scope", "col"}}, "First");
                               h.element("th", {{"scope", "col"}}, "Last");
                             });
                           });
                           h.element("tbody", [&] {
                             for (const picture::WhoRow& row : found->rows) write_row(h, target, row, *compared);
                           });
                         });
                         write_turn(h, target, found->next, "More speakers");
                       }));
}

}  // namespace sitcen::server::pages
