# cmake -DFOLDER=... "-DTABLES=a;b" -DOUT=file -P EmbedKnowledge.cmake: writes the tables into one C++ file.
set(all "")
set(rows "")
foreach(path IN LISTS TABLES)
  file(SHA256 ${FOLDER}/${path} sum)
  string(APPEND all "${path} ${sum}\n")
  # Raw string literals end at 64 KB in some compilers: pieces of whole lines stay below that.
  file(READ ${FOLDER}/${path} text)
  set(pieces "")
  string(LENGTH "${text}" left)
  while(left GREATER 8000)
    string(SUBSTRING "${text}" 0 8000 piece)
    string(SUBSTRING "${text}" 8000 -1 text)
    string(APPEND pieces "R\"#~#(${piece})#~#\"\n")
    string(LENGTH "${text}" left)
  endwhile()
  string(APPEND pieces "R\"#~#(${text})#~#\"")
  string(APPEND rows "    {\"${path}\", std::string_view(${pieces})},\n")
endforeach()
string(SHA256 version "${all}")
file(WRITE ${OUT}.new "// made by cmake/EmbedKnowledge.cmake from knowledge/
#include \"knowledge.h\"

#include <array>

namespace sitcen::knowledge {
namespace {
constexpr std::string_view kVersion = \"sha256:${version}\";
const auto& rows() {
  static constexpr Table kTables[] = {
${rows}    {\"\", \"\"},
  };
  return kTables;
}
}  // namespace

std::span<const Table> tables() noexcept {
  const std::span<const Table> all = rows();
  return all.first(all.size() - 1);
}
std::string_view table(std::string_view path) noexcept {
  for (const Table& t : tables())
    if (t.path == path) return t.text;
  return {};
}
std::string_view version() noexcept { return kVersion; }

}  // namespace sitcen::knowledge
")
file(COPY_FILE ${OUT}.new ${OUT} ONLY_IF_DIFFERENT)
