#include "ingest/identity.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>

#include "ingest/ascii.h"

namespace sitcen::ingest {
namespace {

class Sha256 {
 public:
  Sha256() : context_(EVP_MD_CTX_new(), &EVP_MD_CTX_free) { EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr); }

  void add(std::string_view bytes) { EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()); }

  /// The size as 8 bytes, little endian, then the bytes: two fields never run into each other.
  void add_field(std::string_view bytes) {
    std::array<char, 8> size{};
    for (std::size_t i = 0; i < size.size(); ++i) {
      size[i] = static_cast<char>((static_cast<std::uint64_t>(bytes.size()) >> (8 * i)) & 0xFF);
    }
    add({size.data(), size.size()});
    add(bytes);
  }

  /// A byte that says whether the field is there, then the field.
  void add_optional(const std::optional<std::string>& field) {
    add(field ? std::string_view("\1", 1) : std::string_view("\0", 1));
    if (field) add_field(*field);
  }

  void add_optional(const std::optional<Timestamp>& time) {
    add_optional(time ? std::optional(time->value) : std::nullopt);
  }

  [[nodiscard]] std::string hex() {
    std::array<unsigned char, 32> digest{};
    EVP_DigestFinal_ex(context_.get(), digest.data(), nullptr);
    std::string out;
    for (const unsigned byte : digest) {
      out += "0123456789abcdef"[byte >> 4];
      out += "0123456789abcdef"[byte & 15];
    }
    return out;
  }

 private:
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

constexpr std::array kTrackingParameters = {
#define SITCEN_TRACKING(name) std::string_view(name),
#include "ingest/tracking_parameters.inc"
#undef SITCEN_TRACKING
};

bool is_tracking(std::string_view parameter) {
  const std::string_view name = parameter.substr(0, parameter.find('='));
  return std::ranges::any_of(kTrackingParameters, [&](std::string_view known) {
    return known.ends_with('*') ? name.starts_with(known.substr(0, known.size() - 1)) : name == known;
  });
}

bool is_scheme(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-' ||
           c == '.';
  });
}

std::string without_tracking(std::string_view query) {
  std::string out;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view parameter = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (parameter.empty() || is_tracking(parameter)) continue;
    if (!out.empty()) out += '&';
    out += parameter;
  }
  return out;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  Sha256 hash;
  hash.add(bytes);
  return hash.hex();
}

std::string canonical_url(std::string_view url) {
  const std::size_t colon = url.find("://");
  if (colon == std::string_view::npos || !is_scheme(url.substr(0, colon))) return std::string(url);
  const std::string scheme = lower_ascii(url.substr(0, colon));
  std::string_view rest = url.substr(colon + 3);
  rest = rest.substr(0, rest.find('#'));
  const std::size_t host_end = std::min(rest.find_first_of("/?"), rest.size());
  const std::size_t at = rest.substr(0, host_end).rfind('@');
  const std::size_t host_begin = at == std::string_view::npos ? 0 : at + 1;
  std::string host = lower_ascii(rest.substr(host_begin, host_end - host_begin));
  if (host.empty()) return std::string(url);
  if (scheme == "http" && host.ends_with(":80")) host.resize(host.size() - 3);
  if (scheme == "https" && host.ends_with(":443")) host.resize(host.size() - 4);
  const std::string_view path_and_query = rest.substr(host_end);
  const std::size_t question = path_and_query.find('?');
  const std::string_view path = path_and_query.substr(0, question);
  std::string out = scheme + "://" + std::string(rest.substr(0, host_begin)) + host;
  out += path.empty() ? std::string_view("/") : path;
  if (question == std::string_view::npos) return out;
  const std::string query = without_tracking(path_and_query.substr(question + 1));
  if (!query.empty()) out += '?' + query;
  return out;
}

void identify(Report& report, std::string_view id) {
  if (!id.empty()) {
    report.key = sha256_hex(id);
  } else if (report.url) {
    report.key = sha256_hex(*report.url);
  } else {
    Sha256 hash;
    hash.add_optional(report.source);
    hash.add_field(report.text);
    report.key = hash.hex();
  }
  report.id = id.empty() ? report.key : std::string(id);

  Sha256 hash;
  hash.add_field("sitcen.version/1");
  hash.add_field(report.text);
  for (const auto* field : {&report.source, &report.url, &report.title, &report.byline, &report.dateline}) {
    hash.add_optional(*field);
  }
  hash.add_optional(report.published);
  hash.add_optional(report.updated);
  hash.add_optional(report.language);
  // Only where there are any, so that a report without them has the version it always had.
  if (report.status || report.notice) {
    hash.add_optional(report.status ? std::optional(std::string(name(*report.status))) : std::nullopt);
    hash.add_optional(report.notice);
  }
  report.version = hash.hex();
}

}  // namespace sitcen::ingest
