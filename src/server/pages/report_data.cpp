#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "server/pages/report_parts.h"
#include "server/pages/words.h"

namespace sitcen::server::pages {
namespace {

/// The statements of one speaker, in text order.
struct Group {
  std::string name;  ///< of the actor, else the words as given; empty: nobody is named
  const Actor* actor = nullptr;
  std::vector<std::uint32_t> statements;
};

class DataWriter {
 public:
  DataWriter(Html& h, const store::StoredReport& stored) : h_(h), words_(h, stored), all_(stored.findings) {}

  void statements() {
    h_.element("section", {{"aria-labelledby", "statements"}}, [&] {
      h_.element("h2", {{"id", "statements"}}, "Who said what");
      if (all_.statements.empty()) h_.element("p", {{"class", "empty"}}, "Nobody is quoted in this report.");
      for (const Group& group : groups()) write(group);
    });
  }

  void actors() {
    h_.element("section", {{"aria-labelledby", "actors"}}, [&] {
      h_.element("h2", {{"id", "actors"}}, "Who is named");
      if (all_.actors.empty()) h_.element("p", {{"class", "empty"}}, "Nobody is named in this report.");
      h_.element("ul", {{"class", "data"}}, [&] {
        for (std::uint32_t i = 0; i < all_.actors.size(); ++i) write_actor(i);
      });
    });
  }

 private:
  std::vector<Group> groups() const {
    std::vector<Group> out;
    for (std::uint32_t i = 0; i < all_.statements.size(); ++i) {
      const auto& speaker = all_.statements[i].speaker;
      Group group;
      if (speaker && speaker->actor) {
        group.actor = &all_.actors[*speaker->actor];
        group.name = group.actor->name;
      } else if (speaker) {
        group.name = std::string(words_.str(speaker->span));
      }
      const auto same = [&](const Group& g) { return g.actor == group.actor && g.name == group.name; };
      auto found = std::ranges::find_if(out, same);
      if (found == out.end()) found = out.insert(out.end(), std::move(group));
      found->statements.push_back(i);
    }
    return out;
  }

  void write(const Group& group) {
    h_.element("h3", [&] {
      if (group.name.empty()) return h_.text("Speaker not named");
      if (!group.actor) return words_.quote("bdi", group.name);
      const auto number = static_cast<std::size_t>(group.actor - all_.actors.data()) + 1;
      h_.element("a", {{"href", fmt::format("#a{}", number)}}, [&] { words_.quote("bdi", group.name); });
    });
    if (group.actor && !group.actor->roles.empty())
      h_.element("p", {{"class", "role"}}, [&] { words_.quote("bdi", role_text(group.actor->roles.front())); });
    h_.element("ul", {{"class", "data"}}, [&] {
      for (const std::uint32_t i : group.statements) write_statement(i, group);
    });
  }

  void write_statement(std::uint32_t index, const Group& group) {
    const Statement& s = all_.statements[index];
    const std::string number = std::to_string(index + 1);
    h_.element("li", {{"class", "datum"}, {"id", "s" + number}, {"tabindex", "-1"}}, [&] {
      h_.element("a",
                 {{"class", "n"},
                  {"href", "#w-s" + number},
                  {"data-n", number},
                  {"aria-label", fmt::format("Statement {}: its words in the text", number)}},
                 "");
      h_.element("div", {{"class", "body"}}, [&] {
        h_.element("blockquote", {{"class", name(s.kind)}, {"lang", words_.language()}, {"dir", "auto"}}, [&] {
          for (std::size_t i = 0; i < s.content.size(); ++i) {
            if (i > 0) h_.text(" \u2026 ");
            h_.text(words_.str(s.content[i]));
          }
        });
        h_.element("p", {{"class", "kind"}}, [&] { write_kind(s, group); });
      });
    });
    h_.newline();
  }

  /// In one line all that is known about a statement besides its words.
  void write_kind(const Statement& s, const Group& group) {
    h_.element("span", {{"class", s.modality == Modality::asserted ? "plain" : "strong"}}, [&] {
      write_shape(h_, shape(s.modality));
      h_.text(name(s.modality));
    });
    h_.element("span", name(s.kind));
    for (const Span cue : s.cue) words_.part("cue", cue);
    if (s.speaker && words_.str(s.speaker->span) != group.name) words_.part("as", s.speaker->span);
    if (s.speaker && !s.speaker->candidates.empty()) {
      h_.element("span", [&] {
        h_.text("may be ");
        for (std::size_t i = 0; i < s.speaker->candidates.size(); ++i) {
          if (i > 0) h_.text(" or ");
          const std::uint32_t actor = s.speaker->candidates[i];
          h_.element("a", {{"href", fmt::format("#a{}", actor + 1)}},
                     [&] { words_.quote("bdi", all_.actors[actor].name); });
        }
      });
    }
    if (s.addressee) words_.part("to", *s.addressee);
    if (s.occasion) words_.part("occasion", *s.occasion);
    if (s.parent)
      h_.element("span", [&] {
        h_.text("inside ");
        h_.element("a", {{"href", fmt::format("#s{}", *s.parent + 1)}}, fmt::format("statement {}", *s.parent + 1));
      });
    h_.element("span", fmt::format("rule {}, score {:.2f}", s.provenance.rule, s.provenance.score));
  }

  void write_actor(std::uint32_t index) {
    const Actor& actor = all_.actors[index];
    const std::string number = std::to_string(index + 1);
    h_.element("li", {{"class", "datum actor"}, {"id", "a" + number}, {"tabindex", "-1"}}, [&] {
      write_shape(h_, shape(actor.kind));
      h_.element("div", {{"class", "body"}}, [&] {
        h_.element("h3", [&] { words_.quote("bdi", actor.name); });
        h_.element("p", {{"class", "kind"}}, [&] {
          h_.element("span", name(actor.kind));
          if (!actor.country.empty()) h_.element("span", actor.country);
          for (const Role& role : actor.roles) h_.element("span", [&] { words_.quote("bdi", role_text(role)); });
        });
        h_.element("p", {{"class", "mentions"}}, [&] {
          h_.element("span", {{"class", "label"}}, count(actor.mentions.size(), "mention", "mentions"));
          for (std::size_t i = 0; i < actor.mentions.size(); ++i) {
            h_.text(" ");
            const std::string href = fmt::format("#w-a{}-{}", number, i + 1);
            const Mention& mention = actor.mentions[i];
            h_.element("a", {{"href", href}, {"lang", words_.language()}, {"dir", "auto"}}, words_.str(mention.span));
            if (mention.form == MentionForm::name) continue;
            h_.element("span", {{"class", "form"}}, " " + form_text(mention));
          }
        });
      });
    });
    h_.newline();
  }

  Html& h_;
  Quoter words_;
  const Findings& all_;
};

}  // namespace

Quoter::Quoter(Html& h, const store::StoredReport& stored)
    : h_(h), text_(stored.report.text), language_(language_tag(stored.report.language)) {}

void Quoter::quote(Html::Literal tag, std::string_view words) {
  h_.element(tag, {{"lang", language_}, {"dir", "auto"}}, words);
}

void Quoter::part(std::string_view label, Span span) {
  h_.element("span", [&] {
    h_.text(label);
    h_.text(" ");
    quote("q", str(span));
  });
}

void write_findings(Html& h, const store::StoredReport& stored) {
  DataWriter writer(h, stored);
  writer.statements();
  write_events(h, stored);
  writer.actors();
  write_times(h, stored);
  write_places(h, stored);
  write_figures(h, stored);
}

}  // namespace sitcen::server::pages
