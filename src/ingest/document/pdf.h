#pragma once

#include "ingest/format.h"

namespace sitcen::ingest {

inline constexpr std::size_t kMostScannedPages = 50;  ///< of one PDF that are read by OCR

/// A PDF through poppler's pdftotext: its text, lines of a paragraph joined, title, author and date. One without text
/// is taken for scanned and read by tesseract, where that is installed; its notice then begins with "OCR". Rejections:
/// tool_missing, tool_failed, report_too_long, empty_report
[[nodiscard]] Result<Report> read_pdf(std::string_view bytes, const InputHint& hint);

/// Joins the lines of each paragraph of a text that was laid out in lines: blocks stand apart by empty lines or page
/// ends, words broken at a line's end are mended.
[[nodiscard]] std::vector<std::string> paragraphs_of_layout(std::string_view text);

}  // namespace sitcen::ingest
