#include "ingest/feed/accounts.h"

#include <algorithm>

#include "ingest/given_time.h"
#include "ingest/text.h"

namespace sitcen::ingest {
namespace {

constexpr std::size_t kMaxAccounts = 20;  ///< of one field; more are of a feed made to hurt

bool is_kept(const std::vector<OtherValue>& values, MetadataField field, const std::string& value) {
  return std::ranges::any_of(values,
                             [&](const OtherValue& kept) { return kept.field == field && kept.value == value; });
}

}  // namespace

void Accounts::add(int rank, std::string value) {
  if (is_blank(value) || accounts_.size() == kMaxAccounts) return;
  const auto at = std::ranges::upper_bound(accounts_, rank, {}, &Account::rank);
  accounts_.insert(at, {rank, std::move(value)});
}

void Accounts::add(const Accounts& others) {
  for (const Account& account : others.accounts_) add(account.rank, account.value);
}

void Accounts::add_to_list(int rank, const std::string& value) {
  const auto same = std::ranges::find(accounts_, rank, &Account::rank);
  if (same == accounts_.end()) {
    add(rank, value);
    return;
  }
  constexpr std::size_t kMaxList = 1000;
  if (is_blank(value) || same->value.size() > kMaxList || same->value == value) return;
  same->value += ", " + value;
}

std::optional<std::string> Accounts::best() const {
  return accounts_.empty() ? std::nullopt : std::optional(accounts_.front().value);
}

std::optional<Timestamp> Accounts::best_time() const {
  for (const Account& account : accounts_) {
    if (auto time = read_given_time(account.value, TimeBasis::feed)) return time;
  }
  return std::nullopt;
}

void Accounts::others_to(std::vector<OtherValue>& out, MetadataField field) const {
  const auto taken = best();
  for (const Account& account : accounts_) {
    if (account.value == taken || is_kept(out, field, account.value)) continue;
    out.push_back({field, account.value, TimeBasis::feed});
  }
}

void Accounts::other_times_to(std::vector<OtherValue>& out, MetadataField field) const {
  const auto taken = best_time();
  for (const Account& account : accounts_) {
    const auto time = read_given_time(account.value, TimeBasis::feed);
    const std::string& value = time ? time->value : account.value;
    if ((taken && value == taken->value) || is_kept(out, field, value)) continue;
    out.push_back({field, value, TimeBasis::feed});
  }
}

}  // namespace sitcen::ingest
