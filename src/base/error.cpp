#include <array>

#include "sitcen/result.h"

namespace sitcen {
namespace {

constexpr std::array kTable = {
#define SITCEN_ERROR(code, text, exit, http, metric, python) \
  ErrorInfo{ErrorCode::code, #code, text, exit, http, metric, #python},
#include "sitcen/error_table.inc"
#undef SITCEN_ERROR
};

}  // namespace

const ErrorInfo& info(ErrorCode code) noexcept { return kTable[static_cast<std::size_t>(code)]; }

tl::unexpected<Error> fail(ErrorCode code, std::initializer_list<std::string_view> fillings) {
  const std::string_view text = info(code).text;
  std::string message;
  const auto* next = fillings.begin();
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) == "{}") {
      if (next != fillings.end()) message += *next++;
      ++i;
      continue;
    }
    message += text[i];
  }
  return tl::unexpected<Error>(Error{code, std::move(message)});
}

}  // namespace sitcen
