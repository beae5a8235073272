#include "reading/places/place_rank.h"

#include <tsl/robin_map.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace sitcen::reading {
namespace {

// What counts how much, in units of e-fold more people.
constexpr double kCountryBonus = 5, kStateBonus = 1.5, kCapitalBonus = 2, kOwnBonus = 1, kCountyMalus = 1;
constexpr double kAlternateMalus = 4, kCityOverUnit = 2;
constexpr double kInContainer = 12, kAsContainer = 6, kQualifiedElsewhere = 5;
constexpr double kInCountry = 4, kInState = 5, kNear = 7;
constexpr double kFirstRound = 0.4;  ///< population says less while nobody has been placed
constexpr double kDemonymWeight = 0.3, kHomeWeight = 2;
constexpr double kLeastScore = 0.15;
constexpr int kRounds = 3;
constexpr std::size_t kMostCandidates = 48;

struct Candidate {
  std::uint32_t row = 0;
  const GazetteerRow* data = nullptr;
  double prior = 0, bonus = 0, score = 0, p = 0;
  double in_country = 0, in_state = 0, near = 0;
};

struct Toponym {
  std::vector<Candidate> candidates;
  double weight = 0;
  std::uint32_t container = kNoToken;  ///< toponym behind the comma
};

PlaceKind kind_of(const GazetteerRow& row) {
  return static_cast<PlaceKind>(std::min<std::uint8_t>(row.kind, kPlaceKinds - 1));
}

bool is_wide(PlaceKind kind) {
  return kind == PlaceKind::country || kind == PlaceKind::region || kind == PlaceKind::water ||
         kind == PlaceKind::range;
}

double prior_of(const GazetteerRow& row, NameUse use) {
  double prior = std::log(row.population + 50.0);
  switch (kind_of(row)) {
    case PlaceKind::country:
      prior += kCountryBonus;
      break;
    case PlaceKind::admin1:
      prior += kStateBonus;
      break;
    case PlaceKind::admin2:
      prior -= kCountyMalus;
      break;
    case PlaceKind::settlement:
      prior += row.capital != 0 ? kCapitalBonus : 0;
      break;
    default:
      prior += kOwnBonus;
  }
  return use == NameUse::alternate ? prior - kAlternateMalus : prior;
}

/// \return true if the inner place lies in the outer one
bool contains(const GazetteerRow& outer, const GazetteerRow& inner) {
  switch (kind_of(outer)) {
    case PlaceKind::country:
      return kind_of(inner) != PlaceKind::country && inner.country == outer.country;
    case PlaceKind::admin1:
      return kind_of(inner) != PlaceKind::admin1 && kind_of(inner) != PlaceKind::country &&
             inner.admin1 == outer.admin1 && inner.admin1 != kNoUnit;
    case PlaceKind::admin2: {
      constexpr std::int32_t kReach = 100'000;  // a degree: no shapes are kept
      return kind_of(inner) == PlaceKind::settlement && inner.admin1 == outer.admin1 &&
             std::abs(inner.lat - outer.lat) < kReach && std::abs(inner.lon - outer.lon) < kReach;
    }
    default:
      return false;
  }
}

/// How much of a text's naming lies where.
class Votes {
 public:
  void add(const GazetteerRow& row, double weight) {
    total_ += weight;
    if (row.country != kNoUnit) countries_[row.country] += weight;
    if (row.admin1 != kNoUnit) admins_[row.admin1] += weight;
    if (!is_wide(kind_of(row)) && kind_of(row) != PlaceKind::admin1) cells_[cell(row, 0, 0)] += weight;
  }
  [[nodiscard]] double country(const GazetteerRow& row) const {
    return row.country == kNoUnit ? 0 : at(countries_, row.country);
  }
  [[nodiscard]] double admin1(const GazetteerRow& row) const {
    return row.admin1 == kNoUnit ? 0 : at(admins_, row.admin1);
  }
  [[nodiscard]] double near(const GazetteerRow& row) const {
    double sum = 0;
    for (int north = -1; north <= 1; ++north)
      for (int east = -1; east <= 1; ++east) sum += at(cells_, cell(row, north, east));
    return sum;
  }
  [[nodiscard]] double total() const { return total_; }
  void clear() {
    total_ = 0;
    countries_.clear();
    admins_.clear();
    cells_.clear();
  }

