#include "language/model_info.h"

namespace sitcen::language {

Result<ModelInfo> read_info(const ModelFile& file) {
  ModelInfo info;
  struct Wanted {
    const char* array;
    std::string* text;
  };
  for (const Wanted& w : {Wanted{"meta.name", &info.name},
                          {"meta.language", &info.language},
                          {"meta.licence", &info.licence},
                          {"meta.source", &info.source}}) {
    const auto text = file.text(w.array);
    if (!text) return fail(text.error());
    *w.text = *text;
  }
  info.bytes = file.size();
  return info;
}

}  // namespace sitcen::language
