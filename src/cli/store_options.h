#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "picture/query_json.h"
#include "sitcen/result.h"
#include "store/store.h"

namespace CLI {
class App;
}

namespace sitcen::cli {

/// Declares --store FILE. \return the file asked for, else $SITCEN_STORE, else sitcen.sqlite in this folder
[[nodiscard]] std::function<std::filesystem::path()> add_store_option(CLI::App& app);

/// What a question to the store was asked with.
struct Asked {
  std::filesystem::path store;
  store::Scope scope;
  std::size_t limit = 0;  ///< 0: all
  bool json = false;
};
/// Declares --store, --json, --as-of, --since, --until, --source and --limit.
/// \return reads them once the options are parsed; usage where a time is none
[[nodiscard]] std::function<Result<Asked>()> add_question_options(CLI::App& app);

/// Opens the store of a question to read.
[[nodiscard]] Result<std::unique_ptr<store::Store>> open(const Asked& asked);

/// What the JSON of its answers says of itself: as of the time asked for, else of the last time of knowing, so that the
/// same store gives the same bytes.
[[nodiscard]] Result<picture::QueryContext> context_of(store::Store& store, const Asked& asked);

/// Lets rows through up to the limit and knows whether there were more.
class Limit {
 public:
  explicit Limit(std::size_t limit) : limit_(limit) {}
  /// \return whether to print one more
  [[nodiscard]] bool take() {
    more_ = limit_ != 0 && taken_ == limit_;
    taken_ += more_ ? 0 : 1;
    return !more_;
  }
  [[nodiscard]] std::size_t taken() const { return taken_; }
  /// Says on standard error that there is more than was printed.
  void say_if_cut() const;

 private:
  std::size_t limit_;
  std::size_t taken_ = 0;
  bool more_ = false;
};

}  // namespace sitcen::cli
