#include "picture/said_filter.h"

#include <algorithm>

namespace sitcen::picture {

std::vector<std::string> modalities() {
  std::vector<std::string> out;
  for (int i = 0; i <= static_cast<int>(Modality::thanked); ++i) out.emplace_back(name(static_cast<Modality>(i)));
  return out;
}

Result<SaidFilters> said_filters(store::Store& store, std::optional<store::Instant> as_of, const SaidQuestion& typed,
                                 Compare when) {
  SaidFilters out;
  if (typed.modality) {
    const auto all = modalities();
    const auto found = std::ranges::find(all, *typed.modality);
    if (found == all.end()) {
      std::string list;
      for (const std::string& one : all) list += (list.empty() ? "" : ", ") + one;
      return fail(ErrorCode::bad_request, {"modality: one of " + list + ", not " + *typed.modality});
    }
    out.filter.modality = static_cast<Modality>(found - all.begin());
  }
  if (when == Compare::if_asked && !typed.by && !typed.about) return out;
  const Knowledge knowledge = load_knowledge();
  auto compared = compare(store, as_of, knowledge);
  if (!compared) return fail(compared.error());
  out.compared = *std::move(compared);
  if (typed.by) {
    out.by = called(*typed.by, out.compared, knowledge.countries);
    if (out.by.empty()) return fail(nobody_called(*typed.by, out.compared));
    out.filter.by = members(out.by, out.compared, Which::speakers);
  }
  if (typed.about) {
    store::SaidFilter::About about;
    about.actors = members(called(*typed.about, out.compared, knowledge.countries), out.compared, Which::all);
    if (auto words = store::parse_search(*typed.about)) {
      about.words = *std::move(words);
    } else if (about.actors.empty()) {
      return fail(words.error());
    }
    out.filter.about = std::move(about);
  }
  return out;
}

}  // namespace sitcen::picture
