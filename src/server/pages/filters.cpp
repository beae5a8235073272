#include "server/pages/filters.h"

#include <optional>

namespace sitcen::server::pages {
namespace {

using Text = std::optional<std::string_view>;

void input(Html& h, const FilterField& field, std::string_view type, std::string_view value) {
  h.empty("input", {{"type", type},
                    {"id", field.name},
                    {"name", field.name},
                    {"value", value},
                    {"autocomplete", "off"},
                    {"maxlength", "200"}});
}

void choice(Html& h, const FilterField& field, std::string_view value) {
  h.element("select", {{"id", field.name}, {"name", field.name}}, [&] {
    h.element("option", {{"value", ""}}, "any");
    for (const std::string& one : field.choices)
      h.element("option", {{"value", one}, {"selected", value == one ? Text("") : std::nullopt}}, one);
  });
}

}  // namespace

void write_filters(Html& h, const Target& target, const std::vector<FilterField>& fields) {
  const auto given = [&](std::string_view name) { return target.parameter(name).value_or(""); };
  const auto labelled = [&](const FilterField& field, auto&& write) {
    h.element("p", [&] {
      h.element("label", {{"for", field.name}}, field.label);
      write();
    });
  };
  h.element("form",
            {{"class", "filters"}, {"action", target.path}, {"method", "get"}, {"aria-label", "Narrow the list"}}, [&] {
              for (const FilterField& field : fields)
                labelled(field, [&] {
                  field.choices.empty() ? input(h, field, "text", given(field.name))
                                        : choice(h, field, given(field.name));
                });
              for (const FilterField& day : {FilterField{"since", "Published since"}, {"until", "and before"}})
                labelled(day, [&] { input(h, day, "date", given(day.name).substr(0, 10)); });
              for (const std::string_view kept : {"source", "as_of"})
                if (const auto value = target.parameter(kept); value && !value->empty())
                  h.empty("input", {{"type", "hidden"}, {"name", kept}, {"value", *value}});
              h.element("p", {{"class", "send"}}, [&] {
                h.element("button", {{"type", "submit"}}, "Show");
                if (!target.parameters.empty()) h.element("a", {{"href", target.path}}, "Show all");
              });
            });
}

}  // namespace sitcen::server::pages
