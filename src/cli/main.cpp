#include <csignal>
#include <string>
#include <vector>

#include "cli/program.h"

int main(int count, char** values) {
  // A reader that goes away (`sitcen read x | head`) shows as a failed write, which Output handles quietly.
  std::signal(SIGPIPE, SIG_IGN);
  const std::vector<std::string> arguments(values + (count > 0 ? 1 : 0), values + count);
  return sitcen::cli::run(arguments);
}
