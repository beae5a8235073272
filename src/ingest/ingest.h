#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sitcen/report.h"
#include "sitcen/result.h"

namespace sitcen::ingest {

/// Gives the next bytes of an input: fills the front of `buffer` (not empty) and returns how many bytes it filled,
/// 0 at the end. A failure ends the input.
using ByteSource = std::function<Result<std::size_t>(std::span<char> buffer)>;

/// \return the bytes of a string, for texts that are in memory
[[nodiscard]] ByteSource bytes_of(std::string bytes);
/// \param descriptor stays the caller's: it is read, never closed
/// \param origin     what errors call it, e.g. "-" for standard input
[[nodiscard]] ByteSource bytes_of_descriptor(int descriptor, std::string origin);

/// `automatic`: by the name's suffix, else by the media type the transport gave, else by the first bytes.
/// `rss` is RDF and CDF too, `zip` DOCX and WACZ, `packed` gzip and zstd, `news_xml` NewsML-G2, NITF and CAP.
enum class InputKind : std::uint8_t {
  automatic,
  text,
  html,
  jsonl,
  csv,
  rss,
  atom,
  jsonfeed,
  sitemap,
  warc,
  zip,
  tar,
  packed,
  mail,
  mbox,
  news_xml,
  ninjs,
  pdf
};

/// \return the kind of a name as `--input` takes it, e.g. "html"; unknown_input
[[nodiscard]] Result<InputKind> input_kind(std::string_view name);
/// \return every name that input_kind knows
[[nodiscard]] std::vector<std::string> input_kind_names();

class LanguageIdentifier;

struct IngestOptions {
  InputKind input = InputKind::automatic;
  std::optional<std::string> encoding;    ///< of the bytes; none: by byte order mark and content, else UTF-8
  std::optional<std::string> media_type;  ///< as the transport gave it, e.g. "text/html; charset=utf-8"
  std::optional<std::string> url;         ///< where it was fetched from; addresses in it are relative to this one
  std::size_t max_report_bytes = std::size_t{16} << 20;  ///< of one text file, one page, one line of JSON Lines
  std::shared_ptr<const LanguageIdentifier> languages;   ///< none: languages are not identified
  bool keep_raw = false;                                 ///< give each report the bytes it was read from
};

/// \return unknown_encoding where the options name one that is not known: a mistake of the call, not of an input
[[nodiscard]] Result<void> check(const IngestOptions& options);

/// What could not be read, where, and why.
struct Rejection {
  std::string origin;    ///< path or URL as given; "-" for standard input
  std::size_t line = 0;  ///< of JSON Lines, from 1; 0: the input as a whole
  Error error;
};

/// \return one line for people: origin, line, reason
[[nodiscard]] std::string describe(const Rejection& rejection);

using Reading = tl::expected<Report, Rejection>;

/// The reports of one input, one at a time, in memory bounded by max_report_bytes. Never throws an input away in
/// silence: what cannot be read comes out as a Rejection, and the reports after it are read all the same. Used by one
/// thread at a time; different sources are independent.
class ReportSource {
 public:
  /// \param file a regular file or a pipe. One that is missing, unreadable, a folder or a device gives one Rejection.
  [[nodiscard]] static ReportSource open(const std::filesystem::path& file, IngestOptions options = {});
  /// \param origin what reports and rejections say they came from, e.g. "-"
  [[nodiscard]] static ReportSource from(ByteSource bytes, std::string origin, IngestOptions options = {});

  ReportSource(ReportSource&&) noexcept;
  ReportSource& operator=(ReportSource&&) noexcept;
  ~ReportSource();

  /// \return the next report or rejection; none at the end, and ever after
  [[nodiscard]] std::optional<Reading> next();

 private:
  struct State;
  explicit ReportSource(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace sitcen::ingest
