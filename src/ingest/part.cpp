#include "ingest/part.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "ingest/decoder.h"
#include "ingest/header_fields.h"
#include "ingest/identity.h"
#include "ingest/input_kind.h"

namespace sitcen::ingest {
namespace {

constexpr std::size_t kLongestName = 512;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::array<std::string_view, 4> kNoText = {"image/", "audio/", "video/", "font/"};
constexpr std::array<std::string_view, 10> kNoTextTypes = {"text/css",
                                                           "text/javascript",
                                                           "application/javascript",
                                                           "application/x-javascript",
                                                           "application/ecmascript",
                                                           "application/ogg",
                                                           "application/vnd.ms-fontobject",
                                                           "application/font-woff",
                                                           "application/x-font-ttf",
                                                           "application/wasm"};

}  // namespace

std::string readable_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  while (!bytes.empty()) {
    const auto bad = base::find_invalid_utf8(bytes);
    const std::string_view good = bytes.substr(0, bad.value_or(bytes.size()));
    for (std::size_t i = 0; i < good.size(); ++i) {
      const char c = good[i];
      if (c == '\r' && good.substr(i + 1).starts_with('\n')) continue;
      const bool is_control = (static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\t') || c == '\x7F';
      if (is_control) {
        out += kReplacement;
      } else {
        out += c;
      }
    }
    if (!bad) break;
    out += kReplacement;
    bytes.remove_prefix(good.size() + 1);
    while (!bytes.empty() && base::is_continuation(bytes.front())) bytes.remove_prefix(1);
  }
  return out;
}

InputHint part_of(const InputHint& whole, std::string_view name) {
  InputHint part = whole;
  std::string shown = readable_utf8(name.substr(0, kLongestName));
  std::ranges::replace_if(shown, [](char c) { return c == '\n' || c == '\t'; }, ' ');
  part.origin += '!' + shown;
  part.depth += 1;
  part.options.input = InputKind::automatic;
  part.options.media_type.reset();
  part.options.url.reset();
  return part;
}

void tell_media_type(InputHint& part, std::string_view media_type) {
  const std::string value = readable_utf8(trimmed(media_type));
  if (value.empty()) return;
  part.options.media_type = value;
  part.options.input = kind_of_media_type(value);
  const auto charset = read_media_type(value).parameter("charset");
  if (!part.options.encoding && charset && is_known_encoding(*charset)) part.options.encoding = *charset;
}

bool is_no_text(std::string_view media_type) {
  const std::string type = read_media_type(media_type).type;
  return std::ranges::any_of(kNoText, [&](std::string_view begin) { return type.starts_with(begin); }) ||
         std::ranges::find(kNoTextTypes, type) != kNoTextTypes.end();
}

void tell_fetched(Report& report, std::string_view url, const std::optional<Timestamp>& fetched) {
  if (!report.fetched) report.fetched = fetched;
  if (url.empty()) return;
  std::string canonical = canonical_url(readable_utf8(url));
  if (!report.url) {
    const bool has_id = report.id != report.key;
    report.url = std::move(canonical);
    identify(report, has_id ? report.id : std::string());
  } else if (*report.url != canonical) {
    const auto after = std::ranges::find_if(report.other_values,
                                            [](const OtherValue& other) { return other.field > MetadataField::url; });
    report.other_values.insert(after, {MetadataField::url, std::move(canonical), TimeBasis::header});
  }
}

}  // namespace sitcen::ingest