  static std::uint32_t cell(const GazetteerRow& row, int north, int east) {
    const int lat = (row.lat + 9'000'000) / 100'000 + north, lon = (row.lon + 18'000'000) / 100'000 + east;
    return static_cast<std::uint32_t>((lat + 2) * 512 + (lon + 2));
  }
  static bool touches(const GazetteerRow& a, const GazetteerRow& b) {
    return std::abs(a.lat - b.lat) <= 150'000 && std::abs(a.lon - b.lon) <= 150'000;
  }

 private:
  template <class Map>
  static double at(const Map& map, typename Map::key_type key) {
    const auto found = map.find(key);
    return found == map.end() ? 0 : found->second;
  }
  double total_ = 0;
  tsl::robin_map<std::uint32_t, double> countries_, admins_, cells_;
};

void to_shares(Toponym& toponym) {
  double best = -1e9, sum = 0;
  for (const Candidate& c : toponym.candidates) best = std::max(best, c.score);
  for (Candidate& c : toponym.candidates) sum += c.p = std::exp(c.score - best);
  for (Candidate& c : toponym.candidates) c.p /= sum;
}

class Ranking {
 public:
  Ranking(const Document& doc, const std::vector<PlaceMention>& mentions, const Gazetteer& gazetteer,
          const std::vector<std::uint32_t>& home)
      : doc_(doc), mentions_(mentions), gazetteer_(gazetteer), home_(home) {}

  std::vector<PlaceChoice> run() {
    group();
    tie_to_containers();
    vote();
    std::vector<PlaceChoice> out;
    for (std::size_t m = 0; m < mentions_.size(); ++m) out.push_back(choice(m));
    return out;
  }

 private:
  /// Mentions of one name are one toponym; a name that says where it lies ("Paris, Texas") is one of its own.
  void group() {
    tsl::robin_map<std::string, std::uint32_t> by_key;
    for (std::uint32_t m = 0; m < mentions_.size(); ++m) {
      const PlaceMention& mention = mentions_[m];
      std::string key = mention.key + (mention.unit ? "|unit" : "");
      if (const auto outer = container_of(m)) key += "|" + mentions_[*outer].key;
      const auto [at, fresh] = by_key.try_emplace(key, static_cast<std::uint32_t>(toponyms_.size()));
      if (fresh) {
        toponyms_.emplace_back();
        if (mention.listed) toponyms_.back().candidates = candidates(mention);
      }
      toponym_of_.push_back(at->second);
      toponyms_[at->second].weight += mention.demonym ? kDemonymWeight * 0.5 : 1;
    }
    for (std::uint32_t m = 0; m < mentions_.size(); ++m)
      if (const auto outer = container_of(m)) toponyms_[toponym_of_[m]].container = toponym_of_[*outer];
    for (Toponym& t : toponyms_) t.weight = std::sqrt(t.weight);
  }

  /// \return the mention that stands behind a comma right after this one, if it may be what this one lies in
  [[nodiscard]] std::optional<std::uint32_t> container_of(std::uint32_t m) const {
    if (m + 1 >= mentions_.size() || mentions_[m].demonym || mentions_[m + 1].demonym) return std::nullopt;
    const std::uint32_t end = mentions_[m].range.last, begin = mentions_[m + 1].range.first;
    const auto is = [&](std::uint32_t i, std::string_view what) { return doc_.str(doc_.tokens[i]) == what; };
    const bool comma = begin == end + 1 && is(end, ",");
    const bool bracket = begin == end + 1 && is(end, "(");
    if (!comma && !bracket) return std::nullopt;
    for (std::size_t l = 0; l < links(mentions_[m + 1]).size(); ++l)
      if (const GazetteerRow* row = gazetteer_.row(links(mentions_[m + 1])[l].row); row != nullptr && row->kind <= 2)
        return m + 1;
    return std::nullopt;
  }

