#include "ingest/address.h"

#include <algorithm>
#include <optional>

namespace sitcen::ingest {
namespace {

constexpr auto kNowhere = std::string_view::npos;

/// The parts of an address; those that may be missing tell it from being empty.
struct AddressParts {
  std::string_view scheme;
  std::optional<std::string_view> authority;
  std::string_view path;
  std::optional<std::string_view> query, fragment;
};

bool is_scheme_name(std::string_view text) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !text.empty() && letter(text.front()) && std::ranges::all_of(text, [&](char c) {
    return letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
  });
}

AddressParts address_parts(std::string_view address) {
  AddressParts out;
  if (const std::size_t hash = address.find('#'); hash != kNowhere) {
    out.fragment = address.substr(hash + 1);
    address = address.substr(0, hash);
  }
  if (const std::size_t question = address.find('?'); question != kNowhere) {
    out.query = address.substr(question + 1);
    address = address.substr(0, question);
  }
  const std::size_t colon = address.find_first_of(":/");
  if (colon != kNowhere && address[colon] == ':' && is_scheme_name(address.substr(0, colon))) {
    out.scheme = address.substr(0, colon);
    address.remove_prefix(colon + 1);
  }
  if (address.starts_with("//")) {
    const std::size_t end = std::min(address.find('/', 2), address.size());
    out.authority = address.substr(2, end - 2);
    address.remove_prefix(end);
  }
  out.path = address;
  return out;
}

std::string without_dots(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/', 1), path.size());
    const std::string_view step = path.substr(0, end);
    const bool last = end == path.size();
    path.remove_prefix(end);
    if (step == "/.." || step == "/.") {
      if (step == "/..") out.resize(std::min(out.rfind('/'), out.size()) == out.size() ? 0 : out.rfind('/'));
      if (last) out += '/';
      continue;
    }
    out += step;
  }
  return out;
}

std::string merged_path(const AddressParts& base, std::string_view path) {
  if (base.authority && base.path.empty()) return "/" + std::string(path);
  const std::size_t slash = base.path.rfind('/');
  return std::string(base.path.substr(0, slash == kNowhere ? 0 : slash + 1)) + std::string(path);
}

std::string written_address(const AddressParts& parts, std::string_view path) {
  std::string out = std::string(parts.scheme) + ':';
  if (parts.authority) out.append("//").append(*parts.authority);
  out += path;
  if (parts.query) out.append("?").append(*parts.query);
  if (parts.fragment) out.append("#").append(*parts.fragment);
  return out;
}

std::string_view without_spaces_around(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f";
  const std::size_t begin = text.find_first_not_of(kSpace);
  return begin == kNowhere ? std::string_view() : text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

}  // namespace

std::string resolved(std::string_view base_address, std::string_view reference_address) {
  reference_address = without_spaces_around(reference_address);
  const AddressParts base = address_parts(without_spaces_around(base_address));
  AddressParts reference = address_parts(reference_address);
  if (!reference.scheme.empty() || base.scheme.empty()) return std::string(reference_address);
  reference.scheme = base.scheme;
  if (reference.authority) return written_address(reference, without_dots(reference.path));
  reference.authority = base.authority;
  if (reference.path.empty()) {
    if (!reference.query) reference.query = base.query;
    return written_address(reference, base.path);
  }
  if (reference.path.front() == '/') return written_address(reference, without_dots(reference.path));
  return written_address(reference, without_dots(merged_path(base, reference.path)));
}

bool has_scheme_and_host(std::string_view address) {
  const AddressParts parts = address_parts(address);
  return !parts.scheme.empty() && parts.authority && !parts.authority->empty();
}

}  // namespace sitcen::ingest
