#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace sitcen::base {

struct WorkLimits {
  unsigned threads = 1;
  std::size_t items = 16;                    ///< at most so many are taken and not yet delivered; at least 1
  std::size_t bytes = std::size_t{8} << 20;  ///< no further one is taken while those in flight weigh so much
};

/// Takes items, works on them on several threads and delivers the results in the order they were taken.
/// None of the functions may throw.
template <class In, class Out>
class OrderedWork {
 public:
  explicit OrderedWork(WorkLimits limits) : limits_(limits), slots_(limits.items > 0 ? limits.items : 1) {}

  /// \param next     () -> std::optional<In>, none at the end; called by one thread at a time
  /// \param weigh    (const In&) -> bytes it counts for while in flight
  /// \param work     (unsigned thread, In&&, Out&); the Out is one that was delivered before, its memory can be reused
  /// \param deliver  (Out&) -> bool, false to stop; called on the calling thread
  template <class Next, class Weigh, class Work, class Deliver>
  void run(Next next, Weigh weigh, Work work, Deliver deliver) {
    std::vector<std::jthread> threads = start(next, weigh, work);
    if (threads.empty()) return run_here(next, work, deliver);
    while (Slot* slot = wait_for_result()) {
      const bool more = deliver(slot->out);
      release(*slot);
      if (!more) return stop();
    }
  }

 private:
  struct Slot {
    Out out{};
    std::size_t weight = 0;
    bool done = false;
  };

  template <class Next, class Work, class Deliver>
  void run_here(Next& next, Work& work, Deliver& deliver) {
    Out& out = slots_.front().out;
    for (std::optional<In> item = next(); item; item = next()) {
      work(0U, std::move(*item), out);
      if (!deliver(out)) return;
    }
  }

  /// One thread needs no help. A machine that cannot give all threads works with those it gives.
  template <class Next, class Weigh, class Work>
  std::vector<std::jthread> start(Next& next, Weigh& weigh, Work& work) {
    std::vector<std::jthread> threads;
    if (limits_.threads < 2) return threads;
    threads.reserve(limits_.threads);
    try {
      for (unsigned i = 0; i < limits_.threads; ++i)
        threads.emplace_back([this, i, &next, &weigh, &work] { work_on(i, next, weigh, work); });
    } catch (const std::system_error&) {
    }
    return threads;
  }

  template <class Next, class Weigh, class Work>
  void work_on(unsigned thread, Next& next, Weigh& weigh, Work& work) {
    for (;;) {
      Slot* slot = nullptr;
      std::optional<In> item;
      {
        const std::scoped_lock one_at_a_time(source_);
        if (!wait_for_room()) return;
        item = next();  // may block for long: the results in flight are delivered meanwhile
        slot = take(item ? weigh(*item) : 0, item.has_value());
      }
      if (slot == nullptr) return;
      work(thread, std::move(*item), slot->out);
      const std::scoped_lock lock(state_);
      slot->done = true;
      result_.notify_one();
    }
  }

  /// \return false when there is nothing more to take
  bool wait_for_room() {
    std::unique_lock lock(state_);
    room_.wait(lock, [this] {
      const bool some_in_flight = taken_ > delivered_;
      const bool full = taken_ - delivered_ == slots_.size() || (some_in_flight && weight_ >= limits_.bytes);
      return ended_ || !full;
    });
    return !ended_;
  }

  Slot* take(std::size_t weight, bool any) {
    const std::scoped_lock lock(state_);
    if (!any || ended_) {
      ended_ = true;
      room_.notify_all();
      result_.notify_one();
      return nullptr;
    }
    Slot& slot = slots_[taken_++ % slots_.size()];
    slot.weight = weight;
    slot.done = false;
    weight_ += weight;
    return &slot;
  }

  /// \return the next result in order; null at the end
  Slot* wait_for_result() {
    std::unique_lock lock(state_);
    Slot& slot = slots_[delivered_ % slots_.size()];
    result_.wait(lock, [&] { return taken_ > delivered_ ? slot.done : ended_; });
    return taken_ == delivered_ ? nullptr : &slot;
  }

  void release(Slot& slot) {
    const std::scoped_lock lock(state_);
    weight_ -= slot.weight;
    slot.done = false;
    ++delivered_;
    room_.notify_all();
  }

  /// What is being worked on is finished and dropped.
  void stop() {
    const std::scoped_lock lock(state_);
    ended_ = true;
    room_.notify_all();
  }

  const WorkLimits limits_;
  std::mutex source_;  ///< held while an item is taken; locked before state_
  std::mutex state_;   ///< guards all below; a slot's `out` belongs to its worker until done, then to the caller
  std::condition_variable room_, result_;
  std::vector<Slot> slots_;
  std::uint64_t taken_ = 0, delivered_ = 0;
  std::size_t weight_ = 0;
  bool ended_ = false;
};

}  // namespace sitcen::base
