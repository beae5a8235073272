#include "picture/diff.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <sstream>
#include <tuple>
#include <unordered_map>

#include "picture/facts.h"
#include "picture/notices.h"

namespace sitcen::picture {
namespace {

constexpr std::size_t kUnpaired = static_cast<std::size_t>(-1);

/// Finds the facts of one version again in another, the surest pairs first.
class Matching {
 public:
  Matching(const std::vector<Fact>& from, const std::vector<Fact>& to, std::vector<std::int64_t> aligned)
      : from_(from),
        to_(to),
        aligned_(std::move(aligned)),
        new_of_(from.size(), kUnpaired),
        old_of_(to.size(), kUnpaired) {
    const auto same_about = [](const Fact& a, const Fact& b) {
      return a.about == b.about || (!a.given.empty() && a.given == b.given);
    };
    const auto same = [&](const Fact& a, const Fact& b) { return same_about(a, b) && a.says == b.says; };
    pair([&](const Fact& a, const Fact& b) { return same(a, b) && is_aligned(a, b); });
    pair(same);
    pair([&](const Fact& a, const Fact& b) { return same_about(a, b) && is_aligned(a, b) && alike(a, b); });
    pair([&](const Fact& a, const Fact& b) { return is_statement(a) && a.says == b.says; });
    pair([&](const Fact& a, const Fact& b) { return is_name(a) && is_aligned(a, b) && one_name(a.says, b.says); });
    count_left();
    pair([&](const Fact& a, const Fact& b) { return !is_name(a) && same_about(a, b) && alike(a, b) && alone(a, b); });
  }

  [[nodiscard]] std::size_t new_of(std::size_t old) const { return new_of_[old]; }
  [[nodiscard]] std::size_t old_of(std::size_t fresh) const { return old_of_[fresh]; }

 private:
  static bool is_statement(const Fact& fact) { return std::string_view(fact.what) == "statement"; }
  static bool is_name(const Fact& fact) { return std::string_view(fact.what) == "name"; }

  [[nodiscard]] bool is_aligned(const Fact& a, const Fact& b) const {
    return a.sentence < aligned_.size() && aligned_[a.sentence] == static_cast<std::int64_t>(b.sentence);
  }
  /// Statements are the same one, changed, where at least half of the words are; other facts say little.
  static bool alike(const Fact& a, const Fact& b) {
    if (!is_statement(a)) return true;
    const auto words = [](const std::string& text) {
      std::istringstream in(text);
      std::set<std::string> out;
      for (std::string word; in >> word;) out.insert(word);
      return out;
    };
    const auto one = words(a.says);
    const auto two = words(b.says);
    const auto both = std::ranges::count_if(one, [&](const std::string& word) { return two.contains(word); });
    return 2 * static_cast<std::size_t>(both) >= std::max(one.size(), two.size());
  }
  /// Two spellings of one name share its first or its last word.
  static bool one_name(std::string_view a, std::string_view b) {
    const auto first = [](std::string_view name) { return name.substr(0, name.find(' ')); };
    const auto last = [](std::string_view name) { return name.substr(name.rfind(' ') + 1); };
    return first(a) == first(b) || last(a) == last(b);
  }
  /// Nothing else that is left is about the same.
  [[nodiscard]] bool alone(const Fact& a, const Fact& b) const {
    return left_.at(0).at(a.what + b.about) == 1 && left_.at(1).at(a.what + b.about) == 1;
  }
  void count_left() {
    for (const auto& [side, facts, taken] : {std::tuple{0U, &from_, &new_of_}, std::tuple{1U, &to_, &old_of_}})
      for (std::size_t i = 0; i < facts->size(); ++i)
        for (auto& counts : left_)
          counts[(*facts)[i].what + (*facts)[i].about] +=
              &counts == &left_.at(side) && (*taken)[i] == kUnpaired ? 1 : 0;
  }

  void pair(const std::function<bool(const Fact&, const Fact&)>& fit) {
    for (std::size_t i = 0; i < from_.size(); ++i) {
      if (new_of_[i] != kUnpaired) continue;
      for (std::size_t j = 0; j < to_.size(); ++j) {
        if (old_of_[j] != kUnpaired || std::string_view(from_[i].what) != to_[j].what || !fit(from_[i], to_[j]))
          continue;
        new_of_[i] = j;
        old_of_[j] = i;
        break;
      }
    }
  }

  const std::vector<Fact>& from_;
  const std::vector<Fact>& to_;
  std::vector<std::int64_t> aligned_;
  std::vector<std::size_t> new_of_, old_of_;
  std::array<std::unordered_map<std::string, std::size_t>, 2>
      left_;  ///< facts without a partner, by what they are about
};

/// Puts together what changed.
class Changes {
 public:
  Changes(const store::StoredReport& from, const store::StoredReport& to)
      : from_(from),
        to_(to),
        old_text_(std::make_shared<const std::string>(from.report.text)),
        new_text_(std::make_shared<const std::string>(to.report.text)) {}

  std::vector<Change> list() {
    notices();
    of_report();
    of_facts();
    return std::move(out_);
  }

 private:
  [[nodiscard]] store::Evidence old_words(Span span, std::uint32_t sentence) const {
    return store::evidence_in(from_, old_text_, span, sentence);
  }
  [[nodiscard]] store::Evidence new_words(Span span, std::uint32_t sentence) const {
    return store::evidence_in(to_, new_text_, span, sentence);
  }

