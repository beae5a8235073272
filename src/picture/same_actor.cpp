#include "picture/same_actor.h"

#include <algorithm>
#include <deque>
#include <map>
#include <tuple>

#include "base/fold.h"

namespace sitcen::picture {
namespace {

constexpr std::uint32_t kNone = ~std::uint32_t{0};
constexpr std::size_t kTooMany = 16;  ///< persons of one surname, among whom no report is asked to decide

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

/// A name as it is compared.
struct Name {
  std::string folded;
  std::vector<std::string_view> words;  ///< of folded
  bool acronym = false;                 ///< 2 to 8 capitals
};

/// Names are the same in many reports: each is folded once.
class Names {
 public:
  const Name* folded(const std::string& raw) {
    auto [found, fresh] = known_.try_emplace(raw, nullptr);
    if (!fresh) return found->second;
    Name& name = all_.emplace_back();
    name.folded = base::fold(raw);
    name.words = words_of(name.folded);
    name.acronym =
        raw.size() >= 2 && raw.size() <= 8 && std::ranges::all_of(raw, [](char c) { return c >= 'A' && c <= 'Z'; });
    return found->second = &name;
  }

 private:
  std::unordered_map<std::string, const Name*> known_;
  std::deque<Name> all_;
};

/// An actor of one report.
struct Node {
  const store::ActorRow* row = nullptr;
  std::uint32_t version = 0;
  const Name* name = nullptr;
  std::string_view reason = "first report that names it";
  std::uint32_t parent = 0;  ///< union-find
  std::string_view country;  ///< of the whole group; kept at its root

  [[nodiscard]] bool named() const { return !row->names.empty() && !name->words.empty(); }
  [[nodiscard]] bool person() const { return row->kind == ActorKind::person; }
};

bool is_initial(std::string_view word) {
  return word.size() == 1 || (word.size() <= 4 && (static_cast<unsigned char>(word.front()) & 0x80) != 0 &&
                              std::ranges::count_if(word, [](char c) { return (c & 0xC0) != 0x80; }) == 1);
}

/// A given name and a surname, neither an initial.
bool full(const Name& name) {
  return name.words.size() >= 2 && !is_initial(name.words.front()) && !is_initial(name.words.back());
}

/// \return whether all words of `few` come in `many` in their order
bool within(const Name& few, const Name& many) {
  auto at = many.words.begin();
  for (const std::string_view word : few.words) {
    at = std::find(at, many.words.end(), word);
    if (at == many.words.end()) return false;
    ++at;
  }
  return true;
}

/// "minister" and "foreign minister" may be one role, "prime minister" and "foreign minister" may not.
bool roles_agree(const Role& a, const Role& b) {
  if (!a.of.empty() && !b.of.empty() && a.of != b.of) return false;
  std::string one = base::fold(a.title);
  std::string other = base::fold(b.title);
  if (one.size() > other.size()) std::swap(one, other);
  if (one.empty() || !other.ends_with(one)) return false;
  return one.size() == other.size() || other[other.size() - one.size() - 1] == ' ';
}

class Grouping {
 public:
  Grouping(std::span<const store::VersionActors> versions, const Institutions& institutions)
      : versions_(versions), institutions_(institutions) {
    for (std::uint32_t v = 0; v < versions.size(); ++v)
      for (const store::ActorRow& row : versions[v].actors) {
        Node node;
        node.row = &row;
        node.version = v;
        node.name = names_.folded(row.name);
        node.parent = static_cast<std::uint32_t>(nodes_.size());
        node.country = row.country;
        nodes_.push_back(node);
      }
    may_be_.resize(nodes_.size());
  }

  [[nodiscard]] Actors group() {
    by_name();
    by_first_and_last_name();
    by_surname();
    by_acronym();
    return collect();
  }

 private:
  std::uint32_t root(std::uint32_t node) {
    while (nodes_[node].parent != node) node = nodes_[node].parent = nodes_[nodes_[node].parent].parent;
    return node;
  }
  [[nodiscard]] static bool conflict(std::string_view a, std::string_view b) {
    return !a.empty() && !b.empty() && a != b;
  }
  /// Joins the group of `node` to that of `other`, unless their countries differ. The older group keeps its root.
  bool join(std::uint32_t node, std::uint32_t other, std::string_view reason) {
    std::uint32_t a = root(node);
    std::uint32_t b = root(other);
    if (a == b) return true;
    if (conflict(nodes_[a].country, nodes_[b].country)) return false;
    if (b > a) std::swap(a, b);
    nodes_[a].parent = b;
    nodes_[a].reason = reason;
    if (nodes_[b].country.empty()) nodes_[b].country = nodes_[a].country;
    return true;
  }

