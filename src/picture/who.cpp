#include "picture/who.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/fold.h"

namespace sitcen::picture {
namespace {

bool in_scope(const store::VersionActors& version, const store::Scope& scope) {
  if (scope.since && !(version.published_at && *version.published_at >= *scope.since)) return false;
  if (scope.until && !(version.published_at && *version.published_at < *scope.until)) return false;
  return !scope.source || version.source == scope.source;
}

/// Order of reports in time; those without a time come last, the order of knowing decides between equals.
bool earlier(const store::VersionActors& a, const store::VersionActors& b) {
  const auto rank = [](const store::VersionActors& v) {
    return std::tuple(!v.published_at, v.published_at.value_or(store::Instant{}), v.known_at, std::string_view(v.key));
  };
  return rank(a) < rank(b);
}

/// One speaker's roles as they come, report after report in the order of time.
class Roles {
 public:
  void add(const store::VersionActors& version, const Role& role) {
    auto [found, fresh] = all_.try_emplace({base::fold(role.title), role.of});
    WhoRole& known = found->second;
    if (fresh) {
      known.title = role.title;
      known.of = role.of;
      known.from = version.published;
      known.first = {version.row, role.span};
    }
    if (version.published) known.until = version.published;
    known.last = {version.row, role.span};
    if (reports_[&known] != version.row) ++known.reports;
    reports_[&known] = version.row;
  }
  [[nodiscard]] std::vector<WhoRole> take(const std::map<std::int64_t, std::size_t>& order) {
    std::vector<WhoRole> out;
    for (auto& [_, role] : all_) out.push_back(std::move(role));
    std::ranges::stable_sort(out, {}, [&](const WhoRole& role) { return order.at(role.first.version); });
    return out;
  }

 private:
  std::map<std::pair<std::string, std::string>, WhoRole> all_;
  std::map<const WhoRole*, std::int64_t> reports_;
};

}  // namespace

Who who(const Compared& compared, const store::Scope& scope) {
  Who out;
  std::vector<bool> counts;
  for (const auto& version : compared.versions) {
    counts.push_back(in_scope(version, scope));
    if (counts.back()) out.statements += version.statements;
  }
  std::uint64_t known = 0;
  for (std::uint32_t i = 0; i < compared.actors.all.size(); ++i) {
    const Actor& actor = compared.actors.all[i];
    WhoRow row;
    row.actor = i;
    std::vector<std::pair<const store::VersionActors*, const store::ActorRow*>> given;
    for (const Member& member : actor.members) {
      if (!counts[member.version]) continue;
      const auto& version = compared.versions[member.version];
      given.emplace_back(&version, &version.actors[member.ref.number]);
      row.statements += given.back().second->statements;
    }
    if (row.statements == 0) continue;
    known += row.statements;
    std::ranges::stable_sort(given, [](const auto& a, const auto& b) { return earlier(*a.first, *b.first); });
    Roles roles;
    std::set<std::string> names;
    std::map<std::int64_t, std::size_t> order;
    std::set<std::int64_t> spoken;
    for (const auto& [version, in_report] : given) {
      order.try_emplace(version->row, order.size());
      names.insert(in_report->names.begin(), in_report->names.end());
      for (const Role& role : in_report->roles) roles.add(*version, role);
      if (in_report->statements == 0) continue;
      spoken.insert(version->row);
      if (!version->published) continue;
      if (!row.first) row.first = version->published;
      row.last = version->published;
    }
    row.names.assign(names.begin(), names.end());
    row.roles = roles.take(order);
    row.reports = spoken.size();
    out.rows.push_back(std::move(row));
  }
  out.unknown = out.statements - known;
  std::vector<std::string> folded(compared.actors.all.size());
  for (const WhoRow& row : out.rows) folded[row.actor] = base::fold(compared.actors.all[row.actor].name);
  std::ranges::sort(out.rows, [&](const WhoRow& a, const WhoRow& b) {
    return std::tie(b.statements, folded[a.actor], compared.actors.all[a.actor].id) <
           std::tie(a.statements, folded[b.actor], compared.actors.all[b.actor].id);
  });
  return out;
}

Result<void> add_evidence(WhoRow& row, store::Store& store) {
  for (WhoRole& role : row.roles) {
    role.evidence.clear();
    for (const WhoRole::Place& place : {role.first, role.last}) {
      if (!role.evidence.empty() && place.version == role.first.version && place.span == role.first.span) continue;
      auto found = store.evidence(place.version, place.span);
      if (!found) return fail(found.error());
      role.evidence.push_back(*std::move(found));
    }
  }
  return {};
}

const WhoRole* main_role(const WhoRow& row) {
  const auto best = std::ranges::max_element(row.roles, [](const WhoRole& a, const WhoRole& b) {
    const auto rank = [](const WhoRole& role) {
      const auto at = role.until ? base::parse_instant(role.until->value) : std::nullopt;
      return std::tuple(at.value_or(store::Instant{}), role.reports, role.title.size());
    };
    return rank(a) < rank(b);
  });
  return best == row.roles.end() ? nullptr : &*best;
}

}  // namespace sitcen::picture
