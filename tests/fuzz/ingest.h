#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "ingest/ingest.h"

namespace sitcen::ingest {

/// Reads everything and checks what every report and rejection promises.
inline void check_all(std::string bytes, InputKind kind, std::optional<std::string> encoding = {}) {
  const auto require = [](bool holds) {
    if (!holds) std::abort();
  };
  IngestOptions options;
  options.input = kind;
  options.encoding = std::move(encoding);
  options.max_report_bytes = 1 << 16;
  auto source = ReportSource::from(bytes_of(std::move(bytes)), "-", options);
  while (auto reading = source.next()) {
    if (!*reading) {
      require(!describe(reading->error()).empty());
      continue;
    }
    const Report& report = **reading;
    require(!report.text.empty() && !base::find_invalid_utf8(report.text));
    require(report.key.size() == 64 && report.version.size() == 64 && !report.id.empty());
    for (const auto* field : {&report.source, &report.url, &report.title, &report.byline, &report.language}) {
      require(!*field || !base::find_invalid_utf8(**field));
    }
    std::uint32_t end = 0;
    for (const Section& section : report.sections) {
      require(end <= section.span.begin && section.span.begin < section.span.end);
      end = section.span.end;
      require(end <= report.text.size() && !base::is_continuation(report.text[section.span.begin]));
      require(end == report.text.size() || !base::is_continuation(report.text[end]));
    }
  }
  require(!source.next());
}

}  // namespace sitcen::ingest
