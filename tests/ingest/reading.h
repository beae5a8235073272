#pragma once

#include <string>
#include <vector>

#include "ingest/ingest.h"

namespace sitcen::ingest {

/// Everything a source gives, in order.
inline std::vector<Reading> all_of(ReportSource source) {
  std::vector<Reading> out;
  while (auto reading = source.next()) out.push_back(std::move(*reading));
  return out;
}

/// Reads bytes as a kind of input; the origin is "-", as of standard input.
inline std::vector<Reading> read(std::string bytes, InputKind kind, std::optional<std::string> encoding = {}) {
  IngestOptions options;
  options.input = kind;
  options.encoding = std::move(encoding);
  return all_of(ReportSource::from(bytes_of(std::move(bytes)), "-", options));
}

}  // namespace sitcen::ingest