  /// Joins those of one key; where they are of several countries, those of no known country stay apart.
  void join_all(const std::vector<std::uint32_t>& same, std::string_view reason) {
    std::map<std::string_view, std::uint32_t> first;
    for (const std::uint32_t node : same) {
      const std::string_view country = nodes_[root(node)].country;
      if (!country.empty()) first.try_emplace(country, node);
    }
    for (const std::uint32_t node : same) {
      const std::string_view country = nodes_[root(node)].country;
      if (first.size() <= 1) {
        join(node, same.front(), reason);
      } else if (!country.empty()) {
        join(node, first.at(country), reason);
      } else {
        for (const auto& [_, other] : first) may_be_[node].push_back(other);
      }
    }
  }

  void by_name() {
    std::map<std::string, std::vector<std::uint32_t>> persons, others, countries;
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      const Node& node = nodes_[i];
      if (!node.named()) continue;
      if (node.person()) {
        if (!full(*node.name)) continue;
        persons[node.name->folded].push_back(i);
        // What one report calls by two full names is one person: the reader of the report has said so.
        for (const std::string& raw : node.row->names) {
          const Name& form = *names_.folded(raw);
          if (&form != node.name && form.folded != node.name->folded && full(form)) persons[form.folded].push_back(i);
        }
      } else if (node.row->kind == ActorKind::country && !node.row->country.empty()) {
        countries[node.row->country].push_back(i);
      } else {
        std::string key(name(node.row->kind));
        key += ' ' + node.name->folded;
        if (institutions_.common(node.name->folded)) {
          if (node.row->country.empty()) continue;
          key += ' ' + node.row->country;
        }
        others[key].push_back(i);
      }
    }
    for (const auto& [_, same] : countries) join_all(same, "same country");
    for (const auto& [_, same] : others) join_all(same, "same name");
    for (const auto& [_, same] : persons) join_all(same, "same full name");
  }

  [[nodiscard]] bool fully_named(std::uint32_t node) const {
    return nodes_[node].person() && nodes_[node].named() && full(*nodes_[node].name);
  }

  void by_first_and_last_name() {
    std::map<std::pair<std::string_view, std::string_view>, std::vector<std::uint32_t>> pairs;
    for (std::uint32_t i = 0; i < nodes_.size(); ++i)
      if (fully_named(i) && root(i) == i)
        pairs[{nodes_[i].name->words.front(), nodes_[i].name->words.back()}].push_back(i);
    for (const auto& [_, same] : pairs) {
      if (same.size() != 2) continue;
      const Name& a = *nodes_[same[0]].name;
      const Name& b = *nodes_[same[1]].name;
      if (within(a, b) || within(b, a)) join(same[1], same[0], "same first and last name");
    }
  }

  /// \return what else than the surname says that they are one; "" if nothing does
  std::string_view agreement(std::uint32_t node, std::uint32_t person, const std::vector<Role>& known) {
    const auto& country = nodes_[root(person)].country;
    if (!nodes_[node].row->country.empty() && nodes_[node].row->country == country) return "same surname, same country";
    for (const Role& role : nodes_[node].row->roles)
      for (const Role& other : known)
        if (roles_agree(role, other)) return "same surname, same role";
    return "";
  }