  [[nodiscard]] NameLinks links(const PlaceMention& mention) const { return gazetteer_.find(mention.key); }

  [[nodiscard]] std::vector<Candidate> candidates(const PlaceMention& mention) const {
    std::vector<Candidate> out;
    const NameLinks all = links(mention);
    for (std::size_t l = 0; l < all.size(); ++l) {
      const NameLink link = all[l];
      const GazetteerRow* row = gazetteer_.row(link.row);
      if (row == nullptr || out.size() >= kMostCandidates) continue;
      const bool is_unit = kind_of(*row) == PlaceKind::admin1 || kind_of(*row) == PlaceKind::admin2;
      if (mention.unit ? !is_unit : link.use == NameUse::stem) continue;
      Candidate c;
      c.row = link.row;
      c.data = row;
      c.prior = prior_of(*row, link.use);
      out.push_back(c);
    }
    if (!mention.unit) prefer_cities(out);
    return out;
  }

  /// "Kyiv" is the city, not the unit of the first level that holds the city alone.
  static void prefer_cities(std::vector<Candidate>& all) {
    for (Candidate& unit : all) {
      if (kind_of(*unit.data) != PlaceKind::admin1) continue;
      for (const Candidate& city : all)
        if (kind_of(*city.data) == PlaceKind::settlement && city.data->country == unit.data->country &&
            Votes::touches(*city.data, *unit.data) && city.data->population >= unit.data->population / 2)
          unit.prior = std::min(unit.prior, city.prior - kCityOverUnit);
    }
  }

  void tie_to_containers() {
    for (Toponym& inner : toponyms_) {
      if (inner.container == kNoToken) continue;
      Toponym& outer = toponyms_[inner.container];
      for (Candidate& c : inner.candidates)
        for (Candidate& o : outer.candidates)
          if (contains(*o.data, *c.data)) {
            c.bonus = kInContainer;
            o.bonus = std::max(o.bonus, kAsContainer);
          }
    }
    // "Paris" alone, where "Paris, Texas" stands elsewhere.
    tsl::robin_map<std::string_view, std::vector<std::uint32_t>> by_name;
    for (std::uint32_t m = 0; m < mentions_.size(); ++m)
      if (toponyms_[toponym_of_[m]].container != kNoToken) by_name[mentions_[m].key].push_back(toponym_of_[m]);
    for (std::uint32_t m = 0; m < mentions_.size(); ++m) {
      Toponym& bare = toponyms_[toponym_of_[m]];
      const auto at = by_name.find(mentions_[m].key);
      if (bare.container != kNoToken || at == by_name.end()) continue;
      for (Candidate& c : bare.candidates)
        for (const Candidate& q : toponyms_[at->second.front()].candidates)
          if (q.row == c.row && q.bonus > 0) c.bonus = kQualifiedElsewhere;
    }
  }

  void vote() {
    for (Toponym& t : toponyms_) {
      for (Candidate& c : t.candidates) c.score = kFirstRound * c.prior + c.bonus;
      if (!t.candidates.empty()) to_shares(t);
    }
    for (int round = 0; round < kRounds; ++round) {
      votes_.clear();
      for (const std::uint32_t row : home_)
        if (const GazetteerRow* data = gazetteer_.row(row))
          votes_.add(*data, kHomeWeight / static_cast<double>(home_.size()));
      for (const Toponym& t : toponyms_)
        for (const Candidate& c : t.candidates)
          if (c.p > 0.01) votes_.add(*c.data, t.weight * c.p);
      for (Toponym& t : toponyms_) weigh(t);
    }
  }

