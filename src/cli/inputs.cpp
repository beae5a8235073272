#include "cli/inputs.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "cli/interrupt.h"

namespace sitcen::cli {
namespace {

namespace fs = std::filesystem;

constexpr int kLook = 100;  ///< milliseconds between two looks for an interrupt

/// Standard input that ends when the command is asked to finish: reading it may wait for ever.
ingest::ByteSource standard_input() {
  return [bytes = ingest::bytes_of_descriptor(STDIN_FILENO, "-")](std::span<char> buffer) -> Result<std::size_t> {
    pollfd wait{STDIN_FILENO, POLLIN, 0};
    while (::poll(&wait, 1, kLook) <= 0)
      if (interrupted()) return 0;
    return bytes(buffer);
  };
}

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with("."); }

}  // namespace

Inputs::Inputs(std::vector<std::string> paths, ingest::IngestOptions options, bool recursive, Watch watch)
    : options_(std::move(options)) {
  // Watched first, listed then: a file that comes between the two is read twice, which changes nothing.
  if (watch == Watch::folders) {
    watch_.emplace();
    std::error_code ignored;
    for (const std::string& path : paths) {
      if (!fs::is_directory(path, ignored)) continue;
      if (auto added = watch_->add(path, recursive); !added) broken_folders_.push_back({path, 0, added.error()});
    }
  }
  for (const std::string& path : paths) add(path, recursive);
  if (watch_) sizes_known_ = false;
  for (const Input& input : inputs_) {
    sizes_known_ = sizes_known_ && input.bytes.has_value();
    all_bytes_ += input.bytes.value_or(0);
  }
}

void Inputs::add(const std::string& path, bool recursive) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if ((recursive || watch_) && fs::is_directory(status)) return add_folder(path, recursive);
  Input input{path, std::nullopt};
  if (fs::is_regular_file(status)) input.bytes = fs::file_size(path, error);
  if (!fs::exists(status) && path != "-") input.bytes = 0;  // refused at once when its turn comes
  inputs_.push_back(std::move(input));
}

void Inputs::add_folder(const std::string& path, bool recursive) {
  std::vector<std::string> files;
  std::error_code error;
  fs::recursive_directory_iterator at(path, error);
  while (!error && at != fs::recursive_directory_iterator()) {
    const bool hidden = is_hidden(at->path());
    std::error_code ignored;
    if ((hidden || !recursive) && at->is_directory(ignored)) at.disable_recursion_pending();
    if (!hidden && at->is_regular_file(ignored)) files.push_back(at->path().string());
    at.increment(error);
  }
  if (error) {
    const Error reason = fail(ErrorCode::file_unreadable, {path, error.message()}).value();
    broken_folders_.push_back({path, 0, reason});
  }
  std::ranges::sort(files);
  for (const std::string& file : files) add(file, false);
}

void Inputs::begin(const Input& input) {
  text_bytes_ = 0;
  source_ = input.path == "-" ? ingest::ReportSource::from(standard_input(), "-", options_)
                              : ingest::ReportSource::open(input.path, options_);
}

/// \return whether there is another input now
bool Inputs::wait_for_file() {
  while (watch_ && !interrupted()) {
    const std::string file = watch_->next(kLook);
    if (file.empty()) continue;
    inputs_.clear();
    at_ = 0;
    add(file, false);
    return true;
  }
  return false;
}

std::optional<ingest::Reading> Inputs::next() {
  if (!broken_folders_.empty()) {
    ingest::Rejection rejection = std::move(broken_folders_.back());
    broken_folders_.pop_back();
    return tl::unexpected<ingest::Rejection>(std::move(rejection));
  }
  for (; at_ < inputs_.size() || wait_for_file(); ++at_) {
    if (!source_) begin(inputs_[at_]);
    if (auto reading = source_->next()) {
      if (*reading) text_bytes_ += (*reading)->text.size();
      return reading;
    }
    source_.reset();
    done_bytes_ += inputs_[at_].bytes.value_or(0);
  }
  return std::nullopt;
}

std::optional<double> Inputs::share() const {
  if (!sizes_known_ || all_bytes_ == 0) return std::nullopt;
  // The text given out stands for the bytes read of the file that is under way.
  const std::uint64_t under_way = at_ < inputs_.size() ? std::min(text_bytes_, inputs_[at_].bytes.value_or(0)) : 0;
  return static_cast<double>(done_bytes_ + under_way) / static_cast<double>(all_bytes_);
}

}  // namespace sitcen::cli
