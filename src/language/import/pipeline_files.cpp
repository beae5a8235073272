#include "language/import/pipeline_files.h"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <memory>
#include <vector>

namespace sitcen::language {
namespace {

namespace fs = std::filesystem;

// A pipeline's folder has some forty files; these bounds only keep a wrong path (say "/") from being walked whole.
constexpr int kDeepest = 6;
constexpr std::size_t kMostFiles = 20'000;
constexpr std::uint64_t kLargestFile = std::uint64_t{1} << 30;
constexpr std::array<std::string_view, 3> kMarks = {"config.cfg", "meta.json", "tokenizer"};

Result<std::string> read_file(const fs::path& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (error) return fail(ErrorCode::file_unreadable, {path.string(), error.message()});
  if (size > kLargestFile) return fail(ErrorCode::import_damaged, {path.string(), "too large for a pipeline"});
  std::ifstream in(path, std::ios::binary);
  std::string bytes(size, '\0');
  if (!in.read(bytes.data(), static_cast<std::streamsize>(size)))
    return fail(ErrorCode::file_unreadable, {path.string(), "reading stopped"});
  return bytes;
}

class Sha256 {
 public:
  Sha256() : context_(EVP_MD_CTX_new()) { EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr); }
  void add(std::string_view bytes) { EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()); }
  std::string hex() {
    std::array<unsigned char, 32> sum{};
    EVP_DigestFinal_ex(context_.get(), sum.data(), nullptr);
    std::string out;
    for (const unsigned char byte : sum) {
      out += "0123456789abcdef"[byte >> 4];
      out += "0123456789abcdef"[byte & 15];
    }
    return out;
  }

 private:
  struct Free {
    void operator()(EVP_MD_CTX* c) const noexcept { EVP_MD_CTX_free(c); }
  };
  std::unique_ptr<EVP_MD_CTX, Free> context_;
};

}  // namespace

tl::unexpected<Error> PipelineFiles::damaged(std::string_view path, std::string_view why) const {
  return fail(ErrorCode::import_damaged, {name_ + ": " + std::string(path), why});
}

tl::unexpected<Error> PipelineFiles::unsupported(std::string_view why) const {
  return fail(ErrorCode::model_unsupported, {name_, why});
}

Result<PipelineFiles> PipelineFiles::open(const fs::path& source) {
  std::error_code error;
  const fs::file_status status = fs::status(source, error);
  if (status.type() == fs::file_type::not_found) return fail(ErrorCode::file_not_found, {source.string()});
  if (error) return fail(ErrorCode::file_unreadable, {source.string(), error.message()});
  const fs::path named = source.has_filename() ? source : source.parent_path();
  if (fs::is_regular_file(status)) {
    auto bytes = read_file(source);
    if (!bytes) return fail(std::move(bytes.error()));
    return from_archive(std::move(*bytes), named.filename().string());
  }
  if (!fs::is_directory(status)) return fail(ErrorCode::is_a_device, {source.string()});

  PipelineFiles files;
  files.name_ = named.filename().string();
  fs::recursive_directory_iterator walk(source, fs::directory_options::skip_permission_denied, error);
  for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
    if (walk.depth() >= kDeepest) walk.disable_recursion_pending();
    std::error_code ignored;
    if (!walk->is_regular_file(ignored)) continue;
    if (files.files_.size() >= kMostFiles)
      return fail(ErrorCode::import_damaged, {source.string(), "the folder holds too many files for a pipeline"});
    files.files_[fs::relative(walk->path(), source, ignored).generic_string()] = {walk->file_size(ignored),
                                                                                  walk->path()};
  }
  if (error) return fail(ErrorCode::file_unreadable, {source.string(), error.message()});
  if (auto ok = files.find_pipeline(); !ok) return fail(std::move(ok.error()));
  return files;
}

Result<PipelineFiles> PipelineFiles::from_archive(std::string bytes, std::string name) {
  auto archive = ZipArchive::open(std::move(bytes), name);
  if (!archive) return fail(std::move(archive.error()));
  PipelineFiles files;
  files.name_ = std::move(name);
  for (const auto& entry : archive->entries()) files.files_[entry.path] = {entry.size, {}};
  files.archive_ = std::move(*archive);
  if (auto ok = files.find_pipeline(); !ok) return fail(std::move(ok.error()));
  return files;
}

Result<void> PipelineFiles::find_pipeline() {
  std::vector<std::string> found;
  for (const auto& [path, file] : files_) {
    if (path != kMarks[0] && !path.ends_with("/config.cfg")) continue;
    std::string folder = path.substr(0, path.size() - kMarks[0].size());
    bool all = true;
    for (const std::string_view mark : kMarks) all = all && files_.contains(folder + std::string(mark));
    if (all) found.push_back(std::move(folder));
  }
  if (found.empty())
    return fail(ErrorCode::import_damaged,
                {name_, "there is no spaCy pipeline in it (a place with config.cfg, meta.json and tokenizer)"});
  if (found.size() > 1)
    return fail(
        ErrorCode::import_damaged,
        {name_, "there are several pipelines in it: give the folder of one, such as " + found[0] + " or " + found[1]});
  prefix_ = found[0];
  std::map<std::string, File, std::less<>> inside;
  for (auto& [path, file] : files_)
    if (path.starts_with(prefix_)) inside[path.substr(prefix_.size())] = std::move(file);
  files_ = std::move(inside);
  return {};
}

bool PipelineFiles::has(std::string_view path) const { return files_.find(path) != files_.end(); }

Result<std::string> PipelineFiles::read(std::string_view path) const {
  const auto at = files_.find(path);
  if (at == files_.end()) return damaged(path, "the file is missing");
  if (!archive_) return read_file(at->second.path);
  return archive_->read(*archive_->find(prefix_ + at->first));
}

Result<std::string> PipelineFiles::digest() const {
  Sha256 sum;
  if (archive_) {
    sum.add(archive_->bytes());
    return sum.hex();
  }
  for (const auto& [path, file] : files_) {
    auto bytes = read(path);
    if (!bytes) return fail(std::move(bytes.error()));
    sum.add(path + '\n' + std::to_string(bytes->size()) + '\n');
    sum.add(*bytes);
  }
  return sum.hex();
}

}  // namespace sitcen::language
