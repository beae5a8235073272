#include "ingest/decoder.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"

namespace sitcen::ingest {
namespace {

constexpr std::size_t kChunk = 64 * 1024;

struct Mark {
  std::string_view bytes;
  const char* encoding;
};
// UTF-32LE before UTF-16LE, which it begins with.
constexpr std::array<Mark, 5> kMarks = {{{"\xEF\xBB\xBF", "UTF-8"},
                                         {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
                                         {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
                                         {"\xFF\xFE", "UTF-16LE"},
                                         {"\xFE\xFF", "UTF-16BE"}}};

UConverter* open_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(name.c_str(), &status);
  if (U_FAILURE(status)) return nullptr;
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return converter;
}

bool is_utf8(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  const char* standard = ucnv_getStandardName(name.c_str(), "IANA", &status);
  return U_SUCCESS(status) && standard != nullptr && std::string_view(standard) == "UTF-8";
}

std::string hex_byte(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return {"0123456789ABCDEF"[value >> 4], "0123456789ABCDEF"[value & 15]};
}

}  // namespace

bool is_known_encoding(const std::string& name) {
  const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(open_converter(name), ucnv_close);
  return converter != nullptr && !name.empty();
}

Decoder::Decoder(ByteSource bytes, Converter converter, std::string encoding)
    : bytes_(std::move(bytes)), converter_(std::move(converter)), encoding_(std::move(encoding)) {}

Result<Decoder> Decoder::create(ByteSource bytes, const std::optional<std::string>& encoding) {
  if (encoding && !is_known_encoding(*encoding)) return fail(ErrorCode::unknown_encoding, {*encoding});
  Decoder decoder(std::move(bytes), Converter(nullptr, ucnv_close), "UTF-8");
  if (auto started = decoder.start(encoding); !started) return fail(started.error());
  return decoder;
}

Result<void> Decoder::start(const std::optional<std::string>& encoding) {
  std::string head(4, '\0');
  std::size_t size = 0;
  while (size < head.size()) {
    auto got = bytes_(std::span(head).subspan(size));
    if (!got) return fail(got.error());
    if (*got == 0) break;
    size += *got;
  }
  head.resize(size);
  if (encoding) encoding_ = *encoding;
  for (const Mark& mark : kMarks) {
    if (!head.starts_with(mark.bytes)) continue;
    if (encoding && !(is_utf8(*encoding) && mark.encoding == std::string_view("UTF-8"))) break;
    encoding_ = mark.encoding;
    mark_size_ = mark.bytes.size();
    break;
  }
  consumed_ = mark_size_;
  if (!is_utf8(encoding_)) converter_.reset(open_converter(encoding_));
  const std::string_view rest = std::string_view(head).substr(mark_size_);
  if (converter_) {
    convert(rest, false);
  } else {
    ready_ = rest;
  }
  return {};
}

Result<std::size_t> Decoder::read(std::span<char> out) {
  if (taken_ == ready_.size() && !ended_ && !converter_) {
    auto got = bytes_(out);
    if (got && *got == 0) ended_ = true;
    return got;
  }
  while (taken_ == ready_.size()) {
    if (ended_) return 0;
    if (auto filled = fill(); !filled) return fail(filled.error());
  }
  const std::size_t count = std::min(out.size(), ready_.size() - taken_);
  std::copy_n(ready_.data() + taken_, count, out.data());
  taken_ += count;
  return count;
}

Result<void> Decoder::fill() {
  ready_.clear();
  taken_ = 0;
  std::array<char, kChunk> chunk;
  auto got = bytes_(chunk);
  if (!got) return fail(got.error());
  ended_ = *got == 0;
  convert({chunk.data(), *got}, ended_);
  return {};
}

void Decoder::convert(std::string_view input, bool flush) {
  std::array<char16_t, 4096> units;
  const char* at = input.data();
  const char* const end = at + input.size();
  for (;;) {
    const char* const before = at;
    char16_t* unit = units.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter_.get(), &unit, units.data() + units.size(), &at, end, nullptr, static_cast<UBool>(flush),
                   &status);
    consumed_ += static_cast<std::uint64_t>(at - before);
    append({units.data(), static_cast<std::size_t>(unit - units.data())});
    if (status == U_BUFFER_OVERFLOW_ERROR) continue;
    if (U_SUCCESS(status)) break;
    std::array<char, 32> invalid;
    auto size = static_cast<std::int8_t>(invalid.size());
    UErrorCode ignored = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter_.get(), invalid.data(), &size, &ignored);
    append_bad(consumed_ - std::min<std::uint64_t>(consumed_, static_cast<std::uint64_t>(std::max<int>(size, 0))));
    // A sequence cut by the end of the input: the converter is done with it.
    if (flush && at == end && status == U_TRUNCATED_CHAR_FOUND) break;
  }
  if (flush && lead_ != 0) append_bad(consumed_);
}

void Decoder::append(std::u16string_view units) {
  for (const char16_t unit : units) {
    const bool is_lead = unit >= 0xD800 && unit <= 0xDBFF;
    const bool is_trail = unit >= 0xDC00 && unit <= 0xDFFF;
    if ((lead_ != 0) != is_trail) append_bad(consumed_);
    const char16_t lead = std::exchange(lead_, is_lead ? unit : char16_t{0});
    if (is_lead || (is_trail && lead == 0)) continue;
    const std::size_t before = ready_.size();
    base::append_utf8(ready_, is_trail ? 0x10000 + ((lead - 0xD800U) << 10) + (unit - 0xDC00U) : char32_t{unit});
    produced_ += ready_.size() - before;
    if (unit == u'\n') line_has_bad_ = false;
  }
}

void Decoder::append_bad(std::uint64_t at) {
  if (!std::exchange(line_has_bad_, true)) bad_.push_back({produced_, at});
  ready_ += '\xFF';
  ++produced_;
}

std::optional<Error> Decoder::fault(std::string_view stretch, std::uint64_t begin) {
  while (!bad_.empty() && bad_.front().out < begin) bad_.pop_front();
  if (!bad_.empty() && bad_.front().out < begin + stretch.size()) {
    return fail(ErrorCode::bad_encoding, {encoding_, std::to_string(bad_.front().in)}).value();
  }
  const auto at = base::find_invalid_utf8(stretch);
  if (!at) return std::nullopt;
  const std::size_t offset = *at + (begin == 0 ? mark_size_ : 0);
  return fail(ErrorCode::not_utf8, {hex_byte(stretch[*at]), std::to_string(offset)}).value();
}

}  // namespace sitcen::ingest
