#include "sitcen/version.h"

namespace sitcen {

std::string_view version() noexcept { return SITCEN_VERSION; }

}  // namespace sitcen
