#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "language/layers/buffer.h"

namespace sitcen::language {

/// A bounded table of rows of numbers, each under a key. A clock goes round for the next row to give up; whoever was
/// used more often is passed over more often (up to kMostLives times), so that words met once do not drive out the
/// others.
class RowCache {
 public:
  /// \param rows  at least as many as one round uses
  RowCache(std::size_t rows, std::size_t width) : width_(width), slots_(rows) { values_.at_least(rows * width); }

  /// Forgets all rows.
  void clear() {
    std::fill(slots_.begin(), slots_.end(), Slot{});
    slot_of_.clear();
  }

  /// Starts a round: no row that is used from here on is given up before the next. \param keys  all lie below it
  void begin_round(std::size_t keys) {
    ++round_;
    if (slot_of_.size() < keys) slot_of_.resize(keys + keys / 2, kFree);
  }

  struct Row {
    float* values;
    bool is_new;  ///< nothing has been written to it yet
  };
  /// \return the row of `key`
  [[nodiscard]] Row use(std::uint32_t key) {
    std::uint32_t& slot = slot_of_[key];
    const bool is_new = slot == kFree;
    if (is_new) slot = take_slot(key);
    Slot& used = slots_[slot];
    if (used.round != round_) used.lives = static_cast<std::uint8_t>(std::min<int>(used.lives + 1, kMostLives));
    used.round = round_;
    return {values_.data() + slot * width_, is_new};
  }

 private:
  static constexpr std::uint32_t kFree = ~std::uint32_t{0};
  static constexpr int kMostLives = 7;
  struct Slot {
    std::uint32_t key = kFree;
    std::uint32_t round = 0;  ///< the last that used it
    std::uint8_t lives = 0;
  };

  std::uint32_t take_slot(std::uint32_t key) {
    for (;;) {
      clock_ = clock_ + 1 == slots_.size() ? 0 : clock_ + 1;
      Slot& slot = slots_[clock_];
      if (slot.key == kFree) break;
      if (slot.round == round_) continue;
      if (slot.lives > 0) {
        --slot.lives;
        continue;
      }
      slot_of_[slot.key] = kFree;
      break;
    }
    slots_[clock_] = {key, round_, 0};
    return clock_;
  }

  std::size_t width_;
  std::vector<Slot> slots_;
  std::vector<std::uint32_t> slot_of_;  ///< by key
  std::uint32_t clock_ = 0;
  std::uint32_t round_ = 0;
  Buffer<float> values_;
};

}  // namespace sitcen::language
