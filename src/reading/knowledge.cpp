#include "reading/knowledge.h"

namespace sitcen::reading {

Knowledge load_knowledge(std::string_view language) { return Knowledge{std::string(language)}; }

}  // namespace sitcen::reading
