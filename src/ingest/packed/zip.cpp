#include "ingest/packed/zip.h"

#include <algorithm>
#include <utility>

#include "ingest/document/docx.h"
#include "ingest/packed/hidden.h"
#include "ingest/packed/zip_file.h"
#include "ingest/part.h"

namespace sitcen::ingest {
namespace {

using base::ZipEntry;

bool has(const std::vector<ZipEntry>& entries, std::string_view path) {
  return std::ranges::binary_search(entries, path, {},
                                    [](const ZipEntry& entry) { return std::string_view(entry.path); });
}

bool is_warc_of_wacz(std::string_view path) {
  return path.starts_with("archive/") && path.find(".warc") != std::string_view::npos;
}

class ZipReports {
 public:
  ZipReports(std::shared_ptr<const Spool> archive, std::vector<ZipEntry> entries, InputHint hint)
      : archive_(std::move(archive)), entries_(std::move(entries)), hint_(std::move(hint)) {
    if (has(entries_, "datapackage.json") && std::ranges::any_of(entries_, is_warc_of_wacz, &ZipEntry::path)) {
      std::erase_if(entries_, [](const ZipEntry& entry) { return !is_warc_of_wacz(entry.path); });
    }
    std::erase_if(entries_, [](const ZipEntry& entry) { return is_hidden_path(entry.path); });
  }

  std::optional<Reading> next() {
    for (;;) {
      if (inside_) {
        if (auto reading = inside_()) return reading;
        inside_ = {};
      }
      if (at_ == entries_.size()) return std::nullopt;
      const ZipEntry& entry = entries_[at_++];
      InputHint part = part_of(hint_, entry.path);
      if (!entry.fault.empty()) return rejected(part, fail(ErrorCode::archive_damaged, {entry.fault}).value());
      inside_ = open_reports(bytes_of_zip_file(archive_, entry, hint_.expansion), std::move(part), entry.size);
    }
  }

 private:
  std::shared_ptr<const Spool> archive_;
  std::vector<ZipEntry> entries_;
  InputHint hint_;
  std::size_t at_ = 0;
  Reports inside_;
};

}  // namespace

Reports read_zip(const ByteSource& bytes, InputHint hint) {
  auto archive = Spool::of(bytes);
  if (!archive) return reports_of({rejected(hint, archive.error())});
  auto entries = base::read_zip_directory((*archive)->bytes(), kMostMembers);
  if (!entries) return reports_of({rejected(hint, fail(ErrorCode::archive_damaged, {entries.error()}).value())});
  if (entries->empty()) return reports_of({rejected(hint, fail(ErrorCode::empty_report).value())});
  if (has(*entries, "[Content_Types].xml")) return read_docx(*archive, *entries, hint);
  const auto files = std::make_shared<ZipReports>(std::move(*archive), std::move(*entries), std::move(hint));
  return [files] { return files->next(); };
}

}  // namespace sitcen::ingest
