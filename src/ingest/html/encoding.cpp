#include "ingest/html/encoding.h"

#include <lexbor/encoding/encoding.h>
#include <lexbor/html/encoding.h>
#include <simdjson.h>

#include <array>
#include <memory>

#include "base/utf8.h"

namespace sitcen::ingest {
namespace {

constexpr std::size_t kSearched = 4096;  ///< the standard asks for 1024; pages put more before their <meta>
constexpr lxb_codepoint_t kReplacement = 0xFFFD;

const lxb_char_t* bytes_of_text(std::string_view text) { return reinterpret_cast<const lxb_char_t*>(text.data()); }

const lxb_encoding_data_t* of_label(std::string_view label) {
  return lxb_encoding_data_by_pre_name(bytes_of_text(label), label.size());
}

/// \return what the page says of itself, none if it says nothing that is known
const lxb_encoding_data_t* of_meta(std::string_view page) {
  const std::string_view head = page.substr(0, kSearched);
  lxb_html_encoding_t found{};
  const auto destroy = [](lxb_html_encoding_t* of) { lxb_html_encoding_destroy(of, false); };
  if (lxb_html_encoding_init(&found) != LXB_STATUS_OK) return nullptr;
  const std::unique_ptr<lxb_html_encoding_t, decltype(destroy)> owner(&found, destroy);
  lxb_html_encoding_determine(&found, bytes_of_text(head), bytes_of_text(head) + head.size());
  const lxb_html_encoding_entry_t* entry = lxb_html_encoding_meta_entry(&found, 0);
  if (entry == nullptr) return nullptr;
  const auto size = static_cast<std::size_t>(entry->end - entry->name);
  const lxb_encoding_data_t* data = lxb_encoding_data_by_pre_name(entry->name, size);
  if (data == nullptr) return nullptr;
  // A <meta> that could be read at all is not in UTF-16 (the standard says so too).
  if (data->encoding == LXB_ENCODING_UTF_16LE || data->encoding == LXB_ENCODING_UTF_16BE) return of_label("utf-8");
  return data;
}

struct Found {
  const lxb_encoding_data_t* data;
  std::size_t mark_size;
};

Found encoding_of(std::string_view page, const lxb_encoding_data_t* transport) {
  if (page.starts_with("\xEF\xBB\xBF")) return {of_label("utf-8"), 3};
  if (page.starts_with("\xFF\xFE")) return {of_label("utf-16le"), 2};
  if (page.starts_with("\xFE\xFF")) return {of_label("utf-16be"), 2};
  if (transport != nullptr) return {transport, 0};
  if (const auto* data = of_meta(page)) return {data, 0};
  return {of_label(simdjson::validate_utf8(page.data(), page.size()) ? "utf-8" : "windows-1252"), 0};
}

std::string decoded_as(std::string_view bytes, const lxb_encoding_data_t* data) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 4);
  std::array<lxb_codepoint_t, 4096> buffer;
  lxb_encoding_decode_t decoder;
  lxb_encoding_decode_init(&decoder, data, buffer.data(), buffer.size());
  lxb_encoding_decode_replace_set(&decoder, &kReplacement, 1);
  const auto take = [&] {
    for (std::size_t i = 0; i < lxb_encoding_decode_buf_used(&decoder); ++i) {
      const lxb_codepoint_t value = buffer[i];
      const bool scalar = value < 0xD800 || (value > 0xDFFF && value <= 0x10FFFF);
      base::append_utf8(out, scalar ? value : kReplacement);
    }
    lxb_encoding_decode_buf_used_set(&decoder, 0);
  };
  const lxb_char_t* at = bytes_of_text(bytes);
  const lxb_char_t* const end = at + bytes.size();
  lxb_status_t status = LXB_STATUS_SMALL_BUFFER;
  while (status == LXB_STATUS_SMALL_BUFFER) {
    status = data->decode(&decoder, &at, end);
    take();
  }
  lxb_encoding_decode_finish(&decoder);
  take();
  return out;
}

}  // namespace

Result<std::string_view> page_to_utf8(std::string_view page, const std::optional<std::string>& transport,
                                      std::string& decoded) {
  const lxb_encoding_data_t* given = transport ? of_label(*transport) : nullptr;
  if (transport && given == nullptr) return fail(ErrorCode::unknown_encoding, {*transport});
  const auto [data, mark_size] = encoding_of(page, given);
  page.remove_prefix(mark_size);
  if (data->encoding == LXB_ENCODING_UTF_8 && simdjson::validate_utf8(page.data(), page.size())) return page;
  decoded = decoded_as(page, data);
  return decoded;
}

}  // namespace sitcen::ingest
