#pragma once

// Writers for the tests: what the readers of packed and of archived reports take apart.

#include <libdeflate.h>

#include <array>
#include <cstdio>
#include <string>
#include <string_view>

#include "../import/pack.h"

namespace sitcen::ingest::test {

using language::test::zip;
using language::test::ZipFile;

/// One gzip member.
inline std::string gzip(std::string_view content) {
  libdeflate_compressor* compressor = libdeflate_alloc_compressor(6);
  std::string out(libdeflate_gzip_compress_bound(compressor, content.size()), '\0');
  out.resize(libdeflate_gzip_compress(compressor, content.data(), content.size(), out.data(), out.size()));
  libdeflate_free_compressor(compressor);
  return out;
}

inline std::string record(std::string_view type, std::string_view url, std::string_view media_type,
                          std::string_view block, std::string_view length = {}) {
  std::string out = "WARC/1.0\r\nWARC-Type: " + std::string(type) + "\r\nWARC-Date: 2031-03-12T10:00:00Z\r\n";
  if (!url.empty()) out += "WARC-Target-URI: " + std::string(url) + "\r\n";
  out += "Content-Type: " + std::string(media_type) + "\r\nContent-Length: ";
  out += length.empty() ? std::to_string(block.size()) : std::string(length);
  return out + "\r\n\r\n" + std::string(block) + "\r\n\r\n";
}

inline std::string http(std::string_view body, std::string_view fields = "Content-Type: text/plain\r\n",
                        std::string_view status = "200 OK") {
  return "HTTP/1.1 " + std::string(status) + "\r\n" + std::string(fields) + "\r\n" + std::string(body);
}

inline std::string response(std::string_view url, std::string_view text) {
  return record("response", url, "application/http; msgtype=response", http(text));
}

/// A header and its file, as tar has them.
inline std::string tar_file(std::string_view path, std::string_view content, char type = '0') {
  std::string header(512, '\0');
  header.replace(0, path.size(), path);
  header.replace(100, 7, "0000644");
  std::array<char, 13> size{};
  std::snprintf(size.data(), size.size(), "%011zo", content.size());
  header.replace(124, 11, size.data());
  header[156] = type;
  header.replace(257, 5, "ustar");
  header.replace(263, 2, "00");
  header.replace(148, 8, "        ");
  unsigned sum = 0;
  for (const char c : header) sum += static_cast<unsigned char>(c);
  std::array<char, 8> digits{};
  std::snprintf(digits.data(), digits.size(), "%06o", sum);
  header.replace(148, 6, digits.data());
  std::string out = header + std::string(content);
  out.resize((out.size() + 511) / 512 * 512, '\0');
  return out;
}

inline std::string tar(std::string_view files) { return std::string(files) + std::string(1024, '\0'); }

}  // namespace sitcen::ingest::test