  void notices() {
    const auto before = notices_of(from_.report);
    for (const Notice& notice : notices_of(to_.report)) {
      if (std::ranges::any_of(before, [&](const Notice& old) { return old.words == notice.words; })) continue;
      Change change{notice.kind == NoticeKind::withdrawal ? ChangeKind::withdrawn : ChangeKind::corrected,
                    "report",
                    std::nullopt,
                    notice.words,
                    std::nullopt,
                    std::nullopt};
      if (notice.span.size() > 0) {
        const auto& all = to_.sentences;
        const auto after = std::ranges::upper_bound(all, notice.span.begin, {}, &Span::begin);
        change.new_words =
            new_words(notice.span, after == all.begin() ? 0U : static_cast<std::uint32_t>(after - all.begin() - 1));
      }
      corrects_ = corrects_ || notice.kind == NoticeKind::correction;
      out_.push_back(std::move(change));
    }
  }

  void of_report() {
    const Report& a = from_.report;
    const Report& b = to_.report;
    const auto field = [&](const char* what, const std::optional<std::string>& before,
                           const std::optional<std::string>& after) {
      if (before == after) return;
      const ChangeKind kind = !before ? ChangeKind::added : !after ? ChangeKind::withdrawn : changed();
      out_.push_back({kind, what, before, after, std::nullopt, std::nullopt});
    };
    const auto value = [](const std::optional<Timestamp>& time) {
      return time ? std::optional(time->value) : std::nullopt;
    };
    field("title", a.title, b.title);
    field("byline", a.byline, b.byline);
    field("published", value(a.published), value(b.published));
    field("updated", value(a.updated), value(b.updated));
  }

  void of_facts() {
    const auto old = facts_of(from_);
    const auto fresh = facts_of(to_);
    const Matching matching(old, fresh, aligned_sentences(from_, to_));
    // Whoever is called otherwise now is the same speaker.
    const auto renamed = [&](const Fact& a, const Fact& b) {
      for (std::size_t i = 0; i < old.size(); ++i)
        if (std::string_view(old[i].what) == "name" && old[i].says == a.about && matching.new_of(i) != kUnpaired &&
            fresh[matching.new_of(i)].says == b.about)
          return true;
      return false;
    };
    for (std::size_t j = 0; j < fresh.size(); ++j) {
      const Fact& b = fresh[j];
      const std::size_t i = matching.old_of(j);
      if (i == kUnpaired) {
        if (std::string_view(b.what) != "name")
          out_.push_back(
              {ChangeKind::added, b.what, std::nullopt, b.shown, std::nullopt, new_words(b.span, b.sentence)});
        continue;
      }
      const Fact& a = old[i];
      const bool told_by_other =
          std::string_view(b.what) == "statement" && a.about != b.about && a.given != b.given && !renamed(a, b);
      if (a.says == b.says && !told_by_other) continue;
      out_.push_back(
          {changed(), b.what, a.shown, b.shown, old_words(a.span, a.sentence), new_words(b.span, b.sentence)});
    }
    for (std::size_t i = 0; i < old.size(); ++i) {
      const Fact& a = old[i];
      if (matching.new_of(i) != kUnpaired || std::string_view(a.what) == "name") continue;
      out_.push_back(
          {ChangeKind::withdrawn, a.what, a.shown, std::nullopt, old_words(a.span, a.sentence), std::nullopt});
    }
  }

  [[nodiscard]] ChangeKind changed() const { return corrects_ ? ChangeKind::corrected : ChangeKind::changed; }

  const store::StoredReport& from_;
  const store::StoredReport& to_;
  std::shared_ptr<const std::string> old_text_, new_text_;
  std::vector<Change> out_;
  bool corrects_ = false;
};

/// \return the place of a version among those known
Result<std::size_t> place_of(const std::vector<store::VersionRow>& all, const std::string& name) {
  const auto is = [&](const store::VersionRow& row) {
    constexpr std::size_t kShortest = 4;
    return std::to_string(row.number) == name || (name.size() >= kShortest && row.version.starts_with(name));
  };
  const auto found = std::ranges::find_if(all, is);
  if (found == all.end()) return fail(ErrorCode::report_not_found, {"in version " + name});
  return static_cast<std::size_t>(found - all.begin());
}

}  // namespace

std::string_view name(ChangeKind kind) noexcept {
  switch (kind) {
    case ChangeKind::added:
      return "new";
    case ChangeKind::changed:
      return "changed";
    case ChangeKind::corrected:
      return "corrected";
    case ChangeKind::withdrawn:
      return "withdrawn";
  }
  return "";
}

std::vector<Change> changes(const store::StoredReport& from, const store::StoredReport& to) {
  return Changes(from, to).list();
}

Result<Diff> diff(store::Store& store, std::string_view key, const std::optional<std::string>& from,
                  const std::optional<std::string>& to, std::optional<store::Instant> as_of) {
  const auto all = store.versions(key, as_of);
  if (!all) return fail(all.error());
  const Result<std::size_t> newer = to ? place_of(*all, *to) : all->size() - 1;
  if (!newer) return fail(newer.error());
  const Result<std::size_t> older = from ? place_of(*all, *from) : *newer - (*newer > 0 ? 1 : 0);
  if (!older) return fail(older.error());
  auto one = store.report(key, (*all)[*older].version);
  if (!one) return fail(one.error());
  auto two = store.report(key, (*all)[*newer].version);
  if (!two) return fail(two.error());
  Diff out{std::move(*one), std::move(*two), {}};
  if (*older != *newer) out.changes = changes(out.from, out.to);
  return out;
}

}  // namespace sitcen::picture
