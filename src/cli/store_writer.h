#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ingest/ingest.h"
#include "reading/reader.h"
#include "store/store.h"

namespace sitcen::cli {

/// What became of one input, in the order of the inputs, told once it is safe in the store.
struct Acknowledgement {
  std::string origin;
  std::optional<std::uint64_t> line;
  std::string id, key, version;  ///< empty where there is no report
  store::Outcome outcome = store::Outcome::rejected;
  std::string reason;  ///< of a rejection
};

/// \return one object of sitcen.ingest/1, without a newline
[[nodiscard]] std::string to_json(const Acknowledgement& told);

/// Brings what was read into a store, batch by batch, in the order of the inputs, whatever the order in which it was
/// known not to need reading. May be used from any thread.
class StoreWriter {
 public:
  struct Counts {
    std::size_t added = 0, updated = 0, unchanged = 0, reread = 0, rejected = 0;
  };
  struct Options {
    std::size_t batch = 64;  ///< reports to a transaction
    std::function<store::Instant()> clock;
    std::function<void(std::span<const Acknowledgement>)> acknowledge;  ///< of a batch that is safe; may be empty
  };

  /// \param store must outlive the writer
  /// \param engine_of  what reads a report
  StoreWriter(store::Store& store, std::function<store::EngineStamp(const Report&)> engine_of, Options options);

  /// A report comes in. \return whether it is to be read; else the store has all of it already, or nothing can be kept
  [[nodiscard]] bool wants(const Report& report);
  /// Something that could not be read comes in.
  void reject(const ingest::Rejection& rejection);
  /// The next of the reports that were to be read, in the order of `wants`.
  void take(reading::Reading&& reading);
  /// Commits what has come in, although the batch is not full: a slow stream is to be acknowledged too.
  void flush();
  /// Commits what is left. \return the first failure of the store: what came after it was not kept
  [[nodiscard]] Result<void> finish();

  /// \return whether the store has failed: there is no use in going on
  [[nodiscard]] bool failed() const;
  [[nodiscard]] Counts counts() const;

 private:
  /// What has come in and is not in a batch yet.
  struct Slot {
    bool awaited = false;                ///< to be read, and not read yet
    Acknowledgement told;                ///< what will be told of it
    std::string code;                    ///< of its error
    store::EngineStamp engine;           ///< what reads it
    std::optional<store::Arrival> read;  ///< what will be written
  };
  void drain();
  void commit();
  [[nodiscard]] Result<void> write();
  void count(store::Outcome outcome);

  store::Store& store_;
  const std::function<store::EngineStamp(const Report&)> engine_of_;
  const Options options_;
  mutable std::mutex mutex_;
  std::deque<Slot> slots_;
  store::Batch batch_;
  std::vector<Acknowledgement> told_;  ///< once the batch is committed
  std::vector<std::size_t> arrivals_;  ///< places in told_ of the batch's arrivals
  Counts counts_;
  std::optional<Error> failure_;
};

}  // namespace sitcen::cli