  void by_surname() {
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> bearers;  // roots, by surname or first name
    std::unordered_map<std::uint32_t, std::vector<Role>> roles;                // different ones, by root
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      if (!fully_named(i)) continue;
      const std::uint32_t person = root(i);
      for (const std::string_view word : {nodes_[i].name->words.back(), nodes_[i].name->words.front()}) {
        auto& all = bearers[word];
        if (all.size() <= kTooMany && std::ranges::find(all, person) == all.end()) all.push_back(person);
      }
      auto& known = roles[person];
      for (const Role& role : nodes_[i].row->roles)
        if (known.size() < kTooMany &&
            std::ranges::none_of(known, [&](const Role& r) { return r.title == role.title && r.of == role.of; }))
          known.push_back(role);
    }
    std::map<std::string, std::vector<std::uint32_t>> among_themselves;
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      const Node& node = nodes_[i];
      if (!node.person() || !node.named() || full(*node.name)) continue;
      const auto& words = node.name->words;
      const auto found = bearers.find(words.back());
      if (found == bearers.end()) {
        if (!node.row->country.empty())
          among_themselves[node.name->folded + "|" + node.row->country].push_back(i);
        else if (!node.row->roles.empty())
          among_themselves[node.name->folded + "||" + base::fold(node.row->roles.front().title) + "|" +
                           node.row->roles.front().of]
              .push_back(i);
        continue;
      }
      if (found->second.size() > kTooMany) continue;
      std::vector<std::uint32_t> candidates;
      for (const std::uint32_t person : found->second) {
        if (conflict(node.row->country, nodes_[person].country)) continue;
        if (words.size() > 1 && nodes_[person].name->words.front().substr(0, words.front().size()) != words.front())
          continue;
        candidates.push_back(person);
      }
      const std::string_view reason =
          candidates.size() == 1 ? agreement(i, candidates.front(), roles[candidates.front()]) : "";
      if (!reason.empty()) {
        join(i, candidates.front(), reason);
      } else {
        may_be_[i] = std::move(candidates);
      }
    }
    for (const auto& [_, same] : among_themselves) join_all(same, "same surname, same country or role");
  }

  void by_acronym() {
    std::map<std::string, std::vector<std::uint32_t>> bearers;  // roots of organisations with a longer name
    std::vector<std::uint32_t> acronyms;
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      const Node& node = nodes_[i];
      if (!node.named() || node.row->kind != ActorKind::organisation) continue;
      if (node.name->acronym) {
        if (root(i) == i) acronyms.push_back(i);
        continue;
      }
      for (const std::string& raw : node.row->names) {
        if (!names_.folded(raw)->acronym) continue;
        auto& all = bearers[raw];
        if (std::ranges::find(all, root(i)) == all.end()) all.push_back(root(i));
      }
    }
    for (const std::uint32_t node : acronyms) {
      const auto found = bearers.find(nodes_[node].row->name);
      if (found == bearers.end()) continue;
      if (found->second.size() == 1) {
        join(node, found->second.front(), "acronym that a report gives for the name");
      } else {
        may_be_[node] = found->second;
      }
    }
  }

  [[nodiscard]] Actors collect() {
    Actors out;
    std::vector<std::uint32_t> of_root(nodes_.size(), kNone);
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      const std::uint32_t head = root(i);
      if (of_root[head] == kNone) {
        of_root[head] = static_cast<std::uint32_t>(out.all.size());
        out.all.emplace_back();
      }
      const Node& node = nodes_[i];
      const store::VersionActors& version = versions_[node.version];
      Actor& actor = out.all[of_root[head]];
      actor.members.push_back({{version.row, node.row->number}, node.version, node.reason});
      out.by_version[version.row].push_back(of_root[head]);
      if (actor.country.empty()) actor.country = node.row->country;
    }
    for (std::uint32_t i = 0; i < nodes_.size(); ++i)
      for (const std::uint32_t other : may_be_[i]) {
        const std::uint32_t to = of_root[root(other)];
        auto& all = out.all[of_root[root(i)]].may_be;
        if (to != of_root[root(i)] && std::ranges::find(all, to) == all.end()) all.push_back(to);
      }
    for (Actor& actor : out.all) name_it(actor);
    return out;
  }

  /// The name that most reports give; of equals the one with more words, then the one known first. A full name goes
  /// before a surname alone and an acronym.
  void name_it(Actor& actor) {
    struct Given {
      const std::string* raw;
      bool whole;
      std::size_t reports, words;
    };
    std::unordered_map<std::string_view, std::size_t> place;
    std::vector<Given> all;
    for (const Member& member : actor.members) {
      const store::ActorRow& row = versions_[member.version].actors[member.ref.number];
      const Name& given = *names_.folded(row.name);
      const bool whole = row.kind == ActorKind::person ? full(given) : !given.acronym;
      const auto [found, fresh] = place.try_emplace(row.name, all.size());
      if (fresh) all.push_back({&row.name, whole, 0, given.words.size()});
      ++all[found->second].reports;
    }
    const auto best = std::ranges::max_element(all, [](const Given& a, const Given& b) {
      return std::tie(a.whole, a.reports, a.words) < std::tie(b.whole, b.reports, b.words);
    });
    const Member& first = actor.members.front();
    actor.id = actor_id(versions_[first.version].version, first.ref.number);
    actor.kind = versions_[first.version].actors[first.ref.number].kind;
    actor.name = *best->raw;
  }

  std::span<const store::VersionActors> versions_;
  const Institutions& institutions_;
  Names names_;
  std::vector<Node> nodes_;
  std::vector<std::vector<std::uint32_t>> may_be_;  ///< per node: nodes of other groups
};

}  // namespace

Institutions::Institutions(std::string_view table) {
  for (std::size_t at = 0; at < table.size();) {
    const std::size_t end = std::min(table.find('\n', at), table.size());
    const std::string_view word = table.substr(at, end - at);
    if (!word.empty() && word.front() != '#') words_.insert(word);
    at = end + 1;
  }
}

bool Institutions::common(std::string_view name) const {
  return std::ranges::all_of(words_of(name), [&](std::string_view word) { return words_.contains(word); });
}

const Actor* Actors::of(store::ActorRef ref) const {
  const auto found = by_version.find(ref.version);
  if (found == by_version.end() || ref.number >= found->second.size()) return nullptr;
  return &all[found->second[ref.number]];
}

Actors same_actors(std::span<const store::VersionActors> versions, const Institutions& institutions) {
  return Grouping(versions, institutions).group();
}

std::string actor_id(std::string_view version, std::uint32_t number) {
  return std::string(version.substr(0, 12)) + ".a" + std::to_string(number + 1);
}

}  // namespace sitcen::picture
