#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ingest/ingest.h"
#include "ingest/packed/expansion.h"

namespace sitcen::ingest {

/// What is known of an input, or of a part of one (a record, a member, an attachment), besides its bytes.
struct InputHint {
  std::string origin;  ///< what reports and rejections say they came from; a part is "container!part"
  IngestOptions options;
  std::size_t depth = 0;                 ///< how many containers lie around it
  std::shared_ptr<Expansion> expansion;  ///< of the outermost input; none before its first container
};

/// The reports and rejections of an input, one at a time; none at the end, and ever after.
using Reports = std::function<std::optional<Reading>()>;

/// Opens an input of any kind; nested_too_deep beyond kDeepestPart. A container calls it for each of its parts, with
/// `hint.depth` one more.
/// \param size of the input where it is known beforehand, to refuse one that is too long without reading it
[[nodiscard]] Reports open_reports(ByteSource bytes, InputHint hint, std::optional<std::uint64_t> size = {});

/// \return what reads an input that is there as a whole
[[nodiscard]] Reports reports_of(std::vector<Reading> readings);

[[nodiscard]] tl::unexpected<Rejection> rejected(const InputHint& hint, Error reason, std::size_t line = 0);

}  // namespace sitcen::ingest
