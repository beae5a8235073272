#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sitcen/report.h"

namespace sitcen::ingest {

/// Puts a report's text together, section by section, a line break between two. Body follows body in one section.
class Composer {
 public:
  explicit Composer(Report& report) : report_(&report) {}

  void add(SectionKind kind, std::string_view words) {
    if (words.empty()) return;
    std::string& text = report_->text;
    if (!text.empty()) text += '\n';
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += words;
    const auto end = static_cast<std::uint32_t>(text.size());
    auto& sections = report_->sections;
    const bool goes_on = kind == SectionKind::body && !sections.empty() && sections.back().kind == kind;
    if (goes_on) {
      sections.back().span.end = end;
    } else {
      sections.push_back({kind, {begin, end}});
    }
  }

 private:
  Report* report_;
};

}  // namespace sitcen::ingest
