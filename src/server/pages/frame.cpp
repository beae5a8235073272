#include "server/pages/frame.h"

#include "server/asked.h"
#include "server/assets.h"

namespace sitcen::server::pages {
namespace {

void head(Html& h, const Frame& frame) {
  h.element("head", [&] {
    h.empty("meta", {{"charset", "utf-8"}});
    h.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    h.empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
    h.element("title", frame.title.empty() ? "sitcen" : frame.title + " - sitcen");
    h.empty("link", {{"rel", "icon"}, {"type", "image/svg+xml"}, {"href", asset_path("icon.svg")}});
    h.empty("link", {{"rel", "stylesheet"}, {"href", asset_path("style.css")}});
    if (!frame.sheet.empty()) h.empty("link", {{"rel", "stylesheet"}, {"href", frame.sheet}});
    if (!frame.script.empty()) h.element("script", {{"type", "module"}, {"src", frame.script}}, "");
    if (!frame.json.empty())
      h.empty("link", {{"rel", "alternate"}, {"type", "application/json"}, {"href", frame.json}});
  });
}

void search_box(Html& h, const Frame& frame) {
  h.element("form", {{"class", "search"}, {"role", "search"}, {"action", "/search"}, {"method", "get"}}, [&] {
    h.element("label", {{"for", "q"}, {"class", "unseen"}}, "Search the reports");
    h.empty("input", {{"type", "search"},
                      {"id", "q"},
                      {"name", "q"},
                      {"value", frame.searched},
                      {"placeholder", "Search the reports"},
                      {"autocomplete", "off"},
                      {"maxlength", "500"}});
    h.element("button", {{"type", "submit"}}, "Search");
  });
}

void header(Html& h, const Frame& frame) {
  const auto link = [&](std::string_view href, std::string_view name, Place place) {
    h.element("li", [&] {
      h.element("a",
                {{"href", href},
                 {"aria-current", frame.place == place ? std::optional<std::string_view>("page") : std::nullopt}},
                name);
    });
  };
  h.element("header", {{"class", "top"}}, [&] {
    h.element("a", {{"class", "brand"}, {"href", "/"}, {"aria-label", "sitcen, start page"}}, "sitcen");
    h.element("nav", {{"aria-label", "Main"}}, [&] {
      h.element("ul", [&] {
        link("/", "Reports", Place::reports);
        link("/who", "Who", Place::who);
        link("/said", "Said", Place::said);
        link("/events", "Events", Place::events);
        link("/rejected", "Rejected", Place::rejected);
      });
    });
    search_box(h, frame);
  });
}

}  // namespace

void write_turn(Html& h, const Target& target, const std::optional<std::string>& next, std::string_view label) {
  if (!next) return;
  h.element("nav", {{"class", "turn"}, {"aria-label", label}},
            [&] { h.element("a", {{"rel", "next"}, {"href", with_parameter(target, "after", *next)}}, "More"); });
}

std::string page(const Frame& frame, const std::function<void(Html&)>& content) {
  Html h;
  h.doctype();
  h.element("html", {{"lang", "en"}}, [&] {
    h.newline();
    head(h, frame);
    h.newline();
    h.element("body", [&] {
      h.element("a", {{"class", "skip"}, {"href", "#main"}}, "Skip to the content");
      if (!frame.skip.empty()) h.element("a", {{"class", "skip"}, {"href", frame.skip}}, frame.skip_text);
      h.newline();
      header(h, frame);
      h.newline();
      h.element("main", {{"id", "main"}, {"tabindex", "-1"}}, [&] { content(h); });
      h.newline();
      h.element("footer", {{"class", "bottom"}}, [&] {
        h.element("p", [&] {
          h.text("Every datum points at the words it was read from. sitcen reports; it does not judge.");
          h.text(" Places: GeoNames (CC BY 4.0) and Natural Earth (public domain).");
          if (frame.json.empty()) return;
          h.text(" ");
          h.element("a", {{"href", frame.json}}, "This page as JSON");
        });
      });
    });
  });
  h.newline();
  return h.take();
}

}  // namespace sitcen::server::pages
