#include "ingest/warc/warc.h"

#include <utility>

#include "ingest/given_time.h"
#include "ingest/header_fields.h"
#include "ingest/input_kind.h"
#include "ingest/part.h"
#include "ingest/text.h"
#include "ingest/warc/http_message.h"
#include "ingest/warc/records.h"

namespace sitcen::ingest {
namespace {

constexpr std::size_t kLongestHttpHead = 64 * 1024;

bool is_success(int status) { return status >= 200 && status < 300; }

/// Whether a body is what scripts exchange: JSON, XML and the like that no reader of reports knows.
bool is_data(std::string_view media_type, InputKind told, std::string_view body) {
  const std::string type = read_media_type(media_type).type;
  if (told != InputKind::automatic || type.empty() || type == "application/octet-stream") return false;
  const InputKind seen = kind_of_content(body.substr(0, kSniffedBytes));
  return seen == InputKind::text || seen == InputKind::jsonl;
}

class WarcReports {
 public:
  WarcReports(ByteSource bytes, InputHint hint) : hint_(std::move(hint)), records_(std::move(bytes), hint_.expansion) {}

  std::optional<Reading> next() {
    for (;;) {
      if (inside_) {
        if (auto reading = inside_()) return finished(std::move(*reading));
        inside_ = {};
      }
      auto record = records_.next();
      if (!record) {
        if (std::exchange(any_, true)) return std::nullopt;
        return rejected(hint_, fail(ErrorCode::empty_report).value());
      }
      any_ = true;
      if (!*record) return refused(record->error());
      head_ = std::move(**record);
      if (auto rejection = open_record()) return rejection;
    }
  }

 private:
  Reading refused(RecordFault& fault) const {
    const InputHint where = fault.url.empty() ? hint_ : part_of(hint_, fault.url);
    return rejected(where, std::move(fault.error));
  }

  /// Opens what a record holds, if that may be a report.
  std::optional<Reading> open_record() {
    // wget keeps its own log as a resource of this scheme.
    if (head_.type == RecordType::other || head_.url.starts_with("metadata:")) return std::nullopt;
    InputHint part = part_of(hint_, head_.url);
    std::optional<HttpHead> http;
    if (head_.type == RecordType::response) http = read_http_head(records_.peek(kLongestHttpHead));
    if (http && !is_success(http->status)) return std::nullopt;
    const std::string media_type(http ? http->media_type : head_.media_type);
    if (is_no_text(media_type)) return std::nullopt;
    const std::size_t limit = part.options.max_report_bytes;
    auto block = records_.block(limit + (http ? kLongestHttpHead : 0));
    if (!block) return rejected(part, block.error());
    if (http) http = read_http_head(*block);
    Result<std::string> body = http ? http_body(*http, block->substr(http->size), limit, hint_.expansion)
                                    : Result<std::string>(std::string(*block));
    if (!body) return rejected(part, body.error());
    if (is_blank(*body)) return std::nullopt;  // answers to a beacon, a form, a preflight
    tell_media_type(part, media_type);
    if (is_data(media_type, part.options.input, *body)) return std::nullopt;
    part.options.url = readable_utf8(head_.url);
    fetched_ = read_given_time(head_.date, TimeBasis::header);
    const std::uint64_t size = body->size();
    inside_ = open_reports(bytes_of(std::move(*body)), std::move(part), size);
    return std::nullopt;
  }

  Reading finished(Reading reading) const {
    if (reading) tell_fetched(*reading, head_.url, fetched_);
    return reading;
  }

  InputHint hint_;
  WarcRecords records_;
  RecordHead head_;  ///< of the record that is open
  std::optional<Timestamp> fetched_;
  Reports inside_;  ///< what the open record holds
  bool any_ = false;
};

}  // namespace

Reports read_warc(ByteSource bytes, InputHint hint) {
  const auto records = std::make_shared<WarcReports>(std::move(bytes), std::move(hint));
  return [records] { return records->next(); };
}

}  // namespace sitcen::ingest
