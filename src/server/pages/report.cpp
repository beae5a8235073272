#include <fmt/format.h>

#include <algorithm>

#include "exchange/read_json.h"
#include "server/answer.h"
#include "server/asked.h"
#include "server/assets.h"
#include "server/pages/frame.h"
#include "server/pages/pages.h"
#include "server/pages/report_parts.h"
#include "server/pages/words.h"

namespace sitcen::server::pages {
namespace {

void write_head(Html& h, const store::StoredReport& stored, TextWriter& text, std::string_view title) {
  const Report& r = stored.report;
  h.element("header", {{"class", "head"}}, [&] {
    text.heading(title);
    h.element("p", {{"class", "meta"}}, [&] {
      if (r.source) h.element("bdi", {{"class", "source"}}, *r.source);
      if (r.byline) h.element("bdi", *r.byline);
      h.element("span", [&] {
        if (!r.published) return h.text("published: not known");
        h.text("published ");
        write_time(h, *r.published);
      });
      if (store::in_the_future(r.published, stored.known_at))
        h.element("span", {{"class", "warning"}}, "in the future when it was taken in");
      if (stored.withdrawn)
        h.element("span", {{"class", "warning"}}, [&] {
          h.text("withdrawn: ");
          h.element("bdi", *stored.withdrawn);
        });
      if (stored.versions > 1) h.element("span", fmt::format("version {} of {}", stored.number, stored.versions));
      if (r.url && linkable(*r.url))
        h.element("a", {{"href", *linkable(*r.url)}, {"rel", "noreferrer external"}}, "at the source");
    });
  });
}

/// What is known about the report itself, to the letter.
void write_about(Html& h, const store::StoredReport& stored) {
  const Report& r = stored.report;
  const auto row = [&](std::string_view term, std::string_view value) {
    h.element("dt", term);
    h.element("dd", [&] { h.element("bdi", value); });
  };
  const auto time = [&](std::string_view term, const std::optional<Timestamp>& at) {
    if (at) row(term, fmt::format("{} ({}, from: {})", at->value, name(at->precision), name(at->basis)));
  };
  h.element("section", {{"class", "about"}, {"aria-labelledby", "about"}}, [&] {
    h.element("h2", {{"id", "about"}}, "About this report");
    h.element("dl", [&] {
      row("id", r.id);
      row("origin", r.origin);
      if (r.url) row("url", *r.url);
      if (r.language)
        row("language",
            *r.language + (r.language_score ? fmt::format(" (identified, {:.2f})", *r.language_score) : ""));
      if (r.status) row("status", name(*r.status));
      if (r.notice) row("notice", *r.notice);
      time("published", r.published);
      time("updated", r.updated);
      time("fetched", r.fetched);
      for (const OtherValue& other : r.other_values)
        row(fmt::format("also {}", name(other.field)), fmt::format("{} (from: {})", other.value, name(other.basis)));
      if (stored.raw) row("kept as it came", fmt::format("{} bytes, SHA-256 {}", stored.raw->size, stored.raw->sha256));
      row("taken in", base::rfc3339(stored.known_at));
      row("version", fmt::format("{} of {}: {}", stored.number, stored.versions, r.version));
      row("read by", stored.engine.model.empty()
                         ? fmt::format("{}: text kept, nothing read", exchange::no_model_for(r))
                         : fmt::format("sitcen {}, model {}", stored.engine.version, stored.engine.model));
      if (!stored.engine.knowledge.empty()) row("knowledge", stored.engine.knowledge);
    });
  });
}

void write_key_to_marks(Html& h) {
  h.element("p", {{"class", "legend"}}, [&] {
    h.text("Marked: ");
    h.element("span", {{"class", "m said"}}, "what is said");
    h.text(" ");
    h.element("span", {{"class", "m who"}}, "who speaks");
    h.text(" ");
    h.element("span", {{"class", "m cue"}}, "cue");
    h.text(" ");
    h.element("span", {{"class", "m name"}}, "actor");
    h.text(" ");
    h.element("span", {{"class", "m act"}}, "event");
    h.text(" ");
    h.element("span", {{"class", "m fact"}}, "time, place, figure");
  });
}

/// Counts that lead to the lists; on a phone, where the data are folded under the text, what opens and closes them.
void write_jump(Html& h, const Findings& found) {
  h.element("p", {{"class", "jump"}}, [&] {
    h.element("span", "Read from it:");
    const auto list = [&](std::string_view href, std::size_t size, std::string_view one, std::string_view many) {
      if (size > 0) h.element("a", {{"href", href}}, count(size, one, many));
    };
    h.element("a", {{"href", "#statements"}}, count(found.statements.size(), "statement", "statements"));
    list("#events", found.events.size(), "event", "events");
    h.element("a", {{"href", "#actors"}}, count(found.actors.size(), "actor", "actors"));
    list("#times", found.times.size(), "time", "times");
    list("#places", found.places.size(), "place", "places");
    list("#figures", found.figures.size(), "figure", "figures");
    h.element("a", {{"class", "fold"}, {"href", "#text"}}, "Back to the text");
  });
}

}  // namespace

Result<Response> report(const Site& site, const Target& target, std::string_view name) {
  const Result<Asked> asked = parse_asked(target);
  if (!asked) return fail(asked.error());
  Result<picture::Readers::Reader> reader = site.readers->take();
  if (!reader) return fail(reader.error());
  const Result<std::string> key = (*reader)->find(name);
  if (!key) return fail(key.error());
  if (*key != name) return see_other(with_parameter({"/reports/" + *key, {}, target.parameters}, "", ""));
  const Result<store::StoredReport> stored = (*reader)->report(*key, {}, asked->scope.as_of);
  if (!stored) return fail(stored.error());

  constexpr std::size_t kChains = 20;
  constexpr std::size_t kCopies = 50;
  std::vector<picture::CopiesRow> copies;
  const Result<void> compared = picture::copies(**reader, {.as_of = asked->scope.as_of}, {.key = *key, .most = kCopies},
                                                {.after = {}, .limit = kChains}, [&](picture::CopiesRow&& row) {
                                                  copies.push_back(std::move(row));
                                                  return true;
                                                });
  if (!compared) return fail(compared.error());

  const Findings& found = stored->findings;
  Frame frame;
  frame.title = stored->report.title.value_or(std::string(short_origin(stored->report.origin)));
  frame.sheet = fmt::format("/links/{}.css", found.statements.size());
  frame.script = asset_path("report.js");
  frame.json = with_parameter({"/api/v1/reports/" + *key, {}, target.parameters}, "", "");
  frame.skip = "#read";
  frame.skip_text = "Skip to what was read";
  return html_response(
      200, page(frame, [&](Html& h) {
        TextWriter text(h, *stored);
        h.element("div", {{"class", "pair"}}, [&] {
          h.element("article", {{"class", "text"}, {"id", "text"}}, [&] {
            write_head(h, *stored, text, frame.title);
            write_key_to_marks(h);
            h.element("div", {{"class", "words"}, {"lang", language_tag(stored->report.language)}},
                      [&] { text.body(); });
          });
          h.newline();
          h.element("aside", {{"class", "read"}, {"id", "read"}, {"tabindex", "-1"}, {"aria-label", "What was read"}},
                    [&] {
                      write_jump(h, found);
                      h.element("div", {{"class", "list"}}, [&] { write_findings(h, *stored); });
                    });
          h.newline();
          h.element("div", {{"class", "below"}}, [&] {
            write_copies(h, copies, *key);
            write_about(h, *stored);
          });
        });
      }));
}

}  // namespace sitcen::server::pages
