#include "cli/version_text.h"

#include "knowledge.h"
#include "language/model_file.h"
#include "sitcen/version.h"
#include "store/store.h"

namespace sitcen::cli {

std::string version_text() {
  std::string out = "sitcen ";
  out += version();
  out += "\nbuild      " SITCEN_BUILD;
  out += "\nmodels     format " + std::to_string(language::kModelFormat);
  out += "\nknowledge  ";
  out += knowledge::version();
  out += "\nstore      schema " + std::to_string(store::schema());
  out += "\noutput     sitcen.read/1, sitcen.query/1\n";
  return out;
}

}  // namespace sitcen::cli
