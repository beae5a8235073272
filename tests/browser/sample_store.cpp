// sample_store FILE: writes the sample of tests/server into a new store, for the tests in a browser.
#include <iostream>
#include <span>

#include "sample.h"

int main(int count, char** values) {
  const std::span<char*> arguments(values, static_cast<std::size_t>(count));
  if (arguments.size() != 2) return 2;
  auto store = sitcen::store::open_store(arguments[1], sitcen::store::Access::write);
  if (store) {
    const auto added = (*store)->add(sitcen::test::sample());
    if (added) return 0;
    std::cerr << added.error().message << "\n";
    return 1;
  }
  std::cerr << store.error().message << "\n";
  return 1;
}
