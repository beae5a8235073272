#pragma once

// Writers for the tests: MessagePack and ZIP, the other way round.

#include <libdeflate.h>

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace sitcen::language::test {

/// MessagePack, always in the widest form, which any reader must take.
class Pack {
 public:
  Pack& map(std::uint32_t n) { return head('\xDF', n, 4); }
  Pack& array(std::uint32_t n) { return head('\xDD', n, 4); }
  Pack& text(std::string_view s) { return head('\xDB', s.size(), 4).raw(s); }
  Pack& bytes(std::string_view s) { return head('\xC6', s.size(), 4).raw(s); }
  Pack& integer(std::int64_t n) { return head('\xD3', static_cast<std::uint64_t>(n), 8); }
  Pack& id(std::uint64_t n) { return head('\xCF', n, 8); }
  Pack& null() { return raw("\xC0"); }
  Pack& boolean(bool b) { return raw(b ? "\xC3" : "\xC2"); }
  Pack& raw(std::string_view s) {
    out_ += s;
    return *this;
  }
  /// An array of weights as thinc writes it.
  Pack& weights(const std::vector<std::uint32_t>& shape, const std::vector<float>& values) {
    map(5).bytes("nd").boolean(true).bytes("type").text("<f4").bytes("kind").bytes("").bytes("shape");
    array(static_cast<std::uint32_t>(shape.size()));
    for (const auto n : shape) integer(n);
    std::string data(values.size() * sizeof(float), '\0');
    if (!values.empty()) std::memcpy(data.data(), values.data(), data.size());
    return bytes("data").bytes(data);
  }
  [[nodiscard]] const std::string& str() const { return out_; }

 private:
  Pack& head(char lead, std::uint64_t value, int width) {
    out_ += lead;
    for (int i = width - 1; i >= 0; --i) out_ += static_cast<char>(value >> (8 * i));
    return *this;
  }
  std::string out_;
};

struct ZipFile {
  std::string path, content;
  bool deflated = true;
};

template <class T>
void put(std::string& out, T value) {
  char bytes[sizeof(T)];
  std::memcpy(bytes, &value, sizeof(T));
  out.append(bytes, sizeof(T));
}

/// A ZIP archive of these files.
inline std::string zip(const std::vector<ZipFile>& files, std::string_view comment = "") {
  std::string out;
  std::string directory;
  for (const ZipFile& file : files) {
    std::string packed = file.content;
    if (file.deflated) {
      libdeflate_compressor* c = libdeflate_alloc_compressor(6);
      packed.resize(libdeflate_deflate_compress_bound(c, file.content.size()));
      packed.resize(
          libdeflate_deflate_compress(c, file.content.data(), file.content.size(), packed.data(), packed.size()));
      libdeflate_free_compressor(c);
    }
    std::string common;
    put<std::uint16_t>(common, 20);
    put<std::uint16_t>(common, 0);
    put<std::uint16_t>(common, file.deflated ? 8 : 0);
    put<std::uint32_t>(common, 0);
    put<std::uint32_t>(common, libdeflate_crc32(0, file.content.data(), file.content.size()));
    put(common, static_cast<std::uint32_t>(packed.size()));
    put(common, static_cast<std::uint32_t>(file.content.size()));
    put(common, static_cast<std::uint16_t>(file.path.size()));
    put<std::uint16_t>(common, 0);
    put<std::uint32_t>(directory, 0x02014b50);
    put<std::uint16_t>(directory, 20);
    directory += common;
    directory.append(10, '\0');
    put(directory, static_cast<std::uint32_t>(out.size()));
    directory += file.path;
    put<std::uint32_t>(out, 0x04034b50);
    out += common + file.path + packed;
  }
  const auto begin = static_cast<std::uint32_t>(out.size());
  const auto count = static_cast<std::uint16_t>(files.size());
  out += directory;
  put<std::uint32_t>(out, 0x06054b50);
  put<std::uint32_t>(out, 0);
  put(out, count);
  put(out, count);
  put(out, static_cast<std::uint32_t>(directory.size()));
  put(out, begin);
  put(out, static_cast<std::uint16_t>(comment.size()));
  out += comment;
  return out;
}

}  // namespace sitcen::language::test
