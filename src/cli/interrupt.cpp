#include "cli/interrupt.h"

#include <csignal>

namespace sitcen::cli {
namespace {

// A signal handler can reach nothing else.
volatile std::sig_atomic_t asked_to_finish = 0;

void on_signal(int /*signal*/) { asked_to_finish = 1; }

}  // namespace

void catch_interrupts() {
  struct sigaction action = {};
  action.sa_handler = on_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() noexcept { return asked_to_finish != 0; }

}  // namespace sitcen::cli
