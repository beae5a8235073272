#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/ingest.h"
#include "ingest/packed/window.h"

namespace sitcen::ingest {

enum class RecordType : std::uint8_t { other, response, resource, conversion };

/// The head of a record of WARC 0.17 to 1.1 or ARC 1.
struct RecordHead {
  RecordType type = RecordType::other;
  std::uint64_t length = 0;  ///< of the block, as the head says
  std::string url, date, media_type;
  std::size_t number = 0;  ///< from 1
};

struct ParsedHead {
  RecordHead head;
  std::optional<std::uint64_t> length;  ///< none: it says none
};

/// What is wrong with a record, and which it is.
struct RecordFault {
  std::size_t number = 0;
  std::string url;  ///< empty: not known
  Error error;
};

/// The records of a WARC or ARC file: plain, or packed record by record or as a whole (gzip, zstd). Holds one record's
/// head and as much of its block as is asked for. Behind a damaged record it goes on where the next one starts.
class WarcRecords {
 public:
  /// \param expansion shared by all that is unpacked of one input; none: of this alone
  explicit WarcRecords(ByteSource bytes, std::shared_ptr<Expansion> expansion = {});

  /// The next record's head; the rest of the one before is passed over.
  /// \return none at the end
  [[nodiscard]] std::optional<tl::expected<RecordHead, RecordFault>> next();

  /// \return the first `size` bytes of the block, fewer where it has no more; valid until the next call
  [[nodiscard]] std::string_view peek(std::size_t size);

  /// The whole block. Where the head lies about its length and the next record starts in it, it ends there.
  /// \return report_too_long beyond `limit`; packed_damaged or record_damaged where it is cut. Valid until the next
  ///         call.
  [[nodiscard]] Result<std::string_view> block(std::size_t limit);

 private:
  [[nodiscard]] std::optional<RecordFault> skip_block();
  void find_record();
  [[nodiscard]] std::optional<std::size_t> true_size(std::string_view seen) const;
  [[nodiscard]] tl::expected<RecordHead, RecordFault> read_warc();
  [[nodiscard]] tl::expected<RecordHead, RecordFault> begin(ParsedHead parsed);
  [[nodiscard]] RecordFault fault(std::string_view why);
  [[nodiscard]] RecordFault fault(const Error& error);

  Window window_;
  std::size_t number_ = 0;
  std::string url_;
  std::uint64_t left_ = 0;  ///< bytes of the block not yet passed
  bool is_arc_ = false;
  bool lost_ = false;  ///< the next record is to be looked for
};

}  // namespace sitcen::ingest
