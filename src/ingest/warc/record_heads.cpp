#include "ingest/warc/record_heads.h"

#include <algorithm>
#include <charconv>

#include "ingest/ascii.h"
#include "ingest/header_fields.h"

namespace sitcen::ingest {
namespace {

constexpr std::size_t kLongestArcLine = 4096;

std::optional<std::uint64_t> number_in(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  // What no file can hold: kept from sums that would overflow.
  if (value > std::uint64_t{1} << 62) return std::nullopt;
  return value;
}

RecordType type_of(std::string_view name) {
  if (equal_ignoring_case(name, "response")) return RecordType::response;
  if (equal_ignoring_case(name, "resource")) return RecordType::resource;
  if (equal_ignoring_case(name, "conversion")) return RecordType::conversion;
  return RecordType::other;
}

std::string_view without_brackets(std::string_view url) {
  return url.size() > 1 && url.starts_with('<') && url.ends_with('>') ? url.substr(1, url.size() - 2) : url;
}

/// "20140216050221" as RFC 3339.
std::string date_of_arc(std::string_view digits) {
  if (digits.size() != 14) return {};
  const auto part = [&](std::size_t at, std::size_t size) { return std::string(digits.substr(at, size)); };
  return part(0, 4) + '-' + part(4, 2) + '-' + part(6, 2) + 'T' + part(8, 2) + ':' + part(10, 2) + ':' + part(12, 2) +
         'Z';
}

/// Whether a head's first line stands here, and a field of one behind it.
bool is_warc_head(std::string_view bytes) {
  std::size_t at = 5;
  while (at < std::min<std::size_t>(bytes.size(), 10) && ((bytes[at] >= '0' && bytes[at] <= '9') || bytes[at] == '.'))
    ++at;
  if (at == 5) return false;
  if (bytes.substr(at).starts_with('\r')) ++at;
  if (!bytes.substr(at).starts_with('\n')) return false;
  const std::string field = lower_ascii(bytes.substr(at + 1, 8));
  return field.starts_with("warc-") || field == "content-";
}

}  // namespace

ParsedHead read_warc_head(std::string_view head) {
  const HeaderBlock block = read_header_fields(head.substr(std::min(head.find('\n'), head.size() - 1) + 1));
  ParsedHead out;
  for (const HeaderField& field : block.fields) {
    const bool is_own = field.name.size() > 5 && (field.name[0] == 'W' || field.name[0] == 'w');
    if (is_own && equal_ignoring_case(field.name, "warc-type")) {
      out.head.type = type_of(field.value);
    } else if (is_own && equal_ignoring_case(field.name, "warc-target-uri")) {
      out.head.url = without_brackets(field.value);
    } else if (is_own && equal_ignoring_case(field.name, "warc-date")) {
      out.head.date = field.value;
    } else if (equal_ignoring_case(field.name, "content-length")) {
      out.length = number_in(field.value);
    } else if (equal_ignoring_case(field.name, "content-type")) {
      out.head.media_type = field.value;
    }
  }
  return out;
}

std::optional<ParsedHead> read_arc_head(std::string_view line) {
  line = trimmed(line);
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || line.size() > kLongestArcLine) return std::nullopt;
  const bool is_scheme =
      std::ranges::all_of(line.substr(0, colon), [](char c) { return lower_ascii(c) >= 'a' && lower_ascii(c) <= 'z'; });
  const std::size_t last = line.rfind(' ');
  if (!is_scheme || last == std::string_view::npos) return std::nullopt;
  // From the right: the date is the first word of 14 digits or more before which the type and the length stand.
  std::string_view length, media_type;
  std::size_t end = line.size();
  for (int words = 0; words < 10; ++words) {
    const std::size_t space = line.rfind(' ', end - 1);
    if (space == std::string_view::npos || space == 0) break;
    const std::string_view word = line.substr(space + 1, end - space - 1);
    end = space;
    const bool is_date =
        words >= 2 && word.size() >= 14 && word.find_first_not_of("0123456789") == std::string_view::npos;
    if (!is_date) {
      (words == 0 ? length : media_type) = word;
      continue;
    }
    const std::size_t address = line.substr(0, space).rfind(' ');  // of the host: it says nothing to a reader
    if (address == std::string_view::npos) return std::nullopt;
    ParsedHead out;
    out.head.url = trimmed(line.substr(0, address));
    out.head.media_type = media_type;
    out.head.date = date_of_arc(word);
    out.length = number_in(length);
    if (out.head.url.starts_with("http")) {
      out.head.type = RecordType::response;
    } else if (!out.length) {
      out.length = 0;  // a description without a length: what follows is passed over line by line
    }
    return out;
  }
  return std::nullopt;
}

std::optional<std::size_t> find_warc_head(std::string_view bytes) {
  for (std::size_t at = bytes.find("WARC/"); at != std::string_view::npos; at = bytes.find("WARC/", at + 5)) {
    if (is_warc_head(bytes.substr(at))) return at;
  }
  return std::nullopt;
}

std::optional<std::size_t> find_arc_head(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t newline = bytes.find('\n', at);
    if (newline == std::string_view::npos) return std::nullopt;
    if (read_arc_head(bytes.substr(at, newline - at))) return at;
    at = newline + 1;
  }
  return std::nullopt;
}

}  // namespace sitcen::ingest
