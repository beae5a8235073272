#include "picture/readers.h"

#include <utility>

namespace sitcen::picture {

void Readers::GiveBack::operator()(store::Store* store) const {
  std::unique_ptr<store::Store> own(store);
  const std::lock_guard lock(readers->mutex_);
  readers->free_.push_back(std::move(own));
}

Result<std::unique_ptr<Readers>> Readers::open(std::filesystem::path location) {
  std::unique_ptr<Readers> readers(new Readers(std::move(location)));
  if (Result<Reader> first = readers->take(); !first) return fail(first.error());
  return readers;
}

Result<Readers::Reader> Readers::take() {
  {
    const std::lock_guard lock(mutex_);
    if (!free_.empty()) {
      Reader reader(free_.back().release(), GiveBack{this});
      free_.pop_back();
      return reader;
    }
  }
  Result<std::unique_ptr<store::Store>> opened = store::open_store(location_, store::Access::read);
  if (!opened) return fail(opened.error());
  return Reader(opened->release(), GiveBack{this});
}

}  // namespace sitcen::picture
