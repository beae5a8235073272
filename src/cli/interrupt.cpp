#include "cli/interrupt.h"

#include <atomic>
#include <csignal>

namespace sitcen::cli {
namespace {

// A signal handler can reach nothing else; the threads that read ask it too, so it is more than a sig_atomic_t.
std::atomic<bool> asked_to_finish = false;
static_assert(std::atomic<bool>::is_always_lock_free);

void on_signal(int /*signal*/) { asked_to_finish = true; }

}  // namespace

void catch_interrupts() {
  struct sigaction action = {};
  action.sa_handler = on_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() noexcept { return asked_to_finish; }

}  // namespace sitcen::cli
