# cmake -DFOLDER=... "-DFILES=a;b" -DOUT=file -P EmbedAssets.cmake: writes files for the browser into one C++ file,
# each with an address that names its content.
set(bytes "")
set(rows "")
set(index 0)
foreach(name IN LISTS FILES)
  file(SHA256 ${FOLDER}/${name} sum)
  string(SUBSTRING ${sum} 0 16 sum)
  get_filename_component(stem ${name} NAME_WE)
  get_filename_component(suffix ${name} LAST_EXT)
  if(suffix STREQUAL ".css")
    set(type "text/css; charset=utf-8")
  elseif(suffix STREQUAL ".js")
    set(type "text/javascript; charset=utf-8")
  elseif(suffix STREQUAL ".svg")
    set(type "image/svg+xml")
  else()
    message(FATAL_ERROR "${name}: no content type is known for ${suffix}")
  endif()
  file(READ ${FOLDER}/${name} hex HEX)
  string(LENGTH "${hex}" size)
  math(EXPR size "${size} / 2")
  string(REGEX REPLACE "(..)" "'\\\\x\\1'," chars "${hex}")
  string(APPEND bytes "constexpr char kFile${index}[] = {${chars}};\n")
  string(APPEND rows "    {\"${name}\", \"/assets/${stem}.${sum}${suffix}\", \"${type}\", {kFile${index}, ${size}}},\n")
  math(EXPR index "${index} + 1")
endforeach()
file(WRITE ${OUT}.new "// made by cmake/EmbedAssets.cmake from src/server/assets/
#include \"server/assets.h\"

namespace sitcen::server {
namespace {
${bytes}constexpr Asset kAssets[] = {
${rows}};
}  // namespace

std::span<const Asset> assets() noexcept { return kAssets; }

std::string_view asset_path(std::string_view name) noexcept {
  for (const Asset& asset : kAssets)
    if (asset.name == name) return asset.path;
  return {};
}

}  // namespace sitcen::server
")
file(COPY_FILE ${OUT}.new ${OUT} ONLY_IF_DIFFERENT)
