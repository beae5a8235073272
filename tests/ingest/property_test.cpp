#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/utf8.h"
#include "ingest/given_time.h"
#include "ingest/identity.h"
#include "reading.h"

namespace sitcen::ingest {
namespace {

rc::Gen<std::string> any_text() {
  const auto scalar =
      rc::gen::weightedOneOf<char32_t>({{6, rc::gen::cast<char32_t>(rc::gen::inRange<std::uint32_t>(0, 0x80))},
                                        {2, rc::gen::cast<char32_t>(rc::gen::inRange<std::uint32_t>(0x80, 0xD800))},
                                        {1, rc::gen::cast<char32_t>(rc::gen::inRange<std::uint32_t>(0xE000, 0x110000))},
                                        {1, rc::gen::element<char32_t>(U'\n', U'\r', U'"', U'\\', 0xFEFF, 0x2028)}});
  return rc::gen::map(rc::gen::container<std::vector<char32_t>>(scalar), [](const std::vector<char32_t>& scalars) {
    std::string out = "x";  // never blank, never beginning with a byte order mark
    for (const char32_t value : scalars) base::append_utf8(out, value);
    return out;
  });
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    constexpr std::string_view kHex = "0123456789abcdef";
    const auto value = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += {'\\', c};
    } else if (value < 0x20) {
      out += {'\\', 'u', '0', '0', kHex[value >> 4], kHex[value & 15]};
    } else {
      out += c;
    }
  }
  return out + '"';
}

/// Gives bytes in pieces of a few sizes, as pipes do.
ByteSource in_pieces(std::string bytes, std::size_t piece) {
  return [whole = bytes_of(std::move(bytes)), piece](std::span<char> buffer) {
    return whole(buffer.first(std::min(piece, buffer.size())));
  };
}

RC_GTEST_PROP(IngestProperty, PlainTextComesOutAsItWentIn, ()) {
  const std::string text = *any_text();
  const auto readings = read(text, InputKind::text);
  RC_ASSERT(readings.size() == 1U);
  RC_ASSERT(readings[0].has_value());
  RC_ASSERT(readings[0]->text == text);
}

RC_GTEST_PROP(IngestProperty, JsonLinesTextComesOutAsItWentIn, ()) {
  const auto texts = *rc::gen::container<std::vector<std::string>>(any_text());
  const auto piece = *rc::gen::inRange<std::size_t>(1, 50);
  std::string lines = "{\"text\": \"first\"}\n";
  for (const std::string& text : texts) lines += "{\"text\": " + quoted(text) + "}\n";
  IngestOptions options;
  options.input = InputKind::jsonl;
  const auto readings = all_of(ReportSource::from(in_pieces(lines, piece), "-", options));
  RC_ASSERT(readings.size() == texts.size() + 1);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    RC_ASSERT(readings[i + 1].has_value());
    RC_ASSERT(readings[i + 1]->text == texts[i]);
  }
}

RC_GTEST_PROP(IngestProperty, AnyBytesOfAnyKindGiveReportsOfValidTextOrReasons, ()) {
  const auto bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
  const auto kind = *rc::gen::element(InputKind::automatic, InputKind::text, InputKind::html, InputKind::jsonl);
  const auto encoding = *rc::gen::element<std::optional<std::string>>(std::nullopt, "utf-16", "gb18030", "windows-1252",
                                                                      "iso-2022-jp", "utf-7", "utf-8");
  for (const Reading& reading : read(bytes, kind, encoding)) {
    if (!reading) {
      RC_ASSERT(!reading.error().error.message.empty());
      continue;
    }
    RC_ASSERT(!base::find_invalid_utf8(reading->text));
    RC_ASSERT(reading->key.size() == 64U);
    for (const Section& section : reading->sections) RC_ASSERT(section.span.end <= reading->text.size());
  }
}

RC_GTEST_PROP(IngestProperty, EveryEncodingRoundTripsThroughUtf16, ()) {
  const std::string text = *any_text();
  std::string bytes = "\xFF\xFE";
  for (std::size_t i = 0; i < text.size();) {
    const auto [value, size] = base::decode(text, i);
    i += size;
    const auto put = [&](char32_t unit) { bytes += {static_cast<char>(unit & 0xFF), static_cast<char>(unit >> 8)}; };
    if (value < 0x10000) {
      put(value);
    } else {
      put(0xD800 + ((value - 0x10000) >> 10));
      put(0xDC00 + ((value - 0x10000) & 0x3FF));
    }
  }
  IngestOptions options;
  options.input = InputKind::text;
  const auto piece = *rc::gen::inRange<std::size_t>(1, 9);
  const auto readings = all_of(ReportSource::from(in_pieces(bytes, piece), "-", options));
  RC_ASSERT(readings.at(0).has_value());
  RC_ASSERT(readings[0]->text == text);
}

RC_GTEST_PROP(IngestProperty, ACanonicalUrlIsItsOwnCanonicalUrl, (const std::string& tail)) {
  const std::string once = canonical_url("HTTPS://Example.org" + tail);
  RC_ASSERT(canonical_url(once) == once);
}

RC_GTEST_PROP(IngestProperty, NoTimeCrashesItsReader, (const std::string& text)) {
  const auto digits =
      *rc::gen::container<std::string>(rc::gen::element('0', '1', '2', '3', '-', ':', 'T', ' ', '+', 'Z'));
  (void)read_given_time(text, TimeBasis::given);
  if (const auto time = read_given_time(digits, TimeBasis::given)) {
    RC_ASSERT(read_given_time(time->value, TimeBasis::given)->value == time->value);
  }
}

}  // namespace
}  // namespace sitcen::ingest
