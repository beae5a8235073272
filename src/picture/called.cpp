#include "picture/called.h"

#include <algorithm>
#include <unordered_set>

#include "base/fold.h"
#include "base/suggest.h"
#include "knowledge.h"

namespace sitcen::picture {
namespace {

std::string without_article(std::string folded) { return folded.starts_with("the ") ? folded.substr(4) : folded; }

/// The names of countries are written with capitals; people type them without.
std::string capitalised(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 0; i < out.size(); ++i)
    if ((i == 0 || out[i - 1] == ' ') && out[i] >= 'a' && out[i] <= 'z') out[i] = static_cast<char>(out[i] - 'a' + 'A');
  return out;
}

/// A role that may be meant; `of` empty: of whomever.
struct Meant {
  std::string title, of;
};

std::vector<Meant> roles_meant(const std::string& typed, const reading::Countries& countries) {
  std::vector<Meant> out = {{typed, ""}};
  for (auto at = typed.find(" of "); at != std::string::npos; at = typed.find(" of ", at + 1)) {
    const std::string whom = without_article(typed.substr(at + 4));
    out.push_back({typed.substr(0, at), whom});
    if (const auto* found = country_called(whom, countries))
      out.push_back({typed.substr(0, at), base::fold(found->code)});
  }
  for (auto at = typed.find(' '); at != std::string::npos; at = typed.find(' ', at + 1))
    if (const auto* found = countries.nationality(capitalised(typed.substr(0, at))))
      out.push_back({typed.substr(at + 1), base::fold(found->code)});
  return out;
}

bool is_meant(const Role& role, const std::vector<Meant>& meant) {
  const std::string title = base::fold(role.title);
  const std::string of = without_article(base::fold(role.of));
  return std::ranges::any_of(meant, [&](const Meant& m) { return m.title == title && (m.of.empty() || m.of == of); });
}

/// Names are the same in many reports: each is looked at once.
class NameTest {
 public:
  explicit NameTest(std::string wanted) : wanted_(std::move(wanted)) {}

  bool operator()(const store::ActorRow& row) {
    return matches(row.name, row.kind) ||
           std::ranges::any_of(row.names, [&](const std::string& name) { return matches(name, row.kind); });
  }

 private:
  bool matches(const std::string& name, ActorKind kind) {
    auto& known = kind == ActorKind::person ? persons_ : others_;
    const auto [found, fresh] = known.try_emplace(name, false);
    if (fresh) {
      const std::string folded = without_article(base::fold(name));
      const std::string surname = folded.substr(folded.rfind(' ') + 1);
      found->second = folded == wanted_ || (kind == ActorKind::person && surname == wanted_);
    }
    return found->second;
  }

  std::string wanted_;
  std::unordered_map<std::string_view, bool> persons_, others_;
};

template <class Test>
std::vector<std::uint32_t> actors_with(const Compared& compared, Test&& test) {
  std::vector<std::uint32_t> out;
  const auto& all = compared.actors.all;
  for (std::uint32_t i = 0; i < all.size(); ++i)
    if (std::ranges::any_of(all[i].members, [&](const Member& member) {
          return test(compared.versions[member.version].actors[member.ref.number], member);
        }))
      out.push_back(i);
  return out;
}

}  // namespace

const reading::Country* country_called(std::string_view typed, const reading::Countries& countries) {
  if (const auto* found = countries.named(capitalised(typed))) return found;
  std::string upper(typed);
  for (char& c : upper)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return countries.named(upper);
}

Knowledge load_knowledge() {
  return {Institutions(knowledge::table("en/institutions.tsv")),
          reading::Countries(knowledge::table("en/countries.tsv"))};
}

Result<Compared> compare(store::Store& store, std::optional<store::Instant> as_of, const Knowledge& knowledge) {
  auto versions = store.actors(as_of);
  if (!versions) return fail(versions.error());
  Compared out{*std::move(versions), {}};
  out.actors = same_actors(out.versions, knowledge.institutions);
  return out;
}

std::vector<std::uint32_t> called(std::string_view typed, const Compared& compared,
                                  const reading::Countries& countries) {
  if (const auto dot = typed.find(".a"); dot == 12) {
    auto found = actors_with(compared, [&](const store::ActorRow& row, const Member& member) {
      const std::string& version = compared.versions[member.version].version;
      return version.starts_with(typed.substr(0, dot)) && actor_id(version, row.number) == typed;
    });
    if (!found.empty()) return found;
  }
  const std::string folded = without_article(base::fold(typed));
  if (folded.empty()) return {};
  NameTest named(folded);
  auto found = actors_with(compared, [&](const store::ActorRow& row, const Member&) { return named(row); });
  if (!found.empty()) return found;
  const std::vector<Meant> meant = roles_meant(folded, countries);
  return actors_with(compared, [&](const store::ActorRow& row, const Member&) {
    return std::ranges::any_of(row.roles, [&](const Role& role) { return is_meant(role, meant); });
  });
}

std::vector<store::ActorRef> members(const std::vector<std::uint32_t>& actors, const Compared& compared, Which which) {
  std::vector<store::ActorRef> out;
  for (const std::uint32_t actor : actors)
    for (const Member& member : compared.actors.all[actor].members)
      if (which == Which::all || compared.versions[member.version].actors[member.ref.number].statements > 0)
        out.push_back(member.ref);
  std::ranges::sort(out);
  return out;
}

Error nobody_called(std::string_view typed, const Compared& compared) {
  std::unordered_set<std::string_view> names;
  std::vector<std::string> folded;
  std::unordered_map<std::string, std::string_view> as_given;
  for (const Actor& actor : compared.actors.all)
    if (names.insert(actor.name).second) {
      std::string one = base::fold(actor.name);
      for (const std::string& form : {one, one.substr(one.rfind(' ') + 1)})
        if (as_given.try_emplace(form, actor.name).second) folded.push_back(form);
    }
  std::ranges::sort(folded);
  const auto meant = base::suggest(base::fold(typed), folded);
  return fail(ErrorCode::actor_not_found,
              {typed, meant ? "; did you mean " + std::string(as_given.at(*meant)) + "?" : std::string()})
      .value();
}

}  // namespace sitcen::picture
