#include "ingest/feed/xml_encoding.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>

#include "base/utf8.h"
#include "ingest/ascii.h"
#include "ingest/feed/xml_tokens.h"
#include "ingest/html/encoding.h"

namespace sitcen::ingest {
namespace {

constexpr std::size_t kMaxIcuBytes = 500'000'000;  ///< its sizes are 32 bits
constexpr std::string_view kWrongSign = "\xEF\xBF\xBD";

/// The encodings whose declaration cannot be read as ASCII, known by how "<?xm" or "<" looks in them.
struct Look {
  std::string_view begin;
  std::size_t mark;  ///< bytes of a byte order mark
  const char* encoding;
};
constexpr Look kLooks[] = {{"\xEF\xBB\xBF", 3, "utf-8"},
                           {std::string_view("\xFF\xFE\0\0", 4), 4, "UTF-32LE"},
                           {std::string_view("\0\0\xFE\xFF", 4), 4, "UTF-32BE"},
                           {"\xFF\xFE", 2, "utf-16le"},
                           {"\xFE\xFF", 2, "utf-16be"},
                           {std::string_view("<\0\0\0", 4), 0, "UTF-32LE"},
                           {std::string_view("\0\0\0<", 4), 0, "UTF-32BE"},
                           {std::string_view("<\0", 2), 0, "utf-16le"},
                           {std::string_view("\0<", 2), 0, "utf-16be"}};

std::optional<std::string> through_icu(std::string_view bytes, const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(ucnv_open(encoding.c_str(), &status), ucnv_close);
  if (U_FAILURE(status) || encoding.empty() || bytes.size() > kMaxIcuBytes) return std::nullopt;
  std::u16string units(2 * bytes.size() + 16, u'\0');
  const auto size = ucnv_toUChars(converter.get(), units.data(), static_cast<std::int32_t>(units.size()), bytes.data(),
                                  static_cast<std::int32_t>(bytes.size()), &status);
  if (U_FAILURE(status)) return std::nullopt;
  units.resize(static_cast<std::size_t>(size));
  std::string out;
  out.reserve(units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    char32_t value = units[i];
    const bool pair = value >= 0xD800 && value < 0xDC00 && i + 1 < units.size() && (units[i + 1] & 0xFC00) == 0xDC00;
    if (pair) value = 0x10000 + ((value & 0x3FF) << 10) + (units[++i] & 0x3FF);
    base::append_utf8(out, value >= 0xD800 && value < 0xE000 ? char32_t{0xFFFD} : value);
  }
  return out;
}

std::optional<std::string> decoded(std::string_view bytes, const std::string& encoding) {
  std::string made;
  if (const auto page = page_to_utf8(bytes, encoding, made)) return std::string(*page);
  auto text = through_icu(bytes, encoding);
  const std::string lower = lower_ascii(encoding);
  if (!text && lower.starts_with("mac")) text = through_icu(bytes, "x-mac-" + lower.substr(3));
  return text;
}

bool has_replacement(std::string_view text) { return text.find(kWrongSign) != std::string_view::npos; }

/// Whether more of what is not ASCII decoded than not: then the encoding is right and some bytes are not.
bool is_mostly_right(std::string_view text) {
  std::size_t wrong = 0;
  for (std::size_t at = text.find(kWrongSign); at != std::string_view::npos; at = text.find(kWrongSign, at + 1))
    ++wrong;
  const auto leads = std::ranges::count_if(text, [](char c) { return static_cast<unsigned char>(c) >= 0xC0; });
  return static_cast<std::size_t>(leads) > 2 * wrong;
}

std::optional<std::string> declaration(std::string_view text) {
  const std::size_t begin = text.substr(0, 200).find("<?xml");
  if (begin == std::string_view::npos) return std::nullopt;
  const std::size_t end = std::min(text.find('>', begin), begin + 400);
  const auto encoding = find_attribute(text.substr(begin + 5, end - begin - 5), "encoding");
  return encoding ? std::optional(std::string(*encoding)) : std::nullopt;
}

std::optional<std::string> declared_encoding(std::string_view bytes) {
  if (bytes.starts_with("\x4C\x6F\xA7\x94")) {  // "<?xm" in EBCDIC, of which all kinds have the same letters
    const auto head = through_icu(bytes.substr(0, 400), "cp037");
    return head ? declaration(*head) : std::nullopt;
  }
  auto encoding = declaration(bytes);
  // A declaration that could be read is not in UTF-16.
  if (encoding && lower_ascii(*encoding).starts_with("utf-16")) return std::nullopt;
  return encoding;
}

}  // namespace

std::string xml_to_utf8(std::string_view bytes, const std::optional<std::string>& transport) {
  for (const auto& [begin, mark, encoding] : kLooks) {
    if (!bytes.starts_with(begin)) continue;
    if (auto text = decoded(bytes.substr(mark), encoding)) return std::move(*text);
  }
  const auto declared = declared_encoding(bytes);
  std::optional<std::string> with_faults;
  for (const auto& encoding : {transport, declared, std::optional<std::string>("utf-8")}) {
    if (!encoding) continue;
    auto text = decoded(bytes, *encoding);
    if (!text) continue;
    if (!has_replacement(*text)) return std::move(*text);
    if (!with_faults && is_mostly_right(*text)) with_faults = std::move(text);
  }
  if (with_faults) return std::move(*with_faults);
  return decoded(bytes, "windows-1252").value_or("");
}

std::optional<std::string> charset_of(std::string_view media_type) {
  const std::string lower = lower_ascii(media_type);
  const std::size_t at = lower.find("charset");
  if (at == std::string::npos) return std::nullopt;
  std::string_view rest = media_type.substr(at);
  const auto attribute = next_attribute(rest);
  if (!attribute || attribute->value.empty()) return std::nullopt;
  const std::string_view value = attribute->value.substr(0, attribute->value.find(';'));
  return std::string(value);
}

}  // namespace sitcen::ingest
