#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sitcen/document.h"
#include "sitcen/findings.h"
#include "sitcen/offsets.h"
#include "sitcen/report.h"

namespace sitcen::exchange {

inline constexpr std::string_view kReadSchema = "sitcen.read/1";

/// What read it: printed with every report.
struct EngineText {
  std::string_view version;         ///< of sitcen
  std::string_view model;           ///< "en_core_web_md-3.8.0"; empty: there was none for the report's language
  std::string_view knowledge;       ///< "sha256:..."
  std::string_view gazetteer = {};  ///< "gazetteer-abd849bed570"; empty: none
};

/// What is kept of the bytes a report was read from.
struct RawText {
  std::string_view sha256;
  std::uint64_t size = 0;
};

struct ReadFormat {
  EngineText engine;
  std::optional<RawText> raw = {};  ///< none: they are not kept
  OffsetUnit offsets = OffsetUnit::codepoint;
  bool tokens = false;  ///< with the model's own output, token by token
};

/// \return why a report was not read, where there is no model for its language: "no model for fr"
[[nodiscard]] std::string no_model_for(const Report& report);

/// One report and what was read from it as sitcen.read/1 (docs/output.md): one JSON object on one line, ending in
/// '\n'. All keys are always there; the same input gives the same bytes.
/// \param doc  of `report.text`; spans are bytes here and come out in `format.offsets`
[[nodiscard]] std::string read_json(const Report& report, const Document& doc, const Findings& findings,
                                    const ReadFormat& format);

}  // namespace sitcen::exchange
