// Whatever is typed into a search is answered or refused: nothing of it reaches FTS5 as syntax.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>

#include "store/store.h"

namespace {

using namespace sitcen;

std::unique_ptr<store::Store> small_store() {
  const auto file = std::filesystem::temp_directory_path() / "sitcen-fuzz-search.sqlite";
  std::filesystem::remove(file);
  auto store = store::open_store(file, store::Access::write);
  if (!store) std::abort();
  store::Batch batch;
  batch.arrivals.resize(1);
  auto& arrival = batch.arrivals.front();
  arrival.report.key = arrival.report.version = arrival.report.id = "a";
  arrival.report.title = "NOT a title: AND";
  arrival.report.text = "The river rose OR fell near \xD0\xA5\xD0\xB0\xD1\x80\xD0\xBA\xD1\x96\xD0\xB2, \"they\" said.";
  arrival.sentences = {{0, static_cast<std::uint32_t>(arrival.report.text.size())}};
  if (!(*store)->add(batch)) std::abort();
  return std::move(*store);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto store = small_store();
  const auto terms = store::parse_search({reinterpret_cast<const char*>(data), size});
  if (!terms) return 0;
  const auto done = store->search(*terms, {}, {}, [](store::SearchHit&& hit) {
    for (const Span span : hit.spans)
      if (span.begin >= span.end || span.end > hit.text->size()) std::abort();
    return true;
  });
  if (!done) std::abort();
  return 0;
}
