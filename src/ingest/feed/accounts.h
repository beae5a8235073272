#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sitcen/report.h"

namespace sitcen::ingest {

/// What the elements of an item say of one field. The element of the lowest rank is believed; what the others say and
/// is not the same is kept.
class Accounts {
 public:
  /// \param value blank ones do not count
  void add(int rank, std::string value);
  void add(const Accounts& others);
  /// The same, for a further value of the same element: several authors make one byline.
  void add_to_list(int rank, const std::string& value);

  [[nodiscard]] std::optional<std::string> best() const;
  /// \return the first account in order of rank that is a time
  [[nodiscard]] std::optional<Timestamp> best_time() const;

  void others_to(std::vector<OtherValue>& out, MetadataField field) const;
  void other_times_to(std::vector<OtherValue>& out, MetadataField field) const;

 private:
  struct Account {
    int rank;
    std::string value;
  };
  std::vector<Account> accounts_;  ///< by rank
};

}  // namespace sitcen::ingest
