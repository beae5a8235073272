// Foreign pipelines: the first byte says which reader gets the rest. Whatever comes, it ends with a value or a reason.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "language/import/config.h"
#include "language/import/import_model.h"
#include "language/import/msgpack.h"
#include "language/import/python_regex.h"
#include "language/import/ruler_patterns.h"
#include "language/import/spacy_pipeline.h"

using namespace sitcen::language;

namespace {

void check(bool holds) {
  if (!holds) __builtin_trap();
}

/// Every value of an item read again one by one: skip() must have passed over exactly them.
void walk(std::string_view bytes) {
  MsgpackReader skipping(bytes);
  const std::string_view item = skipping.skip();
  MsgpackReader reading(bytes);
  for (std::uint64_t open = 1; open > 0 && reading.ok(); --open) {
    switch (reading.peek()) {
      case MsgpackReader::Kind::map:
        open += std::uint64_t{2} * reading.map();
        break;
      case MsgpackReader::Kind::array:
        open += reading.array();
        break;
      default:
        reading.skip();
    }
  }
  check(reading.ok() == skipping.ok());
  check(!skipping.ok() || item.size() <= bytes.size());
}

void read(std::uint8_t kind, std::string_view bytes) {
  switch (kind % 9) {
    case 0:
      if (auto files = PipelineFiles::from_archive(std::string(bytes), "fuzz")) (void)import_model(std::move(*files));
      return;
    case 1:
      walk(bytes);
      return;
    case 2:
      if (const auto nodes = read_nodes(bytes))
        for (const LayerNode& node : *nodes)
          for (const auto& [key, value] : node.attrs) {
            (void)node.attr_integer(key);
            (void)node.attr_text(key);
            (void)node.attr_texts(key);
          }
      return;
    case 3:
      (void)read_moves(bytes);
      return;
    case 4:
      (void)read_tokenizer(bytes);
      return;
    case 5:
      (void)read_ruler(bytes);
      return;
    case 6:
      if (const auto config = Config::parse(bytes)) (void)config->texts("nlp", "pipeline");
      return;
    case 7:
      (void)to_pcre2(bytes);
      return;
    default:
      (void)read_vectors(bytes.substr(0, bytes.size() / 2), bytes.substr(bytes.size() / 2));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  read(data[0], std::string_view(reinterpret_cast<const char*>(data) + 1, size - 1));
  return 0;
}