  /// Scores the candidates of one name by what all others say.
  void weigh(Toponym& t) {
    if (t.candidates.empty()) return;
    const double others = std::max(votes_.total() - t.weight, 0.0) + 1;
    for (Candidate& c : t.candidates) {
      double own_country = 0, own_state = 0, own_near = 0;
      for (const Candidate& o : t.candidates) {
        if (o.p <= 0.01) continue;
        if (o.data->country == c.data->country) own_country += o.p;
        if (o.data->admin1 == c.data->admin1) own_state += o.p;
        if (Votes::touches(*o.data, *c.data)) own_near += o.p;
      }
      c.in_country = std::max(0.0, votes_.country(*c.data) - own_country * t.weight) / others;
      c.in_state = kind_of(*c.data) == PlaceKind::country
                       ? c.in_country
                       : std::max(0.0, votes_.admin1(*c.data) - own_state * t.weight) / others;
      const double near = is_wide(kind_of(*c.data)) ? 0 : std::max(0.0, votes_.near(*c.data) - own_near * t.weight);
      c.near = near / (near + 1);
      c.score = c.prior + c.bonus + kInCountry * c.in_country + kInState * c.in_state + kNear * c.near;
    }
    to_shares(t);
  }

  [[nodiscard]] PlaceChoice choice(std::size_t m) const {
    PlaceChoice out;
    const Toponym& t = toponyms_[toponym_of_[m]];
    const bool tied = t.container == kNoToken ||
                      std::ranges::any_of(t.candidates, [](const Candidate& c) { return c.bonus >= kInContainer; });
    if (t.container != kNoToken && (t.candidates.empty() || !tied)) return container_choice(t, std::move(out));
    if (t.candidates.empty()) return out;
    const auto by_score = [](const Candidate& a, const Candidate& b) {
      return a.score != b.score ? a.score > b.score : a.row < b.row;
    };
    std::array<const Candidate*, 2> top = {nullptr, nullptr};
    for (const Candidate& c : t.candidates) {
      if (top[0] == nullptr || by_score(c, *top[0])) {
        top[1] = top[0];
        top[0] = &c;
      } else if (top[1] == nullptr || by_score(c, *top[1])) {
        top[1] = &c;
      }
    }
    out.score = static_cast<float>(top[0]->p);
    if (top[1] != nullptr) {
      out.runner_up = top[1]->row;
      out.runner_up_score = static_cast<float>(top[1]->p);
    }
    if (top[0]->p < kLeastScore) {
      out.reasons.emplace_back("too many places of that name");
      return out;
    }
    out.row = top[0]->row;
    explain(*top[0], top[1], out.reasons);
    return out;
  }

  /// An unlisted place lies in what it is said to lie in.
  [[nodiscard]] PlaceChoice container_choice(const Toponym& t, PlaceChoice out) const {
    const Toponym& outer = toponyms_[t.container];
    const auto best = std::ranges::max_element(outer.candidates, {}, &Candidate::score);
    if (best == outer.candidates.end()) return out;
    out.row = best->row;
    out.score = static_cast<float>(best->p / 2);
    out.by_container = true;
    out.reasons.emplace_back("not listed; drawn as the state or country it lies in");
    return out;
  }

  static void explain(const Candidate& best, const Candidate* second, std::vector<std::string_view>& reasons) {
    if (second == nullptr) {
      reasons.emplace_back("only place of that name");
      return;
    }
    if (best.bonus >= kInContainer) reasons.emplace_back("stands with its state or country");
    if (best.bonus == kAsContainer) reasons.emplace_back("the place beside it lies there");
    if (best.bonus == kQualifiedElsewhere) reasons.emplace_back("named with its state or country elsewhere");
    if (best.near > second->near + 0.1) reasons.emplace_back("near other places of the report");
    if (best.in_state > second->in_state + 0.1) reasons.emplace_back("state of other places of the report");
    if (best.in_country > second->in_country + 0.1) reasons.emplace_back("country of other places of the report");
    if (best.prior > second->prior) reasons.emplace_back("largest of that name");
  }

  const Document& doc_;
  const std::vector<PlaceMention>& mentions_;
  const Gazetteer& gazetteer_;
  const std::vector<std::uint32_t>& home_;
  std::vector<Toponym> toponyms_;
  std::vector<std::uint32_t> toponym_of_;
  Votes votes_;
};

}  // namespace

std::vector<PlaceChoice> choose_places(const Document& doc, const std::vector<PlaceMention>& mentions,
                                       const Gazetteer& gazetteer, const std::vector<std::uint32_t>& home) {
  return Ranking(doc, mentions, gazetteer, home).run();
}

}  // namespace sitcen::reading
