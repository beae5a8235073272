#pragma once

#include <optional>
#include <string>
#include <vector>

#include "picture/called.h"
#include "store/store.h"

namespace sitcen::picture {

/// Which statements a person asks for, as typed.
struct SaidQuestion {
  std::optional<std::string> by, about, modality;
};

struct SaidFilters {
  store::SaidFilter filter;
  Compared compared;              ///< empty where nothing asked for it
  std::vector<std::uint32_t> by;  ///< whom `by` means: indexes into compared.actors.all
};

enum class Compare : std::uint8_t { always, if_asked };

/// \return the question as the store takes it; actor_not_found for a speaker that nobody is, bad_query for words that
///         cannot be looked for, bad_request for a modality there is not
[[nodiscard]] Result<SaidFilters> said_filters(store::Store& store, std::optional<store::Instant> as_of,
                                               const SaidQuestion& typed, Compare when);

/// \return the names of all modalities
[[nodiscard]] std::vector<std::string> modalities();

}  // namespace sitcen::picture
